"""`law/*.yml`: what is refused, with file, line and key, all at once."""

import pickle
import shutil
from datetime import date
from pathlib import Path

import pytest

from casecheck.checklist.load_law import load_law
from casecheck.checklist.located import ChecklistError
from casecheck.law.book import LawBook

from .conftest import CHECKLISTS

STATUTES = """\
statutes:
  - key: SL
    title: 中华人民共和国示例法
    short: [示例法]
    kind: law
    versions:
      - {label: '2018', from: 2018-01-01, to: 2019-12-31, articles: 3}
      - {label: '2020', from: 2020-01-01, articles: 3, shapes: '1-2:1 3:1(4)'}
"""
LIMITS = """\
limits:
  - name: 示例.期限
    zh: 示例
    en: example
    values:
      - {length: 3 working, from: 2018-01-01, to: 2019-12-31, basis: [示例法 第一条]}
      - {length: 5 working, from: 2020-01-01, basis: [示例法 第一条]}
"""
PENALTIES = """\
provisions:
  - id: SL-3
    law: SL
    article: 3
    from: 2020-01-01
    conduct: 示例
    fines:
      - {min: 0.5, max: 200}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "checklists"
    folder = root / "law"
    folder.mkdir(parents=True)
    for name, text in (("statutes", STATUTES), ("limits", LIMITS), ("penalties", PENALTIES)):
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASECHECK_NO_CACHE", "1")


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / "law" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def errors(root: Path) -> list[str]:
    with pytest.raises(ChecklistError) as caught:
        load_law(root)
    assert caught.value.exit_code == 2
    return list(caught.value.details)


def test_a_small_law_book_loads(root: Path) -> None:
    law = load_law(root)
    assert law.penalties.provision("SL-3").tiers[0].minimum == 50
    assert law.limits.on("示例.期限", date(2020, 1, 1)) is not None


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "what"),
    [
        ("statutes.yml", "kind: law", "kind: laws", "checklists/law/statutes.yml:5:11: statutes[0].kind", "laws"),
        ("statutes.yml", "3:1(4)", "3:1(4", "statutes[0].versions[1].shapes", "3:1(4"),
        ("statutes.yml", "1-2:1 3:1(4)", "1-2:1", "statutes[0].versions[1].shapes", "every article"),
        ("statutes.yml", "to: 2019-12-31", "to: 2020-12-31", "statutes[0].versions", "overlap"),
        ("statutes.yml", "to: 2019-12-31", "to: 2017-12-31", "statutes[0].versions[0].to", "before"),
        ("statutes.yml", "from: 2018-01-01", "from: 2018-02-30", "statutes[0].versions[0].from", "2018-02-30"),
        (
            "limits.yml",
            "5 working",
            "5 days",
            "checklists/law/limits.yml:7:18: limits[0].values[1].length",
            "working calendar",
        ),
        ("limits.yml", "from: 2020", "from: 2019", "limits[0].values[1].from", "overlaps"),
        ("limits.yml", "length: 5 working", "length: 5 working, yuan: 3", "limits[0].values[1]", "exactly one"),
        ("penalties.yml", "law: SL", "law: XX", "checklists/law/penalties.yml:3:10: provisions[0].law", "XX"),
        ("penalties.yml", "max: 200", "max: 0.2", "provisions[0].fines[0].max", "less than"),
        ("penalties.yml", "min: 0.5", "min: 0.555", "provisions[0].fines[0].min", "decimals"),
        ("penalties.yml", "conduct: 示例", "conduct: 示例\n    when: 1", "provisions[0].when", "unknown key"),
        ("penalties.yml", "    article: 3\n", "", "provisions[0]", "article"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(root: Path, file: str, old: str, new: str, where: str, what: str) -> None:
    change(root, file, old, new)
    told = errors(root)
    assert len(told) == 1, told
    assert where in told[0]
    assert what in told[0]


def test_a_misspelt_key_gets_a_hint(root: Path) -> None:
    change(root, "statutes.yml", "kind: law", "knd: law")
    assert errors(root) == [
        "checklists/law/statutes.yml:2:5: statutes[0]: missing: kind",
        'checklists/law/statutes.yml:5:5: statutes[0].knd: unknown key; did you mean "kind"?',
    ]


def test_a_name_or_an_id_stands_once(root: Path) -> None:
    change(root, "penalties.yml", "provisions:\n", "provisions:\n" + PENALTIES.removeprefix("provisions:\n"))
    change(root, "limits.yml", "limits:\n", "limits:\n" + LIMITS.removeprefix("limits:\n"))
    twin = STATUTES.removeprefix("statutes:\n").replace("key: SL", "key: SM")
    change(root, "statutes.yml", "statutes:\n", "statutes:\n" + twin)
    told = errors(root)
    assert any("SL-3 is there already" in line for line in told)
    assert any("示例.期限 is there already" in line for line in told)
    assert any("belongs to SM" in line for line in told)


def test_errors_of_all_files_come_at_once(root: Path) -> None:
    change(root, "statutes.yml", "kind: law", "kind: laws")
    change(root, "limits.yml", "5 working", "5 days")
    (root / "law" / "penalties.yml").unlink()
    files = {line.split(":")[0] for line in errors(root)}
    assert files == {f"checklists/law/{name}.yml" for name in ("statutes", "limits", "penalties")}


def test_a_holiday_notice_makes_its_year_known(root: Path) -> None:
    folder = root / "law" / "holidays"
    folder.mkdir()
    notice = "year: 2027\nsource: 示例通知\ndays_off: [2027-01-01]\nmake_up_days: [2027-01-09]\n"
    (folder / "2027.yml").write_text(notice, encoding="utf-8")
    calendar = load_law(root).calendar
    assert calendar.is_working(date(2027, 1, 1)) is False
    assert calendar.is_working(date(2027, 1, 9)) is True
    (folder / "2027.yml").write_text(notice.replace("2027-01-09", "2026-01-09"), encoding="utf-8")
    assert "is not in 2027" in errors(root)[0]


def test_the_shipped_law_survives_the_compiled_cache(law: LawBook) -> None:
    assert pickle.loads(pickle.dumps(law)) == law  # noqa: S301


def test_the_shipped_law_is_refused_when_a_statute_is_missing(tmp_path: Path) -> None:
    shutil.copytree(CHECKLISTS / "law", tmp_path / "law")
    change(tmp_path, "statutes.yml", "key: SPAQ", "key: SPAX")
    assert all("SPAQ" in line for line in errors(tmp_path))
