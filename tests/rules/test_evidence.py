import pytest

from tests.rules.kit import case, check, check_case, variants, with_image

LIST = "行政处罚决定书.证据清单"


def test_an_item_may_name_several_papers() -> None:
    facts = {LIST: ["营业执照复印件1份、陈小红身份证复印件1份、现场笔录1份，证明主体资格和现场情况"]}
    result = check("EVID-LIST-PRESENT", facts, {"form": "营业执照复印件", "text": "营业执照"})
    assert [f.key for f in result.findings] == ["身份证", "现场笔录"]
    assert [f.severity for f in result.findings] == ["major", "fatal"]


def test_a_copy_may_be_one_of_the_images_a_record_may_not() -> None:
    subject = with_image(case({LIST: ["进货单据复印件3份", "现场笔录1份，证明现场情况"]}))
    result = check_case("EVID-LIST-PRESENT", subject)
    assert {f.key: f.cause for f in result.findings} == {"进货单据": "needs_image", "现场笔录": None}


def test_each_of_two_records_is_looked_for_by_day_and_person() -> None:
    facts = {LIST: ["2023年5月8日对陈小红的询问笔录、2023年5月12日对孙大力的询问笔录各1份，证明销售情况"]}
    one = {"form": "询问笔录", "text": "询问时间：2023年5月8日9时30分至10时00分 被询问人：陈小红"}
    two = {"form": "询问笔录", "text": "询问时间：2023年5月12日9时30分至10时00分 被询问人：孙大力"}
    assert check("EVID-LIST-PRESENT", facts, one, two).outcome == "pass"
    result = check("EVID-LIST-PRESENT", facts, one)
    assert variants(result) == ["other"]
    assert "孙大力" in result.findings[0].message.zh


def test_a_paper_that_could_not_be_classified_counts() -> None:
    facts = {LIST: ["检验报告1份，证明产品不合格"]}
    loose = {"title": "附件", "text": "国家食品质量检验检测中心 检验报告 No.12345"}
    assert check("EVID-LIST-PRESENT", facts, loose).outcome == "pass"


@pytest.mark.parametrize(
    ("item", "named"),
    [
        ("5、消费小票复印件12张，证明当事人按内部价目收费；", "消费小票复印件12张"),
        ("证据三：2023年7月1日销售小票2张，证明销售情况。", "2023年7月1日销售小票2张"),
        ("当事人提供的小票（共12张、含退货", "小票"),
    ],
)
def test_the_thing_is_named_as_the_list_names_it(item: str, named: str) -> None:
    (finding,) = check("EVID-LIST-PRESENT", {"行政处罚决定书.证据清单": [item]}).findings
    assert f"“{named}”" in finding.message.zh


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("问：还有什么补充？\n答：整改报告写好以后我马上交到你们办公室，请你们查收一下。", ["inside"]),
        ("整改报告（一页）", []),
        ("以上为当事人提交的全部书面材料，经核对与原件一致，附：整改报告1份、照片2张。", []),
    ],
)
def test_what_another_paper_speaks_of_is_not_in_the_file_for_that(text: str, variant: list[str]) -> None:
    result = check("EVID-LIST-PRESENT", {LIST: ["整改报告1份，证明改正情况"]}, {"form": "询问笔录", "text": text})
    assert variants(result) == variant
