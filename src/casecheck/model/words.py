"""Text in the two languages of the tool."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One message in Chinese and in English; both are always given."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """The text in the given language."""
        return self.zh if language == "zh" else self.en
