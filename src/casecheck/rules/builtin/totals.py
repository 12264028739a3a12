"""罚没款合计: whether the totals that a decision states are the sums of its fines and the confiscated income."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words
from casecheck.text.money import find_money, format_yuan

_TOTAL = re.compile(
    r"罚没(?:款项?|金额|款金额)?(?:共计|合计|总计|总额|总金额)|(?:合计|共计|总计|合并执行)罚没(?:款项?|金额)?"
    r"|罚款(?:和|与|、|及)没收(?:的)?违法所得(?:项)?(?:合计|共计|总计)"
)
_WITHIN = 12
_OPENING = re.compile(r"综上|[如以]下|处罚：|决定：")
"""Where a list of penalties begins: what stands before it belongs to another one."""
_PART = re.compile(r"(?:罚款|没收[^。；，罚]{0,30}?)(?:人民币|金额|数额|计|为|：|￥|¥)*$")
_FINE_BEHIND = re.compile(r"整?的?罚款")
_NEAR = 600


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A printed total at `start:end` of the paper's running text, and the sums (分) listed before it in its own list."""

    paper: CaseDocument
    start: int
    end: int
    fen: int
    parts: tuple[int, ...]

    def terms(self) -> tuple[int, ...] | None:
        """The list, or its end, that it is the sum of, two sums at least: the list may go on from another act."""
        ends = [self.parts[i:] for i in range(max(len(self.parts) - 1, 1))]
        return next((end for end in ends if end and sum(end) == self.fen), None)

    def adds_up(self) -> bool:
        """Whether it is the sum of the list or of its end."""
        return self.terms() is not None


def stated_totals(paper: CaseDocument) -> Iterator[StatedTotal]:
    """Every 罚没款合计 that a paper prints in words of its own."""
    said = own_words(paper).text
    money = find_money(said)
    for found in _TOTAL.finditer(said):
        mention = next((m for m in money if found.end() <= m.start <= found.end() + _WITHIN), None)
        if mention is None:
            continue
        opened = [m.end() for m in _OPENING.finditer(said, max(0, found.start() - _NEAR), found.start())]
        first = opened[-1] if opened else found.start() - _NEAR
        parts = tuple(
            m.fen
            for m in money
            if first <= m.start < found.start()
            and (_PART.search(said, max(first, 0), m.start) or _FINE_BEHIND.match(said, m.end))
        )
        yield StatedTotal(paper=paper, start=found.start(), end=mention.end, fen=mention.fen, parts=parts)


def weighed_totals(paper: CaseDocument, amounts: Sequence[int]) -> Iterator[tuple[StatedTotal, tuple[int, ...] | None]]:
    """The printed totals, each with the sums it is not the sum of; None where it adds up.

    A total may be that of `amounts` (of the whole decision) or of its own list: a decision on several acts prints one for
    each of them. It is held against its own list where that names several sums, else against `amounts`; where another
    total is that of the whole, one without a list of its own is left out.
    """
    totals = tuple(stated_totals(paper))
    whole = any(t.fen == sum(amounts) for t in totals)
    for total in totals:
        if total.fen == sum(amounts) or total.adds_up():
            yield total, None
        elif len(total.parts) > 1:
            yield total, total.parts
        elif not whole:
            yield total, tuple(amounts)


@predicate("total_adds_up")
def total_adds_up(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether `罚没款合计` is the sum of the `parts`, facts of the `paper`; without a total or without all parts it is not asked.

    Several fines or several confiscations in one decision are not added up: their total may be of one party only.
    """
    del law
    paper_name, parts = texts(arguments, "paper")[0], texts(arguments, "parts")
    violations: list[Violation] = []
    for paper in case.documents(paper_name):
        facts = [known(case, name, paper.id) for name in parts]
        if any(len({f.value for f in found}) != 1 for found in facts):
            continue
        amounts = [found[0].value for found in facts if isinstance(found[0].value, int)]
        if len(amounts) != len(parts):
            continue
        for total, terms in weighed_totals(paper, amounts):
            if terms is None:
                continue
            working = f"{' + '.join(map(format_yuan, terms))} = {format_yuan(sum(terms))} ≠ {format_yuan(total.fen)}"
            violations.append(
                Violation(
                    facts=tuple(found[0] for found in facts),
                    quotes=(own_words(paper).quote(total.start, total.end),),
                    variant="total",
                    params=(
                        ("paper", title_of(case, paper.id)),
                        ("total", format_yuan(total.fen)),
                        ("sum", format_yuan(sum(terms))),
                    ),
                    working=Words(zh=working, en=working),
                    key=f"total {format_yuan(total.fen)}",
                )
            )
    return settle(violations)
