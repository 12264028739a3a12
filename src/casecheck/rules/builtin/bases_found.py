"""罚款基数的认定: how a decision finds the sum that its penalty is measured by - 货值金额, 违法所得, 违法经营额, 广告费用."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.amount_table.formulas import formulas
from casecheck.rules.amount_table.stated import stated
from casecheck.rules.builtin.fining import fining
from casecheck.rules.builtin.grounds import grounds_of
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words, papers_of
from casecheck.text.money import find_money, format_yuan

_COUNTED = re.compile(
    r"\d+(?:\.\d+)?(?:余|多)?(?:毫克|千克|公斤|斤|克|吨|毫升|升|平方米|立方米|米|个|件|瓶|盒|箱|袋|包|条|支|只|台|套|双|把|本|张|份|罐|桶"
    r"|次|单|人|户|辆|块|片|枚|批|笔|部|根|杯|碗|间|晚|天|月|kg|g|ml|l)",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"元(?:人民币)?(?:/|每)[\u4e00-\u9fffA-Za-z]|每[\u4e00-\u9fff]{1,4}?\d+(?:\.\d+)?元|单价|[售标定进零]价|价格[为是：]?\d|均价|收费标准|×\d|\d×"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """A base of the penalty: its facts with the sum, the flags that none can be computed, other kinds that stand for it."""

    name: str
    sums: tuple[str, ...]
    unclear: tuple[str, ...]
    alike: tuple[str, ...]


@predicate("penalty_measured_by")
def penalty_measured_by(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the grounds of the decision set fines by one of the `bases`, or income is confiscated (`confiscated`).

    `grounds` are the facts with the grounds, `on` the day whose law counts. Where these were not read it cannot be told,
    unless the decision does not even name a base.
    """
    used = _measured(case, law, arguments)
    taken = [f for name in texts(arguments, "confiscated") for f in known(case, name) if f.value]
    if used or taken:
        return Answer(truth=True, used=(*used, *taken))
    papers = case.documents(text(arguments, "grounds").partition(".")[0])
    named = any(base in own_words(p).text for p in papers for base in texts(arguments, "bases"))
    missing = lacking(case, text(arguments, "on"), text(arguments, "grounds")) if named else ()
    return Answer(truth=None if missing else False, missing=missing)


def _measured(case: CaseFacts, law: LawBook, arguments: Json) -> tuple[Fact, ...]:
    """The facts with grounds whose tiers use one of the bases."""
    on = next((day(f) for f in known(case, text(arguments, "on"))), None)
    grounds = grounds_of(case, texts(arguments, "grounds"))
    if on is None:
        return ()
    kept, _ = fining(law, {cited.name: cited for _, cited in grounds}, on)
    wanted = set(texts(arguments, "bases"))
    setting = {
        name
        for name, provisions in kept.items()
        for p in provisions
        for tier in p.tiers
        if wanted & {tier.base, tier.when.base if tier.when else None}
    }
    return tuple(fact for fact, cited in grounds if cited.name in setting)


@predicate("base_found")
def base_found(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the papers find one of the `bases` (`{name, sums, unclear, alike}`) by a sum, or say why none can be computed.

    `papers` are the forms that may, `report` the one that is missed where only the decision was read. With `worked: true`
    the sum must come with how it was reckoned: quantities and prices in one of the papers `shown_in`, or a formula.
    A sum without them is a question.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    bases = [_base(item) for item in _items(arguments)]
    found = [f for base in bases for name in base.sums for f in known(case, name)]
    excused = [f for base in bases for name in base.unclear for f in known(case, name)]
    unreadable = tuple(p.id for p in papers if unread(case, p))
    if not found and not excused:
        kinds = {k for base in bases for k in base.alike}
        others = [s for s in stated(case) if s.kind in kinds and s.document in {p.id for p in papers}]
        if others:
            return settle((), (Missing(name=bases[0].name, cause=Cause.NEEDS_JUDGEMENT),))
        cause = Cause.UNREADABLE if unreadable else unproven(case)
        if cause is Cause.DOCUMENT_MISSING:
            return settle((), (Missing(name=text(arguments, "report"), cause=cause),))
        return settle((_absent(bases, papers, cause),))
    worked = isinstance(arguments, dict) and arguments.get("worked") is True
    positive = [f for f in found if isinstance(f.value, int) and f.value > 0]
    if not worked or not positive or _reckoned(case, arguments, positive):
        return settle((), (), (*found, *excused))
    cause = Cause.UNREADABLE if unreadable else unproven(case) or Cause.NEEDS_JUDGEMENT
    return settle((_unreckoned(positive[0], cause),), (), found)


def _items(arguments: Json) -> Sequence[Json]:
    listed = arguments.get("bases") if isinstance(arguments, dict) else None
    return listed if isinstance(listed, list) else []


def _base(item: Json) -> _Base:
    return _Base(
        name=text(item, "name"), sums=texts(item, "sums"), unclear=texts(item, "unclear"), alike=texts(item, "alike")
    )


def _absent(bases: Sequence[_Base], papers: Iterable[CaseDocument], cause: Cause | None) -> Violation:
    quotes = tuple(own_words(p).quote(0, min(24, len(own_words(p).text))) for p in papers if own_words(p).text)
    return Violation(
        quotes=quotes[:1],
        params=(("base", "、".join(b.name for b in bases)), ("sum", "")),
        cause=cause,
        key=bases[0].name,
    )


def _unreckoned(fact: Fact, cause: Cause | None) -> Violation:
    return Violation(
        facts=(fact,),
        variant="unreckoned",
        params=(
            ("base", fact.name.partition(".")[2].removesuffix("金额")),
            ("sum", format_yuan(fact.value) if isinstance(fact.value, int) else ""),
        ),
        cause=cause,
        key=f"unreckoned {fact.name}",
    )


def _reckoned(case: CaseFacts, arguments: Json, sums: Iterable[Fact]) -> bool:
    """Whether one of the `shown_in` papers has quantities and prices, or a formula that comes to one of the sums."""
    wanted = {f.value for f in sums}
    for paper in papers_of(case, texts(arguments, "shown_in")):
        said = own_words(paper).text
        if _PRICED.search(said) and _COUNTED.search(said):
            return True
        if any(m.fen in wanted for w in formulas(case, paper) for m in find_money(w.stated)):
            return True
    return False
