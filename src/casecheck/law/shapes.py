"""条款项: how many paragraphs (款) an article has and how many items (项) stand in each, from a compact notation.

`1-3:1 4:2 5:1(6) 6:3(0,4,?) 7:? 133.1:2` reads: articles 1 to 3 have one paragraph each, article 4 two, article 5 one
with six items, article 6 three of which the second has four items and the items of the third were not counted for
sure; the paragraphs of article 7 are not known; article 133之一 has two. No bracket: no items.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_ENTRY = re.compile(r"(\d+)(?:\.(\d+)|-(\d+))?:(?:(\?)|(\d+)(?:\(([\d?]+(?:,[\d?]+)*)\))?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleShape:
    """The paragraphs of an article and the items in each; None where they were not counted for sure."""

    paragraphs: int | None
    items: tuple[int | None, ...] = ()

    def has_paragraph(self, paragraph: int) -> bool | None:
        """Whether the article has that paragraph; None when not known."""
        return None if self.paragraphs is None else 1 <= paragraph <= self.paragraphs

    def has_item(self, item: int, paragraph: int | None = None) -> bool | None:
        """Whether it has that item, in that paragraph or (papers often leave it out) in any; None when not known."""
        if self.paragraphs is None:
            return None
        counts = self.items if paragraph is None else self.items[paragraph - 1 : paragraph]
        if any(count is not None and 1 <= item <= count for count in counts):
            return True
        return None if None in counts else False


@lru_cache(maxsize=256)
def read_shapes(notation: str) -> dict[tuple[int, int], ArticleShape]:
    """The shapes by article and sub-article (0: none). ValueError names the entry that cannot be read."""
    shapes: dict[tuple[int, int], ArticleShape] = {}
    for entry in notation.split():
        match = _ENTRY.fullmatch(entry)
        if match is None:
            raise ValueError(entry)
        first, sub, last, unknown, paragraphs, items = match.groups()
        shape = ArticleShape(paragraphs=None) if unknown else _shape(int(paragraphs), items, entry)
        for article in range(int(first), int(last or first) + 1):
            if (article, int(sub or 0)) in shapes:
                raise ValueError(entry)
            shapes[article, int(sub or 0)] = shape
    return shapes


def _shape(paragraphs: int, items: str | None, entry: str) -> ArticleShape:
    counts = tuple(None if c == "?" else int(c) for c in items.split(",")) if items else (0,) * paragraphs
    if len(counts) != paragraphs:
        raise ValueError(entry)
    return ArticleShape(paragraphs=paragraphs, items=counts)
