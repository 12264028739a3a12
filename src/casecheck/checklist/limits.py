"""Named legal values (`law/limits.yml`) to a `LimitTable`, and what a region sets otherwise (`overlays/<region>/overlay.yml`)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

from casecheck.checklist.cache import compiled
from casecheck.checklist.law_files import Entry, read_entries
from casecheck.checklist.located import ChecklistError, LocatedError, did_you_mean
from casecheck.errors import CaseCheckError
from casecheck.law.book import LawBook
from casecheck.law.limits import Limit, LimitTable, Regional
from casecheck.law.periods import Length, Unit
from casecheck.model.words import Words

FOLDER = "overlays"
FILE = "overlay.yml"


def limit_table(entries: Sequence[Entry]) -> LimitTable:
    """The national values; errors are added to those of the entries."""
    regional = {
        entry.text("name") or "": Regional(meaning=_meaning(entry), choices=entry.texts("choices"))
        for entry in entries
        if entry.flag("regional")
    }
    for entry in entries:
        _known_choices(entry, entry.texts("choices"))
    return LimitTable(limits=tuple(limit for entry in entries for limit in _values(entry)), regional=regional)


def with_region(law: LawBook, root: Path, region: str) -> LawBook:
    """The law with the values that a province or city has set for itself.

    `region` is the name of an overlay, its Chinese title, or the path of a folder that holds an `overlay.yml`.
    `ChecklistError` with every located error; `CaseCheckError` when there is no such overlay.
    """
    folder = _folder(root, region)
    local = compiled(
        f"overlay-{folder.name}",
        folder.parent,
        [folder / FILE],
        lambda: _overlay(folder, law.limits),
        extra=repr(sorted(law.limits.regional)),
    )
    return replace(law, limits=replace(law.limits, local=local))


def shipped(root: Path, region: str) -> str | None:
    """The overlay of that name or title that comes with the checklists; a folder of one's own is none of them."""
    known = regions(root)
    return region if region in known else next((n for n, folder in known.items() if _title(folder) == region), None)


def region_title(root: Path, region: str) -> Words:
    """What an overlay calls itself; its name where it has no title."""
    folder = _folder(root, region)
    entry = read_entries(folder / FILE, folder.parent, "overlay", [])
    title = entry.child("title") if entry else None
    named = Words(zh=(title.text("zh") if title else "") or "", en=(title.text("en") if title else "") or "")
    return named if named.zh and named.en else Words(zh=region, en=region)


def regions(root: Path) -> dict[str, Path]:
    """The overlays that come with the checklists, by name."""
    return {path.parent.name: path.parent for path in sorted((root / FOLDER).glob(f"*/{FILE}"))}


def _folder(root: Path, region: str) -> Path:
    known = regions(root)
    if region in known:
        return known[region]
    if (Path(region) / FILE).is_file():
        return Path(region).resolve()
    for folder in known.values():
        if _title(folder) == region:
            return folder
    hint = did_you_mean(region, known)
    raise CaseCheckError(
        Words(zh=f"没有名为“{region}”的地方规定{hint.zh}", en=f'there is no overlay of a region "{region}"{hint.en}'),
        hint=Words(
            zh=f"随附的：{'、'.join(known) or '无'}；也可给出含 {FILE} 的文件夹",
            en=f"included: {', '.join(known) or 'none'}; a folder that holds an {FILE} will do, too",
        ),
    )


def _title(folder: Path) -> str | None:
    entry = read_entries(folder / FILE, folder.parent, "overlay", [])
    title = entry.child("title") if entry else None
    return title.text("zh") if title else None


def _overlay(folder: Path, national: LimitTable) -> tuple[Limit, ...]:
    errors: list[LocatedError] = []
    entry = read_entries(folder / FILE, folder.parent, "overlay", errors)
    limits = _local(entry, national) if entry else ()
    if errors:
        raise ChecklistError(errors)
    return limits


def _local(entry: Entry, national: LimitTable) -> tuple[Limit, ...]:
    title = entry.child("title")
    region = Words(zh=(title.text("zh") if title else "") or "", en=(title.text("en") if title else "") or "")
    found: dict[str, list[Limit]] = {}
    for named in entry.inner("limits"):
        name = named.text("name") or ""
        if name not in national.names:
            hint = did_you_mean(name, national.regional)
            named.refuse("name", Words(zh=f"没有名为“{name}”的数值{hint.zh}", en=f"there is no value {name}{hint.en}"))
        elif name not in national.regional:
            named.refuse("name", Words(zh="该数值由国家统一规定，地方不能另定", en="a region cannot set this value"))
        elif name in found:
            named.refuse("name", Words(zh=f"{name} 已经有了", en=f"{name} is there already"))
        else:
            known = national.regional[name]
            found[name] = [replace(limit, meaning=known.meaning, region=region) for limit in _values(named)]
            _same_measure(named, found[name], national)
            _known_choices(named, known.choices)
    return tuple(limit for limits in found.values() for limit in limits)


def _same_measure(entry: Entry, limits: Sequence[Limit], national: LimitTable) -> None:
    """A region changes a figure, not what is measured: yuan stay yuan."""
    name = entry.text("name") or ""
    units = {limit.unit for limit in national.limits if limit.name == name}
    if national.regional[name].choices:
        units.add("choice")
    if units and any(limit.unit not in units for limit in limits):
        entry.refuse("values", Words(zh="与国家数值的单位不同", en="the unit is not that of the national value"))


def _known_choices(entry: Entry, choices: Sequence[str]) -> None:
    for value in entry.inner("values"):
        word = value.text("choice")
        if word is not None and word not in choices:
            known = "、".join(choices)
            value.refuse("choice", Words(zh=f"应为 {known} 之一", en=f"must be one of {known}"))


def _values(entry: Entry) -> Iterator[Limit]:
    meaning = _meaning(entry)
    last: date | None = date.min
    for value in entry.inner("values"):
        limit = _limit(entry.text("name") or "", meaning, value)
        if last is None or (limit.valid_from or date.min) <= last:
            value.refuse("from", Words(zh="与前一个值的期间重叠", en="overlaps with the value before"))
        last = limit.valid_to
        yield limit


def _meaning(entry: Entry) -> Words:
    return Words(zh=entry.text("zh") or "", en=entry.text("en") or "")


def _limit(name: str, meaning: Words, entry: Entry) -> Limit:
    first, last = entry.period()
    length, ratio = entry.text("length"), entry.text("ratio")
    return Limit(
        name=name,
        meaning=meaning,
        basis=entry.texts("basis"),
        verified=entry.flag("verified", default=True),
        length=_length(length) if length else None,
        amount=entry.fen("yuan"),
        ratio=Decimal(ratio) if ratio else None,
        choice=entry.text("choice"),
        valid_from=first,
        valid_to=last,
        note=entry.text("note"),
    )


def _length(text: str) -> Length:
    count, unit = text.split()
    return Length(count=int(count), unit=cast(Unit, unit))
