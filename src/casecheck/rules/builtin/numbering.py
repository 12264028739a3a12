"""文号: well formed, and no number twice."""

import re
from collections import defaultdict
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, passage, quote, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.docno import DocNumber, find_numbers
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked

_BARE = re.compile(r"(?:决定书|告知书|通知书)\n?(?P<serial>第?\d{1,6}号?)\n")


@predicate("numbers_well_formed")
def numbers_well_formed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the 文号 of the agency's papers have 〔year〕 and a serial, and none stands on two papers of one form.

    `papers` are the forms that carry a number of their own. A year before that of the paper is usual in January; only a
    later year is wrong.
    """
    del law
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    by_number: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for form in texts(arguments, "papers"):
        for paper in case.documents(form):
            facts = [f for f in case.named(f"{form}.文号", paper.id) if f.origin is not Origin.RECITED]
            if not facts and (bare := _bare_serial(case, paper)):
                violations.append(bare)
                continue
            if not facts:
                gaps.append(Missing(name=f"{form}.文号", cause=Cause.NOT_FOUND, looked=(paper.id,)))
                continue
            fact = facts[0]
            used.append(fact)
            if fact.masked or is_masked(str(fact.raw)):
                continue
            numbers = find_numbers(fold_text(fact.raw))
            violations.extend(_malformed(case, fact, numbers))
            if numbers:
                by_number[form, numbers[0].name].append(fact)
    violations.extend(_twice(case, by_number))
    if not used and not gaps:
        gaps.append(Missing(name=f"{texts(arguments, 'papers')[0]}.文号", cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps, used)


def _bare_serial(case: CaseFacts, paper: CaseDocument) -> Violation | None:
    """A serial alone under the title, where the number should stand."""
    found = _BARE.search(passage(paper).text, 0, 120)
    if found is None:
        return None
    return Violation(
        quotes=(quote(paper, *found.span("serial")),),
        variant="incomplete",
        params=(("number", found["serial"]), ("paper", title_of(case, paper.id)), ("date", "")),
        key=f"incomplete {found['serial']}",
    )


def _malformed(case: CaseFacts, fact: Fact, numbers: list[DocNumber]) -> Iterator[Violation]:
    if not numbers:
        yield _fault(case, fact, "incomplete")
        return
    number = numbers[0]
    if number.year is None or not number.serial:
        yield _fault(case, fact, "incomplete")
    elif number.brackets != "〔〕":
        yield _fault(case, fact, "brackets")
    if number.year is not None:
        form = fact.name.split(".", 1)[0]
        dates = [d for field in ("决定日期", "日期") for d in known(case, f"{form}.{field}", fact.document)]
        if dates and number.year > max(day(d).year for d in dates):
            yield _fault(case, fact, "year", dates[0])


def _fault(case: CaseFacts, fact: Fact, variant: str, dated: Fact | None = None) -> Violation:
    return Violation(
        facts=(fact, dated) if dated else (fact,),
        variant=variant,
        params=(
            ("number", fact.raw),
            ("paper", title_of(case, fact.document)),
            ("date", day(dated).isoformat() if dated else ""),
        ),
        key=f"{variant} {fact.raw}",
    )


def _twice(case: CaseFacts, by_number: dict[tuple[str, str], list[Fact]]) -> Iterator[Violation]:
    for (form, number), facts in by_number.items():
        papers = {f.document: f for f in facts}
        if len(papers) > 1:
            yield Violation(
                facts=tuple(papers.values()),
                variant="twice",
                params=(("number", number), ("paper", form), ("count", str(len(papers)))),
                cause=Cause.NEEDS_JUDGEMENT if _same_day(case, form, facts) else None,
                key=f"twice {number}",
            )


def _same_day(case: CaseFacts, form: str, facts: list[Fact]) -> bool:
    """Two copies of one paper are in the file when their dates agree."""
    days = {day(d) for f in facts for field in ("决定日期", "日期") for d in known(case, f"{form}.{field}", f.document)}
    return len(days) <= 1
