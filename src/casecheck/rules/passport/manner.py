"""送达方式与收件人: in which manner a receipt says a paper was served, and who took it."""

import re

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.service import Manner, Standing
from casecheck.rules.builtin.reading import known, running
from casecheck.text.folded import fold
from casecheck.text.identifiers import normalise_name, visible_match

RECEIPT, ADDRESS = "送达回证", "送达地址确认书"
_UNTICKED = re.compile(r"[☐□][^☐□☑■√✓✔]*")
_SHAPES = (
    (Manner.LEFT, re.compile(r"留置")),
    (Manner.PUBLIC, re.compile(r"公告")),
    (Manner.ELECTRONIC, re.compile(r"电子|短信|传真|邮件(?!号)|微信|即时通讯|钉钉|QQ")),
    (Manner.POST, re.compile(r"邮寄|挂号|快递|特快")),
    (Manner.ENTRUSTED, re.compile(r"委托|转交")),
    (Manner.DIRECT, re.compile(r"直接|当面|当场|现场")),
)
_PARTIES = ("当事人.名称", "行政处罚决定书.当事人", "立案审批表.当事人")
_REPRESENTATIVES = (
    "当事人.法定代表人",
    "行政处罚决定书.法定代表人",
    "立案审批表.法定代表人",
    "营业执照复印件.法定代表人",
)
MAY_SIGN = frozenset((Standing.PARTY, Standing.REPRESENTATIVE, Standing.NAMED, Standing.AGENT))
"""Those who may take a paper whatever else the receipt says."""
_HOUSEHOLD = re.compile(r"同住|成年家属|配偶|妻子|丈夫|父亲|母亲|儿子|女儿")
_DESK = re.compile(r"收发|前台|门卫|传达室|办公室(?:负责)?(?:接收|签收|收)")


def manner_of(case: CaseFacts, receipt: CaseDocument) -> tuple[Manner, Fact | None]:
    """The manner of a receipt; where boxes are printed, only ticked ones count."""
    for fact in known(case, f"{RECEIPT}.送达方式", receipt.id):
        said = _UNTICKED.sub("", fold(str(fact.value)).text)
        found = next((manner for manner, shape in _SHAPES if shape.search(said)), Manner.OTHER)
        return found, fact
    return Manner.NONE, None


def standing_of(case: CaseFacts, receipt: CaseDocument, receiver: Fact) -> Standing:
    """Whether who took the paper is one of those whom 程序规定 第八十二条第（一）项 names, as far as the papers tell."""
    name = str(receiver.value)
    addressed = [str(f.value) for f in known(case, f"{RECEIPT}.受送达人", receipt.id)]
    ours = not addressed or any(_listed(case, other, _PARTIES) for other in addressed)
    if any(_same(name, other) for other in addressed) or (ours and _listed(case, name, _PARTIES)):
        return Standing.PARTY
    if ours and _listed(case, name, _REPRESENTATIVES):
        return Standing.REPRESENTATIVE
    if ours and _listed(case, name, (f"{ADDRESS}.收件人",)):
        return Standing.NAMED
    if _charged(case, receipt, name) or _listed(case, name, ("授权委托书.受托人", "听证笔录.委托代理人")):
        return Standing.AGENT
    said = reasons(case, receipt)
    if _HOUSEHOLD.search(said) or household(receipt, name):
        return Standing.HOUSEHOLD
    return Standing.DESK if _DESK.search(said) else Standing.STRANGER


def comparable(case: CaseFacts) -> bool:
    """Whether any name is known with which that of a receiver can be compared."""
    return any(known(case, name) for name in (*_PARTIES, *_REPRESENTATIVES, f"{ADDRESS}.收件人", "授权委托书.受托人"))


def reasons(case: CaseFacts, receipt: CaseDocument) -> str:
    """Why another took the paper, and the remarks of the receipt."""
    found = (f for key in ("代收事由", "备注") for f in known(case, f"{RECEIPT}.{key}", receipt.id))
    return "、".join(str(f.value) for f in found)


def household(receipt: CaseDocument, name: str) -> bool:
    """Whether the receipt says that the receiver lives with the party (同住的成年家属)."""
    said = running(receipt).text
    return re.search(rf"同住[^。；]{{0,16}}{re.escape(name)}|{re.escape(name)}[^。；]{{0,16}}同住", said) is not None


def _charged(case: CaseFacts, receipt: CaseDocument, name: str) -> bool:
    """Whether the receipt, or a paper that is none, charges that person by name with acting for the party."""
    here = re.compile(rf"(?:代理人|受托人|委托[^。；]{{0,12}}){re.escape(name)}")
    there = re.compile(rf"(?:委托|授权|指定)[^。；]{{0,30}}{re.escape(name)}")
    if here.search(running(receipt).text):
        return True
    return any(there.search(running(paper).text) for paper in case.dossier.documents if paper.form != RECEIPT)


def _listed(case: CaseFacts, name: str, facts: tuple[str, ...]) -> bool:
    return any(_same(name, str(f.value)) for fact in facts for f in known(case, fact))


def _same(name: str, other: str) -> bool:
    """Whether two names are one; a sole trader's own name may stand in that of the business (店（经营者：某））."""
    mine, theirs = normalise_name(name), normalise_name(other)
    return mine == theirs or mine in theirs or visible_match(name, other)
