"""构成要件—证据矩阵 in the terminal: every element with its papers for the reading, the open ones for the report."""

from casecheck.model.elements import Element, Elements, ElementState, Matrix, MatrixCell
from casecheck.model.words import Words
from casecheck.report.safe import on_one_line
from casecheck.report.screen import Screen

STATES = {
    ElementState.SUPPORTED: Words(zh="有证据", en="evidence in the file"),
    ElementState.SINGLE_SOURCE: Words(zh="单一来源", en="single source"),
    ElementState.UNSUPPORTED: Words(zh="未见证据", en="no evidence seen"),
    ElementState.CONTRADICTED: Words(zh="证据有出入", en="papers differ"),
    ElementState.NOT_READ: Words(zh="未读到证据材料", en="evidence not read"),
}
_PRESENT = {
    True: Words(zh="在卷", en="in the file"),
    False: Words(zh="卷内未见", en="not seen in the file"),
    None: Words(zh="未能确认", en="not settled"),
}
_STYLES = {ElementState.UNSUPPORTED: "cyan", ElementState.CONTRADICTED: "cyan"}
_OPEN = (ElementState.UNSUPPORTED, ElementState.CONTRADICTED)


def print_elements(elements: Elements, screen: Screen) -> None:
    """Each kind of violation with its elements: whether evidence is there, whether it suffices (a question), and which."""
    for matrix in elements.matrices:
        screen.line(_title(matrix, screen), indent=2, style="bold")
        for element in matrix.elements:
            _print(element, screen)
    _unknown(elements, screen)


def print_open_elements(elements: Elements, screen: Screen) -> None:
    """The elements of which the file shows no evidence, or papers that differ; nothing where there are none."""
    shown = [
        (m, e) for m in elements.matrices for e in m.elements if e.state in _OPEN and (e.needed or e.disagreements)
    ]
    if not shown:
        return
    screen.heading(screen.say("构成要件待核实", "Elements to be checked"))
    for matrix, element in shown:
        state = STATES[element.state].of(screen.language)
        screen.bullet(f"{_title(matrix, screen)}{screen.say('：', ': ')}{_name(element, screen)}（{state}）")
        for disagreement in element.disagreements:
            screen.hanging("    ! ", on_one_line(disagreement.said.of(screen.language)), style="cyan")


def _title(matrix: Matrix, screen: Screen) -> str:
    return matrix.title.of(screen.language)


def _name(element: Element, screen: Screen) -> str:
    return element.title.of(screen.language)


def _print(element: Element, screen: Screen) -> None:
    state = STATES[element.state].of(screen.language)
    side = "" if element.needed else screen.say("（非必备）", " (not in every case)")
    head = f"{_name(element, screen)}{side}{screen.say('：', ': ')}{state}"
    screen.hanging("  - ", head, style=_STYLES.get(element.state, ""))
    screen.labelled(Words(zh="在卷", en="present"), _PRESENT[element.present].of(screen.language), indent=6)
    screen.labelled(Words(zh="是否充分", en="sufficient"), element.sufficient.of(screen.language), indent=6)
    for cell in element.cells:
        screen.hanging("        ", _cell(cell))
    if element.found:
        stated = screen.say("；", "; ").join(_cell(cell) for cell in element.found)
        screen.labelled(Words(zh="认定", en="found"), stated, indent=6)
    for disagreement in element.disagreements:
        screen.hanging("      ! ", on_one_line(disagreement.said.of(screen.language)), style="cyan")


def _cell(cell: MatrixCell) -> str:
    """`现场笔录 [d06]：“冷藏柜内看到纯牛奶26箱”`."""
    return f"{on_one_line(cell.paper)} [{cell.document}] “{on_one_line(cell.quote.text)}”"


def _unknown(elements: Elements, screen: Screen) -> None:
    for fact, why in elements.unknown:
        screen.bullet(f"{on_one_line(str(fact.value))}{screen.say('：', ': ')}{why.of(screen.language)}")
