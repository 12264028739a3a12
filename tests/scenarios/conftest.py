"""One run over all samples, shared by the tests that look at it from different sides."""

from datetime import date
from pathlib import Path

import pytest

from casecheck.model.report import RunReport
from casecheck.run import check
from casecheck.settings import Settings

DOSSIERS = Path(__file__).resolve().parents[2] / "samples" / "dossiers"


@pytest.fixture(scope="session")
def samples() -> RunReport:
    paths = sorted(path for path in DOSSIERS.iterdir() if not path.name.startswith("."))
    return check(paths, Settings(as_of=date(2026, 11, 22), jobs=2))
