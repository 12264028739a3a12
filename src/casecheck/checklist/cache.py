"""Compiled data files: parsed and checked once for each content.

What was built from some files is kept in the user's cache folder under the hash of their names and contents, of the
program that built it, and of the version. Only the user may write there, so that nobody else's pickle is ever loaded.
A cache that does not work is no error: the files are read again.
"""

import contextlib
import hashlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import casecheck

T = TypeVar("T")

_BUILDERS = ("model", "law", "text", "checklist")
"""Packages whose change makes what they built worthless."""


def compiled(name: str, root: Path, files: Sequence[Path], build: Callable[[], T], extra: str = "") -> T:
    """What `build` makes of these files below `root`: from the cache when neither they nor the program have changed.

    `build` may raise; nothing is kept then. `extra` is whatever else the result depends on.
    """
    target = _target(name, f"{content_hash(root, files)}|{extra}")
    if target is not None:
        found: tuple[T] | None = _load(target)
        if found is not None:
            return found[0]
    made = build()
    if target is not None:
        _keep(target, made)
    return made


def content_hash(root: Path, files: Sequence[Path]) -> str:
    """SHA-256 over names (relative to `root`) and contents, in the order of the names."""
    digest = hashlib.sha256()
    for path in sorted(files):
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def cache_folder() -> Path | None:
    """`casecheck` in the user's cache folder; None where there is none or `CASECHECK_NO_CACHE` is set."""
    if os.environ.get("CASECHECK_NO_CACHE"):
        return None
    home = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    try:
        return Path(home) / "casecheck" if home else Path.home() / ".cache" / "casecheck"
    except RuntimeError:
        return None


@cache
def _program() -> str:
    """What tells one state of the program from another, also in a working copy whose version stays the same."""
    package = Path(casecheck.__file__).parent
    states = [
        (path.name, (info := path.stat()).st_size, info.st_mtime_ns)
        for folder in _BUILDERS
        for path in sorted((package / folder).rglob("*"))
        if path.suffix in (".py", ".json")
    ]
    return repr((casecheck.__version__, sys.version_info[:3], states))


def _target(name: str, key: str) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(folder.stat()):
            digest = hashlib.sha256(f"{_program()}|{key}".encode()).hexdigest()
            return folder / f"{name}-{digest[:32]}.pickle"
    return None


def _is_ours(info: os.stat_result) -> bool:
    """Whether only this user can write there."""
    if not hasattr(os, "getuid"):
        return True
    return info.st_uid == os.getuid() and not stat.S_IMODE(info.st_mode) & 0o022


def _load(target: Path) -> tuple[Any] | None:
    """What is kept there, as a tuple of one; None when there is nothing that can be used."""
    with contextlib.suppress(Exception), target.open("rb") as stream:
        if _is_ours(os.fstat(stream.fileno())):
            return (pickle.load(stream),)  # noqa: S301 (written by this user's casecheck, in a folder only he can write)
    return None


def _keep(target: Path, made: object) -> None:
    """Write beside and move into place, so that a reader never sees half a file; drop what older states left."""
    with contextlib.suppress(Exception):
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as stream:
                pickle.dump(made, stream, protocol=pickle.HIGHEST_PROTOCOL)
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _prune(target)


def _prune(target: Path) -> None:
    prefix = target.name.rpartition("-")[0]
    kept = sorted(target.parent.glob(f"{prefix}-*.pickle"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in kept[8:]:
        old.unlink(missing_ok=True)
