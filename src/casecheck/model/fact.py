"""What the papers say, as values with places."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casecheck.model.correction import AppliedCorrection
from casecheck.model.dossier import CaseDocument, Dossier
from casecheck.model.place import Place
from casecheck.model.problem import Problem
from casecheck.model.vocabulary import Form

Value = str | int | bool | date | datetime
"""text: str · money: int (分) · int: int · bool: bool · date: date · time: datetime."""


class Origin(StrEnum):
    """Where a value comes from.

    `RECITED`: one paper tells what another says (a decision that gives the date of 立案): weaker than the paper itself.
    """

    EXTRACTED = "extracted"
    RECITED = "recited"
    DERIVED = "derived"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value of one name, read at one or more places.

    `type` is `text date time money int bool`. `raw` is the text as printed. `document` is the id of the 文书 the value was
    read in, `about` the person or thing it belongs to (the officer of a certificate number, the served 文书 of a
    delivery date). `how`: `label table prose ocr image`. `masked`: the paper hides part of the value (`*`, 某, XX).
    `further`: of a service beside the one that counts (a failed attempt, a copy served again); it is shown, not judged.
    `correction` is the number of the entry of `corrections.yml` that gave the value, or the paper it stands in, its shape.
    """

    name: str
    type: str
    value: Value
    raw: str
    places: tuple[Place, ...]
    document: str | None = None
    about: str | None = None
    origin: Origin = Origin.EXTRACTED
    how: str = "prose"
    masked: bool = False
    confidence: float = 1.0
    further: bool = False
    correction: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The papers agree on the value, or the name may have several."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """Not found. `document_missing`: no 文书 that could hold it is in the dossier; `looked` are the ids searched."""

    looked: tuple[str, ...] = ()
    document_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Not found, but part of where it may stand could not be read."""

    looked: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicting:
    """A name that has one value was read with several."""

    facts: tuple[Fact, ...]


Slot = Known | Absent | Unreadable | Conflicting


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """Everything read from one dossier, and what the case is.

    `scope` is `dossier` or `document`; `stage` is `investigation review decision closing`; `procedure` is `普通`, `简易`
    or None. `single` are the names that have one value per 文书, `forms` the papers of the vocabulary, `corrections` what became of
    those of the dossier.
    """

    dossier: Dossier
    facts: tuple[Fact, ...]
    scope: str
    stage: str
    procedure: str | None = None
    single: frozenset[str] = frozenset()
    forms: tuple[Form, ...] = ()
    corrections: tuple[AppliedCorrection, ...] = ()

    def form(self, name: str) -> Form | None:
        """The form with that short or official name (`立案审批表`, `立案/不予立案审批表`), None when there is none."""
        return next((form for form in self.forms if name in (form.short, form.name)), None)

    def form_name(self, name: str) -> str:
        """The official name of a form given by its short or official name."""
        form = self.form(name)
        return form.name if form else name

    def documents(self, form: str) -> tuple[CaseDocument, ...]:
        """The 文书 of that form (short or official name), in their order."""
        official = self.form_name(form)
        return tuple(d for d in self.dossier.documents if d.form == official)

    def named(self, name: str, document: str | None = None) -> tuple[Fact, ...]:
        """Facts of that name, of one 文书 if given; what a paper itself says comes before what others recite."""
        found = [f for f in self.facts if f.name == name and (document is None or f.document == document)]
        return tuple(sorted(found, key=lambda f: f.origin is Origin.RECITED))

    def unread(self) -> tuple[Problem, ...]:
        """Problems that forbid calling anything absent from the dossier."""
        return tuple(p for p in self.dossier.problems if p.blocks_absence)

    def slot(self, name: str, document: str | None = None) -> Slot:
        """What is known of a name. Recited values count only where the paper itself gives none."""
        found = self.named(name, document)
        own = tuple(f for f in found if f.origin is not Origin.RECITED)
        best = tuple(f for f in own if not f.further) or own or found
        if best:
            if name in self.single and len({f.value for f in best if not f.masked}) > 1:
                return Conflicting(facts=best)
            return Known(facts=best)
        form = name.split(".", 1)[0]
        papers = self.documents(form)
        if document is not None:
            papers = tuple(d for d in papers if d.id == document)
        looked = tuple(d.id for d in papers)
        problems = tuple(p for d in papers for p in self.dossier.unread_in(d)) if papers else self.unread()
        if problems:
            return Unreadable(looked=looked, problems=problems)
        return Absent(looked=looked, document_missing=self.form(form) is not None and not papers)
