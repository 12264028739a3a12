"""What a person sees, and that a dossier cannot change how he sees it."""

from io import StringIO

from rich.console import Console

from casecheck.model.verdict import Outcome
from casecheck.report.terminal import print_report
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
    from rich.cells import cell_len

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
