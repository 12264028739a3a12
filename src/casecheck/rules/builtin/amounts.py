"""金额: the same sum in every paper, and in words as in figures."""

from casecheck.law.book import LawBook
from casecheck.model.amounts import Agreement, Reckoning, Result
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.amount_table.agreement import pairs
from casecheck.rules.amount_table.capitals import capitals
from casecheck.rules.amount_table.kinds import KINDS
from casecheck.rules.builtin.reading import lacking, missing, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.money import format_yuan


@predicate("amounts_agree")
def amounts_agree(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether papers of the deciding stage give the same sums.

    `kinds` are names of kinds of the table of amounts (`rules/amount_table/kinds.py`), which says what must equal the sum of
    the decision and what may differ for a reason: such a difference is a question, and none where the decision is lower
    and says that the defence was adopted and the sum lowered. The notice may be higher; another check looks at it.
    """
    del law
    violations: list[Violation] = []
    used: list[Fact] = []
    gaps: list[Missing] = []
    wanted = [kind for kind in KINDS if kind.name in texts(arguments, "kinds")]
    for kind in wanted:
        gaps.extend(_conflicts(case, (*kind.must, *kind.may)))
        for measure, other, agreement, reason in pairs(case, kind):
            if agreement in (Agreement.WITHIN, Agreement.BEYOND) or other.name in kind.ceiling:
                continue
            used.extend((measure, other))
            if agreement in (Agreement.DIFFERS, Agreement.EARLIER):
                violations.append(_difference(case, kind.name, measure, other, agreement, reason))
    if not used and not gaps and wanted:
        first = wanted[0].must[0]
        gaps.extend(m for m in (missing(case, first) or _alone(case, first),) if m)
    return settle(violations, gaps, used)


def _alone(case: CaseFacts, name: str) -> Missing:
    cause = Cause.DOCUMENT_MISSING if case.scope == "document" else Cause.NOT_FOUND
    return Missing(name=name, cause=cause)


def _conflicts(case: CaseFacts, names: tuple[str, ...]) -> list[Missing]:
    return [m for m in lacking(case, *names) if m.cause in (Cause.CONFLICTING, Cause.UNREADABLE)]


def _difference(
    case: CaseFacts, what: str, measure: Fact, other: Fact, agreement: Agreement, reason: tuple[Quote, ...]
) -> Violation:
    early = agreement is Agreement.EARLIER
    one, two = (format_yuan(f.value) for f in (measure, other) if isinstance(f.value, int))
    return Violation(
        facts=(measure, other),
        quotes=reason,
        variant="earlier" if early else "",
        params=(
            ("what", what),
            ("measure", one),
            ("measure_paper", title_of(case, measure.document)),
            ("other", two),
            ("other_paper", title_of(case, other.document)),
        ),
        working=Words(zh=f"{one} ≠ {two}", en=f"{one} ≠ {two}"),
        cause=Cause.NEEDS_JUDGEMENT if early else None,
        key=f"{what} {other.name}",
    )


@predicate("capitals_agree")
def capitals_agree(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every sum that a paper prints in words and in figures is the same in both; moot where none is.

    Papers of other makers (`skip`: invoices, contracts …) are not the agency's and are left aside.
    """
    del law
    skip = {case.form_name(form) for form in texts(arguments, "skip")}
    violations: list[Violation] = []
    found = 0
    unreadable: list[str] = []
    for paper in case.dossier.documents:
        if paper.form is None or paper.form in skip:
            continue
        if unread(case, paper):
            unreadable.append(paper.id)
        for pair in capitals(case, paper):
            found += 1
            if pair.result is Result.DIFFERS:
                violations.append(_pair(pair))
    gaps = [Missing(name="大写金额", cause=Cause.UNREADABLE, looked=tuple(unreadable))] if unreadable else []
    return settle(violations, gaps, moot=not found)


def _pair(pair: Reckoning) -> Violation:
    working = f"{pair.computed} ≠ {pair.stated}"
    return Violation(
        quotes=(pair.quote,),
        variant="" if pair.computed else "malformed",
        params=(
            ("paper", pair.paper),
            ("caps", pair.left),
            ("caps_amount", pair.computed),
            ("digits", pair.stated),
        ),
        working=Words(zh=working, en=working) if pair.computed else None,
        key=f"{pair.paper} {pair.quote.text}",
    )
