"""A fingerprint is the same where the finding is, and differs where it is not."""

from casecheck.model.verdict import Severity
from casecheck.triage.fingerprint import with_fingerprints
from tests.unit.findings import case, finding, quote, rule

RULE = rule("PROC-A")


def prints(*findings, subject=None):
    return [f.fingerprint for f in with_fingerprints(findings, (subject or case()).dossier)]


def test_unchanged_when_text_moves_and_the_file_is_renamed():
    here = prints(finding(RULE, evidence=(quote("罚款伍万元"),)))
    moved = prints(
        finding(RULE, evidence=(quote("罚款伍万元", start=40, block=7, file="b.docx"),)), subject=case(file="b.docx")
    )
    assert here == moved


def test_unchanged_when_a_line_break_or_the_width_of_a_digit_changes():
    assert prints(finding(RULE, evidence=(quote("罚款5万元"),))) == prints(
        finding(RULE, evidence=(quote("罚款\n５万元"),))
    )


def test_differs_by_rule_words_and_key():
    base = finding(RULE, evidence=(quote("罚款伍万元"),))
    others = [
        finding(rule("PROC-B"), evidence=(quote("罚款伍万元"),)),
        finding(RULE, evidence=(quote("罚款陆万元"),)),
        finding(RULE, evidence=(quote("罚款伍万元"),), key="甲"),
    ]
    assert len({*prints(base), *(p for other in others for p in prints(other))}) == 4


def test_two_equal_findings_of_one_dossier_are_not_merged():
    same = finding(RULE, evidence=(quote("　年　月　日"),))
    first, second = prints(same, same)
    assert first != second


def test_severity_is_policy_not_identity():
    lighter = rule("PROC-A", severity=Severity.MINOR)
    words = (quote("罚款伍万元"),)
    assert prints(finding(RULE, evidence=words)) == prints(finding(lighter, evidence=words))
