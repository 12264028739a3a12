"""金额对照表: sums by kind over all papers, what must agree, and units that convert or do not."""

import pytest

from casecheck.model.amounts import Agreement, Amounts, Result
from casecheck.model.rule import Json
from casecheck.rules.amount_table.table import amounts
from tests.rules.kit import case


def of(facts: dict[str, Json], *documents: dict[str, Json]) -> Amounts:
    return amounts(case(facts, *documents))


def worked(text: str) -> list[tuple[str, str, Result]]:
    found = of({}, {"form": "案件调查终结报告", "text": text})
    return [(w.left, w.computed, w.result) for w in found.reckonings]


def test_sums_are_read_behind_their_words_in_every_paper_of_the_authority() -> None:
    said = "经查，销售金额共计1200.00元，库存货值300元，进货款合计800元，当事人获利400元，已退还消费者150元。"
    found = of({}, {"form": "询问笔录", "text": said}, {"form": "进销票据", "text": "销售金额900元"})
    assert [(s.kind, s.fen) for s in found.stated] == [
        ("货值金额", 30000),
        ("销售金额", 120000),
        ("库存", 30000),
        ("成本", 80000),
        ("获利", 40000),
        ("退款", 15000),
    ]
    assert found.stated[1].quote.text == "1200.00元"


def test_a_price_for_one_piece_is_no_sum() -> None:
    found = of(
        {}, {"form": "案件调查终结报告", "text": "每瓶成本12元/瓶，货值金额50000元以上的，销售额为3元×200瓶=600元。"}
    )
    assert found.stated == ()


def test_the_decision_is_held_against_approval_report_and_notice() -> None:
    facts: dict[str, Json] = {
        "行政处罚决定书.罚款金额": 5000,
        "行政处理决定审批表.罚款金额": 6000,
        "案件调查终结报告.建议罚款金额": 8000,
        "行政处罚告知书.拟罚款金额": 8000,
        "结案审批表.罚款金额": 5000,
    }
    found = {c.other.fact: (c.agreement, c.rule) for c in of(facts).comparisons}
    assert found == {
        "行政处理决定审批表.罚款金额": (Agreement.DIFFERS, "FACT-AMOUNT-SAME"),
        "结案审批表.罚款金额": (Agreement.SAME, "FACT-AMOUNT-SAME"),
        "案件调查终结报告.建议罚款金额": (Agreement.EARLIER, "FACT-AMOUNT-SAME"),
        "行政处罚告知书.拟罚款金额": (Agreement.WITHIN, "PROC-NOTICE-RENOTICE"),
    }
    beyond = of({"行政处罚决定书.罚款金额": 5000, "行政处罚告知书.拟罚款金额": 4000})
    assert [c.agreement for c in beyond.comparisons] == [Agreement.BEYOND]


@pytest.mark.parametrize(
    ("formula", "computed", "result"),
    [
        ("500克×30元/公斤=15元", "15", Result.OK),
        ("500克×30元/公斤=15000元", "15", Result.DIFFERS),
        ("2吨×3.2元/公斤=6400元", "6400", Result.OK),
        ("750毫升×6瓶=4.5升", "4.5", Result.OK),
        ("3瓶×135元/克=405元", "", Result.NOT_CONVERTIBLE),
        ("10箱×20元/瓶=2400元", "", Result.NOT_CONVERTIBLE),
        ("10箱×20元/瓶×9折=2400元", "", Result.NOT_CONVERTIBLE),
        ("120瓶×35元/瓶=4020元", "4200", Result.DIFFERS),
    ],
)
def test_units_are_converted_by_the_metric_system_or_left_alone(formula: str, computed: str, result: Result) -> None:
    assert worked(f"货值为{formula}。") == [(formula.split("=")[0], computed, result)]


@pytest.mark.parametrize("size", ["每箱12瓶", "每箱内装12瓶", "1箱=12瓶", "规格为12瓶/箱"])
def test_a_size_that_the_paper_states_converts_packages(size: str) -> None:
    ((_, computed, result),) = worked(f"涉案白酒{size}。货值为10箱×20元/瓶=2400元。")
    assert (computed, result) == ("2400", Result.OK)


def test_two_sizes_of_one_package_convert_nothing() -> None:
    ((_, _, result),) = worked("甲酒每箱12瓶，乙酒每箱6瓶。货值为10箱×20元/瓶=2400元。")
    assert result is Result.NOT_CONVERTIBLE


def test_a_total_and_a_multiple_are_worked_out() -> None:
    facts: dict[str, Json] = {
        "行政处罚决定书.罚款金额": 9000,
        "行政处罚决定书.没收违法所得金额": 300,
        "行政处罚决定书.货值金额": 3000,
    }
    said = "决定没收违法所得300元，处货值金额三倍的罚款9000元，罚没款合计9200元。"
    found = of(facts, {"form": "行政处罚决定书", "text": said}).reckonings
    assert [(w.sort, w.left, w.computed, w.result) for w in found] == [
        ("multiple", "3,000.00 × 3", "9,000.00", Result.OK),
        ("total", "300.00 + 9,000.00", "9300", Result.DIFFERS),
    ]
