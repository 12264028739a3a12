"""时间顺序: the steps of a case one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.fact import Absent, CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.ending import penalty_expected
from casecheck.rules.builtin.reading import day, known, missing, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.steps.order import Inversion, inversions, turned
from casecheck.rules.steps.path import heard, loose_pairs, main_path, told_by


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The steps to be compared: name and date facts of each, those a pass needs, and pairs that are not told here.

    `beyond` are date facts that a pass needs though they are those of no step to be compared.
    """

    steps: tuple[tuple[str, tuple[str, ...]], ...]
    core: frozenset[str]
    loose: set[tuple[str, str]]
    elsewhere: set[tuple[str, str]]
    beyond: tuple[tuple[str, ...], ...] = ()


@predicate("steps_in_order")
def steps_in_order(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the dates of `steps` follow each other; equal days do.

    A step may name several facts with `|` (the first that is known counts). A step that happened several times is out of
    order only when none of its days fits. `core` steps must be known for a pass; the others count when their paper is
    there. `unless_heard` are pairs `[earlier, later]` that a hearing turns round (法制审核 follows the hearing, 程序规定
    第五十条第二款).
    """
    del law
    steps = tuple((step, tuple(step.split("|"))) for step in texts(arguments, "steps"))
    loose = _pairs(arguments, "unless_heard") if heard(case) else set()
    return _judged(case, _Row(steps=steps, core=frozenset(texts(arguments, "core")), loose=loose, elsewhere=set()))


@predicate("path_in_order")
def path_in_order(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the steps of the main path of the case (`law/steps.yml`) follow each other, as the replay of the steps has it.

    `core` names steps that must be known for a pass, `core_of_penalty` those where the case may end with a penalty.
    Moot where the case is on no path.
    """
    path = main_path(case, law.steps)
    if path is None:
        return Answer(truth=True, moot=True)
    core = set(texts(arguments, "core"))
    if penalty_expected(case, law, None).truth:
        core.update(texts(arguments, "core_of_penalty"))
    terms = [place.step for place in path.places if not place.side]
    return _judged(
        case,
        _Row(
            steps=tuple((term.name, term.dates) for term in terms),
            core=frozenset(core),
            loose=loose_pairs(path, case),
            elsewhere=set(told_by(path, case)),
            beyond=tuple(law.steps.by_name[name].dates for name in sorted(core - {term.name for term in terms})),
        ),
    )


def _judged(case: CaseFacts, row: _Row) -> Answer:
    gaps: list[Missing] = []
    taken: list[tuple[str, tuple[Fact, ...]]] = []
    for step, names in row.steps:
        facts, gap = _step(case, names, core=step in row.core)
        if facts:
            taken.append((step, facts))
        if gap:
            gaps.append(gap)
    gaps.extend(gap for names in row.beyond if (gap := _step(case, names, core=True)[1]))
    violations = [
        _violation(one)
        for one in inversions(taken, row.loose)
        if (one.first, one.then) not in row.elsewhere and not _follows(one, taken, row.elsewhere)
    ]
    return settle(violations, gaps, [f for _, facts in taken for f in facts])


def _follows(one: Inversion, taken: Sequence[tuple[str, tuple[Fact, ...]]], elsewhere: set[tuple[str, str]]) -> bool:
    """Whether an inversion only follows from one that another check reports: the same step came even later than a later one."""
    order, days = [step for step, _ in taken], dict(taken)
    return any(
        first == one.first
        and then in days
        and order.index(then) > order.index(one.then)
        and turned(((first, days[first]), (then, days[then]))) is not None
        for first, then in elsewhere
    )


def _pairs(arguments: Json, name: str) -> set[tuple[str, str]]:
    listed = arguments.get(name) if isinstance(arguments, dict) else None
    pairs = listed if isinstance(listed, list) else []
    return {(str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2}


def _step(case: CaseFacts, names: Sequence[str], *, core: bool) -> tuple[tuple[Fact, ...], Missing | None]:
    first_gap: Missing | None = None
    for name in names:
        facts = known(case, name)
        if facts:
            return facts, None
        slot = case.slot(name)
        paper_there = bool(case.documents(name.split(".", 1)[0])) and not name.endswith(".送达日期")
        if core or paper_there or not isinstance(slot, Absent):
            first_gap = first_gap or missing(case, name)
    return (), first_gap


def _violation(turned: Inversion) -> Violation:
    early, late = turned.early, turned.late
    return Violation(
        facts=(early, late),
        params=(
            ("early", early.name),
            ("early_date", day(early).isoformat()),
            ("late", late.name),
            ("late_date", day(late).isoformat()),
        ),
        working=Words(
            zh=f"{early.name} {day(early).isoformat()} 晚于 {late.name} {day(late).isoformat()}",
            en=f"{early.name} {day(early).isoformat()} is later than {late.name} {day(late).isoformat()}",
        ),
        key=f"{early.name} {late.name}",
    )


@predicate("recited_as_it_was")
def recited_as_it_was(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the day that `tellers` give for a step is the one that its own paper proves (`facts`: names of dates).

    Which of the two is wrong only the originals show, so a difference is a conflict, not a defect.
    """
    del law
    tellers = {case.form_name(form) for form in texts(arguments, "tellers")}
    violations: list[Violation] = []
    for name in texts(arguments, "facts"):
        own = [f for f in case.named(name) if f.origin is not Origin.RECITED]
        days = {day(f) for f in own}
        for told in (f for f in case.named(name) if f.origin is Origin.RECITED and f.document):
            paper = case.dossier.document(told.document) if told.document else None
            if paper is None or paper.form not in tellers or not days or day(told) in days:
                continue
            violations.append(
                Violation(
                    facts=(told, own[0]),
                    variant="recited",
                    params=(
                        ("paper", title_of(case, told.document)),
                        ("what", name),
                        ("told", day(told).isoformat()),
                        ("proven", "、".join(sorted(d.isoformat() for d in days))),
                    ),
                    cause=Cause.CONFLICTING,
                    key=f"recited {name}",
                )
            )
    return settle(violations)
