"""A rule and a checklist, as loaded."""

from dataclasses import dataclass, field
from datetime import date

from casecheck.model.verdict import Outcome, Principle, Severity
from casecheck.model.words import Words

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A leaf of a condition: a kind and its arguments as written in the rule."""

    kind: str
    arguments: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """`all`: true when every part is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """`any`: true when one part is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """`not`: true when its part is false."""

    part: "Condition"


Condition = Test | Every | Either | Negation


def condition_of(tree: Json) -> Condition:
    """The condition written as a tree of `all`, `any`, `not` and kinds; ValueError when it is not one."""
    if not isinstance(tree, dict) or len(tree) != 1:
        raise ValueError("a condition has exactly one key")
    ((key, inner),) = tree.items()
    if key == "not":
        return Negation(part=condition_of(inner))
    if key not in ("all", "any"):
        return Test(kind=key, arguments=inner)
    if not isinstance(inner, list) or not inner:
        raise ValueError(f"{key} takes a list of conditions")
    parts = tuple(condition_of(part) for part in inner)
    return Every(parts=parts) if key == "all" else Either(parts=parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small case and the outcome the rule must give for it: a test of the rule and its documentation.

    `facts` and `documents` are as written: fact names with their values, papers with their text.
    """

    name: Words
    outcome: Outcome
    facts: dict[str, Json]
    documents: tuple[dict[str, Json], ...] = ()
    scope: str = "dossier"
    stage: str = "closing"
    cause: str | None = None
    variant: str | None = None
    findings: int | None = None


STEPS = ("investigation", "review", "notice", "discussion", "decision", "service", "execution")
"""The steps of a case that may have to be done again, in the order of the ordinary procedure (普通程序)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cure:
    """整改: what is to be done about a defect; `kind` is curable (可补正), redo (需重做) or incurable (不可补正).

    `step` tells for `redo` from which step of the procedure on; one of `STEPS`, or None where it is not told.
    """

    kind: str
    words: Words
    step: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check: what it asks, by which law, how it is cured and said.

    `requires` are 文书 without which the check cannot be made (short or official names). `level` is A deterministic,
    B heuristic, C judgement. `verified` is `true`, `partial` or `false`: whether its legal basis was read.
    """

    code: str
    name: str
    title: Words
    principle: Principle
    group: str
    severity: Severity
    level: str
    stage: str
    basis: tuple[str, ...]
    why: Words
    cure_kind: str | None
    cure: Words | None
    check: Condition
    messages: dict[str, Words]
    """By variant; the main message under the empty string."""
    cures: dict[str, Cure] = field(default_factory=dict)
    """Of the variants that are mended in another way than the rest; `cure` holds for all others."""
    cure_step: str | None = None
    when: Condition | None = None
    requires: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    valid_on: tuple[str, ...] = ()
    """The facts that tell the day whose law counts, the first known one; without them it is the day of the decision."""
    waivable: bool = True
    verified: str = "true"
    examples: tuple[Example, ...] = ()
    file: str = ""

    def cure_of(self, variant: str) -> tuple[str | None, Words | None]:
        """How a defect of that variant is mended: the kind of cure and its words."""
        own = self.cures.get(variant)
        return (own.kind, own.words) if own else (self.cure_kind, self.cure)

    def step_of(self, variant: str) -> str | None:
        """From which step on the case must be done again for a defect of that variant."""
        own = self.cures.get(variant)
        return own.step if own else self.cure_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """检查清单: a set of rules with an edition. `sha256` covers the files it was loaded from."""

    name: str
    title: Words
    version: str
    sha256: str
    rules: tuple[Rule, ...]
