"""The law as it ships, loaded once."""

import shutil
from pathlib import Path

import pytest

from casecheck.checklist.load_law import load_law
from casecheck.law.book import LawBook

CHECKLISTS = Path(__file__).parents[3] / "checklists"


@pytest.fixture(scope="session")
def law() -> LawBook:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CASECHECK_NO_CACHE", "1")
        return load_law(CHECKLISTS)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped law and vocabulary that a test may change."""
    monkeypatch.setenv("CASECHECK_NO_CACHE", "1")
    root = tmp_path / "checklists"
    shutil.copytree(CHECKLISTS / "law", root / "law")
    shutil.copytree(CHECKLISTS / "vocabulary", root / "vocabulary")
    return root
