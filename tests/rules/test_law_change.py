"""Cases that straddle a change of the law: each act is judged by the law of its own day, and nothing by one to come."""

from datetime import date

import pytest

from casecheck.model.rule import Json
from casecheck.model.verdict import Outcome
from casecheck.rules.engine import evaluate_rule
from tests.rules.kit import AS_OF, case, check, knowledge, rules

FILED, DECIDED = "立案审批表.批准日期", "行政处罚决定书.决定日期"
SERVED, NOTICE = "行政处罚决定书.送达日期", "行政处罚告知书.日期"
FAULTS: dict[str, Json] = {
    "案件来源登记表.发现日期": "2021-03-01",
    FILED: "2021-06-01",
    "现场笔录.检查人员": ["柳青禾"],
    "现场笔录.检查开始": "2021-03-04 09:00",
    "现场笔录.检查结束": "2021-03-04 10:00",
    "先行登记保存证据通知书.日期": "2021-05-06",
    "案件调查终结报告.日期": "2021-07-01",
    "案件审核表.审核人": "柳青禾",
    "案件审核表.审核日期": "2021-07-02",
    NOTICE: "2021-07-14",
    "行政处罚告知书.送达日期": "2021-07-14",
    DECIDED: "2021-07-16",
    SERVED: "2021-07-30",
}
"""Filed, inspected by one officer, reviewed by him and announced under the old texts; decided and served under the new ones."""
OLD_ACTS = (
    "PROC-FILING-15WD", "PROC-FILING-APPROVAL", "PROC-FILING-CONDITIONS", "PROC-OFFICERS-TWO", "PROC-OFFICER-CERT", "PROC-SHOW-CERT",
    "PROC-PRESERVE-7WD", "PROC-PRESERVE-APPROVAL", "PROC-REVIEW-SEPARATE", "PROC-REVIEW-10WD", "PROC-NOTICE-WAIT", "PROC-NOTICE-CONTENT",
)  # fmt: skip
NEW_ACTS = ("PROC-SERVE-7WD", "PROC-DECISION-APPROVAL", "PROC-REMEDY-CLAUSE")


@pytest.mark.parametrize("code", OLD_ACTS)
def test_an_act_before_the_rules_of_2021_is_not_judged_by_them(code: str) -> None:
    assert check(code, FAULTS).outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("code", NEW_ACTS)
def test_the_acts_of_the_same_case_after_it_are(code: str) -> None:
    assert check(code, FAULTS).outcome is Outcome.DEFECT


def test_the_first_day_of_the_new_rules_counts() -> None:
    two = {"现场笔录.检查人员": ["柳青禾"], "现场笔录.检查结束": "2021-07-15 10:00", DECIDED: "2021-08-20"}
    assert check("PROC-OFFICERS-TWO", two | {"现场笔录.检查开始": "2021-07-15 09:00"}).outcome is Outcome.DEFECT
    assert check("PROC-OFFICERS-TWO", two | {"现场笔录.检查开始": "2021-07-14 09:00"}).outcome is Outcome.NOT_APPLICABLE


def test_a_period_that_began_under_the_old_rules_has_the_length_of_its_day() -> None:
    """Ninety days from the filing stood in the rules of 2019, too, whose text was not read: their breach is a question."""
    days: dict[str, Json] = {FILED: "2021-06-01"}
    assert check("PROC-DECISION-90D", days | {DECIDED: "2021-08-30"}).outcome is Outcome.PASS
    assert check("PROC-DECISION-90D", days | {DECIDED: "2021-08-31"}).outcome is Outcome.UNDETERMINED
    assert check("PROC-DECISION-90D", {FILED: "2021-07-15", DECIDED: "2021-10-14"}).outcome is Outcome.DEFECT


def test_a_dossier_before_the_time_of_the_rules_has_no_defect_of_procedure() -> None:
    moved: dict[str, Json] = {
        name: value.replace("2021", "2017") if isinstance(value, str) else value for name, value in FAULTS.items()
    }
    subject = case(moved, {"form": "行政处罚决定书", "text": "可以向上一级市场监督管理局申请行政复议。"})
    law = knowledge()[1]
    dated = [
        r for r in rules().values() if r.principle == "procedure" and (r.valid_from or date.min) > date(2018, 1, 1)
    ]
    assert len(dated) > 100
    found = {r.code: evaluate_rule(r, subject, law, AS_OF).outcome for r in dated}
    assert {code for code, outcome in found.items() if outcome is not Outcome.NOT_APPLICABLE} == set()


REPORTED: dict[str, Json] = {"举报登记表.举报人": "尹秋婷", "立案审批表.引用条款": ["食品安全法 第三十四条"]}
FORM: dict[str, Json] = {"form": "立案审批表", "text": "涉嫌违反《中华人民共和国食品安全法》第三十四条。"}


@pytest.mark.parametrize(
    ("filed", "old", "new"),
    [
        ("2026-04-14", Outcome.DEFECT, Outcome.NOT_APPLICABLE),
        ("2026-04-15", Outcome.NOT_APPLICABLE, Outcome.DEFECT),
    ],
)
def test_the_answer_to_a_reporter_follows_the_measures_of_the_day_of_the_decision_on_filing(
    filed: str, old: Outcome, new: Outcome
) -> None:
    """The report came under the old measures, the case was decided under the new ones; nobody was told."""
    facts = REPORTED | {"举报登记表.举报日期": "2026-04-01", FILED: filed, DECIDED: "2026-07-01"}
    assert check("PROC-REPORTER-5WD-OLD", facts, FORM).outcome is old
    assert check("PROC-REPORTER-2026", facts, FORM).outcome is new


BUREAU = "可以在六十日内向青禾市市场监督管理局申请行政复议，也可以在六个月内向青禾县人民法院提起行政诉讼。"


def remedy(form: str, day: str, other: str, other_day: str) -> list[tuple[str, str]]:
    """Which of two papers that both name a bureau as the body of reconsideration are found fault with."""
    facts: dict[str, Json] = {f"{form}.决定日期" if "处罚" in form else f"{form}.日期": day, f"{other}.日期": other_day}
    papers: list[dict[str, Json]] = [{"form": form, "text": BUREAU}, {"form": other, "text": BUREAU}]
    facts |= {f"{name}.复议机关": {"value": "青禾市市场监督管理局"} for name in (form, other)}
    subject = case(facts, *papers)
    result = evaluate_rule(rules()["PROC-REMEDY-BODY-2024"], subject, knowledge()[1], AS_OF)
    titles = {d.id: d.form or "" for d in subject.dossier.documents}
    return [(f.outcome, titles[q.document]) for f in result.findings for q in f.evidence[:1] if q.document]


def test_the_body_of_reconsideration_is_told_by_the_law_of_the_day_of_each_paper() -> None:
    """A seizure of December 2023 may still name the bureau above, a decision of January 2024 may not."""
    found = remedy("行政处罚决定书", "2024-01-01", "实施行政强制措施决定书", "2023-12-29")
    assert found == [("defect", "行政处罚决定书")]
    assert remedy("行政处罚决定书", "2023-12-31", "实施行政强制措施决定书", "2023-12-20") == []


@pytest.mark.parametrize(("day", "outcome"), [("2023-12-31", Outcome.NOT_APPLICABLE), ("2024-01-01", Outcome.DEFECT)])
def test_reconsideration_before_a_suit_on_decisions_on_the_spot_began_in_2024(day: str, outcome: Outcome) -> None:
    facts: dict[str, Json] = {"当场行政处罚决定书.决定日期": day, "案件.程序种类": "简易"}
    paper: dict[str, Json] = {
        "form": "当场行政处罚决定书",
        "text": "可以在六十日内申请行政复议，也可以在六个月内直接向青禾县人民法院提起行政诉讼。",
    }
    assert check("PROC-REMEDY-ONSPOT-FIRST", facts, paper).outcome is outcome
