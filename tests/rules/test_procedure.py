from dataclasses import replace

import pytest

from casecheck.rules.engine import evaluate_rule
from tests.rules.kit import AS_OF, case, check, knowledge, rules, variants

SERVED, DECIDED = "行政处罚告知书.送达日期", "行政处罚决定书.决定日期"


def test_a_waiver_before_the_notice_is_none() -> None:
    facts = {SERVED: "2023-08-01", "陈述申辩.放弃日期": "2023-07-30", DECIDED: "2023-08-03"}
    assert check("PROC-NOTICE-WAIT", facts).outcome == "defect"


def test_what_hangs_on_an_unknown_holiday_notice_is_not_judged_and_told_in_words() -> None:
    result = check("PROC-NOTICE-WAIT", {SERVED: "2031-08-01", DECIDED: "2031-08-08"})
    assert [(f.outcome, f.cause) for f in result.findings] == [("undetermined", "not_found")]
    assert "2031 年的节假日安排" in result.findings[0].message.zh


def test_a_legal_value_that_was_not_in_force_is_named_without_its_key() -> None:
    rule = replace(rules()["PROC-NOTICE-WAIT"], valid_from=None)
    result = evaluate_rule(rule, case({SERVED: "1990-08-01", DECIDED: "1990-08-08"}), knowledge()[1], AS_OF)
    assert "$" not in result.findings[0].message.zh + result.findings[0].message.en
    assert "告知的陈述申辩期限" in result.findings[0].message.zh


@pytest.mark.parametrize(("kind", "fine", "outcome"), [
    ("自然人", "9999.99", "pass"), ("自然人", "10000", "defect"), ("其他组织", "99999", "pass"),
    ("个体工商户", "9999", "pass"), ("个体工商户", "10000", "undetermined"), ("个体工商户", "100000", "defect"),
])  # fmt: skip
def test_from_which_amount_a_hearing_must_be_offered(kind: str, fine: str, outcome: str) -> None:
    facts = {
        "行政处罚告知书.拟罚款金额": fine,
        "行政处罚告知书.告知听证权": False,
        "当事人.类型": kind,
        SERVED: "2023-08-01",
    }
    assert check("PROC-NOTICE-HEARING-RIGHT", facts).outcome == outcome


def test_one_wrong_date_gives_one_inversion() -> None:
    facts = {
        "案件来源登记表.发现日期": "2023-05-05",
        "立案审批表.批准日期": "2023-05-10",
        "案件调查终结报告.日期": "2024-07-10",
        SERVED: "2023-07-19",
        DECIDED: "2023-08-01",
    }
    result = check("PROC-TIME-LINE", facts)
    assert [f.key for f in result.findings] == ["案件调查终结报告.日期 行政处罚告知书.送达日期"]


def test_a_second_review_keeps_the_order() -> None:
    facts = {
        "案件调查终结报告.日期": "2023-07-10",
        "案件审核表.审核日期": [{"value": "2023-07-14", "document": 1}, {"value": "2023-07-25", "document": 2}],
        "行政处罚告知书.日期": "2023-07-20",
    }
    assert check("PROC-REVIEW-ORDER", facts).outcome == "pass"


def test_an_extension_for_food_is_longer() -> None:
    facts = {
        "实施行政强制措施决定书.日期": "2023-05-12",
        "延长行政强制措施期限决定书.日期": "2023-06-09",
        "解除行政强制措施决定书.日期": "2023-07-26",
    }
    assert check("PROC-SEIZE-30D", facts).outcome == "defect"
    food = {"form": "实施行政强制措施决定书", "text": "依据《中华人民共和国食品安全法》第一百一十条，决定扣押。"}
    assert check("PROC-SEIZE-30D", facts, food).outcome == "pass"


def test_a_notice_by_post_is_a_question_when_it_arrives_late() -> None:
    facts = {DECIDED: "2023-08-10", "行政处罚决定书.送达日期": "2023-08-25", "送达回证.送达方式": ["邮寄送达"]}
    assert variants(check("PROC-SERVE-7WD", facts)) == ["slow"]


def test_service_is_asked_for_each_paper_and_graver_for_notice_and_decision() -> None:
    facts = {SERVED: "2023-08-01", DECIDED: "2023-08-10", "责令改正通知书.日期": "2023-05-08"}
    result = check("PROC-SERVE-ALL", facts)
    assert [(f.message.zh[:5], f.severity) for f in result.findings] == [
        ("行政处罚决", "fatal"),
        ("责令改正通", "major"),
    ]


def test_three_months_for_a_suit_were_right_under_the_old_law() -> None:
    text = "可以在收到本决定书之日起六十日内向青禾县人民政府申请行政复议；也可以在三个月内依法向青禾县人民法院提起行政诉讼。"
    facts = {DECIDED: "2014-08-10", "行政处罚决定书.处罚依据": ["广告法 第三十七条"]}
    assert "suit" not in variants(check("PROC-REMEDY-CLAUSE", facts, {"form": "行政处罚决定书", "text": text}))


def test_three_officers_of_two_records_do_not_hide_one_alone() -> None:
    facts = {
        "现场笔录.检查人员": ["李明", "王强"],
        "询问笔录.询问人": [{"value": "赵刚", "document": 1}],
        "询问笔录.记录人": [{"value": "赵刚", "document": 1}],
    }
    assert [f.key for f in check("PROC-OFFICERS-TWO", facts).findings] == ["询问笔录 赵刚"]


def test_a_day_of_service_is_quoted_from_the_receipt() -> None:
    result = check("PROC-SERVE-7WD", {DECIDED: "2023-08-10", "行政处罚决定书.送达日期": "2023-08-25"})
    decided, served = result.findings[0].evidence
    assert decided.document != served.document


def test_an_end_at_a_weekend_is_counted_both_ways() -> None:
    facts = {"立案审批表.批准日期": "2025-05-26", "行政处罚决定书.决定日期": "2025-08-29"}
    (finding,) = check("PROC-DECISION-90D", facts).findings
    assert "最迟应于 2025-08-24 作出决定" in finding.message.zh
    for said in (finding.message.zh, finding.working.zh if finding.working else ""):
        assert "超过 5 日" in said
        assert "如顺延至 2025-08-25，超过 4 日" in said


def test_a_paper_that_was_not_served_is_quoted_by_its_number() -> None:
    text = "青禾县市场监督管理局\n责令改正通知书\n青市监责改〔2025〕71号\n当事人应当于2025年6月1日前改正。"
    (finding,) = check("PROC-SERVE-ALL", {}, {"form": "责令改正通知书", "text": text}).findings
    assert [q.text for q in finding.evidence] in (["责令改正通知书"], ["青市监责改〔2025〕71号"])
    assert "没有送达回证" in finding.message.zh


def test_one_of_several_records_is_told_by_the_person_questioned() -> None:
    facts = {
        "询问笔录.询问人": [
            {"value": "石磊", "document": 1},
            {"value": "韩晓", "document": 1},
            {"value": "石磊", "document": 2},
        ],
        "询问笔录.被询问人": [{"value": "陈小红", "document": 1}, {"value": "孟晴", "document": 2}],
    }
    (finding,) = check("PROC-OFFICERS-TWO", facts).findings
    assert "询问笔录（孟晴）" in finding.message.zh


def test_the_remedies_are_quoted_before_the_date() -> None:
    text = "如不服本决定，可以自收到本决定书之日起六十日内向青禾市市场监督管理局申请行政复议，也可以在六个月内依法向青禾县人民法院提起行政诉讼。"
    facts = {"行政处罚决定书.决定日期": "2024-03-20"}
    (finding,) = check("PROC-REMEDY-BODY-2024", facts, {"form": "行政处罚决定书", "text": text}).findings
    assert finding.evidence[0].text.startswith("如不服本决定")


def test_every_paper_that_the_vocabulary_wants_served_is_asked_for_but_those_excepted() -> None:
    arguments = rules()["PROC-SERVE-ALL"].check.arguments
    served = {form.short for form in knowledge()[0].forms if form.served}
    assert set(arguments["except"]) < served
    assert set(arguments["fatal"]) <= served - set(arguments["except"])
    for form in sorted(served):
        result = check(
            "PROC-SERVE-ALL", {}, {"form": "行政处罚决定书", "served_by": True}, {"form": form, "text": "正文"}
        )
        assert (form in " ".join(f.message.zh for f in result.findings)) is (form not in arguments["except"]), form


REPORTED, REVIEWED = "案件调查终结报告.日期", "案件审核表.审核日期"
STEPS = {"立案审批表.批准日期": "2023-05-10", "行政处罚告知书.日期": "2023-07-18", SERVED: "2023-07-18"}


def test_the_order_of_report_review_and_notice_is_told_by_one_rule() -> None:
    facts = {**STEPS, REPORTED: "2023-07-10", REVIEWED: "2023-07-20", DECIDED: "2023-08-01"}
    assert check("PROC-REVIEW-ORDER", facts).outcome == "defect"
    assert check("PROC-TIME-LINE", facts).outcome == "pass"
    unreviewed = {name: value for name, value in facts.items() if name != REVIEWED}
    assert check("PROC-TIME-LINE", {**unreviewed, REPORTED: "2023-07-20"}).outcome == "defect"
    assert check("PROC-TIME-LINE", {**facts, DECIDED: "2023-07-17"}).outcome == "defect"


def test_certificates_that_were_shown_are_no_numbers() -> None:
    paper = {"form": "询问笔录", "text": "询问人：石青、江蓝\n问：这是我们的执法证件，请你过目。"}
    result = check("PROC-OFFICER-CERT", {"询问笔录.询问人": ["石青", "江蓝"]}, paper)
    assert variants(result) == ["none"]
    blank = {"form": "询问笔录", "text": "询问人：石青、江蓝　执法证号：　　\n"}
    result = check("PROC-OFFICER-CERT", {"询问笔录.询问人": ["石青", "江蓝"]}, blank)
    assert [f.cause for f in result.findings] == ["not_found"]


def test_the_release_of_preserved_evidence_tells_its_own_day() -> None:
    facts = {"先行登记保存证据通知书.日期": "2023-05-10", "解除先行登记保存证据通知书.日期": "2023-05-30"}
    papers = (
        {"form": "卷内文件目录", "text": "解除先行登记保存证据通知书 2023.5.30"},
        {"form": "解除先行登记保存证据通知书", "text": "决定解除先行登记保存。2023年5月30日"},
        {"form": "送达回证", "text": "送达文书：解除先行登记保存证据通知书"},
    )
    result = check("PROC-PRESERVE-7WD", facts, *papers)
    assert [(f.outcome, f.variant) for f in result.findings] == [("defect", "")]
    told = {"form": "案件调查终结报告", "text": "其余证据已解除先行登记保存。"}
    assert check("PROC-PRESERVE-7WD", facts, *papers, told).outcome == "undetermined"


def test_every_procedural_rule_says_from_when_it_is_law() -> None:
    procedural = [rule for rule in rules().values() if rule.principle == "procedure"]
    assert len(procedural) >= 37
    undated = [r.code for r in procedural if r.valid_from is None and any(b.startswith("行政处罚法") for b in r.basis)]
    assert not undated


def test_a_notice_is_judged_by_the_law_of_its_own_day() -> None:
    early, late = ("2021-07-10", "2021-07-16")
    for noticed, outcome in ((early, "not_applicable"), (late, "defect")):
        facts = {"行政处罚告知书.日期": noticed, SERVED: noticed, DECIDED: "2021-07-19"}
        assert check("PROC-NOTICE-WAIT", facts).outcome == outcome
