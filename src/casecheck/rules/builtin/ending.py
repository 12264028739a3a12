"""How a case ended: with a penalty, with the decision not to penalise, before the police, or without being filed at all."""

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer
from casecheck.rules.builtin.reading import known
from casecheck.rules.builtin.registry import predicate

PENALTY = ("行政处罚决定书", "当场行政处罚决定书")
NO_PENALTY = "不予行政处罚决定书"
NOT_FILED = "立案审批表.不予立案"
TRANSFER = "涉嫌犯罪案件移送书"
TOWARDS_PENALTY = ("行政处罚告知书", "缴款凭证", "行政处罚决定履行催告书", "延期/分期缴纳罚款通知书", "强制执行申请书")
"""Papers that tell of a penalty whose decision may only be missing from the file."""


@predicate("case_filed")
def case_filed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the case went on after the first check: false where the form decides 不予立案 (程序规定 第二十条) and no decision was made."""
    del law, arguments
    refused = known(case, NOT_FILED)
    decided = any(case.documents(form) for form in (*PENALTY, NO_PENALTY))
    return Answer(truth=not refused or decided, used=() if decided else refused)


@predicate("penalty_expected")
def penalty_expected(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the case ends, or may still end, with a penalty.

    False where the only decision is 不予行政处罚决定书 (程序规定 第六十条第一款第二、三项), where the case went to the police (第五项)
    and where no case was filed. A dossier that holds no decision at all may simply lack it.
    """
    if any(case.documents(form) for form in PENALTY):
        return Answer(truth=True)
    if case.documents(NO_PENALTY) or transferred(case):
        return Answer(truth=False)
    return case_filed(case, law, arguments)


def transferred(case: CaseFacts) -> bool:
    """Whether the case ended with its transfer to the police: the letter is there, and no paper of a penalty beside it."""
    penalty = any(case.documents(form) for form in (*PENALTY, *TOWARDS_PENALTY))
    return bool(case.documents(TRANSFER)) and not penalty


def decided(case: CaseFacts) -> tuple[Fact, ...]:
    """The day of the decision of the ordinary procedure, where it is known."""
    return next((f[:1] for paper in ("行政处罚决定书", NO_PENALTY) if (f := known(case, f"{paper}.决定日期"))), ())
