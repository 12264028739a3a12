"""当事人的号码: one valid 统一社会信用代码 and 身份证号 of the party in the whole file."""

import re
from collections import Counter
from collections.abc import Sequence

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.builtin.codes import of_party
from casecheck.rules.builtin.party import facts_ending, only_here
from casecheck.rules.builtin.reading import lacking, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.identifiers import is_masked, normalise_name, resident_id_valid, uscc_valid, visible_match

_PERSONS = ("当事人.名称", "当事人.法定代表人")


@predicate("numbers_valid")
def numbers_valid(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether 统一社会信用代码 (`codes`) and 身份证号 (`ids`), endings of fact names, pass their check character.

    Masked values and the 15 digits of old registration numbers are left aside; when every code is masked, or nothing else
    is there, a person must look at the original. On evidence only the party's own code counts.
    """
    del law
    codes = [f for f in facts_ending(case, texts(arguments, "codes")) if of_party(case, f)]
    ids = list(facts_ending(case, texts(arguments, "ids")))
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


def _held_by_the_party(case: CaseFacts, number: Fact, holders: Sequence[str]) -> bool:
    """Whether the paper with that number names as its only holder the party or the person who runs it."""
    paper = number.document
    if paper is None or len(case.named(number.name, paper)) > 1:
        return False
    named = {normalise_name(str(f.value)) for name in holders for f in case.named(name, paper)}
    own = {normalise_name(str(f.value)) for name in _PERSONS for f in case.named(name) if not f.masked}
    return len(named) == 1 and named <= own


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

    `codes` and `ids` are endings of fact names, `others` forms whose 身份证号 may belong to somebody else, `holders` the
    facts of such forms that name whose it is: the number of one who is the party, or runs it, counts. A code on evidence
    counts where it stands with the party's name: that of a supplier is another one.
    """
    del law
    others = texts(arguments, "others")
    holders = texts(arguments, "holders")
    groups = (
        (
            "code",
            [
                f
                for f in facts_ending(case, texts(arguments, "codes"))
                if len(normalise_name(str(f.value))) >= 15 and of_party(case, f)
            ],
        ),
        (
            "id",
            [
                f
                for f in facts_ending(case, texts(arguments, "ids"))
                if f.name.split(".", 1)[0] not in others or _held_by_the_party(case, f, holders)
            ],
        ),
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
        gaps = (only_here(case, used[0]),) if used else lacking(case, "当事人.统一社会信用代码")
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
