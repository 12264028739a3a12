"""当事人: one name of the party in the whole file, as the identity matrix has it."""

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.identity import Cell, Item, PartyIdentity, Row, Standing
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import lacking, settle, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.identity.matrix import identity, label_cells
from casecheck.text.identifiers import normalise_name

_GRAVITY = {"suffix": Severity.MINOR, "typo": Severity.MAJOR, "short": Severity.MAJOR}
"""Differences that are less grave than another party's name."""


@predicate("one_party_name")
def one_party_name(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every paper names the party alike, by the identity matrix.

    Masks, `店名（经营者：…）`, a short name that the paper defines and the operator of a linked sole trader are no mismatch.
    Papers that name only some of several parties are a question.
    """
    del law, arguments
    rows = [row for party in identity(case).parties if (row := party.row(Item.NAME))]
    labelled = [cell.fact for row in rows for cell in label_cells(row) if cell.fact]
    if len({fact.document for fact in labelled}) < 2:
        gaps = lacking(case, "当事人.名称") if not labelled else (only_here(case, labelled[0]),)
        return settle((), gaps, labelled)
    violations: dict[str, Violation] = {}
    for row in rows:
        for cell in row.cells:
            if cell.standing is Standing.DIFFERS:
                name = normalise_name(cell.value or "")
                violations.setdefault(name, _different(case, row, cell))
    if partial := _named_in_part(case, rows):
        violations["several"] = partial
    return settle(tuple(violations.values()), (), labelled)


def _different(case: CaseFacts, row: Row, cell: Cell) -> Violation:
    return told_cell(
        case,
        row,
        cell,
        variant="" if cell.how == "other" else cell.how,
        severity=_GRAVITY.get(cell.how),
        key=normalise_name(cell.value or ""),
    )


def told_cell(
    case: CaseFacts, row: Row, cell: Cell, *, variant: str, key: str, severity: Severity | None = None
) -> Violation:
    """A value of the matrix that differs, beside the one it is compared with."""
    facts = tuple(f for f in (row.source.fact, cell.fact) if f is not None)
    return Violation(
        facts=facts,
        variant=variant,
        params=(
            ("name", cell.value or ""),
            ("paper", title_of(case, cell.document)),
            ("reference", row.value),
            ("reference_paper", title_of(case, row.source.document)),
        ),
        severity=severity,
        cause=None if cell.sure else Cause.NEEDS_JUDGEMENT,
        key=key,
    )


def _named_in_part(case: CaseFacts, rows: list[Row]) -> Violation | None:
    """The question that arises where one paper names several parties and another only one of them."""
    if len(rows) < 2:
        return None
    named: dict[str, list[Fact]] = {}
    for row in rows:
        for cell in label_cells(row):
            if cell.fact:
                named.setdefault(cell.document, []).append(cell.fact)
    whole = next((facts[0] for facts in named.values() if len(facts) == len(rows)), None)
    part = next((facts[0] for facts in named.values() if len(facts) < len(rows)), None)
    if whole is None or part is None:
        return None
    return Violation(
        facts=(whole, part),
        variant="several",
        params=(
            ("name", str(part.value)),
            ("paper", title_of(case, part.document)),
            ("reference", str(whole.value)),
            ("reference_paper", title_of(case, whole.document)),
        ),
        cause=Cause.NEEDS_JUDGEMENT,
        key="several",
    )


def only_here(case: CaseFacts, fact: Fact) -> Missing:
    """What is missing where one paper alone states a fact."""
    cause = Cause.DOCUMENT_MISSING if case.scope == "document" else Cause.NOT_FOUND
    return Missing(name=fact.name, cause=cause, looked=(fact.document,) if fact.document else ())


def rows_of(parties: tuple[PartyIdentity, ...], *items: Item) -> list[Row]:
    """The rows of some items of all parties."""
    return [row for party in parties for row in party.rows if row.item in items]
