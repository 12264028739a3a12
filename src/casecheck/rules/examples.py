"""The examples of a rule as cases: they test the rule and show what it means.

A fact names its paper (`行政处罚决定书.决定日期`), so an example needs no more than facts; papers are listed only for their
text, for their number, or because one that is empty matters. Delivery dates stand in a 送达回证 that serves the paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument, Dossier
from casecheck.model.fact import CaseFacts, Fact, Origin, Value
from casecheck.model.place import Place
from casecheck.model.problem import Problem
from casecheck.model.rule import Example, Json, Rule
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.model.verdict import RuleResult
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words
from casecheck.rules.context import DELIVERED, RECEIPT
from casecheck.rules.engine import evaluate_rule
from casecheck.rules.shown import shown_value

AS_OF = date(2024, 12, 31)
"""Today in an example whose rule looks at no decision."""

_FILE = "example"


def run(rule: Rule, example: Example, vocabulary: Vocabulary, law: LawBook, as_of: date = AS_OF) -> RuleResult:
    """The result of a rule for one of its examples."""
    return evaluate_rule(rule, case_of(example, vocabulary), law, as_of)


def case_of(example: Example, vocabulary: Vocabulary) -> CaseFacts:
    """The case that an example describes; ValueError where a value does not fit the type of its fact."""
    builder = _Builder(vocabulary=vocabulary)
    for written in example.documents:
        builder.paper(written)
    for name, value in example.facts.items():
        for single in value if isinstance(value, list) else [value]:
            builder.fact(name, single)
    procedure = example.facts.get("案件.程序种类", "普通")
    return CaseFacts(
        dossier=builder.dossier(),
        facts=tuple(builder.facts),
        scope=example.scope,
        stage=example.stage,
        procedure=procedure if isinstance(procedure, str) else None,
        single=vocabulary.single(),
        forms=vocabulary.forms,
    )


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Papers and facts of an example while they are put together."""

    vocabulary: Vocabulary
    papers: list[CaseDocument] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    blocks: int = 0

    def paper(self, written: Mapping[str, Json]) -> None:
        """A paper as listed: `form` (none: unclassified), `title`, `number`, `text`, `served_by`, `unread`."""
        name = written.get("form")
        identity = self._new(str(name) if name else None, str(written.get("title") or name or ""))
        if written.get("number"):
            number = str(written["number"])
            self._write(identity, number)
            self._change(identity, lambda paper: replace(paper, number=number))
        if written.get("text"):
            self._write(identity, str(written["text"]))
        if written.get("unread") is True:
            self._unread(identity)
        if written.get("served_by") is True:
            self._receipt(identity)

    def fact(self, name: str, written: Json) -> None:
        """One value: plain, or a map with `value` and what is particular about it."""
        extra = written if isinstance(written, dict) else {"value": written}
        origin = Origin(str(extra.get("origin", "extracted")))
        form, _, field_name = name.partition(".")
        known = self.vocabulary.fact(name)
        type_ = known.type if known else "text"
        value = _value(extra["value"], type_, name)
        owner = self._teller(extra) if origin is Origin.RECITED else self._owner(form, extra)
        fact = Fact(
            name=f"{self._short(form)}.{field_name}",
            type=type_,
            value=value,
            raw=str(value),
            places=(),
            document=owner,
            about=str(extra["about"]) if "about" in extra else None,
            origin=origin,
            masked=extra.get("masked") is True,
        )
        raw = str(extra["value"]) if type_ == "text" else shown_value(fact).zh
        elsewhere = field_name == DELIVERED and form != RECEIPT and origin is Origin.EXTRACTED
        holder = self._receipt(owner) if elsewhere and owner else owner
        place = self._write(holder, f"{field_name}：{raw}", start=len(field_name) + 1)
        self.facts.append(replace(fact, raw=raw, places=(place,)))

    def dossier(self) -> Dossier:
        """The papers as a dossier of one file."""
        text = SourceText(name=_FILE, format="docx", sha256="", problems=tuple(self.problems))
        return Dossier(path=_FILE, sha256="", files=(text,), documents=tuple(self.papers))

    def _owner(self, form: str, extra: Mapping[str, Json]) -> str | None:
        """The N-th paper of the form, made when it is not there; None for a name that is not a form."""
        official = self._official(form)
        if official is None:
            return None
        wanted = extra.get("document", 1)
        number = wanted if isinstance(wanted, int) else 1
        while len(same := [p.id for p in self.papers if p.form == official]) < number:
            self._new(form, form)
        return same[number - 1]

    def _teller(self, extra: Mapping[str, Json]) -> str | None:
        """The paper that tells a recited value: the one named, else the decision, else the first."""
        wanted = extra.get("document")
        official = self._official(str(wanted)) if isinstance(wanted, str) else "行政处罚决定书"
        found = [p.id for p in self.papers if p.form == official] or [p.id for p in self.papers]
        return found[0] if found else None

    def _receipt(self, served: str) -> str:
        """The 送达回证 of a paper, made when there is none."""
        for paper in self.papers:
            if served in paper.serves:
                return paper.id
        identity = self._new(RECEIPT, RECEIPT)
        self._change(identity, lambda paper: replace(paper, serves=(served,)))
        return identity

    def _new(self, form: str | None, title: str) -> str:
        identity = f"d{len(self.papers) + 1:02d}"
        official = self._official(form) or form if form else None
        self.papers.append(CaseDocument(id=identity, form=official, title=title, blocks=(), file=_FILE))
        if title:
            self._write(identity, title, kind=BlockKind.HEADING)
        return identity

    def _write(
        self, identity: str | None, text: str, *, start: int = 0, kind: BlockKind = BlockKind.PARAGRAPH
    ) -> Place:
        block = Block(file=_FILE, index=self.blocks, kind=kind, text=text)
        self.blocks += 1
        if identity is not None:
            self._change(identity, lambda paper: replace(paper, blocks=(*paper.blocks, block)))
        return block.place(start)

    def _unread(self, identity: str) -> None:
        page = len(self.problems) + 1
        message = Words(zh="页面只有图像", en="the page is only an image")
        self.problems.append(
            Problem(kind="page-image-only", message=message, file=_FILE, page=page, blocks_absence=True)
        )
        self._change(identity, lambda paper: replace(paper, unread_pages=(page,)))

    def _change(self, identity: str, change: Callable[[CaseDocument], CaseDocument]) -> None:
        self.papers = [change(p) if p.id == identity else p for p in self.papers]

    def _official(self, name: str) -> str | None:
        return next((f.name for f in self.vocabulary.forms if name in (f.short, f.name)), None)

    def _short(self, name: str) -> str:
        return next((f.short for f in self.vocabulary.forms if name in (f.short, f.name)), name)


def _value(written: Json, type_: str, name: str) -> Value:
    """A value of an example as facts carry it; ValueError when it does not fit."""
    text = str(written)
    try:
        if type_ == "money":
            return int(Decimal(text) * 100)
        if type_ == "date":
            return date.fromisoformat(text)
        if type_ == "time":
            return datetime.fromisoformat(text)
        if type_ == "int":
            return int(text)
    except (ValueError, ArithmeticError) as error:
        raise ValueError(f"{name}: {text!r} is not a value of type {type_}") from error
    if type_ == "bool":
        if not isinstance(written, bool):
            raise ValueError(f"{name}: {text!r} is not true or false")
        return written
    return text
