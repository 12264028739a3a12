"""案由 of a decision that prints none: the conduct it finds, unless it finds several."""

from collections.abc import Callable

import pytest

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]

HEAD = "行政处罚决定书\n青湖市监处罚〔2024〕15号\n当事人：青湖县云朵食品店\n"
LAW = "违反了《中华人民共和国价格法》第十三条第一款的规定"


def cause(read: Read, text: str) -> list[object]:
    return [fact.value for fact in read(("行政处罚决定书", HEAD + text)).named("案件.案由")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"本局认为，当事人的行为{LAW}，构成销售糕点未明码标价的违法行为。", "销售糕点未明码标价"),
        (f"本局认为，当事人{LAW}，构成不执行政府定价的违法行为。", "不执行政府定价"),
        (f"本局认为，当事人{LAW}，属于第十三条所指的不标明价格的违法行为。", "不标明价格"),
        (
            "经查明：当事人从2024年初开始，在青湖县长堤路8号未标明价格经营糕点，于2024年3月1日被本局查获。",
            "未标明价格经营糕点",
        ),
        ("（违反法律、法规或者规章的事实）销售糕点未明码标价2024年3月1日，本局检查了当事人。", "销售糕点未明码标价"),
        (
            f"1.询问笔录，证明当事人在标价之外加价出售糕点的事实。\n本局认为，当事人的上述行为{LAW}。",
            "在标价之外加价出售糕点",
        ),
        (f"本局认为，该收费属于政府定价范围，当事人超标准收费的行为{LAW}。", "超标准收费"),
        (f"本局认为，当事人糕点没有标价，当事人的行为涉嫌销售糕点未明码标价的行为，{LAW}。", "销售糕点未明码标价"),
        (f"本局认为，当事人系初次违法行为。当事人超标准收费的行为{LAW}。", "超标准收费"),
        ("综上，对当事人不执行停车收费政府指导价的行为处罚款300元。", "不执行停车收费政府指导价"),
        (
            f"本局认为，当事人销售糕点未明码标价的行为{LAW}。当事人糕点未明码标价的行为，{LAW}。",
            "销售糕点未明码标价",
        ),
    ],
)
def test_the_conduct_as_the_authority_names_it(read: Read, text: str, expected: str) -> None:
    assert cause(read, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"本局认为，当事人销售糕点未明码标价的行为{LAW}。当事人经营超过保质期的牛奶的行为违反了《食品安全法》第三十四条的规定。",
        "本局认为，构成销售糕点未明码标价的违法行为，并构成使用未经检定的计量器具的违法行为。",
        f"本局认为，当事人的上述行为{LAW}。",
        "1.营业执照复印件，证明当事人合法经营的事实。",
    ],
)
def test_several_conducts_or_none_give_no_name(read: Read, text: str) -> None:
    assert cause(read, text) == []
