"""询问内容: which key facts nobody was asked about."""

import re
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, opening, running, settle, text, texts, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.interviews.records import FORM, interviews


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """A key fact: `said` are words that question or answer has, `kinds` words of the 案由 in which it matters (none: any).

    `elsewhere` are words of another paper that settle it.
    """

    name: Words
    said: re.Pattern[str]
    kinds: re.Pattern[str] | None
    elsewhere: re.Pattern[str] | None


@predicate("topics_asked")
def topics_asked(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the 询问笔录 of a case speak of each of `topics`; what none of them mentions is a question.

    A topic is `{zh, en, pattern, cause, elsewhere}`: `cause` is a pattern for the 案由 (`causes`: facts that hold it),
    without which it matters in every case; `elsewhere` one for the words of another paper that settle it.
    """
    del law
    records = interviews(case)
    causes = [str(f.value) for name in texts(arguments, "causes") for f in known(case, name)]
    unread_papers = tuple(r.paper.id for r in records if unread(case, r.paper))
    said = "".join(t.question.text + t.answer.text for r in records for t in r.turns)
    if not said:
        return settle(moot=not unread_papers, missing=_gap(unread_papers))
    others = [d for d in case.dossier.documents if d.form != case.form_name(FORM)]
    never = [
        topic.name
        for topic in _topics(arguments)
        if not topic.said.search(said)
        and (topic.kinds is None or any(topic.kinds.search(c) for c in causes))
        and not (topic.elsewhere and any(topic.elsewhere.search(running(d).text) for d in others))
    ]
    if not never:
        return settle()
    if unread_papers:
        return settle((), _gap(unread_papers))
    listed = Words(zh="、".join(n.zh for n in never), en=", ".join(n.en for n in never))
    violation = Violation(
        quotes=tuple(q for r in records[:3] for q in opening(r.paper)),
        params=(("topics", listed.zh), ("topics@en", listed.en)),
        cause=Cause.NEEDS_JUDGEMENT,
        key=listed.zh,
    )
    return settle((violation,))


def _gap(papers: tuple[str, ...]) -> tuple[Missing, ...]:
    return (Missing(name=FORM, cause=Cause.UNREADABLE, looked=papers),) if papers else ()


def _topics(arguments: Json) -> list[_Topic]:
    listed = arguments.get("topics") if isinstance(arguments, dict) else None
    return [
        _Topic(
            name=Words(zh=text(item, "zh"), en=text(item, "en")),
            said=re.compile(text(item, "pattern")),
            kinds=_optional(item, "cause"),
            elsewhere=_optional(item, "elsewhere"),
        )
        for item in (listed if isinstance(listed, list) else [])
    ]


def _optional(item: Json, key: str) -> re.Pattern[str] | None:
    return re.compile(text(item, key)) if texts(item, key) else None
