"""送达一览 of a case: each paper that must be served, or of which a proof of service was found."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.model.clock import Clock
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.service import Manner, Proof, Served, Service, Standing, Window
from casecheck.model.vocabulary import Form
from casecheck.model.words import Words
from casecheck.rules.builtin.reading import day, known, passage
from casecheck.rules.builtin.service import SIGNED_ON_PAPER
from casecheck.rules.passport.manner import RECEIPT, manner_of, standing_of
from casecheck.rules.passport.proofs import proofs_of

ON_THE_SPOT, ANNOUNCEMENT = "当场行政处罚决定书", "送达公告"
NO_RECEIPT = Words(zh="送达回证", en="proof of service")
SIGNATURE = Words(zh="当事人在文书上签收", en="signed for on the paper itself")


def services(case: CaseFacts, law: LawBook, clocks: Sequence[Clock]) -> tuple[Service, ...]:
    """One entry for each served paper and each proof of it, in the order of the papers; `clocks` is the ledger."""
    return tuple(
        _entry(case, law, clocks, paper, form, proof)
        for paper, form in _papers(case)
        for proof in _proofs(case, paper) or (None,)
    )


def _papers(case: CaseFacts) -> Iterator[tuple[CaseDocument, Form]]:
    bound = {identity for d in case.dossier.documents for identity in d.serves}
    for paper in case.dossier.documents:
        form = case.form(paper.form) if paper.form else None
        if form is not None and (form.served or paper.id in bound):
            yield paper, form


def _proofs(case: CaseFacts, paper: CaseDocument) -> tuple[CaseDocument, ...]:
    """The receipts and public notices that serve a paper; two receipts of one day are one proof."""
    found = [d for d in case.dossier.documents if paper.id in d.serves]
    receipts = [d for d in found if d.form == RECEIPT]
    return tuple(receipts or found)


def _entry(
    case: CaseFacts,
    law: LawBook,
    clocks: Sequence[Clock],
    paper: CaseDocument,
    form: Form,
    proof: CaseDocument | None,
) -> Service:
    receipt = proof if proof is not None and proof.form == RECEIPT else None
    notice = proof if proof is not None and receipt is None else None
    manner, printed = manner_of(case, receipt) if receipt else (Manner.PUBLIC if notice else Manner.NONE, None)
    if receipt is None and notice is None and form.short == ON_THE_SPOT:
        manner = Manner.SPOT
    receivers = known(case, f"{RECEIPT}.收件人", receipt.id) if receipt else ()
    signer = receivers[0] if receivers else None
    standing = standing_of(case, receipt, signer) if receipt and signer else None
    served = _days(case, form, paper, proof)
    if manner is Manner.SPOT and not served:
        served = known(case, f"{ON_THE_SPOT}.决定日期", paper.id)
    proofs = proofs_of(case, law, manner, receipt, notice) or _without(case, paper, form)
    return Service(
        paper=form.short,
        document=paper.id,
        number=paper.number,
        receipt=proof.id if proof else None,
        addressee=_text(case, "受送达人", receipt),
        manner=manner,
        printed=str(printed.value) if printed else None,
        days=tuple(dict.fromkeys(day(f).isoformat() for f in served)),
        signer=str(signer.value) if signer else None,
        standing=standing,
        servers=tuple(dict.fromkeys(str(f.value) for f in known(case, f"{RECEIPT}.送达人", receipt.id)))
        if receipt
        else (),
        state=_state(manner, standing, served, proofs),
        proofs=proofs,
        windows=tuple(_windows(law, clocks, served)),
        facts=(*served, *((printed,) if printed else ()), *((signer,) if signer else ())),
    )


def _days(case: CaseFacts, form: Form, paper: CaseDocument, proof: CaseDocument | None) -> tuple[Fact, ...]:
    """The days of service that this proof gives; without a proof, what the paper itself says."""
    found = [f for f in case.named(f"{form.short}.送达日期", paper.id) if f.origin is not Origin.RECITED]
    if proof is None:
        return tuple(found)
    own = [f for f in found if f.places and f.places[0].file == proof.file and _inside(f, proof)]
    return tuple(own or found)


def _inside(fact: Fact, proof: CaseDocument) -> bool:
    blocks = {block.index for block in proof.blocks}
    return fact.places[0].block in blocks


def _text(case: CaseFacts, field: str, receipt: CaseDocument | None) -> str | None:
    found = known(case, f"{RECEIPT}.{field}", receipt.id) if receipt else ()
    return str(found[0].value) if found else None


def _without(case: CaseFacts, paper: CaseDocument, form: Form) -> tuple[Proof, ...]:
    """What there is where no receipt names the paper: perhaps a place for the party's signature on the paper.

    A letter to another authority may have been taken in another way than by 送达回证.
    """
    signed = SIGNED_ON_PAPER.search(passage(paper).text) is not None
    if signed:
        return (Proof(what=SIGNATURE, found=None),)
    unbound = any(not d.serves for d in case.documents(RECEIPT))
    sure = form.to_party and case.scope == "dossier" and not unbound and not case.unread()
    return (Proof(what=NO_RECEIPT, found=False if sure else None),)


def _state(manner: Manner, standing: Standing | None, served: tuple[Fact, ...], proofs: tuple[Proof, ...]) -> Served:
    if any(proof.found is False for proof in proofs):
        return Served.UNPROVEN
    doubtful = standing is Standing.STRANGER and manner is not Manner.LEFT
    unsure = not served or len({day(f) for f in served}) > 1 or manner in (Manner.NONE, Manner.OTHER)
    return Served.OPEN if doubtful or unsure or any(p.found is None for p in proofs) else Served.PROVEN


def _windows(law: LawBook, clocks: Sequence[Clock], served: tuple[Fact, ...]) -> Iterator[Window]:
    """The periods of the party that this service began, as the ledger has them; the day itself is not counted."""
    for clock in clocks:
        term = law.clocks.by_name.get(clock.name)
        if clock.began not in served or clock.start is None or term is None or term.whose != "party":
            continue
        yield Window(
            name=clock.name,
            title=clock.title,
            first=(date.fromisoformat(clock.start) + timedelta(days=1)).isoformat(),
            last=clock.due,
            state=clock.state,
            left=clock.left,
            rule=clock.rule,
        )
