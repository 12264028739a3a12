"""What was read from a dossier: papers, facts with places, timeline, what was not read."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.words import Language
from casecheck.report.json_report import document_entry, fact_entry
from casecheck.report.labels import SCOPES, STAGES, where
from casecheck.report.safe import printable
from casecheck.report.values import shown_value

ORIGINS = {
    Origin.RECITED: ("转述", "recited"),
    Origin.DERIVED: ("推得", "derived"),
    Origin.CORRECTED: ("更正", "corrected"),
}


def reading_json(cases: Sequence[CaseFacts], language: Language) -> str:
    """The reading of each dossier as JSON, in the shapes of the report."""
    entries: list[Json] = [
        {
            "path": case.dossier.path,
            "sha256": case.dossier.sha256,
            "scope": case.scope,
            "stage": case.stage,
            "procedure": case.procedure,
            "documents": [document_entry(d) for d in case.dossier.documents],
            "facts": [fact_entry(f) for f in case.facts],
            "timeline": [fact_entry(f) for f in timeline(case)],
            "problems": [
                {"file": p.file, "page": p.page, "kind": p.kind, "message": p.message.of(language)}
                for p in case.dossier.problems
            ],
        }
        for case in cases
    ]
    return json.dumps({"schema_version": "1", "dossiers": entries}, ensure_ascii=False, indent=2) + "\n"


def timeline(case: CaseFacts) -> list[Fact]:
    """时间线: every date and time that a paper itself states, in the order of time."""
    dated = [f for f in case.facts if f.type in ("date", "time") and f.origin is not Origin.RECITED]
    return sorted(dated, key=lambda f: (str(f.value)[:10], str(f.value), f.name))


def print_reading(cases: Sequence[CaseFacts], language: Language, *, colour: bool) -> None:
    """Print the reading of each dossier."""
    console = Console(highlight=False, markup=False, emoji=False, no_color=not colour or None)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, emoji=False, no_color=True, width=80)

    def say(zh: str, en: str) -> str:
        return zh if language == "zh" else en

    def line(text: str, indent: int = 0, style: str = "") -> None:
        console.print(Padding(Text(printable(text), style=style), (0, 0, 0, indent)))

    for case in cases:
        several = len(case.dossier.files) > 1
        line(f"{say('案卷', 'Dossier')} {case.dossier.path}", style="bold")
        scope, stage = SCOPES[case.scope].of(language), STAGES[case.stage].of(language)
        line(f"{say('范围', 'scope')} {scope} · {say('阶段', 'stage')} {stage} · {case.procedure or '?'}", 2)
        line(say("文书", "Papers"), style="bold")
        for document in case.dossier.documents:
            pages = f" p. {document.first_page}-{document.last_page}" if document.first_page else ""
            form = document.form or say("未识别", "not recognised")
            number = f" {document.number}" if document.number else ""
            printed = f" “{document.title}”" if document.title not in ("", form) else ""
            line(f"{document.id} {form}{printed}{number} [{document.file}{pages}]", 2)
        line(say("事实", "Facts"), style="bold")
        for fact in case.facts:
            note = f" ({say(*ORIGINS[fact.origin])})" if fact.origin in ORIGINS else ""
            about = f" <{fact.about}>" if fact.about else ""
            spot = where(fact.places[0], language, with_file=several) if fact.places else ""
            line(f"{fact.name}{about} = {shown_value(fact, language)}{note}  [{fact.document or ''} {spot}]", 2)
        line(say("时间线", "Timeline"), style="bold")
        for fact in timeline(case):
            line(f"{shown_value(fact, language)}  {fact.name}  [{fact.document or ''}]", 2)
        if case.dossier.problems:
            line(say("未能识读", "Not read"), style="bold")
        for problem in case.dossier.problems:
            page = f" p. {problem.page}" if problem.page else ""
            line(f"{problem.file}{page}: {problem.message.of(language)}", 2)
        console.print()
