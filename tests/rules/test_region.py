"""Regional values change what is asked of a case; without them the same case is a question or nothing at all."""

from dataclasses import replace
from datetime import date

import pytest

from casecheck.law.limits import Limit
from casecheck.model.verdict import Cause, Outcome
from casecheck.model.words import Words
from casecheck.rules.engine import evaluate_rule
from casecheck.rules.parameters import parameters

from .kit import AS_OF, case, knowledge, rules

REGION = Words(zh="示例省", en="Example Province")
TOLD = {
    "行政处罚告知书.拟罚款金额": 30000,
    "行政处罚告知书.日期": "2024-05-10",
    "行政处罚告知书.告知听证权": False,
    "行政处罚告知书.处罚种类": ["罚款"],
    "行政处罚决定书.决定日期": "2024-06-10",
    "当事人.类型": "个体工商户",
}
FINED = {
    "行政处罚决定书.决定日期": "2024-06-10",
    "行政处罚决定书.罚款金额": 60000,
    "当事人.类型": "法人",
    "案件审核表.审核日期": "2024-05-06",
}


def local(**values):
    limits = tuple(
        Limit(name=name, meaning=REGION, basis=("示例省规定 第三条",), verified=True, region=REGION, **value)
        for name, value in values.items()
    )
    law = knowledge()[1]
    return replace(law, limits=replace(law.limits, local=limits))


def outcome(code, facts, law):
    result = evaluate_rule(rules()[code], case(facts), law, AS_OF)
    return result.outcome, result.findings[0].cause if result.findings else None


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, (Outcome.UNDETERMINED, Cause.NEEDS_JUDGEMENT)),
        ("自然人", (Outcome.DEFECT, None)),
        ("单位", (Outcome.PASS, None)),
    ],
)
def test_a_sole_trader_is_measured_as_the_region_says(choice, expected):
    law = local(**{"个体工商户.身份": {"choice": choice}}) if choice else knowledge()[1]
    assert outcome("PROC-NOTICE-HEARING-RIGHT", TOLD, law) == expected


@pytest.mark.parametrize(("yuan", "due"), [(59_999, True), (60_000, True), (60_001, False)])
@pytest.mark.parametrize("code", ["PROC-COLLECTIVE-TRIGGER", "PROC-REVIEW-LEGAL-TRIGGER"])
def test_a_fine_that_reaches_the_regional_amount_makes_the_case_grave(code, yuan, due):
    law = local(**{"重大案件.单位罚款": {"amount": yuan * 100}})
    expected = Outcome.DEFECT if due else Outcome.NOT_APPLICABLE
    assert outcome(code, FINED, law)[0] is expected
    assert outcome(code, FINED, knowledge()[1])[0] is Outcome.NOT_APPLICABLE


def test_the_report_says_which_value_applied_and_from_where():
    law = local(**{"听证.单位罚款": {"amount": 5_000_000}})
    told = {p.name: p for p in parameters(case(FINED), law, date(2026, 1, 1))}
    assert (told["听证.单位罚款"].value, told["听证.单位罚款"].region) == ("50000.00", REGION)
    assert (told["听证.自然人罚款"].value, told["听证.自然人罚款"].region) == ("10000.00", None)
    assert told["个体工商户.身份"].value is None
