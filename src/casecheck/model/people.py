"""办案人员: who acted for the authority in a case, in which role, on which papers, when, and what does not go together."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.fact import Fact
from casecheck.model.words import Words


class Role(StrEnum):
    """What a person did.

    Investigated, reviewed, led the hearing or sat in it, discussed as a leader, attended that discussion (reporting,
    keeping the minutes), took down what the party said in its defence, or served papers.
    """

    INVESTIGATOR = "investigator"
    REVIEWER = "reviewer"
    CHAIR = "chair"
    HEARING = "hearing"
    LEADER = "leader"
    PRESENT = "present"
    DEFENCE = "defence"
    SERVER = "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One paper that names a person in a role. `paper` is the short form name, `document` its id.

    `start` and `end` are ISO times of a record, None where the paper is no record or gives none.
    """

    role: Role
    paper: str
    document: str
    certificate: str | None
    start: str | None
    end: str | None
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person by the name as printed.

    `certificates` are the different 执法证号 beside the name; `masked`: part of the name is hidden, so that it may be
    the same person as another.
    """

    name: str
    masked: bool
    certificates: tuple[str, ...]
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about persons that does not go together, with the code of the check that judges it (empty: none does).

    `kind`: `roles certificates certificate_shared overlap time recusal`.
    """

    kind: str
    names: tuple[str, ...]
    said: Words
    rule: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All persons in the order in which the papers name them, and the remarks on them.

    `investigators` counts the different names of those who investigated (masked ones left out), `certified` the
    different certificates beside them.
    """

    persons: tuple[Person, ...] = ()
    remarks: tuple[Remark, ...] = ()
    investigators: int = 0
    certified: int = 0
