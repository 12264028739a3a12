"""What the vocabulary files say: the forms (文书) and the facts."""

from dataclasses import dataclass, field

from casecheck.model.words import Words


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
    """All forms, in filing order, and all fact names."""

    forms: tuple[Form, ...]
    facts: dict[str, FactName] = field(default_factory=dict)

    def form(self, name: str) -> Form:
        """The form with that official or short name; KeyError when there is none."""
        for form in self.forms:
            if name in (form.name, form.short):
                return form
        raise KeyError(name)
