"""What a paper says of the party, and what of somebody else who stands in it as well."""

import re
from collections.abc import Iterable, Iterator, Sequence

from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.rules.builtin.reading import known, passage
from casecheck.rules.identity.names import LICENCES
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import normalise_name, visible_match

RECEIVER = "送达回证.受送达人"
_PAYER = "缴款凭证.当事人"
"""Another may pay for the party (PROC-EXEC-AMOUNT asks): that makes him no party."""
_COMPLAINT = "complaint"
_OTHERS = frozenset(
    (
        "询问笔录", "现场笔录", "送达回证", "授权委托书", "居民身份证复印件", "法定代表人身份证明书", "权利人证明材料", "投诉登记表",
        "举报登记表",
    )
)  # fmt: skip
"""Papers whose 身份证号 may be that of a person questioned, an agent, a witness."""
_HOLDER = "居民身份证复印件.姓名"
_PERSONS = ("当事人.名称", "当事人.法定代表人")
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff（）]{3,30}?(?:公司|合作社|经营部|商行|超市|商店|经营店|药店|药房|饭店|酒店|餐厅|门市部|中心|厂|店)"
)
_NEAR = 160


def facts_ending(case: CaseFacts, endings: Sequence[str]) -> Iterator[Fact]:
    """What papers say of the party under these endings of fact names; who pays is left out."""
    for fact in case.facts:
        form, dot, field = fact.name.partition(".")
        told_elsewhere = form == "当事人" or fact.name == _PAYER
        own = fact.origin in (Origin.EXTRACTED, Origin.CORRECTED)
        if own and not told_elsewhere and dot + field in endings:
            yield fact


def receivers(case: CaseFacts) -> list[Fact]:
    """The addressees of receipts, but for those of papers that go to others than the party."""
    return [f for f in facts_ending(case, (".受送达人",)) if f.name == RECEIVER and not _serves_others(case, f)]


def _serves_others(case: CaseFacts, receiver: Fact) -> bool:
    """Whether a receipt serves only papers that go to others than the party: complainants, other authorities."""
    receipt = next((d for d in case.dossier.documents if d.id == receiver.document), None)
    served = [d.form for d in case.dossier.documents if receipt and d.id in receipt.serves]
    forms = [case.form(name) for name in served if name]
    return bool(forms) and all(form and (form.stage == _COMPLAINT or not form.to_party) for form in forms)


def of_party(case: CaseFacts, fact: Fact) -> bool:
    """Whether a value stands for the party: always on papers of the case, on evidence where the party is named with it."""
    short = fact.name.split(".", 1)[0]
    form = case.form(short)
    if form is None or not form.evidence or fact.document is None:
        return True
    if short in LICENCES:
        holders = [normalise_name(str(f.value)) for f in known(case, f"{short}.当事人", fact.document)]
        names = [normalise_name(name) for name in _names(case)]
        return not holders or not names or any(visible_match(one, other) for one in holders for other in names)
    said = passage(case.dossier.document(fact.document)).text
    at = said.find(fold_text(fact.raw))
    before = said[max(0, at - _NEAR) : at] if at >= 0 else said
    ends = [before.rfind(name) + len(name) for name in _names(case) if name in before]
    return bool(ends) and not _ORGANISATION.search(before, max(ends))


def on_paper_of_case(case: CaseFacts, fact: Fact) -> bool:
    """Whether a value stands on a paper of the case or on the party's own licence, not on a complaint or other evidence."""
    short = fact.name.split(".", 1)[0]
    form = case.form(short)
    if form is None or form.stage == _COMPLAINT:
        return False
    return (not form.evidence or short in LICENCES) and of_party(case, fact)


def _names(case: CaseFacts) -> set[str]:
    """The names under which papers of the case know the party."""
    found = set()
    for fact in case.facts:
        name, _, field = fact.name.partition(".")
        form = case.form(name)
        if fact.name == "当事人.名称" or (field == "当事人" and form and not form.evidence):
            found.add(fold_text(str(fact.value)))
    return {name for name in found if len(name) >= 2}


def identity_numbers(case: CaseFacts) -> tuple[list[Fact], list[Fact]]:
    """The 身份证号 of the party (or of who runs it), and those that may be of other persons."""
    own: list[Fact] = []
    others: list[Fact] = []
    for fact in facts_ending(case, (".身份证号",)):
        party = fact.name.split(".", 1)[0] not in _OTHERS or _held_by_the_party(case, fact)
        (own if party else others).append(fact)
    return own, others


def _held_by_the_party(case: CaseFacts, number: Fact) -> bool:
    """Whether the paper with that number names as its only holder the party or the person who runs it."""
    paper = number.document
    if paper is None or len(case.named(number.name, paper)) > 1:
        return False
    named = {normalise_name(str(f.value)) for f in case.named(_HOLDER, paper)}
    own = {normalise_name(str(f.value)) for name in _PERSONS for f in case.named(name) if not f.masked}
    return len(named) == 1 and named <= own


def operators(case: CaseFacts, persons: Iterable[str]) -> frozenset[str]:
    """Who runs the party, by every paper; `persons` are those named in brackets behind a name."""
    named = (normalise_name(str(f.value)) for f in facts_ending(case, (".法定代表人",)))
    return frozenset((*named, *persons))
