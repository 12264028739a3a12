"""先行登记保存: what was done with the preserved evidence in seven working days."""

import re

from casecheck.law.book import LawBook
from casecheck.law.penalties import Provision
from casecheck.law.periods import Due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.limits import no_calendar
from casecheck.rules.builtin.provisions import citation, is_ground, titled
from casecheck.rules.builtin.reading import day, known, missing, passage, running, settle, text, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.clocks.course import courses
from casecheck.text.citations import mask_quoted

DECISION = "行政处罚决定书"
NOTICE = "先行登记保存证据通知书"


@predicate("preserved_then_dealt_with")
def preserved_then_dealt_with(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each preservation was dealt with within the period `clock` of the ledger (处罚法 第五十六条, 程序规定 第三十五条).

    Where it was not, papers that speak of dealing with it (`words`) leave the question open.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    runs = courses(law.clocks.by_name[text(arguments, "clock")], case, law)
    for course in runs:
        begin, dealt, end = course.start, course.act, course.ends
        if begin is None or end is None:
            gaps.extend(course.lacking)
            continue
        used.extend((begin, dealt) if dealt else (begin,))
        if dealt and course.met is None:
            violations.append(no_calendar(end, begin, dealt))
        elif not course.met:
            told = _told_elsewhere(case, arguments, {begin.document, dealt.document if dealt else None})
            violations.append(_overdue(case, begin, dealt, end, told))
    undated = [n for n in case.documents(NOTICE) if n.id not in {c.start.document for c in runs if c.start}]
    gaps.extend(m for notice in undated if (m := missing(case, f"{NOTICE}.日期", notice.id)))
    if not case.documents(NOTICE):
        gaps.append(Missing(name=NOTICE, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, list(dict.fromkeys(gaps)), used)


def _overdue(case: CaseFacts, begin: Fact, dealt: Fact | None, end: Due, told: str) -> Violation:
    cause: Cause | None = None
    if dealt is None and unread(case, *case.dossier.documents):
        cause = Cause.UNREADABLE
    elif told:
        cause = Cause.NEEDS_JUDGEMENT
    variant = "told" if told else "" if dealt else "none"
    return Violation(
        facts=(begin, dealt) if dealt else (begin,),
        variant=variant,
        params=(
            ("begin", day(begin).isoformat()),
            ("due", (end.date or end.bound or day(begin)).isoformat()),
            ("dealt", day(dealt).isoformat() if dealt else ""),
            ("way", dealt.name.split(".", 1)[0] if dealt else ""),
            ("papers", told),
        ),
        working=end.working,
        cause=cause,
        key=day(begin).isoformat(),
    )


@predicate("preserved_goods_confiscated_rightly")
def preserved_goods_confiscated_rightly(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a decision that confiscates preserved things rests on a provision that lets it (行政强制法 第九条).

    `kinds` are the values of 处罚种类 that mean things, `papers` those that list what was preserved; what the decision
    confiscates is held to be the same where four characters of it stand there. False only where every ground of the penalty
    is in the table of provisions, none of them names the confiscation of things, and the statute text that the decision
    quotes does not, either. What was seized is left aside.
    """
    decision = next(iter(case.documents(DECISION)), None)
    taken = [f for f in known(case, f"{DECISION}.处罚种类") if str(f.value) in texts(arguments, "kinds")]
    if decision is None or not taken or unread(case, decision) or not _preserved(case, decision, arguments):
        return settle(moot=True)
    grounds = known(case, f"{DECISION}.处罚依据")
    cited = [c for f in grounds if (c := citation(f)) and is_ground(c)]
    found = [law.penalties.find(c) for c in cited]
    quoted = _of_things(passage(decision).text) and not _of_things(mask_quoted(passage(decision).text))
    allowed = quoted or any(_of_things(kind) for provisions in found for p in provisions for kind in _kinds(p))
    if not cited or allowed or not all(found):
        return settle(moot=True)
    params = (("grounds", "、".join(titled(c) for c in cited)),)
    return settle((Violation(facts=(*taken[:1], *grounds), variant="base", params=params, key="base"),))


def _preserved(case: CaseFacts, decision: CaseDocument, arguments: Json) -> bool:
    """Whether what the decision confiscates stands on the papers of the preservation."""
    listed = "".join(running(d).text for form in texts(arguments, "papers") for d in case.documents(form))
    for found in _TAKEN.finditer(running(decision).text):
        things = _WITHOUT_A_NAME.sub("", found["things"])
        pieces = (things[i : i + _ALIKE] for i in range(len(things) - _ALIKE + 1))
        if "登记保存" in found["things"] or any(_NAMED.fullmatch(p) and p in listed for p in pieces):
            return True
    return False


def _kinds(provision: Provision) -> tuple[str, ...]:
    return (*provision.must, *provision.may, *provision.serious)


def _of_things(said: str) -> bool:
    """Whether the words are of the confiscation of things, not only of money."""
    return _THINGS.search(said) is not None


_ALIKE = 4
_TAKEN = re.compile(r"没收(?!违法所得|非法所得)(?P<things>[^。；]{2,60})")
_WITHOUT_A_NAME = re.compile(r"违法|非法|生产|经营|销售|当事人|上述|涉案|物品|产品|商品|财物|所得|罚款|登记保存")
_NAMED = re.compile(r"[\u4e00-\u9fff“”]+")
_THINGS = re.compile(
    r"没收(?!违法所得|非法所得|的?款)|(?:并处|予以|可以)?没收[^。；，]{0,12}(?:和|、)[^。；，]{0,12}(?:产品|商品|物品|工具|财物)"
)
_NAMING = ("卷内文件目录", "送达回证")
"""Papers that name others by their titles; they tell no more than these do."""


def _told_elsewhere(case: CaseFacts, arguments: Json, read: set[str | None]) -> str:
    words = texts(arguments, "words")
    for paper in case.dossier.documents:
        if paper.id not in read and paper.form not in _NAMING and any(word in passage(paper).text for word in words):
            return title_of(case, paper.id)
    return ""
