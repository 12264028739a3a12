"""Every name that a rule uses must exist: facts, forms, legal values, statutes, predicates, placeholders."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from casecheck.checklist.located import Located, LocatedError, YamlPath, did_you_mean
from casecheck.law.book import LawBook
from casecheck.law.statutes import StatuteBook
from casecheck.model.rule import Json
from casecheck.model.vocabulary import EVERY_FORM, Vocabulary
from casecheck.model.words import Words
from casecheck.text.citations import find_citations

Sort = Literal["fact", "form", "limit", "provision", "predicate", "clock", "placeholder"]

_FACT_KEYS = frozenset(("fact", "facts", "values_of", "date", "dates", "than", "from", "to", "on", "citations"))
_FORM_KEYS = frozenset(("of", "document", "papers", "said_in", "into"))
_VALUE_KEYS = frozenset(("length", "value", "min", "max", "at_least", "at_most", "times"))
_FACT_NAME = re.compile(r"[\u4e00-\u9fff][^\s.]*(\.[^\s.]+)+")
_PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")
PLACEHOLDERS = {
    "present": ("document", "fact"),
    "filled": ("document", "fact"),
    "same": ("anchor_name", "anchor", "other_name", "other", "only_other", "only_anchor"),
    "differs": ("value", "first", "second"),
    "before": ("first", "second"),
    "after": ("first", "second"),
    "order": ("first", "second"),
    "each": ("paper",),
    "contains": ("paper", "value", "about"),
    "matches": ("value", "about"),
    "is_one_of": ("value", "about"),
    "at_least": ("bound",),
    "at_most": ("bound",),
    "in_range": ("bound",),
    "count": ("count", "document"),
    "mentions": ("paper",),
    "free_of": ("paper", "words", "clause"),
    "covers": ("paper", "point"),
    "beside": ("paper", "label", "found"),
    "among": ("value", "about"),
    "cites": ("lacking",),
    "in_force": ("citation",),
    "signed_by": ("place", "paper"),
    "spare": ("clock", "due", "days"),
    "taken_up": ("paper", "point"),
    "clock": ("clock", "start", "due", "actual", "late", "limit", "suspended", "latest", "papers"),
}
"""What the violations of a kind give to the message beside the facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A name used at a place of a rule; `held` is the form whose paper `each` has in hand there."""

    path: YamlPath
    sort: Sort
    name: str
    held: str = ""


def check_rule(
    located: Located, vocabulary: Vocabulary, law: LawBook, predicates: Collection[str] | None = None
) -> Iterator[LocatedError]:
    """What a validated rule file refers to and does not exist."""
    rule = located.value
    if not isinstance(rule, dict):
        return
    for reference in _of_rule(rule):
        message = _wrong(reference, vocabulary, law, predicates)
        if message is not None:
            yield located.error(reference.path, message)
    yield from _placeholders(located, vocabulary, law)
    for variant in _keys(rule, "cures"):
        if variant not in _keys(rule, "messages"):
            yield located.error(("cures", variant), _no_message(variant, _keys(rule, "messages")), key=True)
    yield from check_examples(located, ("examples",), rule, vocabulary)


def check_examples(located: Located, at: YamlPath, rule: Json, vocabulary: Vocabulary) -> Iterator[LocatedError]:
    """Names of facts, papers and variants in the examples that stand at `at` of a file."""
    value = located.value
    for part in at:
        value = value.get(str(part), []) if isinstance(value, dict) else []
    variants = _keys(rule, "messages")
    for number, example in enumerate(value if isinstance(value, list) else []):
        if not isinstance(example, dict):
            continue
        here: YamlPath = (*at, number)
        for name in _keys(example, "facts"):
            message = _unknown_fact(name, vocabulary)
            if message is not None:
                yield located.error((*here, "facts", name), message, key=True)
        documents = example.get("documents")
        for place, paper in enumerate(documents if isinstance(documents, list) else []):
            form = paper.get("form") if isinstance(paper, dict) else None
            message = _unknown_form(form, vocabulary) if isinstance(form, str) else None
            if message is not None:
                yield located.error((*here, "documents", place, "form"), message)
        variant = example.get("variant")
        if isinstance(variant, str) and variant not in variants:
            yield located.error((*here, "variant"), _no_message(variant, variants))
        if ("cause" in example) is not (example.get("outcome") == "undetermined"):
            message = Words(zh="cause只用于且必须用于undetermined", en="undetermined, and only that, takes a cause")
            yield located.error((*here, "outcome"), message)


def _keys(tree: Json, key: str) -> list[str]:
    inner = tree.get(key) if isinstance(tree, dict) else None
    return list(inner) if isinstance(inner, dict) else []


def _of_rule(rule: dict[str, Json]) -> Iterator[Reference]:
    for key in ("when", "check"):
        if key in rule:
            yield from _of_condition(rule[key], (key,), "")
    yield from _texts(rule.get("requires"), ("requires",), "form", "")
    yield from _texts(rule.get("basis"), ("basis",), "provision", "")
    valid = rule.get("valid")
    if isinstance(valid, dict):
        yield from _texts(valid.get("on"), ("valid", "on"), "fact", "")


def _of_condition(tree: Json, path: YamlPath, held: str) -> Iterator[Reference]:
    if not isinstance(tree, dict):
        return
    for kind, inner in tree.items():
        here = (*path, kind)
        if kind in ("all", "any") and isinstance(inner, list):
            for number, part in enumerate(inner):
                yield from _of_condition(part, (*here, number), held)
        elif kind == "not":
            yield from _of_condition(inner, here, held)
        elif kind in ("present", "absent", "filled"):
            yield from _names(inner, here, held)
        elif kind == "clock":
            yield from _texts(inner, here, "clock", held)
        elif kind == "cites" and isinstance(inner, dict):
            yield from _texts(inner.get("fact"), (*here, "fact"), "fact", held)
            for key in ("any", "all"):
                yield from _texts(inner.get(key), (*here, key), "provision", held)
        elif kind == "each" and isinstance(inner, dict):
            form = str(inner.get("of", ""))
            yield Reference(path=(*here, "of"), sort="form", name=form)
            yield from _of_condition(inner.get("check"), (*here, "check"), form)
        elif kind == "call" and isinstance(inner, dict):
            yield Reference(path=(*here, "name"), sort="predicate", name=str(inner.get("name")))
            yield from _texts(inner.get("clock"), (*here, "clock"), "clock", held)
            yield from _of_call(inner, here)
        else:
            yield from _of_arguments(inner, here, held)


def _of_arguments(tree: Json, path: YamlPath, held: str) -> Iterator[Reference]:
    """Names under the keys that carry them, however deep."""
    if isinstance(tree, list):
        for number, part in enumerate(tree):
            yield from _of_arguments(part, (*path, number), held)
    if not isinstance(tree, dict):
        return
    for key, inner in tree.items():
        here = (*path, key)
        if key in _FACT_KEYS:
            yield from _texts(inner, here, "fact", held)
        elif key in _FORM_KEYS:
            yield from _texts(inner, here, "form", held)
        elif key == "clocks":
            yield from _texts(inner, here, "clock", held)
        elif key in _VALUE_KEYS and isinstance(inner, str) and inner.startswith("$"):
            yield Reference(path=here, sort="limit", name=inner)
        yield from _of_arguments(inner, here, held)


def _of_call(tree: Json, path: YamlPath) -> Iterator[Reference]:
    """A predicate names its arguments as it likes, so what looks like a fact name (or several with `|`) or a legal value must be one."""
    if isinstance(tree, str) and tree.startswith("$"):
        yield Reference(path=path, sort="limit", name=tree)
    elif isinstance(tree, str):
        for name in tree.split("|"):
            if _FACT_NAME.fullmatch(name):
                yield Reference(path=path, sort="fact", name=name)
    for key, inner in _pairs(tree):
        yield from _of_call(inner, (*path, key))
    for number, inner in enumerate(tree if isinstance(tree, list) else []):
        yield from _of_call(inner, (*path, number))


def _names(value: Json, path: YamlPath, held: str) -> Iterator[Reference]:
    for reference in _texts(value, path, "fact", held):
        if "." in reference.name:
            yield reference
        else:
            yield Reference(path=reference.path, sort="form", name=reference.name)


def _texts(value: Json, path: YamlPath, sort: Sort, held: str) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(path=path, sort=sort, name=value, held=held)
    for number, part in enumerate(value if isinstance(value, list) else []):
        if isinstance(part, str):
            yield Reference(path=(*path, number), sort=sort, name=part, held=held)


def _wrong(
    reference: Reference, vocabulary: Vocabulary, law: LawBook, predicates: Collection[str] | None
) -> Words | None:
    name = reference.name
    if reference.sort == "fact":
        return _unknown_fact(f"{reference.held}{name}" if name.startswith(".") else name, vocabulary)
    if reference.sort == "form":
        return _unknown_form(name, vocabulary)
    if reference.sort == "provision":
        return _no_provision(name, law.statutes)
    known: dict[Sort, tuple[Collection[str] | None, Words]] = {
        "limit": ({f"${n}" for n in law.limits.names}, Words(zh="法定数值", en="legal value")),
        "clock": (law.clocks.by_name, Words(zh="期限", en="period")),
        "predicate": (predicates, Words(zh="内置检查", en="built-in predicate")),
    }
    names, what = known[reference.sort]
    return None if names is None else _unknown(name, names, what)


def _unknown(name: str, known: Iterable[str], what: Words) -> Words | None:
    names = set(known)
    if name in names:
        return None
    hint = did_you_mean(name, names)
    return Words(zh=f"没有名为“{name}”的{what.zh}{hint.zh}", en=f'unknown {what.en} "{name}"{hint.en}')


def _unknown_form(name: str, vocabulary: Vocabulary) -> Words | None:
    return _unknown(name, {n for f in vocabulary.forms for n in (f.name, f.short)}, Words(zh="文书", en="form"))


def _unknown_fact(name: str, vocabulary: Vocabulary) -> Words | None:
    if vocabulary.fact(name) is not None:
        return None
    form = name.partition(".")[0]
    fields = {e.fact for f in vocabulary.forms if form in (f.short, f.name) for e in f.fields}
    fields |= {f"{form}.{generic}" for generic in EVERY_FORM} if fields else set()
    return _unknown(name, fields | set(vocabulary.facts), Words(zh="事实", en="fact"))


def _no_provision(written: str, book: StatuteBook) -> Words | None:
    """Whether some known version of the statute has the provision (a rule may rest on a text no longer in force)."""
    law, _, rest = written.partition(" ")
    statute = book.find(law)
    if statute is None:
        names = {n for s in book.statutes for n in (s.name, *s.short_titles)}
        return _unknown(law, names, Words(zh="法律法规规章", en="statute"))
    citations = find_citations(f"《{statute.name}》{rest}")
    if not citations:
        return Words(zh=f"“{written}”应写作“法名 第X条…”", en=f'"{written}": written as 法名 第X条…')
    for citation in citations:
        verdicts = [book.check(citation, version.effective_from) for version in statute.versions]
        if all(v.status.value.startswith("no_such") for v in verdicts) and verdicts:
            said = verdicts[-1].said
            return Words(zh=f"“{written}”：{said.zh}", en=f'"{written}": {said.en}')
    return None


def _no_message(variant: str, variants: Iterable[str]) -> Words:
    hint = did_you_mean(variant, variants)
    return Words(zh=f"messages里没有“{variant}”{hint.zh}", en=f'"{variant}" is not in messages{hint.en}')


def _placeholders(located: Located, vocabulary: Vocabulary, law: LawBook) -> Iterator[LocatedError]:
    """`{…}` in messages: a fact, a legal value, or what the tests of this rule give."""
    rule = located.value
    if not isinstance(rule, dict):
        return
    kinds = set(_kinds(rule.get("check")))
    params = {p for kind in kinds for p in PLACEHOLDERS.get(kind, ())}
    held = next((r.name for r in _of_rule(rule) if r.sort == "form" and r.path[-1] == "of"), "")
    texts: list[tuple[YamlPath, Json]] = [(("message",), rule.get("message"))]
    texts += [(("messages", v), w) for v, w in _pairs(rule.get("messages"))]
    for path, words in texts:
        for language, text in _pairs(words):
            for name in _PLACEHOLDER.findall(str(text)):
                message = _wrong_placeholder(name, params, held, "call" in kinds, vocabulary, law)
                if message is not None:
                    yield located.error((*path, language), message)


def _wrong_placeholder(
    name: str, params: Collection[str], held: str, called: bool, vocabulary: Vocabulary, law: LawBook
) -> Words | None:
    if name.startswith("$"):
        return _unknown(name, {f"${n}" for n in law.limits.names}, Words(zh="法定数值", en="legal value"))
    if "." in name:
        return _unknown_fact(f"{held}{name}" if name.startswith(".") else name, vocabulary)
    if name in params or (called and name.isidentifier()):
        return None
    return _unknown(name, params, Words(zh="可填入的内容", en="placeholder"))


def _kinds(tree: Json) -> Iterator[str]:
    if isinstance(tree, list):
        for part in tree:
            yield from _kinds(part)
    if isinstance(tree, dict):
        for key, inner in tree.items():
            yield key
            yield from _kinds(inner)


def _pairs(value: Json) -> list[tuple[str, Json]]:
    return list(value.items()) if isinstance(value, dict) else []
