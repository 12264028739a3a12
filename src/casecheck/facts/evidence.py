"""证据清单: the evidence a decision or a report lists."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.evidence_list import find_items

_PAPERS = ("行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书", "案件调查终结报告")
_INTRODUCTION = re.compile(
    r"(?:以上|上述|前述|本案|认定|证明)?[^。；：\n]{0,12}(?:事实|证据)[^。；：\n]{0,30}?(?:证据|材料在卷)[^。；：\n]{0,24}(?:[：]|。|\n|(?=[1１一]))"
    r"|(?:^|[。；\n])(?:主要|相关)?证据：\n?(?=[①（(1一])"
    r"|(?:^|[。；\n])[（]?[一二三四五六七八九十]{1,2}[）、.](?:认定(?:上述|以上)?(?:违法)?事实的)?(?:主要|相关)?证据(?:材料)?(?:及(?:其)?(?:证明|待证)(?:事项|内容|目的))?[：。\n]"
    r"|(?:主要|相关|有下列|有以下|如下|下列|以下)[^。；：\n]{0,6}证据[^。；：\n]{0,24}[：\n]"
)
_END = re.compile(
    r"(?:上述|以上)(?:证据|材料|事实|书证|笔录)[^。\n]{0,12}(?:均|经|由|已|来源|真实|相互|足以|可以|能够|形成|构成|确认)"
    r"|(?:^|[。；\n])(?:[0-9]{4}年[^，。\n]{3,8}日，?)?(?:本局|我局)[^。\n]{0,30}(?:送达|认为|告知)|(?:当事人的?|其)(?:上述)?行为[^。]{0,20}(?:违反|构成)|认为[，：]|"
    r"[^。\n]{0,40}《?[^。\n]{0,10}行政处罚(?:听证)?告知书|（?案件性质|（当事人陈述|(?:^|\n)当事人陈述(?!及|和)|综上"
)


def evidence_list(paper: Paper) -> Iterator[Fact]:
    """Each item of the numbered list after the sentence that introduces the evidence."""
    if paper.short not in _PAPERS:
        return
    best: list[Fact] = []
    for introduction in _INTRODUCTION.finditer(paper.masked):
        start = introduction.end()
        closing = _END.search(paper.text, start)
        stop = closing.start() if closing else len(paper.text)
        items = find_items(paper.text[start:stop], announced=True)
        found = [
            paper.fact("证据清单", "text", item.text.replace("\n", ""), start + item.start, start + item.end)
            for item in items
        ]
        if len(found) > len(best):
            best = found
    yield from best
