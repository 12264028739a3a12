"""多次送达: which of several receipts of one paper is its service on the party."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from casecheck.facts.forms import entries
from casecheck.facts.paper import Paper
from casecheck.text.identifiers import normalise_name, visible_match

_NOT_DELIVERED = re.compile(
    r"查无此(?:人|单位|址)|未妥投|退回|逾期未(?:领|取)|无人(?:在家|签收|应答|收件)|已?(?:搬离|迁走|搬迁)"
)
"""What a receipt says of an attempt that reached nobody; a printed label of the reason says none of it."""

Days = Callable[[Paper], list[date]]


def counts(receipt: Paper, target: Paper, papers: Mapping[str, Paper], days: Days) -> bool:
    """Whether the days of this receipt are those of the service of `target`.

    Where several receipts serve one paper, the service on the party counts before one on anybody else, a delivery before
    an attempt that failed, and for each addressee the first; of several parties the one served last, because the paper is
    served when it has reached all of them. A receipt that contradicts itself about the day, or none that tells its
    addressee, leaves all of them standing.
    """
    receipts = [p for p in papers.values() if target.document.id in p.document.serves and p.short == receipt.short]
    dated = [p for p in receipts if days(p)]
    if len(dated) < 2 or any(len(set(days(p))) > 1 for p in dated):
        return True
    delivered = [p for p in dated if not _NOT_DELIVERED.search(p.text)] or dated
    by_party: dict[str, list[Paper]] = {}
    for paper in delivered:
        by_party.setdefault(_addressee(paper), []).append(paper)
    parties = {name: own for name, own in by_party.items() if name and _named_in(name, target)} or by_party
    first = [min(own, key=lambda p: min(days(p))) for own in parties.values()]
    return max(first, key=lambda p: min(days(p))).document.id == receipt.document.id


def _addressee(receipt: Paper) -> str:
    found = (
        receipt.text[entry.start : entry.end]
        for entry in entries(receipt)
        if entry.field.fact == f"{receipt.short}.受送达人"
    )
    return normalise_name(next(found, ""))


def _named_in(name: str, target: Paper) -> bool:
    """Whether the paper is addressed to that name; a hidden one is held against the fields that name the party."""
    if name in normalise_name(target.text):
        return True
    own = (
        normalise_name(target.text[entry.start : entry.end])
        for entry in entries(target)
        if entry.field.fact == f"{target.short}.当事人"
    )
    return any(visible_match(name, party) for party in own)
