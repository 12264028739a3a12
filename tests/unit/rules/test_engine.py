"""From a rule and a case to one outcome and its findings."""

from dataclasses import replace
from datetime import date

import pytest

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Checklist, Json, condition_of
from casecheck.model.verdict import Answer, Cause, Outcome, Principle, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin import registry
from casecheck.rules.engine import evaluate
from casecheck.rules.quotes import quotes_of
from tests.unit.rules.kit import AS_OF, LAW, case_with, put, rule_with

DECIDED = "行政处罚决定书.决定日期"
CASE = case_with({DECIDED: "2023-08-10"})
NOTICE: Json = {"present": "行政处罚告知书"}


def test_every_rule_ends_in_exactly_one_result_in_its_order() -> None:
    rules = tuple(rule_with(NOTICE, code=f"PROC-{n}") for n in range(3))
    checklist = Checklist(name="c", title=Words(zh="c", en="c"), version="1", sha256="", rules=rules)
    assert [r.rule for r in evaluate(checklist, CASE, LAW, AS_OF)] == ["PROC-0", "PROC-1", "PROC-2"]


@pytest.mark.parametrize(
    ("first", "last", "outcome"),
    [
        (date(2023, 8, 10), date(2023, 8, 10), Outcome.DEFECT),
        (date(2023, 8, 11), None, Outcome.NOT_APPLICABLE),
        (None, date(2023, 8, 9), Outcome.NOT_APPLICABLE),
    ],
)
def test_in_force_on_the_day_of_the_decision(first: date | None, last: date | None, outcome: Outcome) -> None:
    assert put(rule_with(NOTICE, valid_from=first, valid_to=last), CASE).outcome is outcome


FILED = "立案审批表.批准日期"
STARTED = "现场笔录.检查开始"


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({FILED: "2023-08-09", DECIDED: "2023-08-12"}, Outcome.NOT_APPLICABLE),
        ({FILED: "2023-08-10", DECIDED: "2023-08-12"}, Outcome.DEFECT),
        ({FILED: "2023-08-10", DECIDED: "2023-08-09"}, Outcome.DEFECT),
        ({DECIDED: "2023-08-09"}, Outcome.NOT_APPLICABLE),
        ({DECIDED: "2023-08-10"}, Outcome.DEFECT),
    ],
)
def test_in_force_on_the_day_of_the_act_that_the_rule_names(facts: dict[str, Json], outcome: Outcome) -> None:
    rule = rule_with(NOTICE, valid_from=date(2023, 8, 10), valid_on=(FILED,))
    assert put(rule, case_with(facts)).outcome is outcome


@pytest.mark.parametrize(
    ("starts", "outcome"),
    [
        (["2023-08-01T09:00", "2023-08-09T09:00"], Outcome.NOT_APPLICABLE),
        (["2023-08-01T09:00", "2023-08-10T09:00"], Outcome.DEFECT),
    ],
)
def test_a_case_that_straddles_a_change_is_judged_part_by_part(starts: list[str], outcome: Outcome) -> None:
    rule = rule_with(NOTICE, valid_from=date(2023, 8, 10), valid_on=(STARTED,))
    assert put(rule, case_with({STARTED: starts, DECIDED: "2023-08-12"})).outcome is outcome


def test_in_force_today_while_there_is_no_decision() -> None:
    undecided = case_with({}, {"form": "现场笔录"})
    assert put(rule_with(NOTICE, valid_from=AS_OF), undecided).outcome is Outcome.DEFECT
    assert put(rule_with(NOTICE, valid_to=date(2023, 8, 10)), undecided).outcome is Outcome.NOT_APPLICABLE


def test_a_decision_without_a_day_is_as_old_as_the_last_paper_that_bears_one() -> None:
    undated = case_with({FILED: "2023-05-10"}, {"form": "行政处罚决定书"})
    assert put(rule_with(NOTICE, valid_from=date(2023, 5, 11)), undated).outcome is Outcome.NOT_APPLICABLE
    assert put(rule_with(NOTICE, valid_from=date(2023, 5, 10)), undated).outcome is Outcome.DEFECT


def test_a_rule_of_a_later_stage_is_not_yet_due() -> None:
    result = put(rule_with(NOTICE, stage="closing"), replace(CASE, stage="decision"))
    assert result.outcome is Outcome.NOT_APPLICABLE
    assert result.reason is not None
    assert "结案" in result.reason.zh
    assert put(rule_with(NOTICE, stage="decision"), replace(CASE, stage="closing")).outcome is Outcome.DEFECT


def test_a_rule_of_the_other_procedure_does_not_apply() -> None:
    rule = rule_with(NOTICE, procedures=("简易",))
    assert put(rule, CASE).outcome is Outcome.NOT_APPLICABLE
    assert put(rule, replace(CASE, procedure="简易")).outcome is Outcome.DEFECT


def test_while_the_procedure_is_not_known_nothing_is_a_defect() -> None:
    result = put(rule_with(NOTICE, procedures=("普通",)), replace(CASE, procedure=None))
    assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NOT_FOUND)
    assert "案件.程序种类" in [m.name for m in result.findings[0].missing]
    passing = rule_with({"present": DECIDED}, procedures=("普通",))
    assert put(passing, replace(CASE, procedure=None)).outcome is Outcome.PASS


def test_when_decides_whether_the_rule_applies() -> None:
    no, yes = condition_of({"present": "现场笔录"}), condition_of({"present": DECIDED})
    assert put(rule_with(NOTICE, when=no), CASE).outcome is Outcome.NOT_APPLICABLE
    assert put(rule_with(NOTICE, when=yes), CASE).outcome is Outcome.DEFECT
    unknown = put(rule_with(NOTICE, when=no), replace(CASE, scope="document"))
    assert (unknown.outcome, unknown.findings[0].cause) == (Outcome.UNDETERMINED, Cause.DOCUMENT_MISSING)


def test_a_needed_paper_that_is_missing_leaves_the_rule_undetermined() -> None:
    rule = rule_with({"present": DECIDED}, requires=("现场笔录",))
    result = put(rule, CASE)
    assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.DOCUMENT_MISSING)
    assert "现场笔录" in result.findings[0].message.zh
    assert put(rule, case_with({DECIDED: "2023-08-10"}, {"form": "现场笔录"})).outcome is Outcome.PASS


def test_a_rule_whose_law_was_not_read_only_asks() -> None:
    result = put(rule_with(NOTICE, verified="false"), CASE)
    assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NEEDS_JUDGEMENT)
    assert result.findings[0].message.zh == "需核实：发现问题"
    assert put(rule_with({"present": DECIDED}, verified="false"), CASE).outcome is Outcome.PASS


def test_a_risk_is_a_question_of_advisory_severity() -> None:
    result = put(rule_with(NOTICE, principle=Principle.RISK, severity=Severity.MAJOR), CASE)
    finding = result.findings[0]
    assert (finding.outcome, finding.cause) == (Outcome.UNDETERMINED, Cause.NEEDS_JUDGEMENT)
    assert finding.severity is Severity.ADVISORY
    assert finding.message.zh == "发现问题"


def test_a_finding_carries_what_a_reader_needs() -> None:
    check: Json = {"at_most": {"fact": "行政处罚决定书.罚款金额", "value": 100}}
    cure = Words(zh="更正", en="correct it")
    message = Words(zh="罚款{行政处罚决定书.罚款金额}", en="fine {行政处罚决定书.罚款金额}")
    rule = rule_with(check, cure_kind="curable", cure=cure, messages={"": message})
    finding = put(rule, case_with({"行政处罚决定书.罚款金额": 5000})).findings[0]
    assert finding.message == Words(zh="罚款5,000.00元", en="fine CNY 5,000.00")
    assert (finding.basis, finding.cure_kind, finding.cure) == (("广告法 第二十八条",), "curable", cure)
    quote = finding.evidence[0]
    assert (quote.text, quote.document, quote.role) == ("5,000.00元", "d01", "行政处罚决定书.罚款金额")
    assert finding.working == Words(zh="5,000.00元 > 100", en="CNY 5,000.00 > 100")


def test_a_defect_outweighs_a_doubt_and_both_are_told() -> None:
    check: Json = {"all": [NOTICE, {"ask": {}}]}
    result = put(rule_with(check), CASE)
    assert result.outcome is Outcome.DEFECT
    assert [f.outcome for f in result.findings] == [Outcome.DEFECT, Outcome.UNDETERMINED]


def test_what_is_missing_is_told_beside_a_lesser_doubt() -> None:
    check: Json = {"all": [{"ask": {}}, {"count": {"facts": "现场笔录.检查人员", "at_least": 2}}]}
    result = put(rule_with(check), case_with({"现场笔录.当事人": "甲"}))
    assert [f.cause for f in result.findings] == [Cause.NEEDS_JUDGEMENT, Cause.NOT_FOUND]


def test_a_place_is_quoted_once_for_each_thing_it_shows() -> None:
    fact = CASE.named(DECIDED)[0]
    other = replace(fact, name="行政处罚决定书.日期")
    assert [q.role for q in quotes_of([fact, fact, other], CASE.dossier)] == [DECIDED, "行政处罚决定书.日期"]
    assert quotes_of([replace(fact, places=())], CASE.dossier) == ()


class TestPredicates:
    """`call`: what a built-in predicate returns, and what happens when it fails."""

    @pytest.fixture(autouse=True)
    def _predicates(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
            raise ZeroDivisionError("secret of the dossier")

        def doubtful(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
            doubt = Violation(
                variant="maybe", cause=Cause.NEEDS_JUDGEMENT, params=(("who", "{行政处罚决定书.决定日期}"),)
            )
            return Answer(truth=True, violations=(doubt, Violation(variant="maybe")))

        def two(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
            grave = Violation(variant="maybe", severity=Severity.FATAL, key="a", params=(("who", "甲"),))
            return Answer(truth=False, violations=(grave, Violation(key="b")))

        found = {"broken": broken, "doubtful": doubtful, "two": two}
        monkeypatch.setattr(registry, "load", lambda: found)

    def test_a_failure_is_an_undetermined_rule_not_an_exception(self) -> None:
        result = put(rule_with({"call": {"name": "broken"}}), CASE)
        finding = result.findings[0]
        assert (result.outcome, finding.cause) == (Outcome.UNDETERMINED, Cause.ERROR)
        assert "ZeroDivisionError" in finding.message.zh
        assert "secret" not in finding.message.zh + finding.message.en + str(finding.working)

    def test_a_predicate_nobody_wrote_is_an_error(self) -> None:
        assert put(rule_with({"call": {"name": "nobody"}}), CASE).findings[0].cause is Cause.ERROR

    def test_a_doubt_beside_a_true_answer_is_a_finding(self) -> None:
        messages = {"": Words(zh="甲", en="a"), "maybe": Words(zh="疑似{who}", en="perhaps {who}")}
        result = put(rule_with({"call": {"name": "doubtful"}}, messages=messages), CASE)
        assert result.outcome is Outcome.UNDETERMINED
        assert len(result.findings) == 1
        assert result.findings[0].message.zh == "疑似{行政处罚决定书.决定日期}"

    def test_one_finding_for_each_violation_with_its_own_severity(self) -> None:
        messages = {"": Words(zh="甲", en="a"), "maybe": Words(zh="发现{who}", en="found {who}")}
        findings = put(rule_with({"call": {"name": "two"}}, messages=messages), CASE).findings
        assert [(f.message.zh, f.severity, f.key) for f in findings] == [
            ("发现甲", Severity.FATAL, "a"),
            ("甲", Severity.MAJOR, "b"),
        ]


def test_an_unknown_kind_is_an_error_of_the_rule() -> None:
    assert put(rule_with({"nonsense": {}}), CASE).findings[0].cause is Cause.ERROR


class TestMessages:
    def said(self, template: str, facts: dict[str, Json]) -> Words:
        rule = rule_with(NOTICE, messages={"": Words(zh=template, en=template)})
        return put(rule, case_with(facts)).findings[0].message

    def test_values_are_printed_for_each_language(self) -> None:
        said = self.said(
            "{行政处罚决定书.决定日期} {行政处罚决定书.复议前置}",
            {DECIDED: "2023-09-08", "行政处罚决定书.复议前置": True},
        )
        assert (said.zh, said.en) == ("2023年9月8日 是", "2023-09-08 yes")

    def test_what_is_not_known_is_said_to_be_so(self) -> None:
        said = self.said("{行政处罚决定书.文号}", {DECIDED: "2023-09-08"})
        assert (said.zh, said.en) == ("未找到", "not found")

    def test_braces_in_a_paper_stay_what_they_are(self) -> None:
        said = self.said("“{行政处罚决定书.当事人}”", {"行政处罚决定书.当事人": "{行政处罚决定书.文号}{0}公司"})
        assert said.zh == "“{行政处罚决定书.文号}{0}公司”"

    def test_text_of_a_paper_comes_on_one_line_of_bounded_length(self) -> None:
        said = self.said("{行政处罚决定书.当事人}", {"行政处罚决定书.当事人": "甲\n" + "长" * 500})
        assert "\n" not in said.zh
        assert len(said.zh) < 100

    def test_several_values_and_legal_values(self) -> None:
        said = self.said("{现场笔录.检查人员}；{$告知.期限}；{$听证.金额}", {"现场笔录.检查人员": ["甲", "乙"]})
        assert said.zh == "甲、乙；5个工作日；10,000.00元"
        assert said.en == "甲, 乙；5 wd；CNY 10,000.00"


class TestDoubts:
    """What is said when a rule could not be settled."""

    def said(self, check: Json, facts: dict[str, Json], scope: str = "document") -> Words:
        return put(rule_with(check), case_with(facts, scope=scope)).findings[0].message

    def test_a_missing_paper_is_named(self) -> None:
        said = self.said(NOTICE, {DECIDED: "2023-08-10"})
        assert said.zh == "需核实“试验”：所给材料中没有《行政处罚告知书》"
        assert said.en == "To be verified (trial): not among the papers given: 《行政处罚告知书》"

    def test_a_value_of_a_missing_paper(self) -> None:
        said = self.said({"present": "行政处罚告知书.日期"}, {DECIDED: "2023-08-10"})
        assert said.zh == "需核实“试验”：所给材料中没有载明“行政处罚告知书的日期”的文书"

    def test_a_value_that_has_nothing_to_be_held_against(self) -> None:
        said = self.said({"present": "行政处罚决定书.送达日期"}, {DECIDED: "2023-08-10"})
        assert said.zh == "需核实“试验”：所给材料中没有可供核对“行政处罚决定书的送达日期”的其他文书"

    def test_a_value_not_found_where_it_should_stand(self) -> None:
        said = self.said({"count": {"facts": "现场笔录.检查人员", "at_least": 2}}, {"现场笔录.当事人": "甲"}, "dossier")
        assert said.zh == "需核实“试验”：文书中未找到现场笔录的检查人员"
