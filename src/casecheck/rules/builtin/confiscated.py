"""没收物品的处理: whether what was confiscated was disposed of, how, and by whom (处罚法 第七十四条, 程序规定 第七十八条)."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Severity, Violation
from casecheck.rules.builtin.reading import known, running, settle, texts, unproven_absence
from casecheck.rules.builtin.registry import predicate
from casecheck.text.folded import fold

RECORD = "涉案物品处理记录"
_MANNER = re.compile(r"销毁|无害化|拍卖|变卖|移交|上缴|捐赠|回收|填埋|焚烧|破碎|粉碎|拆解|公物仓|技术处理")
_ELSEWHERE = re.compile(
    r"(?:没收|罚没|涉案)[^。；]{0,40}(?:销毁|无害化|拍卖|变卖|移交|上缴|公物仓)|(?:销毁|拍卖|公物仓|财政)[^。；]{0,20}(?:没收|罚没|涉案)(?:物|财)"
)
_UNSIGNED = re.compile(
    r"(?:参加人|见证人|监督人|监销人|经办人|承办人|执行人|处理人)：(?=[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2,5}：|年月日|$)"
)
"""A place for a signature with no name printed behind it."""


@predicate("confiscated_goods_disposed")
def confiscated_goods_disposed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a record tells how the confiscated goods were disposed of, by two people at least.

    Where one person is printed and a place for a signature is empty, the original must be seen. Without a record, words of `papers` on the disposal make it a question; with nothing at all it is a violation.
    A thing on the record that the decision does not name is a question, too.
    """
    del law
    records = case.documents(RECORD)
    if not records:
        if gap := unproven_absence(case, RECORD):
            return settle((), (gap,))
        return settle((_no_record(case, texts(arguments, "papers")),))
    violations = [v for record in records for v in _faults(case, record)]
    return settle(violations, (), [f for r in records for f in known(case, f"{RECORD}.处理方式", r.id)])


def _no_record(case: CaseFacts, forms: tuple[str, ...]) -> Violation:
    kinds = tuple(f for f in known(case, "行政处罚决定书.处罚种类") if str(f.value) == "没收非法财物")
    for paper in (d for form in forms for d in case.documents(form)):
        if found := _ELSEWHERE.search(running(paper).text):
            quote = running(paper).quote(*found.span())
            params = (("paper", paper.title),)
            return Violation(
                facts=kinds, quotes=(quote,), variant="told", params=params, cause=Cause.NEEDS_JUDGEMENT, key="told"
            )
    return Violation(facts=kinds, key="absent")


def _faults(case: CaseFacts, record: CaseDocument) -> Iterator[Violation]:
    said = running(record)
    head = (said.quote(0, min(len(said.text), 40)),) if said.text else ()
    if not _MANNER.search(said.text):
        yield Violation(quotes=head, variant="manner", cause=Cause.NEEDS_IMAGE, severity=Severity.MINOR, key="manner")
    people = {
        str(f.value)
        for name in ("经办人", "监督人")
        for f in known(case, f"{RECORD}.{name}", record.id)
        if str(f.value)
    }
    if len(people) == 1:
        who = (("who", next(iter(people))),)
        unsigned = next(_UNSIGNED.finditer(said.text), None)  # the other may have signed by hand
        quotes = (said.quote(*unsigned.span()),) if unsigned else head
        doubt = Cause.NEEDS_IMAGE if unsigned else None
        yield Violation(quotes=quotes, variant="alone", params=who, cause=doubt, key="alone")
    decisions = [running(d).text for d in (*case.documents("行政处罚决定书"), *case.documents("场所/设施/财物清单"))]
    for thing in known(case, f"{RECORD}.物品名称", record.id):
        name = re.sub(r"[“”\"《》（）()]", "", re.sub(r"[（(].*$", "", fold(str(thing.value)).text))
        if decisions and len(name) > 1 and not any(name in re.sub(r"[“”\"《》（）()]", "", text) for text in decisions):
            params = (("thing", str(thing.value)),)
            yield Violation(
                facts=(thing,), variant="other", params=params, cause=Cause.NEEDS_JUDGEMENT, key=f"other {name}"
            )
