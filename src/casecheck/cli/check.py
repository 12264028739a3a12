"""`casecheck check`: the main job and the gate."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from casecheck.cli.language import say
from casecheck.cli.options import (
    AsOf,
    CorrectionsOption,
    FailOn,
    Jobs,
    LangOption,
    NoColor,
    NoCorrections,
    Paths,
    RegionOption,
    Scope,
    ScopeOption,
    Stage,
    StageOption,
    Unit,
    UnitOption,
    settings_from,
)


class Format(StrEnum):
    """The formats of a report."""

    TERMINAL = "terminal"
    JSON = "json"


def command(
    paths: Paths,
    format_: Annotated[Format, typer.Option("--format", help=say("输出格式", "output format"))] = Format.TERMINAL,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            metavar="FMT=FILE",
            help=say("另存一份报告，可重复", "also write a report to a file; repeatable"),
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help=say("只查这些规则（可用前缀）", "only these rules (prefixes)")),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help=say("不查这些规则（可用前缀）", "not these rules (prefixes)")),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option(help=say("达到此程度的缺陷使退出码为1", "defects from this severity on give exit code 1"))
    ] = FailOn.MAJOR,
    strict: Annotated[
        bool, typer.Option("--strict", help=say("需人工判断的也计入退出码", "let questions for a person count, too"))
    ] = False,
    stage: StageOption = Stage.AUTO,
    scope: ScopeOption = Scope.AUTO,
    region: RegionOption = None,
    unit: UnitOption = Unit.AUTO,
    as_of: AsOf = None,
    show_all: Annotated[
        bool,
        typer.Option(
            "--all",
            help=say(
                "每个案卷都全文输出；JSON中列出全部检查结果",
                "every dossier in full; in JSON also the rules that passed or do not apply",
            ),
        ),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help=say("只输出总览和合计", "overview and sums only"))] = False,
    corrections: CorrectionsOption = None,
    no_corrections: NoCorrections = False,
    no_color: NoColor = False,
    jobs: Jobs = 1,
    lang: LangOption = None,
) -> None:
    """Check dossiers; exit code 0 passed, 1 defects, 2 usage, 3 not read, 4 uncertain, 130 interrupted."""
    from casecheck.cli.progress import progress_on_terminal
    from casecheck.run import check
    from casecheck.triage.gate import exit_code

    settings = settings_from(
        as_of=as_of,
        lang=lang,
        stage=stage,
        scope=scope,
        region=region,
        unit=unit,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        strict=strict,
        jobs=jobs,
        corrections=corrections,
        correct=not no_corrections,
    )
    targets = [_target(text) for text in output or []]
    _refuse_overwriting(paths, settings.unit, [path for _, path in targets])
    with progress_on_terminal(settings.language, quiet=quiet) as progress:
        report = check(paths, settings, progress)
    from casecheck.report.deliver import deliver

    deliver(report, format_.value, None, settings.language, show_all=show_all, quiet=quiet, colour=not no_color)
    for kind, path in targets:
        deliver(report, kind, path, settings.language, show_all=show_all, quiet=quiet, colour=False)
    raise typer.Exit(exit_code(report, settings.fail_on, strict=settings.strict))


def _refuse_overwriting(paths: list[Path], unit: str, targets: list[Path]) -> None:
    """A report never takes the place of a paper of the case."""
    from casecheck.sources.discover import discover

    papers = {path.resolve() for group in discover(paths, unit) for path, _ in group.files} if targets else set()
    for target in targets:
        if target.resolve() in papers:
            raise typer.BadParameter(say(f"{target} 是要检查的文件", f"{target} is a file to be checked"))


def _target(text: str) -> tuple[str, Path]:
    kind, equals, path = text.partition("=")
    if not equals or not path or kind not in [f.value for f in Format]:
        known = " ".join(f.value for f in Format)
        raise typer.BadParameter(say(f"应写作 格式=文件，格式可为 {known}", f"write FORMAT=FILE; formats: {known}"))
    return kind, Path(path)
