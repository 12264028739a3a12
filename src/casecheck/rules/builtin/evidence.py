"""证据清单: whether the papers that a decision relies on are in the file."""

import re
from collections.abc import Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.evidence_items import Listed, kinds_of, listed_in
from casecheck.rules.builtin.evidence_unused import unused
from casecheck.rules.builtin.reading import known, lacking, passage, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.dates import find_dates
from casecheck.text.identifiers import is_masked, normalise_name

_LONGEST_HEADING = 24
_GOODS_LIST = "场所/设施/财物清单"
_MEASURES = (
    re.compile(r"查封|扣押"),
    re.compile(r"先行登记|登记保存"),
    re.compile(r"没收|罚没"),
    re.compile(r"解除|退还"),
)
"""What a list of goods was made for; lists for different acts share one form."""


@predicate("listed_evidence_present")
def listed_evidence_present(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each listed piece of evidence is in the file.

    `lists` are the facts with the items, `kinds` tells `{words, forms, own_form}`. A listed paper that is nowhere in a file
    that was read in full is a violation. A copy or a photo may be one of the images that the file holds: then that is a
    question. Evidence of the kinds in `unused` that the file holds and no list names is a question, too.
    """
    del law
    items = [f for name in texts(arguments, "lists") for f in known(case, name)]
    if not items:
        return settle((), lacking(case, *texts(arguments, "lists")[:1]))
    if case.scope == "document":
        return settle((), (Missing(name="证据材料", cause=Cause.DOCUMENT_MISSING),), items)
    kinds = kinds_of(arguments)
    violations: dict[str, Violation] = {}
    named = [found for item in items for found in listed_in(item, kinds)]
    for listed in named:
        violation = _absent(case, listed)
        if violation:
            violations.setdefault(violation.key, violation)
    if not named:
        return settle((), (Missing(name=items[0].name, cause=Cause.NEEDS_JUDGEMENT),), items)
    return settle((*violations.values(), *unused(case, arguments, items, named)), (), items)


def _absent(case: CaseFacts, listed: Listed) -> Violation | None:
    papers = [p for form in listed.kind.forms for p in case.documents(form)]
    loose = [p for p in case.dossier.documents if p.form is None and listed.word in passage(p).text]
    if any(_fits(paper, listed) for paper in (*papers, *loose)):
        return None
    lists = {
        "行政处罚决定书",
        "不予行政处罚决定书",
        "案件调查终结报告",
        "行政处罚告知书",
        "卷内文件目录",
        "案件审核/法制审核表",
    }
    inside = [p for p in case.dossier.documents if p.form not in lists and listed.word in passage(p).text]
    if not listed.kind.own_form and any(_holds(paper, listed.word) for paper in inside):
        return None
    cause, variant = _why(case, listed, bool(papers), inside)
    return Violation(
        facts=(listed.fact,),
        variant=variant,
        params=(
            ("item", listed.item),
            ("paper", title_of(case, listed.fact.document)),
            ("detail", _detail(listed)),
        ),
        severity=None if listed.kind.own_form else Severity.MAJOR,
        cause=cause,
        key=" ".join(filter(None, (listed.word, *(d.isoformat() for d in listed.days), listed.person))),
    )


def _holds(paper: CaseDocument, word: str) -> bool:
    """Whether a paper has the thing within it, as a heading, a cell or an annex; that it speaks of it is not enough."""
    body = passage(paper)
    if re.search(rf"附(?!近)[^。；\n]{{0,30}}{re.escape(word)}", body.text):
        return True
    return any(len(line) <= _LONGEST_HEADING and word in line for line in body.text.split("\n"))


def _detail(listed: Listed) -> str:
    """The day and the person of the listed paper, where its printed name does not tell them."""
    told = [*(d.isoformat() for d in listed.days), *([listed.person] if listed.person else [])]
    return f"（{' '.join(told)}）" if told and listed.item == listed.word else ""


def _why(case: CaseFacts, listed: Listed, some: bool, inside: Sequence[CaseDocument]) -> tuple[Cause | None, str]:
    """Why the paper may be there all the same, and the message; no cause when nothing in the file can hide it.

    That others (`inside`) speak of it hides it where one of them may hold it, and where no 卷内文件目录 shows that it was
    never filed.
    """
    if case.unread():
        return Cause.UNREADABLE, "unread"
    if not listed.kind.own_form and any("image" in problem.kind for problem in case.dossier.problems):
        return Cause.NEEDS_IMAGE, "copy"
    if inside and not some:
        catalogues = case.documents("卷内文件目录")
        uncatalogued = catalogues and not any(listed.word in passage(c).text for c in catalogues)
        if not uncatalogued or any(_holds(paper, listed.word) for paper in inside):
            return Cause.NEEDS_JUDGEMENT, "inside"
    return None, "other" if some else ""


def _fits(paper: CaseDocument, listed: Listed) -> bool:
    """Whether a paper of the right kind is the listed one: its day and its person stand in it, and it is of the same act."""
    said = passage(paper).text
    if paper.form == _GOODS_LIST and not _same_measure(paper.title, listed.item):
        return False
    if listed.days:
        days = {d.value for d in find_dates(said)}
        if not days & set(listed.days) and days:
            return False
    return listed.person is None or listed.person in normalise_name(said) or is_masked(said[:400])


def _same_measure(title: str, item: str) -> bool:
    """Whether the heading of a list of goods and the words that list it do not name different acts."""
    of_paper, of_item = ({m.pattern for m in _MEASURES if m.search(words)} for words in (title, item))
    return not of_paper or not of_item or bool(of_paper & of_item)
