"""Which part a cited provision plays: violated, or the basis of the penalty."""

from collections.abc import Callable

import pytest

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]

HEAD = "行政处罚决定书\n青湖市监处罚〔2024〕15号\n当事人：青湖县云朵食品店\n"
DUTY = "经营者销售商品应当按照规定明码标价，注明价格。"
PENALTY = "经营者违反明码标价规定的，责令改正，没收违法所得，可以并处五千元以下的罚款。"
CLOSE = "决定对当事人处罚如下：罚款500元。\n2024年5月20日\n"


def read_roles(read: Read, text: str) -> tuple[list[object], list[object]]:
    case = read(("行政处罚决定书", HEAD + text))
    names = ("行政处罚决定书.违反条款", "行政处罚决定书.处罚依据")
    violated, basis = ([fact.value for fact in case.named(name)] for name in names)
    return violated, basis


@pytest.mark.parametrize(
    "text",
    [
        f"（行政处罚的内容和依据）\n《中华人民共和国价格法》\n第四十二条：{PENALTY}\n{CLOSE}",
        f"（违反法律、法规或者规章的事实）《价格法》第四十二条“{PENALTY}”\n责令当事人立即改正。\n{CLOSE}",
        f"处罚《中华人民共和国价格法》第四十二条，责令改正，可以并处罚款，{CLOSE}",
        f"依据《中华人民共和国价格法》第四十二条规定“{PENALTY}”的违法行为。责令改正，{CLOSE}",
    ],
)
def test_a_provision_whose_printed_words_are_a_penalty_is_the_basis(read: Read, text: str) -> None:
    assert read_roles(read, text)[1] == ["价格法 第四十二条"]


def test_provisions_listed_without_any_verb_are_told_by_their_words(read: Read) -> None:
    text = (
        f"《中华人民共和国价格法》第十三条第一款：{DUTY}\n《中华人民共和国价格法》第四十二条：{PENALTY}\n没收违法所得\n"
    )
    assert read_roles(read, text) == (["价格法 第十三条第一款"], ["价格法 第四十二条"])


def test_a_penalty_called_violated_is_the_basis_where_no_other_is_given(read: Read) -> None:
    text = f"当事人的行为违反了《中华人民共和国价格法》第十三条“{DUTY}”、第四十二条“{PENALTY}”。\n{CLOSE}"
    assert read_roles(read, text) == (["价格法 第十三条"], ["价格法 第四十二条"])
    with_basis = text + f"依据《价格违法行为行政处罚规定》第十三条的规定，{CLOSE}"
    assert read_roles(read, with_basis) == (
        ["价格法 第十三条", "价格法 第四十二条"],
        ["价格违法行为行政处罚规定 第十三条"],
    )


def test_what_the_opinion_suspects_counts_beside_what_it_finds(read: Read) -> None:
    text = (
        "立案时当事人涉嫌违反《中华人民共和国广告法》第九条。\n本局认为，当事人涉嫌违反了《规范促销行为暂行规定》第二十条的规定。\n"
        f"综上，当事人违反了《中华人民共和国价格法》第十三条的规定，依据《中华人民共和国价格法》第四十二条，{CLOSE}"
    )
    assert read_roles(read, text) == (
        ["规范促销行为暂行规定 第二十条", "价格法 第十三条"],
        ["价格法 第四十二条"],
    )


def test_on_trial_is_part_of_a_title_also_behind_its_bracket(read: Read) -> None:
    text = f"当事人的行为违反了《青湖县收费管理办法》（试行）第四条第二款的规定。\n{CLOSE}"
    assert read_roles(read, text)[0] == ["青湖县收费管理办法（试行） 第四条第二款"]


def test_paragraphs_quoted_one_by_one_before_they_are_called_violated(read: Read) -> None:
    text = (
        "本局认为，经营者应当遵守法律。《中华人民共和国食品安全法》第五十三条第一款和第二款分别规定：“食品经营者应当查验许可证。”、"
        "“食品经营企业应当建立记录制度。”，当事人采购糕点时没有查验，违反了上述条款规定，构成没有查验的行为。\n"
        f"依据《中华人民共和国价格法》第四十二条的规定，{CLOSE}"
    )
    assert read_roles(read, text)[0] == ["食品安全法 第五十三条第一款", "食品安全法 第五十三条第二款"]


def test_a_further_article_at_the_head_of_a_line_goes_on(read: Read) -> None:
    text = (
        "本局认为，当事人的行为违反了《明码标价和禁止价格欺诈规定》第十六条第一款“被比较价格应当真实准确。”、\n"
        "第十九条第（三）项“不得通过虚假折价销售商品。”的规定。\n"
        f"依据《中华人民共和国价格法》第四十条第一款的规定，{CLOSE}"
    )
    case = read(("行政处罚决定书", HEAD + text), page=1)
    assert [fact.value for fact in case.named("行政处罚决定书.违反条款")] == [
        "明码标价和禁止价格欺诈规定 第十六条第一款",
        "明码标价和禁止价格欺诈规定 第十九条第（三）项",
    ]
