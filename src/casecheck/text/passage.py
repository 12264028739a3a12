"""Several blocks as one searchable text, with the place of every character."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from casecheck.model.place import Place, Quote
from casecheck.model.source import Block
from casecheck.text.folded import Folded, fold

_SPACE = re.compile(r"\s+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·〇]")


class Passage:
    """The folded text of blocks in their order.

    A line feed stands between two blocks except where the second continues the first. Nothing is left out: choose the
    blocks before. Build it once for each document.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._folded: list[Folded] = [fold(block.text) for block in blocks]
        pieces: list[str] = []
        spans: list[tuple[int, int, Block]] = []
        position = 0
        for block, folded in zip(blocks, self._folded, strict=True):
            if spans and not block.continues:
                pieces.append("\n")
                position += 1
            pieces.append(folded.text)
            spans.append((position, position + len(folded.text), block))
            position += len(folded.text)
        self._text = "".join(pieces)
        self._spans = tuple(spans)
        self._starts = [start for start, _, _ in spans]

    @property
    def text(self) -> str:
        """The folded text."""
        return self._text

    @property
    def spans(self) -> tuple[tuple[int, int, Block], ...]:
        """Start and end in `text` of each block."""
        return self._spans

    def _index(self, position: int) -> int:
        """The number of the block at a position: of the blocks that start there the one that has the character."""
        if not self._spans:
            raise IndexError(position)
        return max(0, bisect_right(self._starts, position) - 1)

    def block_at(self, position: int) -> Block:
        """The block that holds that character of `text` (a line feed belongs to the block before it).

        IndexError when there is no block at all.
        """
        return self._spans[self._index(position)][2]

    def _printed(self, start: int, end: int) -> list[tuple[Block, int, int]]:
        """Blocks touched by `text[start:end]` with the span of their own text."""
        touched: list[tuple[Block, int, int]] = []
        for number in range(self._index(start), len(self._spans)):
            first, last, block = self._spans[number]
            if first > start and first >= end:
                break
            inner_start, inner_end = max(start, first) - first, min(end, last) - first
            if inner_start < inner_end:
                touched.append((block, *self._folded[number].printed(inner_start, inner_end)))
        if not touched:
            number = self._index(start)
            first, last, block = self._spans[number]
            point = self._folded[number].offsets[min(max(start, first), last) - first]
            touched.append((block, point, point))
        return touched

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Where `text[start:end]` is printed: one place for each block it touches."""
        return tuple(block.place(first, last) for block, first, last in self._printed(start, end))

    def raw(self, start: int, end: int) -> str:
        """`text[start:end]` as printed; white space inside it is kept only as one space between Latin words."""
        parts = [block.text[first:last] for block, first, last in self._printed(start, end)]
        return join_printed("\n".join(parts))

    def quote(self, start: int, end: int, document: str | None = None, role: str = "") -> Quote:
        """A quote of `text[start:end]` at the first place it touches."""
        return Quote(text=self.raw(start, end), place=self.places(start, end)[0], document=document, role=role)


def join_printed(text: str) -> str:
    """Printed text on one line: white space next to a Chinese character goes, any other becomes one space."""
    pieces = _SPACE.split(text.strip())
    joined = pieces[:1]
    for before, after in pairwise(pieces):
        if not (_WIDE.match(before[-1]) or _WIDE.match(after[0])):
            joined.append(" ")
        joined.append(after)
    return "".join(joined)
