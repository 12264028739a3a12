"""裁量: the ground of a reduction, the reasons of the amount, circumstances that must be weighed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.provisions import agree, citation
from casecheck.rules.builtin.reading import known, lacking, settle, text, texts, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import Hit, hits, own_words, papers_of
from casecheck.text.citations import find_citations

_PARTY_SAYS = re.compile(
    r"(?:提出|辩称|请求|申请|要求|希望|恳请|申辩|主张|反映|称)[^。；]{0,60}$|^(?:问：|当事人(?:的)?(?:陈述|申辩))"
)
_NOT = re.compile(
    r"(?:未|没有|没|不|无|尚未|拒绝|拒不|并未|不具[备有]|不存在|不属于|不符合|未能|无法|是否|有无|如果|若|应当|应|可以|须|需|责令|要求)[^，。；]{0,10}$"
)
_QUESTION = re.compile(r"问：[^问答]*$")


@predicate("any_value")
def any_value(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether one value of a fact is among `values` (a name may have several)."""
    del law
    facts = [f for name in texts(arguments, "fact") for f in known(case, name)]
    wanted = texts(arguments, "values")
    return Answer(truth=any(str(f.value) in wanted for f in facts), used=tuple(facts))


@predicate("mitigation_grounded")
def mitigation_grounded(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a paper that mitigates (减轻) names a legal ground (处罚法 第三十条至第三十二条, a special law).

    `fact` is the one with 减轻, `cited` the provisions that the paper cites, `grounds` the provisions that permit it. Where
    only rules of discretion or local texts are named, whether they permit it is for a person to judge.
    """
    del law
    lightened = [f for f in known(case, text(arguments, "fact")) if "减轻" in str(f.value)]
    if not lightened:
        return settle((), lacking(case, text(arguments, "fact")))
    grounds = [c for g in texts(arguments, "grounds") for c in find_citations(_titled(g))]
    facts = [f for name in texts(arguments, "cited") for f in known(case, name)]
    cited = [(f, c) for f in facts if (c := citation(f)) is not None]
    if any(agree(c, ground) and c.article is not None for _, c in cited for ground in grounds):
        return settle((), (), [*lightened, *facts])
    papers = tuple(case.dossier.document(f.document) for f in lightened[:1] if f.document)
    if any(unread(case, p) for p in papers):
        gap = Missing(name=texts(arguments, "cited")[0], cause=Cause.UNREADABLE, looked=tuple(p.id for p in papers))
        return settle((), (gap,), lightened)
    local = next(
        iter(
            hits(re.compile(r"《[^》]{0,40}(?:裁量|基准|免罚|减轻|条例|办法|指导意见|清单|规定)[^》]{0,30}》"), papers)
        ),
        None,
    )
    named = next((h for h in hits(re.compile(r"减轻"), papers)), None)
    texts_named = [
        h for h in hits(re.compile(r"《[^》]{4,60}》"), papers) if re.search("减轻", h.clause) and h.match.group()
    ]
    doubtful = bool(texts_named) or (local is not None and "裁量" in local.match.group())
    wrong = Violation(
        facts=tuple(lightened[:1]),
        quotes=(texts_named[0].quote(),) if texts_named else (named.quote(),) if named else (),
        variant="local" if doubtful else "",
        params=(("paper", title_of(case, lightened[0].document)),),
        cause=Cause.NEEDS_JUDGEMENT if doubtful else None,
        key="减轻",
    )
    return settle((wrong,), (), lightened)


def _titled(provision: str) -> str:
    law, _, rest = provision.partition(" ")
    return f"《{law}》{rest}"


_REASONS = re.compile(
    r"首次|初次|第一次|再次|多次|屡次|主动|积极|配合|如实|改正|整改|退还|退款|清退|退赔|赔偿|召回|下架|危害后果|社会危害|社会影响|危害性|后果"
    r"|主观|故意|过失|过错|恶意|明知|应当知道|疏忽|情节轻微|情节较轻|情节严重|较轻|较重|轻微|持续时间|时间较?[长短]|数量|数额|金额较?[大小]|货值|涉案金额|违法所得金额"
    r"|经济困难|拒不|隐匿|阻碍|伪造|投诉|从轻情[节形]|减轻情[节形]|从重情[节形]|未成年|胁迫|供述|立功|小微|规模|疫情|库存"
)
_OPINION = re.compile(
    r"(?:本局|我局|本机关|本单位|执法人员|办案机构)(?:经研究|经审查|综合)?认为|裁量|综合考虑|鉴于|考虑到|从轻|减轻|从重|一般(?:情节|处罚|违法)|处理意见|案件性质|违法行为性质"
)
_FORMULA = re.compile(r"综合(?:考虑|裁量|考量|全案|本案)|裁量")


@predicate("discretion_reasoned")
def discretion_reasoned(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the report says why the amount is what it is (程序规定 第四十八条第（六）项); the decision should, too.

    `report` and `decision` are forms. A report without a fact that bears on the amount is a violation; a decision without
    one is a question.
    """
    del law
    reports, decisions = papers_of(case, texts(arguments, "report")), papers_of(case, texts(arguments, "decision"))
    violations: list[Violation] = []
    gaps: list[Missing] = []
    for paper, firm in (*((p, True) for p in reports), *((p, False) for p in decisions)):
        if unread(case, paper):
            gaps.append(Missing(name=title_of(case, paper.id), cause=Cause.UNREADABLE, looked=(paper.id,)))
        elif not _reasons(paper):
            violations.append(_unreasoned(case, paper, firm))
    if not reports:
        gaps.append(Missing(name=texts(arguments, "report")[0], cause=Cause.DOCUMENT_MISSING))
    return settle(violations, gaps)


def _reasons(paper: CaseDocument) -> bool:
    """Whether a clause of the opinion names a circumstance."""
    said = own_words(paper).text
    opinion = _OPINION.search(said)
    if opinion is None:
        return False
    start = said.rfind("。", 0, opinion.start()) + 1
    return _REASONS.search(_FORMULA_CLAUSE.sub("", said[start:])) is not None


_FORMULA_CLAUSE = re.compile(
    r"(?:每日)?按(?:照)?罚款数额[^。；，]*|加处罚款[^。；，]*|"
    r"(?:责令|要求)[^。；，]{0,20}改正[^。；，]{0,10}|限期改正|拒不改正的|没收[^。；]{0,60}|"
    r"(?:综合)?考虑[^。；]{0,12}(?:事实、性质、情节(?:以及|、|和|及)社会危害程度)[^。；，]{0,10}|(?:当事人)?主动履行|"
    r"(?:事实|性质|情节)(?:、|以及|和)(?:事实|性质|情节|社会危害程度|社会危害性|社会危害后果)(?:(?:、|以及|和)(?:情节|社会危害程度|社会危害性|社会危害后果))*"
)
"""Words that every paper of the kind holds, whatever the case."""


def _unreasoned(case: CaseFacts, paper: CaseDocument, firm: bool) -> Violation:
    formula = next(iter(hits(_FORMULA, (paper,))), None)
    shown = formula.quote() if formula else own_words(paper).quote(0, min(12, len(own_words(paper).text)))
    return Violation(
        quotes=(shown,),
        variant="" if firm else "decision",
        params=(("paper", title_of(case, paper.id)),),
        cause=None if firm else Cause.NEEDS_JUDGEMENT,
        key=title_of(case, paper.id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstance:
    """从轻减轻情节: its name, the words that show it, the words by which a decision weighs it."""

    name: str
    english: str
    shown: re.Pattern[str]
    weighed: re.Pattern[str]


def _circumstances(arguments: Json) -> Iterator[Circumstance]:
    listed = arguments.get("circumstances") if isinstance(arguments, dict) else None
    for item in listed if isinstance(listed, list) else []:
        yield Circumstance(
            name=text(item, "name"),
            english=text(item, "en"),
            shown=re.compile("|".join(texts(item, "shown"))),
            weighed=re.compile("|".join(texts(item, "weighed"))),
        )


@predicate("mitigation_weighed")
def mitigation_weighed(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the decision weighs the circumstances of 处罚法 第三十二条 that the file shows.

    `sources` are the forms that may show them, `decision` those that must weigh them, `circumstances` tells
    `{name, en, shown, weighed}`, the last two as patterns. One that is shown and not weighed is a question: the papers may show it for
    another reason. Where the `report` itself finds that 第三十二条 applies and the decision passes over it, that is a
    violation.
    """
    del law
    decisions = papers_of(case, texts(arguments, "decision"))
    sources = papers_of(case, texts(arguments, "sources"))
    if not sources or not decisions:
        name = texts(arguments, "sources" if decisions else "decision")[0]
        return settle((), (Missing(name=name, cause=Cause.DOCUMENT_MISSING),))
    violations = list(_passed_over(case, papers_of(case, texts(arguments, "report")), decisions))
    for circumstance in () if violations else _circumstances(arguments):
        shown = next((h for h in hits(circumstance.shown, sources) if _affirmed(h)), None)
        if shown is None or any(circumstance.weighed.search(own_words(d).text) for d in decisions):
            continue
        violations.append(
            Violation(
                quotes=(shown.quote(),),
                params=(
                    ("circumstance", circumstance.name),
                    ("circumstance_en", circumstance.english),
                    ("paper", title_of(case, shown.document.id)),
                    ("words", shown.match.group()),
                ),
                cause=Cause.NEEDS_JUDGEMENT,
                key=circumstance.name,
            )
        )
    looked = tuple(p.id for p in (*decisions, *sources) if unread(case, p))
    gaps = (Missing(name=texts(arguments, "decision")[0], cause=Cause.UNREADABLE, looked=looked),) if looked else ()
    return settle(violations, gaps)


_ARTICLE_32 = re.compile(r"行政处罚法》?(?:（[^）]{0,20}）)?第三十二条")
_DENIED = re.compile(r"不(?:符合|具[备有]|适用|属于|存在)|没有|未发现|无")
_LIGHTER = re.compile(r"从轻|减轻|第三十二条")


def _passed_over(
    case: CaseFacts, reports: Iterable[CaseDocument], decisions: tuple[CaseDocument, ...]
) -> Iterator[Violation]:
    """第三十二条 found by the report and not even named by the decision."""
    if any(unread(case, d) or _LIGHTER.search(own_words(d).text) for d in decisions):
        return
    found = next((h for h in hits(_ARTICLE_32, reports) if not _DENIED.search(h.clause)), None)
    if found is not None:
        yield Violation(
            quotes=(found.quote(),),
            variant="found",
            params=(("paper", title_of(case, found.document.id)),),
            key="第三十二条",
        )


def _affirmed(hit: Hit) -> bool:
    return not (_NOT.search(hit.before) or _QUESTION.search(hit.paper.text[: hit.match.start()]))


_FIRST = re.compile(
    r"(?:首次|初次|第一次)(?:被查处|被发现|违法|实施|发生|违反)|(?:未|没有|没|无)(?:因同类[^，。；]{0,10})?(?:受过|受到过?|被)[^，。；]{0,12}处罚|无[^，。；]{0,10}处罚记录|系初犯|属(?:于)?首违"
)
_CORRECTED = re.compile(r"(?:及时|已|立即|当场|主动|积极|当日|当天)[^，。；不未]{0,12}(?:改正|整改|纠正|退还|下架)")
_SLIGHT = re.compile(
    r"(?:违法行为|情节|危害后果|后果|社会危害性?)[^，。；不未]{0,6}(?:轻微|较小|不大)|(?:没有|未|尚未|无)(?:实际)?(?:造成|产生|发生)?[^，。；]{0,8}(?:危害后果|社会影响|不良影响|不良后果)"
)
_MINOR = re.compile(r"(?<!不属于)(?:违法行为|情节|违法情节)[^，。；不未]{0,4}轻微")
_HARMLESS = re.compile(r"(?:没有|未|尚未)造成[^，。；]{0,6}危害后果|无危害后果")
_UNMET = re.compile(r"(?:不|未|非)[^，。；]{0,6}(?:轻微|及时|改正)")
_CONSIDERED = re.compile(
    r"不予(?:行政)?处罚|免予(?:行政)?处罚|免罚|首违不罚|轻微不罚|不属于[^。；]{0,20}轻微|第三十三条"
)


@predicate("exemption_considered")
def exemption_considered(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a paper says why 处罚法 第三十三条 does or does not apply where the facts that it asks for are told.

    `papers` are the forms that may say so, `told` those that may tell of the first violation, the correction and slight
    harm. Where the authority itself finds all three conditions of 第三十三条第一款 前句 in one sentence and still punishes,
    that is a violation; else it is a question.
    """
    del law
    papers = papers_of(case, texts(arguments, "papers"))
    if any(_considers(p) for p in papers):
        return settle()
    looked = tuple(p.id for p in papers if unread(case, p))
    if looked:
        return settle((), (Missing(name="不予处罚", cause=Cause.UNREADABLE, looked=looked),))
    found = _all_three(papers)
    if found is not None:
        return settle((_unconsidered(case, (found,), firm=True),))
    told = papers_of(case, texts(arguments, "told"))
    shown = [next((h for h in hits(p, told) if _authority_says(h)), None) for p in (_FIRST, _CORRECTED, _SLIGHT)]
    if all(h is not None for h in shown):
        return settle((_unconsidered(case, tuple(h for h in shown if h), firm=False),))
    return settle()


def _considers(paper: CaseDocument) -> bool:
    said = own_words(paper).text
    return any(
        not re.search(r"(?:依法)?(?:告知|享有|有权)[^。]{0,40}$", said[max(0, m.start() - 40) : m.start()])
        for m in _CONSIDERED.finditer(said)
    )


def _authority_says(hit: Hit) -> bool:
    return not (_PARTY_SAYS.search(hit.before) or _QUESTION.search(hit.paper.text[: hit.match.start()]))


def _all_three(papers: Iterable[CaseDocument]) -> Hit | None:
    for hit in hits(_MINOR, papers):
        met = _CORRECTED.search(hit.clause) and _HARMLESS.search(hit.clause)
        if met and _authority_says(hit) and not _UNMET.search(hit.clause):
            return hit
    return None


def _unconsidered(case: CaseFacts, shown: tuple[Hit, ...], *, firm: bool) -> Violation:
    return Violation(
        quotes=tuple(h.quote() for h in shown),
        variant="contradiction" if firm else "",
        params=(
            ("words", "、".join(h.match.group() for h in shown)),
            ("paper", title_of(case, shown[0].document.id)),
        ),
        cause=None if firm else Cause.NEEDS_JUDGEMENT,
        key="第三十三条",
    )
