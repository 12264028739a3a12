"""放弃陈述、申辩: what a written declaration of the party says."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact

_UNTICKED = re.compile(r"[☐□][^☐□☑■√✓✔\n，。；]*")
_WAIVES = re.compile(
    r"放弃(?:对[^。；\n]{0,40}?|[^。；，\n]{0,60}?)?(?:陈述|申辩|(?:上述|该|此|以上|相关|各项|该项)权利)"
)
_ONLY_HEARING = re.compile(r"放弃(?:要求|申请|举行)?听证")
_DENIED = re.compile(
    r"(?:并未|并不|并没有|没有|尚未|从未|未|不|不会|不愿意?|不同意|不予|拒绝|无意)(?:同意|愿意|打算|予)?$"
)
_CONDITION = re.compile(r"视(?:为|同|作)[^。；，\n]{0,6}$|(?:如果?|若|倘若|一旦|是否|可以|有权|可)[^。；，\n]{0,12}$")
_TITLE = re.compile(r"[^。，；：\n]{2,30}(?:声明|承诺|确认)书?")


def waiver_declared(paper: Paper) -> Iterator[Fact]:
    """陈述申辩.放弃 of a declaration: true where its own words waive, false where they say the contrary.

    The title, a box that is not ticked, `视为放弃` and a waiver of the hearing alone are no waiver; then nothing is said.
    """
    if paper.short != "放弃声明":
        return
    text = _UNTICKED.sub(lambda found: "\0" * len(found[0]), paper.masked)
    waived: re.Match[str] | None = None
    for found in _WAIVES.finditer(text):
        start, end = paper.sentence_at(found.start())
        before = text[start : found.start()]
        if _TITLE.fullmatch(text[start:end]) or _CONDITION.search(before) or _ONLY_HEARING.fullmatch(found[0]):
            continue
        if _DENIED.search(before):
            yield paper.fact("陈述申辩.放弃", "bool", False, max(start, found.start() - 3), found.end())
            return
        waived = waived or found
    if waived:
        yield paper.fact("陈述申辩.放弃", "bool", True, waived.start(), waived.end())
