"""How well a page was read: whether its characters are characters, and whether the commonest ones are among them."""

import re
import unicodedata
from collections import Counter

SIMPLIFIED = frozenset("为书责违罚处对发现实证规经营场监业时间后开们与将应说问记录办关执单审议认诉讼条项权义务")
"""Frequent characters that only Simplified Chinese writes so. Fonts of other standards lose just these, and a page of
Chinese prose in which they are rarer than one in a hundred has lost text: on 870 real pages they were never rarer than
one in thirty-three, mostly one in six."""
FREQUENT = SIMPLIFIED | frozenset(
    "的一是不在有人这了中大来上国个到年月日法行政市当事局第二三四五六七八九十元号名称地址以下送达负责人员公司本"
)
"""Characters of which any passage of a paper holds some; a wrong Unicode map gives random ones instead."""
_LEAST_SHARE = 0.01
_LONG = 120
_PASSAGE = 40
_GARBLED_SHARE = 0.08
_LOST_SHARE = 0.005
_CHINESE_SHARE = 0.5
_FILE_LENGTH = 200
_STAMP = 30
_DIGITS_ONLY = 60
_REPEATED_SHARE = 0.05
_REPEATED_RUN = 4
_HAN = re.compile(r"[\u4e00-\u9fff]")
_RUN = re.compile(r"([\u4e00-\u9fff])\1\1+")

_NOTABLE_IMAGE = 0.15
_SMALL_IMAGE = 0.02
_OUTLINES = 60
_FILLERS = frozenset("某〇○零口年月日")
"""What papers repeat on purpose, as masks and blanks."""


def verdict(text: str, *, image_share: float, paths: int = 0, outlines: int = 0) -> str:
    """The verdict (`text blank image garbled partial`) on a page with that text (blanks left out).

    `image_share` is the part of the page that its pictures cover, `paths` counts what is drawn and `outlines` what of it
    may be letters. A few typed characters (a page number, a stamp of the scanner) do not make a picture of a paper read.
    """
    if len(text) < _STAMP and (image_share >= _NOTABLE_IMAGE or outlines >= _OUTLINES):
        return "image"
    if not text:
        return "image" if image_share >= _SMALL_IMAGE or paths >= _OUTLINES else "blank"
    counts = Counter(text)
    wrong = sum(count for char, count in counts.items() if _is_wrong(char))
    foreign = sum(count for char, count in counts.items() if _is_foreign(char))
    if wrong > _GARBLED_SHARE * len(text) or foreign > max(_STAMP / 3, _GARBLED_SHARE * len(text)):
        return "garbled"
    if wrong > max(1, _LOST_SHARE * len(text)) or _lacks_common(text) or _is_stuck(text) or _is_only_digits(text):
        return "partial"
    return "text"


def lacks_chinese(text: str) -> bool:
    """Whether a whole file holds so little Chinese that it must have been lost (a body set in a font without it)."""
    return len(text) >= _FILE_LENGTH and _chinese(text) < _CHINESE_SHARE * len(text)


def private_characters(text: str) -> tuple[int, int] | None:
    """Where characters stand that mean nothing outside their font (private use): the first and past the last of them."""
    found = [at for at, char in enumerate(text) if unicodedata.category(char) == "Co"]
    return (found[0], found[-1] + 1) if found else None


def _chinese(text: str) -> int:
    return len(_HAN.findall(text))


def _is_wrong(char: str) -> bool:
    return char == "\ufffd" or (char > "\x7e" and unicodedata.category(char) in ("Co", "Cn", "Cc"))


def _is_foreign(char: str) -> bool:
    """Letters that Chinese papers do not print: what a code read in the wrong table turns into."""
    return (
        "\u00c0" <= char <= "\u024f"
        or "\u0400" <= char <= "\u1fff"
        or "\u3400" <= char <= "\u4dbf"
        or ("\ua000" <= char <= "\ud7ff")
    )


def _lacks_common(text: str) -> bool:
    count = _chinese(text)
    if count < _PASSAGE:
        return False
    if count < _LONG:
        return not any(char in FREQUENT for char in text)
    return sum(1 for char in text if char in SIMPLIFIED) < _LEAST_SHARE * count


def _is_stuck(text: str) -> bool:
    """Whether one character stands for many: runs of it, as no language has them."""
    runs = [len(run.group()) for run in _RUN.finditer(text) if run.group(1) not in _FILLERS]
    return any(n >= _REPEATED_RUN for n in runs) and sum(runs) > max(_REPEATED_RUN, _REPEATED_SHARE * _chinese(text))


def _is_only_digits(text: str) -> bool:
    """Whether a full page holds figures and signs and not one word."""
    return len(text) >= _DIGITS_ONLY and not any(char.isalpha() for char in text)
