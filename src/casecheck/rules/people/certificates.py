"""执法证号: certificate numbers over all papers, and what of them does not go together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.text.identifiers import is_masked, normalise_name, visible_match


def numbers(case: CaseFacts) -> list[Fact]:
    """The certificate numbers that stand beside a name (`about`)."""
    own = (Origin.EXTRACTED, Origin.CORRECTED)
    return [f for f in case.facts if f.name.endswith(".执法证号") and f.about and f.origin in own]


def several_numbers(facts: Sequence[Fact]) -> Iterator[tuple[str, tuple[Fact, Fact]]]:
    """Each officer with two numbers that cannot be the same, by name as printed; masked names are no proof of being one."""
    by_officer: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_officer[normalise_name(fact.about or "")].append(fact)
    for officer, found in by_officer.items():
        pair = next((pair for pair in combinations(found, 2) if not visible_match(*map(_number, pair))), None)
        if pair and not is_masked(officer):
            yield officer, pair


def several_officers(facts: Sequence[Fact]) -> Iterator[tuple[str, tuple[Fact, Fact]]]:
    """Each number that stands beside two officers who cannot be the same."""
    by_number: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if not fact.masked and not is_masked(str(fact.value)):
            by_number[_number(fact)].append(fact)
    for number, (first, *others) in by_number.items():
        other = next((f for f in others if not visible_match(_officer(first), _officer(f))), None)
        if other is not None:
            yield number, (first, other)


def _number(fact: Fact) -> str:
    return normalise_name(str(fact.value))


def _officer(fact: Fact) -> str:
    return normalise_name(fact.about or "")
