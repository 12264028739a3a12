"""更正表 as plain values."""

from collections.abc import Sequence

from casecheck.model.correction import AppliedCorrection
from casecheck.model.report import OutcomeChange
from casecheck.model.rule import Json
from casecheck.model.words import Language


def correction_entries(corrections: Sequence[AppliedCorrection], language: Language) -> Json:
    """Each correction of a dossier: what was read, what counts now, who says so, or why it could not be applied."""
    return [
        {
            "number": told.correction.number,
            "line": told.correction.line,
            "document": told.document or told.correction.document,
            "fact": told.correction.fact,
            "kind": _kind(told),
            "before": told.before,
            "after": told.after,
            "who": told.correction.who,
            "when": told.correction.when.isoformat(),
            "why": told.correction.why,
            "applied": told.refused is None,
            "refused": told.refused.of(language) if told.refused else None,
        }
        for told in corrections
    ]


def change_entries(changed: Sequence[OutcomeChange]) -> Json:
    """The rules that end otherwise because of the corrections."""
    return [{"rule": c.rule, "before": c.before.value, "after": c.after.value} for c in changed]


def _kind(told: AppliedCorrection) -> str:
    correction = told.correction
    if correction.fact is not None:
        return "absent" if correction.absent else "value"
    if correction.begins is not None:
        return "split"
    return "join" if correction.part_of is not None else "form"
