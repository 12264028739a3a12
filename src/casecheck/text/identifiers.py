"""证照号码与名称: identifiers, their check characters, and values that a paper hides in part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casecheck.text.folded import fold_text

_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ID_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))
_ID_CHECKS = "10X98765432"
_USCC_LENGTH = 18
_USCC = re.compile(r"(?<![0-9A-Za-z*×])[0-9A-Za-z*×●■█_]{18}(?![0-9A-Za-z*×])")
_USCC_LABEL = re.compile(
    r"(?:社会信用代码|社会代码|信用代码|企业代码|机构代码)(?:（[^（）]{1,12}）|/[^：/]{1,10})?(?:号码|号)?：?(?=[0-9A-Za-z*×])"
)
_CODE = re.compile(r"[0-9A-Za-z*×✱●■█_]{1,40}")
_RUN_INTO_YEAR = re.compile(r"20\d\d年")
_ACCOUNT = re.compile(r"[账帐卡]号|账户|流水")
_SHOWN_AT_LEAST = 3
_CODE_LENGTH = 15
_AUTHORITIES = frozenset(
    [
        "11",
        "12",
        "13",
        "19",
        "21",
        "29",
        "31",
        "32",
        "33",
        "34",
        "35",
        "39",
        "41",
        "49",
        "51",
        "52",
        "53",
        "54",
        "59",
        "61",
        "62",
        "69",
        "71",
        "72",
        "79",
        "81",
        "89",
        "91",
        "92",
        "93",
        "A1",
        "A9",
        "N1",
        "N2",
        "N3",
        "N9",
        "Y1",
    ]
)
"""First two characters in use: registering authority and kind of body."""
_USCC_PLAIN = re.compile(r"[1-9A-Z][0-9A-Z][0-9]{6}[0-9A-Z]{10}")
_RESIDENT_ID = re.compile(r"[1-9]\d{16}[\dX]")
_MASK_CHARACTERS = "*×✱＊●■█※"
_MASK = re.compile(rf"[{_MASK_CHARACTERS}某]+|[xX]{{2,}}|(?<=[\u4e00-\u9fff])[xX](?![0-9A-Za-z])|(?<=\d)[xX](?=\d)")
_WHOLE_CODE = re.compile(r"(?![^\n]*XXX)9[1-3]\d{6}[0-9A-HJ-NPQRTUWXY]{10}")
_BRACKETS = str.maketrans("〔〕[]【】{}《》", "（）（）（）（）（）")
_SEPARATORS = re.compile(r"[·•・∙‧．.\-—_“”\"'‘’]")


@dataclass(frozen=True, slots=True)
class Uscc:
    """统一社会信用代码 in a text. `value` is in capitals; `valid` tells the check of GB 32100, None for a masked one."""

    start: int
    end: int
    raw: str
    value: str
    valid: bool | None


def uscc_valid(text: str) -> bool:
    """Whether the text is a 统一社会信用代码: 18 characters without I O Z S V, check character as GB 32100-2015 has it."""
    code = fold_text(text)
    if len(code) != _USCC_LENGTH or any(c not in _USCC_ALPHABET for c in code):
        return False
    if not _USCC_PLAIN.fullmatch(code):
        return False
    total = sum(_USCC_ALPHABET.index(c) * weight for c, weight in zip(code, _USCC_WEIGHTS, strict=False))
    return _USCC_ALPHABET[-total % 31] == code[-1]


def resident_id_valid(text: str) -> bool:
    """Whether the text is an 18-character 居民身份证号码 with a real birth date and the check of GB 11643-1999."""
    code = fold_text(text).upper()
    if not _RESIDENT_ID.fullmatch(code) or not code.isascii():
        return False
    try:
        date(int(code[6:10]), int(code[10:12]), int(code[12:14]))
    except ValueError:
        return False
    total = sum(int(c) * weight for c, weight in zip(code, _ID_WEIGHTS, strict=False))
    return _ID_CHECKS[total % 11] == code[-1]


def find_uscc(text: str) -> list[Uscc]:
    """All 统一社会信用代码 of a folded text in their order, masked and wrong ones too.

    After its label any code counts that is hidden in part, or has 16 to 20 characters; elsewhere only one of 18 characters
    that begins like a 统一社会信用代码, has a letter or a right check character, and is no bank account number. An old
    registration number (15 digits) and a 居民身份证号码 are none.
    """
    found = list(_labelled(text))
    taken = {mention.start for mention in found}
    for match in _USCC.finditer(text):
        value = match[0].upper()
        if match.start() in taken or _ACCOUNT.search(text, max(0, match.start() - 12), match.start()):
            continue
        masked = is_masked(value)
        begins = value[:2] in _AUTHORITIES and value[2:8].replace("O", "0").isdigit()
        if masked and value[0] in "159ANY" and sum(c in _USCC_ALPHABET for c in value) >= _SHOWN_AT_LEAST:
            found.append(Uscc(match.start(), match.end(), match[0], value, None))
        elif begins and not masked and (uscc_valid(value) or any(c.isalpha() for c in value[8:17])):
            found.append(Uscc(match.start(), match.end(), match[0], value, uscc_valid(value)))
    return sorted(found, key=lambda mention: mention.start)


def _labelled(text: str) -> Iterator[Uscc]:
    for label in _USCC_LABEL.finditer(text):
        match = _CODE.match(text, label.end())
        if not match:
            continue
        value = match[0].upper()
        if len(value) > _USCC_LENGTH and (
            uscc_valid(value[:_USCC_LENGTH]) or _RUN_INTO_YEAR.match(text, match.end() - 4)
        ):
            value = value[:_USCC_LENGTH]
        masked = is_masked(value)
        if masked or (16 <= len(value) <= 20 and not resident_id_valid(value)):
            end = match.start() + len(value)
            yield Uscc(match.start(), end, text[match.start() : end], value, None if masked else uscc_valid(value))


def is_masked(text: str) -> bool:
    """Whether part of the value is hidden: `*` × `XX`, or 某 in a name. A credit code may hold an X, or two, of its own."""
    return bool(_MASK.search(text)) and not _WHOLE_CODE.fullmatch(text)


def visible_match(first: str, second: str) -> bool:
    """Whether two values, either of which may be masked, agree on every character that both show.

    In codes of equal length each mask hides one character; elsewhere a run of masks stands for one or more. Two values
    without a mask must be equal.
    """
    a, b = normalise_name(first), normalise_name(second)
    if a == b:
        return True
    if not (is_masked(a) or is_masked(b)):
        return False
    if len(a) == len(b) and len(a) >= _CODE_LENGTH:
        return all(x == y or _MASK.match(x) or _MASK.match(y) or "X" in (x, y) for x, y in zip(a, b, strict=True))
    if is_masked(a) and is_masked(b):
        return _agree_at_ends(_MASK.split(a), _MASK.split(b))
    return _fits(_MASK.split(a), b) if is_masked(a) else _fits(_MASK.split(b), a)


def _fits(shown: list[str], plain: str) -> bool:
    """Whether the plain value begins and ends as shown and has the other shown parts in order, something between each."""
    head, *middle, tail = shown
    if len(plain) <= len(head) + len(tail) or not (plain.startswith(head) and plain.endswith(tail)):
        return False
    position, end = len(head), len(plain) - len(tail)
    for part in middle:
        position = plain.find(part, position + 1, end - 1)
        if position < 0:
            return False
        position += len(part)
    return position < end


def _agree_at_ends(a: list[str], b: list[str]) -> bool:
    head, tail = min(len(a[0]), len(b[0])), min(len(a[-1]), len(b[-1]))
    return a[0][:head] == b[0][:head] and a[-1][len(a[-1]) - tail :] == b[-1][len(b[-1]) - tail :]


def normalise_name(text: str) -> str:
    """A party's name for comparison: width, white space, kinds of brackets, separators and case do not count."""
    folded = fold_text(text).translate(_BRACKETS)
    return _SEPARATORS.sub("", folded).upper()
