"""The mutants of a rule and its boundary cases, as `cases/<principle>/<CODE>.yml` says them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from samples.papers import Node, SpecError, mapping, sequence, text

CASES = Path(__file__).parent / "cases"
SPECS = Path(__file__).resolve().parents[2] / "samples" / "specs"


class CaseError(ValueError):
    """Case files that cannot be used; the message has a line for each error, with file and place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The finding a mutant must give. What is empty may be anything; a cause is that of an undetermined finding.

    `document` begins the title of a paper that the finding quotes.
    """

    outcome: str
    cause: str = ""
    quote: str = ""
    document: str = ""
    variant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A changed sample. `expect` is None for a boundary, of which the rule must say `outcome` and find nothing.

    `also` are the codes of other rules whose fatal or major findings necessarily follow, and why.
    """

    rule: str
    name: str
    sample: str
    change: tuple[Node, ...]
    where: str
    expect: Expected | None
    outcome: str = "pass"
    also: Mapping[str, str]


def load(codes: Collection[str], folder: Path = CASES, specs: Path = SPECS) -> tuple[Variant, ...]:
    """Every mutant and boundary below the folder; CaseError with all errors when a file is not right."""
    errors: list[str] = []
    variants: list[Variant] = []
    for path in sorted(folder.glob("*/*.yml")):
        try:
            variants += _of_file(path, codes, specs)
        except SpecError as error:
            errors.append(str(error))
    if errors:
        raise CaseError("\n".join(errors))
    return tuple(variants)


def _of_file(path: Path, codes: Collection[str], specs: Path) -> Iterator[Variant]:
    where = f"{path.parent.name}/{path.name}"
    try:
        # BaseLoader is a safe loader that keeps every scalar as text.
        root = mapping(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader), where)  # noqa: S506
    except yaml.YAMLError as error:
        raise SpecError(f"{where}: {error}") from error
    rule = text(root.pop("rule", ""), f"{where}: rule")
    if rule not in codes:
        raise SpecError(f"{where}: rule: no rule {rule}")
    if path.stem != rule:
        raise SpecError(f"{where}: rule: a file has the name of its rule, {rule}.yml")
    mutants, boundaries = root.pop("mutants", []), root.pop("boundaries", [])
    _nothing_left(root, where)
    for key, nodes in (("mutants", mutants), ("boundaries", boundaries)):
        for position, node in enumerate(sequence(nodes, f"{where}: {key}"), start=1):
            place = f"{where}: {key} {position}"
            yield _variant(rule, mapping(node, place), place, codes, specs, mutant=key == "mutants")


def _variant(
    rule: str, data: dict[str, Node], where: str, codes: Collection[str], specs: Path, *, mutant: bool
) -> Variant:
    name, sample = (text(data.pop(key, ""), f"{where}: {key}") for key in ("name", "sample"))
    where = f"{where} “{name}”"
    if not name or not (specs / f"{sample}.yml").is_file():
        raise SpecError(f"{where}: {f'no sample {sample}' if name else 'name missing'}")
    also = {c: text(why, f"{where}: also") for c, why in mapping(data.pop("also", {}), f"{where}: also").items()}
    if unknown := sorted(set(also) - set(codes)):
        raise SpecError(f"{where}: also: no rule {', '.join(unknown)}")
    change = tuple(sequence(data.pop("change", []), f"{where}: change"))
    if mutant and not change:
        raise SpecError(f"{where}: change missing")
    expect = _expected(mapping(data.pop("expect", {"outcome": "defect"}), where), where) if mutant else None
    outcome = "" if mutant else _one_of(data.pop("outcome", "pass"), ("pass", "not_applicable"), f"{where}: outcome")
    _nothing_left(data, where)
    return Variant(
        rule=rule, name=name, sample=sample, change=change, where=where, expect=expect, outcome=outcome, also=also
    )


def _expected(data: dict[str, Node], where: str) -> Expected:
    outcome = _one_of(data.pop("outcome", "defect"), ("defect", "undetermined"), f"{where}: outcome")
    cause = text(data.pop("cause", ""), f"{where}: cause")
    if bool(cause) != (outcome == "undetermined"):
        raise SpecError(f"{where}: expect: a cause belongs to undetermined, and to nothing else")
    rest = {key: text(data.pop(key, ""), f"{where}: {key}") for key in ("quote", "document", "variant")}
    _nothing_left(data, f"{where}: expect")
    return Expected(outcome=outcome, cause=cause, **rest)


def _one_of(node: Node, allowed: Collection[str], where: str) -> str:
    if (word := text(node, where)) not in allowed:
        raise SpecError(f"{where}: {word}: expected {' or '.join(allowed)}")
    return word


def _nothing_left(data: Mapping[str, Node], where: str) -> None:
    if data:
        raise SpecError(f"{where}: unknown {', '.join(data)}")
