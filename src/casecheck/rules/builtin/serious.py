"""情节严重: whether serious circumstances are reasoned where they are found, and weighed where the law names them."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.provisions import citation
from casecheck.rules.builtin.reading import known, settle, text, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits
from casecheck.rules.context import decision_day
from casecheck.text.dates import find_dates
from casecheck.text.money import format_yuan

_SERIOUS = re.compile(r"情节(?:特别)?严重|情节恶劣")
_DENIED = re.compile(r"不(?:属于|构成|属|符合|存在|具有|具备)|未(?:达到|构成|造成)|没有|尚未|并非|无")
_LAW_TEXT = re.compile(
    r"情节(?:特别)?严重的[，、。；]|情节严重(?:的)?情形(?:的规定|之一)|情节严重行为(?:处罚|认定)?(?:规定|办法)"
)
_REASON = re.compile(
    r"因|鉴于|由于|货值|[多两三再]次|屡|拒|故意|持续|造成|以上|隐瞒|逃避|曾|期间|数额|金额|伪造|虚假|属于.{0,12}第[一二三四五六七八九十]+"
)
_SPAN = re.compile(
    r"(?:自|从|于)?(?P<from>\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:起|开始)?(?:至|到)(?P<to>\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?P<after>[^。；]{0,24})"
)
_ACTS = re.compile(r"销售|售出|生产|经营|加工|使用")
_FOOD = "食品安全法"
_SHORT = 100


@predicate("serious_reasoned")
def serious_reasoned(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a decision that finds 情节严重 says why, and one on food weighs it where the figures of the law are reached.

    `papers` are looked through; `value` and `span` name the limits of 食品安全法实施条例 第六十七条, `amounts` the facts with
    the value of the goods. Both are questions: the reasons and the duration are read from words.
    """
    papers = [d for form in texts(arguments, "papers") for d in case.documents(form)]
    found = [h for h in hits(_SERIOUS, papers) if not _LAW_TEXT.match(h.paper.text, h.match.start())]
    affirmed = [h for h in found if not _DENIED.search(h.before[-_SHORT:].rpartition("，")[2] or h.before)]
    violations = [v for h in affirmed if (v := _unreasoned(case, h))]
    reached = [] if found else list(_reached(case, law, arguments))
    return settle([*violations[:1], *reached], (), moot=not found and not _on_food(case))


def _unreasoned(case: CaseFacts, hit: Hit) -> Violation | None:
    start = max(0, hit.match.start() - _SHORT)
    before = hit.paper.text[start : hit.match.start()].removesuffix(hit.before)
    sentence = before.rstrip("。；").rpartition("。")[2]
    if _REASON.search(f"{sentence}{hit.clause}".replace(hit.match.group(), "")):
        return None
    return Violation(
        quotes=(hit.quote(),),
        variant="bare",
        params=(("paper", title_of(case, hit.document.id)),),
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"bare {hit.document.id}",
    )


def _on_food(case: CaseFacts) -> bool:
    grounds = (citation(f) for form in ("行政处罚决定书", "案件调查终结报告") for f in known(case, f"{form}.处罚依据"))
    return any(c is not None and c.law.removeprefix("中华人民共和国") == _FOOD for c in grounds)


def _reached(case: CaseFacts, law: LawBook, arguments: Json) -> Iterator[Violation]:
    """The value or the time that makes an act serious under 第六十七条, where no paper weighs it."""
    if not _on_food(case):
        return
    day = decision_day(case) or date.max
    value = law.limits.on(text(arguments, "value").removeprefix("$"), day)
    amounts = [f for name in texts(arguments, "amounts") for f in known(case, name)]
    for fact in amounts:
        if value and value.amount and isinstance(fact.value, int) and fact.value >= value.amount:
            yield _weigh(fact, format_yuan(fact.value), format_yuan(value.amount))
            return
    months = law.limits.on(text(arguments, "span").removeprefix("$"), day)
    papers = [d for form in texts(arguments, "papers") for d in case.documents(form)]
    for hit in hits(_SPAN, papers):
        first, last = (
            next((d.value for d in find_dates(_whole(hit.match[k])) if d.value), None) for k in ("from", "to")
        )
        if months and months.length and first and last and _ACTS.search(hit.match["after"]):
            passed = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
            if passed >= months.length.count:
                yield Violation(
                    quotes=(hit.quote(),),
                    variant="long",
                    params=(
                        ("first", first.isoformat()),
                        ("last", last.isoformat()),
                        ("months", str(months.length.count)),
                    ),
                    cause=Cause.NEEDS_JUDGEMENT,
                    key="long",
                )
                return


def _whole(printed: str) -> str:
    """A month without its day counts from its first."""
    return printed if printed.endswith("日") else f"{printed}1日"


def _weigh(fact: Fact, found: str, bound: str) -> Violation:
    return Violation(
        facts=(fact,),
        params=(("value", found), ("bound", bound)),
        working=Words(zh=f"{found} 元 ≥ {bound} 元", en=f"{found} yuan ≥ {bound} yuan"),
        cause=Cause.NEEDS_JUDGEMENT,
        key="value",
    )
