"""Strict YAML with the place of every key and value.

Data that lawyers write is read without YAML's surprises: no duplicate keys, tags, anchors, aliases or merge keys, and
no plain word that some other reader would take for something else (`yes`, `12:30`, `0123`, `1e3`). Scalars are true,
false, null, decimal numbers and text; a date stays text until the schema asks for a date. Keys are always text.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from casecheck.errors import CaseCheckError
from casecheck.model.rule import Json
from casecheck.model.words import Language, Words

YamlPath = tuple[str | int, ...]
"""Keys and positions from the top of the file to a value."""

_MAX_DEPTH = 40
_WORDS: dict[str, Json] = {"true": True, "false": False, "null": None, "": None}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,9}")
_SURPRISES = (
    (
        re.compile(r"(?i:yes|no|on|off|y|n)|True|False|TRUE|FALSE|Null|NULL|~"),
        Words(zh="有的程序会把它读成真假值或空值", en="some readers take it for a truth value or null"),
    ),
    (
        re.compile(r"[-+]?[0-9][0-9_]*(:[0-9]{1,2})+(\.[0-9]*)?"),
        Words(zh="有的程序会把它读成六十进制数", en="some readers take it for a base-60 number"),
    ),
    (
        re.compile(r"[-+]?0[0-9_]+"),
        Words(zh="以0开头，有的程序会读成八进制", en="some readers take it for an octal number"),
    ),
    (
        re.compile(r"\+[0-9.]+|[-+]?0[xob][0-9A-Fa-f_]+|[-+]?[0-9][0-9_]*_[0-9_]*|[-+]?\.[0-9]+|[-+]?[0-9]+\."),
        Words(zh="不是普通写法的数", en="not a plain decimal number"),
    ),
    (
        re.compile(r"[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+|(?i:[-+]?\.(inf|nan))|<<|="),
        Words(zh="不是普通写法的数或文字", en="not a plain number or word"),
    ),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line and a column of a file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """The content of a file, and where each of its values and keys stands."""

    file: str
    value: Json
    marks: dict[YamlPath, Mark]
    key_marks: dict[YamlPath, Mark]

    def mark(self, path: YamlPath, *, key: bool = False) -> Mark:
        """Where the value (or its key) stands; the nearest enclosing value when the path is not in the file."""
        if key and path in self.key_marks:
            return self.key_marks[path]
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark(1, 1))

    def error(self, path: YamlPath, message: Words, *, key: bool = False) -> "LocatedError":
        """An error about the value (or the key) at that path."""
        mark = self.mark(path, key=key)
        return LocatedError(file=self.file, line=mark.line, column=mark.column, key=dotted(path), message=message)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LocatedError:
    """One thing that is wrong in a file: `file:line:column: key: message`."""

    file: str
    line: int
    column: int
    key: str
    message: Words = field(compare=False)

    def text(self, language: Language) -> str:
        """The error as one line."""
        key = f"{self.key}: " if self.key else ""
        return f"{self.file}:{self.line}:{self.column}: {key}{self.message.of(language)}"


class ChecklistError(CaseCheckError):
    """The data of the tool does not hold: every error at once."""

    def __init__(self, errors: Iterable[LocatedError]) -> None:
        self.errors = tuple(sorted(set(errors), key=lambda e: (e.file, e.line, e.column, e.key, e.message.en)))
        count = len(self.errors)
        super().__init__(
            Words(
                zh=f"检查清单数据有 {count} 处错误",
                en=f"{count} error{'s' if count != 1 else ''} in the checklist data",
            ),
            details=self.lines("en"),
        )

    def lines(self, language: Language) -> tuple[str, ...]:
        """One line for each error."""
        return tuple(error.text(language) for error in self.errors)


def dotted(path: YamlPath) -> str:
    """A path as it is shown to people: `check.any[0].after`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def did_you_mean(name: str, known: Iterable[str]) -> Words:
    """A hint with the known name that looks most like this one; empty when none does."""
    close = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    if not close:
        return Words(zh="", en="")
    return Words(zh=f"，是否想写“{close[0]}”？", en=f'; did you mean "{close[0]}"?')


def read_yaml(path: Path, name: str) -> tuple[Located, tuple[LocatedError, ...]]:
    """The content of a file under the name that errors show; what could not be accepted is null in it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        located = Located(file=name, value=None, marks={}, key_marks={})
        why = problem.strerror if isinstance(problem, OSError) else "UTF-8"
        return located, (located.error((), Words(zh=f"读不出来（{why}）", en=f"cannot be read ({why})")),)
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> tuple[Located, tuple[LocatedError, ...]]:
    """As `read_yaml`, of a text."""
    reader = _Reader(text, name)
    located = reader.read()
    return located, tuple(reader.errors)


class _Reader:
    """Builds plain values from YAML events, because composing would already have followed the aliases."""

    def __init__(self, text: str, name: str) -> None:
        loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
        self._events = yaml.parse(text, Loader=loader)
        self.errors: list[LocatedError] = []
        self._located = Located(file=name, value=None, marks={}, key_marks={})

    def read(self) -> Located:
        found = self._located
        try:
            next(self._events)
            event = next(self._events)
            if isinstance(event, yaml.StreamEndEvent):
                self._refuse(Mark(1, 1), (), Words(zh="文件是空的", en="the file is empty"))
                return found
            value = self._value(next(self._events), ())
            next(self._events)
            event = next(self._events)
            if not isinstance(event, yaml.StreamEndEvent):
                message = Words(zh="一个文件只能有一份文档（---）", en="a file holds one document only (---)")
                self._refuse(_mark(event), (), message)
        except yaml.MarkedYAMLError as problem:
            where = problem.problem_mark or problem.context_mark
            mark = Mark(where.line + 1, where.column + 1) if where else Mark(1, 1)
            what = problem.problem or problem.context or ""
            self._refuse(mark, (), Words(zh=f"不是有效的YAML：{what}", en=f"not valid YAML: {what}"))
            return found
        except yaml.YAMLError as problem:
            what = " ".join(str(problem).split())
            self._refuse(Mark(1, 1), (), Words(zh=f"不是有效的YAML：{what}", en=f"not valid YAML: {what}"))
            return found
        return Located(file=found.file, value=value, marks=found.marks, key_marks=found.key_marks)

    def _refuse(self, mark: Mark, path: YamlPath, message: Words) -> None:
        self.errors.append(
            LocatedError(file=self._located.file, line=mark.line, column=mark.column, key=dotted(path), message=message)
        )

    def _value(self, event: yaml.Event, path: YamlPath) -> Json:
        mark = _mark(event)
        self._located.marks[path] = mark
        if isinstance(event, yaml.AliasEvent):
            self._refuse(mark, path, Words(zh="不允许使用别名（*）", en="aliases (*) are not allowed"))
            return None
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)  # noqa: S101 (nothing else begins a value)
        if event.anchor:
            self._refuse(mark, path, Words(zh="不允许使用锚点（&）", en="anchors (&) are not allowed"))
        if event.tag:
            self._refuse(mark, path, Words(zh="不允许使用标签（!）", en="tags (!) are not allowed"))
        if len(path) > _MAX_DEPTH:
            raise yaml.YAMLError(f"nested deeper than {_MAX_DEPTH} levels")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event, path) if isinstance(event, yaml.ScalarEvent) else None

    def _mapping(self, path: YamlPath) -> Json:
        mapping: dict[str, Json] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            mark = _mark(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(mark, path, Words(zh="键必须是文字", en="a key must be text"))
                self._value(event, (*path, "?"))
                self._value(next(self._events), (*path, "?"))
                continue
            key = event.value
            inner = (*path, key)
            if event.anchor or event.tag:
                self._refuse(mark, inner, Words(zh="键上不允许锚点或标签", en="a key takes no anchor or tag"))
            if key == "<<" and not event.style:
                self._refuse(mark, inner, Words(zh="不允许合并键（<<）", en="merge keys (<<) are not allowed"))
            if key in mapping:
                first = self._located.key_marks[inner].line
                message = Words(zh=f"键重复（前一处在第{first}行）", en=f"duplicate key (first in line {first})")
                self._refuse(mark, inner, message)
                self._value(next(self._events), (*path, f"{key} (2)"))
                continue
            self._located.key_marks[inner] = mark
            mapping[key] = self._value(next(self._events), inner)
        return mapping

    def _sequence(self, path: YamlPath) -> Json:
        values: list[Json] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _scalar(self, event: yaml.ScalarEvent, path: YamlPath) -> Json:
        text: str = event.value
        if event.style not in (None, ""):
            return text
        for pattern, why in _SURPRISES:
            if pattern.fullmatch(text):
                message = Words(zh=f"“{text}”{why.zh}，请加引号", en=f'"{text}": {why.en}; put it in quotes')
                self._refuse(_mark(event), path, message)
        return _plain(text)


def _plain(text: str) -> Json:
    """The value of an unquoted word."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _mark(event: yaml.Event) -> Mark:
    mark = event.start_mark
    assert mark is not None  # noqa: S101 (the parser marks every event)
    return Mark(mark.line + 1, mark.column + 1)
