"""违法所得: how it was computed, and by which rule."""

import re

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import lacking, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, papers_of

_DEDUCTED = re.compile(
    r"(?:扣除|减去|冲减|扣减|剔除)(?:了|当事人|其|的|相关|全部|直接|合法|必要)*[^，。；]{0,24}?(?:成本|支出|费用|进价|进货款|购进价款|价款|款项|金额|税款|税费|退款|退还)"
    r"|(?:成本|支出|费用|进价|进货款|购进价款|税款|税费)[^，。；]{0,12}(?:予以|应当|可以|依法)?(?:扣除|冲减|扣减|减去)"
)
_INCOME = re.compile(r"违法所得|非法所得")
_NOT_DEDUCTED = re.compile(
    r"(?:不予|不应|不得|未予|不能|未|没有)(?:以|从[^，。；]{0,10})?(?:扣除|冲减|扣减|减去)|不(?:予)?扣除"
)
_TAX = re.compile(r"税")
_REPEALED = re.compile(r"废止|失效|不再(?:适用|施行)|曾|旧")


@predicate("income_rule_kept")
def income_rule_kept(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether what was deducted from 违法所得 may be (认定办法 第四条至第十一条).

    `papers` are the forms that tell how the income was computed; `whole` are patterns of conduct whose income counts in
    full (第八条, 第九条), `overcharge` of conduct whose income is the overcharged sum (第七条). A deduction other than tax
    from the first is a violation; one from the second, of sums paid back (第十一条), or of expenses that must be proven is
    a question. Without a deduction nothing speaks against the figure.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    looked = tuple(p.id for p in papers if unread(case, p))
    gaps = (Missing(name="违法所得", cause=Cause.UNREADABLE, looked=looked),) if looked else ()
    deductions = [h for h in hits(_DEDUCTED, papers) if _of_income(h)]
    undated = lacking(case, *texts(arguments, "on"))
    if not deductions or undated:
        return settle((), (*gaps, *(undated if deductions else ())))
    whole = _first(arguments, "whole", case)
    overcharge = _first(arguments, "overcharge", case)
    untaxed = [h for h in deductions if not _TAX.search(h.match.group())]
    if whole and untaxed:
        return settle((_violation(case, untaxed[0], "", None, whole),), gaps)
    back = next((h for h in untaxed if re.search("退款|退还|退赔", h.match.group())), None)
    if overcharge and untaxed:
        return settle((_violation(case, untaxed[0], "overcharge", Cause.NEEDS_JUDGEMENT, overcharge),), gaps)
    if back:
        return settle((_violation(case, back, "refund", Cause.NEEDS_JUDGEMENT),), gaps)
    return settle((_violation(case, deductions[0], "expenses", Cause.NEEDS_JUDGEMENT),), gaps)


def _of_income(hit: Hit) -> bool:
    return _INCOME.search(hit.clause) is not None and not _NOT_DEDUCTED.search(hit.clause)


def _first(arguments: Json, key: str, case: CaseFacts) -> str | None:
    """The words of the conduct that one of the patterns finds."""
    conduct = "，".join(str(f.value) for name in texts(arguments, "conduct") for f in case.named(name))
    found = next((m for p in texts(arguments, key) if (m := re.search(p, conduct))), None)
    return found.group() if found else None


def _violation(case: CaseFacts, hit: Hit, variant: str, cause: Cause | None, conduct: str | None = None) -> Violation:
    return Violation(
        quotes=(hit.quote(),),
        variant=variant,
        params=(
            ("words", hit.match.group()),
            ("conduct", conduct or ""),
            ("paper", title_of(case, hit.document.id)),
        ),
        cause=cause,
        key=variant or "whole",
    )


@predicate("text_not_relied_on")
def text_not_relied_on(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no paper relies on a text (`names`, as patterns) that was repealed before the day `on`.

    Where its repeal is spoken of, that is a question; where the day is not known, nothing can be said.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    violations: dict[str, Violation] = {}
    for hit in hits(re.compile("|".join(texts(arguments, "names"))), papers):
        doubtful = _REPEALED.search(hit.clause) is not None
        found = Violation(
            quotes=(hit.quote(),),
            variant="repealed" if doubtful else "",
            params=(("words", hit.match.group()), ("paper", title_of(case, hit.document.id))),
            cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
            key=title_of(case, hit.document.id),
        )
        if found.key not in violations or not doubtful:
            violations[found.key] = found
    looked = tuple(p.id for p in papers if unread(case, p))
    gaps = (Missing(name=texts(arguments, "papers")[0], cause=Cause.UNREADABLE, looked=looked),) if looked else ()
    undated = lacking(case, *texts(arguments, "on"))
    if violations and undated:
        return settle((), undated)
    return settle(tuple(violations.values()), gaps)
