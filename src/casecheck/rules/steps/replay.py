"""步骤回放: each step of a case against the lawful order of its path and the periods that bind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.steps import PathTerm, StepPlace
from casecheck.model.clock import Clock, ClockState
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.steps import Step, StepPath, StepState
from casecheck.model.verdict import Cause
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, hearsay, missing
from casecheck.rules.steps.order import Inversion, inversions
from casecheck.rules.steps.path import days_of, loose_pairs, paths_of, taken_steps, told_by

ORDER = "PROC-TIME-LINE"
"""The check that judges the order of the steps of the main path."""
_WHY = {
    Cause.NOT_FOUND: Words(zh="文书中未读到日期", en="the paper gives no day that was read"),
    Cause.DOCUMENT_MISSING: Words(zh="所给材料中没有", en="no such paper among those given"),
    Cause.UNREADABLE: Words(zh="有内容无法识读", en="part of the papers could not be read"),
    Cause.CONFLICTING: Words(zh="各处记载不一致", en="the papers give different days"),
}
_TOLD = Words(zh="只是其他文书转述的日期", en="the day is only told by another paper")
_OPEN_STATES = (ClockState.UNCLEAR, ClockState.NOT_RECKONED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """A path being walked: what is known of its steps, and which are out of order."""

    case: CaseFacts
    path: PathTerm
    clocks: Sequence[Clock]
    days: dict[str, tuple[Fact, ...]]
    loose: set[tuple[str, str]]
    turned: dict[str, Inversion]
    rules: dict[tuple[str, str], str]
    last: int
    """The place of the last step that was taken; -1 when none was."""

    def clocks_of(self, place: StepPlace) -> list[Clock]:
        """The periods that bind a step, as they ran up to it."""
        own = [c for c in self.clocks if c.name in place.step.clocks]
        facts = self.days[place.step.name]
        ended = [c for c in own if c.done is not None and c.done in facts]
        return ended or [c for c in own if c.done is None or not facts]


def replay(case: CaseFacts, law: LawBook, clocks: Sequence[Clock]) -> tuple[StepPath, ...]:
    """The paths of the case with their steps; `clocks` is the ledger of the case, so that both tell the same."""
    return tuple(_walked(path, case, clocks) for path in paths_of(case, law.steps))


def _walked(path: PathTerm, case: CaseFacts, clocks: Sequence[Clock]) -> StepPath:
    days = {place.step.name: days_of(place.step, case) for place in path.places}
    loose = loose_pairs(path, case)
    found = inversions(taken_steps(path, case, aside=False), loose, taken_steps(path, case, aside=True))
    walk = _Walk(
        case=case,
        path=path,
        clocks=clocks,
        days=days,
        loose=loose,
        turned={inversion.odd: inversion for inversion in found},
        rules=told_by(path, case),
        last=max((n for n, place in enumerate(path.places) if days[place.step.name] and not place.side), default=-1),
    )
    steps: list[Step] = []
    coming = case.scope == "dossier"
    for number, place in enumerate(path.places):
        step = _dated(walk, number, place) if days[place.step.name] else _undated(walk, number, place, coming=coming)
        if step is None:
            continue
        coming = coming and step.state is not StepState.NEXT
        steps.append(step)
    return StepPath(name=path.name, title=path.meaning, steps=tuple(steps))


def _dated(walk: _Walk, number: int, place: StepPlace) -> Step:
    """A step whose day is known."""
    facts = walk.days[place.step.name]
    step = _step(walk, number, place, StepState.DONE, facts)
    turned = walk.turned.get(place.step.name)
    clocks = walk.clocks_of(place)
    missed = next((c for c in clocks if c.state is ClockState.MISSED), None)
    if turned is not None:
        early = turned.odd == turned.then
        return replace(
            step,
            state=_certain(StepState.EARLY if early else StepState.LATE, turned.early, turned.late),
            against=turned.first if early else turned.then,
            rule=_order_rule(walk, place, turned),
            why=_TOLD if hearsay(turned.early, turned.late) else None,
        )
    if missed is not None:
        waited = missed.sort == "wait"
        return replace(step, state=StepState.EARLY if waited else StepState.LATE, clock=missed.name, rule=missed.rule)
    if hearsay(*facts):
        return replace(step, state=StepState.UNCLEAR, why=_TOLD)
    unclear = next((c for c in clocks if c.state in _OPEN_STATES and c.done is not None and c.start), None)
    if unclear is not None:
        return replace(step, state=StepState.UNCLEAR, clock=unclear.name, rule=unclear.rule, why=unclear.why)
    return step


def _certain(state: StepState, *facts: Fact) -> StepState:
    return StepState.UNCLEAR if hearsay(*facts) else state


def _order_rule(walk: _Walk, place: StepPlace, turned: Inversion) -> str:
    told = walk.rules.get((turned.first, turned.then))
    return told or ("" if place.side or walk.path.beside else ORDER)


def _undated(walk: _Walk, number: int, place: StepPlace, *, coming: bool) -> Step | None:
    """A step of which no day is known: missing, not taken yet, or not to be told; None when it need not be there."""
    gaps = [m for name in place.step.dates if (m := missing(walk.case, name))]
    there = [m for m in gaps if m.cause is not Cause.DOCUMENT_MISSING]
    overdue = next((c for c in walk.clocks_of(place) if c.state is ClockState.OVERDUE), None)
    passed = number < walk.last
    step = _step(walk, number, place, StepState.OPEN, ())
    if there and (place.needed or any(walk.case.documents(_form(m.name)) for m in there)):
        if there[0].cause is Cause.NOT_FOUND and not passed and _unproven(there[0].name):
            there = []
        else:
            return replace(step, state=StepState.UNCLEAR, why=_WHY.get(there[0].cause))
    if not place.needed:
        pending = any(c.state in (ClockState.RUNNING, ClockState.OVERDUE) for c in walk.clocks_of(place))
        if not pending or passed:
            return None
    elif walk.case.scope != "dossier":
        return replace(step, state=StepState.UNCLEAR, why=_WHY[Cause.DOCUMENT_MISSING])
    if overdue is not None:
        return replace(step, state=StepState.MISSING, clock=overdue.name, rule=overdue.rule)
    if passed:
        return replace(step, state=StepState.MISSING)
    return replace(step, state=StepState.NEXT if coming and not place.side else StepState.OPEN)


def _unproven(name: str) -> bool:
    """Whether it is a day of service, which only a receipt tells: that the paper is there does not make it read badly."""
    return name.endswith(".送达日期")


def _form(name: str) -> str:
    return name.partition(".")[0]


def _step(walk: _Walk, number: int, place: StepPlace, state: StepState, facts: tuple[Fact, ...]) -> Step:
    earliest, latest = _bounds(walk, number, place)
    return Step(
        name=place.step.name,
        title=place.step.meaning,
        state=state,
        days=tuple(sorted({day(fact).isoformat() for fact in facts})),
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        facts=facts,
        basis=place.step.basis,
    )


def _bounds(walk: _Walk, number: int, place: StepPlace) -> tuple[date | None, date | None]:
    """The first and the last lawful day: after the steps before it (but those that are out of order) and its periods."""
    first: list[date] = []
    for before in walk.path.places[:number]:
        name = before.step.name
        comparable = (name, place.step.name) not in walk.loose and not before.side
        if comparable and walk.days[name] and (name not in walk.turned or _against(walk, place, name)):
            first.append(min(day(fact) for fact in walk.days[name]))
    last: list[date] = []
    for clock in walk.clocks_of(place):
        if clock.due is None:
            continue
        if clock.sort == "wait":
            first.append(date.fromisoformat(clock.due) + timedelta(days=1))
        elif clock.sort == "deadline":
            last.append(date.fromisoformat(clock.due))
    return max(first, default=None), min(last, default=None)


def _against(walk: _Walk, place: StepPlace, name: str) -> bool:
    turned = walk.turned.get(place.step.name)
    return turned is not None and turned.first == name
