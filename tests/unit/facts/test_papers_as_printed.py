"""送达回证 in all its layouts, and the complaint papers of 2026: from printed blocks to facts."""

import pytest

from casecheck.dossier.assemble import assemble
from casecheck.facts.read import read_facts
from casecheck.model.fact import CaseFacts
from tests.unit.dossier.conftest import Writer

NOTICE, DECISION = "某市监罚告〔2023〕3号", "某市监处罚〔2023〕12号"
PROSE = "经查，当事人销售超过保质期的食品，该行为违反了法律规定，应当予以处罚。"
OFFICE = "某县市场监督管理局"
BLANK = ("", "")


@pytest.fixture
def facts_of(vocabulary):
    def read(file: Writer) -> CaseFacts:
        return read_facts(assemble("卷", [file.source()], vocabulary), vocabulary)

    return read


def values(case: CaseFacts, name: str) -> list[str]:
    return [str(fact.value) for fact in case.named(name)]


def served_papers() -> Writer:
    file = Writer()
    file.title("行政处罚告知书").lines(NOTICE, "当事人：某某店", "住所：某路1号", PROSE, "2023年5月6日").page()
    file.title("行政处罚决定书").lines(DECISION, "当事人：某某店", "住所：某路1号", PROSE, "2023年6月6日").page()
    return file


def one(file: Writer, title: str, served: str, day: str) -> Writer:
    return file.title(title).table(
        ("受送达人", "某某店"),
        ("送达文书名称、文号", served),
        ("送达日期", day),
        ("送达方式", "直接送达"),
        ("收件人（签名或者盖章）", f"张三 {day}"),
        ("送达人（签名）", "李四、王五"),
    )


def separate(titles: tuple[str, str], *, pages: bool) -> Writer:
    file = one(served_papers(), titles[0], f"《行政处罚告知书》（{NOTICE}）", "2023年5月8日")
    return one(file.page() if pages else file, titles[1], f"《行政处罚决定书》（{DECISION}）", "2023年6月8日")


def table_of_papers() -> Writer:
    return (
        served_papers()
        .title("送达回证")
        .table(
            ("受送达人", "某某店", *BLANK),
            ("送达文书名称", "文书文号", "送达日期", "收件人签名"),
            ("行政处罚告知书", NOTICE, "2023年5月8日", "张三"),
            ("行政处罚决定书", DECISION, "2023年6月8日", "张三"),
            ("送达方式", "直接送达", *BLANK),
            ("送达人", "李四、王五", *BLANK),
        )
    )


def table_with_numbers_in_one_column() -> Writer:
    return (
        served_papers()
        .title("送达回执")
        .table(
            ("受送达单位（个人）", "某某店", *BLANK),
            ("送达文书名称、文号", "收件人签名或盖章", "送达日期", "送达人"),
            (f"行政处罚告知书\n{NOTICE}", "张三", "2023年5月8日9时", "李四、王五"),
            (f"行政处罚决定书\n{DECISION}", "张三", "2023年6月8日9时", "李四、王五"),
        )
    )


LAYOUTS = {
    "numbered": lambda: separate(("送达回证（一）", "送达回证（二）"), pages=True),
    "two on a page": lambda: separate(("送达回证", "送达回证"), pages=False),
    "a row for each paper": table_of_papers,
    "name and number in one column": table_with_numbers_in_one_column,
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_each_paper_gets_the_day_of_its_own_service(facts_of, layout):
    case = facts_of(layout())
    assert values(case, "行政处罚告知书.送达日期") == ["2023-05-08"]
    assert values(case, "行政处罚决定书.送达日期") == ["2023-06-08"]
    assert values(case, "送达回证.送达文书文号") == [NOTICE, DECISION]
    assert set(values(case, "送达回证.送达日期")) == {"2023-05-08", "2023-06-08"}
    assert set(values(case, "送达回证.送达人")) == {"李四", "王五"}
    assert set(values(case, "送达回证.收件人")) == {"张三"}


@pytest.mark.parametrize(
    "cell",
    [
        f"1.《行政处罚告知书》{NOTICE}\n2.《行政处罚决定书》{DECISION}",
        f"《行政处罚告知书》{NOTICE}、《行政处罚决定书》{DECISION}",
        f"（一）《行政处罚告知书》{NOTICE}；（二）《行政处罚决定书》{DECISION}。",
    ],
)
def test_several_papers_in_one_cell_are_named_one_by_one(facts_of, cell):
    case = facts_of(one(served_papers(), "送达回证", cell, "2023年6月8日"))
    named = [value.rstrip("。") for value in values(case, "送达回证.送达文书")]
    assert named == [f"《行政处罚告知书》{NOTICE}", f"《行政处罚决定书》{DECISION}"]
    assert values(case, "送达回证.送达文书文号") == [NOTICE, DECISION]
    assert values(case, "行政处罚告知书.送达日期") == values(case, "行政处罚决定书.送达日期") == ["2023-06-08"]


def test_papers_without_title_marks_are_parted_behind_their_numbers(facts_of):
    cell = f"行政处罚告知书（{NOTICE}）、行政处罚决定书（{DECISION}）"
    case = facts_of(one(served_papers(), "送达回证", cell, "2023年6月8日"))
    assert values(case, "送达回证.送达文书") == [f"行政处罚告知书（{NOTICE}）", f"行政处罚决定书（{DECISION}）"]


def test_an_unsigned_receipt_names_no_party_and_no_receiver(facts_of):
    file = served_papers().title("送达回证")
    file.lines(
        "受送达人：某某店",
        f"送达文书名称及文号：行政处罚决定书 {DECISION}",
        "送达方式：留置送达",
        "送达时间：2023年6月8日",
        "受送达人签名或盖章：",
        "送达人：李四、王五",
        "备注：当事人拒绝签收。",
    )
    case = facts_of(file)
    assert values(case, "送达回证.当事人") == values(case, "送达回证.收件人") == []
    assert values(case, "行政处罚决定书.送达日期") == ["2023-06-08"]


def test_a_signature_label_of_older_forms_announces_the_person(facts_of):
    file = Writer().title("现场勘验笔录")
    file.table(
        ("当事人", "某某店"), ("勘验地点", "某路1号"), ("勘验人（签名）", "李四、王五"), ("记录人（签字）", "赵六")
    )
    case = facts_of(file)
    assert values(case, "现场笔录.检查人员") == ["李四", "王五"]
    assert values(case, "现场笔录.记录人") == ["赵六"]


def letter(title: str, *lines: str) -> Writer:
    return Writer().line(OFFICE, centred=True).title(title).lines(*lines, OFFICE, "2026年5月10日")


COMPLAINT_PAPERS = {
    "投诉受理决定书": (
        ("某市监投受〔2026〕12号", "张三：", "本局于2026年5月6日收到你对某某超市的投诉，决定予以受理。"),
        {"投诉人": "张三", "收到日期": "2026-05-06", "文号": "某市监投受〔2026〕12号", "日期": "2026-05-10"},
    ),
    "投诉不予受理决定书": (
        ("某市监投不受〔2026〕13号", "张三：", "我局于2026年5月6日接到你的投诉，经审查决定不予受理。"),
        {"投诉人": "张三", "收到日期": "2026-05-06"},
    ),
    "限期提供身份证明材料通知书": (
        ("某市监投限〔2026〕1号", "张三：", "请你于2026年5月20日前向本局提供身份证明材料。"),
        {"投诉人": "张三", "期限": "2026-05-20"},
    ),
    "投诉调解通知书": (
        ("某市监投调〔2026〕1号", "张三、某某超市：", "调解时间：2026年5月20日9时", "调解地点：某路1号"),
        {"调解时间": "2026-05-20 09:00:00", "调解地点": "某路1号"},
    ),
    "投诉终止调解决定书": (
        ("某市监投终〔2026〕1号", "张三：", "被投诉人：某某超市", "终止理由：被投诉人不同意调解"),
        {"被投诉人": "某某超市", "终止理由": "被投诉人不同意调解"},
    ),
    "投诉调解书": (
        ("投诉人：张三", "被投诉人：某某超市", "主要争议事实：牛奶过期。", "调解结果：退款50元。"),
        {"投诉人": "张三", "被投诉人": "某某超市", "争议事实": "牛奶过期", "调解结果": "退款50元"},
    ),
    "举报处理结果告知书": (
        ("某市监举告〔2026〕1号", "李四：", "你的举报事项，处理结果告知如下：已立案。"),
        {"举报人": "李四", "日期": "2026-05-10"},
    ),
    "投诉/举报分送通知书": (
        ("某市监分〔2026〕1号", "某某市场监管所：", "分送事项：投诉处理", "附件：投诉登记表"),
        {"事项": "投诉处理", "附件": "投诉登记表", "文号": "某市监分〔2026〕1号"},
    ),
}


@pytest.mark.parametrize(("title", "lines", "expected"), [(t, *e) for t, e in COMPLAINT_PAPERS.items()])
def test_complaint_papers_are_known_and_read(facts_of, title, lines, expected):
    case = facts_of(letter(title, *lines))
    assert [d.form for d in case.dossier.documents] == [title]
    assert {name: (values(case, f"{title}.{name}") or [None])[0] for name in expected} == expected
    assert values(case, f"{title}.当事人") == []


def test_the_complaint_form_gives_its_boxes_and_both_sides(facts_of):
    file = Writer().title("投诉登记表")
    file.table(
        ("登记单位", OFFICE, "登记编号", "TS20260001"),
        ("投诉人姓名", "张三", "联系电话", "13800000000"),
        ("被投诉人名称", "某某超市", "联系电话", "0571-00000000"),
        ("是否同意公示", "☑是 □否", "是否同意委托调解", "□是 ☑否"),
        ("具体的投诉请求", "退款50元"),
    )
    case = facts_of(file)
    assert [values(case, f"投诉登记表.{n}") for n in ("投诉人", "被投诉人", "同意公示", "同意委托调解", "当事人")] == [
        ["张三"],
        ["某某超市"],
        ["True"],
        ["False"],
        [],
    ]


def test_a_list_of_certificates_and_an_address_of_a_page_are_kept(facts_of):
    file = Writer().title("电子数据证据提取笔录")
    file.table(
        ("当事人", "某某店"),
        ("提取人员", "李四、王五"),
        ("执法证号", "A00100001、A00100002"),
        ("网址", "https://shop.example:8080/a?b=1"),
    )
    case = facts_of(file)
    assert values(case, "电子数据证据提取笔录.执法证号") == ["A00100001", "A00100002"]
    assert values(case, "电子数据证据提取笔录.网址") == ["https://shop.example:8080/a?b=1"]
