"""Absence is a claim: it needs a complete dossier that was read completely."""

from casecheck.model.rule import Json, condition_of
from casecheck.model.verdict import Cause, Outcome
from tests.unit.rules.kit import ask, case_with, put, rule_with

NOTICE = "行政处罚告知书"
DECIDED = {"行政处罚决定书.决定日期": "2023-08-10"}


def test_a_paper_that_is_there_is_present() -> None:
    assert ask({"present": NOTICE}, case_with({}, {"form": NOTICE})).truth is True


def test_a_paper_by_its_short_name() -> None:
    assert ask({"present": "立案审批表"}, case_with({}, {"form": "立案/不予立案审批表"})).truth is True


def test_a_paper_missing_from_a_complete_dossier_is_a_defect_and_tells_where_it_looked() -> None:
    case = case_with(DECIDED)
    answer = ask({"present": NOTICE}, case)
    assert answer.truth is False
    assert answer.missing[0].looked == ("d01",)
    assert put(rule_with({"present": NOTICE}), case).outcome is Outcome.DEFECT


def test_in_scope_document_a_missing_paper_is_only_not_in_the_file() -> None:
    answer = ask({"present": NOTICE}, case_with(DECIDED, scope="document"))
    assert answer.truth is None
    assert answer.missing[0].cause is Cause.DOCUMENT_MISSING


def test_a_case_ended_by_one_decision_has_no_other_to_ask_for() -> None:
    case = case_with(DECIDED, scope="document")
    other = "不予行政处罚决定书"
    asked = rule_with({"present": NOTICE}, when=condition_of({"present": other}))
    assert put(asked, case).outcome is Outcome.NOT_APPLICABLE
    assert put(rule_with({"present": other}), case).outcome is Outcome.UNDETERMINED
    assert (
        put(rule_with({"present": NOTICE}, when=condition_of({"present": NOTICE})), case).outcome
        is Outcome.UNDETERMINED
    )


def test_an_unread_page_anywhere_may_be_the_missing_paper() -> None:
    answer = ask({"present": NOTICE}, case_with(DECIDED, {"form": None, "unread": True}))
    assert (answer.truth, answer.missing[0].cause) == (None, Cause.UNREADABLE)


def test_an_unclassified_paper_that_prints_the_title_may_be_it() -> None:
    hidden = {"form": None, "text": "行 政 处 罚\n告知书 市监罚告〔2023〕1号"}
    assert ask({"present": NOTICE}, case_with(DECIDED, hidden)).truth is None
    other = {"form": None, "text": "营业执照"}
    assert ask({"present": NOTICE}, case_with(DECIDED, other)).truth is False


def test_a_fact_is_present_absent_or_unread() -> None:
    name = "行政处罚决定书.罚款金额"
    assert ask({"present": name}, case_with({name: 5000})).truth is True
    assert ask({"present": name}, case_with(DECIDED)).truth is False
    unread = case_with({}, {"form": "行政处罚决定书", "unread": True})
    assert ask({"present": name}, unread).missing[0].cause is Cause.UNREADABLE


def test_a_fact_of_a_missing_paper_is_absent_but_the_defect_of_another_rule() -> None:
    name = "行政处罚告知书.送达日期"
    case = case_with(DECIDED)
    assert ask({"absent": name}, case).truth is True
    result = put(rule_with({"present": name}), case)
    assert result.outcome is Outcome.UNDETERMINED
    assert result.findings[0].cause is Cause.DOCUMENT_MISSING


def test_a_fact_of_no_paper_in_scope_document_may_stand_elsewhere() -> None:
    assert ask({"present": "陈述申辩.放弃日期"}, case_with(DECIDED)).truth is False
    assert ask({"present": "陈述申辩.放弃日期"}, case_with(DECIDED, scope="document")).truth is None


def test_several_names_must_all_be_there() -> None:
    assert ask({"present": [NOTICE, "行政处罚决定书"]}, case_with(DECIDED)).truth is False


def test_absent_quotes_what_is_there() -> None:
    answer = ask({"absent": "行政处罚决定书.决定日期"}, case_with(DECIDED))
    assert answer.truth is False
    assert [f.name for f in answer.violations[0].facts] == ["行政处罚决定书.决定日期"]


def test_a_blank_field_is_present_but_not_filled() -> None:
    blank = case_with({"行政处罚决定书.住所": "／"})
    assert ask({"present": "行政处罚决定书.住所"}, blank).truth is True
    assert ask({"filled": "行政处罚决定书.住所"}, blank).truth is False
    assert ask({"filled": "行政处罚决定书.住所"}, case_with({"行政处罚决定书.住所": "东街1号"})).truth is True


def test_a_longer_title_of_another_form_does_not_print_the_shorter_one() -> None:
    case = case_with(
        {"不予行政处罚决定书.决定日期": "2025-04-10"}, {"form": None, "text": "送达不予行政处罚决定书时进行教育"}
    )
    assert ask({"present": "行政处罚决定书"}, case).truth is False
    both = case_with({}, {"form": None, "text": "不予行政处罚决定书、行政处罚决定书"})
    assert ask({"present": "行政处罚决定书"}, both).truth is None


def test_an_everyday_word_in_an_unclassified_paper_is_no_title() -> None:
    told = case_with(DECIDED, {"form": None, "text": "首页应当公示营业执照信息"})
    assert ask({"present": "公示"}, told).truth is False
    alone = case_with(DECIDED, {"form": None, "text": "公示"})
    assert ask({"present": "公示"}, alone).truth is None


def test_nobody_can_be_asked_about_a_paper_that_did_not_go_to_the_party() -> None:
    check: Json = {"ask": {"facts": ["立案审批表.批准日期"], "papers": ["立案审批表"]}}
    (missing,) = ask(check, case_with(DECIDED, scope="document")).missing
    assert (missing.name, missing.cause) == ("立案审批表", Cause.DOCUMENT_MISSING)
    assert not ask(check, case_with(DECIDED, scope="document")).violations
    for case in (
        case_with(DECIDED),
        case_with(DECIDED, {"form": "立案审批表", "text": "立案审批表"}, scope="document"),
    ):
        assert [v.cause for v in ask(check, case).violations] == [Cause.NEEDS_JUDGEMENT]
