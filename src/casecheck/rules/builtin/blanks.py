"""空栏: places that a paper leaves unfilled."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.source import Block, BlockKind
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.blank_shapes import AT_FOOT, DIGIT, IN_SENTENCES, PATTERNS
from casecheck.rules.builtin.reading import (
    EMPTY_SECTIONS,
    NOTHING_THERE,
    READ_KINDS,
    passage,
    quote,
    running,
    settle,
    texts,
    title_of,
    unread,
)
from casecheck.rules.builtin.registry import predicate
from casecheck.text.folded import fold_text
from casecheck.text.passage import Passage


class State(Enum):
    """What a place is: unfilled, left for a pen (only the picture shows whether it was used), or filled after all."""

    BLANK = auto()
    BY_HAND = auto()
    FILLED = auto()


_COPIES = re.compile(r"(?:一式[_/]*份|[，。][_/]*份送达)[^。\n]*")
"""The sentence on the number of copies: lines left blank in it are told as such (FMT-COPIES), not a second time."""
_COPIES_TOLD = re.compile(r"一式[^。\n]{0,12}份|[，。][^，。\n]{0,6}份送达")
_CLAUSE_END = {
    kind: re.compile(marks) for kind, marks in zip(IN_SENTENCES, ("[，；。：！？”]", "[；。！？”）]"), strict=True)
}
_WIDEST = 40
_BY_HAND = re.compile(
    r"签名|签章|签字|盖章|签收|收件|送达日期|送达时间|负责人|承办人|经办人|意见|批准|审核人|见证人|当事人|被询问|记录人|检查人|询问人|本人"
)
_OWN_DATE = re.compile(r"(?:（(?:印章|公章|盖章)）|[局所委]（?(?:印章|公章)?）?)$")
_RANGE = re.compile(r"[自至于从到]$|期限(?:为|自|：)?$|止$")
_UNITS = re.compile(r"^(?:年|月|日|份|元|号|人民政府|人民法院|市场监督|申请|提起|内|时|分|条|款|项|区|县|市)")
_FULL = re.compile(rf"[{DIGIT}]$")


@predicate("no_blanks_left")
def no_blanks_left(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the agency's papers leave no place unfilled.

    `kinds` picks the shapes, `skip` the papers of other makers, `cells` tells for each form the labels whose neighbouring
    cell must be filled. A date that is usually written by hand is a question: the picture shows it. Masks are no blanks.
    Asked for the number of copies alone, it is moot where no paper tells one.
    """
    del law
    skip = {case.form_name(form) for form in texts(arguments, "skip")}
    kinds = set(texts(arguments, "kinds"))
    violations: list[Violation] = []
    unreadable: list[str] = []
    looked = counted = False
    for paper in case.dossier.documents:
        if paper.form is None or paper.form in skip:
            continue
        looked = True
        if unread(case, paper):
            unreadable.append(paper.id)
        violations.extend(_in_text(case, paper, kinds))
        violations.extend(_in_sentences(case, paper, kinds))
        if AT_FOOT in kinds:
            violations.extend(_at_foot(case, paper))
            counted = counted or bool(_COPIES_TOLD.search(_with_feet(paper).text))
        if "section" in kinds:
            violations.extend(_empty_sections(case, paper))
        if "cell" in kinds:
            violations.extend(_in_cells(case, paper, _cells(case, arguments, paper)))
    gaps: list[Missing] = []
    if unreadable:
        gaps.append(Missing(name="空栏", cause=Cause.UNREADABLE, looked=tuple(unreadable)))
    if not looked:
        gaps.append(Missing(name="文书", cause=Cause.NOT_FOUND))
    return settle(violations, gaps, moot=kinds == {AT_FOOT} and not counted)


def _empty_sections(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    """The headings of a decision below which nothing stands: one violation for the paper."""
    empty = case.named(EMPTY_SECTIONS, paper.id)
    if not empty:
        return
    headings = "、".join(f"“{fact.value}”" for fact in empty)
    yield Violation(
        facts=empty,
        variant="all_sections" if case.named(NOTHING_THERE, paper.id) else "section",
        params=(("paper", title_of(case, paper.id)), ("text", headings)),
        key=f"{title_of(case, paper.id)} section {headings}",
    )


def _in_text(case: CaseFacts, paper: CaseDocument, kinds: set[str]) -> Iterator[Violation]:
    said = passage(paper).text
    asked: set[str] = set()
    copies = [m.span() for m in _COPIES.finditer(said)]
    for pattern in PATTERNS:
        if pattern.kind not in kinds or pattern.kind in (*IN_SENTENCES, AT_FOOT):
            continue
        last = -1
        for match in pattern.shape.finditer(said):
            start, end = match.span()
            state = _judged(pattern.kind, said, start, end)
            if state is State.FILLED or start <= last or any(first <= start < stop for first, stop in copies):
                continue
            last = end + 14  # the next one within the words already quoted is the same place
            if state is State.BY_HAND:
                if pattern.kind in asked:  # one question for each paper is enough
                    continue
                asked.add(pattern.kind)
            if pattern.kind == "label" and _value_elsewhere(case, paper, match[0]):
                continue
            yield _blank(case, paper, pattern.kind, quote(paper, *_around(said, start, end)), state)


def _in_sentences(case: CaseFacts, paper: CaseDocument, kinds: set[str]) -> Iterator[Violation]:
    """Blanks in a sentence that may run over paragraph ends; one for each sentence and kind."""
    line = running(paper)
    for pattern in PATTERNS:
        if pattern.kind not in kinds & set(IN_SENTENCES):
            continue
        last = -1
        for match in pattern.shape.finditer(line.text):
            if match.start() <= last:
                continue
            stop = line.text.find("。", match.end())
            last = stop if stop >= 0 else len(line.text)
            yield _blank(
                case,
                paper,
                pattern.kind,
                line.quote(*_clause(line.text, match, _CLAUSE_END[pattern.kind])),
                State.BLANK,
            )


def _clause(said: str, blank: re.Match[str], ends: re.Pattern[str]) -> tuple[int, int]:
    """The blank with the words of its clause, so that no word is cut; of a long clause only what is near."""
    start, end = blank.span()
    before = [m.end() for m in ends.finditer(said, max(0, start - _WIDEST), start)]
    after = ends.search(said, end, end + _WIDEST)
    return before[-1] if before else max(0, start - 12), after.start() if after else min(len(said), end + 14)


def _at_foot(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    """The number of copies, also where it is printed in the foot of the pages."""
    shape = next(pattern.shape for pattern in PATTERNS if pattern.kind == AT_FOOT)
    said = _with_feet(paper)
    match = shape.search(said.text)
    if match:
        start, end = _around(said.text, *match.span())
        stop = said.text.find("。", match.end(), end)
        shown = said.quote(start, stop if stop >= 0 else end, document=paper.id)
        yield _blank(case, paper, AT_FOOT, shown, State.BLANK)


@lru_cache(maxsize=64)
def _with_feet(paper: CaseDocument) -> Passage:
    return Passage([b for b in paper.blocks if b.kind in READ_KINDS or b.kind is BlockKind.FOOTER])


def _value_elsewhere(case: CaseFacts, paper: CaseDocument, label: str) -> bool:
    """Whether the value stands somewhere else: some files print all labels first and all values after them."""
    name = label.split("（")[0].split("：")[0]
    if name not in ("法定代表人", "负责人", "经营者"):
        return False
    return any(f.document == paper.id and f.name.partition(".")[2] == "法定代表人" for f in case.facts)


def _judged(kind: str, said: str, start: int, end: int) -> State:
    line = said.rfind("\n", 0, start) + 1
    before, after = said[max(line, start - 24) : start], said[end : end + 12].split("\n")[0]
    if kind == "line":
        return _underlined(before, after)
    if kind != "date" or _RANGE.search(before):
        return State.BLANK
    above = said[max(0, line - 14) : line - 1] if line and not before else before[-8:]
    own = _OWN_DATE.search(above) and not re.search(r"签名|签收", before)
    return State.BLANK if own else State.BY_HAND


def _underlined(before: str, after: str) -> State:
    """Underscores are also the line under a value that was filled in."""
    if _UNITS.search(after):
        return State.FILLED if _FULL.search(before) else State.BLANK
    if after and after[0] not in "，。；、）":
        return State.FILLED
    if before and before[-1] not in "：（，。；、向在为由于第":
        return State.FILLED
    return State.BY_HAND if _BY_HAND.search(before[-12:]) else State.BLANK


def _around(said: str, start: int, end: int) -> tuple[int, int]:
    """The blank with the words beside it in its block."""
    line, stop = said.rfind("\n", 0, start) + 1, said.find("\n", end)
    return max(line, start - 12), min(stop if stop >= 0 else len(said), end + 14)


def _blank(case: CaseFacts, paper: CaseDocument, kind: str, shown: Quote, state: State) -> Violation:
    by_hand = state is State.BY_HAND
    return Violation(
        quotes=(shown,),
        variant="by_hand" if by_hand else kind,
        params=(("paper", title_of(case, paper.id)), ("text", shown.text)),
        cause=Cause.NEEDS_IMAGE if by_hand else None,
        key=f"{title_of(case, paper.id)} {kind} {shown.text}",
    )


def _cells(case: CaseFacts, arguments: Json, paper: CaseDocument) -> tuple[str, ...]:
    listed = arguments.get("cells") if isinstance(arguments, dict) else None
    if not isinstance(listed, dict):
        return ()
    return tuple(label for form in listed if case.form_name(form) == paper.form for label in texts(listed, form))


def _in_cells(case: CaseFacts, paper: CaseDocument, labels: tuple[str, ...]) -> Iterator[Violation]:
    """Labels of a form whose neighbour on the right is there and empty."""
    cells = [b for b in paper.blocks if b.kind is BlockKind.CELL and b.cell is not None]
    wanted = {fold_text(label) for label in labels}
    for block in cells:
        label = fold_text(block.text).rstrip("：")
        if label not in wanted:
            continue
        neighbour = _right_of(block, cells)
        if neighbour is not None and not fold_text(neighbour.text).strip("_/"):
            start = next(s for s, _, b in passage(paper).spans if b is block)
            shown = quote(paper, start, start + len(fold_text(block.text)))
            yield Violation(
                quotes=(shown,),
                variant="cell",
                params=(("paper", title_of(case, paper.id)), ("text", label)),
                key=f"{title_of(case, paper.id)} cell {label}",
            )


def _right_of(block: Block, cells: list[Block]) -> Block | None:
    own = block.cell
    if own is None:
        return None
    for other in cells:
        at = other.cell
        if (
            at
            and at.table == own.table
            and at.column == own.column + own.column_span
            and at.row <= own.row < at.row + at.row_span
        ):
            return other
    return None
