"""审核: who reviewed."""

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import known, lacking, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.identifiers import normalise_name


@predicate("reviewer_apart")
def reviewer_apart(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether no reviewer investigated the case (程序规定 第四十九条第三款).

    `reviewers` and `officers` are the facts with the names. A masked name that may be the same person is a question.
    """
    del law
    reviewers = [f for name in texts(arguments, "reviewers") for f in known(case, name)]
    officers = [f for name in texts(arguments, "officers") for f in known(case, name)]
    review_papers = {f.document for f in reviewers}
    violations: dict[str, Violation] = {}
    for reviewer in reviewers:
        name = normalise_name(str(reviewer.value))
        same = [f for f in officers if f.document not in review_papers and normalise_name(str(f.value)) == name]
        if not same or name in violations:
            continue
        masked = reviewer.masked or same[0].masked
        violations[name] = Violation(
            facts=(reviewer, *{f.document: f for f in same}.values()),
            params=(
                ("reviewer", str(reviewer.value)),
                ("papers", "、".join(dict.fromkeys(title_of(case, f.document) for f in same))),
            ),
            cause=Cause.NEEDS_JUDGEMENT if masked else None,
            key=name,
        )
    missing: list[Missing] = []
    if not reviewers:
        missing.extend(lacking(case, *texts(arguments, "reviewers")[:1]))
    if not officers:
        missing.extend(lacking(case, *texts(arguments, "officers")[:1]))
    return settle(tuple(violations.values()), missing, [*reviewers, *officers])
