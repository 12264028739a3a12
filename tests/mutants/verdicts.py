"""Whether a mutant was killed and a boundary held, and what else was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casecheck.text.folded import fold
from tests.mutants.cases import Expected, Variant
from tests.mutants.runs import Outcomes, Said

GRAVE = ("fatal", "major")
LEAST_MUTANTS = 2
CLEAN_SHARE = 97
"""Percent of the mutants that must raise no fatal or major defect beside the one meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Of one mutant or boundary. `good` is killed or held; `said` is what its rule said instead, when it is not.

    `others` are fatal and major defects of other rules that neither the sample itself has nor the case file foresees.
    """

    variant: Variant
    good: bool
    said: tuple[str, ...]
    others: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """All verdicts, and the rules that were asked for."""

    verdicts: tuple[Verdict, ...]
    rules: tuple[str, ...]
    unclean: tuple[str, ...] = ()
    """Samples that are not clean themselves: nothing they give is worth anything."""

    def of(self, rule: str, *, mutants: bool) -> list[Verdict]:
        """The verdicts on the mutants of a rule, or on its boundaries."""
        return [v for v in self.verdicts if v.variant.rule == rule and (v.variant.expect is not None) == mutants]

    @property
    def mutants(self) -> list[Verdict]:
        """The verdicts on mutants."""
        return [v for v in self.verdicts if v.variant.expect is not None]

    @property
    def boundaries(self) -> list[Verdict]:
        """The verdicts on boundaries."""
        return [v for v in self.verdicts if v.variant.expect is None]

    @property
    def thin(self) -> list[str]:
        """Rules with too few mutants or no boundary."""
        return [r for r in self.rules if len(self.of(r, mutants=True)) < LEAST_MUTANTS or not self.of(r, mutants=False)]

    @property
    def clean_percent(self) -> float:
        """Of the mutants, how many raise nothing fatal or major beside what is meant; 100 of none."""
        return 100 * sum(not v.others for v in self.mutants) / len(self.mutants) if self.mutants else 100.0

    @property
    def passed(self) -> bool:
        """Whether all are killed and held, every rule has enough of both, and enough mutants are clean."""
        good = all(v.good for v in self.verdicts) and not self.unclean
        return good and not self.thin and self.clean_percent >= CLEAN_SHARE


def verdict(variant: Variant, base: Outcomes, found: Outcomes) -> Verdict:
    """Compare what is said of a changed sample with what is said of the sample itself."""
    own = [said for said in found.findings if said.rule == variant.rule]
    if variant.expect is None:
        new = _beyond(own, base)
        good = found.rules[variant.rule] == variant.outcome and not new
        said = tuple(_line(s) for s in new) or (f"the rule ends in {found.rules[variant.rule]}",)
    else:
        fitting = [s for s in own if fits(s, variant.expect)]
        good = bool(_beyond(fitting, base))
        reason = "the sample says the same" if fitting else f"the rule ends in {found.rules[variant.rule]}"
        said = (*(_line(s) for s in own), reason)
    known = {(s.rule, s.variant, s.message) for s in base.findings}
    others = tuple(
        s
        for s in found.findings
        if s.outcome == "defect"
        and s.severity in GRAVE
        and s.rule != variant.rule
        and s.rule not in variant.also
        and (s.rule, s.variant, s.message) not in known
    )
    return Verdict(variant=variant, good=good, said=() if good else said, others=others)


def _beyond(findings: Iterable[Said], base: Outcomes) -> list[Said]:
    """The findings that the unchanged sample does not have."""
    return [said for said in findings if said not in base.findings]


def fits(said: Said, expected: Expected) -> bool:
    """Whether a finding is the one that was expected."""
    if said.outcome != expected.outcome or said.cause != expected.cause:
        return False
    if expected.variant and said.variant != expected.variant:
        return False
    if expected.document and not any(title.startswith(expected.document) for title in said.documents):
        return False
    wanted = fold(expected.quote).text
    return not wanted or any(
        text and (wanted in text or text in wanted) for text in (fold(q).text for q in said.quotes)
    )


def unclean(sample: str, base: Outcomes) -> str:
    """Why a sample is no base for mutants: the defects it has; empty when it has none."""
    return (
        "; ".join([sample, *(_line(s) for s in base.findings if s.outcome == "defect")])
        if any(s.outcome == "defect" for s in base.findings)
        else ""
    )


def _line(said: Said) -> str:
    cause = f" ({said.cause})" if said.cause else ""
    variant = f" [{said.variant}]" if said.variant else ""
    quotes = " / ".join(said.quotes[:3])
    return f"{said.rule}{variant} {said.outcome}{cause}: {said.message} “{quotes}”"


def lines(tally: Tally) -> Iterable[str]:
    """The report: a line for each rule, what went wrong below it, and the sums."""
    yield from (f"not clean: {line}" for line in tally.unclean)
    for rule in tally.rules:
        mutants, boundaries = tally.of(rule, mutants=True), tally.of(rule, mutants=False)
        others = sum(bool(v.others) for v in mutants)
        thin = "  too few" if rule in tally.thin else ""
        yield (
            f"{rule:30}killed {_share(mutants):6} boundaries {_share(boundaries):6}"
            f" others {others if mutants else '-'}{thin}"
        )
        for one in (*mutants, *boundaries):
            yield from _trouble(one)
    yield (
        f"\n{_good(tally.mutants)} of {len(tally.mutants)} mutants killed, "
        f"{_good(tally.boundaries)} of {len(tally.boundaries)} boundaries held, "
        f"{len(tally.rules) - len(tally.thin)} of {len(tally.rules)} rules have enough of both"
    )
    yield f"{tally.clean_percent:.1f} % of the mutants raise no other fatal or major finding (at least {CLEAN_SHARE} %)"


def _trouble(one: Verdict) -> Iterable[str]:
    mutant = one.variant.expect is not None
    if not one.good:
        yield f"    {'SURVIVED' if mutant else 'BROKEN'} {one.variant.name} ({one.variant.sample})"
        yield from (f"        {line}" for line in one.said)
    if one.others:
        yield f"    others of {one.variant.name} ({one.variant.sample})"
        yield from (f"        {_line(said)}" for said in one.others)


def _good(verdicts: Sequence[Verdict]) -> int:
    return sum(v.good for v in verdicts)


def _share(verdicts: Sequence[Verdict]) -> str:
    return f"{_good(verdicts)}/{len(verdicts)}" if verdicts else "-"
