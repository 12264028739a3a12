"""检验机构: the laboratory that tests is qualified, and is the one that was asked."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.builtin.reading import day, known, opening, running, settle, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.testing import MANDATE, REPORT

RETEST = "复检材料"
_MARK = re.compile(
    r"CMA|C\.M\.A|CMAF|CNAS|资质认定|计量认证|检验机构(?:资质|资格)|司法鉴定许可证|实验室认可", re.IGNORECASE
)
_UNQUALIFIED = re.compile(
    r"(?:未取得|没有|不具备|无)[^。；]{0,10}(?:资质认定|法定资质|检验资质|检测资质|鉴定资质|CMA)|(?:资质认定|资质)[^。；]{0,10}(?:过期|已失效|届满|被撤销|被注销)|不在[^。；]{0,10}资质[^。；]{0,6}范围|超出[^。；]{0,10}资质"
)
_VERIFIED = re.compile("检定|校准")
"""Certificates of measuring instruments come from bodies of another law."""
_LAB = re.compile(
    r"[\u4e00-\u9fff（）()A-Za-z]{3,30}?(?:研究院|检验检测院|检测院|检验院|检验所|检定所|检测所|研究所|检测中心|检验中心|检验站|监测站|检测站|实验室|(?:检测|检验|计量|质检|鉴定)[\u4e00-\u9fff]{0,8}(?:公司|机构|中心|院|所))"
)


@predicate("laboratory_qualified")
def laboratory_qualified(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each report shows a qualification, and comes from the laboratory of the mandate (程序规定 第三十二条).

    A mark (CMA) is mostly a picture: a report without a word of it needs the original. Words that deny the qualification
    are a question. A report counts for a mandate when it is not older.
    """
    del law, arguments
    reports = [*case.documents(REPORT), *(d for d in case.documents(RETEST) if "报告" in d.title)]
    reports = [r for r in reports if not _VERIFIED.search(r.title)]
    if not reports:
        return settle(moot=True)
    violations = [v for report in reports for v in _of_report(case, report)]
    violations.extend(_elsewhere(case, reports))
    return settle(violations)


def _of_report(case: CaseFacts, report: CaseDocument) -> Iterator[Violation]:
    body = running(report)
    key = report.number or report.id
    denied = _UNQUALIFIED.search(body.text)
    if denied:
        yield Violation(
            quotes=(body.quote(*denied.span()),),
            variant="denied",
            params=(("paper", report.title), ("words", denied[0])),
            cause=Cause.NEEDS_JUDGEMENT,
            key=key,
        )
    elif not _MARK.search(body.text):
        yield Violation(
            quotes=opening(report),
            variant="mark",
            params=(("paper", report.title),),
            cause=Cause.NEEDS_IMAGE,
            key=key,
        )


def _elsewhere(case: CaseFacts, reports: list[CaseDocument]) -> Iterator[Violation]:
    """Reports of another laboratory than the one the mandate is addressed to."""
    for mandate in case.documents(MANDATE):
        asked = _addressee(case, mandate)
        if asked is None:
            continue
        start = the(case, f"{MANDATE}.日期", mandate.id)
        later = [r for r in reports if start is None or (issued := _issued(case, r)) is None or issued >= day(start)]
        if not later or any(asked in running(r).text for r in later):
            continue
        named = [(r, found) for r in later if (found := _LAB.search(running(r).text))]
        if len(named) < len(later) or any(unread(case, r) for r in later):
            continue
        report, lab = named[0]
        yield Violation(
            quotes=(*opening(mandate), running(report).quote(*lab.span())),
            variant="",
            params=(("asked", asked), ("lab", lab[0]), ("paper", report.title)),
            key=f"other {mandate.number or mandate.id}",
        )


def _addressee(case: CaseFacts, mandate: CaseDocument) -> str | None:
    """The laboratory that a mandate names: its field, else the line that ends in a colon."""
    stated = next(iter(known(case, f"{MANDATE}.受托机构", mandate.id)), None)
    if stated is not None:
        return str(stated.value)
    for block in mandate.blocks:
        line = "".join(block.text.split()).rstrip("：:")
        if line != "".join(block.text.split()) and _LAB.fullmatch(line):
            return line
    return None


def _issued(case: CaseFacts, report: CaseDocument) -> date | None:
    fact = the(case, f"{REPORT}.签发日期", report.id) or the(case, f"{RETEST}.日期", report.id)
    return day(fact) if fact else None
