"""更正表 in the terminal: what a person corrected, and which checks end otherwise because of it."""

from collections.abc import Sequence

from casecheck.model.correction import AppliedCorrection
from casecheck.model.report import OutcomeChange
from casecheck.report.labels import OUTCOMES
from casecheck.report.safe import on_one_line
from casecheck.report.screen import Screen


def print_corrections(
    corrections: Sequence[AppliedCorrection], screen: Screen, changed: Sequence[OutcomeChange] = ()
) -> None:
    """Every correction, those that could not be applied too; then the checks that they turned."""
    if not corrections:
        return
    screen.heading(screen.say("更正表", "Corrections"))
    for told in corrections:
        head = f"  {told.correction.number}. "
        screen.hanging(head, _said(told, screen), style="red" if told.refused else "")
        screen.line(_signed(told, screen), indent=len(head))
    if changed:
        screen.line(
            screen.say("因更正而结果不同的检查项：", "Checks that end otherwise because of the corrections:"),
            indent=2,
            style="bold",
        )
    for change in changed:
        before, after = (OUTCOMES[o].of(screen.language) for o in (change.before, change.after))
        screen.bullet(f"{change.rule}{screen.say('：', ': ')}{before} -> {after}", indent=4)


def _said(told: AppliedCorrection, screen: Screen) -> str:
    """`行政处罚决定书.决定日期 [d17]：2023-09-18 -> 2023-09-08`."""
    correction = told.correction
    what = correction.fact or screen.say("文书", "paper")
    paper = told.document or correction.document
    named = f"{what} [{on_one_line(paper)}]" if paper else what
    if told.refused is not None:
        why = told.refused.of(screen.language)
        return screen.say(f"{named}：未能采用，{why}", f"{named}: not applied, {why}")
    nothing = screen.say("未读到", "nothing read")
    none = screen.say("无此记载", "nothing stated")
    return f"{named}{screen.say('：', ': ')}{told.before or nothing} -> {told.after or none}"


def _signed(told: AppliedCorrection, screen: Screen) -> str:
    correction = told.correction
    who, why = on_one_line(correction.who), on_one_line(correction.why)
    return screen.say(f"{who} {correction.when}：{why}", f"{who}, {correction.when}: {why}")
