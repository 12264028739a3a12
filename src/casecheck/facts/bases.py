"""罚款基数 and 情节: the amounts a fine is computed from, and the grave circumstances that a paper argues or denies."""

import re
from collections.abc import Iterator

from casecheck.facts.amounts import Amount, amounts
from casecheck.facts.operative import operative_part
from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact

_PAPERS = ("行政处罚决定书", "案件调查终结报告")
_BASES = (
    ("广告费用", r"广告费用?"),
    ("货值", r"货值"),
    ("违法所得", r"(?<!没收)(?:违法|非法)所得"),
    ("违法经营额", r"(?:违法|非法)经营(?:数)?额"),
)
_FILLER = r"(?:(?:金额|数额|总额|总计|合计|共计|累计|均|共|计|为|是|按|以|人民币|约|[：（）￥¥]|总)*|(?:为|是|：)[^。；，、]{0,24}|[^。；，、\n]{0,90}=)$"
_OF_ANOTHER_KIND = re.compile(r"(?:整|）)*(?:以上|以下|以内|至|到|-|~|/|×|\+)")
"""What follows the end of a range, a price for one piece, a term of a sum."""
_TERM = re.compile(r"元[-+×÷]$")
"""What stands before a term of a sum (38400.00元-5520.00元=…): the result alone is the amount."""
_TOTAL = re.compile(r"(?:合计|共计|总计|累计|总额|总)[^。；，、]{0,12}$")
_ADDED_UP = re.compile(r"(?:合计|共计|总计|总额)(?:为|是|：|人民币|金额|[￥¥])*$")
_UNKNOWABLE = (
    r"[^。；，]{0,12}(?:无法|不能|难以|未能)[^。；，]{0,8}?(?:计算|确定|认定|查实|查明|查清|核实|核算|界定|确认)"
    r"(?!的|时|或者|或)"
)
_TOO_LOW = r"[^。；，]{0,8}明显偏低(?!的|时|或)"
_NO_INCOME = re.compile(
    r"(?<!有)(?:没有|无|未取得|未获得|未产生|不存在)任?何?(?P<base>违法所得|违法经营额)(?!的(?!规定)|之|如|时|[或、])"
)
_GRAVE = re.compile(r"(?:情节|后果)(?:特别|较为|比较|均)?(?:严重|较重|恶劣)|(?:其他)?(?:特别)?严重情节")
_HYPOTHETICAL = re.compile(r"的(?!违法|行为|情[形节])|者")
_DENIED = re.compile(
    r"(?:不|未|没有|无|非|尚)(?:属于?|构成|具有|具备|存在|达到?|够|造成|发现|符合|认定)?[^。；，]{0,16}$"
)


def money_found(paper: Paper) -> Iterator[Fact]:
    """广告费用金额, 货值金额, 违法所得金额, 违法经营额金额 as the paper finds them before its operative part.

    A printed total counts, also one that is only the sum of the others; several amounts without a total are all given, so
    that the name is in conflict. That there was none of it (没有违法所得) is an amount of 0; `…无法计算` and
    `广告费用明显偏低` are facts of their own, and may stand beside an amount where a paper tells of several acts.
    """
    if paper.short not in _PAPERS:
        return
    stop = operative_part(paper)[0] or len(paper.masked)
    for base, word in _BASES:
        found = _stated(paper, word, stop)
        for one in found:
            yield paper.fact(f"{base}金额", "money", one.fen, one.start, one.end)
        none = next(
            (m for m in _NO_INCOME.finditer(paper.masked) if m.group("base") == base and _found(paper, m)), None
        )
        if none and not found:
            yield paper.fact(f"{base}金额", "money", 0, none.start(), none.end())
        elif none is None:
            yield from _flag(paper, f"{base}无法计算", word + _UNKNOWABLE)
    yield from _flag(paper, "广告费用明显偏低", r"广告费用?" + _TOO_LOW)


def _found(paper: Paper, none: re.Match[str]) -> bool:
    """Whether a paper finds that there was no income, and does not only print how a statute reckons it."""
    return not paper.masked[: none.start()].endswith(("时，按照", "时，按"))


def _stated(paper: Paper, word: str, stop: int) -> list[Amount]:
    """The total, else every different amount that stands directly behind the word."""
    pattern = re.compile(word + _FILLER)
    text = paper.masked
    found = [
        a
        for a in amounts(text, 0, stop)
        if pattern.search(text, max(0, a.start - 100), a.start)
        and not _OF_ANOTHER_KIND.match(text[a.end : a.end + 6])
        and not _TERM.search(text[max(0, a.start - 2) : a.start])
    ]
    totals = [a for a in found if _TOTAL.search(text[max(0, a.start - 24) : a.start])]
    if totals:
        return totals[-1:]
    found = [_listed_total(text, a, stop) or a for a in found]
    different = list({a.fen: a for a in found}.values())
    sums = [a for a in different if len(different) > 2 and 2 * a.fen == sum(b.fen for b in different)]
    return sums or different


def _listed_total(text: str, first: Amount, stop: int) -> Amount | None:
    """The 合计 of a list of formulas in one sentence that begins with this amount (…=546元；…=345元；合计891元)."""
    if not text[: first.start].endswith("="):
        return None
    end = text.find("。", first.end, stop)
    terms = 1
    for one in amounts(text, first.end, end if end >= 0 else stop):
        before = text[max(0, one.start - 12) : one.start]
        if _ADDED_UP.search(before):
            return one if terms > 1 else None
        if before.endswith("="):
            terms += 1
    return None


def _flag(paper: Paper, field: str, pattern: str) -> Iterator[Fact]:
    found = re.compile(pattern).search(paper.masked)
    if found:
        yield paper.fact(field, "bool", True, found.start(), found.end())


def gravity(paper: Paper) -> Iterator[Fact]:
    """情节严重: true where the paper argues grave circumstances, false where it only denies them."""
    if paper.short not in _PAPERS:
        return
    text = paper.masked
    denied: Fact | None = None
    for found in _GRAVE.finditer(text):
        if _HYPOTHETICAL.match(text, found.end()) or text.rfind("《", 0, found.start()) > text.rfind(
            "》", 0, found.start()
        ):
            continue
        start, _ = paper.sentence_at(found.start())
        clause = text[
            max(start, text.rfind("，", 0, found.start()) + 1, text.rfind("；", 0, found.start()) + 1) : found.start()
        ]
        if not _DENIED.search(clause):
            yield paper.fact("情节严重", "bool", True, found.start(), found.end())
            return
        denied = denied or paper.fact("情节严重", "bool", False, found.start() - len(clause), found.end())
    if denied:
        yield denied
