"""An answer as findings: defects with their words, doubts with what is lacking."""

from collections.abc import Sequence
from dataclasses import dataclass

from casecheck.model.fact import Fact
from casecheck.model.rule import Rule
from casecheck.model.verdict import Answer, Cause, Finding, Missing, Outcome, Principle, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.context import Context
from casecheck.rules.messages import defect_message, doubt_message, to_verify
from casecheck.rules.quotes import quotes_of

_GRAVITY = (
    Cause.ERROR,
    Cause.CONFLICTING,
    Cause.UNREADABLE,
    Cause.NOT_FOUND,
    Cause.DOCUMENT_MISSING,
    Cause.NEEDS_IMAGE,
    Cause.NEEDS_JUDGEMENT,
)
"""The cause that is told when there are several: first what someone must mend before anyone can judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """Why a rule may not call anything a defect, whatever its check says."""

    cause: Cause
    missing: tuple[Missing, ...] = ()


def gravest(causes: Sequence[Cause]) -> Cause:
    """The cause to tell; a person's judgement where none is given."""
    return min(causes, key=_GRAVITY.index, default=Cause.NEEDS_JUDGEMENT)


def findings_of(answer: Answer, context: Context, reservation: Reservation | None) -> tuple[Finding, ...]:
    """What the answer of the check means for the case.

    False: one finding for each violation, or one of the rule as a whole. None: the same, as doubts; beside them one for
    what is missing when that is graver than any of them. True: only the doubts that the check raised beside its answer.
    """
    violations = list(answer.violations)
    lacking = gravest([m.cause for m in answer.missing])
    if answer.truth is True:
        violations = [v for v in violations if v.cause is not None]
    elif answer.truth is False:
        violations = violations or [Violation(facts=answer.used, working=answer.working)]
    else:
        graver = [v for v in violations if _GRAVITY.index(v.cause or lacking) <= _GRAVITY.index(lacking)]
        if not violations or (answer.missing and not graver):
            violations.append(Violation(facts=answer.used, working=answer.working, cause=lacking))
    findings = [_finding(v, answer, context, lacking, reservation) for v in violations]
    # Several parts of a check may come to the same words about the same place: told once.
    once = {(f.outcome, f.cause, f.message, f.evidence, f.working): f for f in reversed(findings)}
    return tuple(reversed(once.values()))


def undetermined(
    missing: Sequence[Missing], used: tuple[Fact, ...], working: Words | None, context: Context
) -> Finding:
    """The one finding of a rule that could not be put to its check."""
    answer = Answer(truth=None, used=used, missing=tuple(missing), working=working)
    return findings_of(answer, context, None)[0]


def _finding(
    violation: Violation, answer: Answer, context: Context, lacking: Cause, reservation: Reservation | None
) -> Finding:
    rule = context.rule
    cause = violation.cause or (lacking if answer.truth is None else None)
    missing = answer.missing if cause is not None else ()
    judged = cause is Cause.NEEDS_JUDGEMENT and (not answer.missing or any(violation is v for v in answer.violations))
    own_words = cause is None or judged or bool(violation.variant)
    if cause is None and reservation is not None:
        cause, missing = reservation.cause, (*missing, *reservation.missing)
    facts = violation.facts or (() if violation.quotes else answer.used)
    cure_kind, cure = rule.cure_of(violation.variant)
    return Finding(
        rule=rule.code,
        title=rule.title,
        group=rule.group,
        principle=rule.principle,
        severity=Severity.ADVISORY if rule.principle is Principle.RISK else violation.severity or rule.severity,
        outcome=Outcome.DEFECT if cause is None else Outcome.UNDETERMINED,
        message=_message(violation, answer, context, cause, missing, own_words),
        basis=rule.basis,
        cure_kind=cure_kind,
        cure=cure,
        cure_step=rule.step_of(violation.variant),
        evidence=quotes_of(facts, context.case.dossier, violation.quotes),
        working=violation.working or (answer.working if len(answer.violations) < 2 else None),
        cause=cause,
        missing=missing,
        confidence=min((f.confidence for f in facts), default=1.0),
        key=violation.key,
        variant=violation.variant,
        corrections=tuple(sorted({f.correction for f in (*facts, *answer.used) if f.correction is not None})),
    )


def _message(
    violation: Violation,
    answer: Answer,
    context: Context,
    cause: Cause | None,
    missing: Sequence[Missing],
    own_words: bool,
) -> Words:
    """The words of the rule for a defect and for a question; a doubt for lack of something says what is lacking."""
    rule = context.rule
    if cause is not None and not own_words:
        return doubt_message(context, cause, missing)
    message = defect_message(violation, answer.used, context)
    return message if cause is None or _is_question(rule) else to_verify(message)


def _is_question(rule: Rule) -> bool:
    """A rule whose message is already put as a question."""
    return rule.principle is Principle.RISK or rule.level == "C"
