"""Corrections as a user gives them: where the files lie, what reports show, and that nothing is loosened in silence."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.unit.cli.test_commands import DAY, ROOT, run

SAMPLE = ROOT / "samples" / "dossiers" / "simple-procedure.docx"
ENTRY = """corrections:
  - fact: 当场行政处罚决定书.当事人
    value: 青禾县味嘉餐饮店
    who: 顾青
    when: 2024-05-06
    why: 原件如此
"""


@pytest.fixture
def dossier(tmp_path):
    shutil.copy(SAMPLE, tmp_path / "案.docx")
    return tmp_path / "案.docx"


def told(*arguments, cwd):
    result = run("check", *arguments, *DAY, "--format", "json", cwd=cwd)
    report = json.loads(result.stdout)
    schema = json.loads(files("casecheck.report.schemas").joinpath("report.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    return report["dossiers"][0]


def test_the_file_beside_a_dossier_is_used_shown_and_left_aside_on_demand(dossier: Path) -> None:
    beside = dossier.with_name("案.docx.corrections.yml")
    beside.write_text(ENTRY, encoding="utf-8")
    case = told(dossier.name, cwd=dossier.parent)
    (entry,) = case["corrections"]
    assert (entry["applied"], entry["after"], entry["who"]) == (True, "青禾县味嘉餐饮店", "顾青")
    assert entry["before"]
    corrected = [f for f in case["facts"] if f["origin"] == "corrected"]
    assert [f["value"] for f in corrected] == ["青禾县味嘉餐饮店"]
    assert {c["rule"] for c in case["changed_by_corrections"]} >= {"FACT-PARTY-NAME"}
    assert all(f["corrections"] == [1] for f in case["findings"] if f["rule"] == "FACT-PARTY-NAME")
    shown = run("check", dossier.name, *DAY, cwd=dossier.parent, CASECHECK_LANG="en").stdout
    assert "Corrections" in shown
    assert "FACT-PARTY-NAME: pass -> " in shown
    short = run("check", dossier.name, *DAY, "--quiet", cwd=dossier.parent, CASECHECK_LANG="en").stdout
    assert "dossiers with corrections: 1; applied: 1, not applied: 0" in " ".join(short.split())
    plain = told(dossier.name, "--no-corrections", cwd=dossier.parent)
    assert plain["corrections"] == []
    assert not [f for f in plain["facts"] if f["origin"] == "corrected"]


def test_a_folder_has_its_own_file_and_one_that_holds_not_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "案卷"
    folder.mkdir()
    shutil.copy(SAMPLE, folder / "正卷.docx")
    (folder / "corrections.yml").write_text(ENTRY.replace("who:", "whom:"), encoding="utf-8")
    result = run("check", folder.name, *DAY, "--unit", "folder", cwd=tmp_path, CASECHECK_LANG="en")
    assert result.returncode == 3
    assert 'corrections.yml:4:5: corrections[0].whom: unknown key; did you mean "who"?' in " ".join(
        result.stdout.split()
    )
    (folder / "corrections.yml").write_text(ENTRY, encoding="utf-8")
    case = told(folder.name, "--unit", "folder", cwd=tmp_path)
    assert [c["applied"] for c in case["corrections"]] == [True]


def test_a_file_given_by_name_must_hold_and_goes_with_one_dossier(dossier: Path) -> None:
    given = dossier.with_name("更正.yml")
    given.write_text(ENTRY, encoding="utf-8")
    assert told(dossier.name, "--corrections", given.name, cwd=dossier.parent)["corrections"]
    several = run("check", dossier, SAMPLE, *DAY, "--corrections", given)
    assert several.returncode == 2
    given.write_text("corrections: 7", encoding="utf-8")
    wrong = run("check", dossier, *DAY, "--corrections", given, CASECHECK_LANG="en")
    assert wrong.returncode == 2
    assert ":1:14: corrections: expected a list" in wrong.stderr


def test_corrections_in_a_folder_of_several_dossiers_are_reported(tmp_path: Path) -> None:
    for name in ("no-filing-faults.docx", "simple-procedure.docx"):
        shutil.copy(SAMPLE.with_name(name), tmp_path / name)
    (tmp_path / "corrections.yml").write_text(ENTRY, encoding="utf-8")
    result = run("check", tmp_path, *DAY, "--fail-on", "never", "--quiet", CASECHECK_LANG="en")
    assert result.returncode == 3
    assert result.stdout.count("FILE.corrections.yml") == 1
