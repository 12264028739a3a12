"""A decision alone: what could not be checked without the file is told in a few lines, and check by check on request."""

import io
from dataclasses import replace

import pytest
from rich.console import Console
from samples.build import draft
from samples.spec import load

from casecheck.dossier.assemble import assemble
from casecheck.model.report import CaseReport
from casecheck.model.verdict import Cause, Outcome
from casecheck.report.dossier_text import print_dossier
from casecheck.report.screen import Screen
from casecheck.run import judge, load_knowledge
from casecheck.sources.read import read_bytes
from tests.mutants.cases import SPECS
from tests.mutants.runs import SETTINGS


@pytest.fixture(scope="module")
def decision() -> CaseReport:
    spec = load(SPECS / "food-expired.yml")
    alone = replace(spec, papers=tuple(p for p in spec.papers if p.title == "行政处罚决定书"))
    known = load_knowledge(SETTINGS)
    sources = [read_bytes(data, name) for name, data in draft(alone).items()]
    return judge(assemble("决定书", sources, known.vocabulary, "file"), SETTINGS, known)


def shown(case: CaseReport, *, every: bool = False, language: str = "zh") -> str:
    sheet = io.StringIO()
    print_dossier(case, Screen(Console(file=sheet, width=80, no_color=True), language), every=every)
    return sheet.getvalue()


def only_lacking(case: CaseReport) -> list[str]:
    return [
        f.rule
        for f in case.findings
        if f.outcome is Outcome.UNDETERMINED and f.cause is Cause.DOCUMENT_MISSING and not f.working
    ]


def test_the_checks_that_need_the_file_are_told_by_paper(decision):
    assert decision.case.scope == "document"
    lacking = only_lacking(decision)
    assert len(lacking) > 80
    text = shown(decision)
    assert f"{len(lacking)}项检查" in text
    assert "听证笔录" in text
    assert not any(rule in text for rule in lacking if rule.startswith("PROC-SEIZE"))
    assert len(text.splitlines()) < 90


def test_every_check_is_listed_on_request(decision):
    text = shown(decision, every=True)
    silent = [r.rule for r in decision.results if r.outcome is Outcome.NOT_APPLICABLE]
    assert [rule for rule in (*only_lacking(decision), *silent) if rule not in text] == []


def test_the_english_report_names_the_papers_in_english(decision):
    text = shown(decision, language="en").partition("== Not checked")[2].partition("== Checks")[0]
    assert "Record of the hearing" in " ".join(text.split())
    assert "听证笔录" not in text
