"""Places and the facts that something rests on, as plain values."""

from casecheck.model.fact import Fact
from casecheck.model.place import Place
from casecheck.model.rule import Json


def place_entry(place: Place) -> Json:
    """One place as plain values."""
    return {
        "file": place.file,
        "page": place.page,
        "block": place.block,
        "cell": list(place.cell) if place.cell else None,
        "start": place.start,
        "end": place.end,
        "box": [float(v) for v in place.box] if place.box else None,
    }


def mark_entry(fact: Fact | None) -> Json:
    """A fact that a period rests on: its name and where it stands."""
    if fact is None:
        return None
    at = place_entry(fact.places[0]) if fact.places else None
    return {"name": fact.name, "document": fact.document, "at": at, "origin": fact.origin.value}
