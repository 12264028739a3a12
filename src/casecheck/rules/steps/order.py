"""先后: which steps of a case come in the wrong order. Both the replay and the checks of the order take it from here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from casecheck.model.fact import Fact
from casecheck.rules.builtin.reading import day

Taken = tuple[str, tuple[Fact, ...]]
"""A step by its name and the facts that tell its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inversion:
    """A step (`first`) whose earliest day is later than every day of the step that must not precede it (`then`).

    `odd` is the name of the one that contradicts more of the other steps.
    """

    first: str
    then: str
    early: Fact
    late: Fact
    odd: str


def inversions(
    taken: Sequence[Taken], loose: Iterable[tuple[str, str]], aside: Sequence[Taken] = ()
) -> Iterator[Inversion]:
    """The steps of `taken` (in the lawful order) that are out of order; equal days are in order.

    A step that happened several times is out of order only when none of its days fits. `loose` are pairs (earlier,
    later) that have no order. One wrong day is out of order with many others: it is told once, against its nearest
    neighbour. `aside` are all steps in the lawful order with those that only stand beside the others: they are told,
    but never make another step the odd one.
    """
    apart = set(loose)
    reported: set[str] = set()
    for pair in combinations(taken, 2):
        if not _comparable(pair, apart, reported) or not (found := turned(pair)):
            continue
        odd = _odd_one(taken, pair[0][0], pair[1][0], apart)
        reported.add(odd)
        yield Inversion(first=pair[0][0], then=pair[1][0], early=found[0], late=found[1], odd=odd)
    own = {name for name, _ in taken}
    for pair in combinations(aside, 2):
        beside = [name for name, _ in pair if name not in own]
        if not beside or not _comparable(pair, apart, reported) or not (found := turned(pair)):
            continue
        reported.add(beside[-1])
        yield Inversion(first=pair[0][0], then=pair[1][0], early=found[0], late=found[1], odd=beside[-1])


def _comparable(pair: tuple[Taken, Taken], loose: set[tuple[str, str]], reported: set[str]) -> bool:
    names = (pair[0][0], pair[1][0])
    return names not in loose and not reported.intersection(names)


def turned(pair: tuple[Taken, Taken]) -> tuple[Fact, Fact] | None:
    """The two facts that show it, when the first step comes after the second."""
    early, late = min(pair[0][1], key=day), max(pair[1][1], key=day)
    return (early, late) if day(early) > day(late) else None


def _odd_one(taken: Sequence[Taken], early: str, late: str, loose: set[tuple[str, str]]) -> str:
    """Which of two steps that are out of order contradicts more of the other steps."""

    def contradictions(step: str) -> int:
        pairs = [pair for pair in combinations(taken, 2) if step in (pair[0][0], pair[1][0])]
        return sum(_comparable(pair, loose, set()) and turned(pair) is not None for pair in pairs)

    return early if contradictions(early) > contradictions(late) else late
