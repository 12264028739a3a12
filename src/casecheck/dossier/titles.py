"""Printed titles of 文书: which form a short text names, and how it names it."""

import re
from dataclasses import dataclass

from casecheck.model.vocabulary import Form, Vocabulary
from casecheck.text.docno import find_numbers
from casecheck.text.folded import fold_text

LONGEST = 90
"""A folded text longer than this is prose, never a title."""

_BOXES = re.compile(r"[□☐☑☒√✓■●○◎]")
_TAIL = re.compile(
    r"(?:（(?:副本|正本|存根|复印件|原件|打印件|单位|个人|法人|自然人|续|续页|附页|脱敏版|公示版|公开版|节选|样式|式样|补充|重新|重新告知|二次|正卷|副卷|第?[一二三四五六七八九十\d]{1,2}[卷册]|第?[一二三四五六七八九十\d]{1,3}次?|[A-Z]联?)）"
    r"|第[\d一二三四五六七八九十]*页[，,/、]?共[\d一二三四五六七八九十]*页|[之—-][一二三四五六七八九十\d]{1,2}|[一二三四五\d]|续页?)$"
)
_CONTINUED = re.compile(r"（续页?）|（附页）|续页?$")
_AGENCY_END = r"(?:局|委员会|分局|大队|支队|总队|监管所|监督所|所|队|厅|人民政府|办公室|管理办)"
AGENCY = re.compile(
    rf"(?:中华人民共和国)?[\u4e00-\u9fff·（）]{{1,40}}{_AGENCY_END}(?:[\u4e00-\u9fff]{{0,14}}{_AGENCY_END})?(?:（[\u4e00-\u9fff]{{2,24}}）)?(?:制|印制)?"
)
_FAMILY = re.compile(r"[\u4e00-\u9fff]{2,20}(?:文书|文书格式|专用文书|违法案件|处罚案件)")
_ABOUT = re.compile(r"(?:\[?20\d{2}\]?年?)?关于.{2,70}(?:的|案|一案|案的)")
_CASE = re.compile(r"[^。；：“”《》？！]{4,60}(?:案|一案|案的)")
_PARTY = re.compile(
    r"[\u4e00-\u9fffA-Za-z（）·*×]{2,30}(?:公司|店|厂|院|中心|商行|超市|部|馆|合作社|学校|门诊|诊所|药房|商店|宾馆|酒店|幼儿园|物业)"
)
_ANNEX = re.compile(r"附件?[\d一二三四五六七八九十]{0,2}：?")
_NUMBERED_ANNEX = re.compile(r"附件[\d一二三四五六七八九十]{1,2}：?")
_UNDONE = re.compile(r"(?:终止|中止|延期|恢复|取消|撤销|不予受理)$")
"""Words before a title that make another paper of it: 终止听证通知书 is no summons, 撤销行政处罚决定书 no decision."""
_GENERIC = re.compile(r"(?:当事人|案件|行政处罚|行政执法|行政处罚案件|重大|原|新|市场监督管理|市场监管){1,2}")
_TOLD = re.compile(
    r"根据|依据|按照|收到|送达|作出|下达|签订|签署|签发|签收|领取|出具|不服|详见|我局|本局|本机关|执法人员"
)
_MENTION = re.compile(
    r"[年月日和及与或]$|[，。；：？！、“”‘’《》〈〉]|[见本该此其述]|附有|以及|拟|依法|履行|提交|提供|同意"
)
_BRACKETED = re.compile(r"（([^（）]{2,16})）([^（）]{2,8})")
"""A title whose matter was filled into the brackets of a general form: （先行登记保存证据）审批表."""
_LONGEST_OTHER = 12
_SURE_LEAD = 2.0
_SHORT_TITLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleMatch:
    """A text that names a form.

    `title` is what it prints without the authority before it, `words` the title of the vocabulary in it, which begins at
    `at`; `lead` is how sure the words before the title make it
    (2 none or the authority, 1.5 the case or the party, 0.5 other words); `continued` a title marked 续页; `weak` a
    title that is also an everyday word (合同, 照片), to be believed only at the head of a page.
    """

    form: Form
    title: str
    words: str
    at: int
    lead: float
    continued: bool
    weak: bool


class Titles:
    """All titles of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._papers: dict[str, Form | None] = {}
        for form in vocabulary.forms:
            for title in (form.name, *form.titles):
                self._papers.setdefault(fold_text(title), form)
        for title in vocabulary.other_papers:
            self._papers.setdefault(fold_text(title), None)
        self._lengths = sorted({len(title) for title in self._papers}, reverse=True)

    def match(self, text: str) -> TitleMatch | None:
        """The form that a whole folded text names as a title does; None for prose and for mere mentions."""
        if not text or len(text) > LONGEST:
            return None
        plain = _without_number(_BOXES.sub("", text))
        found = self._ending(plain)
        tail, continued = "", False
        while found is None and (cut := _TAIL.search(plain)):
            tail = (cut[0] if cut[0].startswith("（") else "") + tail
            continued = continued or bool(_CONTINUED.search(cut[0]))
            plain = plain[: cut.start()]
            found = self._ending(plain)
        if found is None:
            return None
        words, form = found
        if form is None:
            return None
        prefix = plain[: len(plain) - len(words)]
        weak = (form.evidence and len(words) <= _SHORT_TITLE + 1) or len(words) <= _SHORT_TITLE
        lead = _lead(prefix)
        if lead is None:
            return None
        title = words + tail if _is_authority(prefix) else plain + tail
        at = len(prefix) + len(_BOXES.findall(text[: len(prefix)]))
        return TitleMatch(form=form, title=title, words=words, at=at, lead=lead, continued=continued, weak=weak)

    def named(self, text: str) -> list[tuple[int, int, Form]]:
        """Every title that stands anywhere in a folded text, longest first, without overlaps, in their order."""
        found: list[tuple[int, int, Form]] = []
        taken = bytearray(len(text))
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                words = text[start : start + length]
                if words in self._papers and not any(taken[start : start + length]):
                    taken[start : start + length] = b"\1" * length
                    form = self._papers[words]
                    found += [(start, start + length, form)] if form else []
        return sorted(found, key=lambda item: item[0])

    def is_other(self, text: str) -> bool:
        """Whether a whole folded text is the title of a known paper that is none of the forms, after the authority."""
        found = self._ending(_without_number(text))
        return found is not None and found[1] is None and _lead(_without_number(text)[: -len(found[0])]) == _SURE_LEAD

    def _ending(self, text: str) -> tuple[str, Form | None] | None:
        """The longest title that a text ends in, with its form; for a title in brackets see `_BRACKETED`."""
        bracketed = _BRACKETED.fullmatch(text)
        if bracketed and (bare := bracketed[1] + bracketed[2]) in self._papers:
            return text, self._papers[bare]
        for length in self._lengths:
            words = text[-length:]
            if length <= len(text) and words in self._papers:
                form = self._papers[words]
                undone = _UNDONE.search(text[:-length]) if form and not form.evidence else None
                return (undone[0] + words, None) if undone else (words, form)
        return None


def is_masthead(text: str) -> bool:
    """Whether a folded text is what stands above a title: the authority, the family of forms, 关于…的, a 文号."""
    if len(text) > LONGEST:
        return False
    if _is_authority(text) or _ABOUT.fullmatch(text) or _ANNEX.fullmatch(text):
        return True
    if re.fullmatch(
        r"（?(?:脱敏版|公示版|公开版|正本|副本|存根|第[一二三四]联)）?|(?:执法机关代码|机关代码)：?\d+", text
    ):
        return True
    return text.startswith(("编号：", "文书编号：", "NO", "No", "№")) or _is_number_line(text) or is_page_mark(text)


def is_page_mark(text: str) -> bool:
    """Whether a folded text is only 第N页共M页, with or without its numbers."""
    return re.fullmatch(r"第[\d一二三四五六七八九十_]*页(?:[，,/、]?共[\d一二三四五六七八九十_]*页)?", text) is not None


def _is_number_line(text: str) -> bool:
    numbers = find_numbers(text)
    return len(numbers) == 1 and len(numbers[0].raw) >= len(text) - 4


def _without_number(text: str) -> str:
    """The text before a 文号 that shares the line with the title."""
    numbers = find_numbers(text)
    if not numbers or numbers[0].start == 0:
        return text
    head = text[: numbers[0].start]
    return re.sub(r"(?:编号|文号)?：?$", "", head)


def _is_authority(text: str) -> bool:
    return bool(AGENCY.fullmatch(text) or _FAMILY.fullmatch(text))


def _lead(prefix: str) -> float | None:
    """How well the words before a title suit a title; None when they make it a mention."""
    if not prefix or _is_authority(prefix) or _ABOUT.fullmatch(prefix):
        return _SURE_LEAD
    if _NUMBERED_ANNEX.fullmatch(prefix):
        return 0.5
    if _ANNEX.fullmatch(prefix) or _TOLD.search(prefix):
        return None
    if _GENERIC.fullmatch(prefix) or _PARTY.fullmatch(prefix) or _CASE.fullmatch(prefix):
        return 1.5
    other = _MENTION.search(prefix) or len(prefix) > _LONGEST_OTHER or re.search(r"[0-9A-Za-z]", prefix)
    return None if other else 0.5
