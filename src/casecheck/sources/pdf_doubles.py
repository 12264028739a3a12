"""Characters that a PDF prints twice, a little apart, to look bold or to throw a shadow: each is read once."""

from collections.abc import Sequence

from casecheck.sources.pdf_chars import Char

_APART = 0.3
"""Two prints of one character lie closer than this part of its width and height; neighbours lie further apart."""
_LIKE = 1.25
"""Both prints have the same size, within this factor."""


def without_doubles(chars: Sequence[Char]) -> list[Char]:
    """The characters, each print that repeats an earlier one left out."""
    repeats: set[int] = set()
    ordered = sorted(range(len(chars)), key=lambda number: (chars[number].text, chars[number].x0))
    for place, number in enumerate(ordered):
        char = chars[number]
        reach = char.x0 + _APART * (char.x1 - char.x0)
        following = place + 1
        while following < len(ordered):
            other = chars[ordered[following]]
            if other.x0 >= reach or other.text != char.text:
                break
            if _is_print_of(char, other):
                repeats.add(max(number, ordered[following]))
            following += 1
    return [char for number, char in enumerate(chars) if number not in repeats] if repeats else list(chars)


def _is_print_of(char: Char, other: Char) -> bool:
    width, height = min(char.x1 - char.x0, other.x1 - other.x0), min(char.size, other.size)
    return (
        abs(char.top - other.top) < _APART * height
        and abs(char.x0 - other.x0) < _APART * width
        and char.size < _LIKE * other.size
        and other.size < _LIKE * char.size
    )
