"""救济途径: what the paper tells of reconsideration and suit."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.provisions import citation, is_ground, is_price, is_price_statute
from casecheck.rules.builtin.reading import (
    EMPTY_SECTIONS,
    NOTHING_THERE,
    known,
    lacking,
    running,
    settle,
    text,
    texts,
    title_of,
    unread,
)
from casecheck.rules.builtin.reading import day as day_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.remedy_clause import Clause, clause, clauses, suit_alone
from casecheck.rules.quotes import quote_of

_PAYMENT = re.compile(
    r"救济途径|履行方式|加处罚|(?:罚没?款|款项)[^。]{0,40}[缴交][纳到至入]|缴[纳交][^。，；]{0,6}罚|收到[^。]{0,40}缴[纳到至]"
)
"""Words on payment of the fine; 缴纳 alone may be a fee that the paper tells of."""
_OF_PRICES = re.compile("价格|标价|收费|价款")
_NO_COURT = ("", "法院", "人民法院")
_PLACEHOLDER = re.compile(
    r"^(?:人民政府|市场监督管理局|市场监督管理（总）局|人民政府或者市场监督管理（总）局|市场监督管理局或人民政府|或者|或|、)*$"
)


@predicate("remedies_told")
def remedies_told(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each paper tells how and until when to ask for reconsideration and to sue (处罚法 第五十九条).

    `papers` are the forms, `reconsideration`, `suit`, `after` the lengths the law sets, `on` the facts with the day.
    A price penalty need not offer a direct suit (价格违法行为行政处罚规定 第二十条). A suit offered alone is told here unless
    reconsideration must come first: then the rules on that tell it (`first`: forms for which it must since a day).
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    seen = False
    for form in texts(arguments, "papers"):
        for paper in case.documents(form):
            seen = True
            on, dated = _day(case, arguments, paper)
            used.extend(dated)
            told = clause(paper)
            if told is not None:
                violations.extend(_faults(case, law, arguments, told, on))
            elif unread(case, paper):
                gaps.append(Missing(name=f"{form}.复议期限", cause=Cause.UNREADABLE, looked=(paper.id,)))
            elif not dated or is_excerpt(case, paper) or case.named(NOTHING_THERE, paper.id):
                gaps.append(Missing(name=f"{form}.复议期限", cause=Cause.NOT_FOUND, looked=(paper.id,)))
            elif alone := suit_alone(paper):
                if not (_must_come_first(arguments, form, on) or _price_only(case)):
                    violations.append(_without_reconsideration(case, paper, alone))
            else:
                violations.append(_absent(case, paper, dated))
    if not seen:
        gaps.append(Missing(name=texts(arguments, "papers")[0], cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


def _day(case: CaseFacts, arguments: Json, paper: CaseDocument) -> tuple[date, tuple[Fact, ...]]:
    for name in texts(arguments, "on"):
        found = known(case, name, paper.id)
        if found:
            return day_of(found[0]), found[:1]
    return date.max, ()


def is_excerpt(case: CaseFacts, paper: CaseDocument) -> bool:
    """Whether a single published paper is an extract: neither payment nor remedies, not even a heading.

    The number of copies shows no end: extracts and public summaries keep it in the foot of the page.
    """
    said = running(paper).text
    return case.scope == "document" and not _PAYMENT.search(said)


def _absent(case: CaseFacts, paper: CaseDocument, dated: tuple[Fact, ...]) -> Violation:
    """No clause: a section of that name that is empty is told as such."""
    empty = tuple(f for f in case.named(EMPTY_SECTIONS, paper.id) if "救济" in str(f.value))
    if empty:
        params = (("paper", title_of(case, paper.id)), ("section", str(empty[0].value)))
        return Violation(facts=empty, variant="empty_section", params=params, key=f"absent {paper.number or ''}")
    return Violation(
        facts=dated, variant="absent", params=(("paper", title_of(case, paper.id)),), key=f"absent {paper.number or ''}"
    )


def _must_come_first(arguments: Json, form: str, on: date) -> bool:
    listed = arguments.get("first") if isinstance(arguments, dict) else None
    since = listed.get(form) if isinstance(listed, dict) else None
    return since is not None and on >= date.fromisoformat(str(since))


def _without_reconsideration(case: CaseFacts, paper: CaseDocument, suit: Quote) -> Violation:
    return Violation(
        quotes=(suit,),
        variant="reconsideration_missing",
        params=(("paper", title_of(case, paper.id)),),
        key=f"absent {paper.number or ''}",
    )


def _faults(case: CaseFacts, law: LawBook, arguments: Json, told: Clause, on: date) -> Iterator[Violation]:
    price = _price_only(case)
    yield from _wrong_length(law, arguments, told, on)
    if told.court is None:
        yield _violation(case, told, "suit_missing", Cause.NEEDS_JUDGEMENT if price is not False else None)
    elif (told.after or told.first) and price is False:
        yield _violation(case, told, "first_without_law", Cause.NEEDS_JUDGEMENT)
    if told.body is not None and _PLACEHOLDER.match(told.body):
        yield _violation(case, told, "body_blank", None)
    elif told.court in _NO_COURT and not any(c.court and c.court not in _NO_COURT for c in clauses(told.document)):
        yield _violation(case, told, "court_blank", None if told.court == "" else Cause.NEEDS_JUDGEMENT)


def _wrong_length(law: LawBook, arguments: Json, told: Clause, on: date) -> Iterator[Violation]:
    want = period(law, text(arguments, "reconsideration"), on)
    if want and told.reconsideration and not _equals(told.reconsideration, want.count, want.unit):
        yield _length_fault(told, "reconsideration", told.reconsideration, f"{want.count}日")
    elif told.reconsideration is None:
        yield _length_fault(told, "reconsideration", (None, ""), "60日")
    if told.court is None:
        return
    if told.after:
        late = period(law, text(arguments, "after"), on)
        if told.suit and told.suit[0] is not None and late and not _equals(told.suit, late.count, late.unit):
            yield _length_fault(told, "after", told.suit, f"{late.count}日")
        return
    direct = period(law, text(arguments, "suit"), on)
    if direct and (told.suit is None or not _equals(told.suit, direct.count, direct.unit)) and not told.first:
        yield _length_fault(told, "suit", told.suit or (None, ""), f"{direct.count}个月")


def _equals(told: tuple[int | None, str], count: int, unit: str) -> bool:
    units = {"calendar": "日", "month": "月", "working": "工作日", "year": "年"}
    return told[0] == count and told[1] == units.get(unit, unit)


def _length_fault(told: Clause, variant: str, length: tuple[int | None, str], want: str) -> Violation:
    number, unit = length
    blank = number is None
    printed = "" if blank else f"{number}{'个' if unit == '月' else ''}{unit}"
    return Violation(
        quotes=(told.quote(),),
        variant=f"{variant}_blank" if blank else variant,
        params=(("told", printed), ("want", want)),
        key=variant,
    )


def _violation(case: CaseFacts, told: Clause, variant: str, cause: Cause | None) -> Violation:
    return Violation(
        quotes=(told.quote(),),
        variant=variant,
        params=(("paper", title_of(case, told.document.id)), ("body", told.body or ""), ("court", told.court or "")),
        cause=cause,
        key=variant,
    )


def _price_only(case: CaseFacts) -> bool | None:
    """Whether all grounds of the decision are price provisions; None when some are or when none is known."""
    names = ("行政处罚决定书.处罚依据", "行政处罚决定书.违反条款")
    grounds = [c for n in names for f in known(case, n) if (c := citation(f)) is not None and is_ground(c)]
    if not grounds:
        return None
    price = [is_price(c) for c in grounds]
    return True if all(price) else None if any(price) else False


@predicate("reconsideration_by_government")
def reconsideration_by_government(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a paper of 2024 or later names a government as the body of reconsideration (行政复议法 第二十四条).

    A paper of the 国家市场监督管理总局 itself is reconsidered there (第二十五条).
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    seen = False
    since = date.fromisoformat(text(arguments, "since"))
    for form in texts(arguments, "papers"):
        for paper in case.documents(form):
            on, dated = _day(case, arguments, paper)
            if dated and on < since:
                seen = True
                continue
            seen = True
            used.extend(dated)
            told = clause(paper)
            cause = Cause.UNREADABLE if unread(case, paper) else Cause.NOT_FOUND
            if told is None or not told.body:
                gaps.append(Missing(name=f"{form}.复议机关", cause=cause, looked=(paper.id,)))
                continue
            central = "国家市场监督管理总局" in told.body
            wrong = re.search(r"市场监督管理|市场监管|工商行政管理|物价局|食品药品监督管理|质量技术监督", told.body)
            if wrong and not central and not dated:
                gaps.append(Missing(name=f"{form}.决定日期", cause=cause, looked=(paper.id,)))
            elif wrong and not central:
                violations.append(
                    Violation(
                        quotes=(told.quote(), *(q for f in dated if (q := quote_of(f, case.dossier)))),
                        params=(("body", told.body), ("paper", title_of(case, paper.id))),
                        key=f"{title_of(case, paper.id)}{paper.number or ''}",
                    )
                )
    if not seen:
        gaps.append(Missing(name=texts(arguments, "papers")[0], cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


@predicate("price_reconsideration_first")
def price_reconsideration_first(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a price penalty sends the party to reconsideration first (价格违法行为行政处罚规定 第二十条).

    A direct suit offered is a violation where price provisions are the only ground (`grounds`), a question where another
    law is a ground as well, unless the remedies are told apart, and where only local or mixed rules on prices are.
    """
    del law
    decision = next(iter(case.documents(text(arguments, "paper"))), None)
    if decision is None:
        return settle((), (Missing(name=text(arguments, "paper"), cause=Cause.DOCUMENT_MISSING),))
    facts = [f for n in texts(arguments, "grounds") for f in known(case, n)]
    grounds = [(f, c) for f in facts if (c := citation(f)) is not None and is_ground(c)]
    if not grounds:
        return settle((), lacking(case, *texts(arguments, "grounds")[:1]))
    told = clause(decision)
    alone = suit_alone(decision) if told is None else None
    if told is None and alone is None:
        cause = Cause.UNREADABLE if unread(case, decision) else Cause.NOT_FOUND
        return settle((), (Missing(name=f"{text(arguments, 'paper')}.复议期限", cause=cause, looked=(decision.id,)),))
    if told is not None and not told.free_choice:
        return settle((), (), [f for f, _ in grounds])
    mixed = [c.law for _, c in grounds if not is_price(c)]
    if mixed and _price_apart(decision):
        return settle((), (), [f for f, _ in grounds])
    own = [c.law for _, c in grounds if not mixed and not is_price_statute(c)]
    variant = "mixed" if mixed else "local" if len(own) == len(grounds) else ""
    violation = Violation(
        facts=tuple(f for f, c in grounds if is_price(c))[:2],
        quotes=tuple(quote for quote in (told.quote() if told else alone,) if quote),
        variant=variant,
        params=(("laws", "、".join(f"《{name}》" for name in dict.fromkeys(mixed or own))),),
        cause=Cause.NEEDS_JUDGEMENT if variant else None,
    )
    return settle((violation,), (), [f for f, _ in grounds])


def _price_apart(decision: CaseDocument) -> bool:
    """Whether the paper tells the remedies for its price acts in a clause of their own that offers no direct suit."""
    return any(not c.free_choice and _OF_PRICES.search(c.said) for c in clauses(decision))


@predicate("price_is_ground")
def price_is_ground(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a price provision is among the grounds of the decision."""
    del law
    facts = [f for n in texts(arguments, "grounds") for f in known(case, n)]
    grounds = [(f, c) for f in facts if (c := citation(f)) is not None]
    if not grounds:
        return Answer(truth=None, missing=lacking(case, *texts(arguments, "grounds")[:1]))
    return Answer(truth=any(is_price(c) for _, c in grounds), used=tuple(f for f, _ in grounds))
