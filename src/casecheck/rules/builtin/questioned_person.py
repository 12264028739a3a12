"""被询问人: one person for each record, who that is, and whether he may speak for the party (程序规定 第二十九条)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, running, settle, unproven_absence, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.interviews.records import END, FORM, PERSON, START, Interview, interviews, same_person, whose
from casecheck.rules.people.records import Kind, Record, moment, records
from casecheck.text.dates import find_dates
from casecheck.text.identifiers import is_masked, normalise_name, resident_id_valid, visible_match

POWER = "授权委托书"
_BESIDE = re.compile(r"翻译|手语|监护|法定代理|父亲|母亲|家长|律师|见证|陪同")
_RECORDS = (
    Kind(paper=FORM, officers=(f"{FORM}.询问人", f"{FORM}.记录人"), start=START, end=END, place=(f"{FORM}.询问地点",)),
)
_SPEAKS_FOR = re.compile(
    r"(?:受|接受|经)[^，。；？没未]{0,12}(?:委托|授权)|(?:委托|授权)(?:了)?我|(?:全权|授权)(?:代表|代理)|代表(?:公司|单位|本店|店里)[^，。；]{0,8}(?:接受|配合|处理)|授权委托书"
)
_NOT = re.compile(r"没有|没|未|不是|无|并非|不需要|改天|以后|回去|补")
_IDENTITY = re.compile(r"身份证|公民身份|证件号|\d{17}[\dXx]|\d{6}[*×]{4,}")
_HEADS = ("当事人.名称", "当事人.法定代表人")
_SEX_DIGIT = 16


@predicate("questioned_one_by_one")
def questioned_one_by_one(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether people were questioned one by one (程序规定 第二十九条：询问应当个别进行).

    A record that names two people questioned, or prints an answer of another person, is a violation. Two people at one
    place at one time before different officers are a question; the same officers at once are told of by
    PROC-OFFICER-CLASH.
    """
    del law, arguments
    found = interviews(case)
    violations = [v for record in found for v in _several_people(case, record)]
    timed, _ = records(case, _RECORDS)
    violations.extend(v for one, two in combinations(timed, 2) if (v := _together(case, found, one, two)))
    gaps = []
    for record in found:
        if unread(case, record.paper):
            gaps.append(Missing(name=FORM, cause=Cause.UNREADABLE, looked=(record.paper.id,)))
        elif record.person is None:
            gaps.append(Missing(name=PERSON, cause=Cause.NOT_FOUND, looked=(record.paper.id,)))
    return settle(violations, gaps, [r.person for r in found if r.person])


def _several_people(case: CaseFacts, record: Interview) -> Iterator[Violation]:
    names: dict[str, Fact] = {}
    for fact in case.named(PERSON, record.paper.id):
        if all(not visible_match(str(fact.value), name) for name in names):
            names[str(fact.value)] = fact
    if len(names) > 1 and not _BESIDE.search(_label_line(record)):
        listed = "、".join(names)
        params = (("paper", record.paper.title or FORM), ("names", listed))
        yield Violation(facts=tuple(names.values()), params=params, key=f"names {listed}")
    for turn in record.turns:
        name = turn.named
        if not re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", name) or _BESIDE.search(name) or is_masked(name):
            continue
        if record.person and not visible_match(name, str(record.person.value)) and name not in names:
            params = (("paper", whose(case, record.paper)), ("names", name))
            yield Violation(quotes=(record.quote(turn.answer),), variant="spoke", params=params, key=f"spoke {name}")
            return


def _label_line(record: Interview) -> str:
    """What stands before the first question."""
    return record.said.text[: record.turns[0].question.start] if record.turns else record.said.text


def _together(case: CaseFacts, found: Sequence[Interview], one: Record, two: Record) -> Violation | None:
    first, second = (next(i for i in found if i.paper is r.paper) for r in (one, two))
    officers = [{normalise_name(str(f.value)) for f in r.officers} for r in (one, two)]
    places = [normalise_name(str(r.place.value)) if r.place else "" for r in (one, two)]
    apart = not places[0] or places[0] != places[1]
    if not one.overlaps(two) or officers[0] & officers[1] or apart or same_person(first, second):
        return None
    spans = [f"{moment(r.start):%Y-%m-%d %H:%M}–{moment(r.end):%H:%M}" for r in (one, two)]
    return Violation(
        facts=(one.start, two.start, *(r.place for r in (one, two) if r.place)),
        variant="together",
        params=(("one", whose(case, one.paper)), ("other", whose(case, two.paper))),
        working=Words(zh=f"{spans[0]} 与 {spans[1]} 重叠", en=f"{spans[0]} and {spans[1]} overlap"),
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"together {first.name} {second.name}",
    )


@predicate("questioned_person_known")
def questioned_person_known(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 询问笔录 tells who was questioned, and who speaks for the party has its authority.

    A sex that is not that of the identity number is a violation, and so is a person who says that the party charged him
    while no 授权委托书 names him, or the one that does was made later or had run out. Without any sign of an identity
    document it is a question: a copy of it may lie elsewhere.
    """
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    found = interviews(case)
    for record in found:
        if unread(case, record.paper):
            gaps.append(Missing(name=FORM, cause=Cause.UNREADABLE, looked=(record.paper.id,)))
            continue
        violations.extend(_sex(case, record))
        violations.extend(_unidentified(case, record))
        violations.extend(_authority(case, record, gaps))
    return settle(violations, gaps, [r.person for r in found if r.person])


def _sex(case: CaseFacts, record: Interview) -> Iterator[Violation]:
    sexes = known(case, f"{FORM}.性别", record.paper.id)
    numbers = known(case, f"{FORM}.身份证号", record.paper.id)
    if len(sexes) != 1 or len(numbers) != 1 or str(sexes[0].value) not in ("男", "女"):
        return
    number = str(numbers[0].value).upper()
    if numbers[0].masked or not resident_id_valid(number):
        return
    told = "男" if int(number[_SEX_DIGIT]) % 2 else "女"
    if told != str(sexes[0].value):
        params = (("paper", whose(case, record.paper)), ("printed", str(sexes[0].value)), ("number", told))
        yield Violation(
            facts=(sexes[0], numbers[0]),
            variant="sex",
            params=params,
            working=Words(
                zh=f"身份证号码第17位为{number[_SEX_DIGIT]}（奇数为男，偶数为女）",
                en=f"the 17th digit of the number is {number[_SEX_DIGIT]} (odd: male, even: female)",
            ),
            severity=Severity.MINOR,
            key=f"sex {record.name}",
        )


def _unidentified(case: CaseFacts, record: Interview) -> Iterator[Violation]:
    if known(case, f"{FORM}.身份证号", record.paper.id) or record.person is None:
        return
    name = normalise_name(str(record.person.value))
    copies = (*case.documents("居民身份证复印件"), *case.documents(POWER))
    if any(name in normalise_name(running(d).text) for d in copies) or re.search(
        r"\d{6}[\d*×]{8,11}[\dXx*×]", record.said.text
    ):
        return
    place = _IDENTITY.search(record.said.text)
    yield Violation(
        facts=(record.person,),
        variant="unidentified",
        params=(("paper", whose(case, record.paper)),),
        severity=Severity.MINOR,
        cause=Cause.NEEDS_IMAGE if place else Cause.NEEDS_JUDGEMENT,
        key=f"unidentified {record.name}",
    )


def _authority(case: CaseFacts, record: Interview, gaps: list[Missing]) -> Iterator[Violation]:
    """Who says that he speaks for the party, and is not its head, needs an authority of the day."""
    said = _says_so(record)
    if said is None or record.person is None or record.person.masked:
        return
    heads = [f for name in _HEADS for f in known(case, name)]
    if any(visible_match(str(f.value), str(record.person.value)) for f in heads):
        return
    papers = [p for p in case.documents(POWER) if _names(p, str(record.person.value))]
    if not papers:
        if gap := unproven_absence(case, POWER):
            gaps.append(gap)
            return
        pictures = any("image" in problem.kind for problem in case.dossier.problems)
        yield Violation(
            facts=(record.person,),
            quotes=(said,),
            params=(("paper", whose(case, record.paper)), ("person", record.name)),
            cause=Cause.NEEDS_IMAGE if pictures else None,
            variant="unseen" if pictures else "",
            key=f"none {record.name}",
        )
    elif not any(_covers(case, paper, record) is not False for paper in papers):
        facts = [f for p in papers for f in (*known(case, f"{POWER}.日期", p.id), *known(case, f"{POWER}.期限", p.id))]
        params = (
            ("paper", whose(case, record.paper)),
            ("person", record.name),
            ("terms", "、".join(f.raw for f in facts)),
        )
        yield Violation(facts=(record.person, *facts), variant="outside", params=params, key=f"outside {record.name}")


def _says_so(record: Interview) -> Quote | None:
    """Where the person says that the party charged him to speak for it."""
    for turn in record.turns:
        match = _SPEAKS_FOR.search(turn.answer.text)
        if match is None:
            continue
        said = turn.answer.text
        stop = next((at for at in range(match.end(), len(said)) if said[at] in "，。；"), len(said))
        if not _NOT.search(said[max(0, match.start() - 6) : stop]):
            return record.said.quote(turn.answer.start + match.start(), turn.answer.start + match.end())
    return None


def _names(power: CaseDocument, name: str) -> bool:
    return normalise_name(name) in normalise_name(running(power).text)


def _covers(case: CaseFacts, power: CaseDocument, record: Interview) -> bool | None:
    """Whether the authority was given by the day of the questioning and had not run out; None where days are missing."""
    asked = [day(f) for f in known(case, START, record.paper.id)]
    given = [day(f) for f in known(case, f"{POWER}.日期", power.id)]
    if not asked:
        return None
    if given and min(given) > asked[0]:
        return False
    last = _last_day(case, power)
    return False if last and last < asked[0] else (True if given else None)


def _last_day(case: CaseFacts, power: CaseDocument) -> date | None:
    """The last day of the term that the authority prints; None where it names none (至本案办结)."""
    terms = [str(f.value) for f in known(case, f"{POWER}.期限", power.id)]
    match = re.search(r"期限[^。；\n]{0,60}", running(power).text)
    for term in (*terms, *([match[0]] if match else [])):
        days = [m.value for m in find_dates(term) if m.value]
        if len(days) > 1 and not re.search(r"办结|结案|终结|处理完毕", term):
            return max(days)
    return None
