"""Facts as quotes: the words of the papers that a finding rests on."""

from collections.abc import Iterable

from casecheck.model.dossier import Dossier
from casecheck.model.fact import Fact
from casecheck.model.place import Place, Quote
from casecheck.rules.context import DELIVERED


def quote_of(fact: Fact, dossier: Dossier) -> Quote | None:
    """The words of a fact at the first place where they stand; None for what was worked out and stands nowhere.

    A day of service belongs to the paper that was served, but it stands in the 送达回证.
    """
    if not fact.places:
        return None
    document = fact.document
    if fact.name.endswith(f".{DELIVERED}"):
        document = _holder(fact.places[0], dossier) or document
    return Quote(text=fact.raw, place=fact.places[0], document=document, role=fact.name)


def _holder(place: Place, dossier: Dossier) -> str | None:
    """The 文书 in which a place lies."""
    at = (place.file, place.page, place.part, place.block)
    holders = (d.id for d in dossier.documents for b in d.blocks if (b.file, b.page, b.part, b.index) == at)
    return next(holders, None)


def quotes_of(facts: Iterable[Fact], dossier: Dossier, more: Iterable[Quote] = ()) -> tuple[Quote, ...]:
    """The quotes of the facts and others, each place once, in the order given."""
    found: dict[tuple[object, str], Quote] = {}
    for quote in (*(quote_of(fact, dossier) for fact in facts), *more):
        if quote is not None:
            found.setdefault((quote.place, quote.role), quote)
    return tuple(found.values())
