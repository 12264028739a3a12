"""重新告知: a decision that goes beyond what the notice announced."""

from collections.abc import Iterator, Sequence
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.notice import DECIDED, DECISION, NOTICE, SERVED
from casecheck.rules.builtin.reading import day, known, missing, passage, settle, the
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.statement import defended
from casecheck.text.money import format_yuan


@predicate("not_beyond_notice")
def not_beyond_notice(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision stays within what the last notice announced: amounts, kinds of penalty.

    Less than announced is lawful. `amounts` are pairs `[fact of the notice, fact of the decision]`. A sum that rose after
    the party was heard on the only notice is a heavier penalty after the defence: `not_heavier_after_defence` reports it.
    """
    del law
    notices, decisions = case.documents(NOTICE), case.documents(DECISION)
    if not notices or not decisions:
        names = [n for n, papers in ((NOTICE, notices), (DECISION, decisions)) if not papers]
        return settle((), [Missing(name=n, cause=Cause.DOCUMENT_MISSING) for n in names])
    decision = decisions[-1]
    in_time, late = _before_and_after(case, notices, decision)
    notice = _last(case, in_time or notices)
    raised = () if len(notices) == 1 and defended(case) else _raised(case, arguments, notice, decision)
    violations = [*raised, *_added(case, notice, decision)]
    violations.extend(_told_late(case, notice, other, decision) for other in late if in_time)
    fined, told = known(case, f"{DECISION}.罚款金额", decision.id), known(case, f"{NOTICE}.拟罚款金额", notice.id)
    gaps: list[Missing] = []
    if fined and not told and not violations:
        gaps.extend(m for m in (missing(case, f"{NOTICE}.拟罚款金额", notice.id),) if m)
    penal = [f for field in ("处罚种类", "没收违法所得金额") for f in known(case, f"{DECISION}.{field}", decision.id)]
    if not fined and not penal:
        gaps.extend(m for m in (missing(case, f"{DECISION}.罚款金额", decision.id),) if m)
    return settle(violations, gaps, (*told, *fined))


def _before_and_after(
    case: CaseFacts, notices: Sequence[CaseDocument], decision: CaseDocument
) -> tuple[list[CaseDocument], list[CaseDocument]]:
    """The notices of before the day of the decision, and those served (or, if not served, dated) on that day or later."""
    decided = the(case, DECIDED, decision.id)
    late = []
    for paper in notices:
        told = known(case, SERVED, paper.id) or known(case, f"{NOTICE}.日期", paper.id)
        if decided and told and min(map(day, told)) >= day(decided):
            late.append(paper)
    return [paper for paper in notices if paper not in late], late


def _told_late(case: CaseFacts, notice: CaseDocument, late: CaseDocument, decision: CaseDocument) -> Violation:
    """A further notice when the decision was already made: nobody was heard on what it changes."""
    told = next(f for name in (SERVED, f"{NOTICE}.日期") for f in known(case, name, late.id))
    changed = [
        (before, after)
        for field in ("拟罚款金额", "拟没收违法所得金额", "处罚种类", "处罚依据")
        if (before := known(case, f"{NOTICE}.{field}", notice.id))
        and (after := known(case, f"{NOTICE}.{field}", late.id))
        and {f.value for f in before} != {f.value for f in after}
    ]
    facts = (*known(case, DECIDED, decision.id)[:1], told, *(f for pair in changed for side in pair for f in side[:1]))
    return Violation(
        facts=facts,
        variant="late_changed" if changed else "late",
        params=(("served", day(told).isoformat()), ("number", late.number or "")),
        cause=None if changed else Cause.CONFLICTING,
        key=f"late {late.number or day(told).isoformat()}",
    )


def _last(case: CaseFacts, notices: Sequence[CaseDocument]) -> CaseDocument:
    """The notice with the latest day; the last one in the file when no days are known."""

    def latest(item: tuple[int, CaseDocument]) -> tuple[date, int]:
        position, paper = item
        facts = (*known(case, SERVED, paper.id), *known(case, f"{NOTICE}.日期", paper.id))
        return max((day(f) for f in facts), default=date.min), position

    return max(enumerate(notices), key=latest)[1]


def _raised(case: CaseFacts, arguments: Json, notice: CaseDocument, decision: CaseDocument) -> Iterator[Violation]:
    listed = arguments.get("amounts") if isinstance(arguments, dict) else None
    for pair in listed if isinstance(listed, list) else []:
        if not isinstance(pair, list) or len(pair) != 2:
            continue
        told, given = the(case, str(pair[0]), notice.id), the(case, str(pair[1]), decision.id)
        if not (told and given and isinstance(told.value, int) and isinstance(given.value, int)):
            continue
        if given.value > told.value:
            yield Violation(
                facts=(told, given),
                params=(
                    ("what", str(pair[1]).split(".", 1)[1].removesuffix("金额")),
                    ("told", format_yuan(told.value)),
                    ("given", format_yuan(given.value)),
                ),
                working=Words(
                    zh=f"告知 {format_yuan(told.value)} 元 < 决定 {format_yuan(given.value)} 元",
                    en=f"announced {format_yuan(told.value)} < decided {format_yuan(given.value)} yuan",
                ),
                key=str(pair[1]),
            )


def _added(case: CaseFacts, notice: CaseDocument, decision: CaseDocument) -> Iterator[Violation]:
    told = known(case, f"{NOTICE}.处罚种类", notice.id)
    given = known(case, f"{DECISION}.处罚种类", decision.id)
    if not told:
        return
    announced = {str(f.value) for f in told} | _implied(case, notice)
    said = passage(notice).text
    unpunished = any("不予" in kind for kind in announced)
    for kind in dict.fromkeys(str(f.value) for f in given):
        if kind in announced or "不予" in kind or (kind in said and not unpunished):
            continue
        facts = tuple(f for f in given if str(f.value) == kind)
        mild = kind in ("警告", "通报批评") and not unpunished
        yield Violation(
            facts=(*told[:1], *facts[:1]),
            variant="kind",
            params=(("kind", kind), ("announced", "、".join(sorted({str(f.value) for f in told})))),
            cause=Cause.NEEDS_JUDGEMENT if mild else None,
            key=kind,
        )


def _implied(case: CaseFacts, notice: CaseDocument) -> set[str]:
    pairs = (("拟罚款金额", "罚款"), ("拟没收违法所得金额", "没收违法所得"))
    return {kind for field, kind in pairs if known(case, f"{NOTICE}.{field}", notice.id)}
