"""办案步骤: the steps of a case as they were taken, held against the lawful order."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.fact import Fact
from casecheck.model.words import Words


class StepState(StrEnum):
    """How a step stands.

    `DONE`: in its order and in time. `EARLY`: before a step that must come first, or before the time to be waited for
    was over. `LATE`: after a step that must come later, or after the end of its period. `MISSING`: later steps were
    taken, and the papers show nothing of this one, which the path needs. `NEXT`: the next to be taken. `OPEN`: not
    taken yet. `UNCLEAR`: its day is not known for certain.
    """

    DONE = "done"
    EARLY = "early"
    LATE = "late"
    MISSING = "missing"
    NEXT = "next"
    OPEN = "open"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. `days`, `earliest` and `latest` are ISO days.

    `earliest` is the first day on which it was (or would be) lawful: no step that must come before it is later, and the
    time to be waited for is over; `latest` is the last day of its period. `against` is the step whose day does not fit,
    `clock` the period that was not kept, `rule` the code of the check that judges it, `why` what is not certain.
    """

    name: str
    title: Words
    state: StepState
    days: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    against: str | None = None
    clock: str | None = None
    rule: str = ""
    why: Words | None = None
    facts: tuple[Fact, ...] = ()
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPath:
    """A path of the procedure that the case took, with its steps in the lawful order. The main path comes first."""

    name: str
    title: Words
    steps: tuple[Step, ...]
