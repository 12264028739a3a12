"""What a page verdict says."""

from reportlab.pdfgen.canvas import Canvas

from casecheck.sources.quality import lacks_chinese, verdict
from tests.unit.sources.pdf_files import flow, pdf, put, read
from tests.unit.sources.test_pdf import LONG, OTHER

TEXT = LONG + OTHER + LONG


def test_plain_pages() -> None:
    assert verdict(TEXT, image_share=0.0) == "text"
    assert verdict("", image_share=0.0) == "blank"
    assert verdict("第1页", image_share=0.0) == "text"


def test_a_picture_of_a_paper_is_not_read() -> None:
    assert verdict("", image_share=0.9) == "image"
    assert verdict("第1页", image_share=0.9) == "image"
    assert verdict("", image_share=0.0, paths=500) == "image"
    assert verdict(TEXT, image_share=0.9) == "text"


def test_characters_that_are_none() -> None:
    assert verdict("\ue123" * 50 + TEXT, image_share=0.0) == "garbled"
    assert verdict(TEXT + "\ufffd" * 3, image_share=0.0) == "partial"


def test_chinese_without_its_commonest_characters_has_lost_them() -> None:
    kept = "".join(char for char in TEXT if char in "当事人在其所超保的食品金共三百二十元法得一百元有、和照片")
    assert verdict(kept * 3, image_share=0.0) == "partial"


def test_a_short_passage_without_any_frequent_character_has_a_wrong_map() -> None:
    assert verdict("".join(chr(0x5A00 + 7 * n) for n in range(60)), image_share=0.0) == "partial"
    assert verdict(TEXT[:60], image_share=0.0) == "text"
    assert verdict("甲乙丙丁戊己庚辛", image_share=0.0) == "text"


def test_one_character_that_stands_for_many_has_a_wrong_map() -> None:
    assert verdict(TEXT + "书" * 22, image_share=0.0) == "partial"
    assert verdict(TEXT + "某某某某年月日日项项", image_share=0.0) == "text"


def test_letters_of_foreign_scripts_are_codes_read_in_the_wrong_table() -> None:
    assert verdict("ÐÐÕþ´¦·£¾ö¶¨Êé" * 8, image_share=0.0) == "garbled"
    assert verdict("뀀뀁뀂뀃뀄뀅뀆뀇" * 4 + TEXT[:60], image_share=0.0) == "garbled"
    assert verdict(TEXT + "Müller", image_share=0.0) == "text"


def test_a_page_of_figures_without_a_word_has_lost_its_words() -> None:
    assert verdict("20230506，" * 12, image_share=0.0) == "partial"
    assert verdict("20230506，" * 12 + "货号", image_share=0.0) == "text"


def test_a_file_of_digits_has_lost_its_chinese() -> None:
    assert lacks_chinese("2023 05 06".replace(" ", "") * 40)
    assert not lacks_chinese(TEXT * 3 + "12345678" * 10)


def test_verdicts_become_problems_that_forbid_absence() -> None:
    def picture(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 842)

    source = read(pdf(lambda c: flow(c, [LONG]), lambda c: None, picture))
    assert [page.verdict for page in source.pages] == ["text", "blank", "image"]
    assert [(p.kind, p.page, p.blocks_absence) for p in source.problems] == [
        ("page-blank", 2, False),
        ("page-image-only", 3, True),
    ]


def test_a_recognised_layer_over_a_scan_is_read_and_not_trusted() -> None:
    def scan(canvas: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 842)
        text = canvas.beginText(90, 700)
        text.setFont("STSong-Light", 16)
        text.setTextRenderMode(3)
        text.textOut(LONG[:24])
        text.moveCursor(0, 28)
        text.textOut(LONG[24:48])
        canvas.drawText(text)

    source = read(pdf(lambda c: put(c, 90, 100, "封面"), scan))
    assert source.pages[1].verdict == "partial"
    assert any(LONG[:24] in block.text for block in source.blocks)
    assert [(p.kind, p.blocks_absence) for p in source.problems] == [("page-text-layer", True)]
