"""当事人: the party block of a paper, printed as lines, as one run-on line, or in a table."""

import re
from collections.abc import Iterator
from itertools import islice

from casecheck.facts.complaints import STAGE as COMPLAINT
from casecheck.facts.forms import entries
from casecheck.facts.paper import Paper
from casecheck.facts.trailing import own_end
from casecheck.facts.typed import is_blank, is_role, is_signature, is_spoken
from casecheck.model.fact import Fact
from casecheck.text.docno import find_numbers
from casecheck.text.identifiers import is_masked, normalise_name

_CARRIES_OTHER_NUMBERS = ("送达回证", "卷内文件目录", "卷宗封面", "涉案物品处理记录")
_NUMBER_FIELDS = ("文号", "文书编号", "编号", "案号")
_ADDRESSEE = re.compile(
    r"(?:^|\n)(?P<value>(?![^\n]*(?:名称|代码|号码|电话|地址|住所|证明|证据|如下|法定代表人|经营者|负责人|签名|签字|盖章))[^\n：，。；]{2,50})：(?=\n)"
)
_HEAD = 900
"""The party block stands in the first characters of a paper."""
_NEAR = 80
_STOP = r"(?=[，、；。\n]|[12][0-9]{3}年|类型：|主体资格|统一社会|住所|住址|地址|法定代表|负责人|经营者：|身份证|联系|证件|字号|经营场所|企业类型|$)"
_NAME = re.compile(
    r"(?:^|[\n，、；。）号])(?:被处罚(?:当事)?人|当事人(?:（姓名(?:或|/|、)?(?:者)?(?:单位)?名称）|姓名(?:或者?单位名称)?|名称)?|(?:单位|企业|个体工商户)?名称)(?!签|盖|确认|核对|意见|陈述|申辩|代表)（?[^：\n（）]{0,10}）?："
    r"\n?(?P<value>[^\n，；。：]{2,60}?)" + _STOP
)
_SENTENCE_NAME = re.compile(
    r"(?:^|\n)(?P<value>[^\n；：，。]{2,50})；(?:字号|法定代表人|经营者|负责人|经营场所|住所)[^：\n]{0,12}："
)
_CODE = re.compile(
    r"(?:(?:统一社会信用代码|统一社会代码|统一信用代码|社会信用代码|注册号)[^：\n]{0,14}[：\n]{1,2}"
    r"|(?:资质证明|主体资格证照名称|证照名称)：\n?[^：\n]{0,6}营业执照[^：\n]{0,6}\n?(?:证照)?(?:编号|号码)：\n?)"
    r"(?P<value>[0-9A-Za-z*＊×]{6,22}|[*＊×]{1,22})"
)
"""The number of the licence; forms of the food and drug authorities (2014) print it as 编号 behind the name of the licence."""
_LEGAL = re.compile(
    r"(?:法定代表人|负责人|经营者|投资人)(?:（[^（）]{1,16}）|/[^：\n]{1,8})?(?:姓名)?：\n?(?P<value>[\u4e00-\u9fff·*×某Xx]{2,12}?)"
    r"(?=[，、；。\n]|有?效?身份|有?效?证件|性别|联系|职务|住|电话|统一|经营|因(?:涉嫌|当事人)|$)"
)
_ADDRESS = re.compile(
    r"(?:^|[\n，、；。])(?:住所|住址|经营场所|经营地址|地址|营业场所)(?:（[^（）\n]{1,10}）)?：\n?(?P<value>[^\n；：]{4,80}?)"
    r"(?=[；\n]|[，、。]?(?:法定|负责人|经营者|身份证|联系|统一|主体|证件|邮编|经营范围|类型：|注册资本)|[12][0-9]{3}年[0-9]|。|$)"
)
_ID = re.compile(
    r"(?:身份证|证件|护照|通行证|居留证)[^：\n]{0,16}号码?[：\n]{1,2}(?P<value>[0-9A-Za-z*＊×]{6,22}?|[*＊×]{1,5})"
    r"(?=(?:19|20)[0-9]{2}年|[^0-9A-Za-z*＊×]|$)"
)
"""The year of the narrative may be printed right behind the number."""
_FIELDS = (("统一社会信用代码", _CODE), ("法定代表人", _LEGAL), ("住所", _ADDRESS), ("身份证号", _ID))
_ORDINALS = "一二三四五"
_NUMBERED = re.compile(
    rf"(?:^|\n)(?:被处罚)?当事人(?:[{_ORDINALS}1-5]|（[{_ORDINALS}1-5]）|[甲乙丙丁])(?:（[^（）\n]{{1,12}}）)?：\n?(?P<value>[^\n，；。：]{{2,60}}?)"
    + _STOP
)
"""The label of one of several parties."""


def party_block(paper: Paper) -> Iterator[Fact]:
    """当事人, 统一社会信用代码, 法定代表人, 住所, 身份证号 from the head of the paper."""
    if paper.form is None or (not paper.form.to_party and paper.short != "案件调查终结报告"):
        return
    if (paper.form.internal and paper.form.to_party) or paper.form.stage == COMPLAINT:
        return
    head = paper.text[:_HEAD]
    marks = list(_NUMBERED.finditer(paper.text[: _HEAD * len(_ORDINALS)]))
    if len(marks) > 1:
        yield from _each_party(paper, marks)
        return
    name = _NAME.search(head) or _SENTENCE_NAME.search(head)
    if name is None and not paper.form.internal:
        name = _ADDRESSEE.search(paper.text[:300])
    if name and not _no_name(paper.text, name):
        value = re.sub(r"（[^（）]*[*×某][^（）]*）$", "", normalise_name(name.group("value")))
        yield from _fact(paper, "当事人", name, value)
    for field, pattern in _FIELDS:
        own = (m for m in pattern.finditer(head) if field != "住所" or not _of_authority(paper.text, *m.span("value")))
        for found in islice(own, 1):
            value = found.group("value")
            yield from _fact(paper, field, found, value.upper() if field != "住所" else value)


def _no_name(text: str, found: re.Match[str]) -> bool:
    """Whether what stands behind the label names no party: something said, a blank label, or who signs."""
    value = found.group("value")
    return is_spoken(value) or is_role(value) or is_signature(value, text, found.end("value"))


def _each_party(paper: Paper, marks: list[re.Match[str]]) -> Iterator[Fact]:
    """The blocks of several parties (`当事人一：… 当事人二：…`), each with its own values."""
    ends = [*(mark.start() for mark in marks[1:]), marks[-1].end() + _HEAD // 2]
    for mark, end in zip(marks, ends, strict=True):
        yield from _fact(paper, "当事人", mark, normalise_name(mark.group("value")))
        for field, pattern in _FIELDS:
            found = pattern.search(paper.text, mark.end() - 1, min(end, len(paper.text)))
            if found and not (field == "住所" and _of_authority(paper.text, *found.span("value"))):
                value = found.group("value")
                yield from _fact(paper, field, found, value.upper() if field != "住所" else value)


def _of_authority(text: str, start: int, end: int) -> bool:
    """Whether an address stands beside the officer to ask (`地址：…` before or behind `联系人：…`): there the authority sits."""
    return "联系人" in text[max(0, start - _NEAR) : start] or "联系人" in text[end : end + _NEAR]


def _fact(paper: Paper, field: str, found: re.Match[str], value: str) -> Iterator[Fact]:
    printed = found.group("value")
    printed = printed[: own_end(field, printed)]
    if not printed:
        return
    if len(printed) < len(found.group("value")):
        value = value[: own_end(field, value)]
    hidden = is_masked(printed)
    if is_blank(printed) and not hidden:
        return
    start = found.start("value")
    end = start + len(printed)
    yield paper.fact(field, "text", value, start, end, how="label", masked=hidden)


def own_number(paper: Paper) -> Iterator[Fact]:
    """文号: the number printed in the head of the paper."""
    if (
        paper.form is None
        or not paper.form.number_words
        or paper.form.evidence
        or paper.short in _CARRIES_OTHER_NUMBERS
    ):
        return
    head = paper.text[:400]
    title = head.find("\n")
    others = [(e.start, e.end) for e in entries(paper) if e.field.fact.split(".", 1)[1] not in _NUMBER_FIELDS]
    for number in find_numbers(head):
        if "执法证" in number.raw or ("告" in number.raw and "告" not in paper.short):
            continue
        line_start = head.rfind("\n", 0, number.start) + 1
        if number.start - line_start > 30 and title >= 0:
            continue
        if any(start <= number.start < end for start, end in others):
            continue
        yield paper.fact("文号", "text", number.raw, number.start, number.end, how="label")
        return
