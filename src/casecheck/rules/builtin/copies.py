"""复制件, 询问笔录: certified copies and signed records, as far as their text shows it."""

import re
from collections.abc import Iterator, Sequence

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.source import BlockKind
from casecheck.model.verdict import Answer, Cause, Severity, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import passage, running, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import papers_of
from casecheck.text.folded import fold_text

_TRUE_COPY = re.compile(
    r"(?:与|和|同)(?:原件|原物|原始?载体|原始(?:数据|凭证|材料))[^，。；]{0,8}(?:一致|相符|相同|无异|无误)|核对无(?:误|异)|复印属实"
)
_GIVEN_BY = re.compile(
    r"(?:提供|出证|证据提供|材料提供|复制|提取|持有|保管)(?:人|者|单位|方)(?:（[^）]{0,20}）)?[^，。；]{0,3}[：]|签名|签字|盖章|签章"
)
_DATED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}|[二〇○零一九]{4}年")
_UNCHECKED = re.compile(
    r"(?:未|没有|尚未|无法|不能)(?:与|和|同)?(?:原件|原物)[^，。；]{0,6}(?:核对|比对|对照)|(?:未|没有|无法)核对原[件物]|与原[件物]不(?:一致|符|同)"
)
_SOURCE = re.compile(r"出处|来源|提取自|取自|提供人|提供单位|导出|拍摄地点|存放|原件(?:存|由)|调取(?:地点|自|于)")


@predicate("copies_certified")
def copies_certified(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether each copy carries what 程序规定 第二十四条 asks for: 与原件一致, a signature or seal, a date, its source.

    `papers` are the forms that are copies. Certification is often written or stamped on the paper, so what the text does
    not show is never a violation but a question for the image; where one mark alone is lacking, of minor weight. A copy
    that itself says that it was not, or could not be, checked is a violation (证据规定 第七十一条). A paper that an
    extraction sheet (`sheets`) names and certifies is certified there.
    """
    del law
    sheet = "".join(running(s).text for s in papers_of(case, texts(arguments, "sheets")))
    violations = []
    for paper in papers_of(case, texts(arguments, "papers")):
        said = running(paper)
        unchecked = _UNCHECKED.search(said.text)
        if unchecked:
            violations.append(
                Violation(
                    quotes=(said.quote(unchecked.start(), unchecked.end()),),
                    params=(("paper", paper.title or title_of(case, paper.id)), ("words", unchecked.group())),
                    key=f"{paper.title} {paper.id}",
                )
            )
            continue
        lacking = list(_lacking(said.text))
        if not lacking or (_TRUE_COPY.search(sheet) and fold_text(paper.title) in sheet):
            continue
        violations.append(_unseen(case, paper, lacking, Severity.MINOR if len(lacking) == 1 else None))
    return settle(violations)


def _lacking(said: str) -> Iterator[Words]:
    for name, pattern in (
        (Words(zh="与原件一致的说明", en="words that it is true to the original"), _TRUE_COPY),
        (Words(zh="提供人签名或者盖章", en="signature or seal of the provider"), _GIVEN_BY),
        (Words(zh="日期", en="date"), _DATED),
        (Words(zh="证据出处", en="source"), _SOURCE),
    ):
        if not pattern.search(said):
            yield name


def _unseen(case: CaseFacts, paper: CaseDocument, lacking: Sequence[Words], severity: Severity | None) -> Violation:
    """What the text of a paper does not show and its image may."""
    return Violation(
        quotes=(_head(paper),),
        variant="unseen",
        params=(
            ("paper", paper.title or title_of(case, paper.id)),
            ("lacking", "、".join(w.zh for w in lacking)),
            ("lacking_en", ", ".join(w.en for w in lacking)),
        ),
        severity=severity,
        cause=Cause.NEEDS_IMAGE,
        key=f"{paper.title} {paper.id}",
    )


def _head(paper: CaseDocument) -> Quote:
    said = running(paper)
    return said.quote(0, min(16, len(said.text)))


_CONFIRMED = re.compile(
    r"(?:以上|上述|本)?(?:询问|调查)?笔录[^。？]{0,12}(?:看过|看了|阅读|核对|读过|过目|宣读|听过|念给)[^。？]{0,20}(?:一样|一致|相符|属实|无误|无异议|没有(?:错误|差错|出入|异议)|对的|说的)"
    r"|笔录[^？。答]{0,8}[。？]?\n?答：[^。？]{0,8}(?:看|核对|阅|读)[^。？]{0,10}(?:没有(?:错误|差错|出入|异议)|无误|属实|一致)"
    r"|(?:看过|核对|阅读|宣读)[^。？]{0,16}(?:与我(?:所)?(?:说|讲|述)|和我(?:所)?(?:说|讲|述)|记录)[^。？]{0,10}(?:一样|一致|相符|属实|无误)"
    r"|(?:与我|和我)(?:本人)?(?:所)?(?:说|讲|述|陈述)的?[^。？]{0,6}(?:一样|一致|相符)|以上(?:情况|内容|记录)?[^。？]{0,6}属实"
)
_SIGNED_BY = (
    (
        Words(zh="被询问人签名", en="signature of the person questioned"),
        re.compile(
            r"被(?:询问|调查)(?:（调查）)?人(?:（[^）]{0,20}）)?(?:签名|签字)?(?:或者?盖章)?(?:（[^）]{0,20}）)?[：]"
        ),
        ("被询问人",),
    ),
    (
        Words(zh="办案人员签名", en="signatures of the investigators"),
        re.compile(
            r"(?<!被)(?:询问|调查|办案|执法)(?:（调查）)?(?:人员|人)(?:（[^）]{0,20}）)?(?:签名|签字)?(?:（[^）]{0,20}）)?[：]"
        ),
        ("询问人", "记录人"),
    ),
)
_DENIED = re.compile(
    r"(?:与|和|同)我(?:本人)?(?:所)?(?:说|讲|述|陈述)的?[^，。；？]{0,4}(?:不一样|不一致|不相符|不符|有出入)|笔录[^，。；？]{0,8}(?:不对|不属实|不准确|有误|有错误|有出入|与事实不符)"
)
"""The last answer: the person does not confirm the record."""
_SETTLED = re.compile(r"更正|改正|补充|修改|改过|改好|已改|重新")
_PAGES = re.compile(r"第(?P<page>\d+)页[，、]?(?:/)?共(?P<of>\d+)页")


@predicate("questioning_signed")
def questioning_signed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a 询问笔录 was checked and signed (程序规定 第二十九条), as far as its text shows it.

    `papers` are the forms. Asked are the words of confirmation and the labels of both signatures (or the typed names
    and a date) at the end. Signatures stand in the image: what is not seen in the text is a question for it. A last answer
    that does not confirm the record, without a word of correction after it, is a violation. Where pages are printed as 第X页共Y页, one that
    is missing from a file that was read in full and holds no image is a violation.
    """
    del law
    violations = []
    for paper in papers_of(case, texts(arguments, "papers")):
        said = running(paper).text
        lacking = [] if _CONFIRMED.search(said) else [Words(zh="核对确认的语句", en="words of confirmation")]
        answers = max(said.rfind("答："), 0)
        tail = said[answers:]
        typed = _typed_below(case, paper, said)
        lacking += [name for name, pattern, who in _SIGNED_BY if not (pattern.search(tail) or typed & set(who))]
        denied = _DENIED.search(said, answers)
        if denied and not _SETTLED.search(said, denied.end()):
            violations.append(
                Violation(
                    quotes=(running(paper).quote(denied.start(), denied.end()),),
                    variant="denied",
                    params=(("paper", paper.title or title_of(case, paper.id)), ("words", denied[0])),
                    key=f"{paper.title} {paper.id} denied",
                )
            )
        gone = missing_pages(paper)
        if gone:
            hidden = bool(paper.unread_pages or case.unread()) or any("image" in p.kind for p in case.dossier.problems)
            violations.append(
                Violation(
                    quotes=(_head(paper),),
                    params=(("paper", paper.title or title_of(case, paper.id)), ("pages", gone)),
                    cause=Cause.NEEDS_IMAGE if hidden else None,
                    key=f"{paper.title} {paper.id} {gone}",
                )
            )
        if lacking:
            violations.append(_unseen(case, paper, lacking, None))
    return settle(violations)


def _typed_below(case: CaseFacts, paper: CaseDocument, said: str) -> set[str]:
    """The fields whose people stand by name, with a date, after the last words of confirmation."""
    confirmed = [m.end() for m in _CONFIRMED.finditer(said)]
    below = said[confirmed[-1] :] if confirmed else ""
    form = case.form(paper.form) if paper.form else None
    if not form or not _DATED.search(below):
        return set()
    fields = {field for _, _, who in _SIGNED_BY for field in who}
    return {field for field in fields for f in case.named(f"{form.short}.{field}", paper.id) if str(f.value) in below}


def missing_pages(paper: CaseDocument) -> str:
    """The numbers of the pages that 第X页共Y页 counts and no page prints; empty where the pages are not numbered so."""
    printed = passage(paper).text + "".join(
        fold_text(b.text) for b in paper.blocks if b.kind in (BlockKind.HEADER, BlockKind.FOOTER)
    )
    found = [(int(m["page"]), int(m["of"])) for m in _PAGES.finditer(printed)]
    if not found or len({of for _, of in found}) > 1:
        return ""
    pages, of = {page for page, _ in found}, found[0][1]
    if paper.blocks and paper.blocks[0].page is None and len(found) == 1:
        return ""  # the running foot of a DOCX is stored once
    return "、".join(str(n) for n in range(1, of + 1) if n not in pages)
