"""`law/steps.yml` to a `StepTable`: the steps of a case on each path of the procedure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from casecheck.checklist.law_files import Entry, read_entries
from casecheck.checklist.located import LocatedError, did_you_mean
from casecheck.law.clocks import ClockTable
from casecheck.law.steps import PathTerm, StepPlace, StepTable, StepTerm, ToldElsewhere
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words


def steps_of(root: Path, errors: list[LocatedError]) -> StepTable:
    """The steps and paths, with an error for each step that a path names and that is not there."""
    top = _read(root, errors)
    if top is None:
        return StepTable()
    steps: dict[str, StepTerm] = {}
    for entry in top.inner("steps"):
        step = _step(entry)
        if step.name in steps:
            entry.refuse("name", Words(zh=f"{step.name} 已经有了", en=f"{step.name} is there already"))
        steps[step.name] = step
    paths = tuple(_path(entry, steps) for entry in top.inner("paths"))
    return StepTable(steps=tuple(steps.values()), paths=paths)


def _read(root: Path, errors: list[LocatedError]) -> Entry | None:
    """The file; checklists without steps of their own need none."""
    path = root / "law" / "steps.yml"
    return read_entries(path, root, "steps", errors) if path.is_file() else None


def _step(entry: Entry) -> StepTerm:
    name = entry.text("name") or ""
    return StepTerm(
        name=name,
        meaning=Words(zh=name, en=entry.text("en") or ""),
        dates=entry.texts("dates"),
        clocks=entry.texts("clocks"),
        basis=entry.texts("basis"),
    )


def _path(entry: Entry, steps: dict[str, StepTerm]) -> PathTerm:
    places: list[StepPlace] = []
    for inner in entry.inner("steps"):
        _known(inner, "step", (inner.text("step") or "",), steps)
        before = {place.step.name for place in places}
        for key in ("apart", "apart_if_heard"):
            _known(inner, key, inner.texts(key), before)
        if step := steps.get(inner.text("step") or ""):
            places.append(_place(inner, step))
    own = {place.step.name for place in places}
    name = entry.text("name") or ""
    return PathTerm(
        name=name,
        meaning=Words(zh=name, en=entry.text("en") or ""),
        places=tuple(places),
        beside=entry.flag("beside"),
        papers=entry.texts("papers"),
        unless=entry.texts("unless"),
        where=entry.texts("where"),
        told=tuple(_told(inner, own) for inner in entry.inner("told")),
    )


def _place(entry: Entry, step: StepTerm) -> StepPlace:
    return StepPlace(
        step=step,
        needed=entry.flag("needed"),
        side=entry.flag("side"),
        apart=entry.texts("apart"),
        apart_if_heard=entry.texts("apart_if_heard"),
    )


def _told(entry: Entry, own: set[str]) -> ToldElsewhere:
    pairs = [(str(pair[0]), str(pair[1])) for pair in entry.data["pairs"]]
    _known(entry, "pairs", [name for pair in pairs for name in pair], own)
    return ToldElsewhere(rule=entry.text("rule") or "", paper=entry.text("paper") or "", pairs=frozenset(pairs))


def _known(entry: Entry, key: str, names: Iterable[str], known: Iterable[str]) -> None:
    there = set(known)
    for name in names:
        if name not in there:
            hint = did_you_mean(name, there)
            entry.refuse(key, Words(zh=f"前面没有“{name}”{hint.zh}", en=f'there is no "{name}" before{hint.en}'))


def check_steps(root: Path, vocabulary: Vocabulary, clocks: ClockTable) -> list[LocatedError]:
    """Facts, papers and periods that the steps name and that are not known."""
    errors: list[LocatedError] = []
    top = _read(root, [])  # what its schema says was told when it was loaded
    if top is None:
        return errors
    top = replace(top, errors=errors)
    forms = {n for form in vocabulary.forms for n in (form.name, form.short)}
    for step in top.inner("steps"):
        _check_facts(step, "dates", ("date", "time"), vocabulary)
        _known(step, "clocks", step.texts("clocks"), clocks.by_name)
    for path in top.inner("paths"):
        _check_facts(path, "where", ("bool",), vocabulary)
        for key in ("papers", "unless"):
            _known(path, key, path.texts(key), forms)
        for told in path.inner("told"):
            _known(told, "paper", (told.text("paper") or "",), forms)
    return errors


def _check_facts(entry: Entry, key: str, types: tuple[str, ...], vocabulary: Vocabulary) -> None:
    for name in _unfit(entry, key, types, vocabulary):
        entry.refuse(
            key, Words(zh=f"没有名为“{name}”的事实，或者类型不对", en=f'no fact "{name}", or one of another type')
        )


def _unfit(entry: Entry, key: str, types: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[str]:
    for name in entry.texts(key):
        known = vocabulary.fact(name)
        if known is None or known.type not in types:
            yield name
