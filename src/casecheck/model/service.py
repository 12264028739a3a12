"""送达一览: how each paper reached its addressee, what proves it, and which periods the service opened."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.clock import ClockState
from casecheck.model.fact import Fact
from casecheck.model.words import Words


class Manner(StrEnum):
    """送达方式 (程序规定 第八十二条). `SPOT`: handed over with the decision on the spot. `NONE`: no proof names one."""

    DIRECT = "direct"
    LEFT = "left"
    POST = "post"
    ELECTRONIC = "electronic"
    PUBLIC = "public"
    ENTRUSTED = "entrusted"
    SPOT = "spot"
    OTHER = "other"
    NONE = "none"


class Standing(StrEnum):
    """Who took the paper.

    The party itself, its legal representative or operator, an agent, the receiver that the party has named, an adult of
    the household, the desk that takes mail in; `STRANGER`: the papers do not tell who that is.
    """

    PARTY = "party"
    REPRESENTATIVE = "representative"
    AGENT = "agent"
    NAMED = "named"
    HOUSEHOLD = "household"
    DESK = "desk"
    STRANGER = "stranger"


class Served(StrEnum):
    """How the service stands.

    `PROVEN`: all that the manner needs was read. `OPEN`: something must be looked at. `UNPROVEN`: a proof is not in the
    file.
    """

    PROVEN = "proven"
    OPEN = "open"
    UNPROVEN = "unproven"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One thing that the manner of service needs. `found` is None where only the original shows it."""

    what: Words
    found: bool | None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A period that the service opened: ISO days of its first and last day; `left` calendar days while it runs.

    `rule` is the code of the check that judges the period, empty where none does.
    """

    name: str
    title: Words
    first: str
    last: str | None
    state: ClockState
    left: int | None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The service of one paper. `document` and `receipt` are ids of 文书; `day` is an ISO day, as are those of windows.

    `days` has every day that the proofs give where they differ.
    """

    paper: str
    document: str
    number: str | None
    receipt: str | None
    addressee: str | None
    manner: Manner
    printed: str | None
    days: tuple[str, ...]
    signer: str | None
    standing: Standing | None
    servers: tuple[str, ...]
    state: Served
    proofs: tuple[Proof, ...] = ()
    windows: tuple[Window, ...] = ()
    facts: tuple[Fact, ...] = ()
