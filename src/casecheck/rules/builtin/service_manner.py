"""送达方式: what leaving a paper, the post and electronic ways of service each need as proof (程序规定 第八十二条、第八十三条)."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.service import Manner
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, running, settle, texts, unproven_absence, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.passport.manner import (
    ADDRESS,
    MAY_SIGN,
    RECEIPT,
    comparable,
    household,
    manner_of,
    reasons,
    standing_of,
)
from casecheck.rules.passport.proofs import POST, REFUSED, arrived, consent, recorded, witnesses

_NEAR = re.compile(r"邻居|朋友|同事|老乡|房东|物业|店员|营业员|收银员|服务员|保安|工人|雇员|员工")
_FAMILY = re.compile(r"配偶|妻|夫|父|母|子|女|儿|家属|家人|兄|弟|姐|妹|同住")


def by_manner(case: CaseFacts, wanted: Manner) -> Iterator[tuple[CaseDocument, Fact]]:
    """The receipts whose manner of service is that one, as the passport of service reads it."""
    for receipt in case.documents(RECEIPT):
        manner, fact = manner_of(case, receipt)
        if manner is wanted and fact is not None:
            yield receipt, fact


@predicate("served_by")
def served_by(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a paper was served in one of the `manners` (`direct left post electronic entrusted public`)."""
    del law
    wanted = {Manner(name) for name in texts(arguments, "manners")}
    return Answer(truth=any(manner_of(case, receipt)[0] in wanted for receipt in case.documents(RECEIPT)))


def _head(paper: CaseDocument) -> tuple[Quote, ...]:
    said = running(paper)
    return (said.quote(0, min(len(said.text), 40)),) if said.text else ()


def _key(paper: CaseDocument) -> str:
    return f"{paper.number or ''}{running(paper).text[:60]}"


@predicate("left_rightly")
def left_rightly(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each paper left with a party that refused it shows the refusal, and a witness or a recording.

    程序规定 第八十二条第（二）项. A receipt on which neither is seen, with no word of photos or videos of service anywhere in the
    dossier, is a violation; what a place for handwriting may hold is a question for the original.
    """
    del law, arguments
    violations: list[Violation] = []
    for receipt, manner in by_manner(case, Manner.LEFT):
        if not REFUSED.search(running(receipt).text):
            violations.append(_open(manner, "reason", _key(receipt)))
        if witnesses(case, receipt) or recorded(case, receipt):
            continue
        certain = (
            not unread(case, *case.dossier.documents) and case.scope == "dossier" and _closed_places(case, receipt)
        )
        cause = None if certain else Cause.NEEDS_IMAGE
        violations.append(
            Violation(facts=(manner,), variant="" if certain else "proof", cause=cause, key=f"proof {_key(receipt)}")
        )
    return settle(violations)


def _closed_places(case: CaseFacts, receipt: CaseDocument) -> bool:
    """Whether the places for a witness and for remarks are struck out or filled: then nothing is added by hand."""
    said = running(receipt).text
    return bool(re.search(r"见证人(?:（[^）]*）|签名|或者?盖章)*[：:]?[/—-]", said)) or bool(
        known(case, f"{RECEIPT}.备注", receipt.id) and not re.search(r"见证人", said)
    )


def _open(fact: Fact, variant: str, key: str) -> Violation:
    return Violation(facts=(fact,), variant=variant, cause=Cause.NEEDS_IMAGE, key=f"{variant} {key}")


@predicate("posted_rightly")
def posted_rightly(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each service by post has its slip with the day of receipt, which is the day of service.

    程序规定 第八十二条第（四）项: the day that the slip shows counts.
    """
    del law, arguments
    violations: list[Violation] = []
    slips = case.documents(POST)
    signed = known(case, f"{POST}.签收日期")
    for receipt, manner in by_manner(case, Manner.POST):
        served = known(case, f"{RECEIPT}.送达日期", receipt.id)
        if not slips:
            if gap := unproven_absence(case, POST):
                return settle(violations, (gap,), (manner,))
            violations.append(Violation(facts=(manner,), variant="absent", key=f"absent {_key(receipt)}"))
        elif not signed:
            quotes = _head(slips[0])
            violations.append(
                Violation(facts=(manner,), quotes=quotes, variant="unsigned", key=f"slip {_key(receipt)}")
            )
        elif served and not {day(f) for f in served} & {day(f) for f in signed}:
            params = (("served", day(served[0]).isoformat()), ("signed", day(signed[0]).isoformat()))
            violations.append(Violation(facts=(served[0], *signed[:2]), params=params, key=f"day {_key(receipt)}"))
    return settle(violations, (), signed)


@predicate("electronic_service_agreed")
def electronic_service_agreed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each electronic service rests on a confirmation that agrees to it, made before, and shows the arrival.

    行政处罚法 第六十一条, 程序规定 第八十二条第（三）项.
    """
    del law, arguments
    violations: list[Violation] = []
    for receipt, manner in by_manner(case, Manner.ELECTRONIC):
        served = known(case, f"{RECEIPT}.送达日期", receipt.id)
        papers = case.documents(ADDRESS)
        if not papers:
            if gap := unproven_absence(case, ADDRESS):
                return settle(violations, (gap,), (manner,))
            violations.append(Violation(facts=(manner,), variant="absent", key=f"absent {_key(receipt)}"))
            continue
        violations.extend(_agreed(case, manner, served, receipt))
        if not arrived(case, receipt):
            violations.append(_open(manner, "arrival", _key(receipt)))
    return settle(violations)


def _agreed(case: CaseFacts, manner: Fact, served: tuple[Fact, ...], receipt: CaseDocument) -> Iterator[Violation]:
    choices = known(case, f"{ADDRESS}.接受电子送达")
    agreed = consent(case)
    if agreed is not True:
        refused = agreed is False
        yield Violation(
            facts=(manner, *choices),
            variant="" if refused else "unticked",
            cause=None if refused else Cause.NEEDS_IMAGE,
            key=f"choice {_key(receipt)}",
        )
    days = known(case, f"{ADDRESS}.确认日期")
    if days and served and all(day(f) > day(served[0]) for f in days):
        params = (("agreed", day(days[0]).isoformat()), ("served", day(served[0]).isoformat()))
        yield Violation(facts=(days[0], served[0]), variant="after", params=params, key=f"after {_key(receipt)}")


@predicate("receiver_may_sign")
def receiver_may_sign(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether who signed for a paper served by hand is one of those whom 程序规定 第八十二条第（一）项 names.

    The party, its legal representative or operator, an agent with an authority, the receiver named in the confirmation
    of the address. Another name is a question; a neighbour, friend or colleague of a natural person is a violation.
    """
    del law, arguments
    person = any(str(f.value) == "自然人" for f in known(case, "当事人.类型"))
    violations: list[Violation] = []
    used: list[Fact] = []
    if not comparable(case):
        return settle((), (Missing(name="当事人.名称", cause=Cause.NOT_FOUND),))
    for receipt, _ in by_manner(case, Manner.DIRECT):
        for receiver in known(case, f"{RECEIPT}.收件人", receipt.id)[:1]:
            used.append(receiver)
            allowed = standing_of(case, receipt, receiver) in MAY_SIGN or household(receipt, str(receiver.value))
            if not receiver.masked and not allowed:
                violations.append(_stranger(case, receipt, receiver, person))
    unseen = () if used else (Missing(name=f"{RECEIPT}.收件人", cause=Cause.NEEDS_IMAGE),)
    return settle(violations, unseen, used)


def _stranger(case: CaseFacts, receipt: CaseDocument, receiver: Fact, person: bool) -> Violation:
    said = reasons(case, receipt)
    unfit = person and _NEAR.search(said) is not None and _FAMILY.search(said) is None
    params = (("receiver", str(receiver.value)), ("relation", said))
    return Violation(
        facts=(receiver,),
        variant="" if unfit else "unknown",
        params=params,
        cause=None if unfit else Cause.NEEDS_JUDGEMENT,
        key=f"{receiver.value}",
    )
