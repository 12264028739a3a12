"""The files under `law/`, read strictly, checked against their schemas, and handed on entry by entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from casecheck.checklist.located import Located, LocatedError, YamlPath, read_yaml
from casecheck.checklist.schema import validate
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
        return None if value is None else date.fromisoformat(value)

    def days(self, key: str) -> tuple[date, ...]:
        """The list of dates under that key."""
        return tuple(date.fromisoformat(value) for value in self.data.get(key, ()))

    def period(self) -> tuple[date, date | None]:
        """`from` and `to`: first and last day in force."""
        first, last = self.day("from") or date.min, self.day("to")
        if last is not None and last < first:
            self.refuse("to", Words(zh="早于 from", en="is before from"))
        return first, last


def read_entries(path: Path, root: Path, kind: str, errors: list[LocatedError]) -> Entry | None:
    """The top of a law file; None, with its errors added, when it does not read or its schema does not hold."""
    located, found = read_yaml(path, f"{root.name}/{path.relative_to(root).as_posix()}")
    problems = found or validate(located, kind)
    errors.extend(problems)
    if problems or not isinstance(located.value, dict):
        return None
    return Entry(data=located.value, path=(), located=located, errors=errors)
