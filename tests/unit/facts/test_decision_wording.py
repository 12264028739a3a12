"""Ways of wording a decision that mislead a reader: what is said again, threatened, told by others, or printed run together."""

from collections.abc import Callable
from datetime import date

import pytest

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]
HEAD = """青湖县市场监督管理局
行政处罚决定书
青湖市监处罚〔2024〕15号
当事人：青湖县云朵食品店
统一社会信用代码：92000000MA0000000X
住所（住址）：青湖县长堤路8号
"""
OPINION = "本局认为，当事人销售糕点未明码标价的行为违反了《中华人民共和国价格法》第十三条第一款的规定。\n"
ORDER = "依据《中华人民共和国价格法》第四十二条的规定，决定处罚如下：\n1、罚款800元。\n"
PAY = "当事人应当自收到本决定书之日起十五日内缴纳罚款。\n"
REMEDY = "如不服本决定，可以自收到本决定书之日起六十日内向青湖县人民政府申请行政复议，也可以在六个月内依法向青湖县人民法院提起行政诉讼。\n"
FOOT = "青湖县市场监督管理局\n（印章）\n2024年5月20日\n"


def paper(
    told: str = "",
    *,
    head: str = HEAD,
    opinion: str = OPINION,
    order: str = ORDER,
    pay: str = PAY,
    remedy: str = REMEDY,
) -> tuple[str, str]:
    return "行政处罚决定书", head + told + opinion + order + pay + remedy + FOOT


def values(case: CaseFacts, field: str) -> list[object]:
    name = field if "." in field else f"行政处罚决定书.{field}"
    return [fact.value for fact in case.named(name)]


def test_a_proposal_left_in_before_the_order_is_not_added_to_it(read: Read) -> None:
    order = "建议责令其立即改正，处罚如下：\n1、罚款3万元。，决定对当事人处罚如下：\n1、罚款3万元。\n"
    assert values(read(paper(order=order)), "罚款金额") == [3_000_000]


def test_a_fine_of_another_case_is_no_part_of_this_one(read: Read) -> None:
    order = "决定对当事人处罚如下：\n1、罚款3万元。\n本局另案对其负责人作出处罚，罚款5000元。\n"
    assert values(read(paper(order=order)), "罚款金额") == [3_000_000]
    order = "决定处罚如下：\n1、罚款3万元；\n2、另处罚款5000元。\n"
    assert values(read(paper(order=order)), "罚款金额") == [3_500_000]


def test_the_same_fine_for_two_acts_is_added(read: Read) -> None:
    order = "对未标价的行为，决定处罚如下：\n罚款500元。\n对多收费的行为，决定处罚如下：\n罚款500元。\n"
    assert values(read(paper(order=order)), "罚款金额") == [100_000]


def test_a_fine_with_a_colon_right_behind_the_opening(read: Read) -> None:
    case = read(paper(order="责令改正，并决定处罚如下罚款：345.62元；没收违法所得：77.1元。\n"))
    assert values(case, "罚款金额") == [34_562]
    assert values(case, "没收违法所得金额") == [7_710]
    assert values(case, "处罚种类") == ["罚款", "没收违法所得"]


def test_goods_and_income_confiscated_in_one_sentence_are_two_penalties(read: Read) -> None:
    case = read(paper(order="决定没收不合格台灯18台、没收违法所得280元、罚款1224元。\n"))
    assert sorted(values(case, "处罚种类")) == ["没收违法所得", "没收非法财物", "罚款"]


def test_charges_not_given_back_are_confiscated_income(read: Read) -> None:
    order = "决定作如下处罚：\n1、对当事人没有退还消费者多付的价款人民币317元予以没收；\n2、处以罚款350元。\n"
    case = read(paper(order=order))
    assert values(case, "没收违法所得金额") == [31_700]
    assert values(case, "处罚种类") == ["罚款", "没收违法所得"]


def test_what_a_statute_allows_is_no_penalty_of_the_case(read: Read) -> None:
    order = (
        "依据上述规定，应当给予以下处罚：责令改正，没收违法所得，并处违法所得五倍以下的罚款；情节严重的，责令停业整顿，或者吊销营业执照。"
        "责令当事人改正，并处罚款600元。\n"
    )
    assert values(read(paper(order=order)), "处罚种类") == ["罚款"]


def test_a_section_with_nothing_but_the_statute_orders_nothing(read: Read) -> None:
    section = "（行政处罚的内容和依据）1.《中华人民共和国价格法》\n第四十二条：经营者违反明码标价规定的，责令改正，没收违法所得，可以并处五千元以下\n的罚款。\n"
    assert values(read(paper(order=section)), "处罚种类") == []


def test_a_range_before_the_fine_itself_is_a_fine(read: Read) -> None:
    case = read(paper(order="决定作出以下行政处罚：\n违反明码标价，处5000元以下罚款1500元。\n"))
    assert values(case, "处罚种类") == ["罚款"]


@pytest.mark.parametrize(
    ("remedy", "first"),
    [
        (
            "可以在六十日内向青湖县人民政府申请行政复议；对行政复议决定不服的，可以依法向青湖县人民法院提起行政诉讼。",
            True,
        ),
        ("可以在60日内先向青湖县人民政府申请复议；对行政复议决定不服的，可以在15日内向青湖县人民法院起诉。", True),
        (
            "可以在六十日内向青湖县人民政府申请行政复议；不服复议决定的，也可以在收到复议决定书之日起十五日内起诉。",
            True,
        ),
        ("可以在六十日内向青湖县人民政府申请行政复议；对行政复议不服的，可以在六个月内向青湖县人民法院起诉。", True),
        ("可以在六十日内向青湖县人民政府申请行政复议，也可以在六个月内依法向青湖县人民法院提起行政诉讼。", False),
        ("可以在六十日内向青湖县人民政府申请行政复议，或者六个月内直接向青湖县人民法院提起行政诉讼。", False),
    ],
)
@pytest.mark.parametrize(
    "stays",
    [
        "申请行政复议或者提起行政诉讼期间，行政处罚不停止执行。",
        "当事人对行政处罚决定不服申请行政复议或者提起行政诉讼的，行政处罚不停止执行。",
        "行政复议或者行政诉讼期间，本决定不停止执行。",
    ],
)
def test_that_remedies_do_not_stay_the_decision_offers_no_choice(
    read: Read, remedy: str, stays: str, *, first: bool
) -> None:
    case = read(paper(remedy=f"如不服本决定，在收到本决定书之日起{remedy}{stays}\n"))
    assert values(case, "复议前置") == [first]


def test_the_authority_without_its_address(read: Read) -> None:
    remedy = "不服本决定的，可以自收到本决定书之日起六十日内向青湖县人民政府（青湖县长堤路9号二楼行政复议局）申请行政复议。\n"
    assert values(read(paper(remedy=remedy)), "复议机关") == ["青湖县人民政府"]


@pytest.mark.parametrize(
    ("court", "named"),
    [("青湖铁路运输法院", ["青湖铁路运输法院"]), ("有管辖权人民法院", []), ("青湖县人民法院", ["青湖县人民法院"])],
)
def test_courts(read: Read, court: str, named: list[str]) -> None:
    remedy = f"不服本决定的，可以自收到本决定书之日起六十日内向青湖县人民政府申请行政复议，也可以在六个月内向{court}提起诉讼。\n"
    assert values(read(paper(remedy=remedy)), "诉讼法院") == named


@pytest.mark.parametrize("may", ["", "可", "可以"])
def test_surcharge(read: Read, may: str) -> None:
    case = read(paper(pay=PAY + f"逾期不缴纳的，每日{may}按罚款数额的百分之三加处罚款。\n"))
    assert values(case, "加处罚款") == [f"每日{may}按罚款数额的百分之三加处罚款"]


def test_labels_printed_right_behind_a_name(read: Read) -> None:
    head = HEAD + "法定代表人（负责人、经营者）：白小舟有效身份证件及号码：6200************04\n"
    case = read(paper(head=head))
    assert values(case, "法定代表人") == ["白小舟"]
    assert values(case, "身份证号") == ["6200************04"]


@pytest.mark.parametrize("number", ["**************2025", "62***************0", "620000********212X"])
def test_the_narrative_right_behind_a_number(read: Read, number: str) -> None:
    case = read(paper(f"身份证件号码：{number}2024年3月1日，本局执法人员检查时发现糕点没有标价。\n"))
    assert values(case, "身份证号") == [number]


def test_a_label_broken_over_two_lines(read: Read) -> None:
    head = (
        HEAD.rstrip("\n") + "法定代表人（负\n责人、经营者）：吴**因当事人涉嫌违法，我局于2024年3月4日予以立案调查。\n"
    )
    case = read(paper(head=head))
    assert values(case, "法定代表人") == ["吴**"]
    assert values(case, "住所") == ["青湖县长堤路8号"]


@pytest.mark.parametrize(
    ("code", "masked"),
    [
        ("91620000MA1ABCDXX3", False),
        ("92620000MA1ABCD7X3", False),
        ("91620000MAXXXXXXX3", True),
        ("91620000MA******X3", True),
    ],
)
def test_a_code_may_hold_an_x_of_its_own(read: Read, code: str, *, masked: bool) -> None:
    (fact,) = read(paper(head=HEAD.replace("92000000MA0000000X", code))).named("行政处罚决定书.统一社会信用代码")
    assert fact.masked is masked


def test_other_notices_are_not_the_notice_of_the_penalty(read: Read) -> None:
    told = (
        "3.2024年4月7日对当事人的《询问笔录》一份，《当事人权利义务告知书》1份，证明违法事实。\n"
        "本局于2024年4月25日，向当事人送达了青湖市监罚告〔2024〕15号《行政处罚告知书》，当事人未提出陈述、申辩。\n"
    )
    assert values(read(paper(told)), "行政处罚告知书.送达日期") == [date(2024, 4, 25)]


def test_a_report_of_a_test_is_not_the_notice_either(read: Read) -> None:
    told = (
        "2024年3月6日，执法人员将检验报告和检验结论告知书依法送达当事人；2024年3月9日，本局又送达整改告知书。\n"
        "本局于2024年4月25日，向当事人送达了《行政处罚告知书》，当事人未提出陈述、申辩。\n"
    )
    assert values(read(paper(told)), "行政处罚告知书.送达日期") == [date(2024, 4, 25)]


def test_a_notice_served_but_not_named(read: Read) -> None:
    told = "2024年4月6日，本局将拟作出行政处罚的事实、理由、依据及处罚内容和当事人享有的权利书面送达当事人。\n"
    assert values(read(paper(told)), "行政处罚告知书.送达日期") == [date(2024, 4, 6)]


@pytest.mark.parametrize(
    "items",
    [
        "1.现场笔录1份；\n2.《扣押决定书》1份，证明我局执法人员告知当事人扣押的事实；\n3.询问笔录1份。\n",
        "1、营业执照1份；\n2、询问笔录1份；\n3、当事人陈述及相关证明材料，证明违法行为存在；\n",
        "证据一：现场笔录1份；\n证据二：照片1张；\n证据三：2024年4月8日，我局执法人员制作的询问笔录1份；\n",
    ],
)
def test_words_inside_an_item_do_not_end_the_list(read: Read, items: str) -> None:
    told = f"上述事实，主要有以下证据证明：{items}以上证据构成了一条完整的证据链，证实了你店未明码标价的行为。\n"
    found = [str(value) for value in values(read(paper(told)), "证据清单")]
    assert len(found) == 3
    assert all(found)


def test_an_item_that_refers_to_another_is_no_new_list(read: Read) -> None:
    told = (
        "上述事实，主要有以下证据证明：1.现场笔录1份；2.照片1张，与证据1共同证明违法事实；3.复查笔录1份，证据4.照片2张。\n"
        "综上，当事人未明码标价。\n"
    )
    assert len(values(read(paper(told)), "证据清单")) >= 3


def test_evidence_called_material_in_the_file(read: Read) -> None:
    told = "上述事实，主要有以下材料在卷佐证：\n1.现场笔录1份；\n2.询问笔录1份。\n"
    assert len(values(read(paper(told)), "证据清单")) == 2


def test_a_threat_is_neither_discretion_nor_basis(read: Read) -> None:
    told = "若当事人拒不退还多收价款，将依据《价格违法行为行政处罚规定》第十七条第二款第（五）项的规定，从重处罚。\n"
    case = read(
        paper(told, order="依据《价格违法行为行政处罚规定》第十三条的规定，决定对当事人从轻处罚如下：罚款500元。\n")
    )
    assert values(case, "裁量情节") == ["从轻"]
    assert values(case, "处罚依据") == ["价格违法行为行政处罚规定 第十三条"]


def test_how_income_is_reckoned_is_no_basis(read: Read) -> None:
    told = "依据《价格违法行为行政处罚实施办法》第九条第（四）项的规定，按没有违法所得论处，不再没收违法所得。\n"
    assert values(read(paper(told)), "处罚依据") == ["价格法 第四十二条"]


def test_what_a_complaint_calls_violated(read: Read) -> None:
    told = "2024年1月8日我局接到举报：“该店违反《广告法》第46条，未取得证明，请依法查处。”的举报。\n"
    assert values(read(paper(told)), "违反条款") == ["价格法 第十三条第一款"]


@pytest.mark.parametrize(
    ("told", "opinion", "conduct"),
    [
        ("以上证据构成了一条完整的证据链，证实了你店未明码标价的价格违法行为的事实。\n", OPINION, "销售糕点未明码标价"),
        ("医保局已对当事人2022年6月1日至2023年5月31日期间的违规行为进行处理。\n", OPINION, "销售糕点未明码标价"),
        (
            "",
            "本局认为，上述行为属于法律、行政法规禁止的其他不正当价格违法行为。\n",
            "法律、行政法规禁止的其他不正当价格",
        ),
    ],
)
def test_conduct(read: Read, told: str, opinion: str, conduct: str) -> None:
    assert values(read(paper(told, opinion=opinion)), "案件.案由") == [conduct]


@pytest.mark.parametrize(
    "told",
    [
        "2024年3月4日，我局对当事人涉嫌不执行政府指导价予以立案调查。\n",
        "执法人员围绕当事人涉嫌不执行政府指导价的违法行为收集相关证据材料。\n",
    ],
)
def test_conduct_as_the_case_was_opened_where_nothing_else_names_it(read: Read, told: str) -> None:
    opinion = "综上，上述行为违反了《中华人民共和国价格法》第十二条的规定。\n"
    assert values(read(paper(told, opinion=opinion)), "案件.案由") == ["不执行政府指导价"]


def test_the_rest_of_the_sentence_is_no_conduct(read: Read) -> None:
    told = "因当事人涉嫌不执行政府指导价的行为违法行为，我局于2024年3月4日予以立案调查。\n"
    opinion = "综上，上述行为违反了《中华人民共和国价格法》第十二条的规定。\n"
    assert "我局" not in str(values(read(paper(told, opinion=opinion)), "案件.案由"))


def test_how_a_statute_reckons_unknown_income_is_no_finding(read: Read) -> None:
    told = (
        "当事人未建立台账，违法所得无法计算。《价格违法行为行政处罚规定》第十八条规定：以违法所得计算罚款数额的，违法所得无法确定时，"
        "按照没有违法所得的规定处罚。\n"
    )
    case = read(paper(told))
    assert values(case, "违法所得金额") == []
    assert values(case, "违法所得无法计算") == [True]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("青湖医药有限公司长堤路店", "其他组织"), ("青湖艺术培训有限公司", "法人"), ("青湖县云朵食品店", "个体工商户")],
)
def test_kinds_of_party(read: Read, name: str, kind: str) -> None:
    assert values(read(paper(head=HEAD.replace("青湖县云朵食品店", name))), "当事人.类型") == [kind]


def test_a_fine_that_the_authority_imposes_without_the_word_decide(read: Read) -> None:
    order = (
        "依据《中华人民共和国价格法》第四十二条的规定，本局责令当事人改正，对没有退还的多付价款128元，予以没收；"
        "并作出罚款384元的行政处罚。\n"
    )
    case = read(paper(order=order))
    assert values(case, "罚款金额") == [38400]
    assert values(case, "没收违法所得金额") == [12800]


def test_a_bracket_that_a_line_opens_is_closed_on_the_next(read: Read) -> None:
    order = (
        "依据《中华人民共和国价格法》第四十二条的规定，并结合《青禾省裁量权执行标准》第二条第（\n"
        "一）项的规定，决定处罚如下：罚款800元。\n"
    )
    assert values(read(paper(order=order), page=1), "处罚依据") == ["价格法 第四十二条"]
