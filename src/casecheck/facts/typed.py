"""From the words beside a label to values of the type of the field."""

import re
from collections.abc import Iterator
from itertools import pairwise

from casecheck.facts.forms import Entry, entries, known_labels
from casecheck.facts.paper import Paper
from casecheck.facts.trailing import own_end
from casecheck.model.fact import Fact
from casecheck.text.dates import find_dates, find_times
from casecheck.text.identifiers import is_masked
from casecheck.text.money import find_money
from casecheck.text.numbers import parse_number

_PLACEHOLDER = re.compile(
    r"[_＿\-—－/／\\.…。、，：；\s]*|[XxＸ×]{2,}|无|此处填入具体内容|[年月日时分\s_]+|[〔〕\[\]号第字]+"
)
_UNSIGNED = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:负责人|承办人|经办人|审核人|签名|签字|盖章|日期|时间)(?:（[^（）]{0,8}）)?：?|[年月日时分_、\n])+"
)
"""An opinion cell of which only the printed form is there: `负责人：　年　月　日`."""
_TICKED = re.compile(r"[☑√■✓☒]")
_BOX = "□☐"
_PERSON = re.compile(
    r"[\u4e00-\u9fff·]{2,4}(?:[\u4e00-\u9fff·]{0,12}·[\u4e00-\u9fff·]{1,12})?|[\u4e00-\u9fff][某*×Xx]{1,2}"
)
_NO_PERSON = re.compile(
    r"签名|签字|盖章|日期|年月日|执法|人员|同意|意见|单位|负责|证号|以上|情况|电话|记录|时间|地点|"
    r"在场|请|我们|看过|属实|核对|见证|提供人|请予|请你|确认|配合|以下空白|规格|单价|金额|数量|"
    r"市场|填写|填表|监督|管理|公司|执照|身份|工作|编号|号码|办案|承办|经办|检查|询问"
)
_SPOKEN = re.compile(
    r"看过|属实|签名|签字|看清|听清|清楚|没有|知道|无异议|以上|[。？]|^[是否无不]$|不?放弃(?:陈述|申辩|听证)"
    r"|^(?:我|本人)(?:们|方|司|店|公司|单位)?(?:不|没|要|放弃|对|认为|已|会|想|是|有|听|明白|同意|愿|自愿|申请|请求|要求|的)"
)
"""Words of an answer or a signature, not of a name (`当事人：以上笔录看过`)."""
_ROLE = re.compile(r"(?:[送收填受经承记见][\u4e00-\u9fff]{1,3}|代收)人")
"""The label of a signature, printed where a name is wanted."""
_SIGNED = re.compile("（?(?:签名|签字)")
"""What follows a signature: who signs for a party is not its name."""
_BUSINESS = re.compile("(?:公司|店|厂|行|部|中心|社|院|所|馆|铺|超市|企业|协会|站|坊|场|摊|吧|园)(?:（[^（）]*）)?$")
"""How the name of a business ends."""
_PAGE_ADDRESS = re.compile("[A-Za-z]{2,6}：//[!-~：]*")
"""网址 in folded text, which writes every colon in one way."""
_DECISIVE = re.compile("意见|批准|审批|签")
_SHORTEST_NUMBER = 5


def is_blank(text: str) -> bool:
    """Whether nothing but placeholders (`____`, `XX`, `年 月 日`, `/`) stands there."""
    return _PLACEHOLDER.fullmatch(text) is not None or _UNSIGNED.fullmatch(text) is not None


def is_role(text: str) -> bool:
    """Whether it is the label of somebody who signs (送达人) that stands alone because its place is blank."""
    return _ROLE.fullmatch("".join(text.split())) is not None


def is_signature(value: str, text: str, end: int) -> bool:
    """Whether `value`, which ends at `end` of the text, is who signs (`当事人：店长某某（签名）`) and not the name of a business."""
    signed = _SIGNED.match(text, end) or re.search("（(?:签名|签字)", value)
    return signed is not None and _BUSINESS.search(value.partition("（签")[0]) is None


def is_spoken(text: str) -> bool:
    """Whether the words are what somebody answers (`当事人：我不放弃申辩`), not a name."""
    return _SPOKEN.search(text) is not None


def field_facts(paper: Paper) -> Iterator[Fact]:
    """The facts that the fields of the form give."""
    taken: set[str] = set()
    for entry in entries(paper):
        if is_blank(paper.text[entry.start : entry.end]) or (entry.field.fact in taken and not entry.field.many):
            continue
        for fact in _typed(paper, entry):
            taken.add(entry.field.fact)
            yield fact


def _typed(paper: Paper, entry: Entry) -> Iterator[Fact]:
    reader = _READERS.get(entry.field.type, _text)
    yield from reader(paper, entry)


def _text(paper: Paper, entry: Entry) -> Iterator[Fact]:
    start, end = _trimmed(paper.text, entry.start, entry.end)
    end = start + own_end(entry.field.fact.split(".", 1)[1], paper.text[start:end])
    value = _PAGE_ADDRESS.sub(lambda found: found[0].replace("：", ":"), paper.text[start:end].replace("\n", ""))
    if value in known_labels(paper) or (entry.field.fact.endswith("文号") and not re.search("[0-9]", value)):
        return
    if entry.field.fact.endswith(".当事人") and (
        is_signature(value, paper.text, end) or is_spoken(value) or is_role(value)
    ):
        return
    if value and not is_blank(value):
        yield paper.fact(entry.field.fact, "text", value, start, end, how=entry.how, masked=is_masked(value))


def _id(paper: Paper, entry: Entry) -> Iterator[Fact]:
    for found in re.finditer(r"[0-9A-Za-z*＊×X]{4,}[-0-9A-Za-z*×]*", paper.text[entry.start : entry.end]):
        if not re.fullmatch(r"[Xx_]+", found.group()):
            start, end = entry.start + found.start(), entry.start + found.end()
            for first, last in _by_spaces(paper, start, end) if entry.field.many else [(start, end)]:
                value = paper.text[first:last].upper()
                yield paper.fact(entry.field.fact, "text", value, first, last, how=entry.how, masked=is_masked(value))
        if not entry.field.many:
            return


def _by_spaces(paper: Paper, start: int, end: int) -> list[tuple[int, int]]:
    """The numbers of a list that only white space parts; spaces that leave a short piece stand inside one number."""
    bounds = [start, *(i for i in range(start + 1, end) if paper.gap(i)), end]
    pieces = list(pairwise(bounds))
    return pieces if all(last - first >= _SHORTEST_NUMBER for first, last in pieces) else [(start, end)]


def _date(paper: Paper, entry: Entry) -> Iterator[Fact]:
    dates = [d for d in find_dates(paper.text[entry.start : entry.end]) if d.value]
    if dates:
        chosen = dates[-1] if _DECISIVE.search(entry.label) or entry.label.endswith("止") else dates[0]
        if chosen.value:
            start = entry.start + chosen.start
            yield paper.fact(entry.field.fact, "date", chosen.value, start, entry.start + chosen.end, how=entry.how)


def _time(paper: Paper, entry: Entry) -> Iterator[Fact]:
    for mention in find_times(paper.text[entry.start : entry.end]):
        ending = entry.field.fact.endswith(("结束", "止"))
        value = mention.finish if ending else mention.begin
        if value:
            start = entry.start + mention.start
            yield paper.fact(entry.field.fact, "time", value, start, entry.start + mention.end, how=entry.how)
        return


def _money(paper: Paper, entry: Entry) -> Iterator[Fact]:
    for mention in find_money(paper.text[entry.start : entry.end]):
        start = entry.start + mention.start
        yield paper.fact(entry.field.fact, "money", mention.fen, start, entry.start + mention.end, how=entry.how)
        return


def _int(paper: Paper, entry: Entry) -> Iterator[Fact]:
    found = re.search(r"[0-9]+|[零一二三四五六七八九十百]+", paper.text[entry.start : entry.end])
    number = parse_number(found.group()) if found else None
    if found and isinstance(number, int):
        start = entry.start + found.start()
        yield paper.fact(entry.field.fact, "int", number, start, entry.start + found.end(), how=entry.how)


def _bool(paper: Paper, entry: Entry) -> Iterator[Fact]:
    text = paper.text[entry.start : entry.end]
    ticked = _TICKED.search(text)
    answer = text[ticked.end() : ticked.end() + 1] if ticked else text[:1]
    if not ticked and any(box in text for box in _BOX):
        return
    if answer in ("是", "否", "有", "无", "不"):
        value = answer in ("是", "有")
        yield paper.fact(entry.field.fact, "bool", value, entry.start, entry.end, how=entry.how)


def _person(paper: Paper, entry: Entry) -> Iterator[Fact]:
    for start, end in person_spans(paper, entry.start, entry.end):
        name = paper.text[start:end]
        yield paper.fact(entry.field.fact, "text", name, start, end, how=entry.how, masked=is_masked(name))
        if not entry.field.many:
            return


def person_spans(paper: Paper, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names of persons in a list (`张三、李四（执法证号：…）`); white space on the paper parts names, too."""
    text = re.sub(r"（[^（）]*）", lambda m: "\0" * len(m.group()), paper.text[start:end])
    for part in re.finditer(r"[^、，；：。\n\0/0-9A-Za-z（）]+", text):
        pieces = _by_gaps(paper, start + part.start(), start + part.end())
        for first, last in pieces:
            word = paper.text[first:last]
            if _PERSON.fullmatch(word) and not _NO_PERSON.search(word):
                yield first, last


def _by_gaps(paper: Paper, start: int, end: int) -> list[tuple[int, int]]:
    """Splits a span where white space stands on the paper, unless that only spaces out one name (`张  三`)."""
    pieces: list[tuple[int, int]] = []
    first = start
    for i in range(start + 1, end):
        if paper.gap(i) and i - first >= 2 and end - i >= 2:
            pieces.append((first, i))
            first = i
    pieces.append((first, end))
    return pieces


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in "：，、；。\n_":
        start += 1
    while end > start and text[end - 1] in "，、；。\n_：":
        end -= 1
    return start, end


_READERS = {
    "text": _text,
    "id": _id,
    "date": _date,
    "time": _time,
    "money": _money,
    "int": _int,
    "bool": _bool,
    "person": _person,
}
