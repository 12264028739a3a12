"""案由: one name of the case in every paper, and no 涉嫌 in it once the decision is made."""

import re
from collections import Counter

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.builtin.reading import settle, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.identity.belongs import facts_ending
from casecheck.rules.identity.matrix import identity
from casecheck.rules.identity.values import apart
from casecheck.text.folded import fold_text

_SUSPECTED = "涉嫌"
_FINAL = ("卷宗封面", "结案审批表")
"""Papers made when the conduct is established."""
_EARLY = ("案件来源登记表", "立案审批表", "有关事项审批表", "现场笔录", "询问笔录", "抽样记录", "协助调查函")
"""Papers made before the inquiry has shown what the conduct is."""
_FILLING = re.compile(r"(?:的)?(?:违法)?(?:行为)?(?:一案|案件|案)?$|[“”\"（）。，、；]")
_DECISIONS = ("行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书")
_RECEIPT = "送达回证"
_SLIP = 2
_SHORTEST = 6
"""In a shorter name a character or two make another conduct."""


@predicate("one_cause_name")
def one_cause_name(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether papers call the case alike; the party's name, 涉嫌 and 案 do not count, nor does what only one of them leaves out.

    A character or two apart is a slip. Another wording of an early paper is a question, the inquiry may have shown more; among
    the later ones it is none. With one name only nothing can be compared.
    """
    del law, arguments
    names = {p.name for p in identity(case).parties if p.name}
    facts = [f for f in facts_ending(case, (".案由",)) if _own_paper(case, f) and not f.masked]
    told = {f: _bare(str(f.value), names) for f in facts}
    told = {f: cause for f, cause in told.items() if cause}
    if len({f.document for f in told}) < 2:
        return settle((), (), facts, moot=True)
    reference = _reference(told)
    violations: dict[str, Violation] = {}
    for fact, cause in told.items():
        found = _unlike(case, reference, told[reference], fact, cause)
        if found:
            violations.setdefault(cause, found)
    decided = any(case.documents(form) for form in _DECISIONS)
    for fact in told:
        if decided and fact.name.partition(".")[0] in _FINAL and _SUSPECTED in fold_text(str(fact.value)):
            params = (("paper", title_of(case, fact.document)), ("name", str(fact.value)))
            violations[fact.name] = Violation(facts=(fact,), variant="suspected", params=params, key=fact.name)
    return settle(tuple(violations.values()), (), told)


def _own_paper(case: CaseFacts, fact: Fact) -> bool:
    form = case.form(fact.name.partition(".")[0])
    if fact.name.startswith(_RECEIPT):
        # Receipts of samples, reports by the public and other matters carry other names.
        served = {d.form for d in case.dossier.documents if _serves(case, fact, d.id)}
        return bool(served & {*_DECISIONS, "行政处罚告知书"})
    return form is not None and not form.evidence and form.stage != "complaint"


def _serves(case: CaseFacts, fact: Fact, served: str) -> bool:
    return fact.document is not None and served in case.dossier.document(fact.document).serves


def _bare(cause: str, names: set[str]) -> str:
    text = fold_text(cause).replace(_SUSPECTED, "")
    for name in names:
        text = text.replace(name, "")
    return _FILLING.sub("", _FILLING.sub("", text)).replace("的", "").removeprefix("当事人")


def _reference(told: dict[Fact, str]) -> Fact:
    """The name most papers give, those of the later stages first."""
    late = [f for f in told if f.name.partition(".")[0] not in _EARLY] or list(told)
    frequent = Counter(told[f] for f in late).most_common(1)[0][0]
    return next(f for f in late if told[f] == frequent)


def _unlike(case: CaseFacts, reference: Fact, known: str, fact: Fact, cause: str) -> Violation | None:
    if cause in known or known in cause:
        return None
    slip = min(len(cause), len(known)) >= _SHORTEST and apart(known, cause) <= _SLIP
    early = fact.name.partition(".")[0] in _EARLY
    return Violation(
        facts=(reference, fact),
        variant="typo" if slip else "early" if early else "",
        params=(
            ("name", str(fact.value)),
            ("paper", title_of(case, fact.document)),
            ("reference", str(reference.value)),
            ("reference_paper", title_of(case, reference.document)),
        ),
        cause=Cause.NEEDS_JUDGEMENT if early and not slip else None,
        key=cause,
    )
