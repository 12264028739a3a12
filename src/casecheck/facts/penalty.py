"""处罚内容: fines, confiscation, kinds of penalty, discretion."""

import re
from collections.abc import Callable, Iterator

from casecheck.facts.amounts import Amount, amounts
from casecheck.facts.operative import operative_part
from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact, Origin

FINE_FIELDS = {
    "行政处罚决定书": "罚款金额",
    "当场行政处罚决定书": "罚款金额",
    "行政处罚告知书": "拟罚款金额",
    "案件调查终结报告": "建议罚款金额",
    "集体讨论记录": "罚款金额",
    "行政处理决定审批表": "罚款金额",
    "案件审核表": "罚款金额",
    "结案审批表": "罚款金额",
    "有关事项审批表": "罚款金额",
}
"""The papers that name a fine, and how the fact is called there."""

_CONFISCATION_FIELDS = {
    "行政处罚决定书": "没收违法所得金额",
    "当场行政处罚决定书": "没收违法所得金额",
    "行政处罚告知书": "拟没收违法所得金额",
    "案件调查终结报告": "建议没收违法所得金额",
}
_KIND_PAPERS = ("行政处罚决定书", "当场行政处罚决定书", "行政处罚告知书", "案件调查终结报告")
_FILLER = r"(?:人民币|金额|数额|总额|共计|合计|总计|计人民币|共|计|为|即|大写|小写|大写金额|[（）：，￥¥]|[0-9一二三四五六七八九十]+[、.])*"
_FINE_BEFORE = re.compile(r"罚款" + _FILLER + r"$")
_FINE_AFTER = re.compile(r"(?:整|人民币|）)*(?:的|以|之)?(?:行政)?罚款")
_TAKEN_BEFORE = re.compile(
    r"没收[^。；，罚]{0,20}(?:违法所得|非法所得|违法收入|多收[^。；，]{0,8}款|价款)[^。；，罚\n]{0,14}?"
    + _FILLER
    + r"$"
)
_TOTAL = re.compile(r"(?:合计|共计|合并|总计|累计|总共|并罚)[^。；\n]{0,40}$")
_RANGE_AFTER = re.compile(r"(?:整)?(?:以上|以下|以内|至|到|-|~)")
_ITEM = re.compile(r"[\n；。：，][（(]?[一二三四五六七八九十\d]{1,2}[）、.．]|[①-⑳]|对[^。；]{4,60}行为")
_ANOTHER_CASE = re.compile(r"(?:另案|另行(?:立案|处理|处罚|作出|给予))[^。；\n]{0,80}$")
"""Before a sum that is no part of this penalty: 对法定代表人另案处罚，罚款…"""
_GRAVE_CASE = re.compile(r"情节(?:特别)?(?:严重|较重)的，[^。]{0,60}$")
_OPEN_RANGE = re.compile(
    r"[元倍%]以下\n?的?\n?罚款(?!：?(?:人民币)?[0-9壹贰叁肆伍陆柒捌玖])(?![^。]*罚款(?:人民币)?[0-9])"
)
_DAILY = re.compile(r"(?:每日|按日|加处)[^。；]{0,20}$")
_KINDS = (
    ("警告", r"警告"),
    ("通报批评", r"通报批评"),
    ("罚款", r"罚款"),
    (
        "没收违法所得",
        r"没收[^。；，罚]{0,20}(?:违法所得|非法所得|违法收入|多收[^。；，]{0,8}款)|多[付收][^。；，]{0,6}价?款[^。；，]{0,24}予以没收",
    ),
    ("没收非法财物", r"没收(?!(?:[^。；，、]{0,20}(?:违法所得|非法所得|违法收入|多收|款)))[^。；，]{2,40}"),
    ("暂扣许可证件", r"暂扣[^。；，]{0,20}证"),
    ("降低资质等级", r"降低资质"),
    ("吊销许可证件", r"吊销[^。；，]{0,20}[证照]"),
    ("限制开展生产经营活动", r"限制开展生产经营"),
    ("责令停产停业", r"责令[^。；，]{0,6}停[产业]"),
    ("责令关闭", r"责令[^。；，]{0,6}关闭"),
    ("不予行政处罚", r"(?<!适用)(?<!符合)(?<!属于)(?<!具备)(?:不予|免予)(?:行政)?处罚"),
)


def fines(paper: Paper) -> Iterator[Fact]:
    """The fine: the printed total, or the sum of the separate fines where no total is printed."""
    field = FINE_FIELDS.get(paper.short)
    if field:
        yield from _total_fact(paper, field, _chosen(paper, _is_fine))


def confiscations(paper: Paper) -> Iterator[Fact]:
    """没收违法所得: printed total, else the sum."""
    field = _CONFISCATION_FIELDS.get(paper.short)
    if field:
        yield from _total_fact(paper, field, _chosen(paper, _is_taken))


def _chosen(paper: Paper, wanted: Callable[[str, Amount, int], bool]) -> list[Amount]:
    start, end = operative_part(paper)

    def of(text: str) -> list[Amount]:
        own = (
            a for a in amounts(text, start, end) if not _ANOTHER_CASE.search(text, max(start, a.start - 90), a.start)
        )
        return [a for a in own if wanted(text, a, start)]

    # A quotation that is never closed may have swallowed the order; ranges of a statute are refused below anyway.
    return of(paper.masked) or (of(paper.text) if "\0" in paper.masked[start:end] else [])


def _total_fact(paper: Paper, field: str, found: list[Amount]) -> Iterator[Fact]:
    if not found:
        return
    totals = [a for a in found if _is_total(paper.masked, a, found)] or _summed_up(found)
    if totals or len(found) == 1:
        one = (totals or found)[-1]
        yield paper.fact(field, "money", one.fen, one.start, one.end)
        return
    separate = _separate(paper.text, found)
    facts = [paper.fact(field, "money", a.fen, a.start, a.end) for a in separate]
    if len(facts) == 1:
        yield facts[0]
        return
    yield Fact(
        name=facts[0].name,
        type="money",
        value=sum(a.fen for a in separate),
        raw=" + ".join(f.raw for f in facts),
        places=tuple(p for f in facts for p in f.places),
        document=paper.document.id,
        origin=Origin.DERIVED,
    )


def _summed_up(found: list[Amount]) -> list[Amount]:
    """The last amount where it is the sum of all before it: a total that no word announces."""
    return found[-1:] if len(found) > 2 and found[-1].fen == sum(a.fen for a in found[:-1]) else []


def _separate(text: str, found: list[Amount]) -> list[Amount]:
    """The amounts without those that say an earlier one again: the same sum with no list mark between."""
    kept: list[Amount] = []
    for amount in found:
        if not any(k.fen == amount.fen and not _ITEM.search(text, k.end, amount.start) for k in kept):
            kept.append(amount)
    return kept


def _is_fine(text: str, amount: Amount, start: int) -> bool:
    before = text[max(start, amount.start - 40) : amount.start]
    after = text[amount.end : amount.end + 12]
    if _RANGE_AFTER.match(after) or _DAILY.search(before):
        return False
    return bool(_FINE_BEFORE.search(before) or _FINE_AFTER.match(after))


def _is_taken(text: str, amount: Amount, start: int) -> bool:
    before = text[max(start, amount.start - 60) : amount.start]
    if _RANGE_AFTER.match(text[amount.end : amount.end + 6]):
        return False
    if re.search(r"多[付收][^。；，]{0,6}价?款[^。；，]{0,10}$", before) and re.match(
        r"，?(?:依法)?予以没收", text[amount.end :]
    ):
        return True
    return bool(_TAKEN_BEFORE.search(before)) or bool(
        re.search(r"没收[^。；，罚]{0,6}$", before)
        and re.match(r"的?(?:违法|非法)所得", text[amount.end : amount.end + 8])
    )


def _is_total(text: str, amount: Amount, found: list[Amount]) -> bool:
    """Whether a word like 合计 stands before the amount, with no other amount of the kind between."""
    earlier = [a.end for a in found if a.end <= amount.start]
    start = max(max(earlier, default=0), amount.start - 60)
    before = text[start : amount.start]
    return len(found) > 1 and _TOTAL.search(before) is not None


def penalty_kinds(paper: Paper) -> Iterator[Fact]:
    """处罚种类: what the operative part names."""
    if paper.short not in _KIND_PAPERS:
        return
    start, end = operative_part(paper)
    for kind, pattern in _KINDS:
        for found in re.compile(pattern).finditer(paper.masked, start, end):
            if not (_unticked(paper.text, found.start()) or _restates_statute(paper, found, start)):
                yield paper.fact("处罚种类", "text", kind, found.start(), found.end())
                break


def _unticked(text: str, position: int) -> bool:
    """Whether the word stands behind a box that is not ticked (`☐警告　☑罚款`)."""
    return text[max(0, position - 1) : position] in ("☐", "□")


def _restates_statute(paper: Paper, found: re.Match[str], start: int) -> bool:
    """Whether the sentence only says again what a statute allows: a range (`五倍以下的罚款。`), or what grave cases get."""
    first = max(start, paper.masked.rfind("。", start, found.start()) + 1)
    before = paper.masked[first : found.start()]
    after = paper.masked[found.end() :].split("。", 1)[0]
    return bool(_GRAVE_CASE.search(before) or (_OPEN_RANGE.search(before + found.group() + after)))
