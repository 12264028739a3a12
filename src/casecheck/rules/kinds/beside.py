"""`beside: {document: 文书, label: 栏目 | [栏目], any: […] | pattern: REGEX, within: 40}`: the words stand right after a label."""

import re

from casecheck.model.dossier import CaseDocument
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.arguments import mapping, names, whole
from casecheck.rules.builtin.reading import running
from casecheck.rules.context import Context
from casecheck.rules.logic import every
from casecheck.rules.phrases import hidden, papers_for, shape_of
from casecheck.text.folded import fold

NAME = "beside"

_WITHIN = 40
"""Characters after the label that count as standing beside it: a line of a form."""


def evaluate(arguments: Json, context: Context) -> Answer:
    """False where a label is printed and the words do not follow it; None where no label is printed at all."""
    papers, none = papers_for(arguments, context)
    if none is not None:
        return none
    labels = [fold(label).text for label in names(mapping(arguments)["label"])]
    shape = shape_of(mapping(arguments))
    within = whole(arguments, "within") or _WITHIN
    return every([_beside(paper, labels, shape, within, context) for paper in papers])


def _beside(paper: CaseDocument, labels: list[str], shape: re.Pattern[str], within: int, context: Context) -> Answer:
    said = running(paper)
    printed = list(re.finditer("|".join(map(re.escape, sorted(labels, key=len, reverse=True))), said.text))
    if any(shape.search(said.text, m.end(), m.end() + within) for m in printed):
        return Answer(truth=True)
    missing = hidden((paper,), context)
    if not missing and not printed:
        missing = (Missing(name=f"{paper.title}：{labels[0]}", cause=Cause.NOT_FOUND, looked=(paper.id,)),)
    if missing:
        return Answer(truth=None, missing=missing)
    quotes = tuple(said.quote(m.start(), min(m.end() + within, len(said.text))) for m in printed[:3])
    params = (("paper", paper.title), ("label", printed[0][0]), ("found", quotes[0].text))
    wrong = Violation(quotes=quotes, key=f"{paper.number or paper.form}|{printed[0][0]}", params=params)
    return Answer(truth=False, violations=(wrong,))
