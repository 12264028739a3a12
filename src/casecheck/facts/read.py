"""From the papers of a dossier to the facts of the case."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from casecheck.facts.bases import gravity, money_found
from casecheck.facts.citations import cited, role_citations
from casecheck.facts.complaints import complaint_paper
from casecheck.facts.corrections import Corrector, all_told
from casecheck.facts.derived import derived_facts
from casecheck.facts.discretion import discretion
from casecheck.facts.evidence import evidence_list
from casecheck.facts.identity import names_told
from casecheck.facts.measure_times import approved_at, carried_out
from casecheck.facts.measures import correction_period, extension, measure
from casecheck.facts.not_filed import not_filed
from casecheck.facts.notice import notice_recited, rights_told, waiver_recited
from casecheck.facts.officers import officers
from casecheck.facts.onspot_filing import handed_in
from casecheck.facts.paper import Paper, open_paper
from casecheck.facts.party import own_number, party_block
from casecheck.facts.penalty import confiscations, fines, penalty_kinds
from casecheck.facts.remedies import remedies
from casecheck.facts.scope import NOT_FILED, forms_present, later_stage, procedure_of, scope_of, stage_of
from casecheck.facts.sections import empty_sections
from casecheck.facts.service import announced, papers_named, served
from casecheck.facts.signatures import signatures
from casecheck.facts.steps import conduct_ended, steps
from casecheck.facts.timeline import filing_recited, signed_date
from casecheck.facts.typed import field_facts
from casecheck.facts.waiver import waiver_declared
from casecheck.model.dossier import Dossier
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.vocabulary import Vocabulary

_EXTRACTORS: tuple[Callable[[Paper], Iterator[Fact]], ...] = (
    own_number,
    officers,
    signed_date,
    fines,
    confiscations,
    penalty_kinds,
    discretion,
    money_found,
    gravity,
    rights_told,
    remedies,
    evidence_list,
    role_citations,
    cited,
    measure,
    carried_out,
    correction_period,
    conduct_ended,
    party_block,
    names_told,
    papers_named,
    complaint_paper,
    empty_sections,
    signatures,
    not_filed,
    handed_in,
    field_facts,
    filing_recited,
    notice_recited,
    waiver_recited,
    waiver_declared,
)
"""In order of trust: where two extractors read one single field of a paper, the first counts."""


def read_facts(
    dossier: Dossier,
    vocabulary: Vocabulary,
    *,
    scope: str | None = None,
    stage: str | None = None,
    stated_stage: str | None = None,
) -> CaseFacts:
    """Everything the papers say, as facts with places; scope and stage are inferred where not given.

    `stated_stage` is what the dossier says of itself: it may be later than what the papers show, never earlier, because
    nothing in a dossier may spare it a check.
    """
    forms = {form.name: form for form in vocabulary.forms}
    papers = [
        open_paper(d, forms.get(d.form or ""), whole=not (d.unread_pages or dossier.unread_in(d)))
        for d in dossier.documents
    ]
    single = frozenset(name for name, fact in vocabulary.facts.items() if not fact.many)
    corrector = Corrector(dossier, vocabulary)
    facts: list[Fact] = []
    for paper in papers:
        facts.extend(_of_paper(paper, corrector))
    by_id = {paper.document.id: paper for paper in papers}
    for paper in papers:
        facts.extend(served(paper, by_id))
    for paper in papers:
        facts.extend(announced(paper, by_id, tuple(facts)))
    facts = corrector.correct(facts, whole=True)
    facts.extend(corrector.added())
    present = forms_present(dossier, vocabulary)
    stage = stage or later_stage(stage_of(present, filed=not any(f.name == NOT_FILED for f in facts)), stated_stage)
    procedure = procedure_of(present)
    facts.extend(derived_facts(facts, papers, stage, procedure))
    return CaseFacts(
        dossier=dossier,
        facts=tuple(facts),
        scope=scope or scope_of(present),
        stage=stage,
        procedure=procedure,
        single=single,
        forms=vocabulary.forms,
        corrections=all_told(dossier.restructured, corrector.told),
    )


def _of_paper(paper: Paper, corrector: Corrector) -> list[Fact]:
    """The facts of one paper. A name that several extractors read is kept from the first of them that found it."""
    facts: list[Fact] = []
    taken: dict[str, int] = {}
    for number, extractor in enumerate(_in_order_of_trust(paper)):
        facts.extend(f for f in extractor(paper) if taken.setdefault(f.name, number) == number)
    facts = corrector.correct(facts)
    facts.extend(extension(paper, tuple(facts)))
    facts.extend(steps(paper, tuple(facts)))
    facts.extend(approved_at(paper, tuple(facts)))
    facts.extend(_of_other_names(tuple(facts)))
    return facts


def _in_order_of_trust(paper: Paper) -> Iterable[Callable[[Paper], Iterator[Fact]]]:
    """On evidence the printed date of the paper counts before that on which a copy of it was signed."""
    if paper.form and paper.form.evidence:
        return sorted(_EXTRACTORS, key=lambda extractor: extractor is signed_date)
    return _EXTRACTORS


_OTHER_NAMES = {
    "陈述申辩笔录.日期": "陈述申辩.日期",
    "陈述申辩笔录.时间": "陈述申辩.日期",
    "放弃声明.日期": "陈述申辩.放弃日期",
    "解除先行登记保存证据通知书.日期": "先行登记保存.处理日期",
}
"""Facts whose name is not that of the paper they stand in."""


def _of_other_names(facts: Iterable[Fact]) -> Iterator[Fact]:
    seen: set[str] = set()
    for fact in facts:
        name = _OTHER_NAMES.get(fact.name)
        if name and name not in seen:
            seen.add(name)
            value = fact.value.date() if isinstance(fact.value, datetime) else fact.value
            yield replace(fact, name=name, type="date", value=value)
