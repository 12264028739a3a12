"""What paragraphs and runs inherit: from their style, its ancestors and the defaults of the document."""

from dataclasses import dataclass, replace

from lxml import etree

from casecheck.sources.docx_names import VAL, W, is_on, whole

_DEPTH = 32
_TINY = 2.0
"""Points; nobody reads type of this size."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a style settles. `size` is in points; `number` is `(numId, ilvl)`; None means "not said here"."""

    size: float | None = None
    justify: str | None = None
    outline: int | None = None
    number: tuple[str | None, int | None] = (None, None)
    hidden: bool | None = None
    breaks_before: bool | None = None
    name: str = ""

    def under(self, other: "Look") -> "Look":
        """This look, with what `other` says put above it."""
        number_id, level = other.number
        return Look(
            size=self.size if other.size is None else other.size,
            justify=self.justify if other.justify is None else other.justify,
            outline=self.outline if other.outline is None else other.outline,
            number=(
                self.number[0] if number_id is None else number_id,
                self.number[1] if level is None else level,
            ),
            hidden=self.hidden if other.hidden is None else other.hidden,
            breaks_before=self.breaks_before if other.breaks_before is None else other.breaks_before,
            name=other.name or self.name,
        )


class Styles:
    """The styles part. Without one, everything is "not said"."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self._defaults = Look()
        self._default_paragraph = ""
        if root is None:
            return
        for properties in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr"):
            self._defaults = Look(size=run_size(properties))
        for style in root.iterfind(f"{W}style"):
            identity = style.get(W + "styleId", "")
            self._elements[identity] = style
            if style.get(W + "type") == "paragraph" and is_on(style.get(W + "default", "0")):
                self._default_paragraph = identity

    def paragraph(self, properties: etree._Element | None) -> Look:
        """The look of a paragraph with these `w:pPr`."""
        style = properties.find(W + "pStyle") if properties is not None else None
        identity = style.get(VAL, "") if style is not None else self._default_paragraph
        look = self._defaults.under(self._style(identity, 0))
        return look.under(_paragraph_look(properties)) if properties is not None else look

    def character(self, identity: str) -> Look:
        """The look of a character style."""
        return self._style(identity, 0)

    def _style(self, identity: str, depth: int) -> Look:
        if identity in self._looks:
            return self._looks[identity]
        element = self._elements.get(identity)
        if element is None or depth > _DEPTH:
            return Look()
        based = element.find(W + "basedOn")
        look = self._style(based.get(VAL, ""), depth + 1) if based is not None else Look()
        paragraph, run, name = element.find(W + "pPr"), element.find(W + "rPr"), element.find(W + "name")
        if paragraph is not None:
            look = look.under(_paragraph_look(paragraph))
        if run is not None:
            look = look.under(Look(size=run_size(run), hidden=run_hidden(run)))
        if name is not None:
            look = replace(look, name=name.get(VAL, "").lower())
        self._looks[identity] = look
        return look


def run_size(properties: etree._Element) -> float | None:
    """The font size of `w:rPr` in points."""
    element = properties.find(W + "sz")
    half_points = whole(element.get(VAL), 0) if element is not None else 0
    return half_points / 2 if half_points > 0 else None


def run_hidden(properties: etree._Element) -> bool | None:
    """Whether `w:rPr` hides its text; None when it does not say."""
    element = properties.find(W + "vanish")
    return None if element is None else is_on(element.get(VAL))


def run_is_faint(properties: etree._Element, *, on_colour: bool) -> bool:
    """Whether nobody sees text with these `w:rPr`: white where no colour lies under it, or tiny."""
    size = run_size(properties)
    if size is not None and size <= _TINY:
        return True
    colour = properties.find(W + "color")
    is_white = colour is not None and (colour.get(VAL) or "").lower() == "ffffff"
    return is_white and not on_colour and not has_ground(properties)


def has_ground(properties: etree._Element | None) -> bool:
    """Whether `w:rPr`, `w:pPr`, `w:tcPr` or `w:tblPr` lays a colour under its text."""
    if properties is None:
        return False
    if properties.find(W + "highlight") is not None:
        return True
    shade = properties.find(W + "shd")
    return shade is not None and (shade.get(W + "fill") or "auto").lower() not in ("auto", "ffffff")


def _paragraph_look(properties: etree._Element) -> Look:
    justify = properties.find(W + "jc")
    outline = properties.find(W + "outlineLvl")
    breaks = properties.find(W + "pageBreakBefore")
    number_id = level = None
    numbering = properties.find(W + "numPr")
    if numbering is not None:
        identity, depth = numbering.find(W + "numId"), numbering.find(W + "ilvl")
        number_id = identity.get(VAL) if identity is not None else None
        level = whole(depth.get(VAL)) if depth is not None else None
    return Look(
        justify=justify.get(VAL) if justify is not None else None,
        outline=whole(outline.get(VAL), 9) if outline is not None else None,
        number=(number_id, level),
        breaks_before=is_on(breaks.get(VAL)) if breaks is not None else None,
    )
