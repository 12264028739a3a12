"""整改清单: what is to be done about all defects of a dossier, what must be redone first."""

from collections.abc import Sequence
from dataclasses import dataclass

from casecheck.model.rule import STEPS
from casecheck.model.verdict import Finding, Outcome
from casecheck.model.words import Words
from casecheck.report.labels import CURES, STEP_NAMES
from casecheck.report.screen import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to be done, and the rules whose defects it mends. `step` is where a redoing begins."""

    kind: str
    step: str | None
    words: Words
    rules: tuple[str, ...]


def tasks(findings: Sequence[Finding]) -> list[Task]:
    """What the defects ask for: redoing in the order of the procedure, then what can be mended, then what cannot."""
    merged: dict[tuple[str, str | None, Words], list[str]] = {}
    for finding in findings:
        if finding.outcome is Outcome.DEFECT and finding.cure and finding.cure_kind:
            step = finding.cure_step if finding.cure_kind == "redo" else None
            codes = merged.setdefault((finding.cure_kind, step, finding.cure), [])
            if finding.rule not in codes:
                codes.append(finding.rule)
    found = [Task(kind=k, step=s, words=w, rules=tuple(codes)) for (k, s, w), codes in merged.items()]
    kinds = ("redo", *(kind for kind in CURES if kind != "redo"))
    return sorted(found, key=lambda task: (kinds.index(task.kind), _place(task.step)))


def _place(step: str | None) -> int:
    return STEPS.index(step) if step in STEPS else len(STEPS)


def print_cures(findings: Sequence[Finding], screen: Screen) -> None:
    """The list, one line for each thing to be done; nothing where there is no defect."""
    todo = tasks(findings)
    if not todo:
        return
    screen.heading(screen.say("整改", "What to do"))
    for kind in dict.fromkeys(task.kind for task in todo):
        group = [task for task in todo if task.kind == kind]
        screen.line(_group_title(group[0], screen), indent=2, style="bold" if kind == "redo" else "")
        for task in group:
            step = f"{STEP_NAMES[task.step].of(screen.language)}{screen.say('：', ': ')}" if task.step else ""
            codes = screen.say("、", ", ").join(task.rules)
            screen.bullet(f"{step}{task.words.of(screen.language)} ({codes})", indent=4)


def _group_title(first: Task, screen: Screen) -> str:
    kind = CURES[first.kind].of(screen.language).capitalize()
    if first.step:
        step = STEP_NAMES[first.step].of(screen.language)
        kind += screen.say(f"（从“{step}”起）", f", from the step “{step}” on")
    return kind + screen.say("：", ":")
