"""行政处罚告知书: what it tells, and what other papers recite of it."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact, Origin
from casecheck.text.dates import DateMention, find_dates
from casecheck.text.docno import find_numbers
from casecheck.text.numbers import parse_number

_RECITING = ("行政处罚决定书", "不予行政处罚决定书", "案件调查终结报告", "行政处理决定审批表", "结案审批表")
_NOTICE = re.compile(r"(?:处罚|听证)[^。，；]{0,8}告知(?:书|）)|(?<!义务)(?<!立案)(?<!结果)(?<!结论)(?<!退款)告知书")
_NOTICE_UNNAMED = re.compile(r"拟[^。；]{0,10}处罚[^。；]{0,50}书面(?:送达|告知)")
_SERVED = re.compile(r"送达|签收|下达|发出|出具|邮寄|寄出|交付|收到|发放|送交|制发|公告|告知")
_HEARING = re.compile(
    r"(?:有权|可以|可|享有|有)[^。；]{0,40}听证|要求(?:举行|组织|进行)?听证的?(?:权利|权)|听证的?权利|(?:申请|要求)(?:举行|组织)?听证"
)
_NO_HEARING = re.compile(r"(?:不|无)(?:适用|属于|符合|权)[^。；]{0,12}听证|不(?:予|举行)听证")
_DEFENCE = re.compile(
    r"(?P<count>[0-9]{1,2}|[一二三四五六七十]{1,3})个?(?P<unit>工作日|日|天)(?:之?内|以内)?[^。]{0,60}?(?:陈述|申辩|意见|提出)"
)
_HEARING_WITHIN = re.compile(
    r"(?P<count>[0-9]{1,2}|[一二三四五六七十]{1,3})个?(?P<unit>工作日|日|天)(?:之?内|以内)?[^。；]{0,24}?(?:提出|要求|申请|举行)[^。；]{0,10}?听证"
)
_WAIVED = re.compile(
    r"(?:表示|明确|书面|自愿|声明|签署|提交|出具|主动|已)[^。；视]{0,14}放弃[^。；]{0,14}(?:陈述|申辩)"
    r"|放弃[^。；]{0,6}(?:陈述|申辩)[^。；]{0,10}(?:声明|承诺|确认)书?|(?<!视为)(?<!视同)当事人放弃[^。；]{0,6}(?:陈述|申辩)"
)


def notice_recited(paper: Paper) -> Iterator[Fact]:
    """行政处罚告知书.送达日期 and .文号 as a decision or a report tells them."""
    if paper.short not in _RECITING:
        return
    text = paper.masked
    mentions = [m for m in find_dates(text) if m.value]
    numbers: list[Fact] = []
    marks = sorted(_NOTICE.finditer(text), key=lambda mark: not re.search("处罚|听证", mark.group()))
    for mark in marks or _NOTICE_UNNAMED.finditer(text):
        start, end = paper.sentence_at(mark.start())
        if "责令" in text[max(start, mark.start() - 8) : mark.start()]:
            continue
        served = _served_on(text, start, end, mark, mentions)
        if served and "公告" in text[served.end : mark.start()]:
            served = _deemed_on(text, start, end, mentions)
        if served is None or served.value is None:
            numbers = numbers or list(_number(paper, start, end))
            continue
        yield paper.fact(
            "行政处罚告知书.送达日期", "date", served.value, served.start, served.end, origin=Origin.RECITED
        )
        yield from list(_number(paper, start, end)) or numbers
        return
    yield from numbers


def _served_on(text: str, start: int, end: int, mark: re.Match[str], mentions: list[DateMention]) -> DateMention | None:
    """The last date before the notice in its sentence, where the sentence says that it was served or told."""
    if not _SERVED.search(text, start, end):
        return None
    inside = [m for m in mentions if start <= m.start < end]
    before = [m for m in inside if m.end <= mark.start()]
    after = [m for m in inside if m.start >= mark.end()]
    if before and after and re.search(r"(?:于|并于)$", text[start : after[0].start]):
        follows = text[after[0].end : after[0].end + 16]
        if re.search("送达|签收|收到", follows):
            return after[0]
    if before:
        return before[-1]
    if after and re.search("送达|签收|收到", text[mark.end() : end]):
        return after[0]
    earlier = [m for m in mentions if m.end <= start]
    if earlier and re.search("同日|当日|当天", text[start : mark.start()]):
        return earlier[-1]
    return None


def _deemed_on(text: str, start: int, end: int, mentions: list[DateMention]) -> DateMention | None:
    """Of a notice that was announced: the day on which it was deemed served, where the sentence tells it."""
    inside = [m for m in mentions if start <= m.start < end]
    return next(
        (m for m in inside if re.match("(?:公告)?(?:期满|届满)|[^，。；]{0,6}视为", text[m.end : m.end + 12])), None
    )


def _number(paper: Paper, start: int, end: int) -> Iterator[Fact]:
    for number in find_numbers(paper.masked[start:end]):
        if (number.word and "告" in number.word) or "告" in number.raw:
            first, last = start + number.start, start + number.end
            yield paper.fact("行政处罚告知书.文号", "text", number.raw, first, last, origin=Origin.RECITED)
            return


def rights_told(paper: Paper) -> Iterator[Fact]:
    """告知听证权 and 申辩期限 of a notice; that the right was not told is said only of a notice that was wholly read."""
    if paper.short != "行政处罚告知书":
        return
    hearing = _HEARING.search(paper.masked)
    if hearing and not _NO_HEARING.search(paper.masked, *paper.sentence_at(hearing.start())):
        yield paper.fact("告知听证权", "bool", True, hearing.start(), hearing.end())
    elif paper.whole:
        defence = re.search("陈述", paper.masked)
        at = defence.start() if defence else 0
        yield paper.fact("告知听证权", "bool", False, at, min(at + 2, len(paper.masked)))
    period = _DEFENCE.search(paper.masked)
    if period:
        count = parse_number(period.group("count"))
        unit = "个工作日" if period.group("unit") == "工作日" else "日"
        yield paper.fact("申辩期限", "text", f"{count}{unit}", period.start("count"), period.end("unit"))
    yield from _hearing_period(paper)


def _hearing_period(paper: Paper) -> Iterator[Fact]:
    """听证期限: a period told for asking for a hearing, read in a clause that speaks of the hearing."""
    period = _HEARING_WITHIN.search(paper.masked)
    if period:
        count = parse_number(period.group("count"))
        unit = "个工作日" if period.group("unit") == "工作日" else "日"
        yield paper.fact("听证期限", "text", f"{count}{unit}", period.start("count"), period.end("unit"))


def waiver_recited(paper: Paper) -> Iterator[Fact]:
    """陈述申辩.放弃: only where a paper clearly says that the party waived; silence is no waiver."""
    if paper.short not in _RECITING:
        return
    waived = _WAIVED.search(paper.masked)
    if waived:
        yield paper.fact("陈述申辩.放弃", "bool", True, waived.start(), waived.end(), origin=Origin.RECITED)
