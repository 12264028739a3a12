"""证据清单: the papers that its items name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casecheck.model.fact import Fact
from casecheck.model.rule import Json
from casecheck.rules.builtin.reading import texts
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked, normalise_name

PURPOSE = re.compile(
    r"[，、：]?(?:用以|用于|以此|可以|共同|均|佐)?证(?:明|实)(?!材料|书|人|券)|[，、：]?说明(?!书)[^》」”]{4,}"
)
_PERSON = re.compile(
    r"(?:对|询问|被询问人|当事人|经营者|负责人|法定代表人|委托代理人|代理人|员工)[:：]?(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:的|进行|制作|（|《|所作|$)"
)
_BREAK = re.compile(r"[；;，,、。]|和(?=[《\d])")
"""Where one listed thing ends and the next begins."""
_LABEL = re.compile(r"^(?:证据)?[（(]?[0-9一二三四五六七八九十①-⑳]{1,3}(?:[）)：:.．]|(?=[①-⑳]))+|^[①-⑳]")
_LONGEST_ITEM = 40
_OWNER = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,4})(?:的)?(?:《)?询问(?:调查)?笔录")
_NOT_NAMES = re.compile(
    r"当事|经营|负责|法定|代表|委托|代理|执法|人员|公司|该|其|现场|制作|工作|职员|员工|店|两次|涉案|被询|相关|证人|消费者|投诉|举报|同时|笔录"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of evidence: the words that list it, the forms that are it, whether it always has a form of its own."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    own_form: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One paper that a list names. `days` and `person` where the list gives them."""

    fact: Fact
    word: str
    kind: Kind
    item: str
    """The thing as the list names it, with its number of copies: `消费小票复印件12张`."""
    days: tuple[date, ...] = ()
    person: str | None = None


def kinds_of(arguments: Json) -> list[Kind]:
    """The kinds of evidence that the argument `kinds` tells."""
    listed = arguments.get("kinds") if isinstance(arguments, dict) else None
    return [
        Kind(
            words=texts(item, "words"),
            forms=texts(item, "forms"),
            own_form=isinstance(item, dict) and item.get("own_form") is True,
        )
        for item in (listed if isinstance(listed, list) else [])
    ]


def listed_in(item: Fact, kinds: list[Kind]) -> Iterator[Listed]:
    """The kinds of evidence an item names before it says what they prove."""
    said = fold_text(str(item.value))
    purpose = PURPOSE.search(said, 2)
    head = said[: purpose.start()] if purpose and purpose.start() > 3 else said
    for start, word, kind in _named(head, kinds):
        before = _BREAK.split(head[:start])[-1]
        phrase = before + word
        yield Listed(
            fact=item,
            word=word,
            kind=kind,
            item=_item(before, _BREAK.split(head[start:], maxsplit=1)[0], word),
            days=tuple(d.value for d in find_dates(phrase) if d.value) if kind.own_form else (),
            person=_person(phrase) if "询问笔录" in kind.forms else None,
        )


def _item(before: str, rest: str, word: str) -> str:
    """The words around that of the kind; that alone where they are long, or break off within brackets."""
    item = _LABEL.sub("", before + rest)
    whole = all(item.count(a) == item.count(b) for a, b in ("（）", "《》", "“”"))
    return item if whole and len(item) <= _LONGEST_ITEM else word


def _named(head: str, kinds: list[Kind]) -> list[tuple[int, str, Kind]]:
    """Where each kind of paper is named, in the order of the text; the longest word wins."""
    taken: list[tuple[int, str, Kind]] = []
    for word, kind in sorted(((w, k) for k in kinds for w in k.words), key=lambda pair: -len(pair[0])):
        for match in re.finditer(re.escape(word), head):
            if not any(at < match.end() and match.start() < at + len(other) for at, other, _ in taken):
                taken.append((match.start(), word, kind))
    return sorted(taken, key=lambda found: found[0])


def _person(phrase: str) -> str | None:
    for pattern in (_PERSON, _OWNER):
        for match in pattern.finditer(phrase):
            name = match["name"].removesuffix("的")
            if not _NOT_NAMES.search(name) and not is_masked(name):
                return normalise_name(name)
    return None
