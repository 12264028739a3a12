"""催告: the written reminder that comes before the court is asked to enforce."""

import re

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, text, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits
from casecheck.rules.clocks.course import courses
from casecheck.rules.clocks.shown import arithmetic
from casecheck.text.money import find_money

URGE, APPLICATION = "行政处罚决定履行催告书", "强制执行申请书"
_REMINDER = re.compile(r"催\s*告\s*(?:书|通知|函)")
_TERM = re.compile(
    r"[0-9一二三四五六七八九十]{1,3}个?(?:工作日|日|天)(?:之)?内|(?:履行期限|于|在)[^。；\n]{0,16}[0-9]{1,2}日(?:之)?前|期限"
)
_MANNER = re.compile(
    r"银行|账[户号]|缴[纳至到款][^。；]{0,12}(?:至|到|指定|窗口|国库|财政)|(?:履行|缴纳|缴款|支付)方式|代收机构|电子支付|扫码"
)
_STATE = re.compile(r"陈述[^。；]{0,12}申辩|申辩")


@predicate("reminded_before_enforcement")
def reminded_before_enforcement(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a reminder with the contents of 行政强制法 第三十五条 was served and the period `clock` of the ledger was over before the application.

    Without an application only the contents are looked at.
    """
    reminders = case.documents(URGE)
    applications = case.documents(APPLICATION)
    if not reminders:
        return _no_reminder(case, applications)
    violations = [v for paper in reminders for v in _contents(case, paper)]
    if not applications:
        return settle(violations)
    course = next(iter(courses(law.clocks.by_name[text(arguments, "clock")], case, law)), None)
    served, applied = (course.start, course.act) if course else (None, None)
    if course is None or applied is None or served is None:
        gaps = lacking(case, f"{APPLICATION}.日期", f"{URGE}.送达日期")
        return settle(violations, gaps, [f for f in (applied, served) if f])
    if course.ends is None or course.ends.date is None:
        gap = Missing(name=f"${course.term.limit}", cause=Cause.NEEDS_JUDGEMENT)
        return settle(violations, (gap,), (served, applied))
    working = arithmetic(course)
    if course.met is False:
        violations.append(_early(served, applied, course.ends.date.isoformat(), working))
    return settle(violations, (), (served, applied), working)


def _no_reminder(case: CaseFacts, applications: tuple[CaseDocument, ...]) -> Answer:
    if case.scope == "document" or not applications:
        return settle((), (Missing(name=URGE, cause=Cause.DOCUMENT_MISSING),))
    if case.unread() and unread(case, *case.dossier.documents):
        return settle((), (Missing(name=URGE, cause=Cause.UNREADABLE),))
    told = next(hits(_REMINDER, case.dossier.documents), None)
    if told or any(_REMINDER.search(paper.title) for paper in case.dossier.documents):
        asked = (told.quote(),) if told else ()
        return settle((Violation(quotes=asked, variant="told", cause=Cause.NEEDS_JUDGEMENT, key="told"),))
    body = running(applications[0])
    quotes = (body.quote(0, min(len(body.text), 30)),) if body.text else ()
    return settle((Violation(quotes=quotes, variant="absent", key="absent"),))


def _contents(case: CaseFacts, paper: CaseDocument) -> list[Violation]:
    """A violation for each of the contents that the reminder does not have."""
    body = running(paper)
    if not body.text or unread(case, paper):
        return []
    money = bool(known(case, "行政处罚决定书.罚款金额") or known(case, "行政处罚决定书.没收违法所得金额"))
    told = {
        "term": bool(_TERM.search(body.text)),
        "manner": bool(_MANNER.search(body.text)),
        "amount": not money or bool(find_money(body.text)),
        "": bool(_STATE.search(body.text)),
    }
    return [
        Violation(
            quotes=(body.quote(0, min(len(body.text), 30)),), variant=variant, key=f"{variant} {paper.number or ''}"
        )
        for variant, there in told.items()
        if not there
    ]


def _early(served: Fact, applied: Fact, end: str, working: Words) -> Violation:
    params = (("served", day(served).isoformat()), ("due", end), ("applied", day(applied).isoformat()))
    return Violation(facts=(served, applied), variant="early", params=params, working=working, key="early")
