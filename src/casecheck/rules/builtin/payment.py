"""罚没款缴纳: whether what was paid is what was decided, and by whom."""

import re
from collections.abc import Iterator
from itertools import combinations

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, lacking, missing, running, settle, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.identifiers import normalise_name, visible_match
from casecheck.text.money import find_money, format_yuan

DECISIONS = ("行政处罚决定书", "当场行政处罚决定书")
VOUCHER = "缴款凭证"
_OTHER_COURSES = ("延期/分期缴纳罚款通知书", "强制执行申请书", "行政处罚决定履行催告书", "法院文书")
_MOST_VOUCHERS = 12
_LATE_FINE = ("加处罚款", "滞纳金", "加处")
_NEAR_THE_PARTY = ("授权委托书.受托人", "询问笔录.被询问人", "送达回证.收件人", "送达地址确认书.收件人")
"""Persons who act for the party in the file; one of them at the counter of the bank is no stranger."""
_NOT_PAID = re.compile(r"(?:应[缴收交]|尚欠|欠缴|未缴|余额)[^。；\n]{0,12}$")
_FOR_ANOTHER = re.compile(r"代为?[缴交付]|垫付|委托[^。；]{0,12}(?:缴|支付|付款|交纳)")


@predicate("paid_as_decided")
def paid_as_decided(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the vouchers add up to fine and confiscated money, and name the party (处罚法 第六十七条、第七十四条).

    The bank and the treasury may each give a voucher for one payment, so it is enough that some of them add up.
    """
    del law, arguments
    decided = [f for name in DECISIONS for f in known(case, f"{name}.罚款金额")]
    taken = [f for name in DECISIONS for f in known(case, f"{name}.没收违法所得金额")]
    paid = _payments(case)
    if not paid:
        return settle((), [m for m in (missing(case, f"{VOUCHER}.金额"),) if m], decided)
    if not decided and not taken:
        return settle((), lacking(case, "行政处罚决定书.罚款金额"), paid)
    unsure = _contradicted(case)
    if unsure:
        return settle((), unsure, (*decided, *paid))
    sums = (*decided[:1], *taken[:1])
    due = sum(_fen(f) for f in sums)
    used = (*sums, *paid)
    total = sum(_fen(f) for f in paid)
    working = Words(
        zh=f"{' + '.join(format_yuan(_fen(f)) for f in sums)} = {format_yuan(due)} 元；缴纳 {format_yuan(total)} 元",
        en=f"{' + '.join(format_yuan(_fen(f)) for f in sums)} = CNY {format_yuan(due)}; paid CNY {format_yuan(total)}",
    )
    violations = [*_payer(case)]
    if not _adds_up(case, due):
        violations.append(_differs(case, sums, paid, due, total, working))
    return settle(violations, (), used, working)


def _fen(fact: Fact) -> int:
    return fact.value if isinstance(fact.value, int) else 0


def _payments(case: CaseFacts) -> tuple[Fact, ...]:
    """The highest amount of each voucher: its total where it lists entries, too."""
    highest: dict[str | None, Fact] = {}
    for fact in known(case, f"{VOUCHER}.金额"):
        if fact.document not in highest or _fen(fact) > _fen(highest[fact.document]):
            highest[fact.document] = fact
    return tuple(highest.values())


def _contradicted(case: CaseFacts) -> tuple[Missing, ...]:
    """The amount that the decision itself gives in two ways, and vouchers whose amount was not read."""
    names = [f"{form}.{field}" for form in DECISIONS for field in ("罚款金额", "没收违法所得金额")]
    found = [m for name in names if case.named(name) and (m := missing(case, name))]
    for paper in case.documents(VOUCHER):
        if not known(case, f"{VOUCHER}.金额", paper.id):
            cause = Cause.UNREADABLE if unread(case, paper) else Cause.NOT_FOUND
            found.append(Missing(name=f"{VOUCHER}.金额", cause=cause, looked=(paper.id,)))
    kinds = {str(f.value) for f in known(case, "行政处罚决定书.处罚种类")}
    for kind, field in (("罚款", "罚款金额"), ("没收违法所得", "没收违法所得金额")):
        if kind in kinds and not case.named(f"行政处罚决定书.{field}"):
            found.append(Missing(name=f"行政处罚决定书.{field}", cause=Cause.NOT_FOUND))
    return tuple(found)


def _adds_up(case: CaseFacts, due: int) -> bool:
    """Whether some of the amounts on the vouchers (entries or totals) make up the sum, or one of them prints it."""
    if any(due in _printed(paper) for paper in case.documents(VOUCHER)):
        return True
    amounts = [_fen(f) for f in known(case, f"{VOUCHER}.金额")][:_MOST_VOUCHERS]
    return any(sum(part) == due for n in range(1, len(amounts) + 1) for part in combinations(amounts, n))


def _printed(paper: CaseDocument) -> set[int]:
    """Every sum of money in the words of a voucher, but for what was still to be paid: a table may hide the total."""
    said = running(paper).text
    return {m.fen for m in find_money(said) if m.fen and not _NOT_PAID.search(said[max(0, m.start - 20) : m.start])}


def _differs(
    case: CaseFacts, sums: tuple[Fact, ...], paid: tuple[Fact, ...], due: int, total: int, working: Words
) -> Violation:
    other = any(case.documents(form) for form in _OTHER_COURSES)
    late = any(word in running(p).text for p in case.documents(VOUCHER) for word in _LATE_FINE)
    variant, cause = "", None
    if total > due and (late or other):
        variant, cause = "more", Cause.NEEDS_JUDGEMENT
    elif total < due and (other or case.stage != "closing"):
        variant, cause = "part", Cause.NEEDS_JUDGEMENT
    return Violation(
        facts=(*sums, *paid),
        variant=variant,
        params=(("due", format_yuan(due)), ("paid", format_yuan(total))),
        working=working,
        cause=cause,
        key="amount",
    )


def _payer(case: CaseFacts) -> Iterator[Violation]:
    """A payer who is neither the party nor the person who runs it."""
    party = the(case, "当事人.名称") or next((f for n in DECISIONS for f in known(case, f"{n}.当事人")), None)
    if party is None:
        return
    persons = [str(f.value) for n in ("当事人.法定代表人", "行政处罚决定书.法定代表人") for f in known(case, n)]
    near = [normalise_name(str(f.value)) for n in _NEAR_THE_PARTY for f in case.named(n)]
    for payer in known(case, f"{VOUCHER}.当事人"):
        name = normalise_name(str(payer.value))
        own = normalise_name(str(party.value))
        if name == own or name in own or own in name or visible_match(str(payer.value), str(party.value)):
            continue
        runs = any(normalise_name(p) == name or visible_match(p, str(payer.value)) for p in persons)
        paper = case.dossier.document(payer.document) if payer.document else None
        explained = any(_FOR_ANOTHER.search(running(d).text) for d in case.dossier.documents)
        doubtful = runs or explained or name in near or payer.masked or party.masked
        if runs and str(getattr(the(case, "当事人.类型"), "value", "")) in ("个体工商户", "自然人"):
            continue
        yield Violation(
            facts=(payer, party),
            variant="payer_near" if doubtful else "payer",
            params=(("payer", str(payer.value)), ("party", str(party.value))),
            cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
            key=f"payer {name} {paper.number if paper and paper.number else ''}",
        )
