"""The values that a province or city may set for itself, as they stand for a case: which one applied, and from where."""

from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.limits import Limit
from casecheck.model.fact import CaseFacts
from casecheck.model.report import Parameter
from casecheck.rules.context import decision_day
from casecheck.text.money import decimal_yuan


def parameters(case: CaseFacts, law: LawBook, as_of: date) -> tuple[Parameter, ...]:
    """Every value that a region may set, on the day of the decision (else `as_of`), in the order of `law/limits.yml`."""
    day = decision_day(case) or as_of
    found: list[Parameter] = []
    for name, regional in law.limits.regional.items():
        limit = law.limits.on(name, day)
        found.append(
            Parameter(
                name=name,
                meaning=regional.meaning,
                value=_value(limit) if limit else None,
                unit=limit.unit if limit and limit.amount is None else "yuan" if limit else None,
                region=limit.region if limit else None,
                basis=limit.basis if limit else (),
                verified=limit.verified if limit else True,
            )
        )
    return tuple(found)


def _value(limit: Limit) -> str:
    if limit.amount is not None:
        return decimal_yuan(limit.amount)
    if limit.length is not None:
        return str(limit.length.count)
    return str(limit.ratio) if limit.ratio is not None else limit.choice or ""
