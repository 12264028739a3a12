"""新旧法交替: a text the case rests on changes close to the decision."""

from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import shifted
from casecheck.law.statutes import Statute
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.provisions import citation, is_ground
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts
from casecheck.rules.builtin.registry import predicate


@predicate("law_settled")
def law_settled(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no text that is a ground of the case begins, ends or changes within the period `within` of the day `on`.

    `on` names facts, the first known one counts; `grounds` are the facts with the cited provisions. One violation for each
    text, naming the day of the change nearest to the decision. Texts that the book does not hold say nothing.
    """
    names = texts(arguments, "on")
    decided = next((fact for name in names for fact in known(case, name)), None)
    if decided is None:
        return settle((), lacking(case, *names))
    limit = law.limits.on(text(arguments, "within").removeprefix("$"), day(decided))
    if limit is None or limit.length is None:
        return settle((), (Missing(name=text(arguments, "within"), cause=Cause.NOT_FOUND),))
    grounds = [fact for name in texts(arguments, "grounds") for fact in known(case, name)]
    changed: dict[str, Violation] = {}
    for fact in grounds:
        cited = citation(fact)
        statute = law.statutes.find(cited.law) if cited and is_ground(cited) else None
        if statute is None or statute.key in changed:
            continue
        near = [
            change
            for change in _changes(statute)
            if (end := shifted(min(change, day(decided)), limit.length)) is not None
            and max(change, day(decided)) <= end
        ]
        if near:
            changed[statute.key] = _told(statute, min(near, key=lambda c: abs((c - day(decided)).days)), decided, fact)
    return settle(tuple(changed.values()), (), (decided, *grounds))


def _changes(statute: Statute) -> Iterator[date]:
    """The first day of each version that follows another, and of the text itself; the last day of one without successor."""
    begins = [version.effective_from for version in statute.versions]
    yield from begins if statute.original else begins[1:]
    for version in statute.versions:
        ended = version.effective_to
        if ended is not None and not any(begin > ended for begin in begins):
            yield ended


def _told(statute: Statute, change: date, decided: Fact, cited: Fact) -> Violation:
    params = (("law", statute.name), ("change", change.isoformat()))
    return Violation(facts=(decided, cited), key=f"{statute.key}|{change}", params=params)
