import pytest

from casecheck.model.rule import Json
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
    result = check(
        "EVID-LIST-PRESENT", {LIST: ["询问笔录1份、整改报告1份，证明改正情况"]}, {"form": "询问笔录", "text": text}
    )
    assert variants(result) == variant


_SITE = {"form": "现场笔录", "text": "现场检查情况"}
_CONTRACT = {"form": "合同", "title": "供货合同", "text": "供货合同 甲方 乙方"}


def test_all_evidence_that_no_list_names_is_one_question_with_the_places() -> None:
    report = {"form": "检验报告", "title": "检验报告", "text": "检验报告 结论合格"}
    result = check("EVID-LIST-PRESENT", {LIST: ["现场笔录1份，证明现场情况"]}, _SITE, _CONTRACT, report)
    (finding,) = result.findings
    assert (finding.variant, finding.severity, finding.cause) == ("unused", "minor", "needs_judgement")
    assert "《供货合同》、《检验报告》" in finding.message.zh
    assert [quote.text[:4] for quote in finding.evidence[-2:]] == ["供货合同", "检验报告"]


@pytest.mark.parametrize(
    ("items", "asked"),
    [
        (["现场笔录1份", "供货合同1份"], False),
        (["现场笔录1份", "与供货者的协议1份"], False),
        (["现场笔录1份"], True),
    ],
)
def test_a_word_of_its_kind_suffices_to_use_a_paper(items: list[str], asked: bool) -> None:
    assert variants(check("EVID-LIST-PRESENT", {LIST: items}, _SITE, _CONTRACT)) == (["unused"] if asked else [])


@pytest.mark.parametrize(
    ("items", "asked"),
    [
        (["现场笔录1份", "对陈小红的询问笔录1份"], True),
        (["现场笔录1份", "对陈小红、孙大力的询问笔录各1份"], False),
        (["现场笔录1份", "2023年5月8日对陈小红、2023年5月12日对孙大力的询问笔录各1份"], False),
        (["现场笔录1份", "询问笔录2份"], False),
        (["现场笔录1份", "询问笔录"], False),
    ],
)
def test_a_record_is_used_by_number_day_or_person(items: list[str], asked: bool) -> None:
    facts: dict[str, Json] = {
        LIST: items,
        "询问笔录.询问开始": ["2023-05-08 09:30", {"value": "2023-05-12 09:30", "document": 2}],
        "询问笔录.被询问人": ["陈小红", {"value": "孙大力", "document": 2}],
    }
    one = {"form": "询问笔录", "text": "2023年5月8日 被询问人：陈小红"}
    two = {"form": "询问笔录", "text": "2023年5月12日 被询问人：孙大力"}
    result = check("EVID-LIST-PRESENT", facts, one, two, _SITE)
    assert variants(result) == (["unused"] if asked else [])
