"""期限账本的条目: which periods a case has, what starts and ends each, what stops it and what lengthens it."""

from dataclasses import dataclass, field
from typing import Literal

from casecheck.law.periods import Whose
from casecheck.model.words import Words

Sort = Literal["deadline", "wait", "window"]
"""`deadline`: the act must come before the period is over. `wait`: only after it. `window`: what may be done while it runs."""

Ending = Literal["first", "nearest", "last"]
"""Which of several acts ends it: the first that is named, the earliest after the start, or the last."""

Taking = Literal["first", "last", "latest", "each"]
"""Which of several starts counts: the first, the last before the act, the latest of all names, or each for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLength:
    """What another law sets instead: `limit` counts where the papers cite one of `words`."""

    words: tuple[str, ...]
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """延长: the paper that grants it (date facts `by`), and how long it is.

    Either a named length (`limit`, or that of another law in `others`), or until the day that `until` gives. `discussed`
    are facts one of which must be there as well (集体讨论). With neither length nor day the law leaves the length to the
    one who approves.
    """

    by: tuple[str, ...]
    limit: str | None = None
    others: tuple[OtherLength, ...] = ()
    until: tuple[str, ...] = ()
    discussed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days off between a first and a last fact, or of a named length after the first one."""

    first: tuple[str, ...]
    last: tuple[str, ...] = ()
    limit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """One kind of days that do not count, with its basis and the dated papers that show them."""

    name: str
    meaning: Words
    basis: tuple[str, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimesOfDay:
    """Where the times of day of a period in hours stand: facts of type time.

    `begun` gives the minute of the start and `done` that of the act, on the days that the period itself takes.
    `recorded` are first and last minute of the record that tells of the start with one of `words`.
    """

    begun: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    recorded: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTerm:
    """One period: what it is called, its length by name (`limit`), and the facts between which it runs.

    `start` and `end` are fact names, alternatives in the order of trust. `after` names periods at whose latest end this
    one starts. `measure`: a coercive measure, whose releases and extensions belong to the decision whose 文号 they name.
    `rule` is the code of the check that judges it. `papers`: the period is one of the case only when one of these 文书 is
    there; `cites`: only when a paper cites one of these words; `urgent`: it only runs when the act came after the start.
    `edge`: an act on the last day itself is left to a person. `unless`: there is no such period where one of these facts
    (of type bool) is true. `perhaps` names a longer length that holds in circumstances which a person must judge.
    `times`: where the times of day stand of a period in hours. `not_from`: a start whose paper says one of these words
    begins no such period.
    """

    name: str
    meaning: Words
    limit: str
    perhaps: str | None = None
    others: tuple[OtherLength, ...] = ()
    whose: Whose = "agency"
    sort: Sort = "deadline"
    start: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    take: Taking = "first"
    ending: Ending = "first"
    measure: bool = False
    urgent: bool = False
    edge: bool = False
    suspensions: tuple[str, ...] = ()
    extensions: tuple[Extension, ...] = ()
    rule: str = ""
    procedures: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    not_from: tuple[str, ...] = ()
    times: TimesOfDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockTable:
    """All periods of a case, in the order of the procedure, and the kinds of days that do not count."""

    terms: tuple[ClockTerm, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    by_name: dict[str, ClockTerm] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {term.name: term for term in self.terms})

    def suspensions_of(self, term: ClockTerm) -> tuple[Suspension, ...]:
        """The kinds of days off that a period knows."""
        return tuple(s for s in self.suspensions if s.name in term.suspensions)
