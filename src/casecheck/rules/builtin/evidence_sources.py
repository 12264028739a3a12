"""证据来源: monitoring devices, foreign papers, evidence from other authorities, and the recording of the officers' own acts."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.arguments import mapping, text
from casecheck.rules.builtin.reading import opening, running, settle, texts, title_of, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits, papers_of

_WORD = re.compile(r"[A-Za-z]{3,}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TRANSLATED = re.compile(r"译[本文件]|翻译|中文版|中文对照")
_LEGALISED = re.compile(r"公证|认证|附加证明书|海牙|领事|使领馆|使馆|转递|核验章")
_MOSTLY_FOREIGN = 40
"""So many foreign words make a paper one that needs a translation: a name or an address has fewer."""


@predicate("monitoring_reviewed")
def monitoring_reviewed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether evidence of an automatic monitoring device (处罚法 第四十一条) comes with every one of `points` ({zh, en, pattern}).

    `device` are the words of the law for such a device, `perhaps` words that may mean one; with these only the lack is a question.
    That a point is not told counts only in a whole dossier that was read completely.
    """
    del law
    certain, doubtful = re.compile(text(arguments, "device")), re.compile(text(arguments, "perhaps"))
    found = list(hits(certain, case.dossier.documents))
    named = found or list(hits(doubtful, case.dossier.documents))
    if not named:
        return _nothing_found(case)
    said = "".join(running(d).text for d in case.dossier.documents)
    points = mapping(arguments).get("points")
    lacking = [p for p in (points if isinstance(points, list) else []) if not re.search(text(p, "pattern"), said)]
    if not lacking:
        return settle()
    cause = unproven(case)
    if cause is not None:
        return settle((), (Missing(name=title_of(case, named[0].document.id), cause=cause),))
    params = (
        ("device", named[0].match[0]),
        ("lacking", "、".join(text(p, "zh") for p in lacking)),
        ("lacking@en", ", ".join(text(p, "en") for p in lacking)),
    )
    doubt = None if found else Cause.NEEDS_JUDGEMENT
    quotes = tuple(h.quote() for h in named[:3])
    return settle((Violation(quotes=quotes, variant="" if found else "doubtful", params=params, cause=doubt),))


@predicate("foreign_papers_in_order")
def foreign_papers_in_order(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each paper in a foreign language (among `papers`, or unclassified) has a Chinese translation, and one made abroad its proof.

    程序规定 第二十七条. A paper is foreign where it has many Latin words and few Chinese characters. `abroad` are words of a
    paper made outside the mainland; whether it needs notarisation depends on what it is, so that is a question.
    """
    del law
    papers = [*papers_of(case, texts(arguments, "papers")), *(d for d in case.dossier.documents if d.form is None)]
    abroad = re.compile(text(arguments, "abroad"))
    foreign = [p for p in papers if _foreign(p)]
    made_abroad = [p for p in papers if p.form is not None and abroad.search(running(p).text)]
    if not foreign and not made_abroad:
        return _nothing_found(case)
    said = "".join(d.title + running(d).text for d in case.dossier.documents)
    violations = list(_untranslated(case, foreign)) if not _TRANSLATED.search(said) else []
    if not _LEGALISED.search(said):
        violations.extend(_unproven_abroad(case, made_abroad, abroad))
    cause = unproven(case)
    if cause is not None and violations:
        return settle((), (Missing(name=title_of(case, (foreign or made_abroad)[0].id), cause=cause),))
    return settle(violations)


def _nothing_found(case: CaseFacts) -> Answer:
    """Not asked; open where part of the dossier was not read."""
    hidden = [d for d in case.dossier.documents if unread(case, d)]
    return settle((), tuple(Missing(name=title_of(case, d.id), cause=Cause.UNREADABLE) for d in hidden[:1]), moot=True)


def _foreign(paper: CaseDocument) -> bool:
    said = " ".join(block.text for block in paper.blocks)
    words = _WORD.findall(said)
    letters = sum(map(len, words))
    return len(words) >= _MOSTLY_FOREIGN and letters > 2 * len(_HAN.findall(said))


def _untranslated(case: CaseFacts, papers: list[CaseDocument]) -> Iterator[Violation]:
    for paper in papers:
        yield Violation(
            quotes=opening(paper),
            params=(("paper", paper.title or title_of(case, paper.id)),),
            key=f"translation {paper.title} {paper.id}",
        )


def _unproven_abroad(case: CaseFacts, papers: list[CaseDocument], abroad: re.Pattern[str]) -> Iterator[Violation]:
    for paper in papers:
        body = running(paper)
        match = abroad.search(body.text)
        if match:
            yield Violation(
                quotes=(body.quote(*match.span()),),
                variant="abroad",
                params=(("paper", paper.title or title_of(case, paper.id)), ("words", match[0])),
                cause=Cause.NEEDS_JUDGEMENT,
                key=f"abroad {paper.title} {paper.id}",
            )


@predicate("acts_recorded")
def acts_recorded(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a recording (`words`) is told for each of `acts` ({zh, en, papers, pattern, told_in}) that the file holds.

    An act is there where one of its papers is (with `pattern`: one whose words have it). A recording told in that paper, in the papers
    `told_in`, or in the `index` (the memorandum of the file, a disc), counts. What is not told is a question: rules on recording leave the manner to local provisions.
    """
    del law
    words = re.compile(text(arguments, "words"))
    index = any(words.search(running(d).text) for d in papers_of(case, texts(arguments, "index")))
    acts = mapping(arguments).get("acts")
    done, silent = [], []
    for act in acts if isinstance(acts, list) else []:
        shape = re.compile(text(act, "pattern")) if "pattern" in mapping(act) else None
        papers = [p for p in papers_of(case, texts(act, "papers")) if shape is None or shape.search(running(p).text)]
        done.extend(papers)
        told = [*papers, *papers_of(case, texts(act, "told_in"))]
        if papers and not index and not any(words.search(running(p).text) or unread(case, p) for p in told):
            silent.append((act, papers[0]))
    if not silent:
        return settle(moot=not done)
    params = (
        ("acts", "、".join(text(a, "zh") for a, _ in silent)),
        ("acts@en", ", ".join(text(a, "en") for a, _ in silent)),
    )
    quotes = tuple(q for _, paper in silent for q in opening(paper))
    return settle((Violation(quotes=quotes, params=params, cause=Cause.NEEDS_JUDGEMENT),))
