"""The built-in predicates by the name that `call:` uses."""

from collections.abc import Callable
from importlib import import_module

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer

Predicate = Callable[[CaseFacts, LawBook, Json], Answer]

MODULES = (
    "act_told",
    "age",
    "agency_name",
    "alterations",
    "amounts",
    "approvals",
    "approver",
    "arithmetic",
    "bases_found",
    "blanks",
    "case_extension",
    "catalogue",
    "cause_name",
    "citations",
    "clocks",
    "closing",
    "collective",
    "collective_minutes",
    "conduct",
    "confiscated",
    "copied_answers",
    "copies",
    "days",
    "discretion",
    "disposal",
    "element_checks",
    "ending",
    "enforcement",
    "evidence",
    "evidence_marks",
    "evidence_purpose",
    "evidence_sources",
    "exactness",
    "excluded_days",
    "existence",
    "fines",
    "goods_to_police",
    "grounds",
    "hearing",
    "hearing_asked",
    "held_goods",
    "identity_papers",
    "impossible_days",
    "income",
    "inquiry_pauses",
    "jurisdiction",
    "laboratory",
    "laboratory_report",
    "late_fine",
    "later_evidence",
    "law_change",
    "left_over_words",
    "legal_review",
    "measure_approval",
    "multiples",
    "no_penalty",
    "notice",
    "notice_content",
    "numbering",
    "officers",
    "onspot",
    "onspot_measure",
    "onspot_penalty",
    "owner_opinion",
    "party",
    "party_details",
    "party_numbers",
    "payment",
    "powers",
    "preservation",
    "proof",
    "public_notice",
    "publication",
    "published_text",
    "quantities",
    "questioned_person",
    "questioning_time",
    "questioning_topics",
    "receipts",
    "record_reading",
    "refund",
    "refusal_to_correct",
    "refusals",
    "remedies",
    "remedy_bodies",
    "reminder",
    "renotice",
    "reporters",
    "retest",
    "review",
    "review_opinion",
    "rights",
    "sample_identity",
    "seizure",
    "seizure_extension",
    "serious",
    "service",
    "service_manner",
    "several_acts",
    "site_record",
    "spelling",
    "statement",
    "statement_denied",
    "testing",
    "timeline",
    "told_days",
    "totals",
    "transfer",
    "unit_slips",
    "witnesses",
)

PREDICATES: dict[str, Predicate] = {}


def predicate(name: str) -> Callable[[Predicate], Predicate]:
    """Register a function as the predicate of that name."""

    def register(function: Predicate) -> Predicate:
        if name in PREDICATES:
            raise ValueError(f"predicate {name!r} is defined twice")
        PREDICATES[name] = function
        return function

    return register


def load() -> dict[str, Predicate]:
    """All predicates, after importing the modules that define them."""
    for module in MODULES:
        import_module(f"casecheck.rules.builtin.{module}")
    return PREDICATES
