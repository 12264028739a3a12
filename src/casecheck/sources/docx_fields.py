"""Fields and content controls of a DOCX: what is printed is their result, never their code."""

from dataclasses import dataclass, field

from lxml import etree

from casecheck.sources.docx_names import VAL, W14, W, is_on, whole

CHECKED, EMPTY = "☑", "□"
_PROMPT = ("单击", "点击", "轻触", "Click", "Choose")
"""How the prompts begin that word processors put into controls nobody has filled."""


@dataclass(slots=True)
class FieldCode:
    """Where a paragraph stands between the begin, the separator and the end of its fields, which may be nested."""

    _open: list[bool] = field(default_factory=list)
    _kept: list[str] = field(default_factory=list)

    def printed(self, text: str) -> str:
        """What of a run's text is printed: nothing inside a code."""
        if not any(self._open):
            return text
        self._kept.append(text)
        return ""

    def mark(self, element: etree._Element) -> None:
        """A `w:fldChar`."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        elif kind == "end" and self._open:
            self._open.pop()
        if not any(self._open):
            self._kept.clear()

    def rest(self) -> str:
        """What was kept of a field that never came to its result: it is text after all."""
        return "".join(self._kept) if any(self._open) else ""


def form_value(element: etree._Element) -> str:
    """What a `w:fldChar` of a check box or a drop-down list prints; other fields print their result."""
    data = element.find(W + "ffData")
    if data is None:
        return ""
    box, choice = data.find(W + "checkBox"), data.find(W + "ddList")
    if box is not None:
        state = box.find(W + "checked")
        if state is None:
            state = box.find(W + "default")
        return CHECKED if state is not None and is_on(state.get(VAL)) else EMPTY
    if choice is None:
        return ""
    entries = choice.findall(W + "listEntry")
    result = choice.find(W + "result")
    if result is None:
        result = choice.find(W + "default")
    number = whole(result.get(VAL)) if result is not None else 0
    return entries[number].get(VAL, "") if 0 <= number < len(entries) else ""


def control_sign(control: etree._Element) -> str | None:
    """The sign of a content control that is a check box, whatever font it is drawn in; None for other controls."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return None
    state = box.find(W14 + "checked")
    return CHECKED if state is not None and is_on(state.get(W14 + "val")) else EMPTY


def is_unfilled(control: etree._Element) -> bool:
    """Whether a content control shows only the prompt to fill it."""
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return False
    # Some programs fill a control and forget to take the mark away: only a prompt is no text.
    text = "".join(t.text or "" for t in control.iter(W + "t")).strip()
    return text.startswith(_PROMPT)
