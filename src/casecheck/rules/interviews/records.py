"""询问笔录: who was questioned, and what was asked and answered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.rules.builtin.reading import Running, known, running
from casecheck.text.identifiers import normalise_name, visible_match

FORM = "询问笔录"
PERSON = f"{FORM}.被询问人"
START, END = f"{FORM}.询问开始", f"{FORM}.询问结束"
_MARK = re.compile(r"(?<![询访提请追盘查质反])(?P<who>问|(?<!回)答)(?P<named>（[^）：]{1,12}）)?：")
_BELOW = re.compile(
    r"（?以下空白|被(?:询问|调查)(?:（调查）)?人(?:员)?(?:（[^）]{0,20}）)?(?:签名|签字|核对|意见|或者?盖章)*(?:（[^）]{0,20}）)?："
    r"|(?<!被)(?:询问|调查|执法|办案)(?:（调查）)?人(?:员)?(?:签名|签字)?(?:（[^）]{0,20}）)?：|记录人(?:签名|签字)?：|核对意见：|第\d+页[，、/]?共\d+页"
)
"""What stands below the last answer, and at the foot of a page."""
_FORMAL = re.compile(r"回避|执法证|证件|陈述、?申辩|如实|虚假|听清|看清|明白|补充|核对|核实笔录|宣读|笔录")
"""Questions of the printed form: certificates, rights, duties, the closing words."""


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of a record: offsets of its running text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question with its answer. `named` is the name in brackets at the mark of the answer (答（程某）：), if any."""

    question: Said
    answer: Said
    named: str = ""

    @property
    def formal(self) -> bool:
        """Whether the question belongs to the printed form and the same answer is what everybody gives."""
        return bool(_FORMAL.search(self.question.text)) or bool(re.search(r"笔录", self.answer.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A 询问笔录. `person` is the first name in the place of the person questioned, None where none was read."""

    paper: CaseDocument
    said: Running
    person: Fact | None
    turns: tuple[Turn, ...]

    @property
    def name(self) -> str:
        """The person questioned, else the printed title."""
        return str(self.person.value) if self.person else self.paper.title

    def quote(self, said: Said, role: str = "") -> Quote:
        """The words with their place."""
        return self.said.quote(said.start, said.end, role)


def interviews(case: CaseFacts) -> tuple[Interview, ...]:
    """The records of questioning of a case, in their order."""
    return tuple(_interview(case, paper) for paper in case.documents(FORM))


def _interview(case: CaseFacts, paper: CaseDocument) -> Interview:
    named = case.named(PERSON, paper.id)
    return Interview(
        paper=paper, said=running(paper), person=named[0] if named else None, turns=tuple(_turns(running(paper).text))
    )


def _turns(text: str) -> Iterator[Turn]:
    """Questions with their answers; of several questions in a row the last one is answered."""
    marks = list(_MARK.finditer(text))
    question: Said | None = None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        said = _said(text, mark.end(), end)
        if mark["who"] == "问":
            question = said
        elif question is not None:
            yield Turn(question=question, answer=said, named=(mark["named"] or "").strip("（）"))
            question = None


def _said(text: str, start: int, end: int) -> Said:
    """The words up to the next mark or to what the form prints below them."""
    below = _BELOW.search(text, start, end)
    stop = below.start() if below else end
    return Said(start, stop, text[start:stop])


def same_person(one: Interview, two: Interview) -> bool:
    """Whether two records may be of one person: equal names, or hidden parts that leave it open."""
    if one.person is None or two.person is None:
        return False
    first, second = normalise_name(str(one.person.value)), normalise_name(str(two.person.value))
    return first == second or visible_match(first, second)


def whose(case: CaseFacts, paper: CaseDocument) -> str:
    """The record with the person questioned, for messages: 询问笔录（何某）."""
    asked = known(case, PERSON, paper.id)
    return f"{FORM}（{asked[0].value}）" if asked else paper.title or FORM
