"""金额对照表 as plain values."""

from casecheck.model.amounts import Amounts, Reckoning, StatedAmount
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.words import Language
from casecheck.report.json_places import place_entry
from casecheck.text.money import decimal_yuan


def amounts_entry(amounts: Amounts, language: Language) -> Json:
    """The sums by kind (in yuan), what is compared with what, and the arithmetic."""
    return {
        "kinds": [{"name": name, "title": title.of(language)} for name, title in amounts.kinds],
        "stated": [_stated(one) for one in amounts.stated],
        "comparisons": [
            {
                "kind": c.kind,
                "measure": _side(c.measure),
                "other": _side(c.other),
                "agreement": c.agreement.value,
                "rule": c.rule,
            }
            for c in amounts.comparisons
        ],
        "reckonings": [_reckoning(worked, language) for worked in amounts.reckonings],
    }


def _stated(one: StatedAmount) -> Json:
    return {"kind": one.kind, **_side(one), "masked": one.masked, **_said(one.quote)}


def _side(one: StatedAmount) -> dict[str, Json]:
    return {
        "paper": one.paper,
        "document": one.document,
        "value": decimal_yuan(one.fen),
        "fact": one.fact or None,
    }


def _said(quote: Quote) -> dict[str, Json]:
    return {"text": quote.text, "at": place_entry(quote.place)}


def _reckoning(worked: Reckoning, language: Language) -> Json:
    return {
        "sort": worked.sort,
        "paper": worked.paper,
        "document": worked.document,
        "left": worked.left,
        "stated": worked.stated,
        "computed": worked.computed or None,
        "result": worked.result.value,
        "rule": worked.rule,
        "why": worked.why.of(language) if worked.why else None,
        **_said(worked.quote),
    }
