"""不予立案: the form of the filing may also decide that no case is filed (程序规定 第二十条)."""

import re
from collections.abc import Iterator

from casecheck.facts.forms import entries
from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.folded import fold_text

_LEADER = "立案审批表.部门负责人意见"
_EITHER = re.compile(r"立案[/（、或].{0,2}不予?立案")
"""A printed title that leaves it open: 立案/不予立案审批表."""
_NOT_FILED = re.compile(r"(?<!不同意)不予?立案(?!条件)")
_UNTICKED = re.compile(r"[☐□][^☐□☑■√✓✔\n，。；]*")


def not_filed(paper: Paper) -> Iterator[Fact]:
    """立案审批表.不予立案: by what the leader approves, else by a title that names only this."""
    if paper.short != "立案审批表":
        return
    for entry in entries(paper):
        if entry.field.fact == _LEADER and entry.end > entry.start:
            said = _UNTICKED.sub("", paper.text[entry.start : entry.end])
            if _NOT_FILED.search(said):
                yield paper.fact("不予立案", "bool", True, entry.start, entry.end, how=entry.how)
                return
            if "立案" in said:
                return
    title = fold_text(paper.document.title)
    at = paper.text.find(title)
    if at >= 0 and _NOT_FILED.search(title) and not _EITHER.search(title):
        yield paper.fact("不予立案", "bool", True, at, at + len(title), how="label")
