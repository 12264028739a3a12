"""构成要件—证据矩阵 over the clean samples: a paper that is taken out takes its own cells with it, and nothing else."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from samples.build import Memory, draft
from samples.change import apply
from samples.papers import Paper, Spec
from samples.spec import load

from casecheck.dossier.assemble import assemble
from casecheck.facts.read import read_facts
from casecheck.model.elements import ElementState, Matrix
from casecheck.rules.elements.matrix import FINDING, elements
from casecheck.run import load_knowledge
from casecheck.settings import Settings
from casecheck.sources.read import read_bytes
from tests.mutants.cases import SPECS

CLEAN = ("food-expired", "trademark-seizure", "product-quality", "hearing-case", "unlicensed-business")
SETTINGS = Settings(as_of=date(2026, 11, 22))
SILENT = (
    "卷",
    "送达",
    "公示",
    "结案",
    "法制审核",
    "案件审核",
    "罚没",
    "非税",
    "审批",
    "涉案物品",
    "行政处罚信息",
)
"""Beginnings of the titles of papers that speak of no element: left out, so that the rest is read faster."""

Cell = tuple[str, str, str, str]
"""Kind of violation, element, paper and words."""


@cache
def base(sample: str) -> tuple[Spec, Memory]:
    spec = load(SPECS / f"{sample}.yml")
    spoken = tuple(p for p in spec.papers if not p.title.startswith(SILENT) and "审批表" not in p.title)
    return replace(spec, papers=spoken), {}


def titles(papers: tuple[Paper, ...]) -> Iterator[str]:
    """What a change calls each paper: the title, with its number where there are several."""
    for index, paper in enumerate(papers):
        same = [p for p in papers if p.title == paper.title]
        number = [p for p in papers[: index + 1] if p.title == paper.title]
        yield f"{paper.title}#{len(number)}" if len(same) > 1 else paper.title


def matrix(sample: str, *change: dict[str, str]) -> tuple[Matrix, ...]:
    known = load_knowledge(SETTINGS)
    spec, memory = base(sample)
    sources = [read_bytes(data, name) for name, data in draft(apply(spec, change, sample), memory).items()]
    dossier = assemble(sample, sources, known.vocabulary, "file" if len(sources) == 1 else "parts")
    case = read_facts(dossier, known.vocabulary, scope="dossier", stage="closing")
    return elements(case, known.law).matrices


def cells(found: tuple[Matrix, ...]) -> Counter[Cell]:
    """How often each cell is there: two letters of two offices may say the same."""
    return Counter((m.name, e.name, c.paper, c.quote.text) for m in found for e in m.elements for c in e.cells)


def states(found: tuple[Matrix, ...]) -> dict[tuple[str, str], ElementState]:
    return {(m.name, e.name): e.state for m in found for e in m.elements}


@pytest.mark.parametrize("sample", CLEAN)
def test_a_paper_taken_out_flips_exactly_its_cells(sample: str) -> None:
    whole = matrix(sample)
    there, before = cells(whole), states(whole)
    assert whole
    assert there
    assert ElementState.UNSUPPORTED not in before.values()
    assert ElementState.CONTRADICTED not in before.values()
    taken: Counter[Cell] = Counter()
    for title in titles(base(sample)[0].papers):
        if title.startswith(FINDING):
            continue
        left = matrix(sample, {"paper": title, "drop": "true"})
        gone = there - cells(left)
        assert cells(left) == there - gone, title
        taken += gone
        for name, state in states(left).items():
            own = {cell for cell in cells(left) if cell[:2] == name}
            if not own:
                assert state is ElementState.UNSUPPORTED, (title, name)
            elif not any(cell[:2] == name for cell in gone):
                assert state is before[name], (title, name)
    assert taken == there
