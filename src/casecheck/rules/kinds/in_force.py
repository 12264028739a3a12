"""`in_force: {citations: NAME | [NAMES], on: DATE}`: every cited provision exists in the version in force on that day."""

from datetime import date

from casecheck.law.statutes import Existence
from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.arguments import mapping, names, text
from casecheck.rules.context import Context, day_of, distinct, unknown
from casecheck.rules.logic import every
from casecheck.text.citations import find_citations

NAME = "in_force"

_OPEN = (Existence.UNKNOWN_STATUTE, Existence.UNKNOWN_VERSION, Existence.UNKNOWN_STRUCTURE)


def evaluate(arguments: Json, context: Context) -> Answer:
    """What the statute book does not hold, or was not counted from the text, is left to a person."""
    day = context.read(text(arguments, "on"))
    readings = [context.read(name) for name in names(mapping(arguments)["citations"])]
    facts = distinct(f for r in readings for f in r.facts)
    if not day.known or not facts:
        return unknown(day, *readings)
    hidden = [r for r in readings if not r.facts and r.missing and r.missing.cause is Cause.UNREADABLE]
    answers = [_cited(fact, day_of(day.known[0]), day.known[0], context) for fact in facts]
    return every([*answers, *([unknown(*hidden)] if hidden else [])])


def _cited(fact: Fact, on: date, day: Fact, context: Context) -> Answer:
    written = str(fact.value)
    name, _, rest = written.partition(" ")
    citations = find_citations(written if written.startswith("《") else f"《{name}》{rest}")
    if not citations:
        doubt = Violation(facts=(fact,), cause=Cause.NEEDS_JUDGEMENT, key=written, params=(("citation", written),))
        return Answer(truth=None, used=(fact, day), violations=(doubt,))
    verdict = context.law.statutes.check(citations[0], on)
    if verdict.status is Existence.EXISTS:
        return Answer(truth=True, used=(fact, day))
    doubtful = verdict.status in _OPEN or not verdict.counted
    wrong = Violation(
        facts=(fact,),
        variant=verdict.status.value,
        working=verdict.said,
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key=written,
        params=(("citation", written),),
    )
    return Answer(truth=None if doubtful else False, used=(fact, day), violations=(wrong,))
