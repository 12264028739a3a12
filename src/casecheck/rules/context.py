"""What a test may look at: the case, the law, the rule it serves, and the paper in hand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from casecheck.law.book import LawBook
from casecheck.law.limits import Limit
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import Absent, CaseFacts, Conflicting, Fact, Known, Origin, Unreadable
from casecheck.model.rule import Condition, Rule
from casecheck.model.verdict import Answer, Cause, Missing

RECEIPT, DELIVERED = "送达回证", "送达日期"
"""The paper that proves delivery, and the field of the served paper that it holds."""

_DECIDED = (
    "行政处罚决定书.决定日期",
    "当场行政处罚决定书.决定日期",
    "不予行政处罚决定书.决定日期",
    "涉嫌犯罪案件移送书.日期",
)
_READ_IN_EVERY_PAPER = ("案件", "当事人")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read under a name. `missing` tells why it is not (surely) known; a conflict gives facts as well."""

    name: str
    facts: tuple[Fact, ...] = ()
    missing: Missing | None = None

    @property
    def known(self) -> tuple[Fact, ...]:
        """The facts when nothing speaks against them, else none."""
        return self.facts if self.missing is None else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The surroundings of a test.

    `day` is the day whose law applies (that of the decision, else `as_of`). `document` is the paper that `each` holds
    in hand, `judge` answers a condition inside a test. `deciding` is false while it is only asked whether the rule applies: there a recited value is good enough.
    """

    case: CaseFacts
    law: LawBook
    rule: Rule
    as_of: date
    day: date
    judge: Callable[[Condition, "Context"], Answer]
    document: CaseDocument | None = None
    deciding: bool = True

    def asking(self) -> "Context":
        """The same, for the question whether the rule applies."""
        return replace(self, deciding=False)

    def holding(self, document: CaseDocument) -> "Context":
        """The same with one paper in hand."""
        return replace(self, document=document)

    def full_name(self, name: str) -> str:
        """A fact name as facts carry it: short form name; `.字段` belongs to the paper in hand."""
        form, dot, field = name.partition(".")
        if not form and self.document is not None:
            form = self.document.form or ""
        known = self.case.form(form)
        return f"{known.short if known else form}{dot}{field}"

    def read(self, name: str) -> Reading:
        """What is known under a fact name; of the paper in hand if the name is one of its own."""
        full = self.full_name(name)
        form = full.partition(".")[0]
        held = self.document if self.document and self.document.form == self.case.form_name(form) else None
        slot = self.case.slot(full, held.id if held else None)
        if isinstance(slot, Known):
            return Reading(name=full, facts=slot.facts)
        if isinstance(slot, Conflicting):
            looked = tuple(dict.fromkeys(f.document for f in slot.facts if f.document))
            return Reading(name=full, facts=slot.facts, missing=_missing(full, Cause.CONFLICTING, looked))
        if isinstance(slot, Unreadable):
            return Reading(name=full, missing=_missing(full, Cause.UNREADABLE, slot.looked))
        return Reading(name=full, missing=_missing(full, self._why_absent(full, slot), slot.looked))

    def limit(self, reference: str, day: date | None = None) -> Limit | None:
        """The legal value `$名称` on a day (that of the rule unless given); None when none was in force."""
        return self.law.limits.on(reference.removeprefix("$"), day or self.day)

    def _why_absent(self, name: str, slot: Absent) -> Cause:
        if slot.document_missing:
            return Cause.DOCUMENT_MISSING
        form, _, field = name.partition(".")
        if field == DELIVERED and not self.case.documents(RECEIPT):
            return Cause.DOCUMENT_MISSING
        elsewhere = not slot.looked and form not in _READ_IN_EVERY_PAPER
        return Cause.DOCUMENT_MISSING if elsewhere and self.case.scope == "document" else Cause.NOT_FOUND


def decision_day(case: CaseFacts) -> date | None:
    """The day of the decision, or of the transfer to the police; None while there is none (or its papers disagree)."""
    for name in _DECIDED:
        slot = case.slot(name)
        if isinstance(slot, Known) and isinstance(slot.facts[0].value, date):
            return day_of(slot.facts[0])
    return None


def day_of(fact: Fact) -> date:
    """The calendar day of a date or a time; TypeError for anything else."""
    if isinstance(fact.value, datetime):
        return fact.value.date()
    if isinstance(fact.value, date):
        return fact.value
    raise TypeError(f"{fact.name} is not a date")


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts without those that say the same of the same thing in the same paper."""
    return tuple({(f.value, f.document, f.about): f for f in reversed(tuple(facts))}.values())[::-1]


def recited(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those that are only told by another paper."""
    return tuple(f for f in facts if f.origin is Origin.RECITED)


def unknown(*readings: Reading, used: tuple[Fact, ...] = ()) -> Answer:
    """Cannot tell, because of what these readings miss."""
    missing = tuple(r.missing for r in readings if r.missing is not None)
    return Answer(truth=None, used=used or tuple(f for r in readings for f in r.facts), missing=missing)


def _missing(name: str, cause: Cause, looked: tuple[str, ...]) -> Missing:
    return Missing(name=name, cause=cause, looked=looked)
