"""What is a dossier (案卷): which files belong together, by where they lie and what they are called.

Whether the files of one folder share a party or a case number can only be told from their text: `discover` then says
`content`, and `group_by_content` decides after reading.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from casecheck.model.problem import Problem
from casecheck.model.source import SourceText
from casecheck.sources.dossier_settings import NAME, DossierSettings, SettingsError, load_settings
from casecheck.sources.folders import Folder, scan
from casecheck.sources.problems import problem
from casecheck.sources.shared_case import belong_together


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


class Grouped(NamedTuple):
    """The files of one dossier as read; `path` and `grouping` are what the report says of it."""

    path: str
    files: tuple[SourceText, ...]
    grouping: str


def group_by_content(group: DossierFiles, texts: Sequence[SourceText]) -> list[Grouped]:
    """The dossiers that a group found by `discover` turns out to be.

    Links and folders that were not followed and a `dossier.yaml` that is not valid are added as files that could not be read, so that
    no report passes over them.
    """
    unread = tuple(SourceText(name=passed.file, format="", sha256="", problems=(passed,)) for passed in group.problems)
    if group.grouping != "content":
        return [Grouped(group.path, (*texts, *unread), group.grouping)]
    if belong_together(texts):
        return [Grouped(group.path, (*texts, *unread), "shared")]
    single = [Grouped(path.as_posix(), (text,), "child") for (path, _), text in zip(group.files, texts, strict=True)]
    if unread and single:
        single[0] = single[0]._replace(files=(*single[0].files, *unread))
    return single


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
    folder = scan(path)
    if unit == "file":
        return [_single(file) for file in folder.walk()]
    if unit == "folder" or folder.has_settings:
        return [_whole(folder, "folder")] if any(folder.walk()) else []
    return _split(folder)


def _split(folder: Folder) -> list[DossierFiles]:
    if not any(folder.walk()):
        return []
    if folder.has_settings:
        return [_whole(folder, "settings")]
    if folder.holds_parts:
        return [_whole(folder, "parts")]
    children = [child for child in folder.folders if any(child.walk())]
    if not children and len(folder.files) > 1:
        return [_whole(folder, "content")]
    found = [_single(file) for file in folder.files]
    for child in children:
        # Below a folder of dossiers a subfolder is one, unless it plainly holds several again.
        found.extend(_split(child) if _holds_several(child) else [_whole(child, "child")])
    passed = tuple(_passed(folder, folder.path))
    if passed and found:
        found[0] = replace(found[0], problems=(*found[0].problems, *passed))
    return found


def _holds_several(folder: Folder) -> bool:
    return bool(folder.folders) and not folder.holds_parts and not folder.has_settings


def _single(file: Path) -> DossierFiles:
    return DossierFiles(path=file.as_posix(), files=((file, file.name),), grouping="file")


def _whole(folder: Folder, grouping: str) -> DossierFiles:
    files = [(file, file.relative_to(folder.path).as_posix()) for file in folder.walk()]
    problems = [item for below in folder.all_folders() for item in _passed(below, folder.path)]
    settings = None
    if folder.has_settings:
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


def _passed(folder: Folder, root: Path) -> list[Problem]:
    """What of the folder was not looked into."""
    links = [problem("link-not-followed", path.relative_to(root).as_posix()) for path in folder.outside]
    closed = [problem("folder-not-read", path.relative_to(root).as_posix()) for path in folder.closed]
    return [*links, *closed]
