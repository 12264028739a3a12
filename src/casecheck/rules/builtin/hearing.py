"""听证: who presided, what the record says of the order, and what the decision rests on afterwards."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.people import Role
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, lacking, settle, texts, the, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits
from casecheck.rules.people.roles import named, names_of
from casecheck.text.identifiers import normalise_name

RECORD, DECISION = "听证笔录", "行政处罚决定书"


@predicate("hearing_led_apart")
def hearing_led_apart(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether nobody who led the hearing investigated the case (处罚法 第六十四条第（四）项).

    `heads` are the opinions of the investigating unit. The statute speaks of the chair; for those who sat or wrote beside
    him, for a masked name, and for a chair who signed as head of the unit, a person must judge.
    """
    del law
    chairs, members = named(case, Role.CHAIR), named(case, Role.HEARING)
    papers = {f.document for f in (*chairs, *members)}
    officers = [f for f in named(case, Role.INVESTIGATOR) if f.document not in papers or f.name[:4] == RECORD]
    violations: dict[str, Violation] = {}
    for variant, people in (("", chairs), ("member", members)):
        for person in people:
            name = normalise_name(str(person.value))
            same = [f for f in officers if normalise_name(str(f.value)) == name]
            if same and name not in violations:
                violations[name] = _investigated(case, person, same, variant)
    for head in _heads(case, chairs, arguments):
        violations.setdefault(head.key, head)
    gaps: list[Missing] = []
    if not chairs:
        gaps.extend(lacking(case, *names_of(Role.CHAIR)[:1]))
    if not officers:
        gaps.extend(lacking(case, *names_of(Role.INVESTIGATOR)[:1]))
    return settle(tuple(violations.values()), gaps, [*chairs, *members, *officers])


def _investigated(case: CaseFacts, person: Fact, same: list[Fact], variant: str) -> Violation:
    doubtful = bool(variant) or person.masked or same[0].masked
    return Violation(
        facts=(person, *{f.document: f for f in same}.values()),
        variant=variant,
        params=(
            ("name", str(person.value)),
            ("role", person.name.partition(".")[2]),
            ("papers", "、".join(dict.fromkeys(title_of(case, f.document) for f in same))),
        ),
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key=normalise_name(str(person.value)),
    )


def _heads(case: CaseFacts, chairs: list[Fact], arguments: Json) -> Iterator[Violation]:
    """The chair signed an opinion of the investigating unit: whether he heads it is for a person."""
    for chair in chairs:
        for opinion in (f for name in texts(arguments, "heads") for f in known(case, name)):
            if len(str(chair.value)) >= 2 and str(chair.value) in str(opinion.value):
                yield Violation(
                    facts=(chair, opinion),
                    variant="head",
                    params=(("name", str(chair.value)), ("papers", title_of(case, opinion.document))),
                    cause=Cause.NEEDS_JUDGEMENT,
                    key=normalise_name(str(chair.value)),
                )


@predicate("decided_on_the_record")
def decided_on_the_record(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no evidence was gathered between the hearing and the decision (处罚法 第六十五条).

    `dates` are facts with the day of a record or report of evidence. Each that lies after the last hearing, and no later
    than the decision, was not examined there. Where the decision names it, it rests on it; else that is a question.
    """
    del law
    heard = max(known(case, f"{RECORD}.听证日期"), key=day, default=None)
    decided = the(case, f"{DECISION}.决定日期")
    if heard is None or decided is None:
        return settle((), lacking(case, f"{RECORD}.听证日期", f"{DECISION}.决定日期"))
    later = [f for name in texts(arguments, "dates") for f in known(case, name) if day(heard) < day(f) <= day(decided)]
    violations = [_unheard(case, heard, fact, decided) for fact in {f.document: f for f in later}.values()]
    return settle(violations, (), (heard, decided))


def _unheard(case: CaseFacts, heard: Fact, fact: Fact, decided: Fact) -> Violation:
    """Evidence that came after the hearing; certain where the decision names that paper by its day."""
    form = title_of(case, fact.document)
    printed = f"{day(fact).year}年{day(fact).month}月{day(fact).day}日"
    named = re.compile(rf"{printed}[^。；]{{0,40}}{re.escape(form)}|{re.escape(form)}[^。；]{{0,20}}{printed}")
    relied = next(hits(named, case.documents(DECISION)), None)
    return Violation(
        facts=(heard, fact, decided),
        quotes=(relied.quote(),) if relied else (),
        variant="" if relied else "unsure",
        params=(("paper", form), ("date", day(fact).isoformat()), ("heard", day(heard).isoformat())),
        cause=None if relied else Cause.NEEDS_JUDGEMENT,
        key=f"{form} {day(fact).isoformat()}",
    )
