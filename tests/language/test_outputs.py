"""What the commands print of the samples, and of themselves, is in one language."""

import re
from io import StringIO

import pytest
from rich.console import Console

from casecheck.report import screen
from casecheck.report.terminal import print_report
from tests.language.leftovers import CHINESE, chinese_in, english_in, values_of
from tests.scenarios.conftest import samples  # noqa: F401 (the fixture)
from tests.unit.cli.test_commands import CLEAN, DAY, DEFECTIVE, run

COMMANDS = ("check", "facts", "text", "explain", "rules", "schema")


def on_long_lines(report, language, monkeypatch):
    monkeypatch.setattr(screen, "WIDEST", 10_000)
    stream = StringIO()
    print_report(report, Console(file=stream, width=10_000, no_color=True), language, every=True)
    return stream.getvalue().splitlines()


def test_english_reports_of_the_samples(samples, monkeypatch):  # noqa: F811
    values = set().union(*(values_of(case.case) for case in samples.cases))
    values |= {file.name for case in samples.cases for file in case.case.dossier.files}
    lines = on_long_lines(samples, "en", monkeypatch)
    assert len(lines) > 100
    assert not [(found, line) for line in lines for found in chinese_in(line, values)]


def test_chinese_reports_of_the_samples(samples, monkeypatch):  # noqa: F811
    assert not [(found, line) for line in on_long_lines(samples, "zh", monkeypatch) for found in english_in(line)]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(command):
    english = run(*filter(None, [command]), "--help", "--lang", "en", CASECHECK_LANG="en").stdout
    assert not [found for line in english.splitlines() for found in chinese_in(line)]
    chinese = run(*filter(None, [command]), "--help", CASECHECK_LANG="zh").stdout
    # The words that the library for commands adds itself.
    own = re.sub(r"Usage:.*|Show this message and exit\.", "", chinese)
    assert not [line for line in own.splitlines() if english_in(line)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nowhere.docx"),
        ("check", CLEAN, "--select", "NOPE"),
        ("check", CLEAN, "--as-of", "yesterday"),
        ("check", CLEAN, "--output", "paper"),
        ("explain", "PROC-NOTICE-WAITS"),
        ("explain", "PROC"),
        ("rules", "nothing-like-it"),
        ("schema", "nothing-like-it"),
    ],
)
def test_errors(arguments):
    english = run(*arguments, CASECHECK_LANG="en")
    assert english.returncode
    assert not CHINESE.findall(english.stdout + english.stderr)
    chinese = run(*arguments, CASECHECK_LANG="zh")
    assert CHINESE.search(chinese.stdout + chinese.stderr)


def test_explain_of_a_rule():
    text = run("explain", "PROC-NOTICE-WAIT", CASECHECK_LANG="en").stdout
    assert not [found for line in text.splitlines() for found in chinese_in(line)]


def test_list_of_rules():
    assert not [f for line in run("rules", CASECHECK_LANG="en").stdout.splitlines() for f in chinese_in(line)]


def test_headings_of_facts():
    english = run("facts", DEFECTIVE, *DAY, CASECHECK_LANG="en").stdout
    heads = [line for line in english.splitlines() if line.startswith("==")]
    assert len(heads) >= 4
    assert not [found for head in heads for found in chinese_in(head)]
