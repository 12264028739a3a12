"""Progress of long work: on standard error, and only where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from casecheck.model.words import Language


@contextmanager
def progress_on_terminal(language: Language, *, quiet: bool) -> Iterator[Callable[[int, int, str], None] | None]:
    """A function to call with (done, total, name), or None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    title = "读取" if language == "zh" else "reading"
    console = Console(stderr=True)
    with Progress(
        TextColumn(title, markup=False), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    ) as bar:
        task = bar.add_task(title, total=None)

        def advance(done: int, total: int, _name: str) -> None:
            bar.update(task, completed=done, total=total)

        yield advance
