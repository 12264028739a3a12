"""集体讨论记录: who sat together, what each of them said, and whether they met at the right time."""

import re
from collections.abc import Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.collective import DECISION, MINUTES
from casecheck.rules.builtin.hearing_asked import held
from casecheck.rules.builtin.reading import day, known, lacking, missing, running, settle, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.statement import papers as statements

PRESENT, CHAIR = f"{MINUTES}.参加人员", f"{MINUTES}.主持人"
_LEADER = re.compile(
    r"副?局长|(?:党组|党委)(?:副?书记|成员|委员)|总工程师|总经济师|(?:食品|药品)安全总监|稽查专员|纪检(?:监察)?组长|主要负责人|局领导|副?主任(?!科员)|副?书记"
)
_MIDDLE = re.compile(
    r"副?[科股室处队]长|[大中]队副?长|大队长|副大队长|中队长|科员|副?所长|负责同志|法制员|股室负责人|科室负责人|承办人|办案人员|执法人员|(?:办公室|科|股|室)副?主任"
)
_POST = r"(?:[（(](?P<behind>[^（()）]{2,24})[)）])"
_EXTENSION = re.compile(r"(?:延长|延期)[^。；\n]{0,10}(?:期限|办理|三十日|30日)|继续延期|办案期限")
_OPINION = r"(?:（[^（）]{0,24}）)?(?:同志|局长|副局长)?(?:：|:|认为|表示|发言|提出|同意|赞成|意见)"
_SIGNED = re.compile(
    r"(?:签名|签字)(?:（[^（）]{0,12}）)?[：:]?[\u4e00-\u9fff　]{2,}|（(?:签名|签字)）|签\s*名[\u4e00-\u9fff]{2}"
)


def on_penalty(case: CaseFacts) -> list[CaseDocument]:
    """The minutes but for those that only lengthen the time of the case."""
    found = []
    for paper in case.documents(MINUTES):
        conclusion = "".join(str(f.value) for f in known(case, f"{MINUTES}.结论", paper.id))
        said = paper.title + (conclusion or running(paper).text)
        if _EXTENSION.search(said) and not re.search("罚款|没收|处罚|吊销|警告", said.replace("行政处罚案件", "")):
            continue
        found.append(paper)
    return found


def _post(paper: CaseDocument, name: str) -> str | None:
    """`leader` or `middle` by the post that the minutes print beside a name; None where they print none."""
    said = running(paper).text
    for match in re.finditer(re.escape(name) + _POST, said):
        if _LEADER.search(match["behind"]) and not re.search("办公室|科室|股室", match["behind"]):
            return "leader"
        if _MIDDLE.search(match["behind"]):
            return "middle"
    for match in re.finditer(re.escape(name), said):
        before, after = said[max(0, match.start() - 8) : match.start()], said[match.end() : match.end() + 5]
        if re.search(r"副?局长[：:]?$", before) or re.match(r"副?局长", after):
            return "leader"
        if _MIDDLE.search(before[-4:] + "") and re.search(r"[长员任]$", before):
            return "middle"
    return None


@predicate("leaders_discussed")
def leaders_discussed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether those who discussed are the leaders of the authority (处罚法 第五十七条第二款), told by their printed posts.

    Only heads of sections among them is a violation. No posts, a single leader, or a chair without a leader's post are
    questions: posts are called by many names.
    """
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for paper in on_penalty(case):
        people = list(
            {str(f.value): f for f in (*known(case, PRESENT, paper.id), *known(case, CHAIR, paper.id))}.values()
        )
        if not people:
            gaps.extend(m for m in (missing(case, PRESENT, paper.id),) if m)
            continue
        used.extend(people)
        posts = {str(f.value): _post(paper, str(f.value)) for f in people}
        leaders = [name for name, post in posts.items() if post == "leader"]
        found = _composition(posts, leaders, [str(f.value) for f in known(case, CHAIR, paper.id)])
        if found is None:
            continue
        violations.append(
            Violation(
                facts=tuple(people),
                variant=found,
                params=(("people", "、".join(posts)), ("leaders", "、".join(leaders))),
                cause=None if not found else Cause.NEEDS_JUDGEMENT,
                key=f"{paper.number or paper.title} {found}",
            )
        )
    return settle(violations, gaps, used)


def _composition(posts: dict[str, str | None], leaders: Sequence[str], chairs: Sequence[str]) -> str | None:
    """The variant of what is wrong with those present; None when nothing is."""
    if not leaders:
        return "" if all(post == "middle" for post in posts.values()) else "unknown"
    if len(leaders) == 1 and len(posts) > 1 and all(p == "middle" for n, p in posts.items() if n not in leaders):
        return "one"
    if chairs and not any(posts.get(chair) != "middle" for chair in chairs):
        return "chair"
    return None


@predicate("minutes_complete")
def minutes_complete(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the minutes print time, place, report and conclusion, and what each of those present said.

    Where nobody's opinion is printed it is a violation, where some are missing a question. Signatures stand in the image.
    """
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in on_penalty(case):
        if unread(case, paper):
            gaps.append(Missing(name=MINUTES, cause=Cause.UNREADABLE, looked=(paper.id,)))
            continue
        violations.extend(_elements(case, paper))
    return settle(violations, gaps)


_ELEMENTS = (
    (Words(zh="讨论时间", en="time"), re.compile(r"时间|日期|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}[./-][0-9]{1,2}")),
    (Words(zh="讨论地点", en="place"), re.compile(r"地点|会议室|地址|场所")),
    (Words(zh="案情汇报", en="report on the case"), re.compile(r"汇报|案情|介绍|基本情况")),
    (
        Words(zh="讨论结论", en="conclusion"),
        re.compile(r"结论|决定|结果|一致(?:同意|认为|意见)|会议(?:认为|同意|议定)"),
    ),
)


def _elements(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    said = running(paper)
    head = (said.quote(0, min(len(said.text), 20)),) if said.text else ()
    for name, shape in _ELEMENTS:
        if not shape.search(said.text):
            params = (("point", name.zh), ("point@en", name.en), ("paper", paper.title))
            yield Violation(quotes=head, variant="element", params=params, key=f"{paper.title} {name.zh}")
    people = list(dict.fromkeys(str(f.value) for f in known(case, PRESENT, paper.id) if not f.masked))
    silent = [name for name in people if not re.search(re.escape(name) + _OPINION, _body(said.text))]
    if len(people) > 1 and silent:
        everyone = len(silent) == len(people)
        yield Violation(
            facts=tuple(f for f in known(case, PRESENT, paper.id) if str(f.value) in silent),
            variant="" if everyone else "some",
            params=(("people", "、".join(silent)), ("paper", paper.title)),
            cause=None if everyone else Cause.NEEDS_JUDGEMENT,
            key=f"{paper.title} opinions",
        )
    if not _SIGNED.search(said.text):
        yield Violation(
            quotes=head,
            variant="unsigned",
            params=(("paper", paper.title),),
            cause=Cause.NEEDS_IMAGE,
            key=f"{paper.title} signed",
        )


def _body(said: str) -> str:
    """The minutes without the lines that only name who was there or who signs."""
    return re.sub(r"(?:签名|签字)[：:][^。]{0,80}", "", said)


@predicate("discussed_in_time")
def discussed_in_time(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the last discussion of the penalty came after the statement or the hearing, and before the decision.

    That a discussion which the law wants came after the decision is the matter of the rule that demands it; here it counts
    only where no other discussion came before the decision.
    """
    del law, arguments
    papers = on_penalty(case)
    dates = [f for paper in papers for f in known(case, f"{MINUTES}.日期", paper.id)]
    decided = the(case, f"{DECISION}.决定日期")
    if not dates:
        return settle((), lacking(case, f"{MINUTES}.日期"))
    in_time = [f for f in dates if decided is None or day(f) <= day(decided)]
    if not in_time:
        return Answer(truth=True, moot=True)
    last = max(in_time, key=day)
    heard = known(case, "听证笔录.听证日期") if held(case) else ()
    made = [f for f in known(case, "陈述申辩.日期") if statements(case)]
    later = [f for f in (*heard, *made) if day(f) > day(last) and (decided is None or day(f) <= day(decided))]
    if not later:
        return settle((), (), (last, *((decided,) if decided else ())))
    after = max(later, key=day)
    variant = "" if after.name.startswith("听证") else "statement"
    return settle(
        (
            Violation(
                facts=(last, after),
                variant=variant,
                params=(("discussed", day(last).isoformat()), ("heard", day(after).isoformat())),
                key=variant or "hearing",
            ),
        ),
        (),
        (last, after),
    )
