"""办案步骤, 送达一览 and 办案人员 as a person and as a program see them."""

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from io import StringIO

import jsonschema
import pytest
from rich.cells import cell_len
from rich.console import Console

from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.words import Language
from casecheck.report.amounts_terminal import print_amounts
from casecheck.report.json_report import render
from casecheck.report.people_terminal import print_people
from casecheck.report.screen import Screen
from casecheck.report.service_terminal import print_services, print_windows
from casecheck.report.steps_terminal import print_replay, print_steps
from casecheck.rules.amount_table.table import amounts
from casecheck.rules.clocks.ledger import ledger
from casecheck.rules.passport.service import services
from casecheck.rules.people.people import people
from casecheck.rules.steps.replay import replay
from tests.rules.kit import case, knowledge
from tests.unit.findings import run_of

FACTS: dict[str, Json] = {
    "案件来源登记表.发现日期": "2023-05-04",
    "立案审批表.批准日期": "2023-05-10",
    "案件调查终结报告.日期": "2023-05-09",
    "行政处罚告知书.日期": "2023-06-15",
    "行政处罚告知书.送达日期": "2023-06-16",
    "行政处罚决定书.决定日期": "2023-06-19",
    "行政处罚决定书.送达日期": "2023-06-20",
    "送达回证.送达方式": "直接送达",
    "送达回证.收件人": "方知行",
    "送达回证.送达日期": "2023-06-20",
    "当事人.法定代表人": "方知行",
    "现场笔录.检查人员": ["柳青禾", "卓琳"],
    "现场笔录.检查开始": "2023-05-06 09:00",
    "现场笔录.检查结束": "2023-05-06 10:30",
    "集体讨论记录.参加人员": "卓琳",
    "行政处罚决定书.罚款金额": 550,
    "集体讨论记录.罚款金额": 500,
}
DAY = date(2023, 7, 1)


def subject() -> CaseFacts:
    text = "行政处罚决定书，货值金额为3箱×12.50元/箱=37.50元，违法所得37.50元，罚款伍佰元整（￥550.00）。"
    return case(FACTS, {"form": "行政处罚决定书", "text": text, "served_by": True})


def printed(language: Language, *, full: bool) -> str:
    stream = StringIO()
    sheet = Screen(Console(file=stream, width=80, highlight=False, markup=False), language)
    law = knowledge()[1]
    clocks = ledger(subject(), law, DAY)
    steps, service = replay(subject(), law, clocks), services(subject(), law, clocks)
    if full:
        print_replay(steps, sheet)
        print_services(service, sheet)
        print_people(people(subject()), sheet)
        print_amounts(amounts(subject()), sheet, several=False)
    else:
        print_steps(steps, sheet)
        print_windows(service, sheet)
    return stream.getvalue()


def test_the_report_tells_only_what_is_out_of_order_missing_or_next_and_the_open_windows() -> None:
    lines = printed("zh", full=False).replace("\n    ", " ").splitlines()
    assert [line for line in lines if line.startswith("  - ")] == [
        "  - 调查终结 2023-05-09（过早）：早于立案 2023-05-10；最早 2023-05-10 [PROC-TIME-LINE]",
        "  - 审核（缺失）：案卷中未见，而后续步骤已经进行；最早 2023-05-10",
        "  - 批准处理决定（缺失）：案卷中未见，而后续步骤已经进行；最早 2023-06-16",
        "  - 作出决定 2023-06-19（过早）：陈述申辩期限尚未届满；最早 2023-06-27 [PROC-NOTICE-WAIT]",
        "  - 结案（下一步）：最早 2023-06-20",
        "  - 复议申请期限 2023-06-21 至 2023-08-21（尚余 51 日）",
        "  - 起诉期限 2023-06-21 至 2023-12-20（尚余 172 日）",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_tables_fit_eighty_columns(language: Language) -> None:
    text = printed(language, full=True) + printed(language, full=False)
    assert all(cell_len(line) <= 80 for line in text.splitlines())


def test_the_reading_shows_every_step_with_its_days() -> None:
    text = printed("en", full=True)
    assert "2023-05-10  case filed (in order)" in text
    assert "----------  review (missing)" in text
    assert "investigator: 现场笔录 [" in text and "2023-05-06 09:00–10:30" in text
    assert "! 卓琳 investigated (现场笔录) and took part in the leaders' discussion" in text
    assert "taken by: 方知行 (legal representative or operator)" in text


def test_all_tables_are_in_the_json_report_and_fit_its_schema() -> None:
    law = knowledge()[1]
    clocks = ledger(subject(), law, DAY)
    run = run_of([], [], subject())
    own = replace(
        run.cases[0], steps=replay(subject(), law, clocks), service=services(subject(), law, clocks), clocks=clocks
    )
    own = replace(own, people=people(subject()), amounts=amounts(subject()))
    document = json.loads(render(replace(run, cases=(own,)), "zh"))
    schema = json.loads(files("casecheck.report.schemas").joinpath("report.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    dossier = document["dossiers"][0]
    made = next(s for s in dossier["steps"][0]["steps"] if s["name"] == "作出决定")
    assert (made["state"], made["earliest"], made["rule"]) == ("early", "2023-06-27", "PROC-NOTICE-WAIT")
    assert made["facts"][0]["name"] == "行政处罚决定书.决定日期"
    entry = next(s for s in dossier["service"] if s["paper"] == "行政处罚决定书")
    assert (entry["manner"], entry["days"], entry["standing"]) == ("direct", ["2023-06-20"], "representative")
    assert [(p["name"], len(p["appearances"])) for p in dossier["people"]["persons"]] == [("柳青禾", 1), ("卓琳", 2)]
    assert dossier["people"]["remarks"][0]["rule"] == "PROC-COLLECTIVE-NOVOTE"
    sums = dossier["amounts"]
    assert [k["name"] for k in sums["kinds"]] == ["罚款", "违法所得"]
    assert [(c["measure"]["value"], c["other"]["value"], c["agreement"]) for c in sums["comparisons"]] == [
        ("550.00", "500.00", "differs")
    ]
    assert [(w["sort"], w["computed"], w["result"]) for w in sums["reckonings"]] == [
        ("formula", "37.5", "ok"),
        ("capitals", "500.00", "differs"),
    ]


def test_the_reading_shows_every_sum_and_what_does_not_agree() -> None:
    text = printed("en", full=True).replace("\n      ", " ")
    assert "= 行政处罚决定书 [d01] 550.00 / 集体讨论记录 [d09] 500.00: differs [FACT-AMOUNT-SAME]" in text
    assert "3箱×12.50元/箱 = 37.50元 (right)" in text
    assert "伍佰元整 = 550.00 (differs, comes to 500.00) [FACT-AMOUNT-CAPS]" in text
