"""The time-limit ledger as a person and as a program see it."""

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from io import StringIO

import jsonschema
from rich.cells import cell_len
from rich.console import Console

from casecheck.model.clock import Clock, ClockState
from casecheck.model.rule import Json
from casecheck.report.clocks_terminal import print_clocks, print_ledger
from casecheck.report.json_report import render
from casecheck.report.screen import Screen
from casecheck.rules.clocks.ledger import ledger
from tests.rules.kit import case, knowledge
from tests.unit.findings import run_of

FACTS: dict[str, Json] = {
    "案件来源登记表.发现日期": "2023-04-20",
    "立案审批表.批准日期": "2023-05-10",
    "检验期间告知书.期间起": "2023-05-20",
    "检验期间告知书.期间止": "2023-05-29",
    "行政处罚告知书.送达日期": "2023-07-03",
    "行政处罚决定书.决定日期": "2023-09-08",
    "行政处罚决定书.送达日期": "2023-09-12",
}


def clocks(facts: dict[str, Json] | None = None, as_of: date = date(2023, 9, 20)) -> tuple[Clock, ...]:
    return ledger(case(FACTS if facts is None else facts), knowledge()[1], as_of)


def screen(language: str = "zh") -> tuple[Screen, StringIO]:
    stream = StringIO()
    return Screen(Console(file=stream, width=80, highlight=False, markup=False), language), stream  # type: ignore[arg-type]


def short(found: tuple[Clock, ...], language: str = "zh") -> str:
    sheet, stream = screen(language)
    print_clocks(found, sheet)
    return stream.getvalue()


def test_the_report_tells_what_was_not_kept_first_and_counts_the_rest() -> None:
    text = short(clocks()).replace("\n    ", "")
    lines = [line for line in text.splitlines() if line.startswith("  - ")]
    assert lines[0].startswith("  - 办案期限（未遵守）：2023-05-10 + 90日 + 不计入 10 日 = 2023-08-18")
    assert "超过 21 日" in lines[0]
    assert lines[0].endswith("[PROC-DECISION-90D]")
    assert [line[4:].partition("（")[0] for line in lines[1:]] == ["缴款期限", "公示期限", "核查期限"]
    assert "尚余 7 日" in lines[1]
    assert "其余2项已遵守" in text


def test_the_report_says_nothing_of_periods_where_none_matters() -> None:
    assert short(()) == ""
    kept = tuple(c for c in clocks() if c.name == "陈述申辩期限")
    assert [c.state for c in kept] == [ClockState.MET]
    assert short(kept) == ""


def test_a_period_of_which_the_file_has_only_the_start_is_not_told_of_outward_papers() -> None:
    subject = case({"行政处罚决定书.决定日期": "2023-05-08"}, scope="document")
    found = ledger(subject, knowledge()[1], date(2023, 9, 20))
    assert [c.state for c in found if c.name == "公示期限"] == [ClockState.UNCLEAR]
    assert "公示期限" not in short(found)


def test_the_report_in_english_keeps_the_chinese_name_and_fits_the_screen() -> None:
    text = short(clocks(), "en")
    assert "办案期限 time to decide (not kept): 2023-05-10 + 90 d" in text
    assert all(cell_len(line) <= 80 for line in text.splitlines())


def test_the_ledger_shows_every_period_with_its_facts_and_its_basis() -> None:
    sheet, stream = screen()
    print_ledger(clocks(), sheet, several=True)
    text = "".join(line.strip() for line in stream.getvalue().splitlines())
    assert "起：立案审批表.批准日期 2023-05-10" in text
    assert "止：行政处罚决定书.决定日期 2023-09-08" in text
    assert "扣除、延长：检验期间告知书.期间起 2023-05-20" in text
    assert "依据：行政处罚法 第六十条" in text


def test_what_could_not_be_reckoned_is_shown_with_its_reason() -> None:
    sheet, stream = screen()
    print_ledger(clocks({"行政处罚决定书.决定日期": "2023-09-08"}), sheet, several=False)
    assert "办案期限（无法计算）：立案审批表.批准日期：所给材料中没有" in stream.getvalue()


def test_json_has_the_keys_of_the_contract_first_and_fits_its_schema() -> None:
    subject = case({k: v for k, v in FACTS.items() if k != "案件来源登记表.发现日期"})
    run = run_of([], [], subject)
    found = ledger(subject, knowledge()[1], date(2023, 9, 20))
    run = replace(run, cases=(replace(run.cases[0], clocks=found),))
    document = json.loads(render(run, "zh"))
    schema = json.loads(files("casecheck.report.schemas").joinpath("report.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    dossier = document["dossiers"][0]
    (entry,) = [c for c in dossier["clocks"] if c["name"] == "办案期限"]
    assert list(entry.items())[:8] == [
        ("name", "办案期限"), ("start", "2023-05-10"), ("due", "2023-08-18"), ("actual", "2023-09-08"), ("slack", -21),
        ("unit", "calendar"), ("suspended", 10), ("rule", "PROC-DECISION-90D"),
    ]  # fmt: skip
    assert [c["name"] for c in dossier["clocks_not_reckoned"]] == ["核查期限"]
    assert all(c["start"] and c["due"] for c in dossier["clocks"])
