"""移送: no fine between the transfer of a suspected crime and its outcome."""

import re

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits, own_words, papers_of

_OUTCOME = re.compile(
    r"不予立案|不予?立案(?:通知|决定)|撤销(?:刑事)?案件|不起诉|免予刑事处罚|不(?:需要|予)?追究刑事责任|退回(?:本局|我局|案件|行政)|移(?:交|送|回)(?:本局|我局)|刑事判决|无罪|反向移送"
)
_SENT_BACK = re.compile(
    r"不予立案|撤销(?:刑事)?案件|不起诉|没有犯罪事实|不(?:需要|予)追究刑事责任|退回(?!货|价款|预付|补充)"
)
_IF = re.compile(r"如果|如你|如认为|如不|如依法|若(?!干)|倘|认为[^。；]{0,60}的，")


@predicate("no_fine_after_transfer")
def no_fine_after_transfer(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the fine was decided before the case was transferred to the police, or after the criminal outcome.

    `transferred` and `decided` are days, `fine` the fact with the fine, `outcome` forms that tell how the criminal case
    ended. Such a paper, words of the decision on it, or any paper that tells of a case not taken or sent back, make a later fine a question: whether the matter came back is for
    a person to see.
    """
    del law
    names = (text(arguments, "transferred"), text(arguments, "decided"), text(arguments, "fine"))
    moved, decided, fine = ([*known(case, name)] for name in names)
    if not (moved and decided and fine):
        return settle((), lacking(case, *names))
    used = [moved[0], decided[0], fine[0]]
    if day(decided[0]) <= min(map(day, moved)):
        return settle((), (), used)
    decisions = papers_of(case, texts(arguments, "papers"))
    ended = [p for p in papers_of(case, texts(arguments, "outcome")) if _OUTCOME.search(own_words(p).text)]
    told = next((h for h in hits(_OUTCOME, decisions)), None)
    told = told or next((h for h in hits(_SENT_BACK, case.dossier.documents) if not _IF.search(h.before[-60:])), None)
    titled = any(_SENT_BACK.search(paper.title) for paper in case.dossier.documents)
    doubtful = bool(ended) or titled or told is not None
    said = f"{day(moved[0])} → {day(decided[0])}"
    found = Violation(
        facts=tuple(used),
        quotes=(told.quote(),) if told else (),
        variant="ended" if doubtful else "",
        params=(("moved", day(moved[0]).isoformat()), ("decided", day(decided[0]).isoformat())),
        working=Words(zh=f"移送 {said} 决定罚款", en=f"transferred, then fined: {said}"),
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key="罚款",
    )
    return settle((found,), (), used)
