"""构成要件—证据矩阵: which kind of violation a case is about, what the papers show of each element, where they differ."""

from casecheck.model.elements import Element, Elements, ElementState
from casecheck.model.rule import Json
from casecheck.rules.elements.matrix import elements
from tests.rules.kit import case, knowledge

CITED: dict[str, Json] = {
    "行政处罚决定书.处罚依据": "食品安全法 第一百二十四条第一款第（五）项",
    "案件.案由": "销售超过保质期的食品案",
    "当事人.名称": "云湖惠邻超市",
}
SITE: dict[str, Json] = {
    "form": "现场笔录",
    "text": "检查地点：望湖路8号。2024年3月12日在货架上看到“云溪”牛奶26箱，标示生产日期：2023年9月5日，已超过保质期，"
    "价签标示58.00元/箱。",
}
ASKED: dict[str, Json] = {
    "form": "询问笔录",
    "text": "被询问人：何立群\n问：过期牛奶还有多少？\n答：牛奶2024年3月1日卖了12箱，每箱58元，剩下26箱，是我疏忽。",
}


def of(*documents: dict[str, Json], facts: dict[str, Json] = CITED, scope: str = "dossier") -> Elements:
    return elements(case(facts, *documents, scope=scope), knowledge()[1])


def row(found: Elements, name: str) -> Element:
    (matrix,) = found.matrices
    return next(e for e in matrix.elements if e.name == name)


def test_the_kind_is_told_from_the_provision_and_where_it_has_several_from_the_conduct() -> None:
    assert [m.name for m in of().matrices] == ["销售超过保质期的食品"]
    by_duty = {"责令改正通知书.违反条款": "商标法 第五十七条第（三）项"}
    assert [m.name for m in of(facts=by_duty).matrices] == ["侵犯注册商标专用权"]
    unsaid = of(facts={**CITED, "案件.案由": "食品安全案"})
    assert unsaid.matrices == ()
    assert [str(f.value) for f, _ in unsaid.unknown] == ["食品安全法 第一百二十四条第一款第（五）项"]


def test_a_provision_without_a_table_is_named_and_one_of_procedure_is_not() -> None:
    found = of(facts={"行政处罚决定书.处罚依据": ["反垄断法 第五十七条", "行政处罚法 第二十八条"]})
    assert found.matrices == ()
    ((fact, why),) = found.unknown
    assert (str(fact.value), why.en) == ("反垄断法 第五十七条", "no table of elements for this provision")
    assert of(facts={"当事人.名称": "云湖惠邻超市"}) == Elements()


def test_two_papers_support_an_element_and_statements_alone_are_one_source() -> None:
    both = row(of(SITE, ASKED), "数量")
    assert both.state is ElementState.SUPPORTED
    assert [(c.paper, c.document) for c in both.cells] == [("现场笔录", "d01"), ("询问笔录", "d02")]
    assert "26箱" in both.cells[0].quote.text
    site = row(of(SITE), "数量")
    assert (site.state, site.only_said) == (ElementState.SINGLE_SOURCE, False)
    said = row(of(ASKED, ASKED), "数量")
    assert (said.state, said.only_said) == (ElementState.SINGLE_SOURCE, True)


def test_a_register_is_enough_alone() -> None:
    licence: dict[str, Json] = {"form": "营业执照复印件", "text": "名称：云湖惠邻超市"}
    assert row(of(licence), "违法主体").state is ElementState.SUPPORTED
    other: dict[str, Json] = {"form": "营业执照复印件", "text": "名称：别家超市"}
    assert row(of(other), "违法主体").state is ElementState.UNSUPPORTED


def test_absence_is_only_told_of_a_whole_file_that_was_read() -> None:
    assert (row(of(SITE), "违法主体").state, row(of(SITE), "违法主体").present) == (ElementState.UNSUPPORTED, False)
    unread = row(of({**SITE, "unread": True}), "违法主体")
    assert (unread.state, unread.present) == (ElementState.NOT_READ, None)
    assert row(of(scope="document"), "数量").state is ElementState.NOT_READ


def test_sufficiency_is_a_question_always() -> None:
    (matrix,) = of(SITE, ASKED).matrices
    for element in matrix.elements:
        assert element.sufficient.zh.endswith("？")
        assert element.sufficient.en.endswith("?")


def test_a_question_of_the_officer_is_no_evidence_and_neither_is_quoted_law() -> None:
    asked: dict[str, Json] = {"form": "询问笔录", "text": "问：你店销售的牛奶已超过保质期，是否知道？\n答：不清楚。"}
    assert row(of(asked), "已超过保质期").cells == ()
    law: dict[str, Json] = {
        "form": "询问笔录",
        "text": "答：《食品安全法》第三十四条规定：“禁止经营超过保质期的食品”我知道了。",
    }
    assert row(of(law), "已超过保质期").cells == ()


def test_what_report_and_decision_find_is_no_evidence() -> None:
    decision: dict[str, Json] = {"form": "行政处罚决定书", "text": "经查，当事人销售超过保质期的牛奶26箱，货值1508元。"}
    found = row(of(decision, facts={**CITED}), "数量")
    assert found.cells == ()
    assert [c.paper for c in found.found] == ["行政处罚决定书"]


def listed(number: str) -> dict[str, Json]:
    return {
        "场所/设施/财物清单.物品名称": "“云溪”牛奶",
        "场所/设施/财物清单.数量": number,
        "场所/设施/财物清单.单位": "箱",
    }


def test_figures_that_differ_are_told_with_both_papers() -> None:
    agreed = row(of(SITE, ASKED, facts={**CITED, **listed("26")}), "数量")
    assert agreed.disagreements == ()
    differing = row(of(SITE, ASKED, facts={**CITED, **listed("28")}), "数量")
    assert differing.state is ElementState.CONTRADICTED
    said = {d.said.zh for d in differing.disagreements}
    assert "“云溪牛奶”现场（扣押）数量：现场笔录为26箱，场所/设施/财物清单为28箱" in said
    assert [q.text for q in differing.disagreements[0].quotes] == ["2024年3月12日在货架上看到“云溪”牛奶26箱", "28"]


def test_what_lies_in_two_rooms_is_added_up_and_what_is_given_back_is_not_compared() -> None:
    rooms: dict[str, Json] = {"form": "现场笔录", "text": "货架上摆放“云溪”牛奶20箱，仓库里还有“云溪”牛奶8箱。"}
    assert row(of(rooms, facts={**CITED, **listed("28")}), "数量").disagreements == ()
    assert row(of(rooms, facts={**CITED, **listed("27")}), "数量").disagreements != ()
    back: dict[str, Json] = {"form": "场所/设施/财物清单", "text": "解除扣押，退还当事人。"}
    assert row(of(rooms, back, facts={**CITED, **listed("27")}), "数量").disagreements == ()


def test_two_people_asked_about_what_was_bought() -> None:
    one: dict[str, Json] = {"form": "询问笔录", "text": "答：一共进了40箱。"}
    other: dict[str, Json] = {"form": "询问笔录", "text": "答：进了38箱，没有再进。"}
    (told,) = row(of(one, other), "数量").disagreements
    assert told.said.zh == "购进数量：询问笔录为40箱，询问笔录为38箱"
    assert row(of(one, {**other, "text": "答：卖了38箱。"}), "数量").disagreements == ()
