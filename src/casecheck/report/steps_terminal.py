"""办案步骤 in the terminal: what is out of order or missing for the report in short, every step for the reading."""

from collections.abc import Sequence

from casecheck.model.steps import Step, StepPath, StepState
from casecheck.model.words import Words
from casecheck.report.screen import Screen

STATES = {
    StepState.DONE: Words(zh="有序", en="in order"),
    StepState.EARLY: Words(zh="过早", en="too early"),
    StepState.LATE: Words(zh="过晚", en="too late"),
    StepState.MISSING: Words(zh="缺失", en="missing"),
    StepState.NEXT: Words(zh="下一步", en="next"),
    StepState.OPEN: Words(zh="未进行", en="not yet"),
    StepState.UNCLEAR: Words(zh="未能确认", en="not settled"),
}
_STYLES = {StepState.EARLY: "red", StepState.LATE: "red", StepState.MISSING: "red", StepState.UNCLEAR: "cyan"}
_TOLD = (StepState.EARLY, StepState.LATE, StepState.MISSING, StepState.NEXT)


def print_steps(paths: Sequence[StepPath], screen: Screen) -> None:
    """The steps that are out of order or missing, and the next one; what only a period tells stands with the periods."""
    shown: dict[tuple[str, StepState], tuple[Step, StepPath]] = {}
    for path in paths:
        for step in path.steps:
            if step.state in _TOLD and (step.clock is None or step.state is StepState.EARLY):
                shown.setdefault((step.name, step.state), (step, path))
    if not shown:
        return
    screen.heading(screen.say("办案步骤", "Steps"))
    for step, path in shown.values():
        screen.hanging("  - ", _entry(step, path, screen), style=_STYLES.get(step.state, ""))


def print_replay(paths: Sequence[StepPath], screen: Screen) -> None:
    """Every step of every path: its days, how it stands, and the days between which it was lawful."""
    for path in paths:
        screen.line(path.title.of(screen.language), indent=2, style="bold")
        for step in path.steps:
            days = screen.say("、", ", ").join(step.days) or "-" * 10
            screen.hanging(f"    {days}  ", _entry(step, path, screen, dated=True), style=_STYLES.get(step.state, ""))


def _entry(step: Step, path: StepPath, screen: Screen, *, dated: bool = False) -> str:
    """`作出决定 2023-08-02（过早）：须待陈述申辩期限届满；最早 2023-08-09 [PROC-NOTICE-WAIT]`."""
    state = STATES[step.state].of(screen.language)
    days = "" if dated or not step.days else " " + screen.say("、", ", ").join(step.days)
    name = step.title.of(screen.language)
    head = screen.say(f"{name}{days}（{state}）", f"{name}{days} ({state})")
    parts = [part for part in (_reason(step, path, screen), _bounds(step, screen)) if part]
    said = screen.say("：", ": ") + screen.say("；", "; ").join(parts) if parts else ""
    code = f" [{step.rule}]" if step.rule else ""
    return f"{head}{said}{code}"


def _reason(step: Step, path: StepPath, screen: Screen) -> str:
    if step.against is not None:
        other = next((s for s in path.steps if s.name == step.against), None)
        against = other.title.of(screen.language) if other else step.against
        days = " " + screen.say("、", ", ").join(other.days) if other else ""
        early = step.earliest is not None and bool(step.days) and step.days[-1] < step.earliest
        word = screen.say("早于", "before") if early else screen.say("晚于", "after")
        return f"{word}{screen.say('', ' ')}{against}{days}" + (
            f"{screen.say('；', '; ')}{step.why.of(screen.language)}" if step.why else ""
        )
    if step.clock is not None and step.state is StepState.EARLY:
        return screen.say(f"{step.clock}尚未届满", f"{step.clock} was not over")
    if step.clock is not None and step.state is StepState.LATE:
        return screen.say(f"超过{step.clock}", f"after the end of {step.clock}")
    if step.clock is not None and step.state is StepState.MISSING:
        return screen.say(f"{step.clock}已届满", f"{step.clock} is over")
    if step.state is StepState.MISSING:
        return screen.say("案卷中未见，而后续步骤已经进行", "nothing in the file, though later steps were taken")
    return step.why.of(screen.language) if step.why else ""


def _bounds(step: Step, screen: Screen) -> str:
    """The first lawful day where it matters (too early, or not taken yet), and the last one."""
    parts: list[str] = []
    ahead = step.state in (StepState.NEXT, StepState.OPEN, StepState.MISSING)
    if step.earliest and (ahead or step.state is StepState.EARLY):
        parts.append(screen.say(f"最早 {step.earliest}", f"not before {step.earliest}"))
    if step.latest and (ahead or step.state is StepState.LATE):
        parts.append(screen.say(f"最晚 {step.latest}", f"not after {step.latest}"))
    return screen.say("，", ", ").join(parts)
