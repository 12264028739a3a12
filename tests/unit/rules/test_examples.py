"""An example of a rule as a case: papers, facts with places, delivery, what is recited, what was not read."""

import pytest

from casecheck.model.fact import Known, Origin
from casecheck.model.rule import Json
from tests.unit.rules.kit import case_with

SERVED = "行政处罚告知书.送达日期"


def test_facts_bring_their_papers_and_stand_in_them() -> None:
    case = case_with({"立案审批表.批准日期": "2023-05-10"})
    document = case.documents("立案审批表")[0]
    assert document.form == "立案/不予立案审批表"
    fact = case.named("立案审批表.批准日期")[0]
    place = fact.places[0]
    block = next(b for b in document.blocks if b.index == place.block)
    assert block.text[place.start : place.end] == fact.raw == "2023年5月10日"


def test_the_official_name_of_a_form_leads_to_the_same_fact() -> None:
    assert case_with({"立案/不予立案审批表.批准日期": "2023-05-10"}).named("立案审批表.批准日期")


def test_a_delivery_date_belongs_to_the_served_paper_and_stands_in_its_receipt() -> None:
    case = case_with({SERVED: "2023-08-01"})
    notice, receipt = case.documents("行政处罚告知书")[0], case.documents("送达回证")[0]
    fact = case.named(SERVED)[0]
    assert fact.document == notice.id
    assert receipt.serves == (notice.id,)
    assert fact.places[0].block in {b.index for b in receipt.blocks}


def test_a_recited_value_brings_no_paper_of_its_own() -> None:
    recited: Json = {"value": "2023-08-01", "origin": "recited"}
    case = case_with({"行政处罚决定书.决定日期": "2023-08-10", SERVED: recited})
    assert case.documents("行政处罚告知书") == ()
    fact = case.named(SERVED)[0]
    assert (fact.origin, fact.document) == (Origin.RECITED, case.documents("行政处罚决定书")[0].id)


def test_several_papers_of_one_form() -> None:
    values: list[Json] = [{"value": "2023-08-01T09:00"}, {"value": "2023-08-02T09:00", "document": 2}]
    case = case_with({"询问笔录.询问开始": values})
    assert len(case.documents("询问笔录")) == 2
    assert {f.document for f in case.named("询问笔录.询问开始")} == {d.id for d in case.documents("询问笔录")}


def test_money_is_written_in_yuan() -> None:
    slot = case_with({"行政处罚决定书.罚款金额": "50000.50"}).slot("行政处罚决定书.罚款金额")
    assert isinstance(slot, Known)
    assert slot.facts[0].value == 5_000_050


def test_about_and_masked_are_kept() -> None:
    value: Json = {"value": "张某", "about": "甲", "masked": True}
    fact = case_with({"现场笔录.检查人员": [value]}).facts[0]
    assert (fact.about, fact.masked) == ("甲", True)


def test_a_paper_with_its_number_and_proof_of_service() -> None:
    case = case_with({}, {"form": "行政处罚决定书", "number": "市监处罚〔2023〕1号", "served_by": True})
    decision = case.documents("行政处罚决定书")[0]
    assert decision.number == "市监处罚〔2023〕1号"
    assert case.documents("送达回证")[0].serves == (decision.id,)


def test_papers_with_text_and_papers_that_were_not_read() -> None:
    case = case_with({}, {"form": "行政处罚决定书", "text": "处罚如下"}, {"form": None, "unread": True})
    assert "处罚如下" in [b.text for b in case.documents("行政处罚决定书")[0].blocks]
    assert [d.form for d in case.dossier.documents] == ["行政处罚决定书", None]
    assert case.unread()


@pytest.mark.parametrize(
    ("name", "value"),
    [("行政处罚决定书.决定日期", "2023-02-30"), ("行政处罚决定书.罚款金额", "五万"), ("行政处罚决定书.复议前置", "是")],
)
def test_a_value_that_does_not_fit_its_fact_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValueError, match="行政处罚决定书"):
        case_with({name: value})
