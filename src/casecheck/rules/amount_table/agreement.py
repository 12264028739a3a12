"""应当一致的金额: the sum of the decision beside those of the other papers."""

import re
from collections.abc import Iterator

from casecheck.model.amounts import Agreement
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.rules.amount_table.kinds import Kind
from casecheck.rules.builtin.reading import day, known, running, the
from casecheck.text.money import find_money

_ADOPTED = re.compile(r"采纳|采信其|(?:理由|情节|意见)成立")
_REFUSED = re.compile(r"(?:不予?|未予?|均不|没有)采[纳信]|不(?:能)?成立")
_LOWERED = re.compile(r"[由从原][^。，；]{1,24}元[^。；]{0,8}(?:减|降|调|变更|改)[^。，；]{0,6}[为至到]")

Pair = tuple[Fact, Fact, Agreement, tuple[Quote, ...]]
"""The measure, the other sum, how they stand, and the sentence that speaks of a change."""


def pairs(case: CaseFacts, kind: Kind) -> Iterator[Pair]:
    """The measure of a kind beside each other sum that must, or may not quite, equal it.

    A deliberation before the notice is an earlier stage. Sums whose paper contradicts itself are left out.
    """
    measure = the(case, kind.must[0]) if kind.must else None
    if measure is None or not isinstance(measure.value, int):
        return
    for names, early in ((kind.must[1:], False), (kind.may, True)):
        for other in (f for name in names for f in known(case, name)):
            yield (measure, other, *_standing(case, measure, other, early or _before_notice(case, other)))
    for other in (f for name in kind.ceiling for f in known(case, name)):
        yield measure, other, _below(measure, other), ()


def _standing(case: CaseFacts, measure: Fact, other: Fact, early: bool) -> tuple[Agreement, tuple[Quote, ...]]:
    if measure.value == other.value:
        return Agreement.SAME, ()
    if measure.masked or other.masked or not isinstance(other.value, int) or not isinstance(measure.value, int):
        return Agreement.MASKED, ()
    if not early:
        return Agreement.DIFFERS, ()
    adopted, reason = _lowered(case, measure, other) if measure.value < other.value else (False, ())
    return (Agreement.EXPLAINED if adopted else Agreement.EARLIER), reason


def _below(measure: Fact, notice: Fact) -> Agreement:
    if measure.masked or notice.masked or not isinstance(notice.value, int) or not isinstance(measure.value, int):
        return Agreement.MASKED
    if measure.value == notice.value:
        return Agreement.SAME
    return Agreement.WITHIN if measure.value < notice.value else Agreement.BEYOND


def _before_notice(case: CaseFacts, fact: Fact) -> bool:
    """Whether the paper is older than the notice: then a later change may have its reason."""
    form = fact.name.split(".", 1)[0]
    own = [f for field in ("日期", "批准日期") for f in known(case, f"{form}.{field}", fact.document)]
    notices = [*known(case, "行政处罚告知书.送达日期"), *known(case, "行政处罚告知书.日期")]
    return bool(own and notices) and max(map(day, own)) < min(map(day, notices))


def _lowered(case: CaseFacts, measure: Fact, other: Fact) -> tuple[bool, tuple[Quote, ...]]:
    """Whether the paper says that the sum was lowered from the other to its own because the party's defence was adopted.

    Where it says only part of that, the sentence is quoted for whoever judges.
    """
    paper = case.dossier.document(measure.document) if measure.document else None
    if paper is None:
        return False, ()
    line = running(paper)
    for sentence in re.finditer(r"[^。\n]+", line.text):
        said = sentence[0]
        adopted, lowered = bool(_ADOPTED.search(said)) and not _REFUSED.search(said), bool(_LOWERED.search(said))
        sums = [mention.fen for mention in find_money(said)]
        if lowered and measure.value in sums and other.value in sums:
            return adopted, (line.quote(*sentence.span()),)
        if adopted and measure.value in sums:
            return False, (line.quote(*sentence.span()),)
    return False, ()
