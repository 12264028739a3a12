"""Folding: what is the same on paper becomes the same string, and every character can be found again."""

import pytest

from casecheck.text.folded import fold, fold_text


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("罚 款\n5000\u3000元\t整", "罚款5000元整"),
        ("零\u200b宽\ufeff与\u00ad软连字符", "零宽与软连字符"),
        ("１２３ＡＢｃ％＋－／￥", "123ABc%+-/¥"),
        ("当事人:张某(男);住所,北京", "当事人：张某（男）；住所，北京"),
        ("罚款20，600元", "罚款20,600元"),
        ("９：３０至10:00", "9:30至10:00"),
        ("２０２３．５．６", "2023.5.6"),
        ("一、第12，某项", "一、第12，某项"),
        ("﹝2023﹞5号 ［2023］", "〔2023〕5号[2023]"),
        ("⽴案⻓⼾⺠", "立案长户民"),
        ("是否？是！", "是否？是！"),
    ],
)
def test_forms_that_mean_the_same_become_one(printed: str, folded: str) -> None:
    assert fold_text(printed) == folded


def test_offsets_point_at_the_printed_characters() -> None:
    printed = " 罚 款:\n５０００元"
    folded = fold(printed)
    assert folded.text == "罚款：5000元"
    assert [printed[offset] for offset in folded.offsets[:-1]] == list("罚款:５０００元")
    assert folded.offsets[-1] == len(printed)


def test_printed_span_has_no_white_space_at_its_ends() -> None:
    printed = "罚款 5000 元 整"
    start, end = fold(printed).printed(2, 6)
    assert printed[start:end] == "5000"


def test_an_empty_span_is_a_point() -> None:
    assert fold("甲 乙").printed(1, 1) == (2, 2)


@pytest.mark.parametrize("dot", "·•・∙‧･")
def test_the_dot_of_names_is_one_character(dot: str) -> None:
    assert fold_text(f"买买提{dot}吐尔逊") == "买买提·吐尔逊"


def test_a_dot_that_begins_a_line_of_a_list_is_kept() -> None:
    assert fold_text("材料：•营业执照") == "材料：•营业执照"
