"""文号: the numbers of official papers, such as 某市监处罚〔2023〕12号."""

import re
from dataclasses import dataclass

from casecheck.text.folded import fold_text

_YEAR = re.compile(r"(?P<open>[〔\[【（{〈<])(?P<year>(?:19|20)\d{2})?年?(?P<close>[〕\]】）}〉>])")
_SERIAL = re.compile(r"(?P<serial>[0-9A-Za-z\-—–第\u4e00-\u9fff]{0,28}?)号(?![楼栋院码])")
_BARE_SERIAL = re.compile(r"第?(?P<serial>\d{1,14}(?:-\d{1,6})?)(?=[）〕】\]》，。；、\n]|$)")
_PREFIX = re.compile(
    r"(?:[（\[][\u4e00-\u9fff]{1,6}[）\])])?[\u4e00-\u9fffA-Za-z_]{0,30}(?:[（(][\u4e00-\u9fff]{1,6}[）)][\u4e00-\u9fffA-Za-z_]{0,12}){0,2}$"
)
_WINDOW = 36
_BOUNDARY = re.compile(
    r"送达了?|下达了?|下发的?|作出|文号|编号|字号|根据|依据|鉴于|按照|参照|关于|以及|发出|制作|签发|出具|[书局司了的为向在被及号人即据]"
)
_AUTHORITY = re.compile(r"市监|市场监管|市场监督|市场|市管|市案|综执|综合执法|食药监|药监|食监")
_OTHER_AUTHORITY = re.compile(r"医保|发改|物价|应急|安监|工商|质监|卫健|卫|环|城管|交|农|渔|水|住建|文旅|政|价")
_MAX_HAN_IN_SERIAL = 6
_SHORTEST_PREFIX = 2


@dataclass(frozen=True, slots=True)
class DocNumber:
    """文号 in a text. `region` 某 · `word` 市监处罚 · `year` 2023 · `serial` 12 (as printed, without 第) · `brackets` 〔〕.

    `year` is None and `serial` empty where the paper leaves them blank.
    """

    start: int
    end: int
    raw: str
    region: str
    word: str
    year: int | None
    serial: str
    brackets: str

    @property
    def name(self) -> str:
        """The number with 〔〕, without 第: the form in which numbers are compared."""
        year = "" if self.year is None else self.year
        return f"{_round(self.region + self.word)}〔{year}〕{self.serial}号"


def find_numbers(text: str) -> list[DocNumber]:
    """All 文号 of a folded text in their order, with any kind of brackets round the year and any kind of serial."""
    found: list[DocNumber] = []
    for year in _YEAR.finditer(text):
        limit = found[-1].end if found else 0
        number = _number(text, year, limit)
        if number:
            found.append(number)
    return found


def normalise(text: str) -> str:
    """A printed 文号 in the form in which numbers are compared; the folded text itself when it is none."""
    folded = fold_text(text)
    numbers = find_numbers(folded)
    return numbers[0].name if len(numbers) == 1 else folded


def _number(text: str, year: re.Match[str], limit: int) -> DocNumber | None:
    prefix = _prefix(text[max(limit, year.start() - _WINDOW) : year.start()])
    serial = _SERIAL.match(text, year.end()) or _BARE_SERIAL.match(text, year.end())
    if serial is None or not _plausible(prefix, year, serial):
        return None
    region, word = _split(prefix)
    start = year.start() - len(prefix)
    return DocNumber(
        start,
        serial.end(),
        text[start : serial.end()],
        region,
        word,
        int(year["year"]) if year["year"] else None,
        serial["serial"].replace("第", ""),
        year["open"] + year["close"],
    )


def _plausible(prefix: str, year: re.Match[str], serial: re.Match[str]) -> bool:
    printed = serial["serial"]
    han = sum(c > "\u2fff" for c in printed)
    if (
        prefix.endswith(("判决书", "裁定书"))
        or han > _MAX_HAN_IN_SERIAL
        or (printed and not any(c.isdigit() for c in printed))
    ):
        return False
    known = bool(
        _AUTHORITY.search(prefix) or _OTHER_AUTHORITY.search(prefix) or prefix.endswith(("字", "函", "发", "办"))
    )
    if not year["year"] or not printed:
        return known
    return known or (year["open"] in "〔[【" and not prefix) or len(prefix) >= _SHORTEST_PREFIX


def _prefix(window: str) -> str:
    """The region and word before the year: what is left of the sentence before them is cut off."""
    match = _PREFIX.search(window)
    prefix = match[0] if match else ""
    cut = 0
    for boundary in _BOUNDARY.finditer(prefix):
        if len(prefix) - boundary.end() >= _SHORTEST_PREFIX:
            cut = boundary.end()
    return prefix[cut:]


def _split(prefix: str) -> tuple[str, str]:
    core = _AUTHORITY.search(prefix) or _OTHER_AUTHORITY.search(prefix)
    return (prefix[: core.start()], prefix[core.start() :]) if core else ("", prefix)


def _round(text: str) -> str:
    return text.replace("[", "（").replace("]", "）").replace("【", "（").replace("】", "）")
