"""What a rule says of a dossier."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.fact import Fact
from casecheck.model.place import Quote
from casecheck.model.words import Words


class Outcome(StrEnum):
    """How a check ends."""

    PASS = "pass"
    DEFECT = "defect"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


class Cause(StrEnum):
    """Why a check is undetermined."""

    DOCUMENT_MISSING = "document_missing"
    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    CONFLICTING = "conflicting"
    NEEDS_JUDGEMENT = "needs_judgement"
    NEEDS_IMAGE = "needs_image"
    ERROR = "error"


class Severity(StrEnum):
    """How grave a defect is; `FATAL` is 一票否决."""

    FATAL = "fatal"
    MAJOR = "major"
    MINOR = "minor"
    ADVISORY = "advisory"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Principle(StrEnum):
    """The four principles of 法制审核, the form of the papers, and questions for the one who signs."""

    FACTS = "facts"
    EVIDENCE = "evidence"
    PROCEDURE = "procedure"
    HANDLING = "handling"
    FORMAT = "format"
    RISK = "risk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A name (fact or 文书) that a rule needed and did not get, and why; `looked` are the ids of the 文书 searched."""

    name: str
    cause: Cause
    looked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing a check found, before it becomes a finding.

    `variant` picks the message of the rule (empty: the main one), `params` fill its `{…}`. `cause` None means that the
    text shows a defect; otherwise it is why a person must look. `severity` lowers or raises that of the rule.
    """

    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    variant: str = ""
    params: tuple[tuple[str, str], ...] = ()
    working: Words | None = None
    severity: Severity | None = None
    cause: Cause | None = None
    key: str = ""
    """What tells this violation from another of the same rule in the same dossier (a name, a 文号), for the fingerprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The three-valued answer of a condition: True, False or None (cannot tell).

    `used` are the facts read, `missing` the names that were needed and not found. `violations` may detail False or None.
    `moot`: true only because nothing was there to be checked.
    """

    truth: bool | None
    used: tuple[Fact, ...] = ()
    missing: tuple[Missing, ...] = ()
    violations: tuple[Violation, ...] = ()
    working: Words | None = None
    moot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A defect, or a question a person must answer, with the words that show it.

    `corrections` are the numbers of the entries of `corrections.yml` that it rests on.
    """

    rule: str
    title: Words
    group: str
    principle: Principle
    severity: Severity
    outcome: Outcome
    message: Words
    basis: tuple[str, ...]
    cure_kind: str | None
    cure: Words | None
    cure_step: str | None = None
    evidence: tuple[Quote, ...] = ()
    working: Words | None = None
    cause: Cause | None = None
    missing: tuple[Missing, ...] = ()
    confidence: float = 1.0
    key: str = ""
    variant: str = ""
    fingerprint: str = ""
    corrections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """The one outcome of one rule for one dossier, its findings, and the reason where it does not apply."""

    rule: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    reason: Words | None = None
    used: tuple[Fact, ...] = ()

    @property
    def corrections(self) -> tuple[int, ...]:
        """The numbers of the corrections that the result rests on."""
        own = {fact.correction for fact in self.used if fact.correction is not None}
        return tuple(sorted(own.union(*(finding.corrections for finding in self.findings))))
