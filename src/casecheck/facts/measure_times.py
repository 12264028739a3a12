"""采取措施的钟点: at which minute a measure was carried out, and at which it was approved (行政强制法 第十九条)."""

import re
from collections.abc import Iterator
from datetime import datetime, time

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.times import find_times

_MEASURES = (
    ("强制措施", ("现场笔录", "实施行政强制措施决定书"), r"查封|扣押"),
    ("登记保存", ("现场笔录", "先行登记保存证据通知书"), r"先行登记保存"),
)
_LONE = re.compile(r"(?<![0-9日午晚晨夜.:])(?P<hour>[01]?[0-9]|2[0-3])(?:时(?P<minute>[0-5]?[0-9])分)")
_ACTS = (
    r"[，]?(?:办案人员|执法人员|检查人员|本局|我局)?(?:(?:当场|现场|依法|立即)*(?:对|将)[^。；，]{0,40}?)?"
    r"(?:当场|现场|依法|立即)*(?:实施|予以|采取|进行)?(?:了|行政强制措施)*(?:（)?(?:WORDS)(?!决定书|通知书|清单|审批|的(?:理由|依据|期限))"
)
"""What follows the minute of the measure itself; a report, a request or the delivery of a paper at that minute is none."""


def carried_out(paper: Paper) -> Iterator[Fact]:
    """`强制措施.实施时间` and `登记保存.实施时间`, where the record or the decision prints the minute of the measure."""
    for measure, papers, words in _MEASURES:
        if paper.short not in papers:
            continue
        act = re.compile(_ACTS.replace("WORDS", words))
        for begin, first, last in _minutes(paper.masked):
            if act.match(paper.masked, last):
                yield paper.fact(f"{measure}.实施时间", "time", begin, first, last)


def _minutes(text: str) -> Iterator[tuple[datetime, int, int]]:
    """Minutes with their spans; one that stands alone is of the day of the paper's first time (检查时间), if it lasts one day."""
    whole = find_times(text)
    yield from ((m.begin, m.start, m.end) for m in whole if m.finish is None)
    if not whole or (whole[0].finish or whole[0].begin).date() != whole[0].begin.date():
        return
    for lone in _LONE.finditer(text, whole[0].end):
        if all(not m.start <= lone.start() < m.end for m in whole):
            at = time(int(lone["hour"]), int(lone["minute"]))
            yield datetime.combine(whole[0].begin.date(), at), lone.start(), lone.end()


def approved_at(paper: Paper, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """`<事项>.批准时间`, where a time of day follows the day of the approval (`<事项>.批准日期` in `facts`)."""
    for fact in facts:
        name, _, field = fact.name.partition(".")
        if field != "批准日期" or name not in [measure for measure, _, _ in _MEASURES]:
            continue
        for mention in find_times(paper.text):
            timed = paper.fact(f"{name}.批准时间", "time", mention.begin, mention.start, mention.end)
            if mention.finish is None and _same_place(timed, fact):
                yield timed


def _same_place(timed: Fact, dated: Fact) -> bool:
    begin = timed.value
    if not (isinstance(begin, datetime) and timed.places and dated.places):
        return False
    one, other = timed.places[0], dated.places[0]
    here, there = ((p.file, p.page, p.block, p.start) for p in (one, other))
    return begin.date() == dated.value and here == there
