"""Reading a case for the built-in checks: what is known, what is missing and why, and how an answer is put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import Absent, CaseFacts, Fact, Origin, Unreadable
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.source import BlockKind
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.text.passage import Passage

READ_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CELL, BlockKind.TEXT_BOX, BlockKind.NOTE)
"""Blocks that carry what a paper says; running heads, deletions and comments do not."""


EMPTY_SECTIONS, NOTHING_THERE = "行政处罚决定书.空白段落", "行政处罚决定书.内容空白"
"""What tells that headings of a decision have nothing below them, or that none has."""


def known(case: CaseFacts, name: str, document: str | None = None) -> tuple[Fact, ...]:
    """The facts of a name when no paper contradicts itself about it, else none.

    Several papers of one form may each give their own value. What is only recited counts where no paper gives it.
    """
    found = case.named(name, document)
    own = tuple(f for f in found if f.origin is not Origin.RECITED)
    best = tuple(f for f in own if not f.further) or own or found
    if name in case.single:
        by_paper: dict[str | None, set[object]] = {}
        for fact in best:
            if not fact.masked:
                by_paper.setdefault(fact.document if own else None, set()).add(fact.value)
        if any(len(values) > 1 for values in by_paper.values()):
            return ()
    return best


def the(case: CaseFacts, name: str, document: str | None = None) -> Fact | None:
    """The first fact of a name that is known without contradiction."""
    return next(iter(known(case, name, document)), None)


def missing(case: CaseFacts, name: str, document: str | None = None) -> Missing | None:
    """Why a name is not known; None when it is."""
    if known(case, name, document):
        return None
    slot = case.slot(name, document)
    if isinstance(slot, Absent):
        cause = Cause.DOCUMENT_MISSING if slot.document_missing or _unproven(case, name) else Cause.NOT_FOUND
        return Missing(name=name, cause=cause, looked=slot.looked)
    if isinstance(slot, Unreadable):
        return Missing(name=name, cause=Cause.UNREADABLE, looked=slot.looked)
    return Missing(name=name, cause=Cause.CONFLICTING, looked=tuple(f.document for f in slot.facts if f.document))


def _unproven(case: CaseFacts, name: str) -> bool:
    """Whether the name is a day of service and the case has no paper that proves service."""
    return name.endswith(".送达日期") and not case.documents("送达回证")


def lacking(case: CaseFacts, *names: str) -> tuple[Missing, ...]:
    """What is missing of several names."""
    found = (missing(case, name) for name in names)
    return tuple(m for m in found if m is not None)


def hearsay(*facts: Fact) -> bool:
    """Whether one of the facts is only told by another paper (the engine then keeps the check open)."""
    return any(f.origin is Origin.RECITED for f in facts)


def day(fact: Fact) -> date:
    """The calendar day of a date or time fact."""
    value = fact.value
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    raise TypeError(f"{fact.name} is not a date")


def settle(
    violations: Sequence[Violation] = (),
    missing: Sequence[Missing] = (),
    used: Iterable[Fact] = (),
    working: Words | None = None,
    *,
    moot: bool = False,
) -> Answer:
    """The answer of a check: false when a violation is certain, unknown when one is doubtful or something is missing.

    `moot`: otherwise it is true only because the papers have nothing to be checked.
    """
    truth: bool | None = True
    if any(v.cause is None for v in violations):
        truth = False
    elif violations or missing:
        truth = None
    return Answer(
        truth=truth,
        used=tuple(dict.fromkeys(used)),
        missing=tuple(missing),
        violations=tuple(violations),
        working=working,
        moot=moot and truth is True,
    )


def unread(case: CaseFacts, *documents: CaseDocument) -> bool:
    """Whether part of one of the papers could not be read."""
    return any(d.unread_pages or case.dossier.unread_in(d) for d in documents)


@lru_cache(maxsize=512)
def _passage(document: CaseDocument) -> Passage:
    return Passage([b for b in document.blocks if b.kind in READ_KINDS])


def passage(document: CaseDocument) -> Passage:
    """What a paper says, folded, with places."""
    return _passage(document)


def quote(document: CaseDocument, start: int, end: int, role: str = "") -> Quote:
    """The words of a paper between two offsets of its passage."""
    return passage(document).quote(start, end, document=document.id, role=role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What a paper says without paragraph ends: PDF lines often end a paragraph in the middle of a sentence."""

    document: CaseDocument
    text: str
    positions: tuple[int, ...]

    def quote(self, start: int, end: int, role: str = "") -> Quote:
        """The words between two offsets of `text`."""
        first, last = self.positions[start], self.positions[max(start, end - 1)] + 1
        return quote(self.document, first, last, role)


@lru_cache(maxsize=256)
def running(document: CaseDocument) -> Running:
    """The text of a paper in one line, with the way back to its places."""
    said = passage(document).text
    positions = tuple(i for i, character in enumerate(said) if character != "\n")
    return Running(document=document, text="".join(said[i] for i in positions), positions=positions)


def opening(document: CaseDocument) -> tuple[Quote, ...]:
    """The first words of a paper, to show which one is meant; none where it has no text."""
    body = running(document)
    return (body.quote(0, min(len(body.text), 40)),) if body.text else ()


def unproven(case: CaseFacts) -> Cause | None:
    """Why it cannot be said that the case lacks something: only a whole dossier that was read completely proves absence."""
    if case.scope == "document":
        return Cause.DOCUMENT_MISSING
    hidden = bool(case.unread()) and unread(case, *case.dossier.documents)
    return Cause.UNREADABLE if hidden else None


def unproven_absence(case: CaseFacts, form: str) -> Missing | None:
    """Why it cannot be said that the case has no paper of that form; None where its absence is certain."""
    cause = unproven(case)
    return Missing(name=form, cause=cause) if cause else None


def texts(arguments: Json, key: str) -> tuple[str, ...]:
    """A list of strings among the arguments of a predicate; empty when it is not given."""
    value = arguments.get(key) if isinstance(arguments, dict) else None
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return ()


def text(arguments: Json, key: str) -> str:
    """A string among the arguments of a predicate; ValueError when it is not given."""
    found = texts(arguments, key)
    if not found:
        raise ValueError(f"argument {key!r} is needed")
    return found[0]


def number(arguments: Json, key: str) -> float:
    """A number among the arguments of a predicate; ValueError when it is not given."""
    value = arguments.get(key) if isinstance(arguments, dict) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"argument {key!r} is needed")
    return float(value)


def title_of(case: CaseFacts, document: str | None) -> str:
    """The form (or the printed title) of a paper, for messages."""
    if document is None:
        return ""
    paper = case.dossier.document(document)
    form = case.form(paper.form) if paper.form else None
    return form.short if form else paper.form or paper.title
