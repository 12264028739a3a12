"""Findings on real papers, listed for reading by eye: nothing is judged here."""

from collections import Counter
from datetime import date
from pathlib import Path

from casecheck.model.report import CaseReport
from casecheck.model.verdict import Outcome, Severity
from casecheck.run import check
from casecheck.settings import Settings

AS_OF = date(2026, 11, 22)
GRAVE = (Severity.FATAL, Severity.MAJOR)


def main(corpus: Path) -> None:
    """Check every dossier below `dossiers/` and every decision below `decisions/pdf/`; print the grave defects and counts."""
    papers = sorted((corpus / "decisions" / "pdf").glob("*.pdf"))
    folders = sorted(p for p in (corpus / "dossiers").iterdir() if p.is_dir()) if (corpus / "dossiers").is_dir() else []
    report = check([*papers, *folders], Settings(as_of=AS_OF, jobs=2))
    tally: Counter[tuple[str, str]] = Counter()
    for case in report.cases:
        for result in case.results:
            tally[result.rule, result.outcome.value] += 1
        _print(case)
    print(
        f"\n{len(papers)} decisions, {len(folders)} folders: {len(report.cases)} dossiers, {len(report.failed)} files not read\n"
    )
    print(f"{'rule':<28}" + "".join(f"{outcome.value:>16}" for outcome in Outcome))
    for rule in sorted({code for code, _ in tally}):
        print(f"{rule:<28}" + "".join(f"{tally[rule, outcome.value]:>16}" for outcome in Outcome))


def _print(case: CaseReport) -> None:
    grave = [f for f in case.findings if f.outcome is Outcome.DEFECT and f.severity in GRAVE]
    if not grave:
        return
    print(f"\n# {case.path}")
    for finding in grave:
        print(f"  [{finding.severity.value}] {finding.rule}: {finding.message.zh}")
        if finding.working:
            print(f"      {finding.working.zh}")
        for quote in finding.evidence[:3]:
            print(f"      p. {quote.place.page} “{' '.join(quote.text.split())[:120]}”")
