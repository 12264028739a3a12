"""RuleResult[] → CaseReport: the one place where results become a report on a dossier."""

from collections import Counter
from collections.abc import Sequence

from casecheck.model.clock import Clock
from casecheck.model.fact import CaseFacts
from casecheck.model.report import CaseReport
from casecheck.model.rule import Rule
from casecheck.model.verdict import Finding, Outcome, Principle, RuleResult
from casecheck.triage.conclude import conclude, verdicts
from casecheck.triage.fingerprint import with_fingerprints


def settle(
    case: CaseFacts,
    results: Sequence[RuleResult],
    rules: Sequence[Rule],
    clocks: Sequence[Clock] = (),
    *,
    whole: bool = True,
) -> CaseReport:
    """The report on one dossier. `rules` are those that were run, `whole` tells that they are all of the checklist, `clocks` is the ledger; findings come gravest first within each principle."""
    by_code = {rule.code: rule for rule in rules}
    found = sorted((f for r in results for f in r.findings), key=_order)
    findings = with_fingerprints(found, case.dossier)
    conclusion, sentence = conclude(findings, results, case.scope, whole=whole)
    counts = Counter(result.outcome for result in results)
    return CaseReport(
        path=case.dossier.path,
        case=case,
        results=tuple(results),
        findings=findings,
        clocks=tuple(clocks),
        outcomes={outcome: counts[outcome] for outcome in Outcome},
        principles=verdicts(results, by_code),
        conclusion=conclusion,
        conclusion_text=sentence,
    )


def _order(finding: Finding) -> tuple[int, int, int, str, str, tuple[str, int, int]]:
    principles, outcomes = list(Principle), list(Outcome)
    first = finding.evidence[0].place if finding.evidence else None
    where = (first.file, first.page or 0, first.block) if first else ("", 0, 0)
    return (
        outcomes.index(finding.outcome),
        principles.index(finding.principle),
        finding.severity.rank,
        finding.rule,
        finding.key,
        where,
    )
