"""Changes to a dossier, so that one spec can be another with something different.

Each change is a mapping of one of these forms; they are made one after the other:

- `{paper: TITLE, find: …, put: …}`: these words of the paper become others. They must stand in it exactly once, or as
  often as `times: N` says.
- `{paper: TITLE, row: …, drop: true}`: the one row, list item or line of running text with these words goes.
- `{paper: TITLE, drop: true}`: the paper goes.
- `{paper: TITLE, set: {date: …, number: …}}`: its entry in the catalogue (卷内文件目录), also `title`, `author`, `note`,
  `volume`, `listed`, `as_pdf`.
- `{everywhere: …, put: …}`: these words become others in every paper, the catalogue and the running lines.
- `{day: 2024-04-09, put: 2024-04-12}`: a day becomes another everywhere, however it is printed (2024年4月9日, 2024.04.09,
  二〇二四年四月九日 …); with `paper: TITLE` only in that paper and its entry in the catalogue.
- `{after: TITLE, add: {title: …, blocks: …}}`, `{before: TITLE, add: …}`: a paper more.

A paper is named by its title in the spec, with `#2` for the second one of that title. `<name>` stands for an entry of
the spec's `names`. Words are found in one piece of text: a cell, a paragraph, a value of a 送达回证.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from samples.papers import ENTRIES, FLAGS, Node, Paper, Spec, SpecError, entries, fill, mapping, read_paper, text

LAYOUT = frozenset({"widths", "size", "h", "span", "pattern", "numerals"})
"""What tells how something is set is not among the words that a change finds."""
Replace = Callable[[str], str]


def apply(spec: Spec, changes: Sequence[Node], where: str) -> Spec:
    """The dossier with the changes made; `where` stands before the messages of `SpecError`."""
    for position, node in enumerate(changes, start=1):
        place = f"{where} {position}"
        spec = _changed(spec, mapping(node, place), place)
    return spec


def _changed(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    for keys, make in FORMS.items():
        if keys == set(change) - {"times"}:
            if "times" in change and "find" not in keys:
                raise SpecError(f"{where}: times belongs to find")
            return make(spec, change, where)
    forms = " · ".join("+".join(sorted(keys)) for keys in FORMS)
    raise SpecError(f"{where}: {', '.join(change) or 'nothing'}: not a change; it is one of {forms}")


def _find(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    index = _position(spec, change["paper"], where)
    old, new = _words(spec, change, "find", where), _words(spec, change, "put", where)
    times = text(change.get("times", "1"), where)
    if not times.isdecimal():
        raise SpecError(f"{where}: times: expected a number, found {times}")
    paper = spec.papers[index]
    found = _count(paper, old)
    if found != int(times):
        raise SpecError(f"{where}: {paper.title}: “{old}” stands there {found} times, not {times}")
    return _with(spec, index, [_reworded(paper, lambda words: words.replace(old, new))])


def _everywhere(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    old, new = _words(spec, change, "everywhere", where), _words(spec, change, "put", where)

    def put(words: str) -> str:
        return words.replace(old, new)

    papers = tuple(_reworded(p, put, entry=True) for p in spec.papers)
    changed = replace(spec, papers=papers, header=put(spec.header), footer=put(spec.footer))
    if changed == spec:
        raise SpecError(f"{where}: “{old}” stands nowhere, or nothing changes")
    return changed


def _day(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    old, new = (_date(change[key], f"{where}: {key}") for key in ("day", "put"))
    printed = dict(zip(printings(old), printings(new), strict=True))
    # A day in figures may be the beginning of longer figures; one that ends in 日 may have the hour right behind it.
    shapes = (re.escape(way) + ("" if way.endswith("日") else r"(?!\d)") for way in printed)
    pattern = re.compile(rf"(?<!\d)(?:{'|'.join(shapes)})")

    def put(words: str) -> str:
        return pattern.sub(lambda found: printed[found[0]], words)

    chosen = [_position(spec, change["paper"], where)] if "paper" in change else range(len(spec.papers))
    papers = tuple(_reworded(p, put, entry=True) if i in chosen else p for i, p in enumerate(spec.papers))
    if papers == spec.papers:
        raise SpecError(f"{where}: {old} is printed nowhere there, or nothing changes")
    return replace(spec, papers=papers)


def printings(day: date) -> tuple[str, ...]:
    """The ways in which the papers of the samples print a day."""
    year, month, number = day.year, day.month, day.day
    return (
        f"{year}年{month}月{number}日",
        f"{year}年{month:02d}月{number:02d}日",
        f"{year}.{month:02d}.{number:02d}",
        f"{year}.{month}.{number}",
        f"{year}-{month:02d}-{number:02d}",
        f"{year}-{month}-{number}",
        f"{year}/{month:02d}/{number:02d}",
        f"{year}/{month}/{number}",
        f"{year % 100:02d}.{month:02d}.{number:02d}",
        f"{''.join('〇一二三四五六七八九'[int(c)] for c in str(year))}年{_numeral(month)}月{_numeral(number)}日",
    )


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{('', '十', '二十', '三十')[tens]}{'〇一二三四五六七八九'[ones] if ones else ''}"


def _date(node: Node, where: str) -> date:
    try:
        return date.fromisoformat(text(node, where))
    except ValueError as error:
        raise SpecError(f"{where}: expected a day like 2024-04-09, found {node}") from error


def _row(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    index = _position(spec, change["paper"], where)
    words = _words(spec, change, "row", where)
    _agreed(change, where)
    paper = spec.papers[index]
    gone: list[Node] = []
    blocks = tuple((kind, _without(node, words, gone)) for kind, node in paper.blocks)
    if len(gone) != 1:
        raise SpecError(f"{where}: {paper.title}: “{words}” stands in {len(gone)} rows, not 1")
    return _with(spec, index, [replace(paper, blocks=blocks)])


def _drop(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    _agreed(change, where)
    return _with(spec, _position(spec, change["paper"], where), [])


def _set(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    index = _position(spec, change["paper"], where)
    read = entries(mapping(change["set"], where), spec.names, where)
    return _with(spec, index, [replace(spec.papers[index], **read)])  # type: ignore[arg-type]


def _add(spec: Spec, change: Mapping[str, Node], where: str) -> Spec:
    side = "after" if "after" in change else "before"
    index = _position(spec, change[side], where)
    there, new = spec.papers[index], read_paper(change["add"], spec.names, where)
    return _with(spec, index, [there, new] if side == "after" else [new, there])


FORMS: dict[frozenset[str], Callable[[Spec, Mapping[str, Node], str], Spec]] = {
    frozenset({"paper", "find", "put"}): _find,
    frozenset({"paper", "row", "drop"}): _row,
    frozenset({"paper", "drop"}): _drop,
    frozenset({"paper", "set"}): _set,
    frozenset({"everywhere", "put"}): _everywhere,
    frozenset({"day", "put"}): _day,
    frozenset({"paper", "day", "put"}): _day,
    frozenset({"after", "add"}): _add,
    frozenset({"before", "add"}): _add,
}


def _position(spec: Spec, node: Node, where: str) -> int:
    title, _, number = text(node, where).partition("#")
    same = [index for index, paper in enumerate(spec.papers) if paper.title == title]
    if not same:
        raise SpecError(f"{where}: no paper {title}; there are {'、'.join(p.title for p in spec.papers)}")
    if not number and len(same) > 1:
        raise SpecError(f"{where}: {len(same)} papers {title}: say which ({title}#1 …)")
    wanted = int(number) if number.isdecimal() else 0 if number else 1
    if not 1 <= wanted <= len(same):
        raise SpecError(f"{where}: no paper {title}#{number}; there are {len(same)}")
    return same[wanted - 1]


def _words(spec: Spec, change: Mapping[str, Node], key: str, where: str) -> str:
    words = text(fill(change[key], spec.names, where), where)
    if not words and key != "put":
        raise SpecError(f"{where}: {key} is empty")
    return words


def _agreed(change: Mapping[str, Node], where: str) -> None:
    if change["drop"] != "true":
        raise SpecError(f"{where}: drop: expected true")


def _with(spec: Spec, index: int, papers: Sequence[Paper]) -> Spec:
    return replace(spec, papers=(*spec.papers[:index], *papers, *spec.papers[index + 1 :]))


def _reworded(paper: Paper, put: Replace, *, entry: bool = False) -> Paper:
    blocks = tuple((kind, _each(node, put)) for kind, node in paper.blocks)
    kept = {key: put(getattr(paper, key)) for key in ENTRIES - FLAGS} if entry else {}
    return replace(paper, blocks=blocks, **kept)  # type: ignore[arg-type]


def _each(node: Node, put: Replace) -> Node:
    if isinstance(node, dict):
        return {key: value if key in LAYOUT else _each(value, put) for key, value in node.items()}
    if isinstance(node, list):
        return [_each(value, put) for value in node]
    return put(node)


def _count(paper: Paper, words: str) -> int:
    found: list[int] = []

    def seen(there: str) -> str:
        found.append(there.count(words))
        return there

    _reworded(paper, seen)
    return sum(found)


def _without(node: Node, words: str, gone: list[Node]) -> Node:
    """The node without the smallest row or line that has the words; what went is put on `gone`."""
    if isinstance(node, dict):
        return {key: value if key in LAYOUT else _without(value, words, gone) for key, value in node.items()}
    if isinstance(node, list):
        kept: list[Node] = []
        for entry in node:
            if _is_row(entry) and words in _all_words(entry):
                gone.append(entry)
            else:
                kept.append(_without(entry, words, gone))
        return kept
    lines = node.split("\n")
    gone.extend(line for line in lines if words in line)
    return "\n".join(line for line in lines if words not in line)


def _is_row(node: Node) -> bool:
    """A list item, a row of cells; not a list of rows (a block shared by forms)."""
    return isinstance(node, str) or (isinstance(node, list) and not any(isinstance(cell, list) for cell in node))


def _all_words(node: Node) -> str:
    if isinstance(node, dict):
        return "\n".join(_all_words(value) for key, value in node.items() if key not in LAYOUT)
    return "\n".join(_all_words(value) for value in node) if isinstance(node, list) else node
