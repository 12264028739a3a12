"""The pictures of the READMEs: real runs on the samples, drawn cell by cell. `make docs` makes them.

PNG, drawn here with Pillow (which the PDF readers bring along) in Noto Sans Mono CJK: an SVG would depend on the fonts of
the reader, where Chinese is rarely two columns wide, and a browser only to draw text on a grid is a heavy tool whose
output changes with its version. Each picture carries the command and a digest of the text it shows, so that a test can
tell when it is out of date without drawing it.
"""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo
from rich.ansi import AnsiDecoder
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
FONTS = Path("/usr/share/fonts/opentype/noto")
FACE = "Noto Sans Mono CJK SC"

COLUMNS = 80
SIZE = 22
"""Height of a Chinese character in pixels, which is its width, too; a Latin one takes half."""
LINE = 30
MARGIN = 24
PAPER, INK, FAINT = "#1e222a", "#d7dae0", "#8b919d"
COLOURS = {1: "#ef7a85", 2: "#98c379", 3: "#e5c07b", 6: "#56b6c2"}
"""Red, green, yellow and cyan by their number in the escape sequences."""
SHADES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: what is run, and how many lines of it are shown."""

    name: str
    arguments: tuple[str, ...]
    lines: int = 60


SHOTS = (
    Shot(name="check", arguments=("check", "samples/dossiers/price-marking"), lines=56),
    Shot(name="overview", arguments=("check", "samples/dossiers", "--quiet")),
    Shot(name="explain", arguments=("explain", "PROC-NOTICE-WAIT"), lines=36),
    Shot(
        name="facts", arguments=("facts", "samples/dossiers/food-expired.docx", "--paper", "行政处罚决定书"), lines=32
    ),
)
Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def picture_of(shot: Shot, language: Lang) -> Path:
    """Where the picture is kept."""
    return IMAGES / f"{shot.name}.{language}.png"


@cache
def shown(shot: Shot, language: Lang) -> tuple[Text, ...]:
    """The lines of the picture: the command as typed, then what it prints on a terminal of 80 columns."""
    day = ("--as-of", "2026-11-22") if shot.arguments[0] == "check" else ()
    program = "from casecheck.cli.app import main; main()"
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "LC_ALL")} | {
        "FORCE_COLOR": "1",
        "COLUMNS": str(COLUMNS),
        "TERM": "xterm-256color",
        "COLORTERM": "",
        "PYTHONUTF8": "1",
        "CASECHECK_LANG": language,
    }
    run = subprocess.run(  # noqa: S603 (this program itself)
        [sys.executable, "-c", program, *shot.arguments, *day],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode not in (0, 1, 4):
        raise RuntimeError(run.stderr)
    printed = list(AnsiDecoder().decode(run.stdout.strip("\n")))
    cut = [Text("…", style="dim")] if len(printed) > shot.lines else []
    typed = Text(f"$ casecheck {' '.join(shot.arguments)}", style="bold")
    return (typed, Text(""), *printed[: shot.lines], *cut)


def digest(lines: tuple[Text, ...]) -> str:
    """What tells one text from another."""
    return hashlib.sha256("\n".join(line.plain for line in lines).encode()).hexdigest()[:16]


@cache
def font(weight: Literal["Regular", "Bold"]) -> ImageFont.FreeTypeFont:
    """The typeface; OSError where it is not installed."""
    path = FONTS / f"NotoSansCJK-{weight}.ttc"
    for index in range(16):
        face = ImageFont.truetype(str(path), SIZE, index=index)
        if face.getname()[0] == FACE:
            return face
    raise OSError(f"{FACE} is not in {path}")


def drawn(lines: tuple[Text, ...]) -> Image.Image:
    """The lines on a grid of cells: half the size for Latin, the whole for Chinese."""
    cell = SIZE // 2
    image = Image.new("RGB", (COLUMNS * cell + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN), PAPER)
    pen = ImageDraw.Draw(image)
    console = Console(force_terminal=True, width=COLUMNS, color_system="standard")
    for row, line in enumerate(lines):
        column = 0
        for segment in line.render(console):
            style = segment.style
            number = style.color.number if style and style.color else None
            colour = COLOURS.get(number or 0, FAINT if style and style.dim else INK)
            face = font("Bold" if style and style.bold else "Regular")
            for character in segment.text.rstrip("\n"):
                width = cell_len(character) * cell
                place = (MARGIN + column * cell + _inset(character, width, face), MARGIN + row * LINE)
                pen.text(place, character, font=face, fill=colour)
                column += cell_len(character)
    return image.quantize(SHADES, dither=Image.Dither.NONE)


@cache
def _inset(character: str, width: int, face: ImageFont.FreeTypeFont) -> float:
    """How far to move a glyph that is wider than its cells (`“ … ·` are in a Chinese face) to stand in their middle."""
    if face.getlength(character) <= width:
        return 0
    # The ink itself: the box that the face tells of spans the whole advance.
    glyph = Image.new("L", (2 * SIZE, 2 * SIZE))
    ImageDraw.Draw(glyph).text((0, 0), character, font=face, fill=255)
    ink = glyph.getbbox()
    return (width - (ink[2] - ink[0])) / 2 - ink[0] if ink else 0


def make(shot: Shot, language: Lang) -> Path:
    """Draw one picture and keep it."""
    lines = shown(shot, language)
    notes = PngInfo()
    notes.add_text("command", f"casecheck {' '.join(shot.arguments)}".encode("ascii", "replace").decode())
    notes.add_text("digest", digest(lines))
    path = picture_of(shot, language)
    path.parent.mkdir(exist_ok=True)
    drawn(lines).save(path, optimize=True, pnginfo=notes)
    return path


def main() -> None:
    """Draw all of them."""
    for language in LANGUAGES:
        for shot in SHOTS:
            path = make(shot, language)
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(f"{error}: the pictures need the font {FACE} (package fonts-noto-cjk)")
