"""A changed sample through the whole pipeline, in this process or in many."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache

from samples.build import Memory, draft
from samples.change import apply
from samples.papers import Node, Spec, SpecError
from samples.spec import load

from casecheck.dossier.assemble import assemble
from casecheck.model.report import CaseReport
from casecheck.run import Knowledge, judge, load_knowledge
from casecheck.settings import Settings
from casecheck.sources.read import read_bytes
from tests.mutants.cases import SPECS, Variant

SETTINGS = Settings(as_of=date(2026, 11, 22))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One finding, as far as mutants look at it."""

    rule: str
    severity: str
    outcome: str
    cause: str
    variant: str
    message: str
    quotes: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What the rules say of one dossier: the outcome of each, and all findings."""

    rules: dict[str, str]
    findings: tuple[Said, ...]


@cache
def knowledge() -> Knowledge:
    """Vocabulary, law and rules, loaded once in a process and inherited by those that it starts."""
    return load_knowledge(SETTINGS)


@cache
def _sample(name: str) -> tuple[Spec, Memory]:
    """A sample, and what its blocks look like in print: a mutant sets only what it changes."""
    return load(SPECS / f"{name}.yml"), {}


def impossible(variants: Iterable[Variant]) -> list[str]:
    """What is wrong with changes that cannot be made, all at once and before anything is printed or read."""
    wrong: list[str] = []
    for variant in variants:
        try:
            apply(_sample(variant.sample)[0], variant.change, f"{variant.where}: change")
        except SpecError as error:
            wrong.append(str(error))
    return wrong


def outcomes(sample: str, change: Sequence[Node], where: str) -> Outcomes:
    """What the rules say of a sample with the changes made; SpecError when they cannot be."""
    spec, memory = _sample(sample)
    return told(judge_draft(apply(spec, change, f"{where}: change"), memory))


def judge_draft(spec: Spec, memory: Memory | None = None) -> CaseReport:
    """The report on a dossier that is printed, read and checked without leaving memory."""
    known = knowledge()
    sources = [read_bytes(data, name) for name, data in draft(spec, memory).items()]
    dossier = assemble(spec.name, sources, known.vocabulary, "file" if len(sources) == 1 else "parts")
    return judge(dossier, SETTINGS, known)


def told(report: CaseReport) -> Outcomes:
    """The report without what mutants do not look at: small enough to be sent between processes."""
    papers = report.case.dossier
    found = tuple(
        Said(
            rule=finding.rule,
            severity=str(finding.severity),
            outcome=str(finding.outcome),
            cause=str(finding.cause or ""),
            variant=finding.variant,
            message=finding.message.zh,
            quotes=tuple(quote.text for quote in finding.evidence),
            documents=tuple(papers.document(quote.document).title for quote in finding.evidence if quote.document),
        )
        for finding in report.findings
    )
    return Outcomes(rules={result.rule: str(result.outcome) for result in report.results}, findings=found)


def run_all(variants: Sequence[Variant], jobs: int | None = None) -> Iterator[Outcomes]:
    """What is said of each, in their order, by a pool of processes; with one job in this one."""
    knowledge()
    if jobs == 1:
        yield from map(_run, variants)
        return
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        yield from pool.map(_run, variants, chunksize=4)


def _run(variant: Variant) -> Outcomes:
    return outcomes(variant.sample, variant.change, variant.where)
