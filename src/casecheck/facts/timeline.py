"""Dates of a paper: the day it is signed, and the days of other steps that it recites."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact, Origin
from casecheck.model.source import BlockKind
from casecheck.text.dates import DateMention, find_dates
from casecheck.text.docno import find_numbers

_SIGNED_FIELD = dict.fromkeys(("行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书"), "决定日期")
_AGENCY_END = re.compile(
    r"(?:局|所|大队|总队|支队|政府|委员会|中心|公司|（?印章）?|（?公章）?|（?盖章）?|（?sealdwy）?|签名|签字|(?<![产成立效期])日期|时间|[：:])[）)：_]*$"
)
_SAME_LINE = re.compile(r"[，；、“”《》]")
"""Marks of a sentence: a date behind them is told (a day of manufacture), not signed."""
_IN_BRACKETS = re.compile("（[^（）]*）")
_OTHER_DAY = re.compile(r"(?:出生|成立|注册|生产|有效|到期|截止|保质|发证)[^：]{0,6}：$")
_AUTHORITY_LINE = re.compile(
    r"(?:^|\n)（?(?P<name>[\u4e00-\u9fff]{4,30}(?:局|所|大队|委员会|政府))(?:（?印章）?|（sealdwy）|\n)*$", re.MULTILINE
)
_TAKEN_IN = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}接收|收件|签收|收到)(?:人|者|单位|日期|时间|情况)?(?:（[^（）]{1,12}）)?："
)
_FOOT = ("（", "本文书")
_AFTER = re.compile(r"[）)（(]?(?:印章|公章|盖章|sealdwy|[）)。，])*")
_RECITING = ("行政处罚决定书", "不予行政处罚决定书", "行政处罚告知书", "案件调查终结报告")
_FILED = re.compile(
    r"(?P<before>.{0,6})立案(?!之|前|后|日|时|以来|标准|条件|审批表|号|范围|阶段|材料|通知|机关|当[日天]|[（(]?\d)"
)
_NOT_FILED = re.compile(r"(?:不予|建议|申请|提请|报请|拟|符合|是否|未|应当|应予|需要|自|呈请|请示)$|不予|建议|符合|自$")
_SAME_DAY = re.compile(r"(?:同日|当日|当天|同天)")
_OTHER_ACT = re.compile(
    r"(?:收到|接到|接收|接群众|检查|复查|巡查|抽检|抽样|发现|移送|移交|核查|查明|查获)(?![^，。；]{0,6}(?:文书|通知书))"
)
"""What the agency did before it filed: a date that tells of this is not the day of filing, unless that was 当日."""
_SPAN = re.compile(r"(?:自|从|至|到|截至|截止)[^，。；]{0,2}$")
_OF_GOODS = re.compile(
    r"(?:生产日期|生产批[号次]|批号|保质期|有效期限?|失效日期|限用日期|限期使用日期)[^，。；、\d]{0,6}$"
)
"""What stands before a day that is printed on goods."""
_DEADLINE = re.compile(r"(?:前|之前|以前|止|内)")


def signed_date(paper: Paper) -> Iterator[Fact]:
    """落款日期: the last date that stands alone, or beside the name of the authority, at the end of the paper."""
    if paper.form is None or paper.form.stage == "archive":
        return
    mentions = [run[-1] for run in _runs(find_dates(paper.masked)) if run[-1].value and _stands_alone(paper, run)]
    mentions = [m for m in mentions if not _taken_in(paper, m)] or mentions
    if mentions:
        last = mentions[-1]
        assert last.value is not None  # noqa: S101
        field = _SIGNED_FIELD.get(paper.short, "日期")
        yield paper.fact(field, "date", last.value, last.start, last.end)
        if paper.short == "行政处罚决定书":
            yield from _signing_authority(paper, last.start)


def _taken_in(paper: Paper, mention: DateMention) -> bool:
    """Whether the line tells who received the paper or its annexes (`样品接收：…`): a later day than that of signing."""
    start = paper.masked.rfind("\n", 0, mention.start) + 1
    return paper.short != "送达回证" and bool(_TAKEN_IN.match(paper.masked, start))


def _signing_authority(paper: Paper, position: int) -> Iterator[Fact]:
    """落款机关: the authority named directly above the date."""
    found = _AUTHORITY_LINE.search(paper.masked, max(0, position - 60), position)
    if found:
        yield paper.fact("落款机关", "text", found.group("name"), *found.span("name"))


def _runs(mentions: list[DateMention]) -> list[list[DateMention]]:
    """Mentions one by one; the same day printed twice in a row (by a form and by its seal) is one run."""
    runs: list[list[DateMention]] = []
    for mention in mentions:
        if runs and runs[-1][-1].end == mention.start and runs[-1][-1].value == mention.value:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _stands_alone(paper: Paper, run: list[DateMention]) -> bool:
    start, end = run[0].start, run[-1].end
    if any(s <= start < e and b.kind is BlockKind.CELL for s, e, b in paper.spans):
        return False
    text = paper.masked
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    closed = _AFTER.match(after)
    rest = after[closed.end() :] if closed else after
    if rest and not after.startswith(_FOOT) and not rest.startswith(_FOOT):
        return False
    if before == "":
        return True
    return (
        len(before) <= 40
        and "。" not in before
        and not _SAME_LINE.search(_IN_BRACKETS.sub("", before))
        and not _OTHER_DAY.search(before)
        and bool(_AGENCY_END.search(before))
    )


def filing_recited(paper: Paper) -> Iterator[Fact]:
    """立案审批表.批准日期 as another paper tells it."""
    if paper.short not in _RECITING:
        return
    text = paper.masked
    mentions = [m for m in find_dates(text) if m.value and not _OF_GOODS.search(text[max(0, m.start - 16) : m.start])]
    for match in _FILED.finditer(text):
        if _NOT_FILED.search(match.group("before")) or _in_title(text, match.end()):
            continue
        position = match.end() - 2
        mention = _day_of(text, position, mentions)
        if mention and mention.value and not _other_year(text, mention):
            yield _recited(paper, "立案审批表.批准日期", mention.value, mention.start, match.end())
            return


def _day_of(text: str, position: int, mentions: list[DateMention]) -> DateMention | None:
    """The day of an act told at a position: the last date before it in its sentence, where it tells of this act.

    当日 means the last date of an act of the agency (a check, a report that came in), not the last date of what the party did.
    """
    start = max(text.rfind("。", 0, position), text.rfind("\n", 0, position)) + 1
    before = [m for m in mentions if m.end <= position]
    if not before:
        return None
    sentence = text[start:position]
    same = [m for m in before if m.start >= start and not _DEADLINE.match(text[m.end : m.end + 1])]
    if same and not (_OTHER_ACT.search(text, same[-1].end, position) and not _SAME_DAY.search(sentence)):
        return same[-1]
    if _SAME_DAY.search(sentence):
        return next((m for m in reversed(before) if _of_agency(text, m)), None)
    return before[-1] if not same and position - start < 40 and start - before[-1].end <= 2 else None


def _other_year(text: str, mention: DateMention) -> bool:
    """Whether a day without a year was given one that the number of the paper rules out (that of a rule quoted before)."""
    year = next((n.year for n in find_numbers(text[:400]) if n.year), None)
    if mention.kind != "no_year" or mention.value is None or year is None:
        return False
    return not year - 1 <= mention.value.year <= year


def _of_agency(text: str, mention: DateMention) -> bool:
    """Whether the sentence from a date on tells of an act of the agency, and the date begins or ends no span of time."""
    end = text.find("。", mention.end)
    said = text[mention.end : len(text) if end < 0 else end]
    return bool(_OTHER_ACT.search(said)) and not _SPAN.search(text[max(0, mention.start - 4) : mention.start])


def _in_title(text: str, position: int) -> bool:
    return text.rfind("《", max(0, position - 30), position) > text.rfind("》", max(0, position - 30), position)


def _recited(paper: Paper, name: str, value: date, start: int, end: int) -> Fact:
    return paper.fact(name, "date", value, start, end, origin=Origin.RECITED)
