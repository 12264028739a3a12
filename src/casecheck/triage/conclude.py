"""审核结论: the verdict on each principle and the conclusion on the dossier.

市场监督管理行政处罚程序规定 第五十四条: 同意, 建议纠正, 建议补充调查.
"""

from collections.abc import Iterable, Mapping, Sequence

from casecheck.model.principles import PRINCIPLES
from casecheck.model.rule import Rule
from casecheck.model.verdict import Cause, Finding, Outcome, Principle, RuleResult, Severity
from casecheck.model.words import Words

GRAVEST_FIRST = (Outcome.DEFECT, Outcome.UNDETERMINED, Outcome.PASS, Outcome.NOT_APPLICABLE)
OPEN_TO_JUDGEMENT = (Cause.NEEDS_JUDGEMENT, Cause.NEEDS_IMAGE)


def verdicts(results: Iterable[RuleResult], rules: Mapping[str, Rule]) -> dict[Principle, Outcome]:
    """The gravest outcome among the rules of each principle; a principle without an applicable rule does not apply."""
    worst = dict.fromkeys(Principle, Outcome.NOT_APPLICABLE)
    for result in results:
        principle = rules[result.rule].principle
        worst[principle] = min(worst[principle], result.outcome, key=GRAVEST_FIRST.index)
    return worst


def conclude(
    findings: Sequence[Finding], results: Sequence[RuleResult], scope: str, *, whole: bool = True
) -> tuple[str | None, Words]:
    """The conclusion (`agree`, `correct`, `supplement`, None) and the sentence that says it and why."""
    if scope == "document":
        return None, Words(
            zh="未作结论：只有对外文书，没有案卷内部材料。",
            en="Not concluded: only papers sent to the party were given, not the internal papers of the case.",
        )
    if not whole:
        return None, Words(
            zh="未作结论：只检查了部分规则。", en="Not concluded: only part of the rules of the checklist was checked."
        )
    grave = [f for f in findings if f.severity in (Severity.FATAL, Severity.MAJOR)]
    failed = {f.principle for f in grave if f.outcome is Outcome.DEFECT}
    inquiry = [p for p in (Principle.FACTS, Principle.EVIDENCE) if p in failed]
    mend = [p for p in (Principle.PROCEDURE, Principle.HANDLING) if p in failed]
    if inquiry or mend:
        named = [PRINCIPLES[p] for p in (*inquiry, *mend)]
        reason_zh = "、".join(w.zh for w in named)
        reason_en = ", ".join(w.en for w in named)
        if inquiry:
            return "supplement", Words(
                zh=f"建议补充调查：涉及{reason_zh}。",
                en=f"Supplementary investigation suggested; concerns: {reason_en}.",
            )
        return "correct", Words(zh=f"建议纠正：涉及{reason_zh}。", en=f"Correction suggested; concerns: {reason_en}.")
    unsettled = _unsettled(grave, results)
    if unsettled:
        codes = ", ".join(unsettled)
        return None, Words(
            zh=f"未作结论：{len(unsettled)}项重要检查无法判断（{codes}）。",
            en=f"Not concluded: {len(unsettled)} important checks could not be judged ({codes}).",
        )
    return "agree", Words(zh="同意：未发现重大缺陷。", en="Agreed: no grave defect was found.")


def _unsettled(grave: Sequence[Finding], results: Sequence[RuleResult]) -> list[str]:
    """Codes of grave checks that are undetermined for a cause that a person cannot settle by judging."""
    shown = {f.rule for f in grave if f.outcome is Outcome.UNDETERMINED and f.cause not in OPEN_TO_JUDGEMENT}
    silent = {r.rule for r in results if r.outcome is Outcome.UNDETERMINED and not r.findings}
    return sorted(shown | silent)
