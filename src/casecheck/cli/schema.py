"""`casecheck schema`: the JSON Schemas that ship with the package."""

from importlib.resources import files
from typing import Annotated

import typer

from casecheck.cli.language import say

FOLDERS = ("casecheck.report.schemas", "casecheck.checklist.schemas")


def command(
    name: Annotated[
        str | None, typer.Argument(help=say("名称；不给则列出", "a name; without one they are listed"))
    ] = None,
) -> None:
    """Print one JSON Schema, or the names of all; exit code 2 for an unknown name."""
    found = {
        entry.name.removesuffix(".json"): entry
        for folder in FOLDERS
        for entry in files(folder).iterdir()
        if entry.name.endswith(".json")
    }
    if name is None:
        for known in sorted(found):
            typer.echo(known)
        return
    if name not in found:
        from casecheck.errors import CaseCheckError
        from casecheck.model.words import Words

        known = " ".join(sorted(found))
        raise CaseCheckError(
            Words(
                zh=f"没有名为 {name} 的JSON Schema；可用：{known}", en=f"there is no schema {name}; there are: {known}"
            )
        )
    typer.echo(found[name].read_text(encoding="utf-8"), nl=False)
