"""What went wrong with an input: a value, never an exception."""

from dataclasses import dataclass

from casecheck.model.place import Place
from casecheck.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A failure or a doubt about an input.

    `kind` is a short stable code: `file-broken`, `file-encrypted`, `file-too-large`, `file-unsupported`, `reader-killed`,
    `reader-timeout`, `page-image-only`, `page-garbled`, `page-characters-missing`, `page-blank`, `link-not-followed` …
    `blocks_absence` is true when text may exist that was not read, so that nothing may be called absent because of it.
    """

    kind: str
    message: Words
    file: str
    page: int | None = None
    place: Place | None = None
    hint: Words | None = None
    blocks_absence: bool = False
