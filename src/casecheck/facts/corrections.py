"""更正: values that a person corrects, put in the place of those that were read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from casecheck.model.correction import AppliedCorrection, Correction, Written
from casecheck.model.dossier import Dossier
from casecheck.model.fact import Fact, Origin
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words
from casecheck.text.folded import fold_text
from casecheck.text.money import decimal_yuan

_NO_SUCH_PAPER = Words(zh="案卷中没有这件文书", en="the dossier has no such 文书")
_SEVERAL_PAPERS = Words(
    zh="案卷中有几件这样的文书，请用 document 指明", en="the dossier has several such 文书: name one with document"
)
_SEVERAL_VALUES = Words(zh="读到几个不同的值，请用 was 指明", en="several values were read: name one with was")
_NOT_READ = Words(zh="没有读到这个值", en="no such value was read")


class Corrector:
    """Applies the corrections of values of one dossier and tells what became of each."""

    def __init__(self, dossier: Dossier, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._told: dict[int, AppliedCorrection] = {}
        self._open: dict[int, tuple[Correction, str | None]] = {}
        for correction in dossier.corrections:
            if correction.fact is not None:
                self._aim(dossier, correction)
        self._restructured = {d.id: d.correction for d in dossier.documents if d.correction is not None}

    def _aim(self, dossier: Dossier, correction: Correction) -> None:
        """The paper that a correction means; one that names none means the only paper of the form of its fact."""
        form = (correction.fact or "").partition(".")[0]
        official = {name: f.name for f in self._vocabulary.forms for name in (f.short, f.name)}.get(form)
        reference = correction.document or official
        if reference is None:
            # A name of the case (延期审批.批准日期) may stand in any paper.
            self._open[correction.number] = (correction, None)
            return
        papers = dossier.referred(reference)
        if len(papers) == 1:
            self._open[correction.number] = (correction, papers[0].id)
        elif papers and correction.was is not None and correction.document is None:
            self._open[correction.number] = (correction, None)
        else:
            why = _SEVERAL_PAPERS if papers else _NO_SUCH_PAPER
            self._told[correction.number] = AppliedCorrection(correction=correction, refused=why)

    def correct(self, facts: Sequence[Fact], *, whole: bool = False) -> list[Fact]:
        """The facts with every correction that fits one of them; what was recited stays recited.

        Corrections that name no paper wait for the facts of the `whole` dossier.
        """
        found = [self._of_restructured(fact) for fact in facts]
        for number, (correction, document) in list(self._open.items()):
            hits = [f for f in found if _meant(f, correction, document)] if whole or document else []
            if not hits:
                continue
            del self._open[number]
            if len({f.value for f in hits}) > 1:
                refused = AppliedCorrection(correction=correction, document=document, refused=_SEVERAL_VALUES)
                self._told[number] = refused
                continue
            self._told[number] = _told(correction, hits[0].document, hits[0])
            replaced = {id(f) for f in hits}
            found = [
                _corrected(f, correction) if id(f) in replaced else f
                for f in found
                if id(f) not in replaced or not correction.absent
            ]
        return found

    def added(self) -> list[Fact]:
        """The values that a person states where nothing was read; called last. What still fits nothing is refused."""
        facts: list[Fact] = []
        for number, (correction, document) in self._open.items():
            if correction.was is not None or correction.absent or document is None or correction.value is None:
                self._told[number] = AppliedCorrection(correction=correction, document=document, refused=_NOT_READ)
                continue
            facts.append(self._new(correction, document))
            self._told[number] = _told(correction, document, None, kind=facts[-1].type)
        self._open.clear()
        return facts

    @property
    def told(self) -> tuple[AppliedCorrection, ...]:
        """What became of each, in their order."""
        return tuple(self._told[number] for number in sorted(self._told))

    def _of_restructured(self, fact: Fact) -> Fact:
        number = self._restructured.get(fact.document or "")
        return fact if number is None or fact.correction is not None else replace(fact, correction=number)

    def _new(self, correction: Correction, document: str) -> Fact:
        name = correction.fact or ""
        known = self._vocabulary.fact(name)
        assert correction.value is not None  # noqa: S101 (the caller looked)
        return Fact(
            name=name,
            type=known.type if known else "text",
            value=correction.value,
            raw="",
            places=(),
            document=document,
            origin=Origin.CORRECTED,
            correction=correction.number,
        )


def _meant(fact: Fact, correction: Correction, document: str | None) -> bool:
    if fact.name != correction.fact or document not in (None, fact.document) or fact.origin is Origin.CORRECTED:
        return False
    return correction.was is None or _same(fact.value, correction.was)


def _same(value: Written, was: Written) -> bool:
    if isinstance(value, str) and isinstance(was, str):
        return fold_text(value) == fold_text(was)
    return type(value) is type(was) and value == was


def _corrected(fact: Fact, correction: Correction) -> Fact:
    """The fact with the right value. Its words and places stay those of the paper."""
    assert correction.value is not None  # noqa: S101 (an entry has a value, or says that there is none)
    origin = fact.origin if fact.origin is Origin.RECITED else Origin.CORRECTED
    return replace(
        fact, value=correction.value, origin=origin, masked=False, confidence=1.0, correction=correction.number
    )


def _told(
    correction: Correction, document: str | None, fact: Fact | None, kind: str | None = None
) -> AppliedCorrection:
    type_ = fact.type if fact else kind or "text"
    return AppliedCorrection(
        correction=correction,
        document=document,
        before=_shown(fact.value, type_) if fact else None,
        after=None if correction.value is None else _shown(correction.value, type_),
    )


def _shown(value: Written, kind: str) -> str:
    if kind == "money" and isinstance(value, int):
        return decimal_yuan(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def all_told(
    restructured: Iterable[AppliedCorrection], values: Iterable[AppliedCorrection]
) -> tuple[AppliedCorrection, ...]:
    """What became of all corrections, in the order of the file."""
    return tuple(sorted((*restructured, *values), key=lambda told: told.correction.number))
