"""空白段落: headings of the form of a decision with nothing below them."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact

_TITLES = (
    r"案件来源、调查经过[^（）\n]{0,30}|违反法律、法规[^（）\n]{0,16}事实|当事人陈述、申辩情况[^（）\n]{0,80}|案件性质、[^（）\n]{0,20}"
    r"|行政处罚的内容[^（）\n]{0,8}|(?:行政处罚的?)?履行方式和期限|救济途径[^（）\n]{0,8}"
)
_OVER_LINES = _TITLES.replace(r"\n", "")
"""Inside brackets a title may run over a line end."""
_HEADING = re.compile(
    rf"（(?P<title>{_OVER_LINES})）：?|(?:^|(?<=\n))(?:[一二三四五六七]、)?(?P<line>{_TITLES})：?(?=\n|$)|(?P<evidence>上述事实，主要有以下证据证明)：?"
)
_FOOT = re.compile(
    r"（市场监督管理部门将依法[^（）]*）|本文书一式[^。\n]*。?|（[^（）]{0,24}(?:印章|公章|盖章)）|印章|sealdwy"
    r"|(?:^|(?<=\n))[^\n，。；：（）]{4,40}(?:局|委员会|所|大队|政府)(?=\n|（|印章|[0-9二]|$)"
    r"|[0-9二〇○零一OX×]{4}年[^\n，。；]{1,8}日|年月日|第[0-9]+页(?:共[0-9]+页)?"
)
"""What stands below the last section: who decided, when, in how many copies."""
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]")
_WORDS_OF_A_SECTION = 2
_HEADINGS_OF_A_FORM = 3


def empty_sections(paper: Paper) -> Iterator[Fact]:
    """空白段落, one for each heading without a word below it; 内容空白 where that is so of all.

    What a form puts under one heading may stand under another: only 内容空白 says that nothing is there. Of a text that
    breaks off below a heading, without any foot, nothing is said: it may be an excerpt.
    """
    if paper.short != "行政处罚决定书" or not paper.whole:
        return
    headings = list(_HEADING.finditer(paper.text))
    empty: list[Fact] = []
    for number, heading in enumerate(headings):
        following = headings[number + 1] if number + 1 < len(headings) else None
        body = paper.text[heading.end() : following.start() if following else len(paper.text)]
        printed_twice = following is not None and following.group() == heading.group()
        breaks_off = following is None and not _FOOT.search(body)
        if printed_twice or breaks_off or len(_WORD.findall(_FOOT.sub("", body))) >= _WORDS_OF_A_SECTION:
            continue
        group = heading.lastgroup or "title"
        empty.append(
            paper.fact("空白段落", "text", heading.group(group).replace("\n", ""), *heading.span(group), how="label")
        )
    yield from empty
    if len(empty) == len(headings) >= _HEADINGS_OF_A_FORM:
        yield paper.fact("内容空白", "bool", True, headings[0].start(), headings[-1].end())
