"""引文: the words of a statute that a paper repeats, which say nothing about the case."""

import re
from collections.abc import Iterator

_NUM = "[0-9〇零一二两三四五六七八九十百千]"
_BEFORE = re.compile(
    rf"(?:第（?{_NUM}{{1,7}}）?[条款项目](?:之{_NUM}{{1,2}})?|(?:法|条例|规定|办法|规则|细则|意见|基准|解释|标准|通知)(?:（[^（）]{{1,24}}）)?》)"
    r"(?:[中，、/]|(?:当中|里面|明确|所)?(?:的|之)?(?:相关|有关)?(?:规定|内容|要求|条款|明确)|即|为|系|：)*$"
)
_FURTHER = re.compile(r"^[、，；和及与。]{0,2}$")
_NO_QUOTE = re.compile(r"[“”\"](?:的|之)(?:相关|有关)?(?:规定|要求|情形)")
_CLOSING_WORDS = re.compile(
    r"[，。；]?(?:的|之)(?:相关|有关)?(?:规定|要求|情形|行为)|[、，；。]?(?:和|及|以及|与)?《|[，。；、]|所列|所指|规定的|$"
)
_UNCLOSED_END = re.compile(r"(?:的|之)规定|\n|《[^《》\n]{2,60}》第|综上|本局认为|我局认为")
_OPENERS = '“”"「'
_WINDOW = 60
_LONGEST = 3000
_LONGEST_UNCLOSED = 600


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans of a folded text that repeat a statute: what stands in quotation marks after 第…条 or a title of law.

    The marks are not part of a span. A mark that is never closed ends where the sentence goes back to the case.
    """
    spans: list[tuple[int, int]] = []
    position = 0
    while (opening := _next_mark(text, position)) >= 0:
        position = opening + 1
        if not _announced(text, opening, spans) or _NO_QUOTE.match(text, opening):
            continue
        end, after = _end_of_quote(text, opening)
        if end > opening + 1:
            spans.append((opening + 1, end))
        position = after
    return spans


def mask_quoted(text: str) -> str:
    """The text with every quoted statute replaced by NUL characters; offsets stay the same."""
    pieces: list[str] = []
    position = 0
    for start, end in quoted_spans(text):
        pieces += (text[position:start], "\0" * (end - start))
        position = end
    return "".join((*pieces, text[position:]))


_MARKS = re.compile(f"[{_OPENERS}]")


def _next_mark(text: str, position: int) -> int:
    match = _MARKS.search(text, position)
    return match.start() if match else -1


def _announced(text: str, opening: int, spans: list[tuple[int, int]]) -> bool:
    """Whether an article or a title of law stands before the mark, or another quotation of a statute does."""
    window = text[max(0, opening - _WINDOW) : opening]
    if _BEFORE.search(window):
        return True
    return bool(spans) and text[opening] in '“"' and bool(_FURTHER.match(text[spans[-1][1] + 1 : opening][:4]))


def _end_of_quote(text: str, opening: int) -> tuple[int, int]:
    """Where the quotation that opens there ends, and where to go on reading."""
    limit = min(len(text), opening + _LONGEST)
    if text[opening] in '"「':
        closing = text.find('"' if text[opening] == '"' else "」", opening + 1, limit)
        return (closing, closing + 1) if closing >= 0 else _unclosed(text, opening)
    depth = 1
    for mark in _inner_marks(text, opening + 1, limit):
        if text[mark] == "”" or (depth == 1 and _closes(text, mark)):
            depth -= 1
        else:
            depth += 1
        if depth == 0:
            return mark, mark + 1
    return _unclosed(text, opening)


def _closes(text: str, mark: int) -> bool:
    """Whether an opening mark was typed where the quotation ends (“…“的规定)."""
    return bool(re.compile(r"[，。；]?(?:的|之)(?:相关|有关)?规定").match(text, mark + 1))


def _inner_marks(text: str, start: int, limit: int) -> Iterator[int]:
    for match in re.compile("[“”]").finditer(text, start, limit):
        yield match.start()


def _unclosed(text: str, opening: int) -> tuple[int, int]:
    limit = min(len(text), opening + _LONGEST_UNCLOSED)
    match = _UNCLOSED_END.search(text, opening + 1, limit)
    end = match.start() if match else opening + 1
    return end, max(end, opening + 1)
