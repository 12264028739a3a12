"""The samples give exactly the defects that are recorded for them, each with the words that show it."""

from pathlib import Path

import pytest
import yaml

from casecheck.model.verdict import Outcome
from casecheck.text.folded import fold
from casecheck.triage.gate import exit_code

EXPECTED = sorted((Path(__file__).resolve().parents[2] / "samples" / "expected").glob("*.yml"))
RECORDED = [
    (name, record)
    for record in (yaml.safe_load(p.read_text(encoding="utf-8")) for p in EXPECTED)
    for name in record["dossiers"]
]


def case_of(samples, name):
    return next(case for case in samples.cases if Path(case.path).name == name)


def quotes(finding, words):
    """Whether the finding quotes these words, or the telling part of them."""
    return any(quote in words or words in quote for quote in (fold(q.text).text for q in finding.evidence) if quote)


@pytest.mark.parametrize(("name", "record"), RECORDED, ids=[name for name, _ in RECORDED])
def test_exactly_the_recorded_defects(samples, name, record):
    case = case_of(samples, name)
    found = [f for f in case.findings if f.outcome is Outcome.DEFECT]
    expected = [defect["rule"] for defect in record["defects"]]
    assert sorted({f.rule for f in found}) == sorted(set(expected)), [(f.rule, f.message.zh) for f in found]
    for defect in record["defects"]:
        quoted = fold(defect["quote"]).text
        shown = [f for f in found if f.rule == defect["rule"]]
        assert any(quotes(f, quoted) for f in shown), [(f.rule, [q.text for q in f.evidence]) for f in shown]
        titles = {case.case.dossier.document(q.document).title for f in shown for q in f.evidence if q.document}
        assert any(defect["document"].split("（")[0] in title for title in titles), titles


@pytest.mark.parametrize(("name", "record"), RECORDED, ids=[name for name, _ in RECORDED])
def test_stage_and_scope_are_inferred(samples, name, record):
    case = case_of(samples, name).case
    procedure = record.get("procedure", "普通")
    assert (case.stage, case.scope, case.procedure) == (record["stage"], record["scope"], procedure)


def test_the_clean_dossier_passes_the_gate_in_both_formats(samples):
    from dataclasses import replace

    clean = [name for name, record in RECORDED if not record["defects"]]
    assert len(clean) >= 2
    for name in clean:
        case = case_of(samples, name)
        assert exit_code(replace(samples, cases=(case,)), "major") == 0, [
            (f.rule, f.cause, f.message.zh) for f in case.findings
        ]
        assert case.conclusion == "agree"


def test_docx_and_pdf_of_one_dossier_say_the_same(samples):
    docx, pdf = case_of(samples, "food-expired.docx"), case_of(samples, "food-expired.pdf")
    assert [d.form for d in docx.case.dossier.documents] == [d.form for d in pdf.case.dossier.documents]
    key = ("name", "value", "about")

    def values(case):
        return sorted({tuple(str(getattr(f, k)) for k in key) for f in case.case.facts})

    assert values(docx) == values(pdf)
    assert {r.rule: r.outcome for r in docx.results} == {r.rule: r.outcome for r in pdf.results}


def test_every_rule_ends_in_one_outcome_for_every_dossier(samples):
    codes = sorted(rule.code for rule in samples.checklists[0].rules)
    for case in samples.cases:
        assert sorted(result.rule for result in case.results) == codes
        assert sum(case.outcomes.values()) == len(codes)


def test_every_quote_stands_at_its_place(samples):
    for case in samples.cases:
        blocks = {(b.file, b.page, b.index, b.part): b for f in case.case.dossier.files for b in f.blocks}
        for finding in case.findings:
            for quote in finding.evidence:
                place = quote.place
                block = blocks[place.file, place.page, place.block, place.part]
                here = fold(block.text[place.start : place.end]).text
                assert here
                assert here in fold(quote.text).text
                assert place.page is None or place.box is not None


def test_every_fact_stands_at_its_place(samples):
    for case in samples.cases:
        blocks = {(b.file, b.page, b.index, b.part): b for f in case.case.dossier.files for b in f.blocks}
        for fact in case.case.facts:
            for place in fact.places:
                block = blocks[place.file, place.page, place.block, place.part]
                assert 0 <= place.start <= place.end <= len(block.text)
                if fact.origin == "extracted" and len(fact.places) == 1:
                    assert fold(block.text[place.start : place.end]).text == fold(fact.raw).text, fact
