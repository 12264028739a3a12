import pytest

from casecheck.rules.builtin.remedy_clause import clause
from tests.rules.kit import case, check, variants

DECIDED = {"行政处罚决定书.决定日期": "2023-08-10", "行政处罚决定书.处罚依据": ["价格法 第四十二条"]}


def told(text: str) -> object:
    subject = case({"行政处罚决定书.决定日期": "2023-08-10"}, {"form": "行政处罚决定书", "text": text})
    return clause(subject.documents("行政处罚决定书")[0])


@pytest.mark.parametrize(
    ("text", "body", "first_length", "court", "suit", "after"),
    [
        (
            "如不服本决定，可于收到本决定书之日起60天内，依法向青禾县人民政府申请复议，或者6个月内向青禾县人民法院起诉。",
            "青禾县人民政府", (60, "日"), "青禾县人民法院", (6, "月"), False,
        ),
        (
            "可以在收到本决定书之日起六十日内先依法向青禾县人民政府申请行政复议（可以登录网站提交行政复议申请）；"
            "对行政复议结果不服的，可以在收到复议决定书之日起十五日内向青禾县人民法院提起诉讼。",
            "青禾县人民政府", (60, "日"), "青禾县人民法院", (15, "日"), True,
        ),
        (
            "可在收到之日起六十日内青禾县人民政府申请行政复议。也可于六个月内依法向青禾县人民法院提起行政诉讼。",
            "青禾县人民政府", (60, "日"), "青禾县人民法院", (6, "月"), False,
        ),
        (
            "可以在收到本决定书之日起六十日内向\n申请行政复议；也可以在六个月内依法向\n人民法院提起行政诉讼。",
            "", (60, "日"), "人民法院", (6, "月"), False,
        ),
    ],
)  # fmt: skip
def test_the_clause_is_taken_apart(
    text: str, body: str, first_length: object, court: str, suit: object, after: bool
) -> None:
    found = told(text)
    assert found is not None
    assert (found.body, found.reconsideration, found.court, found.suit, found.after) == (  # type: ignore[attr-defined]
        body, first_length, court, suit, after,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "申请行政复议或者提起行政诉讼期间，行政处罚不停止执行。",
        "逾期不申请行政复议，也不提起行政诉讼，又不履行的，本局将申请人民法院强制执行。",
    ],
)
def test_sentences_on_enforcement_are_no_remedies(text: str) -> None:
    assert told(text) is None


def test_a_price_case_need_not_tell_six_months() -> None:
    text = "可以在收到本决定书之日起六十日内先向青禾县人民政府申请行政复议；对复议决定不服的，可以依法向青禾县人民法院提起诉讼。"
    assert check("PROC-REMEDY-CLAUSE", DECIDED, {"form": "行政处罚决定书", "text": text}).outcome == "pass"


def test_both_times_blank_are_told_apart() -> None:
    text = (
        "可在收到本处罚决定书之日起  日内向青禾县人民政府申请行政复议；也可以在  内依法向青禾县人民法院提起行政诉讼。"
    )
    result = check("PROC-REMEDY-CLAUSE", DECIDED, {"form": "行政处罚决定书", "text": text})
    assert variants(result) == ["reconsideration_blank", "suit_blank"]


def test_an_excerpt_that_breaks_off_is_no_decision_without_remedies() -> None:
    paper = {"form": "行政处罚决定书", "text": "（行政处罚的内容）罚款人民币15000元"}
    assert check("PROC-REMEDY-CLAUSE", DECIDED, paper, scope="document").outcome == "undetermined"
    copies = paper | {"text": "当事人向供电公司缴纳电费。罚款15000元\n本文书一式二份，一份送达，一份归档。"}
    assert check("PROC-REMEDY-CLAUSE", DECIDED, copies, scope="document").outcome == "undetermined"
    assert variants(check("PROC-REMEDY-CLAUSE", DECIDED, copies)) == ["absent"]
    empty = {"form": "行政处罚决定书", "text": "（行政处罚的履行方式和期限）（救济途径和期限）"}
    assert variants(check("PROC-REMEDY-CLAUSE", DECIDED, empty, scope="document")) == ["absent"]


def test_the_two_per_mille_surcharge_is_no_matter_of_remedies() -> None:
    text = (
        "逾期不缴纳违法所得的，每日按违法所得数额的2‰加处罚款。可以在收到本决定书之日起六十日内向青禾县人民政府申请行政复议；"
        "也可以在六个月内依法向青禾县人民法院提起行政诉讼。"
    )
    facts = DECIDED | {"行政处罚决定书.处罚依据": ["广告法 第五十五条第一款"]}
    assert check("PROC-REMEDY-CLAUSE", facts, {"form": "行政处罚决定书", "text": text}).outcome == "pass"


def test_the_clause_is_quoted_without_the_sentence_it_runs_on_from() -> None:
    paper = {
        "form": "行政处罚决定书",
        "text": "（履行方式和期限）当事人应当自收到本决定书之日起十五日内缴纳罚款\n（救济途径和期限）\n你单位如不服本决定，"
        "可以在收到本决定书之日起六十日内向 申请行政复议；也可以在六个月内依法向青禾县人民法院提起行政诉讼。",
    }
    finding = next(f for f in check("PROC-REMEDY-CLAUSE", dict(DECIDED), paper).findings if f.variant == "body_blank")
    assert finding.evidence[-1].text.startswith("你单位如不服本决定，可以")


def test_an_earlier_application_is_no_clause() -> None:
    assert told("当事人不服该处罚决定，2023年5月6日向青禾县人民政府提出复议申请。本局重新作出决定。") is None


MIXED = DECIDED | {"行政处罚决定书.处罚依据": ["价格法 第四十二条", "食品安全法 第一百二十四条第一款"]}
DIRECT = "可以在收到本决定书之日起六十日内向青禾县人民政府申请行政复议，也可以在六个月内向青禾县人民法院提起行政诉讼。"
FIRST = "可以在收到本决定书之日起六十日内向青禾县人民政府申请行政复议。对行政复议决定不服的，可依法向人民法院提起诉讼。"


def price_first(text: str, facts: dict[str, object] = MIXED) -> list[str]:
    return variants(check("PROC-REMEDY-PRICE-FIRST", facts, {"form": "行政处罚决定书", "text": text}))  # type: ignore[arg-type]


def test_remedies_told_apart_for_the_price_act_are_no_question() -> None:
    assert price_first(f"当事人不服本决定的，{DIRECT}") == ["mixed"]
    others = f"当事人如对经营过期食品的处罚决定不服，{DIRECT}"
    assert price_first(f"{others}当事人如对未明码标价的处罚决定不服，{FIRST}") == []
    assert price_first(f"当事人如对未明码标价的处罚决定不服，{FIRST}{others}") == []
    assert price_first(f"{others}当事人如对未明码标价的处罚决定不服，{DIRECT}") == ["mixed"]
    assert price_first(f"{others}当事人如对无证经营的处罚决定不服，{FIRST}") == ["mixed"]


def test_a_local_rule_on_prices_alone_is_a_question() -> None:
    grounds = {"行政处罚决定书.处罚依据": ["青禾省价格条例 第五十七条"]}
    assert price_first(f"当事人不服本决定的，{DIRECT}", DECIDED | grounds) == ["local"]
    both = {"行政处罚决定书.处罚依据": ["青禾省价格条例 第五十七条", "价格法 第四十二条"]}
    assert price_first(f"当事人不服本决定的，{DIRECT}", DECIDED | both) == [""]


def test_a_court_that_another_clause_names_is_named() -> None:
    paper = {"form": "行政处罚决定书", "text": f"当事人如对未明码标价的处罚决定不服，{FIRST}"}
    assert "court_blank" in variants(check("PROC-REMEDY-CLAUSE", MIXED, paper))
    paper["text"] += f"当事人如对经营过期食品的处罚决定不服，{DIRECT}"
    assert variants(check("PROC-REMEDY-CLAUSE", MIXED, paper)) == []
