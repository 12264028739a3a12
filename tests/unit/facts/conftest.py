"""Papers with invented text, read as a dossier of their own."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.place import checklists_root
from casecheck.facts.read import read_facts
from casecheck.model.dossier import CaseDocument, Dossier
from casecheck.model.fact import CaseFacts
from casecheck.model.source import Block, BlockKind, CellPosition, SourceText
from casecheck.model.vocabulary import Vocabulary

Rows = Sequence[Sequence[str]]
Paper = tuple[str, "str | Rows"] | tuple[str, "str | Rows", tuple[str, ...]]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(checklists_root())


@pytest.fixture
def read(vocabulary: Vocabulary) -> Callable[..., CaseFacts]:
    """`read((form, text or table rows, ids it serves), …)`: the facts of a dossier of these papers, d01, d02 …

    `page` sets them on a page, as a PDF has it; `/` in a text is then the end of a visual line. `unread` are pages that could
    not be read. `form=title` gives a paper another title than the name of its form.
    """

    def build(
        *papers: Paper,
        scope: str | None = None,
        stage: str | None = None,
        page: int | None = None,
        unread: tuple[int, ...] = (),
    ) -> CaseFacts:
        documents = []
        blocks: list[Block] = []
        for number, (named, content, *serves) in enumerate(papers, start=1):
            form, _, printed = named.partition("=")
            own = [
                replace(b, page=page, text=b.text.replace("/", "\n") if page else b.text)
                for b in _blocks(content, len(blocks), number)
            ]
            blocks.extend(own)
            documents.append(
                CaseDocument(
                    id=f"d{number:02}",
                    form=vocabulary.form(form).name,
                    title=printed or form,
                    blocks=tuple(own),
                    file="卷.docx",
                    serves=serves[0] if serves else (),
                    unread_pages=unread,
                )
            )
        source = SourceText(name="卷.docx", format="docx", sha256="0", blocks=tuple(blocks))
        dossier = Dossier(path="卷.docx", sha256="0", files=(source,), documents=tuple(documents))
        return read_facts(dossier, vocabulary, scope=scope, stage=stage)

    return build


def _blocks(content: "str | Rows", first: int, table: int) -> list[Block]:
    if isinstance(content, str):
        lines = [line.strip() for line in content.strip().splitlines()]
        return [
            Block(file="卷.docx", index=first + i, kind=BlockKind.PARAGRAPH, text=line) for i, line in enumerate(lines)
        ]
    cells = []
    for r, row in enumerate(content):
        for c, text in enumerate(row):
            position = CellPosition(table=table, row=r, column=c)
            cells.append(Block(file="卷.docx", index=first + len(cells), kind=BlockKind.CELL, text=text, cell=position))
    return cells
