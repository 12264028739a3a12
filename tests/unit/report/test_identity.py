"""当事人身份对照表 as a person and as a program see it."""

import json
from importlib.resources import files
from io import StringIO
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len
from rich.console import Console

from casecheck.model.rule import Json
from casecheck.model.words import Language
from casecheck.report.identity_terminal import print_differences, print_identity
from casecheck.report.json_identity import identity_entry
from casecheck.report.screen import Screen
from casecheck.rules.identity.matrix import identity
from tests.rules.kit import case

SAME: dict[str, Json] = {
    "立案审批表.当事人": "青禾县味佳餐饮店",
    "立案审批表.身份证号": "990534198802030006",
    "行政处罚决定书.当事人": "青禾县味佳餐饮店",
    "行政处罚决定书.住所": "青禾县建设路12号",
}
UNLIKE: dict[str, Json] = {
    **SAME,
    "行政处罚决定书.当事人": "青禾县味嘉餐饮店",
    "立案审批表.统一社会信用代码": "92990534MA0ABCDE19",
}


def printed(facts: dict[str, Json], language: Language, *, full: bool) -> str:
    stream = StringIO()
    sheet = Screen(Console(file=stream, width=80, highlight=False, markup=False), language)
    (print_identity if full else print_differences)(identity(case(facts)), sheet)
    return stream.getvalue()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_stands_with_its_papers_within_80_columns(language: Language) -> None:
    text = printed(UNLIKE, language, full=True)
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    assert "青禾县味嘉餐饮店" in text
    assert "990534…0006" in text
    assert "19880203" not in text


def test_the_report_tells_only_what_differs_or_fails() -> None:
    assert printed(SAME, "zh", full=False) == ""
    text = printed(UNLIKE, "zh", full=False)
    assert "行政处罚决定书 [d02]" in text
    assert "不同，相差个别字" in text
    assert "校验不符" in text
    assert "建设路" not in text


def test_json_has_every_cell_with_its_place_and_fits_the_schema() -> None:
    entry: Any = identity_entry(identity(case(UNLIKE)))
    report = json.loads(files("casecheck.report.schemas").joinpath("report.json").read_text(encoding="utf-8"))
    own = report["properties"]["dossiers"]["items"]["properties"]["identity"]
    jsonschema.validate(entry, {**own, "$defs": report["$defs"]})
    (party,) = entry["parties"]
    rows = {row["item"]: row for row in party["rows"]}
    assert [(c["paper"], c["standing"], c["how"]) for c in rows["name"]["cells"]] == [
        ("立案审批表", "agrees", None),
        ("行政处罚决定书", "differs", "typo"),
    ]
    assert all(c["at"] for c in rows["name"]["cells"])
    assert rows["code"]["cells"][0]["valid"] is False
    assert rows["identity_number"]["value"] == "990534…0006"
