"""证人证言: what a statement of a witness must tell (行政诉讼证据规定 第十三条)."""

import re
from collections.abc import Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import known, opening, running, settle, texts, unproven, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import papers_of
from casecheck.rules.interviews.records import FORM, Interview, interviews, whose
from casecheck.text.identifiers import normalise_name, visible_match

_NUMBER = r"\d{6}[\d*×X]{8,11}[\dXx*×]"
_TOLD = {
    "name": re.compile(r"(?:姓名|证人|我叫|本人|我是|证明人)：?(?:叫)?[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,3}某"),
    "sex": re.compile(rf"性别|[，、。；：]男[，、。；]|[，、。；：]女[，、。；]|{_NUMBER}"),
    "age": re.compile(rf"年龄|\d{{1,2}}周?岁|出生|\d{{4}}年\d{{1,2}}月\d{{1,2}}日生|{_NUMBER}"),
    "work": re.compile(
        r"职业|职务|工作|单位|务农|种地|退休|学生|个体|经营|开店|打工|上班|无业|居民|村民|农民|教师|司机|工人"
    ),
    "home": re.compile(r"住址|地址|住所|住在|家住|现住|[省市县区乡镇街道路村][^，。；]{0,16}\d{1,5}[号组室]"),
    "day": re.compile(
        r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}[./-]\d{1,2}[./-]\d{1,2}|[二〇○零一九]{4}年[^，。]{1,3}月[^，。]{1,3}日"
    ),
}
_NAMES = {
    "name": Words(zh="姓名", en="name"),
    "sex": Words(zh="性别", en="sex"),
    "age": Words(zh="年龄", en="age"),
    "work": Words(zh="职业", en="occupation"),
    "home": Words(zh="住址", en="address"),
    "day": Words(zh="出具日期", en="day on which it was given"),
}
_COPY = Words(zh="身份证明文件", en="a document of identity")
_ATTACHED = re.compile(r"附[：，]?[^。；]{0,16}(?:身份证|身份证件|证件)[^。；]{0,8}复印件|身份证复印件")
_PARTY_PEOPLE = (
    "当事人.名称",
    "当事人.法定代表人",
    "授权委托书.受托人",
    "行政处罚决定书.当事人",
    "立案审批表.当事人",
    "立案审批表.法定代表人",
    "营业执照复印件.法定代表人",
    "营业执照复印件.经营者",
)
_OWN_STAFF = re.compile(
    r"我(?:们)?(?:单位|公司|店|超市|厂)|老板|总让我|法定代表人|经营者|员工|店员|营业员|收银员|服务员|理货员|店长|主管|经理"
)


@predicate("witness_statement_complete")
def witness_statement_complete(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each statement of a witness tells name, age, sex, occupation, address and its day, with proof of identity.

    What a written statement (`papers`: forms) lacks is a violation; its signature only the image shows. A 询问笔录 of somebody who is neither the party nor works for it is a statement of a witness, too: there
    what its fields lack is a question, because an answer or an annex may tell it.
    """
    del law
    written = papers_of(case, texts(arguments, "papers"))
    asked = [record for record in interviews(case) if _of_witness(case, record)]
    violations: list[Violation] = []
    gaps = [
        Missing(name=paper.title or FORM, cause=Cause.UNREADABLE, looked=(paper.id,))
        for paper in (*written, *(r.paper for r in asked))
        if unread(case, paper)
    ]
    violations.extend(v for paper in written if not unread(case, paper) for v in _written(case, paper))
    violations.extend(v for record in asked if not unread(case, record.paper) for v in _recorded(case, record))
    none = not written and not asked
    if none and (cause := unproven(case)):
        gaps.append(Missing(name=texts(arguments, "papers")[0], cause=cause))
    return settle(violations, gaps, moot=none)


def _of_witness(case: CaseFacts, record: Interview) -> bool:
    """Whether the person is surely none of the party's people: another name, and no word of working for it."""
    if record.person is None or record.person.masked:
        return False
    people = [f for name in _PARTY_PEOPLE for f in known(case, name)]
    if not people or any(visible_match(str(f.value), record.name) for f in people):
        return False
    parties = [normalise_name(str(f.value)) for f in known(case, "当事人.名称")]
    head = record.said.text[: record.turns[0].question.start if record.turns else len(record.said.text)]
    units = [normalise_name(str(f.value)) for f in known(case, f"{FORM}.工作单位", record.paper.id)]
    if any(p and (p in u or u in p) for p in parties for u in units) or _OWN_STAFF.search(head):
        return False
    said = "".join(t.answer.text for t in record.turns if not t.formal)
    return bool(units) or not _OWN_STAFF.search(said)


def _written(case: CaseFacts, paper: CaseDocument) -> Iterator[Violation]:
    said = running(paper).text
    lacking = [_NAMES[key] for key, pattern in _TOLD.items() if not pattern.search(said)]
    if not _proven(case, said):
        pictures = any("image" in problem.kind for problem in case.dossier.problems)
        cause = Cause.NEEDS_IMAGE if pictures else unproven(case)
        if cause is None:
            lacking.append(_COPY)
        else:
            yield _violation(paper.title, paper, [_COPY], "unseen", cause)
    if lacking:
        yield _violation(paper.title, paper, lacking, "", None)
    else:
        yield _violation(
            paper.title, paper, [Words(zh="证人签名", en="signature of the witness")], "unseen", Cause.NEEDS_IMAGE
        )


def _recorded(case: CaseFacts, record: Interview) -> Iterator[Violation]:
    head = record.said.text[: record.turns[0].question.start if record.turns else len(record.said.text)]
    answers = "".join(t.answer.text for t in record.turns if re.search(r"身份|情况|职业|工作|姓名", t.question.text))
    lacking = [_NAMES[key] for key in ("sex", "age", "work", "home") if not _TOLD[key].search(head + answers)]
    if not _proven(case, record.name):
        lacking.append(_COPY)
    if lacking:
        yield _violation(whose(case, record.paper), record.paper, lacking, "record", Cause.NEEDS_JUDGEMENT)


def _proven(case: CaseFacts, said: str) -> bool:
    """Whether a copy of an identity card names the witness, or the statement says that it is attached."""
    copies = [normalise_name(str(f.value)) for f in known(case, "居民身份证复印件.姓名")]
    return bool(_ATTACHED.search(said)) or any(name in normalise_name(said) for name in copies if name)


def _violation(
    name: str, paper: CaseDocument, lacking: Sequence[Words], variant: str, cause: Cause | None
) -> Violation:
    return Violation(
        quotes=opening(paper),
        variant=variant,
        params=(
            ("paper", name or paper.title),
            ("lacking", "、".join(w.zh for w in lacking)),
            ("lacking@en", ", ".join(w.en for w in lacking)),
        ),
        cause=cause,
        key=f"{name} {variant}",
    )
