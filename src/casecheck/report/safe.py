"""Text of a dossier, made harmless for a terminal."""

import unicodedata

KEPT = "\n\t"


def printable(text: str) -> str:
    r"""The text with control, format and unassigned characters shown as `\uXXXX` instead of sent.

    Escape sequences and bidirectional overrides in a dossier would otherwise change what the reader sees.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c if c in KEPT or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn") else f"\\u{ord(c):04x}"
        for c in text
    )


def on_one_line(name: str) -> str:
    """A file name or a path, as `printable`; a line feed in it cannot begin a line of its own."""
    return printable(name).replace("\n", "\\n").replace("\t", " ")
