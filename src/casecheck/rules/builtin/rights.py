"""权利告知: what the first record made with the party must say (程序规定 第二十一条第二款)."""

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, running, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate


@predicate("rights_told_first")
def rights_told_first(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a record of the first day tells all of `words`; `starts` are the facts with the beginning of the records.

    Records of the same day count together: officers often inspect first and question at once. A record whose beginning is not
    known may be the first one, so the answer stays open unless it tells the rights itself.
    """
    del law
    words = texts(arguments, "words")
    dated: list[tuple[Fact, CaseDocument]] = []
    undated: list[CaseDocument] = []
    for name in texts(arguments, "starts"):
        for paper in case.documents(name.split(".")[0]):
            start = known(case, name, paper.id)
            if start:
                dated.append((start[0], paper))
            else:
                undated.append(paper)
    if not dated:
        return settle((), tuple(Missing(name=n, cause=Cause.NOT_FOUND) for n in texts(arguments, "starts")))
    first = min(day(f) for f, _ in dated)
    papers = [(f, p) for f, p in dated if day(f) == first]
    told = [f for f, p in papers if all(w in running(p).text for w in words)]
    if told:
        return settle((), (), told)
    gaps = [
        Missing(name=title_of(case, p.id), cause=Cause.UNREADABLE, looked=(p.id,)) for _, p in papers if unread(case, p)
    ]
    gaps += [Missing(name=title_of(case, p.id), cause=Cause.NOT_FOUND, looked=(p.id,)) for p in undated]
    if case.unread():  # an earlier record may be among what was not read
        gaps.append(Missing(name=title_of(case, papers[0][1].id), cause=Cause.UNREADABLE, looked=(papers[0][1].id,)))
    if gaps:
        return settle((), gaps)
    fact, paper = papers[0]
    lacking = "、".join(w for w in words if w not in running(paper).text)
    said = (("paper", title_of(case, paper.id)), ("day", first.isoformat()), ("lacking", lacking))
    return settle((Violation(facts=(fact,), params=said, key=paper.id),))
