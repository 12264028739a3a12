"""Opinions of an approval form that is printed in lines: where signature and date of each one stand."""

import re

from casecheck.facts.paper import Paper
from casecheck.model.source import BlockKind
from casecheck.text.dates import find_dates

SIGNATURE_LABELS = frozenset(
    (
        "日期",
        "签名",
        "签字",
        "经办人",
        "承办人",
        "登记人",
        "办案人员",
        "负责人",
        "审核人",
        "审批人",
        "批准人",
        "审核机构负责人",
    )
)
_SIGNER = re.compile(r"(?:" + "|".join(sorted(SIGNATURE_LABELS, key=len, reverse=True)) + r")(?:（[^（）]{1,16}）)?：")
_NAMES = re.compile(r"[\u4e00-\u9fff、]{2,12}")
_LONGEST_SIGNATURE = 60
_FARTHEST = 12


def signature(paper: Paper, number: int, mark: re.Match[str], pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """Signature and date below an opinion that is printed in lines: the rest of its line, or the lines that follow.

    On an approval form without a table the day stands behind the signer: `签名：某某` and the date on the next line.
    """
    if not (paper.form and paper.form.internal):
        return None
    begin, stop, block = paper.spans[number]
    if block.kind is BlockKind.CELL:
        return None
    own = _SIGNER.search(paper.masked, begin + mark.end(), stop)
    if own:
        marks = pattern.finditer(paper.masked, own.end(), stop)
        others = (m.start() for m in marks if m.group(1) not in SIGNATURE_LABELS)
        last = min(others, default=stop)
        if last < stop or find_dates(paper.text[own.start() : last]):
            return (own.start(), last)
    found: list[tuple[int, int]] = []
    for start, end, following in paper.spans[number + 1 : number + 1 + _FARTHEST]:
        label = pattern.match(paper.masked, start, end)
        if following.kind is BlockKind.CELL or (label and label.group(1) not in SIGNATURE_LABELS):
            break
        if _signs(paper.text[start:end]):
            found.append((start, end))
        elif found:
            break
    dated = found and find_dates(paper.text[found[0][0] : found[-1][1]])
    return (found[0][0], found[-1][1]) if dated else None


def _signs(line: str) -> bool:
    """Whether a line holds nothing but a signature or its date."""
    if len(line) > _LONGEST_SIGNATURE:
        return False
    return bool(_SIGNER.match(line) or _NAMES.fullmatch(line) or _opens_with_date(line))


def _opens_with_date(line: str) -> bool:
    return any(not mention.start for mention in find_dates(line)[:1])
