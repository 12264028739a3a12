"""更正表: what a person corrects in what was read, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime

from casecheck.model.words import Words

Written = str | int | bool | date | datetime
"""A value as facts carry it: money in 分."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry of a `corrections.yml`: who corrects what, when and why.

    `document` names the 文书 (its id, its 文号 or its form). With `fact` a value is corrected: `value` is the right one, `was`
    the one that was read (needed where several were), `absent` says that the paper states none. Otherwise a 文书 is: `form`
    is what it is, `part_of` the 文书 that it is a part of, `begins` the words of the line at which another one begins in it (then
    `form` is what that one is). `number` counts the entries from 1, `line` is that of the file.
    """

    number: int
    line: int
    who: str
    when: date
    why: str
    document: str | None = None
    fact: str | None = None
    value: Written | None = None
    was: Written | None = None
    absent: bool = False
    form: str | None = None
    part_of: str | None = None
    begins: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedCorrection:
    """What became of a correction. `refused` tells why it could not be applied; then nothing was changed.

    `document` is the id of the 文书, `before` what was read (None: nothing) and `after` what counts now (None: nothing), as reports
    print them.
    """

    correction: Correction
    document: str | None = None
    before: str | None = None
    after: str | None = None
    refused: Words | None = None
