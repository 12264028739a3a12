"""事实日期: the days that a decision or a report tells of inspection, questioning, sampling and seizure are those of the papers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, settle, text, texts, title_of, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words, papers_of
from casecheck.text.dates import find_dates

_REACH = 60
"""How far the act may stand behind its day, in characters."""
_ACTOR = re.compile(r"执法人员|办案人员|[本我]局|检查人员|检查组|本机关|监督所|监管所|分局")
_OTHERS = re.compile(r"制作|证明|证据|笔录|通知书|决定书|申请|期限|延长|解除|[上前此]次|投诉|举报人?称|供述|陈述")
"""What makes the words behind a day something else than the telling of an act: a listed paper, a period, what others say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Act:
    """An act of the officers: what it is called, the words that tell it, the form and the facts with its days."""

    what: str
    words: re.Pattern[str]
    form: str
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    paper: CaseDocument
    day: date
    quote: Quote


@predicate("told_days_fit")
def told_days_fit(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the days that `papers` tell of an act of the officers are those of its records.

    `acts` are `{what, words, form, days}`. Where one record of the act is in the file and the paper tells one other day,
    that is a violation; among several records or days, or where another record may stand in a file that could not be read
    (variant `unread`), it is a question. Moot where no day of an act is told that a record could prove.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    violations: dict[str, Violation] = {}
    used: list[Fact] = []
    gaps: list[Missing] = []
    for act in _acts(arguments):
        proving = [f for n in act.days for f in case.named(n) if f.origin is not Origin.RECITED]
        if not proving:
            continue
        records = case.documents(act.form)
        if unread(case, *records):
            gaps.append(Missing(name=act.form, cause=Cause.UNREADABLE, looked=tuple(r.id for r in records)))
            continue
        for paper in papers:
            told = list(_told(paper, act))
            used.extend(proving if told else ())
            for one in _unproven(told, proving, len(records)):
                violation = _violation(case, act, one, proving, doubt=_doubt(case, len(records)))
                violations.setdefault(violation.key, violation)
    return settle(tuple(violations.values()), gaps, used, moot=not used)


def _acts(arguments: Json) -> list[_Act]:
    listed = arguments.get("acts") if isinstance(arguments, dict) else None
    return [
        _Act(what=text(a, "what"), words=re.compile(text(a, "words")), form=text(a, "form"), days=texts(a, "days"))
        for a in (listed if isinstance(listed, list) else [])
    ]


def _told(paper: CaseDocument, act: _Act) -> Iterator[_Told]:
    """The days on which the paper says that the officers did it."""
    said = own_words(paper)
    mentions = [m for m in find_dates(said.text) if m.value and m.kind == "full"]
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        end = min(mention.end + _REACH, following.start if following else len(said.text))
        clause = re.split("[。；\n]", said.text[mention.end : end])[0]
        found = act.words.search(clause)
        if found is None or mention.value is None or said.text[: mention.start].endswith(("至", "到", "自", "从")):
            continue
        before = clause[: found.start()]
        if _ACTOR.search(before) and not _OTHERS.search(before + clause[found.end() : found.end() + 6]):
            quote = said.quote(mention.start, mention.end + found.end())
            yield _Told(paper=paper, day=mention.value, quote=quote)


def _unproven(told: Sequence[_Told], proving: Sequence[Fact], records: int) -> Iterator[_Told]:
    """The told days that no record has; of several days with one record none where one of them fits: it may be another visit."""
    days = {day(f) for f in proving}
    others = list({t.day: t for t in told if t.day not in days}.values())
    if records == 1 and (len(others) != 1 or any(t.day in days for t in told)):
        return
    yield from others


def _doubt(case: CaseFacts, records: int) -> tuple[str, Cause | None]:
    """The variant and the cause of a question: another record may be unread, or one of several; none of it leaves a violation."""
    if unproven(case) is Cause.UNREADABLE:
        return "unread", Cause.UNREADABLE
    return ("several", Cause.NEEDS_JUDGEMENT) if records > 1 else ("", None)


def _violation(
    case: CaseFacts, act: _Act, told: _Told, proving: Sequence[Fact], *, doubt: tuple[str, Cause | None]
) -> Violation:
    days = ", ".join(sorted({day(f).isoformat() for f in proving}))
    variant, cause = doubt
    return Violation(
        facts=tuple({f.document: f for f in proving}.values()),
        quotes=(told.quote,),
        variant=variant,
        params=(
            ("paper", title_of(case, told.paper.id)),
            ("what", act.what),
            ("told", told.day.isoformat()),
            ("record", act.form),
            ("days", days),
        ),
        cause=cause,
        key=f"{act.what} {told.day.isoformat()}",
    )
