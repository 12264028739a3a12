"""Every example of every rule is a test of that rule; a rule whose check is broken must fail one of them."""

from dataclasses import replace
from functools import cache

import pytest

from casecheck.checklist.load import load_checklist, load_vocabulary
from casecheck.checklist.load_law import load_law
from casecheck.checklist.place import checklists_root
from casecheck.law.book import LawBook
from casecheck.model.rule import Condition, Every, Example, Negation, Rule
from casecheck.model.rule import Test as Leaf
from casecheck.model.verdict import Outcome, Principle, RuleResult
from casecheck.model.vocabulary import Vocabulary
from casecheck.rules.builtin import registry
from casecheck.rules.examples import run
from tests.rules.kit import rules

ROOT = checklists_root()
RULES = tuple(
    rule
    for folder in sorted(path.parent for path in ROOT.glob("*/checklist.yml"))
    for rule in load_checklist(ROOT, folder.name, registry.load()).rules
)
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}: {example.name.en}") for rule in RULES for example in rule.examples
]
EACH_RULE = [pytest.param(rule, id=rule.code) for rule in RULES]
CONSTANTS: dict[str, Condition] = {
    "true": Every(parts=()),
    "false": Negation(part=Every(parts=())),
    "unknown": Leaf(kind="ask", arguments={}),
}


@cache
def knowledge() -> tuple[Vocabulary, LawBook]:
    return load_vocabulary(ROOT), load_law(ROOT)


def _result(rule: Rule, example: Example) -> RuleResult:
    return run(rule, example, *knowledge())


def _holds(rule: Rule, example: Example) -> bool:
    result = _result(rule, example)
    causes = {f.cause.value for f in result.findings if f.cause is not None}
    return (
        result.outcome is example.outcome
        and (example.cause is None or example.cause in causes)
        and (example.variant is None or example.variant in {f.variant for f in result.findings})
        and (example.findings is None or example.findings == len(result.findings))
    )


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_gives_what_its_example_says(rule: Rule, example: Example) -> None:
    result = _result(rule, example)
    said = [(f.outcome, f.cause, f.variant, f.message.zh, f.working and f.working.zh) for f in result.findings]
    assert _holds(rule, example), (result.outcome, result.reason, said)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_findings_are_said_in_both_languages_with_nothing_left_open(rule: Rule, example: Example) -> None:
    for finding in _result(rule, example).findings:
        for text in (finding.message.zh, finding.message.en):
            assert text
            assert "{" not in text
            assert "None" not in text
        if finding.outcome is Outcome.DEFECT:
            assert "未找到" not in finding.message.zh
            assert "not found" not in finding.message.en.replace("was not found", "").replace("were not found", "")


@pytest.mark.parametrize("rule", EACH_RULE)
def test_a_rule_has_an_example_for_each_outcome_it_can_reach(rule: Rule) -> None:
    shown = {example.outcome for example in rule.examples}
    asks = isinstance(rule.check, Leaf) and rule.check.kind == "ask"
    only_raises = asks or rule.level == "C" or rule.principle is Principle.RISK or rule.verified == "false"
    assert (Outcome.UNDETERMINED if only_raises else Outcome.DEFECT) in shown
    if not asks:
        assert Outcome.PASS in shown
    if rule.when is not None:
        assert Outcome.NOT_APPLICABLE in shown


@pytest.mark.parametrize("mutant", CONSTANTS)
@pytest.mark.parametrize("rule", EACH_RULE)
def test_examples_notice_a_check_that_always_says_the_same(rule: Rule, mutant: str) -> None:
    if mutant == "unknown" and isinstance(rule.check, Leaf) and rule.check.kind == "ask":
        return  # a question is always asked; its occasion is proved by `when`
    broken = replace(rule, check=CONSTANTS[mutant])
    assert not all(_holds(broken, example) for example in rule.examples)


@pytest.mark.parametrize("rule", [r for r in RULES if r.when is not None], ids=lambda r: r.code)
def test_examples_notice_when_the_rule_always_applies(rule: Rule) -> None:
    broken = replace(rule, when=None, requires=())
    assert not all(_holds(broken, example) for example in rule.examples)


def test_no_message_asks_twice_to_verify() -> None:
    said = [(rule.code, words.zh) for rule in rules().values() for words in rule.messages.values()]
    assert [(code, zh) for code, zh in said if "需核实" in zh] == []
