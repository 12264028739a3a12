"""What a sample dossier is made of: its papers, their blocks, and how both are read from the nodes of a YAML file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

Node = str | list["Node"] | dict[str, "Node"]
REFERENCE = re.compile(r"<([^<>\s]+)>")
LATE = frozenset({"pieces", "pages"})
"""Names that only the builder knows: how many papers and pages the volume has."""
FLAGS = frozenset({"listed", "as_pdf"})


class SpecError(ValueError):
    """A spec that cannot be built; the message names the file and the place."""


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


ENTRIES = frozenset(f.name for f in fields(Paper)) - {"blocks"}
"""What a spec says of a paper beside its blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One dossier. `deliver` maps a path below `dossiers/` to what it holds: `all`, a volume, or `each` (a folder)."""

    name: str
    deliver: dict[str, str]
    header: str
    footer: str
    look: dict[str, str]
    papers: tuple[Paper, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    def volume(self, name: str) -> "Spec":
        """The part of the dossier that lies in one volume."""
        return replace(self, papers=tuple(p for p in self.papers if p.volume == name))


def read_paper(node: Node, names: Mapping[str, str], where: str) -> Paper:
    """A paper from its entry in a spec, with the names put in."""
    data = mapping(node, where)
    where = f"{where}: {text(data.get('title', ''), where) or '?'}"
    if absent := {"title", "blocks"} - set(data):
        raise SpecError(f"{where}: {', '.join(sorted(absent))} missing")
    pairs: list[tuple[str, Node]] = []
    for block in sequence(fill(data.pop("blocks"), names, where), where):
        pairs += mapping(block, where).items()
    return Paper(blocks=tuple(pairs), **entries(data, names, where))  # type: ignore[arg-type]


def entries(data: Mapping[str, Node], names: Mapping[str, str], where: str) -> dict[str, str | bool]:
    """The particulars of a paper beside its blocks (`title`, `number`, `date` …) with the names put in."""
    if unknown := sorted(set(data) - ENTRIES):
        raise SpecError(f"{where}: unknown {', '.join(unknown)}; a paper has {', '.join(sorted(ENTRIES))}")
    read: dict[str, str | bool] = {}
    for key, node in data.items():
        value = text(fill(node, names, where), f"{where}: {key}")
        read[key] = value == "true" if key in FLAGS else value
    return read


def fill(node: Node, names: Mapping[str, str], where: str) -> Node:
    """The node with `<name>` replaced by the entry of `names`; SpecError for a name that is not there."""
    if isinstance(node, dict):
        return {key: fill(value, names, where) for key, value in node.items()}
    if isinstance(node, list):
        return [fill(value, names, where) for value in node]
    unknown = [name for name in REFERENCE.findall(node) if name not in names and name not in LATE]
    if unknown:
        raise SpecError(f"{where}: unknown names {', '.join(unknown)}")
    return REFERENCE.sub(lambda found: names.get(found[1], found[0]), node).rstrip("\n")


def mapping(node: Node, where: str) -> dict[str, Node]:
    """The node as a mapping of its own, or SpecError."""
    if not isinstance(node, dict):
        raise SpecError(f"{where}: expected a mapping, found {str(node)[:60]}")
    return dict(node)


def sequence(node: Node, where: str) -> list[Node]:
    """The node as a list, or SpecError."""
    if not isinstance(node, list):
        raise SpecError(f"{where}: expected a list, found {str(node)[:60]}")
    return node


def text(node: Node, where: str) -> str:
    """The node as text, or SpecError."""
    if not isinstance(node, str):
        raise SpecError(f"{where}: expected text, found {str(node)[:60]}")
    return node
