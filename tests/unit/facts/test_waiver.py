"""What is read from a declaration of waiver (放弃陈述申辩声明)."""

from collections.abc import Callable

import pytest

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]
TITLE = "放弃陈述申辩声明\n"


@pytest.mark.parametrize(
    ("words", "waived"),
    [
        ("本公司自愿放弃陈述、申辩权利。\n2024年3月29日", [True]),
        ("我单位收到告知书，对拟处罚没有意见，放弃陈述、申辩和听证的权利。\n2024年3月29日", [True]),
        ("☑放弃陈述、申辩\n☐不放弃陈述、申辩\n2024年3月29日", [True]),
        ("☐放弃陈述、申辩\n☑不放弃陈述、申辩\n2024年3月29日", [False]),
        ("本公司并未放弃陈述、申辩权利。\n2024年3月29日", [False]),
        ("本公司不同意放弃陈述、申辩权利。\n2024年3月29日", [False]),
        ("五个工作日内不提出的，视为放弃陈述、申辩权利。\n2024年3月29日", []),
        ("本公司自愿放弃听证。\n2024年3月29日", []),
        ("对拟处罚没有意见。\n2024年3月29日", []),
    ],
)
def test_only_its_own_words_waive(read: Read, words: str, waived: list[bool]) -> None:
    case = read(("放弃声明", TITLE + words))
    assert [f.value for f in case.named("陈述申辩.放弃")] == waived
