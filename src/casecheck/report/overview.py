"""总览: many dossiers at a glance, one row each: how many defects, the conclusion, the gravest finding."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from rich.cells import cell_len
from rich.text import Text

from casecheck.model.report import CaseReport
from casecheck.model.verdict import Finding, Outcome, Severity
from casecheck.model.words import Words
from casecheck.report.labels import CONCLUSION_STYLES, SEVERITIES, SHORT_CONCLUSIONS, STAGES, case_name
from casecheck.report.safe import on_one_line
from casecheck.report.screen import Screen
from casecheck.report.wrapping import clip

ROWS_WITH_DETAIL = 40
"""With more dossiers than this each takes one line only."""
UNREAD = Words(zh="未能读取", en="not read")
FIGURES = (
    Words(zh="致命", en="FATAL"),
    Words(zh="重要", en="MAJOR"),
    Words(zh="一般", en="MINOR"),
    Words(zh="待核", en="OPEN"),
)
# The figures come first: nothing can be aligned for certain behind Chinese text.
_FIGURE = {"zh": 4, "en": 5}
_NARROWEST_NAME = 16


def print_overview(cases: Sequence[CaseReport], screen: Screen) -> None:
    """The table, in the order in which the dossiers were given."""
    screen.heading(screen.say(f"总览：案卷{len(cases)}个", f"Overview: {len(cases)} dossiers"))
    heads = " ".join(_cell(w.of(screen.language), screen) for w in FIGURES)
    conclusion = _padded(screen.say("结论", "conclusion"), _conclusion_width(screen))
    stage = _padded(screen.say("阶段", "stage"), _stage_width(screen))
    _row(f"{heads}  {conclusion}  {stage}  ", screen.say("案卷", "dossier"), screen, "bold")
    names = _names(cases)
    for case, name in zip(cases, names, strict=True):
        _entry(case, name, screen, detail=len(cases) <= ROWS_WITH_DETAIL)


def _names(cases: Sequence[CaseReport]) -> list[str]:
    """The last part of each path, or the whole path where that is not enough to tell two apart."""
    short = [PurePosixPath(case.path).name or case.path for case in cases]
    often = Counter(short)
    return [on_one_line(s if often[s] == 1 else case.path) for s, case in zip(short, cases, strict=True)]


def unread(case: CaseReport) -> bool:
    """Whether nothing of the dossier could be read."""
    return all(file.failed for file in case.case.dossier.files)


def _entry(case: CaseReport, name: str, screen: Screen, *, detail: bool) -> None:
    defects = [f for f in case.findings if f.outcome is Outcome.DEFECT]
    counts = [sum(f.severity is s for f in defects) for s in (Severity.FATAL, Severity.MAJOR)]
    counts.append(sum(f.severity in (Severity.MINOR, Severity.ADVISORY) for f in defects))
    counts.append(case.outcomes[Outcome.UNDETERMINED])
    figures = " ".join(_cell("-" if unread(case) else str(n), screen) for n in counts)
    words = UNREAD if unread(case) else SHORT_CONCLUSIONS[case.conclusion]
    conclusion = _padded(words.of(screen.language), _conclusion_width(screen))
    stage = _padded("" if unread(case) else STAGES[case.case.stage].of(screen.language), _stage_width(screen))
    _row(f"{figures}  {conclusion}  {stage}  ", name, screen, CONCLUSION_STYLES[case.conclusion])
    if not detail or unread(case):
        return
    indent = " " * (cell_len(figures) + 2)
    for text in filter(None, (case_name(case.case), _gravest(defects, screen))):
        screen.console.print(Text(indent + clip(text, screen.width - len(indent))), soft_wrap=True)


def _row(columns: str, name: str, screen: Screen, style: str) -> None:
    """One line; on a narrow screen the name goes below."""
    room = screen.width - cell_len(columns)
    if room >= _NARROWEST_NAME:
        screen.console.print(Text(columns + clip(name, room), style=style), soft_wrap=True)
    else:
        screen.line(columns.rstrip(), style=style)
        screen.line(name, indent=2)


def _gravest(defects: Sequence[Finding], screen: Screen) -> str:
    if not defects:
        return ""
    worst = min(defects, key=lambda f: f.severity.rank)
    severity = SEVERITIES[worst.severity].of(screen.language)
    more = screen.say(f" 等{len(defects)}项", f" (+{len(defects) - 1})") if len(defects) > 1 else ""
    return f"[{severity}] {worst.rule} {worst.title.of(screen.language)}{more}"


def _cell(text: str, screen: Screen) -> str:
    return " " * (_FIGURE[screen.language] - cell_len(text)) + text


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _conclusion_width(screen: Screen) -> int:
    return max(cell_len(w.of(screen.language)) for w in (*SHORT_CONCLUSIONS.values(), UNREAD))


def _stage_width(screen: Screen) -> int:
    return max(cell_len(w.of(screen.language)) for w in STAGES.values())
