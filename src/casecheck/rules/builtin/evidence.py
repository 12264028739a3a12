"""证据清单: whether the papers that a decision relies on are in the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.reading import known, lacking, passage, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked, normalise_name

PURPOSE = re.compile(
    r"[，、：]?(?:用以|用于|以此|可以|共同|均|佐)?证(?:明|实)(?!材料|书|人|券)|[，、：]?说明(?!书)[^》」”]{4,}"
)
_PERSON = re.compile(
    r"(?:对|询问|被询问人|当事人|经营者|负责人|法定代表人|委托代理人|代理人|员工)[:：]?(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:的|进行|制作|（|《|所作|$)"
)
_BREAK = re.compile(r"[；;，,、。]|和(?=[《\d])")
"""Where one listed thing ends and the next begins."""
_LABEL = re.compile(r"^(?:证据)?[（(]?[0-9一二三四五六七八九十①-⑳]{1,3}(?:[）)：:.．]|(?=[①-⑳]))+|^[①-⑳]")
_GOODS_LIST = "场所/设施/财物清单"
_LONGEST_ITEM = 40
_LONGEST_HEADING = 24
_OWNER = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,4})(?:的)?(?:《)?询问(?:调查)?笔录")
_MEASURES = (
    re.compile(r"查封|扣押"),
    re.compile(r"先行登记|登记保存"),
    re.compile(r"没收|罚没"),
    re.compile(r"解除|退还"),
)
"""What a list of goods was made for; lists for different acts share one form."""
_NOT_NAMES = re.compile(
    r"当事|经营|负责|法定|代表|委托|代理|执法|人员|公司|该|其|现场|制作|工作|职员|员工|店|两次|涉案|被询|相关|证人|消费者|投诉|举报|同时"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of evidence: the words that list it, the forms that are it, whether it always has a form of its own."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    own_form: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One paper that a list names. `days` and `person` where the list gives them."""

    fact: Fact
    word: str
    kind: Kind
    item: str
    """The thing as the list names it, with its number of copies: `消费小票复印件12张`."""
    days: tuple[date, ...] = ()
    person: str | None = None


@predicate("listed_evidence_present")
def listed_evidence_present(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each listed piece of evidence is in the file.

    `lists` are the facts with the items, `kinds` tells `{words, forms, own_form}`. A listed paper that is nowhere in a file
    that was read in full is a violation. A copy or a photo may be one of the images that the file holds: then that is a
    question.
    """
    del law
    items = [f for name in texts(arguments, "lists") for f in known(case, name)]
    if not items:
        return settle((), lacking(case, *texts(arguments, "lists")[:1]))
    if case.scope == "document":
        return settle((), (Missing(name="证据材料", cause=Cause.DOCUMENT_MISSING),), items)
    kinds = _kinds(arguments)
    violations: dict[str, Violation] = {}
    recognised = False
    for listed in (found for item in items for found in _listed(item, kinds)):
        recognised = True
        violation = _absent(case, listed)
        if violation:
            violations.setdefault(violation.key, violation)
    if not recognised:
        return settle((), (Missing(name=items[0].name, cause=Cause.NEEDS_JUDGEMENT),), items)
    return settle(tuple(violations.values()), (), items)


def _kinds(arguments: Json) -> list[Kind]:
    listed = arguments.get("kinds") if isinstance(arguments, dict) else None
    return [
        Kind(
            words=texts(item, "words"),
            forms=texts(item, "forms"),
            own_form=isinstance(item, dict) and item.get("own_form") is True,
        )
        for item in (listed if isinstance(listed, list) else [])
    ]


def _listed(item: Fact, kinds: list[Kind]) -> Iterator[Listed]:
    """The kinds of evidence an item names before it says what they prove."""
    said = fold_text(str(item.value))
    purpose = PURPOSE.search(said, 2)
    head = said[: purpose.start()] if purpose and purpose.start() > 3 else said
    for start, word, kind in _named(head, kinds):
        before = _BREAK.split(head[:start])[-1]
        phrase = before + word
        yield Listed(
            fact=item,
            word=word,
            kind=kind,
            item=_item(before, _BREAK.split(head[start:], maxsplit=1)[0], word),
            days=tuple(d.value for d in find_dates(phrase) if d.value) if kind.own_form else (),
            person=_person(phrase) if "询问笔录" in kind.forms else None,
        )


def _item(before: str, rest: str, word: str) -> str:
    """The words around that of the kind; that alone where they are long, or break off within brackets."""
    item = _LABEL.sub("", before + rest)
    whole = all(item.count(a) == item.count(b) for a, b in ("（）", "《》", "“”"))
    return item if whole and len(item) <= _LONGEST_ITEM else word


def _named(head: str, kinds: list[Kind]) -> list[tuple[int, str, Kind]]:
    """Where each kind of paper is named, in the order of the text; the longest word wins."""
    taken: list[tuple[int, str, Kind]] = []
    for word, kind in sorted(((w, k) for k in kinds for w in k.words), key=lambda pair: -len(pair[0])):
        for match in re.finditer(re.escape(word), head):
            if not any(at < match.end() and match.start() < at + len(other) for at, other, _ in taken):
                taken.append((match.start(), word, kind))
    return sorted(taken, key=lambda found: found[0])


def _person(phrase: str) -> str | None:
    for pattern in (_PERSON, _OWNER):
        for match in pattern.finditer(phrase):
            name = match["name"].removesuffix("的")
            if not _NOT_NAMES.search(name) and not is_masked(name):
                return normalise_name(name)
    return None


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
