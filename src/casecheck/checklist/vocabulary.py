"""`vocabulary/*.yml` to a Vocabulary: forms (文书) with their fields, groups of fields, fact names."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from casecheck.checklist.located import ChecklistError, Located, LocatedError, YamlPath, did_you_mean
from casecheck.checklist.schema import read_valid
from casecheck.model.vocabulary import FactName, Form, FormField, Vocabulary
from casecheck.model.words import Words

_NUMBER = re.compile(r"\d+")


def vocabulary_of(root: Path) -> Vocabulary:
    """Forms in the order of the numbers of their files; ChecklistError with every error."""
    folder = root / "vocabulary"
    errors: list[LocatedError] = []
    sets = read_valid(folder / "field-sets.yml", root, "field-sets", errors)
    groups: dict[str, Any] = sets.value if sets and isinstance(sets.value, dict) else {}
    forms: list[Form] = []
    taken: dict[str, str] = {}
    for path in sorted((folder / "forms").glob("*.yml"), key=_filing_order):
        located = read_valid(path, root, "form", errors)
        if located is not None:
            errors += _unknown_groups(located, groups)
            errors += _taken(located, taken)
            forms.append(_form(located, groups))
    listed = read_valid(folder / "facts.yml", root, "facts", errors)
    facts = dict(_facts(listed, errors)) if listed else {}
    others = _other_papers(folder / "other-papers.yml", root, forms, errors)
    if errors:
        raise ChecklistError(errors)
    return Vocabulary(forms=tuple(forms), facts=facts, other_papers=others)


def _filing_order(path: Path) -> tuple[int, str]:
    number = _NUMBER.match(path.name)
    return (int(number[0]) if number else 10**6, path.name)


def _form(located: Located, groups: dict[str, Any]) -> Form:
    written: dict[str, Any] = located.value  # type: ignore[assignment]
    short = written.get("short", written["name"])
    entries: dict[str, Any] = {}
    for group in written.get("include", ()):
        entries |= {entry["fact"]: entry for entry in groups.get(group, ())}
    entries |= {entry["fact"]: entry for entry in written.get("fields", ())}
    return Form(
        key=written["key"],
        name=written["name"],
        short=short,
        title=Words(**written["title"]),
        stage=written["stage"],
        titles=tuple(dict.fromkeys((written["name"], short, *written.get("titles", ())))),
        number_words=tuple(written.get("number_words", ())),
        to_party=written.get("to_party", False),
        served=written.get("served", False),
        internal=written.get("internal", True),
        evidence=written.get("evidence", False),
        fields=tuple(_field(short, entry) for entry in entries.values()),
        signers=tuple(written.get("signers", ())),
        phrases=tuple(written.get("phrases", ())),
    )


def _field(short: str, entry: dict[str, Any]) -> FormField:
    return FormField(
        fact=f"{short}.{entry['fact']}",
        labels=tuple(sorted(entry["labels"], key=len, reverse=True)),
        type=entry.get("type", "text"),
        many=entry.get("many", False),
        filled=entry.get("filled", "optional"),
    )


def _unknown_groups(located: Located, groups: dict[str, Any]) -> Iterator[LocatedError]:
    written: dict[str, Any] = located.value  # type: ignore[assignment]
    for number, group in enumerate(written.get("include", ())):
        if group not in groups:
            hint = did_you_mean(group, groups)
            message = Words(zh=f"没有名为“{group}”的栏目组{hint.zh}", en=f'no group of fields "{group}"{hint.en}')
            yield located.error(("include", number), message)


def _taken(located: Located, taken: dict[str, str]) -> Iterator[LocatedError]:
    """Keys, names and short names lead to one form only."""
    written: dict[str, Any] = located.value  # type: ignore[assignment]
    own: dict[str, YamlPath] = {}
    for key in ("key", "name", "short"):
        if key in written:
            own.setdefault(written[key], (key,))
    for name, path in own.items():
        first = taken.setdefault(name, located.file)
        if first != located.file:
            yield located.error(path, Words(zh=f"“{name}”已用于 {first}", en=f'"{name}" is already used in {first}'))


def _other_papers(path: Path, root: Path, forms: list[Form], errors: list[LocatedError]) -> tuple[str, ...]:
    """The titles of papers that are no form; one that a form claims too is an error."""
    located = read_valid(path, root, "other-papers", errors) if path.is_file() else None
    if located is None:
        return ()
    written: Any = located.value
    of_form = {title: form.name for form in forms for title in form.titles}
    for number, title in enumerate(written):
        if title in of_form:
            message = Words(zh=f"“{title}”已是{of_form[title]}的标题", en=f'"{title}" is a title of {of_form[title]}')
            errors.append(located.error((number,), message))
    return tuple(written)


def _facts(located: Located, errors: list[LocatedError]) -> Iterator[tuple[str, FactName]]:
    seen: dict[str, int] = {}
    written: Any = located.value
    for number, entry in enumerate(written):
        name = entry["name"]
        line = seen.setdefault(name, located.mark((number,)).line)
        if line != located.mark((number,)).line:
            message = Words(zh=f"事实名称重复（前一处在第{line}行）", en=f"fact name twice (first in line {line})")
            errors.append(located.error((number, "name"), message))
        meaning = Words(zh=entry["zh"], en=entry["en"])
        yield name, FactName(name=name, type=entry["type"], many=entry["many"], meaning=meaning)
