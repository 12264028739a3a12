"""The data files as values: the vocabulary, and a checklist with its rules. All errors of all files come at once."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from casecheck.checklist.cache import compiled, content_hash
from casecheck.checklist.load_clocks import check_clocks
from casecheck.checklist.load_elements import check_elements
from casecheck.checklist.load_law import load_law
from casecheck.checklist.load_steps import check_steps
from casecheck.checklist.located import ChecklistError, Located, LocatedError, did_you_mean
from casecheck.checklist.references import check_examples, check_rule
from casecheck.checklist.rules import rule_of
from casecheck.checklist.schema import read_valid, shown_name
from casecheck.checklist.vocabulary import vocabulary_of
from casecheck.errors import CaseCheckError
from casecheck.model.rule import Checklist, Rule
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words

_EXAMPLES = ".examples.yml"


def load_vocabulary(root: Path) -> Vocabulary:
    """The forms (文书), in filing order, and the fact names; ChecklistError with every located error."""
    return compiled("vocabulary", root, _yaml(root / "vocabulary"), lambda: vocabulary_of(root))


def load_checklist(root: Path, name: str, predicates: Collection[str] | None = None) -> Checklist:
    """The checklist of that name, every rule of it validated against the vocabulary and the law.

    `predicates` are the names that `call` may use; None leaves them unchecked. ChecklistError holds every located error;
    CaseCheckError tells that there is no such checklist.
    """
    folder = root / name
    if not (folder / "checklist.yml").is_file():
        known = sorted(p.parent.name for p in root.glob("*/checklist.yml"))
        hint = did_you_mean(name, known)
        raise CaseCheckError(
            Words(zh=f"没有名为“{name}”的检查清单{hint.zh}", en=f'there is no checklist "{name}"{hint.en}'),
            hint=Words(zh=f"现有：{'、'.join(known)}", en=f"there are: {', '.join(known)}") if known else None,
        )
    files = [*_yaml(folder), *_yaml(root / "vocabulary"), *_yaml(root / "law")]
    extra = ",".join(sorted(predicates)) if predicates is not None else "*"
    return compiled(f"checklist-{name}", root, files, lambda: _build(root, folder, predicates), extra)


def _build(root: Path, folder: Path, predicates: Collection[str] | None) -> Checklist:
    """Read, validate and check everything, and only then complain."""
    vocabulary, law = load_vocabulary(root), load_law(root)
    errors: list[LocatedError] = [
        *check_clocks(root, vocabulary),
        *check_steps(root, vocabulary, law.clocks),
        *check_elements(root, vocabulary),
    ]
    top = read_valid(folder / "checklist.yml", root, "checklist", errors)
    rules: list[Rule] = []
    files = _yaml(folder / "rules")
    for path in files:
        if path.name.endswith(_EXAMPLES):
            continue
        located = read_valid(path, root, "rule", errors)
        examples = _examples(path, root, errors)
        if located is None or (examples is None and path.with_name(f"{path.stem}{_EXAMPLES}").is_file()):
            continue
        errors += check_rule(located, vocabulary, law, predicates)
        if examples is not None:
            errors += check_examples(examples, (), located.value, vocabulary)
        rules.append(rule_of(located, examples))
        errors += _misnamed(path, located)
    errors += _orphans(files, root)
    errors += _twice(rules)
    if errors or top is None:
        raise ChecklistError(errors)
    about: dict[str, Any] = top.value  # type: ignore[assignment]
    return Checklist(
        name=about["name"],
        title=Words(**about["title"]),
        version=about["version"],
        sha256=content_hash(root, [*_yaml(folder), *_yaml(root / "vocabulary"), *_yaml(root / "law")]),
        rules=tuple(rules),
    )


def _examples(path: Path, root: Path, errors: list[LocatedError]) -> Located | None:
    beside = path.with_name(f"{path.stem}{_EXAMPLES}")
    return read_valid(beside, root, "examples", errors) if beside.is_file() else None


def _misnamed(path: Path, located: Located) -> list[LocatedError]:
    """A rule stands in the file that carries its code, so that it can be found."""
    code = located.value["code"] if isinstance(located.value, dict) else ""
    if path.stem == code or path.stem.startswith(f"{code}-"):
        return []
    message = Words(zh=f"文件名应以规则编号开头：{code}-….yml", en=f"the file name begins with the code: {code}-….yml")
    return [located.error(("code",), message)]


def _orphans(files: list[Path], root: Path) -> list[LocatedError]:
    present = {path for path in files if not path.name.endswith(_EXAMPLES)}
    message = Words(zh="旁边没有这些示例所属的规则", en="there is no rule beside these examples")
    return [
        LocatedError(file=shown_name(path, root), line=1, column=1, key="", message=message)
        for path in files
        if path.name.endswith(_EXAMPLES) and path.with_name(path.name.removesuffix(_EXAMPLES) + ".yml") not in present
    ]


def _twice(rules: list[Rule]) -> list[LocatedError]:
    seen: dict[str, str] = {}
    errors: list[LocatedError] = []
    for rule in rules:
        first = seen.setdefault(rule.code, rule.file)
        if first != rule.file:
            message = Words(zh=f"规则编号已用于 {first}", en=f"the code is already that of {first}")
            errors.append(LocatedError(file=rule.file, line=1, column=1, key="code", message=message))
    return errors


def _yaml(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yml"))
