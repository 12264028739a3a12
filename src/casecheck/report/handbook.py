"""What a rule says of itself: `explain`, the list of rules."""

import json
import textwrap
from collections.abc import Sequence

from casecheck.model.principles import PRINCIPLES
from casecheck.model.rule import Example, Json, Rule
from casecheck.model.words import Language, Words
from casecheck.report.finding_text import STYLES
from casecheck.report.labels import CURES, OUTCOMES, PROCEDURES, SEVERITIES, STAGES, STEP_NAMES, titled
from casecheck.report.screen import Screen

LEVELS = {
    "A": Words(zh="可机器判定", en="decided mechanically"),
    "B": Words(zh="需推断，可能要人工核实", en="inferred: a person may have to look"),
    "C": Words(zh="由人判断", en="left to a person"),
}


def print_rules(rules: Sequence[Rule], screen: Screen) -> None:
    """One entry for each rule: code, severity, title."""
    width = max((len(rule.code) for rule in rules), default=0)
    for rule in rules:
        severity = SEVERITIES[rule.severity].of(screen.language)
        screen.hanging(f"{rule.code:<{width}}  ", f"[{severity}] {rule.title.of(screen.language)}")


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


def print_rule(rule: Rule, screen: Screen) -> None:
    """The rule in full: what it asks and why, its basis, what it needs, its cure, its examples."""
    screen.line(f"{rule.code} {rule.title.of(screen.language)}", style="bold")
    marks = [
        PRINCIPLES[rule.principle].of(screen.language),
        SEVERITIES[rule.severity].of(screen.language),
        LEVELS[rule.level].of(screen.language),
        f"{screen.say('自阶段', 'from stage')} {STAGES[rule.stage].of(screen.language)}",
    ]
    screen.line(screen.say("，", ", ").join(marks), indent=2, style=STYLES[rule.severity])
    screen.labelled(Words(zh="名称", en="Name"), rule.name, indent=2)
    screen.blank()
    screen.line(" ".join(rule.why.of(screen.language).split()), indent=2)
    screen.heading(screen.say("依据", "Legal basis"))
    for basis in titled(rule.basis, screen.language):
        screen.bullet(basis)
    if rule.verified != "true":
        screen.line(screen.say("部分依据未核对原文。", "Part of the basis was not checked against the text."), indent=2)
    _needs(rule, screen)
    _cures(rule, screen)
    screen.heading(screen.say("示例", "Examples"))
    for example in rule.examples:
        _example(example, screen)


def _needs(rule: Rule, screen: Screen) -> None:
    comma = screen.say("、", ", ")
    if rule.requires:
        screen.labelled(Words(zh="所需文书", en="Needs"), comma.join(rule.requires), indent=2)
    if rule.procedures:
        named = [PROCEDURES[p].of(screen.language) if p in PROCEDURES else p for p in rule.procedures]
        screen.labelled(Words(zh="适用程序", en="Procedures"), comma.join(named), indent=2)


def _cures(rule: Rule, screen: Screen) -> None:
    screen.heading(screen.say("整改", "Cure"))
    for variant in ("", *rule.cures):
        kind, cure = rule.cure_of(variant)
        if not cure or not kind:
            continue
        ending = CURES[kind].of(screen.language)
        if step := rule.step_of(variant):
            named = STEP_NAMES[step].of(screen.language)
            ending += screen.say(f"，从“{named}”起", f" from the step “{named}” on")
        where = f" ({variant})" if variant else ""
        screen.bullet(f"{cure.of(screen.language)} [{ending}]{where}")


def _example(example: Example, screen: Screen) -> None:
    screen.line(f"[{OUTCOMES[example.outcome].of(screen.language)}] {example.name.of(screen.language)}", indent=2)
    for name, value in example.facts.items():
        screen.hanging(" " * 6, f"{name} = {json.dumps(value, ensure_ascii=False)}")
    for document in example.documents:
        text = str(document.get("text", "")).strip()
        quote = f" “{textwrap.shorten(text, 120, placeholder=' …')}”" if text else ""
        screen.hanging(" " * 6, f"《{document.get('form')}》{quote}")
