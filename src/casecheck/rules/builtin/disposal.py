"""查封、扣押财物的处理: what became of the things that were held."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.ending import transferred
from casecheck.rules.builtin.reading import known, running, settle, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.seizure import ORDER, RELEASE
from casecheck.text.folded import fold_text

DECISIONS = ("行政处罚决定书", "不予行政处罚决定书")
LIST = "场所/设施/财物清单"
_PARTLY = re.compile(r"部分解除|解除部分|解除[^。；]{0,8}（部分）|其余[^。；]{0,16}(?:继续|仍)")
_DEALS = re.compile(
    r"(?:查封|扣押|涉案)[^。；\n]{0,24}(?:解除|退还|返还|发还|收缴|销毁|移送|拍卖|变卖)|(?:解除|退还|返还|发还|收缴|销毁|先行处置)[^。；\n]{0,24}(?:查封|扣押|涉案|物品|财物|强制措施)|如数退还|已退还"
)
_DISPOSED = re.compile(
    r"(?:查封|扣押|涉案|其余)[^。；\n]{0,24}(?:收缴|销毁|移送|拍卖|变卖)|(?:收缴|销毁|先行处置)[^。；\n]{0,24}(?:查封|扣押|涉案|物品|财物|其余)|其余[^。；\n]{0,24}(?:退还|返还|发还)"
)
_ALL = re.compile(r"没收[^。；]{0,24}(?:上述|涉案|查封|扣押|清单|全部|所有|违法(?!所得)|侵权)[^。；]{0,24}")
_REST = re.compile(r"其余|其他|剩余|余下|等(?:物品|商品|产品|财物|[0-9])|详见|见(?:附件|清单|财物)|清单")
"""Words by which an order means things that it does not name."""
_ORDERS = re.compile(r"(?:处罚|处理|决定)[^。；]{0,8}如下|如下(?:行政)?处罚|以下(?:行政)?处罚")
_OTHER_LIST = re.compile(r"退还|返还|解除|没收|先行登记|登记保存|销毁")
BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_NAME = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_MEASURE = (
    r"(?:毫升|升|毫克|千克|公斤|克|斤|毫米|厘米|米|寸|度|[mk]?[lg]|[mck]?m|[瓶袋盒包件支片粒罐桶箱条只个枚听板]装?)"
)
_SIZE = re.compile(rf"\d+(?:\.\d+)?{_MEASURE}?(?:[×xX*/]\d*(?:\.\d+)?{_MEASURE}?)*", re.IGNORECASE)


@predicate("seized_goods_dealt_with")
def seized_goods_dealt_with(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether what was seized ends in confiscation, release or transfer (行政强制法 第二十七条).

    A decision that does not speak of it, with no other paper on it, is a defect once the case is closed; before that
    the release may still come. Single things that no paper names again are a question, unless the order names the others
    one by one and no paper tells of any release. Goods that should have followed a case to the police are the matter of
    `handed_to_the_police`.
    """
    del law, arguments
    order = next(iter(case.documents(ORDER)), None)
    if order is None:
        return settle((), (Missing(name=ORDER, cause=Cause.DOCUMENT_MISSING),))
    kinds = [f for f in known(case, "行政处罚决定书.处罚种类") if str(f.value) == "没收非法财物"]
    releases = case.documents(RELEASE)
    full = [r for r in releases if not _PARTLY.search(running(r).text)]
    moved = (*case.documents("查封/扣押物品移送告知书"), *case.documents("涉案物品处理记录"))
    if kinds or full or moved:
        return settle(tuple(_unnamed(case, full)), (), kinds)
    gap = _not_readable(case)
    if gap is not None:
        return settle((), (gap,))
    if transferred(case) and not releases:
        return settle(moot=True)
    decisions = [d for name in DECISIONS for d in case.documents(name)]
    return settle((_left_open(case, order, releases, decisions),))


def _not_readable(case: CaseFacts) -> Missing | None:
    """Why it cannot be said that nothing deals with the goods; None when it can."""
    if not any(case.documents(name) for name in DECISIONS) and not transferred(case):
        return Missing(name=DECISIONS[0], cause=Cause.DOCUMENT_MISSING)
    if case.unread() and unread(case, *case.dossier.documents):
        return Missing(name=RELEASE, cause=Cause.UNREADABLE)
    if case.scope == "document":
        return Missing(name=RELEASE, cause=Cause.DOCUMENT_MISSING)
    if case.documents(DECISIONS[0]) and not case.named(f"{DECISIONS[0]}.处罚种类"):
        return Missing(name=f"{DECISIONS[0]}.处罚种类", cause=Cause.NOT_FOUND)
    return None


def _left_open(
    case: CaseFacts, order: CaseDocument, releases: tuple[CaseDocument, ...], decisions: list[CaseDocument]
) -> Violation:
    others = (*case.documents(LIST), *case.documents("有关事项审批表"))
    # Where a part was released, words that tell of a release speak of that part.
    done = _DISPOSED if releases else _DEALS
    said = [quote for d in (*decisions, *others) for quote in _dealt(d, done)]
    cause, variant = None, "rest" if releases else ""
    if said:
        cause, variant = Cause.NEEDS_JUDGEMENT, "said"
    elif case.stage != "closing":
        cause, variant = Cause.NEEDS_JUDGEMENT, "open"
    number = order.number or ""
    body = running(order)
    quotes = tuple(said) or ((body.quote(0, min(len(body.text), 40)),) if body.text else ())
    return Violation(quotes=quotes, variant=variant, params=(("order", number),), cause=cause, key=number)


def _dealt(decision: CaseDocument, words: re.Pattern[str]) -> Iterator[Quote]:
    body = running(decision)
    for match in words.finditer(body.text):
        yield body.quote(*match.span())


def _unnamed(case: CaseFacts, full: list[CaseDocument]) -> Iterator[Violation]:
    """Things on a list of seizure that neither the order of the decision nor a later paper names."""
    if full:
        return
    lists = [paper for paper in case.documents(LIST) if not _OTHER_LIST.search(running(paper).text)]
    later = [
        *(p for p in case.documents(LIST) if p not in lists),
        *case.documents(RELEASE),
        *case.documents("查封/扣押物品移送告知书"),
        *case.documents("涉案物品处理记录"),
    ]
    ordered = "".join(order_of(d) for name in DECISIONS for d in case.documents(name))
    if not ordered or _ALL.search(ordered):
        return
    said = ordered + "".join(running(p).text for p in later)
    told = (plain(said), plain(BRACKETED.sub("", said)))
    things = [f for paper in lists for f in known(case, f"{LIST}.物品名称", paper.id)]
    kinds = Counter(kind_of(value) for value in {str(f.value) for f in things})
    left = [f for f in things if not _named_in(told, str(f.value), kinds)]
    if left:
        called = "、".join(dict.fromkeys(str(f.value) for f in left))
        yield Violation(
            facts=tuple(left),
            variant="item",
            params=(("items", called),),
            severity=Severity.MAJOR,
            cause=None if len(left) < len(things) and _surely_left(case, ordered) else Cause.NEEDS_JUDGEMENT,
            key="items",
        )


def _surely_left(case: CaseFacts, ordered: str) -> bool:
    """Whether nothing in a closed and fully read file may deal with the things under another name.

    The order must name its things one by one, and no paper may speak of things that were given back or done away with.
    """
    if case.stage != "closing" or case.scope == "document" or case.unread() or _REST.search(ordered):
        return False
    tellers = (*(d for name in DECISIONS for d in case.documents(name)), *case.documents("有关事项审批表"))
    return not any(_DEALS.search(running(d).text) for d in (*tellers, *case.documents("案件调查终结报告")))


def _named_in(told: Sequence[str], name: str, kinds: Mapping[str, int]) -> bool:
    """Whether a thing is named: as it is, without what a bracket adds to it (a brand, a colour), or without its size.

    The size may only be left out where no other thing on the lists differs in nothing else.
    """
    bare = {plain(name), plain(BRACKETED.sub("", name))}
    kind = kind_of(name)
    if len(kind) > 1 and kinds[kind] == 1:
        bare.add(kind)
    bare.discard("")
    return not bare or any(words in text for words in bare for text in told)


def plain(said: str) -> str:
    """Words without marks, width, case, and the 牌 that may or may not stand behind a brand."""
    return _NAME.sub("", fold_text(said).lower()).replace("牌", "")


def kind_of(name: str) -> str:
    """The plain name without its size (500ml, 12瓶/箱, 180×80mm)."""
    return plain(_SIZE.sub("", BRACKETED.sub("", fold_text(name))))


def order_of(decision: CaseDocument) -> str:
    """The part of a decision that orders: what follows the words `处罚如下`, else all of it."""
    said = running(decision).text
    starts = [m.end() for m in _ORDERS.finditer(said)]
    return said[starts[-1] :] if starts else said
