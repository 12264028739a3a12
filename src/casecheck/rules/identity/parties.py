"""各个当事人: whose name a paper prints where the case has more than one party."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from casecheck.model.fact import CaseFacts, Fact
from casecheck.rules.identity.belongs import facts_ending
from casecheck.rules.identity.names import (
    LICENCES,
    Name,
    alike,
    is_personal,
    name_of,
    reference_of,
    same_holder,
    without_suppliers,
)


@dataclass(slots=True, kw_only=True)
class Party:
    """One party: the names that papers give it; `reference` is the one to compare with."""

    names: list[Name] = field(default_factory=list)
    receivers: list[Name] = field(default_factory=list)

    @property
    def reference(self) -> Name:
        """The name to compare with."""
        return reference_of(self.names)


def parties_of(
    case: CaseFacts, facts: Iterable[Fact], received: Iterable[Fact], operators: Collection[str]
) -> list[Party]:
    """The parties, in the order in which papers name them; none where no paper names one.

    There are several where one paper of the case names several at once. A shop beside the person who runs it is one party.
    """
    names = without_suppliers(case, [name_of(f) for f in facts])
    receivers = [name_of(f) for f in received]
    if not names:
        return []
    heads = _heads(case, names, operators)
    if len(heads) < 2:
        return [Party(names=names, receivers=receivers)]
    parties = [Party() for _ in heads]
    for name in names:
        for part in _split(name, operators):
            parties[_nearest(part, heads)].names.append(part)
    for name in receivers:
        for part in _split(name, operators):
            parties[_nearest(part, heads)].receivers.append(part)
    return [party for party in parties if party.names]


def _split(name: Name, operators: Collection[str]) -> list[Name]:
    parts = name.parts
    if len(parts) < 2 or any(part in operators for part in parts):
        return [name]
    return [name_of(name.fact, part) for part in parts]


def _heads(case: CaseFacts, names: Sequence[Name], operators: Collection[str]) -> list[Name]:
    """One name of each party, from the papers that name several."""
    heads: list[Name] = []
    own = [n for n in names if _of_case(case, n)]
    for paper in dict.fromkeys(n.fact.document for n in own):
        found = [part for n in own if n.fact.document == paper for part in _split(n, operators)]
        different = [n for i, n in enumerate(found) if not any(same_holder(n, other) for other in found[:i])]
        behind = any(n.main in operators or set(n.persons) & {m.main for m in different} for n in different)
        if len(different) > 1 and not behind:
            heads.extend(n for n in different if not any(same_holder(n, head) for head in heads))
    return heads


def _of_case(case: CaseFacts, name: Name) -> bool:
    form = case.form(name.fact.name.partition(".")[0])
    return form is not None and not form.evidence


def _nearest(name: Name, heads: Sequence[Name]) -> int:
    """The party that a name means; one that is like none goes to the first of its sort (person, organisation)."""
    for same in (alike, same_holder):
        found = [i for i, head in enumerate(heads) if same(name, head)]
        if found:
            return found[0]
    sort = is_personal(name.main)
    return next((i for i, head in enumerate(heads) if is_personal(head.main) == sort), 0)


def of_whom(parties: Sequence[Party], facts: Iterable[Fact]) -> list[list[Fact]]:
    """The facts (codes, persons, addresses) of each party: those of the paper that names it alone, else behind its name.

    Where a paper names several in one breath, whose value it is cannot be told: nobody's.
    """
    if len(parties) < 2:
        return [list(facts)]
    found: list[list[Fact]] = [[] for _ in parties]
    for fact in facts:
        owner = _owner(parties, fact)
        if owner is not None:
            found[owner].append(fact)
    return found


def _owner(parties: Sequence[Party], fact: Fact) -> int | None:
    named = [
        (i, n.fact) for i, p in enumerate(parties) for n in (*p.names, *p.receivers) if n.fact.document == fact.document
    ]
    whose = {i for i, _ in named}
    if len(whose) == 1:
        return whose.pop()
    before = [(_at(f), i) for i, f in named if _at(f) and _at(fact) and _at(f) < _at(fact)]
    if not before:
        return None
    last = max(before)[0]
    nearest = {i for at, i in before if at == last}
    return nearest.pop() if len(nearest) == 1 else None


def _at(fact: Fact) -> tuple[int, int, int]:
    place = fact.places[0] if fact.places else None
    return (place.page or 0, place.block, place.start) if place else (0, 0, 0)


def licence_of(facts: Iterable[Fact]) -> Fact | None:
    """The first value that stands on a paper of the register."""
    return next((f for f in facts if f.name.startswith(LICENCES)), None)


def all_names(case: CaseFacts) -> list[Fact]:
    """Every name of a party under a label."""
    return list(facts_ending(case, (".当事人",)))
