"""Three-valued logic: Kleene's tables, and what a combination says of its parts."""

from itertools import product

import pytest

from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.logic import either, every, negated

TRUTHS = (True, False, None)


def _of(truth: bool | None) -> Answer:
    return Answer(truth=truth)


@pytest.mark.parametrize(("a", "b"), list(product(TRUTHS, TRUTHS)))
def test_kleene_tables(a: bool | None, b: bool | None) -> None:
    conjunction = False if False in (a, b) else None if None in (a, b) else True
    disjunction = True if True in (a, b) else None if None in (a, b) else False
    assert every([_of(a), _of(b)]).truth is conjunction
    assert either([_of(a), _of(b)]).truth is disjunction
    assert negated(every([_of(a), _of(b)])).truth is either([negated(_of(a)), negated(_of(b))]).truth


def test_nothing_missing_is_told_of_parts_that_did_not_settle_the_answer() -> None:
    unknown = Answer(truth=None, missing=(Missing(name="甲.日期", cause=Cause.NOT_FOUND),))
    assert every([_of(True), unknown]).missing == unknown.missing
    assert either([_of(True), unknown]).missing == ()
    assert every([_of(False), unknown]).missing == ()


def test_every_false_part_keeps_a_violation_of_its_own() -> None:
    detailed = Answer(truth=False, violations=(Violation(key="a"), Violation(key="b")))
    joined = every([detailed, _of(False), _of(True)])
    assert [v.key for v in joined.violations] == ["a", "b", ""]


def test_alternatives_that_all_fail_are_one_violation() -> None:
    assert len(either([_of(False), _of(False)]).violations) == 1


def test_doubts_survive_beside_a_true_answer_and_under_a_negation() -> None:
    doubt = Violation(cause=Cause.NEEDS_JUDGEMENT)
    assert every([Answer(truth=True, violations=(doubt,)), _of(True)]).violations == (doubt,)
    assert negated(Answer(truth=None, violations=(doubt,))).violations == (doubt,)
    assert negated(Answer(truth=False, violations=(Violation(),))).violations == ()


def test_the_first_alternative_tells_what_is_wrong() -> None:
    first = Answer(truth=False, violations=(Violation(key="late"),))
    second = Answer(truth=False, violations=(Violation(key="no waiver"),))
    assert [v.key for v in either([first, second]).violations] == ["late"]
