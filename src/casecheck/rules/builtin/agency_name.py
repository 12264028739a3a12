"""机关名称: which authority a paper names at its head and which signs it."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.source import Block
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import READ_KINDS, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import papers_of
from casecheck.text.folded import fold
from casecheck.text.passage import join_printed

_AGENCY = re.compile(r"[\u4e00-\u9fff（）]{2,40}?(?:局|委员会|总队|支队|大队|中队|分局|管理所|监管所|工商所|科|股|室)")
_SEALED = re.compile(r"[（(]?(?:印章|公章|盖章|加盖印章|章)[）)]?")
_INNER = re.compile(r"(?:总队|支队|大队|中队|科|股|室)$")
_BRANCH = re.compile(r"(?:分局|管理所|监管所|工商所)$")
_HEAD, _FOOT = 3, 8
"""How many blocks from the top may name the authority, and how many from the end may sign."""


@predicate("agency_named_alike")
def agency_named_alike(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the authority at the head of each of `papers` is the one that signs it, and may act in its own name.

    处罚法 第五十九条, 程序规定 第九条、第六十二条. A unit inside the authority (大队, 科) that signs is a violation; a branch
    (分局, 所) may have been given the power by a statute: a question. The seal itself only the image shows.
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    compared = False
    for paper in papers_of(case, texts(arguments, "papers")):
        heading, signed = _heading(paper), _signature(paper)
        if signed is None:
            if unread(case, paper):
                gaps.append(Missing(name=title_of(case, paper.id), cause=Cause.UNREADABLE, looked=(paper.id,)))
            continue
        compared = True
        violations.extend(_faults(case, paper, heading, signed))
    if not compared and not gaps and not violations:
        gaps.append(Missing(name="行政处罚决定书.落款机关", cause=Cause.NOT_FOUND))
    return settle(violations, gaps)


def _faults(
    case: CaseFacts, paper: CaseDocument, heading: tuple[str, Block] | None, signed: tuple[str, Block]
) -> Iterator[Violation]:
    name, block = signed
    params = (("paper", title_of(case, paper.id)), ("signed", name), ("head", heading[0] if heading else ""))
    quotes = tuple(_quote(paper, b) for b in ((heading[1], block) if heading else (block,)))
    key = f"{title_of(case, paper.id)} {paper.number or ''}"
    if _INNER.search(name):
        yield Violation(quotes=quotes, variant="inner", params=params, key=key)
    elif _BRANCH.search(name):
        yield Violation(quotes=quotes, variant="branch", params=params, cause=Cause.NEEDS_JUDGEMENT, key=key)
    elif heading and not (name.endswith(heading[0]) or heading[0].endswith(name)):
        # A published copy may carry the name of the website at its head.
        doubtful = Cause.NEEDS_JUDGEMENT if case.scope == "document" else None
        yield Violation(quotes=quotes, params=params, cause=doubtful, key=key)


def _quote(paper: CaseDocument, block: Block) -> Quote:
    return Quote(text=join_printed(block.text), place=block.place(), document=paper.id)


def _heading(paper: CaseDocument) -> tuple[str, Block] | None:
    """The authority in a line of its own among the first lines."""
    blocks = [b for b in paper.blocks if b.kind in READ_KINDS][:_HEAD]
    return next((found for b in blocks if (found := _alone(b))), None)


def _signature(paper: CaseDocument) -> tuple[str, Block] | None:
    """The last authority in a line of its own among the last lines."""
    blocks = [b for b in paper.blocks if b.kind in READ_KINDS]
    found = next((found for b in reversed(blocks[-_FOOT:]) if (found := _alone(b))), None)
    return None if found is None or found == _heading(paper) else found


def _alone(block: Block) -> tuple[str, Block] | None:
    said = _SEALED.sub("", fold(block.text).text).strip("_")
    return (said, block) if _AGENCY.fullmatch(said) else None
