"""`law/steps.yml`: what is refused, with file, line and key; names that must exist."""

from pathlib import Path

import pytest

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.load_law import load_law
from casecheck.checklist.load_steps import check_steps
from casecheck.checklist.located import ChecklistError

STEPS = """\
steps:
  - {name: 立案, en: filed, dates: [立案审批表.批准日期], clocks: [核查期限], basis: [行政处罚法 第五十四条]}
  - {name: 决定, en: decided, dates: [行政处罚决定书.决定日期], basis: [行政处罚法 第五十七条]}
paths:
  - name: 普通程序
    en: ordinary
    papers: [立案审批表]
    steps: [{step: 立案, needed: true}, {step: 决定, apart: [立案]}]
    told: [{rule: PROC-X, paper: 案件审核表, pairs: [[立案, 决定]]}]
"""


def written(root: Path, text: str) -> Path:
    (root / "law" / "steps.yml").write_text(text, encoding="utf-8")
    return root


def test_a_small_table_loads_and_the_file_may_be_missing(root: Path) -> None:
    law = load_law(written(root, STEPS))
    (path,) = law.steps.paths
    assert [(p.step.name, p.needed, p.apart) for p in path.places] == [("立案", True, ()), ("决定", False, ("立案",))]
    assert check_steps(root, load_vocabulary(root), law.clocks) == []
    (root / "law" / "steps.yml").unlink()
    assert load_law(root).steps.paths == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("{step: 决定,", "{step: 决定书,", "paths[0].steps[1].step"),
        ("apart: [立案]", "apart: [结案]", "paths[0].steps[1].apart"),
        ("[[立案, 决定]]", "[[立案, 结案]]", "paths[0].told[0].pairs"),
        ("name: 决定", "name: 立案", "steps[1].name"),
    ],
)
def test_steps_that_are_not_there_are_refused(root: Path, old: str, new: str, key: str) -> None:
    with pytest.raises(ChecklistError) as refused:
        load_law(written(root, STEPS.replace(old, new, 1)))
    assert key in {error.key for error in refused.value.errors}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("立案审批表.批准日期", "立案审批表.批准时刻", "steps[0].dates"),
        ("立案审批表.批准日期", "立案审批表.案由", "steps[0].dates"),
        ("[核查期限]", "[核实期限]", "steps[0].clocks"),
        ("papers: [立案审批表]", "papers: [立案审查表]", "paths[0].papers"),
        ("paper: 案件审核表", "paper: 案件审查表", "paths[0].told[0].paper"),
    ],
)
def test_unknown_facts_periods_and_papers_are_refused(root: Path, old: str, new: str, key: str) -> None:
    text = STEPS.replace(old, new, 1)
    assert text != STEPS
    law = load_law(written(root, text))
    assert [e.key for e in check_steps(root, load_vocabulary(root), law.clocks)] == [key]
