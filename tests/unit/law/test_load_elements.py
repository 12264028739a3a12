"""`law/elements/*.yml`: what is refused, with file, line and key; names that must exist; what the shipped files hold."""

import shutil
from pathlib import Path

import pytest

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.load_elements import check_elements
from casecheck.checklist.load_law import load_law
from casecheck.checklist.located import ChecklistError
from casecheck.checklist.place import checklists_root

COMMON = """\
papers:
  - {name: 主体证明, forms: [营业执照复印件, 其他材料]}
statements: [询问笔录]
elements:
  - {name: 违法主体, en: the party, sort: subject, alone: true, papers: [主体证明], says: [<当事人>]}
"""
FOOD = """\
violations:
  - name: 销售过期食品
    en: food past its shelf life
    provisions: [SPAQ-124-1-5]
    words: [过期]
    take: [违法主体]
    elements:
      - {name: 数量, en: how much, sort: amount, papers: [现场笔录], says: ["剩余|库存 + <数量>"], compare: [held]}
      - {name: 行为, en: the act, sort: act, papers: [主体证明, 询问笔录], says: [销售], finds: [出售], needed: false}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CASECHECK_NO_CACHE", "1")
    root = tmp_path / "checklists"
    shutil.copytree(checklists_root() / "law", root / "law", ignore=shutil.ignore_patterns("elements"))
    shutil.copytree(checklists_root() / "vocabulary", root / "vocabulary")
    return root


def written(root: Path, common: str = COMMON, food: str = FOOD) -> Path:
    folder = root / "law" / "elements"
    folder.mkdir(exist_ok=True)
    (folder / "common.yml").write_text(common, encoding="utf-8")
    (folder / "food.yml").write_text(food, encoding="utf-8")
    return root


def test_a_small_table_loads_and_the_folder_may_be_missing(root: Path) -> None:
    assert load_law(root).elements.violations == ()
    table = load_law(written(root)).elements
    (kind,) = table.violations
    assert [(e.name, e.papers, e.needed, e.alone) for e in kind.elements] == [
        ("违法主体", ("营业执照复印件", "其他材料"), True, True),
        ("行为", ("营业执照复印件", "其他材料", "询问笔录"), False, False),
        ("数量", ("现场笔录",), True, False),
    ]
    assert kind.elements[2].says == ((("剩余", "库存"), ("<数量>",)),)
    assert kind.elements[1].finds == ((("出售",),),)
    assert table.under(["SPAQ-124-1-5", "SPAQ-122-1"]) == (kind,)
    assert table.under(["SPAQ-122-1"]) == ()
    assert check_elements(root, load_vocabulary(root)) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("SPAQ-124-1-5", "SPAQ-124-1-55", "violations[0].provisions"),
        ("take: [违法主体]", "take: [违法主体人]", "violations[0].take"),
        ("name: 行为", "name: 数量", "violations[0].elements[1].name"),
        ("name: 行为", "name: 违法主体", "violations[0].elements[1].name"),
        ("<数量>", "<数额>", "violations[0].elements[0].says"),
        ("剩余|库存", "剩余||库存", "violations[0].elements[0].says"),
        ("sort: act", "sort: deed", "violations[0].elements[1].sort"),
        ("compare: [held]", "compare: [kept]", "violations[0].elements[0].compare[0]"),
        ("needed: false", "neded: false", "violations[0].elements[1].neded"),
    ],
)
def test_what_is_not_there_is_refused_with_its_place(root: Path, old: str, new: str, key: str) -> None:
    text = FOOD.replace(old, new, 1)
    assert text != FOOD
    with pytest.raises(ChecklistError) as refused:
        load_law(written(root, food=text))
    assert key in {error.key for error in refused.value.errors}
    assert all(error.file.endswith("law/elements/food.yml") and error.line > 1 for error in refused.value.errors)


@pytest.mark.parametrize(
    ("common", "food", "key"),
    [
        (COMMON.replace("forms: [营业执照复印件", "forms: [营业执照影印件"), FOOD, "papers[0].forms"),
        (COMMON.replace("statements: [询问笔录]", "statements: [谈话笔录]"), FOOD, "statements"),
        (COMMON, FOOD.replace("papers: [现场笔录]", "papers: [现场记录]"), "violations[0].elements[0].papers"),
    ],
)
def test_unknown_papers_are_refused(root: Path, common: str, food: str, key: str) -> None:
    load_law(written(root, common, food))
    assert [e.key for e in check_elements(root, load_vocabulary(root))] == [key]
