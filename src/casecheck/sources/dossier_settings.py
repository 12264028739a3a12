"""`dossier.yaml`: what a folder says about itself. It is data from the dossier, so it can order and describe, never loosen."""

from dataclasses import dataclass
from pathlib import Path

import yaml

NAME = "dossier.yaml"
_KEYS = ("files", "stage", "region", "party_kind")
_STAGES = ("investigation", "review", "decision", "closing")
_MOST_BYTES = 1 << 18
_MOST_FILES = 10_000


class SettingsError(ValueError):
    """The file does not hold what it may hold; the text says where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSettings:
    """`files` are names relative to the folder, in order; the rest is None where it is not said."""

    files: tuple[str, ...] = ()
    stage: str | None = None
    region: str | None = None
    party_kind: str | None = None


def load_settings(path: Path) -> DossierSettings:
    """The settings in a `dossier.yaml`. Raises SettingsError for anything that is not plain, known data."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise SettingsError(error.strerror or "cannot be opened") from error
    if len(content) > _MOST_BYTES:
        raise SettingsError(f"larger than {_MOST_BYTES >> 10} kB")
    try:
        events = list(yaml.parse(content, Loader=yaml.SafeLoader))
        # Aliases let a few lines grow without end.
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            raise SettingsError("aliases are not allowed")
        data = yaml.safe_load(content)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise SettingsError(" ".join(str(error).split())) from error
    return _checked(data)


def _checked(data: object) -> DossierSettings:
    if data is None:
        return DossierSettings()
    if not isinstance(data, dict):
        raise SettingsError("must be a mapping")
    unknown = [str(key) for key in data if key not in _KEYS]
    if unknown:
        raise SettingsError(f"unknown key {', '.join(unknown)}; known are {', '.join(_KEYS)}")
    files = data.get("files")
    if files is not None and (not isinstance(files, list) or not all(isinstance(item, str) for item in files)):
        raise SettingsError("files: must be a list of names")
    words: dict[str, str | None] = {}
    for key in _KEYS[1:]:
        value = data.get(key)
        if value is not None and not isinstance(value, str):
            raise SettingsError(f"{key}: must be text")
        words[key] = value
    if words["stage"] not in (None, *_STAGES):
        raise SettingsError(f"stage: must be one of {', '.join(_STAGES)}")
    return DossierSettings(files=tuple((files or [])[:_MOST_FILES]), **words)
