"""字号, 简称, 曾用名: further names of the party where papers tell them, and not where they tell of something else."""

from collections.abc import Callable

import pytest

from casecheck.model.fact import CaseFacts
from casecheck.rules.identity.matrix import identity

Read = Callable[..., CaseFacts]


def told(case: CaseFacts, field: str) -> list[tuple[object, str | None]]:
    return [(f.value, f.about) for f in case.named(f"行政处罚决定书.{field}")]


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("当事人：陈小红\n字号：青禾县味佳餐饮店\n经营场所：建设路12号", "字号", [("青禾县味佳餐饮店", None)]),
        ("当事人：陈小红；字号名称：青禾县味佳餐饮店；住所：建设路12号", "字号", [("青禾县味佳餐饮店", None)]),
        ("字号：____\n住所：建设路12号", "字号", []),
        ("青禾县远景商贸有限公司（以下简称“远景公司”）销售食品。", "简称", [("远景公司", "青禾县远景商贸有限公司")]),
        ("违反《中华人民共和国食品安全法》（以下简称《食品安全法》）的规定。", "简称", []),
        ("青禾县远景商贸有限公司（以下简称当事人）销售食品。", "简称", []),
        ("青禾县市场监督管理局（以下简称我局）检查。", "简称", []),
        ("当事人曾用名：青禾县远景商贸有限公司。", "曾用名", [("青禾县远景商贸有限公司", None)]),
        (
            "2023年6月1日，名称由青禾县远景商贸有限公司变更为青禾县宏达食品有限公司。",
            "曾用名",
            [("青禾县远景商贸有限公司", "青禾县宏达食品有限公司")],
        ),
        (
            "青禾县远景商贸有限公司于2023年6月办理变更登记，现名青禾县宏达食品有限公司。",
            "曾用名",
            [("青禾县远景商贸有限公司", "青禾县宏达食品有限公司")],
        ),
        (
            "青禾县远景商贸有限公司于2023年6月更名为青禾县宏达食品有限公司。",
            "曾用名",
            [("青禾县远景商贸有限公司", "青禾县宏达食品有限公司")],
        ),
    ],
)
def test_further_names_of_the_party(read: Read, text: str, field: str, expected: list[object]) -> None:
    assert told(read(("行政处罚决定书", text)), field) == expected


def test_the_address_of_the_authority_is_not_that_of_the_party(read: Read) -> None:
    text = "青禾县味佳餐饮店：\n本局拟作出处罚。\n联系人：柳青禾\n联系电话：0999-5550100\n地址：青禾县文汇路6号"
    assert not read(("行政处罚告知书", text)).named("行政处罚告知书.住所")
    own = "当事人：青禾县味佳餐饮店\n住所：青禾县建设路12号\n本局拟作出处罚。"
    assert [f.value for f in read(("行政处罚告知书", own)).named("行政处罚告知书.住所")] == ["青禾县建设路12号"]


def test_several_parties_of_one_paper_are_read_each_with_its_own_values(read: Read) -> None:
    text = (
        "当事人一：青禾县远景商贸有限公司\n统一社会信用代码：92990534MA0ABCDE18\n住所：青禾县建设路12号\n法定代表人：何远\n"
        "当事人二：青禾县宏达食品厂\n统一社会信用代码：91990534MA0XYTQ52W\n住所：青禾县柳树巷3号\n法定代表人：陈小红\n经查，二当事人共同销售。"
    )
    case = read(("行政处罚决定书", text))
    found = {
        field: [f.value for f in case.named(f"行政处罚决定书.{field}")]
        for field in ("当事人", "统一社会信用代码", "住所", "法定代表人")
    }
    assert found == {
        "当事人": ["青禾县远景商贸有限公司", "青禾县宏达食品厂"],
        "统一社会信用代码": ["92990534MA0ABCDE18", "91990534MA0XYTQ52W"],
        "住所": ["青禾县建设路12号", "青禾县柳树巷3号"],
        "法定代表人": ["何远", "陈小红"],
    }
    parties = identity(case).parties
    assert [[row.value for row in p.rows] for p in parties] == [
        ["青禾县远景商贸有限公司", "何远", "92990534MA0ABCDE18", "青禾县建设路12号"],
        ["青禾县宏达食品厂", "陈小红", "91990534MA0XYTQ52W", "青禾县柳树巷3号"],
    ]


def test_the_address_beside_the_officer_to_ask_is_that_of_the_authority(read: Read) -> None:
    text = "青禾县味佳餐饮店：\n拟罚款五百元。\n地址：青禾县建设路12号\n邮政编码：999000\n联系人：法规科"
    assert not read(("行政处罚告知书", text)).named("行政处罚告知书.住所")


def test_the_address_of_the_party_is_read_as_before(read: Read) -> None:
    text = "青禾县味佳餐饮店：\n地址：青禾县建设路12号\n拟罚款五百元。"
    assert [f.value for f in read(("行政处罚告知书", text)).named("行政处罚告知书.住所")] == ["青禾县建设路12号"]


def test_a_blank_place_for_a_signature_names_no_party(read: Read) -> None:
    assert not read(("送达回证", "送达人：\n送达日期：")).named("送达回证.当事人")


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("营业执照或其他资质证明：营业执照\n编号：92990534MA0ABCDE18", ["92990534MA0ABCDE18"]),
        ("营业执照或其他资质证明：营业执照  编号：92990534MA0ABCDE18", ["92990534MA0ABCDE18"]),
        ("营业执照或其他资质证明：食品经营许可证\n编号：JY29905340000001", []),
    ],
)
def test_forms_of_2014_print_the_code_as_the_number_of_the_licence(
    read: Read, licence: str, expected: list[object]
) -> None:
    text = f"行政处罚决定书\n当事人：青禾县味佳餐饮店\n地址：青禾县建设路12号\n邮编：999000\n{licence}\n法定代表人：陈小红 性别：女"
    assert [f.value for f in read(("行政处罚决定书", text)).named("行政处罚决定书.统一社会信用代码")] == expected


@pytest.mark.parametrize("signer", ["店长程小满", "JOHN SMITH", "史密斯（SMITH JOHN）"])
def test_who_signs_for_the_party_is_not_its_name(read: Read, signer: str) -> None:
    assert not read(("照片", f"拍摄时间：2024年3月12日\n当事人：{signer}（签名）　2024年3月12日")).named("照片.当事人")


def test_a_business_that_signs_is_still_named(read: Read) -> None:
    facts = read(("照片", "当事人：青禾县味佳餐饮店（签字）")).named("照片.当事人")
    assert [str(f.value).partition("（")[0] for f in facts] == ["青禾县味佳餐饮店"]
