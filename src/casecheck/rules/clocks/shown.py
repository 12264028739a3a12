"""The arithmetic of a period in words, and why one could not be reckoned or settled."""

from datetime import date

from casecheck.law.suspensions import days_off
from casecheck.model.fact import Fact
from casecheck.model.verdict import Cause
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day
from casecheck.rules.clocks.course import Course
from casecheck.rules.clocks.hours import minute
from casecheck.text.legal_terms import glossed


def arithmetic(course: Course) -> Words:
    """`2023-05-10 + 90日 + 不计入 20 日 = 2023-08-28；实际 2023-09-08，超过 11 日`."""
    ends = course.ends
    assert ends is not None  # noqa: S101 (the caller looked)
    zh, en = ends.working.zh, ends.working.en
    for span in course.offs:
        zh += f"；{span.kind} {span.off.first} 至 {span.off.last}"
        en += f"; {glossed(span.kind)} {span.off.first} to {span.off.last}"
    for paper in course.granted:
        zh += f"；{paper.name} {day(paper)}"
        en += f"; {paper.name} {day(paper)}"
    if course.act is None:
        return Words(zh=zh, en=en)
    done = day(course.act)
    shown = minute(course.done_at) if course.done_at and course.done_at.timed else done
    zh, en = f"{zh}；实际 {shown}", f"{en}; actual {shown}"
    if ends.date is None:
        return Words(zh=zh, en=en)
    late = (done - ends.date).days
    if course.term.sort == "wait":
        if course.met is False:
            zh, en = f"{zh}，未到期", f"{en}; before the time was over"
    elif course.began and course.term.after and done <= course.began:
        zh, en = f"{zh}，期间尚未开始", f"{en}; before the time began"
    elif late > 0 and course.met is not True:
        zh, en = f"{zh}，超过 {late} 日", f"{en}; {late} d late"
    elif course.done_at and course.met is False:
        zh, en = f"{zh}，超过", f"{en}; late"
    return Words(zh=zh, en=en)


_CAUSES = {
    Cause.NOT_FOUND: Words(zh="文书中未找到", en="not found in the papers"),
    Cause.DOCUMENT_MISSING: Words(zh="所给材料中没有", en="no paper given that tells it"),
    Cause.UNREADABLE: Words(zh="有内容无法识读", en="part of the papers could not be read"),
    Cause.CONFLICTING: Words(zh="各处记载不一致", en="the papers give different values"),
    Cause.NEEDS_JUDGEMENT: Words(zh="需人工判断", en="a person must judge"),
}


def reason(course: Course) -> Words | None:
    """What could not be reckoned or settled, and why; None when nothing is open."""
    parts = [
        Words(zh=f"{m.name}：{_CAUSES[m.cause].zh}", en=f"{m.name}: {_CAUSES[m.cause].en}")
        for m in course.lacking
        if m.cause in _CAUSES
    ]
    ends, act = course.ends, course.act
    if ends is not None and ends.date is None and ends.why is not None:
        parts.append(ends.why)
    if course.told:
        parts.append(Words(zh="起止日期只是其他文书转述的", en="start or act is only told by another paper"))
    if course.unmeasured is not None:
        parts.append(
            Words(
                zh="批准了延期，但没有写明期限或者没有集体讨论",
                en="an extension without a length or without the discussion it needs",
            )
        )
    if course.perhaps_met:
        parts.append(Words(zh="是否适用更长的期限需人工判断", en="a person must judge whether the longer period holds"))
    if course.late is not None:
        late = day(course.late)
        parts.append(
            Words(
                zh=f"延期在期限届满后批准（{late}），不计入",
                en=f"the extension was granted when the period was over ({late}); not counted",
            )
        )
    if course.doubtful:
        parts.append(Words(zh="有的文书没有写明属于哪一次", en="some papers do not tell to which start they belong"))
    if act is not None and course.cause is Cause.CONFLICTING:
        parts.append(Words(zh="终点早于起点", en="the act is earlier than the start"))
    if act is not None and ends is not None and ends.date and course.cause is Cause.NEEDS_JUDGEMENT and ends.weekend:
        parts.append(
            Words(
                zh=f"届满日是双休日，次一工作日 {ends.latest}",
                en=f"the last day is a weekend; next working day {ends.latest}",
            )
        )
    if not parts:
        return None
    return Words(zh="；".join(p.zh for p in parts), en="; ".join(p.en for p in parts))


def params(course: Course) -> tuple[tuple[str, str], ...]:
    """What a message may name: `{clock} {start} {due} {actual} {late} {limit} {suspended} {latest} {papers}`."""
    ends = course.ends
    due = ends.date or ends.bound or ends.earliest if ends else None
    late = (day(course.act) - due).days if course.act and due else 0
    offs = [span.off for span in course.offs]
    start, end, actual = _told(course, due)
    return (
        ("clock", course.term.name),
        ("start", start),
        ("due", end),
        ("actual", actual),
        ("late", str(abs(late))),
        ("limit", course.limit.length.words.zh if course.limit and course.limit.length else ""),
        ("suspended", str(days_off(course.began, due, offs)) if course.began and due else "0"),
        ("latest", ends.latest.isoformat() if ends and ends.latest else ""),
        ("papers", "、".join(dict.fromkeys(_form(f) for f in (*course.granted, *course.doubtful)))),
    )


def _told(course: Course, due: date | None) -> tuple[str, str, str]:
    """Start, end and act: days, and minutes where a period in hours has them."""
    start = course.began.isoformat() if course.began else ""
    end = due.isoformat() if due else ""
    actual = day(course.act).isoformat() if course.act else ""
    if course.begun_at and course.begun_at.timed and course.ends:
        start, end = minute(course.begun_at), course.ends.working.zh.rpartition(" = ")[2]
    if course.done_at and course.done_at.timed:
        actual = minute(course.done_at)
    return start, end, actual


def _form(fact: Fact) -> str:
    return fact.name.partition(".")[0]
