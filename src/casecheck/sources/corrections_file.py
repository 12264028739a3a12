"""Where the corrections of a dossier lie: `corrections.yml` in its folder, `NAME.corrections.yml` beside a single file."""

from pathlib import Path

NAME = "corrections.yml"


def corrections_file(dossier: Path) -> Path | None:
    """The file of corrections that belongs to a dossier (a folder or a file); None where there is none.

    A link is not followed: what it leads to is no part of the dossier.
    """
    path = dossier / NAME if dossier.is_dir() else dossier.with_name(f"{dossier.name}.{NAME}")
    return path if path.is_file() and not path.is_symlink() else None


def stray_corrections(dossier: Path) -> Path | None:
    """A `corrections.yml` in a folder whose files are dossiers of their own: it belongs to none of them."""
    if dossier.is_dir():
        return None
    return corrections_file(dossier.parent)
