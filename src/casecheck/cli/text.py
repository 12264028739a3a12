"""`casecheck text`: the text as read, so that a person can see what the rules saw."""

from enum import StrEnum
from typing import Annotated

import typer

from casecheck.cli.language import say
from casecheck.cli.options import Jobs, LangOption, Paths, Unit, UnitOption, settings_from


class Format(StrEnum):
    """The formats of the text."""

    TEXT = "text"
    JSON = "json"


def command(
    paths: Paths,
    format_: Annotated[Format, typer.Option("--format", help=say("输出格式", "output format"))] = Format.TEXT,
    unit: UnitOption = Unit.AUTO,
    jobs: Jobs = 1,
    lang: LangOption = None,
) -> None:
    """Print the text of every file with page and block marks; exit code 3 when a file could not be read."""
    from casecheck.report.source_text import source_json, source_lines
    from casecheck.run import read_sources
    from casecheck.sources.discover import discover

    settings = settings_from(lang=lang, unit=unit, jobs=jobs)
    files = [text for _, texts in read_sources(discover(paths, settings.unit), settings) for text in texts]
    if format_ is Format.JSON:
        typer.echo(source_json(files, settings.language), nl=False)
    else:
        for file in files:
            for line in source_lines(file, settings.language):
                typer.echo(line)
    raise typer.Exit(3 if not files or any(file.failed for file in files) else 0)
