"""处罚依据: cited down to the paragraph and the item."""

import re
from collections.abc import Sequence
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Severity, Violation
from casecheck.rules.builtin.grounds import grounds_of
from casecheck.rules.builtin.provisions import agree
from casecheck.rules.builtin.reading import day, known, lacking, running, settle, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.citations import Citation
from casecheck.text.numbers import to_chinese

_ITEM = re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]|第([一二三四五六七八九十]{1,3})项")
_QUOTED = 700
"""How far behind an article its quotation is looked for, in characters."""


@predicate("grounds_cited_to_the_item")
def grounds_cited_to_the_item(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a penalty provision with several paragraphs or items is cited down to the one that is applied.

    `grounds` are the facts with the grounds, `elsewhere` those with all citations of the same papers (one that goes
    further, or the quotation of single items, is enough; so is another provision that sends to the whole), `on` the day
    whose version counts. Where what is left open decides between different penalties the rule's severity applies, else it is minor. Provisions that the penalty table does not know, and those that
    set no penalty (how overpaid prices are given back), are left aside.
    """
    on = next((day(f) for name in texts(arguments, "on") for f in known(case, name)), None)
    grounds = grounds_of(case, texts(arguments, "grounds"))
    if on is None or not grounds:
        names = [] if on else [texts(arguments, "on")[0]]
        names += [] if grounds else [texts(arguments, "grounds")[0]]
        return settle((), lacking(case, *names) or [Missing(name=n, cause=Cause.NOT_FOUND) for n in names])
    violations: dict[str, Violation] = {}
    for fact, cited in grounds:
        finer = [c for _, c in grounds_of(case, texts(arguments, "elsewhere"), fact.document)]
        open_part = _open_part(law, cited, finer, on)
        settled = open_part is not None and open_part[0] == "项" and _item_settled(case, fact, cited)
        if open_part and not settled and cited.name not in violations:
            violations[cited.name] = _too_coarse(case, fact, cited, *open_part)
    return settle(tuple(violations.values()), (), [f for f, _ in grounds])


def _open_part(law: LawBook, cited: Citation, others: Sequence[Citation], on: date) -> tuple[str, bool] | None:
    """款 or 项 that the citation leaves out, and whether the penalty depends on it; None when it leaves out nothing."""
    provisions = [p for p in law.penalties.find(cited, on) if p.penal]
    statute = law.statutes.find(cited.law)
    version = law.statutes.version_on(statute, on) if statute else None
    shape = version.structure.get((cited.article or 0, cited.sub_article or 0)) if version else None
    if not provisions or shape is None or shape.paragraphs is None:
        return None
    same = [c for c in others if agree(c, cited)]
    paragraph = cited.paragraph or next((c.paragraph for c in same if c.paragraph), None)
    item = cited.item or next((c.item for c in same if c.item), None)
    if item is None and paragraph is None and shape.paragraphs > 1:
        return "款", len({p.paragraph for p in provisions}) > 1
    counts = shape.items[(paragraph or 1) - 1 : (paragraph or 1)]
    if item is None and counts and counts[0]:
        return "项", len({(p.tiers, p.must, p.fined_by) for p in provisions}) > 1
    return None


def _item_settled(case: CaseFacts, fact: Fact, cited: Citation) -> bool:
    """Whether the words of the paper leave no item open: some are quoted, or another provision sends to the whole."""
    if fact.document is None or cited.article is None:
        return False
    said = running(case.dossier.document(fact.document)).text
    return _item_quoted(said, cited) or _sent_to(said, cited)


def _sent_to(said: str, cited: Citation) -> bool:
    """Whether a quoted provision has its own violation punished under the cited one (`依照食品安全法第…条…处罚`): no item of it applies."""
    sending = re.compile(
        rf"依照《?(?:中华人民共和国)?{re.escape(_bare(cited))}》?第{to_chinese(cited.article or 0)}条[^。”]{{0,40}}处罚"
    )
    return any(said.rfind("“", 0, m.start()) > said.rfind("”", 0, m.start()) for m in sending.finditer(said))


def _item_quoted(said: str, cited: Citation) -> bool:
    """Whether the paper quotes or names single items behind the article somewhere: some of them, not the whole list."""
    article = re.compile(
        rf"{re.escape(_bare(cited))}》[^第《]{{0,24}}第(?:{to_chinese(cited.article or 0)}|{cited.article})条"
    )
    for found in article.finditer(said):
        stop = said.find("《", found.end())
        after = said[found.end() : min(found.end() + _QUOTED, stop if stop >= 0 else len(said))]
        marks = [m[1] or m[2] for m in _ITEM.finditer(after)]
        if marks and not {"一", "二", "三"} <= set(marks):
            return True
    return False


def _bare(cited: Citation) -> str:
    return cited.law.removeprefix("中华人民共和国")


def _too_coarse(case: CaseFacts, fact: Fact, cited: Citation, part: str, decisive: bool) -> Violation:
    return Violation(
        facts=(fact,),
        variant="paragraph" if part == "款" else "",
        params=(("cited", cited.name), ("paper", title_of(case, fact.document))),
        severity=None if decisive else Severity.MINOR,
        key=cited.name,
    )
