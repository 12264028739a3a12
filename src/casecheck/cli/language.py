"""The language of help and messages: known before the commands are built, because their help is text too."""

import sys

from casecheck.model.words import Language, Words
from casecheck.settings import language_of


def _flag(arguments: list[str]) -> str | None:
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


LANGUAGE: Language = language_of(_flag(sys.argv[1:]))


def say(zh: str, en: str) -> str:
    """One of the two texts, in the language of this run."""
    return Words(zh=zh, en=en).of(LANGUAGE)
