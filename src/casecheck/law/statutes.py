"""法律法规规章: which texts there are, which version was in force on a day, and what articles it has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from casecheck.law.limits import LimitTable
from casecheck.law.periods import shifted
from casecheck.law.shapes import ArticleShape, read_shapes
from casecheck.model.words import Words
from casecheck.text.citations import Citation
from casecheck.text.folded import fold
from casecheck.text.legal_terms import in_english

_STATE = "中华人民共和国"
_ORNAMENT = re.compile(rf"[《》〈〉<>]|{_STATE}")
_EDITION = re.compile(r"（[^（）]*(?:\d{4}|[〇零一二三四五六七八九]{4}|修订|修正)[^（）]*）$")

LIMITATION = "追责.期限"
"""The legal value that says how long an act may be discovered and punished."""


class Existence(StrEnum):
    """What a look into the version in force says of a citation."""

    EXISTS = "exists"
    NO_SUCH_ARTICLE = "no_such_article"
    NO_SUCH_PARAGRAPH = "no_such_paragraph"
    NO_SUCH_ITEM = "no_such_item"
    NOT_IN_FORCE = "not_in_force"
    UNKNOWN_STATUTE = "unknown_statute"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_STRUCTURE = "unknown_structure"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatuteVersion:
    """One version of a text. `effective_to` is its last day in force, None while it has no successor.

    `articles` is the number of the last article (None: not known). `complete` means the text was read and every
    article counted; `shapes` is then the notation of `law.shapes`.
    """

    label: str
    effective_from: date
    effective_to: date | None = None
    articles: int | None = None
    complete: bool = False
    shapes: str = ""

    @property
    def structure(self) -> Mapping[tuple[int, int], ArticleShape]:
        """Shape of each article by number and sub-number (第四十条之一 is `(40, 1)`); empty when the text was not read."""
        return read_shapes(self.shapes)

    def in_force(self, day: date) -> bool:
        """Whether this version holds on that day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statute:
    """A text with its versions, oldest first.

    `kind`: `law administrative_regulation department_rule normative_document judicial_interpretation`. `original`
    tells that the first version listed is the first there ever was, so that nothing was in force before it.
    """

    key: str
    title: str
    short_titles: tuple[str, ...]
    kind: str
    versions: tuple[StatuteVersion, ...]
    original: bool = False

    @property
    def name(self) -> str:
        """The title as papers cite it: without 中华人民共和国."""
        return self.title.removeprefix(_STATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationVerdict:
    """Whether a cited provision exists in the version in force on a day, and what was looked at.

    `counted` is false where no paper may be called wrong by it: the number of articles is known but the text was not
    read, or a version that ended lately (within 追责时效) may have the provision and govern an act
    of that time. `said` puts the verdict into words.
    """

    status: Existence
    said: Words
    statute: Statute | None = None
    version: StatuteVersion | None = None
    counted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatuteBook:
    """All statutes, found by any of their names.

    `limits` has 追责时效 (`LIMITATION`): that long after a text ended an act may be discovered, and punished by the text
    of its time (行政处罚法 第三十六条、第三十七条).
    """

    statutes: tuple[Statute, ...] = ()
    by_name: Mapping[str, Statute]
    limits: LimitTable = field(default_factory=LimitTable)

    @classmethod
    def of(cls, statutes: Sequence[Statute], limits: LimitTable | None = None) -> "StatuteBook":
        """The book of these statutes; ValueError names a name that two of them claim."""
        by_name: dict[str, Statute] = {}
        for statute in statutes:
            for name in {statute.key, *(law_name(n) for n in (statute.title, *statute.short_titles))}:
                if by_name.setdefault(name, statute) is not statute:
                    raise ValueError(name)
        return cls(statutes=tuple(statutes), by_name=by_name, limits=limits or LimitTable())

    def lately(self, ended: date, day: date) -> bool:
        """Whether acts of a time that ended then may still be punished on that day; so, too, where no limitation is known."""
        limit = self.limits.on(LIMITATION, day)
        if limit is None or limit.length is None:
            return True
        last = shifted(ended, limit.length)
        return last is None or day <= last

    def find(self, name: str) -> Statute | None:
        """The statute of that key, full title or short title, with or without 《》 and 中华人民共和国."""
        return self.by_name.get(name) or self.by_name.get(law_name(name))

    def version_on(self, statute: Statute, day: date) -> StatuteVersion | None:
        """The version in force on that day; None when none is known."""
        return next((v for v in reversed(statute.versions) if v.in_force(day)), None)

    def check(self, citation: Citation, on: date) -> CitationVerdict:
        """Whether the provision exists in the version in force on that day."""
        statute = self.find(citation.law)
        if statute is None:
            said = Words(zh=f"未收录《{citation.law}》", en=f"《{citation.law}》 is not among the known texts")
            return CitationVerdict(status=Existence.UNKNOWN_STATUTE, said=said)
        version = self.version_on(statute, on)
        older = self._may_still_govern(statute, citation, on)
        if version is None:
            return _not_in_force(statute, on, older)
        status = _look_up(version, citation)
        wrong = status in (Existence.NO_SUCH_ARTICLE, Existence.NO_SUCH_PARAGRAPH, Existence.NO_SUCH_ITEM)
        said = _said(status, statute, version, citation)
        return CitationVerdict(
            status=status,
            said=_with_older(said, older) if wrong and older else said,
            statute=statute,
            version=version,
            counted=version.complete and not (wrong and older),
        )

    def _may_still_govern(self, statute: Statute, citation: Citation, day: date) -> StatuteVersion | None:
        """A version that ended lately and has, or may have, the provision."""
        for version in reversed(statute.versions):
            ended = version.effective_to
            if ended is not None and ended < day and self.lately(ended, day):
                found = _look_up(version, citation)
                return version if found in (Existence.EXISTS, Existence.UNKNOWN_STRUCTURE) else None
        return None


def law_name(printed: str) -> str:
    """The name of a law as used for look-up: folded, without 《》, 中华人民共和国 and an edition such as （2021修正）."""
    return _EDITION.sub("", _ORNAMENT.sub("", fold(printed).text))


def _with_older(said: Words, older: StatuteVersion) -> Words:
    return Words(
        zh=f"{said.zh}；{older.effective_to} 前施行的（{older.label}）可能有此条款，须核对行为发生时间",
        en=f"{said.en}; the text of {in_english(older.label)}, in force until {older.effective_to}, may have it: look at the day of the act",
    )


def _not_in_force(statute: Statute, day: date, older: StatuteVersion | None) -> CitationVerdict:
    first, last = statute.versions[0], statute.versions[-1]
    if last.effective_to is not None and day > last.effective_to:
        zh, en = f"自 {last.effective_to} 之后不再施行", f"no longer in force after {last.effective_to}"
    elif statute.original and day < first.effective_from:
        zh, en = f"自 {first.effective_from} 起施行", f"in force only from {first.effective_from}"
    else:
        said = Words(
            zh=f"《{statute.name}》在 {day} 的版本未收录", en=f"the version of 《{statute.name}》 on {day} is not known"
        )
        return CitationVerdict(status=Existence.UNKNOWN_VERSION, said=said, statute=statute)
    said = Words(zh=f"《{statute.name}》{zh}", en=f"《{statute.name}》 is {en}")
    said = _with_older(said, older) if older else said
    return CitationVerdict(status=Existence.NOT_IN_FORCE, said=said, statute=statute, counted=older is None)


def _look_up(version: StatuteVersion, citation: Citation) -> Existence:
    article, sub = citation.article, citation.sub_article or 0
    if article is None:
        return Existence.EXISTS
    if version.articles is not None and not 1 <= article <= version.articles:
        return Existence.NO_SUCH_ARTICLE
    shape = version.structure.get((article, sub))
    if shape is None:
        if version.complete:
            return Existence.NO_SUCH_ARTICLE
        deeper = sub or citation.paragraph is not None or citation.item is not None
        return Existence.UNKNOWN_STRUCTURE if deeper or version.articles is None else Existence.EXISTS
    return _look_into(shape, citation.paragraph, citation.item)


def _look_into(shape: ArticleShape, paragraph: int | None, item: int | None) -> Existence:
    in_article = True if paragraph is None else shape.has_paragraph(paragraph)
    if in_article is False:
        return Existence.NO_SUCH_PARAGRAPH
    in_paragraph = True if item is None else shape.has_item(item, paragraph)
    if in_paragraph is False:
        return Existence.NO_SUCH_ITEM
    return Existence.EXISTS if in_article and in_paragraph else Existence.UNKNOWN_STRUCTURE


def _said(status: Existence, statute: Statute, version: StatuteVersion, citation: Citation) -> Words:
    text_zh, text_en = f"《{statute.name}》（{version.label}）", f"《{statute.name}》 ({in_english(version.label)})"
    shape = version.structure.get((citation.article or 0, citation.sub_article or 0))
    paragraphs = shape.paragraphs if shape else None
    if status is Existence.NO_SUCH_ARTICLE:
        return Words(
            zh=f"{text_zh}共 {version.articles} 条，没有所引条文", en=f"{text_en} ends at article {version.articles}"
        )
    if status is Existence.NO_SUCH_PARAGRAPH:
        return Words(zh=f"{text_zh}该条共 {paragraphs} 款", en=f"in {text_en} the article has {paragraphs} paragraphs")
    if status is Existence.NO_SUCH_ITEM:
        return Words(zh=f"{text_zh}该条款没有所引的项", en=f"in {text_en} the provision has no such item")
    if status is Existence.UNKNOWN_STRUCTURE:
        return Words(zh=f"{text_zh}的款、项未经核对", en=f"paragraphs and items of {text_en} were not counted")
    return Words(zh=f"{text_zh}有所引条款", en=f"{text_en} has the provision")
