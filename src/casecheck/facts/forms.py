"""Labels and what stands beside them: neighbouring cells, one cell, `标签：值`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casecheck.facts.paper import Paper
from casecheck.model.source import Block, BlockKind
from casecheck.model.vocabulary import FormField
from casecheck.text.folded import fold

_COMMON_LABELS = (
    "性别", "年龄", "职务", "职业", "民族", "出生日期", "文化程度", "工作单位", "联系电话", "电话", "手机号码", "联系方式", "联系地址",
    "邮政编码", "执法证号", "执法证件号", "执法证编号", "证件号码", "签名", "签字", "日期", "时间", "地点", "记录人", "见证人", "备注",
    "主体资格证照名称", "身份证号码", "住所", "住址", "字号", "企业类型",
)  # fmt: skip
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
    yield from _table_entries(paper)
    yield from _inline_entries(paper)


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


def _table_entries(paper: Paper) -> Iterator[Entry]:
    labels: dict[str, list[FormField]] = {}
    for label, field in _labels(paper):
        labels.setdefault(label, []).append(field)
    cells = [(s, e, b) for s, e, b in paper.spans if b.kind is BlockKind.CELL and b.cell]
    every = set(labels) | {folded(label) for label in _COMMON_LABELS} | _signer_labels(paper)
    for start, end, block in cells:
        text = _bare(paper.text[start:end])
        for field in labels.get(text, ()):
            span = _beside(paper, cells, block, every)
            if span:
                yield Entry(field=field, label=text, start=span[0], end=span[1], how="table")


def _signer_labels(paper: Paper) -> set[str]:
    return {folded(signer) for signer in paper.form.signers} if paper.form else set()


def _beside(
    paper: Paper, cells: list[tuple[int, int, Block]], label: Block, labels: set[str]
) -> tuple[int, int] | None:
    """The cells right of a label cell up to the next label; else the cell below it."""
    at = label.cell
    if at is None:
        return None
    right = at.column + at.column_span
    spans: list[tuple[int, int]] = []
    for start, end, block in cells:
        cell = block.cell
        if cell is None or cell.table != at.table or block.file != label.file:
            continue
        if not at.row <= cell.row < at.row + at.row_span or cell.column < right:
            continue
        if _bare(paper.text[start:end]) in labels:
            if cell.row == at.row:
                break
            continue
        if spans and cell.row == at.row and _starts_with_label(paper.text[start:end], labels):
            break
        spans.append((start, end))
    if spans:
        return spans[0][0], spans[-1][1]
    if _right_exists(cells, label):
        return None
    for start, end, block in cells:
        cell = block.cell
        below = cell and cell.table == at.table and cell.row == at.row + at.row_span and cell.column == at.column
        if below and _bare(paper.text[start:end]) not in labels:
            return start, end
    return None


def _right_exists(cells: list[tuple[int, int, Block]], label: Block) -> bool:
    """Whether a cell that is no label may stand right of the label: an empty one does not show in `cells`."""
    at = label.cell
    if at is None:
        return False
    columns = [b.cell.column for _, _, b in cells if b.cell and b.cell.table == at.table and b.cell.row == at.row]
    return not columns or (max(columns) <= at.column and at.column == 0 and at.column_span == 1)


def _starts_with_label(text: str, labels: set[str]) -> bool:
    head = text.split("：", 1)[0]
    return "：" in text and head in labels


def _inline_entries(paper: Paper) -> Iterator[Entry]:
    labels = _labels(paper)
    if not labels:
        return
    stops = sorted(
        {label for label, _ in labels} | {folded(c) for c in _COMMON_LABELS} | _signer_labels(paper), key=len
    )
    pattern = re.compile("(" + "|".join(re.escape(s) for s in reversed(stops)) + r")(?:（[^（）\n]{1,20}）)?：")
    by_label: dict[str, list[FormField]] = {}
    for label, field in labels:
        by_label.setdefault(label, []).append(field)
    for start, end, block in paper.spans:
        text = paper.masked[start:end]
        marks = [m for m in pattern.finditer(text) if _stands_free(text, m, block)]
        ends = [*(m.start() for m in marks[1:]), len(text)]
        for mark, last in zip(marks, ends, strict=False):
            stop = _value_end(text, mark, last, block)
            for field in by_label.get(mark.group(1), ()):
                yield Entry(field=field, label=mark.group(1), start=start + mark.end(), end=start + stop, how="label")
        yield from _unmarked(paper, start, end, block, by_label)


def _stands_free(text: str, mark: re.Match[str], block: Block) -> bool:
    """Whether a label is announced, not part of a longer word (`被处罚当事人名称：` is not `名称：`)."""
    if mark.start() == 0 or text[mark.start() - 1] in _LEADERS or text[mark.start() - 1].isascii():
        return True
    before = text[: mark.start()]
    return "：" in before and len(before) < 200 and _gap_before(block, mark.group(1))


def _gap_before(block: Block, label: str) -> bool:
    """Whether white space separates the label from what stands before it on the paper."""
    loose = r"\s*".join(re.escape(c) for c in label)
    return re.search(r"\s" + loose, block.text) is not None


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


def _unmarked(paper: Paper, start: int, end: int, block: Block, labels: dict[str, list[FormField]]) -> Iterator[Entry]:
    """A cell or line that begins with its label without a colon (`负责人意见  同意立案`)."""
    text = paper.text[start:end]
    for label in sorted(labels, key=len, reverse=True):
        if not text.startswith(label) or len(text) == len(label) or text[len(label)] in "：（":
            continue
        loose = r"\s*".join(re.escape(c) for c in label)
        if re.match(r"\s*" + loose + r"\s", block.text):
            for field in labels[label]:
                yield Entry(field=field, label=label, start=start + len(label), end=end, how="label")
            return
