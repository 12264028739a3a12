"""涂改: corrections in a record, as far as its text shows them, and whether the person confirmed each."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.source import BlockKind
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import running, settle, texts
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import papers_of
from casecheck.rules.interviews.records import FORM, whose

_ALTERED = re.compile(
    r"（(?:此处|该处|本处|以上)?(?:有?(?:更正|改正|修改|涂改|划改)|划掉|划去|补记)[^（）]{0,30}）"
    r"|(?:此处|该处|本页|第[^，。；？]{1,8}[行页处])[^。；，？]{0,12}(?:涂改|划改|改动|更改为|更正为|改为|修改为)[^。；？]{0,24}"
    r"|笔录[^。；？]{0,20}(?:应当?(?:改为|更正为|改成)|写错|记错)[^。；？]{0,24}"
)
_CONFIRMED = re.compile(r"签名|签字|签章|捺印|按印|指印|手印|盖章|(?:已|经|由)[^，。；]{0,10}确认")
_UNCONFIRMED = re.compile(r"(?:未|没有|没)[^，。；]{0,8}(?:签名|签字|签章|捺印|按印|按手印|盖章|确认)")
_ASKED = re.compile(r"是否|有无|有没有|应当由|如有|如需|可以(?:更正|修改|补充)")
_BEHIND = 24
"""Characters behind a correction in which its confirmation stands."""


@predicate("alterations_confirmed")
def alterations_confirmed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each correction that the text of `papers` shows is confirmed beside it (程序规定 第二十九条).

    One beside which the record says that it was not confirmed is a violation. Corrections by hand are in the image: what the text shows without a word of confirmation, deletions tracked in the
    file, and records in a file with pictures are questions for it. Records without any visible correction are moot.
    """
    del law
    gaps: list[Missing] = []
    papers = papers_of(case, texts(arguments, "papers"))
    found = [(paper, *correction) for paper in papers for correction in _corrections(paper)]
    violations = [
        _violation(case, paper, shown, denied=confirmed is False) for paper, shown, confirmed in found if not confirmed
    ]
    violations.extend(v for paper in papers for v in _tracked(case, paper))
    if not violations and papers and any("image" in problem.kind for problem in case.dossier.problems):
        gaps.append(Missing(name="涂改", cause=Cause.NEEDS_IMAGE, looked=tuple(p.id for p in papers)))
    return settle(violations, gaps, moot=not found)


def _corrections(paper: CaseDocument) -> Iterator[tuple[Quote, bool | None]]:
    """The corrections that the words of a record tell of; whether each was confirmed, None where nothing tells."""
    said = running(paper)
    for match in _ALTERED.finditer(said.text):
        if _ASKED.search(said.text[max(0, match.start() - 12) : match.end()]):
            continue
        beside = said.text[match.start() : match.end() + _BEHIND].split("问：")[0]
        denied = _UNCONFIRMED.search(beside)
        yield said.quote(match.start(), match.end()), False if denied else True if _CONFIRMED.search(beside) else None


def _violation(case: CaseFacts, paper: CaseDocument, shown: Quote, *, denied: bool) -> Violation:
    return Violation(
        quotes=(shown,),
        params=(("paper", _named(case, paper)), ("words", shown.text)),
        cause=None if denied else Cause.NEEDS_IMAGE,
        variant="" if denied else "unseen",
        key=f"{_named(case, paper)} {shown.text}",
    )


def _tracked(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    """Words that the file keeps as deleted: one question for the record."""
    deleted = [b for b in paper.blocks if b.kind is BlockKind.DELETED and b.text.strip()]
    if deleted:
        words = deleted[0].text.strip()
        yield Violation(
            quotes=(Quote(text=words, place=deleted[0].place(), document=paper.id),),
            params=(("paper", _named(case, paper)), ("words", words[:30])),
            cause=Cause.NEEDS_IMAGE,
            variant="tracked",
            key=f"{_named(case, paper)} tracked",
        )


def _named(case: CaseFacts, paper: CaseDocument) -> str:
    return whose(case, paper) if paper.form == case.form_name(FORM) else paper.title
