"""The specs of the sample dossiers: YAML in which every scalar is text and `<name>` stands for an entry of `names`."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

Node = str | list["Node"] | dict[str, "Node"]
REFERENCE = re.compile(r"<([^<>\s]+)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One 文书: its entry in the 卷内文件目录 and the blocks to print. `listed` is false for cover, catalogue and memo.

    `as_pdf`: in a folder of single files this one is delivered as PDF. `volume` names the part of the file it lies in.
    """

    title: str
    blocks: tuple[tuple[str, Node], ...]
    number: str = ""
    author: str = ""
    date: str = ""
    note: str = ""
    volume: str = ""
    listed: bool = True
    as_pdf: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One dossier. `deliver` maps a path below `dossiers/` to what it holds: `all`, a volume, or `each` (a folder)."""

    name: str
    deliver: dict[str, str]
    header: str
    footer: str
    look: dict[str, str]
    papers: tuple[Paper, ...]

    def volume(self, name: str) -> "Spec":
        """The part of the dossier that lies in one volume."""
        return replace(self, papers=tuple(p for p in self.papers if p.volume == name))


class SpecError(ValueError):
    """A spec that cannot be built; the message names the file and the place."""


def load(path: Path) -> Spec:
    """Read a spec and put the `names` in; raises `SpecError`."""
    # BaseLoader is a safe loader that keeps every scalar as text: dates and numbers stay as printed.
    root = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    names: dict[str, str] = {}
    for key, value in root.pop("names").items():
        names[key] = _text(_fill(value, names, path, key), path, key)
    try:
        papers = tuple(_paper(_mapping(_fill(p, names, path, p["title"]), path), path) for p in root.pop("papers"))
        return Spec(name=path.stem, papers=papers, **_mapping(_fill(root, names, path, "top"), path))  # type: ignore[arg-type]
    except (TypeError, KeyError) as error:
        raise SpecError(f"{path.name}: {error}") from error


def _paper(data: dict[str, Node], path: Path) -> Paper:
    title = _text(data.pop("title"), path, "title")
    blocks = data.pop("blocks")
    if not isinstance(blocks, list):
        raise SpecError(f"{path.name}: {title}: blocks must be a list")
    pairs: list[tuple[str, Node]] = []
    for block in blocks:
        pairs += _mapping(block, path).items()
    flags = {key: data.pop(key) == "true" for key in ("listed", "as_pdf") if key in data}
    texts = {key: _text(value, path, title) for key, value in data.items()}
    return Paper(title=title, blocks=tuple(pairs), **flags, **texts)  # type: ignore[arg-type]


def _mapping(node: Node, path: Path) -> dict[str, Node]:
    if not isinstance(node, dict):
        raise SpecError(f"{path.name}: expected a mapping, found {str(node)[:60]}")
    return dict(node)


def _text(node: Node, path: Path, key: str) -> str:
    if not isinstance(node, str):
        raise SpecError(f"{path.name}: {key}: expected text")
    return node


def _fill(node: Node, names: dict[str, str], path: Path, where: str) -> Node:
    if isinstance(node, dict):
        return {key: _fill(value, names, path, where) for key, value in node.items()}
    if isinstance(node, list):
        return [_fill(value, names, path, where) for value in node]
    unknown = [name for name in REFERENCE.findall(node) if name not in names and name not in LATE]
    if unknown:
        raise SpecError(f"{path.name}: {where}: unknown names {', '.join(unknown)}")
    return REFERENCE.sub(lambda found: names.get(found[1], found[0]), node).rstrip("\n")


LATE = frozenset({"pieces", "pages"})
"""Names that only the builder knows: how many papers and pages the volume has."""
