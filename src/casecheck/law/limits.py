"""Legal values by name: the periods (期限), amounts (金额) and ratios the rules refer to instead of typing numbers."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from casecheck.law.periods import Length
from casecheck.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A legal value while it is in force: exactly one of a length, an amount in 分, a ratio, a choice of words.

    `basis` cites law and article. `verified` is false where the value is known without its text having been read;
    then no rule may call a dossier defective by it. `valid_to` is the last day in force. `region` is the name of the
    province or city that set the value; None for a national one.
    """

    name: str
    meaning: Words
    basis: tuple[str, ...]
    verified: bool
    length: Length | None = None
    amount: int | None = None
    ratio: Decimal | None = None
    choice: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None
    region: Words | None = None

    @property
    def unit(self) -> str:
        """`working calendar month year hour` for a length, `fen` for an amount, `ratio`, `choice`."""
        if self.length is not None:
            return self.length.unit
        if self.amount is not None:
            return "fen"
        return "ratio" if self.ratio is not None else "choice"

    def in_force(self, day: date) -> bool:
        """Whether the value holds on that day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regional:
    """A name that a province or city may set for itself, with or without a national value.

    `choices` are the words to choose from, empty for a figure.
    """

    meaning: Words
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitTable:
    """All named values; a name may stand several times, with periods in force that do not overlap.

    `regional` are the names that a region may set; `local` holds what the region of the run has set: it comes first
    where it is in force.
    """

    limits: tuple[Limit, ...] = ()
    regional: dict[str, Regional] = field(default_factory=dict)
    local: tuple[Limit, ...] = ()

    def on(self, name: str, day: date) -> Limit | None:
        """The value of that name on that day; None when none is known to have been in force."""
        for limit in (*self.local, *self.limits):
            if limit.name == name and limit.in_force(day):
                return limit
        return None

    @property
    def names(self) -> frozenset[str]:
        """Every name that has a value at some time, or may get one from a region."""
        return frozenset(limit.name for limit in self.limits) | frozenset(self.regional)
