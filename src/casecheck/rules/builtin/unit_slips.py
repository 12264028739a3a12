"""单位: 元 or 万元, and the units of the goods on the list and in the decision."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from casecheck.law.book import LawBook
from casecheck.model.amounts import StatedAmount
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.amount_table.stated import stated
from casecheck.rules.amount_table.units import factor, measures, unit_name
from casecheck.rules.builtin.disposal import DECISIONS, LIST, kind_of
from casecheck.rules.builtin.reading import known, settle, texts
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words, papers_of
from casecheck.text.folded import fold_text
from casecheck.text.money import format_yuan

_TEN_THOUSAND = 10_000
_QUANTITY = re.compile(
    r"^(?:共|约)?(?P<count>\d+(?:\.\d+)?)(?P<unit>毫克|千克|公斤|市斤|斤|克|吨|毫升|公升|升|kg|g|ml|[个件瓶盒箱袋包条支只台套双桶罐提捆把])",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"（[^）]*）|[“”\"]")


@predicate("units_alike")
def units_alike(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether papers give sums and quantities in the same units.

    Two sums of one kind (`kinds` of the table of amounts) of which one is 10,000 times the other are 元 printed for 万元 or
    the other way round. Goods that the list of seizure and a paper (`papers`) count with the same number in another unit
    are so, too, where the units convert otherwise; units of pieces (箱 for 瓶) are a question.
    """
    del law
    sums = [s for s in stated(case) if s.kind in texts(arguments, "kinds") and not s.masked]
    by_kind: dict[str, list[StatedAmount]] = defaultdict(list)
    for one in sums:
        by_kind[one.kind].append(one)
    violations = {v.key: v for kind, found in by_kind.items() for v in _ten_thousand(kind, found)}
    listed = list(_listed(case))
    for found in _other_units(case, listed, texts(arguments, "papers")):
        violations.setdefault(found.key, found)
    return settle(tuple(violations.values()), (), (f for f, *_ in listed), moot=len(sums) < 2 and not listed)


def _ten_thousand(kind: str, found: list[StatedAmount]) -> Iterator[Violation]:
    for one, other in combinations(found, 2):
        small, large = sorted((one, other), key=lambda s: s.fen)
        if small.fen == 0 or large.fen != small.fen * _TEN_THOUSAND:
            continue
        yield Violation(
            quotes=(small.quote, large.quote),
            params=(
                ("what", kind),
                ("one", format_yuan(small.fen)),
                ("one_paper", small.paper),
                ("other", format_yuan(large.fen)),
                ("other_paper", large.paper),
            ),
            key=f"{kind} {small.fen}",
        )


def _listed(case: CaseFacts) -> Iterator[tuple[Fact, str, str]]:
    """Each thing on the lists with number and unit, where the list prints both in one cell."""
    for paper in case.documents(LIST):
        names, counts = known(case, f"{LIST}.物品名称", paper.id), known(case, f"{LIST}.数量", paper.id)
        if len(names) != len(counts):
            continue
        for name, count in zip(names, counts, strict=True):
            quantity = _QUANTITY.match(fold_text(str(count.value)))
            if quantity and kind_of(str(name.value)):
                yield name, quantity["count"], unit_name(quantity["unit"])


def _other_units(case: CaseFacts, listed: list[tuple[Fact, str, str]], papers: tuple[str, ...]) -> Iterator[Violation]:
    for paper in papers_of(case, papers or DECISIONS):
        said = own_words(paper)
        for name, count, unit in listed:
            thing = kind_of(str(name.value))
            for found in re.finditer(re.escape(thing), said.text):
                after = _BRACKETS.sub("", said.text[found.end() : found.end() + 24])
                quantity = _QUANTITY.match(after)
                if quantity is None or quantity["count"] != count or unit_name(quantity["unit"]) == unit:
                    continue
                other = unit_name(quantity["unit"])
                if factor(unit, other, {}) == 1:
                    continue
                certain = measures(unit) is not None and measures(unit) == measures(other)
                yield Violation(
                    facts=(name,),
                    quotes=(said.quote(found.start(), min(len(said.text), found.end() + len(quantity.group()))),),
                    variant="goods",
                    params=(
                        ("what", str(name.value)),
                        ("one", f"{count}{unit}"),
                        ("one_paper", LIST),
                        ("other", f"{count}{other}"),
                        ("other_paper", paper.form or ""),
                    ),
                    cause=None if certain else Cause.NEEDS_JUDGEMENT,
                    key=f"{thing} {other}",
                )
