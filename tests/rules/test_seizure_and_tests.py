"""Seizure: power, extension, disposal; tests: told or not."""

import pytest

from tests.rules.kit import check, variants

ORDER, CITED = "实施行政强制措施决定书.日期", "实施行政强制措施决定书.引用条款"
LONGER, APPROVED = "延长行政强制措施期限决定书.日期", "有关事项审批表.批准日期"
KINDS = "行政处罚决定书.处罚种类"


@pytest.mark.parametrize(
    ("cited", "outcome"),
    [
        ("食安法 第一百一十条", "pass"),
        ("中华人民共和国商标法 第六十二条第一款第（四）项", "pass"),
        ("商标法 第六十条", "defect"),
        ("电子商务法 第七十五条", "defect"),
        ("行政强制法 第二十二条", "defect"),
    ],
)
def test_which_provision_gives_the_power(cited: str, outcome: str) -> None:
    assert check("PROC-SEIZE-POWER", {ORDER: "2023-05-10", CITED: [cited]}).outcome == outcome


def test_a_law_that_is_named_but_whose_article_was_not_read_is_no_defect() -> None:
    order = {"form": "实施行政强制措施决定书", "text": "依据《中华人民共和国产品质量法》第壹拾捌条，决定扣押。"}
    facts = {ORDER: "2023-05-10", CITED: ["行政强制法 第二十二条"]}
    assert check("PROC-SEIZE-POWER", facts, order).outcome == "undetermined"


def test_an_extension_belongs_to_the_seizure_before_it() -> None:
    form = {"form": "有关事项审批表", "text": "因情况复杂，申请延长扣押期限。"}
    facts = {
        ORDER: [{"value": "2023-03-01", "document": 1}, {"value": "2023-05-10", "document": 2}],
        APPROVED: "2023-06-09",
        LONGER: "2023-06-09",
    }
    assert check("PROC-SEIZE-EXT-TIMELY", facts, form).outcome == "pass"


def test_approval_of_the_seizure_is_not_that_of_its_extension() -> None:
    form = {"form": "有关事项审批表", "text": "情况复杂，申请扣押。"}
    result = check("PROC-SEIZE-EXT-TIMELY", {ORDER: "2023-05-10", APPROVED: "2023-05-11", LONGER: "2023-06-09"}, form)
    assert result.outcome == "undetermined"


def test_goods_that_a_list_returns_are_a_question() -> None:
    back = {"form": "场所/设施/财物清单", "text": "以上物品已如数退还。"}
    assert variants(check("PROC-SEIZE-DISPOSITION", {ORDER: "2023-05-10", KINDS: ["罚款"]}, back)) == ["said"]


def test_all_that_was_seized_is_confiscated_without_naming_it() -> None:
    facts = {ORDER: "2023-05-10", "场所/设施/财物清单.物品名称": ["青泉白酒"], KINDS: ["没收非法财物"]}
    decision = {"form": "行政处罚决定书", "text": "决定作出如下处罚：没收扣押的全部侵权商品。"}
    assert check("PROC-SEIZE-DISPOSITION", facts, decision).outcome == "pass"


@pytest.mark.parametrize(
    ("listed", "confiscated", "found"),
    [
        (["青泉白酒（500ml）"], "青泉牌白酒", []),
        (["青泉白酒500ml"], "青泉白酒（53度）", []),
        (["青泉白酒５００ＭＬ"], "青泉白酒500ml", []),
        (["青泉白酒 500ml×12瓶/箱"], "青泉白酒", []),
        (["青泉白酒500ml", "青泉白酒250ml"], "青泉白酒500ml", ["item"]),
        (["青泉白酒500ml", "穗丰米酒"], "青泉白酒", ["item"]),
    ],
)
def test_goods_are_the_same_whatever_brackets_size_or_width_add(
    listed: list[str], confiscated: str, found: list[str]
) -> None:
    facts = {ORDER: "2023-05-10", "场所/设施/财物清单.物品名称": listed, KINDS: ["没收非法财物"]}
    decision = {"form": "行政处罚决定书", "text": f"决定作出如下处罚：没收{confiscated}。"}
    assert variants(check("PROC-SEIZE-DISPOSITION", facts, decision)) == found


def test_a_result_shown_at_an_inspection_is_told() -> None:
    facts = {"检验报告.签发日期": "2023-06-01", "抽样记录.日期": "2023-05-10"}
    record = {"form": "现场笔录", "text": "执法人员现场送达检验报告，当事人表示无异议。"}
    assert check("PROC-TEST-RESULT-TOLD", facts, record).outcome == "pass"


def test_a_food_seizure_may_be_prolonged_before_testing_matters() -> None:
    facts = {
        ORDER: "2023-05-10",
        LONGER: "2023-06-05",
        "检验委托书.日期": "2023-05-11",
        "解除行政强制措施决定书.日期": "2023-07-20",
    }
    assert check("PROC-TEST-PERIOD", facts).outcome == "defect"
    food = {"form": "实施行政强制措施决定书", "text": "依据《中华人民共和国食品安全法》第一百一十条，决定扣押。"}
    assert check("PROC-TEST-PERIOD", facts, food).outcome == "not_applicable"


ITEM = "场所/设施/财物清单.物品名称"


def test_confiscated_income_deals_with_no_goods() -> None:
    listed = {"form": "场所/设施/财物清单", "text": "纯牛奶26箱、苏打水12瓶"}
    text = "决定处罚如下：一、没收纯牛奶26箱；二、没收违法所得696元；三、罚款50000元。"
    facts = {ORDER: "2023-05-10", KINDS: ["没收非法财物", "没收违法所得", "罚款"], ITEM: ["纯牛奶", "苏打水"]}
    result = check("PROC-SEIZE-DISPOSITION", facts, listed, {"form": "行政处罚决定书", "text": text})
    assert variants(result) == ["item"]
    assert "苏打水" in result.findings[0].message.zh
    every = {"form": "行政处罚决定书", "text": text.replace("纯牛奶26箱", "扣押的违法物品")}
    assert check("PROC-SEIZE-DISPOSITION", facts, listed, every).outcome == "pass"


@pytest.mark.parametrize(
    ("said", "variant"),
    [
        ("2023年6月1日解除对其中苏打水的扣押。", "rest"),
        ("其余扣押的物品已移送。", "said"),
        ("其余物品已退还。", "said"),
    ],
)
def test_words_on_the_released_part_say_nothing_of_the_rest(said: str, variant: str) -> None:
    papers = (
        {"form": "解除行政强制措施决定书", "text": "决定部分解除行政强制措施，其余财物继续扣押。"},
        {"form": "行政处罚决定书", "text": said + "决定处罚如下：罚款50000元。"},
    )
    result = check("PROC-SEIZE-DISPOSITION", {ORDER: "2023-05-10", KINDS: ["罚款"]}, *papers)
    assert variants(result) == [variant]
