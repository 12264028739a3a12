"""举报人: the name of a reporter must not stand in what the party gets or is read."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import known, missing, running, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate

_PERSON = re.compile(r"^(?P<name>[一-龥·]{2,4})(?=$|[（(，,、;；/ 　])")
_NO_NAME = re.compile(
    r"匿名|某|权利人|公司|商店|中心|[局所店厂部站]$|先生|女士|消费者|举报人|投诉人|平台|热线|群众|市民"
)
_LIKELY_UNIQUE = 3
"""Characters; a shorter name may be another person's or part of a word."""


@predicate("reporter_not_named")
def reporter_not_named(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the papers for the party keep silent on who reported (`names`: facts with the reporter).

    Papers of the handling of the report itself, and those made with or served on the reporter, are not for the party. Who reported and
    is a person of the case as well (`persons`) is no secret.
    """
    del law
    open_persons = {str(f.value) for name in texts(arguments, "persons") for f in known(case, name)}
    names = tuple(n for n in dict.fromkeys(_names(case, texts(arguments, "names"))) if n not in open_persons)
    if not names:
        gone = tuple(m for m in (missing(case, name) for name in texts(arguments, "names")) if m is not None)
        unknown = len(gone) == len(texts(arguments, "names"))
        return settle((), gone) if unknown else settle((), (), (), moot=True)
    papers = tuple(_for_party(case))
    found = [v for paper in papers for name in names for v in _told(case, paper, name)]
    hit = {v.key for v in found}
    gaps = [
        Missing(name=title_of(case, p.id), cause=Cause.UNREADABLE, looked=(p.id,))
        for p in papers
        if unread(case, p) and not any(key.endswith(p.id) for key in hit)
    ]
    return settle(found, gaps)


def _names(case: CaseFacts, facts: tuple[str, ...]) -> Iterator[str]:
    for name in facts:
        for fact in known(case, name):
            match = _PERSON.match(str(fact.value).strip())
            if match and not fact.masked and not _NO_NAME.search(match["name"]):
                yield match["name"]


def _for_party(case: CaseFacts) -> Iterator[CaseDocument]:
    for paper in case.dossier.documents:
        form = case.form(paper.form) if paper.form else None
        if form is not None and form.to_party and form.stage != "complaint":
            yield paper


def _told(case: CaseFacts, paper: CaseDocument, name: str) -> Iterator[Violation]:
    own = (*known(case, "询问笔录.被询问人", paper.id), *known(case, "送达回证.受送达人", paper.id))
    if any(str(f.value) == name for f in own):
        return
    body = running(paper)
    at = body.text.find(name)
    if at < 0:
        return
    yield Violation(
        quotes=(body.quote(at, at + len(name)),),
        params=(("paper", title_of(case, paper.id)), ("name", name)),
        cause=None if len(name) >= _LIKELY_UNIQUE else Cause.NEEDS_JUDGEMENT,
        key=f"{name} {paper.id}",
    )
