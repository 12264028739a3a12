"""告知书: what it must say, the time it grants, who approved it, and how it was served."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.periods import due
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.limits import period
from casecheck.rules.builtin.notice import DECIDED, DECISION, NOTICE
from casecheck.rules.builtin.public_notice import ANNOUNCEMENT
from casecheck.rules.builtin.reading import day, known, missing, running, settle, text, the, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words
from casecheck.text.identifiers import normalise_name
from casecheck.text.money import format_yuan

FINE = f"{NOTICE}.拟罚款金额"
APPROVED, APPROVED_FINE = "告知审批.批准日期", "告知审批.罚款金额"
_RIGHTS = "陈述、申辩的权利"
_ELEMENTS = (
    (
        Words(zh="违法事实", en="the facts"),
        re.compile(r"经查|查明|事实|[0-9]{4}年[0-9]{1,2}月|检查(?:时|中)?发现"),
        Severity.FATAL,
    ),
    (
        Words(zh="证据或者理由", en="evidence or reasons"),
        re.compile(r"证据|证明|证实|为证|佐证|笔录|理由|鉴于"),
        Severity.MAJOR,
    ),
    (Words(zh="违反的规定", en="the provision violated"), re.compile(r"违反|违法|不符合"), Severity.FATAL),
    (
        Words(zh="处罚依据", en="the basis of the penalty"),
        re.compile(r"(?:依据|根据|依照|按照)[^。；]{0,80}(?:第[一二三四五六七八九十百零〇\d]+条|《)"),
        Severity.FATAL,
    ),
    (
        Words(zh=_RIGHTS, en="the right to be heard"),
        re.compile(r"陈述[^。；]{0,30}申辩|申辩[^。；]{0,30}陈述"),
        Severity.FATAL,
    ),
)
_RANGE = re.compile(r"拟[^。；\n]{0,80}元?以上[^。；\n]{0,24}以下[^。；\n]{0,6}罚款")
_FINED = re.compile(r"罚款[^。；\n]{0,24}[0-9壹贰叁肆伍陆柒捌玖一二三四五六七八九]|[0-9元整）][^。；\n]{0,10}罚款")
_ANNEXED = re.compile(r"附件|详见|见附|附页|另附|附表")
_NOT_PENAL = re.compile(r"不予行政处罚|不予处罚")
_TERM = re.compile(r"(?P<count>\d+)(?P<unit>个工作日|日)")
_LEADER = re.compile(
    r"(?<!审核机构)(?<!办案机构)(?<!承办机构)(?<!法制机构)(?:(?:局|行政机关|机关|监管部门|管理部门|部门|分管|主管)(?:负责人|领导|局长)|局长|局领导|分管领导)(?:审批)?意见|(?:审批|批准)意见"
)
_APPROVERS = ("案件审核表", "案件调查终结报告", "行政处理决定审批表", "有关事项审批表")


@predicate("notice_complete")
def notice_complete(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each notice tells facts, reasons, provisions, the penalty with its sum, and the right to be heard (第四十四条).

    Found by words: what no word of a wholly read notice tells is left out. A notice that refers to an annex is a question, and
    so is one without evidence, which the statute does not name. The right may be told in another notice of the case.
    """
    del law, arguments
    violations: list[Violation] = []
    gaps: list[Missing] = []
    rights = any(_ELEMENTS[-1][1].search(own_words(notice).text) for notice in case.documents(NOTICE))
    for notice in case.documents(NOTICE):
        if _NOT_PENAL.search(notice.title):
            continue
        said = own_words(notice).text
        left_out = [(name, grade) for name, shape, grade in _ELEMENTS if not shape.search(said)]
        left_out = [(name, grade) for name, grade in left_out if name.zh != _RIGHTS or not rights]
        if (penalty := _penalty(case, notice, said)) is not None:
            left_out.append((penalty, Severity.FATAL))
        if left_out and unread(case, notice):
            gaps.append(Missing(name=NOTICE, cause=Cause.UNREADABLE, looked=(notice.id,)))
        elif left_out:
            violations.extend(_left_out(notice, name, grade, said) for name, grade in left_out)
    return settle(violations, gaps)


def _penalty(case: CaseFacts, notice: CaseDocument, said: str) -> Words | None:
    """What the notice leaves out of the penalty: all of it, or the sum of a fine; a range is no sum."""
    if known(case, FINE, notice.id):
        return None
    if _RANGE.search(said):
        return Words(zh="罚款的具体数额（只写了幅度）", en="the sum of the fine (only a range)")
    kinds = {str(f.value) for f in known(case, f"{NOTICE}.处罚种类", notice.id)}
    if "罚款" in kinds and not _FINED.search(said):
        return Words(zh="罚款的数额", en="the sum of the fine")
    if not kinds and not re.search(r"拟|罚款|没收|警告|吊销|停产停业|通报批评", said):
        return Words(zh="拟作出的处罚", en="the penalty intended")
    return None


def _left_out(notice: CaseDocument, name: Words, grade: Severity, said: str) -> Violation:
    body = running(notice)
    annexed = _ANNEXED.search(said) is not None
    doubtful = annexed or grade is Severity.MAJOR
    return Violation(
        quotes=(body.quote(0, min(len(body.text), 30)),) if body.text else (),
        variant="annex" if annexed else "evidence" if doubtful else "",
        params=(("point", name.zh), ("point@en", name.en), ("paper", notice.title)),
        severity=grade,
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key=f"{notice.number or ''} {name.zh}",
    )


@predicate("time_told_rightly")
def time_told_rightly(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the time told for defence and for asking for a hearing is that of the law, in working days.

    `period` is the legal one; `facts` are the names of what the notice tells. More is lawful. As many plain days are fewer
    than the law grants, though 处罚法 第八十五条 reads 五日 as working days: minor.
    """
    violations: list[Violation] = []
    gaps: list[Missing] = []
    used: list[Fact] = []
    for notice in case.documents(NOTICE):
        dated = the(case, f"{NOTICE}.日期", notice.id) or the(case, f"{NOTICE}.送达日期", notice.id)
        legal = period(law, text(arguments, "period"), day(dated) if dated else date.max)
        told = [f for name in _names(arguments) for f in known(case, name, notice.id)]
        used.extend(told)
        if not told or legal is None:
            gaps.extend(m for m in (missing(case, _names(arguments)[0], notice.id),) if m)
            continue
        for fact in told:
            term = _TERM.match(str(fact.value))
            if term is None:
                continue
            count, plain = int(term["count"]), term["unit"] == "日"
            if count >= legal.count + (2 if plain else 0):
                continue
            short = count < legal.count
            violations.append(
                Violation(
                    facts=(fact,),
                    variant="" if short else "plain",
                    params=(("told", str(fact.value)), ("want", str(legal.count)), ("what", fact.name.split(".")[1])),
                    severity=None if short else Severity.MINOR,
                    key=f"{notice.number or ''} {fact.name}",
                )
            )
    return settle(violations, gaps, used)


def _names(arguments: Json) -> list[str]:
    given = arguments.get("facts") if isinstance(arguments, dict) else None
    return [str(name) for name in given] if isinstance(given, list) else []


@predicate("notice_approved")
def notice_approved(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the leader approved the proposal before the notice, and the notice announces what was approved (第五十六条).

    An approval may also stand in the review form, the report, or the form for the decision: a place for the leader's
    opinion there, of the day of the notice or before, counts.
    """
    del law, arguments
    notices = case.documents(NOTICE)
    approvals = known(case, APPROVED)
    told = [f for n in notices for f in known(case, f"{NOTICE}.日期", n.id)[:1]]
    if not told:
        return settle((), [m for m in (missing(case, f"{NOTICE}.日期"),) if m], approvals)
    first = min(told, key=day)
    if not approvals:
        return _approved_elsewhere(case, first)
    violations = []
    approved = min(approvals, key=day)
    if day(approved) > day(first):
        params = (("approved", day(approved).isoformat()), ("told", day(first).isoformat()))
        violations.append(Violation(facts=(approved, first), variant="late", params=params, key="late"))
    violations.extend(_other_sum(case))
    return settle(violations, (), (approved, first))


def _other_sum(case: CaseFacts) -> Iterator[Violation]:
    """The notice tells another fine than was approved.

    One below what was approved and then decided is a decision beyond the notice: another check reports that.
    """
    announced, approved = known(case, FINE), known(case, APPROVED_FINE)
    sums = {f.value for f in approved}
    decided = {f.value for f in known(case, f"{DECISION}.罚款金额")}
    if not sums:
        return
    for fact in announced:
        if fact.value not in sums and isinstance(fact.value, int) and isinstance(approved[0].value, int):
            if fact.value < approved[0].value and approved[0].value in decided:
                continue
            yield Violation(
                facts=(approved[0], fact),
                variant="sum",
                params=(("approved", format_yuan(approved[0].value)), ("told", format_yuan(fact.value))),
                key="sum",
            )


def _approved_elsewhere(case: CaseFacts, told: Fact) -> Answer:
    for form in _APPROVERS:
        for paper in case.documents(form):
            dates = [f for name in ("批准日期", "审核日期", "日期") for f in known(case, f"{form}.{name}", paper.id)]
            in_time = not dates or min(day(f) for f in dates) <= day(told)
            of_notice = form != "有关事项审批表" or "告知" in running(paper).text
            if in_time and of_notice and _LEADER.search(running(paper).text):
                return settle((), (), (told, *dates))
    if case.scope == "document":
        return settle((), (Missing(name="有关事项审批表", cause=Cause.DOCUMENT_MISSING),))
    if unread(case, *case.dossier.documents):
        return settle((), (Missing(name="有关事项审批表", cause=Cause.UNREADABLE),))
    return settle((Violation(facts=(told,), params=(("told", day(told).isoformat()),), key="absent"),), (), (told,))


_AGENTS = ("授权委托书", "送达地址确认书")
_CAPACITY = re.compile(
    r"同住|家属|配偶|父|母|子女|前台|收发|门卫|传达|物业|员工|职工|店长|经理|会计|委托代理|代理人|见证|拒收|留置|邮寄|公告"
)


@predicate("notice_served_rightly")
def notice_served_rightly(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the notice reached the party itself, and a public notice left the time for defence after its thirty days.

    `announced` is the length of a public notice, `defence` that of the defence. A receiver who is neither the party, nor
    the one who acts for it, nor named in a power of attorney or a confirmation of address, is a question: an organisation
    may have people who take in its mail.
    """
    violations: list[Violation] = list(_too_soon(case, law, arguments))
    gaps: list[Missing] = []
    for notice in case.documents(NOTICE):
        receipts = [r for r in case.documents("送达回证") if notice.id in r.serves]
        violations.extend(v for r in receipts for v in _received_by_another(case, notice, r))
        if not receipts and not case.documents(ANNOUNCEMENT):
            gaps.append(Missing(name="送达回证", cause=Cause.DOCUMENT_MISSING, looked=(notice.id,)))
    return settle(violations, gaps)


def _received_by_another(case: CaseFacts, notice: CaseDocument, receipt: CaseDocument) -> Iterator[Violation]:
    allowed = {
        normalise_name(str(f.value))
        for f in case.facts
        if f.name.partition(".")[2] in ("当事人", "名称", "法定代表人", "负责人", "经营者", "受送达人", "代收人")
    }
    agents = "".join(running(p).text for form in _AGENTS for p in case.documents(form))
    for receiver in known(case, "送达回证.收件人", receipt.id):
        name = str(receiver.value)
        if receiver.masked or normalise_name(name) in allowed or name in agents or _explained(case, receipt, name):
            continue
        yield Violation(
            facts=(receiver,),
            variant="receiver",
            params=(("name", name), ("paper", title_of(case, notice.id))),
            cause=Cause.NEEDS_JUDGEMENT,
            key=f"receiver {name}",
        )


def _explained(case: CaseFacts, receipt: CaseDocument, name: str) -> bool:
    """Whether the receipt says who the receiver is: beside the name, or where a form asks for it."""
    noted = [f for field in ("代收事由", "备注") for f in known(case, f"送达回证.{field}", receipt.id)]
    said = running(receipt).text
    beside = [said[max(0, m.start() - 8) : m.end() + 16] for m in re.finditer(re.escape(name), said)]
    return any(_CAPACITY.search(words) for words in (*(str(f.value) for f in noted), *beside))


def _too_soon(case: CaseFacts, law: LawBook, arguments: Json) -> Iterator[Violation]:
    """The decision came after the thirty days of the announcement, but before the time for defence was over."""
    decided = the(case, DECIDED)
    for paper in case.documents(ANNOUNCEMENT):
        posted = the(case, f"{ANNOUNCEMENT}.日期", paper.id)
        if posted is None or decided is None or "告知书" not in running(paper).text:
            continue
        length = period(law, text(arguments, "announced"), day(posted))
        defence = period(law, text(arguments, "defence"), day(posted))
        if length is None or defence is None or known(case, f"{NOTICE}.送达日期"):
            continue
        served = day(posted) + timedelta(days=length.count)
        ends = due(served, defence, law.calendar, "party")
        if day(posted) <= day(decided) <= served or ends.date is None or day(decided) > ends.date:
            continue
        if day(decided) <= served:
            continue
        yield Violation(
            facts=(posted, decided),
            params=(
                ("posted", day(posted).isoformat()),
                ("served", served.isoformat()),
                ("due", ends.date.isoformat()),
                ("decided", day(decided).isoformat()),
            ),
            working=ends.working,
            key="too soon",
        )
