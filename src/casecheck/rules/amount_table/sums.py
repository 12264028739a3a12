"""合计与倍数: 罚没款合计 as the sum of its parts, and fines as multiples of a base."""

from collections.abc import Iterator, Sequence

from casecheck.model.amounts import Reckoning, Result
from casecheck.model.fact import CaseFacts
from casecheck.model.words import Words
from casecheck.rules.builtin.multiples import multiples_in, worked_out
from casecheck.rules.builtin.reading import the, title_of
from casecheck.rules.builtin.totals import weighed_totals
from casecheck.rules.builtin.wording import own_words
from casecheck.text.money import format_yuan

TOTAL_RULE, MULTIPLE_RULE = "FACT-ARITH", "HAND-FINE-CALC"
FINE = "行政处罚决定书.罚款金额"
BASES = {
    "货值金额": ("行政处罚决定书.货值金额", "案件调查终结报告.货值金额"),
    "违法所得": ("行政处罚决定书.违法所得金额", "案件调查终结报告.违法所得金额", "行政处罚决定书.没收违法所得金额"),
    "违法经营额": ("行政处罚决定书.违法经营额金额", "案件调查终结报告.违法经营额金额"),
    "广告费用": ("行政处罚决定书.广告费用金额", "案件调查终结报告.广告费用金额"),
}
"""Facts that give the base of a multiple."""
_ADJUSTED = Words(zh="倍数之后还有调整，需人工核对", en="the multiple is adjusted further on: to be checked by hand")
_SEVERAL = Words(zh="罚款由几项组成，需分别核对", en="the fine has several parts: to be checked one by one")


def totals(case: CaseFacts, names: Sequence[str]) -> Iterator[Reckoning]:
    """Each 罚没款合计 of a decision against the sum of its parts; `names` are the facts with fine and confiscation."""
    parts = [fact for name in names if (fact := the(case, name))]
    if not names or len(parts) < len(names) or len({f.document for f in parts}) > 1:
        return
    amounts = [f.value for f in parts if isinstance(f.value, int)]
    paper = next((p for p in case.dossier.documents if p.id == parts[0].document), None)
    for total, terms in weighed_totals(paper, amounts) if paper else ():
        added = terms or total.terms() or tuple(amounts)
        yield Reckoning(
            sort="total",
            paper=title_of(case, total.paper.id),
            document=total.paper.id,
            left=" + ".join(map(format_yuan, added)),
            stated=format_yuan(total.fen),
            computed=f"{sum(added) / 100:.4f}".rstrip("0").rstrip("."),
            result=Result.OK if terms is None else Result.DIFFERS,
            rule=TOTAL_RULE,
            quote=own_words(total.paper).quote(total.start, total.end),
        )


def multiples(case: CaseFacts) -> Iterator[Reckoning]:
    """Each multiple that a decision states, where base and fine are known."""
    total = the(case, FINE)
    papers = case.documents("行政处罚决定书")
    found = [m for paper in papers for m in multiples_in(paper)]
    for one in worked_out(case, found, total, BASES) if total else ():
        if one.base is None or one.fine is None:
            continue
        doubt = None if one.agrees else _ADJUSTED if one.multiple.adjusted else None if one.certain else _SEVERAL
        document = one.multiple.hit.document
        yield Reckoning(
            sort="multiple",
            paper=title_of(case, document.id),
            document=document.id,
            left=f"{format_yuan(one.base)} × {one.multiple.count.normalize():f}",
            stated=format_yuan(one.fine),
            computed=format_yuan(int(one.product)),
            result=Result.OK if one.agrees else Result.ROUNDING if doubt else Result.DIFFERS,
            rule=MULTIPLE_RULE,
            quote=one.multiple.hit.quote(),
            why=doubt,
        )
