"""履行方式和救济途径: payment, surcharge, reconsideration, suit."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.facts.typed import is_blank
from casecheck.model.fact import Fact
from casecheck.text.numbers import parse_number

_PAPERS = (
    "行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书", "实施行政强制措施决定书", "延长行政强制措施期限决定书", "责令改正通知书",
)  # fmt: skip
_COUNT = r"(?<![0-9零一二三四五六七八九十百廿卅])(?P<count>[0-9]{1,3}|[零一二三四五六七八九十百廿卅]{1,4})"
_PERIOD = _COUNT + r"个?(?P<unit>日|天|月|工作日)?(?:之?内|以内)?"
_RECONSIDERATION = re.compile(
    r"(?:之日|之日起|之日内|之起|起|后|在|于|，)"
    + _PERIOD
    + r"[^。；]{0,30}?先?向?\n?(?P<body>[^。；]{0,60}?)(?:申请|提起|提出|提请)(?:书面)?(?:行政)?复议"
)
_BODY = re.compile(r"向(?P<body>[^。；，向]{2,50}?)(?:申请|提起|提出|提请)(?:书面)?(?:行政)?复议")
_COURT = re.compile(
    r"向(?P<court>[^。；，向]{0,30}?(?:人民|铁路运输|知识产权|金融|互联网|海事)法院)(?:提起|起诉|提出|诉讼|申请)"
)
_ANY_COURT = re.compile("管辖权|任一|所在地")
"""Words that leave open which court it is."""
_SUIT_PERIOD = re.compile(
    _COUNT
    + r"个?(?P<unit>月|日|天)(?:之?内|以内)?[^。；]{0,20}?(?:直接|依法)?[^。；]{0,12}?向[^。；]{0,40}?(?:法院|提起(?:行政)?诉讼)"
)
_FIRST = re.compile(
    r"对(?:行政)?复议(?:仍)?不服|(?:行政)?复议决定书?(?:仍)?(?:有异议|不服)|不服(?:行政)?复议决定|先[^。；]{0,16}(?:申请|提起)(?:行政)?复议|复议前置"
)
_CHOICE = re.compile(r"(?:也可|或者?|亦可)[^。；]{0,60}(?:法院|诉讼)|可以?直接[^。；]{0,30}(?:法院|诉讼)")
_MEANWHILE = re.compile(
    r"复议(?:决定)?(?:期间)?(?:或者?|和|、)[^。；，]{0,8}诉讼(?:的(?=，)|期间|期内|，[^。]{0,20}不停止)"
)
"""The sentence that a remedy does not stay the decision: it offers no choice."""
_ADDRESS_BEHIND = re.compile(r"(?<=[府局])（[^（）]{2,60}）$")
"""An address or an office of the authority in brackets behind its name."""
_PAYMENT = re.compile(
    r"(?:之日|之日起|收到[^。，；]{0,24}起?|送达[^。，；]{0,10}起?|起)，?"
    + _COUNT
    + r"(?P<unit>个工作日|日|天)(?:之?内|以内)?[^。]{0,120}?(?:缴|交纳|交至|罚没款|罚款|收款)"
)
_OTHER_PERIOD = re.compile("复议|法院|退[还款回]")
"""Words of a period that is none for paying: remedies, money that goes back to the customers."""
_OF_THIS_PAPER = re.compile(r"不服本|对本|(?:收到|接到|送达)[^。，]{0,24}之日")
"""Words by which a remedy is told, not reported of another case."""
_SURCHARGE = re.compile(
    r"每日可?以?按[^。；，]{0,16}?(?:3%|百分之三|3％|3‰|千分之三|[0-9.]+%)的?(?:标准)?[^。；，]{0,20}?加处(?:罚款)?"
)


def remedies(paper: Paper) -> Iterator[Fact]:
    """复议机关, 复议期限, 诉讼法院, 诉讼期限, 复议前置, 缴款期限, 加处罚款."""
    if paper.short not in _PAPERS:
        return
    yield from _reconsideration(paper)
    yield from _suit(paper)
    if paper.short in ("行政处罚决定书", "当场行政处罚决定书"):
        yield from _payment(paper)


def _reconsideration(paper: Paper) -> Iterator[Fact]:
    clause = _clause(paper, "复议")
    if clause is None:
        return
    start, end = clause
    period = _RECONSIDERATION.search(paper.masked, start, end)
    if period and period.group("unit"):
        yield _length(paper, "复议期限", period)
    body = _BODY.search(paper.masked, start, end)
    if body and _named(body.group("body")):
        name = _ADDRESS_BEHIND.sub("", body.group("body"))
        yield paper.fact("复议机关", "text", name, body.start("body"), body.start("body") + len(name))
    choice = _choice(paper.masked, start, end)
    first = _FIRST.search(paper.masked, start, end)
    if first and not choice:
        yield paper.fact("复议前置", "bool", True, first.start(), first.end())
    elif choice:
        yield paper.fact("复议前置", "bool", False, choice.start(), choice.end())


def _choice(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where the party may choose between reconsideration and suit."""
    meanwhile = [m.span() for m in _MEANWHILE.finditer(text, start, end)]
    for found in _CHOICE.finditer(text, start, end):
        if "复议决定" not in found.group() and not any(a <= found.start() < b for a, b in meanwhile):
            return found
    return None


def _suit(paper: Paper) -> Iterator[Fact]:
    clause = _clause(paper, "法院(?:提起|起诉|提出|诉讼|申请)|向提起(?:行政)?诉讼")
    if clause is None:
        return
    court = _COURT.search(paper.masked, *clause)
    if (
        court
        and len(court.group("court")) > len("人民法院")
        and _named(court.group("court"))
        and not _ANY_COURT.search(court.group("court"))
    ):
        yield paper.fact("诉讼法院", "text", court.group("court"), court.start("court"), court.end("court"))
    period = _SUIT_PERIOD.search(paper.masked, *clause)
    while period and "复议" in period.group():
        period = _SUIT_PERIOD.search(paper.masked, period.start() + 1, clause[1])
    if period:
        yield _length(paper, "诉讼期限", period)


def _payment(paper: Paper) -> Iterator[Fact]:
    for period in _PAYMENT.finditer(paper.masked):
        if not _OTHER_PERIOD.search(period.group()):
            yield _length(paper, "缴款期限", period)
            break
    surcharge = _SURCHARGE.search(paper.masked)
    if surcharge:
        yield paper.fact("加处罚款", "text", surcharge.group(), surcharge.start(), surcharge.end())


def _length(paper: Paper, field: str, period: re.Match[str]) -> Fact:
    unit = {"月": "个月", "天": "日", "个工作日": "个工作日"}.get(period.group("unit"), "日")
    value = f"{parse_number(period.group('count'))}{unit}"
    return paper.fact(field, "text", value, period.start("count"), period.end("unit"))


def _named(words: str) -> bool:
    """Whether a body is named at all: the blank form (`向____人民政府`) names none."""
    bare = re.sub(r"[_\s]", "", words)
    return (
        bare not in ("", "人民政府", "人民法院", "上级机关", "上一级机关") and not is_blank(words) and "XX" not in bare
    )


def _clause(paper: Paper, word: str) -> tuple[int, int] | None:
    """The sentence about a remedy, with the next one where that goes on about remedies; the one that gives a period first."""
    text = paper.masked
    found: list[tuple[int, int]] = []
    for mark in re.finditer(word, text):
        start, end = paper.sentence_at(mark.start())
        if (
            not re.search("向?[^。]{0,60}(?:复议|法院|诉讼)", text[start:end])
            or "强制执行" in text[mark.start() : mark.end() + 4]
        ):
            continue
        following = text.find("。", end + 1)
        stop = following if 0 <= following < end + 160 and re.search("复议|诉讼", text[end:following]) else end
        found.append((start, stop))
    with_period = [c for c in found if _RECONSIDERATION.search(text, *c) or _SUIT_PERIOD.search(text, *c)]
    told = [c for c in with_period if _OF_THIS_PAPER.search(text, *c)]
    return next(iter([*told, *with_period, *found]), None)
