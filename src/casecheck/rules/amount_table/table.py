"""金额对照表: the sums of a case by kind, what must agree, and the arithmetic."""

from collections.abc import Iterator

from casecheck.model.amounts import Amounts, Comparison, Reckoning
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.rules.amount_table.agreement import pairs
from casecheck.rules.amount_table.capitals import capitals
from casecheck.rules.amount_table.formulas import formulas
from casecheck.rules.amount_table.kinds import KINDS, NOTICE_RULE, SAME_RULE
from casecheck.rules.amount_table.rows import rows
from casecheck.rules.amount_table.stated import FOREIGN, as_stated, stated
from casecheck.rules.amount_table.sums import multiples, totals

_PARTS = ("行政处罚决定书.罚款金额", "行政处罚决定书.没收违法所得金额")


def amounts(case: CaseFacts) -> Amounts:
    """Every sum of the authority's papers with its place, the comparisons, and what is worked out of each paper."""
    found = stated(case)
    kinds = {one.kind for one in found}
    own = [p for p in case.dossier.documents if p.form is not None and _short(case, p) not in FOREIGN]
    worked = [w for p in own for w in (*formulas(case, p), *rows(case, p), *capitals(case, p))]
    worked += (*totals(case, _PARTS), *multiples(case))
    order = {paper.id: n for n, paper in enumerate(case.dossier.documents)}
    return Amounts(
        kinds=tuple((kind.name, kind.title) for kind in KINDS if kind.name in kinds),
        stated=tuple(found),
        comparisons=tuple(_comparisons(case)),
        reckonings=tuple(sorted(worked, key=lambda w: _where(w, order))),
    )


def _where(worked: Reckoning, order: dict[str, int]) -> tuple[int, int, int]:
    place = worked.quote.place
    return order[worked.document], place.block, place.start


def _short(case: CaseFacts, paper: CaseDocument) -> str:
    form = case.form(paper.form or "")
    return form.short if form else ""


def _comparisons(case: CaseFacts) -> Iterator[Comparison]:
    for kind in KINDS:
        for measure, other, agreement, _ in pairs(case, kind):
            one, two = as_stated(case, kind.name, measure), as_stated(case, kind.name, other)
            if one is None or two is None:
                continue
            rule = NOTICE_RULE if other.name in kind.ceiling else SAME_RULE
            yield Comparison(kind=kind.name, measure=one, other=two, agreement=agreement, rule=rule)
