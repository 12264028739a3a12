"""执法证号: certificate numbers, each with the officer it belongs to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact

Span = tuple[int, int]

_ENDS = r"\n|。|？|记录人|见证人|当事人|被询问人|地点|时间|检查人|询问人|参加人|在场|[电联]话|单位|日期|签名日期"
END = re.compile(_ENDS)
"""Where a list of officers ends: at the end of the line, or at the next label."""
STOP = re.compile(r"执法证|证号|证件[编号]|" + _ENDS)
"""Where their names alone, or the numbers behind one label, end."""
LABEL = re.compile(r"执法证(?:件)?(?:编号|号码|号)?(?:分别)?(?:为|是)?[：:]?\n?")
_SHORT_LABEL = re.compile(r"(?<![身份可照法他效])证件?(?:编号|号码|号)[：:\n]\n?")
"""证件编号, 证号: that of an officer only where his name stands just before it."""
_FIGURES = re.compile(r"(?:[A-Za-z]{1,4}-?)?\d{5,}")
_LETTERS_BEFORE = re.compile(r"[\u4e00-\u9fff（）()〔〕]{1,8}$")
_JOINING = re.compile(r"^.*[为是：、和]|^[（）]+$")
_SHORTEST = 5
_LONGEST = 20
_NEAR = 8
_IN_BRACKET = ("（", "，", "（，")


@dataclass(frozen=True, slots=True)
class _Number:
    """A certificate number at `start:end`, and its owner where the line tells it.

    `told`: names stand on the line, so that the order of all names of the paper says nothing of it.
    """

    start: int
    end: int
    owner: str | None
    told: bool


def certificates(paper: Paper, names: Sequence[Span]) -> Iterator[Fact]:
    """Certificate numbers, each with its officer: of those named on its line in their order, else of all in theirs."""
    text = paper.text
    order = list(dict.fromkeys(text[s:e] for s, e in names))
    found: dict[str, list[_Number]] = {}
    for number in _numbers(paper, order):
        same = found.setdefault(text[number.start : number.end], [])
        # A number is told once, unless it is given to another officer the second time: then one of them is wrong.
        if not same or (number.owner and all(other.owner not in (None, number.owner) for other in same)):
            same.append(number)
    for index, (value, numbers) in enumerate(found.items()):
        for number in numbers:
            in_order = order[index] if index < len(order) and not number.told else None
            about = number.owner or in_order
            yield paper.fact("执法证号", "text", value, number.start, number.end, how="label", about=about)


def _numbers(paper: Paper, order: Sequence[str]) -> Iterator[_Number]:
    text = paper.text
    since = 0
    for mark in _labels(text, order):
        stop = STOP.search(text, mark.end())
        end = stop.start() if stop else len(text)
        spans = list(_spans(paper, mark.end(), end, order))
        line = max(text.rfind("\n", 0, mark.start()) + 1, since)
        yield from _owned(text, mark.start(), spans, _owners(text, line, mark.start(), order))
        since = spans[-1][1] if spans else mark.end()


def _labels(text: str, order: Sequence[str]) -> list[re.Match[str]]:
    short = (m for m in _SHORT_LABEL.finditer(text) if text[: m.start()].rstrip("\n（，").endswith(tuple(order)))
    return sorted([*LABEL.finditer(text), *short], key=lambda mark: mark.start())


def _spans(paper: Paper, start: int, end: int, order: Sequence[str]) -> Iterator[Span]:
    """The numbers of a stretch. White space on the paper parts them, unless it only spaces out the figures of one."""
    for found in _FIGURES.finditer(paper.text, start, end):
        cuts = [i for i in range(found.start() + 1, found.end()) if paper.gap(i)]
        bounds = [found.start(), *cuts, found.end()]
        pieces = list(pairwise(bounds))
        if all(e - s >= _SHORTEST for s, e in pieces) or found.end() - found.start() > _LONGEST:
            parts = [(s, e) for s, e in pieces if e - s >= _SHORTEST]
        else:
            parts = [found.span()]
        for first, last in parts:
            yield (_with_letters(paper.text, start, first, order) if first == found.start() else first), last


def _with_letters(text: str, lowest: int, first: int, order: Sequence[str]) -> int:
    """Where a number begins that has Chinese letters of its own (`云市监01234`); a name before it is none of them."""
    before = _LETTERS_BEFORE.search(text, max(lowest, first - _NEAR), first)
    if before is None:
        return first
    letters = before.group()
    joined = _JOINING.match(letters)
    letters = letters[joined.end() :] if joined else letters
    if any(name in letters for name in order):
        return first
    return first - len(letters)


def _owners(text: str, start: int, position: int, order: Sequence[str]) -> list[tuple[int, str]]:
    """The officers named on the line before the label of a number, each with where the name ends."""
    ends = ((text.rfind(name, start, position), name) for name in order)
    return sorted((at + len(name), name) for at, name in ends if at >= 0)


def _owned(text: str, label: int, spans: Sequence[Span], owners: Sequence[tuple[int, str]]) -> Iterator[_Number]:
    """Several numbers belong to the names before their label in order, a single one to the name it stands next to.

    `label` is where the label begins. One number behind several names is of the last of them only in its bracket.
    """
    for index, (start, end) in enumerate(spans):
        owner = None
        if len(spans) == len(owners) > 1:
            owner = owners[index][1]
        elif len(spans) == 1 and owners:
            last, name = owners[-1]
            between = text[last:label]
            if between in _IN_BRACKET or (len(owners) == 1 and len(between) <= _NEAR):
                owner = name
        yield _Number(start, end, owner, told=len(owners) > 1)
