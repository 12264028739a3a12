"""送达回证, 送达公告: which 文书 a proof of service belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casecheck.dossier.titles import Titles
from casecheck.model.dossier import CaseDocument
from casecheck.model.source import Block, BlockKind
from casecheck.model.vocabulary import Form, Vocabulary
from casecheck.text.docno import DocNumber, find_numbers, normalise
from casecheck.text.folded import fold_text

RECEIPT = "送达回证"
ANNOUNCEMENT = "行政处罚文书送达公告"

_SERVED_LABEL = re.compile(r"送达.{0,6}文书|送达文件|^文书名称")
_NEXT_LABEL = re.compile(
    r"(?:受送达|送达方式|送达地点|送达地址|送达时间|送达日期|送达人|收件人|签收人|代收|见证人|拒收|备注|案由|收到日期|受送达人)"
)
_NUMBER_LABEL = re.compile(r"(?:送达)?(?:文书|文件)?(?:文号|编号|字号|份数|件数|名称)")
_ANNOUNCED = re.compile(r"(?:公告送达|送达(?=《))(?P<papers>[^。；\n]+)")
"""What a public notice serves, in its own words; the papers it only mentions stand elsewhere."""
_LONGEST_LABEL = 24
_NUMBER_REACH = 40
"""How far after (or before) its name the 文号 of a paper may stand, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """One paper that a 送达回证 names: its form where it gives a title, its 文号 where it gives one."""

    form: Form | None
    number: DocNumber | None


def bind(documents: Sequence[CaseDocument], vocabulary: Vocabulary, titles: Titles) -> tuple[CaseDocument, ...]:
    """The documents with `serves` filled in.

    A paper is found by its 文号; only one named without a number (or which has none itself) is found by its name, the
    nearest such paper being meant. A number that no paper of the dossier has binds nothing: the proof may be of
    another paper.
    """
    bound: list[CaseDocument] = []
    taken: set[str] = set()
    for position, document in enumerate(documents):
        if document.form not in (RECEIPT, ANNOUNCEMENT):
            bound.append(document)
            continue
        served: list[str] = []
        for item in served_papers(document, titles):
            target = _target(documents, position, item, taken)
            if target is not None and target.id not in served:
                served.append(target.id)
        taken.update(served)
        bound.append(replace(document, serves=tuple(served)))
    return tuple(bound)


def served_papers(proof: CaseDocument, titles: Titles) -> list[Served]:
    """The papers that a 送达回证 or a 送达公告 names as served, in their order."""
    found: list[Served] = []
    announced = proof.form == ANNOUNCEMENT
    for text in _announced_texts(proof.blocks) if announced else _served_texts(proof.blocks):
        names = [n for n in titles.named(text) if n[2].name != RECEIPT]
        numbers = find_numbers(text)
        found.extend(_pair(names, numbers))
    return list(dict.fromkeys(found))


def _announced_texts(blocks: Sequence[Block]) -> list[str]:
    return [m["papers"] for block in blocks for m in _ANNOUNCED.finditer(fold_text(block.text))]


def _served_texts(blocks: Sequence[Block]) -> list[str]:
    """The texts that tell what is served: the cells beside and below the label, or the lines from the label on."""
    body = [b for b in blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CELL, BlockKind.TEXT_BOX)]
    cells = [b for b in body if b.cell is not None]
    for block in cells:
        text = fold_text(block.text)
        if _SERVED_LABEL.search(text):
            head, _, rest = text.partition("：")
            inside = [rest] if rest and _SERVED_LABEL.search(head) else []
            return [t for t in (*inside, *_beside(cells, block)) if t] or [text]
    lines = [fold_text(line) for b in body for line in b.text.split("\n")]
    for number, line in enumerate(lines):
        label = _SERVED_LABEL.search(line)
        if label:
            return [_from_label(line[label.start() :], lines[number + 1 :])]
    return ["\n".join(line for line in lines[1:] if not line.startswith("案由"))]


def _from_label(line: str, following: Sequence[str]) -> str:
    """The text after a label up to the next label of the form, joined over lines."""
    after = line.partition("：")[2] or line
    text = [_cut(after)]
    if text[0] == after:
        for other in following:
            if _NEXT_LABEL.match(other):
                break
            part = _cut(other)
            text.append(part)
            if part != other:
                break
    return "".join(text)


def _cut(line: str) -> str:
    label = re.search(rf"{_NEXT_LABEL.pattern}[^：]{{0,12}}：", line)
    return line[: label.start()] if label else line


def _beside(cells: Sequence[Block], label: Block) -> list[str]:
    """The cells right of the label in its rows; where only labels stand there, the cells below in its column."""
    at = label.cell
    if at is None:
        return []
    table = [b for b in cells if b.cell is not None and b.cell.table == at.table and b is not label]
    right = [
        fold_text(b.text)
        for b in table
        if b.cell and at.row <= b.cell.row < at.row + at.row_span and b.cell.column >= at.column + at.column_span
    ]
    values = [text for text in right if text and not _is_label(text)]
    if values and len(values) * 2 >= len([t for t in right if t]):
        return values
    below = sorted(
        (b for b in table if b.cell and b.cell.column == at.column and b.cell.row >= at.row + at.row_span),
        key=lambda b: b.cell.row if b.cell else 0,
    )
    texts: list[str] = []
    for block in below:
        text = fold_text(block.text)
        if _is_label(text):
            break
        row = [
            fold_text(b.text)
            for b in table
            if b.cell and block.cell and b.cell.row == block.cell.row and b.cell.column > at.column
        ]
        numbers = "".join(t for t in row if find_numbers(t))
        texts.append(text if find_numbers(text) else text + numbers)
    return texts


def _is_label(text: str) -> bool:
    if len(text) > _LONGEST_LABEL or find_numbers(text):
        return False
    return bool(_NEXT_LABEL.match(text.strip("*：")) or _SERVED_LABEL.search(text) or _NUMBER_LABEL.fullmatch(text))


def _pair(names: Sequence[tuple[int, int, Form]], numbers: Sequence[DocNumber]) -> list[Served]:
    """Each name with the number that stands next to it; numbers without a name on their own."""
    free = list(numbers)
    found: list[tuple[int, Served]] = []
    for place, (start, end, form) in enumerate(names):
        stop = names[place + 1][0] if place + 1 < len(names) else end + _NUMBER_REACH
        after = next((n for n in free if end <= n.start < min(stop, end + _NUMBER_REACH)), None)
        before = next((n for n in free if 0 <= start - n.end <= 2), None)
        number = after or before
        if number is not None:
            free.remove(number)
        found.append((start, Served(form=form, number=number)))
    found.extend((n.start, Served(form=None, number=n)) for n in free)
    return [served for _, served in sorted(found, key=lambda pair: pair[0])]


def _target(documents: Sequence[CaseDocument], position: int, item: Served, taken: set[str]) -> CaseDocument | None:
    if item.number is not None:
        same = [d for d in documents if d.number and d.form != RECEIPT and _same_number(d.number, item.number)]
        named = [d for d in same if item.form is not None and d.form == item.form.name]
        if same:
            return _nearest(documents, position, named or same, taken)
    papers = [d for d in documents if item.form is not None and d.form == item.form.name]
    if item.number is not None:
        papers = [d for d in papers if d.number is None]
    return _nearest(documents, position, papers, taken) if papers else None


def _nearest(
    documents: Sequence[CaseDocument], position: int, papers: Sequence[CaseDocument], taken: set[str]
) -> CaseDocument:
    """The nearest paper; one before the proof, and one that no other proof has served yet, goes first."""
    order = {d.id: n for n, d in enumerate(documents)}

    def distance(paper: CaseDocument) -> tuple[bool, int, bool]:
        gap = position - order[paper.id]
        return paper.id in taken, abs(gap), gap < 0

    return min(papers, key=distance)


def _same_number(own: str, named: DocNumber) -> bool:
    """Whether two 文号 are the same; a proof may leave out the region and the authority."""
    full = normalise(own)
    if full == named.name:
        return True
    owns = find_numbers(fold_text(own))
    if len(owns) != 1 or owns[0].year is None:
        return False
    other = owns[0]
    same_count = (other.year, other.serial.lstrip("0")) == (named.year, named.serial.lstrip("0"))
    mine, its = other.region + other.word, named.region + named.word
    return same_count and bool(its) and mine.endswith(its)
