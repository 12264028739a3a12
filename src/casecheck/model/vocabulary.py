"""What the vocabulary files say: the forms (文书) and the facts."""

from dataclasses import dataclass, field

from casecheck.model.words import Words

EVERY_FORM = {
    "当事人": ("text", False),
    "统一社会信用代码": ("text", False),
    "法定代表人": ("text", False),
    "住所": ("text", False),
    "身份证号": ("text", False),
    "字号": ("text", False),
    "简称": ("text", True),
    "曾用名": ("text", True),
    "文号": ("text", False),
    "日期": ("date", False),
    "送达日期": ("date", False),
    "引用条款": ("text", True),
}
"""Facts that every form has without their being listed: type, and whether there may be several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field of a form: the fact it gives, and the labels that announce it, longest first.

    `type` is one of `text date time money int bool person id`; `many` allows several values; `filled` says whether the
    form may leave it empty (`required` or `optional`).
    """

    fact: str
    labels: tuple[str, ...]
    type: str = "text"
    many: bool = False
    filled: str = "optional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """文书格式: one paper of the vocabulary.

    `name` is official, `short` the form of it in fact names (`立案审批表`). `titles` are printed titles that announce it.
    `number_words` are the words of its 文号 (`处罚`, `罚告`). `to_party`: addressed to the party; `served`: the law wants
    proof of service. `phrases` are words that only this form prints, used when the title is missing.
    """

    key: str
    name: str
    short: str
    title: Words
    stage: str
    titles: tuple[str, ...]
    number_words: tuple[str, ...] = ()
    to_party: bool = False
    served: bool = False
    internal: bool = True
    evidence: bool = False
    fields: tuple[FormField, ...] = ()
    signers: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactName:
    """A name that facts may carry. `type`: `text date time money int bool`. `many`: may occur more than once."""

    name: str
    type: str
    many: bool
    meaning: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All forms, in filing order, and all fact names.

    `other_papers` are printed titles of papers that are none of the forms, however close to one they come.
    """

    forms: tuple[Form, ...]
    facts: dict[str, FactName] = field(default_factory=dict)
    other_papers: tuple[str, ...] = ()
    _forms: dict[str, Form] = field(init=False, repr=False, compare=False)
    _fields: dict[str, FormField] = field(init=False, repr=False, compare=False)
    _single: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what every case looks up many times; the index is kept with the compiled vocabulary."""
        forms = {name: form for form in reversed(self.forms) for name in (form.name, form.short)}
        object.__setattr__(self, "_forms", forms)
        fields = {entry.fact: entry for form in reversed(self.forms) for entry in reversed(form.fields)}
        object.__setattr__(self, "_fields", fields)
        object.__setattr__(self, "_single", self._one_each())

    def fact(self, name: str) -> FactName | None:
        """What is known of a fact name: listed, a field of its form, or one that every form has; None if it is none."""
        if name in self.facts:
            return self.facts[name]
        form_name, _, field_name = name.partition(".")
        form = self._forms.get(form_name)
        if form is None:
            return None
        full = f"{form.short}.{field_name}"
        if full in self.facts:
            return self.facts[full]
        entry = self._fields.get(full)
        if entry is not None:
            kind, many = "text" if entry.type in ("person", "id") else entry.type, entry.many
        elif field_name in EVERY_FORM:
            kind, many = EVERY_FORM[field_name]
        elif field_name == "印章" or field_name.startswith("签名."):
            kind, many = "text", True
        else:
            return None
        return FactName(name=full, type=kind, many=many, meaning=Words(zh=f"{form.short}的{field_name}", en=full))

    def single(self) -> frozenset[str]:
        """The names that have one value per 文书."""
        return self._single

    def _one_each(self) -> frozenset[str]:
        names = {*self.facts, *(e.fact for form in self.forms for e in form.fields)}
        names |= {f"{form.short}.{name}" for form in self.forms for name in EVERY_FORM}
        found = (self.fact(name) for name in names)
        return frozenset(fact.name for fact in found if fact is not None and not fact.many)

    def form(self, name: str) -> Form:
        """The form with that official or short name; KeyError when there is none."""
        return self._forms[name]
