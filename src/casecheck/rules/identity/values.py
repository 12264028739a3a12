"""号码、姓名、地址: how a value of a paper stands to the one that the others are compared with."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from casecheck.model.fact import Fact
from casecheck.model.identity import Standing
from casecheck.rules.identity.names import LICENCES
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked, normalise_name, resident_id_valid, uscc_valid, visible_match

Verdict = tuple[Standing, str, bool]
"""Standing, in what it differs, whether that is sure."""
_SHORTEST_CODE = 15
"""A number with fewer characters is a piece of one: it is checked, not compared."""
_REGISTRATION = frozenset((13, 15))
"""Characters of the registration numbers before 统一社会信用代码."""
_PASSPORT = re.compile(r"[A-Z]{1,2}[0-9]{7,9}")
_SLIP = 2
"""Characters in which an address that was miswritten differs from the right one, at most."""
_AREA = re.compile(r"^(?:中国|[\u4e00-\u9fff]{2,8}(?:省|自治区))?")


def plain(value: object) -> str:
    """A value as it is compared."""
    return normalise_name(str(value))


def hidden(fact: Fact) -> bool:
    """Whether part of a number is masked. A single X among letters and digits is one of them, not a mask."""
    value = plain(fact.value)
    if re.fullmatch(r"[0-9A-Z]{16,20}", value) and "XX" not in value:
        return False
    return fact.masked or is_masked(value)


def other_number(value: str) -> bool:
    """Whether the value is another kind of number (old registration number, passport), or no number at all."""
    return bool(re.fullmatch(r"\d{15}|\d{13}", value)) or not re.fullmatch(r"[0-9A-Z]{16,20}", value)


def checked(check: Callable[[str], bool], fact: Fact) -> bool | None:
    """Whether a number has the right check character; None where it is masked or of another kind."""
    value = plain(fact.value).replace(" ", "")
    return None if hidden(fact) or other_number(value) else check(value)


def code_valid(fact: Fact) -> bool | None:
    """统一社会信用代码, GB 32100."""
    return checked(uscc_valid, fact)


def identity_valid(fact: Fact) -> bool | None:
    """居民身份证号码, GB 11643."""
    return checked(resident_id_valid, fact)


def number_stands(reference: Fact, fact: Fact) -> Verdict:
    """A number against another; hidden characters may be anything."""
    passports = all(_PASSPORT.fullmatch(plain(f.value)) for f in (reference, fact))
    lengths = {len(plain(reference.value)), len(plain(fact.value))}
    if (min(lengths) < _SHORTEST_CODE and not passports) or (len(lengths) > 1 and lengths & _REGISTRATION):
        return Standing.ASIDE, "", True
    if not (hidden(reference) or hidden(fact)):
        same = plain(reference.value) == plain(fact.value)
        return (Standing.AGREES, "", True) if same else (Standing.DIFFERS, "other", True)
    if not visible_match(str(reference.value), str(fact.value)):
        return Standing.DIFFERS, "masked", True
    return (Standing.MASKED if hidden(fact) else Standing.AGREES), "", True


def person_stands(reference: Fact, fact: Fact) -> Verdict:
    """A person's name against another."""
    if plain(reference.value) == plain(fact.value):
        return Standing.AGREES, "", True
    if (veiled(reference) or veiled(fact)) and visible_match(str(reference.value), str(fact.value)):
        return (Standing.MASKED if veiled(fact) else Standing.AGREES), "", True
    return Standing.DIFFERS, "other", True


def address_stands(reference: Fact, fact: Fact) -> Verdict:
    """An address against another: one may leave out the province or the door; a few characters apart is a slip of the pen.

    An address that is another altogether may be a second one of the party (a shop beside the seat): that is to be asked.
    """
    one, other = _address(reference), _address(fact)
    if one == other:
        return Standing.AGREES, "", True
    if _part_of(one, other) or _part_of(other, one):
        return Standing.AGREES, "shorter", True
    if veiled(reference) or veiled(fact):
        agrees = visible_match(one, other)
        return (Standing.MASKED, "", True) if agrees else (Standing.DIFFERS, "masked", False)
    return (Standing.DIFFERS, "typo", True) if apart(one, other) <= _SLIP else (Standing.DIFFERS, "other", False)


def veiled(fact: Fact) -> bool:
    """Whether part of a name or an address is hidden."""
    return fact.masked or is_masked(fold_text(str(fact.value)))


def _part_of(short: str, long: str) -> bool:
    """Whether an address is part of a longer one, cut before or behind a number and not within it (`21号` of `121号`)."""
    at = long.find(short)
    if at < 0 or not short:
        return False
    before, behind = long[:at][-1:], long[at + len(short) :][:1]
    return not (before.isdigit() and short[0].isdigit()) and not (behind.isdigit() and short[-1].isdigit())


def _address(fact: Fact) -> str:
    return _AREA.sub("", re.sub(r"[（）]", "", plain(fact.value)).rstrip("。，；、"))


def apart(one: str, other: str, limit: int = _SLIP) -> int:
    """Characters to change, add or leave out to make one text of the other (Levenshtein), counted up to `limit` + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        above, row = row, [i]
        for j, b in enumerate(other, start=1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def most_stated(facts: Sequence[Fact], veiled: Callable[[Fact], bool], *, licence_first: bool = False) -> Fact:
    """The value to compare with: unmasked, of the party's licence where that counts first, else what most papers state."""
    shown = [f for f in facts if not veiled(f)] or list(facts)
    if licence_first and (own := [f for f in shown if f.name.startswith(LICENCES)]):
        return own[0]
    frequent = Counter(plain(f.value) for f in shown).most_common(1)[0][0]
    return next(f for f in shown if plain(f.value) == frequent)
