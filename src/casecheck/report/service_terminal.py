"""送达一览 in the terminal: every paper for the reading, the windows that are still open for the report."""

from collections.abc import Sequence

from casecheck.model.clock import ClockState
from casecheck.model.service import Manner, Proof, Served, Service, Standing, Window
from casecheck.model.words import Words
from casecheck.report.screen import Screen

MANNERS = {
    Manner.DIRECT: Words(zh="直接送达", en="handed over"),
    Manner.LEFT: Words(zh="留置送达", en="left with the party"),
    Manner.POST: Words(zh="邮寄送达", en="by post"),
    Manner.ELECTRONIC: Words(zh="电子送达", en="electronic"),
    Manner.PUBLIC: Words(zh="公告送达", en="by public notice"),
    Manner.ENTRUSTED: Words(zh="委托、转交送达", en="through others"),
    Manner.SPOT: Words(zh="当场交付", en="on the spot"),
    Manner.OTHER: Words(zh="其他方式", en="another manner"),
    Manner.NONE: Words(zh="未见送达方式", en="no manner seen"),
}
STANDINGS = {
    Standing.PARTY: Words(zh="受送达人本人", en="the addressee"),
    Standing.REPRESENTATIVE: Words(zh="法定代表人、负责人或经营者", en="legal representative or operator"),
    Standing.AGENT: Words(zh="代理人", en="agent"),
    Standing.NAMED: Words(zh="指定收件人", en="receiver named by the party"),
    Standing.HOUSEHOLD: Words(zh="同住成年家属（据记载）", en="adult of the household, as recorded"),
    Standing.DESK: Words(zh="负责收件的人（据记载）", en="desk that takes mail in, as recorded"),
    Standing.STRANGER: Words(zh="身份待核实", en="who that is remains to be checked"),
}
STATES = {
    Served.PROVEN: Words(zh="有证明", en="proven"),
    Served.OPEN: Words(zh="待核实", en="to be checked"),
    Served.UNPROVEN: Words(zh="缺证明", en="proof lacking"),
}
_STYLES = {Served.UNPROVEN: "red", Served.OPEN: "cyan"}
_FOUND = {
    True: Words(zh="有", en="yes"),
    False: Words(zh="未见", en="not in the file"),
    None: Words(zh="未能确认", en="not settled"),
}


def print_services(services: Sequence[Service], screen: Screen) -> None:
    """Each paper with its manner, its receiver, its proofs and the periods it opened."""
    for service in services:
        state = STATES[service.state].of(screen.language)
        days = screen.say("、", ", ").join(service.days) or "-" * 10
        number = f" {service.number}" if service.number else ""
        manner = MANNERS[service.manner].of(screen.language)
        head = f"{service.paper}{number} [{service.document}]{screen.say('：', ': ')}{manner}"
        text = f"{head}{screen.say(f'（{state}）', f' ({state})')}"
        screen.hanging(f"  {days}  ", text, style=_STYLES.get(service.state, ""))
        if service.signer:
            screen.labelled(Words(zh="收件", en="taken by"), _signer(service, screen), indent=6)
        if service.servers:
            named = screen.say("、", ", ").join(service.servers)
            screen.labelled(Words(zh="送达人", en="served by"), named, indent=6)
        if service.proofs:
            said = screen.say("；", "; ").join(_proof(proof, screen) for proof in service.proofs)
            screen.labelled(Words(zh="证明", en="proof"), said, indent=6)
        if service.windows:
            said = screen.say("；", "; ").join(_window(window, screen) for window in service.windows)
            screen.labelled(Words(zh="起算", en="opened"), said, indent=6)


def print_windows(services: Sequence[Service], screen: Screen) -> None:
    """The periods that a service opened, that still run and of which nothing else tells (复议、诉讼)."""
    running = {(w.name, w.last): w for s in services for w in s.windows if w.state is ClockState.RUNNING and not w.rule}
    if not running:
        return
    said = []
    for window in running.values():
        left = screen.say(f"尚余 {window.left} 日", f"{window.left} d left")
        said.append(_window(window, screen) + screen.say(f"（{left}）", f" ({left})"))
    screen.heading(screen.say("送达后的期间", "Periods opened by service"))
    for line in said:
        screen.bullet(line)


def _signer(service: Service, screen: Screen) -> str:
    if service.standing is None:
        return str(service.signer)
    standing = STANDINGS[service.standing].of(screen.language)
    return screen.say(f"{service.signer}（{standing}）", f"{service.signer} ({standing})")


def _proof(proof: Proof, screen: Screen) -> str:
    colon = screen.say("：", ": ")
    return f"{proof.what.of(screen.language)}{colon}{_FOUND[proof.found].of(screen.language)}"


def _window(window: Window, screen: Screen) -> str:
    name = window.name if screen.language == "zh" else f"{window.name} {window.title.en}"
    last = window.last or screen.say("无法计算", "not reckoned")
    return screen.say(f"{name} {window.first} 至 {last}", f"{name}: {window.first} to {last}")
