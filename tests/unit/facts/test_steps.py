"""What an approval form approves gives the day of that step, and no other."""

from collections.abc import Callable
from datetime import date

import pytest

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]
STEPS = (
    "延期审批",
    "核查延长",
    "审核延长",
    "中止调查",
    "恢复调查",
    "强制措施",
    "登记保存",
    "听证组织",
    "告知审批",
)


def form(matter: str, reasons: str = "案情需要") -> list[list[str]]:
    return [
        ["案件名称", "涉嫌销售不合格电热水壶"],
        ["审批事项", matter],
        ["提请理由及依据", reasons],
        ["部门负责人意见", "同意。\n签名：孟河\n2024年3月4日"],
    ]


def approved(case: CaseFacts) -> list[str]:
    return [step for step in STEPS if [f.value for f in case.named(f"{step}.批准日期")] == [date(2024, 3, 4)]]


@pytest.mark.parametrize(
    ("matter", "step"),
    [
        ("延长办案期限三十日", "延期审批"),
        ("延长案件核查期限十五个工作日", "核查延长"),
        ("核查期限延期", "核查延长"),
        ("延长审核期限五个工作日", "审核延长"),
        ("中止案件调查", "中止调查"),
        ("恢复案件调查", "恢复调查"),
        ("对涉案物品实施扣押的行政强制措施", "强制措施"),
        ("先行登记保存涉案证据", "登记保存"),
        ("组织听证并指定听证主持人", "听证组织"),
        ("行政处罚告知（含听证权利）", "告知审批"),
        ("行政处罚事先告知", "告知审批"),
    ],
)
def test_a_form_approves_what_it_names(read: Read, matter: str, step: str) -> None:
    assert approved(read(("有关事项审批表", form(matter)))) == [step]


@pytest.mark.parametrize(
    "matter", ["解除扣押强制措施", "延长扣押期限三十日", "对先行登记保存的证据作出处理", "移送案件"]
)
def test_other_matters_are_none_of_these_steps(read: Read, matter: str) -> None:
    assert approved(read(("有关事项审批表", form(matter)))) == []


def test_reasons_that_speak_of_another_step_approve_nothing(read: Read) -> None:
    assert approved(read(("有关事项审批表", form("移送案件", "已扣押涉案物品，拟中止调查")))) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("违法行为终了之日为2023年5月6日。", date(2023, 5, 6)),
        ("至2023年5月6日，上述违法行为已终止。", date(2023, 5, 6)),
        ("2023年3月1日至2023年5月6日期间销售该产品。", None),
        ("2023年5月6日责令当事人停止违法行为。", None),
    ],
)
def test_the_end_of_the_act_is_read_only_where_it_is_named(read: Read, text: str, day: date | None) -> None:
    case = read(("案件调查终结报告", f"一、案件事实\n{text}"))
    assert [f.value for f in case.named("违法行为.终了日期")] == ([day] if day else [])


def test_the_fine_whose_notice_was_approved_is_read_with_the_approval(read: Read) -> None:
    case = read(("有关事项审批表", form("行政处罚告知", "拟依据广告法第五十五条，处罚款52000.00元。")))
    assert [f.value for f in case.named("告知审批.罚款金额")] == [5200000]
    assert [
        f.value for f in read(("有关事项审批表", form("延期缴纳罚款", "罚款52000.00元"))).named("告知审批.罚款金额")
    ] == []


def test_the_day_on_which_the_papers_went_to_the_chair_is_read_from_the_form_that_names_him(read: Read) -> None:
    rows = [*form("组织听证并指定听证主持人"), ["备注", "案件材料已于2024年3月6日移交听证主持人。"]]
    case = read(("有关事项审批表", rows))
    assert [f.value for f in case.named("听证材料.移交日期")] == [date(2024, 3, 6)]
    other = [*form("移送案件"), ["备注", "案件材料已于2024年3月6日移交公安机关。"]]
    assert [f.value for f in read(("有关事项审批表", other)).named("听证材料.移交日期")] == []


@pytest.mark.parametrize(
    ("title", "name"),
    [("陈述申辩书", "陈述申辩.日期"), ("听证申请书", "听证申请.日期"), ("情况说明", None)],
)
def test_a_writing_of_the_party_is_a_defence_or_a_request_by_its_title(
    read: Read, title: str, name: str | None
) -> None:
    case = read((f"情况说明={title}", f"{title}\n请求从轻处罚。\n申请人：罗慧（签名）\n2024年3月6日"))
    found = [n for n in ("陈述申辩.日期", "听证申请.日期") if [f.value for f in case.named(n)] == [date(2024, 3, 6)]]
    assert found == ([name] if name else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("你可以在收到告知书之日起三日内要求举行听证", ["3日"]),
        ("五个工作日内提出陈述、申辩；五个工作日内申请听证", ["5个工作日"]),
        ("自收到之日起五个工作日内提出陈述、申辩", []),
    ],
)
def test_the_time_for_asking_for_a_hearing_is_read_apart(read: Read, words: str, told: list[str]) -> None:
    case = read(("行政处罚告知书", f"行政处罚告知书\n{words}。"))
    assert [f.value for f in case.named("行政处罚告知书.听证期限")] == told
