"""Visual lines → paragraphs, by what a reader sees: short lines, indents, centred lines, larger type, gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from casecheck.sources.pdf_lines import VisualLine, is_wide

_INDENT = 1.2
_LARGE_INDENT = 6.0
_CANNOT_START = frozenset("，。、；：？！）》〉】〕」』”’,.;:?!)]}%％")
_FEW_LINES = 12
_VALUE_GAP = 2.0
"""A label and its value, set in columns without rulings, lie at least so many characters apart."""
_LEAST_RIGHT = 0.6
_LABEL = re.compile(r"[^，。；：:]{1,20}[：:]|[（(][^（(]+[）)]$|\d{4} ?年[\d 年月日]+$")
"""A line of this shape is an entry of its own: a label, a heading in brackets, the date of a signature."""
_COPIES = re.compile(r"本(?:文书|决定书|通知书|告知书)一式")
_ENTRY = re.compile(r"[^，。；：:、（(“]{2,8}[：:]")
_CANNOT_END = frozenset("（《〈【〔「『“‘([{")


@dataclass(frozen=True, slots=True)
class Margins:
    """The left and right edge that full lines of the text reach, and the width of a character in them, in points."""

    left: float
    right: float
    em: float


@dataclass(slots=True)
class Paragraph:
    """Lines that make one paragraph. `open_end`: its last line is full, so it may run on over the page."""

    lines: list[VisualLine]
    centred: bool
    open_end: bool = False


def find_margins(lines: Sequence[VisualLine], width: float) -> Margins | None:
    """The margins of a text on pages of that width, told from all its lines; None where there are none."""
    if not lines:
        return None
    longest = sorted(lines, key=lambda line: line.x1 - line.x0, reverse=True)
    widest = longest[0].x1 - longest[0].x0
    full = [line for line in longest if line.x1 - line.x0 > 0.9 * widest]
    em = median(line.em for line in full)
    rights = sorted(line.x1 for line in full)
    lefts = sorted(line.x0 for line in lines)
    # The outermost value may be one line that hangs over; a few lines must agree.
    right = rights[-1 - len(rights) // 10]
    left = next((x for x in lefts if sum(1 for other in lefts if abs(other - x) < em / 2) * 12 >= len(lefts)), lefts[0])
    reaching = sum(1 for line in lines if abs(line.x1 - right) < 0.7 * em)
    doubtful = len(lines) < _FEW_LINES and (reaching < 3 or right < _LEAST_RIGHT * width)
    if doubtful and width - left - right > 3 * em:
        # Where no line is full (a cover, a list of short entries), the right margin is taken to be as wide as the left.
        # Longer texts are trusted instead: some programs set a small page into the corner of a large one.
        right = width - left
    return Margins(left, right, em)


def group(lines: Sequence[VisualLine], margins: Margins) -> list[Paragraph]:
    """The paragraphs of lines that follow one another without a table between them."""
    pitch = _pitch(lines)
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and not _parts(paragraphs[-1], line, margins, pitch):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph([line], is_centred(line, margins)))
    for paragraph in paragraphs:
        paragraph.open_end = not _stands_alone(paragraph, margins) and _is_full(paragraph.lines[-1], None, margins)
    return paragraphs


def runs_on(last: Paragraph, following: Paragraph, margins: Margins) -> bool:
    """Whether the paragraph at the head of a page goes on with the one at the end of the page before."""
    first = following.lines[0]
    if not last.open_end and first.text[0] not in _CANNOT_START:
        return False
    if following.centred or not _same_size(last.lines[-1], first):
        return False
    if first.x0 - margins.left >= _INDENT * first.em:
        return False
    return first.text[0] in _CANNOT_START or _is_full(last.lines[-1], first, margins)


def is_centred(line: VisualLine, margins: Margins) -> bool:
    """Whether the line is set in the middle, clearly away from both margins."""
    left, right = line.x0 - margins.left, margins.right - line.x1
    if min(left, right) <= 1.5 * line.em:
        return False
    if left < 3 * line.em:
        # The usual indent of a paragraph: only a title, set larger or short and exactly in the middle, stands so.
        is_title = line.em > 1.15 * margins.em or line.x1 - line.x0 < 0.6 * (margins.right - margins.left)
        return is_title and abs(left - right) < 0.4 * line.em and not _ends_sentence(line)
    return abs(left - right) < max(2.0 * line.em, 0.12 * (left + right))


def _pitch(lines: Sequence[VisualLine]) -> float:
    steps = [b.middle - a.middle for a, b in pairwise(lines) if b.middle - a.middle > 0.5 * a.em]
    return median(steps) if steps else 0.0


def _parts(paragraph: Paragraph, line: VisualLine, margins: Margins, pitch: float) -> bool:
    """Whether a new paragraph begins with the line."""
    last = paragraph.lines[-1]
    far = pitch and line.middle - last.middle > 1.7 * max(pitch, last.em)
    # A title may be broken over lines; each is centred by itself, so they are kept apart.
    if far or not _same_size(last, line) or _stands_alone(paragraph, margins) or _COPIES.match(line.text):
        return True
    row = _begins_row(paragraph, line)
    if row is not None:
        return row
    if is_centred(line, margins):
        return not _is_rest(paragraph, line, margins)
    indent = line.x0 - margins.left
    if line.text[0] in _CANNOT_START or indent > _LARGE_INDENT * line.em:
        return indent > _LARGE_INDENT * line.em
    if indent < _INDENT * line.em:
        return _is_entry(paragraph, line) or not (_is_full(last, line, margins) or _is_cut(paragraph, line, margins))
    return not (_is_full(last, line, margins) and _hangs(paragraph, line))


def _begins_row(paragraph: Paragraph, line: VisualLine) -> bool | None:
    """Whether the line is a new row of labels and values (True), the rest of a value (False), or neither (None)."""
    last = paragraph.lines[-1]
    values = _value_starts(paragraph.lines[0])
    if not values or last.text.count("（") > last.text.count("）"):
        return None
    if _meet(values, _value_starts(line), line.em):
        return True
    return False if _meet(values, [line.x0], line.em) and not _ends_sentence(last) else None


def _value_starts(line: VisualLine) -> list[float]:
    """Where text goes on after the wide gaps of a line: the values of a table without rulings stand so."""
    if " " not in line.text or len(line.edges) <= len(line.text):
        return []
    return [
        line.edges[index + 1]
        for index, char in enumerate(line.text)
        if char == " " and line.edges[index + 1] - line.edges[index] >= _VALUE_GAP * line.em
    ]


def _meet(starts: Sequence[float], others: Sequence[float], em: float) -> bool:
    return any(abs(one - other) < 0.3 * em for one in starts for other in others)


def _is_rest(paragraph: Paragraph, line: VisualLine, margins: Margins) -> bool:
    """Whether the few characters of a centred line are what did not fit into the one before (a long 文号)."""
    last = paragraph.lines[-1]
    flush = last.x0 - margins.left < 0.6 * last.em
    return flush and len(line.text) <= 4 and _is_full(last, line, margins) and not _ends_sentence(last)


def _is_entry(paragraph: Paragraph, line: VisualLine) -> bool:
    """Whether the line opens an entry (`联系电话：…`) below an entry or a finished sentence."""
    last = paragraph.lines[-1]
    # An entry that fills its line ends in a number; where it ends in a word, its sentence may go on.
    below_entry = len(paragraph.lines) == 1 and _LABEL.match(last.text) and not is_wide(last.text[-1])
    return bool(_ENTRY.match(line.text) and (below_entry or last.text.endswith("。")))


def _stands_alone(paragraph: Paragraph, margins: Margins) -> bool:
    """Whether it is a title or a signature: set in the middle or far to the right."""
    first = paragraph.lines[0]
    return paragraph.centred or first.x0 - margins.left > _LARGE_INDENT * first.em


def _is_cut(paragraph: Paragraph, line: VisualLine, margins: Margins) -> bool:
    """Whether the last line was broken early by the program that set it, and a line at the margin goes on with it.

    So it is after a hyphen, and where a paragraph stops in the middle of a sentence: with an indented head the next
    line would be indented too, without one the line must be long.
    """
    first, last = paragraph.lines[0], paragraph.lines[-1]
    if last.text.endswith("-") and not last.text.endswith("--") and len(last.text) > 1:
        return True
    if _ends_sentence(last) or _LABEL.match(line.text):
        return False
    reach = (last.x1 - margins.left) / (margins.right - margins.left)
    if _INDENT < (first.x0 - margins.left) / first.em < 4:
        return len(paragraph.lines) > 1 or reach > 0.6
    return len(paragraph.lines) > 1 and reach > 0.75


def _hangs(paragraph: Paragraph, line: VisualLine) -> bool:
    """Whether the paragraph is set in from the left as a whole, or from its second line on."""
    last = paragraph.lines[-1]
    if abs(line.x0 - last.x0) > 0.5 * line.em:
        return len(paragraph.lines) == 1 and 0 < line.x0 - last.x0 < 4 * line.em and _label_ends(last, line.x0)
    # Two full lines at the same indent: a block set in, unless each begins a paragraph, which a full line cannot tell.
    return len(paragraph.lines) > 1 or not _ends_sentence(last)


def _label_ends(line: VisualLine, at: float) -> bool:
    """Whether an item label (`1、`, `证据一：`) of the line ends where the next line begins."""
    for position, edge in enumerate(line.edges[:-1]):
        if abs(edge - at) < 0.4 * line.em:
            head = line.text[:position].strip()
            return 0 < len(head) <= 5 and head[-1] in "、.．：:）)" and position < 6
    return False


def _is_full(line: VisualLine, following: VisualLine | None, margins: Margins) -> bool:
    """Whether the line ends for want of room: what comes next would not have fitted."""
    room = margins.right - line.x1
    if room < 0.6 * line.em:
        return True
    if following is None:
        return room < 2.2 * line.em
    return room < _first_width(following, line.text[-1:])


def _first_width(line: VisualLine, before: str) -> float:
    """The width of what may not be broken at the head of a line."""
    text, edges = line.text, line.edges
    end = 0
    while end < len(text) - 1 and text[end] in _CANNOT_END:
        end += 1
    end += 1
    if not is_wide(text[end - 1]):
        while end < len(text) and not is_wide(text[end]) and text[end] != " ":
            end += 1
    closing = 0
    while end < len(text) and (text[end] in _CANNOT_START or (closing and text[end].isdigit())):
        closing += text[end] in _CANNOT_START
        end += 1
    width = edges[end] - edges[0] if len(edges) > end else line.em * end
    # Several signs that may not begin a line are squeezed or hung differently by each program.
    slack = 0.35 * line.em + (0.5 * line.em if closing > 1 else 0.0)
    # An opening bracket or quote would have come over together with what follows it.
    return width + slack + (line.em if before in _CANNOT_END else 0.0)


def _ends_sentence(line: VisualLine) -> bool:
    return line.text.rstrip()[-1:] in frozenset("。；：！？”）")


def _same_size(one: VisualLine, other: VisualLine) -> bool:
    # The size of a line without Chinese is an estimate.
    exact = any(map(is_wide, one.text)) and any(map(is_wide, other.text))
    return abs(one.em - other.em) <= (0.12 if exact else 0.35) * max(one.em, other.em)
