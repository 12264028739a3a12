"""Periods and sequences: the last lawful day, the day after, weekends, unknown calendars, recited dates."""

from dataclasses import replace
from typing import ClassVar

import pytest

from casecheck.model.rule import Json
from casecheck.model.verdict import Cause, Outcome
from tests.unit.rules.kit import ask, case_with, put, rule_with

FILED, DECIDED, SERVED = "立案审批表.批准日期", "行政处罚决定书.决定日期", "行政处罚告知书.送达日期"
WITHIN: Json = {"within_days": {"from": FILED, "to": DECIDED, "length": "$办案.期限"}}
AFTER: Json = {"after": {"date": DECIDED, "end_of": {"from": SERVED, "length": "$告知.期限", "whose": "party"}}}


def within(start: str, end: str) -> bool | None:
    return ask(WITHIN, case_with({FILED: start, DECIDED: end})).truth


@pytest.mark.parametrize(
    ("decided", "truth"),
    [("2023-08-07", True), ("2023-08-08", True), ("2023-08-09", False), ("2023-09-08", False)],
)
def test_ninety_days_end_on_the_ninetieth(decided: str, truth: bool) -> None:
    assert within("2023-05-10", decided) is truth


def test_the_arithmetic_is_shown_in_both_languages() -> None:
    working = ask(WITHIN, case_with({FILED: "2023-05-10", DECIDED: "2023-09-08"})).working
    assert working is not None
    assert working.zh == "2023-05-10 + 90日 = 2023-08-08；实际2023-09-08，逾期31日"
    assert working.en == "2023-05-10 + 90 d = 2023-08-08; actual 2023-09-08; 31 d late"


def test_an_end_on_a_weekend_with_the_act_on_the_next_working_day_needs_a_person() -> None:
    # 2023-05-08 + 90 d is Sunday 2023-08-06
    assert within("2023-05-08", "2023-08-06") is True
    answer = ask(WITHIN, case_with({FILED: "2023-05-08", DECIDED: "2023-08-07"}))
    assert answer.truth is None
    assert answer.violations[0].cause is Cause.NEEDS_JUDGEMENT
    assert within("2023-05-08", "2023-08-08") is False


def test_an_unknown_calendar_is_never_guessed() -> None:
    # 2040-01-02 + 90 d is 2040-04-01; no holiday moves the end by more than a fortnight
    answer = ask(WITHIN, case_with({FILED: "2040-01-02", DECIDED: "2040-04-02"}))
    assert (answer.truth, answer.violations[0].cause) == (None, Cause.NOT_FOUND)
    assert within("2040-01-02", "2040-04-15") is None
    assert within("2040-01-02", "2040-04-16") is False
    assert within("2040-01-02", "2040-02-01") is True


def test_a_limit_that_was_not_in_force_cannot_be_applied() -> None:
    check: Json = {"within_days": {"from": FILED, "to": DECIDED, "length": "$旧.期限"}}
    answer = ask(check, case_with({FILED: "2023-05-10", DECIDED: "2023-05-11"}))
    assert (answer.truth, answer.missing[0].name) == (None, "$旧.期限")


def test_nothing_is_called_defective_by_a_limit_nobody_has_read() -> None:
    check: Json = {"within_days": {"from": FILED, "to": DECIDED, "length": "$未核.期限"}}
    result = put(rule_with(check), case_with({FILED: "2023-05-10", DECIDED: "2023-09-08"}))
    assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NEEDS_JUDGEMENT)


@pytest.mark.parametrize(("decided", "truth"), [("2023-08-08", False), ("2023-08-09", True)])
def test_after_the_end_of_a_period_means_after_its_last_day(decided: str, truth: bool) -> None:
    assert ask(AFTER, case_with({SERVED: "2023-08-01", DECIDED: decided})).truth is truth


def test_hours_run_by_the_clock_and_days_alone_do_not_settle_them() -> None:
    check: Json = {"within_days": {"from": "现场笔录.检查开始", "to": "询问笔录.询问开始", "length": "$告知家属.时限"}}

    def truth(first: str, second: str) -> bool | None:
        return ask(check, case_with({"现场笔录.检查开始": first, "询问笔录.询问开始": second})).truth

    assert truth("2023-05-10T09:30", "2023-05-11T09:30") is True
    assert truth("2023-05-10T09:30", "2023-05-11T09:31") is False


def test_what_is_missing_is_told_with_its_cause() -> None:
    answer = ask(WITHIN, case_with({FILED: "2023-05-10"}))
    assert [(m.name, m.cause) for m in answer.missing] == [(DECIDED, Cause.DOCUMENT_MISSING)]
    answer = ask(WITHIN, case_with({FILED: "2023-05-10"}, {"form": "行政处罚决定书"}))
    assert [(m.name, m.cause) for m in answer.missing] == [(DECIDED, Cause.NOT_FOUND)]


def test_two_values_for_one_date_are_a_conflict_not_a_choice() -> None:
    answer = ask(WITHIN, case_with({FILED: "2023-05-10", DECIDED: ["2023-08-01", "2023-09-08"]}))
    assert (answer.truth, answer.missing[0].cause) == (None, Cause.CONFLICTING)


@pytest.mark.parametrize("decided", ["2023-08-01", "2023-09-08"])
def test_a_recited_date_neither_passes_nor_fails(decided: str) -> None:
    recited: Json = {"value": "2023-05-10", "origin": "recited"}
    result = put(rule_with(WITHIN), case_with({DECIDED: decided, FILED: recited}))
    assert result.outcome is Outcome.UNDETERMINED
    finding = result.findings[0]
    assert finding.cause is Cause.DOCUMENT_MISSING
    assert FILED.replace(".", "的") in finding.message.zh
    assert finding.working is not None
    assert "2023-08-08" in finding.working.zh


def test_a_recited_date_is_enough_to_ask_whether_a_rule_applies() -> None:
    recited: Json = {"value": "2023-05-10", "origin": "recited"}
    assert ask({"present": FILED}, case_with({DECIDED: "2023-08-01", FILED: recited}), deciding=False).truth is True


@pytest.mark.parametrize(
    ("kind", "more", "first", "second", "truth"),
    [
        ("before", {}, "2023-05-10", "2023-05-11", True),
        ("before", {}, "2023-05-10", "2023-05-10", False),
        ("before", {"or_same": True}, "2023-05-10", "2023-05-10", True),
        ("before", {"or_same": True}, "2023-05-11", "2023-05-10", False),
        ("after", {}, "2023-05-11", "2023-05-10", True),
        ("after", {}, "2023-05-10", "2023-05-10", False),
    ],
)
def test_before_and_after(kind: str, more: dict[str, Json], first: str, second: str, truth: bool) -> None:
    check: Json = {kind: {"date": FILED, "than": DECIDED, **more}}
    assert ask(check, case_with({FILED: first, DECIDED: second})).truth is truth


def test_a_time_and_a_day_that_coincide_do_not_settle_what_came_first() -> None:
    check: Json = {"before": {"date": "现场笔录.检查开始", "than": DECIDED}}
    assert ask(check, case_with({"现场笔录.检查开始": "2023-05-10T09:30", DECIDED: "2023-05-10"})).truth is None


def test_papers_of_one_form_are_held_against_their_own_delivery() -> None:
    check: Json = {"before": {"date": DECIDED, "than": "行政处罚决定书.送达日期", "or_same": True}}
    facts: dict[str, Json] = {
        DECIDED: [{"value": "2023-08-10"}, {"value": "2023-08-20", "document": 2}],
        "行政处罚决定书.送达日期": [{"value": "2023-08-11"}, {"value": "2023-08-21", "document": 2}],
    }
    case = case_with(facts)
    assert ask({"each": {"of": "行政处罚决定书", "check": check}}, case).truth is True
    late = replace(case, single=frozenset())
    assert ask(check, late).truth is True


class TestOrder:
    CHECK: ClassVar[Json] = {"order": {"dates": [FILED, SERVED, DECIDED]}}

    def test_known_dates_in_sequence(self) -> None:
        facts: dict[str, Json] = {FILED: "2023-05-10", SERVED: "2023-06-10", DECIDED: "2023-08-01"}
        assert ask(self.CHECK, case_with(facts)).truth is True

    def test_one_violation_for_each_inversion(self) -> None:
        facts: dict[str, Json] = {FILED: "2023-07-10", SERVED: "2023-06-10", DECIDED: "2023-06-01"}
        answer = ask(self.CHECK, case_with(facts))
        assert answer.truth is False
        assert [v.key for v in answer.violations] == [f"{FILED}>{SERVED}", f"{SERVED}>{DECIDED}"]

    def test_a_name_in_between_that_nobody_has_is_passed_over(self) -> None:
        assert ask(self.CHECK, case_with({FILED: "2023-09-10", DECIDED: "2023-08-01"})).truth is False

    def test_the_same_day_is_in_sequence_unless_strict(self) -> None:
        case = case_with({FILED: "2023-08-01", DECIDED: "2023-08-01"})
        assert ask(self.CHECK, case).truth is True
        assert ask({"order": {"dates": [FILED, DECIDED], "strict": True}}, case).truth is False

    def test_the_latest_of_several_must_come_before_the_next(self) -> None:
        check: Json = {"order": {"dates": ["询问笔录.询问开始", DECIDED]}}
        asked: list[Json] = ["2023-05-10T09:00", {"value": "2023-09-01T09:00", "document": 2}]
        assert ask(check, case_with({"询问笔录.询问开始": asked, DECIDED: "2023-08-01"})).truth is False

    def test_one_date_has_no_order(self) -> None:
        assert ask(self.CHECK, case_with({FILED: "2023-05-10"})).truth is None

    def test_an_unread_date_in_between_forbids_a_pass(self) -> None:
        facts: dict[str, Json] = {FILED: "2023-05-10", DECIDED: "2023-08-01"}
        case = case_with(facts, {"form": "行政处罚告知书", "unread": True}, {"form": "送达回证", "unread": True})
        assert ask(self.CHECK, case).truth is None
