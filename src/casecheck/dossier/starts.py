"""Where a 文书 starts: its first block, its title, and what stands around them on the page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casecheck.dossier.body import Body
from casecheck.dossier.layout import Guess
from casecheck.dossier.titles import TitleMatch, is_masthead
from casecheck.model.vocabulary import Form

_SURE = 7.0
FORM_NUMBER = re.compile(r"^(?:式样|文书|样式)?\d{1,2}[、.．]?")
"""The number of the form that some programs print before a title."""
_SHORT_PREAMBLE = (6, 150)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The first block of a 文书 (its masthead), where its title stands, and what the title says.

    `match` is None for a paper that the vocabulary does not know; `title` is then what it prints. `guess` is the form of
    a paper that prints none.
    """

    first: int
    title_at: int
    title_end: int
    title: str
    score: float
    match: TitleMatch | None = None
    guess: Guess | None = None
    number: str | None = None
    doubtful: bool = False
    """Whether a title stands inside it that may begin a paper of its own."""

    @property
    def form(self) -> Form | None:
        """The form that the title names, or the layout shows."""
        named = self.match or self.guess
        return named.form if named else None

    @property
    def sure(self) -> bool:
        """Whether title, place and what follows all agree."""
        return self.score >= _SURE


def is_quoted(body: Body, start: Start, current: Start) -> bool:
    """Whether a title that is set like the text around it, in the middle of a paper whose own title is not, is only quoted."""
    index = start.title_at
    if body.at_head(index) or body.set_off(index) or body.items[index].cell or body.ended(start.first):
        return False
    opens = current.first > 0 and body.items[current.first].block.page_break_before
    return opens or body.set_off(current.title_at) > 0


def is_further_page(body: Body, index: int, current: Start) -> bool | None:
    """Whether 第N页 tells that a page is a further (True) or the first one (False) of a paper; None when it tells nothing.

    A mark that counts the pages of the whole file tells nothing of the paper.
    """
    mark, page = body.page_mark(index), body.items[index].block.page
    if mark is None or mark == page:
        return None
    if mark == 1:
        return False
    first = body.items[current.title_at].block.page
    if page is None or first is None:
        return True
    return True if mark == page - first + 1 else None


def after_an_end(body: Body, index: int) -> bool:
    """Whether the paper before has ended: its last line says so, or the page marks begin to count anew."""
    page = body.items[index].block.page
    restarts = page is not None and page > 1 and body.page_mark(index) == 1
    return restarts or body.ended(masthead(body, index, 0))


def masthead(body: Body, index: int, lowest: int, title: str = "") -> int:
    """The first block of what stands above the title (authority, 关于…的, number) on the same page.

    All that stands between a page break that somebody set and a title at the head of its page belongs to the title.
    """
    opener = next((n for n in range(index, lowest - 1, -1) if body.opens_page(n)), lowest)
    if body.items[opener].block.page_break_before and body.at_head(index):
        return opener
    first = index
    for step in range(index - 1, opener - 1, -1):
        above = body.items[step]
        if above.text and (above.cell or not (is_masthead(above.text) or FORM_NUMBER.sub("", above.text) == title)):
            return first
        if above.text:
            first = step
    return opener if opener > lowest or lowest == 0 else first


def with_preamble(body: Body, starts: list[Start]) -> list[Start]:
    """A few short blocks before the first title belong to it (a stamp, a note on the copy, a system code)."""
    if not starts or starts[0].first == 0:
        return starts
    before = body.items[: starts[0].first]
    count, length = _SHORT_PREAMBLE
    if sum(bool(i.text) for i in before) > count or sum(len(i.text) for i in before) > length:
        return starts
    if any(body.opens_page(i) for i in range(1, starts[0].first + 1)) and any(i.text for i in before):
        return starts
    moved = replace(starts[0], first=0)
    return [moved, *starts[1:]]


def stretches(body: Body, starts: Sequence[Start]) -> Iterator[tuple[Start | None, int, int]]:
    """The items `first:end` of every 文书; those before the first start come with None."""
    if not body.items:
        return
    bounds = [start.first for start in starts]
    if not bounds or bounds[0] > 0:
        yield None, 0, bounds[0] if bounds else len(body.items)
    for start, (first, end) in zip(starts, pairwise([*bounds, len(body.items)]), strict=True):
        yield start, first, end
