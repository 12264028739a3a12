"""What could not be read never passes: an unreadable page more never makes a check pass that did not pass before."""

from dataclasses import replace
from datetime import date

import pytest

from casecheck.model.problem import Problem
from casecheck.model.source import Page, SourceText
from casecheck.model.verdict import Outcome
from casecheck.model.words import Words
from casecheck.rules.engine import evaluate_rule
from casecheck.rules.examples import case_of
from tests.rules.test_examples import RULES, knowledge

AS_OF = date(2026, 11, 22)
VOCABULARY, LAW = knowledge()
CASES = [(rule, example) for rule in RULES for example in rule.examples]

UNREAD = SourceText(
    name="扫描件.pdf",
    format="pdf",
    sha256="0" * 64,
    pages=(Page(number=1, width=595.0, height=842.0, verdict="image"),),
    problems=(
        Problem(
            kind="page-image-only",
            message=Words(zh="该页只有图像", en="the page is only a picture"),
            file="扫描件.pdf",
            page=1,
            blocks_absence=True,
        ),
    ),
)


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.code}-{number}" for number, (rule, _) in enumerate(CASES)]
)
def test_an_unread_page_more_never_makes_a_check_pass(rule, example):
    case = case_of(example, VOCABULARY)
    before = evaluate_rule(rule, case, LAW, AS_OF).outcome
    dossier = replace(case.dossier, files=(*case.dossier.files, UNREAD))
    after = evaluate_rule(rule, replace(case, dossier=dossier), LAW, AS_OF).outcome
    if before is not Outcome.PASS:
        assert after is not Outcome.PASS
    if before is Outcome.UNDETERMINED:
        assert after is Outcome.UNDETERMINED


def test_some_defects_of_absence_become_questions():
    changed = 0
    for rule, example in CASES:
        case = case_of(example, VOCABULARY)
        dossier = replace(case.dossier, files=(*case.dossier.files, UNREAD))
        before = evaluate_rule(rule, case, LAW, AS_OF).outcome
        after = evaluate_rule(rule, replace(case, dossier=dossier), LAW, AS_OF).outcome
        changed += before is Outcome.DEFECT and after is Outcome.UNDETERMINED
    assert changed >= 5
