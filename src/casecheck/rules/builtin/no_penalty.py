"""不予行政处罚决定书: on what ground no penalty is imposed, and that none is imposed all the same."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, running, settle, text, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import clause_at, own_words

FORM = "不予行政处罚决定书"
_GROUND = re.compile(
    r"(?:处罚法》?)第(?:三十条|三十一条|三十三条|三十六条)|不能成立|事实不成立|超过[^。；]{0,8}(?:时效|二年|五年)|没有主观过错|初次违法|违法行为轻微|轻微并及时改正|不满十四周岁|精神病"
)
_EVIDENCE = re.compile(r"证据|证明|笔录|佐证|证实|事实不能?成立|不能成立")
_EDUCATED = re.compile(r"教育|告诫|约谈|普法|学习[^。；]{0,16}法")
_FACT_FAILS = re.compile(r"(?:违法)?事实不(?:能)?成立|不能成立|证据不足")
_IMPOSED = re.compile(
    r"(?:决定|处以?|予以|责令|作出如下)[^。；]{0,16}(?P<what>罚款(?:人民币)?[^。；下]{0,4}[0-9壹贰叁肆伍陆柒捌玖一二三四五六七八九十百千万]+[0-9.,壹贰叁肆伍陆柒捌玖拾佰仟万元]*元|没收[^。；，]{2,30})"
)
_HEDGED = re.compile(r"可以|应当|应予|本应|拟|不予|不再|未予|免予")
"""Words between the last comma and what would be imposed: it is spoken of, not imposed."""
_RANGE = re.compile(r"^[^，。；]{0,6}(?:以下|以上|的规定|的(?:行政)?处罚)")
"""Words behind it by which a provision is told."""


@predicate("no_penalty_reasoned")
def no_penalty_reasoned(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision gives ground and evidence, imposes nothing, and education is on record.

    处罚法 第三十三条、第五十七条, 程序规定 第六十条、第六十一条. Illegal income that such a decision takes is a violation from the
    day `since` on (违法所得认定办法 第十五条), before it a question; a fine always is a violation. Nobody need be educated
    where the facts were not borne out.
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in case.documents(FORM):
        if unread(case, paper):
            gaps.append(Missing(name=FORM, cause=Cause.UNREADABLE, looked=(paper.id,)))
            continue
        violations.extend(_gaps_of(case, paper))
        violations.extend(_imposed(case, paper, date.fromisoformat(text(arguments, "since"))))
    if not case.documents(FORM):
        gaps.append(Missing(name=FORM, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, known(case, f"{FORM}.决定日期"))


def _gaps_of(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    said = running(paper)
    head = (said.quote(0, min(len(said.text), 40)),) if said.text else ()
    if not _GROUND.search(said.text):
        yield Violation(quotes=head, key="ground")
    if not _EVIDENCE.search(said.text):
        yield Violation(quotes=head, variant="evidence", key="evidence")
    if _FACT_FAILS.search(said.text) or _EDUCATED.search(said.text):
        return
    elsewhere = any(_EDUCATED.search(d.title) or _EDUCATED.search(running(d).text) for d in case.dossier.documents)
    if not elsewhere:
        certain = case.scope == "dossier" and not case.unread()
        cause = None if certain else Cause.DOCUMENT_MISSING
        yield Violation(quotes=head, variant="education", cause=cause, key="education")


def _imposed(case: CaseFacts, paper: CaseDocument, since: date) -> Iterator[Violation]:
    said = own_words(paper)
    for found in _IMPOSED.finditer(said.text):
        start, end = clause_at(said.text, found.start(), found.end())
        what = found.group("what")
        own_part = said.text[start : found.start("what")].rpartition("，")[2]
        if _HEDGED.search(own_part) or _RANGE.search(said.text[found.end() : end]) or "以下" in what:
            continue
        on = next((day(f) for f in known(case, f"{FORM}.决定日期", paper.id)), None)
        income = what.startswith("没收") and (on is None or on < since)
        yield Violation(
            quotes=(running(paper).quote(*found.span()),),
            variant="income" if income else "imposed",
            params=(("what", what),),
            cause=Cause.NEEDS_JUDGEMENT if income else None,
            key=f"imposed {what}",
        )
