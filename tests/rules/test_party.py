from dataclasses import replace

import pytest

from casecheck.model.rule import Json
from tests.rules.kit import case, check, check_case, variants

FILED, DECIDED = "立案审批表.当事人", "行政处罚决定书.当事人"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("青禾县味佳餐饮店", "青禾县 味佳 餐饮店", []),
        ("青禾县味佳餐饮店", "青禾县味佳餐饮店（经营者：陈小红）", []),
        ("青禾县远景商贸有限公司", "青禾县远景贸易有限公司", [""]),
        ("青禾县远景商贸有限公司", "青禾县远景商贸限公司", ["typo"]),
        ("青禾县远景商贸有限公司", "青禾县远景贸商有限公司", ["typo"]),
        ("青禾县味佳餐饮店", "陈小红", ["other_person"]),
        ("青禾县味佳餐饮店", "青禾县味佳餐饮店、陈小红", ["several"]),
    ],
)
def test_what_differs_in_two_names(one: str, other: str, expected: list[str]) -> None:
    assert variants(check("FACT-PARTY-NAME", {FILED: one, DECIDED: other})) == expected


def test_a_number_with_a_single_x_is_not_masked() -> None:
    result = check("FACT-USCC-VALID", {"行政处罚决定书.统一社会信用代码": "92990302MA6R9T57X5"})
    assert result.outcome == "defect"


def test_an_old_registration_number_is_no_wrong_code() -> None:
    facts = {
        "立案审批表.统一社会信用代码": "990534600012345",
        "行政处罚决定书.统一社会信用代码": "92990534MA0ABCDE18",
    }
    assert check("FACT-USCC-VALID", facts).outcome == "pass"
    assert check("FACT-USCC-SAME", facts).outcome == "pass"


def test_an_identity_number_is_not_printed_in_full() -> None:
    result = check("FACT-USCC-VALID", {"行政处罚决定书.身份证号": "990534198802030007"})
    assert "19880203" not in result.findings[0].message.zh


@pytest.mark.parametrize(("served", "expected"), [("举报处理结果告知书", []), ("行政处罚告知书", ["other_person"])])
def test_who_reported_is_not_taken_for_the_party(served: str, expected: list[str]) -> None:
    subject = case(
        {FILED: "青禾县味佳餐饮店", DECIDED: "青禾县味佳餐饮店", "送达回证.受送达人": "陈小红"}, {"form": served}
    )
    papers = {d.form: d for d in subject.dossier.documents}
    receipt = replace(papers["送达回证"], serves=(papers[served].id,))
    documents = tuple(receipt if d.form == "送达回证" else d for d in subject.dossier.documents)
    subject = replace(subject, dossier=replace(subject.dossier, documents=documents))
    assert variants(check_case("FACT-PARTY-NAME", subject)) == expected


@pytest.mark.parametrize(("other", "kind"), [("青禾县味嘉餐饮店", "curable"), ("青禾县宏达食品厂", "redo")])
def test_a_slip_is_curable_and_another_party_is_not(other: str, kind: str) -> None:
    facts = {
        "立案审批表.当事人": "青禾县味佳餐饮店",
        "行政处罚告知书.当事人": "青禾县味佳餐饮店",
        "行政处罚决定书.当事人": other,
    }
    (finding,) = check("FACT-PARTY-NAME", facts).findings
    assert finding.cure_kind == kind
    assert finding.cure is not None


OWN, SUPPLIER = "某市青禾食品店", "某市穗丰商贸有限公司"


def named(*licences: str, misprint: str = OWN) -> dict[str, Json]:
    holders: Json = [{"value": name, "document": number} for number, name in enumerate(licences, start=1)]
    return {"营业执照复印件.当事人": holders, "立案审批表.当事人": OWN, "行政处罚决定书.当事人": misprint}


def test_the_licence_of_a_supplier_is_neither_the_reference_nor_a_mismatch() -> None:
    assert check("FACT-PARTY-NAME", named(SUPPLIER, OWN)).outcome == "pass"
    result = check("FACT-PARTY-NAME", named(SUPPLIER, OWN, misprint="某市青和食品店"))
    assert variants(result) == ["typo"]
    assert "青和" in result.findings[0].message.zh


def test_a_licence_of_another_name_alone_is_a_question_not_the_reference() -> None:
    result = check("FACT-PARTY-NAME", named(SUPPLIER))
    assert [(f.variant, f.outcome) for f in result.findings] == [("other_person", "undetermined")]


def test_the_licence_of_the_party_stays_the_reference_where_the_papers_misprint_it() -> None:
    facts = named(OWN) | {"立案审批表.当事人": "某市青和食品店", "行政处罚决定书.当事人": "某市青和食品店"}
    (finding,) = check("FACT-PARTY-NAME", facts).findings
    assert finding.variant == "typo"
    assert OWN in finding.message.zh.partition("营业执照")[2]
