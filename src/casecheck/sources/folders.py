"""Folders as found on disk, and whether their names say that they hold the parts of one dossier."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casecheck.sources.dossier_settings import NAME
from casecheck.sources.natural_order import natural_key

_NO_PAPERS = frozenset(
    {".yaml", ".yml", ".json", ".toml", ".ini", ".md", ".py", ".log", ".lnk", ".url", ".db", ".sqlite", ".tmp", ".bak"}
)
"""What people and programs keep beside papers. Everything else is read, and reported where it cannot be."""
_PAPER_BEGINNINGS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""PDF, Office packages, old Office files."""
_DEPTH = 12
_VOLUME = re.compile(
    r"(?:正|副|内|外|证据)卷|案?卷(?:封面|宗)|卷[一二三四五六七八九十\d]|第[一二三四五六七八九十\d]+[卷册]"
)
_MATERIAL = re.compile(r"材料|证据|文书|附件|照片|合议|笔录|送达|审批")
_NUMBERED = re.compile(r"(?:[（(\[【第]?\d{1,3}(?!\d)|[（(]?[一二三四五六七八九十]{1,3}[、.．)）])")
_PAPER = re.compile(
    r"审批表|告知书|决定书|通知书|笔录|回[证执]|报告|清单|凭证|记录|目录|封面|备考表|证明|委托书|执照|登记表|移送|意见书|协助|收据|票据|照片"
)


@dataclass(slots=True)
class Folder:
    """A folder as found: its files and subfolders in natural order.

    `outside` are links that lead out of the folder given, `closed` are subfolders that could not be opened or lie too deep, and pipes
    or devices.
    """

    path: Path
    files: list[Path] = field(default_factory=list)
    folders: list["Folder"] = field(default_factory=list)
    outside: list[Path] = field(default_factory=list)
    closed: list[Path] = field(default_factory=list)

    def walk(self) -> Iterator[Path]:
        """All files below, those of the folder itself first."""
        yield from self.files
        for folder in self.folders:
            yield from folder.walk()

    def all_folders(self) -> Iterator["Folder"]:
        """The folder and all below it."""
        yield self
        for folder in self.folders:
            yield from folder.all_folders()

    @property
    def has_settings(self) -> bool:
        """Whether it holds a `dossier.yaml`."""
        path = self.path / NAME
        return path.is_file() and not path.is_symlink()

    @property
    def holds_parts(self) -> bool:
        """Whether it plainly holds the parts of one dossier and nothing else."""
        if not all(_is_part_folder(child.path.name) for child in self.folders):
            return False
        names = [file.stem for file in self.files]
        named = [name for name in names if _VOLUME.search(name) or _NUMBERED.match(name) or _PAPER.search(name)]
        if self.folders:
            return 2 * len(named) >= len(names)
        if len(names) < 2 or len(named) < len(names):
            return False
        # The papers of one case differ in kind; the same paper again and again comes from many cases.
        kinds = {_kind(name) for name in names}
        return all(_VOLUME.search(name) for name in names) or len(kinds - {""}) >= max(2, len(names) // 3)


def scan(path: Path) -> Folder:
    """The folder with all below it. Links that lead out of it are noted and not followed."""
    return _scan(path, path.resolve(), 0)


def _scan(path: Path, root: Path, depth: int) -> Folder:
    folder = Folder(path)
    try:
        entries = sorted(os.scandir(path), key=lambda entry: natural_key(entry.name))
    except OSError:
        folder.closed.append(path)
        return folder
    for entry in entries:
        child = path / entry.name
        if entry.is_symlink() and not _stays_inside(child, root):
            folder.outside.append(child)
        elif entry.is_dir():
            if not _is_passed_over(entry.name):
                _add_folder(folder, child, root, depth, is_link=entry.is_symlink())
        elif not entry.is_file():
            # A pipe or a device would never end.
            folder.closed.append(child)
        elif _may_be_paper(child):
            folder.files.append(child)
    return folder


def _add_folder(folder: Folder, child: Path, root: Path, depth: int, *, is_link: bool) -> None:
    if is_link:
        # A link to a folder inside would give its files twice.
        return
    if depth >= _DEPTH:
        folder.closed.append(child)
        return
    folder.folders.append(_scan(child, root, depth + 1))


def _may_be_paper(path: Path) -> bool:
    """Whether a file is to be read: by its name, and where that speaks against it, by how its content begins."""
    if path.suffix.lower() not in _NO_PAPERS and not _is_passed_over(path.name):
        return True
    if path.name == NAME:
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(8).startswith(_PAPER_BEGINNINGS)
    except OSError:
        return True


def _is_passed_over(name: str) -> bool:
    """Hidden files, and what Office and the desktop leave behind."""
    return (
        name.startswith((".", "~$", "__MACOSX")) or name.lower() in ("thumbs.db", "desktop.ini") or name.endswith("~")
    )


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _is_part_folder(name: str) -> bool:
    return bool(_VOLUME.search(name) or _MATERIAL.search(name) or (_NUMBERED.match(name) and _PAPER.search(name)))


def _kind(name: str) -> str:
    """The words of a file name that tell the paper."""
    match = _PAPER.search(name)
    return re.sub(r"[\W\d_]+", "", name[: match.end()])[-6:] if match else ""
