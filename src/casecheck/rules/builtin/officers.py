"""执法人员: how many, with which certificates, where at which time."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.people import Role
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, missing, passage, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.people.certificates import numbers, several_numbers, several_officers
from casecheck.rules.people.records import Clash, clashes, moment, records
from casecheck.rules.people.roles import RECORDS, names_of
from casecheck.text.identifiers import normalise_name

_CERTIFICATE = re.compile(r"执法证(?!件)|(?<!身份)证(?:件)?(?:编)?号")
"""A place for the number; that certificates (执法证件) were shown says nothing of it."""


@predicate("two_officers")
def two_officers(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every record names two different officers.

    `records` are the papers that two officers make. One where those who acted were not found is left open, one that shows a
    single officer is a violation: the same name twice counts once.
    """
    del law
    forms = texts(arguments, "records")
    names = names_of(Role.INVESTIGATOR, *forms)
    violations: list[Violation] = []
    lacking: list[Missing] = []
    used: list[Fact] = []
    for paper in (d for form in forms for d in case.documents(form)):
        facts = [f for name in names for f in known(case, name, paper.id)]
        used.extend(facts)
        persons = {normalise_name(str(f.value)) for f in facts}
        own = next(name for name in names if paper in case.documents(name.split(".", 1)[0]))
        if len(persons) >= 2:
            continue
        if not known(case, own, paper.id) or unread(case, paper):  # who kept the record did not question
            lacking.append(
                missing(case, own, paper.id) or Missing(name=own, cause=Cause.UNREADABLE, looked=(paper.id,))
            )
            continue
        violations.append(
            Violation(
                facts=tuple(facts),
                variant="masked" if any(f.masked for f in facts) and len(facts) > 1 else "",
                params=(("paper", _which(case, paper, own)), ("officer", str(facts[0].value))),
                cause=Cause.NEEDS_JUDGEMENT if any(f.masked for f in facts) and len(facts) > 1 else None,
                key=" ".join(filter(None, (title_of(case, paper.id), paper.number, str(facts[0].value)))),
            )
        )
    return settle(violations, lacking, used)


def _which(case: CaseFacts, paper: CaseDocument, name: str) -> str:
    """The record; where the file has several 询问笔录, with the person questioned."""
    form = name.split(".", 1)[0]
    several = len(case.documents(form)) > 1
    asked = known(case, f"{form}.被询问人", paper.id) if several and form == "询问笔录" else ()
    return title_of(case, paper.id) + (f"（{asked[0].value}）" if asked else "")


@predicate("certificates_constant")
def certificates_constant(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each officer has one 执法证号 and each number one officer, and every record carries numbers.

    `records` are the papers whose form has a place for them.
    """
    del law
    facts = numbers(case)
    violations = [*_several_numbers(facts), *_several_officers(facts)]
    lacking: list[Missing] = []
    bare: list[Violation] = []
    for form in texts(arguments, "records"):
        for paper in case.documents(form):
            if any(f.document == paper.id for f in facts):
                continue
            name = f"{form}.执法证号"
            if unread(case, paper):
                lacking.append(Missing(name=name, cause=Cause.UNREADABLE, looked=(paper.id,)))
                continue
            body = passage(paper)
            if _CERTIFICATE.search(body.text):  # printed, but whose number it is was not understood
                lacking.append(Missing(name=name, cause=Cause.NOT_FOUND, looked=(paper.id,)))
                continue
            bare.append(
                Violation(
                    variant="none",
                    params=(("paper", title_of(case, paper.id)),),
                    quotes=(body.quote(0, min(20, len(body.text)), document=paper.id),) if body.text else (),
                    severity=None if not case.documents("执法证复印件") else Severity.MINOR,
                    key=f"{title_of(case, paper.id)} {paper.id}",
                )
            )
    if not facts and not bare and not lacking:
        lacking.append(Missing(name="办案人员.执法证号", cause=Cause.NOT_FOUND))
    return settle([*violations, *bare], lacking, facts)


def _several_numbers(facts: list[Fact]) -> Iterator[Violation]:
    for officer, (first, other) in several_numbers(facts):
        params = (("officer", officer), ("one", str(first.value)), ("other", str(other.value)))
        yield Violation(facts=(first, other), variant="numbers", params=params, key=officer)


def _several_officers(facts: list[Fact]) -> Iterator[Violation]:
    for number, (first, other) in several_officers(facts):
        one, two = (normalise_name(f.about or "") for f in (first, other))
        params = (("number", number), ("one", one), ("other", two))
        yield Violation(facts=(first, other), variant="officers", params=params, key=number)


@predicate("no_officer_clash")
def no_officer_clash(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no officer stands in two records whose times overlap.

    Two interviews at once cannot be done by one person; records that overlap at one address are a question, at different or
    unknown places a violation.
    """
    del law, arguments
    found, lacking = records(case, RECORDS)
    violations = [_clash(case, clash) for clash in clashes(found)]
    return settle(violations, lacking, [f for record in found for f in record.facts])


def _clash(case: CaseFacts, clash: Clash) -> Violation:
    one, two = clash.one, clash.two
    interviews = one.paper.form == two.paper.form == case.form_name("询问笔录")
    near = one.place and two.place and normalise_name(str(one.place.value)) == normalise_name(str(two.place.value))
    same_premises = bool(near) and not interviews
    return Violation(
        facts=(clash.first, one.start, one.end, clash.second, two.start, two.end),
        variant="premises" if same_premises else "",
        params=(
            ("officer", clash.name),
            ("one", title_of(case, one.paper.id)),
            ("other", title_of(case, two.paper.id)),
            ("one_time", f"{_clock(one.start)}–{_clock(one.end)}"),
            ("other_time", f"{_clock(two.start)}–{_clock(two.end)}"),
        ),
        cause=Cause.NEEDS_JUDGEMENT if same_premises else None,
        working=Words(
            zh=f"{_clock(one.start)}–{_clock(one.end)} 与 {_clock(two.start)}–{_clock(two.end)} 重叠",
            en=f"{_clock(one.start)}–{_clock(one.end)} and {_clock(two.start)}–{_clock(two.end)} overlap",
        ),
        key=f"{clash.name} {_clock(one.start)} {_clock(two.start)}",
    )


def _clock(fact: Fact) -> str:
    return moment(fact).strftime("%Y-%m-%d %H:%M")
