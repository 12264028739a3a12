"""The report on a dossier: order of findings, verdicts, conclusion (程序规定 第五十四条)."""

import pytest

from casecheck.model.verdict import Cause, Outcome, Principle, Severity
from casecheck.triage.settle import settle
from tests.unit.findings import case, finding, result, rule


def report(*pairs, scope="dossier"):
    """Each pair: a rule, an outcome and, for an undetermined one, its cause."""
    results = []
    for of, outcome, *cause in pairs:
        shown = outcome in (Outcome.DEFECT, Outcome.UNDETERMINED)
        results.append(result(of, outcome, *([finding(of, outcome, *cause)] if shown else [])))
    return settle(case(scope), results, [of for of, *_ in pairs])


@pytest.mark.parametrize(
    ("principle", "conclusion"),
    [
        (Principle.FACTS, "supplement"),
        (Principle.EVIDENCE, "supplement"),
        (Principle.PROCEDURE, "correct"),
        (Principle.HANDLING, "correct"),
        (Principle.FORMAT, "agree"),
    ],
)
def test_conclusion_follows_the_principle_of_the_defect(principle, conclusion):
    assert report((rule("X-A", principle), Outcome.DEFECT)).conclusion == conclusion


def test_supplement_goes_before_correct_and_names_both():
    mixed = report((rule("PROC-A"), Outcome.DEFECT), (rule("FACT-A", Principle.FACTS), Outcome.DEFECT))
    assert mixed.conclusion == "supplement"
    assert mixed.conclusion_text.zh == "建议补充调查（事实方面有缺陷）；建议纠正（程序方面有缺陷）。"


def test_minor_defects_do_not_stop_agreement():
    assert report((rule("PROC-A", severity=Severity.MINOR), Outcome.DEFECT)).conclusion == "agree"


def test_no_conclusion_on_outward_papers_alone():
    assert report((rule("PROC-A"), Outcome.PASS), scope="document").conclusion is None


@pytest.mark.parametrize(("cause", "conclusion"), [(Cause.NOT_FOUND, None), (Cause.NEEDS_JUDGEMENT, "agree")])
def test_unsettled_grave_checks_forbid_a_conclusion_unless_a_person_only_has_to_judge(cause, conclusion):
    assert report((rule("PROC-A"), Outcome.UNDETERMINED, cause)).conclusion == conclusion


def test_the_gravest_outcome_is_the_verdict_and_none_applicable_is_not_a_pass():
    settled = report(
        (rule("PROC-A"), Outcome.PASS),
        (rule("PROC-B"), Outcome.UNDETERMINED, Cause.NOT_FOUND),
        (rule("FACT-A", Principle.FACTS), Outcome.NOT_APPLICABLE),
    )
    assert settled.principles[Principle.PROCEDURE] is Outcome.UNDETERMINED
    assert settled.principles[Principle.FACTS] is Outcome.NOT_APPLICABLE
    assert settled.principles[Principle.EVIDENCE] is Outcome.NOT_APPLICABLE


def test_findings_come_defects_first_then_by_principle_then_gravest_first():
    settled = report(
        (rule("PROC-C", severity=Severity.MINOR), Outcome.DEFECT),
        (rule("PROC-B"), Outcome.UNDETERMINED, Cause.NOT_FOUND),
        (rule("PROC-A"), Outcome.DEFECT),
        (rule("FACT-A", Principle.FACTS, Severity.ADVISORY), Outcome.DEFECT),
    )
    assert [f.rule for f in settled.findings] == ["FACT-A", "PROC-A", "PROC-C", "PROC-B"]
    assert settled.outcomes[Outcome.DEFECT] == 3
