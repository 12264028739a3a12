"""审核: whether the case was reviewed with consent, and who reviewed."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.people import Role
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.ending import decided
from casecheck.rules.builtin.reading import day, known, lacking, missing, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.people.roles import named, names_of
from casecheck.text.identifiers import normalise_name

REVIEW = "案件审核表"
Stance = Literal["consents", "refuses", "unclear", "blank"]

_UNTICKED = re.compile(r"[☐□][^☐□☑■√✓✔\n，。；]*")
_CONSENT = re.compile(r"(?<![不未])(?<!不予)同意(?!见)|无异议|(?:无|没有)(?:不同|其他)意见|准予|批准")
_REFUSAL = re.compile(
    r"(?<!无)(?<!没有)不(?:予)?同意|未同意|不(?:予|应)?批准|不予通过|退回|建议(?:补充|纠正|重新|撤销)"
    r"|(?<!无需)(?<!不需)(?<!需要)(?<!无须)(?<!不必)(?<!经)(?<!已)补充调查|(?<!不)需要?补充调查"
)
_APPROVING = re.compile(r"清楚|充分|确凿|适当|合法|正确|准确|符合|可行|通过|建议|按.{0,12}(?:办理|执行)|照此")
_SIGNED = re.compile(
    r"(?:签名|签字|签章|盖章|印章|审核人员?|负责人|日期|时间)(?:（[^（）]*）)?(?:意见)?：?[\u4e00-\u9fff、·]{0,9}"
)
_NO_WORDS = re.compile(r"[\d年月日时分_\s：:，。、（）()/\-.]+")


@predicate("reviewed_with_consent")
def reviewed_with_consent(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a review form stands behind the decision: with opinion, reviewer and day, and without a refusal.

    Of several forms the last counts (a first review may send a case back, 程序规定 第五十四条). An opinion that plainly
    refuses is a violation, one whose words leave it open a question.
    """
    del law
    reviews = case.documents(REVIEW)
    if not reviews:
        return _no_review(case)
    last = _latest(case, reviews, f"{REVIEW}.审核日期")
    opinions = [f for name in texts(arguments, "opinions") for f in known(case, name, last.id)]
    reviewers = [f for name in texts(arguments, "reviewers") for f in known(case, name, last.id)]
    gaps = [m for name in (f"{REVIEW}.审核日期", f"{REVIEW}.审核意见") if (m := missing(case, name, last.id))]
    if not reviewers:
        gaps.extend(m for m in (missing(case, texts(arguments, "reviewers")[0], last.id),) if m)
    violations = [v for opinion in opinions if (v := _opinion(case, opinion))]
    return settle(violations, gaps, [*opinions, *reviewers, *known(case, f"{REVIEW}.审核日期", last.id)])


def _no_review(case: CaseFacts) -> Answer:
    if case.scope == "document":
        return settle((), (Missing(name=REVIEW, cause=Cause.DOCUMENT_MISSING),))
    if case.unread() or unread(case, *case.dossier.documents):
        return settle((), (Missing(name=REVIEW, cause=Cause.UNREADABLE),))
    return settle((Violation(facts=known(case, "行政处罚决定书.决定日期")),))


def _latest(case: CaseFacts, papers: Sequence[CaseDocument], dated: str) -> CaseDocument:
    """The paper with the latest day; of papers without a day the last in the file."""

    def latest(item: tuple[int, CaseDocument]) -> tuple[date, int]:
        position, paper = item
        return max((day(f) for f in known(case, dated, paper.id)), default=date.min), position

    return max(enumerate(papers), key=latest)[1]


def _opinion(case: CaseFacts, opinion: Fact) -> Violation | None:
    found = stance(str(opinion.value))
    if found == "consents":
        return None
    causes = {"refuses": None, "unclear": Cause.NEEDS_JUDGEMENT, "blank": Cause.NOT_FOUND}
    return Violation(
        facts=(opinion, *decided(case)),
        variant=found,
        params=(("paper", title_of(case, opinion.document)), ("opinion", _shown(opinion))),
        cause=causes[found],
        key=f"{found} {opinion.name}",
    )


def _shown(opinion: Fact) -> str:
    """The sentence of the opinion that refuses, else its last words."""
    said = str(opinion.value)
    refusal = _REFUSAL.search(said)
    if not refusal:
        return said[-40:]
    start = max(said.rfind(mark, 0, refusal.start()) for mark in "。；\n") + 1
    end = min((at for mark in "。；\n" if (at := said.find(mark, refusal.end())) >= 0), default=len(said))
    return said[start:end]


def stance(said: str) -> Stance:
    """What an opinion says of the proposal. Boxes that are not ticked do not count; both ways at once is unclear."""
    words = _UNTICKED.sub("", said)
    consents, refuses = bool(_CONSENT.search(words)), bool(_REFUSAL.search(words))
    if consents != refuses:
        return "consents" if consents else "refuses"
    if consents:
        return "unclear"
    if len(_NO_WORDS.sub("", _SIGNED.sub("", words))) < 2:
        return "blank"
    return "consents" if _APPROVING.search(words) else "unclear"


@predicate("reviewer_apart")
def reviewer_apart(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no reviewer investigated the case (程序规定 第四十九条第三款).

    A masked name that may be the same person is a question.
    """
    del law, arguments
    reviewers, officers = named(case, Role.REVIEWER), named(case, Role.INVESTIGATOR)
    review_papers = {f.document for f in reviewers}
    violations: dict[str, Violation] = {}
    for reviewer in reviewers:
        name = normalise_name(str(reviewer.value))
        same = [f for f in officers if f.document not in review_papers and normalise_name(str(f.value)) == name]
        if not same or name in violations:
            continue
        masked = reviewer.masked or same[0].masked
        violations[name] = Violation(
            facts=(reviewer, *{f.document: f for f in same}.values()),
            params=(
                ("reviewer", str(reviewer.value)),
                ("papers", "、".join(dict.fromkeys(title_of(case, f.document) for f in same))),
            ),
            cause=Cause.NEEDS_JUDGEMENT if masked else None,
            key=name,
        )
    missing: list[Missing] = []
    if not reviewers:
        missing.extend(lacking(case, *names_of(Role.REVIEWER)[:1]))
    if not officers:
        missing.extend(lacking(case, *names_of(Role.INVESTIGATOR)[:1]))
    return settle(tuple(violations.values()), missing, [*reviewers, *officers])
