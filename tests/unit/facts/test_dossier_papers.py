"""What is read from the internal papers of a dossier, in tables and in lines."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from casecheck.model.fact import Absent, CaseFacts, Origin

Read = Callable[..., CaseFacts]


def values(case: CaseFacts, name: str, document: str | None = None) -> list[object]:
    return [fact.value for fact in case.named(name, document)]


FILING = [
    ["案由", "涉嫌未按规定明码标价"],
    ["当事人", "青湖县云朵食品店"],
    ["经办人意见", "建议立案。\n签名：石青、江蓝\n2024年3月2日"],
    [
        "办案机构负责人意见",
        "同意立案，指定石青（执法证号000000000011）、江蓝（执法证号000000000022）办理。\n签名：丁山\n2024年3月3日",
    ],
    ["部门负责人意见", "同意立案。\n签名：孟河\n2024年3月4日"],
]


def test_approval_is_the_day_beside_the_leader(read: Read) -> None:
    case = read(("立案审批表", FILING))
    assert values(case, "立案审批表.批准日期") == [date(2024, 3, 4)]
    assert values(case, "立案审批表.案由") == ["涉嫌未按规定明码标价"]
    assert values(case, "立案审批表.承办人") == ["石青", "江蓝"]


def test_no_day_beside_the_leader_is_no_approval(read: Read) -> None:
    unsigned = [*FILING[:-1], ["部门负责人意见", "同意立案。\n签名：孟河\n年  月  日"]]
    assert isinstance(read(("立案审批表", unsigned)).slot("立案审批表.批准日期"), Absent)


def test_opinion_below_its_label_in_lines(read: Read) -> None:
    text = """行政处罚案件结案报告
    案由：未按规定明码标价
    处罚种类和幅度：
    处以罚款人民币捌佰元整。
    审批意见：
    同意结案。
    分管负责人：孟河
    2024年6月5日
    """
    case = read(("结案审批表", text))
    assert values(case, "结案审批表.罚款金额") == [80000]
    assert values(case, "结案审批表.批准日期") == [date(2024, 6, 5)]
    empty = text.replace("同意结案。\n", "").replace("孟河", "").replace("2024年6月5日", "年   月   日")
    unsigned = read(("结案审批表", empty))
    assert not unsigned.named("结案审批表.批准日期")
    assert not unsigned.named("结案审批表.部门负责人意见")


def test_certificate_belongs_to_the_officer_named_before_it(read: Read) -> None:
    case = read(("立案审批表", FILING))
    owners = {fact.about: fact.value for fact in case.named("立案审批表.执法证号")}
    assert owners == {"石青": "000000000011", "江蓝": "000000000022"}


SITE_LINES = """现场笔录
检查时间：2024年3月1日9时20分至2024年3月1日11时40分
检查地点：青湖县长堤路8号
检查人员：石青　　执法证号：000000000011
检查人员：江蓝　　执法证号：000000000022
当事人：青湖县云朵食品店
执法人员：我们是青湖县市场监督管理局的执法人员石青、江蓝，这是我们的执法证件，请你确认。
当事人：看清楚了。
现场情况：货架上的糕点没有价签。
"""
SITE_TABLE = [
    ["检查时间", "2024年3月1日9时20分至11时40分"],
    ["检查人员", "石青、江蓝"],
    ["执法证号", "000000000011、000000000022"],
    ["当事人", "青湖县云朵食品店"],
]


@pytest.mark.parametrize("content", [SITE_LINES, SITE_TABLE])
def test_record_of_an_inspection(read: Read, content: str) -> None:
    case = read(("现场笔录", content))
    assert values(case, "现场笔录.检查开始") == [datetime(2024, 3, 1, 9, 20)]
    assert values(case, "现场笔录.检查结束") == [datetime(2024, 3, 1, 11, 40)]
    assert values(case, "现场笔录.检查人员") == ["石青", "江蓝"]
    assert [(f.about, f.value) for f in case.named("现场笔录.执法证号")] == [
        ("石青", "000000000011"),
        ("江蓝", "000000000022"),
    ]
    assert values(case, "现场笔录.当事人") == ["青湖县云朵食品店"]
    assert set(values(case, "办案人员.姓名")) == {"石青", "江蓝"}


def test_record_of_questioning_with_several_fields_on_a_line(read: Read) -> None:
    text = """询问笔录
    询问时间：2024年3月8日14时30分至15时25分　　询问地点：本局询问室
    询问人：石青　　江蓝　　记录人：江蓝
    被询问人：白小舟　　性别：女　　职务：经营者
    问：你看清楚执法证件了吗？
    答：看清楚了。
    """
    case = read(("询问笔录", text))
    assert values(case, "询问笔录.询问开始") == [datetime(2024, 3, 8, 14, 30)]
    assert values(case, "询问笔录.询问结束") == [datetime(2024, 3, 8, 15, 25)]
    assert values(case, "询问笔录.询问人") == ["石青", "江蓝"]
    assert values(case, "询问笔录.记录人") == ["江蓝"]
    assert values(case, "询问笔录.被询问人") == ["白小舟"]


RECEIPT = [
    ["受送达人", "青湖县云朵食品店"],
    ["送达文书名称及文号", "行政处罚告知书（青湖市监罚告〔2024〕15号）"],
    ["送达时间", "2024年5月6日10时00分"],
    ["送达方式", "直接送达"],
    ["送达人", "石青、江蓝"],
]
NOTICE = """行政处罚告知书
青湖市监罚告〔2024〕15号
青湖县云朵食品店：
你单位销售糕点未明码标价的行为违反了《中华人民共和国价格法》第十三条第一款的规定，依据《中华人民共和国价格法》第四十二条的规定，拟对你单位从轻作出如下行政处罚：罚款900元。
自收到本告知书之日起五个工作日内，你单位有权提出陈述、申辩。
青湖县市场监督管理局
2024年4月30日
"""


def test_delivery_day_is_that_of_the_bound_receipt(read: Read) -> None:
    case = read(("行政处罚告知书", NOTICE), ("送达回证", RECEIPT, ("d01",)))
    (served,) = case.named("行政处罚告知书.送达日期")
    assert (served.value, served.document) == (date(2024, 5, 6), "d01")
    receipt = case.dossier.document("d02")
    assert served.places[0].block in {b.index for b in receipt.blocks}
    assert values(case, "送达回证.送达方式") == ["直接送达"]
    assert values(case, "送达回证.送达人") == ["石青", "江蓝"]


def test_an_unbound_receipt_proves_no_delivery(read: Read) -> None:
    case = read(("行政处罚告知书", NOTICE), ("送达回证", RECEIPT))
    assert not case.named("行政处罚告知书.送达日期")


def test_notice(read: Read) -> None:
    case = read(("行政处罚告知书", NOTICE))
    assert values(case, "行政处罚告知书.当事人") == ["青湖县云朵食品店"]
    assert values(case, "行政处罚告知书.拟罚款金额") == [90000]
    assert values(case, "行政处罚告知书.申辩期限") == ["5个工作日"]
    assert values(case, "行政处罚告知书.告知听证权") == [False]
    assert values(case, "行政处罚告知书.处罚依据") == ["价格法 第四十二条"]
    assert values(case, "行政处罚告知书.日期") == [date(2024, 4, 30)]
    hearing = NOTICE.replace("提出陈述、申辩。", "提出陈述、申辩，并有权要求举行听证。")
    assert values(read(("行政处罚告知书", hearing)), "行政处罚告知书.告知听证权") == [True]


def test_seizure_period_and_kind(read: Read) -> None:
    text = """实施行政强制措施决定书
    青湖市监强制〔2024〕2号
    当事人：青湖县云朵食品店
    本局决定对有关物品实施扣押。扣押期限为三十日，自2024年3月1日至2024年3月30日。
    青湖县市场监督管理局
    2024年3月1日
    """
    case = read(("实施行政强制措施决定书", text))
    assert values(case, "实施行政强制措施决定书.期限起") == [date(2024, 3, 1)]
    assert values(case, "实施行政强制措施决定书.期限止") == [date(2024, 3, 30)]
    assert values(case, "实施行政强制措施决定书.期限天数") == [30]
    assert values(case, "实施行政强制措施决定书.种类") == ["扣押"]


def test_extension_of_the_case_period(read: Read) -> None:
    rows = [
        ["审批事项", "延长办案期限"],
        ["理由及依据", "案情复杂，申请延长办案期限三十日，延长至2024年7月2日。"],
        ["部门负责人意见", "同意。\n孟河\n2024年5月30日"],
    ]
    case = read(("有关事项审批表", rows))
    assert values(case, "延期审批.批准日期") == [date(2024, 5, 30)]
    assert values(case, "延期审批.延长至") == [date(2024, 7, 2)]
    rows[0][1], rows[1][1] = "扣押物品", "需要扣押"
    assert not read(("有关事项审批表", rows)).named("延期审批.批准日期")


def test_review_payment_and_closing(read: Read) -> None:
    review = [
        ["送审日期", "2024年4月20日"],
        ["审核意见", "事实清楚。\n审核人：罗安\n2024年4月22日"],
        ["审核机构负责人意见", "同意。\n审核机构负责人：卫宁\n2024年4月23日"],
    ]
    paid = [["缴款人", "青湖县云朵食品店", "金额", "800.00元"], ["缴款日期", "2024年6月1日", "项目", "罚款"]]
    closing = [["处理结果", "罚款800元"], ["负责人意见", "同意结案。\n孟河\n2024年6月5日"]]
    case = read(("案件审核表", review), ("缴款凭证", paid), ("结案审批表", closing))
    assert values(case, "案件审核表.审核人") == ["罗安"]
    assert values(case, "案件审核表.审核机构负责人") == ["卫宁"]
    assert values(case, "案件审核表.送审日期") == [date(2024, 4, 20)]
    assert values(case, "案件审核表.审核日期") == [date(2024, 4, 22)]
    assert values(case, "缴款凭证.金额") == [80000]
    assert values(case, "缴款凭证.日期") == [date(2024, 6, 1)]
    assert values(case, "结案审批表.罚款金额") == [80000]
    assert values(case, "结案审批表.批准日期") == [date(2024, 6, 5)]


def test_columns_under_heads_are_values_of_their_own(read: Read) -> None:
    rows = [["序号", "标称名称", "规格", "数量"], ["1", "云朵糕", "100克", "3"], ["2", "青团", "80克", "5"]]
    case = read(("场所/设施/财物清单", rows))
    assert values(case, "场所/设施/财物清单.物品名称") == ["云朵糕", "青团"]


def test_what_a_paper_says_itself_comes_before_what_another_recites(read: Read) -> None:
    report = """案件调查终结报告
    2024年3月9日，经批准立案调查。
    五、处理意见及依据
    建议作如下处罚：罚款800元。
    六、裁量理由
    综合全案，建议从轻，罚款800元。
    """
    case = read(("立案审批表", FILING), ("案件调查终结报告", report))
    own, recited = case.named("立案审批表.批准日期")
    assert (own.value, recited.value, recited.origin) == (date(2024, 3, 4), date(2024, 3, 9), Origin.RECITED)
    assert values(case, "案件调查终结报告.建议罚款金额") == [80000]


def test_scope_and_stage(read: Read) -> None:
    decision = ("行政处罚决定书", "行政处罚决定书\n罚款800元。")
    filing = ("立案审批表", FILING)
    assert (read(decision).scope, read(decision).stage) == ("document", "decision")
    assert read(decision, ("送达回证", RECEIPT)).scope == "document"
    assert (read(filing).scope, read(filing).stage) == ("dossier", "investigation")
    assert read(filing, ("行政处罚告知书", NOTICE)).stage == "review"
    assert read(filing, decision, ("结案审批表", [["结案理由", "执行完毕"]])).stage == "closing"
    assert read(decision, scope="dossier", stage="closing").scope == "dossier"
    assert read(("当场行政处罚决定书", "当场行政处罚决定书\n罚款50元。")).procedure == "简易"
    assert read(filing).procedure == "普通"
