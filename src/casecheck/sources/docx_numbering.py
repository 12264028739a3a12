"""Automatic numbers (自动编号): the label that Word prints before a numbered paragraph."""

import re
from dataclasses import dataclass, field

from lxml import etree

from casecheck.sources.docx_names import VAL, W, is_on, whole

_LEVELS = 9
_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"


@dataclass(slots=True)
class _List:
    """A `w:num`: the levels it uses and the abstract list whose counters it shares."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through the numbered paragraphs of a document in their order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def label(self, number_id: str | None, level: int | None) -> str:
        """The label of the next paragraph of that list and level, empty for none; it moves the counters on."""
        numbered = self._lists.get(number_id or "")
        depth = min(max(level or 0, 0), _LEVELS - 1)
        if numbered is None or depth not in numbered.levels:
            return ""
        counters = self._counters.setdefault(numbered.abstract, [None] * _LEVELS)
        self._count(numbered, number_id or "", depth, counters)
        shape = numbered.levels[depth]
        if shape.format == "none" and "%" not in shape.text:
            return shape.text
        if shape.format == "bullet":
            return _bullet(shape.text) + " "
        label = re.sub(r"%([1-9])", lambda found: self._value(numbered, int(found[1]) - 1, counters, shape), shape.text)
        ends_wide = not label or ord(label[-1]) > 0x2E7F
        return label if shape.suffix == "nothing" or ends_wide else label + " "

    def _count(self, numbered: _List, number_id: str, depth: int, counters: list[int | None]) -> None:
        shape = numbered.levels[depth]
        override = numbered.starts.get(depth)
        if override is not None and (number_id, depth) not in self._started:
            counters[depth] = override
        else:
            before = counters[depth]
            counters[depth] = shape.start if before is None else before + 1
        self._started.add((number_id, depth))
        for above in range(depth):
            if counters[above] is None:
                counters[above] = numbered.levels[above].start if above in numbered.levels else 1
        for below in range(depth + 1, _LEVELS):
            restart = numbered.levels[below].restart if below in numbered.levels else None
            if restart == 0 or (restart is not None and depth >= restart):
                continue
            counters[below] = None

    def _value(self, numbered: _List, depth: int, counters: list[int | None], shape: _Level) -> str:
        level = numbered.levels.get(depth)
        if level is None:
            return ""
        value = counters[depth]
        return render(level.start if value is None else value, "decimal" if shape.legal else level.format)

    def _load(self, root: etree._Element) -> None:
        abstract: dict[str, dict[int, _Level]] = {}
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for element in root.iterfind(W + "abstractNum"):
            identity = element.get(W + "abstractNumId", "")
            abstract[identity] = dict(_level(item) for item in element.iterfind(W + "lvl"))
            for tag, table in (("numStyleLink", links), ("styleLink", styles)):
                link = element.find(W + tag)
                if link is not None:
                    table[identity if tag == "numStyleLink" else link.get(VAL, "")] = (
                        link.get(VAL, "") if tag == "numStyleLink" else identity
                    )
        for element in root.iterfind(W + "num"):
            reference = element.find(W + "abstractNumId")
            identity = reference.get(VAL, "") if reference is not None else ""
            identity = styles.get(links.get(identity, ""), identity)
            numbered = _List(identity, dict(abstract.get(identity, {})))
            for override in element.iterfind(W + "lvlOverride"):
                depth = whole(override.get(W + "ilvl"))
                replacement = override.find(W + "lvl")
                if replacement is not None:
                    numbered.levels[depth] = _level(replacement)[1]
                start = override.find(W + "startOverride")
                if start is not None:
                    numbered.starts[depth] = whole(start.get(VAL), 1)
            self._lists[element.get(W + "numId", "")] = numbered


def _level(element: etree._Element) -> tuple[int, _Level]:
    def value(tag: str) -> str | None:
        child = element.find(W + tag)
        return child.get(VAL) if child is not None else None

    legal = element.find(W + "isLgl")
    restart = value("lvlRestart")
    level = _Level(
        format=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        start=whole(value("start"), 1),
        restart=whole(restart) if restart is not None else None,
        legal=legal is not None and is_on(legal.get(VAL)),
        suffix=value("suff") or "tab",
    )
    return whole(element.get(W + "ilvl")), level


def _bullet(text: str) -> str:
    # Bullets of symbol fonts are private characters that mean nothing outside their font.
    return "•" if not text or any(0xE000 <= ord(char) <= 0xF8FF for char in text) else text


def render(value: int, style: str) -> str:
    """A counter in one of Word's number formats; formats that are not known are given as digits."""
    if style in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                 "taiwaneseCountingThousand", "koreanCounting"):  # fmt: skip
        return _counting(value, _DIGITS, "十百千", skip_one=True)
    if style in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return _counting(value, _FORMAL, "拾佰仟", skip_one=False)
    if style in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2"):
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    if style in ("ideographTraditional", "ideographZodiac") and value > 0:
        names = _STEMS if style == "ideographTraditional" else _BRANCHES
        return names[(value - 1) % len(names)]
    return _western(value, style)


_ENCLOSED = {
    "decimalEnclosedCircle": 0x2460,
    "decimalEnclosedCircleChinese": 0x2460,
    "decimalEnclosedParen": 0x2474,
    "decimalEnclosedFullstop": 0x2488,
}


def _western(value: int, style: str) -> str:
    if style in _ENCLOSED and 1 <= value <= 20:
        return chr(_ENCLOSED[style] + value - 1)
    if style in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFF10 + int(digit)) for digit in str(value))
    if style == "decimalZero":
        return f"{value:02d}"
    if style in ("lowerLetter", "upperLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 8)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        roman = _roman(value)
        return roman if style == "lowerRoman" else roman.upper()
    return "" if style == "none" else str(value)


def _roman(value: int) -> str:
    parts: list[str] = []
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        parts.append(sign * count)
    return "".join(parts)


def _counting(value: int, digits: str, units: str, *, skip_one: bool) -> str:
    if not 0 < value < 10_000:
        return digits[0] if value == 0 else str(value)
    parts: list[str] = []
    gap = False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 0:
            gap = bool(parts)
            continue
        if gap:
            parts.append("零")
            gap = False
        unit = units[place - 1] if place else ""
        parts.append(unit if skip_one and digit == 1 and place == 1 and not parts else digits[digit] + unit)
    return "".join(parts)
