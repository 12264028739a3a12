"""The files under `law/`, read strictly, checked against their schemas, and handed on entry by entry."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from casecheck.checklist.located import Located, LocatedError, YamlPath, did_you_mean, read_yaml
from casecheck.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A mapping in a law file whose schema held, and where it stands.

    Problems that no schema can see are added to `errors`, which all entries of a load share.
    """

    data: Mapping[str, Any]
    path: YamlPath
    located: Located
    errors: list[LocatedError]

    def inner(self, key: str) -> Iterator["Entry"]:
        """The mappings in the list under that key."""
        for number, data in enumerate(self.data.get(key, ())):
            yield Entry(data=data, path=(*self.path, key, number), located=self.located, errors=self.errors)

    def child(self, key: str) -> "Entry | None":
        """The mapping under that key."""
        if key not in self.data:
            return None
        return Entry(data=self.data[key], path=(*self.path, key), located=self.located, errors=self.errors)

    def refuse(self, key: str, message: Words) -> None:
        """Adds an error about the value under that key."""
        self.errors.append(self.located.error((*self.path, key), message))

    def text(self, key: str) -> str | None:
        """The text under that key."""
        value = self.data.get(key)
        return None if value is None else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under that key; empty when there is none."""
        return tuple(str(value) for value in self.data.get(key, ()))

    def number(self, key: str) -> int | None:
        """The whole number under that key."""
        value = self.data.get(key)
        return None if value is None else int(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """The truth value under that key."""
        return bool(self.data.get(key, default))

    def fraction(self, key: str) -> Fraction | None:
        """The number under that key, as written: 0.1 is a tenth."""
        value = self.data.get(key)
        return None if value is None else Fraction(str(value))

    def fen(self, key: str) -> int | None:
        """The amount in yuan under that key, in 分."""
        yuan = self.fraction(key)
        if yuan is None:
            return None
        if (yuan * 100).denominator != 1:
            self.refuse(key, Words(zh="金额最多到分", en="an amount has at most two decimals"))
        return int(yuan * 100)

    def day(self, key: str) -> date | None:
        """The date under that key."""
        value = self.data.get(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.refuse(key, Words(zh=f"没有 {value} 这一天", en=f"there is no day {value}"))
            return None

    def period(self) -> tuple[date, date | None]:
        """`from` and `to`: first and last day in force."""
        first, last = self.day("from") or date.min, self.day("to")
        if last is not None and last < first:
            self.refuse("to", Words(zh="早于 from", en="is before from"))
        return first, last


def read_entries(path: Path, kind: str, errors: list[LocatedError]) -> Entry | None:
    """The top of a law file; None, with its errors added, when it does not read or its schema does not hold."""
    name = "/".join(path.parts[path.parts.index("law") :])
    located, found = read_yaml(path, name)
    problems = list(found) or _schema_errors(located, kind)
    errors.extend(problems)
    if problems or not isinstance(located.value, dict):
        return None
    return Entry(data=located.value, path=(), located=located, errors=errors)


def _schema_errors(located: Located, kind: str) -> list[LocatedError]:
    return [error for problem in _validator(kind).iter_errors(located.value) for error in _told(located, problem)]


def _told(located: Located, problem: ValidationError) -> Iterator[LocatedError]:
    path: YamlPath = tuple(problem.absolute_path)
    if problem.validator == "additionalProperties" and isinstance(problem.instance, dict):
        known = cast(dict[str, dict[str, Any]], problem.schema)["properties"]
        for key in problem.instance.keys() - known.keys():
            hint = did_you_mean(key, known)
            message = Words(zh=f"没有这个键{hint.zh}", en=f"unknown key{hint.en}")
            yield located.error((*path, key), message, key=True)
    elif problem.validator == "required" and isinstance(problem.instance, dict):
        lacking = [key for key in cast(list[str], problem.validator_value) if key not in problem.instance]
        named = ", ".join(lacking)
        yield located.error(path, Words(zh=f"缺少 {named}", en=f"lacks {named}"))
    else:
        yield located.error(path, Words(zh=f"不合格式：{problem.message}", en=problem.message))


@cache
def _validator(kind: str) -> Draft202012Validator:
    schema = resources.files("casecheck.checklist").joinpath("schemas", f"{kind}.json").read_text("utf-8")
    return Draft202012Validator(json.loads(schema))
