"""A check that found nothing to look at does not apply; it never counts as a pass."""

import pytest

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Outcome
from casecheck.rules.builtin import registry
from tests.unit.rules.kit import case_with, put, rule_with


@pytest.fixture
def predicates(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    known = {name: (lambda case, law, arguments, name=name: answers[name]) for name in ("one", "two")}
    monkeypatch.setattr(registry, "load", lambda: known)
    return answers


BOTH: Json = {"all": [{"call": {"name": "one"}}, {"call": {"name": "two"}}]}


def test_nothing_to_check_does_not_apply(predicates: dict[str, Answer]) -> None:
    predicates["one"] = predicates["two"] = Answer(truth=True, moot=True)
    assert put(rule_with(BOTH), case_with({})).outcome is Outcome.NOT_APPLICABLE


def test_one_part_that_was_checked_is_a_pass(predicates: dict[str, Answer]) -> None:
    predicates["one"], predicates["two"] = Answer(truth=True, moot=True), Answer(truth=True)
    assert put(rule_with(BOTH), case_with({})).outcome is Outcome.PASS


def test_what_could_not_be_told_stays_so(predicates: dict[str, Answer]) -> None:
    predicates["one"], predicates["two"] = Answer(truth=True, moot=True), Answer(truth=None)
    assert put(rule_with(BOTH), case_with({})).outcome is Outcome.UNDETERMINED
