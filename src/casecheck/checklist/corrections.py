"""`corrections.yml` (更正表) to corrections: what a person corrects in what was read from a dossier."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from casecheck.checklist.located import ChecklistError, Located, LocatedError, YamlPath, did_you_mean, parse_yaml
from casecheck.checklist.schema import validate
from casecheck.model.correction import Correction, Written
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words

MOST_BYTES = 1 << 18
_SUBJECTS = ("fact", "part_of", "begins", "form")
"""What an entry is about: exactly one of these, but for `form` beside `begins`."""
_ONLY_FACTS = ("value", "was", "absent")
_DERIVED = ("案件", "当事人", "办案人员")
"""Values that are worked out of those of the papers."""
_LIMIT = 10**15
"""Whole numbers and yuan beyond this are no value of a case."""


class CorrectionsError(ChecklistError):
    """A file of corrections does not hold: every error at once."""

    def __init__(self, errors: tuple[LocatedError, ...]) -> None:
        super().__init__(errors)
        count = len(self.errors)
        self.message = Words(
            zh=f"更正表有 {count} 处错误", en=f"{count} error{'s' if count != 1 else ''} in the corrections"
        )


def load_corrections(path: Path, name: str, vocabulary: Vocabulary) -> tuple[Correction, ...]:
    """The corrections in a file, shown as `name` in errors; CorrectionsError with every located error."""
    located, errors = _read(path, name)
    refused = {(e.line, e.column) for e in errors}
    if not errors or located.value is not None:
        errors += tuple(e for e in validate(located, "corrections") if (e.line, e.column) not in refused)
    if errors:
        raise CorrectionsError(errors)
    entries: Any = located.value
    found: list[Correction] = []
    for number, entry in enumerate(entries["corrections"]):
        at: YamlPath = ("corrections", number)
        wrong = tuple(_wrong(located, at, entry, vocabulary))
        errors += wrong
        if not wrong:
            found.append(_correction(located, at, entry, vocabulary, number + 1))
    if errors:
        raise CorrectionsError(errors)
    return tuple(found)


def _read(path: Path, name: str) -> tuple[Located, tuple[LocatedError, ...]]:
    """The content of the file. One larger than any list of corrections is not read."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return _unread(name, Words(zh="读不出来", en=f"cannot be read ({error.strerror})"))
    if len(content) > MOST_BYTES:
        size = MOST_BYTES >> 10
        return _unread(name, Words(zh=f"文件大于{size} kB", en=f"is larger than {size} kB"))
    try:
        return parse_yaml(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return _unread(name, Words(zh="不是UTF-8编码", en="is not UTF-8"))


def _unread(name: str, why: Words) -> tuple[Located, tuple[LocatedError, ...]]:
    located = Located(file=name, value=None, marks={}, key_marks={})
    return located, (located.error((), why),)


def _wrong(located: Located, at: YamlPath, entry: dict[str, Any], vocabulary: Vocabulary) -> Iterator[LocatedError]:
    """What the schema cannot tell: keys that do not go together, names and values that do not exist."""
    subjects = [key for key in _SUBJECTS if key in entry]
    if subjects not in (["fact"], ["part_of"], ["begins"], ["form"], ["begins", "form"]):
        message = Words(
            zh="每条只更正一项：fact、form、part_of、begins 之一（begins 可带 form）",
            en="each entry corrects one thing: fact, form, part_of or begins (begins may have form)",
        )
        yield located.error(at, message)
        return
    if "fact" in entry:
        yield from _wrong_value(located, at, entry, vocabulary)
        return
    for key in _ONLY_FACTS:
        if key in entry:
            yield located.error((*at, key), Words(zh="只与 fact 同用", en="goes with fact only"), key=True)
    if "document" not in entry:
        yield located.error(at, Words(zh="缺少：document", en="missing: document"), key=True)
    forms = [name for form in vocabulary.forms for name in (form.short, form.name)]
    if "form" in entry and entry["form"] not in forms:
        hint = did_you_mean(entry["form"], forms)
        message = Words(zh=f"没有“{entry['form']}”这种文书{hint.zh}", en=f'no form "{entry["form"]}"{hint.en}')
        yield located.error((*at, "form"), message)


def _wrong_value(
    located: Located, at: YamlPath, entry: dict[str, Any], vocabulary: Vocabulary
) -> Iterator[LocatedError]:
    name = entry["fact"]
    known = vocabulary.fact(name)
    if known is None:
        hint = did_you_mean(name, [*vocabulary.facts, *(f.fact for form in vocabulary.forms for f in form.fields)])
        message = Words(zh=f"没有“{name}”这个事实{hint.zh}", en=f'no fact "{name}"{hint.en}')
        yield located.error((*at, "fact"), message)
        return
    if name.partition(".")[0] in _DERIVED:
        message = Words(
            zh="该值由各文书得出，请更正文书中的值",
            en="is worked out of the papers: correct the value of the paper",
        )
        yield located.error((*at, "fact"), message)
        return
    if ("value" in entry) == ("absent" in entry):
        message = Words(zh="value 与 absent 须有且只有一个", en="give either value or absent")
        yield located.error(at, message)
    for key in ("value", "was"):
        if key in entry and _typed(entry[key], known.type) is None:
            said = _TYPES[known.type]
            yield located.error((*at, key), Words(zh=f"应为{said.zh}", en=f"must be {said.en}"))


_TYPES = {
    "text": Words(zh="文字（数字请加引号）", en="text (put figures in quotes)"),
    "date": Words(zh="日期，如 2023-09-08", en="a date such as 2023-09-08"),
    "time": Words(zh="时间，如 2023-09-08 09:30", en="a time such as 2023-09-08 09:30"),
    "money": Words(zh="金额（元），如 50000.00", en="yuan such as 50000.00"),
    "int": Words(zh="整数", en="a whole number"),
    "bool": Words(zh="true 或 false", en="true or false"),
}


def _typed(written: str | float | bool, kind: str) -> Written | None:
    """The value as facts of that type carry it; None where it is not of the type."""
    if kind == "bool" or isinstance(written, bool):
        return written if kind == "bool" and isinstance(written, bool) else None
    text = str(written).strip()
    try:
        if kind == "date":
            return date.fromisoformat(text) if len(text) == len("2023-09-08") else None
        if kind == "time":
            return datetime.fromisoformat(text).replace(tzinfo=None) if len(text) > len("2023-09-08") else None
        if kind in ("money", "int"):
            number = Decimal(text.replace(",", "")) * (100 if kind == "money" else 1)
            whole = number.is_finite() and abs(number) < _LIMIT and number == number.to_integral_value()
            return int(number) if whole else None
    except (ValueError, InvalidOperation):
        return None
    # A number without quotes may have lost its zeros: 1.10.
    return None if isinstance(written, float) else text or None


def _correction(
    located: Located, at: YamlPath, entry: dict[str, Any], vocabulary: Vocabulary, number: int
) -> Correction:
    known = vocabulary.fact(entry["fact"]) if "fact" in entry else None
    kind = known.type if known else "text"
    official = {name: form.name for form in vocabulary.forms for name in (form.short, form.name)}
    papers = {key: official.get(entry[key], entry[key]) for key in ("document", "part_of") if key in entry}
    return Correction(
        number=number,
        line=located.mark(at).line,
        who=entry["who"],
        when=date.fromisoformat(entry["when"]),
        why=entry["why"],
        document=papers.get("document"),
        fact=known.name if known else None,
        value=_typed(entry["value"], kind) if "value" in entry else None,
        was=_typed(entry["was"], kind) if "was" in entry else None,
        absent="absent" in entry,
        form=vocabulary.form(entry["form"]).name if "form" in entry else None,
        part_of=papers.get("part_of"),
        begins=entry.get("begins"),
    )
