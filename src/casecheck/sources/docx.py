"""DOCX → SourceText: an own walk over the parts, because the usual libraries lose what reviewers need.

In order: headers, body (paragraphs, tables, text boxes), footers, footnotes and endnotes, comments.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from casecheck.model.problem import Problem
from casecheck.model.source import Block, BlockKind, CellPosition, SourceText
from casecheck.sources.docx_fields import is_unfilled
from casecheck.sources.docx_names import MC, R, W
from casecheck.sources.docx_numbering import Numbering
from casecheck.sources.docx_package import Package
from casecheck.sources.docx_pictures import picture_stretches
from casecheck.sources.docx_styles import Look, Styles, has_ground
from casecheck.sources.docx_tables import cells
from casecheck.sources.docx_text import PAGE_BREAK, Content, ParagraphReader
from casecheck.sources.limits import Limits
from casecheck.sources.problems import ReadingError, problem
from casecheck.sources.quality import private_characters

_CENTRED = frozenset({"center", "distribute"})
_HEADING_NAMES = ("heading", "title", "标题")
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_OTHER_FILES = frozenset({W + "altChunk", W + "subDoc"})
_SAMPLE = 40
_STAMP = 30
"""A body with less text than this beside its pictures was not read."""


def read_docx(data: bytes, name: str, sha256: str, limits: Limits) -> SourceText:
    """The content of a DOCX. Raises ReadingError when it cannot be read at all."""
    reader = _Reader(Package(data, limits), name)
    reader.read()
    problems = (*reader.problems, *_unreadable(reader.blocks, name))
    return SourceText(name=name, format="docx", sha256=sha256, blocks=tuple(reader.blocks), problems=problems)


def _unreadable(blocks: Iterable[Block], name: str) -> Iterator[Problem]:
    """Blocks with characters that only their font explains, such as rare characters of a name that somebody drew."""
    for block in blocks:
        if span := private_characters(block.text):
            place = block.place(*span)
            yield problem("characters-private", name, place=place, sample=block.text[slice(*span)][:_SAMPLE])


@dataclass(slots=True)
class _Story:
    """Where the walk is: the kind that plain paragraphs get, the part they stand in."""

    kind: BlockKind
    part: str


@dataclass(slots=True)
class _CellText:
    """The paragraphs of a cell, gathered until the cell is complete."""

    lines: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    tables: list[etree._Element] = field(default_factory=list)
    size: float | None = None
    centred: bool = False
    images: int = 0
    scans: int = 0


class _Reader:
    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._name = name
        self._main = package.main_part()
        self._relations = package.relations(self._main)
        self._styles = Styles(self._optional("styles"))
        self._numbering = Numbering(self._optional("numbering"))
        self._paragraphs = ParagraphReader(self._styles)
        self._tables = 0
        self._images = 0
        self._pictured: set[int] = set()
        """Blocks in which, or after which, a picture stands."""
        self._unread = False
        self._hidden = ""
        self._breaks = False
        self._joins = False
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []

    def read(self) -> None:
        root = self._package.tree(self._main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise ReadingError("file-broken", detail="no document body")
        self._running("header", BlockKind.HEADER)
        self._walk(body, _Story(BlockKind.PARAGRAPH, "body"))
        self._running("footer", BlockKind.FOOTER)
        for kind, block_kind, item in (
            ("footnotes", BlockKind.NOTE, "footnote"),
            ("endnotes", BlockKind.NOTE, "endnote"),
            ("comments", BlockKind.COMMENT, "comment"),
        ):
            self._notes(kind, block_kind, item)
        self._report()

    def _report(self) -> None:
        printed = sum(len(block.text.strip()) for block in self.blocks if block.part == "body" and _is_printed(block))
        if self._images and not self._unread and printed < _STAMP:
            self.problems.append(problem("body-image-only", self._name, count=self._images))
        else:
            for place, count in picture_stretches(self.blocks, self._pictured):
                self.problems.append(problem("stretch-image-only", self._name, place=place, count=count))
        if self._hidden.strip():
            sample = self._hidden.strip()[:_SAMPLE]
            self.problems.append(problem("hidden-text", self._name, count=len(self._hidden.strip()), sample=sample))
        if not any(block.text.strip() for block in self.blocks) and not self._images:
            self.problems.append(problem("file-empty", self._name))

    def _optional(self, kind: str) -> etree._Element | None:
        for relation in self._relations.values():
            if relation.kind == kind and not relation.external:
                return self._part(relation.target)
        return None

    def _part(self, name: str) -> etree._Element | None:
        """A part that is not the document itself: broken, it costs its own text only."""
        try:
            return self._package.tree(name)
        except ReadingError as error:
            if error.kind == "file-encrypted":
                raise
            self.problems.append(problem("part-not-read", self._name, detail=str(error.params.get("detail", name))))
            return None

    def _running(self, kind: str, block_kind: BlockKind) -> None:
        """Headers or footers; the variants for first, odd and even pages are given once where they agree."""
        seen: set[str] = set()
        targets = [r.target for r in self._relations.values() if r.kind == kind and not r.external]
        for number, target in enumerate(dict.fromkeys(targets), start=1):
            root = self._part(target)
            text = "".join(t.text or "" for t in root.iter(W + "t")) if root is not None else ""
            if root is None or text in seen:
                continue
            seen.add(text)
            self._walk(root, _Story(block_kind, f"{kind}{number}"))

    def _notes(self, kind: str, block_kind: BlockKind, item: str) -> None:
        root = self._optional(kind)
        if root is None:
            return
        for element in root.iterfind(W + item):
            if element.get(W + "type") not in ("separator", "continuationSeparator", "continuationNotice"):
                self._walk(element, _Story(block_kind, kind))

    def _walk(self, parent: etree._Element, story: _Story) -> None:
        for element in parent:
            tag = element.tag
            if tag == W + "p":
                self._paragraph(element, story)
            elif tag == W + "tbl":
                self._table(element, story)
            elif tag in _OTHER_FILES:
                self._other_file(element)
            elif tag in _WRAPPERS and not is_unfilled(element):
                self._walk(element, story)
            elif tag == MC + "AlternateContent":
                choice = element.find(MC + "Choice")
                chosen = choice if choice is not None and len(choice) else element.find(MC + "Fallback")
                if chosen is not None:
                    self._walk(chosen, story)

    def _other_file(self, element: etree._Element) -> None:
        """A file that the word processor would put in here when it opens the document."""
        relation = self._relations.get(element.get(R + "id", ""))
        detail = relation.target if relation is not None else element.tag.rpartition("}")[2]
        self.problems.append(problem("part-not-read", self._name, detail=detail))

    def _content(self, element: etree._Element, *, on_colour: bool) -> tuple[Content, Look]:
        look = self._styles.paragraph(element.find(W + "pPr"))
        content = self._paragraphs.read(element, look, on_colour=on_colour)
        if content.text.strip() or content.images or look.number[0] not in (None, "0"):
            # A deleted paragraph has no number; an empty one that is numbered still prints it.
            deleted_only = bool(content.deleted) and not content.text.strip()
            label = "" if deleted_only else self._numbering.label(*look.number)
            content.text = label + content.text
        self._hidden += content.hidden
        return content, look

    def _opens_page(self) -> bool:
        """Whether what comes next begins the body, or follows a page break: a picture there has a block of its own."""
        return self._breaks or not any(block.part == "body" for block in self.blocks[-1:])

    def _note_images(self, content: Content | _CellText, story: _Story) -> None:
        """Tells the pictures of the block that was added last, or that stand after it."""
        if not content.images:
            return
        self._images += content.images if story.part == "body" else 0
        last = self.blocks[-1] if self.blocks else None
        place = last.place(len(last.text)) if last is not None else None
        self.problems.append(problem("image-in-text", self._name, place=place, count=content.images))
        if content.scans:
            self._unread = True
            self.problems.append(problem("image-of-page", self._name, place=place, count=content.scans))

    def _paragraph(self, element: etree._Element, story: _Story) -> None:
        content, look = self._content(element, on_colour=story.kind is BlockKind.TEXT_BOX)
        kind = story.kind
        if kind is BlockKind.PARAGRAPH and _is_heading(look):
            kind = BlockKind.HEADING
        self._breaks = self._breaks or bool(look.breaks_before)
        for number, piece in enumerate(content.text.split(PAGE_BREAK)):
            self._breaks = self._breaks or number > 0
            here = content.pictured == number and story.part == "body"
            if piece.strip() or (here and self._opens_page()):
                self._add(kind, piece, story, size=content.size, centred=look.justify in _CENTRED)
            if here:
                self._pictured.add(len(self.blocks) - 1)
        if story.part == "body" and _ends_section(element):
            self._breaks = True
        if content.deleted.strip():
            self._add(BlockKind.DELETED, content.deleted, story)
        self._note_images(content, story)
        self._joins = content.joins_next
        self._boxes(content.boxes, story)

    def _boxes(self, boxes: Iterable[etree._Element], story: _Story) -> None:
        kind = BlockKind.TEXT_BOX if story.kind in (BlockKind.PARAGRAPH, BlockKind.CELL) else story.kind
        for box in boxes:
            self._walk(box, _Story(kind, story.part))

    def _table(self, table: etree._Element, story: _Story) -> None:
        number = self._tables
        self._tables += 1
        properties = table.find(W + "tblPr")
        # A style may colour any row of its table.
        has_styled_ground = properties is not None and (
            has_ground(properties) or properties.find(W + "tblStyle") is not None
        )
        for cell in cells(table):
            position = CellPosition(
                table=number,
                row=cell.row,
                column=cell.column,
                row_span=cell.row_span,
                column_span=cell.column_span,
            )
            gathered = _CellText()
            ground = has_styled_ground or has_ground(cell.element.find(W + "tcPr"))
            self._gather(cell.element, gathered, on_colour=ground)
            text = "\n".join(gathered.lines).strip("\n")
            kind = BlockKind.DELETED if cell.deleted else BlockKind.CELL
            self._add(kind, text, story, cell=position, size=gathered.size, centred=gathered.centred)
            self._note_images(gathered, story)
            if gathered.images and story.part == "body":
                self._pictured.add(len(self.blocks) - 1)
            for deleted in gathered.deleted:
                self._add(BlockKind.DELETED, deleted, story, cell=position)
            self._boxes(gathered.boxes, story)
            for inner in gathered.tables:
                self._table(inner, story)

    def _gather(self, parent: etree._Element, gathered: _CellText, *, on_colour: bool) -> None:
        for element in parent:
            if element.tag == W + "p":
                content, look = self._content(element, on_colour=on_colour)
                gathered.images += content.images
                gathered.scans += content.scans
                if content.text.strip() and not any(line.strip() for line in gathered.lines):
                    gathered.centred = look.justify in _CENTRED
                gathered.lines.append(content.text.replace(PAGE_BREAK, "\n"))
                gathered.boxes.extend(content.boxes)
                if content.deleted.strip():
                    gathered.deleted.append(content.deleted)
                if content.size is not None and content.text.strip():
                    gathered.size = max(gathered.size or 0.0, content.size)
            elif element.tag == W + "tbl":
                gathered.tables.append(element)
            elif element.tag in _OTHER_FILES:
                self._other_file(element)
            elif element.tag in _WRAPPERS and not is_unfilled(element):
                self._gather(element, gathered, on_colour=on_colour)

    def _add(
        self,
        kind: BlockKind,
        text: str,
        story: _Story,
        *,
        cell: CellPosition | None = None,
        size: float | None = None,
        centred: bool = False,
    ) -> None:
        starts_page = self._breaks and story.part == "body" and kind is not BlockKind.DELETED
        joins = self._joins and kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        self.blocks.append(
            Block(
                file=self._name,
                index=len(self.blocks),
                kind=kind,
                text=text,
                part=story.part,
                cell=cell,
                size=size,
                centred=centred,
                continues=joins,
                page_break_before=starts_page,
            )
        )
        if starts_page:
            self._breaks = False


def _is_printed(block: Block) -> bool:
    return block.kind not in (BlockKind.DELETED, BlockKind.COMMENT)


def _is_heading(look: Look) -> bool:
    return (look.outline is not None and look.outline < 9) or look.name.startswith(_HEADING_NAMES)


def _ends_section(paragraph: etree._Element) -> bool:
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is None:
        return False
    kind = section.find(W + "type")
    return kind is None or kind.get(W + "val") != "continuous"
