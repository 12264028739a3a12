"""A DOCX as a reader sees it: what is printed, in its order, once."""

import pytest

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


def test_a_character_that_only_its_font_explains_was_not_read() -> None:
    source = read(docx(paragraph("当事人：王\ue1a3商行") + paragraph("罚款500元")))
    (problem,) = source.problems
    assert problem.kind == "characters-private"
    assert problem.blocks_absence
    assert problem.place is not None
    assert (problem.place.block, problem.place.start, problem.place.end) == (0, 5, 6)


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


PICTURE = "<w:p><w:r><w:drawing>{}<a:blip r:embed='i1'/></w:drawing></w:r></w:p>"
PROSE = "当事人在其经营场所销售超过保质期的食品，货值金额共计人民币三百二十元，违法所得一百元。"
WP = "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"


def test_images_are_told_where_they_stand_and_do_not_forbid_absence() -> None:
    source = read(docx(paragraph(PROSE) + PICTURE.format("") + table(cell("照片") + cell(PICTURE.format("")))))
    assert [(p.kind, p.blocks_absence, p.place and (p.place.block, p.place.cell)) for p in source.problems] == [
        ("image-in-text", False, (0, None)),
        ("image-in-text", False, (2, (0, 1))),
    ]


def test_a_body_of_pictures_was_not_read() -> None:
    source = read(docx(paragraph("附件：") + PICTURE.format("") * 2, footer1=paragraph("第1页 " + PROSE)))
    assert [(p.kind, p.blocks_absence) for p in source.problems][-1] == ("body-image-only", True)


PAGE = "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"


def test_a_picture_alone_between_page_breaks_was_not_read() -> None:
    picture = PICTURE.format("")
    source = read(docx(paragraph(PROSE) + PAGE + picture + PAGE + paragraph("送达回证") + paragraph(PROSE)))
    (alone,) = (p for p in source.problems if p.kind == "stretch-image-only")
    assert alone.blocks_absence
    assert alone.place is not None
    assert [(b.text, b.page_break_before) for b in source.blocks] == [
        (PROSE, False),
        ("", True),
        ("送达回证", True),
        (PROSE, False),
    ]
    assert source.blocks[alone.place.block].text == ""


@pytest.mark.parametrize("captioned", ["{picture}{caption}", "{caption}{picture}", "{picture}{picture}{caption}"])
def test_a_picture_with_a_caption_on_its_page_is_no_unread_paper(captioned: str) -> None:
    page = captioned.format(picture=PICTURE.format(""), caption=paragraph("图1　货架"))
    source = read(docx(paragraph(PROSE) + PAGE + page + PAGE + paragraph(PROSE)))
    assert not any(p.blocks_absence for p in source.problems)


def test_a_picture_before_the_page_break_of_its_paragraph_is_on_the_page_above() -> None:
    with_break = PICTURE.format("").replace("</w:drawing></w:r>", "</w:drawing><w:br w:type='page'/></w:r>")
    source = read(docx(paragraph(PROSE) + with_break + paragraph("送达回证")))
    assert [(b.text, b.page_break_before) for b in source.blocks] == [(PROSE, False), ("送达回证", True)]
    assert not any(p.blocks_absence for p in source.problems)


def test_a_mark_of_the_agency_in_the_header_is_no_body() -> None:
    source = read(docx(paragraph("同意立案。"), header1=PICTURE.format("")))
    assert [(p.kind, p.place and p.place.part) for p in source.problems] == [("image-in-text", None)]


def test_a_picture_as_large_as_a_page_may_be_a_paper() -> None:
    page = f"<wp:inline {WP}><wp:extent cx='5400000' cy='7600000'/></wp:inline>"
    photograph = f"<wp:inline {WP}><wp:extent cx='3600000' cy='2700000'/></wp:inline>"
    vml = "<w:p><w:r><w:pict><v:shape style='width:450pt;height:20cm'><v:imagedata r:id='i1'/></v:shape></w:pict></w:r></w:p>"

    def blocking(picture: str) -> list[str]:
        return [p.kind for p in read(docx(paragraph(PROSE) + picture)).problems if p.blocks_absence]

    assert blocking(PICTURE.format(page)) == ["image-of-page"]
    assert blocking(PICTURE.format(photograph)) == []
    assert blocking(vml) == ["image-of-page"]


def test_white_and_tiny_text_is_hidden_but_not_on_a_dark_ground() -> None:
    white, tiny, dark = "<w:color w:val='FFFFFF'/>", "<w:sz w:val='2'/>", "<w:shd w:val='clear' w:fill='1F3864'/>"
    body = (
        paragraph("白字", run=white)
        + paragraph("小字", run=tiny)
        + paragraph("白底深色", "<w:shd w:fill='000000'/>", run=white)
        + paragraph("突出显示", run=white + "<w:highlight w:val='blue'/>")
        + table(cell(paragraph("表头", run=white), dark) + cell(paragraph("白格", run=white)))
    )
    source = read(docx(body))
    assert [block.text for block in source.blocks] == ["白底深色", "突出显示", "表头", ""]
    assert [p.kind for p in source.problems] == ["hidden-text"]
    assert "白字小字白格" in source.problems[0].message.zh


FIELD = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"


def test_the_code_of_a_field_is_no_text_even_where_it_is_typed_as_text() -> None:
    nested = (
        FIELD.format("begin") + "<w:r><w:t>IF </w:t></w:r>" + FIELD.format("begin")
        + "<w:r><w:instrText>DATE</w:instrText></w:r>" + FIELD.format("separate") + "<w:r><w:t>1</w:t></w:r>"
        + FIELD.format("end") + "<w:r><w:t>=2</w:t></w:r>" + FIELD.format("separate") + "<w:r><w:t>五万元</w:t></w:r>"
        + FIELD.format("end")
    )  # fmt: skip
    assert texts(docx(f"<w:p><w:r><w:t>罚款</w:t></w:r>{nested}<w:r><w:t>整</w:t></w:r></w:p>")) == ["罚款五万元整"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = "<w:p><w:r><w:t>罚款</w:t></w:r>" + FIELD.format("begin") + "<w:r><w:t>五万元</w:t></w:r></w:p>"
    assert texts(docx(body + paragraph("下一段"))) == ["罚款五万元", "下一段"]


def test_a_drop_down_list_prints_its_choice() -> None:
    data = "<w:ddList><w:result w:val='1'/><w:listEntry w:val='警告'/><w:listEntry w:val='罚款'/></w:ddList>"
    begin = f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar></w:r>"
    body = "<w:p><w:r><w:t>种类：</w:t></w:r>" + begin + FIELD.format("separate") + FIELD.format("end") + "</w:p>"
    assert texts(docx(body)) == ["种类：罚款"]


def test_a_control_that_is_a_check_box_shows_whether_it_is_ticked() -> None:
    def box(checked: int) -> str:
        return (
            "<w:sdt xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'><w:sdtPr><w14:checkbox>"
            f"<w14:checked w14:val='{checked}'/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        )

    assert texts(docx(f"<w:p>{box(1)}<w:r><w:t>是 </w:t></w:r>{box(0)}<w:r><w:t>否</w:t></w:r></w:p>")) == ["☑是 □否"]


def test_the_prompt_of_an_empty_control_is_no_value() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt, value = "<w:r><w:t>单击此处输入文字。</w:t></w:r>", "<w:r><w:t>某某商行</w:t></w:r>"
    body = "".join(f"<w:p><w:r><w:t>当事人：</w:t></w:r>{control.format(run)}</w:p>" for run in (prompt, value))
    assert texts(docx(body)) == ["当事人：", "当事人：某某商行"]


def test_a_file_to_be_put_in_on_opening_was_not_read() -> None:
    source = read(docx(paragraph(PROSE) + "<w:altChunk r:id='none'/>"))
    assert [(p.kind, p.blocks_absence) for p in source.problems] == [("part-not-read", True)]


def test_formulas_are_text() -> None:
    m = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    formula = f"<m:oMath {m}><m:r><m:t>300×5=1500</m:t></m:r></m:oMath>"
    assert texts(docx(f"<w:p><w:r><w:t>货值：</w:t></w:r>{formula}</w:p>")) == ["货值：300×5=1500"]


def test_a_label_split_over_runs_and_zero_width_characters_stay_whole() -> None:
    body = "<w:p><w:r><w:t>当</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>事​人</w:t></w:r><w:r><w:t>：甲­商行</w:t></w:r></w:p>"
    assert texts(docx(body)) == ["当事​人：甲­商行"]


def test_a_place_leads_back_to_the_words() -> None:
    block = read(docx(paragraph("罚款50000元"))).blocks[0]
    place = block.place(2, 7)
    assert block.text[place.start : place.end] == "50000"
    assert (place.file, place.page, place.box) == ("案卷/文书.docx", None, None)
