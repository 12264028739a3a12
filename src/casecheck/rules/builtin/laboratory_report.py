"""检验报告: its dates and number against the other papers, and whether it supports what is found on it."""

import re
from collections.abc import Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.provisions import citation
from casecheck.rules.builtin.reading import day, known, opening, running, settle, texts, the, title_of, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.tables import rows_of
from casecheck.rules.builtin.testing import REPORT
from casecheck.rules.builtin.wording import own_words, papers_of
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked

SAMPLED, RETEST = "抽样记录", "复检材料"
_LABEL = r"(?:编号|报告号|NO[.:]?|No[.:]?|№|号)(?:为|是)?：?"
_NUMBER = re.compile(
    rf"(?:检验|检测|抽检|鉴定)[^。；，、（]{{0,12}}报告》?(?:（{_LABEL}|（|{_LABEL})(?P<number>[A-Za-z]{{0,8}}[0-9A-Za-z〔〕\-/]*\d[0-9A-Za-z〔〕\-/]{{3,}})"
)
_PLAIN = re.compile(r"[^0-9A-Za-z]")
_FAILED = re.compile(r"不合格|不符合")
_PASSED = re.compile(r"(?:结论|判定|综合)[^。；]{0,40}(?<!不)(?:合格|符合)")
_FAILING = re.compile(r"(?:检验|检测|抽检|鉴定|复检)[^。；]{0,40}(?:不合格|不符合)|不合格(?:产品|食品|商品|项目)")
_STANDARD = re.compile(
    r"(?<![A-Za-z])(?P<kind>GB/T|GB/Z|GB|[A-Z]{2}/T|[A-Z]{2,3}/|DB\d{2}(?:/T)?|T/[A-Z]{2,8}|Q/[A-Z0-9]{2,10})\s?[0-9]{2,7}(?:\.\d+)?"
)
_VOLUNTARY = re.compile(r"/[TZ]\b|^T/|^Q/")
_MANDATORY_ONLY = ("产品质量法", 49)
"""The provision on goods below the standards that protect health and safety (产品质量法 第四十九条): mandatory ones."""
_MEASURED = re.compile(r"[（(][^（）()]*[）)]|[^\u4e00-\u9fffA-Za-z0-9]")


_NO_TEST = re.compile("检定|校准|价格认定|认定意见")
"""Papers filed like test reports that tell of an instrument or a price."""


def reports_of(case: CaseFacts) -> tuple[CaseDocument, ...]:
    """The reports of tests of goods."""
    return tuple(r for r in case.documents(REPORT) if not _NO_TEST.search(r.title))


@predicate("test_reported")
def test_reported(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the file holds a report of a test of goods; unknown where part of it was not read, or only outgoing papers are given."""
    del law, arguments
    if reports_of(case):
        return Answer(truth=True)
    cause = unproven(case)
    return Answer(truth=None if cause else False, missing=(Missing(name=REPORT, cause=cause),) if cause else ())


@predicate("report_fits_its_papers")
def report_fits_its_papers(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each test report was issued after the sample was taken and received, and `papers` give its number as it is.

    With several samples the report is held against the earliest. A number in the `papers` that no report carries is a
    violation where every report of the file has its number read.
    """
    del law
    reports = reports_of(case)
    violations = [v for report in reports for v in _issued_before(case, report)]
    violations.extend(_misquoted(case, reports, papers_of(case, texts(arguments, "papers"))))
    return settle(violations, moot=not reports)


def _issued_before(case: CaseFacts, report: CaseDocument) -> Iterator[Violation]:
    issued = the(case, f"{REPORT}.签发日期", report.id)
    if issued is None:
        return
    taken = min((f for f in known(case, f"{SAMPLED}.日期") if f.origin is not Origin.RECITED), key=day, default=None)
    for earlier, variant in (
        (taken, "before_sampling"),
        (the(case, f"{REPORT}.收样日期", report.id), "before_receipt"),
    ):
        if earlier is not None and day(issued) < day(earlier):
            yield Violation(
                facts=(issued, earlier),
                variant=variant,
                params=(("issued", day(issued).isoformat()), ("earlier", day(earlier).isoformat())),
                key=f"{variant} {report.id}",
            )
            return


def _misquoted(case: CaseFacts, reports: Sequence[CaseDocument], papers: Sequence[CaseDocument]) -> Iterator[Violation]:
    numbers = [the(case, f"{REPORT}.编号", r.id) for r in reports]
    if not reports or any(n is None or n.masked or unread(case, r) for n, r in zip(numbers, reports, strict=True)):
        return
    printed = "".join(_PLAIN.sub("", running(d).text) for d in (*reports, *case.documents(RETEST)))
    own = "、".join(str(n.value) for n in numbers if n)
    for paper in papers:
        body = own_words(paper)
        for match in _NUMBER.finditer(body.text):
            number = match["number"].rstrip("（(-/")
            if is_masked(number) or _PLAIN.sub("", number) in printed:
                continue
            yield Violation(
                facts=tuple(n for n in numbers if n),
                quotes=(body.quote(*match.span("number")),),
                variant="number",
                params=(("paper", title_of(case, paper.id)), ("quoted", number), ("own", own)),
                key=f"number {title_of(case, paper.id)} {number}",
            )
            break


@predicate("test_supports_finding")
def test_supports_finding(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the test reports support what `papers` (the report on the inquiry, the decision) find on them.

    A finding that the goods failed while every report says that they pass is a violation, as is 产品质量法 第四十九条 (goods below
    mandatory standards) among the `grounds` where the reports name only voluntary or enterprise standards. A failed item that no paper
    names is a question: it may be called otherwise.
    """
    del law
    reports = [*reports_of(case), *(d for d in case.documents(RETEST) if "报告" in d.title)]
    papers = papers_of(case, texts(arguments, "papers"))
    if not reports or not papers:
        return settle(moot=True)
    if any(unread(case, r) for r in reports):
        return settle((), (Missing(name=REPORT, cause=Cause.UNREADABLE, looked=tuple(r.id for r in reports)),))
    violations = [*_against_result(case, reports, papers), *_voluntary(case, reports, texts(arguments, "grounds"))]
    violations.extend(_items_not_named(case, reports, papers))
    return settle(violations, (), known(case, f"{REPORT}.结论"))


def _against_result(
    case: CaseFacts, reports: Sequence[CaseDocument], papers: Sequence[CaseDocument]
) -> Iterator[Violation]:
    if any(_FAILED.search(running(r).text) for r in reports) or not all(
        _PASSED.search(running(r).text) for r in reports
    ):
        return
    for paper in papers:
        body = own_words(paper)
        found = _FAILING.search(body.text)
        if found:
            yield Violation(
                facts=tuple(f for r in reports for f in known(case, f"{REPORT}.结论", r.id)),
                quotes=(body.quote(*found.span()),),
                variant="passed",
                params=(("paper", title_of(case, paper.id)), ("words", found[0])),
                key=f"passed {title_of(case, paper.id)}",
            )


def _voluntary(case: CaseFacts, reports: Sequence[CaseDocument], grounds: Sequence[str]) -> Iterator[Violation]:
    """产品质量法 第四十九条 applied on reports that name no mandatory standard."""
    law_name, article = _MANDATORY_ONLY
    cited = [
        f
        for name in grounds
        for f in known(case, name)
        if (c := citation(f)) and c.law.removeprefix("中华人民共和国") == law_name and c.article == article
    ]
    named = [(r, m) for r in reports for m in _STANDARD.finditer(running(r).text)]
    if not cited or not named or not all(_VOLUNTARY.search(m["kind"]) for _, m in named):
        return
    standards = "、".join(dict.fromkeys(m[0] for _, m in named))
    yield Violation(
        facts=tuple(cited[:1]),
        quotes=tuple(running(r).quote(*m.span()) for r, m in named[:3]),
        variant="voluntary",
        params=(("standards", standards),),
        key="voluntary",
    )


def _items_not_named(
    case: CaseFacts, reports: Sequence[CaseDocument], papers: Sequence[CaseDocument]
) -> Iterator[Violation]:
    said = "".join(fold_text(running(p).text) for p in papers)
    for report in reports:
        for name in _failed_items(report):
            stem = _MEASURED.sub("", name)
            if len(stem) >= 2 and stem not in _MEASURED.sub("", said) and stem[:4] not in said:
                yield Violation(
                    quotes=opening(report),
                    variant="item",
                    params=(("item", name), ("papers", "、".join(dict.fromkeys(title_of(case, p.id) for p in papers)))),
                    severity=Severity.MINOR,
                    cause=Cause.NEEDS_JUDGEMENT,
                    key=f"item {name}",
                )


def _failed_items(report: CaseDocument) -> Iterator[str]:
    """The items of the table of results whose own verdict is a failure."""
    for row in rows_of(report):
        verdict = next((c.words for label, c in row.items() if re.search("判定|结论|评价", label)), "")
        item = next((c.words for label, c in row.items() if re.search("项目", label)), "")
        if item and _FAILED.search(verdict):
            yield item
