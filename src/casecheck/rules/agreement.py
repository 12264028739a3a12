"""一致: whether papers that state the same thing state the same value."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casecheck.model.fact import Fact
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.model.words import Words
from casecheck.rules.context import Reading, unknown
from casecheck.rules.shown import shown_value
from casecheck.text.folded import fold
from casecheck.text.identifiers import normalise_name, visible_match


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one paper states under one name: one fact, or a list of them."""

    name: str
    facts: tuple[Fact, ...]
    values: frozenset[str]
    masked: bool


def statements(readings: Sequence[Reading], mode: str) -> list[Statement]:
    """One statement for each paper and value; the values of a list of one paper together (`citations`)."""
    found: list[Statement] = []
    normal = NORMAL[mode]
    for reading in readings:
        groups: dict[object, list[Fact]] = {}
        for fact in reading.facts:
            key = fact.document if mode == "citations" else (fact.document, normal(fact))
            groups.setdefault(key, []).append(fact)
        for facts in groups.values():
            values = frozenset(normal(fact) for fact in facts)
            masked = any(fact.masked for fact in facts)
            found.append(Statement(name=reading.name, facts=tuple(facts), values=values, masked=masked))
    return found


def compared(readings: Sequence[Reading], mode: str, at: str) -> Answer:
    """Whether all statements agree with the one that most papers make (the first listed when none has more).

    Fewer than two statements cannot be compared. A name whose paper could not be read forbids a pass.
    """
    stated = statements(readings, mode)
    if len(stated) < 2:
        return unknown(*readings)
    agree = _overlap if at == "any" else _agree
    anchor = _anchor(stated)
    violations = tuple(_violation(anchor, other, mode) for other in stated if not agree(anchor, other, mode))
    used = tuple(fact for statement in stated for fact in statement.facts)
    if violations:
        return Answer(truth=False, used=used, violations=violations)
    hidden = tuple(r.missing for r in readings if r.missing and r.missing.cause is Cause.UNREADABLE)
    return Answer(truth=None if hidden else True, used=used, missing=hidden)


def _anchor(stated: Sequence[Statement]) -> Statement:
    """The value of the majority; unmasked before masked, then the first listed."""
    votes = Counter(s.values for s in stated if not s.masked)
    return max(stated, key=lambda s: (not s.masked, votes[s.values]))


def _agree(anchor: Statement, other: Statement, mode: str) -> bool:
    if anchor.values == other.values:
        return True
    if not (anchor.masked or other.masked) or mode in ("money", "citations"):
        return False
    return all(any(visible_match(a, b) for a in anchor.values) for b in other.values)


def _overlap(anchor: Statement, other: Statement, mode: str) -> bool:
    return bool(anchor.values & other.values) or _agree(anchor, other, mode)


def _violation(anchor: Statement, other: Statement, mode: str) -> Violation:
    """One paper that differs, quoted beside the anchor."""
    here, there = _printed(other), _printed(anchor)
    working = Words(
        zh=f"{anchor.name}：{there.zh}；{other.name}：{here.zh}",
        en=f"{anchor.name}: {there.en}; {other.name}: {here.en}",
    )
    return Violation(
        facts=(anchor.facts[0], other.facts[0]) if len(other.values) == 1 else (*anchor.facts, *other.facts),
        key=f"{other.name}|{'、'.join(sorted(other.values))}",
        working=working,
        params=(
            ("anchor_name", anchor.name),
            ("anchor", there.zh),
            ("other_name", other.name),
            ("other", here.zh),
            ("only_other", _beyond(other, anchor, mode)),
            ("only_anchor", _beyond(anchor, other, mode)),
        ),
    )


def _beyond(statement: Statement, other: Statement, mode: str) -> str:
    """What one states and the other does not, as printed."""
    values = dict.fromkeys(shown_value(f).zh for f in statement.facts if NORMAL[mode](f) not in other.values)
    return "、".join(values)


def _printed(statement: Statement) -> Words:
    values = list(dict.fromkeys(shown_value(f) for f in statement.facts))
    return Words(zh="、".join(v.zh for v in values), en=", ".join(v.en for v in values))


def _text(fact: Fact) -> str:
    return fold(str(fact.value)).text


def _money(fact: Fact) -> str:
    return str(fact.value) if isinstance(fact.value, int) else _text(fact)


NORMAL: dict[str, Callable[[Fact], str]] = {
    "text": _text,
    "name": lambda fact: normalise_name(str(fact.value)),
    "money": _money,
    "identifier": lambda fact: _text(fact).upper(),
    "citations": _text,
}
"""How a value is written for comparison, by what the rule says it is (`as:`)."""
