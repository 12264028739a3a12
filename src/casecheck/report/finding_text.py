"""A finding in full: its words, their places, the arithmetic, the legal basis and the cure."""

from rich.text import Text

from casecheck.model.report import CaseReport
from casecheck.model.verdict import Finding, Outcome, Severity
from casecheck.model.words import Words
from casecheck.report.labels import CAUSES, CURES, SEVERITIES, source_of, titled
from casecheck.report.safe import printable
from casecheck.report.screen import Screen

STYLES = {Severity.FATAL: "bold red", Severity.MAJOR: "red", Severity.MINOR: "yellow", Severity.ADVISORY: "cyan"}
QUOTES_OF_A_DEFECT = 4
QUOTES_OF_A_QUESTION = 2
TITLES_SHOWN = 6


def print_defect(finding: Finding, case: CaseReport, screen: Screen) -> None:
    """A defect: what, where, reckoned how, against which law, mended how."""
    _head(finding, screen)
    screen.line(finding.message.of(screen.language), indent=4)
    _quotes(finding, case, screen, QUOTES_OF_A_DEFECT)
    _working(finding, screen)
    _corrections(finding, screen)
    screen.labelled(Words(zh="依据", en="Basis"), screen.say("；", "; ").join(titled(finding.basis, screen.language)))
    if finding.cure:
        kind = f" [{CURES[finding.cure_kind].of(screen.language)}]" if finding.cure_kind else ""
        screen.labelled(Words(zh="整改", en="Cure"), finding.cure.of(screen.language) + kind)


def print_question(finding: Finding, case: CaseReport, screen: Screen) -> None:
    """What a person must look at: the question, why it is one, and the places to open."""
    _head(finding, screen)
    plain = without_title(finding, screen)
    screen.line(plain, indent=4)
    _why(finding, case, screen, told=plain != finding.message.of(screen.language))
    _quotes(finding, case, screen, QUOTES_OF_A_QUESTION)
    _working(finding, screen)
    _corrections(finding, screen)


def without_title(finding: Finding, screen: Screen) -> str:
    """The message without the words that only repeat the title of the rule, which stands beside it."""
    message, title = finding.message.of(screen.language), finding.title.of(screen.language)
    said = message.removeprefix(screen.say(f"需核实“{title}”：", f"To be verified ({title}): "))
    return said if said == message or screen.language == "zh" else said[:1].upper() + said[1:]


def _head(finding: Finding, screen: Screen) -> None:
    severity = SEVERITIES[finding.severity].of(screen.language)
    if finding.outcome is Outcome.DEFECT:
        mark, style = f"[{severity}]", STYLES[finding.severity]
    else:
        mark, style = screen.say(f"[待核实·{severity}]", f"[to be looked at, {severity}]"), "cyan"
    head = Text(f"{mark} ", style=style)
    head.append(f"{finding.rule} ", style="bold")
    head.append(printable(finding.title.of(screen.language)), style="not bold")
    # One line where there is room for it; else the parts are wrapped like any text.
    if head.cell_len <= screen.width:
        screen.console.print(head, soft_wrap=True)
    else:
        screen.line(head.plain, style=style)


def _quotes(finding: Finding, case: CaseReport, screen: Screen, most: int) -> None:
    several = len(case.case.dossier.files) > 1
    quotes = dict.fromkeys(
        f"{source_of(q, case.case.dossier, screen.language, with_file=several)} “{shortened(q.text)}”"
        for q in finding.evidence
    )
    for quote in list(quotes)[:most]:
        screen.labelled(Words(zh="原文", en="Text"), quote)
    if len(quotes) > most:
        more = len(quotes) - most
        screen.line(screen.say(f"另有{more}处，见JSON报告", f"{more} more places: see the JSON report"), indent=4)


def _working(finding: Finding, screen: Screen) -> None:
    if finding.working:
        screen.labelled(Words(zh="计算", en="Calculation"), finding.working.of(screen.language))


def _corrections(finding: Finding, screen: Screen) -> None:
    """That the finding rests on values that a person corrected."""
    if finding.corrections:
        numbers = screen.say("、", ", ").join(str(n) for n in finding.corrections)
        said = screen.say(
            f"所用的值经更正（更正表第 {numbers} 条）", f"rests on what was corrected (correction {numbers})"
        )
        screen.labelled(Words(zh="更正", en="Corrected"), said)


def _why(finding: Finding, case: CaseReport, screen: Screen, *, told: bool) -> None:
    """Why a person must look, unless the message says it, and where was looked."""
    if finding.cause is None:
        return
    reason = CAUSES[finding.cause].of(screen.language)
    if not told and reason not in finding.message.of(screen.language):
        names = screen.say("、", ", ").join(dict.fromkeys(_named(m.name, screen) for m in finding.missing if m.name))
        screen.labelled(Words(zh="原因", en="Why"), f"{reason}{screen.say('：', ': ')}{names}" if names else reason)
    looked = dict.fromkeys(d for m in finding.missing for d in m.looked)
    papers = [case.case.dossier.document(d) for d in looked]
    titles = dict.fromkeys(paper.title or paper.file for paper in papers)
    if titles:
        shown = screen.say("、", ", ").join(list(titles)[:TITLES_SHOWN])
        many = len(titles) > TITLES_SHOWN
        rest = screen.say(f"等{len(titles)}件", f" … {len(titles)} papers") if many else ""
        screen.labelled(Words(zh="已查找", en="Looked in"), shown + rest)


def _named(name: str, screen: Screen) -> str:
    """A fact by its paper and field (`现场笔录的检查开始`), a paper by its name."""
    paper, _, field = name.partition(".")
    return screen.say(f"{paper}的{field.replace('.', '·')}", f"“{name}”") if field else name


def shortened(text: str, limit: int = 160) -> str:
    """The words on one line; a long quote keeps both ends."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 41]}……{line[-40:]}"
