"""送达: proof of service for each paper, and the days it took."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.law.periods import due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.limits import no_calendar, period
from casecheck.rules.builtin.reading import day, known, missing, passage, settle, text, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.folded import fold_text

RECEIPT = "送达回证"
SIGNED_ON_PAPER = re.compile(
    r"(?:当事人|受送达人|被送达人|收件人|签收人?|持有人)[^。\n]{0,12}?(?:签名|签章|签字|签收|盖章)|签收(?:人|时间|日期)"
)
OTHER_PROOF = ("行政处罚文书送达公告", "邮寄凭证")


@predicate("every_paper_served")
def every_paper_served(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each paper that the law wants served has a 送达回证.

    A receipt without a day of delivery or signature proves nothing yet, so it is a question.
    `papers` are the forms, `fatal` those without whose service the penalty does not stand. A place for the party's
    signature on the paper itself may be the proof: only the picture shows it, so that is a question.
    """
    del law
    fatal = set(texts(arguments, "fatal"))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    found = False
    for form in texts(arguments, "papers"):
        for paper in case.documents(form):
            found = True
            proof = tuple(f for f in known(case, f"{form}.送达日期", paper.id) if f.origin is not Origin.RECITED)
            used.extend(proof)
            receipts = [other for other in case.documents(RECEIPT) if paper.id in other.serves]
            if receipts and not proof:
                violations.append(_empty(case, paper, receipts[0]))
            if proof or receipts:
                continue
            if case.scope == "document":
                gaps.append(Missing(name=RECEIPT, cause=Cause.DOCUMENT_MISSING))
            elif case.unread() and unread(case, *case.dossier.documents):
                gaps.append(Missing(name=RECEIPT, cause=Cause.UNREADABLE, looked=(paper.id,)))
            else:
                violations.append(_unserved(case, paper, form in fatal))
    if not found:
        gaps.append(Missing(name=texts(arguments, "papers")[0], cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


def _empty(case: CaseFacts, paper: CaseDocument, receipt: CaseDocument) -> Violation:
    """A receipt that names the paper and no day: what it says of the receiver does not tell when, or that, it arrived."""
    body = passage(receipt)
    return Violation(
        quotes=(body.quote(*_heading(receipt, body.text), document=receipt.id),) if body.text else (),
        variant="empty",
        params=(("paper", _named(case, paper)),),
        severity=Severity.MAJOR,
        cause=Cause.UNREADABLE if unread(case, receipt) else Cause.NOT_FOUND,
        key=f"empty {_named(case, paper)}",
    )


def _unserved(case: CaseFacts, paper: CaseDocument, fatal: bool) -> Violation:
    body = passage(paper)
    signature = next(iter(list(SIGNED_ON_PAPER.finditer(body.text))[-1:]), None)
    cause: Cause | None = None
    variant = ""
    if signature:
        cause, variant = Cause.NEEDS_IMAGE, "signature"
    elif any(not receipt.serves for receipt in case.documents(RECEIPT)):
        cause, variant = Cause.NOT_FOUND, "unbound"
    elif any(case.documents(form) for form in OTHER_PROOF):
        cause, variant = Cause.NEEDS_JUDGEMENT, "other"
    start, end = signature.span() if signature else _heading(paper, body.text)
    return Violation(
        quotes=(body.quote(start, end, document=paper.id),) if body.text else (),
        variant=variant,
        params=(("paper", _named(case, paper)),),
        severity=Severity.FATAL if fatal and cause is None else Severity.MAJOR,
        cause=cause,
        key=_named(case, paper),
    )


def _heading(paper: CaseDocument, said: str) -> tuple[int, int]:
    """The number of the paper, else its title, else its first line."""
    for printed in (paper.number, fold_text(paper.title)):
        at = said.find(printed, 0, 200) if printed else -1
        if printed and at >= 0:
            return at, at + len(printed)
    end = said.find("\n")
    return 0, min(end if end > 0 else len(said), 30)


def _named(case: CaseFacts, paper: CaseDocument) -> str:
    return title_of(case, paper.id) + (f"（{paper.number}）" if paper.number else "")


@predicate("served_in_time")
def served_in_time(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a paper was served within `limit` after its date (处罚法 第六十一条: seven working days).

    `date` and `served` are the facts, `manner` the one with the manner of service. By post or by public notice the law
    lets the day of arrival fall later: only the start of that service counts, so a late arrival is a question.
    """
    gaps: list[Missing] = []
    violations: list[Violation] = []
    used: list[Fact] = []
    workings: list[Words] = []
    served_name, date_name = text(arguments, "served"), text(arguments, "date")
    pairs = list(_pairs(case, date_name, served_name))
    if not pairs:
        gaps.extend(m for m in (missing(case, date_name), missing(case, served_name)) if m)
    for dated, served in pairs:
        used.extend((dated, served))
        limit = period(law, text(arguments, "limit"), day(dated))
        if limit is None:
            gaps.append(Missing(name=text(arguments, "limit"), cause=Cause.NEEDS_JUDGEMENT))
            continue
        end = due(day(dated), limit, law.calendar, "agency")
        in_time, latest = end.met_by(day(served)), end.date or end.bound or day(served)
        if in_time is None:
            violations.append(no_calendar(end, dated, served))
            continue
        working = Words(
            zh=f"{day(dated).isoformat()} 起 7 个工作日，届满 {latest.isoformat()}；送达 {day(served).isoformat()}",
            en=f"{day(dated).isoformat()} + 7 working days = {latest.isoformat()}; served {day(served).isoformat()}",
        )
        if in_time:
            workings.append(working)
            continue
        slow = next((f for f in known(case, text(arguments, "manner")) if _slow(f, served)), None)
        violations.append(
            Violation(
                facts=(dated, served, slow) if slow else (dated, served),
                variant="slow" if slow else "" if end.date else "latest",
                params=(
                    ("date", day(dated).isoformat()),
                    ("served", day(served).isoformat()),
                    ("due", latest.isoformat()),
                    ("manner", str(slow.value) if slow else ""),
                ),
                working=working,
                cause=Cause.NEEDS_JUDGEMENT if slow else None,
                key=day(served).isoformat(),
            )
        )
    return settle(violations, gaps, used, workings[0] if workings else None)


def _pairs(case: CaseFacts, date_name: str, served_name: str) -> Iterator[tuple[Fact, Fact]]:
    served = known(case, served_name)
    for dated in known(case, date_name):
        mine = [f for f in served if f.document == dated.document] or (list(served) if len(served) == 1 else [])
        if mine:
            yield dated, min(mine, key=day)


def _slow(manner: Fact, served: Fact) -> bool:
    same_receipt = not manner.places or not served.places or manner.places[0].file == served.places[0].file
    return same_receipt and any(word in str(manner.value) for word in ("邮", "公告", "委托", "转交", "挂号", "特快"))
