"""查封、扣押的权限: whether a law or regulation that the decision cites gives the power to seize."""

from collections.abc import Iterator, Mapping
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.statutes import law_name
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.provisions import GENERAL, citation, titled
from casecheck.rules.builtin.reading import day, known, running, settle, text, texts, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.citations import Citation

_NO_POWER_KINDS = ("department_rule", "normative_document", "judicial_interpretation")
"""规章 and what ranks below it give no power to seize (行政强制法 第十条)."""


@predicate("power_to_seize")
def power_to_seize(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each `paper` cites a provision that gives the power to seize (行政强制法 第十条、第十六条).

    `powers` lists `{law, articles, from, to}`; `without` the laws that give none. A law in neither list is a question:
    local regulations may give the power, too.
    """
    form = text(arguments, "paper")
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for paper in case.documents(form):
        facts = known(case, f"{form}.引用条款", paper.id)
        cited = [(f, c) for f in facts if (c := citation(f)) is not None]
        dated = the(case, f"{form}.日期", paper.id)
        on = day(dated) if dated else None
        giving = [f for f, c in cited if any(_gives(law, p, c, on) for p in _powers(arguments))]
        used.extend(giving or facts)
        if giving:
            continue
        if unread(case, paper):
            gaps.append(Missing(name=f"{form}.引用条款", cause=Cause.UNREADABLE, looked=(paper.id,)))
        elif not cited or _named_unread(law, paper, cited, arguments):
            gaps.append(Missing(name=f"{form}.引用条款", cause=Cause.NOT_FOUND, looked=(paper.id,)))
        else:
            violations.append(_no_power(law, arguments, paper, cited))
    if not case.documents(form):
        gaps.append(Missing(name=form, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


def _no_power(law: LawBook, arguments: Json, paper: CaseDocument, cited: list[tuple[Fact, Citation]]) -> Violation:
    """What is wrong with citations of which none gives the power on that day."""
    powers = list(_powers(arguments))
    of_table = [(f, c) for f, c in cited if any(_plain(law, c) == p["law"] for p in powers)]
    unknown = [(f, c) for f, c in cited if _may_give(law, arguments, c) and (f, c) not in of_table]
    other_time = [(f, c) for f, c in of_table if any(_gives(law, p, c, None) for p in powers)]
    bare = [(f, c) for f, c in of_table if c.article is None]
    variant, cause, severity = "", None, None
    if other_time:
        variant, cause = "version", Cause.NEEDS_JUDGEMENT
    elif unknown or bare:
        variant, cause = "unknown", Cause.NEEDS_JUDGEMENT
    elif of_table:
        variant, severity = "article", Severity.MAJOR
    shown = other_time or unknown or bare or of_table or cited
    return Violation(
        facts=tuple(f for f, _ in shown),
        variant=variant,
        params=(("cited", "、".join(dict.fromkeys(titled(c) for _, c in shown))),),
        severity=severity,
        cause=cause,
        key=paper.number or paper.id,
    )


def _powers(arguments: Json) -> Iterator[Mapping[str, Json]]:
    listed = arguments.get("powers") if isinstance(arguments, dict) else None
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, dict):
            yield item


def _gives(law: LawBook, power: Mapping[str, Json], cited: Citation, on: date | None) -> bool:
    """Whether the provision gives the power; on a day that is not known, whether it does in some version."""
    articles = power.get("articles")
    if _plain(law, cited) != power.get("law") or not isinstance(articles, list) or cited.article not in articles:
        return False
    if on is None:
        return True
    since, until = power.get("from"), power.get("to")
    return (since is None or date.fromisoformat(str(since)) <= on) and (
        until is None or on <= date.fromisoformat(str(until))
    )


def _may_give(law: LawBook, arguments: Json, cited: Citation) -> bool:
    """Whether nothing is known that speaks against the provision giving the power."""
    name = _plain(law, cited)
    if name in GENERAL or name in texts(arguments, "without"):
        return False
    statute = law.statutes.find(cited.law)
    return statute is None or statute.kind not in _NO_POWER_KINDS


def _named_unread(law: LawBook, paper: CaseDocument, cited: list[tuple[Fact, Citation]], arguments: Json) -> bool:
    """Whether the paper names a law of the table of which no provision was read."""
    said = running(paper).text
    read = {_plain(law, c) for _, c in cited}
    return any(str(p["law"]) in said and p["law"] not in read for p in _powers(arguments))


def _plain(law: LawBook, cited: Citation) -> str:
    """The name of the cited law as the table has it, whatever short name the paper uses."""
    statute = law.statutes.find(cited.law)
    return statute.name if statute else law_name(cited.law)
