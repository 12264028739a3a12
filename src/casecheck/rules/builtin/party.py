"""当事人: one name of the party in the whole file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import lacking, passage, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.identifiers import is_masked, normalise_name, visible_match

_IN_BRACKETS = re.compile(r"（(?:经营者|负责人|法定代表人|业主|投资人|字号名称|字号|店名)[：为]?([^（）]+)）")
_SOLE_TRADER = "（个体工商户）"
_RENAMED = re.compile(r"名称变更|变更登记|变更前|曾用名|原名称|更名为|原名为|现名")
_PAYER = "缴款凭证.当事人"
"""Another may pay for the party (PROC-EXEC-AMOUNT asks): that makes him no party."""
_LINK = "、"
_COMPLAINT = "complaint"


class _Name:
    """A party's name in one paper, taken apart: the name itself and the person named in brackets behind it."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.full = normalise_name(str(fact.value)).rstrip("。，；")
        self.persons = tuple(normalise_name(p) for p in _IN_BRACKETS.findall(self.full))
        self.main = _IN_BRACKETS.sub("", self.full)
        self.masked = fact.masked or is_masked(self.full)

    @property
    def bare(self) -> str:
        return self.main.removesuffix(_SOLE_TRADER)


@predicate("one_party_name")
def one_party_name(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every paper names the party alike.

    `fields` are the endings of fact names that hold it (`.当事人`); `operators` those with the person behind a firm
    (`.法定代表人`); `served` facts with the addressee of a receipt, who may be somebody else. Masks, `店名（经营者：…）` and
    the operator of a linked sole trader are no mismatch.
    """
    del law
    names = [_Name(f) for f in facts_ending(case, texts(arguments, "fields"))]
    receivers = [_Name(f) for f in _facts(case, texts(arguments, "served")) if not _serves_others(case, f)]
    papers = {n.fact.document for n in names}
    if len(papers) < 2:
        gaps = lacking(case, "当事人.名称") if not names else (only_here(case, names[0].fact),)
        return settle((), gaps, [n.fact for n in names])
    names = _without_suppliers(case, names)
    reference = _reference(names)
    operators = {normalise_name(str(f.value)) for f in facts_ending(case, texts(arguments, "operators"))}
    operators.update(p for n in names for p in n.persons)
    violations: dict[str, Violation] = {}
    for name in [*names, *receivers]:
        found = _mismatch(case, reference, name, operators, name in receivers)
        if found and name.main not in violations:
            violations[name.main] = found
    return settle(tuple(violations.values()), (), [n.fact for n in names])


def _facts(case: CaseFacts, names: Sequence[str]) -> Iterator[Fact]:
    return (f for f in case.facts if f.name in names and f.origin is Origin.EXTRACTED)


def _serves_others(case: CaseFacts, receiver: Fact) -> bool:
    """Whether a receipt serves only papers that go to others than the party: complainants, other authorities."""
    receipt = next((d for d in case.dossier.documents if d.id == receiver.document), None)
    served = [d.form for d in case.dossier.documents if receipt and d.id in receipt.serves]
    forms = [case.form(name) for name in served if name]
    return bool(forms) and all(form and (form.stage == _COMPLAINT or not form.to_party) for form in forms)


def facts_ending(case: CaseFacts, endings: Sequence[str]) -> Iterator[Fact]:
    """What papers say of the party under these endings of fact names; who pays is left out."""
    for fact in case.facts:
        form, dot, field = fact.name.partition(".")
        told_elsewhere = form == "当事人" or fact.name == _PAYER
        if fact.origin is Origin.EXTRACTED and not told_elsewhere and dot + field in endings:
            yield fact


def only_here(case: CaseFacts, fact: Fact) -> Missing:
    """What is missing where one paper alone states a fact."""
    cause = Cause.DOCUMENT_MISSING if case.scope == "document" else Cause.NOT_FOUND
    return Missing(name=fact.name, cause=cause, looked=(fact.document,) if fact.document else ())


def _without_suppliers(case: CaseFacts, names: list[_Name]) -> list[_Name]:
    """The names without those of licences that are another's: no paper of the case has such a name, and one has its own.

    A licence of another name where the party's own is not in the file stays: whose it is must be asked.
    """
    party = [n for n in names if not _on_evidence(case, n)]
    own = [n for n in names if _on_licence(n) and any(_same_holder(n, other) for other in party)]
    if not own or not party:
        return names
    return [n for n in names if not _on_licence(n) or n in own]


def _on_licence(name: _Name) -> bool:
    return name.fact.name.startswith(("营业执照", "许可证"))


def _on_evidence(case: CaseFacts, name: _Name) -> bool:
    form = case.form(name.fact.name.partition(".")[0])
    return form is not None and form.evidence


def _same_holder(licence: _Name, party: _Name) -> bool:
    """Whether a licence is made out to the party, however its name may be misprinted or cut."""
    one, other = licence.bare, party.bare
    return _alike(licence, party) or _one_apart(one, other) or one in other or other in one


def _reference(names: Sequence[_Name]) -> _Name:
    """The name to compare with: of the party's own licence, else the one most papers print in full."""
    others = [n for n in names if not _on_licence(n)]
    licences = [n for n in names if _on_licence(n) and not n.masked]
    own = [n for n in licences if not others or any(_same_holder(n, other) for other in others)]
    if own:
        return own[0]
    plain = [n for n in others or names if not n.masked] or list(others or names)
    frequent = Counter(n.main for n in plain)
    best = max(frequent, key=lambda main: (frequent[main], len(main)))
    return next(n for n in plain if n.main == best)


def _mismatch(case: CaseFacts, reference: _Name, name: _Name, operators: set[str], receiver: bool) -> Violation | None:
    if _alike(reference, name):
        return None
    behind = name.main in operators or reference.main in operators
    if behind and _linked(reference, name, operators):
        return None
    if behind:
        return _told(case, reference, name, "operator", Cause.NEEDS_JUDGEMENT)
    return _told(case, reference, name, *_difference(case, reference, name, receiver))


def _difference(
    case: CaseFacts, reference: _Name, name: _Name, receiver: bool
) -> tuple[str, Cause | None, Severity | None]:
    """In what two names differ, why that may be a question only, and how grave it is."""
    other_kind = receiver or _looks_personal(name.main) != _looks_personal(reference.main)
    part = reference.bare in name.bare or name.bare in reference.bare
    cases: tuple[tuple[bool, tuple[str, Cause | None, Severity | None]], ...] = (
        (_LINK in name.full + reference.full, ("several", Cause.NEEDS_JUDGEMENT, None)),
        (_renamed(case, reference, name), ("renamed", Cause.NEEDS_JUDGEMENT, None)),
        (name.bare == reference.bare, ("suffix", None, Severity.MINOR)),
        (_one_apart(reference.bare, name.bare), ("typo", None, Severity.MAJOR)),
        (_on_licence(name), ("other_person", Cause.NEEDS_JUDGEMENT, None)),
        (other_kind, ("other_person", Cause.NEEDS_JUDGEMENT, None)),
        (part, ("short", None if name.fact.how in ("label", "table") else Cause.NEEDS_JUDGEMENT, Severity.MAJOR)),
    )
    return next((found for holds, found in cases if holds), ("", None, None))


def _alike(one: _Name, other: _Name) -> bool:
    if one.main == other.main or one.full == other.full:
        return True
    if one.masked or other.masked:
        return visible_match(one.main, other.main) or visible_match(one.bare, other.bare)
    return one.main in other.persons or other.main in one.persons


def _linked(one: _Name, other: _Name, operators: set[str]) -> bool:
    """Whether one is the person and the other the firm that some paper names together."""
    person = one if one.main in operators else other
    return _looks_personal(person.main)


def _looks_personal(name: str) -> bool:
    return 2 <= len(name) <= 4 and not re.search(r"店|厂|公司|社|部|馆|行|院|所|中心|站|场|坊|铺|超市", name)


def _renamed(case: CaseFacts, one: _Name, other: _Name) -> bool:
    for paper in case.dossier.documents:
        said = passage(paper).text
        if _RENAMED.search(said) and one.bare in normalise_name(said) and other.bare in normalise_name(said):
            return True
    return False


def _one_apart(one: str, other: str) -> bool:
    """Whether one character is changed, missing, added, or two neighbours are swapped."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        if swapped:
            first, second = differing
            swapped = one[first] == other[second] and one[second] == other[first]
        return len(differing) == 1 or swapped
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _told(
    case: CaseFacts,
    reference: _Name,
    name: _Name,
    variant: str,
    cause: Cause | None,
    severity: Severity | None = None,
) -> Violation:
    return Violation(
        facts=(reference.fact, name.fact),
        variant=variant,
        params=(
            ("name", str(name.fact.value)),
            ("paper", title_of(case, name.fact.document)),
            ("reference", str(reference.fact.value)),
            ("reference_paper", title_of(case, reference.fact.document)),
        ),
        severity=severity,
        cause=cause,
        key=name.main,
    )
