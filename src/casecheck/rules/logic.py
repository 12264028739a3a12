"""Three-valued logic (Kleene): true, false, cannot tell."""

from collections.abc import Sequence
from dataclasses import replace

from casecheck.model.fact import Fact
from casecheck.model.verdict import Answer, Violation
from casecheck.model.words import Words


def every(parts: Sequence[Answer]) -> Answer:
    """True when all are. Each part that is false gives its own violations; doubts of the others are kept."""
    truth = False if any(p.truth is False for p in parts) else None if any(p.truth is None for p in parts) else True
    violations: list[Violation] = []
    for part in parts:
        if part.truth is False:
            violations += part.violations or (Violation(facts=part.used, working=part.working),)
        else:
            violations += (v for v in part.violations if v.cause is not None)
    return _joined(truth, parts, tuple(violations))


def either(parts: Sequence[Answer]) -> Answer:
    """True when one is. When all are false, the first alternative tells what is wrong."""
    truth = True if any(p.truth is True for p in parts) else None if any(p.truth is None for p in parts) else False
    if truth is False:
        first = parts[0]
        violations = first.violations or (Violation(facts=_facts(parts), working=_workings(parts)),)
    else:
        violations = tuple(v for p in parts if p.truth is truth for v in p.violations if v.cause is not None)
    return _joined(truth, parts, violations)


def negated(part: Answer) -> Answer:
    """The opposite; what was wrong with the part is no longer wrong, but doubts stay."""
    truth = None if part.truth is None else not part.truth
    return replace(part, truth=truth, violations=tuple(v for v in part.violations if part.truth is None and v.cause))


def _joined(truth: bool | None, parts: Sequence[Answer], violations: tuple[Violation, ...]) -> Answer:
    """What all parts read; what is missing matters only in the parts that settled (or unsettled) the answer."""
    return Answer(
        truth=truth,
        used=_facts(parts),
        missing=tuple(dict.fromkeys(m for p in parts if p.truth is truth for m in p.missing)),
        violations=violations,
        working=_workings(parts),
        moot=bool(parts) and all(p.moot for p in parts),
    )


def _facts(parts: Sequence[Answer]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(f for p in parts for f in p.used))


def _workings(parts: Sequence[Answer]) -> Words | None:
    given = list(dict.fromkeys(p.working for p in parts if p.working is not None))
    if not given:
        return None
    return Words(zh="；".join(w.zh for w in given), en="; ".join(w.en for w in given))
