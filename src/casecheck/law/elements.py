"""构成要件: the legal elements of kinds of violation, the papers that can carry each, and the words that show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from casecheck.model.words import Words

Way = tuple[tuple[str, ...], ...]
"""Groups of words: a passage shows the element when it has a word of every group. `<数量>` and the like stand for figures."""

TOKENS = ("<当事人>", "<数量>", "<金额>", "<日期>", "<数字>")
"""What the words may stand for instead of being literal: see `rules.elements.words`."""

OTHER_PAPERS = "其他材料"
"""Stands among the forms for papers of no form."""

SORTS = ("subject", "act", "object", "time", "place", "amount", "fault", "circumstance", "result")
"""The elements of an act in the order in which they are shown."""

COMPARED = ("held", "bought", "sold")
"""Quantities that papers may give differently: what was there, what was bought, what was sold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementTerm:
    """One element.

    `papers` are the forms that can carry it; `其他材料` stands for papers of no form. `alone`: one paper is enough by its
    kind. `needed`: without it there is no violation of this kind. `says` are the ways in which evidence shows it, `finds`
    those in which report and decision state it. A passage with a word of `unless` does not count. `compare`: quantities
    that must not differ between papers.
    """

    name: str
    title: Words
    sort: str
    papers: tuple[str, ...]
    says: tuple[Way, ...]
    finds: tuple[Way, ...]
    needed: bool = True
    alone: bool = False
    unless: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViolationTerm:
    """A kind of violation with its elements.

    `provisions` are ids of the penalty table. `words`: where a provision has several kinds, the conduct of this one is
    named with one of them; empty: the kind is any conduct under the provision.
    """

    name: str
    title: Words
    provisions: tuple[str, ...]
    words: tuple[str, ...]
    elements: tuple[ElementTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementTable:
    """All kinds of violation whose elements are known. `statements` are the forms that hold what people said."""

    violations: tuple[ViolationTerm, ...] = ()
    statements: frozenset[str] = frozenset()

    def under(self, provisions: Iterable[str]) -> tuple[ViolationTerm, ...]:
        """The kinds under one of the provisions, in the order of the files."""
        wanted = set(provisions)
        return tuple(v for v in self.violations if wanted & set(v.provisions))
