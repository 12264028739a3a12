"""Stored outputs: what a person and a program see of the samples. `make golden` rewrites them; read the difference."""

import json
import os
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from casecheck.report.json_report import render
from casecheck.report.terminal import print_report
from tests.scenarios.conftest import samples  # noqa: F401 (the fixture)

STORED = Path(__file__).parent / "stored"


def terminal(report, language):
    stream = StringIO()
    print_report(report, Console(file=stream, width=80, highlight=False, markup=False, no_color=True), language)
    return stream.getvalue()


def without_facts(report):
    """The JSON report without its longest part: that the facts are right is tested where they are read."""
    plain = json.loads(report)
    for checklist in plain["checklists"]:
        # Every word in a checklist changes it; what changes for a dossier is compared below.
        del checklist["sha256"]
    for dossier in plain["dossiers"]:
        dossier["facts"] = len(dossier["facts"])
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("samples.zh.txt", lambda report: terminal(report, "zh")),
        ("samples.en.txt", lambda report: terminal(report, "en")),
        ("samples.json", lambda report: without_facts(render(report, "zh"))),
    ],
)
def test_output_is_as_stored(samples, name, output):  # noqa: F811
    stored, text = STORED / name, output(samples)
    if os.environ.get("CASECHECK_GOLDEN") == "write":
        stored.write_text(text, encoding="utf-8")
    assert text == stored.read_text(encoding="utf-8")
