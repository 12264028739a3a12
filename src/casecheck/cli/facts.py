"""`casecheck facts`: what was read, with its places."""

from enum import StrEnum
from typing import Annotated

import typer

from casecheck.cli.language import say
from casecheck.cli.options import (
    AsOf,
    CorrectionsOption,
    Jobs,
    LangOption,
    NoColor,
    NoCorrections,
    Paths,
    Scope,
    ScopeOption,
    Stage,
    StageOption,
    Unit,
    UnitOption,
    settings_from,
)


class Format(StrEnum):
    """The formats of the facts."""

    TERMINAL = "terminal"
    JSON = "json"


def command(
    paths: Paths,
    format_: Annotated[Format, typer.Option("--format", help=say("输出格式", "output format"))] = Format.TERMINAL,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar="NAME", help=say("只列出此名称（或前缀）的事实", "only facts whose name begins so")
        ),
    ] = None,
    paper: Annotated[
        str | None,
        typer.Option(
            "--paper",
            metavar="FORM",
            help=say("只列出此文书（名称或编号）的事实", "only facts of this 文书 (form or id)"),
        ),
    ] = None,
    stage: StageOption = Stage.AUTO,
    scope: ScopeOption = Scope.AUTO,
    unit: UnitOption = Unit.AUTO,
    as_of: AsOf = None,
    corrections: CorrectionsOption = None,
    no_corrections: NoCorrections = False,
    no_color: NoColor = False,
    jobs: Jobs = 1,
    lang: LangOption = None,
) -> None:
    """List the 文书 found, the facts with their places, the timeline, the steps and the periods; exit code 3 when a file could not be read."""
    from casecheck.checklist.load import load_vocabulary
    from casecheck.checklist.load_law import load_law
    from casecheck.checklist.place import checklists_root
    from casecheck.cli.progress import progress_on_terminal
    from casecheck.model.report import Tables
    from casecheck.report.reading import narrowed, reading_json
    from casecheck.report.reading_terminal import print_reading
    from casecheck.report.screen import Screen, console_on_output
    from casecheck.run import facts_of, read_dossiers, tables

    settings = settings_from(
        as_of=as_of,
        lang=lang,
        stage=stage,
        scope=scope,
        unit=unit,
        jobs=jobs,
        corrections=corrections,
        correct=not no_corrections,
    )
    vocabulary = load_vocabulary(checklists_root())
    law = load_law(checklists_root())
    names = list(vocabulary.facts.values())
    with progress_on_terminal(settings.language, quiet=False) as progress:
        cases = [facts_of(d, settings, vocabulary) for d in read_dossiers(paths, settings, vocabulary, progress)]
    shown = [narrowed(case, name, paper) for case in cases]
    worked = [Tables() if name or paper else tables(case, law, settings) for case in cases]
    if format_ is Format.JSON:
        typer.echo(reading_json(shown, worked, [] if name or paper else names, settings.language), nl=False)
    else:
        screen = Screen(console_on_output(colour=not no_color), settings.language)
        print_reading(shown, worked, vocabulary, screen, papers=not (name or paper))
    unread = not cases or any(file.failed for case in cases for file in case.dossier.files)
    raise typer.Exit(3 if unread else 0)
