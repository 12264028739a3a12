"""核对与宣读: whether a 询问笔录 was checked by the person, or read out to one who has difficulty in reading."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, settle, text, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.interviews.records import FORM, START, Interview, interviews, whose
from casecheck.text.identifiers import resident_id_valid

_CHOICE = re.compile(
    r"核对(?:以上)?(?:笔录)?[/／|]+[^。；，]{0,8}宣读|宣读[/／|]+[^。；，]{0,8}核对|[□☐]\s*(?:请)?核对[^□☐☑■√。]{0,8}[□☐]\s*[^。；，]{0,8}宣读"
)
_CANNOT_READ = re.compile(
    r"不识字|不认识字|不认得字|不认字|文盲|没(?:有)?(?:上|念|读)过(?:学|书)|看不懂(?:字|笔录|文字|汉字)|阅读(?:有)?困难|识字不多|(?:是|系)盲人|双目失明|眼睛看不见|不会写字"
)
_NOT = re.compile(r"不是|并非|不存在|没有阅读|无阅读|是否|有没有|有无")
_READ_OUT = re.compile(r"宣读|念给|读给|念了|念过|读了一遍|读一遍|听过|听了|念一遍|念给我听")
_CHECKED = re.compile(r"笔录[^。？]{0,14}(?:看|核对|阅读)|(?:看|核对|阅读)过?[^。？]{0,14}笔录|核对|看过")
_GUARDIAN = re.compile(r"监护人|法定代理人|父亲|母亲|父母|家长|祖父|祖母|爷爷|奶奶|老师|成年亲属|在场")


@predicate("record_read_or_checked")
def record_read_or_checked(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 询问笔录 says how it was checked, and was read out to who cannot read (程序规定 第二十九条).

    An unresolved choice between 核对 and 宣读, and a person who says that he cannot read without any word of reading out,
    are violations. A minor (younger than the limit `age`) without a word of a guardian is a question. Records that say
    nothing of checking are told of by the check of signatures.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    spoken = False
    for record in interviews(case):
        if unread(case, record.paper):
            gaps.append(Missing(name=FORM, cause=Cause.UNREADABLE, looked=(record.paper.id,)))
        found = [
            *_choice(case, record),
            *_not_read_out(case, record),
            *_minor(case, law, record, text(arguments, "age")),
        ]
        spoken = spoken or bool(found or _CHECKED.search(record.said.text) or _READ_OUT.search(record.said.text))
        violations.extend(found)
    return settle(violations, gaps, moot=not spoken)


def _choice(case: CaseFacts, record: Interview) -> Iterator[Violation]:
    match = _CHOICE.search(record.said.text)
    if match:
        yield Violation(
            quotes=(record.said.quote(match.start(), match.end()),),
            params=(("paper", whose(case, record.paper)), ("words", match[0])),
            key=f"choice {record.name}",
        )


def _not_read_out(case: CaseFacts, record: Interview) -> Iterator[Violation]:
    for turn in record.turns:
        match = _CANNOT_READ.search(turn.answer.text)
        if match is None or _NOT.search(turn.answer.text[max(0, match.start() - 6) : match.start()]):
            continue
        if not _READ_OUT.search(record.said.text):
            start = turn.answer.start + match.start()
            yield Violation(
                quotes=(record.said.quote(start, start + len(match[0])),),
                variant="unread",
                params=(("paper", whose(case, record.paper)), ("words", match[0])),
                key=f"unread {record.name}",
            )
        return


def _minor(case: CaseFacts, law: LawBook, record: Interview, age: str) -> Iterator[Violation]:
    numbers = known(case, f"{FORM}.身份证号", record.paper.id)
    started = known(case, START, record.paper.id)
    if not numbers or not started or numbers[0].masked or not resident_id_valid(str(numbers[0].value)):
        return
    limit = law.limits.on(age.removeprefix("$"), day(started[0]))
    born = str(numbers[0].value)[6:14]
    years = _age(date(int(born[:4]), int(born[4:6]), int(born[6:])), day(started[0]))
    if limit is None or limit.length is None or years >= limit.length.count or _GUARDIAN.search(record.said.text):
        return
    yield Violation(
        facts=(numbers[0], started[0]),
        variant="minor",
        params=(("paper", whose(case, record.paper)), ("age", str(years))),
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"minor {record.name}",
    )


def _age(born: date, on: date) -> int:
    """Full years of age on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
