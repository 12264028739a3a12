"""Certificate numbers of officers: whose they are, and where one ends."""

from collections.abc import Callable

import pytest

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]

HEAD = "询问笔录\n询问时间：2024年3月5日9时20分至2024年3月5日10时40分\n"
TAIL = "\n被询问人：方舟\n问：你是何人？\n答：我是店主。\n"


@pytest.mark.parametrize(
    "line",
    [
        "询问人：石青、江蓝　　执法证号：990105000011、990105000022",
        "询问人：石青 江蓝　　执法证号：990105000011　990105000022",
        "询问人：石青、江蓝 执法证号：990105000011 990105000022",
        "询问人：石青、江蓝（执法证号：990105000011、990105000022）",
        "询问人：石青　执法证号：990105000011　江蓝　执法证号：990105000022",
        "询问人：石青（执法证号：990105000011）、江蓝（执法证号：990105000022）",
        "询问人：石青、江蓝\n执法证号：990105000011　990105000022",
        "询问人：石青　执法证号：990105000011\n询问人：江蓝　执法证号：990105000022",
        "询问人：石青、江蓝\n执法证号：石青990105000011、江蓝990105000022",
    ],
)
def test_numbers_belong_to_the_names_in_their_order(read: Read, line: str) -> None:
    case = read(("询问笔录", HEAD + line + TAIL))
    owners = {fact.value: fact.about for fact in case.named("询问笔录.执法证号")}
    assert owners == {"990105000011": "石青", "990105000022": "江蓝"}


def test_the_order_of_the_line_counts_not_that_of_the_paper(read: Read) -> None:
    first = "询问人：石青　　执法证号：990105000011　　记录人：江蓝"
    second = "询问人：江蓝、石青　　执法证号：990105000022、990105000011"
    case = read(("询问笔录", HEAD + first + TAIL), ("询问笔录", HEAD + second + TAIL))
    owners = {fact.value: fact.about for fact in case.named("询问笔录.执法证号", "d02")}
    assert owners == {"990105000011": "石青", "990105000022": "江蓝"}


def test_one_number_behind_two_names_is_nobodys(read: Read) -> None:
    case = read(("询问笔录", HEAD + "询问人：石青、江蓝　　执法证号：990105000011" + TAIL))
    assert [(fact.value, fact.about) for fact in case.named("询问笔录.执法证号")] == [("990105000011", None)]


def test_blanks_inside_one_number_do_not_part_it(read: Read) -> None:
    case = read(("询问笔录", HEAD + "询问人：石青　　执法证号：99 0105 000011" + TAIL))
    assert [fact.value for fact in case.named("询问笔录.执法证号")] == ["990105000011"]


def test_letters_of_the_region_belong_to_the_number(read: Read) -> None:
    case = read(("询问笔录", HEAD + "询问人：石青　　执法证号：云市监000011" + TAIL))
    assert [fact.value for fact in case.named("询问笔录.执法证号")] == ["云市监000011"]


def test_a_short_label_behind_the_name_of_an_officer_gives_his_number(read: Read) -> None:
    site = "现场笔录\n检查人员：石青　　证件编号：990105000011\n检查人员：江蓝　　证号：990105000022\n当事人：某店\n"
    party = "经营者：麦穗　　证件号码：990105197001010011\n"
    owners = {fact.value: fact.about for fact in read(("现场笔录", site + party)).named("现场笔录.执法证号")}
    assert owners == {"990105000011": "石青", "990105000022": "江蓝"}


def test_the_recorder_is_named_before_the_bracket_of_his_number(read: Read) -> None:
    line = "询问人：石青（执法证号990105000011）　　记录人：江蓝（执法证号990105000022）"
    case = read(("询问笔录", HEAD + line + TAIL))
    assert [fact.value for fact in case.named("询问笔录.记录人")] == ["江蓝"]


def test_one_number_given_to_two_officers_is_told_for_both(read: Read) -> None:
    line = "询问人：石青　执法证号：990105000011\n询问人：江蓝　执法证号：990105000011"
    case = read(("询问笔录", HEAD + line + TAIL))
    assert [(f.value, f.about) for f in case.named("询问笔录.执法证号")] == [
        ("990105000011", "石青"),
        ("990105000011", "江蓝"),
    ]


def test_a_number_that_is_repeated_is_told_once(read: Read) -> None:
    line = "询问人：石青　执法证号：990105000011\n询问人：江蓝　执法证号：990105000022"
    again = "\n询问人：石青　执法证号：990105000011\n"
    case = read(("询问笔录", HEAD + line + TAIL + again))
    assert [f.value for f in case.named("询问笔录.执法证号")] == ["990105000011", "990105000022"]
