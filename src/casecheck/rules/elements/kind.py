"""Which kinds of violation a case is about: told from the provisions cited, and where one has several from the conduct named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.law.elements import ViolationTerm
from casecheck.law.penalties import Provision
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.words import Words
from casecheck.rules.builtin.provisions import agree, citation, citation_of, is_ground
from casecheck.rules.builtin.reading import known
from casecheck.rules.builtin.wording import own_words
from casecheck.rules.context import decision_day
from casecheck.text.folded import fold_text

CITING = (
    "行政处罚决定书",
    "当场行政处罚决定书",
    "不予行政处罚决定书",
    "行政处罚告知书",
    "案件调查终结报告",
    "责令改正通知书",
)
"""Papers that cite the provisions of the violation, the deciding ones first; the first that cites a known one counts."""

NO_TABLE = Words(zh="没有该条款的构成要件表", en="no table of elements for this provision")
SEVERAL = Words(
    zh="该条款下有几种违法行为，文书的表述不能确定是哪一种",
    en="several kinds of violation under this provision; the papers do not tell which",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The kinds found, each with the facts that cite it, and the facts whose kind is not known, with the reason."""

    kinds: tuple[tuple[ViolationTerm, tuple[Fact, ...]], ...] = ()
    unknown: tuple[tuple[Fact, Words], ...] = ()


def told(case: CaseFacts, law: LawBook) -> Told:
    """The kinds of violation of a case."""
    for form in CITING:
        for endings in (("处罚依据",), ("违反条款",)):
            found = _of(case, law, [f for ending in endings for f in known(case, f"{form}.{ending}")], form)
            if found is not None:
                return found
    return Told()


def _of(case: CaseFacts, law: LawBook, cited: Sequence[Fact], form: str) -> Told | None:
    """None where none of the facts cites a provision of the penalty table."""
    kinds: dict[str, tuple[ViolationTerm, tuple[Fact, ...]]] = {}
    unknown: list[tuple[Fact, Words]] = []
    for fact in cited:
        provisions = _provisions(case, law, fact)
        if not provisions:
            continue
        terms = law.elements.under(p.id for p in provisions)
        precise = len(terms) == 1 and {p.id for p in provisions if p.penal} <= set(terms[0].provisions)
        chosen = terms if precise else _chosen(case, terms, form)
        for term in chosen:
            _, before = kinds.get(term.name, (term, ()))
            kinds[term.name] = (term, (*before, fact))
        if not chosen:
            unknown.append((fact, SEVERAL if terms else NO_TABLE))
    if not kinds and not unknown:
        return None
    own = [term for term in kinds if _of_the_duty(case, law, kinds[term][0], form)] if len(kinds) > 1 else []
    return Told(kinds=tuple(kinds[name] for name in own or kinds), unknown=() if kinds else tuple(unknown))


def _of_the_duty(case: CaseFacts, law: LawBook, term: ViolationTerm, form: str) -> bool:
    """Whether the paper cites a duty of that kind as violated: what is cited beside it may only be a matter of discretion."""
    violated = [c for fact in known(case, f"{form}.违反条款") if (c := citation(fact)) is not None]
    duties = (
        citation_of(written) for p in law.penalties.provisions if p.id in term.provisions for written in p.prohibited_by
    )
    return any(duty is not None and agree(duty, cited) for duty in duties for cited in violated)


def _provisions(case: CaseFacts, law: LawBook, fact: Fact) -> tuple[Provision, ...]:
    """The penal provisions that a fact cites, or that its duty belongs to."""
    cited = citation(fact)
    if cited is None or not is_ground(cited):
        return ()
    day = decision_day(case)
    direct = tuple(p for p in law.penalties.find(cited, day) if p.penal)
    return direct or tuple(
        p
        for p in law.penalties.provisions
        if (day is None or law.penalties.may_govern(p, day))
        and any((duty := citation_of(written)) is not None and agree(duty, cited) for written in p.prohibited_by)
    )


def _chosen(case: CaseFacts, terms: Sequence[ViolationTerm], form: str) -> tuple[ViolationTerm, ...]:
    """Of the kinds under a provision those that the conduct names; the one that needs no words where none is named."""
    for words in _conduct(case, form):
        named = tuple(term for term in terms if any(word in words for word in term.words))
        if named:
            return named
    silent = tuple(term for term in terms if not term.words)
    return silent if len(silent) == 1 else ()


def _conduct(case: CaseFacts, form: str) -> Iterator[str]:
    """What names the conduct, the most telling first: the 案由, then the paper that cites."""
    for fact in known(case, "案件.案由"):
        yield fold_text(str(fact.value))
    for paper in case.documents(form):
        yield own_words(paper).text
