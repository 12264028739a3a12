"""Labels, and where the value beside them ends."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from casecheck.model.fact import CaseFacts
from casecheck.model.vocabulary import Vocabulary

Read = Callable[..., CaseFacts]

SITE = "现场情况：货架上有酸奶六盒，盒上标示“生产日期：2024年1月2日，保质期21天”，价签标示8.00元/盒。检查全程录像。"


def values(case: CaseFacts, name: str) -> list[object]:
    return [fact.value for fact in case.named(name)]


def test_a_label_inside_a_quotation_cuts_nothing(read: Read) -> None:
    (told,) = values(read(("现场笔录", SITE)), "现场笔录.检查情况")
    assert str(told).endswith("检查全程录像")


def test_the_end_of_a_line_inside_a_word_begins_no_label(read: Read) -> None:
    broken = "现场情况：货架上有酸奶六盒，盒上标示生产/日期：2024 年 1 月 2 日。检查全程录像。"
    case = read(("现场笔录", broken), page=1)
    assert str(values(case, "现场笔录.检查情况")[0]).endswith("检查全程录像")


def test_space_before_a_figure_makes_no_value_of_a_description(read: Read) -> None:
    rows = [["物品名称", "数量", "备注"], ["酸奶", "6盒", "生产日期 2024 年 1 月 2 日"]]
    assert not values(read(("场所/设施/财物清单", rows), page=1), "场所/设施/财物清单.生产日期")


def test_figures_directly_behind_a_label_are_read_where_the_field_takes_figures(read: Read) -> None:
    for printed in ("改正期限2024年3月5日", "改正期限 2024 年 3 月 5 日"):
        case = read(("责令改正通知书", printed))
        assert values(case, "责令改正通知书.改正期限") == [date(2024, 3, 5)]


def test_a_value_ends_where_a_label_begins_that_the_form_does_not_know(read: Read) -> None:
    case = read(("网页截图", "网址：shop.example/item/1　　截屏方式：自动"))
    assert values(case, "网页截图.网址") == ["shop.example/item/1"]
    signed = read(("网页截图", "取证人：江一帆、沈小雨　旁证人：白小舟"))
    assert values(signed, "网页截图.取证人") == ["江一帆", "沈小雨"]


def test_a_cell_is_a_label_where_other_rows_have_labels(read: Read) -> None:
    rows = [
        ["名称", "青湖县云朵食品店", "类型", "个体工商户"],
        ["登记机关", "青湖县市场监督管理局", "组成形式", "个人经营"],
    ]
    case = read(("营业执照复印件", rows))
    assert values(case, "营业执照复印件.登记机关") == ["青湖县市场监督管理局"]


def test_party_and_authority_share_labels(read: Read) -> None:
    text = """行政处罚告知书
    当事人：青湖县云朵食品店
    联系电话：19900000001
    你单位销售糕点未标明价格，本局拟罚款800元。
    联系人：江一帆　联系电话：0999-5550001"""
    case = read(("行政处罚告知书", text))
    assert values(case, "行政处罚告知书.联系电话") == ["19900000001"]
    assert values(case, "行政处罚告知书.机关联系电话") == ["0999-5550001"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("青湖县云朵食品店涉嫌未按规定明码标价案", "青湖县云朵食品店"),
        ("青湖县云朵食品店地址：青湖县湖滨路1号", "青湖县云朵食品店"),
        ("青湖县云朵食品店法定代表人：白小舟", "青湖县云朵食品店"),
        ("青湖县云朵食品店（盖章）", "青湖县云朵食品店"),
        ("青湖县云朵食品店（个体工商户）", "青湖县云朵食品店（个体工商户）"),
    ],
)
def test_the_name_of_a_party_has_nothing_behind_it(read: Read, printed: str, name: str) -> None:
    rows = [["案由", "未按规定明码标价"], ["当事人", printed]]
    assert values(read(("案件审核表", rows)), "案件审核表.当事人") == [name]


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("青湖县湖滨路1号邮编：990000", "青湖县湖滨路1号"),
        ("青湖县湖滨路1号，经营范围：食品销售", "青湖县湖滨路1号"),
        ("青湖县湖滨路1号2024年3月1日，本局执法人员检查时发现糕点没有标价", "青湖县湖滨路1号"),
    ],
)
def test_an_address_has_nothing_behind_it(read: Read, printed: str, address: str) -> None:
    case = read(("行政处罚决定书", f"行政处罚决定书\n当事人：青湖县云朵食品店\n住所：{printed}\n"))
    assert values(case, "行政处罚决定书.住所") == [address]


def test_an_empty_address_is_not_the_next_label(read: Read) -> None:
    text = "行政处罚决定书\n当事人：青湖县云朵食品店\n住所：\n法定代表人（经营者）：白小舟\n"
    case = read(("行政处罚决定书", text))
    assert not values(case, "行政处罚决定书.住所")
    assert values(case, "行政处罚决定书.法定代表人") == ["白小舟"]


def test_who_signs_for_a_party_is_not_the_party(read: Read) -> None:
    case = read(("照片", "拍摄地点：青湖县湖滨路1号\n当事人：白小舟（签名）　2024年3月1日"))
    assert not values(case, "照片.当事人")


def test_the_number_in_the_result_is_not_the_number_of_the_closing_form(read: Read) -> None:
    rows = [["案由", "未按规定明码标价"], ["处理结果", "罚款800元（青湖市监处罚〔2024〕7号）"]]
    assert not values(read(("结案审批表", rows)), "结案审批表.文号")


def test_a_number_of_a_paper_has_figures(read: Read) -> None:
    text = [["项目", "金额（元）", "备注"], ["罚款收入", "800.00", "罚款"]]
    assert not values(read(("缴款凭证", text)), "缴款凭证.决定书文号")


def test_the_date_of_an_evidence_paper_is_its_own_not_that_of_the_copy(read: Read) -> None:
    note = "送货单\n日期：2024年1月30日\n与原件一致。\n提供人：白小舟（签名）　2024年3月1日"
    assert values(read(("进销票据", note)), "进销票据.日期") == [date(2024, 1, 30)]
    licence = "成立日期：2020年9月15日\n与原件一致。\n提供人：白小舟（签名、盖章）　2024年3月1日"
    assert values(read(("营业执照复印件", licence)), "营业执照复印件.日期") == [date(2024, 3, 1)]
    card = read(("居民身份证复印件", "姓名：白小舟\n出生：1982年5月17日"))
    assert not values(card, "居民身份证复印件.日期")


def test_a_signature_below_an_unfinished_line_is_a_line_of_its_own(read: Read) -> None:
    copy = "经核对，本件与原件一致。出处：青湖县云朵食品店有限公司\n提供人：白小舟（签名）　2024 年 3 月 1 日"
    assert values(read(("营业执照复印件", copy), page=1), "营业执照复印件.日期") == [date(2024, 3, 1)]


def test_every_fact_has_the_type_its_name_declares(read: Read, vocabulary: Vocabulary) -> None:
    ledger = [
        ["销售日期", "品名", "数量", "金额（元）"],
        ["2024年2月28日", "糕点", "2", "9.00"],
        ["2024年3月1日", "糕点", "1", "4.50"],
    ]
    case = read(("账簿流水", ledger), ("现场笔录", "检查时间：2024年3月1日9时30分至10时00分\n" + SITE))
    kinds = {"text": str, "money": int, "int": int, "bool": bool, "date": date, "time": datetime}
    assert values(case, "账簿流水.交易日期") == [date(2024, 2, 28), date(2024, 3, 1)]
    for fact in case.facts:
        declared = vocabulary.fact(fact.name)
        assert declared is not None, fact.name
        assert (declared.type, type(fact.value)) == (fact.type, kinds[fact.type]), fact.name


def test_an_untold_right_needs_a_notice_that_was_wholly_read(read: Read) -> None:
    notice = "行政处罚告知书\n青湖县云朵食品店：\n本局拟罚款800元。你单位有权在5个工作日内进行陈述、申辩。"
    assert values(read(("行政处罚告知书", notice)), "行政处罚告知书.告知听证权") == [False]
    assert not values(read(("行政处罚告知书", notice), page=1, unread=(2,)), "行政处罚告知书.告知听证权")
    told = notice + "你单位有权要求举行听证。"
    assert values(read(("行政处罚告知书", told), page=1, unread=(2,)), "行政处罚告知书.告知听证权") == [True]


IN_LINES = """审批事项：延长扣押期限
经办人意见：建议延长。
签名：高一鸣、姜珊
2025年4月7日
部门负责人意见：情况属实，同意延长。
签名：邵文博
2025年4月8日"""


def test_the_day_of_an_opinion_in_lines_stands_behind_its_signer(read: Read) -> None:
    case = read(("有关事项审批表", IN_LINES))
    assert values(case, "有关事项审批表.批准日期") == [date(2025, 4, 8)]
    assert values(case, "有关事项审批表.部门负责人意见") == ["情况属实，同意延长"]


def test_an_opinion_in_lines_without_a_day_takes_that_of_no_other(read: Read) -> None:
    unsigned = IN_LINES.replace("签名：邵文博\n2025年4月8日", "备注：无\n2025年4月8日")
    assert not values(read(("有关事项审批表", unsigned)), "有关事项审批表.批准日期")
    swapped = "部门负责人意见：同意延长。\n经办人意见：建议延长。\n签名：姜珊\n2025年4月7日"
    assert not values(read(("有关事项审批表", swapped)), "有关事项审批表.批准日期")


def test_a_day_in_the_opinion_itself_stays(read: Read) -> None:
    inside = "部门负责人意见：同意延长。2025年4月8日\n邵文博"
    assert values(read(("有关事项审批表", inside)), "有关事项审批表.批准日期") == [date(2025, 4, 8)]
    parted = "部门负责人意见：同意延长。　　签名：邵文博\n2025年4月8日"
    assert values(read(("有关事项审批表", parted)), "有关事项审批表.批准日期") == [date(2025, 4, 8)]


def test_the_day_of_a_review_stands_behind_the_reviewer_in_the_same_line(read: Read) -> None:
    review = "审核意见：事实清楚，同意。\n审核人：叶青（签名）　　2025年4月24日\n送审机构：执法大队"
    assert values(read(("案件审核表", review)), "案件审核表.审核日期") == [date(2025, 4, 24)]


def test_a_day_of_the_month_is_no_number_of_days(read: Read) -> None:
    told = "对物品实施扣押，期限至2025年4月11日。情况复杂，决定延长扣押期限三十日，自2025年4月12日起至2025年5月11日止。"
    assert values(read(("延长行政强制措施期限决定书", told)), "延长行政强制措施期限决定书.期限天数") == [30]


def test_the_day_on_which_samples_were_taken_in_is_not_that_of_the_paper(read: Read) -> None:
    mandate = (
        "现委托你机构进行检验。\n青禾县市场监督管理局\n2025年4月2日\n样品接收：检验院　祝平（签名）　　2025年4月3日"
    )
    assert values(read(("检验委托书", mandate)), "检验委托书.日期") == [date(2025, 4, 2)]


def test_a_further_extension_tells_its_own_end(read: Read) -> None:
    form = "延期理由：办案期限延长至2025年8月14日，尚未收到复函。\n申请事项：继续延长办案期限三十日，至2025年9月13日。"
    assert values(read(("有关事项审批表", form)), "延期审批.延长至") == [date(2025, 9, 13)]


@pytest.mark.parametrize("remark", ["（附于实施行政强制措施决定书）", "　（详见决定书 青市监强〔2024〕3号）"])
def test_a_remark_on_the_annexed_paper_is_no_part_of_the_party(read: Read, remark: str) -> None:
    case = read(("场所/设施/财物清单", f"财物清单\n当事人：白小舟{remark}\n物品名称：焊机"))
    assert values(case, "场所/设施/财物清单.当事人") == ["白小舟"]
    branch = read(("场所/设施/财物清单", "财物清单\n当事人：青湖云朵商行（普通合伙）\n物品名称：焊机"))
    assert values(branch, "场所/设施/财物清单.当事人") == ["青湖云朵商行（普通合伙）"]


@pytest.mark.parametrize(
    ("said", "parties"),
    [
        ("当事人：我不放弃陈述、申辩的权利，我认为罚款太高。", []),
        ("当事人：本人自愿放弃陈述。", []),
        ("当事人：某市我爱家食品店", ["某市我爱家食品店"]),
        ("当事人：我爱我家食品店", ["我爱我家食品店"]),
    ],
)
def test_what_the_party_answers_is_no_name(read: Read, said: str, parties: list[str]) -> None:
    assert values(read(("陈述申辩笔录", f"陈述申辩人：何某/{said}")), "陈述申辩笔录.当事人") == parties
