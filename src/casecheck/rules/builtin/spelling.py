"""错别字: words of a closed list of legal confusions in the papers of the authority."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import settle, text, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, papers_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Confusion:
    """A wrong word (a pattern) and the one that is meant."""

    wrong: re.Pattern[str]
    right: str


@predicate("words_written_right")
def words_written_right(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether `papers` are free of the confusions of a closed list.

    `words` are pairs `{wrong, right}`, `wrong` a pattern. Statute text in quotation marks does not count. One violation for
    each paper and confusion; a word that is not in the list is never judged.
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    confusions = list(_confusions(arguments))
    for paper in papers_of(case, texts(arguments, "papers")):
        name = title_of(case, paper.id)
        if unread(case, paper):
            gaps.append(Missing(name=name, cause=Cause.UNREADABLE, looked=(paper.id,)))
        for confusion in confusions:
            found = [hit for hit in hits(confusion.wrong, (paper,)) if _in_one_piece(hit)]
            if found:
                params = (("paper", name), ("words", found[0].match[0]), ("right", confusion.right))
                key = f"{name} {confusion.right}"
                violations.append(Violation(quotes=tuple(h.quote() for h in found[:5]), params=params, key=key))
    return settle(violations, gaps)


def _in_one_piece(hit: Hit) -> bool:
    """Whether the words stand in one paragraph or cell: a label and the value beside it make no doubled word."""
    first, last = hit.match.start(), hit.match.end() - 1
    return hit.paper.positions[last] - hit.paper.positions[first] == last - first


def _confusions(arguments: Json) -> Iterator[_Confusion]:
    listed = arguments.get("words") if isinstance(arguments, dict) else None
    for item in listed if isinstance(listed, list) else []:
        yield _Confusion(wrong=re.compile(text(item, "wrong")), right=text(item, "right"))
