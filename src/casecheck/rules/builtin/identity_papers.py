"""主体资格证明、自然人基本情况: the papers that show who the party is, and what a decision must say of a person."""

import re

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.identity import Item, PartyIdentity
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import lacking, missing, opening, running, settle, title_of, unproven
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.identity.matrix import identity
from casecheck.text.identifiers import is_masked, normalise_name

_NATURAL = "自然人"
_CARD, _LICENCE, _PERMIT, _REGISTER = "居民身份证复印件", "营业执照复印件", "许可证件", "查询打印件"
_UNKNOWN = re.compile(r"执照|身份证|主体资格|登记证|户籍")
_HOUSEHOLD = re.compile(r"户籍|人口信息|公民身份号码|常住人口")
_NOTHING_FOUND = re.compile(r"未(?:查询?到|见|发现)|无(?:登记|相关)信息|查无")
_DECISIONS = ("行政处罚决定书", "当场行政处罚决定书")
_TOLD = {
    "住所": re.compile(r"住[址所]|地址|户籍|现住"),
    "身份证号": re.compile(r"身份证(?!复印件|明)|证件号|出生|[0-9]{4}年[0-9]{1,2}月[0-9]{0,2}日?生"),
}
"""Words by which a paper tells the item although its value was not read."""
_HEAD = 400
"""The party stands in the first characters of a decision."""
_VARIANTS = {"住所": "address", "身份证号": ""}


@predicate("identity_papers_on_file")
def identity_papers_on_file(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the file holds the paper that shows who each party is: licence or permit, of a person the identity card.

    A print-out of the register that names the party will do. One that names somebody else only is a question, and so is
    the lack of any where it is not known what the party is.
    """
    del law, arguments
    parties = [p for p in identity(case).parties if p.name]
    if not parties:
        return settle((), lacking(case, "当事人.名称"))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for party in parties:
        known = (_CARD,) if party.kind == _NATURAL else (_LICENCE, _PERMIT)
        wanted = known if party.kind else (_LICENCE, _PERMIT, _CARD)
        own = [d for form in wanted for d in case.documents(form)]
        registered = [d for d in case.documents(_REGISTER) if _shows(party, d)]
        if any(_names(party, d) for d in (*own, *registered)):
            continue
        papers = [d for form in wanted for d in case.documents(form)]
        cause = unproven(case) or (Cause.UNREADABLE if _may_be_unclassified(case) else None)
        if papers:
            violations.append(_told(party, wanted[0], "other", Cause.NEEDS_JUDGEMENT, papers))
        elif cause:
            gaps.append(Missing(name=wanted[0], cause=cause))
        else:
            doubt = None if party.kind else Cause.NEEDS_JUDGEMENT
            violations.append(_told(party, wanted[0], "", doubt, papers))
    return settle(violations, gaps)


def _shows(party: PartyIdentity, paper: CaseDocument) -> bool:
    """Whether a print-out shows an entry of the register that could be the party's: of a person that of the household."""
    said = running(paper).text
    if _NOTHING_FOUND.search(said):
        return False
    return party.kind != _NATURAL or bool(_HOUSEHOLD.search(said))


def _names(party: PartyIdentity, paper: CaseDocument) -> bool:
    """Whether a paper names the party, or the person who runs it; a masked name cannot be looked for."""
    said = normalise_name(running(paper).text)
    row = party.row(Item.OPERATOR) or party.row(Item.REPRESENTATIVE)
    persons = [normalise_name(row.value)] if row and paper.form == _CARD else []
    names = [party.name, party.name.removesuffix("（个体工商户）"), *persons]
    return is_masked(party.name) or any(name in said for name in names if name)


def _may_be_unclassified(case: CaseFacts) -> bool:
    return any(d.form is None and (_UNKNOWN.search(d.title) or not d.blocks) for d in case.dossier.documents)


def _told(party: PartyIdentity, form: str, variant: str, cause: Cause | None, papers: list[CaseDocument]) -> Violation:
    return Violation(
        quotes=tuple(q for paper in papers[:2] for q in opening(paper)),
        variant=variant,
        params=(("name", party.name), ("form", form)),
        cause=cause,
        key=party.name,
    )


@predicate("person_identified")
def person_identified(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each decision on a natural person gives its identity number (or birth) and its address.

    In a text that may have been published without them only the original shows it.
    """
    del law, arguments
    papers = [d for form in _DECISIONS for d in case.documents(form)]
    gaps: list[Missing] = []
    violations: list[Violation] = []
    for paper in papers:
        for field, told in _TOLD.items():
            name = f"{title_of(case, paper.id)}.{field}"
            gap = missing(case, name, paper.id)
            if gap is None:
                continue
            if gap.cause is not Cause.NOT_FOUND or told.search(running(paper).text[:_HEAD]):
                gaps.append(gap)
            else:
                cause = Cause.NEEDS_IMAGE if case.scope == "document" else None
                violations.append(
                    Violation(
                        quotes=opening(paper),
                        params=(("field", field),),
                        variant=_VARIANTS[field],
                        cause=cause,
                        key=name,
                    )
                )
    used = [
        f for paper in papers for field in _TOLD for f in case.named(f"{title_of(case, paper.id)}.{field}", paper.id)
    ]
    return settle(violations, gaps, used)
