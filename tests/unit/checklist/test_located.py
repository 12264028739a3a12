"""Strict YAML: every value has a place, every surprise is refused, all errors come at once."""

from pathlib import Path

import pytest

from casecheck.checklist.located import ChecklistError, Mark, did_you_mean, parse_yaml, read_yaml


def complaints(text: str) -> list[str]:
    return [error.text("en") for error in parse_yaml(text, "f.yml")[1]]


def test_keys_and_values_have_their_places() -> None:
    located, errors = parse_yaml("甲:\n  乙: [1, 二]\n", "f.yml")
    assert not errors
    assert located.value == {"甲": {"乙": [1, "二"]}}
    assert located.mark(("甲", "乙"), key=True) == Mark(2, 3)
    assert located.mark(("甲", "乙", 1)) == Mark(2, 10)
    assert located.mark(("甲", "乙", 7, "x")) == Mark(2, 6)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("null", None),
        ("12", 12),
        ("-3", -3),
        ("1.50", 1.5),
        ("2023-09-08", "2023-09-08"),
        ("'yes'", "yes"),
        ('"0123"', "0123"),
        ("2023年5月", "2023年5月"),
        ("5个工作日", "5个工作日"),
        ("$告知.期限", "$告知.期限"),
        ("91110000600037341L", "91110000600037341L"),
        ("110101199001011237000", "110101199001011237000"),
    ],
)
def test_plain_values(written: str, value: object) -> None:
    located, errors = parse_yaml(f"a: {written}", "f.yml")
    assert (located.value, errors) == ({"a": value}, ())


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "True",
        "~",
        "12:30",
        "1:30:00",
        "0123",
        "007",
        "0x1F",
        "1_000",
        "1e3",
        ".5",
        "+1",
        ".inf",
    ],
)
def test_what_other_readers_would_take_for_something_else_must_be_quoted(written: str) -> None:
    errors = complaints(f"a: {written}")
    assert len(errors) == 1
    assert errors[0].startswith("f.yml:1:4: a: ")
    assert "quotes" in errors[0]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yml:3:1: a: duplicate key (first in line 1)"),
        ("a: &x 1\n", "f.yml:1:4: a: anchors (&) are not allowed"),
        ("a: !!str 1\n", "f.yml:1:4: a: tags (!) are not allowed"),
        ("<<: {a: 1}\n", "f.yml:1:1: <<: merge keys (<<) are not allowed"),
        ("? [a]\n: 1\n", "f.yml:1:3: a key must be text"),
        ("", "f.yml:1:1: the file is empty"),
        ("a: 1\n---\nb: 1\n", "f.yml:2:1: a file holds one document only (---)"),
    ],
)
def test_what_is_refused(text: str, error: str) -> None:
    assert complaints(text) == [error]


def test_aliases_are_refused_before_they_are_followed() -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    errors = complaints(bomb)
    assert sum("aliases" in e for e in errors) == 16


def test_all_errors_come_at_once() -> None:
    assert len(complaints("a: yes\na: 12:30\nb: 0123\n")) == 4


def test_broken_yaml_tells_where() -> None:
    errors = complaints("a: [1,\nb: }\n")
    assert len(errors) == 1
    assert errors[0].startswith("f.yml:2:")


def test_nesting_has_an_end() -> None:
    assert "nested" in complaints("[" * 500 + "]" * 500)[0]


def test_a_file_that_is_not_utf8_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes("案由: 甲".encode("gbk"))
    assert "cannot be read" in read_yaml(path, "f.yml")[1][0].message.en
    assert "cannot be read" in read_yaml(tmp_path / "none.yml", "none.yml")[1][0].message.en


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes("\ufeffa: 1".encode())
    assert read_yaml(path, "f.yml")[0].value == {"a": 1}


def test_errors_are_said_in_both_languages_and_in_order() -> None:
    errors = [*parse_yaml("b: yes", "z.yml")[1], *parse_yaml("b: yes", "a.yml")[1]]
    problem = ChecklistError(errors)
    assert problem.exit_code == 2
    assert [line.partition(":")[0] for line in problem.lines("zh")] == ["a.yml", "z.yml"]
    assert "请加引号" in problem.lines("zh")[0]
    assert problem.details == problem.lines("en")


def test_a_hint_names_the_nearest_known_word() -> None:
    assert did_you_mean("serverity", ["severity", "stage"]).en == '; did you mean "severity"?'
    assert did_you_mean("zzz", ["severity"]).zh == ""
