"""陈述申辩: whether the party made a statement, whether it is on file, was reviewed, and did not make things worse."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.hearing_asked import held, own, segment
from casecheck.rules.builtin.hearing_asked import told as hearing_told
from casecheck.rules.builtin.notice import DECISION, NOTICE
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, texts, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, clause_at, hits, papers_of
from casecheck.text.folded import fold_text
from casecheck.text.money import format_yuan

RECORD, STATEMENT = "陈述申辩笔录", "情况说明"
MADE = "陈述申辩.日期"
_TELLING = (DECISION, "行政处理决定审批表", "集体讨论记录", "结案审批表", "案件审核表")
_TITLE = re.compile(r"陈述|申辩")
_TOLD = re.compile(
    r"(?:提出|提交|递交|作出|作了|进行了|口头|书面)[^，。；！？\n]{0,14}(?:申辩|陈述(?:意见|材料|书))(?!的?权|期)|申辩(?:意见|理由|请求)?(?:称|认为|提出|如下)"
)
_NOT_TOLD = re.compile(
    r"未|没有|无|不|放弃|逾期|可以|可向|可在|有权|权利|如|若|视为|享有|是否|告知|应当|自收到|复核|证据材料清单"
)
_ARGUED = re.compile(
    r"请求|申请|希望|恳请|要求|认为|异议|从轻|减轻|不予处罚|免[除予于]|少罚|过重|不服|不同意|不认可|困难"
)
_NOT_ARGUED = re.compile(
    r"(?:没有|无|不)[^，。；\n]{0,4}(?:请求|申请|要求|异议|陈述|申辩|意见)|放弃[^，。；\n]{0,6}(?:陈述|申辩)"
)
_REVIEWED = re.compile(
    r"复核|采纳|不予?采信|予以采信|(?:意见|理由|申辩|请求|主张)[^，。；\n]{0,10}(?:不能?成立|成立|不予支持|予以支持|不予认可|予以考虑)"
    r"|(?:维持|调整|变更)[^。；\n]{0,14}(?:拟|原)[^。；\n]{0,10}处罚"
)
_REJECTED = re.compile(r"不予?采纳|不予?采信|不予支持|不能?成立")
_DENIED = re.compile(r"(?:未|没有|无|不|放弃)[^，。；\n]{0,12}(?:陈述|申辩)")
_DEALT_WITH = re.compile(r"采纳|采信|支持|成立|享有|有权|可以|不因|不得|不利")
_REASON = re.compile(
    r"因为?|由于|鉴于|不属于|不符合|不构成|不影响|不是|并非|不能|无法|没有(?:证据|提供|提交)|未(?:提供|提交)|已[^采，。]{1,20}(?:作为|考虑|从轻|减轻)|经查|经核|属于|应当|依据|依照|根据|规定|事实|证据|符合|法定"
)


def papers(case: CaseFacts) -> tuple[CaseDocument, ...]:
    """The statements on file: the record of an oral one, or a paper of the party that calls itself one."""
    written = (p for p in case.documents(STATEMENT) if _TITLE.search(fold_text(p.title)))
    return (*(p for p in case.documents(RECORD) if _argues(p)), *written)


def _argues(record: CaseDocument) -> bool:
    """Whether the party said something to be weighed; a record that it has nothing to say is no defence."""
    said = running(record).text
    return bool(_ARGUED.search(_NOT_ARGUED.sub("", said)))


def told(case: CaseFacts) -> list[Hit]:
    """Where a paper tells that the party made a statement."""
    found = hits(_TOLD, papers_of(case, _TELLING))
    return [hit for hit in found if not _NOT_TOLD.search(segment(hit))]


def denials(case: CaseFacts) -> list[Hit]:
    """Where the decision tells that no statement was made; none where it tells of one as well."""
    decisions = case.documents(DECISION)
    if any(hit.document in decisions for hit in told(case)):
        return []
    return [hit for hit in hits(_DENIED, decisions) if not _DEALT_WITH.search(segment(hit))]


def reviews(case: CaseFacts, forms: tuple[str, ...]) -> list[Hit]:
    """Where a paper of the forms, or one that is called a review (复核), says what became of the statement."""
    own_papers = {p.id for p in papers(case)}
    listed = papers_of(case, forms)
    titled = tuple(p for p in case.dossier.documents if "复核" in fold_text(p.title) and p not in listed)
    return [hit for hit in hits(_REVIEWED, (*titled, *listed)) if hit.document.id not in own_papers]


@predicate("statement_made")
def statement_made(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the party made a statement or defence: a paper of it, or another paper that tells of it."""
    del law, arguments
    if papers(case) or told(case):
        return Answer(truth=True, used=tuple(known(case, MADE)))
    if case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=RECORD, cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=False)


@predicate("statement_on_file")
def statement_on_file(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a statement that the papers tell of is on file: the record, or the writing with the day it was received.

    What is signed by hand only the image shows; where neither signature nor receipt is seen in the text it is a question.
    A hearing record may hold the statement as well.
    """
    del law, arguments
    found = papers(case)
    if not found:
        if held(case):
            return settle()
        if case.scope == "document":
            return settle((), (Missing(name=RECORD, cause=Cause.DOCUMENT_MISSING),))
        if unread(case, *case.dossier.documents):
            return settle((), (Missing(name=RECORD, cause=Cause.UNREADABLE),))
        return settle((_unfiled(case),))
    return settle([v for paper in found for v in _formless(case, paper)])


_ELSEWHERE = re.compile(r"陈述申辩|陈述、申辩|申辩")
_OWN_TITLES = ("陈述", "申辩", "申诉", "意见书", "说明", "申请")


def _unfiled(case: CaseFacts) -> Violation:
    """No paper of the statement: certain unless another paper of the party or an unnamed one may be it."""
    places = told(case)
    maybe = [
        p
        for p in case.dossier.documents
        if p.form in (None, "情况说明/整改报告", "放弃陈述申辩/听证声明", RECORD)
        and "复核" not in p.title
        and _ELSEWHERE.search(running(p).text)
    ]
    return Violation(
        quotes=tuple(hit.quote() for hit in places[:2]),
        variant="unsure" if maybe else "",
        params=(("papers", "、".join(p.title for p in maybe[:3])), ("paper", places[0].document.title)),
        cause=Cause.NEEDS_JUDGEMENT if maybe else None,
        key="unfiled",
    )


_SIGNED = re.compile(
    r"(?:申辩人|陈述人|当事人|法定代表人|负责人|经营者|代理人)(?:（[^）]{0,16}）)?(?:签名|签字|签章)?(?:（[^）]{0,16}）)?：?[^：。\n]{0,12}(?:（?签名|签字|盖章)|（盖章）|（签名）"
)
_RECEIVED = re.compile(r"收[件文悉]|收到(?:日期|时间|人)|签收|接收(?:人|日期|时间)")


def _formless(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    said = running(paper)
    oral = paper.form == RECORD
    lacking_words = [] if _SIGNED.search(said.text) else [Words(zh="当事人签名", en="the party's signature")]
    if not oral and not _RECEIVED.search(said.text):
        lacking_words.append(Words(zh="收到日期", en="the day of receipt"))
    if not lacking_words:
        return
    yield Violation(
        quotes=(said.quote(0, min(len(said.text), 20)),) if said.text else (),
        variant="unseen",
        params=(
            ("paper", paper.title),
            ("what", "、".join(w.zh for w in lacking_words)),
            ("what@en", ", ".join(w.en for w in lacking_words)),
        ),
        cause=Cause.UNREADABLE if unread(case, paper) else Cause.NEEDS_IMAGE,
        key=f"unseen {paper.title}",
    )


@predicate("statement_reviewed")
def statement_reviewed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether what the party put forward was reviewed (处罚法 第四十五条): somewhere a paper says that and how.

    `papers` are the forms in which a review may stand beside any paper called a review (复核). Rejected with a bare word,
    it is a question whether reasons were given.
    """
    del law
    made = known(case, MADE)
    found = reviews(case, texts(arguments, "papers"))
    if not found:
        if case.scope == "document":
            return settle((), (Missing(name="行政处理决定审批表", cause=Cause.DOCUMENT_MISSING),), made)
        if unread(case, *case.dossier.documents):
            return settle((), (Missing(name="行政处理决定审批表", cause=Cause.UNREADABLE),), made)
        places = tuple(hit.quote() for hit in told(case)[:2])
        heads = tuple(running(p).quote(0, min(20, len(running(p).text))) for p in papers(case)[:1] if running(p).text)
        denied = tuple(hit.quote() for hit in denials(case)[:1])
        return settle((Violation(facts=made, quotes=(*(places or heads), *denied), key="none"),), (), made)
    rejected = [hit for hit in found if _REJECTED.search(hit.clause)]
    if rejected and not any(_reasoned(hit) for hit in found):
        bare = Violation(
            facts=made,
            quotes=tuple(hit.quote() for hit in rejected[:3]),
            variant="bare",
            params=(("paper", rejected[0].document.title), ("clause", rejected[0].clause)),
            severity=Severity.MAJOR,
            key="bare",
        )
        return settle((bare,), (), made)
    return settle((), (), made)


def _reasoned(hit: Hit) -> bool:
    """Whether reasons stand in the clause or in one beside it, or the defence was accepted."""
    if not _REJECTED.search(hit.clause) and "采纳" in hit.clause:
        return True
    said = hit.paper.text
    first, last = clause_at(said, hit.match.start(), hit.match.end())
    before, _ = clause_at(said, max(0, first - 1), first) if first else (0, 0)
    before, _ = clause_at(said, max(0, before - 1), max(0, before - 1)) if before else (before, 0)
    _, after = clause_at(said, last, min(len(said), last + 1))
    return bool(_REASON.search(_TOLD.sub("", said[before:after])))


def defended(case: CaseFacts) -> bool:
    """Whether the papers show that the party made a statement, asked for a hearing, or was heard."""
    return bool(held(case) or own(case) or papers(case) or told(case) or hearing_told(case))


@predicate("heard_or_defended")
def heard_or_defended(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the party made a statement, asked for a hearing, or was heard."""
    del law, arguments
    if defended(case):
        return Answer(truth=True)
    if case.scope == "document":
        return Answer(truth=None, missing=(Missing(name=RECORD, cause=Cause.DOCUMENT_MISSING),))
    return Answer(truth=False)


@predicate("not_heavier_after_defence")
def not_heavier_after_defence(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision is no heavier than the first notice, to which the party answered (处罚法 第四十五条第二款).

    `amounts` are pairs `[fact of the notice, fact of the decision]`. After a second notice the reason for the higher sum may
    be another one (new facts), so that is a question.
    """
    del law
    notices = case.documents(NOTICE)
    names = [f"{NOTICE}.拟罚款金额", f"{DECISION}.罚款金额"]
    if not notices or not case.documents(DECISION):
        return settle(
            (), [Missing(name=n, cause=Cause.DOCUMENT_MISSING) for n in (NOTICE, DECISION) if not case.documents(n)]
        )
    dated = {p.id: min((day(f) for f in known(case, f"{NOTICE}.日期", p.id)), default=None) for p in notices}
    first = min(notices, key=lambda p: (dated[p.id] is None, dated[p.id] or 0)) if all(dated.values()) else notices[0]
    used: list[Fact] = []
    violations = []
    for told_name, given_name in _pairs(arguments):
        before, after = known(case, told_name, first.id)[:1], known(case, given_name)[-1:]
        used.extend((*before, *after))
        if not (before and after and isinstance(before[0].value, int) and isinstance(after[0].value, int)):
            continue
        if after[0].value > before[0].value:
            violations.append(_heavier(before[0], after[0], len(notices) > 1))
    gaps = lacking(case, *names) if not used else ()
    return settle(violations, gaps, used)


def _heavier(before: Fact, after: Fact, again: bool) -> Violation:
    sums = [format_yuan(int(f.value)) for f in (before, after) if isinstance(f.value, int)]
    return Violation(
        facts=(before, after),
        variant="again" if again else "",
        params=(("what", after.name.partition(".")[2].removesuffix("金额")), ("told", sums[0]), ("given", sums[1])),
        working=Words(zh=f"告知 {sums[0]} 元 < 决定 {sums[1]} 元", en=f"announced {sums[0]} < decided {sums[1]} yuan"),
        cause=Cause.NEEDS_JUDGEMENT if again else None,
        key=after.name,
    )


def _pairs(arguments: Json) -> Iterator[tuple[str, str]]:
    listed = arguments.get("amounts") if isinstance(arguments, dict) else None
    for pair in listed if isinstance(listed, list) else []:
        if isinstance(pair, list) and len(pair) == 2:
            yield str(pair[0]), str(pair[1])
