"""公示文本: whether what was published is what was served, and whether the summary fits the decision."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import known, running, settle, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.docno import find_numbers, normalise
from casecheck.text.identifiers import normalise_name, visible_match
from casecheck.text.money import find_money, format_yuan

PUBLISHED, DECISION = "公示", "行政处罚决定书"
_SENTENCE = re.compile(r"[^。；]{16,400}[。；]?")
_MASK = re.compile(r"[*×Xx某●■□_＊]+")
_CLOSE = 0.85
"""How alike a published sentence and one of the decision must be to be taken for the same one."""


@predicate("published_as_served")
def published_as_served(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether sentences of the published text stand in the decision that was served, apart from what is hidden.

    公示规定 第七条. Only a published text that repeats sentences of the decision is compared; words left out or masked do
    not count.
    """
    del law, arguments
    decision = next(iter(case.documents(DECISION)), None)
    published = case.documents(PUBLISHED)
    if decision is None or not published:
        return settle((), (Missing(name=DECISION if decision is None else PUBLISHED, cause=Cause.DOCUMENT_MISSING),))
    served = [m.group() for m in _SENTENCE.finditer(running(decision).text)]
    violations: list[Violation] = []
    compared = False
    for paper in published:
        said = running(paper)
        for found in _SENTENCE.finditer(said.text):
            near = get_close_matches(found.group(), served, n=1, cutoff=_CLOSE)
            if not near:
                continue
            compared = True
            change = _changed(near[0], found.group())
            if change:
                start = running(decision).text.find(near[0])
                quotes = (said.quote(*found.span()), running(decision).quote(start, start + len(near[0])))
                params = (("served", change[0]), ("published", change[1]))
                violations.append(Violation(quotes=quotes, params=params, key=f"{change[0]} {change[1]}"))
    if not compared:
        return Answer(truth=True, moot=True)
    return settle(violations)


def _changed(served: str, published: str) -> tuple[str, str] | None:
    """The first words that were replaced or added, which is no hiding."""
    for tag, a, b, c, d in SequenceMatcher(None, served, published, autojunk=False).get_opcodes():
        put = published[c:d]
        if tag in ("equal", "delete") or not _MASK.sub("", put) or a == 0:  # a == 0: a heading before the sentence
            continue
        return served[max(0, a - 6) : b + 6], published[max(0, c - 6) : d + 6]
    return None


@predicate("summary_fits")
def summary_fits(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the summary gives the number, the authority and the sums of the decision (公示规定 第四条)."""
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in case.documents(PUBLISHED):
        if not any(case.named(f"{PUBLISHED}.{field}", paper.id) for field in ("决定书文号", "处罚内容", "机关")):
            cause = Cause.UNREADABLE if unread(case, paper) else Cause.NOT_FOUND
            gaps.append(Missing(name=f"{PUBLISHED}.决定书文号", cause=cause, looked=(paper.id,)))
            continue
        violations.extend(_number(case, paper))
        violations.extend(_agency(case, paper))
        violations.extend(_sums(case, paper))
    if not case.documents(PUBLISHED):
        gaps.append(Missing(name=PUBLISHED, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps)


def _number(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    own = {normalise(d.number) for form in (DECISION, "当场行政处罚决定书") for d in case.documents(form) if d.number}
    for fact in known(case, f"{PUBLISHED}.决定书文号", paper.id):
        printed = [normalise(n.raw) for n in find_numbers(str(fact.value))]
        if own and len(printed) == 1 and printed[0] not in own:
            params = (("published", str(fact.value)), ("decided", "、".join(sorted(own))))
            yield Violation(facts=(fact,), variant="number", params=params, key="number")


def _agency(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    signed = known(case, f"{DECISION}.落款机关")
    for fact in known(case, f"{PUBLISHED}.机关", paper.id):
        names = [(normalise_name(str(fact.value)), normalise_name(str(s.value))) for s in signed]
        if names and not any(a in b or b in a or visible_match(a, b) for a, b in names):
            params = (("published", str(fact.value)), ("decided", str(signed[0].value)))
            yield Violation(facts=(fact, signed[0]), variant="agency", params=params, key="agency")


def _sums(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    """Sums of the published penalty that the decision prints nowhere."""
    decision = next(iter(case.documents(DECISION)), None) or next(iter(case.documents("当场行政处罚决定书")), None)
    if decision is None:
        return
    decided = {a.fen for a in find_money(running(decision).text)}
    for fact in known(case, f"{PUBLISHED}.处罚内容", paper.id):
        strange = [a.fen for a in find_money(str(fact.value)) if a.fen not in decided]
        if strange and decided:
            params = (("published", format_yuan(strange[0])),)
            yield Violation(facts=(fact,), params=params, key="sum")
