"""当事人身份对照表: the party over all papers, value by value, each with its place.

The rules on the identity of the party judge what stands here and read nothing else.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.identity import Cell, Identity, Item, PartyIdentity, Row, Standing
from casecheck.rules.builtin.reading import known, passage, running, unread
from casecheck.rules.identity.belongs import (
    RECEIVER,
    facts_ending,
    identity_numbers,
    of_party,
    on_paper_of_case,
    operators,
    receivers,
)
from casecheck.rules.identity.names import LINK, Name, alike, is_personal, linked, name_of, one_apart
from casecheck.rules.identity.parties import Party, all_names, of_whom, parties_of
from casecheck.rules.identity.values import (
    Verdict,
    address_stands,
    code_valid,
    hidden,
    identity_valid,
    most_stated,
    number_stands,
    person_stands,
    plain,
    veiled,
)
from casecheck.rules.quotes import quote_of

_RENAMED = re.compile(r"名称变更|变更登记|变更前|曾用名|原名称|更名为|原名为|现名")
_REPLACED = re.compile(r"变更|更换|继任|接任|辞去|改由")
_SHORTEST_TOLD = 3
"""A name with fewer characters is not looked for in running text."""
_FIELDS = {
    Item.NAME: ("当事人", "受送达人"),
    Item.CODE: ("统一社会信用代码",),
    Item.REPRESENTATIVE: ("法定代表人",),
    Item.OPERATOR: ("法定代表人",),
    Item.ADDRESS: ("住所",),
    Item.IDENTITY_NUMBER: ("身份证号",),
}
"""The fields of a form in which an item is expected."""
_BLOCK = ("统一社会信用代码", "法定代表人", "住所")
"""Fields that show that a paper prints more of the party than its name."""
SOLE_TRADER = "个体工商户"


@lru_cache(maxsize=8)
def identity(case: CaseFacts) -> Identity:
    """The matrix of each party, and the check of the numbers of others."""
    running_it = operators(case, (p for f in all_names(case) for p in name_of(f).persons))
    parties = parties_of(case, all_names(case), receivers(case), running_it)
    own, others = identity_numbers(case)
    facts = {
        Item.REPRESENTATIVE: [
            *(f for f in facts_ending(case, (".法定代表人",)) if on_paper_of_case(case, f)),
            *facts_ending_in(case, "法定代表人身份证明书.姓名"),
        ],
        Item.CODE: [f for f in facts_ending(case, (".统一社会信用代码",)) if of_party(case, f)],
        Item.IDENTITY_NUMBER: own,
        Item.ADDRESS: [f for f in facts_ending(case, (".住所",)) if on_paper_of_case(case, f)],
        Item.TRADE_NAME: list(facts_ending(case, (".字号",))),
        Item.SHORT_NAME: list(facts_ending(case, (".简称",))),
        Item.FORMER_NAME: list(facts_ending(case, (".曾用名",))),
    }
    shared = {item: of_whom(parties, found) for item, found in facts.items()}
    members: list[Party | None] = list(parties) or [None]
    found = [
        _Matrix(case, party, {item: values[number] for item, values in shared.items()}, running_it).built(
            alone=number == 0
        )
        for number, party in enumerate(members)
    ]
    return Identity(
        parties=tuple(party for party in found if party.rows),
        others=tuple(_cell(case, f, (Standing.ASIDE, "", True), identity_valid(f)) for f in others),
    )


def facts_ending_in(case: CaseFacts, name: str) -> list[Fact]:
    """The facts of one name that the papers themselves state."""
    return [f for f in facts_ending(case, ("." + name.partition(".")[2],)) if f.name == name]


def _cell(case: CaseFacts, fact: Fact, verdict: Verdict, valid: bool | None = None, value: str | None = None) -> Cell:
    """The cell of a fact; `value` where only a part of it is meant."""
    standing, how, sure = verdict
    return Cell(
        paper=fact.name.partition(".")[0],
        document=fact.document or "",
        standing=standing,
        value=value or str(fact.value),
        how=how,
        sure=sure,
        valid=valid,
        fact=fact,
        quote=quote_of(fact, case.dossier),
    )


class _Matrix:
    """The rows of one party."""

    def __init__(
        self, case: CaseFacts, party: Party | None, facts: dict[Item, list[Fact]], running_it: Collection[str]
    ) -> None:
        self.case = case
        self.party = party
        self.facts = facts
        self.operators = running_it

    def built(self, *, alone: bool) -> PartyIdentity:
        kinds = known(self.case, "当事人.类型")
        kind = str(kinds[0].value) if kinds and alone else None
        rows = [
            self._names(),
            self._told(Item.TRADE_NAME),
            self._told(Item.SHORT_NAME),
            self._told(Item.FORMER_NAME),
            self._persons(Item.OPERATOR if kind == SOLE_TRADER else Item.REPRESENTATIVE),
            self._compared(Item.CODE, number_stands, hidden, code_valid),
            self._compared(Item.IDENTITY_NUMBER, number_stands, hidden, identity_valid),
            self._compared(Item.ADDRESS, address_stands, veiled, licence_first=True),
        ]
        name = self.party.reference.main if self.party else ""
        return PartyIdentity(name=name, kind=kind, rows=tuple(row for row in rows if row is not None))

    def _row(self, item: Item, reference: Fact, cells: list[Cell]) -> Row:
        source = next(c for c in cells if c.fact is reference)
        cells += self._absent(item, {c.document for c in cells})
        order = {d.id: number for number, d in enumerate(self.case.dossier.documents)}
        cells.sort(key=lambda cell: order.get(cell.document, 0))
        return Row(item=item, value=source.value or "", source=source, cells=tuple(cells))

    def _absent(self, item: Item, seen: Collection[str]) -> Iterator[Cell]:
        """The papers that print who the party is and were read without finding this item. Evidence may leave it out."""
        fields = _FIELDS.get(item, ())
        for paper in self.case.dossier.documents:
            form = self.case.form(paper.form) if paper.form else None
            if form is None or form.evidence or paper.id in seen or unread(self.case, paper):
                continue
            places = [f.fact for f in form.fields if f.fact.partition(".")[2] in fields]
            if not places or any(self.case.named(name, paper.id) for name in places):
                continue
            if item is Item.NAME or any(self.case.named(f"{form.short}.{field}", paper.id) for field in _BLOCK):
                yield Cell(paper=form.short, document=paper.id, standing=Standing.ABSENT)

    def _compared(
        self,
        item: Item,
        stands: Callable[[Fact, Fact], Verdict],
        masked: Callable[[Fact], bool],
        valid: Callable[[Fact], bool | None] = lambda _: None,
        *,
        licence_first: bool = False,
    ) -> Row | None:
        facts = self.facts[item]
        if not facts:
            return None
        full = [f for f in facts if len(plain(f.value)) >= 15] if item is Item.CODE else facts
        reference = most_stated(full or facts, masked, licence_first=licence_first)
        return self._row(item, reference, [_cell(self.case, f, stands(reference, f), valid(f)) for f in facts])

    def _persons(self, item: Item) -> Row | None:
        facts = self.facts[Item.REPRESENTATIVE]
        if not facts:
            return None
        reference = most_stated(facts, veiled, licence_first=True)
        cells = []
        for fact in facts:
            standing, how, sure = person_stands(reference, fact)
            if standing is Standing.DIFFERS and self._says_both(_REPLACED, plain(reference.value), plain(fact.value)):
                how, sure = "changed", False
            cells.append(_cell(self.case, fact, (standing, how, sure)))
        return self._row(item, reference, cells)

    def _told(self, item: Item) -> Row | None:
        """字号, 简称, 曾用名: what papers tell of further names; a 字号 that is no part of the name must be looked at."""
        facts = [f for f in self.facts[item] if self._of_this(f)]
        if not facts:
            return None
        reference = most_stated(facts, veiled)
        cells = [_cell(self.case, f, self._further(item, reference, f)) for f in facts]
        return self._row(item, reference, cells)

    def _of_this(self, fact: Fact) -> bool:
        """Whether a further name belongs to the party: what it stands for ends with the name of the party."""
        if fact.about is None or self.party is None:
            return True
        whole, own = plain(fact.about), self.party.reference
        return any(whole.endswith(name) or plain(fact.value) == name for name in (own.main, own.bare))

    def _further(self, item: Item, reference: Fact, fact: Fact) -> Verdict:
        one, other = plain(reference.value), plain(fact.value)
        if item is not Item.TRADE_NAME or one == other or one in other or other in one:
            return Standing.AGREES, "", True
        if veiled(fact):
            return Standing.MASKED, "", True
        return Standing.DIFFERS, "typo" if one_apart(one, other) else "other", False

    def _names(self) -> Row | None:
        if self.party is None:
            return None
        reference = self.party.reference
        cells = [self._name(reference, n, receiver=False) for n in self.party.names]
        cells += [self._name(reference, n, receiver=True) for n in self.party.receivers]
        seen = {c.document for c in cells}
        cells += [c for d in self.case.dossier.documents if d.id not in seen and (c := self._mentioned(reference, d))]
        return self._row(Item.NAME, reference.fact, cells)

    def _name(self, reference: Name, name: Name, *, receiver: bool) -> Cell:
        verdict = self._name_stands(reference, name, receiver=receiver)
        part = name.main if name.full != plain(name.fact.value).rstrip("。，；") else None
        return _cell(self.case, name.fact, verdict, value=part)

    def _name_stands(self, reference: Name, name: Name, *, receiver: bool) -> Verdict:
        if alike(reference, name):
            masked = name.masked and name.main != reference.main
            return (Standing.MASKED if masked else Standing.AGREES), "with_operator" if name.persons else "", True
        if self._listed_with_operator(reference, name):
            return Standing.AGREES, "with_operator", True
        shortened = [f for f in self.facts[Item.SHORT_NAME] if f.document == name.fact.document]
        if any(plain(f.value) == name.main and self._of_this(f) for f in shortened):
            return Standing.AGREES, "short_name", True
        behind = name.main in self.operators or reference.main in self.operators
        if behind and linked(reference, name, self.operators):
            return Standing.AGREES, "operator", True
        if behind:
            return Standing.DIFFERS, "operator", False
        return (Standing.DIFFERS, *self._difference(reference, name, receiver=receiver))

    def _listed_with_operator(self, reference: Name, name: Name) -> bool:
        """`青禾店、陈小红`: the shop and the person who runs it."""
        parts = name.parts
        own = [part for part in parts if part in (reference.main, reference.bare)]
        return len(parts) > 1 and bool(own) and all(p in self.operators for p in parts if p not in own)

    def _difference(self, reference: Name, name: Name, *, receiver: bool) -> tuple[str, bool]:
        """In what two names differ, and whether that surely is a fault."""
        other_kind = receiver or is_personal(name.main) != is_personal(reference.main)
        part = reference.bare in name.bare or name.bare in reference.bare
        cases: tuple[tuple[bool, tuple[str, bool]], ...] = (
            (LINK in name.full + reference.full, ("several", False)),
            (self._says_both(_RENAMED, reference.bare, name.bare), ("renamed", False)),
            (name.bare == reference.bare, ("suffix", True)),
            (one_apart(reference.bare, name.bare), ("typo", True)),
            (name.on_licence, ("other_person", False)),
            (other_kind, ("other_person", False)),
            (part, ("short", name.fact.how in ("label", "table"))),
        )
        return next((found for holds, found in cases if holds), ("other", True))

    def _says_both(self, words: re.Pattern[str], one: str, other: str) -> bool:
        """Whether one paper has such a word and both values."""
        for paper in self.case.dossier.documents:
            said = passage(paper).text
            if words.search(said) and one in plain(said) and other in plain(said):
                return True
        return False

    def _mentioned(self, reference: Name, paper: CaseDocument) -> Cell | None:
        """Where a paper that has no place for the name tells it in its text, in full or by a short name it defines."""
        form = self.case.form(paper.form) if paper.form else None
        if form is None or reference.masked or len(reference.main) < _SHORTEST_TOLD:
            return None
        said = running(paper)
        shorts = [plain(f.value) for f in self.facts[Item.SHORT_NAME] if f.document == paper.id and self._of_this(f)]
        for told, how in ((reference.main, ""), (reference.bare, ""), *((short, "short_name") for short in shorts)):
            at = said.text.find(told)
            if at >= 0:
                return Cell(
                    paper=form.short,
                    document=paper.id,
                    standing=Standing.AGREES,
                    value=told,
                    how=how,
                    quote=said.quote(at, at + len(told)),
                )
        return None


def label_cells(row: Row) -> Sequence[Cell]:
    """The cells of a row whose value stands under a label of the party; addressees of receipts are left out."""
    return [c for c in row.cells if c.fact is not None and c.fact.name != RECEIVER]
