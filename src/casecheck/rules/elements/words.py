"""Where a paper has the words of an element: one word of every group, close together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casecheck.law.elements import Way
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.rules.builtin.reading import known
from casecheck.rules.builtin.wording import clause_at, own_words
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import normalise_name

NEAR = 120
"""Words of one way stand within so many characters: a long sentence, a question and its answer, a row of a table."""
_AROUND = 24
"""At most so many characters are shown on each side of the words, up to a comma."""
_UNITS = "盒箱袋瓶罐包件个支台套桶斤克吨升条双张只枚本把块片辆束副粒颗卷听扎提板枝根株床碗杯盘米批笔单份户"
UNIT = f"(?:千克|公斤|毫升|毫克|平方米|[{_UNITS}]|kg|KG|ml|g|L)"
"""A unit in which goods, sheets or orders are counted."""
_FIGURE = r"(?<![\dA-Za-z第])\d{1,7}(?:\.\d+)?"
_TOKENS = {
    "<数量>": rf"{_FIGURE}余?{UNIT}|数量[^。；]{{0,12}}?\d|{UNIT}{_FIGURE}",
    "<金额>": rf"{_FIGURE}余?(?:元|万元)|[￥¥]{_FIGURE}|{_FIGURE}(?<=\.\d\d)(?!\d)",
    "<日期>": r"\d{4}年\d{1,2}月|\d{4}[-./]\d{1,2}[-./]\d{1,2}|[一二][〇○零OX\d一二三四五六七八九]{3}年",
    "<数字>": r"\d",
}
"""What the tokens of `law.elements` stand for; `<当事人>` is any name or number of the party."""
_PARTY = ("当事人.名称", "当事人.法定代表人", "当事人.统一社会信用代码", "当事人.身份证号")
_SHORTEST_NAME = 2
_NOT_SAID = re.compile(
    r"《[^》]{1,60}》|(?<!询)问[:：].{0,400}?(?=答[:：])|[\u4e00-\u9fff]{2,4}(?:许可证|许可范围)|营业执照|经营(?:者|场所|范围|地址)"
    r"|没收违法所得|（签名[^）]{0,8}）\d{4}年\d{1,2}月\d{1,2}日"
)
"""What says nothing of the act: titles, the questions of a record, the names of licences, the days of signatures."""
_HEAD_OF_RECORD = re.compile(r"\A.{0,1500}?(?=(?<!询)问[:：])")
"""What stands above the first question of a record: who was asked, when and where."""
_FACTS = re.compile(r"经查|查明|认定的?事实|违法事实|事实及")
"""Where the findings of a report or decision begin."""

Names = tuple[str, ...]
"""The names and numbers by which the papers know the party, folded."""


def party_names(case: CaseFacts) -> Names:
    """What `<当事人>` stands for in a case."""
    found = (normalise_name(str(f.value)) for name in _PARTY for f in known(case, name) if not f.masked)
    return tuple(sorted({fold_text(name) for name in found if len(name) >= _SHORTEST_NAME}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The words of a paper that show something, from the first to the last of them, in its running text."""

    start: int
    end: int


def shown_in(
    paper: CaseDocument, ways: Sequence[Way], unless: Sequence[str], names: Names, *, findings: bool = False
) -> Iterator[Quote]:
    """The first passage of a paper for each way that it takes; quoted statute text does not count.

    `findings`: the paper finds facts; what stands before its findings (案由, party) counts only where they do not say it.
    """
    said = own_words(paper)
    for way in ways:
        of_party = any("<当事人>" in group for group in way)
        text = said.text if of_party else _about_the_act(said.text, names)
        begin = _FACTS.search(text) if findings and not of_party else None
        span = _first(text, way, unless, names, begin.start() if begin else 0)
        if span is None and begin:
            span = _first(text, way, unless, names, 0)
        if span is not None:
            yield said.quote(*_clip(said.text, span))


@lru_cache(maxsize=256)
def _about_the_act(text: str, names: Names) -> str:
    """The text with what says nothing of the act blotted out, every character in its place."""

    def blot(found: re.Match[str]) -> str:
        return "\0" * len(found.group())

    text = _NOT_SAID.sub(blot, _HEAD_OF_RECORD.sub(blot, text))
    own = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(own, blot, text) if own else text


def _clip(text: str, span: "Shown") -> tuple[int, int]:
    """The words with what stands around them up to a comma."""
    start, end = clause_at(text, span.start, span.end)
    first, last = max(start, span.start - _AROUND), min(end, span.end + _AROUND)
    comma = max(text.rfind(mark, first, span.start) for mark in "，：")
    after = text.find("，", span.end, last)
    return (comma + 1 if comma >= 0 else first), min(after if after >= 0 else last, span.end + _AROUND)


def _first(text: str, way: Way, unless: Sequence[str], names: Names, begin: int) -> Shown | None:
    """The first window from `begin` on with a word of every group, none of `unless` in its clause."""
    hits: list[tuple[int, int, int]] = []
    for number, group in enumerate(way):
        pattern = _pattern(group, names)
        found = [(m.start(), m.end(), number) for m in pattern.finditer(text, begin)] if pattern else []
        if not found:
            return None
        hits += found
    hits.sort()
    latest: dict[int, tuple[int, int]] = {}
    for start, end, number in hits:
        latest[number] = (start, end)
        if len(latest) < len(way):
            continue
        first, last = min(s for s, _ in latest.values()), max(e for _, e in latest.values())
        if last - first <= NEAR and not _refused(text, first, last, unless):
            return Shown(start=first, end=last)
    return None


def _refused(text: str, first: int, last: int, unless: Sequence[str]) -> bool:
    start, end = clause_at(text, first, last)
    return any(word in text[start:end] for word in unless)


@lru_cache(maxsize=4096)
def _pattern(group: tuple[str, ...], names: Names) -> re.Pattern[str] | None:
    """The words of a group as one pattern: literal words side by side, and what the tokens stand for."""
    pieces: list[str] = []
    for word in group:
        if word == "<当事人>":
            pieces += [re.escape(name) for name in names]
        else:
            pieces.append(_TOKENS.get(word) or re.escape(word))
    return re.compile("|".join(pieces)) if pieces else None
