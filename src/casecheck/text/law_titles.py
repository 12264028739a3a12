"""法规名称: titles of laws in 《》, with what is printed wrong about the brackets, and their defined short names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NATION = "中华人民共和国"
_KINDS = "法|法典|条例|规定|办法|细则|规则|规范|决定|解释|准则|标准|目录|(?:指导|实施|若干|的)意见|基准|规程|通则|(?:处罚|事项|版|裁量)清单|指引|导则"
NORM = re.compile(rf"(?:{_KINDS})(?:（[^（）]{{1,8}}）)?$")
"""A title that ends like a legal norm."""
_NATIONAL = re.compile(rf"{_NATION}(?=[\u4e00-\u9fff]+(?:{_KINDS}))")
_VERSION = re.compile(
    r"[（(〔\[][^（）()〔〕\[\]]{0,20}(?:修订|修正|公布|发布|版|施行|年)[^（）()〔〕\[\]]{0,4}[）)〕\]]$"
)
_PAGE_MARK = re.compile(r"[-—]\d{1,3}[-—]|第\d{1,3}页(?:共\d{1,3}页)?")
_ARTICLE_AHEAD = re.compile(r"第{1,2}（?[0-9〇零一二两三四五六七八九十百]{1,7}）?条")
_ALIAS_AFTER = re.compile(
    r"(?:（[^（）]{1,24}）)?（[^（）]{0,12}?(?:以下|下)(?:简称|称)(?:为|：)?[《“\"]{0,2}(?P<alias>[^《》“”\"（）]{2,30})[》”\"]{0,2}）"
)
_BRACKETS = re.compile("[《》]")
_TRIAL = "（试行）"
"""Part of a title, also where it stands behind the closing bracket."""
_LONGEST = 120
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class LawTitle:
    """A title in a text from 《 to 》 (or to where 》 is missing). `law` is its normalised form."""

    start: int
    end: int
    law: str
    norm: bool


def normalise_law(title: str) -> str:
    """The title of a law for comparison: without 中华人民共和国 before a law, without (2010修订) after it.

    A page number that ran into it is dropped; （试行） is part of a title and stays.
    """
    title = _PAGE_MARK.sub("", title).replace("<", "〈").replace(">", "〉")
    title = _VERSION.sub("", title) or title
    if title.startswith("《") and title.endswith("》"):
        title = title[1:-1]
    return _NATIONAL.sub("", title, count=1) if title.startswith(_NATION) else title


def find_titles(text: str) -> list[LawTitle]:
    """All titles of a folded text in their order.

    A short name that the text defines（以下简称《…》）is replaced by the full title wherever it is used.
    """
    found: list[LawTitle] = []
    aliases: dict[str, str] = {}
    defined_until = 0
    for title in _titles(text):
        if title.start < defined_until:
            continue
        found.append(title)
        match = _ALIAS_AFTER.match(text, title.end)
        if match:
            defined_until = match.end()
            aliases.setdefault(normalise_law(match["alias"]), title.law)
    return [
        LawTitle(title.start, title.end, aliases[title.law], norm=True)
        if title.law in aliases and title.norm
        else title
        for title in found
    ]


def _titles(text: str) -> Iterator[LawTitle]:
    position = 0
    while (start := text.find("《", position)) >= 0:
        end, closed = _end_of_title(text, start)
        if end is None:
            position = start + 1
            continue
        title = text[start + 1 : end - closed]
        law = normalise_law(title)
        if text.startswith(_TRIAL, end) and not law.endswith(_TRIAL):
            law, end = law + _TRIAL, end + len(_TRIAL)
        yield LawTitle(start, end, law, bool(NORM.search(law)))
        position = end


def _end_of_title(text: str, start: int) -> tuple[int | None, int]:
    """The end of the title that opens at `start`, and 1 when its closing bracket is printed, 0 when it is missing."""
    depth, position = 1, start + 1
    limit = min(len(text), start + _LONGEST)
    article = _ARTICLE_AHEAD.search(text, position, limit)
    for bracket in _BRACKETS.finditer(text, position, limit):
        if article and article.start() < bracket.start() and NORM.search(text[position : article.start()]):
            return article.start(), 0
        depth += 1 if bracket[0] == "《" else -1
        if depth > _DEEPEST:
            return None, 0
        if depth == 0:
            return (bracket.end(), 1) if bracket.start() > position else (None, 0)
    if article and NORM.search(text[position : article.start()]) and "\n" not in text[position : article.start()]:
        return article.start(), 0
    return None, 0
