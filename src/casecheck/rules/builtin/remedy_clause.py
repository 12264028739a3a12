"""救济条款: the clause of a paper on reconsideration and suit, read into its parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casecheck.model.dossier import CaseDocument
from casecheck.model.place import Quote
from casecheck.rules.builtin.reading import running
from casecheck.text.numbers import parse_number

_NUMBER = r"[0-9〇零一二三四五六七八九十百两]*"
_LENGTH = rf"(?P<number>{_NUMBER})(?P<unit>个?工作日|个?月|[日天年]?)(?:之)?内+(?![容蒙])"
_LENGTH_IN = re.compile(_LENGTH)
_RECONSIDER = re.compile(r"(?:书面)?(?:申请|提起|提出|提请)(?:书面)?(?:行政)?复议")
_SUE = re.compile(r"(?:提起|提出|申请)(?:行政)?(?:诉讼|起诉)|起诉")
_AFTER = re.compile(
    r"(?:对|不服)[^。；\n]{0,14}复议(?:决定|结果|机关)?[^。；\n]{0,6}(?:不服|的，|，|可)|复议(?:期|期限)(?:届)?满|逾期不作(?:出)?(?:复议)?决定"
)
_TOLD_HERE = re.compile(r"收到|接到|送达|内|不服(?:本|该|上述|以上)|对(?:本|该|上述|以上)")
"""Words by which a remedy is offered; a report of an earlier case says `不服` with the day on which it was asked."""
_ASKED_ON = re.compile(
    r"[0-9〇零○一二三四五六七八九十]{1,4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日"
)
_BEGINS = re.compile(
    r"(?:如果?|若|你|当事人|对本|对上述|对以上|对(?=[^。；，]{2,40}不服))(?:[^。；！？（）]|（单位）){0,40}?不服|不服"
)
_STAYS = re.compile(r"[^。；\n]*(?:期间|停止执行|不履行)[^。；\n]*")
"""The sentence that remedies do not stay the decision; it offers none."""
_SUIT_OFFERED = re.compile(
    r"不服[^。；\n]{0,60}?(?:之日|日起|内)[^。；\n]{0,24}?(?:向[^。；\n]{0,24}法院[^。；\n]{0,12}(?:起诉|诉讼)|提起(?:行政)?诉讼)"
)
_SIDE = re.compile(r"停止执行|不履行|又不|放弃|转送|电子邮箱|小程序|网址|网站|通过本局")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What a paper says of remedies. Lengths are `(number, unit)`; the unit is empty where it is not printed."""

    document: CaseDocument
    span: tuple[int, int]
    reconsideration: tuple[int | None, str] | None
    body: str | None
    suit: tuple[int | None, str] | None
    court: str | None
    after: bool
    """The suit is told only against the decision on reconsideration."""
    first: bool

    @property
    def said(self) -> str:
        """The words of the clause, folded."""
        return running(self.document).text[slice(*self.span)]

    def quote(self) -> Quote:
        """The words of the clause."""
        return running(self.document).quote(*self.span)

    @property
    def free_choice(self) -> bool:
        """Whether a suit is offered without reconsideration before it."""
        return self.court is not None and not self.after and not self.first


def clause(document: CaseDocument) -> Clause | None:
    """The remedies clause of a paper; None when it prints none. What is reported of an earlier case is none."""
    body = running(document)
    for start, end in _sentences(body.text):
        said = body.text[start:end]
        asked = _asked(said)
        if asked is None:
            continue
        reach = _reach(body.text, start, end)
        first = _beginning(said, asked)
        return _read(document, (start + first, reach), body.text[start + first : reach])
    return None


def suit_alone(document: CaseDocument) -> Quote | None:
    """The words that offer a suit in a paper that does not offer reconsideration anywhere; None where it does, or neither."""
    body = running(document)
    offered = _SUIT_OFFERED.search(body.text)
    if offered is None or "复议" in _STAYS.sub("", body.text):
        return None
    return body.quote(*offered.span())


def clauses(document: CaseDocument) -> Iterator[Clause]:
    """Each sentence that offers reconsideration as a clause of its own: one paper may tell it apart for several acts."""
    body = running(document)
    spans = [span for span in _sentences(body.text) if _asked(body.text[slice(*span)])]
    begins = [start for start, _ in spans]
    for start, end in spans:
        asked = _asked(body.text[start:end])
        if asked is None:
            continue
        reach = _reach(body.text, start, end)
        if reach > end and any(start < other < reach for other in begins):
            reach = end
        first = start + _beginning(body.text[start:end], asked)
        yield _read(document, (first, reach), body.text[first:reach])


def _asked(said: str) -> re.Match[str] | None:
    """Where a sentence offers reconsideration."""
    return next((m for m in _RECONSIDER.finditer(said) if _offered(said, m)), None)


def _offered(said: str, asked: re.Match[str]) -> bool:
    """Whether reconsideration is offered there, not told of another case and no side remark."""
    head = said[: asked.start()]
    if _SIDE.search(head[-40:]) or not _TOLD_HERE.search(head):
        return False
    filed = _ASKED_ON.search(head)
    return filed is None or re.search(r"之日|日(?:之)?内", head[filed.end() :]) is not None


def _beginning(said: str, asked: re.Match[str]) -> int:
    """Where the clause begins in a sentence that has no full stop before it (headings, the clause on payment)."""
    found = list(_BEGINS.finditer(said, 0, asked.start()))
    return found[-1].start() if found else 0


def _sentences(said: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"。|$", said):
        if "复议" in said[start : match.start()]:
            yield start, match.start()
        start = match.end()


def _reach(said: str, start: int, end: int) -> int:
    """The clause may run over two sentences: the suit often stands in the second."""
    following = re.search(r"。|$", said[end + 1 :])
    stop = end + 1 + (following.start() if following else 0)
    nearby = said[end + 1 : stop]
    suits = _SUE.search(nearby) and not re.search(r"停止执行|不履行|强制执行", nearby)
    return stop if suits and not _SUE.search(said[start:end]) else end


def _read(document: CaseDocument, span: tuple[int, int], said: str) -> Clause:
    asked = next(m for m in _RECONSIDER.finditer(said) if not _SIDE.search(said[max(0, m.start() - 40) : m.start()]))
    head, rest = said[: asked.start()], said[asked.end() :]
    sued = next((m for m in _SUE.finditer(rest) if "期间" not in rest[m.end() : m.end() + 3]), None)
    before_suit = rest[: sued.start()] if sued else ""
    where = _addressee(head)
    return Clause(
        document=document,
        span=span,
        reconsideration=_last_length(head),
        body=head[where:],
        suit=_last_length(before_suit) if sued else None,
        court=before_suit[_addressee(before_suit) :] if sued else None,
        after=bool(_AFTER.search(before_suit)),
        first=bool(re.search(r"先[，]?(?:依法|书面)?$", head[: where - 1])) or head[-1:] == "先",
    )


def _addressee(said: str) -> int:
    """Where the name of the body begins: after the last 向, else after the length of time."""
    found = said.rfind("向")
    if found >= 0 and not re.search(r"[。；，]", said[found:]):
        return found + 1
    lengths = list(_LENGTH_IN.finditer(said))
    start = lengths[-1].end() if lengths else len(said)
    skipped = re.compile(r"[，内]*(?:依法|直接|可以|再)*").match(said, start)
    return skipped.end() if skipped else start


def _last_length(said: str) -> tuple[int | None, str] | None:
    found = list(_LENGTH_IN.finditer(said))
    if not found:
        return None
    match = found[-1]
    number = parse_number(match["number"]) if match["number"] else None
    return (int(number) if number is not None else None), (match["unit"] or "").removeprefix("个").replace("天", "日")
