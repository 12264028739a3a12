"""The pictures of the READMEs: drawn right, small, the same each time."""

import pytest
from docs.pictures import LANGUAGES, MARGIN, SHOTS, SIZE, drawn, font, picture_of
from PIL import Image
from rich.text import Text

LARGEST = 200 * 1024


@pytest.fixture
def typeface():
    try:
        return font("Regular")
    except OSError as error:
        pytest.skip(f"the typeface of the pictures is not installed: {error}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_each_is_there_small_and_says_what_it_shows(shot, language):
    path = picture_of(shot, language)
    assert path.stat().st_size < LARGEST
    with Image.open(path) as image:
        assert image.format == "PNG"
        assert image.text["command"].startswith(f"casecheck {shot.arguments[0]}")
        assert image.text["digest"]


def columns_with_ink(image):
    plain = image.convert("L")
    paper = plain.getpixel((0, 0))
    return [x for x in range(plain.width) if any(plain.getpixel((x, y)) != paper for y in range(plain.height))]


@pytest.mark.usefixtures("typeface")
def test_a_chinese_character_takes_two_cells_and_nothing_overlaps():
    ink = columns_with_ink(drawn((Text("案|"),)))
    assert min(ink) < MARGIN + SIZE
    assert all(x < MARGIN + SIZE + SIZE // 2 for x in ink)
    # A quotation mark is one cell of a terminal; in the typeface it is as wide as a Chinese character.
    for mark in "“”·":
        ink = columns_with_ink(drawn((Text(mark),)))
        assert ink
        assert all(MARGIN - 1 <= x <= MARGIN + SIZE // 2 + 1 for x in ink), mark


@pytest.mark.usefixtures("typeface")
def test_the_same_lines_give_the_same_picture_and_colours_show():
    plain, red = drawn((Text("致命"),)), drawn((Text.assemble(("致命", "red")),))
    assert plain.tobytes() == drawn((Text("致命"),)).tobytes()
    assert plain.convert("RGB").tobytes() != red.convert("RGB").tobytes()
