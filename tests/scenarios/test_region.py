"""The region that a folder's `dossier.yaml` names: it may choose among the overlays that come with the checklists, no more."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from casecheck.checklist import limits
from casecheck.model.report import CaseReport
from casecheck.run import check
from casecheck.settings import Settings

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "dossiers"
NAME = "重大案件.单位罚款"


def overlay(folder: Path, title: str, yuan: int) -> Path:
    folder.mkdir(parents=True)
    text = f"title: {{zh: {title}, en: {folder.name}}}\nlimits:\n  - name: {NAME}\n    values:\n"
    text += f"      - {{yuan: {yuan}, from: 2022-01-01, basis: [{title}规定 第三条]}}\n"
    (folder / limits.FILE).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Overlays as if they came with the checklists."""
    monkeypatch.setattr(limits, "FOLDER", str(tmp_path / "shipped"))
    overlay(tmp_path / "shipped" / "shili", "示例省", 20000)
    return overlay(tmp_path / "own", "自定地方", 30000)


def report(tmp_path: Path, stated: str, region: str | None = None) -> CaseReport:
    folder = tmp_path / "case"
    folder.mkdir()
    shutil.copy(SAMPLES / "simple-procedure.docx", folder)
    (folder / "dossier.yaml").write_text(f"region: {stated}\n", encoding="utf-8")
    return check([folder], Settings(as_of=date(2026, 11, 22), region=region, ignore=("FMT",))).cases[0]


def applied(case: CaseReport) -> tuple[str | None, str]:
    found = next(p for p in case.parameters if p.name == NAME)
    return found.value, found.region.zh if found.region else ""


@pytest.mark.parametrize("stated", ["shili", "示例省"])
def test_the_region_of_the_dossier_is_applied_and_told(tmp_path, shipped, stated):
    case = report(tmp_path, stated)
    assert applied(case) == ("20000.00", "示例省")
    assert case.region is not None
    assert (case.region.title.zh, case.region.stated_by) == ("示例省", "dossier")
    assert not case.case.dossier.problems


def test_the_command_line_wins(tmp_path, shipped):
    case = report(tmp_path, "shili", str(shipped))
    assert applied(case) == ("30000.00", "自定地方")
    assert case.region is not None
    assert (case.region.name, case.region.stated_by) == ("own", "option")


@pytest.mark.parametrize("own_folder", [False, True])
def test_a_region_without_an_overlay_is_one_problem_and_the_national_values_apply(tmp_path, shipped, own_folder):
    case = report(tmp_path, str(shipped) if own_folder else "远方省")
    assert applied(case)[1] == ""
    assert [p.kind for p in case.case.dossier.problems] == ["region-not-known"]
    assert case.region is not None
    assert case.region.title is None
    assert any(f.rule for f in case.results)
