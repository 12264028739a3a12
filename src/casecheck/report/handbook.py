"""What a rule says of itself: `explain`, the list of rules."""

import json
import textwrap
from collections.abc import Iterator, Sequence

from casecheck.model.principles import PRINCIPLES
from casecheck.model.rule import Example, Json, Rule
from casecheck.model.words import Language, Words
from casecheck.report.labels import CURES, OUTCOMES, SEVERITIES, STAGES, titled
from casecheck.report.wrapping import wrap

LEVELS = {
    "A": Words(zh="可机器判定", en="decided mechanically"),
    "B": Words(zh="需推断，可能要人工核实", en="inferred: a person may have to look"),
    "C": Words(zh="由人判断", en="left to a person"),
}


def rule_lines(rules: Sequence[Rule], language: Language) -> Iterator[str]:
    """One line for each rule: code, severity, title."""
    width = max((len(rule.code) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.code:<{width}}  [{SEVERITIES[rule.severity].of(language)}] {rule.title.of(language)}"


def rules_json(rules: Sequence[Rule], language: Language) -> str:
    """The list as JSON: `{"rules": [{"code", "title", "principle", "severity", "level", …}]}`."""
    entries: list[Json] = [
        {
            "code": rule.code,
            "name": rule.name,
            "title": rule.title.of(language),
            "principle": rule.principle.value,
            "group": rule.group,
            "severity": rule.severity.value,
            "level": rule.level,
            "stage": rule.stage,
            "basis": list(rule.basis),
            "verified": rule.verified,
        }
        for rule in rules
    ]
    return json.dumps({"rules": entries}, ensure_ascii=False, indent=2) + "\n"


def explain_lines(rule: Rule, language: Language) -> Iterator[str]:
    """The rule in full: what it asks and why, its basis, what it needs, its cure, its examples."""

    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    yield f"{rule.code}  {rule.title.of(language)}"
    yield f"  {say('名称', 'name')}: {rule.name}"
    marks = [PRINCIPLES[rule.principle].of(language), SEVERITIES[rule.severity].of(language)]
    marks += [
        LEVELS[rule.level].of(language),
        f"{say('自阶段', 'from stage')} {STAGES[rule.stage].of(language)}",
    ]
    yield "  " + " · ".join(marks)
    yield ""
    for line in wrap(rule.why.of(language).strip(), 76):
        yield f"  {line}"
    yield ""
    yield f"{say('依据', 'Basis')}:"
    for basis in titled(rule.basis):
        yield f"  - {basis}"
    if rule.verified != "true":
        yield "  " + say("（部分依据未核对原文）", "(part of the basis was not checked against the text)")
    if rule.requires:
        yield f"{say('所需文书', 'Needs')}: {'、'.join(rule.requires)}"
    if rule.procedures:
        yield f"{say('适用程序', 'Procedures')}: {'、'.join(rule.procedures)}"
    for variant in ("", *rule.cures):
        kind, cure = rule.cure_of(variant)
        if cure:
            ending = (f" [{CURES[kind].of(language)}]" if kind else "") + (f" ({variant})" if variant else "")
            yield f"{say('整改', 'Cure')}: {cure.of(language)}{ending}"
    yield ""
    yield f"{say('示例', 'Examples')}:"
    for example in rule.examples:
        yield from _example(example, language)


def _example(example: Example, language: Language) -> Iterator[str]:
    yield f"  [{OUTCOMES[example.outcome].of(language)}] {example.name.of(language)}"
    for name, value in example.facts.items():
        yield f"      {name} = {json.dumps(value, ensure_ascii=False)}"
    for document in example.documents:
        text = str(document.get("text", "")).strip()
        yield f"      《{document.get('form')}》" + (f" “{textwrap.shorten(text, 120)}”" if text else "")
