"""Running headers and footers (页眉、页脚、页码): lines that belong to the page, not to the text that crosses it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casecheck.sources.pdf_lines import VisualLine
from casecheck.sources.pdf_page import PageContent

_DEPTH = 3
"""So many lines at the top and at the bottom of a page may be running ones."""
_NEAR = 6.0
"""Running lines stand at the same height on their pages, within this many points."""
_PAGE_NUMBER = re.compile(
    r"[-—–－·~\s]*(?:第\s*)?[\divxⅠ-Ⅻ０-９一二三四五六七八九十]{1,4}(?:\s*页)?[-—–－·~\s]*"
    r"|第?\s*\d{1,4}\s*页?[\s,，、/／]*共?\s*\d{1,4}\s*页?"
    r"|第?\s*页[\s,，、]*共?\s*页?"
    r"|[Pp]age\s*\d+(?:\s*(?:of|/)\s*\d+)?"
)
_DATE = re.compile(r"[年月]\s*[\d_]{0,2}\s*[月日]")
_COPIES = re.compile(r"\s*本(?:文书|决定书|通知书|告知书)一式.{0,4}份.{0,80}|\s*(?:（|\()?此文书一式.{0,4}份.{0,80}")
_LOW = 0.80
_HEAD_ZONE, _FOOT_ZONE = 0.1, 0.85
"""Running lines stand above or below these parts of the page. Titles of papers that follow one another on pages of the
same form stand lower, or are set larger."""
_NUMBER_HEAD, _NUMBER_FOOT = 0.09, 0.88


@dataclass(slots=True)
class Running:
    """The lines of one page that are headers or footers."""

    headers: list[VisualLine] = field(default_factory=list)
    footers: list[VisualLine] = field(default_factory=list)


def part_running(pages: Sequence[PageContent]) -> list[Running]:
    """Takes the running lines out of the pages and gives them back, page by page."""
    heads = [_outer(page, upper=True) for page in pages]
    feet = [_outer(page, upper=False) for page in pages]
    result: list[Running] = []
    for number, page in enumerate(pages):
        running = Running()
        for line in heads[number]:
            if not _is_running(line, number, heads, upper=True, page=page):
                break
            running.headers.append(line)
        while running.headers and not _leaves_room(running.headers, page):
            running.headers.pop()
        for line in feet[number]:
            if any(line is header for header in running.headers):
                break
            if not _is_running(line, number, feet, upper=False, page=page):
                break
            running.footers.insert(0, line)
        result.append(running)
    for page, running in zip(pages, result, strict=True):
        taken = {id(line) for line in (*running.headers, *running.footers)}
        page.lines = [line for line in page.lines if id(line) not in taken]
    return result


def _outer(page: PageContent, *, upper: bool) -> list[VisualLine]:
    """The outermost lines of a page, from its edge inwards, as far as no table comes before them."""
    lines = page.lines if upper else page.lines[::-1]
    found: list[VisualLine] = []
    for line in lines[:_DEPTH]:
        if any((t.box[1] < line.top) if upper else (t.box[3] > line.bottom) for t in page.tables):
            break
        found.append(line)
    return found


def _is_running(
    line: VisualLine, number: int, outer: Sequence[Sequence[VisualLine]], *, upper: bool, page: PageContent
) -> bool:
    text = line.text.strip()
    if _PAGE_NUMBER.fullmatch(text):
        return _stands_apart(line, page, upper=upper) or (
            _in_zone(line, page, upper=upper) and _recurs(line, number, outer, numbers=True)
        )
    if not upper and _COPIES.fullmatch(text) and line.middle > _LOW * page.upright_height:
        return _recurs(line, number, outer, numbers=False) or _crosses(line, page, is_last=number == len(outer) - 1)
    if _DATE.search(text) and not _crosses(line, page, is_last=number == len(outer) - 1):
        # One-page papers of one form end in a date at the same height: that is the end of a paper, not of a page.
        return False
    return (
        _in_zone(line, page, upper=upper)
        and line.em <= 1.05 * _body_em(page)
        and _recurs(line, number, outer, numbers=False)
    )


def _crosses(line: VisualLine, page: PageContent, *, is_last: bool) -> bool:
    """Whether the text above the line stops in the middle of a sentence, to go on over the page."""
    above = [other for other in page.lines if other.bottom <= line.middle and other is not line]
    if is_last or not above or any(table.box[3] > above[-1].middle for table in page.tables):
        return False
    last = above[-1]
    widest = max(other.x1 for other in page.lines)
    return widest - last.x1 < 2 * last.em and last.text.rstrip()[-1:] not in "。；：！？”）"


def _in_zone(line: VisualLine, page: PageContent, *, upper: bool) -> bool:
    height = page.upright_height
    return line.middle < _HEAD_ZONE * height if upper else line.middle > _FOOT_ZONE * height


def _leaves_room(headers: Sequence[VisualLine], page: PageContent) -> bool:
    """Whether the last header is set off from what follows: the agency above a title is part of the title."""
    last = headers[-1]
    following = [line.top for line in page.lines if not any(line is header for header in headers)]
    following += [table.box[1] for table in page.tables]
    return not following or min(following) - last.bottom > 0.8 * last.em


def _body_em(page: PageContent) -> float:
    """The size in which most of the page is set."""
    lines = [*page.lines, *(line for table in page.tables for cell in table.cells for line in cell.lines)]
    half, count = sum(len(line.text) for line in lines) / 2, 0
    for line in sorted(lines, key=lambda line: line.em):
        count += len(line.text)
        if count >= half:
            return line.em
    return 0.0


def _recurs(line: VisualLine, number: int, outer: Sequence[Sequence[VisualLine]], *, numbers: bool) -> bool:
    """Whether the same words (page numbers apart) stand at the same height on a neighbouring page."""
    shape = _shape(line.text)
    if len(shape) < 2 and not numbers:
        return False
    for other in (number - 1, number + 1, number - 2, number + 2):
        if not 0 <= other < len(outer):
            continue
        for candidate in outer[other]:
            if abs(candidate.middle - line.middle) > _NEAR or _shape(candidate.text) != shape:
                continue
            if numbers or abs(candidate.x0 - line.x0) <= _NEAR or _is_centred_alike(candidate, line):
                return True
    return False


def _is_centred_alike(one: VisualLine, other: VisualLine) -> bool:
    return abs((one.x0 + one.x1) - (other.x0 + other.x1)) <= 2 * _NEAR


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", text))


def _stands_apart(line: VisualLine, page: PageContent, *, upper: bool) -> bool:
    """Whether a page number stands in the margin: away from the text, near the edge of the page."""
    height = page.upright_height
    if (upper and line.middle > _NUMBER_HEAD * height) or (not upper and line.middle < _NUMBER_FOOT * height):
        return False
    others = [other for other in page.lines if other is not line]
    edges = [t.box[1] if upper else t.box[3] for t in page.tables]
    edges += [other.top if upper else other.bottom for other in others]
    if not edges:
        return True
    gap = min(edges) - line.bottom if upper else line.top - max(edges)
    return gap > 0.6 * line.em
