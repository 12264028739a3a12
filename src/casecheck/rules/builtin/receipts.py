"""送达回证: whether it is filled in and names the paper that it serves."""

import re

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.service import Manner
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import known, running, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.passport.manner import manner_of
from casecheck.text.docno import find_numbers, normalise
from casecheck.text.folded import fold
from casecheck.text.identifiers import normalise_name

RECEIPT = "送达回证"
_PAPER_NAMED = re.compile(r"《[^》]{2,40}》|[\u4e00-\u9fff]{2,12}(?:决定书|告知书|通知书|清单)")
_NO_SIGNATURE = re.compile(r"留置|邮|公告|电子|传真|委托|转交|拒")


@predicate("receipts_complete")
def receipts_complete(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 送达回证 gives `fields`, is signed where service by hand wants it, and numbers the paper it serves.

    What is not in the text may stand on the paper in handwriting: that is a question for the original. A number that
    no paper of that name carries is a defect. That two officers serve by hand is good practice (处罚法 第四十二条): where the
    text names one, it is a question of the least weight.
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for position, receipt in enumerate(case.documents(RECEIPT), start=1):
        lacking = _lacking(case, receipt, texts(arguments, "fields"))
        if lacking and unread(case, receipt):
            gaps.append(Missing(name=f"{RECEIPT}.{lacking[0]}", cause=Cause.UNREADABLE, looked=(receipt.id,)))
        elif lacking:
            violations.append(_blank(receipt, lacking, position))
        numbers = known(case, f"{RECEIPT}.送达文书文号", receipt.id)
        used.extend(numbers)
        violations.extend(v for f in numbers if (v := _misnumbered(case, receipt, f)))
        violations.extend(v for v in (_served_alone(case, receipt, position),) if v)
    if not case.documents(RECEIPT):
        gaps.append(Missing(name=RECEIPT, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


def _lacking(case: CaseFacts, receipt: CaseDocument, fields: tuple[str, ...]) -> list[str]:
    manner = "".join(str(f.value) for f in known(case, f"{RECEIPT}.送达方式", receipt.id))
    by_hand = not _NO_SIGNATURE.search(manner) and not re.search("拒收|拒签|留置", running(receipt).text)
    found = [field for field in fields if not case.named(f"{RECEIPT}.{field}", receipt.id)]
    if "送达文书" in found and (receipt.serves or _PAPER_NAMED.search(running(receipt).text)):
        found.remove("送达文书")
    return [field for field in found if field != "收件人" or by_hand]


def _blank(receipt: CaseDocument, lacking: list[str], position: int) -> Violation:
    body = running(receipt)
    return Violation(
        quotes=(body.quote(0, min(len(body.text), 40)),) if body.text else (),
        variant="blank",
        params=(("fields", "、".join(lacking)), ("receipt", receipt.title)),
        severity=Severity.MINOR,
        cause=Cause.NEEDS_IMAGE,
        key=f"blank {position} {'、'.join(lacking)}",
    )


def _served_alone(case: CaseFacts, receipt: CaseDocument, position: int) -> Violation | None:
    """One officer named as serving by hand; a second one may have signed."""
    servers = known(case, f"{RECEIPT}.送达人", receipt.id)
    persons = {normalise_name(str(f.value)) for f in servers}
    manner, _ = manner_of(case, receipt)
    if len(persons) != 1 or manner not in (Manner.DIRECT, Manner.LEFT):
        return None
    return Violation(
        facts=servers[:1],
        variant="alone",
        params=(("receipt", receipt.title), ("server", str(servers[0].value))),
        severity=Severity.ADVISORY,
        cause=Cause.NEEDS_IMAGE,
        key=f"alone {position}",
    )


def _misnumbered(case: CaseFacts, receipt: CaseDocument, number: Fact) -> Violation | None:
    """A number that is not that of the paper named beside it, though the dossier has that paper with another number."""
    printed = find_numbers(str(number.value))
    if len(printed) != 1:
        return None
    wanted = normalise(printed[0].raw)
    if any(wanted == normalise(d.number) for d in case.dossier.documents if d.number):
        return None
    names = [fold(str(f.value)).text for f in known(case, f"{RECEIPT}.送达文书", receipt.id)]
    numbers = known(case, f"{RECEIPT}.送达文书文号", receipt.id)
    if len(names) != len(numbers):
        return None
    name = names[numbers.index(number)]
    same = [d for d in case.dossier.documents if d.form and d.form != RECEIPT and name in _names(case, d)]
    if not same or any(d.number is None or _told_within(d, wanted) for d in same):
        return None
    others = "、".join(d.number for d in same if d.number)
    return Violation(
        facts=(number,),
        params=(("paper", name), ("number", str(number.value)), ("others", others)),
        key=f"{name} {wanted}",
    )


def _names(case: CaseFacts, paper: CaseDocument) -> set[str]:
    """The names under which a receipt may list a paper."""
    return {fold(n).text for n in (paper.title, paper.form or "", title_of(case, paper.id))}


def _told_within(paper: CaseDocument, number: str) -> bool:
    """Whether the paper prints that number anywhere (another reading of its own number)."""
    return any(normalise(found.raw) == number for found in find_numbers(running(paper).text))
