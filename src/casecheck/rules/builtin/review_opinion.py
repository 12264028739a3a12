"""审核意见: what the opinion covers, whether advice was carried out, whether new facts were reviewed again."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.hearing_asked import held
from casecheck.rules.builtin.notice import DECIDED, DECISION, NOTICE
from casecheck.rules.builtin.provisions import citation, is_ground
from casecheck.rules.builtin.reading import day, known, missing, running, settle, texts, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.review import REVIEW, stance
from casecheck.rules.builtin.statement import papers as statements
from casecheck.rules.builtin.wording import hits
from casecheck.text.citations import find_citations

_POINTS = (
    (Words(zh="管辖权", en="jurisdiction"), re.compile(r"管辖|职权范围")),
    (Words(zh="当事人情况", en="the party"), re.compile(r"当事人|主体|违法人|处罚对象")),
    (Words(zh="事实、证据", en="facts and evidence"), re.compile(r"事实|证据")),
    (Words(zh="定性", en="qualification of the act"), re.compile(r"定性|性质")),
    (Words(zh="适用依据", en="legal basis"), re.compile(r"依据|适用法|法律适用|法律、法规|法条|条款|适用")),
    (Words(zh="程序", en="procedure"), re.compile(r"程序")),
    (
        Words(zh="处理是否适当", en="whether the measure fits"),
        re.compile(r"适当|恰当|得当|处理|裁量|幅度|量罚|过罚|处罚"),
    ),
)
_PRINTED_LIST = re.compile(r"是否")
_ADVICE = re.compile(
    r"建议[^。；\n]{0,10}(?:补充|纠正|重新|修改|调整|完善|补正|变更|核实|查明)|(?<!无需)(?<!不需)(?<!不必)(?<!已)补充(?:调查|证据|材料)|(?:退回|退还)[^。；\n]{0,8}(?:补充|重新|修改|完善)|事实不清|证据不足|定性不准"
)
_DONE = re.compile(r"已(?:经)?(?:按|根据|补充|纠正|修改|完善|采纳|补正|重新)|采纳审核意见|审核意见已?采纳")
_NEW = re.compile(
    r"(?:提交|提供|补充|提出|出示)[^，。；\n]{0,10}新的?(?:证据|事实|材料)|新(?:的)?证据|(?:提交|提供|出示)[^，。；\n]{0,12}(?:证据|证明|凭证|材料)"
)
_NO_NEW = re.compile(r"未|没有|无|不")


@predicate("review_says_why")
def review_says_why(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the opinion of a review that consents speaks to the seven points (程序规定 第五十三条).

    The review that says most is taken. One that says nothing but consent is a violation; where some points are missing it
    is a question, for the words of an opinion are free. A printed list of the points counts as the opinion.
    """
    del law
    best: tuple[int, Fact, list[Words]] | None = None
    gaps: list[Missing] = []
    for paper in case.documents(REVIEW):
        opinions = [f for name in texts(arguments, "opinions") for f in known(case, name, paper.id)]
        if not opinions:
            gaps.extend(m for m in (missing(case, texts(arguments, "opinions")[0], paper.id),) if m)
            continue
        if any(stance(str(f.value)) == "refuses" for f in opinions):
            continue
        said = "\n".join(str(f.value) for f in opinions)
        whole = running(paper).text
        if len(_PRINTED_LIST.findall(whole)) >= 4:
            said += whole
        lacking_points = [name for name, shape in _POINTS if not shape.search(said)]
        if best is None or len(lacking_points) < best[0]:
            best = (len(lacking_points), opinions[0], lacking_points)
    if best is None:
        return settle((), gaps)
    count, opinion, points = best
    if not count:
        return settle((), (), (opinion,))
    bare = count >= len(_POINTS) - 1
    violation = Violation(
        facts=(opinion,),
        variant="" if bare else "some",
        params=(
            ("opinion", str(opinion.value)[:40]),
            ("points", "、".join(p.zh for p in points)),
            ("points@en", ", ".join(p.en for p in points)),
        ),
        severity=Severity.MINOR,
        cause=None if bare else Cause.NEEDS_JUDGEMENT,
        key="points",
    )
    return settle((violation,), (), (opinion,))


def _advising(case: CaseFacts, names: Sequence[str]) -> list[tuple[CaseDocument, Fact, date | None]]:
    """The reviews that advise correction or further investigation: the paper, the opinion, its day."""
    found = []
    for paper in case.documents(REVIEW):
        opinions = [f for name in names for f in known(case, name, paper.id)]
        advising = next((f for f in opinions if _ADVICE.search(str(f.value))), None)
        if advising:
            on = max((day(f) for f in known(case, f"{REVIEW}.审核日期", paper.id)), default=None)
            found.append((paper, advising, on))
    return found


@predicate("review_advised")
def review_advised(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a review advised correction or further investigation (程序规定 第五十四条第（二）项、第（三）项)."""
    del law
    found = _advising(case, texts(arguments, "opinions"))
    if not found and not case.documents(REVIEW) and case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=REVIEW, cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=bool(found), used=tuple(f for _, f, _ in found))


@predicate("advice_followed")
def advice_followed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether advice of the review was carried out and reviewed again before the notice or the decision.

    `steps` are days of what may carry it out (records, a new report). A notice that followed the advice before any review
    consented is a violation; consent without any such step, and advice beside consent, are questions. A decision
    although the last review refuses is told by the rule that demands the review.
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for paper, opinion, on in _advising(case, texts(arguments, "opinions")):
        used.append(opinion)
        if on is None:
            gaps.extend(m for m in (missing(case, f"{REVIEW}.审核日期", paper.id),) if m)
            continue
        if _DONE.search(running(paper).text):
            continue
        again = _consented_after(case, texts(arguments, "opinions"), paper, on)
        sure = stance(str(opinion.value)) == "refuses"
        acts = _acts_after(case, on, again)
        steps = [f for name in texts(arguments, "steps") for f in known(case, name) if day(f) >= on]
        if again is None and sure and known(case, DECIDED):
            continue  # a refusal behind the decision: the rule that demands the review tells it
        if acts:
            violations.append(_ignored(opinion, on, min(acts, key=day), sure=sure))
        elif again is not None and not any(day(f) <= again for f in steps):
            violations.append(_no_step(opinion, on, again))
    if any(v.cause is None for v in violations) and case.scope != "document" and unread(case, *case.dossier.documents):
        return settle((), (*gaps, Missing(name=REVIEW, cause=Cause.UNREADABLE)), used)
    return settle(violations, gaps, used)


def _acts_after(case: CaseFacts, on: date, again: date | None) -> list[Fact]:
    """The notice or the decision that followed the advice, unless a review had consented by the last of the notices."""
    notices = [f for f in known(case, f"{NOTICE}.日期") if day(f) >= on]
    if again is not None:
        return notices if notices and all(day(f) < again for f in notices) else []
    return [*notices, *(f for f in known(case, DECIDED) if day(f) >= on)]


def _consented_after(case: CaseFacts, names: Sequence[str], paper: CaseDocument, on: date) -> date | None:
    """The day of the first other review, of that day or later, that consents without further advice."""
    days = []
    for other in case.documents(REVIEW):
        opinions = [str(f.value) for name in names for f in known(case, name, other.id)]
        dated = [day(f) for f in known(case, f"{REVIEW}.审核日期", other.id) if day(f) >= on]
        good = opinions and all(stance(o) == "consents" and not _ADVICE.search(o) for o in opinions)
        if other.id != paper.id and good and dated:
            days.append(max(dated))
    return min(days, default=None)


def _ignored(opinion: Fact, on: date, act: Fact, *, sure: bool) -> Violation:
    return Violation(
        facts=(opinion, act),
        variant="" if sure else "partly",
        params=(
            ("opinion", _clause(str(opinion.value))),
            ("advised", on.isoformat()),
            ("next", day(act).isoformat()),
            ("step", act.name.partition(".")[0]),
        ),
        cause=None if sure else Cause.NEEDS_JUDGEMENT,
        key=f"{on} ignored",
    )


def _no_step(opinion: Fact, on: date, again: date) -> Violation:
    return Violation(
        facts=(opinion,),
        variant="no_step",
        params=(("opinion", _clause(str(opinion.value))), ("advised", on.isoformat()), ("again", again.isoformat())),
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"{on} no step",
    )


def _clause(said: str) -> str:
    """The sentence of an opinion that advises."""
    found = _ADVICE.search(said)
    if not found:
        return said[:40]
    start = max(said.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
    end = min((at for mark in "。；\n" if (at := said.find(mark, found.end())) >= 0), default=len(said))
    return said[start:end]


@predicate("matter_changed")
def matter_changed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a statement brought new evidence, or the decision rests on other provisions than the notice.

    After a hearing the legal review follows anyway and has a rule of its own. A fine that was merely lowered is none.
    """
    del law, arguments
    made = max((day(f) for f in known(case, "陈述申辩.日期")), default=None)
    if held(case) or made is None or not case.documents(REVIEW):
        return Answer(truth=False)
    return Answer(truth=bool(list(_new(case))) or _other_grounds(case))


def _new(case: CaseFacts) -> Iterator[str]:
    for hit in hits(_NEW, statements(case)):
        if not _NO_NEW.search(hit.before[-16:]) and not _NO_NEW.search(hit.match[0]):
            yield hit.match[0]


def _other_grounds(case: CaseFacts) -> bool:
    """Whether the decision rests on a penalty provision that the notice did not name."""
    before = {str(f.value) for f in known(case, f"{NOTICE}.处罚依据")}
    after = {str(f.value) for f in known(case, f"{DECISION}.处罚依据")}
    return bool(before and after and not after <= before)


@predicate("new_matter_reviewed")
def new_matter_reviewed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether what came up after the last review was reviewed (程序规定 第五十二条、第五十三条); for a case of `matter_changed`.

    A decision that rests on an article which no paper up to that review names (`seen`: those papers) was not reviewed as to
    its basis: a violation. Other paragraphs of such an article, and new evidence, are for a person to weigh.
    """
    del law
    reviewed, made = known(case, f"{REVIEW}.审核日期"), known(case, "陈述申辩.日期")
    last = max((day(f) for f in made), default=None)
    if last is not None and any(day(f) >= last for f in reviewed):
        return settle((), (), (*reviewed, *made))
    papers = [d for form in texts(arguments, "seen") for d in case.documents(form)]
    grounds = known(case, f"{DECISION}.处罚依据")
    lacking = grounds and not unread(case, *papers) and case.scope == "dossier"
    unseen = [f for f in grounds if lacking and not any(_names_article(paper, f) for paper in papers)]
    params = (("ground", str(unseen[0].value) if unseen else ""),)
    if unseen:
        return settle((Violation(facts=(*unseen, *reviewed[-1:]), variant="basis", params=params, key="basis"),))
    told = known(case, f"{NOTICE}.处罚依据") if _other_grounds(case) else ()
    asked = (*made[-1:], *reviewed[-1:], *told[:2], *(grounds[:2] if told else ()))
    return settle((Violation(facts=asked, params=params, cause=Cause.NEEDS_JUDGEMENT, key="new"),))


def _names_article(paper: CaseDocument, ground: Fact) -> bool:
    """Whether a paper names the article of a ground; a law of procedure, or a law as a whole, is not missed."""
    wanted = citation(ground)
    if wanted is None or wanted.article is None or not is_ground(wanted):
        return True
    law = wanted.law.removeprefix("中华人民共和国")
    return any(
        c.article == wanted.article and (c.law.removeprefix("中华人民共和国") == law or law in c.law or c.law in law)
        for c in find_citations(running(paper).text)
    )
