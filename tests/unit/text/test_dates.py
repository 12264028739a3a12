"""Dates and times as papers write them."""

from datetime import date, datetime

import pytest

from casecheck.text.dates import find_dates, find_times, parse_date
from casecheck.text.folded import fold_text


def found(text: str, default_year: int | None = None) -> list[tuple[str, date | None, str]]:
    return [(m.raw, m.value, m.kind) for m in find_dates(fold_text(text), default_year)]


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月6日",
        "2023 年 05 月 06 日",
        "2023年5月6号",
        "2023.5.6",
        "2023-05-06",
        "2023/5/6",
        "２０２３年５月６日",
        "二〇二三年五月六日",
        "二○二三年五月六日",
        "二O二三年五月六日",
        "二零二三年五月六日",
        "2O23年5月6日",
    ],
)
def test_one_day_in_every_style(text: str) -> None:
    assert [value for _, value, _ in found(f"于{text}立案")] == [date(2023, 5, 6)]
    assert parse_date(text) == date(2023, 5, 6)


def test_offsets_give_the_raw_text() -> None:
    text = "我局于2023年5月6日立案，5月8日检查。"
    assert [text[m.start : m.end] for m in find_dates(text)] == ["2023年5月6日", "5月8日"]


def test_year_printed_twice_is_one_date() -> None:
    assert found("2023 2023年11月08日") == [("20232023年11月08日", date(2023, 11, 8), "full")]


def test_digits_that_run_into_the_year_are_cut_off() -> None:
    assert found("证号********12345 2025年8月28日") == [("2025年8月28日", date(2025, 8, 28), "full")]


def test_a_date_interrupted_by_another_is_still_read() -> None:
    assert ("2025年09月01日", date(2025, 9, 1), "full") in found("二零二五年一月\n2025年09月01日\n三日")


def test_the_year_of_the_date_before_is_taken() -> None:
    assert found("2023年4月1日立案，4月23日检查，同年5月3日终结，次年1月2日结案") == [
        ("2023年4月1日", date(2023, 4, 1), "full"),
        ("4月23日", date(2023, 4, 23), "no_year"),
        ("同年5月3日", date(2023, 5, 3), "no_year"),
        ("次年1月2日", date(2024, 1, 2), "no_year"),
    ]


def test_without_any_year_the_day_stays_unknown() -> None:
    assert found("4月23日") == [("4月23日", None, "no_year")]
    assert found("4月23日", 2022) == [("4月23日", date(2022, 4, 23), "no_year")]


def test_a_range_over_new_year_ends_in_the_next_year() -> None:
    assert [value for _, value, _ in found("2022年12月30日至1月5日")] == [date(2022, 12, 30), date(2023, 1, 5)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023年3月10-18日", [10, 18]),
        ("2023年3月7、8日", [7, 8]),
        ("2023年3月7日、8日和9日", [7, 8, 9]),
        ("2023.3.6-3.8", [6, 8]),
        ("2023.3.6-2023.3.8", [6, 8]),
    ],
)
def test_days_of_a_list_share_what_is_printed_once(text: str, days: list[int]) -> None:
    assert [value for _, value, _ in found(text)] == [date(2023, 3, day) for day in days]


def test_missing_day_word_is_told() -> None:
    assert found("2023年2月24对当事人") == [("2023年2月24", date(2023, 2, 24), "no_day_word")]


@pytest.mark.parametrize("text", ["2025年9月34日", "2023年2月30日", "2023年13月1日", "2023年1月113日", "2023-02-30"])
def test_days_that_do_not_exist_have_no_value(text: str) -> None:
    assert [(value, kind) for _, value, kind in found(text)] == [(None, "impossible")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("年 月 日", "blank"),
        ("2024年 月 日", "blank"),
        ("20__年__月__日", "blank"),
        ("2023年X月X日", "masked"),
        ("某年某月某日", "masked"),
    ],
)
def test_blank_and_masked_dates(text: str, kind: str) -> None:
    assert [(value, k) for _, value, k in found(text)] == [(None, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "出生年月日",
        "2023年5月",
        "涉及2023年2月24家",
        "GB7718.2023.5.6.1",
        "1.5元",
        "共2023.5公斤",
        "第3章",
        "4.1.4.1",
        "报告编号：FS-2024-08-1127",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert found(text) == []


def test_a_clock_that_runs_into_the_date_is_cut_off() -> None:
    assert found("2023-05-06 09:30")[0][:2] == ("2023-05-06", date(2023, 5, 6))
    assert found("2023/5/6 9:30")[0][:2] == ("2023/5/6", date(2023, 5, 6))
    assert found("2023/5/16 10:30")[0][:2] == ("2023/5/16", date(2023, 5, 16))


@pytest.mark.parametrize("text", ["4月23日", "2023年5月6日至8日", "自2023年5月6日", "", "无"])
def test_only_a_whole_date_with_its_year_is_parsed(text: str) -> None:
    assert parse_date(text) is None


def test_weekday_after_the_date_is_ignored() -> None:
    assert parse_date("2023年5月6日（星期六）") == date(2023, 5, 6)


@pytest.mark.parametrize(
    ("text", "begin", "finish"),
    [
        ("2023年5月6日9时30分至10时00分", (6, 9, 30), (6, 10, 0)),
        ("2023年5月6日 09:30-10:00", (6, 9, 30), (6, 10, 0)),
        ("2023-05-06 09:30", (6, 9, 30), None),
        ("2023年5月6日下午3点半", (6, 15, 30), None),
        ("2023年5月6日下午3时至5时", (6, 15, 0), (6, 17, 0)),
        ("2023年5月6日9时30分至2023年5月7日10时30分", (6, 9, 30), (7, 10, 30)),
        ("2023年5月6日23时至次日0时30分", (6, 23, 0), (7, 0, 30)),
        ("时间：2023年5月6日，9时5分起至9时40分止", (6, 9, 5), (6, 9, 40)),
    ],
)
def test_times(text: str, begin: tuple[int, int, int], finish: tuple[int, int, int] | None) -> None:
    (mention,) = find_times(fold_text(text))
    assert mention.begin == datetime(2023, 5, *begin)
    assert mention.finish == (datetime(2023, 5, *finish) if finish else None)


@pytest.mark.parametrize("text", ["9时30分", "15:30", "2023年5月6日收费2小时", "2023年5月6日按1:30兑水"])
def test_times_need_a_date_and_are_times(text: str) -> None:
    assert find_times(fold_text(text)) == []
