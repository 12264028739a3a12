"""The terminal as a sheet: wrapped lines, labels, headings, bullets, in one language.

Readable at 80 columns, without colour and in a cp936 console. Text of a dossier never passes through markup: it is put
into `rich.text.Text` only, and control characters are shown, not sent.
"""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from casecheck.model.words import Language, Words
from casecheck.report.safe import printable
from casecheck.report.wrapping import wrap

WIDTH = 80
"""Columns where nobody looks at a terminal: a pipe, a file."""
WIDEST = 120
"""A line of Chinese longer than this is hard to follow, however wide the window."""


def console_on_output(*, colour: bool = True) -> Console:
    """Standard output: the terminal as it is, or 80 columns without colour. `NO_COLOR` is heeded."""
    console = Console(highlight=False, markup=False, emoji=False, no_color=not colour or None)
    return console if console.is_terminal else plain_console()


def plain_console() -> Console:
    """A console without colour, for a pipe or a file."""
    return Console(highlight=False, markup=False, emoji=False, no_color=True, color_system=None, width=WIDTH)


class Screen:
    """A console and a language, and the few forms in which a report writes."""

    def __init__(self, console: Console, language: Language) -> None:
        self.console = console
        self.language = language

    @property
    def width(self) -> int:
        """Columns to write in."""
        return min(self.console.width, WIDEST)

    def say(self, zh: str, en: str) -> str:
        """One of the two texts."""
        return zh if self.language == "zh" else en

    def blank(self) -> None:
        """An empty line."""
        self.console.print()

    def line(self, text: str, *, indent: int = 0, style: str = "") -> None:
        """A paragraph, wrapped; every line begins at the indent."""
        self.hanging(" " * indent, text, style=style)

    def labelled(self, label: Words, text: str, *, indent: int = 4) -> None:
        """`label: text`, the text wrapped beside the label."""
        head = " " * indent + label.of(self.language) + self.say("：", ": ")
        self.hanging(head, text, head_style="dim")

    def bullet(self, text: str, *, indent: int = 2) -> None:
        """One entry of a list."""
        self.hanging(" " * indent + "- ", text)

    def hanging(self, head: str, text: str, *, style: str = "", head_style: str = "") -> None:
        """The head, and beside it the text, wrapped; on a narrow screen the text goes below the head."""
        margin = cell_len(head)
        if head.strip() and self.width - margin < margin:
            self.console.print(Text(head.rstrip(), style=head_style), soft_wrap=True)
            head, margin = " " * min(4, margin), min(4, margin)
        for number, line in enumerate(wrap(printable(text), self.width - margin)):
            whole = Text(" " * margin if number else head, style=head_style)
            whole.append(line, style=style or ("not dim" if head_style == "dim" else ""))
            self.console.print(whole, soft_wrap=True)

    def listed(self, label: Words, parts: Sequence[str], *, indent: int = 2) -> None:
        """`label: a, b, c`, broken between the parts and not within one."""
        comma = self.say("，", ", ")
        room = self.width - cell_len(" " * indent + label.of(self.language)) - 2
        lines = [""]
        for number, part in enumerate(parts):
            text = part + (comma if number < len(parts) - 1 else "")
            if lines[-1] and cell_len((lines[-1] + text).rstrip()) > room:
                lines.append("")
            lines[-1] += text
        self.labelled(label, "\n".join(line.rstrip() for line in lines), indent=indent)

    def heading(self, title: str) -> None:
        """A section begins."""
        self.blank()
        self.line(f"== {title} ==", style="bold")

    def bar(self, mark: str) -> None:
        """A line across the sheet: a dossier begins, or the sums."""
        self.console.print(Text(mark * min(self.width, 78), style="dim"), soft_wrap=True)
