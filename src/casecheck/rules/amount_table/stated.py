"""金额: every sum of a kind that the papers give, as a fact or behind its word in the running text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casecheck.model.amounts import StatedAmount
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.place import Quote
from casecheck.rules.amount_table.kinds import KINDS, Kind
from casecheck.rules.builtin.reading import title_of
from casecheck.rules.builtin.wording import own_words
from casecheck.text.money import MoneyMention, find_caps_pairs, find_money

_FILLER = r"(?:金额|数额|总额|总计|合计|共计|累计|均|共|计|为|是|约|达|了|人民币|[：（）￥¥])*"
FOREIGN = frozenset(
    {
        "进销票据",
        "账簿流水",
        "合同",
        "网页截图",
        "照片",
        "标准文本",
        "裁量基准",
        "法院文书",
        "情况说明",
        "送达回证",
        "卷内文件目录",
    }
)
"""Papers of other makers, and lists of papers: their sums are not findings of the authority."""
_PER_PIECE = re.compile(r"整?(?:）)?(?:/|每|[以之]上|[以之]下|以内|至|到|-|~|×|\*|\+)")
"""What follows a price for one piece, the end of a range, a term of a formula."""


def stated(case: CaseFacts) -> list[StatedAmount]:
    """All sums by kind, then in the order of the papers; the same sum of a kind is told once of each paper."""
    order = {paper.id: n for n, paper in enumerate(case.dossier.documents)}
    found: list[StatedAmount] = []
    for kind in KINDS:
        own = {(a.document, a.fen): a for a in (*_written(case, kind), *_facts(case, kind))}
        found.extend(sorted(own.values(), key=lambda a: (order[a.document], a.quote.place.block, a.quote.place.start)))
    return found


def as_stated(case: CaseFacts, kind: str, fact: Fact) -> StatedAmount | None:
    """A fact as a sum of the table; None for one that is no sum, has no paper or is only recited."""
    if not isinstance(fact.value, int) or fact.document is None or not fact.places or fact.origin is Origin.RECITED:
        return None
    return StatedAmount(
        kind=kind,
        paper=title_of(case, fact.document),
        document=fact.document,
        fen=fact.value,
        fact=fact.name,
        quote=Quote(text=fact.raw, place=fact.places[0], document=fact.document),
        masked=fact.masked,
    )


def _facts(case: CaseFacts, kind: Kind) -> Iterator[StatedAmount]:
    for name in (*kind.must, *kind.may, *kind.ceiling, *kind.others):
        for fact in case.named(name):
            if one := as_stated(case, kind.name, fact):
                yield one


def _written(case: CaseFacts, kind: Kind) -> Iterator[StatedAmount]:
    """Sums that stand behind a word of the kind in the authority's papers."""
    if not kind.word:
        return
    pattern = re.compile(f"(?:{kind.word}){_FILLER}$")
    for paper in case.dossier.documents:
        if paper.form is None or (form := case.form(paper.form)) is None or form.short in FOREIGN:
            continue
        said = own_words(paper)
        for one in sums_of(paper):
            before = said.text[max(0, one.start - 40) : one.start]
            if pattern.search(before) and not _PER_PIECE.match(said.text, one.end):
                yield StatedAmount(
                    kind=kind.name,
                    paper=form.short,
                    document=paper.id,
                    fen=one.fen,
                    fact="",
                    quote=said.quote(one.start, one.end),
                )


@lru_cache(maxsize=256)
def sums_of(paper: CaseDocument) -> tuple[MoneyMention, ...]:
    """The sums of a paper's own words; a pair of 大写 and figures is one, and the figures count."""
    text = own_words(paper).text
    pairs = [
        MoneyMention(p.start, p.end, text[p.start : p.end], p.digits_fen, caps=True) for p in find_caps_pairs(text)
    ]
    single = [m for m in find_money(text) if not any(p.start < m.end and m.start < p.end for p in pairs)]
    return tuple(sorted((*pairs, *single), key=lambda m: m.start))
