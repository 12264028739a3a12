"""Whatever a rule asks and whatever a case holds, the engine answers; nothing hidden or only told ever settles a check."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.model.fact import CaseFacts, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Cause, Outcome
from tests.unit.rules.kit import case_with, put, rule_with

DATES = ["立案审批表.批准日期", "行政处罚告知书.送达日期", "行政处罚决定书.决定日期", "陈述申辩.放弃日期"]
SUMS = ["行政处罚告知书.拟罚款金额", "行政处罚决定书.罚款金额", "结案审批表.罚款金额"]
PERSONS = ["现场笔录.检查人员", "询问笔录.询问人"]
PAPERS = ["立案审批表", "行政处罚告知书", "行政处罚决定书", "现场笔录"]

date_name, sum_name, person_name = st.sampled_from(DATES), st.sampled_from(SUMS), st.sampled_from(PERSONS)
data_test: st.SearchStrategy[Json] = st.one_of(
    st.builds(lambda a, b: {"before": {"date": a, "than": b}}, date_name, date_name),
    st.builds(lambda a, b: {"within_days": {"from": a, "to": b, "length": "$办案.期限"}}, date_name, date_name),
    st.builds(
        lambda a, b: {"after": {"date": a, "end_of": {"from": b, "length": "$告知.期限", "whose": "party"}}},
        date_name,
        date_name,
    ),
    st.builds(lambda names: {"order": {"dates": names}}, st.lists(date_name, min_size=2, max_size=4)),
    st.just({"same": {"facts": list(SUMS), "as": "money"}}),
    st.builds(lambda a, n: {"at_most": {"fact": a, "value": n}}, sum_name, st.integers(0, 10_000)),
    st.builds(lambda a: {"count": {"facts": a, "distinct": True, "at_least": 2}}, person_name),
    st.just({"differs": {"facts": list(PERSONS), "as": "name"}}),
)
presence_test: st.SearchStrategy[Json] = st.builds(
    lambda kind, name: {kind: name}, st.sampled_from(["present", "absent"]), st.sampled_from([*PAPERS, *DATES, *SUMS])
)


def trees(leaf: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    """Conditions of any shape over such tests."""
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
            st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
            st.builds(lambda part: {"not": part}, inner),
        ),
        max_leaves=5,
    )


facts = st.fixed_dictionaries(
    {},
    optional={
        **{n: st.dates(min_value=date(2022, 1, 1), max_value=date(2024, 6, 1)).map(str) for n in DATES},
        **{n: st.integers(0, 10_000) for n in SUMS},
        **{n: st.lists(st.sampled_from(["甲", "乙", "丙"]), min_size=1, max_size=3) for n in PERSONS},
    },
)


def outcome(check: Json, case: CaseFacts) -> Outcome:
    return put(rule_with(check), case).outcome


@settings(max_examples=150, deadline=None)
@given(trees(st.one_of(data_test, presence_test)), facts, st.sampled_from(["dossier", "document"]))
def test_every_rule_ends_in_an_outcome_without_an_error(check: Json, given_facts: dict[str, Any], scope: str) -> None:
    result = put(rule_with(check), case_with(given_facts, scope=scope))
    assert (result.outcome is Outcome.PASS) is (not result.findings)
    assert all(f.cause is not Cause.ERROR for f in result.findings)
    assert all((f.outcome is Outcome.DEFECT) is (f.cause is None) for f in result.findings)
    assert put(rule_with(check), case_with(given_facts, scope=scope)) == result


@settings(max_examples=150, deadline=None)
@given(trees(data_test), facts)
def test_what_is_only_told_by_another_paper_settles_nothing(check: Json, given_facts: dict[str, Any]) -> None:
    case = case_with(given_facts)
    told = replace(case, facts=tuple(replace(f, origin=Origin.RECITED) for f in case.facts))
    assert outcome(check, told) is Outcome.UNDETERMINED


@settings(max_examples=150, deadline=None)
@given(trees(presence_test), facts)
def test_a_page_nobody_could_read_never_adds_a_defect_or_a_pass(check: Json, given_facts: dict[str, Any]) -> None:
    clear = outcome(check, case_with(given_facts))
    hidden = outcome(check, case_with(given_facts, {"form": None, "unread": True}))
    assert hidden in (clear, Outcome.UNDETERMINED)


@settings(max_examples=150, deadline=None)
@given(trees(presence_test), facts)
def test_in_scope_document_no_missing_paper_is_a_defect(check: Json, given_facts: dict[str, Any]) -> None:
    full, part = outcome(check, case_with(given_facts)), outcome(check, case_with(given_facts, scope="document"))
    assert part in (full, Outcome.UNDETERMINED)
