"""The kinds that look for words in papers, hold lists and repeated days against each other, and put questions."""

from typing import ClassVar

import pytest

from casecheck.model.rule import Json
from casecheck.model.verdict import Cause, Outcome, Principle
from casecheck.model.words import Words
from tests.unit.rules.kit import ask, case_with, put, rule_with

DECISION, NOTICE = "行政处罚决定书", "行政处罚告知书"


def paper(form: str, text: str, **more: Json) -> dict[str, Json]:
    return {"form": form, "text": text, **more}


class TestMentions:
    CHECK: ClassVar[Json] = {
        "mentions": {"document": [DECISION, NOTICE], "any": ["未成年人", "学生"], "unless": ["不涉及"]}
    }

    def test_one_of_the_papers_is_enough(self) -> None:
        case = case_with({}, paper(NOTICE, "拟作出处罚。"), paper(DECISION, "商品销往学 生。"))
        assert ask(self.CHECK, case).truth is True

    def test_words_taken_away_by_their_clause_do_not_count(self) -> None:
        assert ask(self.CHECK, case_with({}, paper(DECISION, "本案不涉及未成年人。处以罚款。"))).truth is False
        assert ask(self.CHECK, case_with({}, paper(DECISION, "本案不涉及他人。销往未成年人。"))).truth is True

    def test_a_statute_that_is_quoted_is_not_what_the_paper_says(self) -> None:
        said = "《中华人民共和国广告法》第二十八条第一款规定：“广告不得损害未成年人身心健康。”"
        assert ask(self.CHECK, case_with({}, paper(DECISION, said))).truth is False

    def test_what_was_not_read_or_given_may_say_so(self) -> None:
        unread = ask(self.CHECK, case_with({}, paper(DECISION, "罚款。", unread=True)))
        assert (unread.truth, unread.missing[0].cause) == (None, Cause.UNREADABLE)
        absent = ask(self.CHECK, case_with({}))
        assert (absent.truth, {m.name for m in absent.missing}) == (None, {DECISION, NOTICE})

    def test_without_a_document_every_paper_is_looked_through(self) -> None:
        check: Json = {"mentions": {"pattern": "未满(十四|14)周岁"}}
        assert ask(check, case_with({}, paper("询问笔录", "他未满14周岁。"))).truth is True


class TestFreeOf:
    CHECK: ClassVar[Json] = {"free_of": {"document": DECISION, "any": ["涉嫌"], "unless": ["犯罪"]}}

    def test_each_paper_that_says_so_is_named_and_every_place_quoted(self) -> None:
        case = case_with({}, paper(DECISION, "涉嫌虚假宣传。又涉嫌侵权。"), paper(DECISION, "涉嫌犯罪的已移送。"))
        answer = ask(self.CHECK, case)
        assert answer.truth is False
        (wrong,) = answer.violations
        assert [(q.text, q.document) for q in wrong.quotes] == [("涉嫌", "d01"), ("涉嫌", "d01")]
        assert dict(wrong.params) == {"paper": DECISION, "words": "涉嫌", "clause": "行政处罚决定书涉嫌虚假宣传"}

    def test_nothing_found_passes_only_what_was_read(self) -> None:
        assert ask(self.CHECK, case_with({}, paper(DECISION, "罚款。"))).truth is True
        assert ask(self.CHECK, case_with({}, paper(DECISION, "罚款。", unread=True))).truth is None
        assert ask(self.CHECK, case_with({})).truth is None

    def test_the_paper_in_hand_is_taken_alone(self) -> None:
        check: Json = {"each": {"of": DECISION, "check": {"free_of": {"any": ["涉嫌"]}}}}
        case = case_with({}, paper(NOTICE, "涉嫌违法。"), paper(DECISION, "罚款。"))
        assert ask(check, case).truth is True

    def test_a_risk_that_is_raised_is_a_question_with_its_quotes(self) -> None:
        rule = rule_with({"free_of": {"any": ["学生"]}}, principle=Principle.RISK)
        result = put(rule, case_with({}, paper(DECISION, "销往学生。")))
        assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NEEDS_JUDGEMENT)
        assert [q.text for q in result.findings[0].evidence] == ["学生"]
        assert put(rule, case_with({}, paper(DECISION, "罚款。"))).outcome is Outcome.PASS


class TestCovers:
    POINTS: ClassVar[Json] = [
        {"zh": "违法事实", "en": "the facts", "any": ["经查", "查明"]},
        {"zh": "罚款数额", "en": "the fine", "pattern": r"罚款\d+元"},
    ]
    CHECK: ClassVar[Json] = {"covers": {"document": DECISION, "points": POINTS}}

    def test_every_point_is_there(self) -> None:
        assert ask(self.CHECK, case_with({}, paper(DECISION, "经查，属实。罚款５００元。"))).truth is True

    def test_each_lacking_point_is_named_in_the_language_of_the_report(self) -> None:
        message = {"": Words(zh="《{paper}》缺{point}", en="{paper} lacks {point}")}
        result = put(rule_with(self.CHECK, messages=message), case_with({}, paper(DECISION, "处罚如下。")))
        said = [(f.message.zh, f.message.en) for f in result.findings]
        assert said == [
            (f"《{DECISION}》缺违法事实", f"{DECISION} lacks the facts"),
            (f"《{DECISION}》缺罚款数额", f"{DECISION} lacks the fine"),
        ]

    def test_an_unread_page_may_hold_the_point(self) -> None:
        assert ask(self.CHECK, case_with({}, paper(DECISION, "处罚如下。", unread=True))).truth is None

    def test_a_fact_of_the_paper_says_something_on_the_point(self) -> None:
        fine = "行政处罚决定书.罚款金额"
        check: Json = {
            "covers": {"document": DECISION, "points": [{"zh": "罚款", "en": "fine", "any": ["罚金"], "facts": [fine]}]}
        }
        assert ask(check, case_with({fine: 5000}, paper(DECISION, "处罚如下。"))).truth is True
        assert ask(check, case_with({}, paper(DECISION, "处罚如下。"))).truth is False

    def test_a_point_that_may_be_written_by_hand_is_only_asked_about(self) -> None:
        point: Json = {"zh": "日期", "en": "day", "any": ["年"], "cause": "needs_image"}
        check: Json = {
            "covers": {"document": DECISION, "points": [point, {"zh": "罚款", "en": "fine", "any": ["罚款"]}]}
        }
        asked = put(rule_with(check), case_with({}, paper(DECISION, "罚款一百元。")))
        assert [(f.outcome, f.cause) for f in asked.findings] == [(Outcome.UNDETERMINED, Cause.NEEDS_IMAGE)]
        wrong = put(rule_with(check), case_with({}, paper(DECISION, "处罚如下。")))
        assert {f.outcome for f in wrong.findings} == {Outcome.UNDETERMINED, Outcome.DEFECT}


class TestBeside:
    CHECK: ClassVar[Json] = {
        "beside": {"document": DECISION, "label": ["保管期限", "保存期限"], "any": ["永久", "年"], "within": 6}
    }

    @pytest.mark.parametrize(
        ("text", "truth"),
        [
            ("保管期限：30年", True),
            ("保 存期限 永久", True),
            ("保管期限：      立卷人：某 二〇二三年", False),
            ("立卷人：某", None),
        ],
    )
    def test_the_words_follow_the_label(self, text: str, truth: bool | None) -> None:
        assert ask(self.CHECK, case_with({}, paper(DECISION, text))).truth is truth

    def test_what_stands_there_instead_is_quoted(self) -> None:
        (wrong,) = ask(self.CHECK, case_with({}, paper(DECISION, "保管期限：立卷人：某人"))).violations
        assert wrong.quotes[0].text == "保管期限：立卷人：某"
        assert dict(wrong.params)["label"] == "保管期限"

    def test_a_label_that_is_not_printed_was_not_found(self) -> None:
        answer = ask(self.CHECK, case_with({}, paper(DECISION, "立卷人")))
        assert answer.missing[0].cause is Cause.NOT_FOUND


class TestAmong:
    CHECK: ClassVar[Json] = {"among": {"fact": "询问笔录.询问人", "values_of": ["现场笔录.检查人员"], "as": "name"}}

    def test_each_value_that_the_others_do_not_state_is_named(self) -> None:
        listed: Json = ["李一", "王二"]
        assert ask(self.CHECK, case_with({"现场笔录.检查人员": listed, "询问笔录.询问人": ["王二"]})).truth is True
        answer = ask(self.CHECK, case_with({"现场笔录.检查人员": listed, "询问笔录.询问人": ["王二", "赵三"]}))
        assert answer.truth is False
        assert [dict(v.params)["value"] for v in answer.violations] == ["赵三"]

    def test_a_masked_name_that_may_be_one_of_them_needs_a_person(self) -> None:
        some: Json = {"value": "王某", "masked": True}
        answer = ask(self.CHECK, case_with({"现场笔录.检查人员": "王二", "询问笔录.询问人": some}))
        assert (answer.truth, answer.violations[0].cause) == (None, Cause.NEEDS_JUDGEMENT)

    def test_without_one_of_the_sides_nothing_can_be_said(self) -> None:
        assert ask(self.CHECK, case_with({"询问笔录.询问人": "王二"})).truth is None
        assert ask(self.CHECK, case_with({"现场笔录.检查人员": "王二"})).truth is None


class TestApart:
    DAYS = "询问笔录.询问开始"

    def case(self, *days: str) -> Json:
        return [{"value": f"{day} 09:00", "document": number} for number, day in enumerate(days, start=1)]

    def test_the_end_of_the_period_itself(self) -> None:
        check: Json = {"apart": {"dates": self.DAYS, "at_most": "$办案.期限"}}
        assert ask(check, case_with({self.DAYS: self.case("2023-01-04", "2023-04-04")})).truth is True
        assert ask(check, case_with({self.DAYS: self.case("2023-04-05", "2023-01-04")})).truth is False
        least: Json = {"apart": {"dates": self.DAYS, "at_least": "$办案.期限"}}
        assert ask(least, case_with({self.DAYS: self.case("2023-01-04", "2023-04-04")})).truth is False
        assert ask(least, case_with({self.DAYS: self.case("2023-01-04", "2023-04-05")})).truth is True

    def test_only_neighbours_are_compared_and_one_day_alone_says_nothing(self) -> None:
        check: Json = {"apart": {"dates": self.DAYS, "at_most": "$办案.期限"}}
        assert ask(check, case_with({self.DAYS: self.case("2023-01-01", "2023-03-01", "2023-05-01")})).truth is True
        assert ask(check, case_with({self.DAYS: self.case("2023-01-01")})).truth is None
        assert ask(check, case_with({})).truth is None


class TestCountOfPapers:
    def test_too_many_and_too_few(self) -> None:
        one: Json = {"count": {"papers": DECISION, "at_most": 1}}
        two: Json = {"count": {"papers": DECISION, "at_least": 2}}
        single, double = ({"form": DECISION},), ({"form": DECISION}, {"form": DECISION})
        assert [ask(one, case_with({}, *papers)).truth for papers in (single, double)] == [True, False]
        assert [ask(two, case_with({}, *papers)).truth for papers in (single, double)] == [False, True]

    def test_papers_that_were_not_read_or_not_given_may_be_more(self) -> None:
        two: Json = {"count": {"papers": DECISION, "at_least": 2}}
        one: Json = {"count": {"papers": DECISION, "at_most": 1}}
        unread = paper(NOTICE, "…", unread=True)
        for check in (one, two):
            assert ask(check, case_with({}, {"form": DECISION}, unread)).truth is None
            assert ask(check, case_with({}, {"form": DECISION}, scope="document")).truth is None


class TestAsk:
    def test_facts_papers_and_words_stand_beside_the_question(self) -> None:
        check: Json = {
            "ask": {
                "facts": [f"{DECISION}.罚款金额"],
                "papers": [NOTICE],
                "words": {"document": DECISION, "any": ["从轻", "减轻"]},
            }
        }
        case = case_with({f"{DECISION}.罚款金额": 500}, paper(NOTICE, "告知。"), paper(DECISION, "予以从轻处罚。"))
        result = put(rule_with(check, level="C"), case)
        (finding,) = result.findings
        assert (result.outcome, finding.cause) == (Outcome.UNDETERMINED, Cause.NEEDS_JUDGEMENT)
        assert [q.text for q in finding.evidence] == ["500.00元", NOTICE, "从轻"]
        assert finding.message.zh == "发现问题"


def test_where_the_decision_is_all_a_question_about_another_paper_is_not_asked() -> None:
    check: Json = {"ask": {"papers": [DECISION, "现场笔录"]}}
    decision: dict[str, Json] = {"form": DECISION, "text": "罚款一千元。"}
    given = ask(check, case_with({}, decision, scope="document"))
    assert [m.name for m in given.missing] == ["现场笔录"]
    assert not given.violations
    whole = ask(check, case_with({}, decision))
    assert [v.cause for v in whole.violations] == [Cause.NEEDS_JUDGEMENT]
