"""查封扣押物品移送: seized goods go to the police with the case, and the party is told."""

import re
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import due
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, lacking, opening, running, settle, text, unproven
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.seizure import ORDER
from casecheck.text.dates import find_dates

MOVED = "查封/扣押物品移送告知书"
_HEAD = 40
"""A paper tells what it is in its first words."""
_RECEIVED = re.compile(r"收(?:到|文|件)(?:日期|时间)|签收")
_OPENED = re.compile(r"立案(?:告知书|通知书|决定书)")


@predicate("handed_to_the_police")
def handed_to_the_police(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether seized goods went with the case to the police, in `limit` after they opened it, and the party was told.

    行政强制法 第二十一条, 移送规定 第十二条. The day on which the notice of the police came in is rarely told: lateness counted
    from the day of the notice is a question.
    """
    opened = _opened(case)
    if not case.documents(MOVED):
        return _not_told(case, opened)
    dated = min(known(case, f"{MOVED}.日期"), key=day, default=None)
    if dated is None:
        return settle((), lacking(case, f"{MOVED}.日期"))
    return (
        settle((), (), (dated,))
        if opened is None
        else _in_time(dated, opened, law, text(arguments, "limit").removeprefix("$"))
    )


def _in_time(dated: Fact, opened: tuple[date, Quote, bool], law: LawBook, name: str) -> Answer:
    limit = law.limits.on(name, opened[0])
    if limit is None or limit.length is None:
        return settle((), (Missing(name=f"${name}", cause=Cause.NEEDS_JUDGEMENT),))
    ends = due(opened[0], limit.length, law.calendar)
    if ends.latest is None or day(dated) <= ends.latest:
        return settle((), (), (dated,), ends.working)
    params = (("opened", opened[0].isoformat()), ("moved", day(dated).isoformat()), ("due", ends.latest.isoformat()))
    sure = opened[2]
    late = Violation(
        facts=(dated,),
        quotes=(opened[1],),
        variant="received" if sure else "late",
        params=params,
        cause=None if sure else Cause.NEEDS_JUDGEMENT,
        key="late",
    )
    return settle([late], (), (dated,), ends.working)


def _not_told(case: CaseFacts, opened: tuple[date, Quote, bool] | None) -> Answer:
    """No paper tells the party; until the police have opened the case the goods may still be held."""
    cause = unproven(case)
    if cause is not None:
        return settle((), (Missing(name=MOVED, cause=cause),))
    if opened is None:
        order = next(iter(case.documents(ORDER)), None)
        quotes = opening(order) if order else ()
        return settle([Violation(quotes=quotes, variant="waiting", cause=Cause.NEEDS_JUDGEMENT)])
    return settle([Violation(quotes=(opened[1],), params=(("opened", opened[0].isoformat()),))])


def _opened(case: CaseFacts) -> tuple[date, Quote, bool] | None:
    """The day of the paper by which the police tell that they opened the case, its title, and whether it tells its receipt.

    The last day printed is that of the receipt where one is noted, else that of the paper.
    """
    for paper in case.dossier.documents:
        body = running(paper)
        named = _OPENED.search(body.text)
        if paper.form is None and named and named.start() < _HEAD and "公安" in body.text:
            days = [d.value for d in find_dates(body.text) if d.value]
            if days:
                return days[-1], body.quote(*named.span()), bool(_RECEIVED.search(body.text))
    return None
