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
    rf"(?:人民币)?(?:(?P<sign>[¥￥])(?P<signed>{_ARABIC})(?P<signed_scale>{_SCALE})?(?:余|多)?(?:{_YUAN}{_TAIL})?(?![\d,.]\d)"
    rf"|(?<![\d.,])(?P<plain>{_ARABIC})(?P<plain_scale>{_SCALE})?(?:余|多)?{_YUAN}{_NOT_MONEY}"
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
    for mention in sorted(_candidates(text), key=lambda m: (m.start, -m.end)):
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
