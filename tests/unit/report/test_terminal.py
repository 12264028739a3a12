"""What a person sees, and that a dossier cannot change how he sees it."""

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from casecheck.model.verdict import Outcome, Severity
from casecheck.model.words import Words
from casecheck.report.terminal import print_report
from casecheck.report.wrapping import NOT_FIRST
from tests.unit.findings import case, finding, quote, result, rule, run_of

RULE = rule("PROC-A")


def printed(text, *, language="zh", quiet=False, width=80):
    run = run_of([result(RULE, Outcome.DEFECT, finding(RULE, evidence=(quote(text),)))], [RULE], case(text=text))
    stream = StringIO()
    print_report(run, Console(file=stream, width=width, highlight=False, markup=False), language, quiet=quiet)
    return stream.getvalue()


def test_a_finding_shows_code_severity_quote_place_basis_and_cure():
    text = printed("罚款伍万元")
    for part in (
        "[致命] PROC-A",
        "《行政处罚决定书》第1段",
        "“罚款伍万元”",
        "《行政处罚法》第六十二条",
        "[需重做]",
        "结论：建议纠正",
    ):
        assert part in text


def test_english():
    text = printed("罚款伍万元", language="en")
    for part in (
        "[FATAL] PROC-A",
        "paragraph 1",
        "Conclusion: Correction suggested (defects of procedure)",
        "[must be redone]",
    ):
        assert part in text


def test_markup_and_escape_sequences_of_a_dossier_are_inert():
    text = printed("[bold]甲[/bold]\x1b[31m乙\u202e丙[link=http://x]丁")
    assert "[bold]甲[/bold]" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\u001b[31m乙" in text.replace("\n", "").replace("    ", "")


def test_no_line_is_wider_than_the_terminal():
    text = printed("当事人销售超过保质期的食品，" * 30)
    assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_everything_the_tool_says_can_be_shown_on_a_cp936_console():
    printed("罚款伍万元").encode("cp936")


def test_quiet_prints_the_overview_only():
    text = printed("罚款伍万元", quiet=True)
    assert "[致命] PROC-A" in text
    assert "“罚款伍万元”" not in text
    assert "整改" not in text
    assert "检查项" not in text


STEPS_OF = {"PROC-A": "decision", "PROC-B": "review", "PROC-C": None}


def defects(*codes, severity=Severity.FATAL, path="a.docx"):
    found = []
    for code in codes:
        of = rule(code, severity=severity)
        words = Words(zh=f"整改{code}", en=f"mend {code}")
        one = replace(finding(of, evidence=(quote("罚款"),)), cure_step=STEPS_OF.get(code), cure=words)
        found.append((of, one))
    run = run_of([result(of, Outcome.DEFECT, one) for of, one in found], [of for of, _ in found], case())
    return replace(run, cases=tuple(replace(c, path=path) for c in run.cases))


def many(*runs):
    return replace(runs[0], cases=tuple(c for run in runs for c in run.cases))


def shown(run, language="zh", width=80, **options):
    stream = StringIO()
    print_report(run, Console(file=stream, width=width, highlight=False, markup=False), language, **options)
    return stream.getvalue()


def test_the_conclusion_and_the_figures_come_before_the_cures_and_these_before_the_findings():
    text = shown(defects("PROC-A", "PROC-B"))
    order = [text.index(part) for part in ("结论：", "缺陷：2项（致命 2，重要 0）", "== 整改 ==", "[致命] PROC-A")]
    assert order == sorted(order)


def test_what_must_be_redone_is_listed_from_the_earliest_step_on():
    text = shown(defects("PROC-A", "PROC-B", "PROC-C"))
    assert "需重做（从“审核”起）" in text
    listed = [text.index(f"整改{code} ({code})") for code in ("PROC-B", "PROC-A", "PROC-C")]
    assert listed == sorted(listed)


def test_one_cure_for_several_defects_is_told_once():
    run = defects("PROC-A", "PROC-C")
    same = Words(zh="一并更正", en="mend both")
    case_ = run.cases[0]
    findings = tuple(replace(f, cure=same, cure_step=None) for f in case_.findings)
    text = shown(replace(run, cases=(replace(case_, findings=findings),)))
    assert "一并更正 (PROC-A、PROC-C)" in text


def test_several_dossiers_begin_with_an_overview_and_clean_ones_stand_only_there():
    clean = replace(
        defects("PROC-A", path="clean.docx"),
        cases=tuple(
            replace(c, path="clean.docx", findings=(), outcomes=dict.fromkeys(Outcome, 0), conclusion="agree")
            for c in defects("PROC-A").cases
        ),
    )
    text = shown(many(defects("PROC-A", path="bad.docx"), clean))
    assert text.index("总览：案卷2个") < text.index("bad.docx") < text.index("== 整改 ==")
    assert text.count("clean.docx") == 1
    assert "--all" in text
    assert shown(many(defects("PROC-A", path="bad.docx"), clean), every=True).count("clean.docx") == 2


def test_very_many_dossiers_give_the_table_and_a_hint():
    text = shown(many(*(defects("PROC-A", path=f"{n}.docx") for n in range(50))))
    assert "== 整改 ==" not in text
    assert "casecheck check" in text
    assert sum(".docx" in line for line in text.splitlines()) == 50


def test_dossiers_of_the_same_name_are_told_apart():
    text = shown(many(defects("PROC-A", path="x/案卷.docx"), defects("PROC-A", path="y/案卷.docx")), quiet=True)
    assert "x/案卷.docx" in text
    assert "y/案卷.docx" in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen_and_none_begins_with_closing_punctuation(width, language):
    run = many(defects("PROC-A", "PROC-B", path="案卷" * 30 + ".docx"), defects("PROC-C", severity=Severity.MAJOR))
    lines = shown(run, language, width, every=True).splitlines()
    assert max(map(cell_len, lines)) <= min(width, 120)
    assert not [line for line in lines if line.strip()[:1] in NOT_FIRST - {"…"} and line.strip()]


def test_without_colour_nothing_is_lost():
    run = many(defects("PROC-A", "PROC-B"), defects("PROC-C"))
    stream = StringIO()
    print_report(run, Console(file=stream, width=80, force_terminal=True, color_system="standard"), "zh")
    coloured = stream.getvalue()
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(run)
