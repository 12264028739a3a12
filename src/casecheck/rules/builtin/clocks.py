"""办案期限: ninety days from filing to decision, with what stops the clock and what lengthens it."""

from collections.abc import Iterable
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.suspensions import days_off
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, lacking, passage, settle, text, texts, the, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import Course, courses, late_only
from casecheck.rules.clocks.shown import arithmetic
from casecheck.rules.clocks.spans import spans

_TESTING, _MATTERS = "检验检测鉴定", "有关事项审批表"
_TEST_DAYS = {"检验报告": "检验报告.签发日期", "检验委托书": "检验委托书.日期"}
_TEST_WORDS = ("检验期间", "鉴定期间", "样品", "送检")
_FORM_WORDS = (("中止调查", "中止案件", "恢复调查"), ("延长办案期限", "延期办理"))
"""What approval forms tell of: a suspension, an extension of the period."""
_HANDING_OVER = timedelta(days=5)
"""A mandate is written a few days before the laboratory begins."""


@predicate("decided_in_time")
def decided_in_time(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision came within the period `clock` of the ledger (程序规定 第六十四条).

    Only documented days are taken off there. Papers in `questions` and words in `words` (in `word_papers`) may hide more
    days off: they turn a late decision into a question. Where only the extension came too late, that is told of the
    extension.
    """
    term = law.clocks.by_name[text(arguments, "clock")]
    course = next(iter(courses(term, case, law)), None)
    if course is None or course.start is None or course.act is None or course.ends is None:
        gaps = lacking(case, term.start[0], term.end[0]) or (course.lacking if course else ())
        return settle((), gaps, course.facts if course else ())
    working = _working(course)
    if course.met is True or late_only(course, law):
        return settle((), (), course.facts, working)
    if course.cause is Cause.CONFLICTING:
        upside_down = Missing(name=course.start.name, cause=Cause.CONFLICTING)
        return settle((), (upside_down,), course.facts, working)
    violation = _late(course, _questions(case, law, arguments, course), working)
    return settle((violation,), (), course.facts, working)


def _late(course: Course, asked: list[str], working: Words) -> Violation:
    ends, start, act, late = course.ends, course.start, course.act, course.late
    assert ends is not None and start is not None and act is not None  # noqa: S101 (the caller looked)
    due = ends.date or ends.nominal or day(start)
    cause = course.cause
    variant = "late_weekend" if course.met is False and ends.weekend and ends.latest is not None else ""
    if course.met is None:
        variant = "calendar" if ends.date is None else "weekend"
    if late:
        variant = "late_extension"
    if course.unmeasured is not None:
        variant = "continued"
    elif asked and cause is None:
        cause, variant = Cause.NEEDS_JUDGEMENT, "stopped"
    if course.told:
        variant = "told"
    return Violation(
        facts=course.facts,
        variant=variant,
        params=(
            ("filed", day(start).isoformat()),
            ("decided", day(act).isoformat()),
            ("due", due.isoformat()),
            ("late", str((day(act) - due).days)),
            ("rolled", ends.latest.isoformat() if ends.latest else ""),
            ("late_rolled", str((day(act) - ends.latest).days) if ends.latest else ""),
            ("taken", str((day(act) - day(start)).days)),
            ("excluded", str(days_off(day(start), day(act), [span.off for span in course.offs]))),
            ("approved", day(late).isoformat() if late else ""),
            ("papers", "、".join(asked)),
        ),
        working=working,
        cause=cause,
    )


def _questions(case: CaseFacts, law: LawBook, arguments: Json, course: Course) -> list[str]:
    """Titles of papers that may document days off whose length was not read.

    Papers whose days were read, wherever these lie, and tests that ended before the case was filed hide no more of them.
    """
    read = _papers_read(case, law, course)
    papers = [p for form in texts(arguments, "questions") for p in case.documents(form) if p.id not in read]
    asked = [title_of(case, paper.id) for paper in papers]
    told = [p for form in texts(arguments, "word_papers") for p in case.documents(form)]
    words = set(texts(arguments, "words"))
    tests = [p for form in _TEST_DAYS for p in case.documents(form)]
    settled = read | {p.id for p in tests if _reckoned(case, p, course)}
    if tests and settled.issuperset(p.id for p in tests):
        words.difference_update(_TEST_WORDS)
    for group in _FORM_WORDS:
        forms = [p for p in told if p.form == case.form_name(_MATTERS) and _says(p, group)]
        if forms and read.issuperset(p.id for p in forms):
            words.difference_update(group)
    asked.extend(title_of(case, paper.id) for paper in told if paper.id not in settled and _says(paper, words))
    return list(dict.fromkeys(asked))


def _papers_read(case: CaseFacts, law: LawBook, course: Course) -> set[str]:
    """The papers of which the first and last day off, or the extension that they grant, were read."""
    kinds = law.clocks.suspensions_of(course.term)
    days = (fact for span in spans(kinds, case, law, date.min) for fact in span.facts)
    granted = (*course.granted, *((course.late,) if course.late else ()))
    return {fact.document for fact in (*days, *granted) if fact.document}


def _reckoned(case: CaseFacts, paper: CaseDocument, course: Course) -> bool:
    """Whether a report or a mandate lies before the case was filed, or belongs to days of testing that were taken off."""
    dated = next((f for name in _TEST_DAYS.values() if (f := the(case, name, paper.id))), None)
    if dated is None or course.start is None:
        return False
    spans = [s.off for s in course.offs if s.kind == _TESTING]
    before = paper.form == "检验报告" and day(dated) <= day(course.start)
    return before or any(off.first - _HANDING_OVER <= day(dated) <= off.last for off in spans)


def _says(paper: CaseDocument, words: Iterable[str]) -> bool:
    said = passage(paper).text
    return any(word in said for word in words)


def _working(course: Course) -> Words:
    """The arithmetic; where the last day is an ordinary weekend, also how late the act is if that moved the end."""
    said, ends, act = arithmetic(course), course.ends, course.act
    if not (ends and act and ends.weekend and ends.latest and day(act) > ends.latest):
        return said
    late = (day(act) - ends.latest).days
    return Words(
        zh=f"{said.zh}（如顺延至 {ends.latest}，超过 {late} 日）",
        en=f"{said.en} (moved to {ends.latest}: {late} d late)",
    )
