"""The text of a file as read: for the eye with page and block marks, and as JSON."""

import json
from collections.abc import Iterator, Sequence

from casecheck.model.rule import Json
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.model.words import Language
from casecheck.report.safe import on_one_line, printable


def source_lines(file: SourceText, language: Language) -> Iterator[str]:
    """Lines to print: `== file`, `-- page`, then `[block kind cell]` before the text of each block.

    Blocks, tables, rows and columns count from 1, as in the reports for people; JSON counts from 0.
    """
    yield f"== {on_one_line(file.name)} ({file.format}, sha256 {file.sha256[:12]})"
    for problem in file.problems:
        page = f" p. {problem.page}" if problem.page else ""
        yield f"!! {problem.kind}{page}: {printable(problem.message.of(language))}"
    verdicts = {page.number: page.verdict for page in file.pages}
    shown: int | None = None
    for block in file.blocks:
        if block.page is not None and block.page != shown:
            shown = block.page
            yield f"-- p. {shown} [{verdicts.get(shown, '')}]"
        yield f"[{_mark(block)}] {printable(block.text)}"


def _mark(block: Block) -> str:
    parts = [str(block.index + 1)]
    if block.kind is not BlockKind.PARAGRAPH:
        parts.append(block.kind.value)
    if block.part != "body":
        parts.append(block.part)
    if block.cell:
        parts.append(f"t{block.cell.table + 1} r{block.cell.row + 1} c{block.cell.column + 1}")
    return " ".join(parts)


def source_json(files: Sequence[SourceText], language: Language) -> str:
    """The same as JSON: files with their pages, problems and blocks."""
    entries: list[Json] = [_file(file, language) for file in files]
    return json.dumps({"schema_version": "1", "files": entries}, ensure_ascii=False, indent=2) + "\n"


def _file(file: SourceText, language: Language) -> Json:
    return {
        "file": file.name,
        "format": file.format,
        "sha256": file.sha256,
        "pages": [{"page": p.number, "width": p.width, "height": p.height, "verdict": p.verdict} for p in file.pages],
        "problems": [
            {"kind": p.kind, "page": p.page, "message": p.message.of(language), "hides_text": p.blocks_absence}
            for p in file.problems
        ],
        "blocks": [
            {
                "page": b.page,
                "block": b.index,
                "kind": b.kind.value,
                "part": b.part,
                "cell": [b.cell.row, b.cell.column] if b.cell else None,
                "table": b.cell.table if b.cell else None,
                "box": list(b.box) if b.box else None,
                "text": b.text,
            }
            for b in file.blocks
        ],
    }
