"""送达回证: what it serves."""

from casecheck.dossier.assemble import assemble

PROSE = "经查，当事人销售超过保质期的食品，该行为违反了法律规定，应当予以处罚。"


def notice(file, serial):
    return file.lines(
        "行政处罚告知书", f"某市监罚告〔2023〕{serial}号", "当事人：某店", "住所：某路", PROSE, "2023年5月6日"
    )


def decision(file, serial):
    return file.lines(
        "行政处罚决定书", f"某市监处罚〔2023〕{serial}号", "当事人：某店", "住所：某路", PROSE, "2023年6月6日"
    )


def receipt(file, *served):
    rows = [
        ("受送达人", "某店"),
        *[("送达文书名称、文号", s) for s in served],
        ("送达方式", "直接送达"),
        ("送达地点", "某路"),
    ]
    return file.title("送达回证").table(*rows)


def served(vocabulary, *files):
    """Ids served by each 送达回证, in their order."""
    documents = assemble("x", [f.source() for f in files], vocabulary).documents
    return [d.serves for d in documents if d.form == "送达回证"]


def test_by_number_wherever_the_papers_stand(vocabulary, write):
    file = receipt(write(), "行政处罚决定书 某市监处罚〔2023〕12号").page()
    notice(file, 3).page()
    decision(file, 11).page()
    decision(file, 12)
    assert served(vocabulary, file) == [("d04",)]


def test_the_way_a_number_is_printed_does_not_matter(vocabulary, write):
    file = decision(write(), 12).page()
    receipt(file, "《行政处罚决定书》（某市监处罚【2023】第012号）")
    assert served(vocabulary, file) == [("d01",)]


def test_without_a_number_the_nearest_paper_of_that_name_before_it(vocabulary, write):
    file = decision(write(), 11).page()
    receipt(file, "行政处罚决定书").page()
    decision(file, 12).page()
    receipt(file, "行政处罚决定书")
    assert served(vocabulary, file) == [("d01",), ("d03",)]


def test_one_proof_may_list_several_papers(vocabulary, write):
    file = notice(write(), 3).page()
    decision(file, 12).page()
    receipt(file, "行政处罚告知书某市监罚告〔2023〕3号\n行政处罚决定书某市监处罚〔2023〕12号")
    assert served(vocabulary, file) == [("d01", "d02")]


def test_a_table_with_a_row_for_each_paper(vocabulary, write):
    file = notice(write(), 3).page()
    decision(file, 12).page().title("送达回证")
    file.table(
        ("受送达人", "某店", "送达方式", "直接送达"),
        ("送达文书名称", "文书文号", "送达人", "收件人"),
        ("行政处罚告知书", "某市监罚告\n〔2023〕3号", "李四", "张三"),
        ("行政处罚决定书", "某市监处罚\n〔2023〕12号", "李四", "张三"),
        ("备注", "当事人称未收到现场笔录"),
    )
    assert served(vocabulary, file) == [("d01", "d02")]


def test_lines_instead_of_a_table(vocabulary, write):
    file = decision(write(paged=False), 12).page()
    file.lines(
        "送达回证",
        "受送达人：某店",
        "送达文书名称、文号：",
        "《行政处罚决定书》",
        "某市监处罚〔2023〕12号",
        "送达方式：直接送达",
    )
    assert served(vocabulary, file) == [("d01",)]


def test_a_number_that_no_paper_has_binds_nothing(vocabulary, write):
    file = decision(write(), 12).page()
    receipt(file, "行政处罚决定书 某市监处罚〔2023〕21号")
    assert served(vocabulary, file) == [()]


def test_a_number_binds_by_name_a_paper_whose_own_number_was_not_read(vocabulary, write):
    file = write().lines("行政处罚决定书", "当事人：某店", "住所：某路", PROSE).page()
    receipt(file, "行政处罚决定书 某市监处罚〔2023〕12号")
    assert served(vocabulary, file) == [("d01",)]


def test_an_empty_proof_binds_nothing(vocabulary, write):
    file = decision(write(), 12).page()
    receipt(file, "")
    assert served(vocabulary, file) == [()]


def test_across_files(vocabulary, write):
    first = decision(write("1.docx", paged=False), 12)
    second = receipt(write("2.docx", paged=False), "行政处罚决定书某市监处罚〔2023〕12号")
    assert served(vocabulary, first, second) == [("d01",)]


def test_the_case_and_the_remarks_name_nothing_served(vocabulary, write):
    file = notice(write(), 3).page()
    decision(file, 12).page().title("送达回证")
    file.table(
        ("案由", "不服行政处罚告知书案"),
        ("受送达人", "某店"),
        ("送达文书名称、文号", "行政处罚决定书某市监处罚〔2023〕12号"),
        ("备注", "行政处罚告知书另行送达"),
    )
    assert served(vocabulary, file) == [("d02",)]


def test_of_two_papers_with_one_number_the_named_one(vocabulary, write):
    file = write().lines("现场笔录", "某市监处罚〔2023〕12号", "检查时间：2023年5月6日", "检查地点：某路", PROSE).page()
    decision(file, 12).page()
    notice(file, 3).page()
    receipt(file, "现场笔录 某市监处罚〔2023〕12号")
    assert served(vocabulary, file) == [("d01",)]


def test_an_announcement_serves_what_it_says_it_serves(vocabulary, write):
    announcement = write("3.docx").lines(
        "行政处罚文书送达公告",
        "某市监送公〔2023〕2号",
        "因直接送达未成，现向你单位公告送达《行政处罚告知书》（某市监罚告〔2023〕16号）。",
        "请来领取《行政处罚决定书》。自公告发布之日起经过三十日，即视为送达。",
        "2023年5月10日",
    )
    files = [notice(write("1.docx"), 16), decision(write("2.docx"), 16), announcement]
    first, _, last = assemble("x", [f.source() for f in files], vocabulary).documents
    assert last.serves == (first.id,)
