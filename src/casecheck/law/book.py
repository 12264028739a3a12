"""What the checklists know of the law, in one value."""

from dataclasses import dataclass, field

from casecheck.law.calendar import Calendar
from casecheck.law.clocks import ClockTable
from casecheck.law.limits import LimitTable
from casecheck.law.penalties import PenaltyTable
from casecheck.law.statutes import StatuteBook
from casecheck.law.steps import StepTable


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """Statutes, named legal values, penalty provisions, the calendar of working days, the periods and the steps of a case."""

    statutes: StatuteBook
    limits: LimitTable
    penalties: PenaltyTable
    calendar: Calendar
    clocks: ClockTable = field(default_factory=ClockTable)
    steps: StepTable = field(default_factory=StepTable)
