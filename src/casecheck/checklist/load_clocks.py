"""`law/clocks.yml` to a `ClockTable`: the periods of a case, and the days that do not count."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, cast

from casecheck.checklist.law_files import Entry, read_entries
from casecheck.checklist.located import LocatedError, did_you_mean
from casecheck.law.clocks import (
    ClockTable,
    ClockTerm,
    Ending,
    Extension,
    OtherLength,
    Sort,
    Stretch,
    Suspension,
    Taking,
    TimesOfDay,
)
from casecheck.law.limits import Limit
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words

_FACTS = ("start", "end", "first", "last", "by", "until", "discussed", "begun", "done", "recorded")
_STANDING = ("working", "calendar")
"""Units of lengths that days off may interrupt."""


def clocks_of(root: Path, limits: Sequence[Limit], errors: list[LocatedError]) -> ClockTable:
    """The periods, with an error for each name of a length, a kind of days off or a period that is not there."""
    top = _read(root, errors)
    if top is None:
        return ClockTable()
    units: dict[str, set[str]] = {}
    for limit in limits:
        units.setdefault(limit.name, set()).add(limit.unit)
    kinds: list[Suspension] = []
    for entry in top.inner("suspensions"):
        _once(entry, {kind.name for kind in kinds})
        kinds.append(_suspension(entry, units))
    terms: list[ClockTerm] = []
    for entry in top.inner("clocks"):
        _once(entry, {term.name for term in terms})
        terms.append(_term(entry, units, kinds, terms))
    return ClockTable(terms=tuple(terms), suspensions=tuple(kinds))


def _read(root: Path, errors: list[LocatedError]) -> Entry | None:
    """The file; checklists without periods of their own need none."""
    path = root / "law" / "clocks.yml"
    return read_entries(path, root, "clocks", errors) if path.is_file() else None


def _suspension(entry: Entry, units: dict[str, set[str]]) -> Suspension:
    stretches = []
    for inner in entry.inner("stretches"):
        _length(inner, units)
        stretches.append(Stretch(first=inner.texts("first"), last=inner.texts("last"), limit=inner.text("limit")))
    name = entry.text("name") or ""
    meaning = Words(zh=name, en=entry.text("en") or "")
    return Suspension(name=name, meaning=meaning, basis=entry.texts("basis"), stretches=tuple(stretches))


def _term(
    entry: Entry, units: dict[str, set[str]], kinds: Sequence[Suspension], before: Sequence[ClockTerm]
) -> ClockTerm:
    for key in ("limit", "perhaps"):
        _length(entry, units, key)
    _named(entry, "suspensions", {kind.name for kind in kinds})
    _named(entry, "after", {term.name for term in before})
    if entry.texts("suspensions") and not units.get(entry.text("limit") or "", set()) <= set(_STANDING):
        entry.refuse("suspensions", Words(zh="只有按日计算的期限可以扣除", en="only periods in days stand still"))
    name = entry.text("name") or ""
    return ClockTerm(
        name=name,
        meaning=Words(zh=name, en=entry.text("en") or ""),
        limit=entry.text("limit") or "",
        perhaps=entry.text("perhaps"),
        others=_others(entry, units),
        whose=cast(Literal["agency", "party"], entry.text("whose") or "agency"),
        sort=cast(Sort, entry.text("sort") or "deadline"),
        start=entry.texts("start"),
        after=entry.texts("after"),
        end=entry.texts("end"),
        take=cast(Taking, entry.text("take") or "first"),
        ending=cast(Ending, entry.text("ending") or "first"),
        measure=entry.flag("measure"),
        urgent=entry.flag("urgent"),
        edge=entry.flag("edge"),
        suspensions=entry.texts("suspensions"),
        extensions=tuple(_extension(inner, units) for inner in entry.inner("extensions")),
        rule=entry.text("rule") or "",
        procedures=entry.texts("procedures"),
        papers=entry.texts("papers"),
        cites=entry.texts("cites"),
        unless=entry.texts("unless"),
        not_from=entry.texts("not_from"),
        times=_times(entry.child("times")),
    )


def _times(entry: Entry | None) -> TimesOfDay | None:
    if entry is None:
        return None
    return TimesOfDay(
        begun=entry.texts("begun"),
        done=entry.texts("done"),
        recorded=entry.texts("recorded"),
        words=entry.texts("words"),
    )


def _extension(entry: Entry, units: dict[str, set[str]]) -> Extension:
    _length(entry, units)
    return Extension(
        by=entry.texts("by"),
        limit=entry.text("limit"),
        others=_others(entry, units),
        until=entry.texts("until"),
        discussed=entry.texts("discussed"),
    )


def _others(entry: Entry, units: dict[str, set[str]]) -> tuple[OtherLength, ...]:
    found = []
    for inner in entry.inner("others"):
        _length(inner, units)
        found.append(OtherLength(words=inner.texts("words"), limit=inner.text("limit") or ""))
    return tuple(found)


def _length(entry: Entry, units: dict[str, set[str]], key: str = "limit") -> None:
    name = entry.text(key)
    if name is None:
        return
    if name not in units:
        hint = did_you_mean(name, units)
        entry.refuse(key, Words(zh=f"limits.yml 里没有 {name}{hint.zh}", en=f"limits.yml has no {name}{hint.en}"))
    elif units[name] & {"fen", "ratio"}:
        entry.refuse(key, Words(zh=f"{name} 不是期限", en=f"{name} is no length of time"))


def _once(entry: Entry, taken: set[str]) -> None:
    name = entry.text("name") or ""
    if name in taken:
        entry.refuse("name", Words(zh=f"{name} 已经有了", en=f"{name} is there already"))


def _named(entry: Entry, key: str, known: set[str]) -> None:
    for name in entry.texts(key):
        if name not in known:
            hint = did_you_mean(name, known)
            entry.refuse(key, Words(zh=f"前面没有“{name}”{hint.zh}", en=f'there is no "{name}" before{hint.en}'))


def check_clocks(root: Path, vocabulary: Vocabulary) -> list[LocatedError]:
    """Facts and papers that the periods name and the vocabulary does not know."""
    errors: list[LocatedError] = []
    top = _read(root, [])  # what its schema says was told when it was loaded
    if top is None:
        return errors
    top = replace(top, errors=errors)
    for entry in _all(top):
        for key in (*_FACTS, "unless"):
            _check_facts(entry, key, vocabulary)
        forms = {n for form in vocabulary.forms for n in (form.name, form.short)}
        for name in entry.texts("papers"):
            if name not in forms:
                hint = did_you_mean(name, forms)
                entry.refuse(
                    "papers", Words(zh=f"没有名为“{name}”的文书{hint.zh}", en=f'unknown form "{name}"{hint.en}')
                )
    return errors


def _check_facts(entry: Entry, key: str, vocabulary: Vocabulary) -> None:
    """Days between which a period runs are dates; what rules it out is true or false."""
    for name in entry.texts(key):
        known = vocabulary.fact(name)
        if known is None:
            entry.refuse(key, Words(zh=f"没有名为“{name}”的事实", en=f'unknown fact "{name}"'))
        elif key == "unless" and known.type != "bool":
            entry.refuse(key, Words(zh=f"{name} 不是是否", en=f"{name} is not true or false"))
        elif key != "unless" and known.type not in ("date", "time"):
            entry.refuse(key, Words(zh=f"{name} 不是日期", en=f"{name} is no date"))


def _all(top: Entry) -> Iterator[Entry]:
    for kind in top.inner("suspensions"):
        yield from kind.inner("stretches")
    for term in top.inner("clocks"):
        yield term
        yield from term.inner("extensions")
        if times := term.child("times"):
            yield times
