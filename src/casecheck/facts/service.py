"""送达: what a 送达回证 proves, as facts of the papers it serves."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.dates import DateMention, find_dates
from casecheck.text.folded import fold

_WHEN = re.compile(r"送达(?:时间|日期)|收件(?:时间|日期)|签收(?:时间|日期)|收到(?:时间|日期)|送达年月日")
_SIGNED = re.compile(r"(?:收件人|受送达人|收到人|签收人|代收人)[^\n]{0,16}(?:签名|盖章|签字|签收)|收件人|签收")


def served(paper: Paper, papers: dict[str, Paper]) -> Iterator[Fact]:
    """`<文书>.送达日期` of each 文书 that this receipt serves.

    The day is the one beside 送达时间, else the one the receiver signed with; where a receipt lists several papers with a day
    for each, that of the row.
    """
    if paper.short != "送达回证":
        return
    day = _day(paper)
    if day is None or day.value is None:
        return
    for identity in paper.document.serves:
        target = papers.get(identity)
        if target is None or not target.short:
            continue
        own = _row_day(paper, target) or day
        if own.value is None:
            continue
        fact = paper.fact(f"{target.short}.送达日期", "date", own.value, own.start, own.end, how="label")
        yield Fact(
            name=fact.name,
            type=fact.type,
            value=fact.value,
            raw=fact.raw,
            places=fact.places,
            document=identity,
            about=target.document.title,
            how=fact.how,
        )


def _day(paper: Paper) -> DateMention | None:
    days = [d for d in find_dates(paper.text) if d.value]
    for label in (_WHEN, _SIGNED):
        for found in label.finditer(paper.text):
            near = [d for d in days if found.end() <= d.start <= found.end() + 60]
            if near:
                return near[0]
    return days[-1] if days else None


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
