"""Element and attribute names of WordprocessingML, as lxml spells them."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL = W + "val"
_OFF = frozenset({"0", "false", "off", "none"})


def is_on(value: str | None) -> bool:
    """Whether a toggle with that `w:val` is on (an absent value means on)."""
    return value is None or value.lower() not in _OFF


def whole(value: str | None, default: int = 0) -> int:
    """The attribute as an integer; `default` when it is absent or is none."""
    try:
        return int(value) if value is not None else default
    except ValueError:
        return default
