"""A DOCX as a reader sees it: what is printed, in its order, once."""

from casecheck.model.source import BlockKind
from tests.unit.sources.docx_files import cell, docx, paragraph, read, table, texts

FALLBACK_BOX = (
    "<w:p><w:r><w:t>签收栏</w:t><mc:AlternateContent>"
    "<mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)


def kinds(data: bytes) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in read(data).blocks]


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    data = docx(paragraph("立案审批表") + table(cell("案由") + cell("虚假宣传")) + paragraph("以下空白"))
    assert texts(data) == ["立案审批表", "案由", "虚假宣传", "以下空白"]
    assert [block.index for block in read(data).blocks] == [0, 1, 2, 3]


def test_a_text_box_is_read_once_though_it_is_stored_twice() -> None:
    assert kinds(docx(FALLBACK_BOX.format(paragraph("见证人：林某")))) == [
        (BlockKind.PARAGRAPH, "签收栏"),
        (BlockKind.TEXT_BOX, "见证人：林某"),
    ]


def test_a_drawing_without_choice_is_read_from_its_fallback() -> None:
    only_fallback = FALLBACK_BOX.replace("<mc:Choice Requires='wps'>", "<mc:Choice Requires='wps'/><!--").replace(
        "</mc:Choice>", "-->", 1
    )
    assert texts(docx(only_fallback.format(paragraph("盖章")))) == ["签收栏", "盖章"]


def test_insertions_are_kept_and_deletions_set_apart() -> None:
    body = (
        "<w:p><w:r><w:t>罚款</w:t></w:r><w:del><w:r><w:delText>三万元</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>五万元</w:t></w:r></w:ins></w:p>"
    )
    assert kinds(docx(body)) == [(BlockKind.PARAGRAPH, "罚款五万元"), (BlockKind.DELETED, "三万元")]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    body = (
        "<w:p><w:moveFrom><w:r><w:t>第二项</w:t></w:r></w:moveFrom><w:r><w:t>第一项</w:t></w:r></w:p>"
        "<w:p><w:moveTo><w:r><w:t>第二项</w:t></w:r></w:moveTo></w:p>"
    )
    assert kinds(docx(body)) == [
        (BlockKind.PARAGRAPH, "第一项"),
        (BlockKind.DELETED, "第二项"),
        (BlockKind.PARAGRAPH, "第二项"),
    ]


def test_a_deleted_row_is_no_cell() -> None:
    row = "<w:trPr><w:del w:id='1'/></w:trPr>" + cell("作废")
    assert kinds(docx(table(cell("有效"), row))) == [(BlockKind.CELL, "有效"), (BlockKind.DELETED, "作废")]


def test_a_deleted_paragraph_mark_joins_the_next_paragraph() -> None:
    body = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>罚款</w:t></w:r></w:p>" + paragraph("五万元")
    assert [block.continues for block in read(docx(body)).blocks] == [False, True]


def test_content_controls_tags_links_and_fields_are_transparent() -> None:
    body = (
        "<w:sdt><w:sdtContent>" + paragraph("控件段落") + "</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag><w:hyperlink><w:r><w:t>丙</w:t></w:r></w:hyperlink>"
        "<w:fldSimple w:instr='DATE'><w:r><w:t>丁</w:t></w:r></w:fldSimple>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r></w:p>"
    )
    assert texts(docx(body)) == ["控件段落", "甲乙丙丁7"]


def test_hidden_text_is_left_out_and_told() -> None:
    source = read(docx(paragraph("内部意见", run="<w:vanish/>") + paragraph("同意立案")))
    assert [block.text for block in source.blocks] == ["同意立案"]
    (problem,) = source.problems
    assert problem.kind == "hidden-text"
    assert "内部意见" in problem.message.zh
    assert not problem.blocks_absence


def test_text_hidden_by_its_style_is_hidden() -> None:
    styles = "<w:style w:type='character' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>"
    body = paragraph("看不见", run="<w:rStyle w:val='h'/>") + paragraph("看得见")
    assert [block.text for block in read(docx(body, styles=styles)).blocks] == ["看得见"]


def test_headers_notes_and_comments_are_what_they_are() -> None:
    data = docx(
        paragraph("正文"),
        header1=paragraph("页眉"),
        header2=paragraph("页眉"),
        footer1=paragraph("第1页"),
        footnotes="<w:footnote w:type='separator'>"
        + paragraph("横线")
        + "</w:footnote><w:footnote>"
        + paragraph("脚注")
        + "</w:footnote>",
        comments="<w:comment>" + paragraph("批注") + "</w:comment>",
    )
    assert kinds(data) == [
        (BlockKind.HEADER, "页眉"),
        (BlockKind.PARAGRAPH, "正文"),
        (BlockKind.FOOTER, "第1页"),
        (BlockKind.NOTE, "脚注"),
        (BlockKind.COMMENT, "批注"),
    ]
    assert [block.part for block in read(data).blocks] == ["header1", "body", "footer1", "footnotes", "comments"]


def test_a_page_break_begins_a_block_on_a_new_page() -> None:
    body = (
        paragraph("第一份")
        + "<w:p><w:r><w:br w:type='page'/><w:t>第二份</w:t></w:r></w:p>"
        + "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>节尾</w:t></w:r></w:p>"
        + paragraph("第三份")
        + paragraph("第四份", "<w:pageBreakBefore/>")
    )
    source = read(docx(body))
    assert [(block.text, block.page_break_before) for block in source.blocks] == [
        ("第一份", False),
        ("第二份", True),
        ("节尾", False),
        ("第三份", True),
        ("第四份", True),
    ]


def test_size_and_setting_come_from_run_style_and_defaults() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
        "<w:style w:type='paragraph' w:default='1' w:styleId='n'><w:rPr><w:sz w:val='32'/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='t'><w:basedOn w:val='n'/><w:pPr><w:jc w:val='center'/></w:pPr></w:style>"
    )
    body = paragraph("标题", "<w:pStyle w:val='t'/>", "<w:sz w:val='44'/>") + paragraph("正文")
    first, second = read(docx(body, styles=styles)).blocks
    assert (first.size, first.centred) == (22.0, True)
    assert (second.size, second.centred) == (16.0, False)


def test_heading_styles_make_headings() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
    first, second = read(docx(paragraph("一", "<w:pStyle w:val='1'/>") + paragraph("二"), styles=styles)).blocks
    assert (first.kind, second.kind) == (BlockKind.HEADING, BlockKind.PARAGRAPH)


def test_check_boxes_of_symbol_fonts_and_form_fields_are_told_apart() -> None:
    body = (
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r><w:r><w:t>直接送达</w:t></w:r>"
        "<w:r><w:sym w:font='Wingdings 2' w:char='F0A3'/></w:r><w:r><w:t>留置送达</w:t></w:r>"
        "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\uf0a8</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"
        "</w:ffData></w:fldChar></w:r></w:p>"
    )
    assert texts(docx(body)) == ["☑直接送达□留置送达□☑"]


def test_breaks_tabs_and_hyphens_are_characters() -> None:
    body = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>010</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>"
    assert texts(docx(body)) == ["甲\n乙\t010-1"]


def test_strict_files_are_read() -> None:
    from io import BytesIO
    from zipfile import ZipFile

    data = docx(paragraph("严格格式"))
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, content)
    assert texts(buffer.getvalue()) == ["严格格式"]


def test_images_are_told_and_do_not_forbid_absence() -> None:
    picture = "<w:p><w:r><w:drawing><a:blip r:embed='i1'/></w:drawing></w:r></w:p>"
    source = read(docx(paragraph("照片") + picture + table(cell(picture))))
    (problem,) = source.problems
    assert (problem.kind, problem.blocks_absence) == ("image-in-text", False)
    assert "2" in problem.message.en


def test_a_place_leads_back_to_the_words() -> None:
    block = read(docx(paragraph("罚款50000元"))).blocks[0]
    place = block.place(2, 7)
    assert block.text[place.start : place.end] == "50000"
    assert (place.file, place.page, place.box) == ("案卷/文书.docx", None, None)
