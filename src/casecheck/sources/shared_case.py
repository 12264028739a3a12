"""Whether files tell of one case: a shared party or case number (案号、文号)."""

import re
from collections.abc import Iterator, Sequence

from casecheck.model.source import BlockKind, SourceText
from casecheck.text.docno import find_numbers
from casecheck.text.folded import fold_text
from casecheck.text.identifiers import is_masked, normalise_name

_PARTY = re.compile(
    r"(?:当事人(?:姓名或者?名称|名称|姓名)?|被处罚(?:人|单位)|受送达(?:人|单位（人）)|被检查(?:人|单位)|被(?:调查|询问)人)"
    r"(?:（[^）]{0,20}）)?：(?P<name>[^：，。；、\s]{2,40}?)(?=$|[，。；]|主体资格|统一社会|性别|法定代表|住所|地址|联系|职务|职业|身份证|民族|年龄)"
)
_LABEL = re.compile(r"(?:当事人(?:姓名或者?名称|名称|姓名)?|被处罚(?:人|单位)|受送达(?:人|单位)|名称|单位名称)")
_CASE_WORD = re.compile(r"[罚处立案告强措听]")
_DECISION = re.compile(r"(?:^|局|厅|委|队|会|府)?(?:不予|当场)?行政处罚决定书$")
_LONGEST_TITLE = 60


def belong_together(texts: Sequence[SourceText]) -> bool:
    """Whether all files that name a party or a case number hang together; files of two decisions never do."""
    if sum(1 for text in texts if _holds_decision(text)) > 1:
        return False
    clues = [found for text in texts if (found := _clues(text))]
    if len(clues) < 2:
        return False
    joined = clues.pop(0)
    while clues:
        sharing = [found for found in clues if found & joined]
        if not sharing:
            return False
        joined = joined.union(*sharing)
        clues = [found for found in clues if not found & joined]
    return True


def _holds_decision(text: SourceText) -> bool:
    return any(
        block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and len(block.text) <= _LONGEST_TITLE
        and _DECISION.search(fold_text(block.text))
        for block in text.blocks
    )


def _clues(text: SourceText) -> set[str]:
    return {clue for clue in _all_clues(text) if not is_masked(clue)}


def _all_clues(text: SourceText) -> Iterator[str]:
    label_before = False
    for block in text.blocks:
        folded = fold_text(block.text)
        if block.kind is BlockKind.CELL:
            if label_before and 2 <= len(folded) <= 40:
                yield normalise_name(folded)
            label_before = bool(_LABEL.fullmatch(folded.rstrip("：")))
        for line in block.text.split("\n"):
            for match in _PARTY.finditer(fold_text(line)):
                yield normalise_name(match["name"])
        for number in find_numbers(folded):
            if number.year and number.serial and _CASE_WORD.search(number.word):
                yield number.name
