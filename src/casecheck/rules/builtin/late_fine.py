"""加处罚款: three per cent a day, never more than the fine, not while the decision is under review."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from casecheck.law.book import LawBook
from casecheck.law.periods import due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.reading import day, lacking, running, settle, text, texts, the, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.money import MoneyMention, find_money, format_yuan
from casecheck.text.numbers import parse_number

DECISION = "行政处罚决定书"
_NAMED = re.compile(r"加处(?:的)?罚款(?:数额|金额|总额|共计|合计|计|为|人民币|（|：|[¥￥]|款项)*$")
_WITH_THE_FINE = re.compile(
    r"罚没?款[^。；]{0,40}(?:及|和|、|与|并|加上|\+)[^，。；]{0,8}加处(?:的)?罚款(?:数额|金额|款项|（|，|：)*(?:合计|共计|总计|总额|共)"
    r"[^，。；\d]*$"
)
"""A total of the fine and the late fine."""
_TOTAL = re.compile(r"(?:合计|共计|总计|共)(?:人民币|为|：|[¥￥])*$")
_FINE = re.compile(r"(?<!加处)(?<!加处的)罚款(?:数额|金额|本金|款项|人民币|为|：|[¥￥])*$")
_STANDARD = re.compile(r"百分之三|3%|3％|百分之3|每日|按日")
_DAYS = re.compile(
    r"(?:逾期|迟延|超期|滞纳|计)(?:共计|共|天数|缴纳|：|为)*(?P<days>[0-9]{1,4}|[一二三四五六七八九十百]{1,6})(?:日|天)"
)
_STAYED = re.compile(
    r"(?:申请|提起)(?:了)?行政复议(?:申请)?[^。；]{0,20}(?:受理|维持|(?<!本)(?<!复议)决定)|复议(?:机关)?[^。；]{0,12}(?:维持|受理)|行政判决|行政诉讼[^。；]{0,12}(?:受理|判决|驳回)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    """A late fine that a paper claims (in 分), the days it names, and its words."""

    paper: CaseDocument
    fen: int
    days: int | None
    quote: Quote


def _charges(case: CaseFacts, arguments: Json) -> Iterator[_Charge]:
    for form in texts(arguments, "papers"):
        for paper in case.documents(form):
            body = running(paper)
            best: _Charge | None = None
            sums = find_money(body.text)
            for sum_ in sums:
                head = body.text[max(0, sum_.start - 24) : sum_.start]
                whole = body.text[max(0, sum_.start - 80) : sum_.start]
                if not _NAMED.search(head) or _WITH_THE_FINE.search(whole):
                    continue
                start = body.text.rfind("。", 0, sum_.start) + 1
                fen = sum_.fen - _fine_within(sums, body.text, start, sum_)
                days = list(_DAYS.finditer(body.text, start, sum_.end + 40))
                number = parse_number(days[-1]["days"]) if days else None
                charge = _Charge(
                    paper=paper,
                    fen=fen,
                    days=number if isinstance(number, int) else None,
                    quote=body.quote(max(start, sum_.start - 24), sum_.end),
                )
                best = charge if best is None or charge.fen > best.fen else best
            if best:
                yield best


def _fine_within(sums: Sequence[MoneyMention], said: str, start: int, claimed: MoneyMention) -> int:
    """The fine that a total after it holds (“罚款1000元，加处罚款合计2000元”); 0 where no total or no smaller fine is told.

    Whoever reads the total as the late fine alone may be right; the reading that charges less is the one to go by.
    """
    if not _TOTAL.search(said[: claimed.start]):
        return 0
    fines = [m.fen for m in sums if start <= m.start < claimed.start and _FINE.search(said[: m.start])]
    return fines[-1] if fines and fines[-1] < claimed.fen else 0


@predicate("late_fine_charged")
def late_fine_charged(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether one of `papers` claims a late fine as a sum."""
    del law
    if any(True for _ in _charges(case, arguments)):
        return Answer(truth=True)
    papers = [p for form in texts(arguments, "papers") for p in case.documents(form)]
    if any(unread(case, p) for p in papers):
        return Answer(truth=None, missing=(Missing(name=texts(arguments, "papers")[0], cause=Cause.UNREADABLE),))
    return Answer(truth=False)


@predicate("late_fine_right")
def late_fine_right(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the late fine is at most the fine and at most `rate` a day of lateness (处罚法 第七十二条、第七十三条).

    `cap` is the highest part of the fine, `limit` the time for payment after service. Days of reconsideration or suit
    do not count: where the file tells of one, the days are for a person to judge.
    """
    fine, decided = the(case, f"{DECISION}.罚款金额"), the(case, f"{DECISION}.决定日期")
    if fine is None or decided is None or not isinstance(fine.value, int):
        return settle((), lacking(case, f"{DECISION}.罚款金额", f"{DECISION}.决定日期"))
    rate, cap = (_ratio(law, text(arguments, key), day(decided)) for key in ("rate", "cap"))
    if rate is None or cap is None:
        return settle((), (Missing(name=text(arguments, "rate"), cause=Cause.NEEDS_JUDGEMENT),), (fine,))
    stayed = bool(case.documents("法院文书")) or any(_STAYED.search(running(d).text) for d in case.dossier.documents)
    violations = list(_untold(case))
    workings: list[Words] = []
    for charge in _charges(case, arguments):
        days, said = (charge.days, True) if charge.days else (_days_late(case, law, arguments, charge), False)
        most = _share(fine.value, rate * days) if days is not None else None
        if most is not None and days is not None:
            workings.append(_working(fine.value, rate, days, most))
        if charge.fen > _share(fine.value, cap):
            violations.append(_over(case, charge, fine, ""))
        elif most is not None and charge.fen > most:
            cause = Cause.NEEDS_JUDGEMENT if stayed else None
            violations.append(_over(case, charge, fine, "days" if said else "dates", cause, days, most))
        elif stayed:
            violations.append(_over(case, charge, fine, "stayed", Cause.NEEDS_JUDGEMENT))
        elif days is None:
            return settle(violations, lacking(case, f"{DECISION}.送达日期"), (fine,))
    return settle(violations, (), (fine,), workings[0] if workings else None)


def _ratio(law: LawBook, name: str, on: date) -> Decimal | None:
    limit = law.limits.on(name.removeprefix("$"), on)
    return Decimal(str(limit.ratio)) if limit and limit.ratio is not None else None


def _share(fen: int, part: Decimal) -> int:
    return int((Decimal(fen) * part).quantize(Decimal(1), ROUND_HALF_UP))


def _days_late(case: CaseFacts, law: LawBook, arguments: Json, charge: _Charge) -> int | None:
    """The most days of lateness there can be: from the end of the time for payment to the day of the paper."""
    served = the(case, f"{DECISION}.送达日期")
    dated = next((f for f in case.named(f"{_short(case, charge.paper)}.日期", charge.paper.id)), None)
    limit = period(law, text(arguments, "limit"), day(served)) if served else None
    if served is None or dated is None or limit is None:
        return None
    end = due(day(served), limit, law.calendar, "party")
    return max((day(dated) - end.nominal).days, 0) if end.nominal else None


def _short(case: CaseFacts, paper: CaseDocument) -> str:
    form = case.form(paper.form) if paper.form else None
    return form.short if form else ""


def _over(
    case: CaseFacts,
    charge: _Charge,
    fine: Fact,
    variant: str,
    cause: Cause | None = None,
    days: int | None = None,
    most: int | None = None,
) -> Violation:
    return Violation(
        facts=(fine,),
        quotes=(charge.quote,),
        variant=variant,
        params=(
            ("paper", title_of(case, charge.paper.id)),
            ("charged", format_yuan(charge.fen)),
            ("fine", format_yuan(fine.value if isinstance(fine.value, int) else 0)),
            ("days", str(days) if days is not None else ""),
            ("most", format_yuan(most) if most is not None else ""),
        ),
        cause=cause,
        key=f"{variant} {charge.paper.id}",
    )


def _untold(case: CaseFacts) -> Iterator[Violation]:
    """The decision does not tell the standard of the late fine (行政强制法 第四十五条第一款)."""
    for paper in case.documents(DECISION):
        body = running(paper)
        told = "加处" in body.text or _STANDARD.search(body.text)
        if not told and body.text and not unread(case, paper):
            yield Violation(quotes=(body.quote(0, min(len(body.text), 30)),), variant="untold", key="untold")


def _working(fine: int, rate: Decimal, days: int, most: int) -> Words:
    share = f"{format_yuan(fine)} × {(rate * 100).normalize()}% × {days}"
    return Words(zh=f"{share} 日 = {format_yuan(most)} 元", en=f"{share} d = CNY {format_yuan(most)}")
