"""笔录的时间: records with their officers and times, and officers who stand in two at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.verdict import Missing
from casecheck.rules.builtin.reading import known, missing
from casecheck.text.identifiers import normalise_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record: the form, and the facts with its officers, its first and last minute and its place."""

    paper: str
    officers: tuple[str, ...]
    start: str
    end: str
    place: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record with its officers and its time."""

    paper: CaseDocument
    officers: tuple[Fact, ...]
    start: Fact
    end: Fact
    place: Fact | None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The times and the officers."""
        return (self.start, self.end, *self.officers)

    def overlaps(self, other: "Record") -> bool:
        """Whether some minute belongs to both; one that ends when the other begins does not overlap."""
        return moment(self.start) < moment(other.end) and moment(other.start) < moment(self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An officer (`name`, normalised) in two records whose times overlap, with the facts that name him in each."""

    name: str
    one: Record
    two: Record
    first: Fact
    second: Fact


def moment(fact: Fact) -> datetime:
    """The minute of a time fact; TypeError for anything else."""
    if not isinstance(fact.value, datetime):
        raise TypeError(f"{fact.name} is not a time")
    return fact.value


def records(case: CaseFacts, kinds: Sequence[Kind]) -> tuple[list[Record], list[Missing]]:
    """The records of those kinds whose officers and times are known, and what is missing of the others."""
    found: list[Record] = []
    lacking: list[Missing] = []
    for kind in kinds:
        for paper in case.documents(kind.paper):
            record, gaps = _record(case, paper, kind)
            lacking.extend(gaps)
            if record:
                found.append(record)
    return found, lacking


def _record(case: CaseFacts, paper: CaseDocument, kind: Kind) -> tuple[Record | None, list[Missing]]:
    officers = tuple(f for name in kind.officers for f in known(case, name, paper.id))
    start, end = known(case, kind.start, paper.id), known(case, kind.end, paper.id)
    gaps = [
        gap
        for name, found in ((kind.officers[0], officers), (kind.start, start), (kind.end, end))
        if not found and (gap := missing(case, name, paper.id))
    ]
    if gaps or not (isinstance(start[0].value, datetime) and isinstance(end[0].value, datetime)):
        return None, gaps
    place = next((f for name in kind.place for f in known(case, name, paper.id)), None)
    return Record(paper=paper, officers=officers, start=start[0], end=end[0], place=place), []


def clashes(found: Sequence[Record]) -> Iterator[Clash]:
    """Each officer in each two records whose times overlap; masked names are no proof of being the same person."""
    for one, two in combinations(found, 2):
        if not one.overlaps(two):
            continue
        theirs = _by_name(two)
        for name, fact in _by_name(one).items():
            if name in theirs:
                yield Clash(name=name, one=one, two=two, first=fact, second=theirs[name])


def _by_name(record: Record) -> dict[str, Fact]:
    """The officers of a record by name, in their order, each where the record names him first."""
    found: dict[str, Fact] = {}
    for fact in record.officers:
        if not fact.masked:
            found.setdefault(normalise_name(str(fact.value)), fact)
    return found
