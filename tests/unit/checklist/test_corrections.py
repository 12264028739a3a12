"""`corrections.yml`: read strictly, every error at its place, and nothing that a hostile file can do."""

from datetime import date, datetime
from pathlib import Path

import pytest

from casecheck.checklist.corrections import MOST_BYTES, CorrectionsError, load_corrections
from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.place import checklists_root
from casecheck.model.correction import Correction, Written

SIGNED = "who: 顾青, when: 2024-05-06, why: 原件如此"


def load(folder: Path, text: str | bytes) -> tuple[Correction, ...]:
    path = folder / "corrections.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_corrections(path, "corrections.yml", load_vocabulary(checklists_root()))


def entry(folder: Path, text: str) -> tuple[Correction, ...]:
    return load(folder, f"corrections:\n  - {{{text}, {SIGNED}}}\n")


def complaints(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(CorrectionsError) as caught:
        load(folder, text)
    assert caught.value.exit_code == 2
    return list(caught.value.lines("en"))


@pytest.mark.parametrize(
    ("fact", "written", "value"),
    [
        ("行政处罚决定书.决定日期", "2023-09-08", date(2023, 9, 8)),
        ("现场笔录.检查开始", "2023-09-08 09:30", datetime(2023, 9, 8, 9, 30)),
        ("行政处罚决定书.罚款金额", "50000.05", 5000005),
        ("行政处罚决定书.罚款金额", "'5,000'", 500000),
        ("行政处罚决定书.当事人", "青禾店", "青禾店"),
        ("行政处罚决定书.复议前置", "false", False),
        ("延期审批.延长天数", "30", 30),
    ],
)
def test_a_value_is_read_as_facts_carry_it(tmp_path: Path, fact: str, written: str, value: Written) -> None:
    (found,) = entry(tmp_path, f"fact: {fact}, value: {written}")
    assert (found.fact, found.value, type(found.value)) == (fact, value, type(value))
    assert (found.number, found.line, found.who, found.when) == (1, 2, "顾青", date(2024, 5, 6))


@pytest.mark.parametrize(
    ("fact", "written"),
    [
        ("行政处罚决定书.决定日期", "2023-02-30"),
        ("行政处罚决定书.决定日期", "20230908"),
        ("现场笔录.检查开始", "2023-09-08"),
        ("行政处罚决定书.罚款金额", "五万元"),
        ("行政处罚决定书.罚款金额", "0.001"),
        ("行政处罚决定书.罚款金额", "'1e999'"),
        ("行政处罚决定书.罚款金额", "true"),
        ("行政处罚决定书.罚款金额", "'NaN'"),
        ("行政处罚决定书.当事人", "1.10"),
        ("行政处罚决定书.复议前置", "1"),
    ],
)
def test_a_value_of_another_type_is_refused_at_its_place(tmp_path: Path, fact: str, written: str) -> None:
    (line,) = complaints(
        tmp_path,
        f"corrections:\n  - fact: {fact}\n    value: {written}\n    {SIGNED.replace(', ', chr(10) + '    ')}\n",
    )
    assert line.startswith("corrections.yml:3:12: corrections[0].value: must be ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fact: 行政处罚决定书.决定日期", "give either value or absent"),
        ("fact: 行政处罚决定书.决定日期, value: 2023-09-08, absent: true", "give either value or absent"),
        ("fact: 行政处罚决定书.决定日其, value: 2023-09-08", 'did you mean "行政处罚决定书.决定日期"?'),
        ("fact: 当事人.名称, value: 青禾店", "correct the value of the paper"),
        ("document: d01", "each entry corrects one thing"),
        ("document: d01, form: 立案审批表, part_of: d02", "each entry corrects one thing"),
        ("form: 立案审批表", "missing: document"),
        ("document: d01, form: 立案审批", 'did you mean "立案审批表"?'),
        ("document: d01, form: 立案审批表, was: 现场笔录", "goes with fact only"),
        ("documents: d01, form: 立案审批表", 'unknown key; did you mean "document"?'),
        ("document: d01, form: 立案审批表, absent: false", "can only be true"),
    ],
)
def test_what_does_not_go_together_is_told(tmp_path: Path, text: str, told: str) -> None:
    lines = complaints(tmp_path, f"corrections:\n  - {{{text}, {SIGNED}}}\n")
    assert any(told in line for line in lines), lines


@pytest.mark.parametrize("missing", ["who", "when", "why"])
def test_who_when_and_why_are_needed(tmp_path: Path, missing: str) -> None:
    kept = ", ".join(part for part in SIGNED.split(", ") if not part.startswith(missing))
    (line,) = complaints(tmp_path, f"corrections:\n  - {{document: d01, form: 立案审批表, {kept}}}\n")
    assert line.endswith(f"missing: {missing}")


def test_all_errors_come_at_once(tmp_path: Path) -> None:
    text = f"corrections:\n  - {{form: 立案审批, {SIGNED}}}\n  - {{fact: 甲.乙, value: 1, {SIGNED}}}\n"
    assert [line.split(":")[1] for line in complaints(tmp_path, text)] == ["2", "2", "3"]


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\xff\xfe\x00",
        b"- 1",
        b"corrections: 7",
        b"corrections: []",
        b"corrections: [7, [], null]",
        b"corrections:\n  - {who: [1], when: {}, why: 3, fact: []}",
        b"a: &a [x]\nb: *a\n",
        b"a: &a [1,1,1]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\ncorrections: *c\n",
        b"corrections: !!python/object/apply:os.system [ls]",
        b"corrections: " + b"[" * 5000,
        b"x" * (MOST_BYTES + 1),
        (
            "corrections:\n" + "  - {document: d01, form: 立案审批表, who: 甲, when: 2024-05-06, why: 乙}\n" * 501
        ).encode(),
    ],
)
def test_a_hostile_file_is_refused_in_words(tmp_path: Path, hostile: bytes) -> None:
    lines = complaints(tmp_path, hostile)
    assert lines
    assert all(line.startswith("corrections.yml:") for line in lines)


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError):
        load_corrections(tmp_path / "nothing.yml", "nothing.yml", load_vocabulary(checklists_root()))


def test_papers_are_named_by_their_short_name_too(tmp_path: Path) -> None:
    (found,) = entry(tmp_path, "document: 立案审批表, form: 案件审核表")
    assert (found.document, found.form) == ("立案/不予立案审批表", "案件审核/法制审核表")
