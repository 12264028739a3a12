"""拒签、不到场: whether a refusal is noted and was recorded (程序规定 第四十三条)."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import settle, texts, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, papers_of
from casecheck.rules.interviews.records import FORM, whose
from casecheck.rules.passport.proofs import RECORDED

_REFUSED = re.compile(
    r"(?:拒绝|拒不)(?:在[^，。；]{0,16})?(?:签名|签字|签章|签收|盖章|按印|捺印|确认|接受(?:询问|调查|检查)|配合(?:询问|调查|检查)?|到场)|拒签"
    r"|(?:不愿意?|不肯|不同意)(?:在[^，。；]{0,16})?(?:签名|签字|签章|捺印|按印)"
    r"|(?:无法|不能)通知(?:到)?(?:当事人|负责人|经营者)|(?:当事人|负责人|经营者)[^，。；]{0,12}(?:不到场|未到场|拒绝到场|无法到场|联系不上|无法联系)"
)
_NO_REFUSAL = re.compile(r"有权|可以|如果|若|是否|不得|应当|没有|未|无|应注明|不存在|告知")
_WITNESS = re.compile(
    r"见证人(?:（[^）]{0,12}）)?(?:签名|签字)?(?:（[^）]{0,12}）)?[：为]?(?![/无—_、，。；）]|签名|签字|$)[\u4e00-\u9fff]{2,4}|邀请[^，。；]{2,30}见证"
)
_NOT_RECORDED = re.compile(r"(?:未|没有|无|不能|无法)[^，。；]{0,6}$")


@predicate("refusal_recorded")
def refusal_recorded(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each refusal or absence that `papers` tell of was recorded by sound, film or the like.

    The record may be told of in the paper itself, or lie in the file (`records`: forms). With a witness only it is a
    question; with neither it is a violation where the whole file was read and holds no pictures.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    kept = papers_of(case, texts(arguments, "records"))
    violations: list[Violation] = []
    gaps = [Missing(name=p.title, cause=Cause.UNREADABLE, looked=(p.id,)) for p in papers if unread(case, p)]
    told = False
    for paper in papers:
        for hit in list(_refusals(paper))[:1]:
            told = True
            violations.extend(_unrecorded(case, paper, hit, bool(kept)))
    return settle(violations, gaps, moot=not told)


def _refusals(paper: CaseDocument) -> Iterator[Hit]:
    for hit in hits(_REFUSED, (paper,)):
        before = re.split(r"[，。；：]", hit.before)[-1]
        behind = hit.paper.text[hit.match.end() : hit.match.end() + 6]
        if not (_NO_REFUSAL.search(before) or behind.startswith(("的，", "的应", "？", "的，应", "或者"))):
            yield hit


def _unrecorded(case: CaseFacts, paper: CaseDocument, hit: Hit, kept: bool) -> Iterator[Violation]:
    said = hit.paper.text
    if kept or any(not _NOT_RECORDED.search(said[max(0, m.start() - 8) : m.start()]) for m in RECORDED.finditer(said)):
        return
    witness = _WITNESS.search(said)
    pictures = any("image" in problem.kind for problem in case.dossier.problems)
    cause = Cause.NEEDS_JUDGEMENT if witness else Cause.NEEDS_IMAGE if pictures else unproven(case)
    name = whose(case, paper) if paper.form == case.form_name(FORM) else paper.title
    yield Violation(
        quotes=(hit.quote(),),
        variant="witness" if witness else "unseen" if cause is Cause.NEEDS_IMAGE else "",
        params=(("paper", name), ("words", hit.match[0])),
        cause=cause,
        key=f"{name} {hit.match[0]}",
    )
