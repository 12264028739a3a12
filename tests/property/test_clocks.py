"""Periods of the ledger against a calendar of the tests' own, at the last day, the day before and the day after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casecheck.law.calendar import Calendar
from casecheck.law.limits import Limit
from casecheck.law.periods import Length, Unit, Whose, due
from casecheck.law.suspensions import DaysOff, days_off, due_without
from casecheck.model.clock import Clock, ClockState
from casecheck.model.rule import condition_of
from casecheck.model.verdict import Outcome
from casecheck.rules.clocks.course import courses
from casecheck.rules.clocks.ledger import ledger
from casecheck.rules.engine import evaluate_rule
from tests.holiday_notices import DAY, FIRST, LAST, OFF, WORKED, counted, moved, works
from tests.rules.kit import AS_OF, case, knowledge, rules

CALENDAR = Calendar()
STARTS = st.dates(FIRST, date(2026, 8, 1))
IN_FORCE = st.dates(date(2022, 11, 1), date(2026, 5, 31))
NEAR_A_BREAK = (
    st.sampled_from(sorted(OFF | WORKED))
    .flatmap(lambda day: st.integers(-25, 3).map(lambda n: day + timedelta(days=n)))
    .filter(lambda day: date(2022, 11, 1) <= day <= date(2026, 5, 31))
)

WORKING_LIMITS = [x for x in knowledge()[1].limits.limits if x.length is not None and x.length.unit == "working"]
BREAKS = [day for day in sorted(OFF) if day - DAY not in OFF and day + 5 * DAY in OFF]
"""The first day of each long break (春节, 国庆)."""
SIDES: tuple[Whose, ...] = ("agency", "party")

DECIDED, FILED = "行政处罚决定书.决定日期", "立案审批表.批准日期"
DEADLINES = [
    ("核查期限", "案件来源登记表.发现日期", FILED, 15, "working", False),
    ("登记保存期限", "先行登记保存证据通知书.日期", "先行登记保存.处理日期", 7, "working", False),
    ("查封扣押期限", "实施行政强制措施决定书.日期", "解除行政强制措施决定书.日期", 30, "calendar", False),
    ("审核期限", "案件审核表.送审日期", "案件审核表.审核日期", 10, "working", False),
    ("办案期限", FILED, DECIDED, 90, "calendar", False),
    ("决定书送达期限", DECIDED, "行政处罚决定书.送达日期", 7, "working", False),
    ("投诉受理期限", "投诉受理决定书.收到日期", "投诉受理决定书.日期", 7, "working", False),
    ("简易程序归档期限", "当场行政处罚决定书.决定日期", "当场行政处罚决定书.归档日期", 7, "working", False),
    ("公示期限", DECIDED, "公示.日期", 20, "working", False),
    ("缴款期限", "行政处罚决定书.送达日期", "缴款凭证.日期", 15, "calendar", True),
]  # fmt: skip
WAITS = [
    ("陈述申辩期限", "行政处罚告知书.送达日期", DECIDED, 5, 0),
    ("听证通知期限", "行政处罚听证通知书.送达日期", "听证笔录.听证日期", 7, 1),
    ("催告期限", "行政处罚决定履行催告书.送达日期", "强制执行申请书.日期", 10, 0),
]


def clock(name: str, facts: dict[str, str], as_of: date = AS_OF) -> Clock:
    found = [c for c in ledger(case(facts), knowledge()[1], as_of) if c.name == name]
    assert len(found) == 1
    return found[0]


def test_the_two_calendars_know_the_same_days() -> None:
    day = FIRST
    while day < LAST - timedelta(days=3):
        assert CALENDAR.is_working(day) is works(day), day
        day += DAY


@settings(deadline=None)
@given(STARTS, st.integers(1, 95), st.sampled_from(["working", "calendar"]), st.booleans())
def test_an_end_is_where_a_hand_would_count_it(start: date, days: int, unit: Unit, party: bool) -> None:
    assume(unit == "calendar" or days <= 60)
    end = due(start, Length(count=days, unit=unit), CALENDAR, "party" if party else "agency")
    assert end.date == moved(counted(start, days, unit), over_weekends=party)


@pytest.mark.parametrize("limit", WORKING_LIMITS, ids=lambda limit: f"{limit.name} {limit.valid_from}")
def test_every_limit_in_working_days_is_kept_to_the_day_across_the_long_breaks(limit: Limit) -> None:
    assert limit.length is not None
    tried = False
    for first in BREAKS:
        for shift in range(-limit.length.count - 4, 12):
            start = first + timedelta(days=shift)
            if not limit.in_force(start) or not FIRST <= start <= LAST - timedelta(days=60):
                continue
            tried = True
            last = counted(start, limit.length.count, "working")
            for whose in SIDES:
                end = due(start, limit.length, CALENDAR, whose)
                assert [end.met_by(last + n * DAY) for n in (-1, 0, 1)] == [True, True, False], (start, whose)
    assert tried or not any(limit.in_force(day) for day in BREAKS[:-1])


@settings(deadline=None)
@given(
    STARTS,
    st.integers(1, 60),
    st.sampled_from(["working", "calendar"]),
    st.lists(st.tuples(st.integers(-30, 60), st.integers(0, 25)), max_size=4),
)
def test_days_off_count_once_and_never_before_the_start(
    start: date, days: int, unit: Unit, stretches: list[tuple[int, int]]
) -> None:
    offs = [
        DaysOff(first=start + timedelta(days=a), last=start + timedelta(days=a + length)) for a, length in stretches
    ]
    off = frozenset(start + timedelta(days=a + n) for a, length in stretches for n in range(length + 1))
    end = due_without(start, Length(count=days, unit=unit), offs, CALENDAR)
    assume(end.date is not None)
    last = counted(start, days, unit, off)
    assert end.date == moved(last, over_weekends=False)
    assert days_off(start, last, offs) == sum(start < day <= last for day in off)


@pytest.mark.parametrize(("name", "start", "end", "days", "unit", "party"), DEADLINES)
@settings(deadline=None, max_examples=30)
@given(begin=IN_FORCE | NEAR_A_BREAK)
def test_an_act_on_the_last_day_is_in_time_and_one_on_the_next_is_not(
    name: str, start: str, end: str, days: int, unit: str, party: bool, begin: date
) -> None:
    last = moved(counted(begin, days, unit), over_weekends=party)
    states = {}
    for shift in (-1, 0, 1):
        act = last + timedelta(days=shift)
        found = clock(name, {start: begin.isoformat(), end: act.isoformat()})
        assert (found.due, found.slack) == (last.isoformat(), -shift)
        states[shift] = found.state
    assert (states[-1], states[0]) == (ClockState.MET, ClockState.MET)
    edge = not works(last)  # an ordinary weekend: whether it moves the end is for a person
    assert states[1] is (ClockState.UNCLEAR if edge else ClockState.MISSED)


@pytest.mark.parametrize(("name", "start", "end", "days", "edge"), WAITS)
@settings(deadline=None, max_examples=30)
@given(begin=IN_FORCE | NEAR_A_BREAK)
def test_what_must_be_waited_for_is_over_on_the_day_after(
    name: str, start: str, end: str, days: int, edge: int, begin: date
) -> None:
    last = counted(begin, days, "working")
    for shift in (-1, 0, 1):
        act = last + timedelta(days=shift)
        found = clock(name, {start: begin.isoformat(), end: act.isoformat()})
        expected = ClockState.MET if shift == 1 else ClockState.UNCLEAR if edge and not shift else ClockState.MISSED
        assert (found.state, found.due, found.slack) == (expected, last.isoformat(), shift - 1)


@settings(deadline=None, max_examples=30)
@given(begin=st.dates(date(2022, 11, 1), date(2025, 12, 31)), shift=st.sampled_from([-1, 0, 1]))
def test_the_court_is_asked_in_the_three_months_after_the_time_to_sue(begin: date, shift: int) -> None:
    found = clock("申请执行期限", {"行政处罚决定书.送达日期": begin.isoformat(), "强制执行申请书.日期": "2022-10-31"})
    assert found.state is ClockState.MISSED  # before anything was served
    assert found.start is not None and found.due is not None
    after = date.fromisoformat(found.start) + DAY
    assert (
        clock(
            "申请执行期限", {"行政处罚决定书.送达日期": begin.isoformat(), "强制执行申请书.日期": after.isoformat()}
        ).state
        is ClockState.MET
    )
    last = date.fromisoformat(found.due)
    act = (last + timedelta(days=shift)).isoformat()
    state = clock("申请执行期限", {"行政处罚决定书.送达日期": begin.isoformat(), "强制执行申请书.日期": act}).state
    assert (state is ClockState.MET) is (shift < 1)


RULES = {
    "PROC-DECISION-90D": "办案期限",
    "PROC-SERVE-7WD": "决定书送达期限",
    "PROC-PRESERVE-7WD": "登记保存期限",
    "PROC-SEIZE-30D": "查封扣押期限",
    "PROC-EXEC-WINDOW": "申请执行期限",
    "PROC-NOTICE-WAIT": "陈述申辩期限",
}
OUTCOMES = {
    ClockState.MET: Outcome.PASS,
    ClockState.MISSED: Outcome.DEFECT,
    ClockState.UNCLEAR: Outcome.UNDETERMINED,
}
_GAPS = st.integers(0, 130)


@st.composite
def dated_cases(draw: st.DrawFn) -> dict[str, str]:
    """A case whose dates lie in their order, each at any distance from the one before; some in years without a notice."""
    day = draw(st.dates(date(2022, 11, 1), date(2026, 12, 31)))
    found = {}
    for name in (
        "案件来源登记表.发现日期", FILED, "先行登记保存证据通知书.日期", "先行登记保存.处理日期", "实施行政强制措施决定书.日期",
        "检验期间告知书.期间起", "检验期间告知书.期间止", "解除行政强制措施决定书.日期", "案件审核表.送审日期", "案件审核表.审核日期",
        "行政处罚告知书.送达日期", DECIDED, "行政处罚决定书.送达日期", "公示.日期", "缴款凭证.日期", "强制执行申请书.日期",
    ):  # fmt: skip
        if draw(st.booleans()):
            found[name] = day.isoformat()
        day += timedelta(days=draw(_GAPS))
    return found


@settings(deadline=None, max_examples=30)
@given(facts=dated_cases())
def test_the_ledger_and_the_rule_never_disagree(facts: dict[str, str]) -> None:
    subject, law = case(facts), knowledge()[1]
    clocks = {c.name: c for c in ledger(subject, law, AS_OF)}
    for code, name in RULES.items():
        if name in clocks and clocks[name].state in OUTCOMES and clocks[name].actual:
            result = evaluate_rule(rules()[code], subject, law, AS_OF)
            assert result.outcome is OUTCOMES[clocks[name].state], (code, clocks[name])


@settings(deadline=None, max_examples=30)
@given(facts=dated_cases())
def test_a_rule_that_only_names_a_period_says_what_the_ledger_says(facts: dict[str, str]) -> None:
    subject, law = case(facts), knowledge()[1]
    for term in law.clocks.terms:
        rule = replace(
            rules()["PROC-SERVE-7WD"], when=None, requires=(), procedures=(), check=condition_of({"clock": term.name})
        )
        outcome = evaluate_rule(rule, subject, law, AS_OF).outcome
        states = {c.state for c in ledger(subject, law, AS_OF) if c.name == term.name}
        assert len(courses(term, subject, law)) >= len(states)
        assert (outcome is Outcome.DEFECT) is (ClockState.MISSED in states)
        assert outcome is not Outcome.PASS or states == {ClockState.MET}
