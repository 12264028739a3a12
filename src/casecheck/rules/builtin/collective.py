"""集体讨论: whether the leaders discussed a case that needs it, and who took part."""

import re
from collections.abc import Sequence

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.people import Role
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.ending import penalty_expected
from casecheck.rules.builtin.legal_review import HEARINGS, REVIEW, is_legal
from casecheck.rules.builtin.limits import grave_by_amount
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, texts, the, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits
from casecheck.rules.people.roles import named, names_of
from casecheck.text.identifiers import normalise_name

MINUTES = "集体讨论记录"
DECISION = "行政处罚决定书"
_NO_VOTE = re.compile(r"(?:不|未|没有|不得)(?:参加|参与|进行)?(?:集体讨论)?(?:的)?(?:表决|投票|发表(?:处理)?意见)")
_UNANIMOUS = re.compile(r"(?:出席|参加|与会|全体|到会)[^。；，\n]{0,8}(?:一致)(?:同意|通过|认为)")

_TALK = re.compile(r"集体讨论|集体审理|案件审理委员会|案审会|案审委|审议")
_NOTES = re.compile(
    r"会议纪要|会议记录|(?:集体讨论|案件讨论|讨论|审议|审理|案审会|案审委)(?:会议?)?(?:的)?(?:记录|笔录|纪要)"
)


def _elsewhere(case: CaseFacts) -> Violation | None:
    """The question that a paper of another form raises when it speaks of a discussion and of its minutes."""
    for paper in case.dossier.documents:
        said = paper.title + running(paper).text
        if _TALK.search(said) and _NOTES.search(said):
            hit = next(hits(_NOTES, (paper,)), None) or next(hits(_TALK, (paper,)), None)
            quotes = (hit.quote(),) if hit else ()
            return Violation(quotes=quotes, variant="told", cause=Cause.NEEDS_JUDGEMENT, key="told")
    return None


def _grounds(case: CaseFacts, law: LawBook, arguments: Json) -> list[tuple[str, str, Fact | None]]:
    """Why the case needs a discussion: what kind of reason, the words for it, and the fact."""
    found: list[tuple[str, str, Fact | None]] = []
    if any(case.documents(form) for form in HEARINGS):
        found.append(("", "经过听证", the(case, "听证笔录.听证日期")))
    if large := grave_by_amount(case, law):
        found.append(("large", large.raw, large))
    for name in texts(arguments, "facts"):
        found.extend(("grave", str(f.value), f) for f in known(case, name) if str(f.value) in texts(arguments, "grave"))
    if any(is_legal(paper) is True for paper in case.documents(REVIEW)):
        found.append(("legal", "法制审核", None))
    return found


@predicate("discussion_needed")
def discussion_needed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the case was heard, is grave by a regional amount, was reviewed legally, or got a `grave` penalty."""
    if not penalty_expected(case, law, None).truth:
        return Answer(truth=False)  # only a case in which a penalty is proposed (程序规定 第六十条第二款)
    found = _grounds(case, law, arguments)
    if found:
        return Answer(truth=True, used=tuple(f for _, _, f in found if f))
    if case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=MINUTES, cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=False)


@predicate("discussed_by_leaders")
def discussed_by_leaders(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the leaders discussed the case before the decision (行政处罚法 第五十七条第二款, 程序规定 第六十条).

    Without minutes it is a defect in a case that was heard, or is grave by the amount that the region has set; for
    other reasons a person must say whether the law wants a discussion, and so when another paper speaks of one.
    """
    minutes = case.documents(MINUTES)
    decided = the(case, f"{DECISION}.决定日期")
    if minutes:
        discussed = min(known(case, f"{MINUTES}.日期"), key=day, default=None)
        used = [f for f in (discussed, decided) if f]
        if discussed and decided and day(discussed) > day(decided):
            params = (("discussed", day(discussed).isoformat()), ("decided", day(decided).isoformat()))
            return settle((Violation(facts=tuple(used), variant="late", params=params),), (), used)
        gaps = lacking(case, f"{MINUTES}.日期") if discussed is None else ()
        return settle((), gaps, used)
    if case.scope == "document":
        return settle((), (Missing(name=MINUTES, cause=Cause.DOCUMENT_MISSING),))
    if case.unread() and unread(case, *case.dossier.documents):
        return settle((), (Missing(name=MINUTES, cause=Cause.UNREADABLE),))
    elsewhere = _elsewhere(case)
    if elsewhere:
        return settle((elsewhere,))
    found = _grounds(case, law, arguments)
    sure = [g for g in found if g[0] == ""] or [g for g in found if g[0] == "large"]
    shown = sure or found
    facts = tuple(f for _, _, f in shown if f)
    return settle(
        (
            Violation(
                facts=facts or ((decided,) if decided else ()),
                variant=sure[0][0] if sure else "unsure",
                params=(("why", "、".join(dict.fromkeys(words for _, words, _ in shown))),),
                cause=None if sure else Cause.NEEDS_JUDGEMENT,
            ),
        ),
        (),
        facts,
    )


@predicate("investigators_do_not_vote")
def investigators_do_not_vote(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no investigator is among those who decided in the discussion.

    To attend and to report is lawful. One who presides, gives an opinion on the outcome, or is among those whose unanimous
    consent the minutes tell without single opinions took part; one who is only listed with those who take part is a
    question.
    """
    del law, arguments
    voters = named(case, Role.LEADER)
    papers = {f.document for f in voters}
    beside = {normalise_name(str(f.value)) for f in named(case, Role.PRESENT)}
    officers = [f for f in named(case, Role.INVESTIGATOR) if f.document not in papers]
    said = "".join(running(paper).text for paper in case.documents(MINUTES))
    violations: dict[str, Violation] = {}
    for voter in voters:
        name = normalise_name(str(voter.value))
        same = [f for f in officers if normalise_name(str(f.value)) == name]
        took_part = _took_part(said, str(voter.value))
        if not same or name in violations or took_part is False:
            continue
        presides = voter.name.endswith(".主持人")
        agreed = took_part is None and name not in beside and _all_agreed(said, voters)
        doubtful = not (presides or took_part or agreed) or voter.masked or same[0].masked
        violations[name] = Violation(
            facts=(voter, *{f.document: f for f in same}.values()),
            variant="present" if doubtful else "",
            params=(
                ("name", str(voter.value)),
                ("papers", "、".join(dict.fromkeys(title_of(case, f.document) for f in same))),
            ),
            cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
            key=name,
        )
    gaps: list[Missing] = []
    if not voters:
        gaps.extend(lacking(case, *names_of(Role.LEADER)[:1]))
    if not officers:
        gaps.extend(lacking(case, *names_of(Role.INVESTIGATOR)[:1]))
    return settle(tuple(violations.values()), gaps, [*voters, *officers])


def _all_agreed(said: str, voters: Sequence[Fact]) -> bool:
    """Whether the minutes tell only that all of those present agreed, and no opinion of a single one."""
    single = any(re.search(rf"{re.escape(str(v.value))}(?:（[^（）]*）)?：", said) for v in voters)
    return not single and _UNANIMOUS.search(said) is not None and _NO_VOTE.search(said) is None


def _took_part(said: str, name: str) -> bool | None:
    """Whether the minutes show the person giving an opinion, or say that he does not vote; None when they do neither."""
    own = re.escape(name)
    opinion = rf"{own}(?:（[^（）]*）)?：(?:我)?(?:表示)?(?:同意|赞成|不同意|反对)"
    vote = rf"(?:同意|赞成|反对|弃权)(?:的|人员|者|票)?(?:（?\d+[人票]）?)?：[^。；\n]*{own}"
    if re.search(opinion, said) or re.search(vote, said):
        return True
    if re.search(rf"{own}（[^（）]*(?:列席|汇报|记录|不参[加与]表决|无表决权)[^（）]*）", said):
        return False
    for barred in _NO_VOTE.finditer(said):
        start = max(said.rfind(mark, 0, barred.start()) for mark in "。；：\n") + 1
        if name in said[start : barred.end()]:
            return False
    return None
