"""Round trips and bounds of the functions that read text."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casecheck.model.source import Block, BlockKind
from casecheck.text.citations import Citation, find_citations, mask_quoted, quoted_spans
from casecheck.text.dates import find_dates, find_times, parse_date
from casecheck.text.docno import find_numbers, normalise
from casecheck.text.evidence_list import find_items
from casecheck.text.folded import fold, fold_text
from casecheck.text.identifiers import (
    find_uscc,
    is_masked,
    normalise_name,
    resident_id_valid,
    uscc_valid,
    visible_match,
)
from casecheck.text.money import decimal_yuan, find_caps_pairs, find_money, format_yuan, parse_caps
from casecheck.text.numbers import parse_number, to_chinese
from casecheck.text.passage import Passage

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31))
CAPITALS = str.maketrans("零一二三四五六七八九十百千万亿", "零壹贰叁肆伍陆柒捌玖拾佰仟万亿")
PIECES = (
    "《价格法》", "《", "》", "第十四条", "第（三）项", "第一款", "“", "”", '"', "（", "）", "：", "，", "。", "\n", " ",
    "2023年5月6日", "2023", "年", "月", "日", "5.6", "-", "至", "、", "9时30分", "罚款", "5000元", "伍万元整", "¥1,000.00",
    "江市监处罚", "〔2023〕", "12号", "统一社会信用代码：", "91350100M000100Y43", "***", "某", "X", "1.", "2、", "一、",
    "（一）", "证据一：", "上述事实，有以下证据证明：", "（以下简称《规定》）", "本法", "经营者", "有下列", "之规定", "\x00", "０", "\u200b",
)  # fmt: skip
ODD_TEXT = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
READERS: tuple[Callable[[str], object], ...] = (
    fold, parse_number, find_dates, find_times, parse_date, find_money, parse_caps, find_caps_pairs, find_numbers, normalise,
    find_citations, mask_quoted, find_uscc, uscc_valid, resident_id_valid, is_masked, normalise_name, find_items,
)  # fmt: skip


def chinese_year(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


STYLES: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d.year} 年 {d.month:02} 月 {d.day:02} 日",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d.year}-{d.month:02}-{d.day:02}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{chinese_year(d.year)}年{to_chinese(d.month)}月{to_chinese(d.day)}日",
)


@given(DAYS, st.sampled_from(STYLES))
def test_a_day_printed_in_any_style_is_read_back(day: date, style: Callable[[date], str]) -> None:
    text = fold_text(f"当事人于{style(day)}，被立案调查")
    (mention,) = find_dates(text)
    assert (mention.value, text[mention.start : mention.end]) == (day, mention.raw)
    assert parse_date(style(day)) == day


@given(st.integers(min_value=0, max_value=10**15))
def test_a_chinese_number_is_read_back(number: int) -> None:
    assert parse_number(to_chinese(number)) == number
    assert parse_number(to_chinese(number).translate(CAPITALS)) == number
    assert parse_number(f"{number:,}") == number


@given(
    st.integers(min_value=1, max_value=10**12),
    st.integers(min_value=0, max_value=9),
    st.integers(min_value=0, max_value=9),
)
def test_a_sum_in_capitals_is_read_back(yuan: int, jiao: int, fen: int) -> None:
    total = yuan * 100 + jiao * 10 + fen
    caps = (
        to_chinese(yuan)
        + "元"
        + (f"{to_chinese(jiao)}角" if jiao else "零" if fen else "")
        + (f"{to_chinese(fen)}分" if fen else "整")
    )
    caps = caps.translate(CAPITALS)
    assert parse_caps(caps) == total
    (pair,) = find_caps_pairs(fold_text(f"罚款{caps}（￥{format_yuan(total)}）。"))
    assert (pair.agrees, pair.digits_fen) == (True, total)


@given(st.integers(min_value=0, max_value=10**14))
def test_a_sum_in_digits_is_read_back(fen: int) -> None:
    for printed in (f"罚款{format_yuan(fen)}元", f"罚款{decimal_yuan(fen)}元", f"罚款¥{format_yuan(fen)}。"):
        (mention,) = find_money(fold_text(printed))
        assert mention.fen == fen


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    number = st.integers(min_value=1, max_value=320)
    maybe = st.none() | st.integers(min_value=1, max_value=25)
    return Citation(
        0,
        0,
        "",
        draw(st.sampled_from(["价格法", "食品安全法实施条例", "明码标价和禁止价格欺诈规定", "甲省裁量权适用规则"])),
        draw(number),
        draw(st.integers(min_value=0, max_value=3)),
        draw(maybe),
        draw(maybe),
    )


@given(st.lists(citations(), min_size=1, max_size=4))
def test_printed_citations_are_found_again(cited: list[Citation]) -> None:
    printed = "、".join(c.name.replace(c.law + " ", f"《{c.law}》") for c in cited)
    assert [c.name for c in find_citations(fold_text(f"违反了{printed}的规定"))] == [c.name for c in cited]


@given(st.text(max_size=300))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == [*sorted(set(folded.offsets[:-1])), len(text)]
    for character, offset in zip(folded.text, folded.offsets, strict=False):
        assert character in (fold_text(text[offset]), ",", ":")
    assert fold_text(folded.text) == folded.text


@given(st.lists(st.tuples(st.text(max_size=20), st.booleans()), min_size=1, max_size=5), st.data())
def test_places_of_a_passage_hold_the_characters(parts: list[tuple[str, bool]], data: st.DataObject) -> None:
    blocks = [
        Block(file="a", index=i, kind=BlockKind.PARAGRAPH, text=text, continues=joined)
        for i, (text, joined) in enumerate(parts)
    ]
    passage = Passage(blocks)
    start = data.draw(st.integers(min_value=0, max_value=len(passage.text)))
    end = data.draw(st.integers(min_value=start, max_value=len(passage.text)))
    places = passage.places(start, end)
    printed = "".join(fold_text(blocks[p.block].text[p.start : p.end]) for p in places)
    wanted = passage.text[start:end].replace("\n", "")
    assert [c for c in printed if c not in ",，:："] == [c for c in wanted if c not in ",，:："]


@given(ODD_TEXT)
def test_no_reader_raises_and_offsets_hold(text: str) -> None:
    for reader in READERS:
        reader(text)
    visible_match(text[: len(text) // 2], text[len(text) // 2 :])
    folded = fold_text(text)
    for finder in (find_dates, find_times, find_money, find_numbers, find_citations, find_uscc):
        for mention in finder(folded):
            assert folded[mention.start : mention.end] == mention.raw
    previous = 0
    for start, end in quoted_spans(folded):
        assert previous <= start < end <= len(folded)
        previous = end


HOSTILE = ("《", "“", "第一条“", "第一条经营者有下列", "以下证据", "以下证据1、", "壹佰元（", "2023年", "1,", "2023.1.", "（", "*", "1、2、", "5日、", "社会信用代码：", "》第一条：“”")  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_hostile_text_takes_linear_time(piece: str) -> None:
    def spent(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        for reader in READERS:
            reader(text)
        return time.process_time() - started

    spent(1000)
    short, long = spent(8_000), spent(32_000)
    assert long < 1 or long < 12 * short
