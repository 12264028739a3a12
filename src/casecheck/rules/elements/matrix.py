"""构成要件—证据矩阵: the elements of the violation as rows, the papers that show them as columns."""

from collections.abc import Iterable, Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.law.elements import OTHER_PAPERS, ElementTable, ElementTerm, ViolationTerm, Way
from casecheck.model.dossier import CaseDocument
from casecheck.model.elements import Disagreement, Element, Elements, ElementState, Matrix, MatrixCell
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import title_of, unread
from casecheck.rules.elements.claims import disagreements
from casecheck.rules.elements.kind import told
from casecheck.rules.elements.words import Names, party_names, shown_in

FINDING = ("案件调查终结报告", "行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书", "涉嫌犯罪案件移送书")
"""Papers that find an element; they are no evidence of it."""


def elements(case: CaseFacts, law: LawBook) -> Elements:
    """The matrices of a case, one for each kind of violation that its papers cite."""
    found = told(case, law)
    names = party_names(case)
    return Elements(
        matrices=tuple(_matrix(case, law.elements, kind, cited, names) for kind, cited in found.kinds),
        unknown=found.unknown,
    )


def _matrix(case: CaseFacts, table: ElementTable, kind: ViolationTerm, cited: tuple[Fact, ...], names: Names) -> Matrix:
    return Matrix(
        name=kind.name,
        title=kind.title,
        provisions=kind.provisions,
        cited=cited,
        elements=tuple(_element(case, table, term, names) for term in kind.elements),
    )


def _element(case: CaseFacts, table: ElementTable, term: ElementTerm, names: Names) -> Element:
    papers = tuple(_papers(case, term.papers))
    cells = tuple(_cells(case, papers, term.says, term.unless, names))
    differing = disagreements(case, term.papers, term.compare) if term.compare else ()
    statements = {d.id for d in papers if _form(case, d) in table.statements}
    only_said = bool(cells) and all(cell.document in statements for cell in cells)
    state = _state(case, papers, term, cells, differing, only_said=only_said)
    finding = [d for form in FINDING for d in case.documents(form)]
    return Element(
        name=term.name,
        title=term.title,
        sort=term.sort,
        needed=term.needed,
        state=state,
        present=True if cells else None if state is ElementState.NOT_READ else False,
        sufficient=_sufficient(cells),
        cells=cells,
        found=tuple(_cells(case, finding, term.finds, (), names, findings=True)),
        disagreements=differing,
        only_said=only_said,
    )


def _papers(case: CaseFacts, forms: Sequence[str]) -> Iterator[CaseDocument]:
    """The papers of those forms in the order of the file."""
    wanted = {None if form == OTHER_PAPERS else case.form_name(form) for form in forms}
    return (paper for paper in case.dossier.documents if paper.form in wanted)


def _form(case: CaseFacts, paper: CaseDocument) -> str:
    form = case.form(paper.form) if paper.form else None
    return form.short if form else ""


def _cells(
    case: CaseFacts,
    papers: Iterable[CaseDocument],
    ways: Sequence[Way],
    unless: Sequence[str],
    names: Names,
    *,
    findings: bool = False,
) -> Iterator[MatrixCell]:
    for paper in papers:
        quote = next(shown_in(paper, ways, unless, names, findings=findings), None)
        if quote is not None:
            yield MatrixCell(paper=title_of(case, paper.id), document=paper.id, quote=quote)


def _state(
    case: CaseFacts,
    papers: Sequence[CaseDocument],
    term: ElementTerm,
    cells: Sequence[MatrixCell],
    differing: Sequence[Disagreement],
    *,
    only_said: bool,
) -> ElementState:
    if differing:
        return ElementState.CONTRADICTED
    if not cells:
        hidden = case.scope == "document" or unread(case, *papers) or bool(case.unread())
        return ElementState.NOT_READ if hidden else ElementState.UNSUPPORTED
    if only_said or (len(cells) == 1 and not term.alone):
        return ElementState.SINGLE_SOURCE
    return ElementState.SUPPORTED


def _sufficient(cells: Sequence[MatrixCell]) -> Words:
    """The question whether the evidence suffices; it is never answered here."""
    if not cells:
        return Words(zh="卷内未见证据，能否认定？", en="no evidence seen in the file: can it be found at all?")
    papers = "、".join(dict.fromkeys(cell.paper for cell in cells))
    return Words(zh=f"凭{papers}是否足以认定？", en=f"do “{papers}” suffice to find it?")
