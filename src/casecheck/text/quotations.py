"""引文: the words of a statute that a paper repeats, which say nothing about the case."""

import re

_NUM = "[0-9〇零一二两三四五六七八九十百千]{1,7}"
_RULES = "规定|内容|要求|条款|情形|基准|标准|条件|幅度"
_BEFORE = re.compile(
    rf"(?:(?:第|[（、，和及])（?{_NUM}）?[条款项目](?:之{_NUM})?"
    r"|(?:法|条例|规定|办法|规则|细则|意见|基准|解释|标准|通知|清单)(?:（[^（）]{1,24}）)?》"
    r"|裁量(?:权)?(?:基准|标准|幅度|情形)|适用(?:条件|情形)(?:标准)?|基准\d{1,3}(?:\.\d{1,3})?项?)"
    rf"(?:[中，、/：]|当中|明确|分别|均|所|的|之|相关|有关|即|为|系|是|{_RULES}){{0,8}}$"
)
"""What announces a quotation: an article, a title of law, a step of a discretion table."""
_STATUTE_WORDS = re.compile(
    r"(?:……|…|\.{3,6})?(?:责令(?:改正|停止|限期)|(?:可以)?并处|(?:当事人)?有(?:下列|本法|本规定)|经营者(?:违反|不得|应当|销售|有本)|违反本|违法行为(?:：|持续)|县级以上"
    r"|没有违法所得的|公民、法人|本法|本规定|本条例)"
)
"""How a quoted statute begins even where nothing announces it."""
_BETWEEN = re.compile(r"[、，；。和及与]{0,2}")
_BACK_TO_CASE = re.compile(r"[，。；]?(?:的|之)(?:相关|有关|具体)?(?:规定|要求|情形)")
_AFTER_CLOSE = re.compile(rf"{_BACK_TO_CASE.pattern}|[，。；、]|[和及与]?《|应当|综上|鉴于|$")
_UNCLOSED_END = re.compile(r"(?:的|之)规定|\n|《[^《》\n]{2,60}》第|综上|本局认为|我局认为|鉴于当事人")
_UNMARKED = re.compile(
    rf"第（?{_NUM}）?[条款项](?:的|之)?(?:规定)?[，：]{{0,2}}（?"
    r"(?P<text>(?:经营者|生产经营者|食品经营者|县级以上|任何单位|任何个人|违反本|(?:当事人)?有(?:下列|本))"
    r"[^\n“”\"]{8,500}?(?:。(?!有关法律|消费者或者)|(?=(?:的|之)规定[，。、]|[，；、。]{0,2}[和及]?《[^《》\n]{2,60}》[/（第])))"
)
_OF_THE_CASE = re.compile("本局|我局|本机关|当事人(?!有下列)")
_MARK = re.compile('[“”"「]')
_CURLY = re.compile("[“”]")
_NEW_ARTICLE = re.compile(rf"《[^《》\n]{{2,50}}》第（?{_NUM}）?条[^《》。“”]{{0,12}}$")
_SENTENCE_ENDS = re.compile("[。；”]")
_OWN_NUMBER = re.compile(rf"第{_NUM}条(?:之{_NUM})?(?:第（?{_NUM}）?[款项])*")
"""The number of the article that some print inside the marks, directly behind the title."""
_WINDOW = 60
_LONGEST = 3000
_LONGEST_UNCLOSED = 600
_DEEPEST = 3
_SHORTEST_UNANNOUNCED = 12


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Spans of a folded text that repeat a statute: what stands in quotation marks after 第…条 or a title of law.

    The marks are not part of a span. A mark that is never closed ends where the sentence goes back to the case. Without
    marks, a sentence counts that follows the article and begins as statutes do (经营者…, 有下列情形之一的…).
    """
    marked = _marked(text)
    spans = list(marked)
    upcoming = iter(marked)
    ahead = next(upcoming, None)
    for match in _UNMARKED.finditer(text):
        while ahead and ahead[1] <= match.start():
            ahead = next(upcoming, None)
        if (ahead is None or match.end() <= ahead[0]) and not _OF_THE_CASE.search(match["text"]):
            spans.append(match.span("text"))
    return sorted(spans)


def mask_quoted(text: str) -> str:
    """The text with every quoted statute replaced by NUL characters; offsets stay the same."""
    pieces: list[str] = []
    position = 0
    for start, end in quoted_spans(text):
        pieces += (text[position:start], "\0" * (end - start))
        position = end
    return "".join((*pieces, text[position:]))


def _marked(text: str) -> list[tuple[int, int]]:
    """The quotations that have at least an opening mark."""
    spans: list[tuple[int, int]] = []
    position = 0
    while mark := _MARK.search(text, position):
        opening = mark.start()
        position = opening + 1
        announced = _announced(text, opening, spans)
        if not announced and not _STATUTE_WORDS.match(text, opening + 1):
            continue
        end, after = _end(text, opening)
        if end - opening > (1 if announced else _SHORTEST_UNANNOUNCED):
            own = _OWN_NUMBER.match(text, opening + 1, end) if text[opening - 1 : opening] == "》" else None
            spans.append((own.end() if own else opening + 1, end))
            position = after
    return spans


def _announced(text: str, opening: int, spans: list[tuple[int, int]]) -> bool:
    """Whether the mark opens a quotation because of what stands before it, or follows another quotation."""
    if _BACK_TO_CASE.match(text, opening + 1):
        return False
    if text[opening] == "”" and (
        text[opening - 1 : opening] not in "条款项：" or text[opening + 1 : opening + 2] in "，。；、"
    ):
        return False
    if _BEFORE.search(text[max(0, opening - _WINDOW) : opening]):
        return True
    return bool(spans) and text[opening] != "”" and bool(_BETWEEN.fullmatch(text, spans[-1][1] + 1, opening))


def _end(text: str, opening: int) -> tuple[int, int]:
    """Where the quotation that opens there ends, and where to go on reading."""
    limit = min(len(text), opening + _LONGEST)
    if text[opening] in '"「':
        closing = text.find("」" if text[opening] == "「" else '"', opening + 1, limit)
        return (closing, closing + 1) if closing >= 0 else _unclosed(text, opening)
    depth = 1
    for mark in _CURLY.finditer(text, opening + 1, limit):
        back = _BACK_TO_CASE.match(text, mark.end())
        if mark[0] == "”":
            depth = 0 if back else depth - 1
        elif depth == 1 and back:
            depth = 0
        elif _NEW_ARTICLE.search(text[max(opening, mark.start() - _WINDOW) : mark.start()]):
            end = _sentence_end(text, opening, text.rfind("《", opening, mark.start()))
            return end, end
        else:
            depth += 1
        if depth == 0:
            return mark.start(), mark.end()
        if depth > _DEEPEST:
            break
    return _unclosed(text, opening)


def _unclosed(text: str, opening: int) -> tuple[int, int]:
    """The end of a quotation whose marks do not pair: the first closing mark that fits, else the return to the case."""
    limit = min(len(text), opening + _LONGEST_UNCLOSED)
    closing = text.find("”", opening + 1, limit)
    while closing >= 0:
        if _AFTER_CLOSE.match(text, closing + 1):
            return closing, closing + 1
        closing = text.find("”", closing + 1, limit)
    match = _UNCLOSED_END.search(text, opening + 1, limit)
    if not match:
        return opening + 1, opening + 1
    end = _sentence_end(text, opening, match.start()) if match[0][0] in "《综鉴" else match.start()
    return end, end


def _sentence_end(text: str, opening: int, before: int) -> int:
    """The end of the last sentence that starts after the mark and ends before a position, else that position."""
    ends = [mark.end() for mark in _SENTENCE_ENDS.finditer(text, opening + 1, before)]
    return ends[-1] if ends else before
