"""`apart: {dates: A, at_least: $名称 | at_most: $名称, whose: …}`: the time between one day under a name and the next."""

from itertools import pairwise

from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing
from casecheck.rules.arguments import mapping, text
from casecheck.rules.context import Context, Reading, day_of, unknown
from casecheck.rules.logic import every
from casecheck.rules.periods import Period, Side, check_period

NAME = "apart"


def evaluate(arguments: Json, context: Context) -> Answer:
    """The days of all papers in their order, each against the next. One day alone has nothing to be compared with."""
    given = mapping(arguments)
    reading = context.read(text(arguments, "dates"))
    days = _days(reading)
    if len(days) < 2:
        alone = Missing(name=reading.name, cause=Cause.NOT_FOUND, looked=tuple(f.document for f in days if f.document))
        return unknown(reading) if reading.missing else Answer(truth=None, used=tuple(days), missing=(alone,))
    least = "at_least" in given
    written: Json = {
        "from": reading.name,
        "length": given["at_least" if least else "at_most"],
        "whose": given.get("whose"),
    }
    side: Side = "after_end" if least else "in_time"
    period = Period.of(written)
    return every([check_period(period, first, second, side, context) for first, second in pairwise(days)])


def _days(reading: Reading) -> list[Fact]:
    """One fact for each day, in their order."""
    by_day = {day_of(fact): fact for fact in reversed(reading.facts)}
    return [by_day[day] for day in sorted(by_day)]
