"""雷同笔录: what the answers of two people have in common, word for word or nearly so.

Near-duplicates are found by rapidfuzz (normalised Indel similarity). Only answers are compared, sentence by sentence:
questions, rights and headings are the same in every record.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from casecheck.rules.interviews.records import Interview, Said, same_person

MOST_RECORDS, MOST_SENTENCES = 30, 300
"""Work is bounded: so many records of a case, so many sentences of a record are compared."""
_SENTENCE = re.compile(r"[^。？！；]+[。？！；]?")
_IGNORED = re.compile(r"[，。、；：？！“”‘’（）\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of an answer; `turn` and `order` are its place among the sentences that are compared."""

    turn: int
    order: int
    said: Said
    bare: str
    """The words without punctuation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A passage of one record that stands in the other, too; `length` in characters without punctuation."""

    one: Said
    two: Said
    length: int
    alike: float
    """Similarity of the two wordings, 0 to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two records have in common. `share`: per cent of the shorter one's answers that stand in the other."""

    one: Interview
    two: Interview
    passages: tuple[Shared, ...]
    """The longest first."""
    length: int
    share: float


def likenesses(records: Sequence[Interview], *, alike: float, shortest: int) -> Iterator[Likeness]:
    """Each two records of different people that have sentences in common.

    `alike` is the similarity (0 to 100) from which two sentences count as the same, `shortest` the number of characters
    below which a sentence says too little to be compared.
    """
    read = [(record, _sentences(record, shortest)) for record in records[:MOST_RECORDS]]
    for (one, first), (two, second) in combinations(read, 2):
        if not first or not second or same_person(one, two):
            continue
        pairs = list(_pairs(first, second, alike))
        if pairs:
            yield _likeness(one, two, pairs, min(_length(first), _length(second)))


def _sentences(record: Interview, shortest: int) -> list[Sentence]:
    found: list[Sentence] = []
    for turn, said in enumerate(t.answer for t in record.turns if not t.formal):
        for match in _SENTENCE.finditer(said.text):
            bare = _IGNORED.sub("", match[0])
            if len(bare) >= shortest:
                part = Said(said.start + match.start(), said.start + match.end(), match[0])
                found.append(Sentence(turn=turn, order=len(found), said=part, bare=bare))
        if len(found) >= MOST_SENTENCES:
            break
    return found[:MOST_SENTENCES]


def _length(sentences: Sequence[Sentence]) -> int:
    return sum(len(s.bare) for s in sentences)


def _pairs(
    first: Sequence[Sentence], second: Sequence[Sentence], alike: float
) -> Iterator[tuple[Sentence, Sentence, float]]:
    """For each sentence of the first the one of the second that is most like it; each sentence is used once."""
    from rapidfuzz import fuzz, process

    left: dict[int, str] = {s.order: s.bare for s in second}
    index: dict[str, list[int]] = defaultdict(list)
    for sentence in second:
        for gram in _grams(sentence.bare):
            index[gram].append(sentence.order)
    for sentence in first:
        counts = Counter(order for gram in _grams(sentence.bare) for order in index.get(gram, ()))
        near = {order: left[order] for order, n in counts.items() if order in left and n >= _least(sentence, alike)}
        best = process.extractOne(sentence.bare, near, scorer=fuzz.ratio, score_cutoff=alike)
        if best is not None:
            _, score, order = best
            del left[order]
            yield sentence, second[order], score


def _grams(words: str) -> set[str]:
    """The runs of three characters."""
    return {words[i : i + 3] for i in range(len(words) - 2)}


def _least(sentence: Sentence, alike: float) -> float:
    """The runs of three that a sentence so much alike must share: each edit takes away three of them at most.

    The other sentence is longer by a fifth at most, so that 2.25 lengths are more than both together.
    """
    edits = 2.25 * len(sentence.bare) * (1 - alike / 100)
    return max(1, len(_grams(sentence.bare)) - 3 * edits - 3)


def _likeness(
    one: Interview, two: Interview, pairs: Sequence[tuple[Sentence, Sentence, float]], whole: int
) -> Likeness:
    passages = sorted(_passages(one, two, pairs), key=lambda p: -p.length)
    length = sum(p.length for p in passages)
    return Likeness(one=one, two=two, passages=tuple(passages), length=length, share=min(100.0, 100 * length / whole))


def _passages(one: Interview, two: Interview, pairs: Sequence[tuple[Sentence, Sentence, float]]) -> Iterator[Shared]:
    """Sentences that follow each other in both records within one answer are one passage."""
    run: list[tuple[Sentence, Sentence, float]] = []
    for pair in pairs:
        if run and not _follows(run[-1], pair):
            yield _shared(one, two, run)
            run = []
        run.append(pair)
    if run:
        yield _shared(one, two, run)


def _follows(before: tuple[Sentence, Sentence, float], after: tuple[Sentence, Sentence, float]) -> bool:
    return all(b.turn == a.turn and b.order + 1 == a.order for b, a in zip(before[:2], after[:2], strict=True))


def _shared(one: Interview, two: Interview, run: Sequence[tuple[Sentence, Sentence, float]]) -> Shared:
    length = sum(len(s.bare) for s, _, _ in run)
    return Shared(
        one=_span(one, run[0][0], run[-1][0]),
        two=_span(two, run[0][1], run[-1][1]),
        length=length,
        alike=sum(len(s.bare) * score for s, _, score in run) / length,
    )


def _span(record: Interview, first: Sentence, last: Sentence) -> Said:
    start, end = first.said.start, last.said.end
    return Said(start, end, record.said.text[start:end])
