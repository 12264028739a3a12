"""From a spec to the files of a dossier: page numbers for the catalogue, one document or many, PDF, fixed bytes.

The catalogue (卷内文件目录) needs the page numbers of all papers, so every paper is set once by itself and counted.
"""

import io
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samples import office
from samples.forms import print_block
from samples.papers import Node, Paper, Spec
from samples.sheet import Look, Sheet

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
CATALOGUE_HEAD: list[Node] = ["序号", "文号", "责任者", "题名", "日期", "页号", "备注"]
CATALOGUE_WIDTHS: list[Node] = ["1.1", "3.2", "3.3", "4.3", "2.2", "1.4", "1.1"]

Memory = dict[str, Any]
"""What blocks look like that were set before, for those who set nearly the same dossier many times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A paper and how many pages it takes."""

    paper: Paper
    pages: int


def build(spec: Spec, target: Path) -> list[Path]:
    """Write what `spec.deliver` names below `target`; returns the paths written."""
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for path, what in spec.deliver.items():
            part = spec if what in ("all", "each") else spec.volume(what)
            papers = _completed(part, work)
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            written += _folder(part, papers, place, work) if what == "each" else [_file(part, papers, place, work)]
    return written


def _file(spec: Spec, papers: Sequence[Counted], place: Path, work: Path) -> Path:
    source = work / f"{place.stem}.docx"
    save(compose(spec, papers), source)
    if place.suffix == ".pdf":
        [made] = office.to_pdf([source], work)
        expected = sum(c.pages for c in papers)
        if office.page_count(made) != expected:
            raise RuntimeError(f"{place.name}: {office.page_count(made)} pages, the papers alone have {expected}")
        shutil.copyfile(made, place)
    else:
        shutil.copyfile(source, place)
    return place


def _folder(spec: Spec, papers: Sequence[Counted], place: Path, work: Path) -> list[Path]:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    paths: list[Path] = []
    for index, counted in enumerate(papers, start=1):
        path = place / f"{index:02d}-{counted.paper.title.replace('/', '、')}.docx"
        save(compose(spec, [counted]), path)
        if counted.paper.as_pdf:
            [path], old = office.to_pdf([path], place), path
            old.unlink()
        paths.append(path)
    return paths


def _completed(spec: Spec, work: Path) -> list[Counted]:
    """Count the pages of every paper, then set the catalogue and the memo with them."""
    counted = [Counted(paper=p, pages=n) for p, n in zip(spec.papers, _counts(spec, spec.papers, work), strict=True)]
    final = _listed(counted)
    return [Counted(paper=p, pages=n) for p, n in zip(final, _counts(spec, final, work), strict=True)]


def _listed(counted: Sequence[Counted]) -> list[Paper]:
    """The papers with the catalogue filled in, and the numbers of papers and pages where they are named."""
    pages, pieces = sum(c.pages for c in counted if c.paper.listed), sum(c.paper.listed for c in counted)
    rows = _catalogue_rows(counted)
    return [_late(c.paper, rows, pages=pages, pieces=pieces) for c in counted]


def _catalogue_rows(counted: Sequence[Counted]) -> list[Node]:
    rows: list[Node] = [CATALOGUE_HEAD]
    page = 1
    for counted_paper in counted:
        paper = counted_paper.paper
        if paper.listed:
            last = page + counted_paper.pages - 1
            span = str(page) if last == page else f"{page}-{last}"
            rows.append([str(len(rows)), paper.number or "/", paper.author, paper.title, paper.date, span, paper.note])
            page = last + 1
    return rows


def _late(paper: Paper, rows: list[Node], *, pages: int, pieces: int) -> Paper:
    blocks: list[tuple[str, Node]] = []
    for kind, node in paper.blocks:
        if kind == "catalogue":
            blocks.append(("grid", {"widths": CATALOGUE_WIDTHS, "rows": rows, "size": "9"}))
        else:
            blocks.append((kind, _counts_in(node, {"<pages>": str(pages), "<pieces>": str(pieces)})))
    return replace(paper, blocks=tuple(blocks))


def _counts_in(node: Node, values: dict[str, str]) -> Node:
    if isinstance(node, dict):
        return {key: _counts_in(value, values) for key, value in node.items()}
    if isinstance(node, list):
        return [_counts_in(value, values) for value in node]
    for name, value in values.items():
        node = node.replace(name, value)
    return node


def _counts(spec: Spec, papers: Sequence[Paper], work: Path) -> list[int]:
    folder = work / "counted"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    sources = []
    for index, paper in enumerate(papers):
        sources.append(folder / f"{index:03d}.docx")
        save(compose(spec, [Counted(paper=paper, pages=1)]), sources[-1])
    return [office.page_count(pdf) for pdf in office.to_pdf(sources, folder)]


def draft(spec: Spec, memory: Memory | None = None) -> dict[str, bytes]:
    """The files of a dossier as Word documents, by name, made in memory and without LibreOffice.

    Every paper is taken to have one page. A dossier that is delivered in volumes is a file for each, any other is one.
    """
    volumes = [what for what in dict.fromkeys(spec.deliver.values()) if what not in ("all", "each")]
    files: dict[str, bytes] = {}
    for name in volumes or [spec.name]:
        part = spec.volume(name) if volumes else spec
        papers = _listed([Counted(paper=paper, pages=1) for paper in part.papers])
        stream = io.BytesIO()
        save(compose(part, [Counted(paper=paper, pages=1) for paper in papers], memory), stream)
        files[f"{name}.docx"] = stream.getvalue()
    return files


def compose(spec: Spec, papers: Sequence[Counted], memory: Memory | None = None) -> Sheet:
    """Set papers one after the other in one document; with a `memory` blocks that it knows are not set anew."""
    faces = {key: spec.look[key] for key in ("body", "title") if key in spec.look}
    look = Look(**faces, size=float(spec.look.get("size", "12")), spacing=float(spec.look.get("spacing", "1.25")))
    sheet = Sheet(look=look)
    for counted in papers:
        paper = counted.paper
        running = paper.listed
        sheet.open_paper(
            header=spec.header if running else "", footer=spec.footer if running else "", total=counted.pages
        )
        for kind, node in paper.blocks:
            if kind == "catalogue":
                continue
            try:
                _print(sheet, kind, node, memory)
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{spec.name}: {paper.title}: {kind}: {error}") from error
    return sheet


def _print(sheet: Sheet, kind: str, node: Node, memory: Memory | None) -> None:
    # Word's own numbers live in a part of the file beside the text: such blocks are always set anew.
    if memory is None or kind == "numbered":
        print_block(sheet, kind, node)
        return
    key = f"{sheet.look} {kind} {node!r}"
    if key not in memory:
        before = sheet.length
        print_block(sheet, kind, node)
        memory[key] = sheet.since(before)
    else:
        sheet.put(memory[key])


def save(sheet: Sheet, path: Path | io.BytesIO) -> None:
    """Save with fixed times, so that the same spec gives the same bytes."""
    raw = io.BytesIO()
    sheet.document.save(raw)
    with zipfile.ZipFile(raw) as packed, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in packed.namelist():
            fixed.writestr(zipfile.ZipInfo(name, ZIP_TIME), packed.read(name), zipfile.ZIP_DEFLATED)
