"""A decision of which only the form is there."""

from collections.abc import Callable

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]

HEAD = "行政处罚决定书\n青湖市监处罚〔2024〕15号\n当事人：青湖县云朵食品店\n住所：青湖县长堤路8号"
FOOT = "\n青湖县市场监督管理局\n（印章）\n2024年5月20日\n（市场监督管理部门将依法向社会公示本行政处罚决定信息）本文书一式二份。"
EMPTY, NOTHING = "行政处罚决定书.空白段落", "行政处罚决定书.内容空白"


def sections(source: str, facts: str, penalty: str, remedies: str) -> str:
    return (
        f"{HEAD}（案件来源、调查经过及采取行政强制措施的情况）{source}\n（违反法律、法规或者规章的事实）{facts}\n"
        f"（行政处罚的内容和依据）\n{penalty}\n（救济途径和期限）\n{remedies}"
    )


def empty(case: CaseFacts) -> list[object]:
    return [fact.value for fact in case.named(EMPTY)]


def test_a_form_that_was_never_filled_in(read: Read) -> None:
    case = read(("行政处罚决定书", sections("", "", "", "") + FOOT))
    assert empty(case) == [
        "案件来源、调查经过及采取行政强制措施的情况",
        "违反法律、法规或者规章的事实",
        "行政处罚的内容和依据",
        "救济途径和期限",
    ]
    assert [fact.value for fact in case.named(NOTHING)] == [True]


def test_only_the_section_without_words_is_empty(read: Read) -> None:
    filled = sections("2024年3月1日检查发现。", "糕点没有价签。", "罚款五百元。", "")
    case = read(("行政处罚决定书", filled + FOOT))
    assert empty(case) == ["救济途径和期限"]
    assert not case.named(NOTHING)


def test_an_excerpt_that_breaks_off_says_nothing_of_its_last_section(read: Read) -> None:
    excerpt = sections("2024年3月1日检查发现。", "糕点没有价签。", "罚款五百元。", "")
    assert not empty(read(("行政处罚决定书", excerpt)))


def test_a_heading_printed_twice_is_not_empty(read: Read) -> None:
    twice = "\n上述事实，主要有以下证据证明：" * 2 + "\n1.营业执照复印件。\n2.现场笔录。"
    assert not empty(read(("行政处罚决定书", HEAD + twice + FOOT)))


def test_of_a_paper_with_unread_pages_nothing_is_said(read: Read) -> None:
    case = read(("行政处罚决定书", sections("", "", "", "") + FOOT), page=1, unread=(1,))
    assert not empty(case)
