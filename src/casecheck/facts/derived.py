"""案件, 当事人, 办案人员: what the papers together say of the case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casecheck.facts.conduct import conduct
from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact, Origin

_PARTY_ORDER = (
    "行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书", "行政处罚告知书", "案件调查终结报告", "立案审批表", "责令改正通知书",
    "实施行政强制措施决定书", "现场笔录",
)  # fmt: skip
_PARTY_FIELDS = (
    ("当事人", "名称"),
    ("统一社会信用代码", "统一社会信用代码"),
    ("法定代表人", "法定代表人"),
    ("住所", "住所"),
    ("身份证号", "身份证号"),
)
_OFFICER_FIELDS = ("检查人员", "询问人", "记录人", "抽样人员", "执法人员", "办案人员", "承办人", "提取人员")
_CAUSE_ORDER = ("结案审批表", "卷宗封面", "行政处理决定审批表", "案件审核表", "案件调查终结报告", "立案审批表")
_QUALIFYING = (
    "行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书", "案件调查终结报告", "行政处罚告知书",
)  # fmt: skip
_AGENCY = re.compile(
    r"^(?:\d+|[^\u4e00-\u9fff]*)(?:执法机关代码[：0-9]*)?(?P<name>[\u4e00-\u9fff（）]{3,30}?(?:市场监督管理局|市场监管局|市场监督管理所|综合行政执法局|分局|管理局|委员会|人民政府|局))(?=\n|行政处罚|（|当场|不予|$)"
)
_ORGANISATION = re.compile(r"公司[^公司]{1,12}[店部站]$|分公司|营业部|分店|合伙|事务所|门市部|办事处|分部|代表处")
_LEGAL_PERSON = re.compile(r"公司|集团|学校|医院|中学|小学|幼儿园|合作社|协会|中心|厂$")
_SOLE_TRADER = re.compile(
    r"个体工商户|[店铺摊馆坊吧]$|经营部$|商行$|超市$|食堂$|理发|美容|工作室$|门诊$|诊所$|服务部$|经销部$"
)
_FOREIGN_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,12}(?:·[\u4e00-\u9fffA-Za-z]{1,12}){1,4}|[A-Za-z.·’'\- ]{3,40}")
"""The name of a person as passports and some peoples of China write it: 安德烈·科瓦廖夫."""


def derived_facts(facts: Sequence[Fact], papers: Sequence[Paper], stage: str, procedure: str | None) -> Iterator[Fact]:
    """案件.*, 当事人.* and 办案人员.* from the facts of the papers, the gravest paper first."""
    yield from _party(facts)
    yield from _cause(facts, papers)
    yield from _agency(papers)
    yield from _officers(facts)
    yield Fact(name="案件.阶段", type="text", value=stage, raw="", places=(), origin=Origin.DERIVED)
    if procedure:
        yield Fact(name="案件.程序种类", type="text", value=procedure, raw="", places=(), origin=Origin.DERIVED)


def _party(facts: Sequence[Fact]) -> Iterator[Fact]:
    for field, name in _PARTY_FIELDS:
        best = _first(facts, [f"{paper}.{field}" for paper in _PARTY_ORDER])
        if best:
            yield replace(best, name=f"当事人.{name}", origin=Origin.DERIVED)
    kind = _party_kind(facts)
    if kind:
        yield kind


def _party_kind(facts: Sequence[Fact]) -> Fact | None:
    name = _first(facts, [f"{paper}.当事人" for paper in _PARTY_ORDER])
    code = _first(facts, [f"{paper}.统一社会信用代码" for paper in _PARTY_ORDER])
    licence = _first(facts, [f"{paper}.主体资格证照名称" for paper in _PARTY_ORDER])
    words = str(name.value) if name else ""
    basis = code or name
    kind = None
    if "公司" not in words and ((code and str(code.value).startswith("92")) or _SOLE_TRADER.search(words)):
        kind = "个体工商户"
    elif _ORGANISATION.search(words):
        kind = "其他组织"
    elif (code and str(code.value)[:2] in ("91", "12", "11", "51", "52", "53", "93", "54")) or _LEGAL_PERSON.search(
        words
    ):
        kind = "法人"
    elif name and not code and not licence and (len(words) <= 4 or _FOREIGN_NAME.fullmatch(words)):
        kind = "自然人"
    if kind is None or basis is None:
        return None
    return replace(basis, name="当事人.类型", type="text", value=kind, origin=Origin.DERIVED, masked=False)


def _cause(facts: Sequence[Fact], papers: Sequence[Paper]) -> Iterator[Fact]:
    stated = _first(facts, [f"{paper}.案由" for paper in _CAUSE_ORDER])
    if stated:
        yield replace(stated, name="案件.案由", origin=Origin.DERIVED)
        return
    for paper in papers:
        found = conduct(paper) if paper.short in _QUALIFYING else None
        if found:
            yield found
            return


def _agency(papers: Sequence[Paper]) -> Iterator[Fact]:
    order = (
        "行政处罚决定书",
        "当场行政处罚决定书",
        "不予行政处罚决定书",
        "行政处罚告知书",
        "案件调查终结报告",
        "立案审批表",
        "实施行政强制措施决定书",
        "涉嫌犯罪案件移送书",
    )
    for short in order:
        for paper in papers:
            if paper.short != short:
                continue
            span = _printed_agency(paper)
            if span:
                value = paper.text[slice(*span)].replace("\n", "")
                yield paper.fact("案件.处罚机关", "text", value, *span, origin=Origin.DERIVED)
                return


def _printed_agency(paper: Paper) -> tuple[int, int] | None:
    head = paper.text[:120]
    for line in re.finditer(r"[^\n]+", head):
        found = _AGENCY.match(line.group())
        if found:
            return line.start() + found.start("name"), line.start() + found.end("name")
        if "当事人" in line.group():
            break
    signed = list(
        re.finditer(
            r"(?:^|\n)（?(?P<name>[\u4e00-\u9fff]{3,30}?(?:局|(?<!场)(?<!住)所|委员会|人民政府))(?=\n|（|印章|[二2]|$)",
            paper.text,
        )
    )
    return signed[-1].span("name") if signed else None


def _officers(facts: Sequence[Fact]) -> Iterator[Fact]:
    for fact in facts:
        form, _, field = fact.name.partition(".")
        if form in ("办案人员", "送达回证") or fact.origin is Origin.RECITED:
            continue
        if field in _OFFICER_FIELDS:
            yield replace(fact, name="办案人员.姓名", origin=Origin.DERIVED)
        elif field == "执法证号":
            yield replace(fact, name="办案人员.执法证号", origin=Origin.DERIVED)


def _first(facts: Sequence[Fact], names: list[str]) -> Fact | None:
    for name in names:
        for fact in facts:
            if fact.name == name and fact.origin is not Origin.RECITED:
                return fact
    return None
