"""举报人: the name of a reporter must not stand in what the party gets or is read."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import known, missing, running, settle, texts, title_of, unproven, unread
from casecheck.rules.builtin.registry import predicate

_PERSON = re.compile(r"^(?P<name>[一-龥·]{2,4})(?=$|[（(，,、;；/ 　])")
_NO_NAME = re.compile(
    r"匿名|某|权利人|公司|商店|中心|[局所店厂部站]$|先生|女士|消费者|举报人|投诉人|平台|热线|群众|市民"
)
REPORT = "举报登记表"
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


@predicate("reporter_answered")
def reporter_answered(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the reporter was told the result where a law asks for it (投诉举报处理办法 第三十六条).

    `laws` ask for an answer, those in `proven` only to who gave his name and evidence; `reporter` are facts with who reported,
    `cited` those with the provisions of the case, `ended` papers that end it, `refused` the fact of a refusal to file. Only a
    whole file of a case that ended, with a reporter who gave his name, is a violation; an anonymous one need not be told.
    """
    del law
    named = [f for name in texts(arguments, "reporter") for f in known(case, name)]
    if any("匿名" in str(f.value) for f in named):
        return settle(moot=True)
    cited = [f for name in texts(arguments, "cited") for f in known(case, name)]
    asking = [f for f in cited if str(f.value).partition(" ")[0] in texts(arguments, "laws")]
    proven = [f for f in asking if str(f.value).partition(" ")[0] in texts(arguments, "proven")]
    gave = any(_PROOF.search(running(d).text) for d in case.documents(REPORT))
    owed = [f for f in asking if f not in proven or gave]
    persons = list(_names(case, texts(arguments, "reporter")))
    ended = any(case.documents(form) for form in texts(arguments, "ended"))
    refused = any(f.value is True for name in texts(arguments, "refused") for f in known(case, name))
    sure = bool(owed and persons and (ended or refused)) and unproven(case) is None
    doubt = None if sure else Cause.NEEDS_JUDGEMENT
    laws = "、".join(dict.fromkeys(str(f.value).partition(" ")[0] for f in owed or asking))
    return settle(
        (
            Violation(
                facts=(*named[:1], *(owed or asking)[:1]),
                variant="" if sure else "open",
                params=(("laws", laws),),
                cause=doubt,
                key="told",
            ),
        )
    )


_PROOF = re.compile(
    r"(?:提供|提交|附|递交)[^。；\n]{0,20}(?:照片|截图|录音|录像|视频|票据|小票|发票|合同|证据|材料|样品|记录|实物)"
)
