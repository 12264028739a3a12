"""What is left of a text of one language when all is taken away that may stand in the other.

In English text Chinese may stand as: the name of a 文书, a fact or a legal value of the vocabulary; a law and its article;
a quotation; a value read from the papers (a name, a number); the name of a file. In Chinese text English may stand as: a
code, the name of a command, an option or a format, a file name, a quotation.
"""

import re
from collections.abc import Iterable
from functools import cache

from casecheck.model.fact import CaseFacts
from casecheck.model.rule import Example, Json
from casecheck.model.vocabulary import EVERY_FORM
from tests.rules.kit import knowledge

CHINESE = re.compile(r"[\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*")
_QUOTED = re.compile(r"《[^《》]*(?:《[^》]*》[^《》]*)*》|“[^“”]*(?:“[^”]*”[^“”]*)*”|‘[^‘’]*’")
_NUMBER = "[〇零一二三四五六七八九十百千0-9]+"
_ARTICLE = re.compile(
    rf"第{_NUMBER}条(?:之{_NUMBER})?(?:第{_NUMBER}款)?(?:第（?{_NUMBER}）?项)?(?:第（?{_NUMBER}）?目)?"
)
_DOCUMENT_NUMBER = re.compile(r"[\u3400-\u9fff]*[〔\[(（]\d{4}[〕\])）](?:第)?\d+号")
_CODE = re.compile(r"[A-Z]{2,}(?:-[A-Z0-9]+)+")
_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){2,}")


@cache
def official_names() -> tuple[str, ...]:
    """Names of papers, facts and legal values, longest first."""
    vocabulary, law = knowledge()
    names = {name for form in vocabulary.forms for name in (form.name, form.short, *form.titles)}
    names |= {entry.fact for form in vocabulary.forms for entry in form.fields}
    names |= {*vocabulary.facts, *vocabulary.other_papers}
    names |= {term.name for term in law.clocks.terms}
    names |= {*EVERY_FORM, "文书", "普通", "简易", "签名", "印章"}
    names |= law.limits.names
    names |= {signer for form in vocabulary.forms for signer in form.signers}
    names |= {name.partition(".")[2] for name in names if "." in name}
    names |= {title for statute in law.statutes.statutes for title in (statute.title, *statute.short_titles)}
    return tuple(sorted(names - {""}, key=len, reverse=True))


def chinese_in(text: str, values: Iterable[str] = ()) -> list[str]:
    """Runs of Chinese that English text must not hold. `values` are what was read from the papers."""
    rest = _ARTICLE.sub(" ", _DOCUMENT_NUMBER.sub(" ", _QUOTED.sub(" ", text)))
    for name in sorted({*values, *official_names()} - {""}, key=len, reverse=True) if CHINESE.search(rest) else ():
        rest = rest.replace(name, " ")
    return CHINESE.findall(rest) + re.findall("[，。；：、]", CHINESE.sub(" ", rest))


def english_in(text: str) -> list[str]:
    """Runs of three English words or more that Chinese text must not hold."""
    return _WORDS.findall(_CODE.sub("·", _QUOTED.sub(" ", text)))


def values_of(case: CaseFacts) -> set[str]:
    """What the papers of a case say, as it may be repeated in any language."""
    values = {str(part) for fact in case.facts for part in (fact.value, fact.raw, fact.about) if part}
    for document in case.dossier.documents:
        values |= {document.title, document.number or "", document.file}
    return {v for v in values if v}


def values_in(example: Example) -> set[str]:
    """The values an example gives."""
    return set(_strings(example.facts)) | set(_strings(list(example.documents)))


def _strings(value: Json) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
