"""The closed set of tests that a rule may use, one module each."""

from collections.abc import Callable

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.context import Context
from casecheck.rules.kinds import (
    absent,
    after,
    among,
    apart,
    ask,
    at_least,
    at_most,
    before,
    beside,
    call,
    cites,
    clock,
    contains,
    count,
    covers,
    differs,
    each,
    filled,
    free_of,
    in_force,
    in_range,
    is_one_of,
    matches,
    mentions,
    order,
    present,
    same,
    signed_by,
    spare,
    taken_up,
    within_days,
)

KINDS: dict[str, Callable[[Json, Context], Answer]] = {
    module.NAME: module.evaluate
    for module in (
        absent,
        after,
        among,
        apart,
        ask,
        at_least,
        at_most,
        before,
        beside,
        call,
        cites,
        clock,
        contains,
        count,
        covers,
        differs,
        each,
        filled,
        free_of,
        in_force,
        in_range,
        is_one_of,
        matches,
        mentions,
        order,
        present,
        same,
        signed_by,
        spare,
        taken_up,
        within_days,
    )
}
"""What answers each kind, by the name it has in a rule."""

COMPOSITE = frozenset((each.NAME,))
"""Kinds that put other conditions: whatever holds for single tests was seen to there."""
