"""What could not be judged or read, and why; what was not checked."""

from collections import Counter
from collections.abc import Iterable, Sequence

from casecheck.model.report import CaseReport
from casecheck.model.verdict import Cause, Finding, Outcome, RuleResult, Severity
from casecheck.model.words import Language
from casecheck.report.finding_text import print_question, shortened, without_title
from casecheck.report.labels import OUTCOMES
from casecheck.report.safe import on_one_line
from casecheck.report.screen import Screen


def print_open_points(case: CaseReport, screen: Screen, *, every: bool = False) -> None:
    """What a person must look at, one by one; what only lacks a paper or may stand in an unread one, by what that is.

    Of papers that went to the party alone, most checks need the rest of the file: then only the papers are named, unless
    `every` check is asked for.
    """
    findings = [f for f in case.findings if f.outcome is not Outcome.DEFECT]
    lacking = [f for f in findings if f.cause is Cause.DOCUMENT_MISSING and not f.working]
    unread = [f for f in findings if f.cause is Cause.UNREADABLE and not f.working and not f.evidence]
    others = [f for f in findings if f not in lacking and f not in unread]
    if others:
        screen.heading(screen.say("无法判断，需人工核实", "Could not be judged: a person must look"))
        for finding in others:
            print_question(finding, case, screen)
    if unread:
        screen.heading(screen.say("卷内有内容无法识读，未能检查", "Not checked: part of the dossier could not be read"))
        _print_groups(unread, screen)
    if lacking and case.case.scope == "document" and not every:
        _print_other_papers(lacking, case, screen)
    elif lacking:
        screen.heading(
            screen.say("所需文书不在所给材料中，未能检查", "Not checked: the papers needed are not among those given")
        )
        _print_groups(lacking, screen)


def _print_groups(findings: Sequence[Finding], screen: Screen) -> None:
    for reason, group in _by_lack(findings, screen):
        screen.bullet(f"{reason}{screen.say('：', ': ')}{screen.say('；', '; ').join(group)}")


def _print_other_papers(findings: Sequence[Finding], case: CaseReport, screen: Screen) -> None:
    """Which papers of the file the other checks would need, and how many checks each; no defect is among them."""
    screen.heading(
        screen.say("未做的检查：须看案卷内的其他文书", "Not checked: these need the other papers of the file")
    )
    wanted = Counter(_paper(finding, case, screen) for finding in findings)
    grave = [sum(f.severity is severity for f in findings) for severity in (Severity.FATAL, Severity.MAJOR)]
    screen.line(
        screen.say(
            f"只给了对外文书。{len(findings)}项检查（致命类{grave[0]}项，重要类{grave[1]}项）所需的文书不在所给材料中，不是缺陷：",
            f"Only papers for the party were given. {len(findings)} checks (fatal: {grave[0]}, major: {grave[1]}) need papers "
            "that are not among them; they are no defects:",
        ),
        indent=2,
    )
    often = [(paper, number) for paper, number in wanted.most_common() if number > 1]
    once = len(wanted) - len(often)
    named = [f"{paper} {number}" for paper, number in often]
    if once:
        named.append(screen.say(f"另有{once}种文书各1项", f"one each for {once} other kinds of papers"))
    screen.bullet(screen.say("、", ", ").join(named))
    screen.bullet(
        screen.say(
            "给出整个案卷即可检查；逐项列出：加 --all。",
            "Give the whole file to have them checked; to list each: --all.",
        )
    )


def _paper(finding: Finding, case: CaseReport, screen: Screen) -> str:
    """The paper that a check lacks first; a fact stands for the paper that tells it."""
    name = finding.missing[0].name.partition(".")[0] if finding.missing else ""
    form = case.case.form(name)
    if name and case.case.documents(name):
        return screen.say("可供核对的其他文书", "other papers to compare with")
    if form is None:
        return screen.say(name or "其他文书", "other papers")
    return screen.say(form.short, form.title.en)


def _by_lack(findings: Sequence[Finding], screen: Screen) -> Iterable[tuple[str, list[str]]]:
    groups: dict[str, list[str]] = {}
    for finding in findings:
        entry = f"{finding.rule} {finding.title.of(screen.language)}"
        groups.setdefault(without_title(finding, screen), []).append(entry)
    return groups.items()


def print_unread(case: CaseReport, screen: Screen) -> None:
    """Pages that were not read and papers that were not recognised."""
    dossier = case.case.dossier
    unknown = [d for d in dossier.documents if d.form is None]
    if not dossier.problems and not unknown:
        return
    screen.heading(screen.say("识读情况", "What could not be read or recognised"))
    for problem in dossier.problems:
        spot = _page(problem.page, screen)
        screen.bullet(f"{on_one_line(problem.file)}{spot}{screen.say('：', ': ')}{problem.message.of(screen.language)}")
    for document in unknown:
        spot = _page(document.first_page, screen)
        label = screen.say("未识别为任何文书", "not recognised as any form (文书)")
        title = shortened(document.title)
        screen.bullet(f"{on_one_line(document.file)}{spot}{screen.say('：', ': ')}{label} “{title}”")


def _page(page: int | None, screen: Screen) -> str:
    return screen.say(f" 第{page}页", f" p. {page}") if page else ""


def print_counts(case: CaseReport, screen: Screen, *, every: bool = False) -> None:
    """How many checks ended in which way, and those that do not apply, with the reason: no check disappears.

    Of papers that went to the party alone their codes are listed only when `every` check is asked for.
    """
    brief = case.case.scope == "document" and not every
    screen.heading(screen.say("检查项", "Checks"))
    counts = (f"{OUTCOMES[o].of(screen.language)} {n}" for o, n in case.outcomes.items())
    screen.line(screen.say("，", ", ").join(counts), indent=2)
    silent = [r for r in case.results if r.outcome is Outcome.NOT_APPLICABLE]
    for reason, group in _by_reason(silent, screen.language):
        told = str(len(group)) if brief else " ".join(group)
        screen.bullet(f"{reason}{screen.say('：', ': ')}{told}")


def _by_reason(results: Sequence[RuleResult], language: Language) -> Iterable[tuple[str, list[str]]]:
    reasons: dict[str, list[str]] = {}
    for result in results:
        reasons.setdefault(result.reason.of(language) if result.reason else "", []).append(result.rule)
    return reasons.items()
