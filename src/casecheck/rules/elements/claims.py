"""数量的说法: how much of a thing each paper says was there, was bought or was sold, and where papers differ."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from casecheck.model.dossier import CaseDocument
from casecheck.model.elements import Disagreement
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.words import Words
from casecheck.rules.builtin.disposal import BRACKETED
from casecheck.rules.builtin.reading import known, running, title_of
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import normalise_name
from casecheck.text.numbers import parse_number

LISTS, RECEIPTS = "场所/设施/财物清单", "进销票据"
_COLUMNS = {LISTS: ("物品名称", "数量", "单位"), RECEIPTS: ("品名", "数量", "计量单位")}
"""Columns of the tables that count goods: name, number, unit."""
RECORD, INSPECTION = "询问笔录", "现场笔录"
_ROLES = {
    "bought": re.compile(r"购进|购入|购得|进了|进货|采购了?|买进|买来"),
    "sold": re.compile(r"(?<!待)(?<!未)售出|卖了|卖出|卖掉|销售了|已售|销售(?=\d)"),
    "held": re.compile(r"剩|库存|现有|在架|待售|扣押|查获|清点|摆放|陈列|存放|看到|发现有?"),
}
ROLES = {
    "bought": Words(zh="购进数量", en="quantity bought"),
    "sold": Words(zh="售出数量", en="quantity sold"),
    "held": Words(zh="现场（扣押）数量", en="quantity found or seized"),
}
_GOODS = "盒箱袋瓶罐包件个支台套桶条双只枚把块辆束粒颗听扎提板"
_FIGURE = re.compile(rf"(?<![\d.×*/第每])(?P<n>\d{{1,7}})(?P<unit>千克|公斤|[{_GOODS}])(?![/×*装月])")
_SENTENCE, _PIECE = re.compile(r"[^。；？！]+"), re.compile(r"[^，、：]+")
_NEGATED = re.compile(r"没有|未|不|一.也")
_GIVEN_BACK = re.compile(r"解除|退还|返还|发还")
_QUOTED = re.compile(r"“[^”]{1,20}”")
_NO_QUOTES = str.maketrans("", "", "“”")
_SHORTEST_NAME = 2
_MOST_FIGURES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """`count` `unit` of a `thing` (empty: not named) in a role (`held bought sold`), as one paper says."""

    thing: str
    role: str
    unit: str
    count: int
    paper: CaseDocument
    quote: Quote


def disagreements(case: CaseFacts, forms: Sequence[str], roles: Sequence[str]) -> tuple[Disagreement, ...]:
    """What two papers among `forms` count differently: they have no figure or sum in common for the same thing and role.

    A list that gives goods back is not compared; papers of one form count together, records of questioning each for itself.
    """
    sides = _sides(case, forms, roles)
    return tuple(
        _said(case, role, papers[one], papers[other])
        for (role, _, unit), papers in sides.items()
        for one, other in combinations(papers, 2)
        if not _figures(papers[one], sides.get((role, "", unit), {}).get(one, ()))
        & _figures(papers[other], sides.get((role, "", unit), {}).get(other, ()))
    )


def comparable(case: CaseFacts, forms: Sequence[str], roles: Sequence[str]) -> bool:
    """Whether two papers count the same thing in the same role."""
    return any(len(papers) > 1 for papers in _sides(case, forms, roles).values())


def _sides(
    case: CaseFacts, forms: Sequence[str], roles: Sequence[str]
) -> dict[tuple[str, str, str], dict[str, list[Claim]]]:
    """The claims by role, thing and unit, and within by the papers that count together."""
    sides: dict[tuple[str, str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in _claims(case, forms):
        if claim.role in roles:
            own = claim.paper.id if claim.paper.form == RECORD else str(claim.paper.form)
            sides[claim.role, claim.thing, claim.unit][own].append(claim)
    return sides


def _figures(claims: Sequence[Claim], unnamed: Sequence[Claim]) -> set[int]:
    """Every figure, every sum of some (what lies in two rooms is counted room by room), and those of things not named."""
    figures = list(dict.fromkeys(claim.count for claim in claims))[:_MOST_FIGURES]
    sums = {sum(some) for n in range(1, len(figures) + 1) for some in combinations(figures, n)}
    return sums | {claim.count for claim in unnamed}


def _said(case: CaseFacts, role: str, one: Sequence[Claim], other: Sequence[Claim]) -> Disagreement:
    first, second = one[0], other[0]
    papers = [title_of(case, c.paper.id) for c in (first, second)]
    thing = f"“{first.thing.translate(_NO_QUOTES)}”" if first.thing else ""
    figures = ["/".join(f"{n}{first.unit}" for n in dict.fromkeys(c.count for c in side)) for side in (one, other)]
    return Disagreement(
        said=Words(
            zh=f"{thing}{ROLES[role].zh}：{papers[0]}为{figures[0]}，{papers[1]}为{figures[1]}",
            en=f"{thing} {ROLES[role].en}: “{figures[0]}” in the “{papers[0]}”, “{figures[1]}” in the “{papers[1]}”".strip(),
        ),
        quotes=(first.quote, second.quote),
    )


def _claims(case: CaseFacts, forms: Sequence[str]) -> Iterator[Claim]:
    names = _names(case)
    for form in forms:
        for paper in case.documents(form):
            if form == LISTS and not _GIVEN_BACK.search(running(paper).text):
                yield from _rows(case, form, paper, "held")
            elif form == RECEIPTS and _bought(case, paper):
                yield from _rows(case, form, paper, "bought")
            elif form in (RECORD, INSPECTION):
                yield from _told(paper, names)


def _names(case: CaseFacts) -> dict[str, str]:
    """The things that the tables name, by the words that may stand for them: `“云溪”纯牛奶`, `纯牛奶`."""
    tables = [known(case, f"{form}.{columns[0]}") for form, columns in _COLUMNS.items()]
    things = dict.fromkeys(_bare(fact) for facts in tables for fact in facts)
    words: dict[str, str] = {}
    for thing in things:
        for word in {thing, _QUOTED.sub("", thing)}:
            if len(word) >= _SHORTEST_NAME:
                words[word] = "" if word in words else thing
    return {word: thing for word, thing in words.items() if thing}


def _bare(name: Fact) -> str:
    """The name of a thing without what stands in brackets."""
    return BRACKETED.sub("", fold_text(str(name.value)))


def _bought(case: CaseFacts, paper: CaseDocument) -> bool:
    """Whether the buyer that a receipt names is the party."""
    buyers = {normalise_name(str(f.value)) for f in known(case, f"{RECEIPTS}.购货方", paper.id)}
    party = {normalise_name(str(f.value)) for f in known(case, "当事人.名称")}
    return bool(buyers & party)


def _rows(case: CaseFacts, form: str, paper: CaseDocument, role: str) -> Iterator[Claim]:
    """The rows of a table of goods; one whose columns do not pair off is left out."""
    columns = [known(case, f"{form}.{name}", paper.id) for name in _COLUMNS[form]]
    if not columns[0] or len({len(column) for column in columns}) != 1:
        return
    for name, number, unit in zip(*columns, strict=True):
        count = parse_number(fold_text(str(number.value)))
        if isinstance(count, int) and number.places:
            quote = Quote(text=number.raw, place=number.places[0], document=paper.id)
            unit_words = fold_text(str(unit.value))
            yield Claim(thing=_bare(name), role=role, unit=unit_words, count=count, paper=paper, quote=quote)


def _told(paper: CaseDocument, names: dict[str, str]) -> Iterator[Claim]:
    """What the text says, sentence by sentence: thing and role stay the same until others are named."""
    said = running(paper)
    for sentence in _SENTENCE.finditer(said.text):
        thing, role = "", ""
        for piece in _PIECE.finditer(said.text, sentence.start(), sentence.end()):
            words = piece.group()
            named = [names[word] for word in sorted(names, key=len, reverse=True) if word in words]
            thing = named[0] if named else thing
            roles = [name for name, pattern in _ROLES.items() if pattern.search(words)]
            role = roles[0] if len(roles) == 1 else "" if roles else role
            figures = list(_FIGURE.finditer(words))
            if not role or len(figures) != 1 or len(set(named)) > 1 or _NEGATED.search(words):
                continue
            yield Claim(
                thing=thing,
                role=role,
                unit=figures[0]["unit"],
                count=int(figures[0]["n"]),
                paper=paper,
                quote=said.quote(piece.start(), piece.end()),
            )
