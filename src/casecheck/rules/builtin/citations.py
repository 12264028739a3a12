"""引用条款: whether the provisions exist, and whether notice and decision name the same."""

import re
from collections.abc import Iterable
from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.statutes import CitationVerdict, Existence
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.provisions import agree, citation, is_ground, titled
from casecheck.rules.builtin.reading import day, known, lacking, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.citations import Citation

FAULTS = (Existence.NO_SUCH_ARTICLE, Existence.NO_SUCH_PARAGRAPH, Existence.NO_SUCH_ITEM)
UNSEEN = (Existence.UNKNOWN_STATUTE, Existence.UNKNOWN_VERSION, Existence.UNKNOWN_STRUCTURE)

_NATIONAL = re.compile(r"[\u4e00-\u9fff、（）]{1,34}(?:法|条例|办法|规定|规则|细则)")
_LOCAL = re.compile(
    r"省|市(?!场)|自治[区州县]|特别行政区|经济特区|(?<!地)[县州盟旗](?!长)|新区|开发区|地区|长三角|裁量|不予|从轻|减轻|清单|基准|标准|指南|指引|导则|"
    r"^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|"
    r"西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|深圳|厦门|珠海|汕头)"
)
"""Titles of a place or of a paper on discretion: of these nobody keeps a full list."""


@predicate("cited_provisions_exist")
def cited_provisions_exist(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each cited article, paragraph and item stands in the text in force on the day of the decision.

    One that stands only in an earlier version is a question (the conduct may be older than the text). Texts that are not
    known here are left aside; they are named when nothing could be checked, and those whose titles look like national law
    also beside others, as a remark: such a law may not exist.
    """
    facts = [f for name in texts(arguments, "facts") for f in _cited(case, name)]
    if not facts:
        return settle((), lacking(case, *texts(arguments, "facts")[:1]))
    violations: dict[str, Violation] = {}
    unseen: list[str] = []
    unknown: list[str] = []
    checked: list[Fact] = []
    for fact in facts:
        cited, on = citation(fact), _day(case, arguments, fact)
        if cited is None or on is None:
            continue
        verdict = law.statutes.check(cited, on)
        if verdict.status in UNSEEN:
            unseen.append(cited.law)
            if verdict.status is Existence.UNKNOWN_STATUTE:
                unknown.append(cited.law)
            continue
        checked.append(fact)
        if verdict.status in FAULTS and cited.name not in violations:
            violations[cited.name] = _fault(case, law, (fact, cited, on), verdict)
    strange = [name for name in dict.fromkeys(unknown) if _looks_national(name)]
    if checked and strange:
        violations["unknown"] = Violation(
            facts=tuple(f for f in facts if (c := citation(f)) is not None and c.law in strange)[:3],
            variant="unlisted",
            params=(("laws", "、".join(f"《{name}》" for name in strange)),),
            severity=Severity.ADVISORY,
            cause=Cause.NEEDS_JUDGEMENT,
            key="、".join(strange),
        )
    if not checked and unseen:
        violations[""] = Violation(
            facts=tuple(facts[:3]),
            variant="unknown",
            params=(("laws", "、".join(f"《{name}》" for name in dict.fromkeys(unseen))),),
            cause=Cause.NEEDS_JUDGEMENT,
        )
    gaps = () if checked or unseen else _no_day(case, arguments, facts[0])
    return settle(tuple(violations.values()), gaps, checked)


def _looks_national(title: str) -> bool:
    return bool(_NATIONAL.fullmatch(title)) and not _LOCAL.search(title)


def _no_day(case: CaseFacts, arguments: Json, fact: Fact) -> tuple[Missing, ...]:
    """The day that decides which version applies is what is missing, when it is."""
    gaps = () if _day(case, arguments, fact) else lacking(case, *texts(arguments, "on")[:1])
    return gaps or (Missing(name=fact.name, cause=Cause.NOT_FOUND),)


def _cited(case: CaseFacts, name: str) -> Iterable[Fact]:
    return (f for f in known(case, name) if f.origin is not Origin.RECITED)


def _day(case: CaseFacts, arguments: Json, fact: Fact) -> date | None:
    for name in texts(arguments, "on"):
        found = known(case, name)
        if found:
            return day(found[-1])
    own = known(case, f"{fact.name.split('.', 1)[0]}.日期", fact.document)
    return day(own[0]) if own else None


def _fault(case: CaseFacts, law: LawBook, found: tuple[Fact, Citation, date], verdict: CitationVerdict) -> Violation:
    fact, cited, on = found
    older = [
        v
        for v in (verdict.statute.versions if verdict.statute else ())
        if v is not verdict.version
        and v.effective_from <= on
        and law.statutes.check(cited, v.effective_from).status is Existence.EXISTS
    ]
    inherited = "条" not in fact.raw  # "第1项" alone took its article from what stands before it
    sure = not inherited and (verdict.counted or verdict.status is Existence.NO_SUCH_ARTICLE)
    cause = Cause.NEEDS_JUDGEMENT if older or not sure else None
    return Violation(
        facts=(fact,),
        variant="older" if older else str(verdict.status),
        params=(
            ("cited", titled(cited)),
            ("paper", title_of(case, fact.document)),
            ("version", "、".join(v.label for v in older)),
            ("said", verdict.said.zh),
        ),
        working=verdict.said,
        cause=cause,
        key=cited.name,
    )


@predicate("same_provisions")
def same_provisions(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision rests on provisions that the notice named (处罚法 第四十四条).

    `notice` and `decision` are the facts with the grounds, `told` all that the notice cites anywhere. Provisions of
    procedure and discretion do not count. A ground that the decision drops is a question, not a defect.
    """
    del law
    grounds = _grounds(case, texts(arguments, "decision"))
    announced = _grounds(case, texts(arguments, "notice"))
    if not grounds or not announced:
        names = [
            n[0]
            for n, found in ((texts(arguments, "decision"), grounds), (texts(arguments, "notice"), announced))
            if not found
        ]
        return settle((), lacking(case, *names) or [Missing(name=n, cause=Cause.NOT_FOUND) for n in names])
    told = [*announced, *_grounds(case, texts(arguments, "told"))]
    used_anywhere = [*grounds, *_grounds(case, texts(arguments, "used"))]
    new = [(f, c) for f, c in grounds if not any(agree(c, other) for _, other in told)]
    dropped = [(f, c) for f, c in announced if not any(agree(c, other) for _, other in used_anywhere)]
    violations = [
        Violation(
            facts=(fact, *(f for f, c in announced if c.law == cited.law)),
            params=(("cited", titled(cited)), ("announced", "、".join(dict.fromkeys(titled(c) for _, c in announced)))),
            working=Words(
                zh=f"决定书引用{titled(cited)}，告知书未引用",
                en=f"the decision cites {titled(cited)}, the notice does not",
            ),
            key=cited.name,
        )
        for fact, cited in {c.name: (f, c) for f, c in new}.values()
    ]
    if not violations:
        violations.extend(
            Violation(
                facts=(fact,),
                variant="dropped",
                params=(("cited", titled(cited)),),
                cause=Cause.NEEDS_JUDGEMENT,
                key=f"dropped {cited.name}",
            )
            for fact, cited in {c.name: (f, c) for f, c in dropped}.values()
        )
    return settle(violations, (), [f for f, _ in (*grounds, *announced)])


def _grounds(case: CaseFacts, names: tuple[str, ...]) -> list[tuple[Fact, Citation]]:
    found = [(f, c) for name in names for f in _cited(case, name) if (c := citation(f)) is not None]
    return [(f, c) for f, c in found if is_ground(c)]
