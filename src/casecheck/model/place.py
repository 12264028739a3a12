"""Where something stands in a dossier."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""`(x0, top, x1, bottom)` in points, measured from the top left of the page as it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A span of characters in one block of one file.

    `file` is relative to the dossier, with forward slashes. `block` counts from 0: on the page in a PDF, in the
    document body (all parts) in a DOCX. `start` and `end` are character offsets in the text of the block; `cell` is
    `(row, column)` in its table. `page` counts from 1 and is None where no page is known (DOCX).
    """

    file: str
    block: int
    start: int
    end: int
    part: str = "body"
    page: int | None = None
    cell: tuple[int, int] | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words that stand at a place. `document` is the id of the 文书, None for text outside every 文书.

    `role` tells what the quote shows in a finding (a fact name, or a word of the rule); it may be empty.
    """

    text: str
    place: Place
    document: str | None = None
    role: str = ""
