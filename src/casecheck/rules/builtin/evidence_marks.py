"""证据要件: what each piece of evidence must tell of itself (who made it, when, where, how), as far as its text shows it."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.source import Block, BlockKind, CellPosition
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.vocabulary import Form
from casecheck.model.words import Words
from casecheck.rules.arguments import mapping, text, whole
from casecheck.rules.builtin.reading import known, opening, running, settle, texts, title_of, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import papers_of
from casecheck.text.folded import fold_text

_KNOWN = 2
"""So many other marks in print show that a sheet of unknown make prints such marks at all."""
_NEXT = re.compile(r"[\u4e00-\u9fff、（）()]{2,14}：|以上|经核对")
"""How a line begins that is no value of the label before it."""
_TELLING = 3
"""A shorter label (时间, 内容) is an everyday word: its place says nothing of the field."""


class Seen(Enum):
    """What the text shows of a mark: it is there, perhaps there, printed and left empty, or nothing of it."""

    SHOWN = auto()
    PERHAPS = auto()
    EMPTY = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing a piece of evidence must tell: fields of the form or words (`pattern`) that tell it.

    `perhaps` are words that may tell it; `image` says that it is mostly written or stamped by hand.
    """

    name: Words
    fields: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None
    perhaps: re.Pattern[str] | None = None
    image: bool = False
    severity: Severity | None = None


@predicate("evidence_tells")
def evidence_tells(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each piece of evidence among `papers` tells its `marks` ({zh, en, fields, pattern, perhaps, image, severity}).

    A mark is told by a field of the form or by its words. One that is lacking is a violation only where the paper was read
    whole, holds no picture and prints at least `known` other marks, so that its make is one that prints them; else it is a
    question for the image, as are the marks that are written by hand. Papers whose opening has a word of `unless` (a pattern) are left out.
    """
    del law
    left_out = texts(arguments, "unless")
    papers = [
        p
        for p in papers_of(case, texts(arguments, "papers"))
        if not (left_out and re.search("|".join(left_out), p.title + running(p).text))
    ]
    marks = [_mark(m) for m in _listed(arguments)]
    enough = whole(arguments, "known") or _KNOWN
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in papers:
        if unread(case, paper):
            gaps.append(Missing(name=title_of(case, paper.id), cause=Cause.UNREADABLE, looked=(paper.id,)))
            continue
        violations.extend(_of_paper(case, paper, marks, enough))
    return settle(violations, gaps, moot=not papers)


def _listed(arguments: Json) -> list[Json]:
    marks = mapping(arguments).get("marks")
    if not isinstance(marks, list):
        raise TypeError("marks: expected a list")
    return marks


def _mark(given: Json) -> Mark:
    severity = mapping(given).get("severity")
    return Mark(
        name=Words(zh=text(given, "zh"), en=text(given, "en")),
        fields=texts(given, "fields"),
        pattern=_shape(given, "pattern"),
        perhaps=_shape(given, "perhaps"),
        image=mapping(given).get("image") is True,
        severity=Severity(str(severity)) if severity else None,
    )


def _shape(given: Json, key: str) -> re.Pattern[str] | None:
    return re.compile(text(given, key)) if key in mapping(given) else None


def _of_paper(case: CaseFacts, paper: CaseDocument, marks: Sequence[Mark], enough: int) -> Iterator[Violation]:
    """What is certainly lacking as one violation, what the image may show as another."""
    seen = [(mark, _seen(case, paper, mark)) for mark in marks]
    lacking = [m for m, s in seen if s in (Seen.EMPTY, Seen.NOTHING) and not m.image]
    legible = sum(s is Seen.SHOWN for m, s in seen if not m.image) >= enough and not pictured(case, paper)
    unsure = [m for m, s in seen if s is Seen.PERHAPS or (m.image and s is not Seen.SHOWN)]
    if lacking and legible:
        yield _lacking(case, paper, lacking, "", None)
    else:
        unsure = [*lacking, *unsure]
    if unsure:
        yield _lacking(case, paper, unsure, "unseen", Cause.NEEDS_IMAGE)


def _seen(case: CaseFacts, paper: CaseDocument, mark: Mark) -> Seen:
    form = case.form(paper.form) if paper.form else None
    names = [f"{form.short}.{field}" for field in mark.fields] if form else []
    if any(str(f.value).strip() for name in names for f in known(case, name, paper.id)):
        return Seen.SHOWN
    said = running(paper).text
    if mark.pattern and mark.pattern.search(said):
        return Seen.SHOWN
    printed = [filled for name in names if form for filled in _printed(form, paper, name)]
    if any(printed):
        return Seen.SHOWN
    if printed:
        return Seen.EMPTY
    if mark.perhaps and mark.perhaps.search(said):
        return Seen.PERHAPS
    return Seen.NOTHING


def left_empty(case: CaseFacts, paper: CaseDocument, name: str) -> bool:
    """Whether the label of a fact is printed on the paper, and each time with nothing behind it."""
    form = case.form(paper.form) if paper.form else None
    printed = list(_printed(form, paper, name)) if form else []
    return bool(printed) and not any(printed)


def _printed(form: Form, paper: CaseDocument, name: str) -> Iterator[bool]:
    """Each place where a label of the field is printed: whether something other than a further label follows it."""
    labels = {fold_text(x) for f in form.fields if f.fact == name for x in f.labels if len(x) >= _TELLING}
    others = {fold_text(x) for f in form.fields for x in f.labels}
    if not labels:
        return
    next_ = "|".join(map(re.escape, sorted(others, key=len, reverse=True)))
    in_line = re.compile(rf"(?:^|(?<=[。；，：]))(?:{'|'.join(map(re.escape, labels))})：(?P<rest>.*)")
    empty = re.compile(rf"[/_—-]*(?:$|(?:{next_})：|（以下空白）)")
    for block, line, below in _lines(paper):
        if block.kind is BlockKind.CELL and block.cell and line.rstrip("：") in labels:
            yield _beside(paper, block.cell, others)
        elif found := in_line.search(line):
            rest = found["rest"] or ("" if _NEXT.match(below) else below)  # the value may stand on the next line
            yield not empty.match(rest)


def _lines(paper: CaseDocument) -> Iterator[tuple[Block, str, str]]:
    """Each line of a paper, folded, with its block and the line after it."""
    lines = [(block, fold_text(line)) for block in paper.blocks for line in block.text.split("\n")]
    for number, (block, line) in enumerate(lines):
        yield block, line, lines[number + 1][1] if number + 1 < len(lines) else ""


def _beside(paper: CaseDocument, cell: CellPosition, labels: Container[str]) -> bool:
    """Whether the cell to the right of a label, or else the one below it, holds a value."""
    right = below = ""
    for block in paper.blocks:
        at = block.cell
        if block.kind is not BlockKind.CELL or at is None or at.table != cell.table:
            continue
        if at.row == cell.row and at.column == cell.column + cell.column_span:
            right = fold_text(block.text)
        elif at.row == cell.row + cell.row_span and at.column == cell.column:
            below = fold_text(block.text)
    if right and right.rstrip("：") not in labels:
        return bool(right.strip("/_—-"))
    return bool(right and below.strip("/_—-") and below.rstrip("：") not in labels)


def pictured(case: CaseFacts, paper: CaseDocument) -> bool:
    """Whether a picture stands in the paper, or a large one on its pages: it may show what the text does not."""
    own = {block.index for block in paper.blocks}
    pages = range(paper.first_page or 0, (paper.last_page or paper.first_page or -1) + 1)
    return any(
        "image" in p.kind
        and p.file == paper.file
        and ((p.page in pages) if p.page else bool(p.place and p.place.block in own))
        for p in case.dossier.problems
    )


def _lacking(
    case: CaseFacts, paper: CaseDocument, marks: Sequence[Mark], variant: str, cause: Cause | None
) -> Violation:
    severities = [m.severity for m in marks]
    lightest = None if None in severities else min((s for s in severities if s), key=lambda s: s.rank)
    return Violation(
        quotes=opening(paper),
        variant=variant,
        params=(
            ("paper", paper.title or title_of(case, paper.id)),
            ("lacking", "、".join(m.name.zh for m in marks)),
            ("lacking@en", ", ".join(m.name.en for m in marks)),
        ),
        severity=lightest,
        cause=cause,
        key=f"{paper.title} {paper.id} {variant}",
    )


@predicate("sound_written_down")
def sound_written_down(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a sound recording (`papers` with `words`) comes with its content in writing: some paper says `transcript`.

    程序规定 第二十五条. That nothing says so counts only in a whole dossier that was read completely.
    """
    del law
    spoken, written = re.compile(text(arguments, "words")), re.compile(text(arguments, "transcript"))
    found = [(p, m) for p in papers_of(case, texts(arguments, "papers")) if (m := spoken.search(running(p).text))]
    if not found or any(written.search(d.title + running(d).text) for d in case.dossier.documents):
        return settle(moot=not found)
    cause = unproven(case)
    if cause is not None:
        return settle((), (Missing(name=title_of(case, found[0][0].id), cause=cause),))
    return settle(
        tuple(
            Violation(
                quotes=(running(paper).quote(*match.span()),),
                variant="transcript",
                params=(("paper", paper.title), ("words", match[0])),
                key=f"transcript {paper.title} {paper.id}",
            )
            for paper, match in found
        )
    )
