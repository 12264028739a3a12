"""`clock: 名称`: the period of that name in the ledger (期限账本) was kept, however often it ran in the case."""

from dataclasses import replace

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.clocks.kept import kept
from casecheck.rules.context import Context

NAME = "clock"


def evaluate(arguments: Json, context: Context) -> Answer:
    """The answer of the period; a variant for which the rule has no message takes the main one."""
    if not isinstance(arguments, str):
        raise TypeError(f"expected the name of a period, not {arguments!r}")
    answer = kept(arguments, context.case, context.law)
    return replace(answer, violations=tuple(_said(v, context) for v in answer.violations))


def _said(violation: Violation, context: Context) -> Violation:
    return violation if violation.variant in context.rule.messages else replace(violation, variant="")
