"""Where one 文书 ends and the next begins.

A 文书 begins where a title stands as a title: at the head of a page, set off, standing alone, with its number or its
labels below. A catalogue entry, a running mention, a cell that lists titles and a running header begin nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from casecheck.dossier.body import Body, Item
from casecheck.dossier.layout import Layouts
from casecheck.dossier.own_number import head_number, line_number, own_number, prints_number
from casecheck.dossier.starts import (
    FORM_NUMBER,
    Start,
    after_an_end,
    is_further_page,
    is_quoted,
    masthead,
    with_preamble,
)
from casecheck.dossier.titles import TitleMatch, Titles, is_masthead
from casecheck.model.source import BlockKind
from casecheck.text.docno import find_numbers
from casecheck.text.folded import fold_text

CATALOGUE = "卷内文件目录"

_ENOUGH = 4.0
_HEAD = 3.0
_UNTITLED = 5.0
"""What a layout must score to start a paper in the middle of a file."""
_NUMBERED = 2.0
_LABELLED = 2
_LOOK_AHEAD = 14
_LETTERS = 4
"""A title has at least so many different characters; a broken font prints one for all."""
_HEAD_BLOCKS = 6
"""Where the first labels of a form stand: what a paper begins with and a further page of it does not."""
_JOINED = 3
_LISTED = -3.0
_CATALOGUED = -4.0
_RUNNING = -4.0
_PAPER_WORD = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9（）、/“”]{2,36}(?:书|表|单|函|笔录|报告|记录|清单|通知|证明|证|公告|意见|回执|申请|声明|目录|凭证|票据|协议|说明|决定|批复|请示|截图|照片|复印件|图|卡|名单|方案|须知|纪要|簿|信息|材料|明细|台账|账单)"
)


class Splitter:
    """Finds the starts of 文书 in the body of one file."""

    def __init__(self, titles: Titles, layouts: Layouts) -> None:
        self._titles = titles
        self._layouts = layouts

    def starts(self, body: Body) -> list[Start]:
        """All starts in their order. Blocks before the first start belong to no titled 文书."""
        found: list[Start] = []
        index = 0
        while index < len(body.items):
            start = self._start(body, index, found[-1] if found else None)
            if start is None:
                index += 1
                continue
            if found and start.match and is_quoted(body, start, found[-1]):
                found[-1] = replace(found[-1], doubtful=True)
                index = start.title_end
                continue
            found.append(start)
            index = start.title_end
        return with_preamble(body, found) or self._headed(body)

    def _headed(self, body: Body) -> list[Start]:
        """The start of a file whose only title stands in the header of its pages (the body begins with the labels)."""
        headers = [fold_text(b.text) for b in body.source.blocks if b.kind is BlockKind.HEADER]
        matches = [m for text in headers if (m := self._titles.match(text)) and m.lead > 1 and not m.weak]
        named = next((m for m in matches if not m.continued), None)
        if named is None or not body.items or any(m.form is not named.form for m in matches):
            return []
        number = head_number(body.items) or next(filter(None, map(line_number, headers)), None)
        return [Start(first=0, title_at=0, title_end=0, title=named.title, score=_ENOUGH, match=named, number=number)]

    def _start(self, body: Body, index: int, current: Start | None) -> Start | None:
        candidate = self._title_at(body, index)
        if candidate is None:
            return self._unknown(body, index, current) or self._untitled(body, index, current)
        match, end = candidate
        if match.continued:
            return None
        lowest = current.title_end if current else 0
        score = self._score(body, index, end, match, current)
        if score < _ENOUGH or (current and self._goes_on(body, index, end, match, current)):
            return None
        first = masthead(body, index, lowest, match.title)
        return Start(
            first=first,
            title_at=index,
            title_end=end,
            title=match.title,
            score=score,
            match=match,
            number=own_number(body, first, index, end),
        )

    def _title_at(self, body: Body, index: int) -> tuple[TitleMatch, int] | None:
        """The title that begins in this block, and the index after its last block."""
        item = body.items[index]
        if not item.text or (item.cell and not body.heads_table(index)):
            return None
        match = self._among_lines(item) or self._titles.match(item.text)
        if match:
            return match, index + 1
        text = item.text
        for end in range(index + 1, min(index + _JOINED, len(body.items))):
            following = body.items[end]
            if following.cell or following.block.page != item.block.page or following.block.page_break_before:
                break
            text += following.text
            match = self._titles.match(text)
            if match and match.at < len(text) - len(following.text):
                return match, end + 1
        return None

    def _among_lines(self, item: Item) -> TitleMatch | None:
        """A title among the first lines of a block that also holds the authority or the number."""
        lines = item.lines
        for start in range(len(lines)):
            if any(not is_masthead(line) for line in lines[:start]):
                return None
            for end in range(start + 1, min(start + _JOINED, len(lines)) + 1):
                match = self._titles.match("".join(lines[start:end]))
                if match and match.at < len(lines[start]) and (end == len(lines) or _after_title(lines[end])):
                    return match
        return None

    def _score(self, body: Body, index: int, end: int, match: TitleMatch, current: Start | None) -> float:
        head = body.at_head(index)
        if match.weak and not (head and (body.set_off(index) or end == len(body.items) or not current)):
            return 0.0
        score = match.lead + body.set_off(index) + (_HEAD if head else 0.0) + (1.0 if body.ended(index) else 0.0)
        if body.items[index].cell:
            score += 1.0
        if body.in_sentence(index):
            score += _RUNNING
        if index and body.items[index - 1].text and is_masthead(body.items[index - 1].text):
            score += 1.0
        labels = self._layouts.labels_in(match.form, self._ahead(body, end))
        score += min(labels, _LABELLED)
        listed = current is not None and current.form is not None and current.form.name == CATALOGUE
        if listed and labels < _LABELLED:
            # An entry of a catalogue may carry the number of its paper, but never the labels of the form.
            score += _CATALOGUED
        elif prints_number(body, index, end):
            score += _NUMBERED
        if self._listed(body, index, end) and labels < _LABELLED:
            score += _LISTED
        return score

    def _listed(self, body: Body, index: int, end: int) -> bool:
        """Whether another title stands just above or below: titles under one another are a list."""
        neighbours = []
        if end < len(body.items) and not body.opens_page(end):
            neighbours.append(body.items[end])
        if not body.opens_page(index):
            neighbours.append(body.items[index - 1])
        return any(self._titles.match(item.text) for item in neighbours if not item.cell)

    def _goes_on(self, body: Body, index: int, end: int, match: TitleMatch, current: Start) -> bool:
        """Whether a title that is printed again only heads another page of the current 文书."""
        if current.form is not match.form or current.match is None:
            return False
        if not body.opens_page(index) and index - current.title_end < _JOINED and not body.items[index].cell:
            return True
        if match.words != current.match.words:
            return False
        further = is_further_page(body, index, current)
        if further is not None:
            return further
        number = own_number(body, index, index, end)
        if number:
            return number == current.number
        below, first = body.items[end : end + _HEAD_BLOCKS], body.items[current.title_end :][:_HEAD_BLOCKS]
        return not self._layouts.shared_labels(match.form, below, first)

    def _unknown(self, body: Body, index: int, current: Start | None) -> Start | None:
        """The start of a paper whose title the vocabulary does not have."""
        item = body.items[index]
        if item.cell or not body.at_head(index) or is_masthead(item.text):
            return None
        if body.set_off(index) < 1.5 and not self._titles.is_other(item.text):
            return None
        head = masthead(body, index, 0)
        if current is not None and not (body.items[head].block.page_break_before or after_an_end(body, index)):
            return None
        if current is not None and item.text in (current.title, FORM_NUMBER.sub("", current.title)):
            return None
        if not _PAPER_WORD.fullmatch(item.text) or len(set(item.text)) < _LETTERS or self._title_below(body, index):
            return None
        first = masthead(body, index, current.title_end if current else 0, item.text)
        number = own_number(body, first, index, index + 1)
        return Start(first=first, title_at=index, title_end=index + 1, title=item.text, score=_HEAD, number=number)

    def _untitled(self, body: Body, index: int, current: Start | None) -> Start | None:
        """The start of a paper that prints no title: a new page, laid out as another form, after a paper that ended."""
        if index == 0 or not body.opens_page(index) or not body.ended(index):
            return None
        last = next((n for n in range(index + 1, len(body.items)) if body.opens_page(n)), len(body.items))
        if any(self._title_at(body, n) for n in range(index, min(index + _HEAD_BLOCKS, last))):
            return None
        guess = self._layouts.guess(body.items[index:last], enough=_UNTITLED)
        if guess is None or (current is not None and guess.form is current.form):
            return None
        return Start(first=index, title_at=index, title_end=index + 1, title="", score=_HEAD, guess=guess)

    def _ahead(self, body: Body, end: int) -> Sequence[Item]:
        """The blocks below a title on which its head stands: on the same page, before any other title."""
        last = end
        while last < min(end + _LOOK_AHEAD, len(body.items)) and not body.opens_page(last):
            if not body.items[last].cell and self._titles.match(body.items[last].text):
                break
            last += 1
        return body.items[end:last]

    def _title_below(self, body: Body, index: int) -> bool:
        """Whether a known title stands just below: the block is then a line of its masthead (`24 行政处罚告知书`)."""
        for step in range(index + 1, min(index + _JOINED + 1, len(body.items))):
            if body.opens_page(step):
                return False
            if self._title_at(body, step):
                return True
        return False


def _after_title(line: str) -> bool:
    numbers = find_numbers(line)
    return bool(numbers) or is_masthead(line) or "：" in line
