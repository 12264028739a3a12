"""当事人身份对照表: every value of the party on every paper, how it stands, and where."""

import pytest

from casecheck.model.identity import Cell, Identity, Item, Row, Standing
from casecheck.model.rule import Json
from casecheck.rules.identity.matrix import identity
from tests.rules.kit import case, check, variants, with_image

SHOP, OWNER = "青禾县味佳餐饮店", "陈小红"
CODE, OTHER_CODE = "92990534MA0ABCDE18", "91990534MA0XYTQ52W"
FILED, DECIDED = "立案审批表.当事人", "行政处罚决定书.当事人"


def of(facts: dict[str, Json], *documents: dict[str, Json]) -> Identity:
    return identity(case(facts, *documents))


def row(found: Identity, item: Item, party: int = 0) -> Row:
    it = found.parties[party].row(item)
    assert it is not None
    return it


def standings(it: Row) -> dict[str, tuple[Standing, str]]:
    return {cell.paper: (cell.standing, cell.how) for cell in it.cells}


def differing(it: Row) -> list[Cell]:
    return [cell for cell in it.cells if cell.standing is Standing.DIFFERS]


def test_every_paper_with_the_name_has_a_cell_with_its_place() -> None:
    found = of(
        {"营业执照复印件.当事人": SHOP, FILED: SHOP, DECIDED: "青禾县味嘉餐饮店"},
        {"form": "检验报告", "text": "被抽样单位为青禾县味佳餐饮店。"},
    )
    it = row(found, Item.NAME)
    assert (it.value, it.source.paper) == (SHOP, "营业执照复印件")
    assert standings(it) == {
        "营业执照复印件": (Standing.AGREES, ""),
        "立案审批表": (Standing.AGREES, ""),
        "行政处罚决定书": (Standing.DIFFERS, "typo"),
        "检验报告": (Standing.AGREES, ""),
    }
    for cell in it.cells:
        assert cell.quote is not None
        assert cell.quote.text == cell.value


def test_a_place_for_a_value_in_which_none_was_read_is_absent_and_a_paper_not_read_is_not() -> None:
    facts: dict[str, Json] = {
        FILED: SHOP,
        "立案审批表.统一社会信用代码": CODE,
        "行政处罚决定书.住所": "青禾县建设路12号",
    }
    it = row(of({**facts, DECIDED: SHOP}), Item.CODE)
    assert standings(it)["行政处罚决定书"] == (Standing.ABSENT, "")
    hidden = row(of({**facts, DECIDED: SHOP}, {"form": "行政处罚决定书", "unread": True}), Item.CODE)
    assert "行政处罚决定书" not in standings(hidden)


@pytest.mark.parametrize(
    ("value", "standing"),
    [
        ("9299**********DE18", Standing.MASKED),
        ("9199**********DE18", Standing.DIFFERS),
        ("990534600012345", Standing.ASIDE),
        (OTHER_CODE, Standing.DIFFERS),
    ],
)
def test_how_a_code_stands_to_that_of_the_other_papers(value: str, standing: Standing) -> None:
    masked = "*" in value
    facts: dict[str, Json] = {
        "立案审批表.统一社会信用代码": CODE,
        "案件审核表.统一社会信用代码": CODE,
        "行政处罚决定书.统一社会信用代码": {"value": value, "masked": masked},
    }
    it = row(of(facts), Item.CODE)
    assert standings(it)["行政处罚决定书"][0] is standing
    told = check("FACT-USCC-SAME", facts)
    assert (told.outcome == "defect") == (standing is Standing.DIFFERS)


def test_the_check_character_stands_beside_each_number() -> None:
    facts: dict[str, Json] = {
        "立案审批表.统一社会信用代码": CODE,
        "行政处罚决定书.统一社会信用代码": CODE[:-1] + "9",
        "立案审批表.身份证号": "990534198802030006",
        "询问笔录.身份证号": "990534198802030007",
    }
    found = of(facts)
    assert [c.valid for c in row(found, Item.CODE).cells if c.fact] == [True, False]
    assert [c.valid for c in row(found, Item.IDENTITY_NUMBER).cells if c.fact] == [True]
    assert [(c.paper, c.valid) for c in found.others] == [("询问笔录", False)]


def test_the_head_of_a_shop_is_its_operator_and_of_a_company_its_representative() -> None:
    facts: dict[str, Json] = {
        FILED: SHOP,
        DECIDED: SHOP,
        "立案审批表.法定代表人": OWNER,
        "行政处罚决定书.法定代表人": "陈某",
    }
    shop = of({**facts, "当事人.类型": "个体工商户"})
    assert standings(row(shop, Item.OPERATOR))["行政处罚决定书"] == (Standing.MASKED, "")
    assert shop.parties[0].row(Item.REPRESENTATIVE) is None
    assert of({**facts, "当事人.类型": "法人"}).parties[0].row(Item.REPRESENTATIVE) is not None


def test_a_short_name_counts_in_the_paper_that_defines_it() -> None:
    names: dict[str, Json] = {FILED: "青禾县远景商贸有限公司", DECIDED: "远景公司"}
    defined: Json = {"value": "远景公司", "about": "青禾县远景商贸有限公司"}
    assert [c.how for c in differing(row(of(names), Item.NAME))] == ["other"]
    own = of({**names, "行政处罚决定书.简称": defined})
    assert standings(row(own, Item.NAME))["行政处罚决定书"] == (Standing.AGREES, "short_name")
    elsewhere = of({**names, "案件审核表.简称": defined})
    assert differing(row(elsewhere, Item.NAME))
    supplier: Json = {"value": "远景公司", "about": "青禾县穗丰商贸有限公司"}
    assert differing(row(of({**names, "行政处罚决定书.简称": supplier}), Item.NAME))


def test_several_parties_have_a_matrix_each() -> None:
    one, other = "青禾县远景商贸有限公司", "青禾县宏达食品厂"
    facts: dict[str, Json] = {
        FILED: f"{one}、{other}",
        "行政处罚告知书.当事人": [{"value": one}, {"value": other, "document": 2}],
        DECIDED: [{"value": one}, {"value": other, "document": 2}],
        "行政处罚告知书.统一社会信用代码": [{"value": CODE}, {"value": OTHER_CODE, "document": 2}],
        "行政处罚决定书.统一社会信用代码": [{"value": CODE}, {"value": OTHER_CODE, "document": 2}],
    }
    found = of(facts)
    assert [p.name for p in found.parties] == [one, other]
    assert [row(found, Item.CODE, n).value for n in (0, 1)] == [CODE, OTHER_CODE]
    assert not [c for p in found.parties for r in p.rows for c in differing(r)]
    assert check("FACT-USCC-SAME", facts).outcome == "pass"
    assert variants(check("FACT-PARTY-NAME", facts)) == ["several"]
    swapped: Json = [{"value": OTHER_CODE}, {"value": CODE, "document": 2}]
    assert check("FACT-USCC-SAME", {**facts, "行政处罚决定书.统一社会信用代码": swapped}).outcome == "defect"


def test_a_shop_beside_its_operator_is_one_party() -> None:
    found = of({FILED: SHOP, "立案审批表.法定代表人": OWNER, DECIDED: f"{SHOP}、{OWNER}"})
    assert len(found.parties) == 1
    assert standings(row(found, Item.NAME))["行政处罚决定书"] == (Standing.AGREES, "with_operator")


@pytest.mark.parametrize(
    ("other", "standing", "how"),
    [
        ("青禾市建设路12号2层", Standing.AGREES, "shorter"),
        ("云岭省青禾市建设路12号", Standing.AGREES, ""),
        ("青禾市建设路112号", Standing.DIFFERS, "typo"),
        ("青禾市建设路1", Standing.DIFFERS, "typo"),
        ("青禾市**路*号", Standing.MASKED, ""),
        ("青禾市柳树巷3号", Standing.DIFFERS, "other"),
    ],
)
def test_how_two_addresses_stand_to_each_other(other: str, standing: Standing, how: str) -> None:
    masked = "*" in other
    found = of({"立案审批表.住所": "青禾市建设路12号", "行政处罚决定书.住所": {"value": other, "masked": masked}})
    assert standings(row(found, Item.ADDRESS))["行政处罚决定书"] == (standing, how)


def test_a_case_that_names_nobody_has_an_empty_matrix() -> None:
    assert of({"行政处罚决定书.决定日期": "2023-08-10"}) == Identity()
    assert with_image(case({FILED: SHOP})).facts
