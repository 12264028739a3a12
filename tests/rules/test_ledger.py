"""The time-limit ledger of cases that a test describes."""

from datetime import date

import pytest

from casecheck.model.clock import Clock, ClockState
from casecheck.model.rule import Json
from casecheck.rules.clocks.ledger import ledger
from tests.rules.kit import case, knowledge

FILED, DECIDED = "立案审批表.批准日期", "行政处罚决定书.决定日期"
TODAY = date(2024, 12, 31)


def clocks(
    facts: dict[str, Json], *documents: dict[str, Json], scope: str = "dossier", as_of: date = TODAY
) -> dict[str, Clock]:
    found = ledger(case(facts, *documents, scope=scope), knowledge()[1], as_of)
    return {clock.name: clock for clock in found}


def decided(facts: dict[str, Json], *documents: dict[str, Json]) -> Clock:
    return clocks(facts, *documents)["办案期限"]


def test_the_period_of_the_case_with_its_arithmetic_and_its_facts() -> None:
    clock = decided({FILED: "2023-05-10", DECIDED: "2023-09-08"})
    assert (clock.start, clock.due, clock.actual, clock.slack) == ("2023-05-10", "2023-08-08", "2023-09-08", -31)
    assert (clock.unit, clock.suspended, clock.rule, clock.state) == ("calendar", 0, "PROC-DECISION-90D", "missed")
    assert clock.began is not None and clock.done is not None
    assert (clock.began.name, clock.done.name) == (FILED, DECIDED)
    assert clock.working is not None
    assert clock.working.zh == "2023-05-10 + 90日 = 2023-08-08；实际 2023-09-08，超过 31 日"
    assert clock.working.en == "2023-05-10 + 90 d = 2023-08-08; actual 2023-09-08; 31 d late"


SPANS = [
    ({"检验期间告知书.期间起": "2023-06-01", "检验期间告知书.期间止": "2023-06-10"}, 10),
    ({"行政处罚听证通知书.送达日期": "2023-06-01", "听证笔录.听证日期": "2023-06-12"}, 12),
    ({"送达公告.日期": "2023-06-01"}, 30),
    ({"中止调查.批准日期": "2023-06-01", "恢复调查.批准日期": "2023-06-20"}, 20),
    ({"协助辨认/鉴别通知书.日期": "2023-06-01", "权利人辨认.回复日期": "2023-06-07"}, 7),
    ({"责令退款通知书.日期": "2023-06-01", "责令退款通知书.退还期限": "2023-06-15"}, 15),
]  # fmt: skip


@pytest.mark.parametrize(("papers", "days"), SPANS)
def test_dated_papers_of_a_lawful_kind_stop_the_clock(papers: dict[str, Json], days: int) -> None:
    clock = decided({FILED: "2023-05-10", DECIDED: "2023-08-08", **papers})
    assert clock.suspended == days
    assert {f.name for f in clock.papers} == set(papers)


@pytest.mark.parametrize("papers", [papers for papers, _ in SPANS if len(papers) == 2])
def test_days_without_a_first_or_a_last_day_do_not(papers: dict[str, Json]) -> None:
    for name, day in papers.items():
        assert decided({FILED: "2023-05-10", DECIDED: "2023-08-08", name: day}).suspended == 0


def test_overlapping_kinds_are_not_credited_twice_and_nothing_before_the_filing() -> None:
    test, hearing = SPANS[0][0], SPANS[1][0]
    assert decided({FILED: "2023-05-10", DECIDED: "2023-08-08", **test, **hearing}).suspended == 12
    assert decided({FILED: "2023-06-05", DECIDED: "2023-08-08", **test}).suspended == 5
    assert decided({FILED: "2023-06-10", DECIDED: "2023-08-08", **test}).suspended == 0


def test_only_the_kinds_that_the_law_names_stop_a_period() -> None:
    facts: dict[str, Json] = {
        "案件来源登记表.发现日期": "2023-06-05",
        FILED: "2023-06-20",
        **SPANS[0][0],
        **SPANS[5][0],
    }
    clock = clocks(facts)["核查期限"]
    assert {f.name for f in clock.papers} == set(SPANS[0][0])
    # 15 working days from Jun 5, of which Jun 6 to 9 do not count; Jun 22 to 24 are off, Jun 25 is worked
    assert clock.due == "2023-07-03"


def test_an_extension_in_time_lengthens_and_a_late_one_is_told() -> None:
    extended = decided({FILED: "2023-05-10", "延期审批.批准日期": "2023-08-08", DECIDED: "2023-09-07"})
    assert (extended.due, extended.state) == ("2023-09-07", ClockState.MET)
    late = decided({FILED: "2023-05-10", "延期审批.批准日期": "2023-08-09", DECIDED: "2023-09-07"})
    assert (late.due, late.state) == ("2023-08-08", ClockState.MISSED)
    assert late.why is not None and "2023-08-09" in late.why.zh


def test_an_extension_approved_behind_a_weekend_is_for_a_person() -> None:
    # 2023-05-08 + 90 d is Sunday 2023-08-06
    clock = decided({FILED: "2023-05-08", "延期审批.批准日期": "2023-08-07", DECIDED: "2023-08-31"})
    assert clock.state is ClockState.UNCLEAR


def test_a_second_extension_needs_the_discussion_and_a_day() -> None:
    facts: dict[str, Json] = {
        FILED: "2023-05-10",
        "延期审批.批准日期": ["2023-08-01", "2023-09-05"],
        DECIDED: "2023-10-10",
    }
    assert decided(facts).state is ClockState.UNCLEAR
    settled = decided(facts | {"集体讨论记录.日期": "2023-09-04", "延期审批.延长至": "2023-10-10"})
    assert (settled.due, settled.state) == ("2023-10-10", ClockState.MET)
    assert settled.working is not None
    assert settled.working.zh.startswith("2023-05-10 + 120日 = 2023-09-07；延长至 2023-10-10；")
    assert settled.working.en.startswith("2023-05-10 + 120 d = 2023-09-07; lengthened to 2023-10-10; ")


def test_another_law_sets_its_own_extension_of_a_seizure() -> None:
    order = {"form": "实施行政强制措施决定书", "text": "依据《中华人民共和国食品安全法》第一百一十条，予以扣押。"}
    facts: dict[str, Json] = {
        "实施行政强制措施决定书.日期": "2023-06-01",
        "延长行政强制措施期限决定书.日期": "2023-06-20",
    }
    released: dict[str, Json] = {"解除行政强制措施决定书.日期": "2023-08-10"}
    assert clocks(facts | released)["查封扣押期限"].due == "2023-07-31"
    assert clocks(facts | released, order)["查封扣押期限"].due == "2023-08-15"


def test_approval_within_a_day_of_an_urgent_measure() -> None:
    def state(measured: str, approved: str) -> ClockState | None:
        facts: dict[str, Json] = {"实施行政强制措施决定书.日期": measured, "强制措施.批准日期": approved}
        found = clocks(facts).get("强制措施补批")
        return found.state if found else None

    assert state("2023-06-02", "2023-06-01") is None  # approved before: nothing was urgent
    assert state("2023-06-02", "2023-06-03") is ClockState.UNCLEAR  # the hours are not told
    assert state("2023-06-02", "2023-06-04") is ClockState.MISSED  # a Sunday counts: hours run by the clock


def test_a_running_period_tells_what_is_left() -> None:
    running = clocks({FILED: "2024-12-01"})["办案期限"]
    assert (running.state, running.actual, running.slack, running.left) == (ClockState.RUNNING, None, None, 60)
    overdue = clocks({FILED: "2024-06-03"})["办案期限"]
    assert (overdue.state, overdue.due, overdue.left) == (ClockState.OVERDUE, "2024-09-01", -121)


def test_nothing_is_overdue_where_only_outward_papers_are_given_or_a_paper_was_not_read() -> None:
    facts: dict[str, Json] = {DECIDED: "2023-08-08"}
    assert clocks(facts)["公示期限"].state is ClockState.OVERDUE
    assert clocks(facts, scope="document")["公示期限"].state is ClockState.UNCLEAR
    assert clocks(facts, {"form": "公示", "unread": True})["公示期限"].state is ClockState.UNCLEAR


def test_what_is_missing_or_not_known_is_told_and_never_guessed() -> None:
    untold = clocks({DECIDED: "2023-08-08"})["办案期限"]
    assert (untold.start, untold.due, untold.state) == (None, None, ClockState.NOT_RECKONED)
    assert untold.why is not None and FILED in untold.why.zh
    future = clocks({DECIDED: "2031-05-08", "公示.日期": "2031-05-20"})["公示期限"]
    assert (future.due, future.state) == (None, ClockState.MET)  # twelve days are in time in any year
    later = clocks({DECIDED: "2031-05-08", "公示.日期": "2031-06-10"})["公示期限"]
    assert (later.due, later.state) == (None, ClockState.UNCLEAR)
    assert later.why is not None and "2031" in later.why.zh
    recited = clocks({FILED: {"value": "2023-05-10", "origin": "recited"}, DECIDED: "2023-09-08"})["办案期限"]
    assert (recited.state, recited.slack) == (ClockState.UNCLEAR, -31)


def test_the_duty_to_answer_a_reporter_ended_with_the_old_rules() -> None:
    answered: dict[str, Json] = {"举报处理结果告知书.日期": "2026-04-24"}
    old = clocks({FILED: "2026-04-14", **answered}, as_of=date(2026, 6, 1))["举报告知期限"]
    assert (old.due, old.state) == ("2026-04-21", ClockState.MISSED)
    new = clocks({FILED: "2026-04-15", **answered}, as_of=date(2026, 6, 1))["举报告知期限"]
    assert (new.due, new.state) == (None, ClockState.NOT_RECKONED)


def test_a_second_test_is_asked_for_by_the_law_of_the_goods() -> None:
    told: dict[str, Json] = {"检验结果告知书.送达日期": "2024-03-01", "复检申请.日期": "2024-03-13"}
    food = {"form": "检验结果告知书", "text": "依据《食品安全法》第八十八条"}
    goods = {"form": "检验结果告知书", "text": "依据《产品质量法》第十五条"}
    assert clocks(told, food)["食品复检申请期限"].state is ClockState.MISSED
    assert clocks(told, goods)["产品复检申请期限"].state is ClockState.MET
    assert not {"食品复检申请期限", "产品复检申请期限"} & set(clocks(told))


def test_closing_counts_from_the_last_thing_that_was_carried_out() -> None:
    facts: dict[str, Json] = {
        "缴款凭证.日期": ["2024-03-01", "2024-03-04"], "涉案物品处理记录.处理日期": "2024-04-01", "结案审批表.填写日期": "2024-04-23",
    }  # fmt: skip
    clock = clocks(facts)["结案期限"]
    assert (clock.start, clock.due, clock.state) == ("2024-04-01", "2024-04-23", ClockState.MET)


def test_each_seizure_has_its_own_period() -> None:
    facts: dict[str, Json] = {
        "实施行政强制措施决定书.日期": ["2023-06-01", {"value": "2023-06-20", "document": 2}],
        DECIDED: "2023-07-10",
    }
    found = ledger(case(facts), knowledge()[1], TODAY)
    assert [(c.due, c.state) for c in found if c.name == "查封扣押期限"] == [
        ("2023-07-01", ClockState.MISSED),
        ("2023-07-20", ClockState.MET),
    ]


def test_a_case_that_was_not_filed_or_was_handed_over_is_not_overdue() -> None:
    assert "办案期限" not in clocks({FILED: "2023-05-10", "立案审批表.不予立案": True})
    handed = clocks({FILED: "2023-05-10", "涉嫌犯罪案件移送书.日期": "2023-06-10"})["办案期限"]
    assert (handed.actual, handed.state) == ("2023-06-10", ClockState.MET)
    received = clocks({FILED: "2023-05-10", "案件移送函.日期": "2023-05-02"})["办案期限"]
    assert (received.actual, received.state) == (None, ClockState.OVERDUE)


def test_a_request_for_a_second_test_answers_the_result_before_it() -> None:
    notices = [{"form": "检验结果告知书", "text": "依据《产品质量法》第十五条"} for _ in range(2)]
    facts: dict[str, Json] = {
        "检验结果告知书.送达日期": ["2024-03-01", {"value": "2024-04-28", "document": 2}], "复检申请.日期": "2024-03-05",
    }  # fmt: skip
    found = ledger(case(facts, *notices), knowledge()[1], TODAY)
    assert [(c.actual, c.state) for c in found if c.name == "产品复检申请期限"] == [
        ("2024-03-05", ClockState.MET),
        (None, ClockState.OVER),
    ]


def test_the_result_of_the_second_test_opens_no_window_of_its_own() -> None:
    first = {"form": "检验结果告知书", "text": "依据《产品质量法》第十五条，可以申请复检。"}
    second = {"form": "检验结果告知书", "text": "复检结论为不合格（《产品质量法》第十五条）。"}
    facts: dict[str, Json] = {
        "检验结果告知书.送达日期": ["2024-03-01", {"value": "2024-04-28", "document": 2}], "复检申请.日期": "2024-03-05",
    }  # fmt: skip
    found = ledger(case(facts, first, second), knowledge()[1], TODAY)
    assert [c.actual for c in found if c.name == "产品复检申请期限"] == ["2024-03-05"]
    assert "产品复检申请期限" not in clocks({"检验结果告知书.送达日期": "2024-04-28"}, second)


def test_a_decision_not_to_penalise_and_a_measure_open_their_windows_too() -> None:
    spared = clocks({"不予行政处罚决定书.送达日期": "2024-03-01"})
    assert (spared["复议申请期限"].due, spared["起诉期限"].due) == ("2024-04-30", "2024-09-02")
    facts: dict[str, Json] = {
        "实施行政强制措施决定书.送达日期": ["2024-03-01", {"value": "2024-03-20", "document": 2}],
    }  # fmt: skip
    found = ledger(case(facts), knowledge()[1], TODAY)
    assert [c.due for c in found if c.name == "强制措施复议申请期限"] == ["2024-04-30", "2024-05-20"]
    assert [c.due for c in found if c.name == "强制措施起诉期限"] == ["2024-09-02", "2024-09-20"]


def test_a_decision_on_the_spot_is_handed_over_at_once() -> None:
    facts: dict[str, Json] = {"当场行政处罚决定书.决定日期": "2024-05-06", "缴款凭证.日期": "2024-05-22"}
    clock = clocks(facts)["缴款期限"]
    assert (clock.start, clock.due, clock.state) == ("2024-05-06", "2024-05-21", ClockState.MISSED)


@pytest.mark.parametrize(
    ("found", "state"),
    [("2023-08-10", ClockState.MET), ("2023-08-11", ClockState.UNCLEAR), ("2026-08-10", ClockState.UNCLEAR), ("2026-08-11", ClockState.MISSED)],
)  # fmt: skip
def test_two_years_to_find_an_act_and_five_where_a_person_must_judge(found: str, state: ClockState) -> None:
    facts: dict[str, Json] = {"违法行为.终了日期": "2021-08-10", "案件来源登记表.发现日期": found}
    assert clocks(facts, as_of=date(2027, 6, 1))["追责时效"].state is state
