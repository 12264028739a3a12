"""Where one 文书 ends and the next begins."""

import pytest

from casecheck.dossier.assemble import assemble
from casecheck.model.source import BlockKind

DECISION_HEAD = ("某市市场监督管理局", "行政处罚决定书", "某市监处罚〔2023〕12号")
PARTY = ("当事人：某某食品店", "住所：某市某路1号", "法定代表人：张三")
BODY = "经查，当事人销售超过保质期的食品，违反了《中华人民共和国食品安全法》第三十四条的规定。"


def papers(vocabulary, *files):
    """Form and title of every 文书."""
    dossier = assemble("case", [f.source() for f in files], vocabulary)
    return [(d.form, d.title) for d in dossier.documents]


def forms(vocabulary, *files):
    return [form for form, _ in papers(vocabulary, *files)]


def test_a_decision_alone_is_one_paper_with_its_number(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY).page().lines("处罚如下：罚款500元。", "2023年5月6日")
    (document,) = assemble("case", [file.source()], vocabulary).documents
    assert (document.form, document.title, document.number) == (
        "行政处罚决定书",
        "行政处罚决定书",
        "某市监处罚〔2023〕12号",
    )
    assert (document.first_page, document.last_page, document.how) == (1, 2, "title")
    assert len(document.blocks) == len(file.source().blocks)


def test_papers_on_pages_of_their_own_are_split(vocabulary, write):
    file = write().title("立案审批表").table(("案由", "过期食品案"), ("当事人", "某某店"))
    file.page().title("现场笔录").lines("检查时间：2023年5月6日", "检查地点：某路1号", "检查人员：李四", BODY)
    file.page().lines(*DECISION_HEAD, *PARTY, BODY)
    assert forms(vocabulary, file) == ["立案/不予立案审批表", "现场笔录", "行政处罚决定书"]


def test_a_second_paper_may_begin_in_the_middle_of_a_page(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY, "某市市场监督管理局", "2023年5月6日")
    file.title("送达回证").table(("受送达人", "某某食品店"), ("送达方式", "直接送达"))
    dossier = assemble("case", [file.source()], vocabulary)
    assert [d.form for d in dossier.documents] == ["行政处罚决定书", "送达回证"]
    assert [(d.first_page, d.last_page) for d in dossier.documents] == [(1, 1), (1, 1)]
    assert dossier.documents[0].blocks[-1].text == "2023年5月6日"


QUOTED = ("行政处罚决定书", "某市监处罚〔2022〕9号", "当事人：另一商店", "罚款九百元。", "今后将严格遵守规定。")


@pytest.mark.parametrize("paged", [True, False])
def test_a_decision_quoted_in_plain_type_inside_a_paper_is_part_of_it(vocabulary, write, paged):
    file = write(paged=paged).title("整改报告").lines("某市市场监督管理局：", "现报告整改措施如下：", BODY)
    for line in QUOTED:
        file.line(line, size=12.0)
    file.lines("某某食品店（盖章）", "2023年5月19日").page().title("现场笔录").lines("检查时间：2023年5月6日")
    report, record = assemble("case", [file.source()], vocabulary).documents
    assert (report.form, record.form) == ("情况说明/整改报告", "现场笔录")
    assert report.confidence < 0.9 < record.confidence
    assert QUOTED[0] in [b.text for b in report.blocks]


def test_a_plain_title_below_the_close_of_a_paper_begins_the_next(vocabulary, write):
    file = write(paged=False).title("整改报告").lines("现报告整改措施如下：", BODY, "某某食品店", "2023年5月19日")
    file.lines(*QUOTED)
    assert forms(vocabulary, file) == ["情况说明/整改报告", "行政处罚决定书"]


def test_the_authority_above_a_title_belongs_to_the_paper_below(vocabulary, write):
    file = write(paged=False).lines("某市市场监督管理局", "现场笔录", "检查时间：2023年5月6日", "检查地点：某路", BODY)
    file.lines("某市市场监督管理局", "行政处罚决定书", "某市监处罚〔2023〕12号", *PARTY, BODY)
    documents = assemble("case", [file.source()], vocabulary).documents
    assert [d.form for d in documents] == ["现场笔录", "行政处罚决定书"]
    assert documents[1].blocks[0].text == "某市市场监督管理局"


@pytest.mark.parametrize(
    "lines",
    [
        ("行 政 处 罚 决 定 书",),
        ("行政处罚", "决定书"),
        ("某市市场监督管理局行政处罚决定书",),
        ("某市市场监督管理局", "行政处罚决定书"),
        ("某市市场监督管理局\n行政处罚决定书\n某市监处罚〔2023〕12号",),
        ("关于某某食品店销售超过保质期食品案的行政处罚决定书",),
        ("关于某某食品店销售超过保质期食品案的", "行政处罚决定书"),
        ("某某食品店销售超过保质期食品案行政处罚决定书",),
        ("行政处罚决定书（副本）",),
        ("行政处罚决定书 某市监处罚〔2023〕12号",),
    ],
)
def test_ways_to_print_a_title(vocabulary, write, lines):
    file = write().lines("现场笔录", "检查时间：2023年5月6日", "检查地点：某路1号", BODY).page()
    file.lines(*lines, "某市监处罚〔2023〕12号", *PARTY, BODY)
    documents = assemble("case", [file.source()], vocabulary).documents
    assert [d.form for d in documents] == ["现场笔录", "行政处罚决定书"]
    assert documents[1].number == "某市监处罚〔2023〕12号"
    assert documents[1].blocks[0].text == lines[0]


def test_the_longest_title_names_the_form(vocabulary, write):
    file = write().lines("不予行政处罚决定书", "某市监不罚〔2023〕1号", *PARTY, BODY)
    assert papers(vocabulary, file) == [("不予行政处罚决定书", "不予行政处罚决定书")]


def test_a_catalogue_starts_none_of_the_papers_it_lists(vocabulary, write):
    rows = [("序号", "题名", "页号"), ("1", "行政处罚决定书", "1-3"), ("2", "送达回证", "4"), ("3", "现场笔录", "5")]
    file = write().title("卷内文件目录").table(*rows).page().lines(*DECISION_HEAD, *PARTY, BODY)
    assert forms(vocabulary, file) == ["卷内文件目录", "行政处罚决定书"]


def test_a_catalogue_without_a_table_starts_none_either(vocabulary, write):
    file = (
        write()
        .title("卷内目录")
        .lines("序号 题名 页号", "行政处罚决定书", "某市监处罚〔2023〕12号", "送达回证", "现场笔录")
    )
    file.page().lines("询问笔录", "9-10", "送达回证", "11").page().lines(*DECISION_HEAD, *PARTY, BODY)
    assert forms(vocabulary, file) == ["卷内文件目录", "行政处罚决定书"]


@pytest.mark.parametrize(
    "mention",
    [
        "2023年5月20日，本局向当事人送达了",
        "当事人在法定期限内未提出陈述申辩意见，本局作出",
    ],
)
def test_a_title_inside_a_sentence_starts_nothing(vocabulary, write, mention):
    file = write().lines(*DECISION_HEAD, *PARTY, mention, "行政处罚告知书", *PARTY, BODY)
    assert forms(vocabulary, file) == ["行政处罚决定书"]


@pytest.mark.parametrize(
    "line",
    [
        "《行政处罚告知书》",
        "见《行政处罚告知书》",
        "附：行政处罚告知书",
        "附件：1.现场笔录 2.送达回证",
        "1、现场笔录",
        "收到行政处罚告知书",
        "本行政处罚告知书",
        "行政处罚告知书：",
        "我局于2023年5月6日送达的行政处罚告知书",
    ],
)
def test_a_mention_on_a_line_of_its_own_starts_nothing(vocabulary, write, line):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY).page().line(line, centred=True).lines(*PARTY, BODY)
    assert forms(vocabulary, file) == ["行政处罚决定书"]


def test_a_list_of_titles_under_one_another_starts_nothing(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY, "以上事实有下列证据：", "现场笔录", "询问笔录", "营业执照")
    file.page().lines("现场笔录", "询问笔录", "送达回证", BODY)
    assert forms(vocabulary, file) == ["行政处罚决定书"]


def test_cells_with_titles_start_nothing(vocabulary, write):
    file = (
        write()
        .title("送达回证")
        .table(("送达文书名称、文号", "行政处罚决定书"), ("行政处罚告知书",), ("送达方式", "直接"))
    )
    assert forms(vocabulary, file) == ["送达回证"]


def test_a_title_set_into_the_frame_of_its_table_is_a_title(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY, "2023年5月6日")
    file.page().table(("送达回证",), ("受送达人", "某某食品店"), ("送达方式", "直接送达"))
    assert forms(vocabulary, file) == ["行政处罚决定书", "送达回证"]


def test_headers_and_footers_start_nothing_and_stay_with_their_paper(vocabulary, write):
    file = write().line("行政处罚告知书", BlockKind.HEADER, size=9.0).lines(*DECISION_HEAD, *PARTY, BODY)
    file.line("第1页", BlockKind.FOOTER).page()
    file.line("行政处罚告知书", BlockKind.HEADER, size=9.0).title("送达回证").table(
        ("受送达人", "某某店"), ("送达方式", "直接")
    )
    documents = assemble("case", [file.source()], vocabulary).documents
    assert [d.form for d in documents] == ["行政处罚决定书", "送达回证"]
    assert documents[0].blocks[-1].kind is BlockKind.FOOTER
    assert documents[1].blocks[0].kind is BlockKind.HEADER


def test_header_of_a_page_with_two_papers_is_of_the_first_and_footer_of_the_last(vocabulary, write):
    file = write().line("某市案卷", BlockKind.HEADER).lines(*DECISION_HEAD, *PARTY, BODY, "2023年5月6日")
    file.title("送达回证").table(("受送达人", "某某店"), ("送达方式", "直接")).line("第1页", BlockKind.FOOTER)
    first, second = assemble("case", [file.source()], vocabulary).documents
    assert first.blocks[0].kind is BlockKind.HEADER
    assert second.blocks[-1].kind is BlockKind.FOOTER


def test_a_title_in_large_type_that_a_reader_took_for_a_header_is_a_title(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY, "2023年5月6日").page()
    for line in file.source().blocks:
        assert line.size is None
    body = {"size": 12.0}
    file = write()
    for text in (*DECISION_HEAD, *PARTY, BODY, "2023年5月6日"):
        file.line(text, **body)
    file.page().line("送达回证", BlockKind.HEADER, size=19.0).table(("受送达人", "某某店"), ("送达方式", "直接"))
    assert forms(vocabulary, file) == ["行政处罚决定书", "送达回证"]


def test_the_title_repeated_on_the_next_page_of_the_same_paper_starts_nothing(vocabulary, write):
    file = write().lines("现场笔录", "第1页共2页", "检查时间：2023年5月6日", "检查地点：某路1号", BODY, "2023年5月6日")
    file.page().lines("现场笔录", "第2页共2页", BODY).page().lines("现场笔录（续页）", BODY)
    assert forms(vocabulary, file) == ["现场笔录"]


def test_two_papers_of_the_same_form_are_two(vocabulary, write):
    head = ("询问时间：2023年5月6日", "询问地点：某局", "被询问人：张三", BODY, "以上笔录看过，与我说的一样。")
    file = write().lines("询问笔录", *head).page().lines(BODY).page().lines("询问笔录", *head)
    documents = assemble("case", [file.source()], vocabulary).documents
    assert [(d.form, d.first_page, d.last_page) for d in documents] == [("询问笔录", 1, 2), ("询问笔录", 3, 3)]


def test_another_number_under_the_same_title_is_another_paper(vocabulary, write):
    file = write().lines(*DECISION_HEAD, BODY).page().lines("行政处罚决定书", "某市监处罚〔2023〕13号", BODY)
    assert forms(vocabulary, file) == ["行政处罚决定书", "行政处罚决定书"]


def test_everyday_words_are_titles_only_at_the_head_of_a_page(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY, "照片", "合同", BODY, "2023年5月6日")
    file.page().title("照片").line("拍摄时间：2023年5月6日")
    assert forms(vocabulary, file) == ["行政处罚决定书", "照片"]


def test_an_unknown_title_at_the_head_of_a_page_is_an_unclassified_paper(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY, "某市市场监督管理局", "2023年5月6日")
    file.page().title("线索核查情况登记卡").lines("一些文字。").page().title("送达回证").table(
        ("受送达人", "张三"), ("送达方式", "直接")
    )
    found = papers(vocabulary, file)
    assert found == [("行政处罚决定书", "行政处罚决定书"), (None, "线索核查情况登记卡"), ("送达回证", "送达回证")]


def test_a_day_with_points_at_the_end_of_a_signature_line_closes_a_paper(vocabulary, write):
    file = write().lines(
        "立案审批表", "案由：过期食品案", "案件来源：检查", BODY, "部门负责人意见：同意。　签名：某某　2025.3.10"
    )
    file.page().title("线索核查情况登记卡").lines("一些文字。")
    assert forms(vocabulary, file) == ["立案/不予立案审批表", None]


def test_a_docx_is_split_at_titles_without_any_page(vocabulary, write):
    file = write("案卷.docx", paged=False).lines(
        "立案审批表", "案由：过期食品案", "案件来源：检查", BODY, "2023年5月6日"
    )
    file.lines("现场笔录", "检查时间：2023年5月6日", "检查地点：某路1号", BODY)
    documents = assemble("case", [file.source()], vocabulary).documents
    assert [d.form for d in documents] == ["立案/不予立案审批表", "现场笔录"]
    assert [(d.first_page, d.last_page) for d in documents] == [(None, None), (None, None)]


@pytest.mark.parametrize("line", ["行政处罚决定书（副本）", "附件2：整改报告", "某某食品有限公司情况说明"])
def test_words_round_a_title(vocabulary, write, line):
    file = write().lines("现场笔录", "检查时间：2023年5月6日", "检查地点：某路1号", BODY).page().title(line).lines(BODY)
    (_, (form, title)) = papers(vocabulary, file)
    assert form is not None
    assert title == line


def test_a_paper_without_title_after_a_closed_one_is_told_by_its_layout(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY, "某市市场监督管理局", "2023年5月6日").page()
    file.lines(
        "询问时间：2023年5月6日", "询问地点：某局", "被询问人：张三", "询问人：李四", "记录人：王五", "以上笔录看过。"
    )
    documents = assemble("case", [file.source()], vocabulary).documents
    assert [(d.form, d.how) for d in documents] == [("行政处罚决定书", "title"), ("询问笔录", "layout")]


def test_a_further_page_without_title_stays_with_its_paper(vocabulary, write):
    file = write().lines("询问笔录", "询问时间：2023年5月6日", "询问地点：某局", "被询问人：张三", BODY, "2023年5月6日")
    file.page().lines("问：你还有什么要说的？", "答：没有。", "以上笔录看过，与我说的一样。", "2023年5月6日")
    file.page().lines("被询问人：张三", "询问人：李四")
    assert forms(vocabulary, file) == ["询问笔录"]


@pytest.mark.parametrize(("mark", "count"), [("第1页共2页", 2), ("第2页共2页", 1), ("第3页共9页", 2)])
def test_page_marks_tell_a_further_page_from_a_new_paper(vocabulary, write, mark, count):
    """On page 3 of the file, whose paper before began on page 2: 第3页 counts the pages of the file."""
    head = ("检查时间：2023年5月6日", "检查地点：某路1号", BODY)
    file = write().lines(*DECISION_HEAD, *PARTY, BODY).page().lines("现场笔录", *head)
    file.page().lines("现场笔录", *head).line(mark, BlockKind.FOOTER)
    assert forms(vocabulary, file).count("现场笔录") == count


def test_a_stamp_laid_over_the_head_of_a_page_does_not_hide_the_title(vocabulary, write):
    file = write(paged=False).line("收文日期：2025年3月5日", BlockKind.TEXT_BOX).title("整改报告").lines(BODY)
    assert papers(vocabulary, file) == [("情况说明/整改报告", "整改报告")]


def test_the_number_of_the_form_above_its_title_belongs_to_it(vocabulary, write):
    file = write(paged=False).lines("立案审批表", "案由：某案", "案件来源：检查", BODY)
    file.lines(
        "24 行政处罚告知书", "安全生产行政执法文书", "行政处罚告知书", "（某）安监罚告〔2023〕1号", "当事人：某店", BODY
    )
    documents = assemble("case", [file.source()], vocabulary).documents
    assert [d.form for d in documents] == ["立案/不予立案审批表", "行政处罚告知书"]
    assert documents[1].blocks[0].text == "24 行政处罚告知书"


def test_a_second_line_of_a_title_starts_nothing(vocabulary, write):
    file = write().title("行政处罚听证告知书").title("行政处罚告知书").lines(*PARTY, BODY)
    assert forms(vocabulary, file) == ["行政处罚告知书"]


def test_two_papers_of_the_same_form_with_labels_of_their_own_kind_are_two(vocabulary, write):
    head = ("单位名称（或船名号）：某某号", "船主：张三", BODY, "2023年5月6日")
    file = write().lines("行政处罚决定书", *head).page().lines("行政处罚决定书", *head)
    assert forms(vocabulary, file) == ["行政处罚决定书", "行政处罚决定书"]


def test_a_list_of_form_names_is_no_form(vocabulary, write):
    file = write("x.docx", paged=False).lines(
        "被询问人以上笔录看过的询问笔录式样", "特此告知的行政处罚告知书式样", BODY
    )
    assert forms(vocabulary, file) == [None]


def test_a_number_under_a_plain_title_is_enough(vocabulary, write):
    file = write(paged=False).lines("现场笔录", "检查时间：2023年5月6日", "检查地点：某路1号", BODY)
    file.lines("行政处罚告知书", "某市监罚告〔2023〕3号", "某某食品店：", BODY)
    assert forms(vocabulary, file) == ["现场笔录", "行政处罚告知书"]


def test_a_continuation_page_stays_though_it_repeats_the_labels(vocabulary, write):
    head = ("检查时间：2023年5月6日", "检查地点：某路1号", BODY)
    file = write().lines("现场笔录", *head).page().lines("现场笔录（续页）", *head)
    assert forms(vocabulary, file) == ["现场笔录"]


def test_the_same_number_under_the_same_title_is_the_same_paper(vocabulary, write):
    file = write().lines(*DECISION_HEAD, *PARTY, BODY).page().lines(*DECISION_HEAD, *PARTY, BODY)
    assert forms(vocabulary, file) == ["行政处罚决定书"]


def test_page_marks_that_count_the_file_do_not_join_papers(vocabulary, write):
    head = ("检查时间：2023年5月6日", "检查地点：某路1号", BODY)
    file = write().lines("现场笔录", *head).line("第1页共9页", BlockKind.FOOTER)
    file.page().lines("现场笔录", *head).line("第2页共9页", BlockKind.FOOTER)
    assert forms(vocabulary, file) == ["现场笔录", "现场笔录"]


@pytest.mark.parametrize(("marks", "count"), [(("第1页", "第1页"), 2), (("第1页", "第2页"), 1), (("1", "2"), 1)])
def test_page_marks_that_count_anew_part_an_unknown_paper_from_the_one_before(vocabulary, write, marks, count):
    first, second = marks
    file = write().title("案件来源登记表").lines("案源内容：监测线索", "处理意见：同意").line(first, BlockKind.FOOTER)
    file.page().title("平台处理记录").lines("处理时间及内容见下", "已经清除").line(second, BlockKind.FOOTER)
    assert len(papers(vocabulary, file)) == count
