"""现场笔录: the party was called, what was seen is described, the record is signed and is no interview."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.arguments import whole
from casecheck.rules.builtin.copies import missing_pages
from casecheck.rules.builtin.evidence_marks import left_empty, pictured
from casecheck.rules.builtin.onspot_measure import RECORD
from casecheck.rules.builtin.reading import known, opening, passage, quote, running, settle, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.shown import clean
from casecheck.text.folded import fold_text

CALLED = f"{RECORD}.通知到场情况"
_PARTY = r"(?:当事人|经营者|负责人|法定代表人|被检查人|被检查单位|店主|店长|委托代理人)"
_ABSENT = re.compile(
    rf"{_PARTY}[^。；，：]{{0,12}}(?:不在(?:现)?场|未(?:能)?到场|没有到场|拒不到场|拒绝到场|不到场)|无法(?:通知|联系)(?:到)?{_PARTY}|(?:经营|检查)?场所无人"
)
_PRESENT = re.compile(
    rf"到场|在(?:现)?场(?!情况|检查|勘验|拍|制作|笔录)|{_PARTY}在现场|陪同|会同|共同清点|通知{_PARTY}|{_PARTY}[^。；：]{{0,24}}(?:回答|表示|称|陈述|确认|认可|核对|清点|配合|出示|提供|看)"
    rf"|{_PARTY}：[^。；：]{{0,24}}(?:异议|清楚|看过|听|申请|核对|一致|属实|（签名|（签字|（盖章)"
)
_UNSIGNED = re.compile(rf"{_PARTY}[^。；，：]{{0,8}}(?:未|没有)(?:在[^。；，]{{0,12}})?签(?:名|字|署)(?!的|，?应当)")
_REASON = re.compile(r"因|由于|原因|拒绝|拒签|不识字|文盲|不在|离开|捺印|盖章|代签|见证")
_TO_SIGN = re.compile(rf"{_PARTY}[^。；]{{0,12}}(?:签名|签字|签章|盖章|确认)")
_VAGUE = re.compile(r"若干|一批|一些|部分|少量|大量|不少|多种|许多")
_COUNTED = re.compile(r"[0-9]|[一二两三四五六七八九十百千半][个件瓶袋盒箱台份张只条种间包桶处名块套支片罐辆层册页]")
_CONCLUDED = re.compile(
    r"违反了?《|构成(?:了)?[^。；，]{0,16}违法|属于?违法|违法行为(?:成立|属实)|其行为(?:已)?(?:违反|构成)|存在[^。；，]{0,10}违法(?:行为|事实)"
)
_SHORT = 40
"""A description of fewer characters that counts nothing says no more than that something was found."""
_TURN = re.compile(r"(?:^|(?<=[。？！；”\n]))(?:问|执法人员|检查人员|办案人员)：(?P<asked>[^：]{0,120})")
_FORMAL = re.compile(r"证件|回避|陈述|申辩|核对|属实|看清|听清|确认(?:签名|无误)|请配合|以上笔录")


@predicate("party_called")
def party_called(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 现场笔录 tells that the party was called, was there, or stayed away (程序规定 第二十八条、第四十三条).

    How an absence was recorded is the matter of another rule. Where the printed field for the call is empty but the record shows the party there, that is
    of minor weight.
    """
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in case.documents(RECORD):
        said = running(paper).text
        empty = left_empty(case, paper, CALLED)  # what stands below an empty field is not its value
        called = () if empty else known(case, CALLED, paper.id)
        absent = _ABSENT.search(said)
        key = f"{paper.title} {paper.id}"
        named = (("paper", paper.title),)
        if called or absent:
            continue
        if empty:
            light = Severity.MINOR if _PRESENT.search(said) else None
            found = Violation(quotes=opening(paper), variant="empty", params=named, severity=light, key=key)
        elif _PRESENT.search(said) or any(known(case, f"{RECORD}.{f}", paper.id) for f in ("现场负责人", "到场人")):
            continue
        else:
            found = Violation(quotes=opening(paper), variant=_doubt(case, paper, said), params=named, key=key)
            found = replace(found, cause=Cause.NEEDS_IMAGE if found.variant else None)
        if unread(case, paper):
            gaps.append(Missing(name=RECORD, cause=Cause.UNREADABLE, looked=(paper.id,)))
        else:
            violations.append(found)
    return settle(violations, gaps, known(case, CALLED))


def _doubt(case: CaseFacts, paper: CaseDocument, said: str) -> str:
    """`unseen` where the image may show the party: a place for its signature is printed, or the make of the record is not known."""
    known_make = all(known(case, f"{RECORD}.{field}", paper.id) for field in ("检查开始", "检查人员"))
    return "" if known_make and not _TO_SIGN.search(said) and not pictured(case, paper) else "unseen"


@predicate("scene_described")
def scene_described(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 现场笔录 ends after it began, and describes what was seen instead of concluding (程序规定 第二十八条).

    A description that names goods only as 若干 or 一批 and counts nothing is a violation; words of a conclusion are a question.
    """
    del law, arguments
    violations = [v for paper in case.documents(RECORD) for v in (*_times(case, paper), *_description(case, paper))]
    return settle(violations, (), known(case, f"{RECORD}.检查开始"))


def _times(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    start, end = the(case, f"{RECORD}.检查开始", paper.id), the(case, f"{RECORD}.检查结束", paper.id)
    if start is None or end is None or not isinstance(start.value, datetime) or not isinstance(end.value, datetime):
        return
    if end.value <= start.value:
        params = (
            ("paper", paper.title),
            ("start", start.value.isoformat(sep=" ", timespec="minutes")),
            ("end", end.value.isoformat(sep=" ", timespec="minutes")),
        )
        yield Violation(facts=(start, end), variant="times", params=params, key=f"times {paper.id}")


def _description(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    seen = the(case, f"{RECORD}.检查情况", paper.id)
    if seen is None or unread(case, paper):
        return
    said = fold_text(str(seen.value))
    params = (("paper", paper.title), ("said", clean(str(seen.value))))
    vague = _VAGUE.search(said)
    if vague and len(said) < _SHORT and not _COUNTED.search(said):
        yield Violation(facts=(seen,), variant="vague", params=params, key=f"vague {paper.id}")
    concluded = _CONCLUDED.search(said)
    if concluded:
        yield Violation(
            facts=(seen,),
            variant="concluded",
            params=(("paper", paper.title), ("words", concluded[0])),
            severity=Severity.MINOR,
            cause=Cause.NEEDS_JUDGEMENT,
            key=f"concluded {paper.id}",
        )


@predicate("site_record_signed")
def site_record_signed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no 现场笔录 says that the party did not sign without saying why (证据规定 第十五条), and no page of it is missing.

    Pages are those that 第X页共Y页 counts. What becomes of a refusal is the matter of another rule.
    """
    del law, arguments
    violations: list[Violation] = []
    for paper in case.documents(RECORD):
        body = running(paper)
        unsigned = _UNSIGNED.search(body.text)
        if unsigned and not _REASON.search(body.text[unsigned.start() - 20 : unsigned.end() + 40]):
            violations.append(
                Violation(
                    quotes=(body.quote(*unsigned.span()),),
                    variant="unsigned",
                    params=(("paper", paper.title), ("words", unsigned[0])),
                    cause=Cause.UNREADABLE if unread(case, paper) else None,
                    key=f"unsigned {paper.id}",
                )
            )
        gone = missing_pages(paper)
        if gone:
            hidden = bool(paper.unread_pages or case.unread()) or any("image" in p.kind for p in case.dossier.problems)
            params = (("paper", paper.title), ("pages", gone))
            cause = Cause.NEEDS_IMAGE if hidden else None
            violations.append(
                Violation(quotes=opening(paper), variant="pages", params=params, cause=cause, key=f"pages {paper.id}")
            )
    return settle(violations)


@predicate("record_is_no_interview")
def record_is_no_interview(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no 现场笔录 asks more than `most` questions beside those on certificates, rights and the reading of the record."""
    del law
    most = whole(arguments, "most") or 0
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in case.documents(RECORD):
        if unread(case, paper):
            gaps.append(Missing(name=RECORD, cause=Cause.UNREADABLE, looked=(paper.id,)))
        turns = [m for m in _TURN.finditer(passage(paper).text) if not _FORMAL.search(m["asked"])]
        if len(turns) > most:
            params = (("paper", paper.title), ("count", str(len(turns))))
            quotes = tuple(quote(paper, m.start(), min(m.end(), m.start() + 40)) for m in turns[:3])
            violations.append(Violation(quotes=quotes, params=params, key=f"turns {paper.id}"))
    return settle(violations, gaps)
