"""The JSON report, version 1: the same bytes for the same input."""

import json
from collections import Counter
from collections.abc import Sequence

from casecheck.model.clock import Clock
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import Fact
from casecheck.model.place import Quote
from casecheck.model.problem import Problem
from casecheck.model.report import CaseReport, Parameter, Region, RunReport
from casecheck.model.rule import Json, Rule
from casecheck.model.verdict import Finding, Outcome, Principle, RuleResult, Severity
from casecheck.model.words import Language
from casecheck.report.json_amounts import amounts_entry
from casecheck.report.json_corrections import change_entries, correction_entries
from casecheck.report.json_elements import elements_entry
from casecheck.report.json_identity import identity_entry
from casecheck.report.json_places import mark_entry, place_entry
from casecheck.report.json_tables import people_entry, service_entries, step_entries
from casecheck.report.values import plain_value

SCHEMA_VERSION = "1"


def render(report: RunReport, language: Language, *, show_all: bool = False) -> bytes:
    """The report as UTF-8 JSON. `show_all` adds the rules that passed or do not apply to `findings`."""
    return (
        json.dumps(report_document(report, language, show_all=show_all), ensure_ascii=False, indent=2) + "\n"
    ).encode("utf-8", "replace")


def report_document(report: RunReport, language: Language, *, show_all: bool = False) -> dict[str, Json]:
    """The report as plain values, keys in the order of the contract."""
    titles = {rule.code: rule for checklist in report.checklists for rule in checklist.rules}
    defects = Counter(f.severity for c in report.cases for f in c.findings if f.outcome is Outcome.DEFECT)
    quiet = titles if show_all else {}
    cases: list[Json] = [_case(case, language, quiet) for case in report.cases]
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "casecheck", "version": report.version},
        "checklists": [
            {"name": c.name, "version": c.version, "sha256": c.sha256, "rules": len(c.rules)} for c in report.checklists
        ],
        "as_of": report.as_of.isoformat(),
        "dossiers": cases,
        "cross_case": [],
        "summary": {
            "dossiers": len(report.cases),
            "unreadable": len(report.failed),
            "defects": {severity.value: defects[severity] for severity in Severity},
            "undetermined": sum(c.outcomes[Outcome.UNDETERMINED] for c in report.cases),
        },
    }


def _case(case: CaseReport, language: Language, quiet: dict[str, Rule]) -> Json:
    """One dossier; rules without a finding are listed as far as they are in `quiet`."""
    facts = case.case
    files = facts.dossier.files
    return {
        "path": case.path,
        "sha256": facts.dossier.sha256,
        "scope": facts.scope,
        "stage": facts.stage,
        "procedure": facts.procedure,
        "read": {
            "files": len(files),
            "pages": sum(len(f.pages) for f in files),
            "ocr_pages": 0,
            "problems": [_problem(p, language) for p in facts.dossier.problems],
        },
        "documents": [document_entry(d) for d in facts.dossier.documents],
        "facts": [fact_entry(f) for f in facts.facts],
        **ledger_entries(case.clocks, language),
        "steps": step_entries(case.steps, language),
        "service": service_entries(case.service, language),
        "people": people_entry(case.people, language),
        "amounts": amounts_entry(case.amounts, language),
        "identity": identity_entry(case.identity),
        "elements": elements_entry(case.elements, language),
        "corrections": correction_entries(facts.corrections, language),
        "changed_by_corrections": change_entries(case.changed),
        "parameters": [_parameter(p, language) for p in case.parameters],
        "region": _region(case.region, language),
        "findings": [
            *[_finding(f, language) for f in case.findings],
            *[_quiet(r, quiet, language) for r in case.results if r.rule in quiet and not r.findings],
        ],
        "summary": {
            "outcomes": {outcome.value: case.outcomes[outcome] for outcome in Outcome},
            "principles": {p.value: case.principles[p].value for p in Principle if p is not Principle.RISK},
            "conclusion": case.conclusion,
            "score": None,
        },
    }


def _region(region: Region | None, language: Language) -> Json:
    if region is None:
        return None
    title = region.title.of(language) if region.title else None
    return {"name": region.name, "title": title, "stated_by": region.stated_by}


def document_entry(document: CaseDocument) -> Json:
    """One 文书 as plain values."""
    return {
        "id": document.id,
        "form": document.form,
        "title": document.title,
        "number": document.number,
        "file": document.file,
        "first_page": document.first_page,
        "last_page": document.last_page,
        "confidence": document.confidence,
    }


def fact_entry(fact: Fact) -> Json:
    """One fact as plain values, the same in every JSON output."""
    return {
        "name": fact.name,
        "value": plain_value(fact),
        "type": fact.type,
        "text": fact.raw,
        "document": fact.document,
        "at": place_entry(fact.places[0]) if fact.places else None,
        "origin": fact.origin.value,
        "how": fact.how,
        "masked": fact.masked,
        "confidence": fact.confidence,
    }


def _problem(problem: Problem, language: Language) -> Json:
    return {
        "file": problem.file,
        "page": problem.page,
        "kind": problem.kind,
        "message": problem.message.of(language),
    }


def ledger_entries(clocks: Sequence[Clock], language: Language) -> dict[str, Json]:
    """期限账本: the periods that were reckoned, and those of which the start or the end is not known."""
    return {
        "clocks": [_clock(c, language) for c in clocks if c.start and c.due],
        "clocks_not_reckoned": [_unreckoned(c, language) for c in clocks if not (c.start and c.due)],
    }


def _clock(clock: Clock, language: Language) -> Json:
    """One period of the ledger, the keys of the contract first."""
    return {
        "name": clock.name,
        "start": clock.start,
        "due": clock.due,
        "actual": clock.actual,
        "slack": clock.slack,
        "unit": clock.unit,
        "suspended": clock.suspended,
        "rule": clock.rule,
        "sort": clock.sort,
        "state": clock.state.value,
        "left": clock.left,
        "basis": list(clock.basis),
        "start_fact": mark_entry(clock.began),
        "actual_fact": mark_entry(clock.done),
        "papers": [mark_entry(fact) for fact in clock.papers],
        "working": clock.working.of(language) if clock.working else None,
        "why": clock.why.of(language) if clock.why else None,
    }


def _unreckoned(clock: Clock, language: Language) -> Json:
    """A period of the case whose start or end is not known, and why."""
    return {
        "name": clock.name,
        "start": clock.start,
        "actual": clock.actual,
        "rule": clock.rule,
        "start_fact": mark_entry(clock.began),
        "actual_fact": mark_entry(clock.done),
        "why": clock.why.of(language) if clock.why else None,
    }


def _parameter(parameter: Parameter, language: Language) -> Json:
    return {
        "name": parameter.name,
        "meaning": parameter.meaning.of(language),
        "value": parameter.value,
        "unit": parameter.unit,
        "region": parameter.region.of(language) if parameter.region else None,
        "basis": list(parameter.basis),
        "verified": parameter.verified,
    }


def _finding(finding: Finding, language: Language) -> Json:
    return {
        "rule": finding.rule,
        "title": finding.title.of(language),
        "group": finding.group,
        "principle": finding.principle.value,
        "severity": finding.severity.value,
        "outcome": finding.outcome.value,
        "message": finding.message.of(language),
        "basis": list(finding.basis),
        "cure": {"kind": finding.cure_kind, "text": finding.cure.of(language)} if finding.cure else None,
        "evidence": [_quote(q) for q in finding.evidence],
        "confidence": finding.confidence,
        "working": finding.working.of(language) if finding.working else None,
        "cause": finding.cause.value if finding.cause else None,
        "fingerprint": finding.fingerprint,
        "waived": None,
        "baseline": False,
        "corrections": list(finding.corrections),
    }


def _quote(quote: Quote) -> Json:
    return {"document": quote.document, "at": place_entry(quote.place), "quote": quote.text}


def _quiet(result: RuleResult, rules: dict[str, Rule], language: Language) -> Json:
    """A rule without a finding, in the shape of one."""
    rule = rules[result.rule]
    return {
        "rule": rule.code,
        "title": rule.title.of(language),
        "group": rule.group,
        "principle": rule.principle.value,
        "severity": rule.severity.value,
        "outcome": result.outcome.value,
        "message": result.reason.of(language) if result.reason else "",
        "basis": list(rule.basis),
        "cure": None,
        "evidence": [],
        "confidence": 1.0,
        "working": None,
        "cause": None,
        "fingerprint": "",
        "waived": None,
        "baseline": False,
        "corrections": list(result.corrections),
    }
