"""简易程序归档: the day on which the papers of a decision on the spot were handed in (程序规定 第七十条)."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.days import find_dates

_NAME = "当场行政处罚决定书.归档日期"
_REGISTER = re.compile(r"(?:当场|简易程序)[^。；\n]{0,10}(?:备案|归档|移交)")
_HANDED_IN = re.compile(r"^(?:，|日|[（(])?(?:全部|均)?(?:移交|交回|交至|上交|送交|归档|报[^。；]{0,8}备案)")


def handed_in(paper: Paper) -> Iterator[Fact]:
    """The day in the register of decisions on the spot that stands right before the words that tell of handing in."""
    if not _REGISTER.search(paper.document.title):
        return
    for found in find_dates(paper.text):
        if found.value is not None and _HANDED_IN.match(paper.text[found.end : found.end + 12]):
            yield paper.fact(_NAME, "date", found.value, found.start, found.end)
            return
