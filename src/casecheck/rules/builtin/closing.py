"""结案: whether the reason for closing is borne out by the papers (程序规定 第七十七条)."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, the, unproven_absence
from casecheck.rules.builtin.registry import predicate
from casecheck.text.folded import fold
from casecheck.text.money import format_yuan

FORM, VOUCHER = "结案审批表", "缴款凭证"
_UNTICKED = re.compile(r"[☐□][^☐□☑■√✓✔\n，。；]*")
_DONE = re.compile(r"执行完毕|履行完毕|全部履行|已履行|已经履行|执行终结")
_PARTLY = re.compile(
    r"(?:未|尚未|没有)[^。；，]{0,6}(?:缴清|缴纳|履行完|执行完|全部)|尚欠|剩余[^。；]{0,16}(?:未|待|分期)|部分(?:履行|执行|缴纳)|只缴"
)
_DESTROYED = re.compile(r"没收[、并和及，]{0,2}(?:依法)?(?:予以)?销毁|没收[^。；]{0,40}(?:并|予以)销毁")
_COURT_ENDED = re.compile(r"裁定[^。；]{0,8}终结(?:执行)?")
_STOPPED = re.compile(r"终止调查")
_NO_PENALTY = re.compile(r"不予(?:行政)?处罚")
_MOVED = re.compile(r"移送")


@predicate("closing_ground_proven")
def closing_ground_proven(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the ground that the closing form ticks is shown by the papers.

    A penalty carried out: there is a voucher, of before the closing, and the form itself tells of no remainder; whether the
    sum paid is the sum due is for `paid_as_decided`.
    No penalty, transfer, end by the court: the paper of that decision is on file. Other grounds are left to a person.
    """
    del law, arguments
    reasons = known(case, f"{FORM}.结案理由") or known(case, f"{FORM}.执行情况")
    if not reasons:
        return settle((), lacking(case, f"{FORM}.结案理由"))
    said = _UNTICKED.sub("", "".join(fold(str(f.value)).text for f in reasons))
    wanted: tuple[str, ...] = ()
    violations: list[Violation] = []
    if _DONE.search(said):
        violations.extend(_carried_out(case, reasons))
    elif _NO_PENALTY.search(said):
        wanted = ("不予行政处罚决定书",)
    elif _MOVED.search(said):
        wanted = ("涉嫌犯罪案件移送书", "案件移送函")
    elif _COURT_ENDED.search(said):
        wanted = ("法院文书",)
    elif not _STOPPED.search(said):
        return settle((), (), reasons)
    if wanted and not any(case.documents(form) for form in wanted):
        if gap := unproven_absence(case, wanted[0]):
            return settle((), (gap,), reasons)
        params = (("paper", "、".join(f"《{form}》" for form in wanted)), ("ground", said))
        violations.append(Violation(facts=reasons[:1], variant="paper", params=params, key="paper"))
    gaps = _unknown(case) if _DONE.search(said) and not violations else ()
    return settle(violations, gaps, reasons)


def _carried_out(case: CaseFacts, reasons: tuple[Fact, ...]) -> Iterator[Violation]:
    told = [f for f in known(case, f"{FORM}.执行情况") if _PARTLY.search(fold(str(f.value)).text)]
    if told:
        yield Violation(facts=(reasons[0], *told), variant="remainder", key="remainder")
        return
    closed = the(case, f"{FORM}.批准日期")
    yield from _goods_later(case, closed)
    due = _due(case)
    if not due:
        return
    if not case.documents(VOUCHER):
        if unproven_absence(case, VOUCHER) is None:
            params = (("due", format_yuan(due)),)
            yield Violation(facts=reasons[:1], params=params, key="voucher")
        return
    days = known(case, f"{VOUCHER}.日期")
    if closed and days and max(map(day, days)) > day(closed):
        last = max(days, key=day)
        days_told = (("paid", day(last).isoformat()), ("closed", day(closed).isoformat()))
        yield Violation(facts=(last, closed), variant="early", params=days_told, key="early")


def _goods_later(case: CaseFacts, closed: Fact | None) -> Iterator[Violation]:
    """Confiscated goods dealt with after the closing: not carried out where the decision itself orders their destruction.

    Elsewhere the confiscation may be complete with the goods in custody: that is a question.
    """
    dealt = max(known(case, "涉案物品处理记录.处理日期"), key=day, default=None)
    taken = [f for f in known(case, "行政处罚决定书.处罚种类") if str(f.value) == "没收非法财物"]
    if not (closed and dealt and taken) or day(dealt) <= day(closed):
        return
    destroyed = any(_DESTROYED.search(running(d).text) for d in case.documents("行政处罚决定书"))
    yield Violation(
        facts=(dealt, closed),
        variant="goods",
        params=(("dealt", day(dealt).isoformat()), ("closed", day(closed).isoformat())),
        cause=None if destroyed else Cause.NEEDS_JUDGEMENT,
        key="goods",
    )


def _due(case: CaseFacts) -> int:
    names = ("罚款金额", "没收违法所得金额")
    facts = [the(case, f"{form}.{name}") for form in ("行政处罚决定书", "当场行政处罚决定书") for name in names]
    return sum(f.value for f in facts if f and isinstance(f.value, int))


def _unknown(case: CaseFacts) -> tuple[Missing, ...]:
    """What keeps the payment of a penalty carried out from being known."""
    if not _due(case):
        return ()
    if not case.documents(VOUCHER):
        gap = unproven_absence(case, VOUCHER)
        return (gap,) if gap else ()
    if not known(case, f"{VOUCHER}.金额"):
        return (Missing(name=f"{VOUCHER}.金额", cause=Cause.NOT_FOUND),)
    return ()
