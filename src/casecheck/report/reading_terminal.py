"""What was read from a dossier, for the eye."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.vocabulary import FactName
from casecheck.model.words import Language, Words
from casecheck.report.labels import SCOPES, STAGES, where
from casecheck.report.reading import gaps, timeline
from casecheck.report.safe import on_one_line, printable
from casecheck.report.values import shown_value
from casecheck.report.wrapping import wrap

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
    cases: Sequence[CaseFacts], names: Sequence[FactName], language: Language, *, colour: bool, papers: bool = True
) -> None:
    """Print the reading of each dossier; without `papers` only the facts (a narrowed view)."""
    console = Console(highlight=False, markup=False, emoji=False, no_color=not colour or None)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, emoji=False, no_color=True, width=80)
    view = _View(console, language)
    for case in cases:
        view.facts_only(case) if not papers else view.whole(case, names)
        console.print()


class _View:
    def __init__(self, console: Console, language: Language) -> None:
        self.console = console
        self.language = language

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def line(self, text: str, indent: int = 2, style: str = "") -> None:
        for line in wrap(printable(text), self.console.width - indent):
            self.console.print(Text(" " * indent + line, style=style), soft_wrap=True)

    def head(self, zh: str, en: str) -> None:
        self.line(self.say(zh, en), 0, "bold")

    def facts_only(self, case: CaseFacts) -> None:
        self.line(f"{self.say('案卷', 'Dossier')} {on_one_line(case.dossier.path)}", 0, "bold")
        several = len(case.dossier.files) > 1
        for fact in case.facts:
            self.line(self.fact(fact, several))

    def whole(self, case: CaseFacts, names: Sequence[FactName]) -> None:
        several = len(case.dossier.files) > 1
        self.line(f"{self.say('案卷', 'Dossier')} {on_one_line(case.dossier.path)}", 0, "bold")
        scope, stage = SCOPES[case.scope].of(self.language), STAGES[case.stage].of(self.language)
        self.line(
            f"{self.say('范围', 'scope')} {scope} · {self.say('阶段', 'stage')} {stage} · {case.procedure or '?'}"
        )
        self.head("文书及其记载", "Papers and what they say")
        for document in case.dossier.documents:
            self.line(self.paper(document), 2, "bold")
            for fact in case.facts:
                if fact.document == document.id and fact.origin is not Origin.DERIVED:
                    self.line(self.fact(fact, several), 4)
        self.head("全案", "The case as a whole")
        for fact in case.facts:
            if fact.origin is Origin.DERIVED or fact.document is None:
                self.line(self.fact(fact, several))
        self.head("时间线", "Timeline")
        for fact in timeline(case):
            self.line(f"{shown_value(fact, self.language)}  {fact.name}  [{fact.document or ''}]")
        self.head("未找到的内容（及查找过的文书）", "What was not found, and where it was looked for")
        for gap in gaps(case, names):
            everywhere = len(gap.looked) == len(case.dossier.documents)
            looked = self.say("全卷", "whole dossier") if everywhere else " ".join(gap.looked)
            self.line(f"{gap.name}: {STATES[gap.state].of(self.language)} [{looked}]")
        if case.dossier.problems:
            self.head("未能识读", "Not read")
        for problem in case.dossier.problems:
            page = f" p. {problem.page}" if problem.page else ""
            self.line(f"{on_one_line(problem.file)}{page}: {problem.message.of(self.language)}")

    def paper(self, document: CaseDocument) -> str:
        pages = f" p. {document.first_page}-{document.last_page}" if document.first_page else ""
        form = document.form or self.say("未识别", "not recognised")
        number = f" {document.number}" if document.number else ""
        printed = f" “{document.title}”" if document.title not in ("", form) else ""
        return f"{document.id} {form}{printed}{number} [{on_one_line(document.file)}{pages}]"

    def fact(self, fact: Fact, several: bool) -> str:
        note = f" ({ORIGINS[fact.origin].of(self.language)})" if fact.origin in ORIGINS else ""
        about = f" <{fact.about}>" if fact.about else ""
        spot = where(fact.places[0], self.language, with_file=several) if fact.places else ""
        return f"{fact.name}{about} = {shown_value(fact, self.language)}{note}  [{spot}]"
