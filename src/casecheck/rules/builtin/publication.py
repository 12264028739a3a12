"""信息公示: personal data that the published text must not show."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import known, running, settle, the, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.text.identifiers import resident_id_valid, uscc_valid

PUBLISHED = "公示"
_LEAST = 40
"""Folded characters; a paper with fewer is a picture whose words were not read."""
_ID = re.compile(r"(?<![0-9A-Za-z*])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z*])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z*\-])1[3-9][0-9]{9}(?![0-9A-Za-z*])")
_OFFICE = re.compile(r"(?:本局|机关|执法|举报|咨询|监督|联系人|办案)[^。；\n]{0,24}$")
_ACCOUNT = re.compile(r"(?:银行卡|个人账[户号]|卡号)[^0-9。；]{0,10}(?P<number>[0-9]{15,19})(?![0-9*])")


@predicate("published_without_personal_data")
def published_without_personal_data(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the published text shows no identity number, private telephone or bank card (公示规定 第六条).

    The home of a natural person is a question. What a screenshot shows only as a picture was not seen.
    """
    del law, arguments
    papers = case.documents(PUBLISHED)
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper in papers:
        found = [*_numbers(paper), *_home(case, paper)]
        violations.extend(found)
        if found:
            continue
        if unread(case, paper):
            gaps.append(Missing(name=PUBLISHED, cause=Cause.UNREADABLE, looked=(paper.id,)))
        elif len(running(paper).text) < _LEAST:
            gaps.append(Missing(name=PUBLISHED, cause=Cause.NEEDS_IMAGE, looked=(paper.id,)))
    if not papers:
        gaps.append(Missing(name=PUBLISHED, cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps)


def _numbers(paper: CaseDocument) -> Iterator[Violation]:
    body = running(paper)
    for match in _ID.finditer(body.text):
        if resident_id_valid(match.group()) and not uscc_valid(match.group()):
            yield _shown(paper, "", match.span())
            break
    for match in _MOBILE.finditer(body.text):
        official = _OFFICE.search(body.text[max(0, match.start() - 30) : match.start()])
        yield _shown(paper, "phone_office" if official else "phone", match.span(), doubtful=bool(official))
        break
    for match in _ACCOUNT.finditer(body.text):
        yield _shown(paper, "account", match.span("number"))
        break


def _shown(paper: CaseDocument, variant: str, span: tuple[int, int], *, doubtful: bool = False) -> Violation:
    return Violation(
        quotes=(running(paper).quote(*span),),
        variant=variant,
        severity=Severity.MINOR if doubtful else None,
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key=f"{variant} {paper.id}",
    )


def _home(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    kind = the(case, "当事人.类型")
    if kind is None or str(kind.value) != "自然人":
        return
    for home in known(case, f"{PUBLISHED}.住所", paper.id):
        if not home.masked:
            yield Violation(
                facts=(home,),
                variant="home",
                severity=Severity.MINOR,
                cause=Cause.NEEDS_JUDGEMENT,
                key=f"home {paper.id}",
            )
