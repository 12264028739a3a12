"""`law/elements/*.yml` to an `ElementTable`: the elements of kinds of violation, and the papers that can carry them.

`common.yml` names groups of papers and elements that many kinds share; the other files hold the kinds.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from casecheck.checklist.law_files import Entry, read_entries
from casecheck.checklist.located import LocatedError, did_you_mean
from casecheck.law.elements import OTHER_PAPERS, SORTS, TOKENS, ElementTable, ElementTerm, ViolationTerm, Way
from casecheck.law.penalties import Provision
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words
from casecheck.text.folded import fold_text

_JOIN, _OR = " + ", "|"


def elements_of(root: Path, provisions: Sequence[Provision], errors: list[LocatedError]) -> ElementTable:
    """The kinds, with an error for each provision, group of papers, shared element or token that is not there."""
    tops = _read(root, errors)
    groups: dict[str, tuple[str, ...]] = {}
    shared: dict[str, ElementTerm] = {}
    statements: set[str] = set()
    for top in tops:
        for entry in top.inner("papers"):
            _once(entry, groups)
            groups[entry.text("name") or ""] = entry.texts("forms")
        statements.update(top.texts("statements"))
    for top in tops:
        for entry in top.inner("elements"):
            _once(entry, shared)
            shared[entry.text("name") or ""] = _element(entry, groups)
    known = {provision.id for provision in provisions}
    kinds: dict[str, ViolationTerm] = {}
    for top in tops:
        for entry in top.inner("violations"):
            _once(entry, kinds)
            _known(entry, "provisions", entry.texts("provisions"), known)
            kinds[entry.text("name") or ""] = _violation(entry, groups, shared)
    return ElementTable(violations=tuple(kinds.values()), statements=frozenset(statements))


def _read(root: Path, errors: list[LocatedError]) -> list[Entry]:
    """The files, the common one first; checklists without elements need none."""
    files = sorted((root / "law" / "elements").glob("*.yml"), key=lambda path: (path.stem != "common", path.name))
    found = (read_entries(path, root, "elements", errors) for path in files)
    return [entry for entry in found if entry is not None]


def _violation(entry: Entry, groups: Mapping[str, tuple[str, ...]], shared: Mapping[str, ElementTerm]) -> ViolationTerm:
    _known(entry, "take", entry.texts("take"), shared)
    elements = [shared[name] for name in entry.texts("take") if name in shared]
    for inner in entry.inner("elements"):
        _once(inner, {element.name for element in elements})
        elements.append(_element(inner, groups))
    name = entry.text("name") or ""
    return ViolationTerm(
        name=name,
        title=Words(zh=name, en=entry.text("en") or ""),
        provisions=entry.texts("provisions"),
        words=tuple(fold_text(word) for word in entry.texts("words")),
        elements=tuple(sorted(elements, key=lambda element: SORTS.index(element.sort))),
    )


def _element(entry: Entry, groups: Mapping[str, tuple[str, ...]]) -> ElementTerm:
    name = entry.text("name") or ""
    says = _ways(entry, "says")
    return ElementTerm(
        name=name,
        title=Words(zh=name, en=entry.text("en") or ""),
        sort=entry.text("sort") or "",
        papers=tuple(dict.fromkeys(form for paper in entry.texts("papers") for form in groups.get(paper, (paper,)))),
        says=says,
        finds=_ways(entry, "finds") or says,
        needed=entry.flag("needed", default=True),
        alone=entry.flag("alone"),
        unless=tuple(fold_text(word) for word in entry.texts("unless")),
        compare=entry.texts("compare"),
    )


def _ways(entry: Entry, key: str) -> tuple[Way, ...]:
    """`超过保质期|过期 + 待售|摆放`: a word of each group, in one passage."""
    ways: list[Way] = []
    for written in entry.texts(key):
        groups = [[word.strip() for word in group.split(_OR)] for group in written.split(_JOIN)]
        for word in (word for group in groups for word in group):
            if not word:
                entry.refuse(key, Words(zh=f"“{written}”里有空词", en=f'an empty word in "{written}"'))
            elif word.startswith("<") and word not in TOKENS:
                hint = did_you_mean(word, TOKENS)
                entry.refuse(key, Words(zh=f"没有代号 {word}{hint.zh}", en=f"there is no token {word}{hint.en}"))
        ways.append(tuple(tuple(w if w in TOKENS else fold_text(w) for w in group) for group in groups))
    return tuple(ways)


def _once(entry: Entry, taken: Collection[str]) -> None:
    name = entry.text("name") or ""
    if name in taken:
        entry.refuse("name", Words(zh=f"{name} 已经有了", en=f"{name} is there already"))


def _known(entry: Entry, key: str, names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            entry.refuse(key, Words(zh=f"没有“{name}”{hint.zh}", en=f'there is no "{name}"{hint.en}'))


def check_elements(root: Path, vocabulary: Vocabulary) -> list[LocatedError]:
    """Papers that the elements name and the vocabulary does not know."""
    errors: list[LocatedError] = []
    tops = [replace(top, errors=errors) for top in _read(root, [])]  # what its schema says was told when it was loaded
    forms = {n for form in vocabulary.forms for n in (form.name, form.short)} | {OTHER_PAPERS}
    groups = {entry.text("name") or "" for top in tops for entry in top.inner("papers")}
    for top in tops:
        _known(top, "statements", top.texts("statements"), forms)
        for entry in top.inner("papers"):
            _known(entry, "forms", entry.texts("forms"), forms)
        for element in _elements(top):
            _known(element, "papers", element.texts("papers"), forms | groups)
    return errors


def _elements(top: Entry) -> Iterator[Entry]:
    yield from top.inner("elements")
    for violation in top.inner("violations"):
        yield from violation.inner("elements")
