"""The gate: what a run says to the shell."""

from casecheck.model.report import CaseReport, RunReport
from casecheck.model.rule import Rule
from casecheck.model.verdict import Cause, Finding, Outcome, Severity

PASSED, DEFECTS, USAGE, UNREAD, UNCERTAIN, INTERRUPTED = 0, 1, 2, 3, 4, 130

UNSETTLED = (Cause.NOT_FOUND, Cause.UNREADABLE, Cause.CONFLICTING, Cause.ERROR)


def exit_code(report: RunReport, fail_on: str, *, strict: bool = False) -> int:
    """The exit code of a run; the first that applies of 130, 1, 3, 4, 0.

    `fail_on` is `fatal major minor advisory never`. `strict` makes the causes count that are otherwise only reported
    (`needs_judgement`, `needs_image`, `document_missing` in scope `document`).
    """
    if report.interrupted:
        return INTERRUPTED
    if fail_on == "never":
        return UNREAD if report.failed or not report.cases else PASSED
    limit = Severity(fail_on).rank
    if any(f.outcome is Outcome.DEFECT and f.severity.rank <= limit for c in report.cases for f in c.findings):
        return DEFECTS
    if report.failed or not report.cases:
        return UNREAD
    rules = {rule.code: rule for checklist in report.checklists for rule in checklist.rules}
    if any(_uncertain(case, rules, limit, strict) for case in report.cases):
        return UNCERTAIN
    return PASSED


def _uncertain(case: CaseReport, rules: dict[str, Rule], limit: int, strict: bool) -> bool:
    """Whether something at or above the limit could not be judged for a cause that counts."""
    silent = any(
        r.outcome is Outcome.UNDETERMINED and not r.findings and rules[r.rule].severity.rank <= limit
        for r in case.results
    )
    return silent or any(
        f.outcome is Outcome.UNDETERMINED and f.severity.rank <= limit and _counts(f, case.case.scope, strict)
        for f in case.findings
    )


def _counts(finding: Finding, scope: str, strict: bool) -> bool:
    if strict or finding.cause in UNSETTLED:
        return True
    return finding.cause is Cause.DOCUMENT_MISSING and scope == "dossier"
