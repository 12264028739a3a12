"""What a run is to do."""

import locale
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casecheck.model.words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of one run.

    `stage` and `scope` are None when they are to be inferred. `select` and `ignore` are prefixes of rule codes.
    `unit` is `auto`, `file` or `folder`; `jobs` is the number of reading processes. `region` names what a province or
    city sets otherwise; None for the national values. `corrections` is a file that counts instead of the one beside the dossier;
    without `correct` none is looked at.
    """

    as_of: date
    language: Language = "zh"
    checklist: str = "market-supervision"
    stage: str | None = None
    scope: str | None = None
    region: str | None = None
    unit: str = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "major"
    strict: bool = False
    jobs: int = 1
    corrections: Path | None = None
    correct: bool = True

    def chosen(self, code: str) -> bool:
        """Whether the rule of that code is to be run."""
        wanted = not self.select or any(code.startswith(prefix) for prefix in self.select)
        return wanted and not any(code.startswith(prefix) for prefix in self.ignore)

    def unmatched(self, codes: Collection[str]) -> tuple[str, ...]:
        """The prefixes that pick no rule: most likely slips, and never a reason to check less in silence."""
        return tuple(p for p in (*self.select, *self.ignore) if not any(code.startswith(p) for code in codes))


def language_of(flag: str | None, environment: Mapping[str, str] = os.environ) -> Language:
    """The language: `--lang`, then `CASECHECK_LANG`, then the locale (`en*` is en, anything else zh)."""
    for choice in (flag, environment.get("CASECHECK_LANG")):
        if choice in ("zh", "en"):
            return "en" if choice == "en" else "zh"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].lower().startswith("en") else "zh"
    return "en" if (locale.getlocale()[0] or "").lower().startswith("en") else "zh"
