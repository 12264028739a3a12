"""After the decision: payment, late fine, enforcement, publication; review and discussion before it."""

import pytest

from tests.rules.kit import check, variants

FINE, PAID = "行政处罚决定书.罚款金额", "缴款凭证.金额"
SERVED, APPLIED = "行政处罚决定书.送达日期", "强制执行申请书.日期"


def test_a_voucher_with_entries_and_total_is_its_total() -> None:
    facts = {FINE: 52000, "行政处罚决定书.没收违法所得金额": 696, PAID: [52000, 696, 52696]}
    assert check("PROC-EXEC-AMOUNT", facts).outcome == "pass"


def test_an_amount_that_the_decision_gives_in_two_ways_is_not_compared() -> None:
    result = check("PROC-EXEC-AMOUNT", {FINE: [5000, 6000], PAID: [5000]})
    assert [f.cause for f in result.findings] == ["conflicting"]


def test_confiscation_whose_sum_was_not_read_is_not_compared() -> None:
    facts = {FINE: 5000, "行政处罚决定书.处罚种类": ["罚款", "没收违法所得"], PAID: ["5696.50"]}
    assert check("PROC-EXEC-AMOUNT", facts).outcome == "undetermined"


def test_a_late_fine_is_named_apart_from_the_fine() -> None:
    facts = {FINE: 10000, "行政处罚决定书.决定日期": "2023-05-10"}
    urge = {"form": "行政处罚决定履行催告书", "text": "罚款10000元，加处罚款的数额不超过罚款数额。"}
    assert check("PROC-EXEC-LATEFINE", facts, urge).outcome == "not_applicable"


@pytest.mark.parametrize(
    ("served", "applied", "found"),
    [
        ("2023-04-08", "2023-10-08", ["early"]),  # 10-08 is a day of work (调休), the last day to sue
        ("2023-04-08", "2023-10-09", []),
        ("2023-03-02", "2023-09-03", ["edge"]),  # 09-02 is a Saturday: the party's time rolls to Monday
        ("2023-03-02", "2023-09-05", []),
    ],
)
def test_the_window_opens_when_the_time_to_sue_is_over(served: str, applied: str, found: list[str]) -> None:
    assert variants(check("PROC-EXEC-WINDOW", {SERVED: served, APPLIED: applied})) == found


def test_an_application_that_says_no_review_was_asked_shifts_nothing() -> None:
    paper = {"form": "强制执行申请书", "text": "被申请人在法定期限内未申请行政复议，也未提起行政诉讼，又不履行。"}
    assert check("PROC-EXEC-WINDOW", {SERVED: "2023-03-01", APPLIED: "2023-09-04"}, paper).outcome == "pass"


def test_a_credit_code_is_no_identity_number() -> None:
    text = "当事人统一社会信用代码91990105MA7K2P3X69，青禾县市场监督管理局对其罚款五千元，决定书全文已经公示。"
    assert check("PROC-PUB-REDACT", {"公示.日期": "2023-09-01"}, {"form": "公示", "text": text}).outcome == "pass"


def test_an_unticked_reason_for_legal_review_is_none() -> None:
    form = {"form": "案件审核表", "title": "案件审核表", "text": "□涉及重大公共利益□疑难复杂☑其他普通程序案件"}
    assert (
        check("PROC-REVIEW-LEGAL-TRIGGER", {"行政处罚决定书.决定日期": "2023-08-10"}, form).outcome == "not_applicable"
    )


def test_who_takes_the_minutes_does_not_vote() -> None:
    facts = {
        "集体讨论记录.参加人员": ["周正"],
        "集体讨论记录.记录人": "王强",
        "立案审批表.承办人": ["李明", "王强"],
    }
    assert check("PROC-COLLECTIVE-NOVOTE", facts).outcome == "pass"


def test_a_receipt_that_lists_a_paper_in_its_text_names_it() -> None:
    receipt = {"form": "送达回证", "text": "送达文书名称及文书编号：《检验报告》No：SCBG15"}
    result = check("PROC-SERVE-RECEIPT", {"行政处罚决定书.决定日期": "2023-08-10"}, receipt)
    assert "送达文书" not in result.findings[0].message.zh


def test_who_pays_for_the_party_is_a_question_of_payment_alone() -> None:
    facts = {
        FINE: 5000,
        PAID: [5000],
        "缴款凭证.当事人": "青禾县远山商贸有限公司",
        "行政处罚决定书.当事人": "青禾县味佳餐饮有限公司",
        "立案审批表.当事人": "青禾县味佳餐饮有限公司",
        "当事人.名称": "青禾县味佳餐饮有限公司",
    }
    assert variants(check("PROC-EXEC-AMOUNT", facts)) == ["payer"]
    assert check("FACT-PARTY-NAME", facts).outcome == "pass"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("罚款1224元，加处罚款合计2448元。", "pass"),
        ("罚款本金1224元，加处罚款共计3000元。", "defect"),  # more than once the fine, however it is read
        ("罚款1224元，加处罚款2448元。", "defect"),
        ("加处罚款合计2448元。", "defect"),
    ],
)
def test_a_total_of_fine_and_late_fine_is_not_the_late_fine(said: str, outcome: str) -> None:
    facts = {FINE: 1224, "行政处罚决定书.决定日期": "2023-05-10", SERVED: "2023-05-10"}
    facts["行政处罚决定履行催告书.日期"] = "2023-09-10"
    decision = {"form": "行政处罚决定书", "text": "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。"}
    urge = {"form": "行政处罚决定履行催告书", "text": said}
    assert check("PROC-EXEC-LATEFINE", facts, decision, urge).outcome == outcome


def test_the_remedies_of_a_decision_are_no_stay_of_the_late_fine() -> None:
    facts = {
        "行政处罚决定书.罚款金额": "10000",
        "行政处罚决定书.决定日期": "2023-05-10",
        "行政处罚决定书.送达日期": "2023-05-10",
    }
    clause = (
        "可以自收到本决定书之日起六十日内向县人民政府申请行政复议，也可以自收到本决定书之日起六个月内提起行政诉讼。"
    )
    paper = {"form": "行政处罚决定书", "text": clause + "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。"}
    applied = {"form": "强制执行申请书", "text": "申请强制执行罚款10000元、加处罚款10000元。2024年2月1日"}
    assert check("PROC-EXEC-LATEFINE", facts, paper, applied).outcome == "pass"
    stayed = {"form": "行政复议文书", "text": "当事人申请行政复议，2023年6月1日受理。"}
    assert check("PROC-EXEC-LATEFINE", facts, paper, applied, stayed).outcome == "undetermined"
