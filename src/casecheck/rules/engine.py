"""A checklist put to a case: every rule ends in exactly one outcome."""

from collections.abc import Sequence
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Conflicting, Known
from casecheck.model.rule import Checklist, Rule
from casecheck.model.verdict import Answer, Cause, Finding, Missing, Outcome, Principle, RuleResult
from casecheck.model.words import Words
from casecheck.rules.conditions import answer
from casecheck.rules.context import Context, day_of, decision_day
from casecheck.rules.findings import Reservation, findings_of, undetermined
from casecheck.rules.logic import every
from casecheck.rules.presence import paper_present
from casecheck.text.docno import find_numbers

STAGES = ("investigation", "review", "decision", "closing")
"""Stages of a case in their order."""

_STAGE_WORDS = {
    "investigation": Words(zh="调查", en="investigation"),
    "review": Words(zh="审核", en="review"),
    "decision": Words(zh="决定", en="decision"),
    "closing": Words(zh="结案", en="closing"),
}
_PROCEDURE = "案件.程序种类"
_SIGNED = (".日期", ".批准日期", ".审核日期", ".送达日期")
"""What the days are called on which a paper was made or served."""
_DECISIONS = ("行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书")


def evaluate(checklist: Checklist, case: CaseFacts, law: LawBook, as_of: date) -> tuple[RuleResult, ...]:
    """The result of every rule of the checklist, in its order. `as_of` is the day that counts as today."""
    return tuple(evaluate_rule(rule, case, law, as_of) for rule in checklist.rules)


def evaluate_rule(rule: Rule, case: CaseFacts, law: LawBook, as_of: date) -> RuleResult:
    """The result of one rule.

    In this order: in force on the day that matters to it, its stage reached, its procedure, `when`, the papers it
    requires, its check (which may find nothing to look at).
    """
    context = Context(case=case, law=law, rule=rule, as_of=as_of, day=_day(rule, case, as_of), judge=answer)
    reason = _out_of_place(rule, case, context.day)
    if reason is not None:
        return RuleResult(rule=rule.code, outcome=Outcome.NOT_APPLICABLE, reason=reason)
    applies = answer(rule.when, context.asking()) if rule.when is not None else Answer(truth=True)
    if applies.truth is False:
        reason = Words(zh="本案没有该规则适用的情形", en="the case has nothing that the rule applies to")
        return RuleResult(rule=rule.code, outcome=Outcome.NOT_APPLICABLE, reason=reason, used=applies.used)
    if applies.truth is None:
        return _undetermined(applies, context)
    needed = every([paper_present(form, context) for form in rule.requires])
    if needed.truth is not True:
        return _undetermined(needed, context)
    checked = answer(rule.check, context)
    findings = findings_of(checked, context, _reservation(rule, case))
    if checked.moot and checked.truth is True and not findings:
        reason = Words(zh="文书中没有可供核对的内容", en="the papers have nothing that could be checked")
        return RuleResult(rule=rule.code, outcome=Outcome.NOT_APPLICABLE, reason=reason, used=checked.used)
    return RuleResult(
        rule=rule.code,
        outcome=_gravest(findings),
        findings=findings,
        used=tuple(dict.fromkeys((*applies.used, *checked.used))),
    )


def _day(rule: Rule, case: CaseFacts, as_of: date) -> date:
    """The day whose law counts: that of the act the rule is about (`valid.on`), else of the decision, else `as_of`.

    A decision on which no day was read was made about the day of the last paper that bears one, not today. Where the act was done more than once, a day on which the rule was in force: a case that straddles a change of the law
    is judged part by part.
    """
    for name in rule.valid_on:
        slot = case.slot(name)
        days = (
            [day_of(f) for f in slot.facts if isinstance(f.value, date)]
            if isinstance(slot, Known | Conflicting)
            else []
        )
        if days:
            return max((day for day in days if _in_force(rule, day)), default=days[0])
    return decision_day(case) or _last_signed(case, as_of) or as_of


def _last_signed(case: CaseFacts, as_of: date) -> date | None:
    """The last day on which a paper of a decided case was signed, approved or served; None where no decision is there.

    The number of the decision tells the year before which it was not made.
    """
    if not any(case.documents(form) for form in _DECISIONS):
        return None
    days = [day_of(f) for f in case.facts if f.name.endswith(_SIGNED) and isinstance(f.value, date)]
    for number in (f for form in _DECISIONS for f in case.named(f"{form}.文号")):
        days.extend(date(n.year, 1, 1) for n in find_numbers(str(number.value)) if n.year)
    return max((day for day in days if day <= as_of), default=None)


def _in_force(rule: Rule, day: date) -> bool:
    return (rule.valid_from or date.min) <= day <= (rule.valid_to or date.max)


def _out_of_place(rule: Rule, case: CaseFacts, day: date) -> Words | None:
    """Why the rule does not apply whatever the papers say; None when it does."""
    if not _in_force(rule, day):
        return Words(zh=f"该规则在 {day} 不施行", en=f"the rule is not in force on {day}")
    if STAGES.index(case.stage) < STAGES.index(rule.stage):
        due = _STAGE_WORDS[rule.stage]
        return Words(zh=f"尚未到{due.zh}阶段", en=f"not due before the stage of {due.en}")
    if rule.procedures and case.procedure is not None and case.procedure not in rule.procedures:
        return Words(
            zh=f"不适用于{case.procedure}程序", en=f"does not apply to this kind of procedure ({case.procedure})"
        )
    return None


def _reservation(rule: Rule, case: CaseFacts) -> Reservation | None:
    """Why this rule may at most raise a question about this case."""
    if rule.principle is Principle.RISK or rule.verified == "false":
        return Reservation(cause=Cause.NEEDS_JUDGEMENT)
    if rule.procedures and case.procedure is None:
        return Reservation(cause=Cause.NOT_FOUND, missing=(Missing(name=_PROCEDURE, cause=Cause.NOT_FOUND),))
    return None


def _undetermined(lacking: Answer, context: Context) -> RuleResult:
    finding = undetermined(lacking.missing, lacking.used, lacking.working, context)
    return RuleResult(
        rule=context.rule.code,
        outcome=Outcome.UNDETERMINED,
        findings=(finding,),
        used=lacking.used,
    )


def _gravest(findings: Sequence[Finding]) -> Outcome:
    outcomes = {finding.outcome for finding in findings}
    if Outcome.DEFECT in outcomes:
        return Outcome.DEFECT
    return Outcome.UNDETERMINED if outcomes else Outcome.PASS
