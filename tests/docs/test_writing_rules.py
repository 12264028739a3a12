"""The guides to writing rules name every key, kind and predicate there is, and their examples hold."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casecheck.checklist.load import load_checklist, load_vocabulary
from casecheck.checklist.load_law import load_law
from casecheck.checklist.located import Located, read_yaml
from casecheck.checklist.place import checklists_root
from casecheck.checklist.references import check_rule
from casecheck.checklist.rules import rule_of
from casecheck.checklist.schema import schema_of, validate
from casecheck.model.rule import Condition, Json, Negation, condition_of
from casecheck.model.rule import Test as Leaf
from casecheck.rules.builtin import registry
from casecheck.rules.conditions import KINDS
from casecheck.rules.examples import run

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = {name: (DOCS / name).read_text(encoding="utf-8") for name in ("writing-rules.md", "writing-rules.zh-CN.md")}
ROOT = checklists_root()
JOINS = ("all", "any", "not")
_ROW = re.compile(r"^\| ((?:`[^`]+` ?)+) \| (.*) \|$", re.MULTILINE)
_BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)

guides = pytest.mark.parametrize("guide", GUIDES)


def rows(guide: str) -> dict[str, str]:
    """The first cell of each row of a table (each name in it), with the rest of the row."""
    return {name: rest for cell, rest in _ROW.findall(GUIDES[guide]) for name in re.findall(r"`([^`]+)`", cell)}


def parsed(text: str, tmp_path: Path) -> Located:
    """YAML of a guide as the loader reads it."""
    path = tmp_path / "guide.yml"
    path.write_text(text, encoding="utf-8")
    located, errors = read_yaml(path, path.name)
    assert errors == ()
    return located


def keys_of(schema: dict[str, Any]) -> set[str]:
    return set(schema["properties"])


@guides
def test_every_key_of_a_rule_and_of_an_example_has_its_row(guide: str) -> None:
    example = schema_of("examples")["$defs"]["example"]
    assert keys_of(schema_of("rule")) | keys_of(example) <= set(rows(guide))
    inner = keys_of(example["properties"]["documents"]["items"]) | keys_of(schema_of("examples")["$defs"]["single"])
    assert [key for key in inner if not re.search(rf"\b{key}\b", rows(guide)["facts"] + rows(guide)["documents"])] == []


@guides
def test_every_kind_has_its_row_with_an_example_that_the_schema_takes(guide: str, tmp_path: Path) -> None:
    kinds = {*KINDS, *JOINS}
    assert kinds == keys_of(schema_of("rule")["$defs"]["condition"])
    table = rows(guide)
    assert kinds <= set(table)
    vocabulary, law = load_vocabulary(ROOT), load_law(ROOT)
    for kind in KINDS:
        shown = re.findall(r"`([^`]+)`", table[kind])[-1]
        condition = parsed(shown, tmp_path).value
        assert isinstance(condition, dict) and list(condition) == [kind]
        rule = worked_example(guide, tmp_path)
        assert isinstance(rule.value, dict)
        changed = Located(
            file=rule.file, value={**rule.value, "check": condition, "message": {"zh": "见", "en": "see"}},
            marks={}, key_marks={},
        )  # fmt: skip
        assert validate(changed, "rule") == ()
        assert list(check_rule(changed, vocabulary, law, registry.load())) == []


@guides
def test_every_argument_of_a_kind_is_told(guide: str) -> None:
    condition = schema_of("rule")["$defs"]["condition"]["properties"]
    search = keys_of(schema_of("rule")["$defs"]["search"])
    told = set(re.findall(r"[a-z_]+", GUIDES[guide]))
    arguments = {key for kind in condition.values() for key in kind.get("properties", {})} | search
    assert arguments - told == set()


@guides
def test_every_predicate_has_its_row_with_the_arguments_that_rules_give(guide: str) -> None:
    table = rows(guide)
    lacking = [name for name in registry.load() if name not in table]
    for rule in load_checklist(ROOT, "market-supervision", registry.load()).rules:
        for call in calls(rule.check) + (calls(rule.when) if rule.when else []):
            cell = table.get(str(call["name"]), "")
            lacking += [f"{call['name']}: {key}" for key in call if key != "name" and f"`{key}`" not in cell]
    assert lacking == []


@guides
def test_the_guide_names_no_kind_or_predicate_that_is_gone(guide: str) -> None:
    text = GUIDES[guide]
    start = text.index("| `amounts_agree`")
    named = re.findall(r"^\| `([a-z_]+)` \|", text[start:], re.MULTILINE)
    assert set(named) <= set(registry.load())
    assert named == sorted(named)


@guides
def test_the_worked_example_is_a_rule_whose_examples_hold(guide: str, tmp_path: Path) -> None:
    located = worked_example(guide, tmp_path)
    vocabulary, law = load_vocabulary(ROOT), load_law(ROOT)
    assert validate(located, "rule") == ()
    assert list(check_rule(located, vocabulary, law, registry.load())) == []
    rule = rule_of(located)
    assert [run(rule, e, vocabulary, law).outcome for e in rule.examples] == [e.outcome for e in rule.examples]
    assert len({e.outcome for e in rule.examples}) == 4


def test_both_guides_show_the_same_example() -> None:
    first, second = (blocks(text)[0] for text in GUIDES.values())
    assert first == second


@guides
def test_the_question_shown_is_a_condition(guide: str, tmp_path: Path) -> None:
    written = parsed(next(b for b in blocks(GUIDES[guide]) if b.startswith("when:")), tmp_path).value
    assert isinstance(written, dict)
    kinds = {leaf.kind for key in ("when", "check") for leaf in leaves(condition_of(written[key]))}
    assert kinds == {"mentions", "ask"}


@guides
def test_what_messages_may_hold_is_told(guide: str) -> None:
    from casecheck.checklist.references import PLACEHOLDERS

    section = next(s for s in re.split(r"^#", GUIDES[guide], flags=re.MULTILINE) if "{anchor_name}" in s)
    assert {name for names in PLACEHOLDERS.values() for name in names} - set(
        re.findall(r"\{([a-z_]+)\}", section)
    ) == set()
    assert [kind for kind in PLACEHOLDERS if f"`{kind}`" not in section] == []


def blocks(text: str) -> list[str]:
    return _BLOCK.findall(text)


def worked_example(guide: str, tmp_path: Path) -> Located:
    return parsed(blocks(GUIDES[guide])[0], tmp_path)


def leaves(condition: Condition) -> Iterator[Leaf]:
    if isinstance(condition, Leaf):
        yield condition
    elif isinstance(condition, Negation):
        yield from leaves(condition.part)
    else:
        for part in condition.parts:
            yield from leaves(part)


def calls(condition: Condition) -> list[dict[str, Json]]:
    found: list[dict[str, Json]] = []
    for leaf in leaves(condition):
        if leaf.kind == "call" and isinstance(leaf.arguments, dict):
            found.append(leaf.arguments)
        elif leaf.kind == "each" and isinstance(leaf.arguments, dict):
            found += calls(condition_of(leaf.arguments["check"]))
    return found
