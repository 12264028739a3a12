"""证据清单: the numbered items that follow a sentence such as 上述事实，主要有以下证据证明."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.text.numbers import parse_number

INTRODUCTION = re.compile(
    r"(?:(?:上述|以上|前述|该|本案|违法)[^。\n]{0,12}?(?:事实|行为)[^。\n]{0,24}?(?:证据|材料)[^。：\n]{0,16}|(?:主要)?(?:有|由)?(?:以下|下列|如下)[^。：\n]{0,8}证据[^。：\n]{0,14}|证据(?:有|如下|材料如下|清单))[：。，]?"
)
"""The sentence that announces the evidence."""
_END = re.compile(
    r"(?:上述|以上)(?:证据|事实|材料|书证)|(?:本|我)局(?:认为|于|依法|已)|(?:20\d\d|[二]〇..)年\d{1,2}月\d{1,2}日[，,]?(?:本|我)局|当事人(?:的)?(?:上述|以上)?行为"
    r"|（?案件性质|综上|（?当事人陈述|处罚依据|本文书一式"
)
_CN = "[一二三四五六七八九十]{1,3}"
_NOT_DECIMAL = r"(?!\d(?!\d{3}年))"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STYLES: dict[str, re.Pattern[str]] = {
    "evidence": re.compile(rf"证据(?P<n>{_CN}|\d{{1,2}})[：、.，]?{_NOT_DECIMAL}"),
    "group": re.compile(rf"第(?P<n>{_CN}|\d{{1,2}})组(?:证据)?[：、，]?"),
    "arabic.": re.compile(rf"(?<![\d.\-第/])(?P<n>\d{{1,2}})\.{_NOT_DECIMAL}"),
    "arabic、": re.compile(r"(?<![\d.\-第/、])(?P<n>\d{1,2})、(?!\d+[日号、])"),
    "arabic：": re.compile(rf"(?<![\d.\-第/])(?P<n>\d{{1,2}})[：:]{_NOT_DECIMAL}"),
    "arabic，": re.compile(r"(?<![\d.\-第/])(?P<n>\d{1,2})，(?=[\u4e00-\u9fff《“])"),
    "bare": re.compile(
        r"(?:(?<=[：；。\n])|^)(?P<n>\d{1,2})(?=[\u4e00-\u9fff《“])(?![年月日元份张页个份家号点时分条款项楼名人])"
    ),
    "arabic）": re.compile(r"(?<![\d.\-第/（])(?P<n>\d{1,2})）[、.：]?"),
    "round arabic": re.compile(r"(?<!第)（(?P<n>\d{1,2})）[、.：]?"),
    "round": re.compile(rf"(?<!第)（(?P<n>{_CN})）(?!项)[、.：]?"),
    "chinese": re.compile(rf"(?<![一二三四五六七八九十第之百千])(?P<n>{_CN})[、：.](?!{_CN}项)"),
    "circled": re.compile(f"(?P<n>[{_CIRCLED}])"),
}
_NAMED = ("evidence", "group")
_NEAR = 12
_ARABIC = ("arabic.", "arabic、", "arabic：", "arabic，", "bare")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item. `start` is where its label stands, `text` what follows the label, `end` where that ends."""

    start: int
    end: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    number: int


def find_items(text: str) -> list[ListItem]:
    """The items of the numbered list in a folded text, empty when there is none.

    Looked for after the sentence that announces the evidence, if there is one, else from the beginning. Labels count
    from one without a gap; those of another style inside an item belong to it.
    """
    labels = _announced(text)
    if not labels:
        return []
    stops = [label.start for label in labels[1:]] + [_end_of_list(text, labels)]
    return [
        ListItem(label.start, stop, text[label.start : label.end], text[label.end : stop].strip("\n"))
        for label, stop in zip(labels, stops, strict=True)
    ]


def _announced(text: str) -> list[_Label]:
    """The list right after the first sentence that announces evidence and has one.

    Else a list whose labels say 证据; any list only where no sentence announces evidence.
    """
    introductions = list(INTRODUCTION.finditer(text))
    for introduction in introductions:
        labels = _best(text, introduction.end())
        if labels and labels[0].start - introduction.end() <= _NEAR:
            return labels
    named = [counted for style in _NAMED if len(counted := _counted(_labels(text, 0, (style,)))) > 1]
    return named[0] if named else [] if introductions else _best(text, 0)


def _best(text: str, begin: int) -> list[_Label]:
    """The list that starts first; of several that start there the one that counts furthest."""
    lists = [_counted(_labels(text, begin, (style,))) for style in _STYLES]
    lists.append(_counted(_labels(text, begin, _ARABIC)))
    lists = [labels for labels in lists if labels]
    if not lists:
        return []
    several = [labels for labels in lists if len(labels) > 1] or lists
    return min(several, key=lambda labels: (labels[0].start, -len(labels)))


def _labels(text: str, begin: int, styles: tuple[str, ...]) -> Iterator[_Label]:
    found = [
        _Label(match.start(), match.end(), number)
        for style in styles
        for match in _STYLES[style].finditer(text, begin)
        if (number := _number(match["n"])) is not None
    ]
    return iter(sorted(found, key=lambda label: label.start))


def _number(printed: str) -> int | None:
    if printed in _CIRCLED:
        return _CIRCLED.index(printed) + 1
    value = parse_number(printed)
    return value if isinstance(value, int) else None


def _counted(labels: Iterator[_Label]) -> list[_Label]:
    """Labels that count 1, 2, 3 … in the order of the text."""
    counted: list[_Label] = []
    for label in labels:
        if label.number == len(counted) + 1:
            counted.append(label)
    return counted


def _end_of_list(text: str, labels: list[_Label]) -> int:
    """Where the last item ends: at the line's end where items have lines of their own, else where the text goes on."""
    last = labels[-1]
    line = text.find("\n", last.end)
    line = len(text) if line < 0 else line
    stop = _END.search(text, last.end, line)
    return stop.start() if stop else line
