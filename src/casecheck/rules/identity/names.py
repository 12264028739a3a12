"""当事人名称: a name taken apart, and what two names have to do with each other."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from casecheck.model.fact import CaseFacts, Fact
from casecheck.text.identifiers import is_masked, normalise_name, visible_match

LICENCES = ("营业执照复印件", "许可证件")
"""Papers of the register: the name, the code and the address to compare with where they are the party's own."""
LINK = "、"
_IN_BRACKETS = re.compile(r"（(?:经营者|负责人|法定代表人|业主|投资人|字号名称|字号|店名)[：为]?([^（）]+)）")
_SOLE_TRADER = "（个体工商户）"
_TRADE = re.compile(r"店|厂|公司|社|部|馆|行|院|所|中心|站|场|坊|铺|超市")
_ORGANISATION = re.compile(
    r"(?:公司|集团|合作社|经营部|商行|超市|店|铺|厂|馆|部|社|行|院|所|中心|站|场|坊|吧|学校|幼儿园|协会|（个体工商户）)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A party's name in one paper: `full` as printed, `main` without the `persons` named in brackets behind it."""

    fact: Fact
    full: str
    main: str
    persons: tuple[str, ...]
    masked: bool

    @property
    def bare(self) -> str:
        """The name without `（个体工商户）`."""
        return self.main.removesuffix(_SOLE_TRADER)

    @property
    def on_licence(self) -> bool:
        """Whether it stands on a paper of the register."""
        return self.fact.name.startswith(LICENCES)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names that a list of complete names holds (`甲公司、乙公司`); the name itself where it is none."""
        parts = tuple(part for part in re.split("[、，；]", self.main) if part)
        return parts if len(parts) > 1 and all(is_complete(part) for part in parts) else (self.main,)


def name_of(fact: Fact, text: str | None = None) -> Name:
    """The name that a fact gives; `text` where it is only a part of it."""
    full = normalise_name(str(fact.value) if text is None else text).rstrip("。，；")
    return Name(
        fact=fact,
        full=full,
        main=_IN_BRACKETS.sub("", full),
        persons=tuple(normalise_name(p) for p in _IN_BRACKETS.findall(full)),
        masked=is_masked(full) if text is not None else fact.masked or is_masked(full),
    )


def is_complete(name: str) -> bool:
    """Whether a name could be that of a party: of a person, or ending as organisations are called."""
    return is_personal(name) or bool(_ORGANISATION.search(name))


def is_personal(name: str) -> bool:
    """Whether a name reads like that of a person."""
    return 2 <= len(name) <= 4 and not _TRADE.search(name)


def alike(one: Name, other: Name) -> bool:
    """Whether two names are the same; masks may hide anything, and the operator may stand in brackets."""
    if one.main == other.main or one.full == other.full:
        return True
    if one.masked or other.masked:
        return visible_match(one.main, other.main) or visible_match(one.bare, other.bare)
    return one.main in other.persons or other.main in one.persons


def same_holder(one: Name, other: Name) -> bool:
    """Whether two names mean one party, however one may be misprinted or cut."""
    first, second = one.bare, other.bare
    return alike(one, other) or one_apart(first, second) or first in second or second in first


def reference_of(names: Sequence[Name]) -> Name:
    """The name to compare with: of the party's own licence, else the one most papers print in full."""
    others = [n for n in names if not n.on_licence]
    licences = [n for n in names if n.on_licence and not n.masked]
    own = [n for n in licences if not others or any(same_holder(n, other) for other in others)]
    if own:
        return own[0]
    plain = [n for n in others or names if not n.masked] or list(others or names)
    frequent = Counter(n.main for n in plain)
    best = max(frequent, key=lambda main: (LINK not in main, frequent[main], len(main)))
    return next(n for n in plain if n.main == best)


def without_suppliers(case: CaseFacts, names: Sequence[Name]) -> list[Name]:
    """The names without those of licences that are another's: no paper of the case has such a name, and one has its own.

    A licence of another name where the party's own is not in the file stays: whose it is must be asked.
    """
    party = [n for n in names if not _on_evidence(case, n)]
    own = [n for n in names if n.on_licence and any(same_holder(n, other) for other in party)]
    if not own or not party:
        return list(names)
    return [n for n in names if not n.on_licence or n in own]


def _on_evidence(case: CaseFacts, name: Name) -> bool:
    form = case.form(name.fact.name.partition(".")[0])
    return form is not None and form.evidence


def linked(one: Name, other: Name, operators: Collection[str]) -> bool:
    """Whether one is the person and the other the firm that some paper names together."""
    person = one if one.main in operators else other
    return is_personal(person.main)


def one_apart(one: str, other: str) -> bool:
    """Whether one character is changed, missing, added, or two neighbours are swapped."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        if swapped:
            first, second = differing
            swapped = one[first] == other[second] and one[second] == other[first]
        return len(differing) == 1 or swapped
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
