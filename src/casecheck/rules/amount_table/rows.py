"""表格各行: 数量 × 单价 = 金额 of each row, worked out again."""

import re
from collections.abc import Iterator

from casecheck.model.amounts import Reckoning, Result
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.words import Words
from casecheck.rules.amount_table.expressions import UnclearError, Worth, differs, worth
from casecheck.rules.amount_table.formulas import RULE, shown, units_differ
from casecheck.rules.builtin.reading import title_of
from casecheck.rules.builtin.tables import Cell, Row, rows_of

_SCALE = re.compile(r"[十百千万亿]+(?=元)")
_COUNTED_IN = re.compile(r"（(?:千(?![克米瓦])|[百万十亿])")
_OTHER_PARTS = re.compile(r"优惠|折|运费|减|让利|税|扣|补贴|赠|抵|服务费|手续费|押金|退")


def rows(case: CaseFacts, paper: CaseDocument) -> Iterator[Reckoning]:
    """Rows of tables with 数量, 单价 and 金额, and nothing else that makes up the amount."""
    for row in rows_of(paper):
        counted = next((n for n in row if n.startswith("数量")), None)
        priced = next((n for n in row if n.startswith("单价")), None)
        summed = next((n for n in row if re.match(r"金额|小计|总价|货值|价款", n)), None)
        if counted is None or priced is None or summed is None or any(_OTHER_PARTS.search(n) for n in row):
            continue
        worked = _worked(row, counted, priced, summed)
        if worked is None:
            continue
        computed, result = worked
        amount = row[summed]
        yield Reckoning(
            sort="row",
            paper=title_of(case, paper.id),
            document=paper.id,
            left=f"{row[counted].words}×{row[priced].words}",
            stated=amount.words,
            computed=computed,
            result=result,
            rule=RULE,
            quote=Quote(text=amount.text, place=amount.place, document=paper.id),
            why=_UNCLEAR if result is Result.NOT_CONVERTIBLE else None,
        )


_UNCLEAR = Words(zh="各栏计量单位不同，无法换算", en="the columns have different units")


def _worked(row: Row, counted: str, priced: str, summed: str) -> tuple[str, Result] | None:
    """What a row comes to; None where its cells are no numbers."""
    count, price, amount = row[counted], row[priced], row[summed]
    units = "".join(f"/{c.words} " for n, c in row.items() if "单位" in n)
    try:
        one, two, three = (worth(c.words) for c in (count, price, amount))
    except (UnclearError, ZeroDivisionError):
        return None
    heads = f"{counted} {priced} {summed}"
    scaled = _scale(priced) != _scale(summed) or _COUNTED_IN.search(counted) is not None
    if scaled or units_differ(f"{heads} {units}{count.words} {price.words} {amount.words}") or _repriced(count, price):
        return "", Result.NOT_CONVERTIBLE
    product = Worth(value=one.value * two.value, slack=one.value * two.slack + two.value * one.slack)
    doubtful = differs(product, three, amount.words)
    return shown(product.value), Result.OK if doubtful is None else Result.ROUNDING if doubtful else Result.DIFFERS


def _repriced(count: Cell, price: Cell) -> bool:
    return units_differ(f"{count.words}×{price.words}")


def _scale(heading: str) -> str:
    """万 of a heading in 万元."""
    found = _SCALE.search(heading)
    return found.group() if found else ""
