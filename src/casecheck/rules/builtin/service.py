"""送达: proof of service for each paper, and the days it took."""

import re

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.limits import no_calendar
from casecheck.rules.builtin.reading import day, known, missing, passage, settle, text, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import Course, courses
from casecheck.rules.clocks.shown import arithmetic
from casecheck.text.folded import fold_text

RECEIPT = "送达回证"
SIGNED_ON_PAPER = re.compile(
    r"(?:当事人|受送达人|被送达人|收件人|签收人?|持有人)[^。\n]{0,12}?(?:签名|签章|签字|签收|盖章)|签收(?:人|时间|日期)"
)
OTHER_PROOF = ("行政处罚文书送达公告", "邮寄凭证")


@predicate("every_paper_served")
def every_paper_served(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each paper that the law wants served has a 送达回证.

    A receipt without a day of delivery or signature proves nothing yet, so it is a question. Several receipts for one
    paper prove its service whatever their days.
    Those are the forms that the vocabulary calls `served`, but for `except`; `fatal` are those without whose service the
    penalty does not stand. A place for the party's signature on the paper itself may be the proof: only the picture shows
    it, so that is a question.
    """
    del law
    fatal, spared = set(texts(arguments, "fatal")), set(texts(arguments, "except"))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    found = False
    wanted = [f.short for f in case.forms if f.served and f.short not in spared]
    for form in sorted(wanted, key=lambda form: form not in fatal):
        for paper in case.documents(form):
            found = True
            proof = tuple(f for f in case.named(f"{form}.送达日期", paper.id) if f.origin is not Origin.RECITED)
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
        gaps.append(Missing(name=texts(arguments, "fatal")[0], cause=Cause.DOCUMENT_MISSING))
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
    """Whether a paper was served within the period `clock` of the ledger (处罚法 第六十一条: seven working days).

    `manner` is the fact with the manner of service. By post or by public notice the law lets the day of arrival fall
    later: only the start of that service counts, so a late arrival is a question. The day that a 送达公告 gives is reckoned
    from its own words (`derived`).
    """
    term = law.clocks.by_name[text(arguments, "clock")]
    gaps: list[Missing] = []
    violations: list[Violation] = []
    used: list[Fact] = []
    workings: list[Words] = []
    runs = [c for c in courses(term, case, law) if c.act is not None and c.start is not None]
    if not runs:
        gaps.extend(m for m in (missing(case, term.start[0]), missing(case, term.end[0])) if m)
    for course in runs:
        used.extend(f for f in (course.start, course.act) if f)
        if course.ends is None:
            gaps.extend(course.lacking)
        elif course.cause is Cause.CONFLICTING:
            gaps.append(Missing(name=term.end[0], cause=course.cause))
        elif course.met:
            workings.append(arithmetic(course))
        else:
            violations.append(_late(course, case, text(arguments, "manner")))
    return settle(violations, gaps, used, workings[0] if workings else None)


def _late(course: Course, case: CaseFacts, manner: str) -> Violation:
    """A service that came late, or of which that cannot be told."""
    dated, served, end = course.start, course.act, course.ends
    assert dated is not None and served is not None and end is not None  # noqa: S101 (the caller looked)
    if course.met is None:
        return no_calendar(end, dated, served)
    slow = next((f for f in known(case, manner) if _slow(f, served)), None)
    announced = served.origin is Origin.DERIVED
    return Violation(
        facts=(dated, served, slow) if slow else (dated, served),
        variant="slow" if slow or announced else "" if end.date else "latest",
        params=(
            ("date", day(dated).isoformat()),
            ("served", day(served).isoformat()),
            ("due", (end.date or end.bound or day(served)).isoformat()),
            ("manner", str(slow.value) if slow else "公告送达" if announced else ""),
        ),
        working=arithmetic(course),
        cause=Cause.NEEDS_JUDGEMENT if slow or announced else None,
        key=day(served).isoformat(),
    )


def _slow(manner: Fact, served: Fact) -> bool:
    same_receipt = not manner.places or not served.places or manner.places[0].file == served.places[0].file
    return same_receipt and any(word in str(manner.value) for word in ("邮", "公告", "委托", "转交", "挂号", "特快"))
