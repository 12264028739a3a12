"""Exit codes: the first of 130, 1, 3, 4, 0 that applies."""

from dataclasses import replace

import pytest

from casecheck.model.verdict import Cause, Outcome, Severity
from casecheck.triage.gate import exit_code
from tests.unit.findings import case, finding, result, rule, run_of


def test_clean_dossier_passes():
    r = rule("PROC-A")
    assert exit_code(run_of([result(r, Outcome.PASS)], [r]), "major") == 0


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        (Severity.FATAL, "fatal", 1),
        (Severity.MAJOR, "fatal", 0),
        (Severity.MAJOR, "major", 1),
        (Severity.MINOR, "major", 0),
        (Severity.MINOR, "minor", 1),
        (Severity.ADVISORY, "advisory", 1),
        (Severity.FATAL, "never", 0),
    ],
)
def test_a_defect_fails_from_the_chosen_severity_on(severity, fail_on, code):
    r = rule("PROC-A", severity=severity)
    assert exit_code(run_of([result(r, Outcome.DEFECT, finding(r))], [r]), fail_on) == code


@pytest.mark.parametrize(
    ("cause", "scope", "code"),
    [
        (Cause.NOT_FOUND, "dossier", 4),
        (Cause.UNREADABLE, "document", 4),
        (Cause.CONFLICTING, "dossier", 4),
        (Cause.ERROR, "dossier", 4),
        (Cause.DOCUMENT_MISSING, "dossier", 4),
        (Cause.DOCUMENT_MISSING, "document", 0),
        (Cause.NEEDS_JUDGEMENT, "dossier", 0),
        (Cause.NEEDS_IMAGE, "dossier", 0),
    ],
)
def test_what_could_not_be_judged_counts_by_its_cause(cause, scope, code):
    r = rule("PROC-A")
    run = run_of([result(r, Outcome.UNDETERMINED, finding(r, Outcome.UNDETERMINED, cause))], [r], case(scope))
    assert exit_code(run, "major") == code
    assert exit_code(run, "major", strict=True) == 4


def test_undetermined_below_the_limit_passes():
    r = rule("FMT-A", severity=Severity.MINOR)
    run = run_of([result(r, Outcome.UNDETERMINED, finding(r, Outcome.UNDETERMINED, Cause.NOT_FOUND))], [r])
    assert exit_code(run, "major") == 0
    assert exit_code(run, "minor") == 4


def test_an_unread_input_is_3_but_a_defect_elsewhere_is_1():
    r = rule("PROC-A")
    unread = run_of([result(r, Outcome.UNDETERMINED)], [r], case(failed=True))
    assert exit_code(unread, "major") == 3
    defect = run_of([result(r, Outcome.DEFECT, finding(r))], [r])
    both = replace(unread, cases=(*unread.cases, *defect.cases))
    assert exit_code(both, "major") == 1
    assert exit_code(replace(both, interrupted=True), "major") == 130


def test_nothing_checked_is_never_0():
    r = rule("PROC-A")
    run = replace(run_of([result(r, Outcome.PASS)], [r]), cases=())
    assert exit_code(run, "major") == 3
    assert exit_code(run, "never") == 3
