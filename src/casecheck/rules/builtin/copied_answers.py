"""雷同笔录: answers of different people that are the same."""

import re

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import number, settle, texts, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.interviews.likeness import Likeness, likenesses
from casecheck.rules.interviews.records import FORM, interviews, whose

_SHOWN = 3
"""Passages quoted of each two records."""
_LONGEST = 60
"""Characters of the longest passage in the message; the quotes give all of it."""
_DOUBLED = re.compile(r"[，。；、]{2,}|(?P<sign>[的了是我在和有])(?P=sign)(?![确士])")


@predicate("answers_not_copied")
def answers_not_copied(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the answers of different people are in words of their own.

    `alike` is the similarity in per cent from which two sentences count as the same, `sentence` the characters below which
    one is not compared; asked is only where the passages have `together` characters, and are `share` per cent of the
    shorter record or one of them alone is that long. `slips` are wrong words: the same one on both sides is told.
    That records agree proves nothing by itself, so it is always a question for a person.
    """
    del law
    numbers = {key: number(arguments, key) for key in ("alike", "sentence", "together", "share")}
    records = interviews(case)
    found = [
        likeness
        for likeness in likenesses(records, alike=numbers["alike"], shortest=int(numbers["sentence"]))
        if _enough(likeness, numbers["together"], numbers["share"])
    ]
    gaps = [Missing(name=FORM, cause=Cause.UNREADABLE, looked=(r.paper.id,)) for r in records if unread(case, r.paper)]
    several = len(records) > 1
    return settle([_copied(case, f, arguments) for f in found], gaps if several else (), moot=not several)


def _enough(likeness: Likeness, together: float, share: float) -> bool:
    return likeness.length >= together and (likeness.share >= share or likeness.passages[0].length >= together)


def _copied(case: CaseFacts, likeness: Likeness, arguments: Json) -> Violation:
    one, two = likeness.one, likeness.two
    names = [whose(case, one.paper), whose(case, two.paper)]
    longest = likeness.passages[0]
    alike = sum(p.length * p.alike for p in likeness.passages) / likeness.length
    slips = _slips(likeness, texts(arguments, "slips"))
    shown = longest.one.text if len(longest.one.text) <= _LONGEST else f"{longest.one.text[:_LONGEST]}…"
    return Violation(
        quotes=tuple(quote for p in likeness.passages[:_SHOWN] for quote in (one.quote(p.one), two.quote(p.two))),
        variant="slips" if slips else "",
        params=(
            ("one", names[0]),
            ("other", names[1]),
            ("places", str(len(likeness.passages))),
            ("length", str(likeness.length)),
            ("share", f"{likeness.share:.0f}"),
            ("alike", f"{alike:.0f}"),
            ("longest", shown),
            ("slips", "、".join(slips)),
        ),
        working=Words(
            zh=f"相同答语{len(likeness.passages)}处、{likeness.length}字，占较短一份答语的{likeness.share:.0f}%；文字相似度{alike:.0f}%",
            en=f"{len(likeness.passages)} passages of {likeness.length} characters, {likeness.share:.0f} % of the answers of the "
            f"shorter record; similarity of the wording {alike:.0f} %",
        ),
        cause=Cause.NEEDS_JUDGEMENT,
        key=f"{names[0]} {names[1]}",
    )


def _slips(likeness: Likeness, wrong: tuple[str, ...]) -> list[str]:
    """Slips of the pen that stand on both sides of a passage."""
    found: dict[str, None] = {}
    for passage in likeness.passages:
        doubled = [m[0] for m in _DOUBLED.finditer(passage.one.text)]
        for word in (*doubled, *(w for w in wrong if w in passage.one.text)):
            if word in passage.two.text:
                at = passage.one.text.find(word)
                found[passage.one.text[max(0, at - 3) : at + len(word) + 3]] = None
    return list(found)
