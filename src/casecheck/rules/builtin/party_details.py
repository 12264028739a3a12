"""法定代表人、住所: one person at the head of the party and one address in the whole file, by the identity matrix."""

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.identity import Item, Standing
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.builtin.party import only_here, rows_of, told_cell
from casecheck.rules.builtin.reading import known, lacking, settle
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.identity.matrix import identity
from casecheck.rules.identity.values import plain


@predicate("one_representative")
def one_representative(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every paper names the same 法定代表人, 负责人 or 经营者; where the file tells of a change, that is a question."""
    del law, arguments
    return _alike(case, "当事人.法定代表人", Item.REPRESENTATIVE, Item.OPERATOR)


@predicate("one_address")
def one_address(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every paper gives the same 住所; a few characters apart is a slip, another address altogether a question.

    An address that leaves out the province or the door is the same; the place of an inspection is none of these.
    """
    del law, arguments
    return _alike(case, "当事人.住所", Item.ADDRESS)


def _alike(case: CaseFacts, name: str, *items: Item) -> Answer:
    violations: dict[str, Violation] = {}
    used: list[Fact] = []
    papers: set[str] = set()
    for row in rows_of(identity(case).parties, *items):
        for cell in row.cells:
            if cell.fact is None:
                continue
            used.append(cell.fact)
            papers.add(cell.document)
            value = plain(cell.value)
            if cell.standing is Standing.DIFFERS and value not in violations:
                variant = "" if cell.how in ("other", "masked") and cell.sure else cell.how
                violations[value] = told_cell(case, row, cell, variant=variant, key=value)
    if not violations and len(papers) < 2:
        gaps = (only_here(case, used[0]),) if used else lacking(case, name)
        return settle((), gaps, used)
    return settle(tuple(violations.values()), (), used)


@predicate("representative_expected")
def representative_expected(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the party has somebody at its head: it is no natural person, or a paper names one."""
    del law, arguments
    rows = rows_of(identity(case).parties, Item.REPRESENTATIVE, Item.OPERATOR)
    kinds = known(case, "当事人.类型")
    natural = bool(kinds) and kinds[0].value == "自然人"
    return Answer(truth=bool(rows) or not natural, used=kinds[:1])
