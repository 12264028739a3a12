"""A small vocabulary, a small law, and rules made for one check: what the tests of the rules are put together from."""

from dataclasses import replace
from datetime import date
from typing import Any

from casecheck.law.book import LawBook
from casecheck.law.calendar import Calendar
from casecheck.law.limits import Limit, LimitTable
from casecheck.law.penalties import PenaltyTable
from casecheck.law.periods import Length
from casecheck.law.statutes import Statute, StatuteBook, StatuteVersion
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Example, Json, Rule, condition_of
from casecheck.model.verdict import Answer, Outcome, Principle, RuleResult, Severity
from casecheck.model.vocabulary import FactName, Form, Vocabulary
from casecheck.model.words import Words
from casecheck.rules.conditions import answer
from casecheck.rules.context import Context, decision_day
from casecheck.rules.engine import evaluate_rule
from casecheck.rules.examples import case_of

AS_OF = date(2024, 12, 31)


def both(text: str) -> Words:
    return Words(zh=text, en=text)


def _form(name: str, short: str = "") -> Form:
    return Form(key=name, name=name, short=short or name, title=both(name), stage="decision", titles=(name,))


def _fact(name: str, type_: str, many: bool = False) -> FactName:
    return FactName(name=name, type=type_, many=many, meaning=both(name))


VOCABULARY = Vocabulary(
    forms=(
        _form("立案/不予立案审批表", "立案审批表"),
        _form("现场笔录"),
        _form("询问笔录"),
        _form("行政处罚告知书"),
        _form("行政处罚决定书"),
        _form("不予行政处罚决定书"),
        _form("处罚信息公示截图", "公示"),
        _form("结案审批表"),
        _form("送达回证"),
    ),
    facts={
        fact.name: fact
        for fact in (
            _fact("立案审批表.批准日期", "date"),
            _fact("现场笔录.检查开始", "time", many=True),
            _fact("现场笔录.检查人员", "text", many=True),
            _fact("询问笔录.询问开始", "time", many=True),
            _fact("询问笔录.询问人", "text", many=True),
            _fact("行政处罚告知书.拟罚款金额", "money"),
            _fact("行政处罚告知书.处罚依据", "text", many=True),
            _fact("行政处罚决定书.决定日期", "date"),
            _fact("行政处罚决定书.罚款金额", "money"),
            _fact("行政处罚决定书.处罚依据", "text", many=True),
            _fact("行政处罚决定书.复议前置", "bool"),
            _fact("行政处罚决定书.上限", "money"),
            _fact("结案审批表.罚款金额", "money"),
            _fact("陈述申辩.放弃日期", "date"),
        )
    },
)


def _limit(name: str, count: int, unit: Any, **changes: Any) -> Limit:
    limit = Limit(name=name, meaning=both(name), basis=(), verified=True, length=Length(count=count, unit=unit))
    return replace(limit, **changes)


_LAWS = StatuteBook.of(
    [
        Statute(
            key="GGF",
            title="中华人民共和国广告法",
            short_titles=("广告法",),
            kind="law",
            versions=(
                StatuteVersion(
                    label="2021", effective_from=date(2021, 4, 29), articles=74, complete=True, shapes="28:2"
                ),
            ),
        )
    ]
)
LAW = LawBook(
    statutes=_LAWS,
    limits=LimitTable(
        limits=(
            _limit("办案.期限", 90, "calendar"),
            _limit("告知.期限", 5, "working"),
            _limit("未核.期限", 90, "calendar", verified=False),
            _limit("旧.期限", 30, "calendar", valid_to=date(2020, 12, 31)),
            _limit("告知家属.时限", 24, "hour"),
            _limit("听证.金额", 0, "calendar", length=None, amount=1_000_000),
            _limit("未核.金额", 0, "calendar", length=None, amount=1_000_000, verified=False),
        )
    ),
    penalties=PenaltyTable(statutes=_LAWS, provisions=()),
    calendar=Calendar(),
)


def rule_with(check: Json, **changes: Any) -> Rule:
    """A rule of which only the check matters."""
    rule = Rule(
        code="PROC-TEST",
        name="test-rule",
        title=Words(zh="试验", en="trial"),
        principle=Principle.PROCEDURE,
        group="test",
        severity=Severity.MAJOR,
        level="A",
        stage="investigation",
        basis=("广告法 第二十八条",),
        why=both("why"),
        cure_kind=None,
        cure=None,
        check=condition_of(check),
        messages={"": Words(zh="发现问题", en="something was found")},
    )
    return replace(rule, **changes)


def case_with(facts: dict[str, Json] | None = None, *documents: dict[str, Json], **about: Any) -> CaseFacts:
    """A case as the examples of rules write it."""
    example = Example(
        name=both("test"), outcome=Outcome.PASS, facts=facts or {}, documents=documents, **{k: about[k] for k in about}
    )
    return case_of(example, VOCABULARY)


def ask(check: Json, case: CaseFacts, *, deciding: bool = True) -> Answer:
    """The answer of a condition for a case."""
    context = Context(
        case=case,
        law=LAW,
        rule=rule_with(check),
        as_of=AS_OF,
        day=decision_day(case) or AS_OF,
        judge=answer,
        deciding=deciding,
    )
    return answer(condition_of(check), context)


def put(rule: Rule, case: CaseFacts) -> RuleResult:
    """The result of a rule for a case."""
    return evaluate_rule(rule, case, LAW, AS_OF)
