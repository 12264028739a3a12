"""金额计算: sums and products that a paper writes out, worked out again."""

from casecheck.law.book import LawBook
from casecheck.model.amounts import Reckoning, Result
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.amount_table.formulas import formulas
from casecheck.rules.amount_table.rows import rows
from casecheck.rules.amount_table.sums import totals
from casecheck.rules.builtin.reading import settle, texts, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import papers_of


@predicate("arithmetic_holds")
def arithmetic_holds(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every sum or product that the agency's papers write out comes to what they say, to a cent.

    `papers` are the forms; in their tables 数量 × 单价 = 金额 of each row is worked out too. `total` are the facts whose sum
    the decision gives as 罚没款合计. A difference that the rounding of the numbers can explain is a question. Moot where
    nothing is written out that could be worked out again: units that neither the metric system nor the paper converts
    leave a formula open.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    worked = [w for paper in papers for w in (*formulas(case, paper), *rows(case, paper))]
    worked += totals(case, texts(arguments, "total"))
    judged = [w for w in worked if w.result is not Result.NOT_CONVERTIBLE]
    violations = {v.key: v for w in judged if w.result is not Result.OK for v in (_wrong(w),)}
    looked = tuple(p.id for p in papers if unread(case, p))
    gaps = (Missing(name="金额", cause=Cause.UNREADABLE, looked=looked),) if looked else ()
    return settle(tuple(violations.values()), gaps, moot=not judged)


def _wrong(worked: Reckoning) -> Violation:
    doubtful = worked.result is Result.ROUNDING
    left, computed, stated = worked.left, worked.computed, worked.stated
    return Violation(
        quotes=(worked.quote,),
        variant="rounding" if doubtful else "",
        params=(("paper", worked.paper), ("left", left), ("computed", computed), ("stated", stated)),
        working=Words(zh=f"{left} = {computed} ≠ {stated}", en=f"“{left}” = {computed} ≠ “{stated}”"),
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key=f"{worked.paper} {left}={stated}",
    )
