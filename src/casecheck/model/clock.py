"""期限: one statutory period of a case as it ran."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.fact import Fact
from casecheck.model.words import Words


class ClockState(StrEnum):
    """How a period stands.

    `MET`, `MISSED`: the act came as the law wants it, or it did not. `RUNNING`, `OVERDUE`: no act yet, before and after the
    end. `OVER`: no act, and the time to be waited for, or to use a right, is over. `UNCLEAR`: it depends on something that
    the papers do not settle. `NOT_RECKONED`: the start, the length or the calendar is not known.
    """

    MET = "met"
    MISSED = "missed"
    RUNNING = "running"
    OVERDUE = "overdue"
    OVER = "over"
    UNCLEAR = "unclear"
    NOT_RECKONED = "not_reckoned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One period of the ledger (期限账本).

    `start`, `due` and `actual` are ISO days; `due` is the last day of the period. `slack`, in calendar days, is how much
    was to spare and negative when the law was not kept: due minus actual, and for a period that must be waited for
    (`sort` `wait`) actual minus the first lawful day. `left` is the same towards the day that counts as today, while
    nothing was done. `unit` is that of the length, `suspended` how many days were not counted. `began` and `done` are the
    facts of start and act, `papers` those that stop or lengthen the period. `why` tells what could not be reckoned or
    settled. `rule` is the code of the check that judges the period.
    """

    name: str
    title: Words
    sort: str
    state: ClockState
    start: str | None
    due: str | None
    actual: str | None
    slack: int | None
    left: int | None
    unit: str
    suspended: int
    rule: str
    basis: tuple[str, ...] = ()
    began: Fact | None = None
    done: Fact | None = None
    papers: tuple[Fact, ...] = ()
    working: Words | None = None
    why: Words | None = None
