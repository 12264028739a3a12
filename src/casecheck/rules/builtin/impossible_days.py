"""不可能的日期: days that come after the paper that tells them, that are another day of the week, or before what they need."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Severity, Violation
from casecheck.rules.builtin.reading import Running, day, known, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words
from casecheck.text.dates import DateMention, find_dates

_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(r"^[（(，]?(?:星期|周|礼拜)(?P<day>[一二三四五六日天])(?![岁年])")
_HAPPENED = re.compile(
    r"^(?:[上下]午|中午|凌晨|晚上?)?(?:\d{1,2}[时:]\d{0,2}分?(?:许|左右)?)?，?(?:[本我]局|执法人员|办案人员|当事人|投诉人|举报人|我店|我公司|你单?位?)"
    r"[^。；，]{0,30}?(?:检查|发现|查获|立案|查封|扣押|抽样|询问|送达|收到|接到|购进|购买|销售给|售出|签订|移送|举报|投诉|提交|调取|制作)"
)
_PLANNED = re.compile(r"(?:将|拟|计划|预计|定于|届满|到期|之前|以前|前|内|止|为止|期限|有效)")
_RANGE = re.compile(r"(?:至|到|-|—|~|有效期[^。；，]{0,8}|期限[^。；，]{0,8})$")
_PRODUCED = re.compile(r"生产日期(?:为|是|：|标注为|标示为|标注|标示|“|:)*$")
_FORGED = re.compile(r"虚假|早产|提前标[注示]|篡改|虚标|涂改|更改|伪造|喷码")
_OWN_DAY = {
    "行政处罚决定书": ("行政处罚决定书.决定日期",),
    "案件调查终结报告": ("案件调查终结报告.日期",),
    "行政处罚告知书": ("行政处罚告知书.日期",),
    "现场笔录": ("现场笔录.检查结束", "现场笔录.检查开始"),
    "询问笔录": ("询问笔录.询问结束", "询问笔录.询问开始"),
    "抽样记录": ("抽样记录.日期",),
}
"""The facts with the day a paper was made: what it tells lies before."""


@predicate("days_fit_together")
def days_fit_together(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the days of the agency's papers can be true together.

    Looked for are acts told with a day after that of the paper that tells them, goods made after the day they were found
    (unless the paper is about a forged mark), days with the wrong weekday, and a test report (`report`) issued before the
    only sampling (`sampled`). Always moot: whether there are days at all is told by the check that they exist.
    """
    del law
    violations: dict[str, Violation] = {}
    for paper in case.dossier.documents:
        form = case.form(paper.form) if paper.form else None
        if form is None or form.short not in _OWN_DAY:
            continue
        own = next((f for name in _OWN_DAY[form.short] for f in known(case, name, paper.id)), None)
        for found in (*_weekdays(case, paper), *(_later(case, paper, own) if own else ())):
            violations.setdefault(found.key, found)
    for found in _tested_early(case, texts(arguments, "sampled"), texts(arguments, "report")):
        violations.setdefault(found.key, found)
    return settle(tuple(violations.values()), moot=True)


def _weekdays(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    said = own_words(paper)
    for mention in find_dates(said.text):
        named = _WEEKDAY.match(said.text[mention.end : mention.end + 5]) if mention.value else None
        if named is None or mention.value is None or mention.kind != "full":
            continue
        right = _WEEKDAYS[mention.value.weekday()]
        if named["day"].replace("天", "日") == right:
            continue
        yield Violation(
            quotes=(said.quote(mention.start, mention.end + named.end()),),
            variant="weekday",
            params=(
                ("paper", title_of(case, paper.id)),
                ("value", mention.value.isoformat()),
                ("right", f"星期{right}"),
                ("own", ""),
            ),
            severity=Severity.MINOR,
            key=f"weekday {mention.value.isoformat()}",
        )


def _later(case: CaseFacts, paper: CaseDocument, own: Fact) -> Iterator[Violation]:
    """What a paper tells of a day after its own."""
    said = own_words(paper)
    for mention in find_dates(said.text):
        if mention.value is None or mention.kind != "full" or mention.value <= day(own):
            continue
        produced = _PRODUCED.search(said.text, max(0, mention.start - 16), mention.start)
        if produced and not _FORGED.search(said.text):
            yield _violation(case, paper, said, mention, mention.value, own, "produced")
        elif _happened(said.text, mention):
            yield _violation(case, paper, said, mention, mention.value, own, "later")


def _happened(said: str, mention: DateMention) -> bool:
    """Whether an act is told of the day, and not a period, a term or a plan."""
    after = said[mention.end : mention.end + 60]
    found = _HAPPENED.match(after)
    return found is not None and not _PLANNED.search(found.group()) and not _RANGE.search(said[: mention.start][-16:])


def _violation(
    case: CaseFacts, paper: CaseDocument, said: Running, mention: DateMention, told: date, own: Fact, variant: str
) -> Violation:
    quoted = said.text.rfind("“", 0, mention.start) > said.text.rfind("”", 0, mention.start)
    return Violation(
        facts=(own,),
        quotes=(said.quote(mention.start, min(mention.end + 16, len(said.text))),),
        variant=variant,
        params=(
            ("paper", title_of(case, paper.id)),
            ("value", told.isoformat()),
            ("right", ""),
            ("own", day(own).isoformat()),
        ),
        cause=Cause.NEEDS_JUDGEMENT if quoted or own.origin is Origin.RECITED else None,
        key=f"{variant} {paper.id} {told.isoformat()}",
    )


def _tested_early(case: CaseFacts, sampled: tuple[str, ...], report: tuple[str, ...]) -> Iterator[Violation]:
    taken = [f for name in sampled for f in known(case, name) if f.origin is not Origin.RECITED]
    issued = [f for name in report for f in known(case, name) if f.origin is not Origin.RECITED]
    if len(taken) != 1:
        return
    for fact in issued:
        if day(fact) < day(taken[0]):
            yield Violation(
                facts=(fact, taken[0]),
                variant="tested",
                params=(
                    ("paper", title_of(case, fact.document)),
                    ("value", day(fact).isoformat()),
                    ("right", ""),
                    ("own", day(taken[0]).isoformat()),
                ),
                key=f"tested {day(fact).isoformat()}",
            )
