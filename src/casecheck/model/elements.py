"""构成要件—证据矩阵: for each legal element of a violation the papers that can carry it, with the words that show it."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.fact import Fact
from casecheck.model.place import Quote
from casecheck.model.words import Words


class ElementState(StrEnum):
    """How an element stands in the file.

    `SUPPORTED`: more than one source shows it, or one that is enough by its kind (a public register). `SINGLE_SOURCE`: one
    paper, or nothing but what people said. `UNSUPPORTED`: every paper was read and none shows it. `CONTRADICTED`: papers
    give different values. `NOT_READ`: the papers that may show it are not in the file given, or part of them was not read.
    """

    SUPPORTED = "supported"
    SINGLE_SOURCE = "single_source"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One paper that speaks of an element. `paper` is the form (or the title of a paper of no form), `document` its id."""

    paper: str
    document: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Values of the same thing that differ between papers, with the words of each."""

    said: Words
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One row of the matrix.

    `sort` is `subject act object time place amount fault circumstance result`. `cells` are evidence, `found` the papers
    that find the element (report, decision). `present` is the column 在卷, None where it cannot be told; `sufficient` the
    column 是否充分: always a question to the reader.
    """

    name: str
    title: Words
    sort: str
    needed: bool
    state: ElementState
    present: bool | None
    sufficient: Words
    cells: tuple[MatrixCell, ...] = ()
    found: tuple[MatrixCell, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    only_said: bool = False
    """Whether only statements carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The matrix of one kind of violation. `cited` are the facts from which the kind was told, `provisions` ids of the penalty table."""

    name: str
    title: Words
    provisions: tuple[str, ...]
    cited: tuple[Fact, ...]
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elements:
    """The matrices of a case, and the cited provisions for which there is no table of elements, each with the reason."""

    matrices: tuple[Matrix, ...] = ()
    unknown: tuple[tuple[Fact, Words], ...] = ()
