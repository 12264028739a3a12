"""办案人员: names of officers, by the labels of each form."""

import re
from collections.abc import Iterator

from casecheck.facts.certificates import END, LABEL, STOP, certificates
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
_LONGEST_LIST = 100
_FIRST_NUMBER = re.compile(r"[^，、；\n0-9]{0,8}[0-9]+")
"""The number behind its label, with letters of its own (`云市监000011`), which are no name."""
_DIALOGUE = re.compile(r"我们|问：|请你|出示|是否|你")
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
    if not names and paper.short in ("现场笔录", "询问笔录") and not _left_blank(paper):
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


def _left_blank(paper: Paper) -> bool:
    """Whether the place for the officers is printed and empty: what they say of themselves in the dialogue fills it not."""
    label = re.compile(
        r"(?:^|(?<=[\n，、；。）]))(?:" + _LABELS[paper.short] + r")(?:（[^（）\n]{1,10}）)?：_*(?=\n|执法证|记录人|$)"
    )
    return bool(label.search(paper.text))


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
        stop = END.search(paper.text, start)
        end = stop.start() if stop else len(paper.text)
        if end - start > _LONGEST_LIST or _DIALOGUE.search(paper.text, start, end):
            continue
        yield from _between_labels(paper.text, start, end)


def _between_labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a list of officers before, between and behind the labels of their certificate numbers."""
    for label in LABEL.finditer(text, start, end):
        opened = text[start : label.start()].endswith("（")
        yield start, label.start() - opened
        number = _FIRST_NUMBER.match(text, label.end(), end)
        start = number.end() if number else label.end()
    yield start, end


def _recorder(paper: Paper) -> tuple[int, int] | None:
    if paper.short != "询问笔录":
        return None
    found = re.compile(r"记录人员?(?:（[^（）]{0,6}）)?[：\n]").search(paper.text)
    if not found:
        return None
    stop = STOP.search(paper.text, found.end())
    end = stop.start() if stop else len(paper.text)
    return next(person_spans(paper, found.end(), end), None)
