"""The operative part (主文) of a decision, a notice or a report: what is ordered, announced or proposed."""

import re

from casecheck.facts.forms import entries
from casecheck.facts.paper import Paper

_OPENING = re.compile(
    r"(?:处罚|处理|决定|意见|建议)[^。；：，\n]{0,14}(?:如下|(?<![元日倍])以下(?!的))(?:(?!罚款|没收|警告)[^。；：\n]){0,16}[：，]?"
    r"|(?:如下|(?<![元日倍])以下(?!的))[^。；：\n]{0,6}(?:处罚|处理)(?:决定|意见)?[：，]?"
    r"|行政处罚的内容[^\n：]{0,12}[）：]"
    r"|(?:决定|拟)[^。；：\n]{0,16}(?:合并)?处罚："
)
_ORDER = re.compile(
    r"(?:决定|拟|建议|现|应当|应|(?:本局|我局)(?=责令|给予|作出|对当事人))[^。\n]{0,160}?(?:罚款|警告|没收|不予(?:行政)?处罚|免予(?:行政)?处罚|吊销|通报批评)"
)
_BARE_FINE = re.compile(r"罚款(?:人民币)?[0-9壹贰叁肆伍陆柒捌玖]")
_CLOSING = re.compile(
    r"(?:当事人|你单位|你公司|你店|你（单位）|你|上述罚|罚没款|所处罚款|以上罚|缴纳罚款|请)[^。\n]{0,40}(?:收到|接到|送达|签收)[^。\n]{0,25}"
    r"(?:日|天)(?:之?内|起)"
    r"|自?(?:收到|接到)(?:本|此)?[^。\n]{0,16}决定书?之日起"
    r"|(?:如|若)?不服本|(?:如|若)[^。\n]{0,12}对(?:本|上述)[^。\n]{0,12}不服|(?:行政处罚)?的?履行方式和期限|救济途径"
    r"|有权(?:进行|提出)?陈述|(?:陈述|申辩)的?权利|如?(?:对|有)[^。\n]{0,12}异议|逾期(?:不|未)(?:缴|交|履行|按|申请|提)"
)


_SUMS_UP = re.compile("综上|合并|合计|共计")
_SUMS_UP_ACTS = re.compile(r"综合(?:（?[一二三四五六\d]）?[和、及与，]?)+|综合(?:以上|上述|前述)[^，。]{0,6}[项点种]")
"""How the sentence of the last order begins that takes the orders on several acts together."""
_FIELDS = {
    "行政处理决定审批表": "处理内容",
    "结案审批表": "处理结果",
    "集体讨论记录": "结论",
    "当场行政处罚决定书": "处罚内容",
}
"""Forms with a field for the penalty."""
_PROSE_PAPERS = ("行政处罚决定书", "当场行政处罚决定书", "行政处罚告知书")
_LIST_LINE = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、．.]|[①-⑳]|以上|上述|合计|共计|罚没|两项|各项)")


def _named_part(paper: Paper) -> tuple[int, int] | None:
    """The value of the field that a form has for the penalty."""
    field = _FIELDS.get(paper.short)
    for entry in entries(paper) if field else ():
        if entry.field.fact == f"{paper.short}.{field}" and entry.end > entry.start:
            return entry.start, entry.end
    return None


def _list_end(text: str, start: int, end: int) -> int:
    """The end of the line of an opening and of the list lines after it."""
    stop = text.find("\n", start, end)
    while 0 <= stop < end and _LIST_LINE.match(text, stop + 1):
        stop = text.find("\n", stop + 1, end)
    return stop if stop >= 0 else end


def operative_part(paper: Paper) -> tuple[int, int]:
    """The span of `paper.masked` that holds the penalties; an empty span where none is found."""
    text = paper.masked
    named = _named_part(paper)
    if named:
        return named
    openings = [m for m in _OPENING.finditer(text) if _orders(text, m.end())]
    if openings:
        start = openings[-1].end()
        block = _same_order(text, openings)
        end = _end(text, start)
        return block, end if paper.short in _PROSE_PAPERS else _list_end(text, start, end)
    orders = list(_ORDER.finditer(text, _narrative_start(text)))
    if not orders:
        bare = list(_BARE_FINE.finditer(text))
        return (bare[-1].start(), _end(text, bare[-1].start())) if bare else (0, 0)
    with_amount = [
        m for m in orders if re.search(r"罚款[^。]{0,30}元|元[^。]{0,4}罚款", text[m.start() : m.end() + 40])
    ]
    orders = (
        with_amount
        or [m for m in orders if not re.search("逾期|到期不|加处", text[m.start() - 12 : m.end()])]
        or orders
    )
    start = orders[-1].start()
    return start, _end(text, start)


def _orders(text: str, position: int) -> bool:
    """Whether a penalty is named soon after an opening."""
    return re.search("罚款|警告|没收|不予|免予|吊销|通报|停业|改正", text[position : position + 200]) is not None


def _same_order(text: str, openings: list[re.Match[str]]) -> int:
    """The start of the last opening, or of an earlier one where both belong to one list of separate orders."""
    chosen = openings[-1]
    sentence = max(text.rfind(mark, 0, chosen.start()) for mark in "。\n") + 1
    if _SUMS_UP.search(text, max(0, chosen.start() - 20), chosen.end()) or _SUMS_UP_ACTS.match(text, sentence):
        return chosen.end()
    for earlier in reversed(openings[:-1]):
        between = text[earlier.end() : chosen.start()]
        if _CLOSING.search(between) or len(between) > 700 or "认为" in between or "综上" in between:
            break
        if "行为" not in between and _says_again(text, earlier.end(), chosen.start(), chosen.end()):
            break
        chosen = earlier
    return chosen.end()


def _says_again(text: str, start: int, end: int, later: int) -> bool:
    """Whether the order at `start:end` (a proposal that was left in) is the one that stands at `later`."""
    proposed = text[start:end].split("。")[0].strip("\n")
    return bool(proposed) and text[later:].lstrip("\n").startswith(proposed)


def _narrative_start(text: str) -> int:
    """Where the opinion of the authority begins: what stands before tells what happened, not what is ordered."""
    found = [m.start() for m in re.finditer("认为|综上|决定", text)]
    return found[0] if found else 0


def _end(text: str, start: int) -> int:
    closing = _CLOSING.search(text, start)
    return closing.start() if closing else len(text)
