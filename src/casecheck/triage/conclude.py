"""审核结论: the verdict on each principle and the conclusion on the dossier.

市场监督管理行政处罚程序规定 第五十四条: 同意, 建议纠正, 建议补充调查.
"""

from collections.abc import Iterable, Mapping, Sequence

from casecheck.model.rule import Rule
from casecheck.model.verdict import Cause, Finding, Outcome, Principle, RuleResult, Severity
from casecheck.model.words import Words

SIDES = {
    Principle.FACTS: Words(zh="事实", en="fact"),
    Principle.EVIDENCE: Words(zh="证据", en="evidence"),
    Principle.PROCEDURE: Words(zh="程序", en="procedure"),
    Principle.HANDLING: Words(zh="处理", en="handling"),
}
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
            zh="未作结论：只就对外文书检查，未看案卷内部材料。",
            en="Not concluded: only papers sent to the party were looked at, not the internal papers of the case.",
        )
    if not whole:
        return None, Words(
            zh="未作结论：只检查了部分规则。", en="Not concluded: only part of the rules of the checklist was checked."
        )
    if results and all(r.outcome is Outcome.UNDETERMINED and not r.findings for r in results):
        return None, Words(
            zh="未作结论：案卷未能读取，未作检查。", en="Not concluded: nothing could be read or checked."
        )
    grave = [f for f in findings if f.severity in (Severity.FATAL, Severity.MAJOR)]
    failed = {f.principle for f in grave if f.outcome is Outcome.DEFECT}
    inquiry = [p for p in (Principle.FACTS, Principle.EVIDENCE) if p in failed]
    mend = [p for p in (Principle.PROCEDURE, Principle.HANDLING) if p in failed]
    if inquiry or mend:
        parts = []
        if inquiry:
            parts.append(_part(inquiry, Words(zh="建议补充调查", en="supplementary investigation suggested")))
        if mend:
            parts.append(_part(mend, Words(zh="建议纠正", en="correction suggested")))
        said = Words(zh="；".join(p.zh for p in parts) + "。", en="; ".join(p.en for p in parts).capitalize() + ".")
        return "supplement" if inquiry else "correct", said
    unsettled = _unsettled(grave, results)
    if unsettled:
        codes = ", ".join(unsettled)
        return None, Words(
            zh=f"未作结论：{len(unsettled)}项重要检查无法判断（{codes}）。",
            en=f"Not concluded: {len(unsettled)} important checks could not be judged ({codes}).",
        )
    asked = len({f.rule for f in grave if f.outcome is Outcome.UNDETERMINED})
    return "agree", Words(
        zh="同意：未发现重大缺陷" + (f"；{asked}项待人工判断。" if asked else "。"),
        en="Agreed: no grave defect was found" + (f"; {asked} left to a person's judgement." if asked else "."),
    )


def _part(principles: Sequence[Principle], advice: Words) -> Words:
    """What is advised, and the sides of the case it concerns."""
    sides = [SIDES[p] for p in principles]
    return Words(
        zh=f"{advice.zh}（{'、'.join(s.zh for s in sides)}方面有缺陷）",
        en=f"{advice.en} (defects of {' and '.join(s.en for s in sides)})",
    )


def _unsettled(grave: Sequence[Finding], results: Sequence[RuleResult]) -> list[str]:
    """Codes of grave checks that are undetermined for a cause that a person cannot settle by judging."""
    shown = {f.rule for f in grave if f.outcome is Outcome.UNDETERMINED and f.cause not in OPEN_TO_JUDGEMENT}
    silent = {r.rule for r in results if r.outcome is Outcome.UNDETERMINED and not r.findings}
    return sorted(shown | silent)
