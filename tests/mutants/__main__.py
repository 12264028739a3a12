"""`python -m tests.mutants [--rule CODE]… [--sample NAME]… [--jobs N]`: run the mutants; 1 when they do not all do as meant."""

import argparse
import sys
from collections.abc import Sequence

from samples.papers import SpecError

from tests.mutants.cases import CaseError, Variant, load
from tests.mutants.runs import Outcomes, impossible, knowledge, run_all
from tests.mutants.verdicts import Tally, lines, unclean, verdict


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every mutant is killed and every boundary held, 1 when not, 2 when a case file is not right."""
    parser = argparse.ArgumentParser(prog="make mutants")
    parser.add_argument("--rule", action="append", default=[], help="only rules whose code begins so")
    parser.add_argument("--sample", action="append", default=[], help="only changes of this sample")
    parser.add_argument("--jobs", type=int, help="processes (default: one for each processor)")
    chosen = parser.parse_args(arguments)
    codes = [rule.code for rule in knowledge().checklist.rules]
    try:
        variants = [v for v in load(codes) if _wanted(v, chosen.rule, chosen.sample)]
        if wrong := impossible(variants):
            raise CaseError("\n".join(wrong))
        tally = run(variants, _rules(codes, variants, chosen), chosen.jobs)
    except (CaseError, SpecError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for line in lines(tally):
        sys.stdout.write(f"{line}\n")
    return 0 if tally.passed else 1


def _wanted(variant: Variant, rules: Sequence[str], samples: Sequence[str]) -> bool:
    return (not rules or variant.rule.startswith(tuple(rules))) and (not samples or variant.sample in samples)


def _rules(codes: Sequence[str], variants: Sequence[Variant], chosen: argparse.Namespace) -> list[str]:
    """All rules must have mutants, those asked for when some are; one sample need not serve every rule."""
    if chosen.sample:
        return sorted({v.rule for v in variants})
    return sorted(code for code in codes if not chosen.rule or code.startswith(tuple(chosen.rule)))


def run(variants: Sequence[Variant], rules: Sequence[str], jobs: int | None = None) -> Tally:
    """The verdicts on the variants; each of their samples is read once unchanged, to compare with."""
    samples = sorted({v.sample for v in variants})
    unchanged = [_unchanged(name) for name in samples]
    # One sample after the other, so that a process has the sample at hand that it is to change next.
    ordered = sorted(variants, key=lambda v: v.sample)
    found = list(run_all([*unchanged, *ordered], jobs))
    bases: dict[str, Outcomes] = dict(zip(samples, found[: len(samples)], strict=True))
    verdicts = [verdict(v, bases[v.sample], said) for v, said in zip(ordered, found[len(samples) :], strict=True)]
    wrong = [line for name, base in bases.items() if (line := unclean(name, base))]
    return Tally(verdicts=tuple(verdicts), rules=tuple(rules), unclean=tuple(wrong))


def _unchanged(sample: str) -> Variant:
    return Variant(rule="", name="", sample=sample, change=(), where=sample, expect=None, also={})


if __name__ == "__main__":
    sys.exit(main())
