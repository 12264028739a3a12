"""The mutants of the fatal rules, one each, and that the tool tells a killed mutant from a survivor.

`make mutants` runs all of them.
"""

from pathlib import Path

import pytest

from tests.mutants.__main__ import main, run
from tests.mutants.cases import CaseError, Expected, Variant, load
from tests.mutants.runs import knowledge, outcomes
from tests.mutants.verdicts import Tally, Verdict, lines, verdict

RULES = {rule.code: rule for rule in knowledge().checklist.rules}
VARIANTS = load(RULES)
FIRST = {v.rule: v for v in reversed(VARIANTS) if v.expect is not None and RULES[v.rule].severity == "fatal"}
SAMPLE = "food-expired"
EARLY = ({"day": "2024-04-08", "put": "2024-04-07"}, {"day": "2024-04-09", "put": "2024-04-07"})
DEFECT = Expected(outcome="defect")
LAWFUL = ({"day": "2024-04-09", "put": "2024-04-08"},)


@pytest.mark.parametrize("code", sorted(FIRST))
def test_a_mutant_of_every_fatal_rule_is_killed(code: str) -> None:
    mutant = FIRST[code]
    base = outcomes(mutant.sample, (), mutant.where)
    judged = verdict(mutant, base, outcomes(mutant.sample, mutant.change, mutant.where))
    assert judged.good, judged.said
    assert not judged.others


def variant(
    *,
    rule: str = "PROC-NOTICE-WAIT",
    change: tuple[object, ...] = EARLY,
    expect: Expected | None = DEFECT,
    also: tuple[str, ...] = (),
) -> Variant:
    return Variant(
        rule=rule,
        name="改日期",
        sample=SAMPLE,
        change=change,  # type: ignore[arg-type]
        where="test",
        expect=expect,
        also=dict.fromkeys(also, "必然"),
    )


def judged(*variants: Variant) -> Tally:
    return run(variants, sorted({v.rule for v in variants}), jobs=1)


@pytest.fixture(scope="module")
def tally() -> Tally:
    """One of each kind: killed, survived twice, held, broken, and one with a finding that nobody foresaw."""
    another = Expected(outcome="defect", quote="2024年4月19日")
    renumbered = ({"paper": "送达回证（行政处罚决定书）", "day": "2024-04-10", "put": "2024-04-19"},)
    return judged(
        variant(),
        variant(change=LAWFUL),
        variant(expect=another),
        variant(expect=None, change=LAWFUL),
        variant(expect=None),
        variant(change=(*EARLY, *renumbered)),
        variant(change=(*EARLY, *renumbered), also=("PROC-SERVE-7WD",)),
    )


def one(tally: Tally, position: int) -> Verdict:
    return tally.verdicts[position]


def test_a_mutant_is_killed_by_the_finding_it_calls_for(tally: Tally) -> None:
    assert one(tally, 0).good
    assert not one(tally, 0).others


def test_a_mutant_without_its_finding_survives(tally: Tally) -> None:
    assert not one(tally, 1).good
    assert one(tally, 1).said == ("the rule ends in pass",)


def test_a_finding_that_quotes_other_words_kills_nothing(tally: Tally) -> None:
    assert not one(tally, 2).good
    assert "2024年4月7日" in " ".join(one(tally, 2).said)


def test_a_boundary_holds_where_the_rule_finds_nothing(tally: Tally) -> None:
    assert one(tally, 3).good
    assert not one(tally, 4).good


def test_other_grave_findings_are_counted_unless_foreseen(tally: Tally) -> None:
    assert [said.rule for said in one(tally, 5).others] == ["PROC-SERVE-7WD"]
    assert one(tally, 5).good
    assert not one(tally, 6).others
    assert tally.clean_percent == 80


def test_the_report_names_what_went_wrong(tally: Tally) -> None:
    text = "\n".join(lines(tally))
    assert "PROC-NOTICE-WAIT" in text
    assert "killed 3/5" in text
    assert "boundaries 1/2" in text
    assert "3 of 5 mutants killed, 1 of 2 boundaries held, 1 of 1 rules have enough of both" in text
    assert text.count("SURVIVED") == 2
    assert text.count("BROKEN") == 1
    assert "80.0 %" in text
    assert not tally.passed


def test_rules_without_enough_mutants_do_not_pass() -> None:
    killed = Verdict(variant=variant(), good=True, said=(), others=())
    held = Verdict(variant=variant(expect=None), good=True, said=(), others=())
    assert Tally(verdicts=(killed, killed, held), rules=("PROC-NOTICE-WAIT",)).passed
    assert not Tally(verdicts=(killed, held), rules=("PROC-NOTICE-WAIT",)).passed
    assert not Tally(verdicts=(killed, killed), rules=("PROC-NOTICE-WAIT",)).passed
    assert not Tally(verdicts=(killed, killed, held), rules=("PROC-NOTICE-WAIT", "PROC-SERVE-7WD")).passed


def test_a_sample_with_defects_is_no_base() -> None:
    tally = run(
        [
            Variant(
                rule="PROC-SERVE-7WD", name="无", sample="price-marking", change=(), where="test", expect=None, also={}
            )
        ],
        ["PROC-SERVE-7WD"],
        jobs=1,
    )
    assert tally.unclean
    assert tally.unclean[0].startswith("price-marking; ")
    assert not tally.passed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rule: PROC-NO\nmutants: []\n", "rule: no rule PROC-NO"),
        ("rule: FACT-ARITH\n", "rule: a file has the name of its rule, FACT-ARITH.yml"),
        ("rule: PROC-SERVE-7WD\nmutant: []\n", "unknown mutant"),
        (
            "rule: PROC-SERVE-7WD\nmutants: [{name: 甲, sample: no-such, change: []}]\n",
            "mutants 1 “甲”: no sample no-such",
        ),
        ("rule: PROC-SERVE-7WD\nmutants: [{name: 甲, sample: food-expired}]\n", "mutants 1 “甲”: change missing"),
        (
            "rule: PROC-SERVE-7WD\nboundaries: [{name: 甲, sample: food-expired, also: {PROC-NO: 某}}]\n",
            "boundaries 1 “甲”: also: no rule PROC-NO",
        ),
        (
            "rule: PROC-SERVE-7WD\nmutants: [{name: 甲, sample: food-expired, change: [{}], expect: {cause: needs_image}}]\n",
            "a cause belongs to undetermined",
        ),
    ],
)
def test_a_case_file_that_is_not_right_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "procedure").mkdir()
    (tmp_path / "procedure" / "PROC-SERVE-7WD.yml").write_text(text, "utf-8")
    with pytest.raises(CaseError, match=r"^procedure/PROC-SERVE-7WD\.yml: ") as caught:
        load(RULES, tmp_path)
    assert message in str(caught.value)


def test_a_change_that_cannot_be_made_is_a_usage_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = (variant(change=({"paper": "无此文书", "drop": "true"},)), variant(change=({"everywhere": "甲乙丙丁"},)))
    monkeypatch.setattr("tests.mutants.__main__.load", lambda codes: broken)
    assert main([]) == 2
    told = capsys.readouterr().err
    assert "no paper 无此文书" in told
    assert "everywhere: not a change" in told
