"""期限账本 in the terminal: each period with its arithmetic, for the report in short and for the reading in full."""

from collections.abc import Sequence

from casecheck.model.clock import Clock, ClockState
from casecheck.model.fact import Fact
from casecheck.model.words import Words
from casecheck.report.labels import where
from casecheck.report.screen import Screen

SHORT = 3
"""A period kept with no more calendar days to spare than these is told in the report, too."""
STATES = {
    ClockState.MISSED: Words(zh="未遵守", en="not kept"),
    ClockState.OVERDUE: Words(zh="已届满，未见办理", en="over, nothing seen"),
    ClockState.UNCLEAR: Words(zh="未能确认", en="not settled"),
    ClockState.RUNNING: Words(zh="进行中", en="running"),
    ClockState.MET: Words(zh="已遵守", en="kept"),
    ClockState.OVER: Words(zh="已届满", en="over"),
    ClockState.NOT_RECKONED: Words(zh="无法计算", en="not reckoned"),
}
"""In the order in which they are shown."""
_TOLD = (ClockState.MISSED, ClockState.OVERDUE, ClockState.UNCLEAR, ClockState.RUNNING)
_STYLES = {ClockState.MISSED: "red", ClockState.OVERDUE: "red", ClockState.UNCLEAR: "cyan"}


def print_clocks(clocks: Sequence[Clock], screen: Screen) -> None:
    """The periods that matter: not kept, over, not settled, running, and those kept with hardly a day to spare."""
    shown = sorted((c for c in clocks if _matters(c)), key=_urgency)
    if not shown:
        return
    screen.heading(screen.say("期限", "Periods"))
    for clock in shown:
        screen.hanging("  - ", _entry(clock, screen), style=_STYLES.get(clock.state, ""))
    kept = sum(c.state is ClockState.MET for c in clocks) - sum(c.state is ClockState.MET for c in shown)
    open_ = sum(c.state is ClockState.NOT_RECKONED for c in clocks)
    rest = []
    if kept:
        rest.append(screen.say(f"其余{kept}项已遵守", f"{kept} more kept"))
    if open_:
        rest.append(screen.say(f"{open_}项无法计算", f"{open_} not reckoned"))
    if rest:
        comma = screen.say("，", ", ")
        screen.line(f"{comma.join(rest)}{screen.say('（见 casecheck facts）', ' (see casecheck facts)')}", indent=2)


def print_ledger(clocks: Sequence[Clock], screen: Screen, *, several: bool) -> None:
    """Every period with its arithmetic and the places of its facts; `several`: the dossier has several files."""
    for clock in clocks:
        screen.hanging("  ", _entry(clock, screen), style=_STYLES.get(clock.state, ""))
        for label, facts in (
            (Words(zh="起", en="start"), (clock.began,)),
            (Words(zh="止", en="act"), (clock.done,)),
            (Words(zh="扣除、延长", en="stopped, lengthened"), clock.papers),
        ):
            found = [f for f in facts if f is not None]
            if found:
                screen.labelled(label, screen.say("；", "; ").join(_place(f, screen, several) for f in found), indent=6)
        if clock.basis:
            screen.labelled(Words(zh="依据", en="basis"), screen.say("；", "; ").join(clock.basis), indent=6)


def _matters(clock: Clock) -> bool:
    if clock.state is ClockState.MET:
        return clock.sort == "deadline" and clock.slack is not None and clock.slack <= SHORT
    if clock.state is ClockState.UNCLEAR and clock.actual is None:
        return False  # a paper that is not in hand: the open points tell of it
    return clock.state in _TOLD and not (clock.state is ClockState.RUNNING and not clock.rule)


def _urgency(clock: Clock) -> tuple[int, int]:
    days = clock.slack if clock.slack is not None else clock.left
    return list(STATES).index(clock.state), days if days is not None else 0


def _entry(clock: Clock, screen: Screen) -> str:
    """`办案期限（未遵守）：2023-05-10 + 90日 = …；实际 …，超过 31 日 [PROC-DECISION-90D]`."""
    language = screen.language
    state = STATES[clock.state].of(language)
    parts = [words.of(language) for words in (clock.working, clock.why) if words is not None]
    if clock.left is not None and clock.state is not ClockState.NOT_RECKONED:
        parts.append(_left(clock, screen))
    said = screen.say("；", "; ").join(parts)
    code = f" [{clock.rule}]" if clock.rule else ""
    head = screen.say(f"{clock.name}（{state}）：", f"{clock.name} {clock.title.en} ({state}): ")
    return f"{head}{said}{code}"


def _left(clock: Clock, screen: Screen) -> str:
    left = clock.left or 0
    if clock.sort == "wait":
        left = -left - 1
    if left >= 0:
        return screen.say(f"尚余 {left} 日", f"{left} d left")
    return screen.say(f"已过 {-left} 日", f"over for {-left} d")


def _place(fact: Fact, screen: Screen, several: bool) -> str:
    spot = f" {where(fact.places[0], screen.language, with_file=several)}" if fact.places else ""
    return f"{fact.name} {str(fact.value)[:10]}{spot}"
