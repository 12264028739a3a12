"""当事人的号码: one valid 统一社会信用代码 and 身份证号 of the party in the whole file, by the identity matrix."""

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.identity import Cell, Item, Standing
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.builtin.party import only_here, rows_of
from casecheck.rules.builtin.reading import known, lacking, settle, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.identity.matrix import identity
from casecheck.rules.identity.values import hidden, other_number, plain

_CODE = "当事人.统一社会信用代码"
_LENGTH = 18


@predicate("numbers_valid")
def numbers_valid(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every 统一社会信用代码 of the party and every 身份证号 passes its check character.

    Masked values and the 15 digits of old registration numbers are left aside; when every code is masked, or nothing else
    is there, a person must look at the original.
    """
    del law, arguments
    found = identity(case)
    codes = [c for row in rows_of(found.parties, Item.CODE) for c in row.cells if c.fact]
    ids = [c for row in rows_of(found.parties, Item.IDENTITY_NUMBER) for c in row.cells if c.fact]
    ids.extend(found.others)
    violations: dict[str, Violation] = {}
    for cell in (*codes, *ids):
        value = plain(cell.value)
        if cell.valid is False and value not in violations:
            violations[value] = _wrong(case, cell, value, code=cell in codes)
    masked = [c.fact for c in (*codes, *ids) if c.fact and hidden(c.fact)]
    checked = [
        c.fact for c in (*codes, *ids) if c.fact and not hidden(c.fact) and not other_number(plain(c.fact.value))
    ]
    veiled = codes and all(c.fact and hidden(c.fact) for c in codes)
    if masked and (veiled or not checked):
        violations[""] = Violation(facts=tuple(masked[:2]), variant="masked", cause=Cause.NEEDS_IMAGE)
    others = [c.fact for c in (*codes, *ids) if c.fact and c.fact not in masked and c.fact not in checked]
    if not checked and not masked and others:  # a passport has no check character
        return settle((), (), others, moot=True)
    gaps = () if checked or masked else lacking(case, own_number(case))
    return settle(tuple(violations.values()), gaps, checked)


def own_number(case: CaseFacts) -> str:
    """The name of the number by which the party is known: a natural person has no 统一社会信用代码."""
    person = any(str(f.value) == "自然人" for f in known(case, "当事人.类型"))
    return "当事人.身份证号" if person else _CODE


def _wrong(case: CaseFacts, cell: Cell, value: str, *, code: bool) -> Violation:
    return Violation(
        facts=(cell.fact,) if cell.fact else (),
        variant=("length" if len(value) != _LENGTH else "") if code else "id",
        params=(
            ("value", value if code else shortened_number(value)),
            ("paper", title_of(case, cell.document)),
            ("length", str(len(value))),
        ),
        key=value if code else f"id {cell.document}",
    )


@predicate("numbers_agree")
def numbers_agree(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every paper prints the same 统一社会信用代码 and the same 身份证号; hidden characters may be anything.

    The numbers of persons questioned, of agents and of suppliers are others' and do not count.
    """
    del law, arguments
    rows = rows_of(identity(case).parties, Item.CODE, Item.IDENTITY_NUMBER)
    violations: dict[tuple[Item, str], Violation] = {}
    used: list[Fact] = []
    papers: list[set[str]] = []
    for row in rows:
        compared = [c for c in row.cells if c.fact and c.standing is not Standing.ASIDE]
        used.extend(c.fact for c in compared if c.fact)
        papers.append({c.document for c in row.cells if c.fact})
        for cell in compared:
            value = plain(cell.value)
            if cell.standing is Standing.DIFFERS and (row.item, value) not in violations:
                violations[row.item, value] = _unlike(case, row.item, row.source, cell)
    if not violations and all(len(p) < 2 for p in papers):
        gaps = (only_here(case, used[0]),) if used else lacking(case, own_number(case))
        return settle((), gaps, used)
    return settle(tuple(violations.values()), (), used)


def _unlike(case: CaseFacts, item: Item, reference: Cell, cell: Cell) -> Violation:
    code = item is Item.CODE
    value, other = (plain(c.value) if code else shortened_number(plain(c.value)) for c in (cell, reference))
    return Violation(
        facts=tuple(c.fact for c in (reference, cell) if c.fact),
        variant="" if code else "id",
        params=(
            ("value", value),
            ("paper", title_of(case, cell.document)),
            ("reference", other),
            ("reference_paper", title_of(case, reference.document)),
        ),
        key=value,
    )


def shortened_number(value: str) -> str:
    """An identity number as a report prints it: without the birth date."""
    return f"{value[:6]}…{value[-4:]}"
