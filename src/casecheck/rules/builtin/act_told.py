"""违法行为七要素: who, when, where, how, what, in which circumstances, with what result, as a paper tells the act."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import NOTHING_THERE, known, settle, text, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words

_BEGIN = re.compile(r"经查|查明|违法事实[：:及]|案件来源|\d{4}年\d{1,2}月|年月日|本局(?:对|接|于|执法)")
"""Where the story of the case begins: what stands before names the party."""
_END = re.compile(
    r"(?:本局|我局|本机关)认为|(?:上述|以上)(?:违法)?事实[，,]?(?:主要)?[有由]|(?:上述|以上)(?:违法)?(?:行为|事实)[^。]{0,10}违反|违反了?《"
)
"""Where it ends and the opinion begins."""
_INQUIRY = re.compile(r"经(?:调|核)?查(?:明|实)?[，,：:]|查明[，,：:]")
"""What opens the findings; the last counts: an opinion before it is that on which the case was filed."""
_JUDGED = re.compile(r"(?:本局|我局|本机关)认为")
_ACCOUNT = "违法事实的叙述"
"""What a paper lacks in which no story was found."""
_SHORTEST = 40
"""A story shorter than this was hardly read whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One of the seven: its name, the words that show it, how grave it is when none stands there.

    `asked`: that none stands there is a question.
    """

    name: Words
    words: re.Pattern[str]
    severity: Severity
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The part of a paper that tells the act; `start` and `end` are offsets in its own words."""

    paper: CaseDocument
    text: str
    start: int
    end: int


@predicate("act_told")
def act_told(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each of `papers` tells the act with all `points` (`{zh, en, any, severity, ask}`).

    What the opinion says is no fact. A paper of which no story,
    or not all, was read is not judged; one whose form has nothing below its headings is the matter of another rule.
    """
    del law
    points = list(_points(arguments))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for form in texts(arguments, "papers"):
        for paper in case.documents(form):
            story = None if known(case, NOTHING_THERE, paper.id) else _story(paper)
            if story is None or unread(case, paper):
                hidden = unread(case, paper)
                cause = Cause.UNREADABLE if hidden else Cause.NOT_FOUND
                gaps.append(Missing(name=form if hidden else _ACCOUNT, cause=cause, looked=(paper.id,)))
                continue
            violations.extend(_lacking(case, story, points))
    return settle(violations, gaps)


def _points(arguments: Json) -> Iterator[Point]:
    listed = arguments.get("points") if isinstance(arguments, dict) else None
    for item in listed if isinstance(listed, list) else []:
        words = "|".join(texts(item, "any"))
        asked = isinstance(item, dict) and item.get("ask") is True
        yield Point(
            name=Words(zh=text(item, "zh"), en=text(item, "en")),
            words=re.compile(words),
            severity=Severity(text(item, "severity")),
            asked=asked,
        )


def _story(paper: CaseDocument) -> Story | None:
    said = own_words(paper).text
    judged = _JUDGED.search(said)
    findings = max((m.end() for m in _INQUIRY.finditer(said, 0, judged.start() if judged else len(said))), default=0)
    opinion = next((m.start() for m in _END.finditer(said, max(_SHORTEST, findings))), len(said))
    begin = _BEGIN.search(said, 0, opinion)
    start = begin.start() if begin and opinion - begin.start() >= _SHORTEST else 0
    end = next((m.start() for m in _END.finditer(said, max(start + _SHORTEST, findings))), len(said))
    told = said[start:end]
    return Story(paper=paper, text=told, start=start, end=end) if len(told) >= _SHORTEST else None


def _lacking(case: CaseFacts, story: Story, points: list[Point]) -> Iterator[Violation]:
    said = own_words(story.paper)
    for point in points:
        if point.words.search(story.text):
            continue
        yield Violation(
            quotes=(said.quote(story.start, min(story.end, story.start + _SHORTEST)),),
            variant="thin" if point.asked else "",
            params=(
                ("paper", title_of(case, story.paper.id)),
                ("point", point.name.zh),
                ("point_en", point.name.en),
            ),
            severity=point.severity,
            cause=Cause.NEEDS_JUDGEMENT if point.asked else None,
            key=f"{story.paper.id} {point.name.zh}",
        )
