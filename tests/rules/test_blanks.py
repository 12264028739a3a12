from dataclasses import replace

import pytest

from casecheck.model.source import BlockKind
from tests.rules.kit import case, check, check_case, variants


def blanks(text: str, form: str = "行政处罚决定书", code: str = "FMT-BLANKS") -> list[str]:
    return variants(check(code, {}, {"form": form, "text": text}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "可以在收到之日起六十日内向 市场监督管理局或人民政府 申请复议，也可在6个月内依法向青禾县人民法院提起行政诉讼。",
            ["remedies"],
        ),
        ("可在收到之日起 日内向青禾县人民政府申请行政复议；也可以在 内依法向 法院提起行政诉讼。", ["remedies"]),
        ("自 年 月 日起查封。", ["date"]),
        ("青禾县市场监督管理局（印章） 2023年 月 日", ["date"]),
        ("青市监处罚〔 〕 号", ["number"]),
        ("向XXX人民政府申请行政复议，罚款XXX元。", ["crosses"]),
        ("鉴于${情节}，", ["template"]),
        ("姓名：单击或点击此处输入文字。", ["template"]),
        ("理由：点击输入文字。", ["template"]),
        ("收银员在系统内点击输入5折折扣，屏幕显示应收100元。", []),
        ("法定代表人：\n身份证号码：\n电话：", ["label"]),
        ("法定代表人：陈小红身份证号码：9905**********0006", []),
        ("当事人：陈小红____。", []),
        ("详见 https://example.org/a__b 。", []),
        ("自2023年3月10日起六十日内向青禾县人民政府申请行政复议。", []),
        ("五个工作日内向本局提出陈述、申辩。", []),
    ],
)
def test_what_is_a_blank(text: str, expected: list[str]) -> None:
    assert blanks(text) == expected


def test_papers_of_other_makers_are_left_aside() -> None:
    facts = {"行政处罚决定书.决定日期": "2023-08-10"}
    bill = {"form": "进销票据", "text": "合计____元 年 月 日"}
    assert check("FMT-BLANKS", facts, bill).outcome == "pass"


def test_the_number_of_copies_has_its_own_rule() -> None:
    text = "本文书一式   份，   份送达，一份归档。"
    assert blanks(text) == []
    assert blanks(text, code="FMT-COPIES") == ["copies"]


def test_dates_beside_signatures_are_one_question_for_each_paper() -> None:
    assert blanks("当事人签名： 年 月 日\n检查人员签名： 年 月 日", form="现场笔录") == ["by_hand"]


def test_a_blank_is_quoted_with_the_words_of_its_clause() -> None:
    paper = {
        "form": "行政处罚决定书",
        "text": "如不服本决定，可以在收到本决定书之日起六十日内向 申请行政复议；也可以在六个月内依法向青禾县人民法院提起行政诉讼。",
    }
    (finding,) = check("FMT-BLANKS", {}, paper).findings
    assert finding.evidence[0].text == "可以在收到本决定书之日起六十日内向申请行政复议"


def test_the_number_of_copies_counts_in_the_foot_of_the_pages_once() -> None:
    subject = case(
        {}, {"form": "行政处罚决定书", "text": "行政处罚决定书\n本文书一式 份， 份送达。\n本文书一式 份， 份送达。"}
    )
    (paper,) = subject.documents("行政处罚决定书")
    blocks = tuple(replace(block, kind=BlockKind.FOOTER) if "一式" in block.text else block for block in paper.blocks)
    footed = replace(subject, dossier=replace(subject.dossier, documents=(replace(paper, blocks=blocks),)))
    assert variants(check_case("FMT-COPIES", footed)) == ["copies"]


@pytest.mark.parametrize(
    ("text", "expected"), [("本文书一式/份，/份送达，一份归档。", ["copies"]), ("本文书一式二份，一份送达。", [])]
)
def test_a_stroke_fills_no_number_of_copies(text: str, expected: list[str]) -> None:
    assert blanks(text, code="FMT-COPIES") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本文书一式____份，____份送达，____份归档。", []),
        ("限于____日内改正。本文书一式____份，____份送达，一份归档。", ["line"]),
        ("本文书一式二份，一份送达。限于____日内改正。", ["line"]),
    ],
)
def test_lines_for_the_number_of_copies_are_not_told_twice(text: str, expected: list[str]) -> None:
    assert blanks(text) == expected
