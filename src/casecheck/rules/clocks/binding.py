"""Which of several papers belongs to a start, by the 文号 it names: a release or an extension to its seizure."""

import re
from datetime import timedelta

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.rules.builtin.reading import day, known, passage, the
from casecheck.text.docno import find_numbers, normalise

RELEASE = "解除行政强制措施决定书"
_PART = re.compile(
    r"部分(?:予以)?解除|解除(?:对)?(?:上述|其中|以下)?部分|(?:解除|退还|返还)[^。\n]{0,30}?部分|"
    r"(?:其余|其他|其它|剩余|未解除)[^。\n]{0,24}?(?:继续|仍|不予解除|另行处理)|继续(?:实施)?(?:查封|扣押)"
)
"""Words of a release that leaves some things seized."""


def belonging(case: CaseFacts, start: Fact, name: str, *, doubtful: bool = False) -> tuple[Fact, ...]:
    """The days under `name` from the start on whose paper belongs to the paper of the start.

    `doubtful`: those that may belong to it or to another. A release of part of the things ends nothing. A name of
    another kind of paper (the decision on the whole case) belongs to every start.
    """
    form = name.partition(".")[0]
    own = case.dossier.document(start.document) if start.document else None
    found = []
    for fact in known(case, name):
        if day(fact) < day(start):
            continue
        belongs: bool | None = True
        if own is not None and own.form and _of_measures(form) and fact.document:
            paper = case.dossier.document(fact.document)
            belongs = _belongs(case, own, paper)
            if form == RELEASE and belongs is not False and _PART.search(passage(paper).text):
                belongs = False
        if belongs is (None if doubtful else True):
            found.append(fact)
    return tuple(found)


def counted_from(case: CaseFacts, stated: Fact) -> Fact:
    """The day from which the period of a measure is counted, itself not counted (程序规定 第八十条).

    A decision that states its period from the next day on, with as many days as it names, has left that day out already:
    there the day of the decision is the first one.
    """
    form = stated.name.partition(".")[0]
    dated, until, days = (the(case, f"{form}.{field}", stated.document) for field in ("日期", "期限止", "期限天数"))
    if dated and until and days and day(stated) - day(dated) == timedelta(days=1):
        return dated if (day(until) - day(dated)).days == days.value else stated
    return stated


def _of_measures(form: str) -> bool:
    return form in (RELEASE, "延长行政强制措施期限决定书")


def _belongs(case: CaseFacts, own: CaseDocument, paper: CaseDocument) -> bool | None:
    """Whether a paper speaks of that one, by the number it names; None when it does not tell which of several."""
    others = [d for d in case.dossier.documents if d.form == own.form and d.id != own.id]
    named = {normalise(n.raw) for n in find_numbers(passage(paper).text)}
    if any(name.endswith(number) for name in named for number in _numbers_of(case, own)):
        return True
    if any(name.endswith(number) for name in named for o in others for number in _numbers_of(case, o)):
        return False
    return None if others else True


def _numbers_of(case: CaseFacts, paper: CaseDocument) -> set[str]:
    form = case.form(paper.form) if paper.form else None
    printed = [str(f.value) for f in known(case, f"{form.short}.文号", paper.id)] if form else []
    return {normalise(number) for number in (*printed, paper.number or "") if number}
