"""What was read from a dossier, for the eye."""

from collections.abc import Sequence

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.report import Tables
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words
from casecheck.report.amounts_terminal import print_amounts
from casecheck.report.clocks_terminal import print_ledger
from casecheck.report.corrections_terminal import print_corrections
from casecheck.report.elements_terminal import print_elements
from casecheck.report.identity_terminal import print_identity
from casecheck.report.labels import PROCEDURES, SCOPES, STAGES, where
from casecheck.report.people_terminal import print_people
from casecheck.report.reading import gaps, timeline
from casecheck.report.safe import on_one_line
from casecheck.report.screen import Screen
from casecheck.report.service_terminal import print_services
from casecheck.report.steps_terminal import print_replay
from casecheck.report.values import shown_value

ORIGINS = {
    Origin.RECITED: Words(zh="转述", en="recited"),
    Origin.DERIVED: Words(zh="推得", en="derived"),
    Origin.CORRECTED: Words(zh="更正", en="corrected"),
}
STATES = {
    "absent": Words(zh="未找到", en="not found"),
    "unreadable": Words(zh="有内容无法识读", en="part of the papers is unreadable"),
    "conflicting": Words(zh="记载不一致", en="several values"),
}


def print_reading(
    cases: Sequence[CaseFacts],
    worked: Sequence[Tables],
    vocabulary: Vocabulary,
    screen: Screen,
    *,
    papers: bool = True,
) -> None:
    """Print the reading of each dossier with its tables (`worked`); without `papers` only the facts (a narrowed view)."""
    for case, own in zip(cases, worked, strict=True):
        screen.line(f"{screen.say('案卷', 'Dossier')}  {on_one_line(case.dossier.path)}", style="bold")
        if papers:
            _whole(case, own, vocabulary, screen)
        else:
            several = len(case.dossier.files) > 1
            for fact in case.facts:
                _fact(fact, screen, indent=2, with_file=several)
        screen.blank()


def _whole(case: CaseFacts, worked: Tables, vocabulary: Vocabulary, screen: Screen) -> None:
    parts = [
        f"{screen.say('范围', 'scope')} {SCOPES[case.scope].of(screen.language)}",
        f"{screen.say('阶段', 'stage')} {STAGES[case.stage].of(screen.language)}",
    ]
    if case.procedure in PROCEDURES:
        parts.append(f"{screen.say('程序', 'procedure')} {PROCEDURES[case.procedure].of(screen.language)}")
    screen.listed(Words(zh="认定", en="Taken as"), parts)
    print_corrections(case.corrections, screen)
    _papers(case, vocabulary, screen)
    screen.heading(screen.say("全案", "The case as a whole"))
    several = len(case.dossier.files) > 1
    for fact in case.facts:
        if fact.origin is Origin.DERIVED or fact.document is None:
            _fact(fact, screen, indent=2, with_file=several)
    screen.heading(screen.say("时间线", "Timeline"))
    for fact in timeline(case):
        screen.hanging(f"  {shown_value(fact, screen.language)}  ", f"{fact.name}  [{fact.document or ''}]")
    if worked.steps:
        screen.heading(screen.say("办案步骤", "Steps"))
        print_replay(worked.steps, screen)
    if worked.service:
        screen.heading(screen.say("送达一览", "Service of papers"))
        print_services(worked.service, screen)
    print_identity(worked.identity, screen)
    if worked.people.persons:
        screen.heading(screen.say("办案人员", "Officers"))
        print_people(worked.people, screen)
    if worked.amounts.stated or worked.amounts.reckonings:
        screen.heading(screen.say("金额对照表", "Amounts"))
        print_amounts(worked.amounts, screen, several=several)
    if worked.elements.matrices or worked.elements.unknown:
        screen.heading(screen.say("构成要件与证据", "Elements and evidence"))
        print_elements(worked.elements, screen)
    if worked.clocks:
        screen.heading(screen.say("期限账本", "Time-limit ledger"))
        print_ledger(worked.clocks, screen, several=several)
    _missing(case, vocabulary, screen)


def _papers(case: CaseFacts, vocabulary: Vocabulary, screen: Screen) -> None:
    screen.heading(screen.say("文书及其记载", "Papers (文书) and what they say"))
    for document in case.dossier.documents:
        screen.hanging("  ", _title(document, vocabulary, screen), style="bold")
        for fact in case.facts:
            if fact.document == document.id and fact.origin is not Origin.DERIVED:
                elsewhere = any(place.file != document.file for place in fact.places)
                _fact(fact, screen, indent=4, with_file=elsewhere)


def _missing(case: CaseFacts, vocabulary: Vocabulary, screen: Screen) -> None:
    screen.heading(screen.say("未找到的内容（及查找过的文书）", "What was not found, and where it was looked for"))
    for gap in gaps(case, list(vocabulary.facts.values())):
        everywhere = len(gap.looked) == len(case.dossier.documents)
        looked = screen.say("全卷", "whole dossier") if everywhere else " ".join(gap.looked)
        screen.bullet(f"{gap.name}{screen.say('：', ': ')}{STATES[gap.state].of(screen.language)} [{looked}]")
    if case.dossier.problems:
        screen.heading(screen.say("未能识读", "Not read"))
    for problem in case.dossier.problems:
        page = screen.say(f" 第{problem.page}页", f" p. {problem.page}") if problem.page else ""
        message = problem.message.of(screen.language)
        screen.bullet(f"{on_one_line(problem.file)}{page}{screen.say('：', ': ')}{message}")


def _title(document: CaseDocument, vocabulary: Vocabulary, screen: Screen) -> str:
    """The paper with its form, in English with a gloss of it, its printed title, its number and its place."""
    form = document.form or screen.say("未识别", "not recognised")
    if document.form and screen.language == "en":
        form += f" ({vocabulary.form(document.form).title.en})"
    printed = f" “{document.title}”" if document.title not in ("", document.form) else ""
    number = f" {document.number}" if document.number else ""
    pages = ""
    if document.first_page:
        span = str(document.first_page)
        if document.last_page and document.last_page != document.first_page:
            span += f"-{document.last_page}"
        pages = screen.say(f" 第{span}页", f" p. {span}")
    corrected = "" if document.correction is None else screen.say("（更正）", " (corrected)")
    return f"{document.id} {form}{corrected}{printed}{number} [{on_one_line(document.file)}{pages}]"


def _fact(fact: Fact, screen: Screen, *, indent: int, with_file: bool) -> None:
    corrected = fact.correction is not None
    notes = [ORIGINS[fact.origin].of(screen.language)] if fact.origin in ORIGINS else []
    if corrected:
        notes = [n for n in notes if n != ORIGINS[Origin.CORRECTED].of(screen.language)]
        notes.append(screen.say(f"更正表第{fact.correction}条", f"correction {fact.correction}"))
    note = f" ({screen.say('，', ', ').join(notes)})" if notes else ""
    about = f" <{fact.about}>" if fact.about else ""
    spot = f"  [{where(fact.places[0], screen.language, with_file=with_file)}]" if fact.places else ""
    screen.line(f"{fact.name}{about} = {shown_value(fact, screen.language)}{note}{spot}", indent=indent)
