"""行政强制措施 and 先行登记保存: kind and period; extension of the case period."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.dates import find_dates
from casecheck.text.numbers import parse_number

_SEIZURE = ("实施行政强制措施决定书", "延长行政强制措施期限决定书")
_PERIODS = (*_SEIZURE, "检验期间告知书")
_LENGTH = re.compile(
    r"(?:期限|延长)[^。；\n]{0,12}?(?<![0-9一二三四五六七八九十月])"
    r"(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?P<unit>日|天)(?!内)"
)
_RANGE = re.compile(r"自?[^。；]{0,24}起?[，]?至[^。；]{0,24}(?:止|届满)?")
_TICKED = re.compile(r"[☑√■✓☒](查封|扣押)|(查封|扣押)[☑√■✓]")
_EXTENSION = re.compile(r"(?:延长|延期)(?:案件)?(?:的)?(?:办案|办理|调查|审查|处理)?[^。；\n]{0,12}(?:期限|日|至)")
_OTHER_PERIOD = re.compile("查封|扣押|强制措施|核查期|核查时|审核期|审核时")
"""What else may be prolonged by the same form."""
_UNTIL = re.compile(r"(?:延长|延期)[^。；]{0,30}?至")


def measure(paper: Paper) -> Iterator[Fact]:
    """期限起, 期限止, 期限天数 and 种类 of a seizure, its extension, or a testing period."""
    if paper.short not in _PERIODS:
        return
    yield from _period(paper)
    length = _LENGTH.search(paper.masked)
    if length and paper.short in _SEIZURE:
        days = parse_number(length.group("count"))
        if isinstance(days, int):
            yield paper.fact("期限天数", "int", days, length.start("count"), length.end("unit"))
    if paper.short == "实施行政强制措施决定书":
        yield from _kind(paper)


def _period(paper: Paper) -> Iterator[Fact]:
    start_field, end_field = ("期间起", "期间止") if paper.short == "检验期间告知书" else ("期限起", "期限止")
    days = [d for d in find_dates(paper.masked) if d.value]
    for first, last in pairwise(days):
        between = paper.masked[first.end : last.start]
        if re.fullmatch(r"[起（）]?[，]?(?:至|到|-|—|~)", between) or re.fullmatch(
            r"起?[，]?[^。；\n]{0,6}至", between
        ):
            if first.value and last.value:
                yield paper.fact(start_field, "date", first.value, first.start, first.end)
                yield paper.fact(end_field, "date", last.value, last.start, last.end)
            return
    if paper.short != "延长行政强制措施期限决定书":
        return
    until = _UNTIL.search(paper.masked)
    ends = [d for d in days if until and 0 <= d.start - until.end() <= 3]
    if ends and ends[0].value:
        yield paper.fact(end_field, "date", ends[0].value, ends[0].start, ends[0].end)


def _kind(paper: Paper) -> Iterator[Fact]:
    ticked = [(m.start(), m.end(), m.group(1) or m.group(2)) for m in _TICKED.finditer(paper.masked)]
    decided = re.compile(r"(?:予以|实施|采取|进行|决定)[^。；\n]{0,40}?(?P<kind>查封|扣押)(?!（|/|、|\s*扣押)")
    if not ticked:
        ticked = [(m.start("kind"), m.end("kind"), m.group("kind")) for m in decided.finditer(paper.masked)]
    seen: set[str] = set()
    for start, end, kind in ticked:
        if kind not in seen:
            seen.add(kind)
            yield paper.fact("种类", "text", kind, start, end)


_CORRECT_BY = re.compile(r"(?:之?前|以前)[^。；]{0,20}(?:改正|整改|停止)")
_CORRECT_BEFORE = re.compile(r"(?:限|责令|应当?|要求)[^。；]{0,40}$|(?:于|在|至)$")


_CORRECT_WITHIN = re.compile(
    r"(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?P<unit>工作日|日|天)(?:之?内|以内)[^。；复诉]{0,24}(?:改正|整改|停止)"
)


def correction_period(paper: Paper) -> Iterator[Fact]:
    """责令改正通知书.改正期限: the day before which correction is ordered; 改正天数 where it is a number of days."""
    if paper.short != "责令改正通知书":
        return
    text = paper.masked
    within = _CORRECT_WITHIN.search(text)
    count = parse_number(within.group("count")) if within else None
    if within and isinstance(count, int):
        yield paper.fact("改正天数", "int", count, within.start("count"), within.end("unit"))
    for day in find_dates(text):
        before = text[max(0, day.start - 60) : day.start]
        if day.value and _CORRECT_BY.match(text, day.end) and _CORRECT_BEFORE.search(before):
            yield paper.fact("改正期限", "date", day.value, day.start, day.end)
            return


def extension(paper: Paper, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """延期审批.批准日期 and .延长至 of an approval form whose matter is the extension of the case period."""
    if paper.short != "有关事项审批表":
        return
    matter = _EXTENSION.search(paper.masked)
    if not matter or _OTHER_PERIOD.search(paper.masked, max(0, matter.start() - 20), matter.end() + 20):
        return
    for fact in facts:
        if fact.name.endswith(".批准日期"):
            yield Fact(
                name="延期审批.批准日期",
                type="date",
                value=fact.value,
                raw=fact.raw,
                places=fact.places,
                document=fact.document,
                how=fact.how,
            )
    length = _LENGTH.search(paper.masked, matter.start())
    count = parse_number(length.group("count")) if length else None
    if length and isinstance(count, int):
        yield paper.fact("延期审批.延长天数", "int", count, length.start("count"), length.end("unit"))
    ends = [m.end() for m in _UNTIL.finditer(paper.masked)]
    days = [d for d in find_dates(paper.masked) if any(0 <= d.start - end <= 3 for end in ends)]
    latest = max(
        days, key=lambda d: d.value or date.min, default=None
    )  # a further extension tells of the first one, too
    if latest and latest.value:
        yield paper.fact("延期审批.延长至", "date", latest.value, latest.start, latest.end)
