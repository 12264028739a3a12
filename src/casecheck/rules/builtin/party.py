"""当事人: one name and one number of the party in the whole file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.codes import of_party
from casecheck.rules.builtin.reading import lacking, passage, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.identifiers import is_masked, normalise_name, resident_id_valid, uscc_valid, visible_match

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
    names = [_Name(f) for f in _ending(case, texts(arguments, "fields"))]
    receivers = [_Name(f) for f in _facts(case, texts(arguments, "served")) if not _serves_others(case, f)]
    papers = {n.fact.document for n in names}
    if len(papers) < 2:
        gaps = lacking(case, "当事人.名称") if not names else (_alone(case, names[0].fact),)
        return settle((), gaps, [n.fact for n in names])
    reference = _reference(case, names)
    operators = {normalise_name(str(f.value)) for f in _ending(case, texts(arguments, "operators"))}
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


def _ending(case: CaseFacts, endings: Sequence[str]) -> Iterator[Fact]:
    for fact in case.facts:
        form, dot, field = fact.name.partition(".")
        told_elsewhere = form == "当事人" or fact.name == _PAYER
        if fact.origin is Origin.EXTRACTED and not told_elsewhere and dot + field in endings:
            yield fact


def _alone(case: CaseFacts, fact: Fact) -> Missing:
    cause = Cause.DOCUMENT_MISSING if case.scope == "document" else Cause.NOT_FOUND
    return Missing(name=fact.name, cause=cause, looked=(fact.document,) if fact.document else ())


def _reference(case: CaseFacts, names: Sequence[_Name]) -> _Name:
    """The name to compare with: of the licence, else the one most papers print in full."""
    licences = [n for n in names if n.fact.name.startswith(("营业执照", "许可证")) and not n.masked]
    if licences:
        return licences[0]
    plain = [n for n in names if not n.masked] or list(names)
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


@predicate("numbers_valid")
def numbers_valid(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether 统一社会信用代码 (`codes`) and 身份证号 (`ids`), endings of fact names, pass their check character.

    Masked values and the 15 digits of old registration numbers are left aside; when every code is masked, or nothing else
    is there, a person must look at the original. On evidence only the party's own code counts.
    """
    del law
    codes = [f for f in _ending(case, texts(arguments, "codes")) if of_party(case, f)]
    ids = list(_ending(case, texts(arguments, "ids")))
    checked: list[Fact] = []
    violations: dict[str, Violation] = {}
    for fact, check in [*((f, uscc_valid) for f in codes), *((f, resident_id_valid) for f in ids)]:
        value = normalise_name(str(fact.value)).replace(" ", "")
        if _hidden(fact) or _other_number(value):
            continue
        checked.append(fact)
        if check(value) or value in violations:
            continue
        code = check is uscc_valid
        violations[value] = Violation(
            facts=(fact,),
            variant=("length" if len(value) != 18 else "") if code else "id",
            params=(
                ("value", value if code else f"{value[:6]}…{value[-4:]}"),
                ("paper", title_of(case, fact.document)),
                ("length", str(len(value))),
            ),
            key=value if code else f"id {fact.document}",
        )
    masked = [f for f in (*codes, *ids) if _hidden(f)]
    veiled = codes and all(_hidden(f) for f in codes)
    if masked and (veiled or not checked):
        violations[""] = Violation(facts=tuple(masked[:2]), variant="masked", cause=Cause.NEEDS_IMAGE)
    gaps = () if checked or masked else lacking(case, "当事人.统一社会信用代码")
    return settle(tuple(violations.values()), gaps, checked)


def _hidden(fact: Fact) -> bool:
    """Whether part of a number is masked. A single X among letters and digits is one of them, not a mask."""
    value = normalise_name(str(fact.value))
    if re.fullmatch(r"[0-9A-Z]{16,20}", value) and "XX" not in value:
        return False
    return fact.masked or is_masked(value)


def _other_number(value: str) -> bool:
    """Whether the value is another kind of number (old registration number, passport), or no number at all."""
    return bool(re.fullmatch(r"\d{15}|\d{13}|[A-Z]{1,2}\d{7,9}", value)) or not re.fullmatch(r"[0-9A-Z]{16,20}", value)


@predicate("numbers_agree")
def numbers_agree(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every paper prints the same 统一社会信用代码 and the same 身份证号; hidden characters may be anything.

    `codes` and `ids` are endings of fact names, `others` forms whose 身份证号 may belong to somebody else. A code on
    evidence counts where it stands with the party's name: that of a supplier is another one.
    """
    del law
    others = texts(arguments, "others")
    groups = (
        (
            "code",
            [
                f
                for f in _ending(case, texts(arguments, "codes"))
                if len(normalise_name(str(f.value))) >= 15 and of_party(case, f)
            ],
        ),
        ("id", [f for f in _ending(case, texts(arguments, "ids")) if f.name.split(".", 1)[0] not in others]),
    )
    violations: list[Violation] = []
    used: list[Fact] = []
    for variant, facts in groups:
        used.extend(facts)
        plain = [f for f in facts if not _hidden(f)] or facts
        if not facts:
            continue
        frequent = Counter(normalise_name(str(f.value)) for f in plain)
        reference = next(f for f in plain if normalise_name(str(f.value)) == frequent.most_common(1)[0][0])
        told: set[str] = set()
        for fact in facts:
            value = normalise_name(str(fact.value))
            if value in told or not _same_kind(reference, fact) or _same_number(reference, fact):
                continue
            told.add(value)
            violations.append(
                Violation(
                    facts=(reference, fact),
                    variant=variant if variant == "id" else "",
                    params=(
                        ("value", _shown(value, variant)),
                        ("paper", title_of(case, fact.document)),
                        ("reference", _shown(normalise_name(str(reference.value)), variant)),
                        ("reference_paper", title_of(case, reference.document)),
                    ),
                    key=_shown(value, variant),
                )
            )
    papers = [{f.document for f in facts} for _, facts in groups]
    if not violations and all(len(p) < 2 for p in papers):
        gaps = (_alone(case, used[0]),) if used else lacking(case, "当事人.统一社会信用代码")
        return settle((), gaps, used)
    return settle(violations, (), used)


def _same_number(one: Fact, other: Fact) -> bool:
    if not (_hidden(one) or _hidden(other)):
        return normalise_name(str(one.value)) == normalise_name(str(other.value))
    return visible_match(str(one.value), str(other.value))


def _same_kind(one: Fact, other: Fact) -> bool:
    """A 15-digit registration number beside an 18-character code is not a contradiction."""
    return len(normalise_name(str(one.value))) == len(normalise_name(str(other.value))) or not (
        {len(normalise_name(str(one.value))), len(normalise_name(str(other.value)))} & {13, 15}
    )


def _shown(value: str, kind: str) -> str:
    return value if kind == "code" else f"{value[:6]}…{value[-4:]}"
