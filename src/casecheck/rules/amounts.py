"""Values against bounds: sums of money, whole numbers, dates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.arguments import text
from casecheck.rules.context import Context, Reading, day_of, distinct, unknown
from casecheck.rules.logic import every
from casecheck.rules.shown import limit_words, shown_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One bound: its number (分, units, or the ordinal of a day), how it is shown, the facts it comes from."""

    number: int
    words: Words
    facts: tuple[Fact, ...] = ()
    verified: bool = True


def bounded(reading: Reading, least: Json, most: Json, context: Context) -> Answer:
    """Whether every value lies within the bounds; None where the value or a bound is not known."""
    if not reading.known:
        return unknown(reading)
    answers: list[Answer] = []
    for fact in distinct(reading.facts):
        for written, lower in ((least, True), (most, False)):
            if written is not None:
                bounds, missing = _bounds(written, fact, context)
                answers += (_held(fact, bound, lower) for bound in bounds)
                answers += (Answer(truth=None, used=(fact,), missing=(m,)) for m in missing)
    return every(answers)


def _held(fact: Fact, bound: Bound, lower: bool) -> Answer:
    number = _number(fact)
    holds = number >= bound.number if lower else number <= bound.number
    shown, relation = shown_value(fact), ("≥" if lower else "≤") if holds else ("<" if lower else ">")
    working = Words(zh=f"{shown.zh} {relation} {bound.words.zh}", en=f"{shown.en} {relation} {bound.words.en}")
    used = (fact, *bound.facts)
    if holds:
        return Answer(truth=True, used=used, working=working)
    cause = None if bound.verified else Cause.NEEDS_JUDGEMENT
    wrong = Violation(facts=used, key=fact.name, working=working, cause=cause, params=(("bound", bound.words.zh),))
    return Answer(truth=False if cause is None else None, used=used, working=working, violations=(wrong,))


def _bounds(written: Json, fact: Fact, context: Context) -> tuple[list[Bound], list[Missing]]:
    if isinstance(written, dict):
        other = context.read(text(written, "fact"))
        if not other.known:
            return [], [other.missing] if other.missing else []
        facts = [f for f in distinct(other.known) if f.document == fact.document] or list(distinct(other.known))
        return _multiples(written.get("times"), facts, context)
    if isinstance(written, str) and written.startswith("$"):
        limit = context.limit(written)
        number = None if limit is None else limit.amount if limit.amount is not None else _count(limit.length)
        if limit is None or number is None:
            return [], [Missing(name=written, cause=Cause.NOT_FOUND)]
        return [Bound(number=number, words=limit_words(limit), verified=limit.verified)], []
    return [_literal(written, fact)], []


def _multiples(times: Json, facts: list[Fact], context: Context) -> tuple[list[Bound], list[Missing]]:
    """Each value itself, or as many times of it as the legal value `times` says (rounded down to whole 分)."""
    if times is None:
        return [Bound(number=_number(f), words=shown_value(f), facts=(f,)) for f in facts], []
    limit = context.limit(str(times))
    if limit is None or limit.ratio is None:
        return [], [Missing(name=str(times), cause=Cause.NOT_FOUND)]
    bounds = []
    for fact in facts:
        shown = shown_value(fact)
        words = Words(zh=f"{limit.ratio:f} × {shown.zh}", en=f"{limit.ratio:f} × {shown.en}")
        number = int(limit.ratio * _number(fact))
        bounds.append(Bound(number=number, words=words, facts=(fact,), verified=limit.verified))
    return bounds, []


def _count(length: object) -> int | None:
    count = getattr(length, "count", None)
    return count if isinstance(count, int) else None


def _literal(written: Json, fact: Fact) -> Bound:
    shown = Words(zh=str(written), en=str(written))
    if fact.type == "money":
        return Bound(number=int(Decimal(str(written)) * 100), words=shown)
    if fact.type in ("date", "time"):
        return Bound(number=date.fromisoformat(str(written)).toordinal(), words=shown)
    return Bound(number=int(str(written)), words=shown)


def _number(fact: Fact) -> int:
    """The value as a number; TypeError for a text."""
    if isinstance(fact.value, date):
        return day_of(fact).toordinal()
    if isinstance(fact.value, int):
        return int(fact.value)
    raise TypeError(f"{fact.name} is neither a number nor a date")
