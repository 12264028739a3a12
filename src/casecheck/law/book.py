"""What the checklists know of the law, in one value."""

from dataclasses import dataclass, field

from casecheck.law.calendar import Calendar
from casecheck.law.clocks import ClockTable
from casecheck.law.elements import ElementTable
from casecheck.law.limits import LimitTable
from casecheck.law.penalties import PenaltyTable
from casecheck.law.statutes import StatuteBook
from casecheck.law.steps import StepTable


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """Statutes, legal values, penalty provisions, the calendar, periods and steps of a case, elements of kinds of violation."""

    statutes: StatuteBook
    limits: LimitTable
    penalties: PenaltyTable
    calendar: Calendar
    clocks: ClockTable = field(default_factory=ClockTable)
    steps: StepTable = field(default_factory=StepTable)
    elements: ElementTable = field(default_factory=ElementTable)
