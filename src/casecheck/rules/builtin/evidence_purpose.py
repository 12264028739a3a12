"""证明内容: what each listed piece of evidence is said to prove."""

import re
from collections import defaultdict
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.builtin.reading import known, lacking, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words
from casecheck.text.folded import fold_text

_PROVES = re.compile(
    r"证(?:明|实)(?!材料|书|文件|复印)|证[:：]|(?:说明|反映|反应|显示|表明|记录了|记载了|佐证|印证|确认|证据证|系|载明|确定|以证|陈述了|承认)"
)
_TOGETHER = re.compile(
    r"(?:上述|以上|前述|该组|各)(?:证据|材料|书证)[^。；]{0,80}(?:证明|证实|印证|佐证|足以)|证据[^。；]{0,20}相互印证"
)
"""A sentence that says what all the evidence proves."""
_OTHERS = re.compile(r"其[他它]")
_RUNS_ON = 150
"""How far the last item may run on."""
_MOST_NAMED = 6
_LONGEST = 30


@predicate("evidence_says_what_it_proves")
def evidence_says_what_it_proves(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each item of the `lists` of evidence says what it proves, or one sentence says it of all."""
    del law
    items = [f for name in texts(arguments, "lists") for f in known(case, name)]
    if not items:
        return settle((), lacking(case, *texts(arguments, "lists")[:1]))
    by_paper: dict[str, list[Fact]] = defaultdict(list)
    for item in items:
        by_paper[item.document or ""].append(item)
    violations = [
        _silent(case, document, silent)
        for document, own in by_paper.items()
        if (silent := list(_without_purpose(case, document, own))) and not _told_together(case, document)
    ]
    return settle(violations, (), items)


def _without_purpose(case: CaseFacts, document: str, items: list[Fact]) -> Iterator[Fact]:
    """The items that say nothing of what they prove, up to the next one; an item may run on below the end of a line."""
    whole = own_words(case.dossier.document(document)).text if document else ""
    starts = [whole.find(fold_text(str(item.value))) for item in items]
    for number, item in enumerate(items):
        said = fold_text(str(item.value))
        if not said.strip("。；，"):
            continue  # a label whose words stand below it
        if starts[number] >= 0:
            following = next((s for s in starts[number + 1 :] if s > starts[number]), None)
            said = whole[starts[number] : following or starts[number] + len(said) + _RUNS_ON]
        if not _OTHERS.match(said) and not _PROVES.search(said):
            yield item


def _told_together(case: CaseFacts, document: str) -> bool:
    return bool(document) and bool(_TOGETHER.search(own_words(case.dossier.document(document)).text))


def _silent(case: CaseFacts, document: str, silent: list[Fact]) -> Violation:
    """One finding for each paper, with the items that say nothing."""
    named = "、".join(f"“{fold_text(str(f.value))[:_LONGEST]}”" for f in silent[:_MOST_NAMED])
    return Violation(
        facts=tuple(silent[:_MOST_NAMED]),
        params=(
            ("paper", title_of(case, document or None)),
            ("items", named),
            ("count", str(len(silent))),
        ),
        key=document,
    )
