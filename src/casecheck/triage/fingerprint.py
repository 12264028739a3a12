"""指纹: what makes a finding the same finding in another run."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from casecheck.model.dossier import Dossier
from casecheck.model.verdict import Finding
from casecheck.text.folded import fold


def with_fingerprints(findings: Iterable[Finding], dossier: Dossier) -> tuple[Finding, ...]:
    """The findings with their fingerprints, in the order given.

    A fingerprint covers the rule, the variant, the key and the quoted words with the 文书 they stand in: nothing that
    moves when unrelated text does, and no file name. Findings that agree in all of that are numbered in their order.
    """
    forms = {document.id: document.form or document.title for document in dossier.documents}
    seen: Counter[str] = Counter()
    marked = []
    for finding in findings:
        quotes = sorted({f"{forms.get(q.document or '', '')}\x1f{fold(q.text).text}" for q in finding.evidence})
        basis = "\x1e".join([finding.rule, finding.outcome, finding.variant, finding.key, *quotes])
        seen[basis] += 1
        digest = hashlib.sha256(f"{basis}\x1e{seen[basis]}".encode("utf-8", "surrogatepass")).hexdigest()
        marked.append(replace(finding, fingerprint=digest[:32]))
    return tuple(marked)
