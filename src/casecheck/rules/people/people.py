"""办案人员一览: every person of the authority over all papers, and what does not go together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.people import Appearance, People, Person, Remark, Role
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, running
from casecheck.rules.people.certificates import numbers, several_numbers, several_officers
from casecheck.rules.people.records import clashes, moment, records
from casecheck.rules.people.roles import APART, NAMED_IN, RECORDS
from casecheck.text.identifiers import is_masked, normalise_name

ROLES = {
    Role.INVESTIGATOR: Words(zh="办案", en="investigated"),
    Role.REVIEWER: Words(zh="审核", en="reviewed"),
    Role.CHAIR: Words(zh="主持听证", en="led the hearing"),
    Role.HEARING: Words(zh="听证员、记录员", en="sat in or recorded the hearing"),
    Role.LEADER: Words(zh="集体讨论出席", en="took part in the leaders' discussion"),
    Role.PRESENT: Words(zh="集体讨论列席、汇报、记录", en="attended, reported to or recorded the discussion"),
    Role.DEFENCE: Words(zh="记录陈述申辩", en="took down the defence"),
    Role.SERVER: Words(zh="送达", en="served papers"),
}
LONGEST = timedelta(hours=24)
"""A record longer than this was hardly taken in one go."""
_TIMES = (
    ("现场笔录", "检查开始", "检查结束"),
    ("询问笔录", "询问开始", "询问结束"),
    ("电子数据证据提取笔录", "提取开始", "提取结束"),
)


def people(case: CaseFacts) -> People:
    """The persons of the authority and the remarks on them."""
    persons = tuple(_persons(case))
    investigating = [p for p in persons if any(a.role is Role.INVESTIGATOR for a in p.appearances) and not p.masked]
    remarks = (
        *_roles(persons),
        *_certificates(case),
        *_overlaps(case),
        *_times(case),
        *_recusals(case, persons),
    )
    return People(
        persons=persons,
        remarks=remarks,
        investigators=len(investigating),
        certified=len({number for p in investigating for number in p.certificates}),
    )


def _persons(case: CaseFacts) -> Iterator[Person]:
    certificates_told = numbers(case)
    order = {d.id: n for n, d in enumerate(case.dossier.documents)}
    found: dict[str, list[Appearance]] = defaultdict(list)
    for role, names in NAMED_IN:
        for fact in (f for name in names for f in known(case, name)):
            if fact.document is None or fact.origin is Origin.RECITED or not str(fact.value).strip():
                continue
            name = normalise_name(str(fact.value))
            if all(a.role is not role or a.document != fact.document for a in found[name]):
                found[name].append(_appearance(case, role, fact, certificates_told))
    for name, own in sorted(found.items(), key=lambda item: min(order[a.document] for a in item[1])):
        certificates = dict.fromkeys(str(f.value) for f in certificates_told if normalise_name(f.about or "") == name)
        masked = is_masked(name) or any(a.fact.masked for a in own)
        yield Person(name=name, masked=masked, certificates=tuple(certificates), appearances=tuple(own))


def _appearance(case: CaseFacts, role: Role, fact: Fact, certificates: Sequence[Fact]) -> Appearance:
    assert fact.document is not None  # noqa: S101 (the caller looked)
    paper = fact.name.partition(".")[0]
    own = (f for f in certificates if f.document == fact.document)
    name = normalise_name(str(fact.value))
    certificate = next((str(f.value) for f in own if normalise_name(f.about or "") == name), None)
    start, end = _time(case, paper, fact.document)
    return Appearance(
        role=role,
        paper=paper,
        document=fact.document,
        certificate=certificate,
        start=_iso(start),
        end=_iso(end),
        fact=fact,
    )


def _time(case: CaseFacts, paper: str, document: str) -> tuple[Fact | None, Fact | None]:
    for form, first, last in _TIMES:
        if form == paper:
            start, end = known(case, f"{form}.{first}", document), known(case, f"{form}.{last}", document)
            return (start[0] if start else None), (end[0] if end else None)
    return None, None


def _iso(fact: Fact | None) -> str | None:
    if fact is None or not isinstance(fact.value, datetime):
        return None
    return fact.value.isoformat(timespec="minutes")


def _roles(persons: Sequence[Person]) -> Iterator[Remark]:
    for person in persons:
        if person.masked:
            continue
        for one, other, rule in APART:
            first = next((a for a in person.appearances if a.role is one), None)
            second = next((a for a in person.appearances if a.role is other), None)
            if first is None or second is None:
                continue
            yield Remark(
                kind="roles",
                names=(person.name,),
                said=Words(
                    zh=f"“{person.name}”既是{first.paper}的{ROLES[one].zh}人员，又见于{second.paper}（{ROLES[other].zh}）",
                    en=f"{person.name} {ROLES[one].en} ({first.paper}) and {ROLES[other].en} ({second.paper})",
                ),
                rule=rule,
                facts=(first.fact, second.fact),
            )


def _certificates(case: CaseFacts) -> Iterator[Remark]:
    found = numbers(case)
    for officer, _ in several_numbers(found):
        own = [f for f in found if normalise_name(f.about or "") == officer]
        listed = tuple(dict.fromkeys(str(f.value) for f in own))
        yield Remark(
            kind="certificates",
            names=(officer,),
            said=Words(
                zh=f"“{officer}”的执法证号有{len(listed)}个：{'、'.join(listed)}",
                en=f"{officer} has {len(listed)} certificate numbers: {', '.join(listed)}",
            ),
            rule="PROC-OFFICER-CERT",
            facts=tuple(own),
        )
    for number, pair in several_officers(found):
        names = tuple(normalise_name(f.about or "") for f in pair)
        yield Remark(
            kind="certificate_shared",
            names=names,
            said=Words(
                zh=f"执法证号 {number} 见于{'、'.join(names)}",
                en=f"certificate {number} stands beside {', '.join(names)}",
            ),
            rule="PROC-OFFICER-CERT",
            facts=pair,
        )


def _overlaps(case: CaseFacts) -> Iterator[Remark]:
    found, _ = records(case, RECORDS)
    for clash in clashes(found):
        spans = [f"{moment(r.start):%Y-%m-%d %H:%M}–{moment(r.end):%H:%M}" for r in (clash.one, clash.two)]
        yield Remark(
            kind="overlap",
            names=(clash.name,),
            said=Words(
                zh=f"“{clash.name}”的两份笔录时间重叠：{spans[0]} 与 {spans[1]}",
                en=f"two records of {clash.name} overlap: {spans[0]} and {spans[1]}",
            ),
            rule="PROC-OFFICER-CLASH",
            facts=(clash.first, clash.one.start, clash.second, clash.two.start),
        )


def _times(case: CaseFacts) -> Iterator[Remark]:
    """Records that end before they begin, at once, or more than a day later."""
    for form, _, _ in _TIMES:
        for paper in case.documents(form):
            start, end = _time(case, form, paper.id)
            if start is None or end is None or not _both_timed(start, end):
                continue
            length = moment(end) - moment(start)
            if timedelta(0) < length <= LONGEST:
                continue
            yield Remark(
                kind="time",
                names=(),
                said=Words(
                    zh=f"{form}的起止时间需核实：{_iso(start)} 至 {_iso(end)}",
                    en=f"the times of the {form} must be checked: {_iso(start)} to {_iso(end)}",
                ),
                rule="EVID-ASK-TIME" if form == "询问笔录" else "",
                facts=(start, end),
            )


def _both_timed(start: Fact, end: Fact) -> bool:
    return isinstance(start.value, datetime) and isinstance(end.value, datetime)


def _recusals(case: CaseFacts, persons: Sequence[Person]) -> Iterator[Remark]:
    """Papers on recusal that name someone who acts in the case."""
    for paper in case.documents("回避申请及决定"):
        said = running(paper).text
        named = [p for p in persons if not p.masked and p.name in said]
        if not named:
            continue
        names = tuple(p.name for p in named)
        yield Remark(
            kind="recusal",
            names=names,
            said=Words(
                zh=f"回避申请及决定涉及{'、'.join(names)}，其后是否仍参与本案需核实",
                en=f"a paper on recusal names {', '.join(names)}; whether they acted afterwards must be checked",
            ),
            rule="",
            facts=tuple(p.appearances[0].fact for p in named),
        )
