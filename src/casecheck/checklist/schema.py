"""JSON Schemas of the data files, and what they say of a file in words that a lawyer can act on."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casecheck.checklist.located import Located, LocatedError, YamlPath, did_you_mean, read_yaml
from casecheck.model.words import Words

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "string": Words(zh="文字", en="text"),
    "integer": Words(zh="整数", en="a whole number"),
    "number": Words(zh="数", en="a number"),
    "boolean": Words(zh="true或false", en="true or false"),
    "array": Words(zh="列表", en="a list"),
    "object": Words(zh="若干个“键: 值”", en='"key: value" pairs'),
    "null": Words(zh="空", en="nothing"),
}
_FORMATS = {
    "date": Words(zh="不是有效的日期（应为2023-09-08的写法）", en="not a date (write 2023-09-08)"),
    "regex": Words(zh="不是有效的正则表达式", en="not a valid regular expression"),
}


def validate(located: Located, schema: str) -> tuple[LocatedError, ...]:
    """Everything that is wrong in a file by the schema of that name (`rule`, `form` …)."""
    found = _validator(schema).iter_errors(located.value)
    return tuple(sorted({e for error in found for e in _located(error, located)}))


def read_valid(path: Path, root: Path, schema: str, errors: list[LocatedError]) -> Located | None:
    """The content of a file below the folder of checklists; None, with its errors added, when it does not hold.

    What strict reading and the schema both refuse at one place is told once.
    """
    located, found = read_yaml(path, shown_name(path, root))
    refused = {(error.line, error.column) for error in found}
    if not found or located.value is not None:
        found += tuple(e for e in validate(located, schema) if (e.line, e.column) not in refused)
    errors += found
    return None if found else located


def shown_name(path: Path, root: Path) -> str:
    """The name of a file in errors: from the folder of checklists on."""
    return f"{root.name}/{path.relative_to(root).as_posix()}"


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of that name; FileNotFoundError when there is none."""
    text = resources.files("casecheck.checklist.schemas").joinpath(f"{name}.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _validator(name: str) -> "Draft202012Validator":
    """Loaded on first use: a run that finds its checklist compiled never pays for it."""
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(lambda v: not isinstance(v, str) or bool(_as_date(v)))
    formats.checks("regex", raises=re.error)(lambda v: not isinstance(v, str) or bool(re.compile(v)))

    # Crawled once: a registry that finds its schemas on demand reads them anew for every reference.
    folder = resources.files("casecheck.checklist.schemas")
    names = [entry.name.removesuffix(".json") for entry in folder.iterdir() if entry.name.endswith(".json")]
    known = [(f"{each}.json", Resource.from_contents(schema_of(each), DRAFT202012)) for each in names]
    registry: Registry[Any] = Registry().with_resources(known).crawl()
    return Draft202012Validator(schema_of(name), registry=registry, format_checker=formats)


def _as_date(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _located(error: "ValidationError", located: Located) -> Iterator[LocatedError]:
    path: YamlPath = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        schema: Any = error.schema
        known = list(schema.get("properties", {}))
        for key in error.instance:
            if key not in known:
                yield located.error((*path, key), _unknown_key(key, known), key=True)
        return
    if error.validator == "required" and isinstance(error.instance, dict):
        lacking = [k for k in wanted if k not in error.instance]
        message = Words(zh=f"缺少：{'、'.join(lacking)}", en=f"missing: {', '.join(lacking)}")
        yield located.error(path, message, key=True)
        return
    yield located.error(path, _said(error))


def _unknown_key(key: str, known: Iterable[str]) -> Words:
    hint = did_you_mean(key, known)
    return Words(zh=f"没有这个键{hint.zh}", en=f"unknown key{hint.en}")


def _said(error: "ValidationError") -> Words:
    rule = str(error.validator)
    value: Any = error.validator_value
    own = error.schema.get("says", {}).get(rule) if isinstance(error.schema, dict) else None
    if own:
        return Words(zh=own["zh"], en=own["en"])
    if rule == "type":
        wanted = [_TYPES[t] for t in ([value] if isinstance(value, str) else value)]
        return Words(
            zh=f"应为{'或'.join(w.zh for w in wanted)}，而不是{_shown(error.instance)}",
            en=f"expected {' or '.join(w.en for w in wanted)}, not {_shown(error.instance)}",
        )
    if rule == "enum":
        allowed = [str(v) for v in value]
        hint = did_you_mean(str(error.instance), allowed)
        return Words(
            zh=f"{_shown(error.instance)}不在允许的值中（{'、'.join(allowed)}）{hint.zh}",
            en=f"{_shown(error.instance)} is not one of {', '.join(allowed)}{hint.en}",
        )
    if rule == "format" and value in _FORMATS:
        said = _FORMATS[value]
        return Words(zh=f"{_shown(error.instance)}{said.zh}", en=f"{_shown(error.instance)} is {said.en}")
    counts = {
        "minItems": Words(zh=f"至少要有{value}项", en=f"needs at least {value} entries"),
        "maxItems": Words(zh=f"至多{value}项", en=f"takes at most {value} entries"),
        "minProperties": Words(zh=f"至少要有{value}个键", en=f"needs at least {value} key(s)"),
        "maxProperties": Words(zh=f"至多{value}个键", en=f"takes at most {value} key(s)"),
        "minLength": Words(zh="不能为空", en="must not be empty"),
        "minimum": Words(zh=f"不得小于{value}", en=f"must not be less than {value}"),
        "pattern": Words(
            zh=f"{_shown(error.instance)}写法不对", en=f"{_shown(error.instance)} is not written as it must be"
        ),
        "uniqueItems": Words(zh="有重复的项", en="has entries twice"),
    }
    return counts.get(rule, Words(zh=f"不符合规定（{rule}）", en=f"does not hold ({rule})"))


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}…"
