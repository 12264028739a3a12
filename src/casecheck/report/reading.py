"""What was read from a dossier: papers, facts with places, timeline, and what was not found."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casecheck.model.fact import Absent, CaseFacts, Conflicting, Fact, Origin, Slot, Unreadable
from casecheck.model.report import Tables
from casecheck.model.rule import Json
from casecheck.model.vocabulary import FactName
from casecheck.model.words import Language
from casecheck.report.json_amounts import amounts_entry
from casecheck.report.json_corrections import correction_entries
from casecheck.report.json_elements import elements_entry
from casecheck.report.json_identity import identity_entry
from casecheck.report.json_report import document_entry, fact_entry, ledger_entries
from casecheck.report.json_tables import people_entry, service_entries, step_entries

STATES: dict[type[Slot], str] = {Absent: "absent", Unreadable: "unreadable", Conflicting: "conflicting"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A name without one clear value. `state`: `absent`, `unreadable` or `conflicting`; `looked` are ids of 文书."""

    name: str
    state: str
    looked: tuple[str, ...]


def gaps(case: CaseFacts, names: Sequence[FactName]) -> Iterator[Gap]:
    """The names of the vocabulary that should stand in a paper of the dossier and were not found, paper by paper.

    Names whose paper is not in the dossier are passed over: what papers a case must hold is for the rules to say.
    """
    whole = tuple(d.id for d in case.dossier.documents)
    for name in (known.name for known in names):
        form = name.partition(".")[0]
        if case.form(form) is None:
            # A name of the whole case may stand in any paper.
            if state := STATES.get(type(case.slot(name))):
                yield Gap(name=name, state=state, looked=whole)
            continue
        for document in case.documents(form):
            if state := STATES.get(type(case.slot(name, document.id))):
                yield Gap(name=name, state=state, looked=(document.id,))


def timeline(case: CaseFacts) -> list[Fact]:
    """时间线: every date and time that a paper itself states, in the order of time."""
    dated = [f for f in case.facts if f.type in ("date", "time") and f.origin is not Origin.RECITED]
    return sorted(dated, key=lambda f: (str(f.value)[:10], str(f.value), f.name))


def narrowed(case: CaseFacts, name: str | None, paper: str | None) -> CaseFacts:
    """The case with only the facts whose name begins with `name`, and only of the papers of one form (or one id)."""
    wanted = {d.id for d in case.dossier.documents if paper in (d.id, d.form)} if paper else set()
    if paper:
        wanted |= {d.id for d in case.documents(paper)}
    facts = tuple(
        f for f in case.facts if (name is None or f.name.startswith(name)) and (paper is None or f.document in wanted)
    )
    return replace(case, facts=facts)


def reading_json(
    cases: Sequence[CaseFacts], worked: Sequence[Tables], names: Sequence[FactName], language: Language
) -> str:
    """The reading of each dossier as JSON, in the shapes of the report; `worked` are the tables of each."""
    entries = [_entry(case, own, names, language) for case, own in zip(cases, worked, strict=True)]
    return json.dumps({"schema_version": "1", "dossiers": entries}, ensure_ascii=False, indent=2) + "\n"


def _entry(case: CaseFacts, worked: Tables, names: Sequence[FactName], language: Language) -> Json:
    return {
        "path": case.dossier.path,
        "sha256": case.dossier.sha256,
        "scope": case.scope,
        "stage": case.stage,
        "procedure": case.procedure,
        "documents": [document_entry(d) for d in case.dossier.documents],
        "facts": [fact_entry(f) for f in case.facts],
        "timeline": [fact_entry(f) for f in timeline(case)],
        **ledger_entries(worked.clocks, language),
        "steps": step_entries(worked.steps, language),
        "service": service_entries(worked.service, language),
        "people": people_entry(worked.people, language),
        "amounts": amounts_entry(worked.amounts, language),
        "identity": identity_entry(worked.identity),
        "elements": elements_entry(worked.elements, language),
        "corrections": correction_entries(case.corrections, language),
        "not_found": [{"name": g.name, "state": g.state, "looked": list(g.looked)} for g in gaps(case, names)],
        "problems": [
            {"file": p.file, "page": p.page, "kind": p.kind, "message": p.message.of(language)}
            for p in case.dossier.problems
        ],
    }
