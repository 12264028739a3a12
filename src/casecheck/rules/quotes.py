"""Facts as quotes: the words of the papers that a finding rests on."""

from collections.abc import Iterable

from casecheck.model.fact import Fact
from casecheck.model.place import Quote


def quote_of(fact: Fact) -> Quote | None:
    """The words of a fact at the first place where they stand; None for what was worked out and stands nowhere."""
    if not fact.places:
        return None
    return Quote(text=fact.raw, place=fact.places[0], document=fact.document, role=fact.name)


def quotes_of(facts: Iterable[Fact], more: Iterable[Quote] = ()) -> tuple[Quote, ...]:
    """The quotes of the facts and others, each place once, in the order given."""
    found: dict[tuple[object, str], Quote] = {}
    for quote in (*(quote_of(fact) for fact in facts), *more):
        if quote is not None:
            found.setdefault((quote.place, quote.role), quote)
    return tuple(found.values())
