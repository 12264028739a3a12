"""证据清单: the numbered items that follow a sentence such as 上述事实，主要有以下证据证明."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
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


def find_items(text: str, *, announced: bool = False) -> list[ListItem]:
    """The items of the numbered list in a folded text, empty when there is none.

    Looked for after the sentence that announces the evidence, if there is one, else from the beginning; `announced`: the
    sentence stands right before the text. Labels count
    from one without a gap; those of another style inside an item belong to it.
    """
    labels = _announced(text, directly=announced)
    if not labels:
        return []
    stops = [label.start for label in labels[1:]] + [_end_of_list(text, labels)]
    return [
        ListItem(label.start, stop, text[label.start : label.end], text[label.end : stop].strip("\n"))
        for label, stop in zip(labels, stops, strict=True)
    ]


def _announced(text: str, *, directly: bool) -> list[_Label]:
    """The list right after the first sentence that announces evidence and has one.

    Else a list whose labels say 证据; any list only where no sentence announces evidence.
    """
    labels = {style: list(_labels(text, style)) for style in _STYLES}
    firsts = sorted(label.start for found in labels.values() for label in found if label.number == 1)
    introductions = [0] * directly + [match.end() for match in INTRODUCTION.finditer(text)]
    for begin in introductions:
        nearest = bisect_left(firsts, begin)
        if nearest < len(firsts) and firsts[nearest] - begin <= _NEAR:
            return _best(labels, begin)
    named = [counted for style in _NAMED if len(counted := _counted(labels[style])) > 1]
    if named:
        return named[0]
    return [] if introductions else _best(labels, 0)


def _best(labels: dict[str, list[_Label]], begin: int) -> list[_Label]:
    """The list that starts first after a position; of several that start there the one that counts furthest."""
    styles = [[label for label in found if label.start >= begin] for found in labels.values()]
    arabic = [label for style in _ARABIC for label in labels[style] if label.start >= begin]
    styles.append(sorted(arabic, key=lambda label: label.start))
    lists = [counted for style in styles if (counted := _counted(style))]
    several = [counted for counted in lists if len(counted) > 1] or lists
    return min(several, key=lambda counted: (counted[0].start, -len(counted)), default=[])


def _labels(text: str, style: str) -> Iterator[_Label]:
    for match in _STYLES[style].finditer(text):
        number = _number(match["n"])
        if number is not None:
            yield _Label(match.start(), match.end(), number)


def _number(printed: str) -> int | None:
    if printed in _CIRCLED:
        return _CIRCLED.index(printed) + 1
    value = parse_number(printed)
    return value if isinstance(value, int) else None


def _counted(labels: Iterable[_Label]) -> list[_Label]:
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
    stops = (stop.start() for stop in _END.finditer(text, last.end, line))
    return next((stop for stop in stops if stop > last.end), line)
