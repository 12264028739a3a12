"""What a run says: one report for each dossier and the sums."""

from dataclasses import dataclass, field
from datetime import date

from casecheck.model.amounts import Amounts
from casecheck.model.clock import Clock
from casecheck.model.elements import Elements
from casecheck.model.fact import CaseFacts
from casecheck.model.identity import Identity
from casecheck.model.people import People
from casecheck.model.problem import Problem
from casecheck.model.rule import Checklist
from casecheck.model.service import Service
from casecheck.model.steps import StepPath
from casecheck.model.verdict import Finding, Outcome, Principle, RuleResult
from casecheck.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a province or city may set for itself, as it stood for a case.

    `value` is a figure or a word as `unit` says (`yuan working calendar month year hour ratio choice`), None where neither
    the nation nor the region has set one. `region` is None for a national value; `verified` is false where the text of
    the basis was not read.
    """

    name: str
    meaning: Words
    value: str | None
    unit: str | None
    region: Words | None
    basis: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The province or city whose values a check was asked to apply.

    `title` is what its overlay calls itself, None where there is no overlay of that name: then the national values applied.
    `stated_by` is `option` (the command line) or `dossier` (its `dossier.yaml`, which the command line overrides).
    """

    name: str
    title: Words | None
    stated_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What is worked out of the facts of a case besides the checks: periods, steps, service, persons, sums, party, elements."""

    clocks: tuple[Clock, ...] = ()
    steps: tuple[StepPath, ...] = ()
    service: tuple[Service, ...] = ()
    people: People = field(default_factory=People)
    amounts: Amounts = field(default_factory=Amounts)
    identity: Identity = field(default_factory=Identity)
    elements: Elements = field(default_factory=Elements)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeChange:
    """A rule that ends otherwise because of the corrections of the dossier."""

    rule: str
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReport:
    """The report on one dossier.

    `conclusion` is `agree`, `correct`, `supplement` or None (not concluded); `conclusion_text` says it and why.
    `changed` are the rules that would have ended otherwise without the corrections of the dossier.
    """

    path: str
    case: CaseFacts
    results: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    clocks: tuple[Clock, ...]
    outcomes: dict[Outcome, int]
    principles: dict[Principle, Outcome]
    conclusion: str | None
    conclusion_text: Words
    parameters: tuple[Parameter, ...] = ()
    region: Region | None = None
    steps: tuple[StepPath, ...] = ()
    service: tuple[Service, ...] = ()
    people: People = field(default_factory=People)
    amounts: Amounts = field(default_factory=Amounts)
    identity: Identity = field(default_factory=Identity)
    elements: Elements = field(default_factory=Elements)
    changed: tuple[OutcomeChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """The report on everything that was given. `failed` are inputs of which nothing could be read."""

    checklists: tuple[Checklist, ...]
    as_of: date
    cases: tuple[CaseReport, ...]
    failed: tuple[Problem, ...] = ()
    interrupted: bool = False
    version: str = ""
