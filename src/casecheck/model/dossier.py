"""案卷: the papers of one case."""

from dataclasses import dataclass

from casecheck.model.correction import AppliedCorrection, Correction
from casecheck.model.problem import Problem
from casecheck.model.source import Block, SourceText

DOUBTFUL = 0.5
"""The confidence of a 文书 inside which another may begin: what its text names may not be called absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDocument:
    """One 文书 (or one evidence paper) of a dossier.

    `form` is its official name in the vocabulary, None when it could not be classified; `title` is what it prints.
    `how` tells what it was recognised by: `title`, `layout`, `file-name`, `none`. `serves` holds the ids of the 文书
    that a 送达回证 proves to have been served. `unread_pages` are pages of it whose text was not (fully) read.
    `correction` is the number of the entry of `corrections.yml` that made it what it is (`how` is then `corrected`).
    """

    id: str
    form: str | None
    title: str
    blocks: tuple[Block, ...]
    file: str
    number: str | None = None
    first_page: int | None = None
    last_page: int | None = None
    confidence: float = 1.0
    how: str = "title"
    serves: tuple[str, ...] = ()
    unread_pages: tuple[int, ...] = ()
    correction: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """案卷: its files, and the 文书 found in them in their order. `sha256` covers the content of all files.

    `grouping` tells how the files were found to belong together (`file folder settings parts child shared`). `stage` is the
    阶段 and `region` the province or city that the folder's `dossier.yaml` states, if any. `corrections` are those asked for,
    `restructured` what became of those of 文书.
    """

    path: str
    sha256: str
    files: tuple[SourceText, ...]
    documents: tuple[CaseDocument, ...]
    grouping: str = "file"
    stage: str | None = None
    region: str | None = None
    corrections: tuple[Correction, ...] = ()
    restructured: tuple[AppliedCorrection, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems of all files."""
        return tuple(problem for file in self.files for problem in file.problems)

    def document(self, identity: str) -> CaseDocument:
        """The 文书 with that id; KeyError when there is none."""
        for document in self.documents:
            if document.id == identity:
                return document
        raise KeyError(identity)

    def referred(self, reference: str) -> tuple[CaseDocument, ...]:
        """The 文书 that a person means by an id, a 文号, the official name of a form, or a printed title; the first that fits."""
        found: tuple[CaseDocument, ...] = ()
        for named in ("id", "number", "form", "title"):
            found = found or tuple(d for d in self.documents if getattr(d, named) == reference)
        return found

    def unread_in(self, document: CaseDocument) -> tuple[Problem, ...]:
        """Problems because of which that 文书 may say more than was read: of its pages, of its places, of its whole file."""
        own = {block.index for block in document.blocks if block.page is None}
        return tuple(
            p
            for p in self.problems
            if p.blocks_absence
            and p.file == document.file
            and (p.page in document.unread_pages if p.page else p.place is None or p.place.block in own)
        )
