"""更正文书: a 文书 that was taken for another, cut in two, or run together with the next, as a person corrects it."""

from collections.abc import Sequence
from dataclasses import replace

from casecheck.dossier.service import bind
from casecheck.dossier.titles import Titles
from casecheck.model.correction import AppliedCorrection, Correction
from casecheck.model.dossier import CaseDocument, Dossier
from casecheck.model.source import Block, BlockKind
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words
from casecheck.text.folded import fold_text

_LONGEST_TITLE = 30
NO_SUCH_PAPER = Words(zh="案卷中没有这件文书", en="the dossier has no such 文书")
SEVERAL_PAPERS = Words(
    zh="案卷中有几件这样的文书，请用编号指明", en="the dossier has several such 文书: name it by its id"
)


def corrected(dossier: Dossier, vocabulary: Vocabulary) -> Dossier:
    """The dossier with its corrections of 文书 applied, and proofs of service bound anew.

    Ids do not change: a part that begins a new 文书 gets the next free one. Pages that were not read stay with the paper that
    had them. What could not be applied is told in `restructured` and changes nothing.
    """
    asked = [c for c in dossier.corrections if c.fact is None]
    if not asked:
        return dossier
    documents = dossier.documents
    done: list[AppliedCorrection] = []
    for correction in asked:
        told, documents = _applied(replace(dossier, documents=documents), correction)
        done.append(told)
    if all(told.refused for told in done):
        return replace(dossier, restructured=tuple(done))
    return replace(dossier, documents=bind(documents, vocabulary, Titles(vocabulary)), restructured=tuple(done))


def _applied(dossier: Dossier, correction: Correction) -> tuple[AppliedCorrection, tuple[CaseDocument, ...]]:
    paper, why = _the(dossier, correction.document or "")
    if paper is None:
        return AppliedCorrection(correction=correction, refused=why), dossier.documents
    if correction.begins is not None:
        return _cut(dossier, correction, paper)
    if correction.part_of is not None:
        return _joined(dossier, correction, paper)
    told = AppliedCorrection(
        correction=correction, document=paper.id, before=paper.form or paper.title, after=correction.form
    )
    changed = _marked(replace(paper, form=correction.form), correction)
    return told, tuple(changed if d.id == paper.id else d for d in dossier.documents)


def _the(dossier: Dossier, reference: str) -> tuple[CaseDocument | None, Words]:
    found = dossier.referred(reference)
    return (found[0], NO_SUCH_PAPER) if len(found) == 1 else (None, SEVERAL_PAPERS if found else NO_SUCH_PAPER)


def _marked(paper: CaseDocument, correction: Correction) -> CaseDocument:
    return replace(paper, confidence=1.0, how="corrected", correction=correction.number)


def _cut(
    dossier: Dossier, correction: Correction, paper: CaseDocument
) -> tuple[AppliedCorrection, tuple[CaseDocument, ...]]:
    """Two papers of one: the second begins with the block that has the words."""
    words = fold_text(correction.begins or "")
    at = [n for n, block in enumerate(paper.blocks) if words and words in fold_text(block.text)]
    if not at or at[0] == 0:
        why = Words(zh="该文书中没有这一行，或者它就是第一行", en="the 文书 has no such line, or it is its first")
        return AppliedCorrection(correction=correction, document=paper.id, refused=why), dossier.documents
    first, second = paper.blocks[: at[0]], paper.blocks[at[0] :]
    title = fold_text(second[0].text)[:_LONGEST_TITLE]
    cut = CaseDocument(
        id=_next_id(dossier), form=correction.form, title=title, blocks=second, file=paper.file,
        confidence=1.0, how="corrected", correction=correction.number,
    )  # fmt: skip
    parts = (_paged(_marked(replace(paper, blocks=first), correction), paper), _paged(cut, paper))
    told = AppliedCorrection(
        correction=correction,
        document=cut.id,
        before=f"{paper.form or paper.title} [{paper.id}]",
        after=f"{correction.form or title} [{cut.id}]",
    )
    return told, tuple(part for d in dossier.documents for part in (parts if d.id == paper.id else (d,)))


def _joined(
    dossier: Dossier, correction: Correction, paper: CaseDocument
) -> tuple[AppliedCorrection, tuple[CaseDocument, ...]]:
    """One paper of two of the same file."""
    whole, why = _the(dossier, correction.part_of or "")
    if whole is None or whole.id == paper.id or whole.file != paper.file:
        if whole is not None:
            why = Words(zh="须是同一文件中的另一件文书", en="must be another 文书 of the same file")
        return AppliedCorrection(correction=correction, document=paper.id, refused=why), dossier.documents
    order = {d.id: n for n, d in enumerate(dossier.documents)}
    pieces = sorted((whole, paper), key=lambda d: order[d.id])
    blocks = tuple(block for piece in pieces for block in piece.blocks)
    unread = tuple(sorted({*whole.unread_pages, *paper.unread_pages}))
    joined = _marked(replace(whole, blocks=blocks, unread_pages=unread), correction)
    pages = [p for d in pieces for p in (d.first_page, d.last_page) if p is not None]
    joined = replace(joined, first_page=min(pages, default=None), last_page=max(pages, default=None))
    told = AppliedCorrection(
        correction=correction,
        document=whole.id,
        before=f"{paper.form or paper.title} [{paper.id}]",
        after=f"{whole.form or whole.title} [{whole.id}]",
    )
    kept = (joined if d.id == whole.id else d for d in dossier.documents if d.id != paper.id)
    return told, tuple(kept)


def _next_id(dossier: Dossier) -> str:
    """The next free id, also beside those that an earlier correction took away."""
    taken = [int(d.id[1:]) for d in dossier.documents if d.id[1:].isdigit()]
    return f"d{max(taken, default=0) + 1:02d}"


def _paged(part: CaseDocument, whole: CaseDocument) -> CaseDocument:
    """A part with the pages of its own blocks. A page that was not read may belong to either: both keep it."""
    pages = sorted({block.page for block in _body(part.blocks) if block.page is not None})
    first, last = (pages[0], pages[-1]) if pages else (whole.first_page, whole.last_page)
    return replace(part, first_page=first, last_page=last, unread_pages=whole.unread_pages)


def _body(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind not in (BlockKind.HEADER, BlockKind.FOOTER)]
