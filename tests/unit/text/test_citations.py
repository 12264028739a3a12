"""Citations of law: chains, printing slips, and the statute text between them."""

import pytest

from casecheck.text.citations import find_citations, mask_quoted, normalise_law, quoted_spans
from casecheck.text.folded import fold_text


def names(text: str) -> list[str]:
    return [citation.name for citation in find_citations(fold_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("违反了《中华人民共和国价格法》第十四条第（四）项的规定", ["价格法 第十四条第（四）项"]),
        ("《广告法》第二十八条第二款第（二）项", ["广告法 第二十八条第二款第（二）项"]),
        ("《广告法》第二十八条第二款第二项", ["广告法 第二十八条第二款第（二）项"]),
        ("《行政处罚法》第72条第1款第1项", ["行政处罚法 第七十二条第一款第（一）项"]),
        ("《食品安全法》第一百二十四条第一款第（五）项", ["食品安全法 第一百二十四条第一款第（五）项"]),
        ("《商标法》第四十条之一第二款", ["商标法 第四十条之一第二款"]),
        ("《电力法》第五条第（一）项第2目", ["电力法 第五条第（一）项第二目"]),
        ("《行政处罚法》第第三十二条条", ["行政处罚法 第三十二条"]),
        ("《价格违法行为行政处罚规定（2010修订）》/第十三条/第一项", ["价格违法行为行政处罚规定 第十三条第（一）项"]),
        ("《裁量规则》（2024年版）第二编第十四条", ["裁量规则 第十四条"]),
        ("《甲规定》第十三条（三）之规定", ["甲规定 第十三条第（三）项"]),
        ("《价格-1-法》第2页共3页第十三条", ["价格法 第十三条"]),
        ("《殡葬收费办法（试行）》第四条", ["殡葬收费办法（试行） 第四条"]),
        ("《处罚规定》规定第十八条之规定", ["处罚规定 第十八条"]),
    ],
)
def test_one_article(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《价格法》第十四条第（四）项、第四十条第一款", ["价格法 第十四条第（四）项", "价格法 第四十条第一款"]),
        (
            "《甲法》第三条、第五条第一款第（二）项和第（三）项",
            ["甲法 第三条", "甲法 第五条第一款第（二）项", "甲法 第五条第一款第（三）项"],
        ),
        ("《甲法》第十四条第一、三项", ["甲法 第十四条第（一）项", "甲法 第十四条第（三）项"]),
        (
            "《甲法》第十四条第（一）至（三）项",
            ["甲法 第十四条第（一）项", "甲法 第十四条第（二）项", "甲法 第十四条第（三）项"],
        ),
        ("《甲法》第五、六、七条", ["甲法 第五条", "甲法 第六条", "甲法 第七条"]),
        ("《甲法》第九条第一款、第二款", ["甲法 第九条第一款", "甲法 第九条第二款"]),
        ("《甲法》第四条，第五条，以及《乙条例》第六条", ["甲法 第四条", "甲法 第五条", "乙条例 第六条"]),
        ("《甲法》第三条“明码标价”的规定，根据第四条", ["甲法 第三条", "甲法 第四条"]),
        ("《甲法》第三条“明码标价”的规定，第1项至第15项、第18项收费构成违法", ["甲法 第三条"]),
        ("《甲法》第三条第一款“明码标价”、第二款“不得加价”的规定", ["甲法 第三条第一款", "甲法 第三条第二款"]),
        ("《甲规则》第十二条规定的不予处罚情形，第十五条规定的从轻情形", ["甲规则 第十二条", "甲规则 第十五条"]),
        (
            "《甲规定》第十七条第二款：“经营者不得采用。”第十九条第三项：“（三）虚假折价；”及《价格法》第十四条第四项",
            ["甲规定 第十七条第二款", "甲规定 第十九条第（三）项", "价格法 第十四条第（四）项"],
        ),
    ],
)
def test_chains_inherit_the_law(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_articles_inside_quoted_statute_text_are_not_cited() -> None:
    text = "《中华人民共和国价格法》第四十条“经营者有本法第十四条、第十五条所列行为之一的，责令改正”的规定"
    assert names(text) == ["价格法 第四十条"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据《价格法第四十条第一款", ["价格法 第四十条第一款"]),
        ("根据价格法第四十条和行政处罚法第三十二条", ["价格法 第四十条", "行政处罚法 第三十二条"]),
        ("违反中华人民共和国广告法第四条", ["广告法 第四条"]),
        ("依据《福建省适用〈价格法〉裁量基准》第二条", ["福建省适用〈价格法〉裁量基准 第二条"]),
        ("依据《关于贯彻《价格法》的若干规定》第二条", ["关于贯彻《价格法》的若干规定 第二条"]),
    ],
)
def test_brackets_that_are_missing_or_nested(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_defined_short_names_are_resolved() -> None:
    text = "《价格违法行为行政处罚规定》（以下简称《处罚规定》）第七条。依据《处罚规定》第八条，处罚规定另有规定。"
    assert names(text) == ["价格违法行为行政处罚规定 第七条", "价格违法行为行政处罚规定 第八条"]


@pytest.mark.parametrize(
    "text",
    [
        "有本法第十四条所列行为",
        "依据该法第三条",
        "上述规定第二条",
        "《房屋租赁合同》第三条",
        "依照合同第三条",
        "第三条",
        "本规定第四条",
    ],
)
def test_what_cites_no_law(text: str) -> None:
    assert names(text) == []


def test_a_law_cited_as_a_whole_has_no_article() -> None:
    (citation,) = find_citations("依照《中华人民共和国消费者权益保护法》的规定，制作《现场笔录》和《财物清单》")
    assert (citation.name, citation.article) == ("消费者权益保护法", None)


def test_offsets_give_the_raw_text() -> None:
    text = "违反了《价格法》第十三条第一款、第四十二条"
    first, second = find_citations(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == (
        "《价格法》第十三条第一款",
        "第四十二条",
    )


@pytest.mark.parametrize(
    ("title", "law"),
    [
        ("中华人民共和国价格法", "价格法"),
        ("中华人民共和国食品安全法实施条例", "食品安全法实施条例"),
        ("中华人民共和国药典", "中华人民共和国药典"),
        ("《价格违法行为行政处罚规定》（2010修订）", "价格违法行为行政处罚规定"),
        ("价格违法行为行政处罚规定（2010年12月4日修订）", "价格违法行为行政处罚规定"),
    ],
)
def test_titles_compare_without_nation_and_version(title: str, law: str) -> None:
    assert normalise_law(title) == law


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "statute"),
    [
        ("《价格法》第四十二条“可以并处五千元以下的罚款”的规定", "可以并处五千元以下的罚款"),
        ("《价格法》第四十二条规定：“可以并处五千元以下的罚款。”罚款2000元", "可以并处五千元以下的罚款。"),
        ("第三十二条第（一）项：“主动消除危害后果的”", "主动消除危害后果的"),
        ('《价格法》第十三条第一款"明码标价"之规定', "明码标价"),
        ("《价格法》第十三条“经营者“明码”标价”的规定", "经营者“明码”标价"),
        ("《价格法》第十三条“应当明码标价“的规定，罚款", "应当明码标价"),
        ("裁量基准：“责令改正，可以并处1500元以下的罚款。”", "责令改正，可以并处1500元以下的罚款。"),
        (
            "《价格法》第四十二条：经营者违反明码标价规定的，可以并处五千元以下的罚款。决定罚款2000元。",
            "经营者违反明码标价规定的，可以并处五千元以下的罚款。",
        ),
        ("《价格法》第十三条“经营者应当明码标价。依据《行政处罚法》第五条，罚款800元", "经营者应当明码标价。"),
    ],
)
def test_statute_text_is_told_from_the_case(text: str, statute: str) -> None:
    assert quoted(text) == [statute]


def test_neighbouring_quotations_belong_together() -> None:
    assert quoted("《食品安全法》第五十三条“甲应当查验。”、“乙应当记录。”的规定") == ["甲应当查验。", "乙应当记录。"]


@pytest.mark.parametrize(
    "text",
    [
        "当事人销售“燕窝”2盒，货值500元",
        "违反《价格法》第十三条第一款“的规定，罚款500元",
        "《价格法》第四十二条，对当事人罚款2000元。",
        "第三条规定，当事人应当在2日内缴款。",
    ],
)
def test_words_of_the_case_are_no_statute_text(text: str) -> None:
    assert quoted(text) == []


def test_mask_keeps_every_offset() -> None:
    text = "依据《价格法》第四十二条“可以并处五千元以下的罚款”，罚款2000元"
    masked = mask_quoted(text)
    assert len(masked) == len(text)
    assert "五千元" not in masked
    assert masked.endswith("”，罚款2000元")


def test_the_number_of_the_article_may_stand_inside_the_quotation_marks() -> None:
    text = (
        "根据《价格法》“第四十条经营者有本法第十四条所列行为之一的，责令改正。”和《甲条例》第三条“第五条不适用”的规定"
    )
    assert names(text) == ["价格法 第四十条", "甲条例 第三条"]
