"""卷内文件目录: its rows against the papers of the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import day, known, settle, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.tables import Cell, Row, rows_of
from casecheck.rules.builtin.wording import papers_of
from casecheck.text.dates import find_dates
from casecheck.text.docno import normalise
from casecheck.text.folded import fold_text

_BLANKS = ("", "/", "-", "—", "——", "无")
_TITLE = re.compile(r"题名|文件名称|文书名称|材料名称|^名称|标题|文件题名")
_NUMBER = re.compile(r"文号|文件编号|文书编号")
_DATE = re.compile(r"日期")
_PAGES = re.compile(r"页")
_SPAN = re.compile(r"(\d+)(?:[-~—–至](\d+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the catalogue: folded title, number and day where given, first and last page."""

    paper: CaseDocument
    title: str
    cell: Cell
    number: str | None
    dated: date | None
    pages: tuple[int, int] | None

    def quote(self) -> Quote:
        """The title with its place."""
        return Quote(text=self.cell.text, place=self.cell.place, document=self.paper.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A paper of the file as the catalogue should list it."""

    paper: CaseDocument
    names: tuple[str, ...]
    number: str | None


@predicate("catalogue_matches")
def catalogue_matches(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each row of the 卷内文件目录 is in the file, with its number and day, and each paper in the catalogue.

    `catalogue` is the form, `outside` the forms that no catalogue lists. A number that no paper has, a paper of its own
    number that no row names, a different day of such a paper and page numbers that overlap or leave a gap are violations;
    rows and papers without a number are matched by their titles, and what cannot be matched so is a question.
    """
    del law
    catalogues = papers_of(case, texts(arguments, "catalogue"))
    entries = [e for c in catalogues for e in _entries(c)]
    if not entries:
        cause = Cause.UNREADABLE if any(unread(case, c) for c in catalogues) else Cause.NEEDS_JUDGEMENT
        looked = tuple(c.id for c in catalogues)
        return settle((), (Missing(name=texts(arguments, "catalogue")[0], cause=cause, looked=looked),))
    outside = {case.form_name(form) for form in (*texts(arguments, "outside"), *texts(arguments, "catalogue"))}
    papers = [_held(case, d) for d in case.dossier.documents if d.form not in outside]
    complete = not case.unread() and not any(d.unread_pages for d in case.dossier.documents)
    violations = [
        *_rows_without_paper(case, entries, papers, complete=complete),
        *_papers_without_row(case, entries, papers),
        *_other_days(case, entries, papers),
        *(v for c in catalogues for v in _page_gaps([e for e in entries if e.paper is c])),
    ]
    gaps = () if complete else (Missing(name=texts(arguments, "catalogue")[0], cause=Cause.UNREADABLE),)
    return settle(violations, gaps)


def _entries(catalogue: CaseDocument) -> Iterator[Entry]:
    for row in rows_of(catalogue):
        title = _cell(row, _TITLE)
        if title is None or title.words in _BLANKS:
            continue
        number, dated, pages = (_text(_cell(row, p)) for p in (_NUMBER, _DATE, _PAGES))
        days = [d.value for d in find_dates(dated) if d.value]
        span = _SPAN.fullmatch(pages.replace("、", "-").removesuffix("页"))
        first = int(span[1]) if span else 0
        yield Entry(
            paper=catalogue,
            title=title.words,
            cell=title,
            number=normalise(number) if number not in _BLANKS else None,
            dated=days[0] if len(days) == 1 else None,
            pages=(first, int(span[2] or span[1])) if span else None,
        )


def _cell(row: Row, pattern: re.Pattern[str]) -> Cell | None:
    return next((cell for name, cell in row.items() if pattern.search(name)), None)


def _text(cell: Cell | None) -> str:
    return cell.words if cell is not None else ""


def _held(case: CaseFacts, paper: CaseDocument) -> Held:
    form = case.form(paper.form) if paper.form else None
    names = {paper.title, *((form.name, form.short, *form.titles) if form else ())}
    return Held(
        paper=paper,
        names=tuple(fold_text(n) for n in names if n),
        number=normalise(paper.number) if paper.number else None,
    )


def _named(entry: Entry, held: Held) -> bool:
    """Whether the title of a row may be that of a paper."""
    bare = re.sub(r"（[^）]*）", "", entry.title)
    return any(name in entry.title or (bare and bare in name) for name in held.names)


def _rows_without_paper(
    case: CaseFacts, entries: Sequence[Entry], papers: Sequence[Held], *, complete: bool
) -> Iterator[Violation]:
    numbers = {p.number for p in papers if p.number}
    for entry in entries:
        if entry.number is None or entry.number in numbers:
            continue
        same = [p for p in papers if _named(entry, p)]
        other = [p for p in same if p.number and not any(e.number == p.number for e in entries)]
        if not other and (same or not complete):
            continue  # the paper may print its number in a way that was not read
        yield Violation(
            quotes=(entry.quote(),),
            variant="number" if other else "",
            params=(
                ("title", entry.title),
                ("number", entry.number),
                ("other", other[0].number or "" if other else ""),
                ("paper", title_of(case, other[0].paper.id) if other else ""),
            ),
            key=f"{entry.title} {entry.number}",
        )


def _papers_without_row(case: CaseFacts, entries: Sequence[Entry], papers: Sequence[Held]) -> Iterator[Violation]:
    listed = {e.number for e in entries if e.number}
    for held in papers:
        if any(_named(e, held) for e in entries) or held.number in listed:
            continue
        if held.paper.form is None:
            continue
        head = next((b for b in held.paper.blocks), None)
        quotes = (Quote(text=held.paper.title, place=head.place(), document=held.paper.id),) if head else ()
        yield Violation(
            quotes=quotes,
            variant="unlisted" if held.number else "unnumbered",
            params=(("paper", held.paper.title or title_of(case, held.paper.id)), ("number", held.number or "")),
            cause=None if held.number else Cause.NEEDS_JUDGEMENT,
            key=f"unlisted {held.paper.title} {held.number or held.paper.id}",
        )


def _other_days(case: CaseFacts, entries: Sequence[Entry], papers: Sequence[Held]) -> Iterator[Violation]:
    """Rows whose day is not that of the paper with their number."""
    for entry in entries:
        same = [p for p in papers if entry.number and p.number == entry.number]
        if len(same) != 1 or entry.dated is None:
            continue
        paper = same[0].paper
        form = title_of(case, paper.id)
        dates = [f for field in ("决定日期", "日期") for f in known(case, f"{form}.{field}", paper.id)]
        if not dates or any(day(f) == entry.dated for f in dates):
            continue
        yield Violation(
            facts=(dates[0],),
            quotes=(entry.quote(),),
            variant="day",
            params=(
                ("title", entry.title),
                ("listed", entry.dated.isoformat()),
                ("printed", day(dates[0]).isoformat()),
            ),
            key=f"{entry.title} {entry.number} {entry.dated}",
        )


def _page_gaps(entries: Sequence[Entry]) -> Iterator[Violation]:
    """Rows whose pages do not follow those of the row before; only where every row gives its pages."""
    if not all(e.pages for e in entries):
        return
    single = all(e.pages and e.pages[0] == e.pages[1] for e in entries)
    for one, other in pairwise(entries):
        if one.pages is None or other.pages is None:
            continue
        follows = other.pages[0] > one.pages[1] if single else other.pages[0] == one.pages[1] + 1
        if other.pages[1] >= other.pages[0] and (follows or other.pages[0] == 1):
            continue
        yield Violation(
            quotes=(one.quote(), other.quote()),
            variant="pages",
            params=(
                ("title", other.title),
                ("pages", "-".join(str(n) for n in dict.fromkeys(other.pages))),
                ("before", "-".join(str(n) for n in dict.fromkeys(one.pages))),
            ),
            key=f"{other.title} {other.pages}",
        )
