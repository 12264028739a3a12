"""办案路径: on which paths of the procedure a case is, and what its papers tell of the steps."""

from collections.abc import Iterable

from casecheck.law.steps import PathTerm, StepTable, StepTerm
from casecheck.model.fact import CaseFacts, Fact
from casecheck.rules.builtin.reading import known
from casecheck.rules.steps.order import Taken


def main_path(case: CaseFacts, table: StepTable) -> PathTerm | None:
    """The path of the case: the first main path that fits."""
    return next((path for path in table.paths if not path.beside and _fits(path, case)), None)


def paths_of(case: CaseFacts, table: StepTable) -> tuple[PathTerm, ...]:
    """The main path, and those that run beside it."""
    main = main_path(case, table)
    beside = tuple(path for path in table.paths if path.beside and _fits(path, case))
    return (main, *beside) if main else beside


def _fits(path: PathTerm, case: CaseFacts) -> bool:
    if path.papers and not _has(case, path.papers):
        return False
    if path.where and not any(fact.value is True for name in path.where for fact in known(case, name)):
        return False
    return not _has(case, path.unless)


def _has(case: CaseFacts, forms: Iterable[str]) -> bool:
    return any(case.documents(form) for form in forms)


def heard(case: CaseFacts) -> bool:
    """Whether a hearing was held."""
    return _has(case, ("听证笔录", "听证报告"))


def days_of(term: StepTerm, case: CaseFacts) -> tuple[Fact, ...]:
    """The facts that tell the days of a step: those of the first name that is known without contradiction."""
    return next((found for name in term.dates if (found := known(case, name))), ())


def taken_steps(path: PathTerm, case: CaseFacts, *, aside: bool) -> list[Taken]:
    """The steps with a known day, in the lawful order; `aside`: also those whose order others judge."""
    found = [(place.step.name, days_of(place.step, case)) for place in path.places if aside or not place.side]
    return [(name, facts) for name, facts in found if facts]


def loose_pairs(path: PathTerm, case: CaseFacts) -> set[tuple[str, str]]:
    """The pairs of steps (earlier, later) of the path that have no order in this case."""
    after_hearing = heard(case)
    pairs: set[tuple[str, str]] = set()
    for place in path.places:
        names = (*place.apart, *(place.apart_if_heard if after_hearing else ()))
        pairs.update((name, place.step.name) for name in names)
    return pairs


def told_by(path: PathTerm, case: CaseFacts) -> dict[tuple[str, str], str]:
    """The pairs of steps whose order another check judges in this case, with its code."""
    return {pair: told.rule for told in path.told if case.documents(told.paper) for pair in told.pairs}
