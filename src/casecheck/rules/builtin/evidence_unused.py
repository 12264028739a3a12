"""证据清单: evidence that the file holds and neither the report nor the decision uses (处罚法 第四十条、第五十七条)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Cause, Severity, Violation
from casecheck.rules.builtin.evidence_items import Listed
from casecheck.rules.builtin.reading import opening, running, texts, unread
from casecheck.rules.builtin.wording import papers_of
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked, normalise_name

_COPIES = re.compile(r"^[^，。；、]{0,8}?(?P<each>各)?(?P<number>\d{1,3}|[一二两三四五六七八九十])份")
_NUMERALS = {numeral: n for n, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_OF_THE_OFFICE = re.compile(r"送达|张贴|公告|公示|销毁|封条|执法")
"""Titles of papers that record what the office did, and prove nothing of what the party did."""
_RECORDED_BY_THE_OFFICE = re.compile(r"执法记录仪|执法全过程")
_DECIDED = ("行政处罚决定书.决定日期", "不予行政处罚决定书.决定日期")
_COPY = re.compile(r"(?:（[^（）]*）|复印件|复制件|打印件|\s)+")
_SHORTEST_TITLE = 3
_SENTENCE_END = re.compile(r"[。；;]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A kind of evidence that is asked about: its form, the words that list it, and the papers that may hold it.

    `day` and `person` are the facts that tell one record from another of the same form; empty where its kind suffices.
    """

    form: str
    words: tuple[str, ...]
    holders: tuple[str, ...]
    day: str
    person: str


def unused(case: CaseFacts, arguments: Json, items: Sequence[Fact], named: Sequence[Listed]) -> tuple[Violation, ...]:
    """One question that names the evidence of the kinds in `unused` which no report and no decision uses; none otherwise.

    Matched as a generous reader would: a paper is used where its title stands in a report or a decision, where a list has a
    word of its kind, or where a paper that is listed holds it. A paper without a list that was read counts as a list from
    its first to its last word; where part of one was not read, nothing is asked.
    """
    lists = papers_of(case, tuple(dict.fromkeys(name.partition(".")[0] for name in texts(arguments, "lists"))))
    if unread(case, *lists):
        return ()
    read = {item.document for item in items}
    listed = "\n".join(
        [fold_text(str(item.value)) for item in items] + [running(p).text for p in lists if p.id not in read]
    )
    said = "\n".join(running(p).text for p in lists)
    found: list[CaseDocument] = []
    for kind in _asked(arguments):
        papers = [p for p in case.documents(kind.form) if not _told_of(p, said)]
        mentions = [m for m in named if case.form_name(kind.form) in map(case.form_name, m.kind.forms)]
        if kind.day and mentions:
            found += _records(case, kind, mentions, said) if read.issuperset(p.id for p in lists) else []
        elif not any(word in listed for word in kind.words) and not _held(case, kind):
            found += papers
    return (_question(case, found, items),) if found else ()


def _asked(arguments: Json) -> list[Asked]:
    given = arguments.get("unused") if isinstance(arguments, dict) else None
    return [
        Asked(
            form=texts(item, "form")[0],
            words=texts(item, "words"),
            holders=texts(item, "holders"),
            day="".join(texts(item, "day")),
            person="".join(texts(item, "person")),
        )
        for item in (given if isinstance(given, list) else [])
    ]


def _told_of(paper: CaseDocument, said: str) -> bool:
    """Whether a report or a decision names a paper by its printed title, or it records what the office did."""
    title = _COPY.sub("", fold_text(paper.title))
    own = _OF_THE_OFFICE.search(title) or _RECORDED_BY_THE_OFFICE.search(running(paper).text)
    return bool(own) or (len(title) >= _SHORTEST_TITLE and title in said)


def _held(case: CaseFacts, kind: Asked) -> bool:
    return any(word in running(p).text for p in papers_of(case, kind.holders) for word in kind.words)


def _records(case: CaseFacts, kind: Asked, mentions: Sequence[Listed], said: str) -> list[CaseDocument]:
    """The records of one form that no item covers: by their number, or by day or person. None where all would be such."""
    papers = case.documents(kind.form)
    by_list: dict[str | None, list[Listed]] = {}
    for mention in mentions:
        by_list.setdefault(mention.fact.document, []).append(mention)
    if any(sum(_copies(m, len(papers)) for m in own) >= len(papers) for own in by_list.values()):
        return []
    left = [p for p in papers if not _covered(case, kind, p, mentions, said)]
    return left if len(left) < len(papers) else []


def _copies(mention: Listed, all_of_them: int) -> int:
    """How many records a mention covers; one that gives neither a number nor a day or a person covers all."""
    value = fold_text(str(mention.fact.value))
    told = _COPIES.match(value[value.find(mention.word) + len(mention.word) :])
    if told and not told["each"]:
        return _NUMERALS.get(told["number"]) or int(told["number"])
    return 1 if mention.days or mention.person else all_of_them


def _covered(case: CaseFacts, kind: Asked, paper: CaseDocument, mentions: Sequence[Listed], said: str) -> bool:
    """Whether a sentence of a report or a decision tells of a record and its day, or an item names its person and gives no day.

    So, too, where its day is not known, a name is masked, or it was made after the decision.
    """
    day = next((f.value for f in case.named(kind.day, paper.id) if isinstance(f.value, date)), None)
    persons = case.named(kind.person, paper.id) if kind.person else ()
    if day is None or any(f.masked or is_masked(str(f.value)) for f in persons):
        return True
    of_day = date(day.year, day.month, day.day)
    short = re.compile(rf"(?<!\d)0?{day.month}月0?{day.day}日")
    for sentence in _SENTENCE_END.split(said):
        if any(word in sentence for word in kind.words) and (
            short.search(sentence) or of_day in {d.value for d in find_dates(sentence)}
        ):
            return True
    decided = [f.value for name in _DECIDED for f in case.named(name) if isinstance(f.value, date)]
    if any(date(d.year, d.month, d.day) < of_day for d in decided):
        return True
    items = normalise_name("\n".join(fold_text(str(m.fact.value)) for m in mentions if not m.days))
    return any(normalise_name(str(f.value)) in items for f in persons)


def _question(case: CaseFacts, papers: Sequence[CaseDocument], items: Sequence[Fact]) -> Violation:
    ordered = sorted(papers, key=case.dossier.documents.index)
    names = "、".join(f"《{p.title or p.form}》" for p in ordered)
    return Violation(
        facts=tuple(items[:1]),
        quotes=tuple(q for p in ordered for q in opening(p)),
        variant="unused",
        params=(("papers", names),),
        severity=Severity.MINOR,
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"unused {names}",
    )
