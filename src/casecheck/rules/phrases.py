"""词句: words that a rule looks for in the papers, and the papers it looks through."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from casecheck.model.dossier import CaseDocument
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing
from casecheck.rules.arguments import mapping, names
from casecheck.rules.builtin.reading import title_of, unread
from casecheck.rules.builtin.wording import Hit, hits
from casecheck.rules.context import Context
from casecheck.rules.presence import paper_present
from casecheck.text.folded import fold
from casecheck.text.passage import join_printed

_MOST_QUOTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words to look for, and words that take a place away when its clause (to the next 。；！？) has them."""

    shape: re.Pattern[str]
    unless: tuple[str, ...] = ()

    @classmethod
    def of(cls, arguments: Json) -> "Phrases":
        """`any: […]`, `pattern: REGEX`, or both, with `unless: […]` if given. Phrases are folded, a pattern is not."""
        given = mapping(arguments)
        return cls(shape=shape_of(given), unless=tuple(fold(p).text for p in names(given.get("unless", []))))

    def found(self, papers: Sequence[CaseDocument]) -> list[Hit]:
        """Every place where the papers say so in their own words: statute text that they quote does not count."""
        return [hit for hit in hits(self.shape, papers) if not any(word in hit.clause for word in self.unless)]


def shape_of(given: dict[str, Json]) -> re.Pattern[str]:
    """What `any` and `pattern` look for; TypeError when neither is given."""
    shapes = [re.escape(fold(phrase).text) for phrase in names(given.get("any", []))]
    pattern = given.get("pattern")
    if isinstance(pattern, str):
        shapes.append(f"(?:{pattern})")
    if not shapes:
        raise TypeError("any or pattern: words to look for are needed")
    return re.compile("|".join(shapes))


def papers_for(arguments: Json, context: Context) -> tuple[tuple[CaseDocument, ...], Answer | None]:
    """The papers to look through, and the answer when there are none.

    `document` names one form or several (those that are there are looked through); without it every paper is. The paper
    that `each` holds in hand is taken alone when it is one of them.
    """
    held = context.document
    forms = names(mapping(arguments).get("document", []))
    if held is not None and (not forms or held.form in {context.case.form_name(form) for form in forms}):
        return (held,), None
    if not forms:
        return context.case.dossier.documents, None
    papers = tuple(paper for form in forms for paper in context.case.documents(form))
    if papers:
        return papers, None
    return (), Answer(truth=None, missing=tuple(m for form in forms for m in paper_present(form, context).missing))


def hidden(papers: Sequence[CaseDocument], context: Context) -> tuple[Missing, ...]:
    """The papers of which a part could not be read, as what is missing."""
    return tuple(
        Missing(name=title_of(context.case, paper.id), cause=Cause.UNREADABLE, looked=(paper.id,))
        for paper in papers
        if unread(context.case, paper)
    )


def heading(paper: CaseDocument, role: str = "") -> tuple[Quote, ...]:
    """The first words of a paper, to show which one is meant."""
    return tuple(
        Quote(text=join_printed(block.text), place=block.place(), document=paper.id, role=role)
        for block in paper.blocks[:1]
    )


def quoted(found: Sequence[Hit], role: str = "") -> tuple[Quote, ...]:
    """The first few places as quotes."""
    return tuple(hit.quote(role) for hit in found[:_MOST_QUOTES])


def words(found: Sequence[Hit]) -> str:
    """What was found, each once."""
    return "、".join(dict.fromkeys(hit.match[0] for hit in found[:_MOST_QUOTES]))
