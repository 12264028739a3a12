"""The report on one dossier in the terminal, section by section: conclusion, what to do, findings, open points."""

from itertools import groupby

from casecheck.model.principles import PRINCIPLES
from casecheck.model.report import CaseReport, Region
from casecheck.model.verdict import Outcome, Principle
from casecheck.model.words import Words
from casecheck.report.clocks_terminal import print_clocks
from casecheck.report.corrections_terminal import print_corrections
from casecheck.report.cure_list import print_cures
from casecheck.report.elements_terminal import print_open_elements
from casecheck.report.finding_text import print_defect
from casecheck.report.identity_terminal import print_differences
from casecheck.report.labels import (
    CONCLUSION_STYLES,
    CONCLUSIONS,
    OUTCOMES,
    PROCEDURES,
    SCOPES,
    STAGES,
    case_name,
    counted,
)
from casecheck.report.open_points import print_counts, print_open_points, print_unread
from casecheck.report.safe import on_one_line, printable
from casecheck.report.screen import Screen
from casecheck.report.service_terminal import print_windows
from casecheck.report.steps_terminal import print_steps


def print_dossier(case: CaseReport, screen: Screen, *, every: bool = False) -> None:
    """Everything that is to be said of one dossier, the gravest first; `every`: with each check that could not be made."""
    _head(case, screen)
    print_corrections(case.case.corrections, screen, case.changed)
    print_cures(case.findings, screen)
    _defects(case, screen)
    print_differences(case.identity, screen)
    print_steps(case.steps, screen)
    print_clocks(case.clocks, screen)
    print_windows(case.service, screen)
    print_open_elements(case.elements, screen)
    print_open_points(case, screen, every=every)
    print_unread(case, screen)
    print_counts(case, screen, every=every)


def _head(case: CaseReport, screen: Screen) -> None:
    """Whose case it is, the conclusion, the figures, and what they rest on."""
    screen.blank()
    screen.bar("#")
    screen.line(f"{screen.say('案卷', 'Dossier')}  {on_one_line(case.path)}", style="bold")
    if name := case_name(case.case):
        screen.line(name, indent=2)
    screen.line(_conclusion(case, screen), indent=2, style=CONCLUSION_STYLES[case.conclusion])
    defects = [f for f in case.findings if f.outcome is Outcome.DEFECT]
    screen.labelled(Words(zh="缺陷", en="Defects"), counted(defects, screen.language), indent=2)
    undetermined = case.outcomes[Outcome.UNDETERMINED]
    if undetermined:
        screen.labelled(Words(zh="无法判断", en="Undetermined"), str(undetermined), indent=2)
    verdicts = [
        f"{PRINCIPLES[p].of(screen.language)}{screen.say(' ', ': ')}{OUTCOMES[case.principles[p]].of(screen.language)}"
        for p in Principle
        if case.principles[p] is not Outcome.NOT_APPLICABLE
    ]
    screen.listed(Words(zh="分项", en="Verdicts"), verdicts)
    screen.listed(Words(zh="材料", en="Read"), _material(case, screen))
    screen.listed(Words(zh="认定", en="Taken as"), _setting(case, screen))
    if local := _regional(case, screen):
        screen.listed(Words(zh="地方数值", en="Regional values"), local)


def _conclusion(case: CaseReport, screen: Screen) -> str:
    conclusion = CONCLUSIONS[case.conclusion].of(screen.language)
    sentence = case.conclusion_text.of(screen.language)
    text = sentence if sentence.lower().startswith(conclusion.lower()) else f"{conclusion}. {sentence}"
    return f"{screen.say('结论：', 'Conclusion: ')}{text}"


def _material(case: CaseReport, screen: Screen) -> list[str]:
    dossier = case.case.dossier
    papers, files = len(dossier.documents), len(dossier.files)
    unknown = sum(d.form is None for d in dossier.documents)
    pages = sum(len(f.pages) for f in dossier.files)
    parts = [screen.say(f"文书{papers}件", f"papers: {papers}"), screen.say(f"文件{files}个", f"files: {files}")]
    if unknown:
        parts[0] += screen.say(f"（未识别{unknown}件）", f" ({unknown} not recognised)")
    if pages:
        parts.append(screen.say(f"PDF {pages}页", f"PDF pages: {pages}"))
    return parts


def _setting(case: CaseReport, screen: Screen) -> list[str]:
    facts = case.case
    parts = [
        f"{screen.say('范围', 'scope')} {SCOPES[facts.scope].of(screen.language)}",
        f"{screen.say('阶段', 'stage')} {STAGES[facts.stage].of(screen.language)}",
    ]
    if case.region:
        parts.append(_region(case.region, screen))
    if facts.procedure:
        named = PROCEDURES.get(facts.procedure)
        parts.append(f"{screen.say('程序', 'procedure')} {named.of(screen.language) if named else facts.procedure}")
    return parts


def _region(region: Region, screen: Screen) -> str:
    """Whose values were asked for, by whom, and whether there are any."""
    named = printable(region.title.of(screen.language) if region.title else region.name)
    by = "--region" if region.stated_by == "option" else "dossier.yaml"
    none = "" if region.title else screen.say("，没有地方规定，按全国数值", ", no overlay, national values")
    return screen.say(f"地方 {named}（{by}{none}）", f"region {named} ({by}{none})")


def _regional(case: CaseReport, screen: Screen) -> list[str]:
    """The values that a region has set; the national ones stand with the rules that use them."""
    units = {"yuan": Words(zh="元", en=" yuan")}
    return [
        f"{p.name} {p.value}{units[p.unit].of(screen.language) if p.unit in units else ''}"
        f" ({p.region.of(screen.language)}: {'; '.join(p.basis)})"
        for p in case.parameters
        if p.region and p.unit
    ]


def _defects(case: CaseReport, screen: Screen) -> None:
    defects = [f for f in case.findings if f.outcome is Outcome.DEFECT]
    for principle, group in groupby(defects, key=lambda f: f.principle):
        screen.heading(PRINCIPLES[principle].of(screen.language).capitalize())
        for finding in group:
            print_defect(finding, case, screen)
