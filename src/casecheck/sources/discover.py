"""What is a dossier (案卷): which files belong together, by where they lie and what they are called.

Whether the files of one folder share a party or a case number can only be told from their text: `discover` then says
`content`, and `group_by_content` decides after reading.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from casecheck.model.problem import Problem
from casecheck.sources.dossier_settings import NAME, DossierSettings, SettingsError, load_settings
from casecheck.sources.natural_order import natural_key
from casecheck.sources.problems import problem

_READABLE = frozenset({".docx", ".docm", ".doc", ".wps", ".pdf", ".ofd", ".rtf"})
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"})
_PART = re.compile(
    r"(?:正|副|内|外|证据)卷|案?卷(?:封面|宗)|卷[一二三四五六七八九十\d]|第[一二三四五六七八九十\d]+[卷册]|合议[前后]|材料|证据|文书|附件"
)
_NUMBERED = re.compile(r"(?:[（(\[【第]?\d{1,3}|[（(]?[一二三四五六七八九十]{1,3}[、.．)）])")
_PAPER = re.compile(
    r"审批表|告知书|决定书|通知书|笔录|回[证执]|报告|清单|凭证|记录|目录|封面|备考表|证明|委托书|执照|登记表|移送|意见书|协助|收据|票据|照片"
)
_DEPTH = 12
_MOST_FILES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFiles:
    """The files of one dossier, in order, each with its name relative to the dossier (forward slashes).

    `path` is what the report calls the dossier. `grouping` tells how it was found: `file`, `folder` (forced),
    `settings` (dossier.yaml), `parts` (the folder holds the parts of one), `child` (one of several in a folder) or
    `content` (to be settled by `group_by_content`).
    """

    path: str
    files: tuple[tuple[Path, str], ...]
    grouping: str
    settings: DossierSettings | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Folder:
    """A folder as found: its files and subfolders, sorted; what was passed over."""

    path: Path
    files: list[Path] = field(default_factory=list)
    folders: list["_Folder"] = field(default_factory=list)
    outside: list[Path] = field(default_factory=list)

    def walk(self) -> Iterator[Path]:
        """All files below, those of the folder itself first."""
        yield from self.files
        for folder in self.folders:
            yield from folder.walk()

    def walk_outside(self) -> Iterator[Path]:
        """All links that lead out."""
        yield from self.outside
        for folder in self.folders:
            yield from folder.walk_outside()


def discover(paths: Iterable[Path], unit: str = "auto") -> list[DossierFiles]:
    """The dossiers at these paths. `unit` is `auto`, `file` (each file one) or `folder` (each folder given one)."""
    found: list[DossierFiles] = []
    for path in paths:
        if path.is_dir():
            found.extend(_of_folder(path, unit))
        else:
            # A file that is not there is reported when it is read.
            found.append(DossierFiles(path=path.as_posix(), files=((path, path.name),), grouping="file"))
    return found


def _of_folder(path: Path, unit: str) -> list[DossierFiles]:
    root = path.resolve()
    folder = _scan(path, root, 0, [0])
    if unit == "file":
        return [_single(file, path) for file in folder.walk()]
    if unit == "folder" or _has_settings(folder.path):
        return [_whole(folder, "folder")] if any(folder.walk()) else []
    return _split(folder)


def _split(folder: _Folder) -> list[DossierFiles]:
    if not any(folder.walk()):
        return []
    if _has_settings(folder.path):
        return [_whole(folder, "settings")]
    if _holds_parts(folder):
        return [_whole(folder, "parts")]
    found: list[DossierFiles] = []
    if len(folder.files) > 1:
        alone = replace_folder(folder)
        found.append(_whole(alone, "content"))
    elif folder.files:
        found.append(_single(folder.files[0], folder.path))
    for child in folder.folders:
        if not any(child.walk()):
            continue
        # Below a folder of dossiers a subfolder is one, unless it plainly holds several again.
        found.extend(_split(child) if _holds_several(child) else [_whole(child, "child")])
    outside = tuple(_outside_problem(link, folder.path) for link in folder.outside)
    if outside and found:
        found[0] = replace(found[0], problems=(*found[0].problems, *outside))
    return found


def replace_folder(folder: _Folder) -> _Folder:
    """The folder without its subfolders."""
    return _Folder(folder.path, folder.files, [], [])


def _holds_parts(folder: _Folder) -> bool:
    """Whether the folder holds the parts of one dossier and nothing else."""
    if not all(_PART.search(child.path.name) or _is_numbered_part(child) for child in folder.folders):
        return False
    names = [file.stem for file in folder.files]
    named = sum(1 for name in names if _is_part_name(name))
    if folder.folders:
        return named * 2 >= len(names)
    # Papers of different cases are numbered too, but each case shows one paper of a kind.
    return len(names) > 1 and named == len(names) and _is_one_series(names)


def _is_part_name(name: str) -> bool:
    return bool(_NUMBERED.match(name) or _PART.search(name) or _PAPER.search(name))


def _is_numbered_part(folder: _Folder) -> bool:
    return bool(_NUMBERED.match(folder.path.name)) and bool(
        _PART.search(folder.path.name) or _PAPER.search(folder.path.name)
    )


def _is_one_series(names: Sequence[str]) -> bool:
    """Whether the names are papers of different kinds, as one case has them, not one kind for many cases."""
    kinds = [match.group() for name in names for match in [_PAPER.search(name)] if match]
    titled = len(kinds)
    stems = {re.sub(r"[\W\d_]+", "", name) for name in names}
    if titled and len({_kind(name) for name in names}) < max(2, len(names) // 3):
        return False
    return len(stems) > 1 or all(_PART.search(name) for name in names)


def _kind(name: str) -> str:
    """The words of a file name that tell the paper."""
    match = _PAPER.search(name)
    return re.sub(r"[\W\d_]+", "", name[: match.end()])[-6:] if match else name


def _holds_several(folder: _Folder) -> bool:
    return bool(folder.folders) and not _holds_parts(folder) and not _has_settings(folder.path)


def _has_settings(path: Path) -> bool:
    return (path / NAME).is_file() and not (path / NAME).is_symlink()


def _single(file: Path, below: Path) -> DossierFiles:
    return DossierFiles(path=file.as_posix(), files=((file, file.name),), grouping="file")


def _whole(folder: _Folder, grouping: str) -> DossierFiles:
    files = [(file, file.relative_to(folder.path).as_posix()) for file in folder.walk()]
    problems = [_outside_problem(link, folder.path) for link in folder.walk_outside()]
    settings = None
    if _has_settings(folder.path):
        try:
            settings = load_settings(folder.path / NAME)
            grouping = "settings"
        except SettingsError as error:
            problems.append(problem("settings-not-valid", NAME, detail=str(error)))
    if settings is not None and settings.files:
        files = _in_stated_order(files, settings, problems)
    return DossierFiles(
        path=folder.path.as_posix(),
        files=tuple(files),
        grouping=grouping,
        settings=settings,
        problems=tuple(problems),
    )


def _in_stated_order(
    files: list[tuple[Path, str]], settings: DossierSettings, problems: list[Problem]
) -> list[tuple[Path, str]]:
    """The named files first, as they are named; what is not named follows."""
    known = {name: (path, name) for path, name in files}
    ordered: list[tuple[Path, str]] = []
    for name in dict.fromkeys(settings.files):
        if name in known:
            ordered.append(known.pop(name))
        else:
            problems.append(problem("file-missing", name, detail=NAME))
    return [*ordered, *known.values()]


def _outside_problem(link: Path, root: Path) -> Problem:
    return problem("link-not-followed", link.relative_to(root).as_posix())


def _scan(path: Path, root: Path, depth: int, count: list[int]) -> _Folder:
    folder = _Folder(path)
    try:
        entries = sorted(os.scandir(path), key=lambda entry: natural_key(entry.name))
    except OSError:
        return folder
    for entry in entries:
        if _is_passed_over(entry.name):
            continue
        child = path / entry.name
        if entry.is_symlink() and not _stays_inside(child, root):
            folder.outside.append(child)
        elif entry.is_dir():
            # A link to a folder inside would give its files twice.
            if depth < _DEPTH and not entry.is_symlink():
                folder.folders.append(_scan(child, root, depth + 1, count))
        elif entry.is_file() and child.suffix.lower() in _READABLE | _PICTURES and count[0] < _MOST_FILES:
            count[0] += 1
            folder.files.append(child)
    return folder


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
