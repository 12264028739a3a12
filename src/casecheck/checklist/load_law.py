"""`law/*.yml` to a `LawBook`: statutes, named legal values, penalty provisions, holiday notices, periods and steps of a case, elements of violations."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from casecheck.checklist.cache import compiled
from casecheck.checklist.law_files import Entry, read_entries
from casecheck.checklist.limits import limit_table
from casecheck.checklist.load_clocks import clocks_of
from casecheck.checklist.load_elements import elements_of
from casecheck.checklist.load_steps import steps_of
from casecheck.checklist.located import ChecklistError, LocatedError
from casecheck.law.book import LawBook
from casecheck.law.calendar import Calendar, HolidayNotice
from casecheck.law.penalties import Condition, PenaltyTable, Provision, Tier
from casecheck.law.shapes import read_shapes
from casecheck.law.statutes import Statute, StatuteBook, StatuteVersion, law_name
from casecheck.model.words import Words


def load_law(root: Path) -> LawBook:
    """What the folder `law` of the checklists says; `ChecklistError` with every error of every file at once."""
    return compiled("law", root, sorted((root / "law").rglob("*.yml")), lambda: _law_of(root))


def _law_of(root: Path) -> LawBook:
    errors: list[LocatedError] = []
    listed = _distinct_names(_entries(root, "statutes", errors))
    keys = None if errors else {statute.key for statute in listed}
    limits = limit_table(list(_distinct(_entries(root, "limits", errors), "name")))
    penalties = _distinct(_entries(root, "penalties", errors), "id")
    provisions = [_provision(entry, keys) for entry in penalties]
    clocks = clocks_of(root, limits.limits, errors)
    steps = steps_of(root, errors)
    elements = elements_of(root, provisions, errors)
    notices = [_notice(path, root, errors) for path in sorted((root / "law" / "holidays").glob("*.yml"))]
    if errors:
        raise ChecklistError(errors)
    statutes = StatuteBook.of(listed, limits)
    return LawBook(
        statutes=statutes,
        limits=limits,
        penalties=PenaltyTable(statutes=statutes, provisions=tuple(provisions)),
        calendar=Calendar(extra=tuple(notice for notice in notices if notice)),
        clocks=clocks,
        steps=steps,
        elements=elements,
    )


def _entries(root: Path, kind: str, errors: list[LocatedError]) -> Iterator[Entry]:
    top = read_entries(root / "law" / f"{kind}.yml", root, kind, errors)
    if top is not None:
        yield from top.inner(next(iter(top.data)))


def _distinct(entries: Iterator[Entry], key: str) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        name = entry.text(key) or ""
        if name in seen:
            entry.refuse(key, Words(zh=f"{name} 已经有了", en=f"{name} is there already"))
        else:
            yield entry
        seen.add(name)


def _distinct_names(entries: Iterator[Entry]) -> list[Statute]:
    """The statutes, with an error for each name that an earlier one claims."""
    owners: dict[str, str] = {}
    statutes: list[Statute] = []
    for entry in _distinct(entries, "key"):
        statute = _statute(entry)
        names = {statute.key, *(law_name(name) for name in (statute.title, *statute.short_titles))}
        taken = sorted(name for name in names if name in owners)
        for name in taken:
            entry.refuse("title", Words(zh=f"“{name}”已属于 {owners[name]}", en=f'"{name}" belongs to {owners[name]}'))
        owners.update(dict.fromkeys(names, statute.key))
        if not taken:
            statutes.append(statute)
    return statutes


def _statute(entry: Entry) -> Statute:
    versions = [_version(version) for version in entry.inner("versions")]
    if any(
        not earlier.effective_to or earlier.effective_to >= later.effective_from
        for earlier, later in pairwise(versions)
    ):
        entry.refuse(
            "versions", Words(zh="各版本的施行期间须先后相接、不重叠", en="versions stand in order and never overlap")
        )
    return Statute(
        key=entry.text("key") or "",
        title=entry.text("title") or "",
        short_titles=entry.texts("short"),
        kind=entry.text("kind") or "",
        versions=tuple(versions),
        original=entry.flag("original"),
    )


def _version(entry: Entry) -> StatuteVersion:
    first, last = entry.period()
    articles, shapes = entry.number("articles"), entry.text("shapes") or ""
    try:
        counted = read_shapes(shapes)
    except ValueError as problem:
        entry.refuse("shapes", Words(zh=f"读不懂 {problem}", en=f"cannot read {problem}"))
    else:
        numbers = {article for article, _ in counted}
        if shapes and numbers != set(range(1, (articles or 0) + 1)):
            entry.refuse(
                "shapes",
                Words(zh="与 articles 不符：须从第一条到末条逐条写出", en="must list every article up to articles"),
            )
    return StatuteVersion(
        label=entry.text("label") or "",
        effective_from=first,
        effective_to=last,
        articles=articles,
        complete=bool(shapes),
        shapes=shapes,
    )


def _provision(entry: Entry, statutes: set[str] | None) -> Provision:
    """`statutes` are the keys of the statutes, None when these could not be read."""
    law = entry.text("law") or ""
    first, last = entry.period()
    if statutes is not None and law not in statutes:
        entry.refuse("law", Words(zh=f"statutes.yml 里没有 {law}", en=f"statutes.yml has no {law}"))
    return Provision(
        id=entry.text("id") or "",
        law=law,
        article=entry.number("article") or 0,
        paragraph=entry.number("paragraph"),
        items=tuple(entry.data.get("items", ())),
        valid_from=first,
        valid_to=last,
        conduct=entry.text("conduct") or "",
        prohibited_by=entry.texts("prohibited_by"),
        pairing_verified=entry.flag("pairing", default=True) and "prohibited_by" in entry.data,
        must=entry.texts("must"),
        may=entry.texts("may"),
        serious=entry.texts("serious"),
        order=entry.text("order"),
        tiers=_tiers(list(entry.inner("fines"))),
        cap=entry.fen("cap"),
        fined_by=entry.text("fined_by"),
        detailed_by=entry.texts("detailed_by"),
        precondition=entry.text("precondition"),
        personal=entry.text("personal"),
        refund_first=entry.flag("refund_first"),
        reconsideration_first=entry.flag("reconsideration_first"),
        verified=entry.flag("verified", default=True),
        note=entry.text("note"),
    )


def _tiers(entries: Sequence[Entry]) -> tuple[Tier, ...]:
    return tuple(_tier(entry) for entry in entries)


def _tier(entry: Entry) -> Tier:
    low, high, base = entry.fraction("min"), entry.fraction("max"), entry.text("times")
    if low is not None and high is not None and high < low:
        entry.refuse("max", Words(zh="小于 min", en="is less than min"))
    when = entry.child("when")
    return Tier(
        minimum=None if base else entry.fen("min"),
        maximum=None if base else entry.fen("max"),
        base=base,
        low=low if base else None,
        high=high if base else None,
        deemed_base=entry.fen("deemed_base"),
        mandatory=not entry.flag("optional"),
        when=_condition(when) if when else None,
        precondition=entry.text("precondition"),
    )


def _condition(entry: Entry) -> Condition:
    return Condition(
        base=entry.text("base"),
        at_least=entry.fen("at_least"),
        above=entry.fen("above"),
        below=entry.fen("below"),
        at_most=entry.fen("at_most"),
        none=entry.flag("none"),
        unclear=entry.flag("unclear"),
        circumstance=entry.text("circumstance"),
        party=entry.text("party"),
    )


def _notice(path: Path, root: Path, errors: list[LocatedError]) -> HolidayNotice | None:
    entry = read_entries(path, root, "holidays", errors)
    if entry is None:
        return None
    year = entry.number("year") or 0
    for key in ("days_off", "make_up_days"):
        for day in entry.days(key):
            if day.year != year:
                entry.refuse(key, Words(zh=f"{day} 不在 {year} 年", en=f"{day} is not in {year}"))
    return HolidayNotice(
        year=year,
        days_off=frozenset(entry.days("days_off")),
        make_up_days=frozenset(entry.days("make_up_days")),
    )
