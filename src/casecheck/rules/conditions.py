"""What a condition says of a case: the tree walked, each test put to its kind, recited values held back."""

from dataclasses import replace

from casecheck.model.fact import Fact
from casecheck.model.rule import Condition, Every, Negation, Test
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.context import Context, recited
from casecheck.rules.kinds import COMPOSITE, KINDS
from casecheck.rules.logic import either, every, negated


def answer(condition: Condition, context: Context) -> Answer:
    """What a condition says of the case. Never raises: a test that fails answers None with the cause `error`."""
    if isinstance(condition, Test):
        return _test(condition, context)
    if isinstance(condition, Negation):
        return negated(answer(condition.part, context))
    parts = [answer(part, context) for part in condition.parts]
    return every(parts) if isinstance(condition, Every) else either(parts)


def _test(test: Test, context: Context) -> Answer:
    kind = KINDS.get(test.kind)
    if kind is None:
        return failed(f"unknown kind {test.kind}")
    try:
        given = kind(test.arguments, context)
    except Exception as error:  # a fault of one test must not hide what the others find
        return failed(type(error).__name__)
    return _doubted(given, context) if context.deciding and test.kind not in COMPOSITE else given


def failed(what: str) -> Answer:
    """Cannot tell, because the check itself failed; `what` is the type of the exception."""
    working = Words(zh=f"检查本身出错：{what}", en=f"the check itself failed: {what}")
    return Answer(truth=None, missing=(Missing(name=what, cause=Cause.ERROR),), working=working)


def _doubted(given: Answer, context: Context) -> Answer:
    """The answer when recited values prove nothing: neither a pass nor a defect may rest on what one paper tells of another."""
    certain = tuple(v for v in given.violations if v.cause is None)
    rests_on = tuple(f for v in certain for f in v.facts) if given.truth is False and certain else given.used
    missing = tuple(_not_in_hand(fact, context) for fact in recited(rests_on))
    if given.truth is None or not missing:
        return given
    violations = tuple(_doubtful(v, context) for v in given.violations)
    if given.truth is False and not violations:
        violations = (Violation(facts=given.used, working=given.working, cause=missing[0].cause),)
    sure = given.truth is False and any(v.cause is None for v in violations)
    return replace(
        given,
        truth=False if sure else None,
        missing=tuple(dict.fromkeys((*given.missing, *missing))),
        violations=violations,
    )


def _doubtful(violation: Violation, context: Context) -> Violation:
    hearsay = recited(violation.facts)
    if not hearsay or violation.cause is not None:
        return violation
    return replace(violation, cause=_not_in_hand(hearsay[0], context).cause)


def _not_in_hand(fact: Fact, context: Context) -> Missing:
    """A recited value lacks its own paper (which an unread page may be), or its own paper lacks the value."""
    form = fact.name.partition(".")[0]
    papers = () if fact.name.endswith(".送达日期") else context.case.documents(form)
    hidden = context.case.scope == "dossier" and bool(context.case.unread())
    cause = Cause.NOT_FOUND if papers else Cause.UNREADABLE if hidden else Cause.DOCUMENT_MISSING
    return Missing(name=fact.name, cause=cause, looked=tuple(d.id for d in papers))
