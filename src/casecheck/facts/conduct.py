"""案由 of a decision that names none: the conduct as the authority qualifies it."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact, Origin

_WORDS = r"(?P<conduct>[^。；：“”《》\0\n]{2,60}?)"
_ACT = r"的?(?:问题的)?(?:违法|(?<!不正当)价格违法|违规)?(?:行为|事实)"
_CONDUCTS = (
    re.compile(r"(?:规定)?所(?:指|称|述|列)的?" + _WORDS + r"的(?:违法|价格违法)?行为"),
    re.compile(r"构成(?:构成)?了?“?" + _WORDS + r"[；]?”?(?:" + _ACT + r"|的?(?=。))"),
    re.compile(r"(?:属于|(?<=[，。])系)“?" + _WORDS + r"[；]?”?的?(?:违法|(?<!不正当)价格违法)?行为"),
    re.compile(r"当事人“?" + _WORDS + r"”?的?(?:违法)?行为[，]?(?:已|涉嫌)?(?:违反|扰乱|符合)"),
    re.compile(r"对(?:于)?当事人" + _WORDS + r"的?(?:违法)?行为[^。]{0,24}(?:处罚|罚款|处理|应依据)"),
    re.compile(
        r"(?:（?违反法律、法规[^）\n]{0,16}事实）?|违法事实：)\n?"
        + _WORDS
        + r"(?=(?:行为)?20[0-9]{2}年|[上以]述事实|[。\n；])"
    ),
    re.compile(r"当事人" + _WORDS + r"[，]?(?:其|该)行为[^。]{0,6}违反"),
    re.compile(r"违反了(?!上述|前述)" + _WORDS + r"的(?:违法)?行为"),
    re.compile(
        r"当事人(?:[^。；：“”《》\0\n]{0,60}，)?"
        + _WORDS
        + r"，于[0-9]{4}年[^，。]{1,12}被[^。，]{2,8}(?:查获|查处|发现)"
    ),
    re.compile(r"围绕当事人(?:涉嫌)?" + _WORDS + _ACT + r"[^。；，]{0,12}(?:收集|调查|询问|取证)"),
    re.compile(r"当事人(?:因)?涉嫌" + _WORDS + r"(?:" + _ACT + r"|一案)?[，]?(?:依法)?(?:予以|进行)?立案"),
    re.compile(r"证明当事人(?:承认|存在|有)?" + _WORDS + r"的(?:违法)?(?:事实|行为)"),
)
"""From the words of the opinion to those of the narrative and of the list of evidence."""
_SEPARATE = (_CONDUCTS[1], _CONDUCTS[3], _CONDUCTS[4])
"""Patterns by which a paper deals with several acts one after the other."""
_BEFORE = re.compile(
    r"[，、]*(?:(?:当事人|经营者|你单位|你公司|你店)(?=[^，]))?(?:在[^。]{2,70}?(?:[0-9]号|[0-9]室|楼|层|幢|号）|）|-[0-9]+)(?=[未不无擅超销]))?"
)
_PERSON = re.compile(r".*，当事人(?:的行为(?:涉嫌|构成)了?)?", re.DOTALL)
"""After it the words begin anew: what stands before is of the law or the market, not of the conduct."""
_EMPTY_START = re.compile(
    r"的?上述|系?(?:初次|首次)违法|该|此|以上|其|违法|的|所|不(?:属于|构成|存在|具|予|符合|再|是)|了|积极|主动|(?:进行)?不正当价格(?:行为)?$|(?:行政处罚|违法经营|违法)$|.{0,10}(?<!标价)规定$"
)
_EMPTY_WORDS = re.compile(
    r"证据链|[我本]局|[0-9]日期间的|免罚|决定对|认为|应当|依据|情形|自愿|公开透明|违法所得|承认|资格|身份|陈述|上述|退[回还款]|整改|改正"
)
_WRONG = re.compile(r"[未不无虚假超违擅]|加价|多收|重复|变相")
"""What a list of evidence must say to be of a conduct, not of a business or a visit."""
_SHORTEST = 4
_ALIKE = 0.3


def conduct(paper: Paper) -> Fact | None:
    """The conduct (违法行为) that a paper finds; None where it finds several, which no single name covers."""
    opinion = max(paper.masked.find("认为"), 0)
    if _several(paper, opinion):
        return None
    for start, end in ((opinion, len(paper.masked)), (0, opinion)):
        for pattern in _CONDUCTS:
            for span in _named(paper, pattern, start, end):
                words = paper.masked[slice(*span)]
                return paper.fact("案件.案由", "text", words, *span, origin=Origin.DERIVED)
    return None


def _named(paper: Paper, pattern: re.Pattern[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a pattern names a conduct, not merely 上述行为 or 违法行为; without the person and the address before it."""
    for found in pattern.finditer(paper.masked, start, end):
        words = found.group("conduct").rstrip("，、的")
        person = _PERSON.match(words)
        before = _BEFORE.match(words, person.end() if person else 0)
        first = before.end() if before else 0
        if _EMPTY_WORDS.search(words, first) or _EMPTY_START.match(words, first) or len(words) - first < _SHORTEST:
            continue
        if pattern is _CONDUCTS[-1] and not _WRONG.search(words, first):
            continue
        yield found.start("conduct") + first, found.start("conduct") + len(words)


def _several(paper: Paper, opinion: int) -> bool:
    """Whether the opinion deals with acts one after the other, none of which covers the words of all."""
    families = [
        [paper.masked[start:end] for start, end in _named(paper, pattern, opinion, len(paper.masked))]
        for pattern in _SEPARATE
    ]
    qualified = families[0]
    return any(
        acts and not any(all(_alike(one, act) for act in acts) for one in (*acts, *qualified)) for acts in families
    )


def _alike(one: str, other: str) -> bool:
    """Whether the shorter of two phrases shares enough pairs of characters with the longer one."""
    shorter, longer = sorted((one, other), key=len)
    pairs = [shorter[i : i + 2] for i in range(len(shorter) - 1)]
    return sum(pair in longer for pair in pairs) >= _ALIKE * len(pairs)
