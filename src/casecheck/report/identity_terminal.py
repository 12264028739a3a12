"""当事人身份对照表 in the terminal: every paper for the reading, what differs for the report."""

from collections.abc import Sequence

from casecheck.model.identity import Cell, Identity, Item, PartyIdentity, Row, Standing
from casecheck.model.words import Words
from casecheck.report.labels import where
from casecheck.report.screen import Screen
from casecheck.report.values import shown_identity

ITEMS = {
    Item.NAME: Words(zh="名称（姓名）", en="name"),
    Item.TRADE_NAME: Words(zh="字号", en="trade name"),
    Item.SHORT_NAME: Words(zh="简称", en="short name"),
    Item.FORMER_NAME: Words(zh="曾用名", en="former name"),
    Item.REPRESENTATIVE: Words(zh="法定代表人（负责人）", en="legal representative"),
    Item.OPERATOR: Words(zh="经营者", en="operator"),
    Item.CODE: Words(zh="统一社会信用代码", en="credit code"),
    Item.IDENTITY_NUMBER: Words(zh="身份证号", en="identity number"),
    Item.ADDRESS: Words(zh="住所（经营场所）", en="address"),
}
STANDINGS = {
    Standing.AGREES: Words(zh="一致", en="agrees"),
    Standing.DIFFERS: Words(zh="不同", en="differs"),
    Standing.MASKED: Words(zh="有遮盖，显示的部分一致", en="masked, agrees where it shows"),
    Standing.ABSENT: Words(zh="该栏未读到", en="not found in its place"),
    Standing.ASIDE: Words(zh="另一种号码，未比较", en="another kind of number, not compared"),
}
HOW = {
    "typo": Words(zh="相差个别字", en="a character or two apart"),
    "suffix": Words(zh="只差“（个体工商户）”", en="only the suffix for sole traders"),
    "short": Words(zh="不是全称", en="not the full name"),
    "operator": Words(zh="经营者与字号", en="operator and shop"),
    "with_operator": Words(zh="连同经营者", en="with the operator"),
    "short_name": Words(zh="以下简称", en="short name"),
    "renamed": Words(zh="卷内提到名称变更", en="the file tells of a change of name"),
    "changed": Words(zh="卷内提到变更", en="the file tells of a change"),
    "several": Words(zh="可能有多个当事人", en="perhaps several parties"),
    "other_person": Words(zh="可能是他人", en="perhaps somebody else"),
    "masked": Words(zh="显示的部分不同", en="differs where it shows"),
    "shorter": Words(zh="详略不同", en="one is shorter"),
}
_INVALID = Words(zh="校验不符", en="check character fails")
_TITLE = Words(zh="当事人身份对照", en="Identity of the party")
_KINDS = {
    "自然人": Words(zh="自然人", en="natural person"),
    "个体工商户": Words(zh="个体工商户", en="sole trader"),
    "法人": Words(zh="法人", en="legal person"),
    "其他组织": Words(zh="其他组织", en="other organisation"),
}


def print_identity(identity: Identity, screen: Screen) -> None:
    """Every value of every party with the papers that state it, and what differs with its place."""
    if not identity.parties:
        return
    screen.heading(_TITLE.of(screen.language))
    for party in identity.parties:
        _party(party, screen)
        for row in party.rows:
            _row(row, screen)
    wrong = [cell for cell in identity.others if cell.valid is False]
    for cell in wrong:
        label = screen.say("他人的身份证号", "identity number of another person")
        screen.hanging("    ! ", f"{label}{_colon(screen)}{_said(cell, Item.IDENTITY_NUMBER, screen)}", style="red")


def print_differences(identity: Identity, screen: Screen) -> None:
    """Only the values that differ, or fail their check character, each beside the one it is compared with."""
    told = [
        (party, row, [c for c in row.cells if c.standing is Standing.DIFFERS or c.valid is False])
        for party in identity.parties
        for row in party.rows
    ]
    told = [(party, row, cells) for party, row, cells in told if cells]
    if not told:
        return
    screen.heading(_TITLE.of(screen.language))
    for party, row, cells in told:
        if len(identity.parties) > 1:
            _party(party, screen)
        _value(row, screen, indent=2)
        for cell in cells:
            screen.hanging("    - ", _said(cell, row.item, screen), style=_style(cell))


def _party(party: PartyIdentity, screen: Screen) -> None:
    kind = _KINDS.get(party.kind or "")
    name = party.name or screen.say("（未读到名称）", "(no name was found)")
    suffix = screen.say(f"（{kind.zh}）", f" ({kind.en})") if kind else ""
    screen.hanging("  ", name + suffix, style="bold")


def _row(row: Row, screen: Screen) -> None:
    """The value, then the papers by how they stand; what differs or fails stands on lines of its own."""
    _value(row, screen, indent=4)
    for standing in (Standing.AGREES, Standing.MASKED, Standing.ASIDE, Standing.ABSENT):
        cells = [c for c in row.cells if c.standing is standing and c.valid is not False]
        if cells:
            label = STANDINGS[standing]
            screen.labelled(label, screen.say("、", ", ").join(_papers(cells, screen)), indent=6)
    for cell in row.cells:
        if cell.standing is Standing.DIFFERS or cell.valid is False:
            screen.hanging("      ! ", _said(cell, row.item, screen), style=_style(cell))


def _value(row: Row, screen: Screen, *, indent: int) -> None:
    source = f"{row.source.paper} [{row.source.document}]"
    label = ITEMS[row.item].of(screen.language)
    screen.hanging(" " * indent, f"{label}{_colon(screen)}{shown_identity(row.item, row.value)}  {source}")


def _papers(cells: Sequence[Cell], screen: Screen) -> list[str]:
    """`现场笔录 [d06]`, with the reason where a value reads otherwise and agrees all the same."""
    said = []
    for cell in cells:
        why = HOW.get(cell.how)
        note = screen.say(f"（{why.zh}）", f" ({why.en})") if why else ""
        said.append(f"{cell.paper} [{cell.document}]{note}")
    return list(dict.fromkeys(said))


def _said(cell: Cell, item: Item, screen: Screen) -> str:
    """`结案审批表 [d39] 第3页 “…”：不同，相差个别字`."""
    spot = f" {where(cell.quote.place, screen.language, with_file=False)}" if cell.quote else ""
    value = shown_identity(item, cell.value or "")
    parts = [STANDINGS[cell.standing]] if cell.standing is not Standing.ASIDE or cell.valid is None else []
    parts += [_INVALID] if cell.valid is False else []
    parts += [HOW[cell.how]] if cell.how in HOW else []
    why = screen.say("，", ", ").join(part.of(screen.language) for part in parts)
    return f"{cell.paper} [{cell.document}]{spot} “{value}”{_colon(screen)}{why}"


def _colon(screen: Screen) -> str:
    return screen.say("：", ": ")


def _style(cell: Cell) -> str:
    return "red" if cell.sure or cell.valid is False else "cyan"
