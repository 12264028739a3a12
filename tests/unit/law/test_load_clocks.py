"""`law/clocks.yml`: what is refused, with file, line and key; names that must exist."""

from pathlib import Path

import pytest

from casecheck.checklist.load import load_checklist, load_vocabulary
from casecheck.checklist.load_clocks import check_clocks
from casecheck.checklist.load_law import load_law
from casecheck.checklist.located import ChecklistError, Located
from casecheck.checklist.place import checklists_root
from casecheck.checklist.references import check_rule
from casecheck.checklist.schema import schema_of
from casecheck.rules.builtin import registry

CLOCKS = """\
suspensions:
  - name: 听证
    en: hearing
    basis: [行政处罚法 第六十四条]
    stretches:
      - {first: [行政处罚听证通知书.日期], last: [听证笔录.听证日期]}
clocks:
  - name: 办案期限
    en: time to decide
    limit: 办案.期限
    start: [立案审批表.批准日期]
    end: [行政处罚决定书.决定日期]
    suspensions: [听证]
"""


def written(root: Path, text: str) -> Path:
    (root / "law" / "clocks.yml").write_text(text, encoding="utf-8")
    return root


def test_a_small_ledger_loads(root: Path) -> None:
    table = load_law(written(root, CLOCKS)).clocks
    (term,) = table.terms
    assert (term.name, term.meaning.en, term.sort, term.whose) == ("办案期限", "time to decide", "deadline", "agency")
    assert [kind.name for kind in table.suspensions_of(term)] == ["听证"]
    assert check_clocks(root, load_vocabulary(root)) == []


def test_checklists_need_no_periods_of_their_own(root: Path) -> None:
    (root / "law" / "clocks.yml").unlink()
    assert load_law(root).clocks.terms == ()


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("limit: 办案.期限", "limit: 办案.期现", "clocks.yml:10:12: clocks[0].limit", "办案.期限"),
        ("limit: 办案.期限", "limit: 听证.单位罚款", "clocks.yml:10:12: clocks[0].limit", "no length of time"),
        ("suspensions: [听证]", "suspensions: [听政]", "clocks[0].suspensions", "there is no"),
        ("limit: 办案.期限", "limit: 诉讼.期限", "clocks[0].suspensions", "periods in days"),
        ("en: time to decide", "en: time to decide\n    sort: dedline", "clocks[0].sort", "deadline"),
        ("    start: [立案审批表.批准日期]\n", "", "clocks[0]", "exactly one of start, after"),
        (
            "    start: [立案审批表.批准日期]\n",
            "    after: [起诉期限]\n",
            "clocks[0].after",
            'there is no "起诉期限" before',
        ),
        (", last: [听证笔录.听证日期]", "", "suspensions[0].stretches[0]", "exactly one of last, limit"),
        (
            "clocks:\n",
            "clocks:\n  - {name: 办案期限, en: x, limit: 办案.期限, start: [甲.乙]}\n",
            "name",
            "there already",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(root: Path, old: str, new: str, place: str, said: str) -> None:
    assert old in CLOCKS
    with pytest.raises(ChecklistError) as caught:
        load_law(written(root, CLOCKS.replace(old, new, 1)))
    told = "\n".join(str(d) for d in caught.value.details)
    assert place in told
    assert said in told


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("批准日期]", "批准日]", "clocks[0].start", "unknown fact"),
        ("行政处罚决定书.决定日期", "行政处罚决定书.罚款金额", "clocks[0].end", "no date"),
        ("suspensions: [听证]", "papers: [行政处罚决定]", "clocks[0].papers", "行政处罚决定书"),
    ],
)
def test_facts_and_papers_must_be_known(root: Path, old: str, new: str, place: str, said: str) -> None:
    assert old in CLOCKS
    errors = check_clocks(written(root, CLOCKS.replace(old, new, 1)), load_vocabulary(root))
    assert [place in str(e.key) and said in e.message.en for e in errors] == [True]


def test_the_shipped_periods_are_judged_by_rules_that_know_them() -> None:
    law, vocabulary = load_law(checklists_root()), load_vocabulary(checklists_root())
    rules = {r.code: r for r in load_checklist(checklists_root(), "market-supervision", registry.load()).rules}
    calls = {
        term.name: str(rules[term.rule].check) for term in law.clocks.terms if term.rule in rules
    }  # rules of the other periods are still to be written
    assert [name for name, check in calls.items() if name not in check] == []
    assert vocabulary.forms


def test_a_rule_names_a_period_that_exists() -> None:
    rule = {"code": "PROC-X", "check": {"clock": "办案期间"}, "message": {"zh": "{due}", "en": "{due}"}}
    located = Located(file="x.yml", value=rule, marks={}, key_marks={})
    errors = list(check_rule(located, load_vocabulary(checklists_root()), load_law(checklists_root()), registry.load()))
    assert [("办案期限" in e.message.zh, e.key) for e in errors] == [(True, "check.clock")]


def test_the_schema_of_the_file_ships() -> None:
    assert set(schema_of("clocks")["properties"]) == {"suspensions", "clocks"}
