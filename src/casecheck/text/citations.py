"""引用条款: the articles of law that a paper cites."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.text.clauses import Clause, find_clauses
from casecheck.text.law_titles import NORM, LawTitle, find_titles, normalise_law
from casecheck.text.numbers import to_chinese
from casecheck.text.quotations import mask_quoted, quoted_spans

__all__ = ["Citation", "find_citations", "mask_quoted", "normalise_law", "quoted_spans"]

_AFTER_TITLE = re.compile(
    r"(?:（[^（）]{0,40}(?:（[^（）]{0,30}）)?[^（）]{0,10}）|第[一二三四五六七八九十]{1,3}[编章节篇]|规定|第\d{1,3}页(?:共\d{1,3}页)?|[》/：，、“”\"的中之\n]){0,5}"
)
_CHAIN = re.compile(r"[、，,；;：:“”\"‘’/和及与或并以者的之规定所列根据依按照]*")
_QUOTED = re.compile(r"\0+[”“\"」]?。?")
_NEW_CLAUSE = re.compile(r"规定[，；：]")
"""After it a number without an article counts something else (第1项至第3项行为 are charges, not items of the law)."""
_SAME_SENTENCE = re.compile(r"(?:(?:的|之)?规定|所列|可以|应当|的|有关)[^。；《》“”\"\n]{1,40}(?:[，、和及与]|有关)")
_LONGEST_CHAIN = 20
_BARE_NAME = re.compile(r"[\u4e00-\u9fff]{2,40}?(?:法|条例|规定|办法|细则|规则)》?$")
_BARE_WINDOW = 34
_BEFORE_NAME = re.compile(
    r"违反了?|违背了?|依据|根据|按照|依照|参照|适用|触犯了?|符合|结合|构成了?|属于|以及|(?<=[法例定则])[和及与或]|[是即按依]"
)
_NOT_A_NAME = re.compile(
    r"^(?:本|该|此|其|同|这|上述|前述|上列|以上|下列|有关|相关|的|等)|(?:本|该|上述|前述|行政|地方性|部门|有关|相关)(?:法|法规|规章|条例|规定|办法|细则|规则)$|^规定$"
)
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited article, paragraph or item (条、款、项、目), or a law cited as a whole (`article` None).

    `law` is the title without 《》, without 中华人民共和国 before a law and without the year of its version; short names that
    the text defines are resolved. `sub_article` is 1 for 第四十条之一, else 0. `start` and `end` are offsets in the text.
    """

    start: int
    end: int
    raw: str
    law: str
    article: int | None = None
    sub_article: int = 0
    paragraph: int | None = None
    item: int | None = None
    sub_item: int | None = None

    @property
    def name(self) -> str:
        """The way it is compared and shown: 广告法 第二十八条第二款第（二）项."""
        if self.article is None:
            return self.law
        parts = [f"{self.law} 第{to_chinese(self.article)}条"]
        if self.sub_article:
            parts.append(f"之{to_chinese(self.sub_article)}")
        if self.paragraph is not None:
            parts.append(f"第{to_chinese(self.paragraph)}款")
        if self.item is not None:
            parts.append(f"第（{to_chinese(self.item)}）项")
        if self.sub_item is not None:
            parts.append(f"第{to_chinese(self.sub_item)}目")
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a further reference of a chain inherits."""

    law: str
    end: int
    article: int | None = None
    sub_article: int = 0
    paragraph: int | None = None


def find_citations(text: str) -> list[Citation]:
    """All citations of a folded text in their order; what stands inside quoted statute text is not one.

    `《A法》第三条、第五条第（二）项和第（三）项` gives three, each with its law. A chain goes on over quotations of the articles'
    text. References to 本法, 该法 or 上述规定, and clauses of contracts, are left out.
    """
    masked = mask_quoted(text)
    titles = find_titles(masked)
    found: list[Citation] = []
    cited: set[int] = set()
    context: _Context | None = None
    upcoming = iter(titles)
    title, following = None, next(upcoming, None)
    for clause in find_clauses(masked):
        while following and following.end <= clause.start:
            title, following = following, next(upcoming, None)
        context, start, by_title = _context_of(masked, clause, title, context)
        if context is None:
            continue
        if by_title and title:
            cited.add(title.start)
        found.extend(_citations(text, clause, context, start))
        context = _after(clause, context)
    found.extend(
        Citation(t.start, t.end, text[t.start : t.end], t.law) for t in titles if t.norm and t.start not in cited
    )
    return sorted(found, key=lambda citation: (citation.start, citation.end))


def _context_of(
    text: str, clause: Clause, title: LawTitle | None, before: _Context | None
) -> tuple[_Context | None, int, bool]:
    """The law and article a reference belongs to, where the citation starts, and whether a title stands before it."""
    since = before.end if before else 0
    if title and title.end >= since and _AFTER_TITLE.fullmatch(text, title.end, clause.start):
        known = title.norm or not _is_case_paper(title.law)
        return (_Context(title.law, clause.end) if known and clause.articles else None), title.start, True
    if before and (title is None or title.end <= before.end):
        gap = _QUOTED.sub("", text[before.end : clause.start])
        chained = len(gap) <= _LONGEST_CHAIN and _CHAIN.fullmatch(gap)
        if not clause.articles and _NEW_CLAUSE.search(gap):
            chained = None
        if chained or (clause.articles and _SAME_SENTENCE.fullmatch(gap)):
            return (before if clause.articles or before.article is not None else None), clause.start, False
    name = _bare_name(text, clause.start, max(since, title.end if title else 0)) if clause.articles else None
    if name:
        return _Context(normalise_law(name.rstrip("》")), clause.end), clause.start - len(name), False
    return None, clause.start, False


def _is_case_paper(title: str) -> bool:
    return title.endswith(
        ("书", "合同", "协议", "笔录", "表", "函", "订单", "账单", "回单", "发票", "报告", "公约", "章程")
    )


def _bare_name(text: str, end: int, since: int) -> str | None:
    """The name of a law that is printed without 《》 directly before a reference."""
    match = _BARE_NAME.search(text[max(since, end - _BARE_WINDOW) : end])
    if not match:
        return None
    name = match[0]
    name = name.lstrip("和及与或并、")
    for word in _BEFORE_NAME.finditer(name):
        if len(name) - word.end() >= _SHORTEST_NAME:
            cut = name[word.end() :]
            name = cut if NORM.search(cut.rstrip("》")) else name
    return None if len(name) < _SHORTEST_NAME or _NOT_A_NAME.search(name) else name


def _citations(text: str, clause: Clause, context: _Context, start: int) -> Iterator[Citation]:
    """One citation for each article, paragraph and item that a reference lists."""
    raw = text[start : clause.end]
    for article in clause.articles[:-1]:
        yield Citation(start, clause.end, raw, context.law, article)
    last = _after(clause, context)
    for paragraph in clause.paragraphs[:-1]:
        yield Citation(start, clause.end, raw, context.law, last.article, last.sub_article, paragraph)
    for item in clause.items or (None,):
        yield Citation(
            start, clause.end, raw, context.law, last.article, last.sub_article, last.paragraph, item, clause.point
        )


def _after(clause: Clause, context: _Context) -> _Context:
    """What a reference leaves to the next of its chain; what it does not print it takes from the one before."""
    paragraph = clause.paragraphs[-1] if clause.paragraphs else None
    if clause.articles:
        return _Context(context.law, clause.end, clause.articles[-1], clause.sub_article, paragraph)
    if paragraph is None:
        paragraph = context.paragraph
    return _Context(context.law, clause.end, context.article, context.sub_article, paragraph)
