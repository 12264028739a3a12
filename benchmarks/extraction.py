"""How well facts are read: real decisions against labels made by reading them.

The folder of real papers is named by the caller (`CASECHECK_CORPUS`); it holds `decisions/gold.jsonl` (labels), `decisions/pdf/`
(originals) and `decisions/texts.jsonl` (their text, used where there is no original).
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.place import checklists_root
from casecheck.dossier.assemble import assemble
from casecheck.facts.read import read_facts
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.model.vocabulary import Vocabulary
from casecheck.sources.limits import Limits
from casecheck.sources.read import read_file
from casecheck.text.folded import fold
from casecheck.text.money import decimal_yuan

Label = str | int | None | list[str]
_PAGE_NUMBER = re.compile(r"-?\s*\d{1,3}\s*-?|第\s*\d+\s*页\s*(?:共\s*\d+\s*页)?|/")
_UNIT = re.compile(r"[个日天年月元%％条款项份]")
_LABEL = re.compile(r"[^。，；：:]{2,16}[：:]")
_OUTCOMES = ("right", "wrong", "missed", "invented")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One fact of one decision: what was read beside what the label says."""

    decision: str
    fact: str
    outcome: str
    label: Label
    read: Label


def main(corpus: Path, *, verbose: bool = True) -> None:
    """Prints the table of facts, and each fact that is not right."""
    compared = list(compare_all(corpus))
    if verbose:
        for one in compared:
            if one.outcome != "right":
                print(f"{one.outcome:9}{one.decision}  {one.fact}\n    label {one.label}\n    read  {one.read}")
    print(table(compared))


def table(compared: Iterable[Comparison]) -> str:
    """The counts for each fact, and their sum."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in compared:
        counts[one.fact][one.outcome] += 1
    counts["all"] = sum(counts.values(), Counter())
    lines = ["| fact | " + " | ".join(_OUTCOMES) + " | share right |", "|---|" + "---|" * (len(_OUTCOMES) + 1)]
    for fact, found in counts.items():
        share = found["right"] / sum(found.values())
        lines.append(f"| {fact} | " + " | ".join(str(found[o]) for o in _OUTCOMES) + f" | {share:.0%} |")
    return "\n".join(lines)


def compare_all(corpus: Path) -> Iterator[Comparison]:
    """Every label of every decision beside what was read."""
    vocabulary = load_vocabulary(checklists_root())
    folder = corpus / "decisions"
    texts = {t["id"]: t["text"] for t in _lines(folder / "texts.jsonl")}
    for gold in _lines(folder / "gold.jsonl"):
        source = source_of(gold["id"], folder, texts.get(gold["id"], ""))
        case = case_of(source, vocabulary)
        for name, label in gold["facts"].items():
            yield compare(gold["id"], name, label, gold["tolerated"].get(name, []), case)


def case_of(source: SourceText, vocabulary: Vocabulary) -> CaseFacts:
    """The facts of a dossier that is one file."""
    return read_facts(assemble(source.name, [source], vocabulary), vocabulary)


def source_of(identity: str, folder: Path, text: str) -> SourceText:
    """The original PDF where there is one, else its text as paragraphs."""
    original = folder / "pdf" / f"{identity}.pdf"
    if original.exists():
        return read_file(original, f"{identity}.pdf", Limits())
    return text_source(f"{identity}.txt", text)


def text_source(name: str, text: str) -> SourceText:
    """Plain text as a file of paragraphs: a line that fills the width runs on into the next one.

    The line that ends every page is its foot, as a reader that sees the page tells it.
    """
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")]
    pages = [[a for a, b in zip(page, [*page[1:], ""], strict=False) if not _is_page_number(a, b)] for page in pages]
    feet = {page[-1] for page in pages if page} if len(pages) > 1 else set()
    foot = feet.pop() if len(feet) == 1 else None
    lines = [line for page in pages for line in (page[:-1] if foot else page)]
    widest = max((len(line) for line in lines), default=0)
    paragraphs: list[str] = []
    runs_on = False
    for line in lines:
        if runs_on and not _LABEL.match(line):
            paragraphs[-1] += "\n" + line
        else:
            paragraphs.append(line)
        runs_on = len(line) > 0.7 * widest and line[-1] not in "。：；:;"
    printed = [(BlockKind.PARAGRAPH, p) for p in paragraphs] + ([(BlockKind.FOOTER, foot)] if foot else [])
    blocks = tuple(Block(file=name, index=i, kind=kind, text=p, page=1) for i, (kind, p) in enumerate(printed))
    return SourceText(name=name, format="pdf", sha256=sha256(text.encode()).hexdigest(), blocks=blocks)


def _is_page_number(line: str, following: str) -> bool:
    """Whether a line of its own is the number of the page; a figure whose unit begins the next line is of the text."""
    return bool(_PAGE_NUMBER.fullmatch(line)) and not _UNIT.match(following)


def compare(decision: str, name: str, label: Label, tolerated: list[Label], case: CaseFacts) -> Comparison:
    """How a label and the facts of that name agree."""
    if name.endswith(".项数"):
        count = len(case.named(name.removesuffix(".项数")))
        read: Label = count or None
        outcome = _judge_one(name, label, tolerated, [read] if read else [], masked=False)
    else:
        facts = _own(case.named(name))
        values = list(dict.fromkeys(_value(f) for f in facts))
        read = values if isinstance(label, list) else (values[0] if values else None)
        if isinstance(label, list):
            outcome = _judge_list(label, [str(t) for t in tolerated], values)
        else:
            outcome = _judge_one(name, label, tolerated, list(values), masked=any(f.masked for f in facts))
    return Comparison(decision=decision, fact=name, outcome=outcome, label=label, read=read)


def _own(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    own = tuple(f for f in facts if f.origin is not Origin.RECITED)
    return own or facts


def _value(fact: Fact) -> str:
    if fact.type == "money" and isinstance(fact.value, int):
        return decimal_yuan(fact.value)
    if isinstance(fact.value, date):
        return fact.value.isoformat()
    return str(fact.value)


def _judge_list(label: list[str], tolerated: list[str], values: list[str]) -> str:
    wanted, found, spare = set(label), set(values), set(tolerated)
    if wanted <= found and found <= wanted | spare:
        return "right"
    if found and not wanted:
        return "right" if found <= spare else "invented"
    if wanted and not found:
        return "missed"
    loose = {w for w in wanted - found if any(_same_article(w, s) and s in found for s in spare)}
    return "right" if wanted - found <= loose and found <= wanted | spare else "wrong"


def _same_article(first: str, second: str) -> bool:
    return first.split("条")[0] == second.split("条")[0]


def _judge_one(name: str, label: Label, tolerated: list[Label], values: list[Label], *, masked: bool) -> str:
    if not values:
        return "right" if label is None or None in tolerated else "missed"
    value = values[0]
    if any(_agrees(name, wanted, value, masked=masked) for wanted in (label, *tolerated) if wanted is not None):
        return "right"
    return "invented" if label is None else "wrong"


def _agrees(name: str, wanted: Label, value: Label, *, masked: bool) -> bool:
    if wanted == "<掩码>":
        return masked
    if wanted == "<自然人>":
        return masked or len(str(value)) <= 4
    one, other = fold(str(wanted)).text, fold(str(value)).text
    if name == "案件.案由":
        return one in other or other in one
    return one == other


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
