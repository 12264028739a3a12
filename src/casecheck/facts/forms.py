"""Labels and what stands beside them: neighbouring cells, one cell, `标签：值`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from casecheck.facts.opinions import SIGNATURE_LABELS, signature
from casecheck.facts.paper import Paper
from casecheck.model.source import Block, BlockKind, CellPosition
from casecheck.model.vocabulary import FormField
from casecheck.text.folded import fold

_COMMON_LABELS = (
    "性别", "年龄", "职务", "职业", "民族", "出生日期", "文化程度", "工作单位", "联系电话", "电话", "手机号码", "联系方式", "联系地址",
    "邮政编码", "执法证号", "执法证件号", "执法证编号", "证件号码", "签名", "签字", "日期", "时间", "地点", "记录人", "见证人", "备注",
    "主体资格证照名称", "身份证号码", "住所", "住址", "地址", "邮编", "字号", "企业类型",
)  # fmt: skip
_COLUMN_HEAD = re.compile(
    r"(?:序号|名称|品名|商品名称|物品名称|规格|型号|规格型号|单位|数量|单价|金额|备注|项目|生产日期|批号|生产批号|保质期|处理方式|文号|日期|页号|题名|责任者|文书名称)"
    r"(?:（[^（）]*）)?"
)
_SECTION = re.compile(r"(?:意见|结果|结论|内容|情况|记录|幅度|决定|编号|文号|理由|依据|事实)$")
_LABEL_WORD = re.compile(r"[\u4e00-\u9fff]{2,8}")
_LONGEST_SECTION = 12
_ANY_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,8})(?:（[^（）\n]{1,16}）)?：(?!“)")
_SENTENCE = re.compile("[，。；]")
_TO_SIGN = re.compile(r"（(?:签名|签字|盖章)[^（）]*）$")
"""What older forms print after the label of a person: 承办人（签名）."""
_SHORT_VALUE = 70
_LEADERS = "\n、，；。）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What stands beside a label: `text[start:end]` of the paper. `how` is `table` or `label`."""

    field: FormField
    label: str
    start: int
    end: int
    how: str


def entries(paper: Paper) -> Iterator[Entry]:
    """Every field of the form that the paper prints, with its value (which may be empty)."""
    if paper.form is None:
        return
    found = (*_table_entries(paper), *_inline_entries(paper))
    yield from _by_side(paper, found)


def _by_side(paper: Paper, found: Iterable[Entry]) -> Iterator[Entry]:
    """Labels that party and authority share (联系电话, 地址): above the first sentence they are the party's, else 机关…."""
    fields = paper.form.fields if paper.form else ()
    official = {f.fact for f in fields if re.search(r"\.机关.", f.fact)}
    shared = {folded(label) for f in fields if f.fact in official for label in f.labels}
    first = paper.masked.find("。")
    for entry in found:
        if official and entry.label in shared and (entry.field.fact in official) != (0 <= first < entry.start):
            continue
        yield entry


@lru_cache(maxsize=4096)
def folded(label: str) -> str:
    """The label as it stands in folded text."""
    return fold(label).text


def _labels(paper: Paper) -> list[tuple[str, FormField]]:
    fields = paper.form.fields if paper.form else ()
    found = [(folded(label), field) for field in fields for label in field.labels]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _bare(cell: str) -> str:
    return cell.replace("\n", "").strip("：:*")


def known_labels(paper: Paper) -> set[str]:
    """Every word that announces a field on this form, also of fields that give no fact."""
    form = paper.form
    signers = {folded(signer) for signer in form.signers} if form else set()
    return {label for label, _ in _labels(paper)} | {folded(label) for label in _COMMON_LABELS} | signers


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of the grid: its span in the text (empty where nothing is printed) and its words without marks."""

    start: int
    end: int
    at: CellPosition
    words: str


def _grids(paper: Paper) -> list[list[_Cell]]:
    """The cells of each table, empty ones too."""
    printed = {id(block): (start, end) for start, end, block in paper.spans}
    tables: dict[tuple[str, int], list[_Cell]] = {}
    for block in paper.document.blocks:
        if block.kind is BlockKind.CELL and block.cell:
            start, end = printed.get(id(block), (0, 0))
            cell = _Cell(start, end, block.cell, paper.text[start:end].replace("\n", "").strip("：*"))
            tables.setdefault((block.file, block.cell.table), []).append(cell)
    return list(tables.values())


def _table_entries(paper: Paper) -> Iterator[Entry]:
    labels: dict[str, list[FormField]] = {}
    for label, field in _labels(paper):
        labels.setdefault(label, []).append(field)
    known = known_labels(paper)
    for cells in _grids(paper):
        known |= {cell.words for cell in cells if _TO_SIGN.sub("", cell.words) in known}
        headings = _heading_rows(cells, known)
        for cell in cells:
            for field in labels.get(cell.words) or labels.get(_TO_SIGN.sub("", cell.words)) or ():
                spans = _below(cell, cells, headings) if cell.at.row in headings else _beside(cell, cells, known)
                for start, end in spans if field.many else spans[:1]:
                    yield Entry(field=field, label=cell.words, start=start, end=end, how="table")


def _heading_rows(cells: list[_Cell], known: set[str]) -> set[int]:
    """Rows of column heads: three cells or more, of which two neighbours are labels."""
    rows: dict[int, list[_Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.at.row, []).append(cell)
    found = set()
    for number, row in rows.items():
        heads = [cell for cell in row if cell.words in known or _COLUMN_HEAD.fullmatch(cell.words)]
        starts = {cell.at.column for cell in heads}
        if len(row) > 2 and any(cell.at.column + cell.at.column_span in starts for cell in heads):
            found.add(number)
    return found


def _below(head: _Cell, cells: list[_Cell], headings: set[int]) -> list[tuple[int, int]]:
    """The cells of a column under its head."""
    column = [
        cell
        for cell in cells
        if cell.at.row > head.at.row and cell.at.column == head.at.column and cell.at.column_span == head.at.column_span
    ]
    stop = min((row for row in headings if row > head.at.row), default=None)
    return [(c.start, c.end) for c in column if c.start < c.end and (stop is None or c.at.row < stop)]


def _beside(label: _Cell, cells: list[_Cell], known: set[str]) -> list[tuple[int, int]]:
    """The cells right of a label up to the next label as one span; the cell below where nothing stands beside it."""
    at = label.at
    right = at.column + at.column_span
    spans: list[tuple[int, int]] = []
    headed = {c.at.column for c in cells if c.words in known and c.at.column > at.column}
    neighbours = [c for c in cells if at.row <= c.at.row < at.row + at.row_span and c.at.column >= right]
    for cell in neighbours:
        if cell.words in known:
            if cell.at.row == at.row:
                break
        elif cell.start < cell.end:
            if (
                spans
                and cell.at.row == at.row
                and (cell.words.split("：", 1)[0] in known or _names(cell, headed, neighbours))
            ):
                break
            spans.append((cell.start, cell.end))
    if spans:
        return [(spans[0][0], spans[-1][1])]
    if neighbours and neighbours[0].words not in known:
        return []
    under = [c for c in cells if c.at.row == at.row + at.row_span and c.at.column == at.column]
    return [(c.start, c.end) for c in under if c.start < c.end and c.words not in known]


def _names(cell: _Cell, headed: set[int], neighbours: list[_Cell]) -> bool:
    """Whether a cell is a label that the form does not know: a short word where other rows have labels, with a value."""
    follows = any(c.at.row == cell.at.row and c.at.column > cell.at.column and c.start < c.end for c in neighbours)
    return follows and cell.at.column in headed and _LABEL_WORD.fullmatch(cell.words) is not None


def _inline_entries(paper: Paper) -> Iterator[Entry]:
    labels = _labels(paper)
    if not labels:
        return
    stops = sorted(known_labels(paper), key=len)
    pattern = re.compile("(" + "|".join(re.escape(s) for s in reversed(stops)) + r")(?:（[^（）\n]{1,20}）)?：")
    by_label: dict[str, list[FormField]] = {}
    for label, field in labels:
        by_label.setdefault(label, []).append(field)
    for number, (start, end, block) in enumerate(paper.spans):
        text = paper.masked[start:end]
        marks = [m for m in pattern.finditer(text) if _stands_free(paper, start, text, m)]
        ends = [*(m.start() for m in marks[1:]), len(text)]
        for mark, last in zip(marks, ends, strict=False):
            first, stop = start + mark.end(), start + _value_end(text, mark, last, block)
            stop = _next_label(paper, first, stop)
            if mark.end() == len(text) and _SECTION.search(mark.group(1)) and paper.form and paper.form.internal:
                first, stop = _section(paper, number, pattern, set(by_label)) or (first, stop)
            signed = signature(paper, number, mark, pattern) if _SECTION.search(mark.group(1)) else None
            for field in by_label.get(mark.group(1), ()):
                span = signed if signed and field.type == "date" else (first, stop)
                yield Entry(field=field, label=mark.group(1), start=span[0], end=span[1], how="label")
        yield from _unmarked(paper, start, end, by_label)


def _section(paper: Paper, number: int, pattern: re.Pattern[str], fields: set[str]) -> tuple[int, int] | None:
    """The lines under a label that stands alone on its line (`审批意见：`), up to the next field or a table."""
    found: list[tuple[int, int]] = []
    for start, end, block in paper.spans[number + 1 : number + 1 + _LONGEST_SECTION]:
        mark = pattern.match(paper.masked, start, end)
        if block.kind is BlockKind.CELL or (mark and mark.group(1) in fields and mark.group(1) not in SIGNATURE_LABELS):
            break
        found.append((start, end))
    return (found[0][0], found[-1][1]) if found else None


def _stands_free(paper: Paper, start: int, text: str, mark: re.Match[str]) -> bool:
    """Whether a label is announced: not part of a longer word (`被处罚当事人名称：` is not `名称：`), nor of a quotation."""
    before = text[: mark.start()]
    if before.count("“") > before.count("”"):
        return False
    if not before or before[-1] in _LEADERS or before[-1].isascii():
        return True
    return "：" in before and len(before) < 200 and paper.gap(start + mark.start(), in_line=True)


def _value_end(text: str, mark: re.Match[str], stop: int, block: Block) -> int:
    """Where the value ends: at the next label, at the line feed, and inside a running sentence at its end."""
    start = mark.end()
    if mark.start() > 0 and block.kind is not BlockKind.CELL:
        ends = [e for e in (text.find(c, start, stop) for c in "。；）") if e >= 0]
        stop = min(ends, default=stop)
    newline = text.find("\n", start, stop)
    if newline > start and block.kind is not BlockKind.CELL:
        stop = newline
    while stop > start and text[stop - 1] in "、，；。\n ":
        stop -= 1
    return stop


def _next_label(paper: Paper, start: int, stop: int) -> int:
    """Where a label that the form does not know begins in a short value (`网址：…　截取时间：…`)."""
    for found in _ANY_LABEL.finditer(paper.text, start + 1, min(stop, start + _SHORT_VALUE)):
        if _SENTENCE.search(paper.text, start, found.start()):
            break
        for first in range(found.end("label") - 2, found.start() - 1, -1):
            if paper.gap(first, in_line=True):
                return first
    return stop


def _parted(paper: Paper, position: int, field: FormField) -> bool:
    """Whether a value begins at a position after a label without a colon.

    White space parts them. Before a figure it shows nothing (PDF readers find some between Chinese and figures), so there
    only a field that takes figures has a value.
    """
    if paper.text[position].isascii() and paper.text[position].isalnum():
        return field.type in ("date", "time", "money", "int", "id")
    return paper.gap(position)


def _unmarked(paper: Paper, start: int, end: int, labels: dict[str, list[FormField]]) -> Iterator[Entry]:
    """A cell or line that begins with its label without a colon (`负责人意见  同意立案`)."""
    text = paper.text[start:end]
    for label in sorted(labels, key=len, reverse=True):
        if not text.startswith(label) or len(text) == len(label) or text[len(label)] in "：（":
            continue
        fields = [f for f in labels[label] if _parted(paper, start + len(label), f)]
        if fields:
            for field in fields:
                yield Entry(field=field, label=label, start=start + len(label), end=end, how="label")
            return
