"""The command `casecheck`. Each command is imported only when it runs, so that `--help` is quick."""

import sys
from typing import NoReturn

import typer

from casecheck.cli import check, explain, facts, rules, schema, text
from casecheck.cli.language import LANGUAGE, say
from casecheck.errors import CaseCheckError

app = typer.Typer(
    name="casecheck",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=say(
        "行政处罚案卷检查：读取案卷（DOCX、PDF），按法制审核的要求检查事实、证据、程序和处理。全程离线。",
        "Checks administrative-penalty case dossiers (DOCX, PDF) as a legal reviewer does. Works offline.",
    ),
)
app.command(name="check", help=say("检查案卷，输出缺陷报告", "check dossiers and print the defect report"))(
    check.command
)
app.command(name="facts", help=say("列出读到的文书和事实", "list the papers and facts that were read"))(facts.command)
app.command(name="text", help=say("输出读到的文字及其位置", "print the text as read, with its places"))(text.command)
app.command(name="explain", help=say("说明一条规则", "explain one rule"))(explain.command)
app.command(name="rules", help=say("列出规则", "list the rules"))(rules.command)
app.command(name="schema", help=say("输出JSON Schema", "print a JSON Schema"))(schema.command)


@app.callback(invoke_without_command=True)
def root(
    version: bool = typer.Option(False, "--version", help=say("输出版本号", "print the version")),
) -> None:
    """Options before the command."""
    if version:
        import casecheck

        typer.echo(f"casecheck {casecheck.__version__}")
        raise typer.Exit


def main() -> NoReturn:
    """Run the command line; a CaseCheckError becomes its message and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a character (cp936) shows `?` instead of ending the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except CaseCheckError as error:
        typer.echo(f"casecheck: {error.message.of(LANGUAGE)}", err=True)
        for detail in error.lines(LANGUAGE):
            typer.echo(detail, err=True)
        if error.hint:
            typer.echo(error.hint.of(LANGUAGE), err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)
