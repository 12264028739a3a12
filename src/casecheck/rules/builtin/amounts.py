"""金额: the same sum in every paper, and in words as in figures."""

import re
from collections.abc import Iterator

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import (
    day,
    known,
    lacking,
    missing,
    passage,
    running,
    settle,
    text,
    texts,
    the,
    title_of,
    unread,
)
from casecheck.rules.builtin.registry import predicate
from casecheck.text.money import find_caps_pairs, find_money, format_yuan

_ADOPTED = re.compile(r"采纳|采信其|(?:理由|情节|意见)成立")
_REFUSED = re.compile(r"(?:不予?|未予?|均不|没有)采[纳信]|不(?:能)?成立")
_LOWERED = re.compile(r"[由从原][^。，；]{1,24}元[^。；]{0,8}(?:减|降|调|变更|改)[^。，；]{0,6}[为至到]")


@predicate("amounts_agree")
def amounts_agree(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether papers of the deciding stage give the same sums.

    `groups` lists `{what, must: [facts], may: [facts]}`: the first fact of `must` is the measure (the decision); the other
    ones must equal it, those of `may` (papers of an earlier stage) may differ for a reason, so a difference is a question,
    and none where the measure is lower and its paper says that the defence was adopted and the sum lowered.
    A `lower_than` fact (the notice) may be higher than the measure. A deliberation before the notice is an earlier stage.
    """
    del law
    violations: list[Violation] = []
    used: list[Fact] = []
    compared = False
    gaps: list[Missing] = []
    for group in _groups(arguments):
        must, may = texts(group, "must"), texts(group, "may")
        measure = the(case, must[0])
        others = [f for name in must[1:] for f in known(case, name)]
        earlier = [f for name in may for f in known(case, name)]
        gaps.extend(_conflicts(case, (*must, *may)))
        if measure is None or not (others or earlier):
            continue
        compared = True
        used.extend((measure, *others, *earlier))
        what = text(group, "what")
        for other in others:
            early = _before_notice(case, other)
            violations.extend(_difference(case, what, measure, other, early))
        for other in earlier:
            violations.extend(_difference(case, what, measure, other, True))
    if not compared and not gaps:
        first = next((texts(g, "must")[0] for g in _groups(arguments)), "行政处罚决定书.罚款金额")
        gaps.extend(m for m in (missing(case, first) or _alone(case, first),) if m)
    return settle(violations, gaps, used)


def _groups(arguments: Json) -> list[Json]:
    listed = arguments.get("groups") if isinstance(arguments, dict) else None
    return listed if isinstance(listed, list) else []


def _alone(case: CaseFacts, name: str) -> Missing:
    cause = Cause.DOCUMENT_MISSING if case.scope == "document" else Cause.NOT_FOUND
    return Missing(name=name, cause=cause)


def _conflicts(case: CaseFacts, names: tuple[str, ...]) -> list[Missing]:
    return [m for m in lacking(case, *names) if m.cause in (Cause.CONFLICTING, Cause.UNREADABLE)]


def _before_notice(case: CaseFacts, fact: Fact) -> bool:
    """Whether the paper is older than the notice: then a later change may have its reason."""
    form = fact.name.split(".", 1)[0]
    own = [f for field in ("日期", "批准日期") for f in known(case, f"{form}.{field}", fact.document)]
    notices = [*known(case, "行政处罚告知书.送达日期"), *known(case, "行政处罚告知书.日期")]
    return bool(own and notices) and max(map(day, own)) < min(map(day, notices))


def _difference(case: CaseFacts, what: str, measure: Fact, other: Fact, early: bool) -> Iterator[Violation]:
    if not (isinstance(measure.value, int) and isinstance(other.value, int)) or measure.value == other.value:
        return
    if measure.masked or other.masked:
        return
    adopted, reason = _lowered(case, measure, other) if early and measure.value < other.value else (False, ())
    if adopted:
        return
    yield Violation(
        facts=(measure, other),
        quotes=reason,
        variant="earlier" if early else "",
        params=(
            ("what", what),
            ("measure", format_yuan(measure.value)),
            ("measure_paper", title_of(case, measure.document)),
            ("other", format_yuan(other.value)),
            ("other_paper", title_of(case, other.document)),
        ),
        working=Words(
            zh=f"{format_yuan(measure.value)} ≠ {format_yuan(other.value)}",
            en=f"{format_yuan(measure.value)} ≠ {format_yuan(other.value)}",
        ),
        cause=Cause.NEEDS_JUDGEMENT if early else None,
        key=f"{what} {other.name}",
    )


def _lowered(case: CaseFacts, measure: Fact, other: Fact) -> tuple[bool, tuple[Quote, ...]]:
    """Whether the paper says that the sum was lowered from the other to its own because the party's defence was adopted.

    Where it says only part of that, the sentence is quoted for whoever judges.
    """
    paper = case.dossier.document(measure.document) if measure.document else None
    if paper is None:
        return False, ()
    line = running(paper)
    for sentence in re.finditer(r"[^。\n]+", line.text):
        said = sentence[0]
        adopted, lowered = bool(_ADOPTED.search(said)) and not _REFUSED.search(said), bool(_LOWERED.search(said))
        sums = [mention.fen for mention in find_money(said)]
        if lowered and measure.value in sums and other.value in sums:
            return adopted, (line.quote(*sentence.span()),)
        if adopted and measure.value in sums:
            return False, (line.quote(*sentence.span()),)
    return False, ()


@predicate("capitals_agree")
def capitals_agree(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether every sum that a paper prints in words and in figures is the same in both; moot where none is.

    Papers of other makers (`skip`: invoices, contracts …) are not the agency's and are left aside.
    """
    del law
    skip = {case.form_name(form) for form in texts(arguments, "skip")}
    violations: list[Violation] = []
    pairs = 0
    unreadable: list[str] = []
    for paper in case.dossier.documents:
        if paper.form is None or paper.form in skip:
            continue
        if unread(case, paper):
            unreadable.append(paper.id)
        found = find_caps_pairs(passage(paper).text)
        pairs += len(found)
        for pair in found:
            if pair.caps_fen is not None and pair.caps_fen == pair.digits_fen:
                continue
            violations.append(_pair(case, paper, pair.start, pair.end, pair.caps_raw, pair.caps_fen, pair.digits_fen))
    gaps = [Missing(name="大写金额", cause=Cause.UNREADABLE, looked=tuple(unreadable))] if unreadable else []
    return settle(violations, gaps, moot=not pairs)


def _pair(
    case: CaseFacts, paper: CaseDocument, start: int, end: int, caps: str, caps_fen: int | None, digits: int
) -> Violation:
    body = passage(paper)
    return Violation(
        quotes=(body.quote(start, end, document=paper.id),),
        variant="malformed" if caps_fen is None else "",
        params=(
            ("paper", title_of(case, paper.id)),
            ("caps", caps),
            ("caps_amount", format_yuan(caps_fen) if caps_fen is not None else ""),
            ("digits", format_yuan(digits)),
        ),
        working=Words(
            zh=f"{format_yuan(caps_fen)} ≠ {format_yuan(digits)}", en=f"{format_yuan(caps_fen)} ≠ {format_yuan(digits)}"
        )
        if caps_fen is not None
        else None,
        key=f"{title_of(case, paper.id)} {body.raw(start, end)}",
    )
