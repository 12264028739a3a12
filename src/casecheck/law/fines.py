"""罚款幅度: the fines a provision permits, given the amounts and circumstances the papers state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import Literal

from casecheck.law.penalties import Condition, Provision, Tier
from casecheck.model.words import Words
from casecheck.text.legal_terms import glossed, in_english

Bases = Mapping[str, int | None]
"""Amounts in 分 by the name of the base (货值金额, 违法所得 …). None: the papers say it cannot be computed; a name that is
not there is simply not known. 0: there is none of it."""

Stated = Mapping[str, bool]
"""Circumstances (情节严重, 广告费用明显偏低) and kinds of party (个人) that the papers state to be, or not to be, given."""

_Aspect = Literal["measure", "circumstance", "party"]
_Atom = tuple[_Aspect, Condition]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The fines one tier permits, in 分, both ends included.

    `exact` is false where the base of the tier is not known; then the span is only where its fines must lie, and
    `maximum` is None when nothing bounds them.
    """

    minimum: int
    maximum: int | None
    exact: bool
    tier: Tier | None

    def holds(self, fine: int) -> bool:
        """Whether the fine lies in it."""
        return self.minimum <= fine and (self.maximum is None or fine <= self.maximum)


@dataclass(frozen=True, slots=True, kw_only=True)
class FineRange:
    """What may be fined, in 分.

    `certain`: one range applies and its base is known; `minimum` and `maximum` are that range. Otherwise they bound
    the `spans` of all tiers that may apply (`maximum` None: no upper end can be told). `usual` are the spans that
    apply unless the papers state something special (情节严重, 明显偏低). `base` names the amount that counts, `tier` says
    in words what was applied. A fine below the minimum may still be lawful by 减轻处罚 (行政处罚法 第三十二条), and several
    acts fined together may lawfully exceed the maximum; neither is looked at here.
    """

    minimum: int
    maximum: int | None
    certain: bool
    base: str | None
    tier: Words
    spans: tuple[Span, ...]
    usual: tuple[Span, ...]

    def permits(self, fine: int) -> bool | None:
        """True: permitted whatever tier applies. False: permitted by none. None: depends on what is not known."""
        return _permits(self.spans, fine)

    def usually_permits(self, fine: int) -> bool | None:
        """The same, supposing that nothing special that the papers leave open is given."""
        return _permits(self.usual, fine)

    def as_usual(self) -> "FineRange":
        """The range supposing that nothing special that the papers leave open is given."""
        return _range(self.usual, self.usual)


def fine_range(
    provisions: Provision | Sequence[Provision], bases: Bases, stated: Stated | None = None
) -> FineRange | None:
    """The fines permitted by a provision, or by the several a citation leaves open; None when none of them fines.

    Every tier that `bases` and `stated` do not surely exclude counts. Ends are rounded outwards to whole 分, so that
    rounding alone never puts a fine outside.
    """
    many = (provisions,) if isinstance(provisions, Provision) else tuple(provisions)
    spans = _distinct(span for p in many for span in _spans(p, bases, stated or {}, usual=False))
    if not spans:
        return None
    usual = _distinct(span for p in many for span in _spans(p, bases, stated or {}, usual=True))
    return _range(spans, usual or spans)


def _range(spans: tuple[Span, ...], usual: tuple[Span, ...]) -> FineRange:
    maxima = [span.maximum for span in spans if span.maximum is not None]
    counted = {name for span in spans if span.tier and (name := _base_of(span.tier))}
    return FineRange(
        minimum=min(span.minimum for span in spans),
        maximum=max(maxima) if len(maxima) == len(spans) else None,
        certain=len(spans) == 1 and spans[0].exact,
        base=counted.pop() if len(counted) == 1 else None,
        tier=_described(spans),
        spans=spans,
        usual=usual,
    )


def _permits(spans: Sequence[Span], fine: int) -> bool | None:
    inside = [span.holds(fine) for span in spans]
    if not any(inside):
        return False
    return True if all(inside) and all(span.exact for span in spans) else None


def _spans(provision: Provision, bases: Bases, stated: Stated, *, usual: bool) -> list[Span]:
    if provision.fined_by:
        return [Span(minimum=0, maximum=None, exact=False, tier=None)]
    atoms = _distinct_atoms(provision.tiers)
    truths = [_truth(atom, bases, stated, usual=usual) for atom in atoms]
    tiers: dict[int, Tier] = {}
    for world in product(*[(True, False) if truth is None else (truth,) for truth in truths]):
        for tier in _applied(provision.tiers, dict(zip(atoms, world, strict=True))):
            tiers[id(tier)] = tier
    return [_span(tier, provision.cap, bases) for tier in provision.tiers if id(tier) in tiers]


def _atoms(tier: Tier) -> list[_Atom]:
    """The parts of the condition of a tier: what is measured, which circumstance, which party."""
    when = tier.when
    if when is None:
        return []
    atoms: list[_Atom] = []
    if when.base:
        measured = Condition(
            base=when.base,
            at_least=when.at_least,
            above=when.above,
            below=when.below,
            at_most=when.at_most,
            none=when.none,
            unclear=when.unclear,
        )
        atoms.append(("measure", measured))
    if when.circumstance:
        atoms.append(("circumstance", Condition(circumstance=when.circumstance)))
    if when.party:
        atoms.append(("party", Condition(party=when.party)))
    return atoms


def _distinct_atoms(tiers: Sequence[Tier]) -> tuple[_Atom, ...]:
    return tuple(dict.fromkeys(atom for tier in tiers for atom in _atoms(tier)))


def _applied(tiers: Sequence[Tier], world: Mapping[_Atom, bool]) -> list[Tier]:
    """The tiers that apply in one possible world: of those whose condition holds, the most special ones.

    A stated circumstance or party is more special than a measured amount, and that more than no condition at all.
    """
    holding = [tier for tier in tiers if all(world[atom] for atom in _atoms(tier))]
    ranks = [_rank(tier) for tier in holding]
    return [tier for tier, rank in zip(holding, ranks, strict=True) if rank == max(ranks)]


def _rank(tier: Tier) -> tuple[int, int]:
    aspects = [aspect for aspect, _ in _atoms(tier)]
    return len(aspects) - aspects.count("measure"), aspects.count("measure")


def _truth(atom: _Atom, bases: Bases, stated: Stated, *, usual: bool) -> bool | None:
    aspect, condition = atom
    if aspect == "measure":
        return _measured(condition, bases, stated, usual=usual)
    truth = stated.get(condition.circumstance or condition.party or "")
    return False if truth is None and usual and aspect == "circumstance" else truth


def _measured(condition: Condition, bases: Bases, stated: Stated, *, usual: bool) -> bool | None:
    name = condition.base or ""
    amount = bases.get(name)
    if condition.unclear and condition.none and amount is None:
        return True if name in bases else None
    if condition.unclear and not condition.none:
        too_low = stated.get(f"{name}明显偏低")
        if amount is None:
            return True if name in bases or too_low else None
        return False if too_low is None and usual else too_low
    if amount is None:
        return None
    if condition.none:
        return amount == 0 or (condition.at_most is not None and amount <= condition.at_most)
    return (
        (condition.at_least is None or amount >= condition.at_least)
        and (condition.above is None or amount > condition.above)
        and (condition.below is None or amount < condition.below)
        and (condition.at_most is None or amount <= condition.at_most)
    )


def _span(tier: Tier, cap: int | None, bases: Bases) -> Span:
    if tier.low is None or tier.high is None:
        minimum, maximum, exact = tier.minimum or 0, tier.maximum, True
    else:
        least, most, exact = _base_bounds(tier, bases)
        minimum = floor(tier.low * least)
        maximum = None if most is None else ceil(tier.high * most)
    if cap is not None:
        minimum, maximum = min(minimum, cap), cap if maximum is None else min(maximum, cap)
    return Span(minimum=minimum, maximum=maximum, exact=exact, tier=tier)


def _base_bounds(tier: Tier, bases: Bases) -> tuple[int, int | None, bool]:
    """Between what amounts the base of a multiple lies (分), and whether it is known exactly.

    A base of nothing multiplies to nothing; where the provision has no tier for that, it is taken as not known.
    """
    amount = bases.get(tier.base or "")
    least = tier.deemed_base or 0
    if amount:
        return max(amount, least), max(amount, least), True
    if amount == 0 and least:
        return least, least, True
    when = tier.when
    if when is None or when.base != tier.base:
        return least, None, False
    below = when.below if when.below is not None else when.at_most
    floors = [bound for bound in (when.at_least, when.above, least) if bound is not None]
    return max(floors), None if below is None else max(below, least), False


def _base_of(tier: Tier) -> str | None:
    return tier.base or (tier.when.base if tier.when else None)


def _distinct(spans: Iterator[Span]) -> tuple[Span, ...]:
    seen: dict[tuple[int, int | None, bool], Span] = {}
    for span in spans:
        seen.setdefault((span.minimum, span.maximum, span.exact), span)
    return tuple(seen.values())


def _described(spans: Sequence[Span]) -> Words:
    zh = [_tier_words(span.tier).zh for span in spans]
    en = [_tier_words(span.tier).en for span in spans]
    return Words(zh="；".join(dict.fromkeys(zh)), en="; ".join(dict.fromkeys(en)))


def _tier_words(tier: Tier | None) -> Words:
    if tier is None:
        return Words(zh="依照其他条款处罚", en="fined by another provision")
    when = _condition_words(tier.when)
    if tier.low is not None and tier.high is not None:
        low, high = _plain(tier.low), _plain(tier.high)
        zh = f"{tier.base}{low}倍以上{high}倍以下" if tier.low else f"{tier.base}{high}倍以下"
        return Words(zh=when.zh + zh, en=f"{when.en}{low} to {high} times the {glossed(tier.base or '')}")
    low, high = _yuan(tier.minimum or 0), _yuan(tier.maximum or 0)
    zh = f"{low}元以上{high}元以下" if tier.minimum else f"{high}元以下"
    return Words(zh=when.zh + zh, en=f"{when.en}{low} to {high} yuan")


def _condition_words(when: Condition | None) -> Words:
    if when is None:
        return Words(zh="", en="")
    zh, en = [], []
    if when.base:
        for bound, sign_zh, sign_en in (
            (when.at_least, "不低于", ">="),
            (when.above, "超过", ">"),
            (when.below, "不足", "<"),
            (when.at_most, "不超过", "<="),
        ):
            if bound is not None:
                zh.append(f"{when.base}{sign_zh}{_yuan(bound)}元")
                en.append(f"{in_english(when.base)} {sign_en} {_yuan(bound)} yuan")
        if when.none:
            zh.append(f"没有{when.base}")
            en.append(f"no {in_english(when.base)}")
        if when.unclear:
            zh.append(f"{when.base}无法计算或者明显偏低")
            en.append(f"{in_english(when.base)} unclear or plainly too low")
    named = [name for name in (when.circumstance, when.party) if name]
    return Words(zh="，".join(zh + named) + "：", en=", ".join([*en, *map(glossed, named)]) + ": ")


def _yuan(fen: int) -> str:
    return f"{fen // 100}" if fen % 100 == 0 else f"{fen / 100:.2f}"


def _plain(factor: Fraction) -> str:
    return f"{float(factor):g}"
