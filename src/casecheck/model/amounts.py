"""金额对照表: every sum that the papers of a case give, which of them must agree, and the arithmetic they write out."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.place import Quote
from casecheck.model.words import Words


class Agreement(StrEnum):
    """How two sums of one kind stand to each other.

    `EARLIER`: they differ, but the other paper is of an earlier stage and the change may have its reason. `EXPLAINED`: the
    paper says that the defence was adopted and the sum lowered. `WITHIN`: a notice announced more than was decided, as it
    may; `BEYOND`: less.
    """

    SAME = "same"
    DIFFERS = "differs"
    EARLIER = "earlier"
    EXPLAINED = "explained"
    WITHIN = "within"
    BEYOND = "beyond"
    MASKED = "masked"


class Result(StrEnum):
    """What working out a formula again gave.

    `ROUNDING`: the difference may come from rounded numbers. `NOT_CONVERTIBLE`: its units, or words like 折, leave open how
    it is worked out.
    """

    OK = "ok"
    DIFFERS = "differs"
    ROUNDING = "rounding"
    NOT_CONVERTIBLE = "not_convertible"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedAmount:
    """One sum (分) of one kind in one paper. `paper` is the short form name, `fact` the name of the fact that was read.

    `fact` is empty where the sum was only found behind its word in the running text.
    """

    kind: str
    paper: str
    document: str
    fen: int
    fact: str
    quote: Quote
    masked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The sum that measures (that of the decision) beside another one, with the code of the check that judges it."""

    kind: str
    measure: StatedAmount
    other: StatedAmount
    agreement: Agreement
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """One formula, row, total, multiple or pair of 大写 and figures, worked out again.

    `sort`: `formula row total multiple capitals`. `left` and `stated` are the two sides as printed, `computed` what the
    left one comes to (empty where it could not be worked out), `why` says why not, or which conversion was used.
    """

    sort: str
    paper: str
    document: str
    left: str
    stated: str
    computed: str
    result: Result
    rule: str
    quote: Quote
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """金额对照表 of a case. `kinds` are the kinds that occur, in the order of the table, with their names in both languages."""

    kinds: tuple[tuple[str, Words], ...] = ()
    stated: tuple[StatedAmount, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    reckonings: tuple[Reckoning, ...] = ()
