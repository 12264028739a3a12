"""From files to a dossier: every block once, what was not read or not known is said."""

import os
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.dossier.assemble import assemble
from casecheck.model.problem import Problem
from casecheck.model.source import BlockKind, SourceText
from casecheck.model.words import Words

DECISION = ("行政处罚决定书", "某市监处罚〔2023〕12号", "当事人：某某店", "住所：某路1号")
PROSE = "经查，当事人销售超过保质期的食品，该行为违反了法律规定，应当予以处罚。"


def test_ids_follow_the_order_of_the_files(vocabulary, write):
    files = [
        write("01立案审批表.docx", paged=False).lines("立案审批表", "案由：某案", "案件来源：检查"),
        write("02决定书.docx", paged=False).lines(*DECISION, PROSE),
    ]
    dossier = assemble("案卷", [f.source() for f in files], vocabulary, "folder")
    assert [(d.id, d.file, d.form) for d in dossier.documents] == [
        ("d01", "01立案审批表.docx", "立案/不予立案审批表"),
        ("d02", "02决定书.docx", "行政处罚决定书"),
    ]
    assert (dossier.path, dossier.grouping) == ("案卷", "folder")


def test_the_digest_changes_with_any_file(vocabulary, write):
    first, second = write("a.docx").line("甲").source(), write("b.docx").line("乙").source()
    other = SourceText(name="b.docx", format="docx", sha256="1" * 64, blocks=second.blocks)
    digests = {assemble("x", files, vocabulary).sha256 for files in ([first], [first, second], [first, other])}
    assert len(digests) == 3
    assert all(len(digest) == 64 for digest in digests)


def test_a_name_that_is_no_utf8_has_a_digest(vocabulary, write):
    named = os.fsdecode("卷".encode("gbk") + b".docx")
    assert named.encode(errors="surrogatepass") != named.encode(errors="replace")
    assert len(assemble("x", [write(named).line("甲").source()], vocabulary).sha256) == 64


def _with_picture(source, block):
    place = source.blocks[block].place()
    words = Words(zh="图像", en="image")
    unread = Problem(kind="stretch-image-only", message=words, file=source.name, place=place, blocks_absence=True)
    return replace(source, problems=(unread,))


def test_a_picture_between_page_breaks_is_a_paper_that_was_not_read(vocabulary, write):
    file = write("卷.docx", paged=False).title("行政处罚决定书").lines(*DECISION[1:], PROSE, "2023年5月6日")
    file = file.page().line("").page().title("送达回证").lines("受送达人：某某店", "送达方式：直接送达")
    dossier = assemble("x", [_with_picture(file.source(), 6)], vocabulary)
    assert [(d.form, d.how) for d in dossier.documents] == [
        ("行政处罚决定书", "title"),
        (None, "none"),
        ("送达回证", "title"),
    ]
    unread = dossier.documents[1]
    assert [b.index for b in unread.blocks] == [6]
    assert [bool(dossier.unread_in(d)) for d in dossier.documents] == [False, True, False]


def test_a_paper_goes_on_behind_a_picture(vocabulary, write):
    file = write("卷.docx", paged=False).title("行政处罚决定书").lines(*DECISION[1:], PROSE)
    file = file.page().line("").page().lines("处罚如下：罚款五百元。", "2023年5月6日")
    dossier = assemble("x", [_with_picture(file.source(), 5)], vocabulary)
    decision, unread = dossier.documents
    assert (decision.form, unread.form) == ("行政处罚决定书", None)
    assert decision.blocks[-1].text == "2023年5月6日"


def test_text_that_cannot_be_classified_is_a_paper_without_form(vocabulary, write):
    file = write("扫描件.pdf").lines("今天的天气很好。", "没有任何标题。")
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.how, document.confidence, len(document.blocks)) == (None, "none", 0.0, 2)
    assert document.title == "今天的天气很好。"


def test_a_paper_without_title_is_told_by_its_layout(vocabulary, write):
    file = write("无题.docx", paged=False).lines(
        "询问时间：2023年5月6日", "询问地点：某局", "被询问人：张三", "询问人：李四", "记录人：王五", "以上笔录看过。"
    )
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.how) == ("询问笔录", "layout")
    assert document.confidence < 0.9


def test_a_few_labels_are_no_layout(vocabulary, write):
    file = write("无题.docx", paged=False).lines("询问时间：2023年5月6日", "询问地点：某局")
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.how) == (None, "none")


def test_the_name_of_the_file_helps_where_the_text_does_not(vocabulary, write):
    file = write("03 询问调查笔录2.docx", paged=False).lines("问：你的姓名？", "答：我叫张三。")
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.how) == ("询问笔录", "file-name")
    assert document.confidence == 0.5


def test_the_name_of_the_file_does_not_overrule_a_title(vocabulary, write):
    file = write("询问笔录.docx", paged=False).lines(*DECISION, PROSE)
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.how) == ("行政处罚决定书", "title")


def test_a_title_the_vocabulary_does_not_have_is_not_guessed_over(vocabulary, write):
    file = (
        write("x.docx", paged=False)
        .title("加处罚款通知单")
        .lines("当事人：某店", "住所：某路", "处罚如下：", "不服本处罚决定的，可以申请行政复议")
    )
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.title) == (None, "加处罚款通知单")


def test_a_garbled_title_leaves_the_layout_and_the_number(vocabulary, write):
    file = (
        write("x.pdf")
        .title("书书书书书书书")
        .lines("某市监处罚〔2023〕12号", "当事人：某店", "处罚如下：", "如不服本处罚决定，可以申请行政复议。")
    )
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.how, document.number) == ("行政处罚决定书", "layout", "某市监处罚〔2023〕12号")


def test_only_the_own_number_of_a_paper_is_its_number(vocabulary, write):
    told = write().lines(
        "行政处罚告知书", "当事人：某店", "住所：某路", "我局某市监立〔2023〕7号立案的案件已调查终结。"
    )
    receipt = (
        write()
        .title("送达回证")
        .table(("受送达人", "某店"), ("送达文书名称、文号", "某市监处罚〔2023〕12号"), ("送达方式", "直接"))
    )
    certificate = write().lines(
        "行政处罚决定书", "（甘）执法证字第甘A01002801号 （兰）市监罚〔2025〕213号\n当事人：某店", PROSE
    )
    blank = write().lines("行政处罚决定书", "某市监处罚〔2023〕 号", "当事人：某店", PROSE)
    numbers = [assemble("x", [f.source()], vocabulary).documents[0].number for f in (told, receipt, certificate, blank)]
    assert numbers == [None, None, "（兰）市监罚〔2025〕213号", None]


def test_a_number_above_the_title_is_found(vocabulary, write):
    file = write().lines("编号：某市监处罚〔2023〕12号", "某市市场监督管理局", "行政处罚决定书", "当事人：某店", PROSE)
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert document.number == "某市监处罚〔2023〕12号"


def test_a_page_that_was_not_read_inside_a_paper_is_a_page_of_it(vocabulary, write):
    file = write().lines(*DECISION, PROSE).page("image").lines(PROSE, "2023年5月6日")
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.first_page, document.last_page, document.unread_pages) == (1, 3, (2,))


def test_a_page_read_in_part_is_an_unread_page_of_its_paper(vocabulary, write):
    source = write().lines(*DECISION, PROSE).source()
    partial = replace(source, pages=tuple(replace(page, verdict="partial") for page in source.pages))
    assert assemble("x", [partial], vocabulary).documents[0].unread_pages == (1,)


def test_a_page_that_was_not_read_between_two_papers_is_a_paper_without_form(vocabulary, write):
    file = write().lines(*DECISION, PROSE, "某市市场监督管理局", "2023年5月6日").page("image")
    file.title("送达回证").table(("受送达人", "某店"), ("送达方式", "直接"))
    documents = assemble("x", [file.source()], vocabulary).documents
    assert [(d.form, d.first_page, d.unread_pages) for d in documents] == [
        ("行政处罚决定书", 1, ()),
        (None, 2, (2,)),
        ("送达回证", 3, ()),
    ]


def test_a_page_that_was_not_read_at_the_end_of_a_file_with_one_paper_is_a_page_of_it(vocabulary, write):
    source = write().lines(*DECISION, PROSE, "某市市场监督管理局", "2023年5月6日").page("image").source()
    pages = SourceText(name="x.pdf", format="pdf", sha256="", blocks=source.blocks, pages=source.pages[:2])
    (document,) = assemble("x", [pages], vocabulary).documents
    assert (document.form, document.last_page, document.unread_pages) == ("行政处罚决定书", 2, (2,))


def test_a_page_that_was_not_read_after_an_open_paper_may_be_its_end(vocabulary, write):
    file = (
        write()
        .lines(*DECISION, PROSE)
        .page("image")
        .title("送达回证")
        .table(("受送达人", "某店"), ("送达方式", "直接"))
    )
    documents = assemble("x", [file.source()], vocabulary).documents
    assert [(d.form, d.unread_pages) for d in documents] == [("行政处罚决定书", (2,)), ("送达回证", ())]


def test_a_file_of_pictures_is_known_by_its_name(vocabulary, write):
    source = write("08现场照片.pdf").page("image").source()
    pictures = SourceText(name=source.name, format="pdf", sha256="", pages=source.pages[1:2])
    (document,) = assemble("x", [pictures], vocabulary).documents
    assert (document.form, document.how, document.unread_pages) == ("照片", "file-name", (2,))


def test_a_file_that_could_not_be_read_is_listed_and_never_guessed(vocabulary):
    broken = Problem(
        kind="file-broken", message=Words(zh="坏", en="broken"), file="行政处罚决定书.pdf", blocks_absence=True
    )
    failed = SourceText(name="行政处罚决定书.pdf", format="pdf", sha256="", problems=(broken,))
    (document,) = assemble("x", [failed], vocabulary).documents
    assert (document.form, document.file, document.blocks) == (None, "行政处罚决定书.pdf", ())


def test_parts_of_a_docx_outside_the_body_are_kept(vocabulary, write):
    file = write("x.docx", paged=False).line("行政处罚告知书", BlockKind.HEADER, part="header1")
    file.lines("立案审批表", "案由：某案", "案件来源：检查", "2023年5月6日", *DECISION, PROSE)
    file.line("第1页", BlockKind.FOOTER, part="footer1").line("批注", BlockKind.COMMENT, part="comments")
    first, last = assemble("x", [file.source()], vocabulary).documents
    assert (first.form, last.form) == ("立案/不予立案审批表", "行政处罚决定书")
    assert first.blocks[0].kind is BlockKind.HEADER
    assert [b.kind for b in last.blocks[-2:]] == [BlockKind.FOOTER, BlockKind.COMMENT]


TEXTS = st.sampled_from(
    ["行政处罚决定书", "送达回证", "现场笔录", "卷内文件目录", "某市市场监督管理局", "某市监处罚〔2023〕12号", "当事人：某店", PROSE,
     "2023年5月6日", "", "第2页共3页", "行政处罚", "决定书", "照片", "附件", "《送达回证》"]
)  # fmt: skip
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("line"), TEXTS),
        st.tuples(st.just("title"), TEXTS),
        st.tuples(st.just("header"), TEXTS),
        st.tuples(st.just("cell"), TEXTS),
        st.tuples(st.sampled_from(["page", "lost"]), st.just("")),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(steps=STEPS, paged=st.booleans())
def test_every_block_is_in_exactly_one_paper(vocabulary, write_any, steps, paged):
    file = write_any("案卷.pdf", paged=paged)
    for step, text in steps:
        if step == "page":
            file.page()
        elif step == "lost":
            file.page("image")
        elif step == "cell":
            file.table((text, "值"))
        elif step == "header":
            file.line(text, BlockKind.HEADER, size=9.0)
        elif step == "title":
            file.title(text)
        else:
            file.line(text)
    source = file.source()
    documents = assemble("x", [source], vocabulary).documents
    taken = [(b.page, b.index) for d in documents for b in d.blocks]
    assert sorted(taken, key=repr) == sorted(((b.page, b.index) for b in source.blocks), key=repr)
    assert [d.id for d in documents] == [f"d{n:02d}" for n in range(1, len(documents) + 1)]
    assert all(d.blocks or d.unread_pages for d in documents) or not source.blocks
    lost = {p.number for p in source.pages if not p.readable}
    assert lost == {n for d in documents for n in d.unread_pages}
