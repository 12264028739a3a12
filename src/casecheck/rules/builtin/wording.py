"""What the papers say in their own words: in one line, with the statute text that they quote blotted out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.rules.builtin.reading import Running, running
from casecheck.text.citations import mask_quoted

_STOPS = "。；！？"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words found in a paper. `clause` runs from the last full stop or semicolon to the next."""

    paper: Running
    match: re.Match[str]
    clause: str
    before: str
    """The part of the clause before the words."""

    @property
    def document(self) -> CaseDocument:
        """The paper they stand in."""
        return self.paper.document

    def quote(self, role: str = "") -> Quote:
        """The words with their place."""
        return self.paper.quote(self.match.start(), self.match.end(), role)


@lru_cache(maxsize=256)
def own_words(document: CaseDocument) -> Running:
    """The running text of a paper; quoted statute text is replaced by as many NUL characters."""
    said = running(document)
    return replace(said, text=mask_quoted(said.text))


def papers_of(case: CaseFacts, forms: Iterable[str]) -> tuple[CaseDocument, ...]:
    """The papers of several forms, in the order of the forms."""
    return tuple(paper for form in forms for paper in case.documents(form))


def hits(pattern: re.Pattern[str], papers: Iterable[CaseDocument]) -> Iterator[Hit]:
    """Every place where the papers use such words of their own."""
    for document in papers:
        said = own_words(document)
        for match in pattern.finditer(said.text):
            start, end = clause_at(said.text, match.start(), match.end())
            yield Hit(paper=said, match=match, clause=said.text[start:end], before=said.text[start : match.start()])


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the clause around a span."""
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    after = [at for stop in _STOPS if (at := text.find(stop, end)) >= 0]
    return first, min(after, default=len(text))
