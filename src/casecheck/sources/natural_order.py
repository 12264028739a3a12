"""Names in the order people give them: 2 before 10, 一 before 二 before 十."""

import re

_CHINESE = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NUMBER = re.compile(
    r"(\d+|(?<=第)[〇零一二三四五六七八九十百]+|[〇零一二三四五六七八九十百]+(?=[、.．卷册章节（(\s_-]))"
)


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key for names with numbers in them, Chinese ones before a separator or after 第 included."""
    pieces: list[tuple[int, int, str]] = []
    for index, piece in enumerate(_NUMBER.split(_volumes(name.casefold()))):
        if not piece:
            continue
        pieces.append((0, _value(piece), piece) if index % 2 else (1, 0, piece))
    return tuple(pieces)


def _volumes(name: str) -> str:
    """正卷 is filed before 副卷."""
    return name.replace("正卷", "卷1").replace("副卷", "卷2")


def _value(piece: str) -> int:
    if piece.isdecimal():
        return int(piece)
    if not any(char in "十百" for char in piece):
        return int("".join(str(_CHINESE.get(char, 0)) for char in piece))
    total, digit = 0, 0
    for char in piece:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _CHINESE.get(char, 0)
    return total + digit
