"""办案人员一览 in the terminal: each person with roles, papers, certificates and times, and what does not go together."""

from itertools import groupby

from casecheck.model.people import Appearance, People, Person, Role
from casecheck.model.words import Words
from casecheck.report.screen import Screen

ROLES = {
    Role.INVESTIGATOR: Words(zh="办案", en="investigator"),
    Role.REVIEWER: Words(zh="审核", en="reviewer"),
    Role.CHAIR: Words(zh="听证主持", en="chair of the hearing"),
    Role.HEARING: Words(zh="听证员、记录员", en="hearing staff"),
    Role.LEADER: Words(zh="集体讨论出席", en="leaders' discussion"),
    Role.PRESENT: Words(zh="集体讨论列席、汇报、记录", en="beside the discussion"),
    Role.DEFENCE: Words(zh="陈述申辩记录", en="took down the defence"),
    Role.SERVER: Words(zh="送达", en="server"),
}


def print_people(people: People, screen: Screen) -> None:
    """Every person in the order of the papers, then the remarks."""
    screen.line(
        screen.say(
            f"办案人员 {people.investigators} 人，执法证号 {people.certified} 个",
            f"investigators: {people.investigators}, certificate numbers: {people.certified}",
        ),
        indent=2,
    )
    for person in people.persons:
        screen.hanging("  ", _head(person, screen), style="bold")
        for role, own in groupby(person.appearances, key=lambda a: a.role):
            said = screen.say("；", "; ").join(_appearance(a) for a in own)
            screen.labelled(ROLES[role], said, indent=4)
    for remark in people.remarks:
        code = f" [{remark.rule}]" if remark.rule else ""
        screen.hanging("  ! ", f"{remark.said.of(screen.language)}{code}", style="cyan")


def _head(person: Person, screen: Screen) -> str:
    masked = screen.say("（姓名有遮盖）", " (masked)") if person.masked else ""
    if not person.certificates:
        return person.name + masked
    numbers = screen.say("、", ", ").join(person.certificates)
    return f"{person.name}{masked}  {screen.say('执法证号', 'certificate')} {numbers}"


def _appearance(appearance: Appearance) -> str:
    """`现场笔录 [d06] 2025-03-06 09:35–11:20`."""
    said = f"{appearance.paper} [{appearance.document}]"
    if appearance.start is None:
        return said
    start = appearance.start.replace("T", " ")
    if appearance.end is None:
        return f"{said} {start}"
    same_day = appearance.end[:10] == appearance.start[:10]
    return f"{said} {start}–{appearance.end[11:] if same_day else appearance.end.replace('T', ' ')}"
