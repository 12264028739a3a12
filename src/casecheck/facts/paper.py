"""One 文书 as the extractors see it: its folded text, its cells, and facts with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import Fact, Origin, Value
from casecheck.model.source import Block, BlockKind
from casecheck.model.vocabulary import Form
from casecheck.text.citations import mask_quoted
from casecheck.text.folded import fold_text
from casecheck.text.passage import Passage

_UNREAD = (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.DELETED, BlockKind.COMMENT)
_SENTENCE_END = "。；：！？!?…"
_NEW_LINE_STARTS = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．.：]|\d{1,2}[、．.)）：]|第[一二三四五六七八九十]+[条、，]|[①-⑳]|证据)"
)
_LABEL_LINE = re.compile(
    r"(?:当事人|名称|被处罚|主体资格|统一|住所|住址|地址|经营|法定|负责人|身份证|证件|联系|电话|案由|执法人员|办案|附[：件]|字号|企业类型|行政处罚|被?询问人|记录人|检查人|见证人|提取人|抽样人|送达人|收件人|承办人|签名|盖章|日期|时间|地点)"
    r"[^。，；：“”《]{0,18}："
)
_SIGNATURE = re.compile(r"[\u4e00-\u9fff]{4,30}(?:局|所|委员会|大队|政府)(?:（印章）)?|[^。]{0,40}（签名")
_SIGNER_LINE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:人|人员|者|单位)(?:（[^（）]{1,16}）)?：(?!“)")
"""`提供人：`, `复制人（签名）：`: a signature below a text that ends without a full stop."""
_NUMBER_LINE = re.compile(r"[^，。；：]{2,50}号")
_LONE_DATE = re.compile(r"[0-9二〇○零一]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日")
_DATED = re.compile(r"\d{4}年")
_LONGEST_HEADING = 24
_OPEN_END = "（《“第"
"""What ends a line never ends a sentence: what it opens stands on the next line, whatever that looks like (`第（` / `一）项`)."""
_ARTICLE_LINE = re.compile(r"第[一二三四五六七八九十百]{1,5}条")
"""A further article of a list that the line before did not end."""
_SHORTEST_RUN_ON = 15
"""A line shorter than this is a title, a label or a signature, not a sentence that runs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A 文书 ready for reading.

    `text` is the folded text; a line feed stands between blocks, except inside a sentence that a reader had to break.
    `masked` is `text` with quoted statute text blotted out (same length). `spans` are the blocks in `text`.
    `whole`: nothing of it is known to be unread, so that what it does not say may be called absent.
    """

    document: CaseDocument
    form: Form | None
    passage: Passage
    text: str
    masked: str
    offsets: tuple[int, ...]
    spans: tuple[tuple[int, int, Block], ...]
    whole: bool = True

    @property
    def short(self) -> str:
        """The word that starts the names of its facts; empty for a paper of no known form."""
        return self.form.short if self.form else ""

    def fact(
        self,
        name: str,
        kind: str,
        value: Value,
        start: int,
        end: int,
        *,
        how: str = "prose",
        origin: Origin = Origin.EXTRACTED,
        about: str | None = None,
        masked: bool = False,
        confidence: float = 1.0,
    ) -> Fact:
        """The fact that stands at `text[start:end]`. A name without a dot is a field of this paper."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]
        return Fact(
            name=name if "." in name else f"{self.short}.{name}",
            type=kind,
            value=value,
            raw=self.passage.raw(first, last),
            places=self.passage.places(first, last),
            document=self.document.id,
            origin=origin,
            how=how,
            about=about,
            masked=masked,
            confidence=confidence,
        )

    def gap(self, position: int, *, in_line: bool = False) -> bool:
        """Whether white space is printed before the character at a position (folded text has none).

        `in_line`: the end of a line of a running paragraph is none.
        """
        first, last = self.offsets[position - 1], self.offsets[position] + 1
        places = self.passage.places(first, last)
        if len(places) > 1:
            return True
        block = self.passage.block_at(first)
        printed = block.text[places[0].start : places[0].end][1:-1]
        if in_line and block.kind is not BlockKind.CELL and block.page is not None:
            printed = printed.replace("\n", "")
        return printed != ""

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The span of the sentence around a position."""
        start = max(self.masked.rfind("。", 0, position), self.masked.rfind("\n", 0, position)) + 1
        ends = [e for e in (self.masked.find("。", position), self.masked.find("\n", position)) if e >= 0]
        return start, min(ends, default=len(self.masked))


def open_paper(document: CaseDocument, form: Form | None, *, whole: bool = True) -> Paper:
    """The 文书 as a `Paper`; headers, footers, deleted text and comments are left out."""
    passage = Passage(list(_body(document)))
    text, offsets, spans = _prose(passage)
    return Paper(
        document=document,
        form=form,
        passage=passage,
        text=text,
        masked=mask_quoted(text),
        offsets=offsets,
        spans=spans,
        whole=whole,
    )


def _body(document: CaseDocument) -> Iterator[Block]:
    """The blocks to read. A lone date at the foot of a page is the date of signing where the body gives none."""
    dated = any(b.kind is BlockKind.PARAGRAPH and _LONE_DATE.fullmatch(fold_text(b.text)) for b in document.blocks)
    for block in document.blocks:
        if block.kind not in _UNREAD or (
            block.kind is BlockKind.FOOTER and not dated and _LONE_DATE.fullmatch(fold_text(block.text))
        ):
            yield block


def _prose(passage: Passage) -> tuple[str, tuple[int, ...], tuple[tuple[int, int, Block], ...]]:
    """The text of the passage without the line feeds that cut a sentence, and the way back to its offsets."""
    full = passage.text
    drop: set[int] = set()
    spans = list(passage.spans)
    for (start, end, block), (following, after, second) in pairwise(spans):
        if following == end + 1 and _runs_on(full[start:end], full[following:after], block, second):
            drop.add(end)
    offsets = [i for i in range(len(full)) if i not in drop]
    back = {old: new for new, old in enumerate(offsets)}
    text = "".join(full[i] for i in offsets)
    moved = []
    for start, end, block in spans:
        if start < end:
            moved.append((back[start], back[end - 1] + 1, block))
    return text, (*offsets, len(full)), tuple(moved)


def _runs_on(line: str, following: str, block: Block, second: Block) -> bool:
    """Whether a line of a page is the beginning of a sentence that the next block continues."""
    if block.kind is not BlockKind.PARAGRAPH or second.kind is not BlockKind.PARAGRAPH or block.page is None:
        return False
    if len(line) < _SHORTEST_RUN_ON or line[-1] in _SENTENCE_END or second.centred or second.page_break_before:
        return False
    if line[-1] in _OPEN_END or (line[-1] in "、，" and _ARTICLE_LINE.match(following)):
        return True
    return not (_ends_here(line, following, block) or _begins_anew(following))


def _ends_here(line: str, following: str, block: Block) -> bool:
    """Whether a line is a heading, a number, a signature or an entry of the party block."""
    if len(line) < _LONGEST_HEADING and (block.centred or _NEW_LINE_STARTS.match(line)):
        return True
    if _NUMBER_LINE.fullmatch(line) or ("（签名" in line and _SIGNATURE.match(line)):
        return True
    return bool(_LABEL_LINE.match(line) and _DATED.match(following))


def _begins_anew(following: str) -> bool:
    """Whether a line opens an item, an entry or a signature."""
    return bool(
        _SIGNATURE.fullmatch(following)
        or _NEW_LINE_STARTS.match(following)
        or _LABEL_LINE.match(following)
        or _SIGNER_LINE.match(following)
    )
