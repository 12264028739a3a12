"""送达: what a 送达回证 or a 送达公告 proves, as facts of the papers it serves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from casecheck.facts.first_service import counts
from casecheck.facts.forms import entries, known_labels
from casecheck.facts.paper import Paper
from casecheck.facts.typed import is_blank
from casecheck.model.fact import Fact, Origin
from casecheck.text.dates import DateMention, find_dates
from casecheck.text.docno import find_numbers
from casecheck.text.folded import fold
from casecheck.text.numbers import parse_number

_WHEN = re.compile(r"送达(?:时间|日期)|送达年月日")
_RECEIVED = re.compile(
    r"(?:收件|签收|收到)(?:时间|日期)|(?:收件人|受送达人|收到人|签收人|代收人)[^\n]{0,16}(?:签名|盖章|签字|签收)|收件人|签收"
)
_OF_OTHERS = re.compile(r"送达人(?<!受送达人)|见证人|拒收|备注|送达地点|送达地址|送达方式|案由|送达时间|送达日期")
"""Labels behind which a day is no longer the receiver's."""
_NEAR = 60
_ITEM = r"(?:（?[0-9一二三四五六七八九十]{1,2}[）、.]|[①-⑩])"
"""The number of an item in a list of papers."""
_TERM = re.compile(
    r"(?:公告|发布|张贴|刊登|发出)[^。；]{0,16}?(?:经过?|满|起)[，]?(?:经过?|满)?(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,4})个?(?:日|天)[^。；]{0,12}?(?:视为|即为)[^。；]{0,4}送达"
)
"""The days after which a public notice deems its papers served."""
_CLOSING = "）》〕】"
_OPENING = re.compile(rf"[\n、，；。和及与]*{_ITEM}?[\n、，；]*")
_ENDING = re.compile(rf"[\n、，；。和及与]*{_ITEM}?[\n、，；。]*$")


def papers_named(paper: Paper) -> Iterator[Fact]:
    """`送达回证.送达文书` and `.送达文书文号`: one for each paper, also where one cell or line names several."""
    if paper.short != "送达回证":
        return
    labels = known_labels(paper)
    for entry in entries(paper):
        text = paper.text[entry.start : entry.end]
        if entry.field.fact != "送达回证.送达文书" or is_blank(text):
            continue
        for first, last in _each_named(text):
            start, end = entry.start + first, entry.start + last
            name = paper.text[start:end].replace("\n", "")
            if name not in labels:
                yield paper.fact("送达文书", "text", name, start, end, how=entry.how)
        for number in find_numbers(text):
            if number.year and number.serial:
                start, end = entry.start + number.start, entry.start + number.end
                yield paper.fact("送达文书文号", "text", number.raw, start, end, how=entry.how)


def _each_named(text: str) -> Iterator[tuple[int, int]]:
    """Each paper of a list: it begins at a 《, or, where there is none, behind the 文号 of the one before."""
    starts = [m.start() for m in re.finditer("《", text)]
    ends = [n.end + len(text[n.end :]) - len(text[n.end :].lstrip(_CLOSING)) for n in find_numbers(text)]
    bounds = starts[1:] if starts else ends[:-1]
    for begin, stop in pairwise([0, *bounds, len(text)]):
        opening = _OPENING.match(text, begin, stop)
        first = opening.end() if opening else begin
        ending = _ENDING.search(text[first:stop]) if stop < len(text) else None
        last = first + ending.start() if ending else stop
        if first < last:
            yield first, last


def served(paper: Paper, papers: dict[str, Paper]) -> Iterator[Fact]:
    """`<文书>.送达日期` of each 文书 that this receipt serves.

    The day is the one beside 送达时间, or the one the receiver signed with; where both are there and differ, both are
    given, so that the name is in conflict. Of several receipts of one paper `counts` tells which is its service; the days
    of the others are `further`. Where a receipt lists several papers with a day for each, it is that of the row.
    """
    if paper.short != "送达回证":
        return
    days = _days(paper)
    if not days:
        return
    several = len(paper.document.serves) > 1
    for identity in paper.document.serves:
        target = papers.get(identity)
        if target is None or not target.short:
            continue
        row = _row_day(paper, target)
        own = days if row is None else [row] if several else [row, *days]
        further = not counts(paper, target, papers, _values)
        for day in _different(own):
            fact = paper.fact(f"{target.short}.送达日期", "date", day.value or "", day.start, day.end, how="label")
            yield replace(fact, document=identity, about=target.document.title, further=further)


def announced(paper: Paper, papers: dict[str, Paper], facts: Sequence[Fact]) -> Iterator[Fact]:
    """`<文书>.送达日期` of each 文书 that a 送达公告 serves: the day on which it takes effect by its own words.

    A notice of penalty whose announcement had not run out when the decision was made was not served before it: that gives
    no day (that the decision came too early is told of the announcement itself).
    """
    term = _TERM.search(paper.text) if paper.short == "送达公告" else None
    count = parse_number(term["count"]) if term else None
    posted = _day_of(facts, "送达公告.日期", paper.document.id)
    if term is None or not isinstance(count, int) or posted is None:
        return
    effective = posted + timedelta(days=count)
    decided = _day_of(facts, "行政处罚决定书.决定日期")
    for identity in paper.document.serves:
        target = papers.get(identity)
        if target is None or not target.short:
            continue
        if target.short == "行政处罚告知书" and decided and posted <= decided <= effective:
            continue
        fact = paper.fact(f"{target.short}.送达日期", "date", effective, *term.span(), origin=Origin.DERIVED)
        yield replace(fact, document=identity, about=target.document.title)


def _day_of(facts: Sequence[Fact], name: str, document: str | None = None) -> date | None:
    """The first day that the papers themselves give for the name."""
    own = (f for f in facts if f.name == name and document in (None, f.document) and f.origin is not Origin.RECITED)
    return next((f.value for f in own if isinstance(f.value, date)), None)


def _days(paper: Paper) -> list[DateMention]:
    """The day of delivery and the day of the receiver's signature; the last day of the receipt where neither is labelled."""
    days = [d for d in find_dates(paper.text) if d.value]
    labelled = [_labelled(paper.text, _WHEN, days, bounded=True), _labelled(paper.text, _RECEIVED, days, bounded=True)]
    found = [day for day in labelled if day]
    if found:
        return found
    loose = (_labelled(paper.text, label, days, bounded=False) for label in (_WHEN, _RECEIVED))
    return next(([day] for day in loose if day), days[-1:])


def _values(receipt: Paper) -> list[date]:
    return [day.value for day in _days(receipt) if day.value]


def _labelled(text: str, label: re.Pattern[str], days: list[DateMention], *, bounded: bool) -> DateMention | None:
    """The first day behind a label; `bounded`: with no label of another day or person between."""
    for found in label.finditer(text):
        near = next((d for d in days if found.end() <= d.start <= found.end() + _NEAR), None)
        if near and not (bounded and _OF_OTHERS.search(text, found.end(), near.start)):
            return near
    return None


def _different(days: Sequence[DateMention]) -> list[DateMention]:
    """One mention for each day."""
    first: dict[date | None, DateMention] = {}
    for day in days:
        first.setdefault(day.value, day)
    return list(first.values())


def _row_day(paper: Paper, target: Paper) -> DateMention | None:
    """The day in the table row that names the served paper, where rows carry days of their own."""
    rows: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for start, end, block in paper.spans:
        if block.cell:
            rows.setdefault((block.cell.table, block.cell.row), []).append((start, end))
    title = fold(target.document.title).text
    number = fold(target.document.number or "").text
    for cells in rows.values():
        text = "\n".join(paper.text[s:e] for s, e in cells)
        if (number and number in text) or (title and title in text):
            days = [d for s, e in cells for d in find_dates(paper.text[s:e]) if d.value]
            if len(days) == 1:
                start = next(s for s, e in cells if any(d.value for d in find_dates(paper.text[s:e])))
                mention = days[0]
                return DateMention(
                    start=start + mention.start,
                    end=start + mention.end,
                    raw=mention.raw,
                    value=mention.value,
                    kind=mention.kind,
                )
    return None
