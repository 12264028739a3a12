"""书证: whether what a decision finds rests on papers, and not on words alone."""

import re

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.evidence_items import PURPOSE
from casecheck.rules.builtin.reading import known, settle, texts, title_of, unproven
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits, papers_of
from casecheck.text.folded import fold_text

_UNSOLD = re.compile(
    r"(?:未(?:销售|售出|售)|库存|尚存|剩余|待售|扣押|查获|现场发现|没收)(?!违法所得)[^。；]{0,40}(?:商品|产品|服装|鞋|杯|酒|包|瓶|件|个|双|盒|箱)"
)
_UNSOLD_PRICE = re.compile(
    r"标价|标示(?:的)?价|吊牌价|价签|平均(?:销售)?价|(?:市场)?中间价|市场价|(?:未(?:销售|售出|售)|库存|尚存|剩余|扣押|查获)[^。；]{0,80}?(?:元|货值|经营额|价值)"
)


@predicate("evidence_shows")
def evidence_shows(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the papers of a case hold a kind of proof.

    `lists` are the facts with listed evidence, `words` those that name the proof in them, `forms` the papers that are it.
    What an item is said to prove does not count, unless with `purpose: true`.
    Only a file that was read completely, with lists of evidence, proves that there is none; images may be it.
    """
    del law
    words = texts(arguments, "words")
    items = [f for name in texts(arguments, "lists") for f in known(case, name)]
    whole = isinstance(arguments, dict) and arguments.get("purpose") is True
    naming = [f for f in items if any(w in _named(f, whole=whole) for w in words)]
    papers = papers_of(case, texts(arguments, "forms"))
    if naming or papers:
        return settle((), (), naming)
    inside = next(
        (p for p in case.dossier.documents if p.form is None and any(w in b.text for b in p.blocks for w in words)),
        None,
    )
    cause = Cause.NEEDS_JUDGEMENT if inside else unproven(case)
    if cause is Cause.DOCUMENT_MISSING and items:
        cause = Cause.NEEDS_JUDGEMENT
    if cause is None and any("image" in problem.kind for problem in case.dossier.problems):
        cause = Cause.NEEDS_IMAGE
    if not items:
        return settle((), (Missing(name=texts(arguments, "lists")[0], cause=cause or Cause.NOT_FOUND),))
    return settle((_nothing(case, items, cause),), (), items)


def _named(item: Fact, *, whole: bool) -> str:
    """What an item names before it says what that proves."""
    said = fold_text(str(item.value))
    purpose = None if whole else PURPOSE.search(said, 2)
    return said[: purpose.start()] if purpose and purpose.start() > 3 else said


def _nothing(case: CaseFacts, items: list[Fact], cause: Cause | None) -> Violation:
    listed = items[0]
    return Violation(
        facts=tuple(items[:3]),
        variant="unproven",
        params=(("paper", title_of(case, listed.document)), ("count", str(len(items)))),
        cause=cause,
        key="unproven",
    )


@predicate("unsold_goods_priced")
def unsold_goods_priced(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether `papers` that tell of goods not sold yet give a price for them; a question where none was seen."""
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    unsold = list(hits(_UNSOLD, papers))
    if not unsold or next(hits(_UNSOLD_PRICE, papers), None):
        return settle(moot=not unsold)
    first = unsold[0]
    shown = Violation(
        quotes=(first.quote(),),
        variant="unsold",
        params=(("paper", title_of(case, first.document.id)), ("base", "违法经营额"), ("sum", ""), ("count", "")),
        cause=Cause.NEEDS_JUDGEMENT,
        key="unsold",
    )
    return settle((shown,))
