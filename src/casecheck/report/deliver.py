"""A report in a format, to standard output or to a file."""

import sys
from pathlib import Path

from casecheck.errors import CaseCheckError
from casecheck.model.report import RunReport
from casecheck.model.words import Language, Words


def deliver(
    report: RunReport,
    form: str,
    path: Path | None,
    language: Language,
    *,
    show_all: bool = False,
    quiet: bool = False,
    colour: bool = True,
) -> None:
    """Write the report as `terminal` or `json`; CaseCheckError when the file cannot be written."""
    if form == "json":
        from casecheck.report.json_report import render

        _write(render(report, language, show_all=show_all), path)
        return
    from casecheck.report.screen import console_on_output, plain_console
    from casecheck.report.terminal import print_report

    if path is None:
        print_report(report, console_on_output(colour=colour), language, quiet=quiet, every=show_all)
        return
    console = plain_console()
    with console.capture() as capture:
        print_report(report, console, language, quiet=quiet, every=show_all)
    _write(capture.get().encode(), path)


def _write(content: bytes, path: Path | None) -> None:
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CaseCheckError(
            Words(zh=f"无法写入 {path}：{error.strerror}", en=f"cannot write {path}: {error.strerror}")
        ) from error
