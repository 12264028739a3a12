"""未提出陈述申辩: a decision that tells of no statement, though one that came within the time is on file."""

from casecheck.law.book import LawBook
from casecheck.law.periods import Due, due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.notice import NOTICE
from casecheck.rules.builtin.reading import day, hearsay, known, lacking, settle, text, texts
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.statement import MADE, RECORD, STATEMENT, denials, papers, reviews
from casecheck.rules.builtin.wording import Hit

_SERVED = f"{NOTICE}.送达日期"
_DAYS = (MADE, f"{RECORD}.日期", f"{RECORD}.时间", f"{STATEMENT}.日期")


@predicate("statement_not_denied")
def statement_not_denied(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision does not tell of no statement where one came within `period` of the notice (程序规定 第六十二条).

    A statement that came late was not made in time, and the decision may say so. Where no paper (`papers` are the forms
    looked through) reviewed the statement, that is the graver defect and reported of it alone.
    """
    made, denied = papers(case), denials(case)
    if not made or not denied or not reviews(case, texts(arguments, "papers")):
        return settle((), (), (), moot=not made)
    served = [f for f in known(case, _SERVED) if not hearsay(f)]
    if not served:
        return settle((), lacking(case, _SERVED) or (Missing(name=_SERVED, cause=Cause.DOCUMENT_MISSING),))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in made:
        days = (f for name in _DAYS for f in known(case, name, paper.id) if not hearsay(f))
        dated = max(days, key=day, default=None)
        if dated is None:
            gaps.append(Missing(name=MADE, cause=Cause.NOT_FOUND, looked=(paper.id,)))
            continue
        told = max((f for f in served if day(f) <= day(dated)), key=day, default=None)
        ends = _ends(law, text(arguments, "period"), told)
        in_time = ends.met_by(day(dated)) if ends else None
        if told is not None and in_time is not False:
            violations.append(_denied(paper, (dated, told), ends, denied[0], sure=in_time is True))
    return settle(violations, gaps, served)


def _ends(law: LawBook, name: str, served: Fact | None) -> Due | None:
    length = period(law, name, day(served)) if served else None
    return due(day(served), length, law.calendar, "party") if served and length else None


def _denied(paper: CaseDocument, facts: tuple[Fact, Fact], ends: Due | None, denial: Hit, *, sure: bool) -> Violation:
    made_on = day(facts[0]).isoformat()
    return Violation(
        facts=facts,
        quotes=(denial.quote(),),
        variant="denied",
        params=(
            ("made", paper.title),
            ("on", made_on),
            ("clause", denial.match[0]),
        ),
        working=ends.working if ends else None,
        cause=None if sure else Cause.NOT_FOUND,
        key=f"denied {made_on}",
    )
