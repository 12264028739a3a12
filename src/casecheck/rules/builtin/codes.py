"""统一社会信用代码: whose code a paper prints."""

import re

from casecheck.model.fact import CaseFacts, Fact
from casecheck.rules.builtin.reading import known, passage
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import normalise_name, visible_match

LICENCES = ("营业执照复印件", "许可证件")
"""Evidence that is the party's own unless it names another holder; the rest may carry the code of a supplier."""
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff（）]{3,30}?(?:公司|合作社|经营部|商行|超市|商店|经营店|药店|药房|饭店|酒店|餐厅|门市部|中心|厂|店)"
)
_NEAR = 160


def of_party(case: CaseFacts, fact: Fact) -> bool:
    """Whether a code stands for the party: always on papers of the case, on evidence where the party is named with it."""
    short = fact.name.split(".", 1)[0]
    form = case.form(short)
    if form is None or not form.evidence or fact.document is None:
        return True
    if short in LICENCES:
        holders = [normalise_name(str(f.value)) for f in known(case, f"{short}.当事人", fact.document)]
        names = [normalise_name(name) for name in _names(case)]
        return not holders or not names or any(visible_match(one, other) for one in holders for other in names)
    said = passage(case.dossier.document(fact.document)).text
    at = said.find(fold_text(fact.raw))
    before = said[max(0, at - _NEAR) : at] if at >= 0 else said
    ends = [before.rfind(name) + len(name) for name in _names(case) if name in before]
    return bool(ends) and not _ORGANISATION.search(before, max(ends))


def _names(case: CaseFacts) -> set[str]:
    """The names under which papers of the case know the party."""
    found = set()
    for fact in case.facts:
        name, _, field = fact.name.partition(".")
        form = case.form(name)
        if fact.name == "当事人.名称" or (field == "当事人" and form and not form.evidence):
            found.add(fold_text(str(fact.value)))
    return {name for name in found if len(name) >= 2}
