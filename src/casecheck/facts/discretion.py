"""裁量情节: whether the paper lightens, aggravates or forgoes the penalty."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact

_DISCRETION = re.compile(
    r"(?:给予|予以|决定|作出|进行|应当|可以|适用|依法|建议|拟|属于|按照|为|“|，|规定的)[^。；，]{0,24}?(?P<kind>从轻或者?减轻|从轻|减轻|从重|一般|不予|免予)(?:的|行政|幅度|情节|档次|情形|”)*(?:处罚|处理|裁量|情节|幅度)"
)
_IF = re.compile(r"(?:^|[，；\n])(?:若|如果?当事人|如果|否则)[^。；]{0,60}将?")
"""A threat is no discretion exercised (`若拒不退还，将从重处罚`)."""
_NEGATED = re.compile(r"(?:不具[备有]|没有|无|不存在|不符合|未发现|不属于|不适用|既不|并无|不得)[^。；]{0,40}$")


def discretion(paper: Paper) -> Iterator[Fact]:
    """裁量情节: 从轻, 减轻, 从重, 一般, 不予处罚, where the paper applies it, not where it lists what is absent."""
    if paper.short not in ("行政处罚决定书", "当场行政处罚决定书", "行政处罚告知书", "案件调查终结报告"):
        return
    text = paper.masked
    seen: set[str] = set()
    for found in _DISCRETION.finditer(text):
        start, _ = paper.sentence_at(found.start())
        before = text[start : found.start("kind")]
        if re.search(r"拟作出的?$|告知[^。]{0,20}$", before) or _IF.search(before):
            continue
        clause = before[max(before.rfind("，"), before.rfind("；"), 0) :]
        if _NEGATED.search(clause) or re.match(r"[、或和]", text[found.end("kind") : found.end("kind") + 1]):
            continue
        if re.search(r"[、或]$", before) or before.rfind("《") > before.rfind("》"):
            continue
        kind = found.group("kind")
        if kind.startswith("从轻") and len(kind) > len("从轻"):
            continue
        value = "不予处罚" if kind in ("不予", "免予") else kind
        if value not in seen:
            seen.add(value)
            yield paper.fact("裁量情节", "text", value, *found.span("kind"))
