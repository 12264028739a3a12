"""责令退款: in price cases the party refunds before what it did not refund is confiscated (程序规定 第五十九条)."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.notice import DECIDED, DECISION, NOTICE
from casecheck.rules.builtin.reading import day, known, settle, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, papers_of

ORDER = "责令退款通知书"
_TELLING = (NOTICE, DECISION, "案件调查终结报告")
_OVERCHARGED = re.compile(r"多[收付](?:取)?(?:的)?[^，。；\n]{0,8}(?:价款|费用|款项?|金额|[0-9.]+元)")
_PRICE_LAW = re.compile(r"价格法|价格违法行为行政处罚规定|禁止价格欺诈")
_DENIED = re.compile(r"未|没有|无|不存在|不属于|不得")
_TOLD = re.compile(
    r"(?:责令|应当|限期|拟)[^。；\n]{0,20}退[还款][^。；\n]{0,40}[0-9.]+万?元|退[还款][^。；\n]{0,20}多[收付][^。；\n]{0,20}[0-9.]+万?元"
    r"|多[收付][^。；\n]{0,14}[0-9.]+万?元[^。；\n]{0,30}退[还款]"
)
_REFUNDED = re.compile(r"(?:已|主动|全部|自行)[^。；\n]{0,12}(?:退还|退款|清退)|退还完毕|退款完毕")
_UNKNOWN = re.compile(
    r"(?:难以|无法|不能)[^。；\n]{0,6}(?:查找|找到|联系|确定|查明)[^。；\n]{0,16}(?:消费者|付款|经营者|业主|顾客)?"
)
_SEARCHED = re.compile(r"公告")


def _overcharged(case: CaseFacts) -> list[Hit]:
    return [h for h in hits(_OVERCHARGED, papers_of(case, _TELLING)) if not _DENIED.search(h.before[-12:])]


@predicate("overcharge_found")
def overcharge_found(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a paper of a price case finds an overcharge (多收价款), or an order to refund is in the file."""
    del law, arguments
    price = any(True for _ in hits(_PRICE_LAW, papers_of(case, _TELLING)))
    return Answer(truth=bool(case.documents(ORDER)) or (price and bool(_overcharged(case))))


@predicate("refund_ordered_first")
def refund_ordered_first(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the notice told the sum to refund and the order to refund came between the notice and the decision.

    Whether the money was already refunded, and whether the payers could not be found, is for a person where the words say
    so.
    """
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    places = _overcharged(case)
    quotes = tuple(h.quote() for h in places[:2])
    returned = next(hits(_REFUNDED, papers_of(case, _TELLING)), None)
    orders = case.documents(ORDER)
    absent: tuple[Missing, ...] = ()
    if case.scope == "document":
        absent = (Missing(name=ORDER, cause=Cause.DOCUMENT_MISSING),)
    elif unread(case, *case.dossier.documents):
        absent = (Missing(name=ORDER, cause=Cause.UNREADABLE),)
    if not orders and absent:
        gaps.extend(absent)
    elif not orders:
        violations.append(
            Violation(
                quotes=(returned.quote(), *quotes) if returned else quotes,
                variant="returned" if returned else "",
                cause=Cause.NEEDS_JUDGEMENT if returned else None,
                key="no order",
            )
        )
    notices = case.documents(NOTICE)
    if notices and not any(True for _ in hits(_TOLD, notices)):
        if unread(case, *notices):
            gaps.append(Missing(name=NOTICE, cause=Cause.UNREADABLE))
        else:
            violations.append(
                Violation(
                    quotes=quotes,
                    variant="untold",
                    cause=Cause.NEEDS_JUDGEMENT if returned else None,
                    key="untold",
                )
            )
    violations.extend(_out_of_order(case))
    violations.extend(_not_searched(case))
    return settle(violations, gaps)


def _out_of_order(case: CaseFacts) -> Iterator[Violation]:
    ordered, decided = the(case, f"{ORDER}.日期"), the(case, DECIDED)
    told = max(known(case, f"{NOTICE}.送达日期") or known(case, f"{NOTICE}.日期"), key=day, default=None)
    if ordered and told and day(ordered) < day(told):
        params = (("ordered", day(ordered).isoformat()), ("told", day(told).isoformat()))
        yield Violation(
            facts=(ordered, told), variant="unheard", params=params, cause=Cause.NEEDS_JUDGEMENT, key="unheard"
        )
    if ordered and decided and day(ordered) >= day(decided):
        params = (("ordered", day(ordered).isoformat()), ("decided", day(decided).isoformat()))
        yield Violation(facts=(ordered, decided), variant="late", params=params, key="late")


def _not_searched(case: CaseFacts) -> Iterator[Violation]:
    """Payers that could not be found, and no public search for them."""
    unknown = next(hits(_UNKNOWN, papers_of(case, (*_TELLING, ORDER))), None)
    searched = next(hits(_SEARCHED, papers_of(case, (ORDER, DECISION))), None)
    if unknown and not searched and re.search("消费者|付款|顾客|业主|多付", unknown.clause):
        yield Violation(quotes=(unknown.quote(),), variant="search", cause=Cause.NEEDS_JUDGEMENT, key="search")
