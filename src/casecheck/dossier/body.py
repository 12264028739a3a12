"""The body of a file as the splitter sees it: folded blocks, where pages begin, how the type is set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from casecheck.dossier.titles import is_masthead
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.text.folded import fold_text
from casecheck.text.numbers import parse_number

_BODY = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CELL, BlockKind.TEXT_BOX))
_LARGER = 1.15
"""Type this much larger than the body text is set off from it."""
_MASTHEAD_LENGTH = 45
_MASTHEAD_BLOCKS = 4
_LINES_READ = 6
_SENTENCE = re.compile(r"[。；！？]")
_DATE_LINE = re.compile(
    r"(?:\d{4}|[二〇○零一九OX×*]{4}|[_＿]*)年[\d一二三四五六七八九十_＿X×*]*月[\d一二三四五六七八九十廿卅_＿X×*]*日.{0,14}$"
    r"|(?<!\d)(?:19|20)\d{2}([.\-/])\d{1,2}\1\d{1,2}$"
)
_END_LINE = re.compile(
    r"(?:以下空白|（印章）|（公章）|盖章）?|第[\d一二三四五六七八九十]+页[，,/、]?共[\d一二三四五六七八九十]+页)$|^本文书一式"
)
_PAGE_MARK = re.compile(r"第([\d一二三四五六七八九十]{1,3})页")


@dataclass(frozen=True, slots=True)
class Item:
    """A block of the body with its folded text and the folded text of its first lines."""

    block: Block
    text: str
    lines: tuple[str, ...]

    @property
    def cell(self) -> bool:
        """Whether it stands in a table."""
        return self.block.cell is not None


class Body:
    """The blocks of a file that can carry a 文书, in their order."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self._size = _body_size(source.blocks)
        self.items: list[Item] = [_item(block) for block in source.blocks if self._in_body(block)]
        self._last_columns = _last_columns(self.items)

    def _in_body(self, block: Block) -> bool:
        """Whether a block can carry a 文书.

        On a page, type larger than the text is no running header, though the same title may head several papers.
        """
        return block.kind in _BODY or (
            block.kind is BlockKind.HEADER and block.page is not None and self._is_larger(block)
        )

    def _is_larger(self, block: Block) -> bool:
        return bool(block.size and self._size and block.size >= self._size * _LARGER)

    def opens_page(self, index: int) -> bool:
        """Whether the block is the first of a page, of the file, or follows a page break."""
        if index == 0:
            return True
        block, before = self.items[index].block, self.items[index - 1].block
        return block.page_break_before or (block.page is not None and block.page != before.page)

    def at_head(self, index: int) -> bool:
        """Whether only what stands above a title comes before the block on its page (after its page break)."""
        for step in range(_MASTHEAD_BLOCKS + 1):
            if self.opens_page(index - step):
                return True
            above = self.items[index - step - 1]
            if above.block.kind is BlockKind.TEXT_BOX:
                continue  # A stamp or a note laid over the page stands nowhere in its text.
            if above.cell or len(above.text) > _MASTHEAD_LENGTH or _SENTENCE.search(above.text) or "：" in above.text:
                return False
        return False

    def set_off(self, index: int) -> float:
        """How much the block is set off: 1.5 each for centred (or a heading) and for larger type."""
        block = self.items[index].block
        return 1.5 * (block.centred or block.kind is BlockKind.HEADING) + 1.5 * self._is_larger(block)

    def heads_table(self, index: int) -> bool:
        """Whether a cell is the first row of its table, alone in it: a title set inside the frame."""
        cell = self.items[index].block.cell
        if cell is None or cell.row > 0 or cell.column > 0:
            return False
        return cell.column_span >= self._last_columns.get(cell.table, 1)

    def in_sentence(self, index: int) -> bool:
        """Whether the text before runs on into the block: a line of a paragraph that was not joined."""
        if self.items[index].block.continues:
            return True
        if index == 0 or self.opens_page(index) or self.items[index - 1].cell:
            return False
        before = self.items[index - 1].text
        if len(before) < 15 or is_masthead(before):
            return False
        return not re.search(r"[。；：！？）”…_\d日]$", before)

    def ended(self, index: int) -> bool:
        """Whether the blocks just before `index` close a paper: a date line, 以下空白, a page mark, 本文书一式…."""
        for item in reversed(self.items[max(0, index - 4) : index]):
            if not item.text:
                continue
            if any(_DATE_LINE.search(line) or _END_LINE.search(line) for line in (item.text, *item.lines[-1:])):
                return True
        return False

    def page_mark(self, index: int) -> int | None:
        """The N of 第N页 printed near the block, in the header or in the footer of its page; None when there is none."""
        page = self.items[index].block.page
        near = [i.text for i in self.items[max(0, index - 3) : index + 4] if i.block.page == page]
        running = [
            fold_text(b.text)
            for b in self.source.blocks
            if b.page is not None and b.page == page and b.kind in (BlockKind.HEADER, BlockKind.FOOTER)
        ]
        for text in (*near, *running):
            mark = _PAGE_MARK.search(text) if len(text) <= _MASTHEAD_LENGTH else None
            number = parse_number(mark[1]) if mark else None
            if number is not None:
                return int(number)
        return None


def _body_size(blocks: Sequence[Block]) -> float | None:
    """The usual size of type outside tables, long blocks counting more; None where no size is known."""
    sizes = [
        block.size
        for block in blocks
        if block.size and block.kind in _BODY and block.cell is None
        for _ in range(min(len(block.text), 60) // 4 + 1)
    ]
    return median(sizes) if sizes else None


def _item(block: Block) -> Item:
    text = fold_text(block.text)
    if "\n" not in block.text:
        return Item(block, text, (text,) if text else ())
    lines = (fold_text(line) for line in block.text.split("\n", _LINES_READ)[:_LINES_READ])
    return Item(block, text, tuple(filter(None, lines)))


def _last_columns(items: Sequence[Item]) -> dict[int, int]:
    widths: dict[int, int] = {}
    for item in items:
        cell = item.block.cell
        if cell is not None:
            widths[cell.table] = max(widths.get(cell.table, 1), cell.column + cell.column_span)
    return widths
