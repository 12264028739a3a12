"""Pictures in a DOCX: how many there are, and which are as large as a page."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from lxml import etree

from casecheck.model.place import Place
from casecheck.model.source import Block, BlockKind
from casecheck.sources.docx_names import WP, A, R, V, whole

_EMU = 12_700
"""English Metric Units in a point."""
_HALF_PAGE = 0.5 * 595 * 842
"""Half the area of an A4 page in square points: a picture larger than this is taken for the scan of a paper."""
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_LETTER = re.compile(r"[^\W\d_]")


def picture_stretches(blocks: Sequence[Block], pictured: Collection[int]) -> Iterator[tuple[Place, int]]:
    """Stretches of the body between page breaks with pictures and no text: where each begins, in how many places they stand.

    `pictured` are the indices of blocks in which, or after which, a picture stands.
    """
    body = [b for b in blocks if b.part == "body" and b.kind not in (BlockKind.DELETED, BlockKind.COMMENT)]
    opening = [n for n, block in enumerate(body) if n == 0 or block.page_break_before]
    for first, end in pairwise([*opening, len(body)]):
        stretch = body[first:end]
        count = sum(block.index in pictured for block in stretch)
        if count and not any(_LETTER.search(block.text) for block in stretch):
            yield stretch[0].place(), count


def is_picture(element: etree._Element) -> bool:
    """Whether the element shows a picture, or a diagram or chart whose words stand in another part."""
    tag = element.tag
    if tag == A + "blip":
        return bool(element.get(R + "embed") or element.get(R + "link"))
    if tag == V + "imagedata":
        return bool(element.get(R + "id"))
    return isinstance(tag, str) and tag.endswith(("/diagram}relIds", "/chart}chart"))


def is_page_sized(drawing: etree._Element) -> bool:
    """Whether a `w:drawing`, `w:pict` or `w:object` shows its picture at half a page or more."""
    extent = next(drawing.iter(WP + "extent"), None)
    if extent is not None:
        return whole(extent.get("cx")) / _EMU * (whole(extent.get("cy")) / _EMU) >= _HALF_PAGE
    for shape in drawing.iter(V + "shape", V + "rect"):
        sides = {name: float(size) * _POINTS.get(unit or "pt", 1.0) for name, size, unit in _sides(shape)}
        if sides.get("width", 0.0) * sides.get("height", 0.0) >= _HALF_PAGE:
            return True
    return False


def _sides(shape: etree._Element) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = _SIDE.findall(shape.get("style") or "")
    return found
