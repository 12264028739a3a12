"""The specs of the sample dossiers: YAML in which every scalar is text and `<name>` stands for an entry of `names`.

A spec may be another one with changes: `base` names it, `deliver`, `header`, `footer` and `look` are put in the place of
its own, `names` beside or over its names, and `change` (see `samples.change`) alters its papers.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from samples.change import apply
from samples.papers import Node, Spec, SpecError, fill, mapping, read_paper, sequence, text

TOP = ("deliver", "header", "footer", "look")


@dataclass(frozen=True, slots=True)
class _Read:
    """A spec as its file and those it rests on say it, the changes in the order in which they are made."""

    root: dict[str, Node]
    names: dict[str, Node]
    changes: tuple[tuple[str, list[Node]], ...]


def load(path: Path) -> Spec:
    """Read a spec, put the `names` in and make its changes; raises `SpecError`."""
    read = _read(path)
    names: dict[str, str] = {}
    for key, value in read.names.items():
        names[key] = text(fill(value, names, f"{path.name}: {key}"), f"{path.name}: {key}")
    papers = tuple(read_paper(p, names, path.name) for p in sequence(read.root["papers"], f"{path.name}: papers"))
    top = mapping(fill({key: read.root[key] for key in TOP}, names, f"{path.name}: top"), path.name)
    spec = Spec(
        name=path.stem,
        papers=papers,
        names=names,
        header=text(top["header"], f"{path.name}: header"),
        footer=text(top["footer"], f"{path.name}: footer"),
        deliver=_texts(top["deliver"], f"{path.name}: deliver"),
        look=_texts(top["look"], f"{path.name}: look"),
    )
    for where, changes in read.changes:
        spec = apply(spec, changes, where)
    return spec


def _read(path: Path, above: tuple[Path, ...] = ()) -> _Read:
    """The nodes of the file over those of its base."""
    where = path.name
    if path in above:
        raise SpecError(f"{where}: base: the specs rest on each other in a circle")
    try:
        # BaseLoader is a safe loader that keeps every scalar as text: dates and numbers stay as printed.
        root = mapping(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader), where)  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise SpecError(f"{where}: {error}") from error
    names = mapping(root.pop("names", {}), f"{where}: names")
    base = root.pop("base", None)
    if base is None:
        _expect(root, {*TOP, "papers"}, where)
        return _Read(root, names, ())
    own = sequence(root.pop("change", []), f"{where}: change")
    if unknown := sorted(set(root) - set(TOP)):
        raise SpecError(f"{where}: {', '.join(unknown)}: not in a spec that has a base")
    under = _read(path.parent / text(base, f"{where}: base"), (*above, path))
    return _Read(under.root | root, under.names | names, (*under.changes, (f"{where}: change", own)))


def _expect(root: dict[str, Node], keys: set[str], where: str) -> None:
    for wrong, word in ((keys - set(root), "missing"), (set(root) - keys, "unknown")):
        if wrong:
            raise SpecError(f"{where}: {word}: {', '.join(sorted(wrong))}")


def _texts(node: Node, where: str) -> dict[str, str]:
    return {key: text(value, f"{where}: {key}") for key, value in mapping(node, where).items()}
