"""One canonical form of text for searching, with the way back to the characters as printed."""

import unicodedata
from dataclasses import dataclass

_WIDE_PUNCTUATION = {"(": "（", ")": "）", ":": "：", ";": "；", ",": "，"}
_BETWEEN_DIGITS = {"，": ",", "：": ":"}
_NAME_DOTS = frozenset("•・∙‧⋅･")
"""Dots that stand in names for the one that is meant (间隔号, U+00B7)."""
_DIGITS = frozenset("0123456789")
_KEPT_WIDE = frozenset("！？")
_TILDES = dict.fromkeys("〜∼˜", "~")
_BRACKETS = {"﹝": "〔", "﹞": "〕", "［": "[", "］": "]", "❲": "〔", "❳": "〕", "〘": "〔", "〙": "〕"}
_RADICALS = dict(
    zip(
        "⺇⺈⺌⺝⺠⺫⺮⺶⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⼾⾭⿈",
        "几刀小月民目竹羊虎西见角贝足车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙户青黄",
        strict=True,
    )
)
"""Radicals that compatibility normalisation leaves alone or turns into a traditional form."""
_COMPATIBILITY = (
    (0x2E80, 0x2FDF),
    (0xF900, 0xFAFF),
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE6F),
    (0xFF01, 0xFF64),
    (0xFFE0, 0xFFE6),
    (0x2F800, 0x2FA1D),
)
_IGNORED_CATEGORIES = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. Character `i` of `text` was printed at `offsets[i]`; the last offset is the length of the original."""

    text: str
    offsets: tuple[int, ...]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` was printed at, without white space around it."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def _is_ignored(character: str) -> bool:
    point = ord(character)
    return (
        character.isspace()
        or unicodedata.category(character) in _IGNORED_CATEGORIES
        or 0xFE00 <= point <= 0xFE0F
        or 0xE0100 <= point <= 0xE01EF
        or point in (0x3164, 0xFFA0, 0x2800)
    )


def _canonical(character: str) -> str:
    """The folded form of one character: one character, or nothing."""
    if _is_ignored(character):
        return ""
    folded = character
    for table in (_BRACKETS, _TILDES, _RADICALS):
        folded = table.get(folded, folded)
    point = ord(folded)
    if folded not in _KEPT_WIDE and any(first <= point <= last for first, last in _COMPATIBILITY):
        normal = unicodedata.normalize("NFKC", folded)
        if len(normal) == 1 and not normal.isspace():
            folded = normal
    return _WIDE_PUNCTUATION.get(folded, folded)


class _Table(dict[str, str]):
    """Folded characters, computed once each."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _canonical(character)
        return folded


_TABLE = _Table()


def fold(text: str) -> Folded:
    """Remove all white space and invisible characters, and give every other character its canonical width and form.

    `( ) : ; ,` become full-width, except that a comma or colon between two digits becomes half-width (1,000 · 09:30);
    digits, letters and ％＋－．／￥ become half-width, radicals and compatibility ideographs their ordinary character.
    A dot between two Chinese characters is the one of names (买买提•吐尔逊); elsewhere it is a list mark.
    """
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        folded = _TABLE[character]
        if folded:
            characters.append(folded)
            offsets.append(offset)
    for index in range(1, len(characters) - 1):
        narrow = _BETWEEN_DIGITS.get(characters[index])
        if narrow and characters[index - 1] in _DIGITS and characters[index + 1] in _DIGITS:
            characters[index] = narrow
        elif characters[index] in _NAME_DOTS and _ideographs(characters[index - 1], characters[index + 1]):
            characters[index] = "·"
    offsets.append(len(text))
    return Folded("".join(characters), tuple(offsets))


def _ideographs(*characters: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in characters)


def fold_text(text: str) -> str:
    """Only the folded text, for labels and patterns that need no way back."""
    return fold(text).text
