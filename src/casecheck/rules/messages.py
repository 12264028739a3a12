"""The sentences of a finding: the message of the rule with its `{…}` filled, or what could not be told and why.

`{文书.字段}` prints the fact, `{$名称}` the legal value, `{word}` what the test gave. The template is read once from left to
right, so braces in the text of a paper stay what they are.
"""

import re
from collections.abc import Sequence

from casecheck.model.fact import Fact, Origin
from casecheck.model.verdict import Cause, Missing, Violation
from casecheck.model.words import Language, Words
from casecheck.rules.context import Context
from casecheck.rules.shown import clean, limit_words, shown_value
from casecheck.text.legal_terms import in_english

PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")
_NOT_FOUND = Words(zh="未找到", en="not found")
_MOST_NAMES = 4
_CAUSES = {
    Cause.NOT_FOUND: Words(zh="文书中未找到", en="not found in the papers: "),
    Cause.UNREADABLE: Words(zh="有内容无法识读，未能确认", en="part of the dossier could not be read, not settled: "),
    Cause.CONFLICTING: Words(zh="各处记载不一致：", en="the papers give different values: "),
    Cause.NEEDS_JUDGEMENT: Words(zh="需人工判断：", en="a person must judge: "),
    Cause.NEEDS_IMAGE: Words(zh="需核对原件：", en="the original must be seen: "),
    Cause.ERROR: Words(zh="检查本身出错：", en="the check itself failed: "),
}
_NAMELESS = {
    Cause.NOT_FOUND: Words(zh="文书中未找到所需内容", en="what is needed was not found in the papers"),
    Cause.UNREADABLE: Words(zh="有内容无法识读，未能检查", en="part of the dossier could not be read, not checked"),
    Cause.CONFLICTING: Words(zh="各处记载不一致", en="the papers give different values"),
}
"""The same where no paper or fact is named."""


def defect_message(violation: Violation, used: Sequence[Fact], context: Context) -> Words:
    """The message of the rule for that variant, filled."""
    template = context.rule.messages.get(violation.variant) or context.rule.messages[""]
    return Words(
        zh=fill(template.zh, "zh", violation, used, context), en=fill(template.en, "en", violation, used, context)
    )


def doubt_message(context: Context, cause: Cause, missing: Sequence[Missing]) -> Words:
    """What a rule could not settle, and for lack of what."""
    title = context.rule.title
    names = tuple(dict.fromkeys(m.name for m in missing if m.cause is cause)) or tuple(m.name for m in missing[:1])
    names = tuple(name for name in names if name)
    if cause is Cause.DOCUMENT_MISSING:
        why = _no_paper(names, context)
    else:
        listed, before = _listed(names), _CAUSES[cause] if names else _NAMELESS.get(cause, _CAUSES[cause])
        why = Words(zh=(before.zh + listed.zh).rstrip("："), en=(before.en + listed.en).rstrip(": "))
    return Words(zh=f"需核实“{title.zh}”：{why.zh}", en=f"To be verified ({title.en}): {why.en}")


def _no_paper(names: Sequence[str], context: Context) -> Words:
    """Which papers are lacking: by name, or for what they would have to tell."""
    forms = _listed([f"《{n}》" for n in names if "." not in n])
    if forms.zh:
        return Words(zh=f"所给材料中没有{forms.zh}", en=f"not among the papers given: {forms.en}")
    hearsay = [n for n in names if any(f.origin is Origin.RECITED for f in context.case.named(n))]
    if hearsay and len(hearsay) == len(names):
        only = _listed([f"“{n}”" for n in hearsay])
        return Words(
            zh=f"{only.zh}只有其他文书转述，载明它的文书不在所给材料中",
            en=f"{only.en} is only told by another paper; the paper that would state it is not among those given",
        )
    names = [n for n in names if n not in hearsay]
    told = [n for n in names if context.case.documents(n.partition(".")[0])]
    facts = _listed([f"“{n}”" for n in told or names])
    if told:
        return Words(
            zh=f"所给材料中没有可供核对{facts.zh}的其他文书", en=f"no other paper given to check {facts.en} against"
        )
    return Words(zh=f"所给材料中没有载明{facts.zh}的文书", en=f"no paper given that states {facts.en}")


def _listed(names: Sequence[str]) -> Words:
    """The first few names."""
    more = len(names) > _MOST_NAMES
    shown = [_in_words(name) for name in names[:_MOST_NAMES]]
    return Words(
        zh="、".join(w.zh for w in shown) + ("等" if more else ""),
        en=", ".join(w.en for w in shown) + (" …" if more else ""),
    )


def _in_words(name: str) -> Words:
    """A name for a reader; that of a legal value is a key of the law tables, so it is told what it stands for."""
    if not name.startswith("$"):
        paper, _, field = name.partition(".")
        zh = f"{paper}的{field.replace('.', '·')}" if field else name
        return Words(zh=zh, en=f"“{name}”" if field and not name.startswith("“") else in_english(name))
    plain = name[1:].replace(".", "的")
    return Words(zh=f"当日适用的{plain}", en=f"the value then in force (“{plain}”)")


def to_verify(message: Words) -> Words:
    """A message as a question for a person."""
    zh = message.zh if message.zh.startswith(("需核实", "疑似")) else f"需核实：{message.zh}"
    return Words(zh=zh, en=message.en if message.en.startswith("To be verified") else f"To be verified: {message.en}")


def fill(template: str, language: Language, violation: Violation, used: Sequence[Fact], context: Context) -> str:
    """The template with its placeholders printed in that language; what it quotes stays as it is."""
    params = dict(violation.params)

    def printed(match: re.Match[str]) -> str:
        name = match[1]
        if name in params:
            value = clean(params.get(f"{name}@{language}", params[name]))
            quoted = match.start() > 0 and template[match.start() - 1] == "“"
            return in_english(value) if language == "en" and not quoted else value
        if name.startswith("$"):
            limit = context.limit(name)
            return limit_words(limit).of(language) if limit else _NOT_FOUND.of(language)
        return _facts(name, language, (violation.facts, used), context)

    return PLACEHOLDER.sub(printed, template)


def _facts(name: str, language: Language, sources: Sequence[Sequence[Fact]], context: Context) -> str:
    """The values of a name: those the violation is about, else those the test read, else what the case knows."""
    full = context.full_name(name)
    for facts in (*sources, context.read(name).facts if "." in full else ()):
        values = dict.fromkeys(shown_value(f).of(language) for f in facts if f.name == full)
        if values:
            return ("、" if language == "zh" else ", ").join(values)
    return _NOT_FOUND.of(language)
