"""罚没款合计: whether the total that a decision states is the sum of its fine and the confiscated income."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, running, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.money import find_money, format_yuan

_TOTAL = re.compile(
    r"罚没(?:款项?|金额|款金额)?(?:共计|合计|总计|总额|总金额)[为：]?|(?:合计|共计|总计|合并执行)罚没(?:款项?|金额)?[为：]?"
)
_WITHIN = 12


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
        for start, end, total in _totals(paper):
            if len(amounts) != len(parts) or total == sum(amounts):
                continue
            terms = " + ".join(format_yuan(a) for a in amounts)
            working = f"{terms} = {format_yuan(sum(amounts))} ≠ {format_yuan(total)}"
            violations.append(
                Violation(
                    facts=tuple(found[0] for found in facts),
                    quotes=(running(paper).quote(start, end),),
                    variant="total",
                    params=(
                        ("paper", title_of(case, paper.id)),
                        ("total", format_yuan(total)),
                        ("sum", format_yuan(sum(amounts))),
                    ),
                    working=Words(zh=working, en=working),
                    key=f"total {format_yuan(total)}",
                )
            )
    return settle(violations)


def _totals(paper: CaseDocument) -> Iterator[tuple[int, int, int]]:
    said = running(paper).text
    money = find_money(said)
    for found in _TOTAL.finditer(said):
        mention = next((m for m in money if found.end() <= m.start <= found.end() + _WITHIN), None)
        if mention:
            yield found.start(), mention.end, mention.fen
