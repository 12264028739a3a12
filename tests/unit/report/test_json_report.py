"""JSON version 1: its schema, its order, its bytes."""

import json
from importlib.resources import files

import jsonschema

from casecheck.model.verdict import Cause, Outcome
from casecheck.report.json_report import render
from tests.unit.findings import case, finding, quote, result, rule, run_of

A, B, C = rule("PROC-A"), rule("PROC-B"), rule("PROC-C")


def run():
    return run_of(
        [
            result(A, Outcome.DEFECT, finding(A, evidence=(quote("罚款伍万元"),))),
            result(B, Outcome.UNDETERMINED, finding(B, Outcome.UNDETERMINED, Cause.NOT_FOUND)),
            result(C, Outcome.PASS),
        ],
        [A, B, C],
    )


def test_it_fits_its_schema():
    schema = json.loads(files("casecheck.report.schemas").joinpath("report.json").read_text(encoding="utf-8"))
    for show_all in (False, True):
        jsonschema.validate(json.loads(render(run(), "zh", show_all=show_all)), schema)


def test_findings_hold_what_is_not_fine_unless_all_is_asked():
    def codes(**options):
        return [f["rule"] for f in json.loads(render(run(), "zh", **options))["dossiers"][0]["findings"]]

    assert codes() == ["PROC-A", "PROC-B"]
    assert codes(show_all=True) == ["PROC-A", "PROC-B", "PROC-C"]


def test_outcomes_count_rules_and_defects_count_findings():
    twice = finding(A, evidence=(quote("罚款伍万元"),)), finding(A, evidence=(quote("罚款"),))
    report = json.loads(render(run_of([result(A, Outcome.DEFECT, *twice)], [A]), "zh"))
    assert report["dossiers"][0]["summary"]["outcomes"]["defect"] == 1
    assert report["summary"]["defects"]["fatal"] == 2


def test_same_input_same_bytes():
    assert render(run(), "zh") == render(run(), "zh")


def test_half_a_surrogate_pair_from_a_broken_file_does_not_end_the_run():
    broken = run_of(
        [result(A, Outcome.DEFECT, finding(A, evidence=(quote("甲\ud800乙"),)))], [A], case(text="甲\ud800乙")
    )
    assert "甲?乙" in render(broken, "zh").decode()
