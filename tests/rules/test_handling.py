from dataclasses import replace

import pytest

from casecheck.model.rule import Json
from tests.rules.kit import case, check, check_case, variants

DECIDED = "行政处罚决定书.决定日期"
FINE, GROUNDS = "行政处罚决定书.罚款金额", "行政处罚决定书.处罚依据"


def test_a_provision_of_an_earlier_version_is_a_question() -> None:
    # the law of 2025 has other articles: 33 were the last of 2019
    facts = {DECIDED: "2023-08-10", "行政处罚决定书.引用条款": ["反不正当竞争法 第三十五条"]}
    assert check("HAND-CITE-EXISTS", facts).outcome == "defect"
    older = {DECIDED: "2024-05-06", "行政处罚决定书.引用条款": ["食品安全法 第一百五十四条"]}
    assert check("HAND-CITE-EXISTS", older).outcome == "pass"


def test_one_provision_is_told_once_however_often_it_is_cited() -> None:
    facts = {
        DECIDED: "2023-08-10",
        "行政处罚决定书.引用条款": ["食品安全法 第一百五十九条"],
        GROUNDS: ["食品安全法 第一百五十九条"],
        "行政处罚告知书.处罚依据": ["食品安全法 第一百五十九条"],
    }
    assert len(check("HAND-CITE-EXISTS", facts).findings) == 1


def test_what_the_notice_cites_anywhere_was_told() -> None:
    facts = {
        "行政处罚告知书.处罚依据": ["广告法 第五十五条第一款"],
        "行政处罚告知书.引用条款": ["广告法 第四条第一款", "广告法 第五十五条第一款"],
        "行政处罚决定书.违反条款": ["广告法 第四条第一款"],
        GROUNDS: ["广告法 第五十五条第一款"],
    }
    assert check("HAND-CITE-NOTICE-SAME", facts).outcome == "pass"


def test_discretion_standards_are_no_grounds() -> None:
    facts = {
        "行政处罚告知书.处罚依据": ["广告法 第五十五条第一款"],
        GROUNDS: ["广告法 第五十五条第一款", "青禾省市场监督管理行政处罚裁量权基准 第三条"],
    }
    assert check("HAND-CITE-NOTICE-SAME", facts).outcome == "pass"


def test_a_fine_that_rests_on_two_provisions_is_not_held_against_one() -> None:
    facts = {
        DECIDED: "2023-08-10",
        FINE: 150000,
        "行政处罚决定书.货值金额": 8000,
        GROUNDS: ["食品安全法 第一百二十二条第一款", "食品安全法 第一百二十四条第一款"],
    }
    assert variants(check("HAND-FINE-RANGE", facts)) == ["several"]
    beyond = check("HAND-FINE-RANGE", facts | {FINE: 250000})
    assert beyond.outcome == "defect"


def test_confiscated_income_may_be_higher_in_the_notice() -> None:
    facts = {"行政处罚告知书.拟没收违法所得金额": 1200, "行政处罚决定书.没收违法所得金额": 1000}
    assert check("PROC-NOTICE-RENOTICE", facts).outcome == "pass"


def test_amounts_in_words_are_compared_where_they_stand() -> None:
    paper = {"form": "行政处罚决定书", "text": "没收违法所得1955.1元（壹仟玖佰玖拾伍元壹角），罚款3000元（叁仟元整）。"}
    result = check("FACT-AMOUNT-CAPS", {DECIDED: "2023-08-10"}, paper)
    assert len(result.findings) == 1
    assert "1,995.10" in result.findings[0].message.zh


def test_all_grounds_of_a_fine_are_named_where_one_has_no_range() -> None:
    facts = {
        "行政处罚决定书.决定日期": "2023-08-10",
        "行政处罚决定书.罚款金额": 900000,
        "行政处罚决定书.处罚依据": ["价格违法行为行政处罚规定 第九条", "电力法 第六十六条"],
    }
    (finding,) = check("HAND-FINE-RANGE", facts).findings
    assert "《价格违法行为行政处罚规定》第九条、《电力法》第六十六条" in finding.message.zh


PRICE, RULES, MARKING = "价格法", "价格违法行为行政处罚规定", "明码标价和禁止价格欺诈规定"
INCOME, NO_INCOME = "行政处罚决定书.违法所得金额", "行政处罚决定书.违法所得无法计算"


@pytest.mark.parametrize(
    ("grounds", "fine", "more", "outcome"),
    [
        ([f"{PRICE} 第四十二条", f"{RULES} 第十三条第（一）项", f"{RULES} 第十三条第（三）项"], 5000, {}, "pass"),
        ([f"{PRICE} 第四十二条", f"{RULES} 第十三条"], 5001, {}, "defect"),
        ([f"{PRICE} 第四十二条"], 3000, {}, "pass"),
        ([f"{MARKING} 第二十二条", f"{PRICE} 第四十二条", f"{PRICE} 第四十一条"], 3000, {}, "pass"),
        ([f"{PRICE} 第四十条", f"{RULES} 第七条", f"{PRICE} 第十四条第（四）项"], 5000, {INCOME: 1000}, "pass"),
        ([f"{PRICE} 第四十条", f"{RULES} 第七条"], 5001, {INCOME: 1000}, "defect"),
        ([f"{PRICE} 第四十条"], 5000, {INCOME: 1000}, "pass"),
        ([f"{PRICE} 第四十条"], 5001, {INCOME: 1000}, "defect"),
        ([f"{PRICE} 第四十条"], 5000, {INCOME: 0}, "undetermined"),  # how much, only the regulation says
        ([f"{MARKING} 第二十三条"], 5000, {INCOME: 1000}, "undetermined"),
        # 第十八条: what cannot be established counts as none
        ([f"{PRICE} 第三十九条", f"{RULES} 第九条"], 50000, {NO_INCOME: True, "当事人.类型": "法人"}, "pass"),
        ([f"{PRICE} 第三十九条", f"{RULES} 第九条"], 49999, {NO_INCOME: True, "当事人.类型": "法人"}, "defect"),
        ([f"{RULES} 第九条", f"{RULES} 第十四条"], 5000, {INCOME: 1000}, "undetermined"),  # two acts
    ],
)
def test_the_price_law_and_its_regulation_set_one_range(
    grounds: list[str], fine: int, more: dict[str, Json], outcome: str
) -> None:
    facts: dict[str, Json] = {DECIDED: "2023-08-10", FINE: fine, "行政处罚决定书.处罚依据": grounds}
    facts["行政处罚决定书.情节严重"] = False
    assert check("HAND-FINE-RANGE", facts | more).outcome == outcome


def test_a_missing_day_of_the_decision_is_what_is_missing() -> None:
    (finding,) = check("HAND-CITE-EXISTS", {"行政处罚决定书.引用条款": ["广告法 第五十五条"]}).findings
    assert [m.name for m in finding.missing] == ["行政处罚决定书.决定日期"]


def test_a_fine_for_each_piece_is_quoted_where_it_is_told() -> None:
    facts = {
        "行政处罚决定书.决定日期": "2024-03-20",
        "行政处罚决定书.罚款金额": 60000,
        "行政处罚决定书.处罚依据": ["价格违法行为行政处罚规定 第十三条"],
    }
    paper = {"form": "行政处罚决定书", "text": "依据所列规定，每套商品房处以500元罚款，120套商品房共计罚款60000元。"}
    (finding,) = check("HAND-FINE-RANGE", facts, paper).findings
    assert (finding.outcome, finding.variant) == ("undetermined", "summed")
    assert "每套商品房处以500元" in [q.text for q in finding.evidence]
    assert "《价格违法行为行政处罚规定》第十三条" in finding.message.zh
    summed = "对第一项行为罚款5000元，对第二项行为罚款55000元。以上罚款合计60000元。"
    assert variants(check("HAND-FINE-RANGE", facts, {"form": "行政处罚决定书", "text": summed})) == ["summed"]
    alone = "决定处罚如下：罚款60000元。罚款合计60000元，限十五日内缴纳。"
    assert check("HAND-FINE-RANGE", facts, {"form": "行政处罚决定书", "text": alone}).outcome == "defect"
    priced = "涉案商品标价12元/件，共销售30件。决定处罚如下：罚款60000元。"
    assert check("HAND-FINE-RANGE", facts, {"form": "行政处罚决定书", "text": priced}).outcome == "defect"
    both = {**facts, "行政处罚决定书.处罚依据": ["价格法 第四十二条", "价格违法行为行政处罚规定 第十三条"]}
    assert variants(check("HAND-FINE-RANGE", both, paper)) in (["several"], ["summed"])


def test_an_adopted_defence_explains_a_lower_fine_of_the_same_sums_only() -> None:
    facts = {"案件调查终结报告.建议罚款金额": 2000, "行政处罚决定书.罚款金额": 1500}
    refused = "申辩意见不予采纳。集体讨论后将拟处罚款由2000元减为1500元。"
    (finding,) = check("FACT-AMOUNT-SAME", facts, {"form": "行政处罚决定书", "text": refused}).findings
    assert "集体讨论后将拟处罚款由2000元减为1500元" in [q.text for q in finding.evidence]
    assert finding.message.zh.count("需核实") == 1
    raised = {"案件调查终结报告.建议罚款金额": 1500, "行政处罚决定书.罚款金额": 2000}
    told = {"form": "行政处罚决定书", "text": "申辩意见予以采纳，将拟处罚款由1500元减为2000元。"}
    assert check("FACT-AMOUNT-SAME", raised, told).outcome == "undetermined"


def test_the_late_fine_is_no_reason_for_the_amount() -> None:
    text = "本局认为，当事人的行为违反了规定，综合考虑案件的事实、性质、情节，决定罚款3000元。"
    late = "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额。"
    report = {"form": "案件调查终结报告", "text": "自由裁量：当事人主动退还货款，建议从轻处罚。"}
    facts = {"行政处罚决定书.罚款金额": "3000"}
    result = check("HAND-DISCRETION-REASON", facts, report, {"form": "行政处罚决定书", "text": text + late})
    assert variants(result) == ["decision"]
    said = text.replace("综合考虑", "当事人初次违法，综合考虑")
    result = check("HAND-DISCRETION-REASON", facts, report, {"form": "行政处罚决定书", "text": said + late})
    assert result.outcome == "pass"


def test_goods_given_back_are_no_money_given_back() -> None:
    record = {"form": "询问笔录", "text": "答：我已经把货款退给顾客了，退款有记录。"}
    facts = {"行政处罚决定书.罚款金额": "3000"}
    outcomes = []
    for back in ("扣押的物品已退还。", "当事人已将货款全部退还。", "当事人已退还消费者的损失。"):
        decision = {"form": "行政处罚决定书", "text": f"{back}本局决定罚款3000元。"}
        outcomes.append(check("HAND-MISS-MITIGATION", facts, record, decision).outcome)
    assert outcomes == ["undetermined", "pass", "pass"]


@pytest.mark.parametrize(
    ("day", "outcome"), [("2022-06-30", "pass"), ("2023-12-28", "undetermined"), ("2024-07-01", "defect")]
)
def test_the_rules_on_marked_prices_that_were_repealed_in_2022(day: str, outcome: str) -> None:
    facts = {DECIDED: day, "案件来源登记表.发现日期": day}
    facts[GROUNDS] = ["关于商品和服务实行明码标价的规定 第二十一条第（二）项"]
    result = check("HAND-LAW-VERSION", facts)
    assert result.outcome == outcome
    assert all("不再施行" in f.message.zh for f in result.findings)


def test_fines_that_are_added_up_are_not_held_against_one_provision() -> None:
    facts = {DECIDED: "2024-03-20", FINE: 69748, GROUNDS: ["价格违法行为行政处罚规定 第十三条"]}
    assert check("HAND-FINE-RANGE", facts).outcome == "defect"
    subject = case(facts)
    parts = tuple(replace(f, places=f.places * 2) if f.name == FINE else f for f in subject.facts)
    (finding,) = check_case("HAND-FINE-RANGE", replace(subject, facts=parts)).findings
    assert (finding.outcome, finding.variant) == ("undetermined", "summed")


def test_a_low_fine_in_an_extract_may_have_had_its_reasons() -> None:
    facts = {
        DECIDED: "2024-03-20",
        FINE: 8000,
        "行政处罚决定书.违法所得金额": 0,
        "行政处罚决定书.情节严重": False,
        "当事人.类型": "法人",
        GROUNDS: ["价格违法行为行政处罚规定 第九条第（二）项"],
    }
    extract = {"form": "行政处罚决定书", "text": "（行政处罚的内容）罚款8000元"}
    assert check("HAND-FINE-RANGE", facts, extract, scope="document").outcome == "undetermined"
    whole = extract | {"text": "决定处罚如下：罚款8000元。当事人应当自收到本决定书之日起十五日内缴纳罚款。"}
    assert check("HAND-FINE-RANGE", facts, whole, scope="document").outcome == "defect"


def test_the_pairs_that_the_rule_lists_are_read() -> None:
    facts = {
        DECIDED: "2024-03-20",
        "行政处罚决定书.违反条款": ["价格法 第十三条第一款"],
        GROUNDS: ["价格法 第四十二条"],
    }
    assert check("HAND-PAIR", facts).outcome == "pass"
    other = facts | {"行政处罚决定书.违反条款": ["价格法 第十四条第（四）项"]}
    assert check("HAND-PAIR", other).outcome == "defect"
