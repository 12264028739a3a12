"""Files → Dossier: every block of every file in exactly one 文书."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casecheck.dossier.body import Body, Item
from casecheck.dossier.layout import Guess, Layouts
from casecheck.dossier.own_number import head_number
from casecheck.dossier.service import bind
from casecheck.dossier.split import Splitter
from casecheck.dossier.starts import Start, stretches
from casecheck.dossier.titles import Titles
from casecheck.model.dossier import DOUBTFUL, CaseDocument, Dossier
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.model.vocabulary import Vocabulary

_PLAIN_TITLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A 文书 before it has an id: its body blocks by position in the file, and what is known of it."""

    start: Start | None
    guess: Guess | None
    blocks: tuple[Block, ...]
    number: str | None = None
    lost: tuple[int, ...] = ()
    """Pages of it from which nothing at all was read."""


def assemble(path: str, files: Sequence[SourceText], vocabulary: Vocabulary, grouping: str = "file") -> Dossier:
    """Split the files of one dossier into 文书, classify them, and bind every 送达回证 to the 文书 it serves.

    What cannot be classified is a document with `form` None; a file of which nothing was read is one too.
    """
    titles = Titles(vocabulary)
    layouts = Layouts(vocabulary, titles)
    splitter = Splitter(titles, layouts)
    documents: list[CaseDocument] = []
    for source in files:
        for piece in _pieces(source, splitter, layouts):
            documents.append(_document(source, piece, f"d{len(documents) + 1:02d}"))
    return Dossier(
        path=path,
        sha256=_digest(files),
        files=tuple(files),
        documents=bind(documents, vocabulary, titles),
        grouping=grouping,
    )


def _digest(files: Sequence[SourceText]) -> str:
    total = hashlib.sha256()
    for source in files:
        # A name that is no UTF-8 on the disk reaches us with surrogates, which plain UTF-8 refuses.
        total.update(f"{source.name}\0{source.sha256}\n".encode(errors="surrogatepass"))
    return total.hexdigest()


def _pieces(source: SourceText, splitter: Splitter, layouts: Layouts) -> list[_Piece]:
    body = Body(source)
    starts = splitter.starts(body)
    found = list(stretches(body, starts))
    pictures = _without_text(source, body)
    pieces: list[_Piece] = []
    for start, first, end in found:
        guess = start.guess if start else None
        if start is None:
            # A paper that prints a title of its own is not what its layout happens to resemble.
            guess = layouts.guess(body.items[first:end], source.name if len(found) == 1 else None)
        items = [item for item in body.items[first:end] if item.block.index not in pictures]
        number = start.number if start and start.title else _untitled_number(items, guess)
        if items or first == end:
            pieces.append(_Piece(start=start, guess=guess, blocks=tuple(i.block for i in items), number=number))
        unread = _picture_stretches(body.items[first:end], pictures)
        pieces.extend(_Piece(start=None, guess=None, blocks=stretch) for stretch in unread)
    if not pieces:
        named = layouts.guess((), source.name) if source.pages or source.blocks else None
        pieces.append(_Piece(start=None, guess=named, blocks=()))
    return _with_lost_pages(source, body, _with_running(source, pieces))


def _without_text(source: SourceText, body: Body) -> frozenset[int]:
    """The blocks of stretches between page breaks (of a file that has no pages) of which only a picture is there."""
    begins = {p.place.block for p in source.problems if p.kind == "stretch-image-only" and p.place}
    found: set[int] = set()
    inside = False
    for number, item in enumerate(body.items):
        if item.block.page is None and (body.opens_page(number) or item.block.index in begins):
            inside = item.block.index in begins
        if inside:
            found.add(item.block.index)
    return frozenset(found)


def _picture_stretches(items: Sequence[Item], pictures: frozenset[int]) -> list[tuple[Block, ...]]:
    """Each run of such blocks: a paper of its own, of which nothing was read."""
    runs: list[list[Block]] = []
    for item in items:
        if item.block.index in pictures:
            if not runs or item.block.page_break_before:
                runs.append([])
            runs[-1].append(item.block)
    return [tuple(run) for run in runs]


def _untitled_number(items: Sequence[Item], guess: Guess | None) -> str | None:
    return head_number(items) if guess and guess.form.number_words else None


def _with_running(source: SourceText, pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces with headers, footers, notes and comments: each goes to the 文书 it stands on."""
    owner = {block.index: number for number, piece in enumerate(pieces) for block in piece.blocks}
    keyed: dict[tuple[int | None, int], int] = {}
    for number, piece in enumerate(pieces):
        keyed.update({(block.page, block.index): number for block in piece.blocks})
    on_page: dict[int, list[int]] = {}
    for (page, _), number in keyed.items():
        if page is not None:
            on_page.setdefault(page, []).append(number)
    gathered: list[list[Block]] = [[] for _ in pieces]
    current = 0
    for block in source.blocks:
        place = keyed.get((block.page, block.index)) if block.page is not None else owner.get(block.index)
        if place is None:
            place = _standing_on(block, on_page, current, len(pieces))
        else:
            current = place
        gathered[place].append(block)
    return [replace(piece, blocks=tuple(blocks)) for piece, blocks in zip(pieces, gathered, strict=True)]


def _standing_on(block: Block, on_page: dict[int, list[int]], current: int, count: int) -> int:
    """The piece of a block that is not body text: a header is of the first 文书 of its page, the rest of the last."""
    pieces = on_page.get(block.page, []) if block.page is not None else []
    if pieces and block.kind is BlockKind.HEADER:
        return min(pieces)
    if pieces and block.kind is BlockKind.FOOTER:
        return max(pieces)
    if block.page is None and block.part != "body":
        return 0 if block.kind is BlockKind.HEADER else count - 1
    return current


def _with_lost_pages(source: SourceText, body: Body, pieces: list[_Piece]) -> list[_Piece]:
    """Pages that may hide text and gave none: of the 文书 before them unless that was closed, else of none.

    In a file that holds one paper only they are pages of it.
    """
    read = {block.page for piece in pieces for block in piece.blocks}
    lost = [page.number for page in source.pages if not page.readable and page.number not in read]
    if not lost or not read:
        return [replace(pieces[0], lost=tuple(lost)), *pieces[1:]] if lost else pieces
    result = list(pieces)
    for run in _runs(lost):
        before = [n for n, p in enumerate(result) if any(b.page is not None and b.page < run[0] for b in p.blocks)]
        after = [n for n, p in enumerate(result) if any(b.page is not None and b.page > run[-1] for b in p.blocks)]
        inside = set(before) & set(after)
        if inside or len(pieces) == 1 or (before and not _closed(body, run[0])):
            number = max(inside) if inside else before[-1] if before else 0
            result[number] = replace(result[number], lost=(*result[number].lost, *run))
        else:
            place = before[-1] + 1 if before else 0
            result.insert(place, _Piece(start=None, guess=None, blocks=(), lost=run))
    return result


def _closed(body: Body, page: int) -> bool:
    """Whether the text before a page closes a paper."""
    index = sum(1 for item in body.items if item.block.page is not None and item.block.page < page)
    return body.ended(index)


def _runs(pages: Sequence[int]) -> list[tuple[int, ...]]:
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return [tuple(run) for run in runs]


def _document(source: SourceText, piece: _Piece, identity: str) -> CaseDocument:
    pages = sorted({b.page for b in piece.blocks if b.page is not None} | set(piece.lost))
    unreadable = {page.number for page in source.pages if not page.readable}
    form, title, confidence, how = _classified(piece)
    return CaseDocument(
        id=identity,
        form=form,
        title=title,
        blocks=piece.blocks,
        file=source.name,
        number=piece.number,
        first_page=pages[0] if pages else None,
        last_page=pages[-1] if pages else None,
        confidence=confidence,
        how=how,
        unread_pages=tuple(page for page in pages if page in unreadable),
    )


def _classified(piece: _Piece) -> tuple[str | None, str, float, str]:
    """Form, printed title, confidence and how."""
    start, guess = piece.start, piece.guess
    if start is not None and start.match is not None:
        confidence = DOUBTFUL if start.doubtful else 0.99 if start.sure else 0.9
        return start.match.form.name, start.title, confidence, "title"
    title = (start.title if start else "") or _first_line(piece.blocks)
    if guess is not None:
        return guess.form.name, title, round(guess.confidence, 2), guess.how
    return None, title, 0.0, "none"


def _first_line(blocks: Sequence[Block]) -> str:
    """What a paper without a title begins with, for a person to know it by."""
    for block in blocks:
        text = "".join(block.text.split())
        if text and block.kind not in (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.COMMENT, BlockKind.DELETED):
            return text if len(text) <= _PLAIN_TITLE else text[:_PLAIN_TITLE] + "…"
    return ""
