"""违反条款, 处罚依据, 引用条款: cited provisions and the part they play in their sentence."""

import re
from collections.abc import Iterator, Sequence

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.citations import Citation, find_citations

_ROLE_PAPERS = (
    "行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书", "行政处罚告知书", "案件调查终结报告", "责令改正通知书",
)  # fmt: skip
_TRIGGER = re.compile(
    r"(?P<suspected>涉嫌违反|可能违反)|(?P<violated>违反(?=了|上述|前述|[^。；，、（）《》]{0,12}《)|违背了?(?=[^。；，]{0,12}《))|(?P<basis>依据|根据|依照|按照|比照)|(?P<other>参照|对照|符合|属于|构成|鉴于|具有|适用|不违反)"
)
_BACK_REFERENCE = re.compile(
    r"违反了?(?:上述|前述|该|以上|前款|本)(?:法律|法规|规章|条款|条文)?(?:之|的)?(?:规定|条款)"
)
_CONSEQUENCE = re.compile(
    "处罚(?!裁量|自由裁量|告知|程序|决定书|法》)|罚款|没收|警告|责令|(?<!污水)(?<!垃圾)处理(?!费|厂|设施)|吊销|停业|处以"
)
_NO_CONSEQUENCE = re.compile(
    "论处|加处|每日按|按日|逾期|复议|诉讼|强制执行|立案|送达|听证|陈述|申辩|查封|扣押|登记保存|延长|终结|缴纳|缴款|公示|公开"
)
_TITLE = re.compile(r"《[^《》]*》")
_BARE_TAIL = re.compile(r"[“”，、；：和及与以第一二三四五六七八九十百零条款项（）0-9的之等规定]*")
_NO_ORDER = re.compile(r"责令(?:(?!改正|停止)[^。，；]){0,40}退")
_NO_PENALTY_ARTICLES = (30, 31, 33, 36)
_UNDER_HEADING = 700
_NEXT_SENTENCE = 200
_HEADINGS = re.compile(
    r"（?(?:(?P<penalty>行政处罚的内容和依据|处罚依据|处理意见及依据)|(?P<else>履行方式|救济途径|证据证明|认为|如下))[）：\n]?"
)
_DISCRETION = re.compile("[“”]*(?:的|之)?(?:相关|有关)?(?:规定)?[的之]?(?:裁量|幅度|情节)")
_ANNOUNCED = r"(?:[的之]?(?:有关)?规定)?"
_QUOTED_WORDS = re.compile(_ANNOUNCED + r"[，：]{0,2}\n?[“\"](?P<words>[^”\n]{10,})")
_PLAIN_WORDS = re.compile(_ANNOUNCED + r"(?:[：，]\n?|(?<=[条款项])\n)(?P<words>[^”\n]{10,})")
_PENAL_WORDS = re.compile(r"责令[^。]{0,30}(?:改正|停止)[^。]{0,80}?(?:罚款|没收)|处[^。]{0,40}罚款")
_IF = re.compile(r"(?:若|如果)当事人[^。；]{0,60}将[^。；]{0,12}$")
_COMPLAINT = re.compile(r"(?:举报|投诉|反映|称)[^。”]{0,8}[：，]?$")
_DUTY_WORDS = re.compile(r"应当|不得|必须|禁止")
_NOT_PENAL = re.compile(r"裁量|基准|指导意见|清单|规则|程序规定|行政强制法|适用规定|通知|意见|批复|办法（试行）?适用")


def role_citations(paper: Paper) -> Iterator[Fact]:
    """违反条款 and 处罚依据, each provision once; a coarser citation of the same article is dropped for a finer one."""
    if paper.short not in _ROLE_PAPERS:
        return
    found = _citations(paper)
    roles = [(citation, _role(paper, citation, found)) for citation in found]
    for field, chosen in (("违反条款", _violated(roles)), ("处罚依据", _bases(roles))):
        for citation in _finest(chosen):
            yield paper.fact(field, "text", citation_name(citation), citation.start, citation.end)


def _bases(roles: Sequence[tuple[Citation, str]]) -> list[Citation]:
    """What is called the basis; else the provisions whose printed words are a penalty, also where they are called violated."""
    ranks = (("basis",), ("penal",), ("violated penal",))
    return next(filter(None, ([c for c, r in roles if r in rank] for rank in ranks)), [])


def _violated(roles: Sequence[tuple[Citation, str]]) -> list[Citation]:
    """What is called violated, and what the opinion suspects of other articles; else suspected, else what prints a duty."""
    bases = _bases(roles)
    violated = [c for c, r in roles if r.startswith("violated") and c not in bases]
    if violated:
        known = {(c.law, c.article) for c in violated}
        also = [c for c, r in roles if r == "held" and (c.law, c.article) not in known]
        return sorted([*violated, *also], key=lambda c: c.start)
    ranks = (("suspected", "held"), ("duty",))
    return next(filter(None, ([c for c, r in roles if r in rank] for rank in ranks)), [])


def cited(paper: Paper) -> Iterator[Fact]:
    """引用条款: every provision that the paper itself cites, each once."""
    seen: set[str] = set()
    for citation in _citations(paper):
        if citation_name(citation) not in seen:
            seen.add(citation_name(citation))
            yield paper.fact("引用条款", "text", citation_name(citation), citation.start, citation.end)


def citation_name(citation: Citation) -> str:
    """The provision as facts name it; a title that the paper breaks over two lines is joined again."""
    return citation.name.replace("\n", "").removeprefix("中华人民共和国")


def _citations(paper: Paper) -> list[Citation]:
    return [c for c in find_citations(paper.masked) if c.article is not None]


def _role(paper: Paper, citation: Citation, found: list[Citation]) -> str:
    """The part of a citation: as the words say `violated`, `suspected` (`held` in the opinion) or `basis`.

    By the printed words of the provision `penal`, `violated penal`, or `duty`, where the sentence tells nothing more.
    """
    if _told_by_others(paper, citation) or _IF.search(
        paper.masked, paper.sentence_at(citation.start)[0], citation.start
    ):
        return ""
    role = _role_by_words(paper, citation, found)
    if role == "suspected" and "认为" in paper.masked[: citation.start]:
        return "held"
    if _NOT_PENAL.search(citation.law) or citation.law.endswith("行政处罚法"):
        return role
    words = _printed_words(paper.text, citation.end, loose=role == "")
    if role in ("", "violated") and _PENAL_WORDS.search(words):
        return f"{role} penal".strip()
    return "duty" if role == "" and _DUTY_WORDS.search(words) else role


def _told_by_others(paper: Paper, citation: Citation) -> bool:
    """Whether the citation stands in the words of a complaint that the paper quotes."""
    opened = paper.text.rfind("“", 0, citation.start)
    if opened < 0 or "”" in paper.text[opened : citation.start]:
        return False
    return _COMPLAINT.search(paper.text, max(0, opened - 12), opened) is not None


def _printed_words(text: str, position: int, *, loose: bool) -> str:
    """The words of a provision that are printed behind its citation; `loose`: a comma may announce them, too."""
    found = _QUOTED_WORDS.match(text, position) or (_PLAIN_WORDS.match(text, position) if loose else None)
    return found.group("words") if found else ""


def _role_by_words(paper: Paper, citation: Citation, found: list[Citation]) -> str:
    start, end = paper.sentence_at(citation.start)
    text = paper.masked
    triggers = _triggers(text, start, citation.start, found)
    if not triggers or triggers[-1].lastgroup == "other":
        if _referred_back(text, citation, start, end):
            return "violated"
        return "" if triggers else _by_heading(text, citation)
    trigger = triggers[-1]
    between = text[trigger.end() : citation.start]
    if len(between) > 400 or re.search(r"规定[^，。《]{0,4}，[^《]{12,}", between):
        return "violated" if _BACK_REFERENCE.search(text, citation.end, end) else ""
    if trigger.lastgroup != "basis":
        return trigger.lastgroup or ""
    return _basis(text, citation, end)


def _basis(text: str, citation: Citation, end: int) -> str:
    following = _TRIGGER.search(text, citation.end, end)
    tail = text[citation.end : following.start() if following else end]
    if following and following.lastgroup != "violated" and not _CONSEQUENCE.search(_TITLE.sub("", tail)):
        tail = text[citation.end : end]
    tail = _TITLE.sub("", tail.replace("\0", ""))
    if _BARE_TAIL.fullmatch(tail):
        tail += text[end : end + _NEXT_SENTENCE]
    consequence = _CONSEQUENCE.search(tail)
    if consequence is None or _NOT_PENAL.search(citation.law):
        return ""
    if _NO_CONSEQUENCE.search(tail[: consequence.start() + 1]) or _NO_ORDER.match(tail, consequence.start()):
        return ""
    if citation.law.endswith("行政处罚法"):
        return (
            "basis"
            if citation.article in _NO_PENALTY_ARTICLES and re.search("(?:不予|免予)(?:行政)?处罚", tail)
            else ""
        )
    if _DISCRETION.match(tail) or re.search("应当?(?:依法)?(?:予以|给予)?(?:从轻|减轻|从重)", tail[:120]):
        return ""
    return "basis"


def _triggers(text: str, start: int, stop: int, found: list[Citation]) -> list[re.Match[str]]:
    """The words before a citation that give it its part; one character more is seen, so that `违反《` is one."""
    return [m for m in _TRIGGER.finditer(text, start, stop + 1) if m.end() <= stop and not _inside(m.start(), found)]


def _referred_back(text: str, citation: Citation, start: int, end: int) -> bool:
    """Whether the opinion quotes the provision first and then finds that 上述规定 was violated."""
    if _BACK_REFERENCE.search(text, citation.end, end):
        return True
    later = min(end + _NEXT_SENTENCE, len(text))
    return "认为" in text[max(0, start - 12) : citation.start] and bool(
        _BACK_REFERENCE.search(text, citation.end, later)
    )


def _by_heading(text: str, citation: Citation) -> str:
    """A provision listed under the heading of the penalty and its basis, where no word of the sentence says more."""
    headings = list(_HEADINGS.finditer(text, max(0, citation.start - _UNDER_HEADING), citation.start))
    if not headings or headings[-1].lastgroup != "penalty" or _NOT_PENAL.search(citation.law):
        return ""
    return "" if citation.law.endswith("行政处罚法") else "basis"


def _inside(position: int, found: list[Citation]) -> bool:
    """Whether a word stands inside a citation (`《价格违法行为行政处罚规定》` is no 违反)."""
    return any(c.start <= position < c.end for c in found)


def _finest(chosen: Sequence[Citation]) -> Iterator[Citation]:
    seen: set[str] = set()
    names = {citation_name(c) for c in chosen}
    for citation in chosen:
        name = citation_name(citation)
        if name not in seen and not any(_refines(other, name) for other in names):
            seen.add(name)
            yield citation


def _refines(finer: str, coarser: str) -> bool:
    return finer != coarser and finer.startswith(coarser) and finer[len(coarser) :].startswith("第")
