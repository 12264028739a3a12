"""金额: sums of money, always in 分."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from casecheck.text.folded import fold_text
from casecheck.text.numbers import CAPITAL_CHARACTERS, NUMERAL_CHARACTERS, parse_number

FEN_PER_YUAN = 100
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
_SCALE = r"(?:[十百千]?[万亿]|[百千])"
_WORDS = rf"[{NUMERAL_CHARACTERS}]"
_YUAN = "[元圆圓]"
_TAIL = rf"(?:[零〇]?(?P<jiao>\d|{_WORDS})角)?(?:[零〇]?(?P<fen>\d|{_WORDS})分)?(?P<whole>[整正])?"
_NOT_MONEY = "(?![旦宵月素])"
_DIGITS = re.compile(
    rf"(?:人民币)?(?:(?P<sign>[¥￥])(?P<signed>{_ARABIC})(?P<signed_scale>{_SCALE})?(?:余|多)?(?:{_YUAN}{_TAIL})?(?!\.?\d|,\d{{3}})"
    rf"|(?:(?<![\d.,])|(?<=\d{{4}},))(?P<plain>{_ARABIC})(?P<plain_scale>{_SCALE})?(?:余|多)?{_YUAN}{_NOT_MONEY}"
    + _TAIL.replace("<jiao>", "<plain_jiao>").replace("<fen>", "<plain_fen>").replace("<whole>", "<plain_whole>")
    + ")"
)
_CHINESE = re.compile(rf"(?:人民币)?(?<!{_WORDS})(?P<words>{_WORDS}{{1,30}}){_YUAN}{_NOT_MONEY}{_TAIL}")
_SMALL = re.compile(
    rf"(?<!{_WORDS})(?<![元圆圓零])(?:(?P<jiao>\d|[壹贰叁肆伍陆柒捌玖])角(?:(?P<fen>\d|[壹贰叁肆伍陆柒捌玖])分)?(?P<whole>[整正])?)(?![形落度色])"
)
_CAPS_FORM = re.compile(
    rf"(?:(?P<yuan>{_WORDS}+){_YUAN})?(?:[零〇]?(?P<jiao>{_WORDS})角)?(?:[零〇]?(?P<fen>{_WORDS})分)?[整正]?"
)


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum in a text, in 分 (a part of a 分 is rounded). `caps`: written in 大写."""

    start: int
    end: int
    raw: str
    fen: int
    caps: bool


def find_money(text: str) -> list[MoneyMention]:
    """All sums of a folded text in their order: 5000元 · 1.5万元 · ¥50,000.00 · 12元5角 · 二千元 · 伍万元整."""
    found: list[MoneyMention] = []
    for mention in sorted((*_candidates(text), *_split_sums(text)), key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def parse_caps(text: str) -> int | None:
    """分 of a sum in Chinese numerals (伍万元整, 人民币肆拾壹万贰仟元叁角伍分), None when it is malformed or something else."""
    text = fold_text(text).removeprefix("人民币").strip("：（）")
    match = _CAPS_FORM.fullmatch(text)
    if not match or not (match["yuan"] or match["jiao"] or match["fen"]):
        return None
    yuan = parse_number(match["yuan"]) if match["yuan"] else 0
    if not isinstance(yuan, int):
        return None
    return _with_small(Decimal(yuan), match["jiao"], match["fen"])


def format_yuan(fen: int) -> str:
    """`50,000.00`."""
    return f"{Decimal(fen) / FEN_PER_YUAN:,.2f}"


def decimal_yuan(fen: int) -> str:
    """`50000.00`."""
    return f"{Decimal(fen) / FEN_PER_YUAN:.2f}"


def _candidates(text: str) -> Iterator[MoneyMention]:
    for match in _DIGITS.finditer(text):
        number, scale = match["signed"] or match["plain"], match["signed_scale"] or match["plain_scale"] or ""
        jiao, fen = match["jiao"] or match["plain_jiao"], match["fen"] or match["plain_fen"]
        yuan = parse_number(number + scale)
        total = _with_small(Decimal(yuan), jiao, fen) if yuan is not None else None
        if total is not None:
            yield MoneyMention(match.start(), match.end(), match[0], total, caps=False)
    for match in _CHINESE.finditer(text):
        total = parse_caps(match[0])
        if total is not None:
            yield MoneyMention(match.start(), match.end(), match[0], total, caps=_has_capitals(match[0]))
    for match in _SMALL.finditer(text):
        total = _with_small(Decimal(0), match["jiao"], match["fen"])
        if total is not None:
            yield MoneyMention(match.start(), match.end(), match[0], total, caps=_has_capitals(match[0]))


def _split_sums(text: str) -> Iterator[MoneyMention]:
    """Sums whose 元 follows the digits in brackets: 壹仟（1000）元整."""
    for pair in find_caps_pairs(text):
        if not any(c in "元圆圓角分" for c in pair.caps_raw):
            yield MoneyMention(pair.start, pair.end, text[pair.start : pair.end], pair.digits_fen, caps=True)


def _has_capitals(text: str) -> bool:
    return any(c in CAPITAL_CHARACTERS for c in text)


def _with_small(yuan: Decimal, jiao: str | None, fen: str | None) -> int | None:
    total = yuan * FEN_PER_YUAN
    for text, worth in ((jiao, 10), (fen, 1)):
        if text:
            digit = parse_number(text)
            if not isinstance(digit, int) or digit > 9:
                return None
            total += digit * worth
    return int(total.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class CapsPair:
    """One sum written twice, in 大写 and in digits. `caps_fen` is None where the capitals are malformed."""

    start: int
    end: int
    caps_raw: str
    caps_fen: int | None
    digits_raw: str
    digits_fen: int

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.caps_fen == self.digits_fen


_LABEL = "(?:人民币|大写|小写|金额|共?计|即|为|：|）|[¥?？])*"
_LINE_END = rf"(?:(?<![元圆圓整正分])\n|(?<=[元圆圓])\n(?=[零〇]?{_WORDS}[角分]|[整正]))?"
"""A printed line may end in the middle of a sum; after 元 the next line may also begin another one."""
_CAPS_RUN = rf"(?P<caps>(?![百佰千仟万萬亿億])(?<!\d){_WORDS}(?:{_LINE_END}(?:{_WORDS}|[元圆圓角分整正])){{1,40}})"
_DIGITS_RUN = rf"(?P<digits>{_ARABIC}(?:{_SCALE})?)"
_SMALL_RUN = r"(?:[元圆](?:(?P<jiao>\d)角)?(?:(?P<fen>\d)分)?整?)?"
_CAPS_THEN_DIGITS = re.compile(
    rf"(?<!{_WORDS}){_CAPS_RUN}(?P<open>[）。，]{{0,2}}(?:[（\[【]|小写|¥)){_LABEL}{_DIGITS_RUN}(?![\d.]){_SMALL_RUN}[）\]】]?(?P<after>[元圆]整?)?"
)
_DIGITS_THEN_CAPS = re.compile(
    rf"(?<![\d.,]){_DIGITS_RUN}(?![\d.]){_SMALL_RUN}(?P<open>[。，]?(?:[（\[【]|大写)){_LABEL}{_CAPS_RUN}[）\]】]?(?P<after>[元圆]整?)?"
)


def find_caps_pairs(text: str) -> list[CapsPair]:
    """Sums that stand next to each other in 大写 and in digits, in either order.

    伍万元整（￥50000.00） · 50000元（大写：伍万元整） · 壹仟（1000）元整.
    """
    found: list[CapsPair] = []
    matches = [match for pattern in (_CAPS_THEN_DIGITS, _DIGITS_THEN_CAPS) for match in pattern.finditer(text)]
    for match in sorted(matches, key=lambda m: m.start()):
        pair = _pair(match)
        if pair and (not found or pair.start >= found[-1].end):
            found.append(pair)
    return found


def _pair(match: re.Match[str]) -> CapsPair | None:
    caps = match["caps"].replace("\n", "")
    number = parse_number(match["digits"])
    in_yuan = any(c in "元圆圓角分" for c in caps)
    if number is None or not (_has_capitals(caps) or in_yuan) or not (in_yuan or match["after"] or len(caps) > 2):
        return None
    digits_fen = _with_small(Decimal(number), match["jiao"], match["fen"])
    if digits_fen is None:
        return None
    caps_fen = parse_caps(caps if in_yuan else caps.rstrip("整正") + "元")
    return CapsPair(match.start(), match.end(), caps, caps_fen, match["digits"], digits_fen)
