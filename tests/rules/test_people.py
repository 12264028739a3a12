"""办案人员: persons by name and certificate over all papers, their roles and times, and what does not go together."""

from casecheck.model.people import People, Role
from casecheck.model.rule import Json
from casecheck.rules.people.people import people
from tests.rules.kit import case, check, variants

INSPECTED: dict[str, Json] = {
    "现场笔录.检查人员": ["柳青禾", "卓琳"],
    "现场笔录.执法证号": [
        {"value": "990401025031", "about": "柳青禾"},
        {"value": "990401025044", "about": "卓琳"},
    ],
    "现场笔录.检查开始": "2023-05-06 09:00",
    "现场笔录.检查结束": "2023-05-06 10:30",
}
ASKED: dict[str, Json] = {
    "询问笔录.询问人": ["柳青禾"],
    "询问笔录.记录人": ["卓琳"],
    "询问笔录.询问开始": "2023-05-06 14:00",
    "询问笔录.询问结束": "2023-05-06 15:00",
}


def of(facts: dict[str, Json], *documents: dict[str, Json]) -> People:
    return people(case(facts, *documents))


def kinds(found: People) -> list[str]:
    return [remark.kind for remark in found.remarks]


def test_an_officer_on_several_papers_is_one_person_with_one_certificate() -> None:
    found = of(INSPECTED | ASKED | {"送达回证.送达人": ["卓琳"]})
    assert [p.name for p in found.persons] == ["柳青禾", "卓琳"]
    assert (found.investigators, found.certified) == (2, 2)
    assert found.persons[0].certificates == ("990401025031",)
    assert [(a.role, a.paper) for a in found.persons[1].appearances] == [
        (Role.INVESTIGATOR, "现场笔录"),
        (Role.INVESTIGATOR, "询问笔录"),
        (Role.SERVER, "送达回证"),
    ]
    site = found.persons[0].appearances[0]
    assert (site.certificate, site.start, site.end) == ("990401025031", "2023-05-06T09:00", "2023-05-06T10:30")
    assert found.remarks == ()


def test_an_officer_with_two_roles_that_must_be_apart_is_told_with_the_check_that_judges_it() -> None:
    for fact, rule in (
        ("案件审核表.审核人", "PROC-REVIEW-SEPARATE"),
        ("听证笔录.主持人", "PROC-HEARING-CHAIR"),
        ("集体讨论记录.参加人员", "PROC-COLLECTIVE-NOVOTE"),
    ):
        found = of(INSPECTED | {fact: "卓琳"})
        assert [(r.kind, r.names, r.rule) for r in found.remarks] == [("roles", ("卓琳",), rule)]
    assert of(INSPECTED | {"集体讨论记录.汇报人": "卓琳", "案件审核表.审核人": "施敏"}).remarks == ()


def test_a_masked_name_is_no_proof_of_being_the_same_person() -> None:
    hidden: Json = {"value": "卓某", "masked": True}
    found = of({"现场笔录.检查人员": hidden, "案件审核表.审核人": hidden})
    assert found.remarks == ()
    assert found.investigators == 0
    assert found.persons[0].masked


def test_two_numbers_of_one_officer_and_two_officers_of_one_number() -> None:
    other: Json = {"value": "990401025999", "about": "卓琳"}
    assert kinds(of(INSPECTED | ASKED | {"询问笔录.执法证号": other})) == ["certificates"]
    shared: Json = {"value": "990401025031", "about": "卓琳"}
    assert kinds(of(INSPECTED | ASKED | {"询问笔录.执法证号": shared})) == ["certificates", "certificate_shared"]


def test_records_that_overlap_are_told_as_the_check_tells_them() -> None:
    for start, end, told in (
        ("2023-05-06 10:29", "2023-05-06 11:00", True),
        ("2023-05-06 10:30", "2023-05-06 11:00", False),
        ("2023-05-06 08:00", "2023-05-06 09:00", False),
    ):
        facts = INSPECTED | ASKED | {"询问笔录.询问开始": start, "询问笔录.询问结束": end}
        overlaps = [r for r in of(facts).remarks if r.kind == "overlap"]
        assert [r.names for r in overlaps] == ([("柳青禾",), ("卓琳",)] if told else [])
        assert len(variants(check("PROC-OFFICER-CLASH", facts))) == len(overlaps)


def test_times_that_cannot_be_true_are_told() -> None:
    assert kinds(of(ASKED | {"询问笔录.询问结束": "2023-05-06 13:59"})) == ["time"]
    assert kinds(of(ASKED | {"询问笔录.询问结束": "2023-05-06 14:00"})) == ["time"]
    assert [r.rule for r in of(ASKED | {"询问笔录.询问结束": "2023-05-06 13:59"}).remarks] == ["EVID-ASK-TIME"]
    assert kinds(of(ASKED | {"询问笔录.询问结束": "2023-05-07 14:01"})) == ["time"]
    assert kinds(of(ASKED | {"询问笔录.询问结束": "2023-05-07 14:00"})) == []


def test_a_paper_on_recusal_that_names_an_officer_is_a_question() -> None:
    paper: dict[str, Json] = {"form": "回避申请及决定", "text": "当事人申请卓琳回避，决定同意。"}
    assert [(r.kind, r.names) for r in of(INSPECTED, paper).remarks] == [("recusal", ("卓琳",))]
    other: dict[str, Json] = {"form": "回避申请及决定", "text": "当事人申请施敏回避，决定同意。"}
    assert of(INSPECTED, other).remarks == ()
