"""样品同一性: the goods that were tested are those that were sampled, seized and decided on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.disposal import BRACKETED
from casecheck.rules.builtin.laboratory_report import reports_of
from casecheck.rules.builtin.reading import known, running, settle, texts, the, title_of, unread
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.testing import REPORT
from casecheck.rules.builtin.wording import papers_of
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked, normalise_name

SAMPLED, LIST = "抽样记录", "场所/设施/财物清单"
_BATCH = re.compile(
    r"(?:生产日期[（(/]?或?者?批号[）)]?|(?:样品|产品|生产)?批号|批次号?|生产日期)[：为是“\"]{0,3}"
    r"(?P<value>\d{4}年\d{1,2}月\d{1,2}日|\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}|[A-Za-z]{0,6}[0-9][0-9A-Za-z\-/]{3,17})"
)
_BRAND = re.compile(r"[“\"「][^”\"」]{1,12}[”\"」]牌?")
_CODE = re.compile(r"[0-9A-Za-z]{4,}")
_REACH = 60
"""How far behind the name of the goods its batch is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch as a paper gives it: a day, or a code. A code of eight digits that is a day counts as that day."""

    value: date | str
    raw: str


@predicate("samples_identical")
def samples_identical(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the goods tested are those of the case: batch, name, size and maker of the reports against the other papers.

    The batch (生产日期, 批号) of a report is looked for in the records of sampling, the lists of goods, and beside the name
    of the goods in the `papers`. A paper that gives only other batches of goods of that name is a violation; days and codes
    are not compared with each other. Names, sizes and makers are written in many ways: where they differ between the one record
    of sampling and the one report, that is a question.
    """
    del law
    reports = reports_of(case)
    if not reports:
        return settle(moot=True)
    gaps = [Missing(name=REPORT, cause=Cause.UNREADABLE, looked=(r.id,)) for r in reports if unread(case, r)]
    violations: list[Violation] = []
    compared: list[Fact] = []
    for name, facts in _tested(case, reports).items():
        for paper in [*case.documents(SAMPLED), *case.documents(LIST), *papers_of(case, texts(arguments, "papers"))]:
            found = list(_given(case, paper, name))
            ours, theirs = _comparable([b for f in facts for b in _batches(str(f.value))], [b for b, _ in found])
            if not ours or not theirs:
                continue
            compared.extend(facts)
            if not {b.value for b in ours} & {b.value for b in theirs}:
                violations.append(_other_batch(case, paper, facts, [q for b, q in found if b in theirs], ours, theirs))
    violations.extend(_described(case, reports, compared))
    return settle(violations, gaps, compared, moot=not compared and not violations)


def _tested(case: CaseFacts, reports: Sequence[CaseDocument]) -> dict[str, list[Fact]]:
    """The batches that the reports state, by the plain name of the goods."""
    found: dict[str, list[Fact]] = {}
    for report in reports:
        name, batch = the(case, f"{REPORT}.样品名称", report.id), the(case, f"{REPORT}.批号", report.id)
        if name and batch and not batch.masked and _core(str(name.value)):
            found.setdefault(_core(str(name.value)), []).append(batch)
    return found


def _core(name: str) -> str:
    """The name of goods without brand in quotation marks and what stands in brackets."""
    return re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", BRACKETED.sub("", _BRAND.sub("", fold_text(name))))


def _same_goods(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _batches(said: str) -> Iterator[Batch]:
    """The days and codes in a field or a piece of text."""
    folded = fold_text(said)
    for mention in find_dates(folded):
        if mention.value:
            yield Batch(value=mention.value, raw=mention.raw)
    rest = re.sub(r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}", " ", folded)
    for match in _CODE.finditer(rest):
        yield Batch(value=_day(match[0]) or match[0].upper(), raw=match[0])


def _day(code: str) -> date | None:
    """The day that eight digits give."""
    if not re.fullmatch(r"20\d{6}", code):
        return None
    try:
        return date(int(code[:4]), int(code[4:6]), int(code[6:]))
    except ValueError:
        return None


def _given(case: CaseFacts, paper: CaseDocument, name: str) -> Iterator[tuple[Batch, Quote | None]]:
    """The batches that a paper gives for goods of that name, with their places."""
    form = case.form(paper.form) if paper.form else None
    fields = ("样品名称", "批号") if paper.form == SAMPLED else ("物品名称", "生产日期")
    if form and form.name in (SAMPLED, LIST):
        names, batches = (known(case, f"{form.short}.{field}", paper.id) for field in fields)
        if len(names) == len(batches):
            for goods, batch in zip(names, batches, strict=True):
                if _same_goods(_core(str(goods.value)), name) and not is_masked(str(batch.value)):
                    yield from ((b, _quote_of(batch)) for b in _batches(str(batch.value)))
        return
    body = running(paper)
    for place in re.finditer(re.escape(name), body.text):
        reach = body.text[place.end() : place.end() + _REACH]
        clause = re.split(r"[。；]", reach, maxsplit=1)[0]
        for match in _BATCH.finditer(clause):
            start, end = place.end() + match.start("value"), place.end() + match.end("value")
            yield from ((b, body.quote(start, end)) for b in _batches(match["value"]))


def _quote_of(fact: Fact) -> Quote | None:
    return Quote(text=fact.raw, place=fact.places[0], document=fact.document, role=fact.name) if fact.places else None


def _comparable(ours: Sequence[Batch], theirs: Sequence[Batch]) -> tuple[list[Batch], list[Batch]]:
    """Those of one kind on both sides: days with days, codes with codes."""
    kinds = {isinstance(b.value, date) for b in ours} & {isinstance(b.value, date) for b in theirs}
    return [b for b in ours if isinstance(b.value, date) in kinds], [
        b for b in theirs if isinstance(b.value, date) in kinds
    ]


def _other_batch(
    case: CaseFacts,
    paper: CaseDocument,
    facts: Sequence[Fact],
    quotes: Sequence[Quote | None],
    ours: Sequence[Batch],
    theirs: Sequence[Batch],
) -> Violation:
    return Violation(
        facts=tuple(facts),
        quotes=tuple(q for q in quotes if q is not None)[:3],
        params=(
            ("paper", title_of(case, paper.id)),
            ("tested", "、".join(dict.fromkeys(b.raw for b in ours))),
            ("other", "、".join(dict.fromkeys(b.raw for b in theirs))),
        ),
        key=f"batch {title_of(case, paper.id)} {paper.id}",
    )


def _described(case: CaseFacts, reports: Sequence[CaseDocument], compared: list[Fact]) -> Iterator[Violation]:
    """Differences of name, size and maker between the one record of sampling and the one report."""
    records = case.documents(SAMPLED)
    if len(records) != 1 or len(reports) != 1:
        return
    for field, label, label_en in (
        ("样品名称", "名称", "name"),
        ("规格型号", "规格", "size"),
        ("生产单位", "生产者", "maker"),
    ):
        one, other = the(case, f"{SAMPLED}.{field}", records[0].id), the(case, f"{REPORT}.{field}", reports[0].id)
        if one is None or other is None or one.masked or other.masked:
            continue
        compared.extend((one, other))
        if not _alike(field, str(one.value), str(other.value)):
            yield Violation(
                facts=(one, other),
                variant="described",
                params=(
                    ("field", label),
                    ("field@en", label_en),
                    ("sampled", str(one.value)),
                    ("tested", str(other.value)),
                ),
                cause=Cause.NEEDS_JUDGEMENT,
                key=f"described {field}",
            )


def _alike(field: str, one: str, other: str) -> bool:
    if field == "样品名称":
        return _same_goods(_core(one), _core(other))
    if field == "生产单位":
        return normalise_name(one) in normalise_name(other) or normalise_name(other) in normalise_name(one)
    plain = [re.sub(r"[^\u4e00-\u9fffa-z0-9.]", "", fold_text(v).lower()) for v in (one, other)]
    return (
        plain[0] in plain[1]
        or plain[1] in plain[0]
        or set(re.findall(r"[\d.]+", plain[0])) == set(re.findall(r"[\d.]+", plain[1]))
    )
