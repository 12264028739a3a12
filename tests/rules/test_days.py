from tests.rules.kit import check

FILED, DECIDED = "立案审批表.批准日期", "行政处罚决定书.决定日期"
BEGIN, END = "检验期间告知书.期间起", "检验期间告知书.期间止"


def test_a_span_after_the_period_ran_out_does_not_cure_it() -> None:
    facts = {FILED: "2023-05-10", BEGIN: "2023-08-20", END: "2023-09-20", DECIDED: "2023-09-25"}
    assert check("PROC-DECISION-90D", facts).outcome == "defect"


def test_a_test_that_begins_before_the_filing_counts_only_from_it() -> None:
    # 20 days of the test lie after the filing: the 110th day is the last one
    facts = {FILED: "2023-05-10", BEGIN: "2023-05-01", END: "2023-05-30", DECIDED: "2023-08-28"}
    assert check("PROC-DECISION-90D", facts).outcome == "pass"
    late = check("PROC-DECISION-90D", facts | {DECIDED: "2023-08-29"})
    assert late.outcome == "defect"


def test_a_hearing_stops_the_clock_from_its_notice_to_its_record() -> None:
    facts = {FILED: "2023-05-10", "行政处罚听证通知书.送达日期": "2023-07-01", "听证笔录.听证日期": "2023-07-10"}
    assert check("PROC-DECISION-90D", facts | {DECIDED: "2023-08-18"}).outcome == "pass"
    assert check("PROC-DECISION-90D", facts | {DECIDED: "2023-08-21"}).outcome == "defect"


def test_an_order_to_refund_may_have_stopped_the_clock() -> None:
    facts = {FILED: "2023-05-10", "责令退款通知书.日期": "2023-07-01", DECIDED: "2023-08-20"}
    result = check("PROC-DECISION-90D", facts)
    assert (result.outcome, result.findings[0].cause) == ("undetermined", "needs_judgement")


def test_extension_beyond_thirty_days_needs_a_discussion_before_it_ran_out() -> None:
    facts = {FILED: "2023-05-10", "延期审批.批准日期": ["2023-08-01", "2023-09-05"], "延期审批.延长至": "2023-10-20"}
    discussed_late = facts | {"集体讨论记录.日期": "2023-09-20", DECIDED: "2023-10-10"}
    assert check("PROC-DECISION-90D", discussed_late).outcome == "undetermined"
    beyond = facts | {"集体讨论记录.日期": "2023-09-05", DECIDED: "2023-10-23"}
    assert check("PROC-DECISION-90D", beyond).outcome == "defect"
