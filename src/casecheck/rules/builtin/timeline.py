"""时间顺序: the steps of a case one after the other."""

from collections.abc import Iterator
from itertools import combinations

from casecheck.law.book import LawBook
from casecheck.model.fact import Absent, CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.ending import penalty_expected
from casecheck.rules.builtin.reading import day, known, missing, settle, text, texts, title_of
from casecheck.rules.builtin.registry import predicate


@predicate("steps_in_order")
def steps_in_order(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the dates of `steps` follow each other; equal days do.

    A step may name several facts with `|` (the first that is known counts). A step that happened several times is out of
    order only when none of its days fits. `core` steps must be known for a pass, `core_of_penalty` where the case may end
    with a penalty; the others count when their paper is there. `told_elsewhere` are `{paper, pairs}`: pairs of steps that another rule compares when the paper is in the file.
    `unless_heard` are pairs `[earlier, later]` that a hearing turns round (法制审核 follows the hearing,
    程序规定 第五十条第二款).
    """
    steps = texts(arguments, "steps")
    core = set(texts(arguments, "core"))
    if penalty_expected(case, law, None).truth:
        core.update(texts(arguments, "core_of_penalty"))
    gaps: list[Missing] = []
    taken: list[tuple[str, tuple[Fact, ...]]] = []
    for step in steps:
        facts, gap = _step(case, step, step in core)
        if facts:
            taken.append((step, facts))
        if gap:
            gaps.append(gap)
    heard = case.documents("听证笔录") or case.documents("听证报告")
    loose = _pairs(arguments, "unless_heard") if heard else set()
    violations = list(_inversions(taken, loose, _elsewhere(case, arguments)))
    return settle(violations, gaps, [f for _, facts in taken for f in facts])


def _elsewhere(case: CaseFacts, arguments: Json) -> set[tuple[str, str]]:
    told = arguments.get("told_elsewhere") if isinstance(arguments, dict) else None
    return _pairs(told, "pairs") if told is not None and case.documents(text(told, "paper")) else set()


def _pairs(arguments: Json, name: str) -> set[tuple[str, str]]:
    listed = arguments.get(name) if isinstance(arguments, dict) else None
    pairs = listed if isinstance(listed, list) else []
    return {(str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2}


def _step(case: CaseFacts, step: str, core: bool) -> tuple[tuple[Fact, ...], Missing | None]:
    first_gap: Missing | None = None
    for name in step.split("|"):
        facts = known(case, name)
        if facts:
            return facts, None
        slot = case.slot(name)
        paper_there = bool(case.documents(name.split(".", 1)[0])) and not name.endswith(".送达日期")
        if core or paper_there or not isinstance(slot, Absent):
            first_gap = first_gap or missing(case, name)
    return (), first_gap


def _inversions(
    taken: list[tuple[str, tuple[Fact, ...]]], loose: set[tuple[str, str]], elsewhere: set[tuple[str, str]]
) -> Iterator[Violation]:
    reported: set[str] = set()
    for (early_step, early_facts), (late_step, late_facts) in combinations(taken, 2):
        if (early_step, late_step) in loose or early_step in reported or late_step in reported:
            continue
        early = min(early_facts, key=day)
        late = max(late_facts, key=day)
        if day(early) <= day(late):
            continue
        # One wrong date is out of order with many others: it is told once, against its nearest neighbour.
        reported.add(_odd_one(taken, early_step, late_step))
        if (early_step, late_step) in elsewhere:
            continue
        yield Violation(
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


def _odd_one(taken: list[tuple[str, tuple[Fact, ...]]], early: str, late: str) -> str:
    """Which of two steps that are out of order contradicts more of the other steps."""

    def contradictions(step: str) -> int:
        position = next(i for i, (name, _) in enumerate(taken) if name == step)
        own = taken[position][1]
        before = sum(min(day(f) for f in facts) > max(day(f) for f in own) for _, facts in taken[:position])
        after = sum(min(day(f) for f in own) > max(day(f) for f in facts) for _, facts in taken[position + 1 :])
        return before + after

    return early if contradictions(early) > contradictions(late) else late


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
