"""A declaration of waiver counts only when it is of this party and of this notice."""

from dataclasses import replace

import pytest

from casecheck.model.rule import Json
from tests.rules.kit import case, check_case, variants

FACTS: dict[str, Json] = {
    "行政处罚告知书.送达日期": "2023-08-01",
    "行政处罚告知书.文号": "某市监罚告〔2023〕5号",
    "行政处罚告知书.当事人": "某市青禾食品店",
    "行政处罚决定书.决定日期": "2023-08-03",
    "陈述申辩.放弃日期": "2023-08-02",
    "陈述申辩.放弃": True,
}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("我店自愿放弃陈述、申辩权利。", []),
        ("某市青禾食品店对某市监罚告〔2023〕5号告知书自愿放弃陈述、申辩权利。", []),
        ("某市无关贸易有限公司自愿放弃陈述、申辩权利。", ["unsure"]),
        ("我店对某市监罚告〔2023〕6号告知书自愿放弃陈述、申辩权利。", ["unsure"]),
    ],
)
def test_of_whom_and_of_what_a_waiver_speaks(words: str, found: list[str]) -> None:
    subject = case(FACTS, {"form": "放弃声明", "text": words})
    declared = tuple(replace(f, document="d01") if f.name.startswith("陈述申辩.") else f for f in subject.facts)
    assert variants(check_case("PROC-NOTICE-WAIT", replace(subject, facts=declared))) == found
