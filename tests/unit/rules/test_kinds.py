"""Each kind: what makes it true, false and unknown; masked and conflicting values; the bound itself."""

from dataclasses import replace
from typing import ClassVar

import pytest

from casecheck.model.rule import Json
from casecheck.model.verdict import Cause, Outcome
from tests.unit.rules.kit import ask, case_with, put, rule_with

NOTICED, FINED, CLOSED = "行政处罚告知书.拟罚款金额", "行政处罚决定书.罚款金额", "结案审批表.罚款金额"
PARTIES = ["立案审批表.当事人", "行政处罚告知书.当事人", "行政处罚决定书.当事人"]
DECISION: dict[str, Json] = {"form": "行政处罚决定书"}


def masked(value: str, **more: Json) -> dict[str, Json]:
    return {"value": value, "masked": True, **more}


class TestSame:
    MONEY: ClassVar[Json] = {"same": {"facts": [NOTICED, FINED, CLOSED], "as": "money"}}
    NAMES: ClassVar[Json] = {"same": {"facts": list(PARTIES), "as": "name"}}

    def test_equal_sums(self) -> None:
        assert ask(self.MONEY, case_with({NOTICED: 5000, FINED: "5000.00"})).truth is True

    def test_the_paper_that_differs_from_the_majority_is_named_and_both_are_quoted(self) -> None:
        answer = ask(self.MONEY, case_with({NOTICED: 5000, FINED: 8000, CLOSED: 8000}))
        assert answer.truth is False
        assert len(answer.violations) == 1
        assert [(f.name, f.value) for f in answer.violations[0].facts] == [(FINED, 800_000), (NOTICED, 500_000)]

    def test_without_a_majority_the_first_listed_is_the_anchor(self) -> None:
        answer = ask(self.MONEY, case_with({NOTICED: 5000, FINED: 8000}))
        assert [f.name for f in answer.violations[0].facts] == [NOTICED, FINED]

    def test_each_differing_paper_is_a_violation_of_its_own(self) -> None:
        facts: dict[str, Json] = dict(zip(PARTIES, ["甲公司", "乙公司", "丙公司"], strict=True))
        assert len(ask(self.NAMES, case_with(facts)).violations) == 2

    def test_names_are_compared_without_width_and_brackets(self) -> None:
        facts: dict[str, Json] = {PARTIES[0]: "甲（北京）公司", PARTIES[1]: "甲(北京) 公司"}
        assert ask(self.NAMES, case_with(facts)).truth is True

    def test_masked_names_agree_on_visible_characters(self) -> None:
        assert ask(self.NAMES, case_with({PARTIES[0]: "张三丰", PARTIES[2]: masked("张某某")})).truth is True
        assert ask(self.NAMES, case_with({PARTIES[0]: "李四光", PARTIES[2]: masked("张某某")})).truth is False

    def test_fewer_than_two_cannot_be_compared(self) -> None:
        assert ask(self.MONEY, case_with({NOTICED: 5000})).truth is None
        assert ask(self.MONEY, case_with({})).truth is None

    def test_two_values_in_one_paper_differ(self) -> None:
        answer = ask(self.MONEY, case_with({FINED: [5000, 8000]}))
        assert answer.truth is False

    def test_a_recited_sum_proves_nothing(self) -> None:
        facts: dict[str, Json] = {FINED: 5000, NOTICED: {"value": 8000, "origin": "recited"}}
        result = put(rule_with(self.MONEY), case_with(facts))
        assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.DOCUMENT_MISSING)

    def test_an_unread_paper_forbids_a_pass(self) -> None:
        case = case_with({NOTICED: 5000, FINED: 5000}, {"form": "结案审批表", "unread": True})
        assert (ask(self.MONEY, case).truth, ask(self.MONEY, case).missing[0].cause) == (None, Cause.UNREADABLE)

    def test_lists_of_citations_are_compared_as_a_whole(self) -> None:
        check: Json = {"same": {"facts": ["行政处罚告知书.处罚依据", "行政处罚决定书.处罚依据"], "as": "citations"}}
        one, two = "广告法 第五十五条", "广告法 第五十七条"
        assert (
            ask(check, case_with({"行政处罚告知书.处罚依据": [one, two], "行政处罚决定书.处罚依据": [two, one]})).truth
            is True
        )
        case = case_with({"行政处罚告知书.处罚依据": [one, two], "行政处罚决定书.处罚依据": [one]})
        answer = ask(check, case)
        assert answer.truth is False
        assert dict(answer.violations[0].params)["only_anchor"] == "广告法第五十七条"
        any_of: Json = {"same": {**check["same"], "at": "any"}}  # type: ignore[index, call-overload, dict-item]
        assert ask(any_of, case).truth is True


class TestDiffers:
    CHECK: ClassVar[Json] = {"differs": {"facts": ["现场笔录.检查人员", "询问笔录.询问人"], "as": "name"}}

    def test_different_persons(self) -> None:
        assert ask(self.CHECK, case_with({"现场笔录.检查人员": ["甲", "乙"], "询问笔录.询问人": ["丙"]})).truth is True

    def test_the_same_person_is_one_violation(self) -> None:
        answer = ask(self.CHECK, case_with({"现场笔录.检查人员": ["甲", "乙"], "询问笔录.询问人": ["乙", "丙"]}))
        assert answer.truth is False
        assert [dict(v.params)["value"] for v in answer.violations] == ["乙"]

    def test_a_masked_name_that_may_be_the_same_needs_a_person(self) -> None:
        case = case_with({"现场笔录.检查人员": ["张三丰"], "询问笔录.询问人": [masked("张某某")]})
        assert ask(self.CHECK, case).truth is None

    def test_one_side_alone_cannot_be_told(self) -> None:
        assert ask(self.CHECK, case_with({"现场笔录.检查人员": ["甲"]})).truth is None


class TestBounds:
    @pytest.mark.parametrize(("fine", "truth"), [(9999, False), ("10000.00", True), (10001, True)])
    def test_the_bound_itself_is_enough(self, fine: Json, truth: bool) -> None:
        case = case_with({FINED: fine})
        assert ask({"at_least": {"fact": FINED, "value": 10000}}, case).truth is truth
        assert ask({"at_least": {"fact": FINED, "value": "$听证.金额"}}, case).truth is truth

    def test_another_fact_as_bound(self) -> None:
        check: Json = {"at_most": {"fact": FINED, "value": {"fact": NOTICED}}}
        assert ask(check, case_with({FINED: 5000, NOTICED: 5000})).truth is True
        answer = ask(check, case_with({FINED: "5000.01", NOTICED: 5000}))
        assert answer.truth is False
        assert answer.working is not None
        assert answer.working.zh == "5,000.01元 > 5,000.00元"
        assert ask(check, case_with({FINED: 5000})).truth is None

    def test_a_range_includes_both_ends(self) -> None:
        check: Json = {"in_range": {"fact": FINED, "min": 1000, "max": 2000}}
        assert [ask(check, case_with({FINED: n})).truth for n in (999, 1000, 2000, 2001)] == [False, True, True, False]

    def test_a_date_against_a_day(self) -> None:
        check: Json = {"at_least": {"fact": "行政处罚决定书.决定日期", "value": "2021-07-15"}}
        assert ask(check, case_with({"行政处罚决定书.决定日期": "2021-07-15"})).truth is True
        assert ask(check, case_with({"行政处罚决定书.决定日期": "2021-07-14"})).truth is False

    def test_a_bound_nobody_has_read_proves_no_defect(self) -> None:
        check: Json = {"at_least": {"fact": FINED, "value": "$未核.金额"}}
        answer = ask(check, case_with({FINED: 1}))
        assert (answer.truth, answer.violations[0].cause) == (None, Cause.NEEDS_JUDGEMENT)

    def test_the_bound_is_that_of_the_same_paper(self) -> None:
        check: Json = {"at_most": {"fact": FINED, "value": {"fact": "行政处罚决定书.上限"}}}
        fines: list[Json] = [5000, {"value": 100, "document": 2}]
        tops: list[Json] = [6000, {"value": 200, "document": 2}]
        case = case_with({FINED: fines, "行政处罚决定书.上限": tops})
        assert ask(check, replace(case, single=frozenset())).truth is True

    def test_two_values_are_a_conflict(self) -> None:
        answer = ask({"at_least": {"fact": FINED, "value": 1}}, case_with({FINED: [5, 6]}))
        assert (answer.truth, answer.missing[0].cause) == (None, Cause.CONFLICTING)


class TestWords:
    def test_one_of_a_list(self) -> None:
        check: Json = {"is_one_of": {"fact": PARTIES[2], "values": ["甲公司", "乙公司"]}}
        assert ask(check, case_with({PARTIES[2]: "甲 公司"})).truth is True
        assert ask(check, case_with({PARTIES[2]: "丙公司"})).truth is False
        assert ask(check, case_with({PARTIES[2]: masked("*公司")})).truth is None
        assert ask(check, case_with({}, DECISION)).truth is None

    def test_one_of_a_list_of_sums_and_truth_values(self) -> None:
        assert ask({"is_one_of": {"fact": FINED, "values": [5000]}}, case_with({FINED: "5000.00"})).truth is True
        assert ask({"is_one_of": {"fact": FINED, "values": [5000]}}, case_with({FINED: "5000.01"})).truth is False
        first = "行政处罚决定书.复议前置"
        assert ask({"is_one_of": {"fact": first, "values": [True]}}, case_with({first: True})).truth is True

    def test_a_pattern_is_searched_in_folded_text(self) -> None:
        check: Json = {"matches": {"fact": "行政处罚决定书.文号", "pattern": r"〔\d{4}〕\d+号$"}}
        assert ask(check, case_with({"行政处罚决定书.文号": "市监处罚〔２０２３〕 12 号"})).truth is True
        assert ask(check, case_with({"行政处罚决定书.文号": "市监处罚2023第12号"})).truth is False

    def test_words_across_lines_of_every_paper(self) -> None:
        check: Json = {"contains": {"document": "行政处罚决定书", "any": ["申请行政复议"]}}
        assert ask(check, case_with({}, {**DECISION, "text": "可以依法申请\n行政 复议。"})).truth is True
        answer = ask(check, case_with({}, {**DECISION, "text": "可以提起行政诉讼。"}))
        assert answer.truth is False
        assert answer.violations[0].quotes[0].document == "d01"
        assert ask(check, case_with({}, {**DECISION, "unread": True})).truth is None
        assert ask(check, case_with({})).truth is None

    def test_all_of_several_words(self) -> None:
        check: Json = {"contains": {"document": "行政处罚决定书", "all": ["复议", "诉讼"]}}
        assert ask(check, case_with({}, {**DECISION, "text": "复议、诉讼"})).truth is True
        assert ask(check, case_with({}, {**DECISION, "text": "复议"})).truth is False

    def test_words_of_a_fact(self) -> None:
        check: Json = {"contains": {"fact": PARTIES[2], "any": ["公司"]}}
        assert ask(check, case_with({PARTIES[2]: "甲公司"})).truth is True
        assert ask(check, case_with({PARTIES[2]: "张三"})).truth is False

    def test_a_citation_of_the_item_is_one_of_the_article_but_not_the_reverse(self) -> None:
        fact = "行政处罚决定书.处罚依据"
        check: Json = {"cites": {"fact": fact, "any": ["广告法 第五条"]}}
        assert ask(check, case_with({fact: ["广告法 第五条第一款"]})).truth is True
        assert ask(check, case_with({fact: ["广告法 第五条之一"]})).truth is False
        assert ask(check, case_with({fact: ["广告法 第五十五条"]})).truth is False
        narrow: Json = {"cites": {"fact": fact, "any": ["广告法 第五条第一款"]}}
        assert ask(narrow, case_with({fact: ["广告法 第五条"]})).truth is False


class TestCount:
    CHECK: ClassVar[Json] = {"count": {"facts": "现场笔录.检查人员", "distinct": True, "at_least": 2}}

    def test_two_names(self) -> None:
        assert ask(self.CHECK, case_with({"现场笔录.检查人员": ["甲", "乙"]})).truth is True

    def test_the_same_name_twice_is_one_person(self) -> None:
        assert ask(self.CHECK, case_with({"现场笔录.检查人员": ["甲", "甲"]})).truth is False

    def test_masked_names_may_be_two_persons(self) -> None:
        answer = ask(self.CHECK, case_with({"现场笔录.检查人员": [masked("张某"), masked("张某")]}))
        assert (answer.truth, answer.violations[0].cause) == (None, Cause.NEEDS_JUDGEMENT)

    def test_one_masked_name_is_surely_one_person(self) -> None:
        check: Json = {"count": {"facts": "现场笔录.检查人员", "distinct": True, "at_least": 1}}
        assert ask(check, case_with({"现场笔录.检查人员": [masked("张某")]})).truth is True

    def test_an_unread_page_of_the_paper_may_hold_the_second(self) -> None:
        case = case_with({"现场笔录.检查人员": ["甲"]}, {"form": "现场笔录", "unread": True})
        assert ask(self.CHECK, case).truth is None

    def test_none_found_is_not_none_there(self) -> None:
        answer = ask(self.CHECK, case_with({}, {"form": "现场笔录"}))
        assert (answer.truth, answer.missing[0].cause) == (None, Cause.NOT_FOUND)

    def test_at_most(self) -> None:
        check: Json = {"count": {"facts": "现场笔录.检查人员", "distinct": True, "at_most": 1}}
        assert ask(check, case_with({"现场笔录.检查人员": ["甲", "甲"]})).truth is True
        assert ask(check, case_with({"现场笔录.检查人员": ["甲", "乙"]})).truth is False


class TestEach:
    CHECK: ClassVar[Json] = {
        "each": {"of": "询问笔录", "check": {"count": {"facts": ".询问人", "distinct": True, "at_least": 2}}}
    }

    def test_every_paper_is_checked_by_itself(self) -> None:
        first: list[Json] = ["甲", "乙"]
        second: list[Json] = [{"value": "甲", "document": 2}]
        answer = ask(self.CHECK, case_with({"询问笔录.询问人": [*first, *second]}))
        assert answer.truth is False
        assert len(answer.violations) == 1
        assert {f.document for f in answer.violations[0].facts} == {"d02"}

    def test_all_papers_hold(self) -> None:
        values: list[Json] = ["甲", "乙", {"value": "丙", "document": 2}, {"value": "丁", "document": 2}]
        assert ask(self.CHECK, case_with({"询问笔录.询问人": values})).truth is True

    def test_without_a_paper_nothing_can_be_said(self) -> None:
        answer = ask(self.CHECK, case_with({}))
        assert (answer.truth, answer.missing[0].cause) == (None, Cause.DOCUMENT_MISSING)

    def test_violations_of_two_papers_have_different_keys(self) -> None:
        values: list[Json] = ["甲", {"value": "甲", "document": 2}]
        keys = [v.key for v in ask(self.CHECK, case_with({"询问笔录.询问人": values})).violations]
        assert len(set(keys)) == 2


class TestCitationsInForce:
    CHECK: ClassVar[Json] = {"in_force": {"citations": "行政处罚决定书.处罚依据", "on": "行政处罚决定书.决定日期"}}

    def cited(self, citation: str, day: str = "2023-08-10") -> Json:
        case = case_with({"行政处罚决定书.处罚依据": [citation], "行政处罚决定书.决定日期": day})
        answer = ask(self.CHECK, case)
        return [answer.truth, answer.violations[0].variant if answer.violations else ""]

    def test_provisions_that_exist_and_that_do_not(self) -> None:
        assert self.cited("广告法 第二十八条第二款") == [True, ""]
        assert self.cited("广告法 第七十五条") == [False, "no_such_article"]
        assert self.cited("广告法 第二十八条第三款") == [False, "no_such_paragraph"]

    def test_an_unknown_statute_is_left_to_a_person(self) -> None:
        assert self.cited("某某条例 第三条") == [None, "unknown_statute"]

    def test_nothing_cited_or_no_day_cannot_be_told(self) -> None:
        assert ask(self.CHECK, case_with({"行政处罚决定书.决定日期": "2023-08-10"})).truth is None


class TestSignatures:
    CHECK: ClassVar[Json] = {"signed_by": {"of": "询问笔录", "by": ["被询问人"]}}

    @pytest.mark.parametrize(("state", "truth"), [("手写", True), ("空白", False), ("无法判断", None)])
    def test_what_the_image_shows(self, state: str, truth: bool | None) -> None:
        assert ask(self.CHECK, case_with({"询问笔录.签名.被询问人": state})).truth is truth

    def test_text_alone_shows_no_signature(self) -> None:
        result = put(rule_with(self.CHECK), case_with({}, {"form": "询问笔录"}))
        assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NEEDS_IMAGE)


def test_a_question_is_always_for_a_person() -> None:
    result = put(rule_with({"ask": {"facts": FINED}}, level="C"), case_with({FINED: 5000}))
    assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NEEDS_JUDGEMENT)
    assert result.findings[0].message.zh == "发现问题"
    assert [q.text for q in result.findings[0].evidence] == ["5,000.00元"]
