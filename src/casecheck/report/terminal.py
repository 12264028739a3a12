"""The report in the terminal: for several dossiers an overview, then each that has defects; one dossier in full."""

from collections.abc import Sequence

from rich.console import Console

from casecheck.model.report import CaseReport, RunReport
from casecheck.model.verdict import Outcome
from casecheck.model.words import Language
from casecheck.report.dossier_text import print_dossier
from casecheck.report.labels import counted
from casecheck.report.overview import print_overview, unread
from casecheck.report.safe import on_one_line
from casecheck.report.screen import Screen

SHOWN_IN_FULL = 20
"""With more defective dossiers than this only the overview is printed."""


def print_report(
    report: RunReport, console: Console, language: Language, *, quiet: bool = False, every: bool = False
) -> None:
    """Print the whole run. `quiet`: overview and sums only; `every`: each dossier in full, however many."""
    screen = Screen(console, language)
    several = len(report.cases) > 1
    if (several or quiet) and report.cases:
        print_overview(report.cases, screen)
    if not quiet:
        full = _in_full(report.cases, every=every)
        for case in full:
            print_dossier(case, screen, every=every)
        _hint(report.cases, full, screen)
    _failures(report, screen)
    _sums(report, screen)


def _in_full(cases: Sequence[CaseReport], *, every: bool) -> list[CaseReport]:
    """The dossiers to print in full. Of one that could not be read, the error says all there is to say."""
    readable = [case for case in cases if not unread(case)]
    if every or len(cases) == 1:
        return readable
    failed = [case for case in readable if case.outcomes[Outcome.DEFECT]]
    return failed if len(failed) <= SHOWN_IN_FULL else []


def _hint(cases: Sequence[CaseReport], full: Sequence[CaseReport], screen: Screen) -> None:
    """How to see what was left out."""
    left = sum(not unread(case) for case in cases) - len(full)
    if not left:
        return
    screen.blank()
    screen.line(
        screen.say(
            f"{left}个案卷只在总览中列出。查看某一案卷：casecheck check 路径；全部展开：加 --all。",
            f"Dossiers that stand in the overview only: {left}. To see one: casecheck check PATH; to see all: --all.",
        )
    )


def _failures(report: RunReport, screen: Screen) -> None:
    for problem in report.failed:
        label = screen.say("无法读取", "Not read")
        screen.line(
            f"{label} {on_one_line(problem.file)}: {problem.message.of(screen.language)}",
            style="bold red",
        )
        if problem.hint:
            screen.line(problem.hint.of(screen.language), indent=2)


def _sums(report: RunReport, screen: Screen) -> None:
    defects = [f for c in report.cases for f in c.findings if f.outcome is Outcome.DEFECT]
    undetermined = sum(c.outcomes[Outcome.UNDETERMINED] for c in report.cases)
    figures = counted(defects, screen.language)
    screen.blank()
    screen.bar("-")
    _corrected(report, screen)
    screen.line(
        screen.say(
            f"案卷{len(report.cases)}个，无法读取的文件{len(report.failed)}个；缺陷{figures}；无法判断{undetermined}项",
            f"dossiers: {len(report.cases)}, files not read: {len(report.failed)}; defects: {figures};"
            f" checks undetermined: {undetermined}",
        ),
        style="bold",
    )


def _corrected(report: RunReport, screen: Screen) -> None:
    """That values were corrected, also where the dossiers themselves are not printed."""
    told = [c for case in report.cases for c in case.case.corrections]
    if not told:
        return
    used = sum(c.refused is None for c in told)
    dossiers = sum(bool(case.case.corrections) for case in report.cases)
    turned = sum(len(case.changed) for case in report.cases)
    screen.line(
        screen.say(
            f"有更正表的案卷{dossiers}个：采用更正{used}条，未能采用{len(told) - used}条；因更正而结果不同的检查{turned}项",
            f"dossiers with corrections: {dossiers}; applied: {used}, not applied: {len(told) - used};"
            f" checks that end otherwise because of them: {turned}",
        )
    )
