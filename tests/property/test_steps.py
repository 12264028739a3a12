"""The replay of the steps under days in any order and with days left out."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.model.rule import Json
from casecheck.model.steps import StepPath, StepState
from casecheck.model.verdict import Outcome
from casecheck.rules.clocks.ledger import ledger
from casecheck.rules.steps.replay import replay
from tests.rules.kit import case, check_case, knowledge

ROW = [
    ("登记案源", "案件来源登记表.发现日期"),
    ("立案", "立案审批表.批准日期"),
    ("调查终结", "案件调查终结报告.日期"),
    ("制作告知书", "行政处罚告知书.日期"),
    ("送达告知书", "行政处罚告知书.送达日期"),
    ("批准处理决定", "行政处理决定审批表.批准日期"),
    ("作出决定", "行政处罚决定书.决定日期"),
    ("送达决定书", "行政处罚决定书.送达日期"),
    ("结案", "结案审批表.批准日期"),
]
"""The steps of the ordinary path without the review, whose order another check tells."""
FIRST = date(2023, 3, 1)
OFFSETS = st.lists(st.integers(0, 120), min_size=len(ROW), max_size=len(ROW))
KEPT = st.lists(st.booleans(), min_size=len(ROW), max_size=len(ROW))


def facts_of(offsets: list[int], kept: list[bool]) -> dict[str, Json]:
    rows = zip(ROW, offsets, kept, strict=True)
    return {fact: (FIRST + timedelta(days=n)).isoformat() for (_, fact), n, there in rows if there}


def main(facts: dict[str, Json]) -> StepPath:
    subject = case(facts, stage="closing")
    law = knowledge()[1]
    return replay(subject, law, ledger(subject, law, date(2024, 1, 1)))[0]


def turned(path: StepPath) -> set[str]:
    return {step.name for step in path.steps if step.against is not None}


@settings(deadline=None, max_examples=120)
@given(OFFSETS, KEPT)
def test_a_step_is_out_of_order_exactly_when_the_days_are_not_sorted(offsets: list[int], kept: list[bool]) -> None:
    facts = facts_of(offsets, kept)
    days = [date.fromisoformat(str(facts[fact])) for _, fact in ROW if fact in facts]
    path = main(facts)
    assert bool(turned(path)) is (days != sorted(days))
    # what is left when the odd ones are taken away is sorted
    left = [step.days[0] for step in path.steps if step.days and step.name not in turned(path)]
    assert left == sorted(left)


@settings(deadline=None, max_examples=60)
@given(OFFSETS, KEPT)
def test_the_check_of_the_order_tells_the_same_steps(offsets: list[int], kept: list[bool]) -> None:
    facts = facts_of(offsets, kept)
    result = check_case("PROC-TIME-LINE", case(facts))
    told = [f for f in result.findings if f.outcome is Outcome.DEFECT]
    missed = len(turned(main(facts))) - len(told)
    assert missed >= 0
    assert (result.outcome is Outcome.DEFECT) is bool(told)
    if missed:  # the pair is another check's, and that one finds it
        outcomes = {check_case(rule, case(facts)).outcome for rule in ("PROC-DECISION-APPROVAL", "PROC-NOTICE-EXISTS")}
        assert Outcome.DEFECT in outcomes


@settings(deadline=None, max_examples=60)
@given(st.permutations(range(0, 9 * 10, 10)))
def test_each_permutation_names_two_steps_whose_days_are_really_the_wrong_way_round(order: list[int]) -> None:
    path = main(facts_of(list(order), [True] * len(ROW)))
    by_name = {step.name: step for step in path.steps}
    position = {name: number for number, (name, _) in enumerate(ROW)}
    for step in path.steps:
        if step.against is not None:
            first, then = sorted((step.name, step.against), key=lambda name: position[name])
            assert by_name[first].days[0] > by_name[then].days[0]
            assert step.state is (StepState.EARLY if step.name == then else StepState.LATE)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 120), min_size=len(ROW), max_size=len(ROW)).map(sorted), KEPT)
def test_leaving_days_out_of_a_case_in_order_never_turns_a_step_round(offsets: list[int], kept: list[bool]) -> None:
    path = main(facts_of(offsets, kept))
    assert not turned(path)
    states = [step.state for step in path.steps]
    assert states.count(StepState.NEXT) <= 1
    taken = [number for number, step in enumerate(path.steps) if step.days]
    for number, step in enumerate(path.steps):
        if step.state is StepState.MISSING and step.clock is None:
            assert not step.days and taken and number < taken[-1]
        if step.state is StepState.NEXT:
            assert not taken or number > taken[-1]
        if step.state is StepState.DONE and step.earliest:
            assert step.days[-1] >= step.earliest
    for early, late in combinations([s for s in path.steps if s.earliest], 2):
        assert early.earliest is not None and late.earliest is not None
        if late.name not in ("集体讨论", "公示", "缴款") and not (early.clock or early.name == "作出决定"):
            assert early.earliest <= late.earliest
