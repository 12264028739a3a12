"""办案步骤: which steps a case has on each path of the procedure, in which order, and what dates them."""

from dataclasses import dataclass, field

from casecheck.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTerm:
    """One step: the date facts that tell its day (alternatives in the order of trust) and the periods that bind it."""

    name: str
    meaning: Words
    dates: tuple[str, ...]
    clocks: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPlace:
    """A step in its place on a path.

    `needed`: the path cannot do without it. `side`: another check judges its order, or none does. `apart` are steps
    with which it has no order, `apart_if_heard` those with which it has none after a hearing.
    """

    step: StepTerm
    needed: bool = False
    side: bool = False
    apart: tuple[str, ...] = ()
    apart_if_heard: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldElsewhere:
    """Pairs of steps whose order the check `rule` judges when the file has `paper`."""

    rule: str
    paper: str
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTerm:
    """A path of the procedure (普通程序, 简易程序 …): when a case is on it, and its steps in their order.

    A case is on it when it has one of `papers`, none of `unless` and one of the facts `where` (of type bool) is true;
    what is empty asks nothing. `beside`: it runs beside the main path (听证, 强制措施).
    """

    name: str
    meaning: Words
    places: tuple[StepPlace, ...]
    beside: bool = False
    papers: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    told: tuple[ToldElsewhere, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTable:
    """All steps and paths; the first main path that fits is that of a case."""

    steps: tuple[StepTerm, ...] = ()
    paths: tuple[PathTerm, ...] = ()
    by_name: dict[str, StepTerm] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {step.name: step for step in self.steps})
