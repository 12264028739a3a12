"""How well a PDF page was read: its verdict, and the problem to tell."""

from casecheck.sources.pdf_page import PageContent
from casecheck.sources.quality import lacks_chinese, verdict

_MANY_OUTLINES = 250
"""A page with more drawn shapes than this and than typed characters has its text drawn as shapes."""


def judge(content: PageContent, *, file_lost: bool) -> tuple[str, str | None]:
    """The verdict on a page (as in `Page`) and the kind of its problem, None where it was read well.

    `file_lost` tells that the file as a whole has lost its Chinese.
    """
    text = content.characters
    word = verdict(text, image_share=content.image_share, paths=content.paths, outlines=content.outlines)
    if word == "text" and file_lost and lacks_chinese(text):
        word = "partial"
    if not content.complete:
        word = "partial"
    if word in ("text", "partial"):
        if content.recognised:
            return "partial", "page-text-layer"
        if content.hides_more or content.outlines > max(_MANY_OUTLINES, len(text)):
            return "partial", "page-mostly-image"
    if word == "text":
        return word, "page-large-image" if content.has_large_image else None
    return word, _KINDS[word]


_KINDS = {
    "image": "page-image-only",
    "garbled": "page-garbled",
    "partial": "page-characters-missing",
    "blank": "page-blank",
}
