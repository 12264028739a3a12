"""事后证据: no evidence of a decision was made after it, or after the report that the decision rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold_text

_BESIDE = 24
"""How far the name of a paper may stand from its day in an item of a list, in characters."""
_PURPOSE = ("证明", "证实", "说明", "有效期", "至")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """A kind of evidence: the words that list it, the facts with its days."""

    words: tuple[str, ...]
    days: tuple[str, ...]


@predicate("evidence_before_decision")
def evidence_before_decision(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the evidence that a decision lists was made before it (行政诉讼证据规定 第六十条).

    `decided` is the day of the decision, `list` its list of evidence, `report` the day of the report, `kinds` tells `{words,
    days}` of each kind of paper. A later paper counts where the list names it by its day, or where no other paper of that
    kind was made in time: a record of a later visit is no evidence of the decision. What came after the last report is a
    question. A day that only the list prints may be a slip: that weighs less.
    """
    del law
    decided = next(iter(known(case, text(arguments, "decided"))), None)
    if decided is None:
        return settle((), lacking(case, text(arguments, "decided")))
    items = known(case, text(arguments, "list"))
    reported = max((day(f) for f in known(case, text(arguments, "report"))), default=None)
    kinds = [_Kind(words=texts(k, "words"), days=texts(k, "days")) for k in _listed(arguments)]
    violations: dict[str, Violation] = {}
    used: list[Fact] = [decided]
    for kind in kinds:
        made = _made(case, kind)
        used.extend(made)
        for found in (*_late(case, kind, made, decided, items, reported), *_told_late(kind, items, decided)):
            violations.setdefault(found.key, found)
    gaps = []
    if len(used) == 1:
        cause = Cause.DOCUMENT_MISSING if case.scope == "document" else Cause.NOT_FOUND
        gaps.append(Missing(name=kinds[0].days[0] if kinds else text(arguments, "list"), cause=cause))
    return settle(tuple(violations.values()), gaps, used)


def _listed(arguments: Json) -> Sequence[Json]:
    listed = arguments.get("kinds") if isinstance(arguments, dict) else None
    return listed if isinstance(listed, list) else []


def _made(case: CaseFacts, kind: _Kind) -> list[Fact]:
    """The day of each paper of a kind: the first of the facts that gives one."""
    made: dict[str | None, Fact] = {}
    for name in kind.days:
        for fact in known(case, name):
            if fact.origin is not Origin.RECITED:
                made.setdefault(fact.document, fact)
    return list(made.values())


def _late(
    case: CaseFacts, kind: _Kind, made: Sequence[Fact], decided: Fact, items: Sequence[Fact], reported: date | None
) -> Iterator[Violation]:
    naming = [item for item in items if any(word in fold_text(str(item.value)) for word in kind.words)]
    in_time = any(day(f) <= day(decided) for f in made)
    for fact in made:
        by_day = next((i for i in naming if day(fact) in _days(i)), None)
        if day(fact) > day(decided):
            relied = by_day or (naming[0] if naming and not in_time else None)
            if relied is None and items:
                continue  # made in time is another paper of this kind: this one is no evidence of the decision
            yield _violation(case, fact, decided, relied, "" if relied else "unlisted")
        elif reported and day(fact) > reported and by_day:
            yield _violation(case, fact, decided, by_day, "after_report", reported)


def _violation(
    case: CaseFacts, fact: Fact, decided: Fact, relied: Fact | None, variant: str, reported: date | None = None
) -> Violation:
    paper = title_of(case, fact.document)
    return Violation(
        facts=(fact, decided, *((relied,) if relied else ())),
        variant=variant,
        params=(
            ("paper", paper),
            ("date", day(fact).isoformat()),
            ("decided", day(decided).isoformat()),
            ("reported", reported.isoformat() if reported else ""),
        ),
        severity=Severity.MINOR if variant == "after_report" else None,
        cause=Cause.NEEDS_JUDGEMENT if variant else None,
        key=f"{paper} {day(fact).isoformat()}",
    )


def _told_late(kind: _Kind, items: Sequence[Fact], decided: Fact) -> Iterator[Violation]:
    """Items that give a paper of the kind a day after the decision."""
    for item in items:
        said = fold_text(str(item.value))
        for mention in find_dates(said):
            if mention.value is None or mention.value <= day(decided) or mention.kind != "full":
                continue
            after = said[mention.end : mention.end + _BESIDE]
            word = next((w for w in kind.words if w in after), None)
            between = after.partition(word)[0] if word else ""
            if word is None or any(p in between for p in _PURPOSE) or said[: mention.start].endswith("至"):
                continue
            yield Violation(
                facts=(item, decided),
                variant="listed",
                params=(
                    ("paper", word),
                    ("date", mention.value.isoformat()),
                    ("decided", day(decided).isoformat()),
                    ("reported", ""),
                ),
                severity=Severity.MAJOR,
                key=f"{word} {mention.value.isoformat()}",
            )


def _days(item: Fact) -> set[date]:
    return {m.value for m in find_dates(fold_text(str(item.value))) if m.value}
