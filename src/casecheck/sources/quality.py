"""How well a page was read: by how much Chinese it holds and whether the commonest characters are there."""

import unicodedata

COMMON = frozenset("的为书责违决罚行政处")
"""A page of a Chinese paper of some length shows several of these; fonts without a map lose them first."""
_LONG = 120
_GARBLED_SHARE = 0.08
_CJK_SHARE = 0.35


def verdict(text: str, *, is_scan: bool, has_drawing: bool) -> str:
    """The verdict (`text blank image garbled partial`) on a page with that text (blanks left out)."""
    if not text:
        return "image" if is_scan else "blank" if not has_drawing else "image"
    if is_scan and len(text) < 30:
        return "image"
    if _garbled(text):
        return "garbled"
    if _lost(text):
        return "partial"
    return "text"


def _garbled(text: str) -> bool:
    wrong = sum(1 for char in text if _is_wrong(char))
    return wrong > _GARBLED_SHARE * len(text)


def _is_wrong(char: str) -> bool:
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc")


def _lost(text: str) -> bool:
    """Whether characters fell out: hardly any Chinese on a full page, or Chinese without its commonest characters."""
    chinese = sum(1 for char in text if "\u4e00" <= char <= "\u9fff")
    if any(_is_wrong(char) for char in text):
        return True
    if len(text) < _LONG:
        return False
    return chinese >= _LONG and not COMMON.intersection(text)
