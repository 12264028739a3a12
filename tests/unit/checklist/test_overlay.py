"""What a region sets otherwise: read strictly, in force by its own dates, and only what the nation leaves to it."""

from datetime import date
from pathlib import Path

import pytest

from casecheck.checklist.limits import with_region
from casecheck.checklist.load_law import load_law
from casecheck.checklist.located import ChecklistError
from casecheck.checklist.place import checklists_root
from casecheck.errors import CaseCheckError

PERSON, TRADER = "听证.自然人罚款", "个体工商户.身份"
OVERLAY = """\
title: {zh: 示例省, en: Example Province}
limits:
  - name: 听证.自然人罚款
    values:
      - {yuan: 5000, from: 2022-01-01, to: 2023-12-31, basis: [示例省行政处罚听证规定 第三条]}
      - {yuan: 8000, from: 2024-01-01, basis: [示例省行政处罚听证规定 第三条]}
  - name: 个体工商户.身份
    values:
      - {choice: 单位, from: 2022-01-01, basis: [示例省行政处罚听证规定 第四条]}
"""


@pytest.fixture
def law(monkeypatch):
    monkeypatch.setenv("CASECHECK_NO_CACHE", "1")
    return load_law(checklists_root())


@pytest.fixture
def folder(tmp_path):
    def write(text: str = OVERLAY) -> str:
        (tmp_path / "overlay.yml").write_text(text, encoding="utf-8")
        return str(tmp_path)

    return write


def errors(law, folder):
    with pytest.raises(ChecklistError) as caught:
        with_region(law, checklists_root(), folder)
    return [(e.line, e.message.zh) for e in caught.value.errors]


@pytest.mark.parametrize(
    ("day", "yuan"),
    [
        (date(2021, 12, 31), 10000),
        (date(2022, 1, 1), 5000),
        (date(2023, 12, 31), 5000),
        (date(2024, 1, 1), 8000),
    ],
)
def test_the_regional_value_holds_while_it_is_in_force_and_the_national_one_before(law, folder, day, yuan):
    local = with_region(law, checklists_root(), folder())
    limit = local.limits.on(PERSON, day)
    assert limit.amount == yuan * 100
    assert (limit.region.zh if limit.region else None) == (None if yuan == 10000 else "示例省")
    assert law.limits.on(PERSON, day).amount == 1_000_000


def test_a_choice_that_the_nation_leaves_open(law, folder):
    assert law.limits.on(TRADER, date(2024, 5, 1)) is None
    local = with_region(law, checklists_root(), folder())
    assert local.limits.on(TRADER, date(2024, 5, 1)).choice == "单位"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("听证.自然人罚款", "听证.自然人罚", 3, "没有名为“听证.自然人罚”的数值"),
        ("听证.自然人罚款", "办案.期限", 3, "地方不能另定"),
        ("个体工商户.身份", "听证.自然人罚款", 7, "已经有了"),
        ("choice: 单位", "choice: 法人", 9, "应为 自然人、单位 之一"),
        ("choice: 单位", "yuan: 5", 9, "单位不同"),
        ("yuan: 8000", "length: 5 working", 5, "单位不同"),
        ("to: 2023-12-31", "to: 2024-06-30", 6, "期间重叠"),
        ("title:", "titel:", 1, "是否想写“title”"),
    ],
)
def test_what_is_refused(law, folder, old, new, line, words):
    found = errors(law, folder(OVERLAY.replace(old, new, 1)))
    assert any(at == line and words in message for at, message in found), found


def test_an_unknown_region_is_told(law):
    with pytest.raises(CaseCheckError) as caught:
        with_region(law, checklists_root(), "没有这个地方")
    assert "没有这个地方" in caught.value.message.zh


def test_every_overlay_that_is_included_loads(law):
    from casecheck.checklist.limits import regions

    for name in regions(checklists_root()):
        assert with_region(law, checklists_root(), name).limits.local, name


def test_an_overlay_is_found_by_name_and_by_title(law, tmp_path: Path):
    root = tmp_path / "checklists"
    (root / "overlays" / "example").mkdir(parents=True)
    (root / "overlays" / "example" / "overlay.yml").write_text(OVERLAY, encoding="utf-8")
    for name in ("example", "示例省"):
        assert with_region(law, root, name).limits.on(PERSON, date(2024, 5, 1)).amount == 800_000
    with pytest.raises(CaseCheckError) as caught:
        with_region(law, root, "exampel")
    assert "example" in caught.value.message.zh
