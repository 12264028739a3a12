"""条款项: how a paper writes 第…条第…款第…项, without the law it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.text.numbers import parse_number

NUMERAL = "[0-9〇零一二两三四五六七八九十百千]{1,7}"
_JOIN = "[、，和及与至]{1,2}"
_LIST = rf"{NUMERAL}(?:{_JOIN}第?{NUMERAL}){{0,12}}"
_ROUND = rf"（{NUMERAL}）(?:{_JOIN}?第?（{NUMERAL}）){{0,12}}"
_START = re.compile(rf"第(?=第?（?{NUMERAL})|（(?={NUMERAL}）项)")
_ARTICLE = re.compile(
    rf"第{{1,2}}（?(?P<list>{_LIST})）?条{{1,2}}(?:之(?P<sub>[一二三四五六七八九十]{{1,2}}|\d{{1,2}}))?"
)
_PARAGRAPH = re.compile(rf"[/的中、]?第{{1,2}}（?(?P<list>{_LIST})）?款")
_PARAGRAPH_AFTER_ARTICLE = re.compile(rf"[/的中]?第{{0,2}}（?(?P<list>{_LIST})）?款")
_ITEM = re.compile(
    rf"[/的中]?(?:第{{0,2}}(?P<round>{_ROUND})|第{{1,2}}(?P<list>{_LIST}))(?:项(?!目)|(?<=）)(?=[之的]?规定))"
)
_POINT = re.compile(rf"第?（?(?P<number>{NUMERAL})）?目")
_PIECE = re.compile(rf"(?P<join>{_JOIN})?第?（?(?P<number>{NUMERAL})）?")
_MOST_IN_RANGE = 30


@dataclass(frozen=True, slots=True)
class Clause:
    """One printed reference. Several articles, paragraphs or items (第五、六条, 第一、三项) are listed.

    `articles` is empty where the article is understood; `sub_article` and what follows belong to the last article.
    """

    start: int
    end: int
    articles: tuple[int, ...]
    sub_article: int
    paragraphs: tuple[int, ...]
    items: tuple[int, ...]
    point: int | None


def find_clauses(text: str) -> Iterator[Clause]:
    """All references of a folded text in their order."""
    position = 0
    while start := _START.search(text, position):
        clause = _clause(text, start.start())
        if clause:
            yield clause
        position = clause.end if clause else start.end()


def _clause(text: str, start: int) -> Clause | None:
    article = _ARTICLE.match(text, start)
    end = article.end() if article else start
    paragraph = (_PARAGRAPH_AFTER_ARTICLE if article else _PARAGRAPH).match(text, end)
    end = paragraph.end() if paragraph else end
    item = _ITEM.match(text, end)
    end = item.end() if item else end
    if end == start:
        return None
    point = _POINT.match(text, end) if item else None
    return Clause(
        start,
        point.end() if point else end,
        _numbers(article["list"]) if article else (),
        (_integer(article["sub"]) or 0) if article and article["sub"] else 0,
        _numbers(paragraph["list"]) if paragraph else (),
        _numbers(item["round"] or item["list"]) if item else (),
        _integer(point["number"]) if point else None,
    )


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of a list; 第一至三项 counts every number between."""
    found: list[int] = []
    for piece in _PIECE.finditer(text):
        number = _integer(piece["number"])
        if number is None:
            continue
        if piece["join"] and "至" in piece["join"] and found and found[-1] < number < found[-1] + _MOST_IN_RANGE:
            found.extend(range(found[-1] + 1, number))
        found.append(number)
    return tuple(dict.fromkeys(found))


def _integer(text: str) -> int | None:
    value = parse_number(text)
    return value if isinstance(value, int) else None
