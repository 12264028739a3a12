"""送达的证明: what each manner of service needs, and whether the file has it (程序规定 第八十二条、第八十三条)."""

import re

from casecheck.law.book import LawBook
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.service import Manner, Proof
from casecheck.model.words import Words
from casecheck.rules.builtin.public_notice import FAILED
from casecheck.rules.builtin.reading import day, known, running, unread
from casecheck.rules.passport.manner import ADDRESS, RECEIPT
from casecheck.text.folded import fold
from casecheck.text.numbers import parse_number

POST = "邮寄凭证"
REFUSED = re.compile(r"拒绝?(?:接收|签收|签字|签名|收|签)|不予签收|不肯签收|拒不签")
RECORDED = re.compile(r"拍照|照片|录像|摄像|录音|视频|执法记录仪|影像")
_AGREES = re.compile(r"[☑■√✓✔](?:是|同意|接受)|^(?:是|同意|接受)")
_REFUSES = re.compile(r"[☑■√✓✔](?:否|不同意|不接受)|^(?:否|不同意|不接受)|[☐□](?:是|同意|接受)")
_ARRIVED = re.compile(r"截图|截屏|到达|已读|已发送|发送成功|送达成功|回执|收悉|拍照|录像|录屏")
_LEAVING = re.compile(r"(?:送达|留置)[^。；]{0,30}(?:照片|录像|视频)")

RECEIVER = Words(zh="载明收件人", en="receiver named")
REFUSAL = Words(zh="拒收的记载", en="record of the refusal")
WITNESS = Words(zh="见证人或者录像、照片", en="witness, or photos or a video")
SLIP = Words(zh="邮寄凭证", en="proof of posting")
SIGNED = Words(zh="邮件签收日期", en="day on which the mail was signed for")
CONSENT = Words(zh="送达地址确认书同意电子送达", en="confirmation that agrees to electronic service")
ARRIVAL = Words(zh="到达受送达人系统的凭证", en="proof that it arrived")
ANNOUNCED = Words(zh="送达公告及其日期", en="the public notice and its day")
TRIED = Words(zh="其他方式无法送达", en="other manners failed")


def proofs_of(
    case: CaseFacts, law: LawBook, manner: Manner, receipt: CaseDocument | None, notice: CaseDocument | None
) -> tuple[Proof, ...]:
    """What the manner needs; what a file with unread parts does not show is not called absent."""
    if notice is not None and manner in (Manner.PUBLIC, Manner.NONE):
        return _public(case, law, notice)
    if receipt is None:
        return ()
    if manner is Manner.PUBLIC:
        return (Proof(what=ANNOUNCED, found=_absent(case)),)
    special = {Manner.LEFT: _left, Manner.POST: _posted, Manner.ELECTRONIC: _electronic}.get(manner)
    if special is not None:
        return special(case, receipt)
    receivers = _filled(case, f"{RECEIPT}.收件人", receipt)
    return (Proof(what=RECEIVER, found=True if receivers else None, facts=receivers),)


def _left(case: CaseFacts, receipt: CaseDocument) -> tuple[Proof, ...]:
    said = running(receipt).text
    witness = witnesses(case, receipt)
    seen = bool(witness) or recorded(case, receipt)
    return (
        Proof(what=REFUSAL, found=True if REFUSED.search(said) else None),
        Proof(what=WITNESS, found=True if seen else None, facts=witness),
    )


def witnesses(case: CaseFacts, receipt: CaseDocument) -> tuple[Fact, ...]:
    """The witnesses that the receipt names."""
    return _filled(case, f"{RECEIPT}.见证人", receipt)


def recorded(case: CaseFacts, receipt: CaseDocument) -> bool:
    """Whether the receipt tells of a recording, or another paper tells of photos or a video of leaving a paper."""
    others = (d for d in case.dossier.documents if d.id != receipt.id and d.form != RECEIPT)
    return RECORDED.search(running(receipt).text) is not None or any(_LEAVING.search(running(d).text) for d in others)


def _posted(case: CaseFacts, receipt: CaseDocument) -> tuple[Proof, ...]:
    """The slip, and that the day it was signed for is the day of service."""
    slips = case.documents(POST)
    signed = known(case, f"{POST}.签收日期")
    served = {day(f) for f in known(case, f"{RECEIPT}.送达日期", receipt.id)}
    agreed = tuple(f for f in signed if day(f) in served)
    found = bool(agreed) if signed and served else (None if slips else _absent(case))
    return (
        Proof(what=SLIP, found=True if slips else _absent(case)),
        Proof(what=SIGNED, found=found, facts=agreed or signed),
    )


def _electronic(case: CaseFacts, receipt: CaseDocument) -> tuple[Proof, ...]:
    choices = known(case, f"{ADDRESS}.接受电子送达")
    found = consent(case)
    if found is None and not case.documents(ADDRESS):
        found = _absent(case)
    return (
        Proof(what=CONSENT, found=found, facts=choices),
        Proof(what=ARRIVAL, found=True if arrived(case, receipt) else None),
    )


def consent(case: CaseFacts) -> bool | None:
    """Whether the confirmation of the address agrees to electronic service; None where no choice was read."""
    choices = [fold(str(f.value)).text for f in known(case, f"{ADDRESS}.接受电子送达")]
    if any(_AGREES.search(choice) for choice in choices):
        return True
    return False if any(_REFUSES.search(choice) for choice in choices) else None


def arrived(case: CaseFacts, receipt: CaseDocument) -> bool:
    """Whether the receipt tells that the paper arrived, or screen shots are in the file."""
    return _ARRIVED.search(running(receipt).text) is not None or bool(case.documents("网页截图"))


def _public(case: CaseFacts, law: LawBook, notice: CaseDocument) -> tuple[Proof, ...]:
    posted = known(case, "送达公告.日期", notice.id)
    limit = law.limits.on("公告送达.期限", day(posted[0])) if posted else None
    length = limit.length.words if limit and limit.length else Words(zh="", en="")
    others = [d for d in case.dossier.documents if d.id != notice.id and d.form != "卷内文件目录"]
    tried = any(FAILED.search(running(d).text) for d in others)
    ran = Words(zh=f"公告期{length.zh}", en=f"{length.en} of public notice")
    return (
        Proof(what=ANNOUNCED, found=True if posted else None, facts=posted),
        Proof(what=ran, found=_runs(notice, limit.length.count if limit and limit.length else None)),
        Proof(what=TRIED, found=True if tried else _absent(case)),
    )


def _runs(notice: CaseDocument, count: int | None) -> bool | None:
    """Whether the notice gives the length of the law in its own words; None where it gives none that was read."""
    if count is None:
        return None
    told = re.search(r"(?:经过?|满)(?P<days>[0-9]{1,3}|[一二三四五六七八九十]{1,3})个?[日天]", running(notice).text)
    if told is None:
        return None
    return parse_number(told["days"]) == count


def _filled(case: CaseFacts, name: str, receipt: CaseDocument) -> tuple[Fact, ...]:
    return tuple(f for f in known(case, name, receipt.id) if str(f.value).strip("/_—- 无"))


def _absent(case: CaseFacts) -> bool | None:
    """What was not found is absent from a whole dossier that was read; else nothing can be said."""
    if case.scope != "dossier" or unread(case, *case.dossier.documents):
        return None
    return False
