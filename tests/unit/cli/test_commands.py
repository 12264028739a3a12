"""The commands as a user runs them."""

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[3]
CLEAN = ROOT / "samples" / "dossiers" / "food-expired.docx"
DEFECTIVE = ROOT / "samples" / "dossiers" / "false-advertising"
DAY = ("--as-of", "2026-11-22")


def run(*arguments, cwd=ROOT, **environment):
    import os

    env = {k: v for k, v in os.environ.items() if k not in ("CASECHECK_LANG", "NO_COLOR")}
    env |= {"PYTHONUTF8": "1", "LANG": "C.UTF-8", **environment}
    env.pop("LC_ALL", None)
    program = "from casecheck.cli.app import main; main()"
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, env=env, check=False)


def test_clean_dossier_exits_0_and_defective_exits_1():
    assert run("check", CLEAN, *DAY).returncode == 0
    bad = run("check", DEFECTIVE, *DAY)
    assert bad.returncode == 1
    assert "PROC-NOTICE-WAIT" in bad.stdout
    assert run("check", DEFECTIVE, *DAY, "--fail-on", "never").returncode == 0


def test_select_and_ignore_take_prefixes():
    chosen = json.loads(run("check", CLEAN, *DAY, "--format", "json", "--select", "PROC-SERVE", "--all").stdout)
    codes = {f["rule"] for f in chosen["dossiers"][0]["findings"]}
    assert codes
    assert all(code.startswith("PROC-SERVE") for code in codes)
    without = json.loads(run("check", CLEAN, *DAY, "--format", "json", "--ignore", "PROC,FMT", "--all").stdout)
    assert not any(f["rule"].startswith(("PROC", "FMT")) for f in without["dossiers"][0]["findings"])


def test_json_fits_its_schema_and_names_no_absolute_path(tmp_path):
    schema = json.loads(files("casecheck.report.schemas").joinpath("report.json").read_text(encoding="utf-8"))
    first = run("check", CLEAN, *DAY, "--format", "json", cwd=tmp_path)
    jsonschema.validate(json.loads(first.stdout), schema)
    assert str(ROOT) not in first.stdout
    assert first.stdout == run("check", CLEAN, *DAY, "--format", "json", cwd=tmp_path, PYTHONHASHSEED="7").stdout


def test_output_writes_a_second_report(tmp_path):
    target = tmp_path / "report.json"
    shown = run("check", CLEAN, *DAY, "--output", f"json={target}")
    assert shown.returncode == 0
    assert json.loads(target.read_text(encoding="utf-8"))["schema_version"] == "1"
    assert "结论" in shown.stdout


def test_an_unwritable_output_is_a_usage_error(tmp_path):
    result = run("check", CLEAN, *DAY, "--output", f"json={tmp_path}/none/report.json")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "x", "--fail-on", "grave"),
        ("check", CLEAN, "--as-of", "yesterday"),
        ("explain", "NO-RULE"),
        ("schema", "none"),
    ],
)
def test_wrong_usage_is_2_without_a_traceback(arguments):
    result = run(*arguments)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_nothing_to_read_is_3(tmp_path):
    assert run("check", tmp_path, *DAY).returncode == 3
    missing = run("check", tmp_path / "none.docx", *DAY)
    assert missing.returncode == 3
    assert "none.docx" in missing.stdout


def test_a_broken_file_costs_itself_only(tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 not a package")
    both = run("check", broken, CLEAN, *DAY, "--format", "json")
    assert both.returncode == 3
    report = json.loads(both.stdout)
    assert report["summary"]["unreadable"] == 1
    clean = next(d for d in report["dossiers"] if d["path"].endswith("food-expired.docx"))
    assert clean["summary"]["outcomes"]["pass"] > 10


def test_language_by_flag_environment_and_locale():
    assert "Conclusion" in run("check", CLEAN, *DAY, "--lang", "en").stdout
    assert "Conclusion" in run("check", CLEAN, *DAY, CASECHECK_LANG="en").stdout
    assert "Conclusion" in run("check", CLEAN, *DAY, LANG="en_GB.UTF-8").stdout
    assert "结论" in run("check", CLEAN, *DAY, LANG="de_DE.UTF-8").stdout


def test_facts_text_explain_rules_schema():
    facts = json.loads(run("facts", CLEAN, "--format", "json").stdout)["dossiers"][0]
    assert any(f["name"] == "行政处罚决定书.决定日期" for f in facts["facts"])
    assert "行政处罚决定书" in run("facts", CLEAN).stdout
    text = json.loads(run("text", CLEAN, "--format", "json").stdout)
    assert any("行政处罚决定书" in b["text"] for b in text["files"][0]["blocks"])
    assert "行政处罚决定书" in run("text", CLEAN).stdout
    explained = run("explain", "proc-notice-wait").stdout
    for part in ("《行政处罚法》", "第六十二条", "缺陷", "通过"):
        assert part in explained
    listed = json.loads(run("rules", "--format", "json").stdout)["rules"]
    assert {"code", "title", "principle", "severity", "level"} <= set(listed[0])
    assert json.loads(run("schema", "report").stdout)["title"]
    near = run("explain", "PROC-NOTICE-WAITS").stderr
    assert "PROC-NOTICE-WAIT" in near


def test_a_console_that_lacks_characters_is_served():
    assert run("check", CLEAN, *DAY, PYTHONUTF8="0", PYTHONIOENCODING="ascii").returncode == 0


@pytest.mark.parametrize(
    "choice", [("--select", "NOPE"), ("--ignore", "NOPE"), ("--ignore", "PROC,FACT,HAND,EVID,FMT,RISK")]
)
def test_a_choice_that_picks_nothing_is_wrong_usage(choice):
    assert run("check", CLEAN, *DAY, *choice).returncode == 2


def test_codes_may_be_written_small_and_a_part_of_the_rules_gives_no_conclusion():
    report = json.loads(run("check", DEFECTIVE, *DAY, "--select", "fact-uscc", "--format", "json").stdout)
    assert report["checklists"][0]["rules"] >= 2
    assert report["dossiers"][0]["summary"]["conclusion"] is None


def test_a_report_never_replaces_a_paper(tmp_path):
    paper = tmp_path / "案卷.docx"
    paper.write_bytes(CLEAN.read_bytes())
    assert run("check", tmp_path, *DAY, "--output", f"json={paper}").returncode == 2
    assert paper.read_bytes() == CLEAN.read_bytes()


def test_a_file_name_cannot_write_a_line_of_the_report(tmp_path):
    (tmp_path / "a\x1b[2J\n::error::forged.docx").write_bytes(b"nothing")
    (tmp_path / "b.docx").write_bytes(CLEAN.read_bytes())
    shown = run("check", tmp_path, *DAY)
    assert "forged" in shown.stdout
    assert not any(line.strip().startswith("::error") for line in shown.stdout.splitlines())
    assert "\x1b" not in shown.stdout


def test_a_dossier_cannot_call_itself_earlier_than_its_papers_show(tmp_path):
    folder = tmp_path / "案卷"
    folder.mkdir()
    (folder / "全卷.docx").write_bytes(CLEAN.read_bytes())
    (folder / "dossier.yaml").write_text("stage: investigation\n", encoding="utf-8")
    report = json.loads(run("check", folder, *DAY, "--format", "json").stdout)
    assert report["dossiers"][0]["stage"] == "closing"


def test_a_file_that_crashes_the_reader_costs_itself_only(tmp_path):
    from tests.hostile.crafted import form_that_draws_itself

    (tmp_path / "1.pdf").write_bytes(form_that_draws_itself())
    report = json.loads(run("check", tmp_path / "1.pdf", CLEAN, *DAY, "--format", "json").stdout)
    assert [p["kind"] for p in report["dossiers"][0]["read"]["problems"]] == ["reader-killed"]
    assert report["dossiers"][1]["summary"]["conclusion"] == "agree"


def test_a_region_is_named_in_the_report_and_an_unknown_one_refused(tmp_path):
    text = "title: {zh: 示例省, en: Example}\nlimits:\n  - name: 重大案件.单位罚款\n    values:\n"
    text += "      - {yuan: 20000, from: 2022-01-01, basis: [示例省规定 第三条]}\n"
    (tmp_path / "overlay.yml").write_text(text, encoding="utf-8")
    report = json.loads(run("check", CLEAN, *DAY, "--region", tmp_path, "--format", "json", "--lang", "zh").stdout)
    applied = {p["name"]: (p["value"], p["region"]) for p in report["dossiers"][0]["parameters"]}
    assert applied["重大案件.单位罚款"] == ("20000.00", "示例省")
    assert applied["听证.单位罚款"] == ("100000.00", None)
    refused = run("check", CLEAN, *DAY, "--region", "nowhere", "--lang", "en")
    assert refused.returncode == 2
    assert "nowhere" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_the_package_runs_as_a_module():
    shown = subprocess.run([sys.executable, "-m", "casecheck", "--help"], capture_output=True, check=False)
    assert shown.returncode == 0
