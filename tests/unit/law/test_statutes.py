"""引用条款是否存在: the version in force on a day, and what is only a question."""

from datetime import date

import pytest

from casecheck.law.book import LawBook
from casecheck.law.limits import Limit, LimitTable
from casecheck.law.periods import Length
from casecheck.law.statutes import (
    LIMITATION,
    CitationVerdict,
    Existence,
    Statute,
    StatuteBook,
    StatuteVersion,
    law_name,
)
from casecheck.model.words import Words
from casecheck.text.citations import Citation

OLD = StatuteVersion(
    label="2015",
    effective_from=date(2015, 1, 1),
    effective_to=date(2019, 12, 31),
    articles=4,
    complete=True,
    shapes="1-3:1 4:1(9)",
)
NEW = StatuteVersion(
    label="2020修订",
    effective_from=date(2020, 1, 1),
    articles=3,
    complete=True,
    shapes="1:1 2:2(0,3) 3:?",
)
UNREAD = StatuteVersion(label="2021", effective_from=date(2021, 1, 1), articles=20)
REPEALED = StatuteVersion(label="2010", effective_from=date(2010, 1, 1), effective_to=date(2016, 6, 30), articles=5)


def _limitation(years: int) -> Limit:
    said = Words(zh="", en="")
    length = Length(count=years, unit="year")
    return Limit(name=LIMITATION, meaning=said, basis=(), verified=True, length=length)


BOOK = StatuteBook.of(
    [
        Statute(key="SB", title="中华人民共和国示例法", short_titles=("示法",), kind="law", versions=(OLD, NEW)),
        Statute(key="WD", title="未读办法", short_titles=(), kind="department_rule", versions=(UNREAD,), original=True),
        Statute(key="FZ", title="废止规定", short_titles=(), kind="department_rule", versions=(REPEALED,)),
    ],
    LimitTable(limits=(_limitation(2),)),
)
LONG_AFTER = date(2023, 8, 1)


def cite(
    law: str,
    article: int | None = None,
    paragraph: int | None = None,
    item: int | None = None,
    *,
    on: date = LONG_AFTER,
    sub: int = 0,
) -> CitationVerdict:
    citation = Citation(
        start=0, end=0, raw="", law=law, article=article, sub_article=sub, paragraph=paragraph, item=item
    )
    return BOOK.check(citation, on)


@pytest.mark.parametrize(
    "name", ["示例法", "中华人民共和国示例法", "《中华人民共和国示例法》", "示法", "示例法（2020修订）", "SB"]
)
def test_a_statute_is_found_by_each_of_its_names(name: str) -> None:
    found = BOOK.find(name)
    assert found is not None
    assert found.key == "SB"
    assert found.name == "示例法"


def test_an_edition_is_dropped_from_a_name_but_a_part_number_stays() -> None:
    assert law_name("《中华人民共和国广告法》（2021年修正）") == "广告法"
    assert law_name("免罚清单（一）") == "免罚清单（一）"


def test_a_title_inside_a_title_may_be_printed_with_either_bracket(law: LawBook) -> None:
    for name in (
        "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
        "最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释",
        "《最高人民法院关于适用〈行政诉讼法〉的解释》",
    ):
        found = law.statutes.find(name)
        assert found is not None
        assert found.key == "SSJS"


def test_two_statutes_may_not_share_a_name() -> None:
    twin = Statute(key="SB2", title="示例法", short_titles=(), kind="law", versions=(NEW,))
    with pytest.raises(ValueError, match="示例法"):
        StatuteBook.of([*BOOK.statutes, twin])


def test_the_version_in_force_changes_overnight() -> None:
    statute = BOOK.find("示例法")
    assert statute is not None
    assert BOOK.version_on(statute, date(2019, 12, 31)) is OLD
    assert BOOK.version_on(statute, date(2020, 1, 1)) is NEW
    assert BOOK.version_on(statute, date(2014, 12, 31)) is None


def test_what_is_there_exists() -> None:
    for verdict in (
        cite("示例法"),
        cite("示例法", 2),
        cite("示例法", 2, 2),
        cite("示例法", 2, 2, 3),
        cite("示例法", 2, None, 3),
    ):
        assert verdict.status is Existence.EXISTS


@pytest.mark.parametrize(
    ("provision", "status"),
    [
        ((4,), Existence.NO_SUCH_ARTICLE),
        ((0,), Existence.NO_SUCH_ARTICLE),
        ((2, 3), Existence.NO_SUCH_PARAGRAPH),
        ((2, 2, 4), Existence.NO_SUCH_ITEM),
        ((2, 1, 1), Existence.NO_SUCH_ITEM),
        ((1, None, 1), Existence.NO_SUCH_ITEM),
    ],
)
def test_what_is_not_there_is_said_so_and_may_be_held_against_a_paper(
    provision: tuple[int | None, ...], status: Existence
) -> None:
    verdict = cite("示例法", *provision)
    assert verdict.status is status
    assert verdict.counted
    assert verdict.version is NEW
    assert "示例法" in verdict.said.zh
    assert "2020 revision" in verdict.said.en


def test_an_inserted_article_that_a_counted_text_lacks_does_not_exist() -> None:
    assert cite("示例法", 2, sub=1).status is Existence.NO_SUCH_ARTICLE


def test_an_uncounted_article_says_nothing_of_its_paragraphs() -> None:
    assert cite("示例法", 3).status is Existence.EXISTS
    assert cite("示例法", 3, 7).status is Existence.UNKNOWN_STRUCTURE
    assert cite("示例法", 3, None, 7).status is Existence.UNKNOWN_STRUCTURE


def test_an_unread_text_is_known_by_its_last_article_only() -> None:
    assert cite("未读办法", 20).status is Existence.EXISTS
    assert cite("未读办法", 20, 9).status is Existence.UNKNOWN_STRUCTURE
    assert cite("未读办法", 5, sub=1).status is Existence.UNKNOWN_STRUCTURE
    beyond = cite("未读办法", 21)
    assert beyond.status is Existence.NO_SUCH_ARTICLE
    assert not beyond.counted


def test_a_provision_of_a_version_that_ended_lately_is_only_a_question() -> None:
    lately, long_after = cite("示例法", 4, on=date(2021, 12, 31)), cite("示例法", 4, on=date(2022, 1, 2))
    assert lately.status is long_after.status is Existence.NO_SUCH_ARTICLE
    assert not lately.counted
    assert "2019-12-31" in lately.said.zh
    assert long_after.counted


@pytest.mark.parametrize(
    ("years", "day", "lately"), [(2, "2021-12-31", True), (2, "2022-01-01", False), (5, "2024-12-31", True)]
)
def test_how_long_an_old_text_may_govern_is_the_limitation_of_the_law_book(years: int, day: str, lately: bool) -> None:
    book = StatuteBook.of(BOOK.statutes, LimitTable(limits=(_limitation(years),)))
    assert book.lately(date(2019, 12, 31), date.fromisoformat(day)) is lately


def test_without_a_known_limitation_an_old_text_may_always_govern() -> None:
    assert StatuteBook.of(BOOK.statutes).lately(date(2001, 1, 1), LONG_AFTER)


def test_a_provision_that_neither_version_has_is_a_defect_at_once() -> None:
    assert cite("示例法", 5, on=date(2020, 1, 2)).counted


def test_a_repealed_text_is_not_in_force() -> None:
    verdict = cite("废止规定", 3, on=date(2020, 1, 1))
    assert verdict.status is Existence.NOT_IN_FORCE
    assert verdict.counted
    assert not cite("废止规定", 3, on=date(2017, 1, 1)).counted


def test_before_its_first_version_a_text_was_not_in_force_or_is_not_known() -> None:
    assert cite("未读办法", 1, on=date(2020, 12, 31)).status is Existence.NOT_IN_FORCE
    assert cite("示例法", 1, on=date(2014, 12, 31)).status is Existence.UNKNOWN_VERSION


def test_a_text_that_is_not_in_the_book_is_not_known() -> None:
    assert cite("无名办法", 1).status is Existence.UNKNOWN_STATUTE


@pytest.mark.parametrize(
    ("law_title", "article", "paragraph", "item", "day", "status"),
    [
        ("广告法", 28, 2, 5, date(2023, 9, 8), Existence.EXISTS),
        ("广告法", 28, 2, 6, date(2023, 9, 8), Existence.NO_SUCH_ITEM),
        ("广告法", 9, None, 11, date(2023, 9, 8), Existence.EXISTS),
        ("广告法", 75, None, None, date(2023, 9, 8), Existence.NO_SUCH_ARTICLE),
        ("食品安全法", 34, None, 13, date(2022, 3, 1), Existence.EXISTS),
        ("食品安全法", 124, 1, 9, date(2022, 3, 1), Existence.EXISTS),
        ("食品安全法", 41, 5, None, date(2025, 12, 1), Existence.EXISTS),
        ("食品安全法", 41, 2, None, date(2025, 11, 30), Existence.NO_SUCH_PARAGRAPH),
        ("价格法", 14, None, 8, date(2023, 1, 1), Existence.EXISTS),
        ("价格法", 14, 4, None, date(2023, 1, 1), Existence.NO_SUCH_PARAGRAPH),
        ("行政处罚法", 33, 3, None, date(2023, 1, 1), Existence.EXISTS),
        ("反不正当竞争法", 41, None, None, date(2025, 10, 15), Existence.EXISTS),
        ("反不正当竞争法", 41, None, None, date(2025, 10, 14), Existence.NO_SUCH_ARTICLE),
        ("市场监督管理行政处罚程序规定", 87, None, None, date(2023, 1, 1), Existence.EXISTS),
        ("市场监督管理行政处罚程序暂行规定", 54, None, None, date(2024, 1, 1), Existence.NOT_IN_FORCE),
        ("市场监督管理投诉举报处理办法", 15, None, None, date(2026, 4, 14), Existence.NOT_IN_FORCE),
        ("商标法", 87, None, None, date(2026, 12, 31), Existence.NO_SUCH_ARTICLE),
        ("刑法", 140, None, None, date(2025, 1, 1), Existence.EXISTS),
        ("刑法", 140, 2, None, date(2025, 1, 1), Existence.UNKNOWN_STRUCTURE),
    ],
)
def test_provisions_of_the_shipped_statutes(
    law: LawBook,
    law_title: str,
    article: int,
    paragraph: int | None,
    item: int | None,
    day: date,
    status: Existence,
) -> None:
    citation = Citation(start=0, end=0, raw="", law=law_title, article=article, paragraph=paragraph, item=item)
    assert law.statutes.check(citation, day).status is status
