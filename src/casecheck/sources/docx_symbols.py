"""Signs of symbol fonts in a DOCX: check boxes matter in forms."""

from casecheck.sources.docx_fields import CHECKED, EMPTY

_CROSSED = "☒"
_SYMBOLS = {
    "wingdings": {
        0x6F: EMPTY, 0x71: EMPTY, 0x72: EMPTY, 0xA8: EMPTY, 0xFE: CHECKED, 0xFD: _CROSSED, 0x78: _CROSSED,
        0xFC: "√", 0xFB: "×", 0xA1: "○", 0x6C: "●", 0x6E: "■",
    },
    "wingdings 2": {
        0x2A: EMPTY, 0xA3: EMPTY, 0x52: CHECKED, 0x53: _CROSSED, 0x54: _CROSSED, 0x50: "√", 0x4F: "×", 0x51: _CROSSED,
    },
    "symbol": {0xB4: "×", 0xB0: "°", 0xB7: "•", 0xD0: "∠", 0xB3: "≥", 0xA3: "≤"},
}  # fmt: skip


def symbols(text: str, font: str) -> str:
    """Text set in that font (lower case) as the signs it shows."""
    if font not in _SYMBOLS and not any(0xF000 <= ord(char) <= 0xF0FF for char in text):
        return text
    return "".join(symbol(ord(char), font) if ord(char) > 0x7F or font in _SYMBOLS else char for char in text)


def symbol(code: int, font: str) -> str:
    """A character of a symbol font as the sign it shows: check boxes matter in forms."""
    private = 0xF000 <= code <= 0xF0FF
    table = _SYMBOLS.get(font) or (_SYMBOLS["wingdings"] if private else {})
    sign = table.get(code & 0xFF if private else code)
    if sign is not None:
        return sign
    return "•" if private else chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def character_code(value: str | None) -> int:
    """The hexadecimal code of a `w:sym`, 0 when it is none."""
    try:
        return int(value or "0", 16)
    except ValueError:
        return 0
