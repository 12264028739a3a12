"""The replay of the steps: which path, what came too early or too late, what is missing, what is next."""

from datetime import date

from casecheck.model.rule import Json
from casecheck.model.steps import Step, StepPath, StepState
from casecheck.model.verdict import Outcome
from casecheck.rules.clocks.ledger import ledger
from casecheck.rules.steps.replay import replay
from casecheck.text.citations import find_citations
from tests.rules.kit import case, check, knowledge

ORDINARY: dict[str, Json] = {
    "案件来源登记表.发现日期": "2023-05-04",
    "立案审批表.批准日期": "2023-05-10",
    "案件调查终结报告.日期": "2023-06-12",
    "案件审核表.审核日期": "2023-06-14",
    "行政处罚告知书.日期": "2023-06-15",
    "行政处罚告知书.送达日期": "2023-06-16",
    "行政处理决定审批表.批准日期": "2023-06-28",
    "行政处罚决定书.决定日期": "2023-06-29",
    "行政处罚决定书.送达日期": "2023-06-30",
    "结案审批表.批准日期": "2023-07-20",
}

TWICE: Json = [{"value": "2023-06-14", "document": 1}, {"value": "2023-06-28", "document": 2}]


def paths(facts: dict[str, Json], *documents: dict[str, Json], scope: str = "dossier") -> tuple[StepPath, ...]:
    subject = case(facts, *documents, scope=scope)
    law = knowledge()[1]
    return replay(subject, law, ledger(subject, law, date(2023, 7, 1)))


def steps(facts: dict[str, Json], *documents: dict[str, Json], path: int = 0) -> dict[str, Step]:
    return {step.name: step for step in paths(facts, *documents)[path].steps}


def without(*names: str) -> dict[str, Json]:
    return {name: value for name, value in ORDINARY.items() if name not in names}


def test_a_case_in_order_is_in_order_throughout() -> None:
    (path,) = paths(ORDINARY)
    assert path.name == "普通程序"
    assert [s.state for s in path.steps] == [StepState.DONE] * 10
    assert [s.name for s in path.steps][-2:] == ["送达决定书", "结案"]


def test_the_papers_tell_the_path() -> None:
    def named(facts: dict[str, Json], *documents: dict[str, Json]) -> list[str]:
        return [path.name for path in paths(facts, *documents)]

    assert named({"当场行政处罚决定书.决定日期": "2023-05-10"}) == ["简易程序"]
    assert named({"立案审批表.批准日期": "2023-05-10", "立案审批表.不予立案": True}) == ["不予立案"]
    assert named({"立案审批表.批准日期": "2023-05-10", "涉嫌犯罪案件移送书.日期": "2023-06-10"}) == ["移送"]
    assert named({"立案审批表.批准日期": "2023-05-10", "不予行政处罚决定书.决定日期": "2023-06-10"}) == ["不予处罚"]
    assert named(ORDINARY | {"听证笔录.听证日期": "2023-06-20", "实施行政强制措施决定书.日期": "2023-05-12"}) == [
        "普通程序",
        "听证",
        "强制措施",
    ]


def test_a_decision_before_the_defence_was_over_is_early_and_its_first_lawful_day_is_told() -> None:
    # served Friday Jun 16: five working days end on Jun 26 (22 to 24 are off, Sunday 25 is worked)
    found = steps(ORDINARY | {"行政处罚决定书.决定日期": "2023-06-19", "行政处理决定审批表.批准日期": "2023-06-19"})
    made = found["作出决定"]
    assert (made.state, made.clock, made.rule) == (StepState.EARLY, "陈述申辩期限", "PROC-NOTICE-WAIT")
    assert made.earliest == "2023-06-27"
    assert found["批准处理决定"].state is StepState.DONE


def test_on_the_first_lawful_day_the_decision_is_in_order_and_a_day_before_it_is_not() -> None:
    def state(decided: str) -> StepState:
        facts = ORDINARY | {"行政处理决定审批表.批准日期": decided, "行政处罚决定书.决定日期": decided}
        return steps(facts)["作出决定"].state

    assert (state("2023-06-27"), state("2023-06-26")) == (StepState.DONE, StepState.EARLY)


def test_one_wrong_day_is_one_step_out_of_order_against_its_neighbour() -> None:
    found = steps(ORDINARY | {"立案审批表.批准日期": "2023-07-10"})
    wrong = {name: step for name, step in found.items() if step.state in (StepState.EARLY, StepState.LATE)}
    assert list(wrong) == ["立案"]
    assert (wrong["立案"].state, wrong["立案"].against) == (StepState.LATE, "调查终结")


def test_the_order_that_another_check_judges_carries_its_code() -> None:
    found = steps(ORDINARY | {"案件审核表.审核日期": "2023-06-17"})
    assert (found["审核"].state, found["审核"].rule) == (StepState.LATE, "PROC-REVIEW-ORDER")
    assert check("PROC-TIME-LINE", ORDINARY | {"案件审核表.审核日期": "2023-06-17"}).outcome is Outcome.PASS


def test_a_legal_review_before_the_hearing_is_early() -> None:
    facts = ORDINARY | {"行政处罚听证通知书.送达日期": "2023-06-17", "听证笔录.听证日期": "2023-06-27"}
    review = steps(facts, path=1)["审核"]
    assert (review.state, review.earliest, review.rule) == (
        StepState.EARLY,
        "2023-06-27",
        "PROC-REVIEW-AFTER-HEARING",
    )
    again = steps(facts | {"案件审核表.审核日期": TWICE}, path=1)
    assert again["审核"].state is StepState.DONE


def test_a_needed_step_without_a_trace_is_missing_only_when_later_ones_were_taken() -> None:
    found = steps(without("案件审核表.审核日期", "行政处罚决定书.送达日期", "结案审批表.批准日期"))
    assert found["审核"].state is StepState.MISSING
    assert (found["送达决定书"].state, found["送达决定书"].earliest) == (StepState.NEXT, "2023-06-29")
    assert found["结案"].state is StepState.OPEN


def test_the_next_step_and_the_first_day_on_which_it_is_lawful() -> None:
    noticed = dict(list(ORDINARY.items())[:6])
    found = steps(noticed)
    assert found["批准处理决定"].state is StepState.NEXT
    made = found["作出决定"]
    assert (made.state, made.earliest, made.latest) == (StepState.OPEN, "2023-06-27", "2023-08-08")


def test_a_paper_whose_day_was_not_read_is_not_called_missing() -> None:
    found = steps(without("案件审核表.审核日期"), {"form": "案件审核表", "text": "审核意见：同意。"})
    assert found["审核"].state is StepState.UNCLEAR


def test_in_single_papers_nothing_is_called_missing_or_next() -> None:
    (path,) = paths({"行政处罚决定书.决定日期": "2023-06-29"}, scope="document")
    assert not {s.state for s in path.steps} & {StepState.MISSING, StepState.NEXT}


def test_a_day_that_another_paper_tells_settles_nothing() -> None:
    told: Json = {"value": "2023-05-10", "origin": "recited"}
    assert steps(ORDINARY | {"立案审批表.批准日期": told})["立案"].state is StepState.UNCLEAR


def test_every_basis_and_every_code_of_the_steps_exists() -> None:
    law = knowledge()[1]
    for step in law.steps.steps:
        for basis in step.basis:
            name, _, article = basis.partition(" ")
            statute = law.statutes.find(name)
            assert statute is not None, basis
            (citation,) = find_citations(f"《{statute.name}》{article}")
            said = [law.statutes.check(citation, v.effective_from).status.value for v in statute.versions]
            assert any(not status.startswith("no_such") for status in said), basis
