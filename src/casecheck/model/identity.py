"""当事人身份对照表: what every paper says of who the party is, value by value."""

from dataclasses import dataclass
from enum import StrEnum

from casecheck.model.fact import Fact
from casecheck.model.place import Quote


class Item(StrEnum):
    """What is compared.

    名称（姓名）, 字号, 以下简称, 曾用名, 法定代表人（负责人）, 经营者 of a 个体工商户, 统一社会信用代码, 身份证号, 住所（经营场所）.
    """

    NAME = "name"
    TRADE_NAME = "trade_name"
    SHORT_NAME = "short_name"
    FORMER_NAME = "former_name"
    REPRESENTATIVE = "representative"
    OPERATOR = "operator"
    CODE = "code"
    IDENTITY_NUMBER = "identity_number"
    ADDRESS = "address"


class Standing(StrEnum):
    """How a value stands to the one that the others are compared with.

    `MASKED`: hidden in part, and what shows agrees. `ABSENT`: the form has a place for it and nothing was read there.
    `ASIDE`: of another kind (an old registration number), not compared.
    """

    AGREES = "agrees"
    DIFFERS = "differs"
    MASKED = "masked"
    ABSENT = "absent"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one paper (`paper` its short form name, `document` its id) says.

    `how` tells in what a value differs (`typo suffix short operator renamed several other_person masked changed other`) or why
    it agrees although it reads otherwise (`operator with_operator former_name short_name`); empty where nothing is to be said.
    `sure` is false where a difference may have an innocent reason, so that a person must judge. `valid` is the check
    character of a number, None for what has none or is masked. `fact` is None where the value stands in running text.
    """

    paper: str
    document: str
    standing: Standing
    value: str | None = None
    how: str = ""
    sure: bool = True
    valid: bool | None = None
    fact: Fact | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One item over all papers. `value` is what the others are compared with, `source` where it stands."""

    item: Item
    value: str
    source: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyIdentity:
    """One party. `kind` is 自然人, 个体工商户, 法人, 其他组织 or None."""

    name: str
    kind: str | None
    rows: tuple[Row, ...]

    def row(self, item: Item) -> Row | None:
        """The row of an item; None where no paper has a value."""
        return next((row for row in self.rows if row.item is item), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """All parties, and the numbers of other persons (who was questioned, agents), which only have their check."""

    parties: tuple[PartyIdentity, ...] = ()
    others: tuple[Cell, ...] = ()
