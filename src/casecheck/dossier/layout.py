"""The layout of forms: how many labels and phrases of a form a stretch of text prints."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from casecheck.dossier.body import Item
from casecheck.dossier.titles import Titles
from casecheck.model.vocabulary import Form, Vocabulary
from casecheck.text.folded import fold_text

_BLANKS = re.compile(r"\s{2,}|[_＿]{2,}|\u3000+|\n")
_LONGEST_FORM_LINE = 300
_ENOUGH = 3.0
_CLEAR = 1.25
_LABELS = 2
_LONGEST_LABEL = 24
_PHRASE = 2.0
_NAMED = 2.0
"""What the name of the file adds to a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A form told without a title: `how` is `layout` or `file-name`."""

    form: Form
    confidence: float
    how: str


class Layouts:
    """Labels and phrases of every form, the rarer the weightier."""

    def __init__(self, vocabulary: Vocabulary, titles: Titles) -> None:
        self._titles = titles
        self._labels = {f.name: _labels(f) for f in vocabulary.forms}
        self._phrases = {f.name: frozenset(fold_text(p) for p in f.phrases) for f in vocabulary.forms}
        self._forms = vocabulary.forms
        self._label_use = Counter(label for labels in self._labels.values() for label in labels)
        self._phrase_use = Counter(phrase for phrases in self._phrases.values() for phrase in phrases)

    def labels_in(self, form: Form, items: Sequence[Item]) -> int:
        """How many different labels of the form the blocks announce."""
        return len(_announced(items) & self._labels[form.name])

    def shared_labels(self, form: Form, items: Sequence[Item], others: Sequence[Item]) -> bool:
        """Whether two stretches announce a label in common: one of the form, or any words before a first colon."""
        shared = _announced(items) & _announced(others)
        return bool(shared & self._labels[form.name] or _line_heads(items) & _line_heads(others))

    def guess(self, items: Sequence[Item], file_name: str | None = None, enough: float = _ENOUGH) -> Guess | None:
        """The form of blocks without a title, by what they print and the name of their file; None if not clear."""
        announced = _announced(items)
        text = "\n".join(item.text for item in items)
        named = self.named_by_file(file_name) if file_name else None
        ranked = sorted(((self._score(form, announced, text), form) for form in self._forms), key=lambda pair: -pair[0])
        if named is not None:
            own = next(score for score, form in ranked if form is named)
            if own + _NAMED >= ranked[0][0] or ranked[0][0] < _ENOUGH:
                return Guess(form=named, confidence=0.8 if own >= _ENOUGH else 0.5, how="file-name")
        best, second = ranked[0], ranked[1]
        if best[0] < enough or best[0] < second[0] * _CLEAR or not self._laid_out(best[1], announced, text):
            return None
        return Guess(form=best[1], confidence=min(0.8, 0.5 + best[0] / 40), how="layout")

    def named_by_file(self, name: str) -> Form | None:
        """The form that a file is named after: the last title that stands in its name."""
        stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name.rsplit("/", 1)[-1])
        found = self._titles.named(fold_text(stem))
        return found[-1][2] if found else None

    def _laid_out(self, form: Form, announced: frozenset[str], text: str) -> bool:
        """Whether labels stand there at all: a text that only tells of a form has its phrases, not its layout."""
        labels = len(announced & self._labels[form.name])
        phrases = sum(phrase in text for phrase in self._phrases[form.name])
        return labels >= _LABELS or (labels >= 1 and phrases > _LABELS)

    def _score(self, form: Form, announced: frozenset[str], text: str) -> float:
        labels = sum(1 / math.sqrt(self._label_use[label]) for label in announced & self._labels[form.name])
        phrases = sum(_PHRASE / self._phrase_use[p] for p in self._phrases[form.name] if p in text)
        return labels + phrases


def _labels(form: Form) -> frozenset[str]:
    return frozenset(fold_text(label) for field in form.fields for label in field.labels)


def _announced(items: Sequence[Item]) -> frozenset[str]:
    """Texts that stand where a label stands: a whole cell, before a colon, or before a wide blank or a rule."""
    found: set[str] = set()
    for item in items:
        if item.cell:
            found.add(item.text.strip("：:*"))
        for line in item.lines:
            found.update(_before_colons(line))
        if not item.cell and len(item.block.text) <= _LONGEST_FORM_LINE:
            found.update(fold_text(words) for words in _BLANKS.split(item.block.text))
    found.discard("")
    return frozenset(found)


def _line_heads(items: Sequence[Item]) -> frozenset[str]:
    """The words before the first colon of each line; 问 and 答 are none."""
    heads = (line.partition("：") for item in items for line in item.lines)
    return frozenset(head for head, colon, _ in heads if colon and 1 < len(head) <= _LONGEST_LABEL)


def _before_colons(line: str) -> set[str]:
    """Every ending of the words before each colon of a line: the value before a label is not set apart."""
    found: set[str] = set()
    for part in line.split("：")[:-1]:
        words = re.split(r"[，。；、\s]", part)[-1][-_LONGEST_LABEL:]
        found.update(words[start:] for start in range(len(words)))
    return found
