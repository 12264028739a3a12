"""数个违法行为: each act with its own penalty."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.builtin.fining import fining
from casecheck.rules.builtin.grounds import grounds_of
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import hits, own_words
from casecheck.text.money import find_money, format_yuan

_SEVERAL = re.compile(
    r"(?:两|二|三|四|五|数|多)(?:个|项|种)(?:不同的?|独立的?)?违法行为|分别(?:裁量|处罚|作出处罚|给予处罚|处以)[^。；]{0,20}合并(?:处罚|执行)?|数(?:过|罚)并罚"
)
_OF_ONE = re.compile(
    r"同一(?:个)?(?:违法)?行为|一事不再罚|想象竞合|法条竞合|竞合|牵连|吸收|择一重|从一重|从重择一|数额(?:较)?高的规定|较重的(?:规定|法律)|特别法优"
)
"""Words by which a decision reasons that it punishes one act under several provisions (处罚法 第二十九条)."""
_FINE = re.compile(r"罚款(?:人民币|金额|数额|计|为|：|[￥¥])*$")
_FINE_BEHIND = re.compile(r"(?:整|）|\)|正)*的?罚款")


@predicate("acts_penalised_apart")
def acts_penalised_apart(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a decision on several acts fines each of them (处罚法 第二十九条 forbids only two fines for one act).

    `grounds` are the facts with the grounds, `on` the day whose law counts, `fine` the total. Several acts are told by words
    (两个违法行为, 合并处罚); where only one provision that sets a fine was read, it is a question. A decision that reasons that
    it is one act is left aside; so is one that fines nothing. Several sums behind 罚款 are fines of their own.
    """
    on = next(iter(known(case, text(arguments, "on"))), None)
    total = next(iter(known(case, text(arguments, "fine"))), None)
    if on is None or total is None or total.document is None or not isinstance(total.value, int):
        return settle((), lacking(case, text(arguments, "on"), text(arguments, "fine")))
    paper = case.dossier.document(total.document)
    grounds = grounds_of(case, texts(arguments, "grounds"), paper.id)
    kept, _ = fining(law, {cited.name: cited for _, cited in grounds}, day(on))
    told = next(hits(_SEVERAL, (paper,)), None)
    setting = tuple(f for f, cited in grounds if cited.name in kept)
    if told is None or next(hits(_OF_ONE, (paper,)), None):
        return settle(moot=True)
    fines = set(_fines(paper))
    if len(fines) != 1 or total.value == 0:
        return settle((), (), (total, *setting))
    sure = len(kept) > 1
    shown = Violation(
        facts=(total, *setting),
        quotes=(told.quote(),),
        variant="" if sure else "provisions",
        params=(
            ("paper", title_of(case, paper.id)),
            ("fine", format_yuan(total.value)),
            ("grounds", "、".join(kept)),
            ("count", str(len(kept))),
        ),
        cause=None if sure else Cause.NEEDS_JUDGEMENT,
        key="one fine",
    )
    return settle((shown,), (), (total, *setting))


def _fines(paper: CaseDocument) -> Iterator[int]:
    """The different sums that stand behind 罚款, or before it, in a decision's own words."""
    said = own_words(paper).text
    for one in find_money(said):
        if _FINE.search(said[max(0, one.start - 16) : one.start]) or _FINE_BEHIND.match(said[one.end :][:8]):
            yield one.fen
