"""罚款幅度: which tier applies, what is certain, and what no tier permits."""

from datetime import date
from fractions import Fraction

import pytest

from casecheck.law.book import LawBook
from casecheck.law.fines import fine_range
from casecheck.law.penalties import Condition, Provision, Tier
from casecheck.text.citations import Citation

YUAN = 100
WAN = 10_000 * YUAN


def times(base: str, low: str, high: str, when: Condition | None = None, deemed: int | None = None) -> Tier:
    return Tier(base=base, low=Fraction(low), high=Fraction(high), when=when, deemed_base=deemed)


def fixed(minimum: int, maximum: int, when: Condition | None = None) -> Tier:
    return Tier(minimum=minimum, maximum=maximum, when=when)


def provision(*tiers: Tier, cap: int | None = None, fined_by: str | None = None) -> Provision:
    return Provision(
        id="X-1",
        law="X",
        article=1,
        valid_from=date(2020, 1, 1),
        conduct="示例",
        tiers=tiers,
        cap=cap,
        fined_by=fined_by,
    )


FOOD = provision(
    fixed(5 * WAN, 10 * WAN, Condition(base="货值金额", below=1 * WAN)),
    times("货值金额", "10", "20", Condition(base="货值金额", at_least=1 * WAN)),
)
AD = provision(
    times("广告费用", "3", "5"),
    fixed(20 * WAN, 100 * WAN, Condition(base="广告费用", unclear=True)),
    times("广告费用", "5", "10", Condition(circumstance="情节严重")),
    fixed(100 * WAN, 200 * WAN, Condition(base="广告费用", unclear=True, circumstance="情节严重")),
)
PRICE = provision(
    times("违法所得", "0", "5"),
    fixed(5 * WAN, 50 * WAN, Condition(base="违法所得", none=True)),
    fixed(0, 10 * WAN, Condition(base="违法所得", none=True, party="个人")),
)


@pytest.mark.parametrize(
    ("goods", "minimum", "maximum"),
    [
        (100 * YUAN, 5 * WAN, 10 * WAN),
        (1 * WAN - 1, 5 * WAN, 10 * WAN),
        (1 * WAN, 10 * WAN, 20 * WAN),
        (2 * WAN, 20 * WAN, 40 * WAN),
    ],
)
def test_the_tier_follows_the_value_of_the_goods(goods: int, minimum: int, maximum: int) -> None:
    found = fine_range(FOOD, {"货值金额": goods})
    assert found is not None
    assert found.certain
    assert (found.minimum, found.maximum, found.base) == (minimum, maximum, "货值金额")
    assert found.permits(minimum) is True
    assert found.permits(maximum) is True
    assert found.permits(minimum - 1) is False
    assert found.permits(maximum + 1) is False


def test_an_unknown_base_leaves_every_tier_open() -> None:
    found = fine_range(FOOD, {})
    assert found is not None
    assert not found.certain
    assert (found.minimum, found.maximum) == (5 * WAN, None)
    assert found.permits(5 * WAN - 1) is False
    assert found.permits(7 * WAN) is None
    assert found.permits(500 * WAN) is None


def test_a_known_advertising_fee_leaves_the_special_tiers_open() -> None:
    found = fine_range(AD, {"广告费用": 1 * WAN})
    assert found is not None
    assert not found.certain
    assert (found.minimum, found.maximum) == (3 * WAN, 200 * WAN)
    assert found.permits(4 * WAN) is None
    assert found.permits(15 * WAN) is False  # between the tiers: in none of them
    assert found.usually_permits(4 * WAN) is True
    assert found.usually_permits(30 * WAN) is False


def test_a_fee_that_cannot_be_computed_takes_the_fixed_tier() -> None:
    found = fine_range(AD, {"广告费用": None}, {"情节严重": False})
    assert found is not None
    assert found.certain
    assert (found.minimum, found.maximum) == (20 * WAN, 100 * WAN)


def test_a_stated_circumstance_replaces_the_ordinary_tiers() -> None:
    found = fine_range(AD, {"广告费用": 1 * WAN}, {"情节严重": True, "广告费用明显偏低": False})
    assert found is not None
    assert found.certain
    assert (found.minimum, found.maximum) == (5 * WAN, 10 * WAN)


def test_a_circumstance_whose_tier_does_not_fit_the_amount_leaves_the_ordinary_tier() -> None:
    tiers = provision(
        times("违法所得", "0", "5"),
        fixed(5 * WAN, 50 * WAN, Condition(base="违法所得", none=True)),
        fixed(50 * WAN, 300 * WAN, Condition(base="违法所得", none=True, circumstance="情节较重")),
    )
    found = fine_range(tiers, {"违法所得": 2 * WAN}, {"情节较重": True})
    assert found is not None
    assert found.certain
    assert (found.minimum, found.maximum) == (0, 10 * WAN)


def test_a_stated_circumstance_is_more_special_than_a_measured_amount() -> None:
    tiers = provision(
        fixed(0, 500 * WAN, Condition(base="上一年度销售额", none=True)),
        fixed(0, 300 * WAN, Condition(circumstance="尚未实施")),
    )
    found = fine_range(tiers, {"上一年度销售额": 0}, {"尚未实施": True})
    assert found is not None
    assert (found.certain, found.maximum) == (True, 300 * WAN)


def test_no_income_takes_the_tier_for_no_income() -> None:
    found = fine_range(PRICE, {"违法所得": 0}, {"个人": False})
    assert found is not None
    assert found.certain
    assert (found.minimum, found.maximum) == (5 * WAN, 50 * WAN)


def test_the_kind_of_party_matters_where_the_law_says_so() -> None:
    open_party = fine_range(PRICE, {"违法所得": 0})
    person = fine_range(PRICE, {"违法所得": 0}, {"个人": True})
    assert open_party is not None
    assert person is not None
    assert (open_party.minimum, open_party.maximum, open_party.certain) == (0, 50 * WAN, False)
    assert (person.minimum, person.maximum, person.certain) == (0, 10 * WAN, True)


def test_a_small_base_counts_as_the_deemed_one() -> None:
    drugs = provision(times("货值金额", "15", "30", deemed=10 * WAN))
    for goods in (0, 500 * YUAN, 10 * WAN):
        found = fine_range(drugs, {"货值金额": goods})
        assert found is not None
        assert found.certain
        assert (found.minimum, found.maximum) == (150 * WAN, 300 * WAN)
    unknown = fine_range(drugs, {})
    assert unknown is not None
    assert (unknown.minimum, unknown.maximum, unknown.certain) == (150 * WAN, None, False)


def test_a_base_of_nothing_without_a_tier_for_it_is_not_a_fine_of_nothing() -> None:
    found = fine_range(provision(times("违法所得", "1", "3")), {"违法所得": 0})
    assert found is not None
    assert not found.certain
    assert found.permits(1 * WAN) is None


def test_a_cap_bounds_a_multiple() -> None:
    found = fine_range(provision(times("违法所得", "0", "3"), cap=3 * WAN), {"违法所得": 5 * WAN})
    assert found is not None
    assert (found.minimum, found.maximum) == (0, 3 * WAN)


def test_rounding_never_puts_a_fine_outside() -> None:
    found = fine_range(provision(times("货值金额", "0.5", "1.5")), {"货值金额": 333})
    assert found is not None
    assert (found.minimum, found.maximum) == (166, 500)


def test_several_provisions_with_the_same_range_are_as_good_as_one() -> None:
    same = fine_range([FOOD, FOOD], {"货值金额": 2 * WAN})
    other = fine_range([FOOD, provision(fixed(0, 1 * WAN))], {"货值金额": 2 * WAN})
    assert same is not None
    assert other is not None
    assert same.certain
    assert not other.certain
    assert other.permits(1 * WAN) is None
    assert other.permits(5 * WAN) is False


def test_no_fine_and_a_fine_by_another_provision() -> None:
    assert fine_range(provision(), {}) is None
    referred = fine_range(provision(fined_by="依照他条"), {})
    assert referred is not None
    assert referred.permits(1) is None


def test_the_tier_is_put_into_words() -> None:
    found = fine_range(FOOD, {"货值金额": 2 * WAN})
    assert found is not None
    assert found.tier.zh == "货值金额不低于10000元：货值金额10倍以上20倍以下"
    assert found.tier.en == "value of the goods >= 10000 yuan: 10 to 20 times the value of the goods"


def cited(law: LawBook, title: str, article: int, *, day: date, **deeper: int) -> tuple[Provision, ...]:
    return law.penalties.find(Citation(start=0, end=0, raw="", law=title, article=article, **deeper), day)


def test_expired_food_by_the_shipped_provisions(law: LawBook) -> None:
    provisions = cited(law, "食品安全法", 124, day=date(2023, 6, 1), paragraph=1, item=5)
    assert [p.id for p in provisions] == ["SPAQ-124-1-5"]
    found = fine_range(provisions, {"货值金额": 235_00})
    assert found is not None
    assert (found.minimum, found.maximum, found.certain) == (5 * WAN, 10 * WAN, True)
    assert "食品安全法 第三十四条第（十）项" in provisions[0].prohibited_by


def test_a_citation_without_item_finds_the_whole_paragraph_or_article(law: LawBook) -> None:
    day = date(2023, 6, 1)
    paragraph = {p.id for p in cited(law, "食品安全法", 124, day=day, paragraph=1)}
    article = {p.id for p in cited(law, "食品安全法", 124, day=day)}
    assert "SPAQ-124-1-5" in paragraph
    assert "SPAQ-124-2" not in paragraph
    assert paragraph < article
    found = fine_range(cited(law, "食品安全法", 124, day=day, paragraph=1), {"货值金额": 235_00})
    assert found is not None
    assert found.certain  # every item of the paragraph has the same tiers


def test_an_item_cited_of_a_provision_without_items_still_finds_it(law: LawBook) -> None:
    found = cited(law, "广告法", 55, day=date(2023, 6, 1), paragraph=1, item=1)
    assert [p.id for p in found] == ["GG-55-1"]


def test_the_version_in_force_decides_which_provision_is_found(law: LawBook) -> None:
    assert [p.id for p in cited(law, "反不正当竞争法", 20, day=date(2025, 10, 14))] == ["FBZ19-20"]
    assert [p.id for p in cited(law, "反不正当竞争法", 25, day=date(2025, 10, 15))] == ["FBZ25-25"]
    assert cited(law, "反不正当竞争法", 25, day=date(2025, 10, 14)) == ()


def test_an_old_provision_may_govern_an_act_of_its_time_for_two_years(law: LawBook) -> None:
    assert [p.id for p in cited(law, "反不正当竞争法", 20, day=date(2026, 3, 1))] == ["FBZ19-20"]
    assert cited(law, "反不正当竞争法", 20, day=date(2027, 10, 16)) == ()
    both = cited(law, "认证认可条例", 66, day=date(2024, 1, 1))
    found = fine_range(both, {"货值金额": 8000_00})
    assert found is not None
    assert found.permits(1 * WAN) is None  # by the text of 2023 only
    assert found.permits(30 * WAN) is False  # by neither


def test_a_price_fraud_without_income_by_a_company(law: LawBook) -> None:
    found = fine_range(
        cited(law, "价格违法行为行政处罚规定", 7, day=date(2023, 6, 1)), {"违法所得": 0}, {"个人": False}
    )
    assert found is not None
    assert (found.minimum, found.maximum, found.certain) == (5 * WAN, 50 * WAN, True)


def test_every_shipped_provision_is_verified_and_well_formed(law: LawBook) -> None:
    for p in law.penalties.provisions:
        assert p.verified
        statute = law.statutes.find(p.law)
        assert statute is not None
        version = law.statutes.version_on(statute, p.valid_from)
        assert version is not None, p.id
        shape = version.structure.get((p.article, 0))
        if shape is None:
            assert not version.complete, p.id
            continue
        assert p.paragraph is None or shape.has_paragraph(p.paragraph) is not False, p.id
        assert all(shape.has_item(item, p.paragraph) is not False for item in p.items), p.id
    assert len(law.penalties.provisions) >= 212
    assert law.penalties.provision("GG-55-1").article == 55
    with pytest.raises(KeyError):
        law.penalties.provision("GG-999")


def test_the_usual_range_is_a_range_of_its_own() -> None:
    grave = provision(times("广告费用", "3", "5"), times("广告费用", "5", "10", Condition(circumstance="情节严重")))
    found = fine_range(grave, {"广告费用": 2 * WAN})
    assert found is not None
    usual = found.as_usual()
    assert (found.minimum, found.maximum) == (6 * WAN, 20 * WAN)
    assert (usual.minimum, usual.maximum, usual.certain) == (6 * WAN, 10 * WAN, True)
