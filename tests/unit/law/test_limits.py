"""法定数值: what holds on a day, and that every basis exists."""

from datetime import date
from decimal import Decimal

import pytest

from casecheck.law.book import LawBook
from casecheck.law.limits import Limit, LimitTable
from casecheck.law.periods import Length
from casecheck.law.statutes import Existence
from casecheck.model.words import Words
from casecheck.text.citations import Citation, find_citations

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "count", "unit"),
    [
        ("立案.核查期限", 15, "working"),
        ("立案.核查延长", 15, "working"),
        ("办案.期限", 90, "calendar"),
        ("办案.延长", 30, "calendar"),
        ("告知.陈述申辩期限", 5, "working"),
        ("听证.申请期限", 5, "working"),
        ("听证.通知期限", 7, "working"),
        ("送达.期限", 7, "working"),
        ("查封扣押.期限", 30, "calendar"),
        ("查封扣押.延长", 30, "calendar"),
        ("查封扣押.食品延长", 45, "calendar"),
        ("登记保存.期限", 7, "working"),
        ("缴款.期限", 15, "calendar"),
        ("复议.期限", 60, "calendar"),
        ("诉讼.期限", 6, "month"),
        ("催告.期限", 10, "working"),
        ("申请执行.期限", 3, "month"),
        ("公告送达.期限", 30, "calendar"),
        ("强制措施.补批", 24, "hour"),
        ("结案.期限", 15, "working"),
        ("公示.期限", 20, "working"),
    ],
)
def test_periods_in_force_today(law: LawBook, name: str, count: int, unit: str) -> None:
    limit = law.limits.on(name, TODAY)
    assert limit is not None
    assert limit.length is not None
    assert (limit.length.count, limit.length.unit, limit.unit) == (count, unit, unit)
    assert limit.verified


def test_amounts_are_in_fen_and_what_was_not_read_is_marked(law: LawBook) -> None:
    person, company = law.limits.on("听证.自然人罚款", TODAY), law.limits.on("听证.单位罚款", TODAY)
    assert person is not None
    assert company is not None
    assert (person.amount, company.amount, person.unit) == (10_000_00, 100_000_00, "fen")
    assert not person.verified
    assert not company.verified


def test_a_ratio_is_exact(law: LawBook) -> None:
    late = law.limits.on("加处罚款.日比例", TODAY)
    assert late is not None
    assert (late.ratio, late.unit) == (Decimal("0.03"), "ratio")


def test_a_value_changes_with_the_law(law: LawBook) -> None:
    before, after = (
        law.limits.on("告知.陈述申辩期限", date(2021, 7, 14)),
        law.limits.on("告知.陈述申辩期限", date(2021, 7, 15)),
    )
    assert before is not None
    assert after is not None
    assert before.length == Length(count=3, unit="working")
    assert not before.verified
    assert after.length == Length(count=5, unit="working")


def test_a_duty_that_ended_has_no_value_any_more(law: LawBook) -> None:
    assert law.limits.on("举报.立案告知期限", date(2026, 4, 14)) is not None
    assert law.limits.on("举报.立案告知期限", date(2026, 4, 15)) is None


def test_a_gap_between_values_is_not_known() -> None:
    meaning = Words(zh="示例", en="example")
    length = Length(count=1, unit="month")
    table = LimitTable(
        limits=(
            Limit(
                name="a.b", meaning=meaning, basis=("示例法",), verified=True, length=length, valid_to=date(2020, 1, 1)
            ),
            Limit(
                name="a.b",
                meaning=meaning,
                basis=("示例法",),
                verified=True,
                length=length,
                valid_from=date(2020, 3, 1),
            ),
        )
    )
    assert table.on("a.b", date(2020, 1, 1)) is not None
    assert table.on("a.b", date(2020, 1, 2)) is None
    assert table.on("a.b", date(2020, 3, 1)) is not None
    assert table.on("c.d", date(2020, 3, 1)) is None
    assert table.names == {"a.b"}


def test_every_verified_basis_exists_from_first_to_last_day(law: LawBook) -> None:
    for limit in law.limits.limits:
        for basis in limit.basis:
            title, _, provision = basis.partition(" ")
            citations = find_citations(f"《{title}》{provision}")
            assert len(citations) == 1, basis
            cited: Citation = citations[0]
            assert cited.name == basis
            for day in (limit.valid_from or date.min, limit.valid_to or TODAY):
                status = law.statutes.check(cited, day).status
                wanted = {Existence.EXISTS} if limit.verified else set(Existence) - {Existence.UNKNOWN_STATUTE}
                assert status in wanted, f"{limit.name}: {basis} on {day}: {status}"
