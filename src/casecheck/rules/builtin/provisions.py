"""Cited provisions as facts carry them (`广告法 第二十八条第二款第（二）项`), back as citations, and how they match."""

import re

from casecheck.model.fact import Fact
from casecheck.text.citations import Citation, find_citations

GENERAL = (
    "行政处罚法",
    "行政强制法",
    "行政复议法",
    "行政诉讼法",
    "民事诉讼法",
    "行政执法机关移送涉嫌犯罪案件的规定",
    "市场监督管理行政处罚程序规定",
    "市场监督管理行政处罚听证办法",
    "罚款决定与罚款收缴分离实施办法",
)
"""Laws of procedure: they govern how a penalty is imposed and are no ground of it."""

_DISCRETION = re.compile(r"裁量|基准|免罚|不予(?:行政)?处罚|清单|指导意见|实施意见|细化标准")
_PRICE = re.compile(
    r"^(?:价格法|价格违法行为行政处罚规定|明码标价和禁止价格欺诈规定|.*价格.*|.*明码标价.*|规范促销行为暂行规定|.*收费.*)$"
)

_PRICE_STATUTES = (
    "价格法",
    "价格违法行为行政处罚规定",
    "明码标价和禁止价格欺诈规定",
    "禁止价格欺诈行为的规定",
    "关于商品和服务实行明码标价的规定",
)
"""The law of prices that the whole country has, and the rules that send to it for the penalty."""


def citation(fact: Fact) -> Citation | None:
    """The provision that a fact names; None when it cannot be read as one."""
    return citation_of(str(fact.value))


def citation_of(written: str) -> Citation | None:
    """The provision written as `法名 第X条…`; None when it cannot be read as one."""
    law, _, rest = written.strip().partition(" ")
    found = find_citations(f"《{law.strip('《》')}》{rest}")
    return found[0] if found else None


def titled(cited: Citation) -> str:
    """The provision with its law in title marks: `《广告法》第二十八条第二款第（二）项`."""
    return f"《{cited.law}》{cited.name.removeprefix(cited.law).strip()}"


def is_ground(cited: Citation) -> bool:
    """Whether the provision can be a ground of the penalty itself, not of procedure or discretion."""
    law = cited.law.removeprefix("中华人民共和国")
    return law not in GENERAL and not _DISCRETION.search(law)


def is_price(cited: Citation) -> bool:
    """Whether the provision belongs to the law of prices."""
    return bool(_PRICE.match(cited.law.removeprefix("中华人民共和国")))


def is_price_statute(cited: Citation) -> bool:
    """Whether the provision is of the price law itself, not of a local regulation or a rule of several fields."""
    return cited.law.removeprefix("中华人民共和国") in _PRICE_STATUTES


def agree(one: Citation, other: Citation) -> bool:
    """Whether two citations may mean the same provision: equal as far as both are told."""
    if one.law.removeprefix("中华人民共和国") != other.law.removeprefix("中华人民共和国"):
        return False
    for mine, its in (
        (one.article, other.article),
        (one.sub_article or 0, other.sub_article or 0),
        (one.paragraph, other.paragraph),
        (one.item, other.item),
    ):
        if mine is not None and its is not None and mine != its:
            return False
    return True
