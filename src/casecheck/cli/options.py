"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from casecheck.cli.language import say
from casecheck.settings import Settings, language_of


class Lang(StrEnum):
    """The two languages."""

    ZH = "zh"
    EN = "en"


class Stage(StrEnum):
    """阶段."""

    AUTO = "auto"
    INVESTIGATION = "investigation"
    REVIEW = "review"
    DECISION = "decision"
    CLOSING = "closing"


class Scope(StrEnum):
    """范围."""

    AUTO = "auto"
    DOSSIER = "dossier"
    DOCUMENT = "document"


class Unit(StrEnum):
    """What one dossier is."""

    AUTO = "auto"
    FILE = "file"
    FOLDER = "folder"


class FailOn(StrEnum):
    """From which severity on a defect fails the run."""

    FATAL = "fatal"
    MAJOR = "major"
    MINOR = "minor"
    ADVISORY = "advisory"
    NEVER = "never"


def _day(text: str | date) -> date:
    if isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(say("日期应写作 YYYY-MM-DD", "write the date as YYYY-MM-DD")) from error


Paths = Annotated[
    list[Path],
    typer.Argument(
        help=say("案卷文件（DOCX、PDF）或文件夹", "dossier files (DOCX, PDF) or folders"), show_default=False
    ),
]
LangOption = Annotated[Lang | None, typer.Option("--lang", help=say("输出语言", "language of the output"))]
StageOption = Annotated[
    Stage, typer.Option(help=say("案件阶段，默认自动判断", "stage of the case; inferred by default"))
]
ScopeOption = Annotated[
    Scope,
    typer.Option(
        help=say("全卷或仅对外文书，默认自动判断", "whole dossier or outward papers only; inferred by default")
    ),
]
RegionOption = Annotated[
    str | None,
    typer.Option(
        "--region",
        metavar="NAME|FOLDER",
        help=say(
            "适用某地另定的数值（overlays 中的名称，或含 overlay.yml 的文件夹）",
            "values a region sets (an overlay, or a folder with overlay.yml)",
        ),
    ),
]
UnitOption = Annotated[
    Unit, typer.Option(help=say("一个文件或一个文件夹为一案", "take each file, or each folder, as one dossier"))
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=_day, metavar="YYYY-MM-DD", help=say("视为今天的日期", "the day that counts as today")
    ),
]
CorrectionsOption = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        help=say(
            "更正表；默认用案卷文件夹中的 corrections.yml，或文件旁的 文件名.corrections.yml",
            "corrections; default corrections.yml in the dossier, or FILE.corrections.yml beside it",
        ),
    ),
]
NoCorrections = Annotated[bool, typer.Option("--no-corrections", help=say("不采用更正表", "leave corrections aside"))]
Jobs = Annotated[int, typer.Option(min=1, help=say("同时读取的进程数", "number of reading processes"))]
NoColor = Annotated[bool, typer.Option("--no-color", help=say("不用颜色", "no colour"))]


def settings_from(
    *,
    as_of: date | None = None,
    lang: Lang | None = None,
    stage: Stage = Stage.AUTO,
    scope: Scope = Scope.AUTO,
    region: str | None = None,
    unit: Unit = Unit.AUTO,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    fail_on: FailOn = FailOn.MAJOR,
    strict: bool = False,
    jobs: int = 1,
    corrections: Path | None = None,
    correct: bool = True,
) -> Settings:
    """The settings that the options of a command give; today is the real day where none is given."""
    return Settings(
        as_of=as_of or date.today(),
        language=language_of(lang.value if lang else None),
        stage=None if stage is Stage.AUTO else stage.value,
        scope=None if scope is Scope.AUTO else scope.value,
        region=region,
        unit=unit.value,
        select=_codes(select),
        ignore=_codes(ignore),
        fail_on=fail_on.value,
        strict=strict,
        jobs=jobs,
        corrections=corrections,
        correct=correct,
    )


def _codes(values: list[str] | None) -> tuple[str, ...]:
    """Codes may be given several times or with commas between them."""
    return tuple(code.strip().upper() for value in values or [] for code in value.split(",") if code.strip())
