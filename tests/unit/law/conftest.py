"""The law as it ships, loaded once."""

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
