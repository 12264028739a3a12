"""投诉、举报: whom a paper of a complaint addresses, when the complaint came, and the day that is set.

Who complains or reports is no party of the penalty, and the names that they use for the one complained of are their own:
these papers give 投诉人, 举报人, 被投诉人, never 当事人.
"""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.facts.typed import is_blank
from casecheck.model.fact import Fact
from casecheck.text.dates import DateMention, find_dates
from casecheck.text.identifiers import is_masked, normalise_name

STAGE = "complaint"
_ADDRESSEES = ("投诉人", "举报人")
_ADDRESSEE = re.compile(r"(?:^|\n)(?P<name>[\u4e00-\u9fff·*×A-Za-z（）]{2,30})(?:先生|女士)?：(?=\n)")
_HEAD = 300
_ARRIVED = re.compile(r"[，]?(?:我局|本局|本机关)?(?:收到|接到)")
_TO_BRING = re.compile(r"(?:之前|以前|前)[^。；\n]{0,40}(?:提供|提交|补充)")


def complaint_paper(paper: Paper) -> Iterator[Fact]:
    """`.投诉人` or `.举报人` addressed, `.收到日期`, and the `.期限` by which something must be brought."""
    if paper.form is None or paper.form.stage != STAGE:
        return
    own = {field.fact.split(".", 1)[1] for field in paper.form.fields}
    addressed = _ADDRESSEE.search(paper.text[:_HEAD]) if not paper.form.internal else None
    for name in own.intersection(_ADDRESSEES):
        if addressed and not is_blank(addressed["name"]):
            value, (start, end) = normalise_name(addressed["name"]), addressed.span("name")
            yield paper.fact(name, "text", value, start, end, how="label", masked=is_masked(value))
    for name, pattern in (("收到日期", _ARRIVED), ("期限", _TO_BRING)):
        day = _day_before(paper, pattern) if name in own else None
        if day and day.value:
            yield paper.fact(name, "date", day.value, day.start, day.end, how="prose")


def _day_before(paper: Paper, words: re.Pattern[str]) -> DateMention | None:
    """The first day that the words follow at once."""
    return next((d for d in find_dates(paper.masked) if d.value and words.match(paper.masked, d.end)), None)
