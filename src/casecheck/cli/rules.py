"""`casecheck rules`: the rules of a checklist."""

from enum import StrEnum
from typing import Annotated

import typer

from casecheck.cli.language import say
from casecheck.cli.options import LangOption, settings_from


class Format(StrEnum):
    """The formats of the list."""

    TERMINAL = "terminal"
    JSON = "json"


def command(
    search: Annotated[
        str | None, typer.Argument(help=say("代码前缀或标题中的词", "a prefix of codes, or a word of a title"))
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help=say("输出格式", "output format"))] = Format.TERMINAL,
    lang: LangOption = None,
) -> None:
    """List or search the rules."""
    from casecheck.errors import CaseCheckError
    from casecheck.model.words import Words
    from casecheck.report.handbook import print_rules, rules_json
    from casecheck.report.screen import Screen, console_on_output
    from casecheck.run import load_knowledge

    settings = settings_from(lang=lang)
    rules = [
        r
        for r in load_knowledge(settings).checklist.rules
        if search is None or _fits(search, r.code, r.title.zh, r.title.en)
    ]
    if not rules:
        raise CaseCheckError(Words(zh=f"没有符合“{search}”的规则", en=f"no rule fits {search!r}"))
    if format_ is Format.JSON:
        typer.echo(rules_json(rules, settings.language), nl=False)
        return
    print_rules(rules, Screen(console_on_output(), settings.language))


def _fits(search: str, code: str, *titles: str) -> bool:
    return code.startswith(search.upper()) or any(search.lower() in title.lower() for title in titles)
