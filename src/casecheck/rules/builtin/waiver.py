"""放弃陈述、申辩: whether a declaration waives, and whether it is of this party and this notice."""

import re

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts, Fact
from casecheck.rules.builtin.reading import hearsay, known, passage
from casecheck.text.docno import find_numbers, normalise
from casecheck.text.identifiers import normalise_name, visible_match

NOTICE_NUMBER = "行政处罚告知书.文号"
WAIVER_PARTY = "放弃声明.当事人"
_PERSONS = (".当事人", ".名称", ".法定代表人", ".经营者", ".负责人")
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff（）]{2,30}?(?:公司|合作社|经营部|商行|超市|商店|经营店|药店|药房|饭店|酒店|餐厅|餐馆|门市部|事务所|中心|厂)"
)


def waives(case: CaseFacts, dated: Fact) -> bool | None:
    """Whether the declaration of which this is the day waives the defence; None where its words leave that open.

    A declaration that names another party or another notice is not surely one of this case.
    """
    said = [f for f in known(case, "陈述申辩.放弃", dated.document) if f.document == dated.document and not hearsay(f)]
    if not said:
        return None
    if said[0].value is not True:
        return False
    if dated.document is None:
        return True
    paper = case.dossier.document(dated.document)
    return True if _of_this_party(case, paper) and _of_this_notice(case, paper) else None


def _of_this_party(case: CaseFacts, paper: CaseDocument) -> bool:
    names = {
        normalise_name(str(f.value))
        for f in case.facts
        if f.document != paper.id and f".{f.name.partition('.')[2]}" in _PERSONS and not f.name.startswith("送达")
    }
    named = known(case, WAIVER_PARTY, paper.id)
    if named:
        return any(visible_match(name, normalise_name(str(f.value))) for f in named for name in names)
    words = normalise_name(passage(paper).text)
    organisations = _ORGANISATION.findall(words)
    others = [o for o in organisations if not re.search("(?:本|我|该|贵)(?:公司|厂|店|超市|中心|商行)$", o)]
    return not others or any(name in words for name in names if len(name) >= 2)


def _of_this_notice(case: CaseFacts, paper: CaseDocument) -> bool:
    own = {normalise(str(f.value)) for f in known(case, NOTICE_NUMBER) if not hearsay(f)}
    named = {normalise(n.raw) for n in find_numbers(passage(paper).text) if "告" in n.raw}
    return not own or not named or any(n.endswith(number) for n in named for number in own)
