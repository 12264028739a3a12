"""Every penalty provision that ships, on each side of each of its ranges: reckoned here anew from the figures in the file."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

import pytest
import yaml

from casecheck.law.book import LawBook
from casecheck.law.fines import FineRange, fine_range

from .conftest import CHECKLISTS

FEN = 100
"""分 in a yuan: the file counts in yuan, the law book in 分."""

PROVISIONS: dict[str, Mapping[str, Any]] = {
    entry["id"]: entry
    for entry in yaml.safe_load((CHECKLISTS / "law" / "penalties.yml").read_text(encoding="utf-8"))["provisions"]
}
BOUNDS = ("at_least", "above", "below", "at_most")


class Situation(NamedTuple):
    """A case in which one tier of a provision applies, and the fines it then permits, in 分."""

    bases: dict[str, int | None]
    stated: dict[str, bool]
    minimum: int
    maximum: int


def measured(when: Mapping[str, Any]) -> int | None:
    """An amount (分) that meets the condition; None where it cannot be reckoned."""
    if when.get("unclear"):
        return None
    if when.get("none"):
        return 0
    if "at_least" in when:
        return int(when["at_least"] * FEN)
    if "above" in when:
        return int(when["above"] * FEN) + 1
    if "at_most" in when:
        return int(when["at_most"] * FEN)
    return int(when["below"] * FEN) - 1 if "below" in when else 123_456_700


def situation(provision: Mapping[str, Any], tier: Mapping[str, Any]) -> Situation:
    """The case of that tier alone: every base is known, every circumstance or party it does not name is denied."""
    when = tier.get("when", {})
    others = [other.get("when", {}) for other in provision["fines"]]
    stated = {condition[key]: False for condition in others for key in ("circumstance", "party") if key in condition}
    stated.update({when[key]: True for key in ("circumstance", "party") if key in when})
    stated.update({f"{condition['base']}明显偏低": False for condition in others if condition.get("unclear")})
    names = {condition["base"] for condition in others if "base" in condition}
    names |= {other["times"] for other in provision["fines"] if "times" in other}
    bases: dict[str, int | None] = dict.fromkeys(names, 123_456_700)
    if "base" in when:
        bases[when["base"]] = measured(when)
    low, high = _range_of(provision, tier, bases)
    return Situation(bases=bases, stated=stated, minimum=low, maximum=high)


def _range_of(
    provision: Mapping[str, Any], tier: Mapping[str, Any], bases: Mapping[str, int | None]
) -> tuple[int, int]:
    if "times" in tier:
        base = max(bases[tier["times"]] or 0, tier.get("deemed_base", 0) * FEN)
        low = floor(Fraction(str(tier.get("min", 0))) * base)
        high = ceil(Fraction(str(tier["max"])) * base)
    else:
        low, high = int(tier.get("min", 0) * FEN), int(tier["max"] * FEN)
    cap = provision.get("cap")
    return (low, high) if cap is None else (min(low, int(cap * FEN)), min(high, int(cap * FEN)))


def tiers() -> list[Any]:
    return [
        pytest.param(provision, tier, id=f"{identity}#{number}")
        for identity, provision in PROVISIONS.items()
        for number, tier in enumerate(provision.get("fines", ()), start=1)
    ]


def ranged(law: LawBook, provision: Mapping[str, Any], case: Situation) -> FineRange:
    found = fine_range(law.penalties.provision(provision["id"]), case.bases, case.stated)
    assert found is not None
    return found


@pytest.mark.parametrize(("provision", "tier"), tiers())
def test_a_fine_is_judged_on_each_side_of_the_range(
    law: LawBook, provision: Mapping[str, Any], tier: Mapping[str, Any]
) -> None:
    case = situation(provision, tier)
    found = ranged(law, provision, case)

    assert (found.minimum, found.maximum, found.certain) == (case.minimum, case.maximum, True), found.tier.zh
    assert found.permits(case.minimum) is True
    assert found.permits((case.minimum + case.maximum) // 2) is True
    assert found.permits(case.maximum) is True
    assert found.permits(case.maximum + 1) is False
    if case.minimum:
        assert found.permits(case.minimum - 1) is False


@pytest.mark.parametrize(
    "provision",
    [pytest.param(entry, id=identity) for identity, entry in PROVISIONS.items() if not entry.get("fines")],
)
def test_a_provision_without_a_fine_of_its_own_permits_or_forbids_none(
    law: LawBook, provision: Mapping[str, Any]
) -> None:
    found = fine_range(law.penalties.provision(provision["id"]), {}, {})
    if provision.get("fined_by"):
        assert found is not None
        assert found.permits(0) is None
        assert found.permits(10**12) is None
    else:
        assert found is None
