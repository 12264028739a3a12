"""Loading a folder of checklists: what is in it, and every error with its place."""

from pathlib import Path

import pytest

from casecheck.checklist.load import load_checklist, load_vocabulary
from casecheck.checklist.located import ChecklistError
from casecheck.errors import CaseCheckError
from casecheck.model.rule import Test as Leaf
from casecheck.model.verdict import Outcome, Severity
from casecheck.model.words import Words
from tests.unit.checklist.kit import FILES, RULE, RULE_FILE, write


def errors(root: Path, changes: dict[str, str], predicates: list[str] | None = None) -> list[str]:
    """What loading complains of, without the folder of the rules."""
    with pytest.raises(ChecklistError) as caught:
        load_checklist(write(root, changes), "test", predicates)
    return [line.removeprefix("checklists/test/rules/procedure/") for line in caught.value.lines("en")]


def in_rule(root: Path, old: str, new: str) -> list[str]:
    """What loading complains of when the rule is changed, without the name of its file."""
    assert old in RULE
    name = "PROC-WAIT-decided-too-early.yml:"
    return [line.removeprefix(name) for line in errors(root, {RULE_FILE: RULE.replace(old, new)})]


def test_forms_come_in_filing_order_with_the_fields_of_their_groups(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(write(tmp_path))
    assert [form.short for form in vocabulary.forms] == ["告知书", "决定书"]
    notice, decision = vocabulary.forms
    assert notice.titles == ("行政处罚告知书", "告知书", "处罚告知书")
    assert [(f.fact, f.type, f.filled) for f in decision.fields] == [
        ("决定书.当事人", "text", "optional"),
        ("决定书.罚款金额", "money", "required"),
    ]
    assert decision.fields[0].labels == ("当事人姓名或名称", "当事人")


def test_a_vocabulary_knows_fact_names_of_every_kind(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(write(tmp_path))
    types = {
        n: f and f.type
        for n in ("案件.案由", "决定书.罚款金额", "行政处罚告知书.日期", "决定书.签名.经办人", "决定书.无")
        if (f := vocabulary.fact(n)) or True
    }
    assert types == {
        "案件.案由": "text",
        "决定书.罚款金额": "money",
        "行政处罚告知书.日期": "date",
        "决定书.签名.经办人": "text",
        "决定书.无": None,
    }
    assert "决定书.罚款金额" in vocabulary.single()
    assert "决定书.引用条款" not in vocabulary.single()


def test_a_rule_as_written(tmp_path: Path) -> None:
    checklist = load_checklist(write(tmp_path), "test")
    assert (checklist.name, checklist.version, len(checklist.sha256)) == ("test", "1", 64)
    (rule,) = checklist.rules
    assert (rule.code, rule.severity, rule.verified) == ("PROC-WAIT", Severity.FATAL, "true")
    assert rule.requires == ("告知书",)
    assert isinstance(rule.check, Leaf)
    assert rule.check.kind == "after"
    assert rule.messages[""].zh == "{决定书.日期}决定"
    assert rule.examples[0].outcome is Outcome.DEFECT
    assert rule.file == f"checklists/{RULE_FILE}"


def test_a_variant_may_have_its_own_cure(tmp_path: Path) -> None:
    own = (
        "cure: {kind: redo, zh: 重作, en: redo}\nmessages: {typo: {zh: 字, en: slip}}\n"
        "cures: {typo: {kind: curable, zh: 更正, en: mend}}\n"
    )
    (rule,) = load_checklist(write(tmp_path, {RULE_FILE: RULE.replace("examples:", f"{own}examples:")}), "test").rules
    assert [rule.cure_of(v)[0] for v in ("", "typo", "other")] == ["redo", "curable", "redo"]
    assert rule.cure_of("typo")[1] == Words(zh="更正", en="mend")


def test_examples_beside_the_rule_are_its_examples(tmp_path: Path) -> None:
    beside = "- name: {zh: 晚, en: late}\n  outcome: pass\n  facts: {决定书.日期: 2023-09-02}\n"
    changes = {RULE_FILE.replace(".yml", ".examples.yml"): beside}
    (rule,) = load_checklist(write(tmp_path, changes), "test").rules
    assert [e.outcome for e in rule.examples] == [Outcome.DEFECT, Outcome.PASS]


def test_a_checklist_nobody_wrote(tmp_path: Path) -> None:
    with pytest.raises(CaseCheckError) as caught:
        load_checklist(write(tmp_path), "tset")
    assert caught.value.exit_code == 2
    assert "did you mean" in caught.value.message.en


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("severity: fatal", "severety: fatal", '6:1: severety: unknown key; did you mean "severity"?'),
        ("severity: fatal", "severity: fatel", '6:11: severity: "fatel" is not one of fatal, major, minor, advisory; did you mean "fatal"?'),
        ("level: A\n", "", "1:1: missing: level"),
        ("code: PROC-WAIT", "code: proc_wait", '1:7: code: "proc_wait" is not written as it must be'),
        ("$告知.期限", "5", "13:58: check.after.end_of.length: expected text, not 5"),
        ("$告知.期限", "$告知.期", '13:58: check.after.end_of.length: unknown legal value "$告知.期"; did you mean "$告知.期限"?'),
        ("date: 决定书.日期", "date: 决定书.日", '13:17: check.after.date: unknown fact "决定书.日"; did you mean "决定书.日期"?'),
        ("[告知书]", "[告知]", '11:12: requires[0]: unknown form "告知"; did you mean "告知书"?'),
        ("[行政处罚法 第六十二条]", "[行政处法 第六十二条]", '9:9: basis[0]: unknown statute "行政处法"; did you mean "行政处罚法"?'),
        ("  after:", "  afer:", '13:3: check.afer: unknown key; did you mean "after"?'),
        ("决定书.日期: 2023-08-02", "决定书.日其: 2023-08-02", '18:13: examples[0].facts.决定书.日其: unknown fact "决定书.日其"; did you mean "决定书.日期"?'),
        ("outcome: defect", "outcome: undetermined", "17:14: examples[0].outcome: undetermined, and only that, takes a cause"),
        ("outcome: defect", "outcome: defect\n    variant: x", '18:14: examples[0].variant: "x" is not in messages'),
        ("level: A", "level: A\ncures: {typo: {kind: curable, zh: 改, en: mend}}", '8:9: cures.typo: "typo" is not in messages'),
        ('en: "decided {决定书.日期}"', 'en: "decided {when}"', '14:33: message.en: unknown placeholder "when"'),
    ],
)  # fmt: skip
def test_errors_of_a_rule_have_their_place(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert complaint in in_rule(tmp_path, old, new)


def test_a_provision_that_no_version_has(tmp_path: Path) -> None:
    assert "86" in in_rule(tmp_path, "第六十二条]", "第一百条]")[0]


def test_a_condition_has_one_key(tmp_path: Path) -> None:
    old = "  after: {date: 决定书.日期,"
    found = in_rule(tmp_path, old, f"  present: 决定书\n{old}")
    assert any("exactly one key" in line for line in found)


def test_a_call_is_checked_against_the_predicates_there_are(tmp_path: Path) -> None:
    old = RULE[RULE.index("  after:") : RULE.index("message:")]
    call = "  call: {name: waited, since: 告知书.送达日其, limit: $告知.期限}\n"
    changes = {RULE_FILE: RULE.replace(old, call).replace("{决定书.日期}", "{since}")}
    found = errors(tmp_path, changes, ["wait"])
    assert any('unknown built-in predicate "waited"; did you mean "wait"?' in line for line in found)
    assert any('check.call.since: unknown fact "告知书.送达日其"' in line for line in found)
    assert len(found) == 2


def test_a_placeholder_of_a_predicate_is_a_plain_word(tmp_path: Path) -> None:
    old = RULE[RULE.index("  after:") : RULE.index("message:")]
    call = RULE.replace(old, "  call: {name: waited}\n")
    found = errors(tmp_path, {RULE_FILE: call.replace('"{决定书.日期}决定"', '"{决定,日期}决定"')})
    assert any("unknown placeholder" in line for line in found)


def test_provisions_that_a_rule_looks_for_must_exist(tmp_path: Path) -> None:
    old = RULE[RULE.index("  after:") : RULE.index("message:")]
    cites = "  cites: {fact: 决定书.引用条款, any: [行政处罚法 第一百条]}\n"
    assert any("check.cites.any[0]" in line for line in errors(tmp_path, {RULE_FILE: RULE.replace(old, cites)}))


def test_an_own_fact_of_the_paper_in_hand(tmp_path: Path) -> None:
    old = RULE[RULE.index("  after:") : RULE.index("message:")]
    each = "  each: {of: 决定书, check: {filled: .当事人}}\n"
    assert load_checklist(write(tmp_path, {RULE_FILE: RULE.replace(old, each)}), "test").rules
    wrong = {RULE_FILE: RULE.replace(old, each.replace(".当事人", ".当事"))}
    assert any('unknown fact "决定书.当事"' in line for line in errors(tmp_path, wrong))


def test_all_errors_of_all_files_come_at_once(tmp_path: Path) -> None:
    second = RULE_FILE.replace("PROC-WAIT-decided", "PROC-OTHER-decided")
    found = errors(
        tmp_path,
        {
            RULE_FILE: RULE.replace("level: A", "level: Z").replace("stage: decision", "stage: yes"),
            second: RULE.replace("why:", "wy:"),
            "test/checklist.yml": "name: test\n",
        },
    )
    assert len([line for line in found if line.startswith("PROC-WAIT")]) >= 2
    assert any(line.startswith("PROC-OTHER") for line in found)
    assert any(line.startswith("checklists/test/checklist.yml:1:1") for line in found)


def test_a_code_stands_once_and_in_its_own_file(tmp_path: Path) -> None:
    second = RULE_FILE.replace("PROC-WAIT-decided", "PROC-OTHER-decided")
    found = errors(tmp_path, {second: RULE})
    assert any("the file name begins with the code" in line for line in found)
    assert any("the code is already that of" in line for line in found)


def test_examples_without_a_rule(tmp_path: Path) -> None:
    beside = "- name: {zh: 晚, en: late}\n  outcome: pass\n"
    found = errors(tmp_path, {"test/rules/PROC-LOST.examples.yml": beside})
    assert found == ["checklists/test/rules/PROC-LOST.examples.yml:1:1: there is no rule beside these examples"]


def test_errors_of_the_vocabulary(tmp_path: Path) -> None:
    changes = {
        "vocabulary/forms/02-decision.yml": FILES["vocabulary/forms/02-decision.yml"].replace("[party]", "[prty]"),
        "vocabulary/forms/03-again.yml": FILES["vocabulary/forms/01-notice.yml"],
        "vocabulary/facts.yml": FILES["vocabulary/facts.yml"] * 2,
    }
    with pytest.raises(ChecklistError) as caught:
        load_vocabulary(write(tmp_path, changes))
    lines = caught.value.lines("en")
    assert any('no group of fields "prty"; did you mean "party"?' in line for line in lines)
    assert sum("is already used in" in line for line in lines) == 3
    assert any("fact name twice (first in line 1)" in line for line in lines)


def test_errors_come_in_chinese_as_well(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError) as caught:
        load_checklist(write(tmp_path, {RULE_FILE: RULE.replace("severity: fatal", "severety: fatal")}), "test")
    assert any("没有这个键，是否想写“severity”？" in line for line in caught.value.lines("zh"))


def test_another_paper_may_not_bear_the_title_of_a_form(tmp_path: Path) -> None:
    found = errors(tmp_path / "twice", {"vocabulary/other-papers.yml": "- 加处罚款决定书\n- 处罚告知书\n"})
    assert found == ['checklists/vocabulary/other-papers.yml:2:3: [1]: "处罚告知书" is a title of 行政处罚告知书']
    root = write(tmp_path / "once", {"vocabulary/other-papers.yml": "- 加处罚款决定书\n"})
    assert load_vocabulary(root).other_papers == ("加处罚款决定书",)


def test_the_exception_itself_shows_every_error(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError) as caught:
        load_checklist(write(tmp_path, {RULE_FILE: RULE.replace("severity: fatal", "severity: grave")}), "test")
    assert "PROC-WAIT-decided-too-early.yml:6:11: severity: " in str(caught.value)
