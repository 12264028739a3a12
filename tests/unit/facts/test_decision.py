"""What is read from a penalty decision (行政处罚决定书)."""

from collections.abc import Callable
from datetime import date

import pytest

from casecheck.model.fact import Absent, CaseFacts, Conflicting, Fact, Known, Origin

Read = Callable[..., CaseFacts]

HEAD = """青湖县市场监督管理局
行政处罚决定书
青湖市监处罚〔2024〕15号
当事人：青湖县云朵食品店
统一社会信用代码：92000000MA0000000X
住所（住址）：青湖县长堤路8号
法定代表人（负责人、经营者）：白小舟
"""
TOLD = """2024年3月1日，本局执法人员检查时发现当事人销售的糕点没有标价。2024年3月4日，经本局负责人批准，本局予以立案调查。
上述事实，主要有以下证据证明：
1．现场笔录1份，证明检查情况；
2．询问笔录1份，证明违法事实。
2024年5月6日，本局向当事人送达《行政处罚告知书》（青湖市监罚告〔2024〕15号），当事人在法定期限内未提出陈述、申辩。
"""
OPINION = """本局认为，当事人销售糕点未明码标价的行为违反了《中华人民共和国价格法》第十三条第一款“经营者销售商品，应当明码标价，罚款九万元。”的规定，构成未按规定明码标价的违法行为。
"""
ORDER = """依据《中华人民共和国价格法》第四十二条“可以并处五千元以下的罚款”、《价格违法行为行政处罚规定》第十三条第（一）项的规定，决定对当事人从轻处罚如下：
罚款800元。
"""
END = """当事人应当自收到本决定书之日起十五日内缴纳罚款。逾期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条的规定，每日按罚款数额的百分之三加处罚款。
如不服本决定，可以自收到本决定书之日起六十日内向青湖县人民政府申请行政复议，也可以在六个月内依法向青湖县人民法院提起行政诉讼。
青湖县市场监督管理局
（印章）
2024年5月20日
（市场监督管理部门将依法公示本决定）
"""


def whole(order: str = ORDER, opinion: str = OPINION, told: str = TOLD, end: str = END) -> str:
    return HEAD + told + opinion + order + end


def values(case: CaseFacts, name: str) -> list[object]:
    return [fact.value for fact in case.named(name)]


def one(case: CaseFacts, name: str) -> Fact:
    (fact,) = case.named(name)
    return fact


@pytest.fixture
def case(read: Read) -> CaseFacts:
    return read(("行政处罚决定书", whole()))


def test_head_and_signature(case: CaseFacts) -> None:
    assert values(case, "行政处罚决定书.文号") == ["青湖市监处罚〔2024〕15号"]
    assert values(case, "行政处罚决定书.决定日期") == [date(2024, 5, 20)]
    assert values(case, "行政处罚决定书.落款机关") == ["青湖县市场监督管理局"]
    assert values(case, "案件.处罚机关") == ["青湖县市场监督管理局"]
    assert values(case, "当事人.名称") == ["青湖县云朵食品店"]
    assert values(case, "当事人.法定代表人") == ["白小舟"]
    assert values(case, "当事人.类型") == ["个体工商户"]
    assert values(case, "当事人.统一社会信用代码") == ["92000000MA0000000X"]


def test_fine_is_that_of_the_order_not_of_the_quoted_statute(case: CaseFacts) -> None:
    assert values(case, "行政处罚决定书.罚款金额") == [80000]
    assert values(case, "行政处罚决定书.处罚种类") == ["罚款"]


def test_a_fact_carries_the_printed_words_and_their_place(case: CaseFacts) -> None:
    fine = one(case, "行政处罚决定书.罚款金额")
    (place,) = fine.places
    block = next(b for b in case.dossier.files[0].blocks if b.index == place.block)
    assert fine.raw == block.text[place.start : place.end] == "800元"
    assert fine.document == "d01"


def test_provisions_by_the_part_they_play(case: CaseFacts) -> None:
    assert values(case, "行政处罚决定书.违反条款") == ["价格法 第十三条第一款"]
    assert values(case, "行政处罚决定书.处罚依据") == [
        "价格法 第四十二条",
        "价格违法行为行政处罚规定 第十三条第（一）项",
    ]
    assert "行政处罚法 第七十二条" in values(case, "行政处罚决定书.引用条款")


def test_payment_and_remedies(case: CaseFacts) -> None:
    assert values(case, "行政处罚决定书.缴款期限") == ["15日"]
    assert values(case, "行政处罚决定书.复议期限") == ["60日"]
    assert values(case, "行政处罚决定书.复议机关") == ["青湖县人民政府"]
    assert values(case, "行政处罚决定书.诉讼期限") == ["6个月"]
    assert values(case, "行政处罚决定书.诉讼法院") == ["青湖县人民法院"]
    assert values(case, "行政处罚决定书.复议前置") == [False]


def test_evidence_discretion_and_conduct(case: CaseFacts) -> None:
    assert len(values(case, "行政处罚决定书.证据清单")) == 2
    assert values(case, "行政处罚决定书.裁量情节") == ["从轻"]
    assert values(case, "案件.案由") == ["未按规定明码标价"]


def test_what_it_tells_of_other_papers_is_recited(case: CaseFacts) -> None:
    filed, served = one(case, "立案审批表.批准日期"), one(case, "行政处罚告知书.送达日期")
    assert (filed.value, filed.origin) == (date(2024, 3, 4), Origin.RECITED)
    assert (served.value, served.origin) == (date(2024, 5, 6), Origin.RECITED)
    assert values(case, "行政处罚告知书.文号") == ["青湖市监罚告〔2024〕15号"]


def test_silence_is_no_waiver_and_a_clear_word_is(read: Read, case: CaseFacts) -> None:
    assert not case.named("陈述申辩.放弃")
    waived = TOLD.replace("未提出陈述、申辩", "书面表示放弃陈述、申辩的权利")
    assert values(read(("行政处罚决定书", whole(told=waived))), "陈述申辩.放弃") == [True]
    deemed = TOLD.replace("未提出陈述、申辩", "未提出意见，视为放弃陈述、申辩的权利")
    assert not read(("行政处罚决定书", whole(told=deemed))).named("陈述申辩.放弃")


@pytest.mark.parametrize(
    ("order", "fen"),
    [
        ("决定处罚如下：处三千元罚款。", 300000),
        ("决定处罚如下：罚款伍仟元整。", 500000),
        ("决定处罚如下：罚款人民币伍万元整（￥50,000.00）。", 5000000),
        ("决定处罚如下：处违法所得2倍罚款，即1.5万元。", 1500000),
        ("决定处罚如下：没收违法所得120.5元，并处罚款２００元。", 20000),
        ("作如下处罚：1.没收逾期未退还的违法所得90元；2.罚款70元。上述款项，当事人应当自收到之日起缴纳。", 7000),
    ],
)
def test_fines_in_many_wordings(read: Read, order: str, fen: int) -> None:
    assert values(read(("行政处罚决定书", whole(order=order + "\n"))), "行政处罚决定书.罚款金额") == [fen]


def test_separate_fines_are_summed_and_a_printed_total_is_not_added(read: Read) -> None:
    parts = "决定处罚如下：\n一、对未明码标价的行为，罚款100元；\n二、对未公示执照的行为，罚款100元。\n"
    summed = one(read(("行政处罚决定书", whole(order=parts))), "行政处罚决定书.罚款金额")
    assert (summed.value, summed.origin, len(summed.places)) == (20000, Origin.DERIVED, 2)
    total = parts + "以上合计罚款200元。\n"
    printed = one(read(("行政处罚决定书", whole(order=total))), "行政处罚决定书.罚款金额")
    assert (printed.value, printed.origin) == (20000, Origin.EXTRACTED)


def test_confiscation_is_apart_from_the_fine(read: Read) -> None:
    case = read(("行政处罚决定书", whole(order="决定处罚如下：1、没收违法所得316.8元；2、罚款500元。\n")))
    assert values(case, "行政处罚决定书.没收违法所得金额") == [31680]
    assert values(case, "行政处罚决定书.罚款金额") == [50000]
    assert set(values(case, "行政处罚决定书.处罚种类")) == {"罚款", "没收违法所得"}


def test_placeholders_give_no_fact(read: Read) -> None:
    blank = END.replace("青湖县人民政府", "____人民政府").replace("青湖县人民法院", "人民法院")
    blank = blank.replace("2024年5月20日", "  年  月  日")
    case = read(("行政处罚决定书", whole(end=blank)))
    for name in ("复议机关", "诉讼法院", "决定日期"):
        assert not case.named(f"行政处罚决定书.{name}"), name
    assert isinstance(case.slot("行政处罚决定书.决定日期"), Absent)


def test_masked_values_are_given_as_printed(read: Read) -> None:
    hidden = whole().replace("92000000MA0000000X", "92****0X")
    code = one(read(("行政处罚决定书", hidden)), "行政处罚决定书.统一社会信用代码")
    assert (code.value, code.masked) == ("92****0X", True)


def test_reconsideration_first(read: Read) -> None:
    first = END.replace("也可以在六个月内依法向", "对行政复议决定不服的，可以在收到复议决定书之日起十五日内依法向")
    case = read(("行政处罚决定书", whole(end=first)))
    assert values(case, "行政处罚决定书.复议前置") == [True]
    assert values(case, "行政处罚决定书.诉讼期限") == ["15日"]


def test_remedies_of_an_earlier_case_are_not_those_of_this_paper(read: Read) -> None:
    told = (
        TOLD
        + "当事人曾不服另案处罚，2023年8月11日向青湖市人民政府提出复议申请，2023年9月1日向青湖市人民法院提起诉讼。\n"
    )
    case = read(("行政处罚决定书", whole(told=told)))
    assert values(case, "行政处罚决定书.复议机关") == ["青湖县人民政府"]
    assert values(case, "行政处罚决定书.诉讼期限") == ["6个月"]


def test_same_day_filing_takes_the_day_told_before(read: Read) -> None:
    told = "2024年3月1日，本局执法人员检查时发现当事人销售的糕点没有标价，并于当日立案。\n"
    case = read(("行政处罚决定书", whole(told=told)))
    assert values(case, "立案审批表.批准日期") == [date(2024, 3, 1)]


def test_a_day_printed_on_goods_is_no_day_of_filing(read: Read) -> None:
    told = (
        "2024年3月1日，本局执法人员检查，发现货架上有糕点一袋（生产日期2023.11.02，保质期三个月）和饮料一瓶"
        "（保质期至2024年2月3日），均已超过保质期。当事人涉嫌违反食品安全法，本局于当日决定立案调查。\n"
    )
    assert values(read(("行政处罚决定书", whole(told=told))), "立案审批表.批准日期") == [date(2024, 3, 1)]


def test_the_same_day_is_that_of_an_act_of_the_agency(read: Read) -> None:
    told = (
        "2024年3月1日，本局执法人员到店检查。当事人称自2024年1月5日恢复原价后没有更换标签。其行为涉嫌违反价格法，"
        "本局于当日立案调查。\n"
    )
    assert values(read(("行政处罚决定书", whole(told=told))), "立案审批表.批准日期") == [date(2024, 3, 1)]


def test_the_day_on_which_a_report_came_in_is_no_day_of_filing(read: Read) -> None:
    told = "2024年3月1日，本局收到举报信，称当事人销售的糕点没有标价，本局依法立案调查。\n"
    assert not read(("行政处罚决定书", whole(told=told))).named("立案审批表.批准日期")


def test_a_day_without_a_year_is_not_of_the_year_of_a_rule_quoted_before(read: Read) -> None:
    told = "收费标准见2014年3月1日的通知。4月23日经批准立案调查。\n"
    assert not read(("行政处罚决定书", whole(told=told))).named("立案审批表.批准日期")


@pytest.mark.parametrize("words", ["本局决定不予立案。", "建议立案查处。", "立案之日起九十日内办结。"])
def test_no_filing_is_told(read: Read, words: str) -> None:
    told = f"2024年3月1日，本局执法人员检查时发现当事人销售的糕点没有标价，{words}\n"
    assert not read(("行政处罚决定书", whole(told=told))).named("立案审批表.批准日期")


def test_two_decisions_that_differ_conflict(read: Read) -> None:
    case = read(("行政处罚决定书", whole()), ("行政处罚决定书", whole(order=ORDER.replace("800元", "900元"))))
    assert isinstance(case.slot("行政处罚决定书.罚款金额"), Conflicting)
    assert isinstance(case.slot("行政处罚决定书.罚款金额", "d01"), Known)


@pytest.mark.parametrize(
    "signature",
    [
        "（印章）\n2024年05月20日2024年5月20日",
        "（sealdwy）2024年5月20日\n（市场监督管理部门将依法公示本决定）",
        "（印章）\n2024年05月20日 2024年5月20日（市场监督管理部门将依法公示本决定）本文书一式二份。",
    ],
)
def test_a_day_printed_twice_is_the_day_of_the_decision(read: Read, signature: str) -> None:
    end = END.split("青湖县市场监督管理局")[0] + "青湖县市场监督管理局\n" + signature
    assert values(read(("行政处罚决定书", whole(end=end))), "行政处罚决定书.决定日期") == [date(2024, 5, 20)]


def test_a_day_of_manufacture_is_no_day_of_signing(read: Read) -> None:
    end = "青湖茶厂生产的“云雾”14盒，每盒100克，生产日期2023年12月20日。\n（公章）\n年 月 日\n"
    assert values(read(("行政处罚决定书", whole(end=end))), "行政处罚决定书.决定日期") == []


def test_a_last_fine_that_is_the_sum_of_the_others_is_the_total(read: Read) -> None:
    order = """依据《价格违法行为行政处罚规定》第十条的规定，建议处罚如下：1.罚款3元；依据《价格违法行为行政处罚规定》第九条的规定，建议处罚如下：1.没收违法所得903元；2.罚款1648.17元；
故建议作出如下处罚：
1.没收违法所得903元；
2.罚款1651.17元。
"""
    assert values(read(("行政处罚决定书", whole(order=order))), "行政处罚决定书.罚款金额") == [165117]


def test_the_treatment_of_sewage_is_no_penalty(read: Read) -> None:
    opinion = (
        "根据《青湖县城乡供水条例》第五十七条“用户应当书面申请。”规定，当事人收取污水处理费的行为不违法。\n" + OPINION
    )
    grounds = values(read(("行政处罚决定书", whole(opinion=opinion))), "行政处罚决定书.处罚依据")
    assert "青湖县城乡供水条例 第五十七条" not in grounds


def test_an_order_that_takes_the_acts_together_gives_the_total(read: Read) -> None:
    order = """（一）当事人虚假宣传的行为，依据《中华人民共和国反不正当竞争法》第二十五条的规定，对当事人作如下处罚：罚款80000元。
（二）当事人未明码标价的行为，依据《中华人民共和国价格法》第四十二条的规定，对当事人作如下处罚：罚款500元。
综合（1）和（2），责令改正上述行为，并对当事人作如下处罚：罚款80500元。
"""
    assert values(read(("行政处罚决定书", whole(order))), "行政处罚决定书.罚款金额") == [8_050_000]


def test_weighing_all_circumstances_is_no_total(read: Read) -> None:
    order = """当事人未明码标价的行为，依据《中华人民共和国价格法》第四十二条的规定，决定对该行为处罚如下：罚款600元。
综合考虑当事人无照经营的情节，对该行为作如下处罚：罚款500元。
"""
    assert values(read(("行政处罚决定书", whole(order))), "行政处罚决定书.罚款金额") == [110_000]


def test_the_order_to_pay_back_is_no_ground_and_its_period_none_for_the_fine(read: Read) -> None:
    told = TOLD + (
        "依据《中华人民共和国价格法》第四十一条的规定，本局责令当事人于2024年4月20日前退还多收价款90元。"
        "当事人自收到通知书之日起7日内退还缴款者。\n"
    )
    case = read(("行政处罚决定书", whole(told=told)))
    assert "价格法 第四十一条" not in values(case, "行政处罚决定书.处罚依据")
    assert "价格法 第四十二条" in values(case, "行政处罚决定书.处罚依据")
    assert values(case, "行政处罚决定书.缴款期限") == ["15日"]


@pytest.mark.parametrize(
    "heading",
    ["三、证据", "（三）相关证据：", "主要证据：", "二、认定上述事实的证据"],
)
def test_a_heading_may_announce_the_evidence(read: Read, heading: str) -> None:
    text = f"行政处罚决定书\n二、违法事实\n当事人虚构订单。\n{heading}\n证据一：现场笔录1份；\n证据二：询问笔录1份。\n四、理由\n本局认为，当事人违法。"
    items = values(read(("行政处罚决定书", text)), "行政处罚决定书.证据清单")
    assert [str(item).rstrip("；。") for item in items] == ["现场笔录1份", "询问笔录1份"]
