"""办案人员: names of officers and the certificate numbers that belong to them."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.facts.typed import person_spans
from casecheck.model.fact import Fact

_NAME_FIELDS = {
    "现场笔录": "检查人员",
    "询问笔录": "询问人",
    "抽样记录": "抽样人员",
    "场所/设施/财物清单": "执法人员",
    "陈述申辩笔录": "记录人",
    "证据提取单": "办案人员",
    "电子数据证据提取笔录": "提取人员",
    "案件调查终结报告": "办案人员",
    "立案审批表": "承办人",
}
_LABELS = {
    "现场笔录": r"检查(?:（勘验）)?人员?|执法人员|检查人",
    "询问笔录": r"询问人员?|调查人员?|询问（调查）人",
    "抽样记录": r"抽样人员?|执法人员|办案人员|抽样取证人员",
    "场所/设施/财物清单": r"执法人员|办案人员",
    "陈述申辩笔录": r"记录人",
    "证据提取单": r"办案人员|执法人员|提取人员?|取证人员?",
    "电子数据证据提取笔录": r"提取人员?|执法人员|办案人员|取证人员?",
    "案件调查终结报告": r"办案人员|承办人员?|调查人员",
    "立案审批表": r"(?:指定|指派|由|确定|同意)?(?:办案人员|承办人员?)",
}
_STOP = re.compile(
    r"\n|。|？|执法证|证号|记录人|见证人|当事人|被询问人|地点|时间|检查人|询问人|参加人|在场|[电联]话|单位|日期|签名日期"
)
_DIALOGUE = re.compile(r"我们|问：|请你|出示|是否|你")
_CERTIFICATE = re.compile(r"执法证(?:件)?(?:编号|号码|号)?(?:分别)?(?:为|是)?[：:]?\n?")
_NUMBER = re.compile(r"[\u4e00-\u9fff（）()〔〕]{0,8}?[A-Za-z]{0,4}-?\d{5,16}")
_INTRODUCED = re.compile(
    r"我们是[^。？\n]{2,40}?(?:执法人员|工作人员|的)(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、和，](?:执法人员)?[\u4e00-\u9fff·]{2,4}){0,3})(?=[，。（；]|现|，?执法|，?这)"
)
_ASSIGNED = re.compile(
    r"(?:指定|指派|由|确定|交由|安排)(?:办案人员|执法人员|承办人)?(?P<names>[\u4e00-\u9fff·]{2,3}(?:（[^（）\n]{4,40}）)?(?:[、和，][\u4e00-\u9fff·]{2,3}(?:（[^（）\n]{4,40}）)?){1,3})"
    r"(?:同志|两人|二人|两名|两位|二位|负责|承办|办理|为|具体|进行|作为|调查|主办|协办)"
)


def officers(paper: Paper) -> Iterator[Fact]:
    """The officers of a record or report by the name that the paper gives them, and 执法证号 with `about` = the name."""
    field = _NAME_FIELDS.get(paper.short)
    if field is None:
        return
    names: list[tuple[int, int]] = []
    for start, end in _announced(paper):
        names.extend(person_spans(paper, start, end))
    if paper.short == "立案审批表":
        for found in _ASSIGNED.finditer(paper.text):
            names.extend(person_spans(paper, *found.span("names")))
    if not names and paper.short in ("现场笔录", "询问笔录"):
        found_intro = _INTRODUCED.search(paper.text)
        if found_intro:
            names.extend(person_spans(paper, *found_intro.span("names")))
    distinct = _distinct(paper, names)
    for start, end in distinct:
        yield paper.fact(field, "text", paper.text[start:end], start, end, how="label")
    recorder = _recorder(paper)
    if recorder:
        yield paper.fact("记录人", "text", paper.text[slice(*recorder)], *recorder, how="label")
        distinct = [*distinct, recorder]
    yield from certificates(paper, distinct)


def _distinct(paper: Paper, names: list[tuple[int, int]]) -> list[tuple[int, int]]:
    seen: dict[str, tuple[int, int]] = {}
    for start, end in sorted(names):
        seen.setdefault(paper.text[start:end], (start, end))
    return list(seen.values())


def _announced(paper: Paper) -> Iterator[tuple[int, int]]:
    """Spans that stand beside a label for officers."""
    label = re.compile(
        r"(?:^|(?<=[\n，、；。）]))(?:"
        + _LABELS[paper.short]
        + r")(?:（?(?:签名|签字|两人|姓名)[^（）：\n]{0,10}）?)?及?(?:执法证号?)?(?P<mark>：|\n)"
    )
    for found in label.finditer(paper.text):
        start = found.end()
        stop = _STOP.search(paper.text, start)
        end = stop.start() if stop else len(paper.text)
        if end - start > 60 or _DIALOGUE.search(paper.text, start, end):
            continue
        yield start, end


def _recorder(paper: Paper) -> tuple[int, int] | None:
    if paper.short != "询问笔录":
        return None
    found = re.compile(r"记录人员?(?:（[^（）]{0,6}）)?[：\n]").search(paper.text)
    if not found:
        return None
    stop = _STOP.search(paper.text, found.end())
    end = stop.start() if stop else len(paper.text)
    return next(person_spans(paper, found.end(), end), None)


def certificates(paper: Paper, names: list[tuple[int, int]]) -> Iterator[Fact]:
    """Certificate numbers, each with the officer it belongs to: the one before its bracket, else by their order."""
    text = paper.text
    numbers: list[tuple[int, int, str | None]] = []
    for mark in _CERTIFICATE.finditer(text):
        stop = _STOP.search(text, mark.end())
        end = stop.start() if stop else len(text)
        owner = _owner_before(text, mark.start(), names)
        for found in _NUMBER.finditer(text, mark.end(), end):
            numbers.append((found.start(), found.end(), owner))
            if owner:
                break
    order = [text[s:e] for s, e in names]
    seen: set[str] = set()
    for index, (start, end, owner) in enumerate(_unique(text, numbers)):
        about = owner or (order[index] if index < len(order) else None)
        key = text[start:end] + (about or "")
        if key not in seen:
            seen.add(key)
            yield paper.fact(
                "执法证号", "text", text[start:end].lstrip("为是：、和"), start, end, how="label", about=about
            )


def _unique(text: str, numbers: list[tuple[int, int, str | None]]) -> list[tuple[int, int, str | None]]:
    seen: dict[str, tuple[int, int, str | None]] = {}
    for start, end, owner in numbers:
        seen.setdefault(text[start:end], (start, end, owner))
    return list(seen.values())


def _owner_before(text: str, position: int, names: list[tuple[int, int]]) -> str | None:
    """The officer whose name stands before a number: directly (`张三（执法证号：…）`), or alone on its line."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    words = {text[start:end] for start, end in names}
    on_line = sorted((line.rfind(word) + len(word), word) for word in words if word in line)
    if not on_line:
        return None
    end, word = on_line[-1]
    if line[end:] in ("（", "，", "", "：", "（，"):
        return word
    return word if len(on_line) == 1 and len(line) - end <= 8 else None
