"""当事人的其他名称: 字号, 以下简称 and 曾用名, wherever a paper tells them."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.facts.typed import is_blank
from casecheck.model.fact import Fact
from casecheck.text.identifiers import is_masked

_WORD = r"[\u4e00-\u9fff（）·*×A-Za-z0-9]"
_ORGANISED = r"(?:公司|合作社|经营部|商行|超市|店|铺|厂|馆|部|社|行|院|所|中心|站|场|坊|（个体工商户）)"
_TRADE_NAME = re.compile(
    rf"(?:^|[\n，、；。（])字号(?:名称)?：\n?(?P<value>{_WORD}{{2,40}}?)(?=[，、；。\n）]|[\u4e00-\u9fff]{{2,8}}：|$)"
)
_SHORT_NAME = re.compile(
    rf"(?P<full>{_WORD}{{4,60}})（以下(?:均|统)?简称(?:为)?[：]?“?(?P<value>[\u4e00-\u9fffA-Za-z0-9]{{2,20}})”?）"
)
_NO_PARTY = re.compile(
    r"[我本]局|本机关|当事人|法$|法》|条例|规定|办法|标准|规范|目录|通知|涉案|产品|商品|[该本]案|号|文件"
)
"""What else papers shorten: the authority, laws, goods; `以下简称当事人` names nobody."""
_LABELLED_FORMER = re.compile(
    rf"(?:曾用名称?|原企业名称|原名称|变更前(?:企业)?名称)(?:为|：)?\n?“?(?P<value>{_WORD}{{2,40}}?)(?=[”，、；。\n）]|变更|$)"
)
_FROM_TO = re.compile(
    rf"名称[^。；\n]{{0,12}}?由“?(?P<value>{_WORD}{{3,40}}?)”?(?:变更|更名|更改|改)为“?(?P<new>{_WORD}{{3,40}}?{_ORGANISED})"
)
_RENAMED = re.compile(
    rf"(?:^|[\n，；。“])(?P<value>{_WORD}{{2,40}}?{_ORGANISED})”?(?:于[^。；\n]{{4,30}})?[^。；\n“”]{{0,16}}?(?:更名为|名称变更为|变更名称为|现名称?为?)“?(?P<new>{_WORD}{{3,40}}?{_ORGANISED})(?=[”，、；。\n）]|$)"
)


def names_told(paper: Paper) -> Iterator[Fact]:
    """`<文书>.字号`, `.简称` (about the full name) and `.曾用名` (about the name after the change)."""
    if paper.form is None:
        return
    yield from _trade_names(paper)
    yield from _short_names(paper)
    yield from _former_names(paper)


def _trade_names(paper: Paper) -> Iterator[Fact]:
    found = _TRADE_NAME.search(paper.masked)
    if found and not is_blank(found["value"]):
        yield _fact(paper, "字号", found)


def _short_names(paper: Paper) -> Iterator[Fact]:
    for found in _SHORT_NAME.finditer(paper.masked):
        if not _NO_PARTY.search(found["value"]) and "某" not in found["value"]:
            yield _fact(paper, "简称", found, about=found["full"])


def _former_names(paper: Paper) -> Iterator[Fact]:
    seen: set[str] = set()
    for pattern in (_LABELLED_FORMER, _FROM_TO, _RENAMED):
        for found in pattern.finditer(paper.masked):
            if found["value"] in seen or is_blank(found["value"]):
                continue
            seen.add(found["value"])
            yield _fact(paper, "曾用名", found, about=found["new"] if "new" in pattern.groupindex else None)


def _fact(paper: Paper, field: str, found: re.Match[str], about: str | None = None) -> Fact:
    start, end = found.span("value")
    value = found["value"].replace("\n", "")
    return paper.fact(field, "text", value, start, end, how="label", about=about, masked=is_masked(value))
