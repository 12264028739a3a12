"""`differs: {facts: [A, B, …], as: …}`: no two papers state the same value (审核人 ≠ 办案人员)."""

from itertools import combinations

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.agreement import NORMAL
from casecheck.rules.arguments import mapping, names
from casecheck.rules.context import Context, unknown
from casecheck.text.identifiers import visible_match

NAME = "differs"


def evaluate(arguments: Json, context: Context) -> Answer:
    """Values of different names are held against each other; masked ones that may be equal need a person."""
    given = mapping(arguments)
    normal = NORMAL[str(given.get("as", "text"))]
    readings = [context.read(name) for name in names(given["facts"])]
    if sum(bool(r.facts) for r in readings) < 2:
        return unknown(*readings)
    violations: dict[str, Violation] = {}
    for first, second in combinations(readings, 2):
        for a in first.facts:
            for b in second.facts:
                masked = a.masked or b.masked
                if normal(a) == normal(b) or (masked and visible_match(normal(a), normal(b))):
                    cause = Cause.NEEDS_JUDGEMENT if masked else None
                    params = (("value", b.raw), ("first", first.name), ("second", second.name))
                    key = f"{first.name}={second.name}|{normal(b)}"
                    violations.setdefault(key, Violation(facts=(a, b), key=key, cause=cause, params=params))
    used = tuple(f for r in readings for f in r.facts)
    missing = tuple(r.missing for r in readings if r.missing)
    found = tuple(violations.values())
    truth = False if any(v.cause is None for v in found) else None if found or missing else True
    return Answer(truth=truth, used=used, missing=missing if truth is None else (), violations=found)
