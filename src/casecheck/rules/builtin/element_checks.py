"""构成要件的认定和证明: each element of the violation is found, has evidence, and the papers agree on the quantities."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from casecheck.law.book import LawBook
from casecheck.model.elements import Disagreement, Element, Elements, ElementState, Matrix
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.provisions import citation
from casecheck.rules.builtin.reading import lacking, opening, settle, text, texts, title_of, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits, own_words
from casecheck.rules.elements.claims import comparable, disagreements
from casecheck.rules.elements.matrix import FINDING, elements

_KNOWING = re.compile(r"明知|应知|应当知道|知道或者")
_FAULT = re.compile(r"知道|应知|主观|故意|过失|过错|疏忽")


@predicate("elements_found")
def elements_found(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether report or decision states each needed element of the violation, of the `sorts` given.

    Words decide, so what is not seen is a question. A provision that punishes only who knew (明知) wants knowledge found.
    """
    worked = elements(case, law)
    violations = [
        *_not_told(worked),
        *(v for matrix in worked.matrices for v in _unfound(case, matrix, texts(arguments, "sorts"))),
        *_unknowing(case, law, worked),
    ]
    if not worked.matrices and not worked.unknown:
        return settle((), _uncited(case, arguments))
    used = [fact for matrix in worked.matrices for fact in matrix.cited]
    return settle(violations, (), used)


def _uncited(case: CaseFacts, arguments: Json) -> tuple[Missing, ...]:
    """Why no kind of violation could be told."""
    name = text(arguments, "cited")
    return lacking(case, name) or (Missing(name=name, cause=Cause.NEEDS_JUDGEMENT),)


def _not_told(worked: Elements) -> Iterator[Violation]:
    """Cited provisions without a table of elements."""
    for fact, why in worked.unknown:
        yield Violation(
            facts=(fact,),
            variant="unknown",
            params=(("provision", str(fact.value)),),
            working=why,
            severity=Severity.ADVISORY,
            cause=Cause.NEEDS_JUDGEMENT,
            key=f"unknown {fact.value}",
        )


def _unfound(case: CaseFacts, matrix: Matrix, sorts: Iterable[str]) -> Iterator[Violation]:
    papers = [d for form in FINDING for d in case.documents(form)]
    wanted = set(sorts)
    for element in matrix.elements:
        if element.needed and not element.found and element.sort in wanted and papers:
            yield Violation(
                facts=matrix.cited,
                quotes=tuple(q for paper in papers for q in opening(paper)),
                params=_params(matrix, element),
                cause=Cause.NEEDS_JUDGEMENT,
                key=f"{matrix.name} {element.name}",
            )


def _params(matrix: Matrix, element: Element) -> tuple[tuple[str, str], ...]:
    return (("kind", matrix.name), ("element", element.name))


def _unknowing(case: CaseFacts, law: LawBook, worked: Elements) -> Iterator[Violation]:
    """Cited provisions that punish only who knew, where no paper finds knowledge."""
    cited = [fact for form in FINDING for fact in case.named(f"{form}.处罚依据")]
    papers = [d for form in FINDING for d in case.documents(form)]
    if any(_FAULT.search(own_words(paper).text) for paper in papers):
        return
    for fact in cited:
        provision = citation(fact)
        found = law.penalties.find(provision) if provision else ()
        knowing = [p for p in found if p.precondition and _KNOWING.search(p.precondition)]
        if knowing and len(knowing) == len(found):
            yield Violation(
                facts=(fact,),
                variant="knowing",
                params=(("provision", str(fact.value)), ("needed", knowing[0].precondition or "")),
                cause=Cause.NEEDS_JUDGEMENT,
                key=f"knowing {fact.value}",
            )


@predicate("elements_evidenced")
def elements_evidenced(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each needed element has evidence in the file, not only what people said.

    Whether the evidence suffices is never answered; one that nothing shows, or nothing but statements, is a question.
    """
    worked = elements(case, law)
    if not worked.matrices:
        if worked.unknown:
            return settle(list(_not_told(worked)), ())
        return settle((), _uncited(case, arguments))
    cause = unproven(case)
    if cause is Cause.DOCUMENT_MISSING:
        return settle((), (Missing(name="证据材料", cause=cause),))
    hidden = any(e.needed and e.state is ElementState.NOT_READ for m in worked.matrices for e in m.elements)
    violations = [
        _weak(matrix, element)
        for matrix in worked.matrices
        for element in matrix.elements
        if element.needed and (element.state is ElementState.UNSUPPORTED or element.only_said)
    ]
    used = [fact for matrix in worked.matrices for fact in matrix.cited]
    return settle(violations, _unread(case) if hidden else (), used)


def _unread(case: CaseFacts) -> tuple[Missing, ...]:
    """What was not read, where the evidence that lacks may stand: papers with unread pages, else files of no paper."""
    papers = [d for d in case.dossier.documents if unread(case, d)]
    named = tuple(Missing(name=title_of(case, d.id), cause=Cause.UNREADABLE, looked=(d.id,)) for d in papers)
    return named or (Missing(name="证据材料", cause=Cause.UNREADABLE),)


def _weak(matrix: Matrix, element: Element) -> Violation:
    quotes = tuple(cell.quote for cell in (*element.cells, *element.found))
    papers = "、".join(dict.fromkeys(cell.paper for cell in element.cells))
    return Violation(
        facts=() if quotes else matrix.cited,
        quotes=quotes,
        variant="said" if element.only_said else "",
        params=(*_params(matrix, element), ("papers", papers)),
        severity=Severity.MAJOR if element.only_said else None,
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"{matrix.name} {element.name}",
    )


@predicate("several_sources")
def several_sources(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each needed element of the `sorts` given rests on more than one paper of evidence.

    Moot where no table of elements applies; that an element lacks evidence altogether is said by another check.
    """
    wanted = set(texts(arguments, "sorts"))
    matrices = elements(case, law).matrices
    needed = [(m, e) for m in matrices for e in m.elements if e.needed and e.sort in wanted]
    thin = [_weak(m, e) for m, e in needed if e.state is ElementState.SINGLE_SOURCE]
    gaps: tuple[Missing, ...] = ()
    if any(e.state is ElementState.NOT_READ for _, e in needed):
        alone = unproven(case) is Cause.DOCUMENT_MISSING
        gaps = (Missing(name="证据材料", cause=Cause.DOCUMENT_MISSING),) if alone else _unread(case)
    return settle([replace(one, variant="", severity=None) for one in thin], gaps, moot=not needed)


@predicate("evidence_agrees")
def evidence_agrees(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the papers of evidence among `papers` count the same goods alike, or a paper among `explained` says why not.

    Only a difference that report and decision pass over is told, as a question: what each paper counts is for a person to say.
    """
    del law
    papers, roles = texts(arguments, "papers"), texts(arguments, "roles")
    differing = disagreements(case, papers, roles)
    words = re.compile("|".join(map(re.escape, texts(arguments, "words"))))
    told = list(hits(words, (d for form in texts(arguments, "explained") for d in case.documents(form))))
    open_ = [d for d in differing if not any(_figure_in(d, hit.clause) for hit in told)]
    violations = [
        Violation(
            quotes=d.quotes,
            params=(("zh", d.said.zh), ("en", d.said.en)),
            cause=Cause.NEEDS_JUDGEMENT,
            key=d.said.zh,
        )
        for d in open_
    ]
    compared = comparable(case, papers, roles)
    cause = None if compared else unproven(case)
    gaps = _unread(case) if cause is Cause.UNREADABLE else (Missing(name="证据材料", cause=cause),) if cause else ()
    return settle(violations, gaps, moot=not compared)


def _figure_in(disagreement: Disagreement, clause: str) -> bool:
    """Whether a clause that explains a difference names one of the figures."""
    figures = re.findall(r"\d+(?=[\u4e00-\u9fff])", disagreement.said.zh)
    return any(figure in clause for figure in figures)
