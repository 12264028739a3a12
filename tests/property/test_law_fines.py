"""Fine ranges: what is not known only ever widens the answer, and never turns it round."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from casecheck.law.fines import FineRange, fine_range
from casecheck.law.penalties import Condition, Provision, Tier

AMOUNTS = st.integers(1, 10**9)
BASES = st.sampled_from(["货值金额", "违法所得"])


@st.composite
def conditions(draw: st.DrawFn, base: str, split: int) -> Condition | None:
    kind = draw(st.sampled_from(["below", "at_least", "none", "unclear", "free"]))
    circumstance = draw(st.sampled_from([None, "情节严重"]))
    party = draw(st.sampled_from([None, None, "个人"]))
    if kind == "free":
        return Condition(circumstance=circumstance, party=party) if circumstance or party else None
    return Condition(
        base=base,
        below=split if kind == "below" else None,
        at_least=split if kind == "at_least" else None,
        none=kind == "none",
        unclear=kind == "unclear",
        circumstance=circumstance,
        party=party,
    )


@st.composite
def provisions(draw: st.DrawFn) -> Provision:
    base, split = draw(BASES), draw(AMOUNTS)
    tiers = []
    for _ in range(draw(st.integers(1, 5))):
        when = draw(conditions(base, split))
        low, high = sorted([draw(st.integers(0, 10**7)), draw(st.integers(0, 10**7))])
        if draw(st.booleans()):
            tiers.append(Tier(minimum=low, maximum=high, when=when))
        else:
            deemed = draw(st.none() | AMOUNTS)
            tiers.append(
                Tier(
                    base=base,
                    low=Fraction(low, 10**6),
                    high=Fraction(high, 10**6),
                    when=when,
                    deemed_base=deemed,
                )
            )
    cap = draw(st.none() | AMOUNTS)
    return Provision(
        id="X-1", law="X", article=1, valid_from=date(2020, 1, 1), conduct="示例", tiers=tuple(tiers), cap=cap
    )


FULL_BASES = st.fixed_dictionaries(
    {"货值金额": st.none() | st.integers(0, 10**9), "违法所得": st.none() | st.integers(0, 10**9)}
)
FULL_STATED = st.fixed_dictionaries(
    {
        "情节严重": st.booleans(),
        "个人": st.booleans(),
        "货值金额明显偏低": st.booleans(),
        "违法所得明显偏低": st.booleans(),
    }
)


def verdict(found: FineRange | None, fine: int) -> bool | None:
    return None if found is None else found.permits(fine)


@given(provisions(), FULL_BASES, FULL_STATED, st.integers(0, 10**10), st.data())
def test_knowing_less_never_turns_an_answer_round(
    provision: Provision, bases: dict[str, int | None], stated: dict[str, bool], fine: int, data: st.DataObject
) -> None:
    fewer_bases = {k: v for k, v in bases.items() if data.draw(st.booleans())}
    fewer_stated = {k: v for k, v in stated.items() if data.draw(st.booleans())}
    full = fine_range(provision, bases, stated)
    less = fine_range(provision, fewer_bases, fewer_stated)
    if full is None:
        return
    assert less is not None
    assert less.minimum <= full.minimum
    assert less.maximum is None or (full.maximum is not None and full.maximum <= less.maximum)
    if verdict(less, fine) is not None:
        assert verdict(full, fine) == verdict(less, fine)


@given(provisions(), FULL_BASES, FULL_STATED)
def test_the_ends_of_a_certain_range_are_permitted_and_what_lies_beyond_is_not(
    provision: Provision, bases: dict[str, int | None], stated: dict[str, bool]
) -> None:
    found = fine_range(provision, bases, stated)
    if found is None or not found.certain:
        return
    assert found.maximum is not None
    assert found.minimum <= found.maximum
    assert found.permits(found.minimum) is True
    assert found.permits(found.maximum) is True
    assert found.permits(found.maximum + 1) is False
    assert found.minimum == 0 or found.permits(found.minimum - 1) is False


@given(provisions(), FULL_BASES, st.integers(0, 10**10))
def test_what_no_tier_permits_is_not_permitted_in_the_usual_case_either(
    provision: Provision, bases: dict[str, int | None], fine: int
) -> None:
    found = fine_range(provision, bases)
    if found is None:
        return
    assert {(s.minimum, s.maximum) for s in found.usual} <= {(s.minimum, s.maximum) for s in found.spans}
    if found.permits(fine) is False:
        assert found.usually_permits(fine) is False
    if found.permits(fine) is True:
        assert found.usually_permits(fine) is True
