"""定性: whether the conduct as the papers name it is that of the provisions they cite."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.provisions import agree, citation, titled
from casecheck.rules.builtin.reading import known, lacking, settle, text, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words
from casecheck.text.citations import Citation, find_citations
from casecheck.text.folded import fold_text

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A kind of conduct: the pattern of its words, the provisions that fit it."""

    name: str
    words: re.Pattern[str]
    fits: tuple[Citation, ...]


@predicate("conduct_fits_the_provisions")
def conduct_fits_the_provisions(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the provisions cited are those of the conduct that the paper names.

    `conduct` are the facts that name the conduct, `cited` those with the provisions; `rows` tells
    `{name, words, provisions}`. Of one kind of conduct alone, a provision of the same statute that belongs to another kind
    which the papers do not speak of, with none that fits, is a violation; other differences are questions.
    """
    del law
    named = [f for name in texts(arguments, "conduct") for f in known(case, name)]
    cited = [(f, c) for name in texts(arguments, "cited") for f in known(case, name) if (c := citation(f))]
    if not named or not cited:
        names = [texts(arguments, key)[0] for key, found in (("conduct", named), ("cited", cited)) if not found]
        return settle((), lacking(case, *names) or [Missing(name=n, cause=Cause.NOT_FOUND) for n in names])
    rows = list(_rows(arguments))
    said = fold_text(str(named[0].value))
    matched = [row for row in rows if row.words.search(said)]
    if not matched:
        return settle((_unlisted(case, named[0], cited),), (), named)
    used = [named[0], *(f for f, _ in cited)]
    violations = [
        found
        for row in matched
        if (found := _odd(case, named[0], row, rows, cited, alone=len(matched) == 1)) is not None
    ]
    return settle(violations, (), used)


def _unlisted(case: CaseFacts, named: Fact, cited: list[tuple[Fact, Citation]]) -> Violation:
    """The question about conduct that no row knows: a person compares it with what is cited."""
    fact, shown = cited[0]
    return Violation(
        facts=(named, fact),
        variant="unlisted",
        params=(("conduct", str(named.value)), ("cited", titled(shown)), ("paper", title_of(case, fact.document))),
        cause=Cause.NEEDS_JUDGEMENT,
        key=str(named.value),
    )


def _rows(arguments: Json) -> Iterator[Row]:
    listed = arguments.get("rows") if isinstance(arguments, dict) else None
    for item in listed if isinstance(listed, list) else []:
        fits = []
        for provision in texts(item, "provisions"):
            law, _, rest = provision.partition(" ")
            fits.extend(find_citations(f"《{law}》{rest}"))
        yield Row(name=text(item, "name"), words=re.compile(text(item, "words")), fits=tuple(fits))


def _odd(
    case: CaseFacts, named: Fact, row: Row, rows: list[Row], cited: list[tuple[Fact, Citation]], *, alone: bool
) -> Violation | None:
    if any(agree(c, fit) for _, c in cited for fit in row.fits):
        return None
    laws = {_plain(fit.law) for fit in row.fits}
    others = [other for other in rows if other is not row]
    foreign = [
        (f, c, other)
        for f, c in cited
        if _plain(c.law) in laws
        for other in others
        if any(agree(c, fit) and _as_fine(c, fit) for fit in other.fits)
    ]
    same_law = [(f, c) for f, c in cited if _plain(c.law) in laws]
    if not same_law:
        return None
    told_too = any(other.words.search(own_words(d).text) for _, _, other in foreign for d in _papers(case, cited))
    certain = alone and not told_too and {c.name for _, c, _ in foreign} == {c.name for _, c in same_law}
    fact, shown = (foreign[0][0], foreign[0][1]) if foreign else same_law[0]
    return Violation(
        facts=(named, fact),
        variant="" if certain else "unsure",
        params=(
            ("conduct", str(named.value)),
            ("cited", titled(shown)),
            ("kind", row.name),
            ("other", foreign[0][2].name if foreign else ""),
            ("fits", _few(row.fits)),
            ("paper", title_of(case, fact.document)),
        ),
        cause=None if certain else Cause.NEEDS_JUDGEMENT,
        key=f"{row.name} {shown.name}",
    )


def _few(provisions: Sequence[Citation]) -> str:
    """The first provisions of a long list."""
    more = "等" if len(provisions) > _MOST_NAMED else ""
    return "、".join(titled(c) for c in provisions[:_MOST_NAMED]) + more


def _papers(case: CaseFacts, cited: list[tuple[Fact, Citation]]) -> list[CaseDocument]:
    """The papers that cite."""
    identities = {f.document for f, _ in cited if f.document}
    return [paper for paper in case.dossier.documents if paper.id in identities]


def _plain(law: str) -> str:
    return law.removeprefix("中华人民共和国")


def _as_fine(cited: Citation, fit: Citation) -> bool:
    """Whether the citation names what tells the kinds of conduct apart."""
    return fit.item is None or cited.item is not None
