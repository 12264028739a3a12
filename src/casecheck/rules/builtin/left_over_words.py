"""他案残留: words of another case that were left in a 询问笔录."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import known, running, settle, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.interviews.records import FORM, Interview, Said, interviews, whose
from casecheck.text.dates import find_dates
from casecheck.text.docno import DocNumber, find_numbers
from casecheck.text.identifiers import is_masked, normalise_name, visible_match

_OWN_NAME = re.compile(
    r"^(?:我|本人)(?:的?名字)?(?:叫|名叫|姓名(?:是|叫)?)(?P<name>[\u4e00-\u9fff·]{2,4}?)(?=[，。、；（]|今年|现年|性别|男|女|是|系|住|在|身份证)"
)
_ASKS_NAME = re.compile(r"姓名|名字|身份|介绍|基本(?:情况|信息)|你是谁|怎么称呼|自我")
_AGENCY = re.compile(
    r"我们?是(?P<agency>[\u4e00-\u9fff（）]{2,30}?(?:局|委员会|总队|支队|大队|中队|分局|所))(?:的|（|执法|办案|，)"
)
_PARTY = re.compile(
    r"(?:[，。：（对就于关查在]|^|你(?:单位|公司|店)?|当事人|单位)(?P<party>[\u4e00-\u9fff（）A-Za-z0-9·]{4,40}?(?:公司|店|厂|场|超市|商行|经营部|合作社|酒店|餐厅|饭店|药房|诊所|美容院|中心|商铺|工作室))(?=涉嫌)"
)
_QUOTED = re.compile(r"“(?P<goods>[^“”]{2,14})”")
_INSPECTED = re.compile(r"(?:我们|我局|本局|执法人员|办案人员)[^。？；]{0,24}(?:检查|查获|发现|查封|扣押|抽样)")
_ADDRESSED = re.compile(
    r"^(?:请问)?(?P<surname>[\u4e00-\u9fff]{1,2})(?P<title>先生|女士|小姐|大姐|大哥|大叔|大妈)[，：]?"
)
_TITLES = {"先生": "男", "大哥": "男", "大叔": "男", "女士": "女", "小姐": "女", "大姐": "女", "大妈": "女"}
_INTRODUCES = re.compile(r"就|对|关于|查处|调查|你(?:单位|公司|店)|当事人")
_KIND = re.compile(r"(?:股份|责任)?(?:有限)?(?:公司|合伙企业)$|[店厂]$")
_CORE = 4
"""Characters at the end of a name, without the kind of body (有限公司), by which a shorter form of it is known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What the other papers of the case say, to hold a record against."""

    facts: CaseFacts
    said: str
    """The text of every paper but the 询问笔录."""
    parties: tuple[str, ...]
    agencies: tuple[Fact, ...]
    open: Cause | None
    """Why it cannot be said that no other paper has certain words."""

    def says(self, words: str) -> bool:
        """Whether another paper has the words."""
        return words in self.said


@predicate("no_words_of_another_case")
def no_words_of_another_case(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each 询问笔录 speaks of the person and the case it belongs to.

    A violation: the person gives another name than the record, is addressed with another surname or as of the other sex,
    the officers name another authority, or the act of another party is asked about, and no other paper of the dossier has
    that name. A question: a 文号, a name of goods in quotation marks or a day of inspection in a question that no other
    paper has.
    """
    del law, arguments
    records = interviews(case)
    context = _context(case)
    violations = [violation for record in records for violation in _left_over(record, context)]
    gaps = [Missing(name=FORM, cause=Cause.UNREADABLE, looked=(r.paper.id,)) for r in records if unread(case, r.paper)]
    return settle(violations, gaps, [r.person for r in records if r.person])


def _context(case: CaseFacts) -> _Case:
    others = [d for d in case.dossier.documents if d.form != case.form_name(FORM)]
    named = [f for f in case.facts if f.name.endswith(".当事人") or f.name == "当事人.名称"]
    parties = [name for name, _ in Counter(normalise_name(str(f.value)) for f in named).most_common()]
    return _Case(
        facts=case,
        said="\n".join(running(d).text for d in others),
        parties=tuple(p for p in parties if p and not is_masked(p)),
        agencies=known(case, "案件.处罚机关"),
        open=unproven(case) if others else Cause.DOCUMENT_MISSING,
    )


def _left_over(record: Interview, context: _Case) -> Iterator[Violation]:
    yield from _name(record, context)
    yield from _addressed(record, context)
    yield from _agency(record, context)
    yield from _party(record, context)
    yield from _goods(record, context)
    yield from _numbers(record, context)
    yield from _day(record, context)


def _violation(
    record: Interview,
    context: _Case,
    variant: str,
    said: Said,
    words: str,
    *,
    other: str = "",
    cause: Cause | None = None,
) -> Violation:
    return Violation(
        facts=(record.person,) if record.person and variant in ("name", "addressed") else (),
        quotes=(record.quote(said),),
        variant=variant,
        params=(("paper", whose(context.facts, record.paper)), ("words", words), ("other", other)),
        cause=cause,
        key=f"{variant} {record.name} {words}",
    )


def _part(said: Said, start: int, end: int) -> Said:
    return Said(said.start + start, said.start + end, said.text[start:end])


def _name(record: Interview, context: _Case) -> Iterator[Violation]:
    """我叫王某 in the record of 李某."""
    if record.person is None or record.person.masked:
        return
    for turn in record.turns:
        match = _OWN_NAME.search(turn.answer.text)
        if match is None or not (
            _ASKS_NAME.search(turn.question.text)
            or re.match("今年|现年|性别|男|女", turn.answer.text[match.end() :].lstrip("，"))
        ):
            continue
        if not visible_match(match["name"], str(record.person.value)):
            part = _part(turn.answer, match.start(), match.end())
            yield _violation(record, context, "name", part, match["name"], other=str(record.person.value))


def _addressed(record: Interview, context: _Case) -> Iterator[Violation]:
    """王先生 in the record of 李某, or of a woman."""
    sexes = {str(f.value) for f in known(context.facts, f"{FORM}.性别", record.paper.id)}
    for turn in record.turns:
        match = _ADDRESSED.match(turn.question.text)
        if match is None or record.person is None or record.person.masked:
            continue
        stranger = not str(record.person.value).startswith(match["surname"])
        if stranger or (sexes in ({"男"}, {"女"}) and _TITLES[match["title"]] not in sexes):
            part = _part(turn.question, match.start(), match.end())
            printed = "、".join((str(record.person.value), *sorted(sexes)))
            yield _violation(record, context, "addressed", part, match[0].strip("，："), other=printed)


def _agency(record: Interview, context: _Case) -> Iterator[Violation]:
    """我们是乙局的执法人员 in a case of 甲局; an authority that another paper names (assistance, transfer) is none."""
    own = [normalise_name(str(f.value)) for f in context.agencies]
    match = _AGENCY.search(record.said.text)
    if match is None or not own or is_masked(match["agency"]) or any(is_masked(name) for name in own):
        return
    named = normalise_name(match["agency"])
    if any(name in named or named in name for name in own) or context.says(match["agency"]):
        return
    if any(_stem(named) and _stem(named) in name for name in own):
        return
    said = Said(match.start("agency"), match.end("agency"), match["agency"])
    yield _violation(
        record, context, "agency", said, match["agency"], other=str(context.agencies[0].value), cause=context.open
    )


def _stem(agency: str) -> str:
    """The authority of a branch: 甲县市场监督管理局乙所 → 甲县市场监督管理局."""
    at = agency.find("局")
    return agency[: at + 1] if 0 < at < len(agency) - 1 else ""


def _party(record: Interview, context: _Case) -> Iterator[Violation]:
    """就乙公司涉嫌…一案 in a case of 甲公司."""
    for match in _PARTY.finditer(record.said.text) if context.parties else ():
        start = max((m.end() for m in _INTRODUCES.finditer(match["party"])), default=0)
        name = match["party"][start:]
        core = _KIND.sub("", name)[-_CORE:]
        if len(core) < _CORE or is_masked(name) or any(core in party for party in context.parties):
            continue
        if context.says(core) or re.search(r"[你我贵该本]", name):
            continue
        said = Said(match.start("party") + start, match.end("party"), name)
        yield _violation(record, context, "party", said, name, other=context.parties[0], cause=context.open)
        return


def _goods(record: Interview, context: _Case) -> Iterator[Violation]:
    """A name in quotation marks that the officers ask about, and of which neither a paper nor the person spoke."""
    if context.open is not None:
        return
    told = ""
    for turn in record.turns:
        for match in () if turn.formal else _QUOTED.finditer(turn.question.text):
            if match["goods"] not in told and not context.says(match["goods"]):
                part = _part(turn.question, match.start(), match.end())
                yield _violation(record, context, "goods", part, match["goods"], cause=Cause.NEEDS_JUDGEMENT)
        told += turn.answer.text


def _numbers(record: Interview, context: _Case) -> Iterator[Violation]:
    """A 文号 of the authority that no paper of the case has."""
    if context.open is not None:
        return
    own = (find_numbers(record.paper.number or ""), find_numbers(context.said))
    known_numbers = {_bare(number) for found in own for number in found}
    for number in find_numbers(record.said.text):
        if number.year and number.serial and _bare(number) not in known_numbers:
            said = Said(number.start, number.end, number.raw)
            yield _violation(record, context, "number", said, number.name, cause=Cause.NEEDS_JUDGEMENT)


def _bare(number: DocNumber) -> tuple[int | None, str, str]:
    """A 文号 without what the sentence before it may add to its prefix."""
    return number.year, number.serial, number.word[-2:]


def _day(record: Interview, context: _Case) -> Iterator[Violation]:
    """某年某月某日我们在你店检查 for a day that no other paper has."""
    if context.open is not None or not context.facts.documents("现场笔录"):
        return
    days = {d.value for d in find_dates(context.said) if d.value}
    for turn in (t for t in record.turns if not t.formal):
        dates = find_dates(turn.question.text)
        for mention in dates:
            behind = turn.question.text[mention.end : mention.end + 40]
            if (
                mention.value
                and mention.kind == "full"
                and mention.value not in days
                and _INSPECTED.match(behind.lstrip("，"))
            ):
                part = _part(turn.question, mention.start, mention.end)
                yield _violation(record, context, "day", part, mention.raw, cause=Cause.NEEDS_JUDGEMENT)
