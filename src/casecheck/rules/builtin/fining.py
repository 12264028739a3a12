"""罚款条款: which of the cited provisions set the fine."""

from collections.abc import Mapping
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.penalties import Provision
from casecheck.rules.builtin.provisions import agree, citation_of
from casecheck.text.citations import Citation

Fining = dict[str, tuple[Provision, ...]]
"""The provisions that a cited ground may mean, by the words of the citation."""


def fining(law: LawBook, grounds: Mapping[str, Citation], on: date) -> tuple[Fining, tuple[str, ...]]:
    """The grounds that set a range, and those of which nothing is known.

    Left out are provisions that set no fine (a duty, an order to refund), those that others cited set in detail (a law
    beside its regulation), and further items of a provision with the same ranges.
    """
    found = {name: law.penalties.find(cited, on) for name, cited in grounds.items()}
    unknown = tuple(n for n, p in found.items() if not p and not _is_duty(law, grounds[n]))
    setting = {name: provisions for name, provisions in found.items() if any(_sets(p) for p in provisions)}
    kept: Fining = {}
    for name, provisions in setting.items():
        others = {p.id for other, found_ in setting.items() if other != name for p in found_}
        if any(others & set(p.detailed_by) for p in provisions):
            continue
        tiered = tuple(p for p in provisions if p.tiers)
        if not tiered:
            unknown = (*unknown, name)
        elif not any(_alike(tiered, same) for same in kept.values()):
            kept[name] = tiered
    return kept, unknown


def _sets(provision: Provision) -> bool:
    return bool(provision.tiers or provision.fined_by or provision.detailed_by)


def _alike(some: tuple[Provision, ...], others: tuple[Provision, ...]) -> bool:
    """Whether they stand in one article and set the same ranges."""
    where = {(p.law, p.article, p.paragraph, p.tiers) for p in (*some, *others)}
    return len(where) == 1


def _is_duty(law: LawBook, cited: Citation) -> bool:
    """Whether the provision is known as one that forbids the conduct: it is no ground of a fine."""
    duties = (citation_of(written) for p in law.penalties.provisions for written in p.prohibited_by)
    return any(duty is not None and agree(duty, cited) for duty in duties)
