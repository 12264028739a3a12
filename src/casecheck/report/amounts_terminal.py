"""金额对照表 in the terminal: the sums by kind, what must agree, and the arithmetic worked out again."""

from casecheck.model.amounts import Agreement, Amounts, Comparison, Reckoning, Result
from casecheck.model.words import Words
from casecheck.report.labels import where
from casecheck.report.screen import Screen

AGREEMENTS = {
    Agreement.SAME: Words(zh="一致", en="the same"),
    Agreement.DIFFERS: Words(zh="不一致", en="differs"),
    Agreement.EARLIER: Words(zh="此前阶段不同", en="another sum at an earlier stage"),
    Agreement.EXPLAINED: Words(zh="已说明变更理由", en="changed, with the reason told"),
    Agreement.WITHIN: Words(zh="低于告知", en="less than announced"),
    Agreement.BEYOND: Words(zh="高于告知", en="more than announced"),
    Agreement.MASKED: Words(zh="有遮盖，无法比较", en="masked, not compared"),
}
RESULTS = {
    Result.OK: Words(zh="相符", en="right"),
    Result.DIFFERS: Words(zh="不符", en="differs"),
    Result.ROUNDING: Words(zh="需核对", en="to be checked"),
    Result.NOT_CONVERTIBLE: Words(zh="无法换算", en="not convertible"),
}
_STYLES = {Agreement.DIFFERS: "red", Agreement.BEYOND: "red", Agreement.EARLIER: "cyan"}
_MARKS = {Result.DIFFERS: "red", Result.ROUNDING: "cyan"}


def print_amounts(amounts: Amounts, screen: Screen, *, several: bool) -> None:
    """Every sum of each kind with its place, then what is compared and worked out; `several`: several files."""
    for name, title in amounts.kinds:
        screen.line(name if screen.language == "zh" else f"{name} ({title.en})", indent=2, style="bold")
        for one in (s for s in amounts.stated if s.kind == name):
            place = where(one.quote.place, screen.language, with_file=several)
            said = screen.say(f"{_yuan(one.fen)} 元", f"{_yuan(one.fen)} yuan")
            screen.hanging("    ", f"{said}  {one.paper} [{one.document}] {place}")
        for comparison in (c for c in amounts.comparisons if c.kind == name):
            screen.hanging("    = ", _compared(comparison, screen), style=_STYLES.get(comparison.agreement, ""))
    if amounts.reckonings:
        screen.line(screen.say("算式", "Arithmetic"), indent=2, style="bold")
    for worked in amounts.reckonings:
        screen.hanging("    ", _worked(worked, screen, several), style=_MARKS.get(worked.result, ""))


def _yuan(fen: int) -> str:
    return f"{fen / 100:,.2f}"


def _compared(comparison: Comparison, screen: Screen) -> str:
    """`行政处罚决定书 [d04] 52,000.00 / 结案审批表 [d39] 52,000.00：一致`."""
    sides = " / ".join(f"{s.paper} [{s.document}] {_yuan(s.fen)}" for s in (comparison.measure, comparison.other))
    state = AGREEMENTS[comparison.agreement].of(screen.language)
    return f"{sides}{screen.say('：', ': ')}{state} [{comparison.rule}]"


def _worked(worked: Reckoning, screen: Screen, several: bool) -> str:
    """`12箱×58.00元/箱 = 696.00元（相符） 行政处罚决定书 [d04] 第3页`."""
    state = RESULTS[worked.result].of(screen.language)
    came = screen.say(f"，应为 {worked.computed}", f", comes to {worked.computed}") if _shown(worked) else ""
    why = f"{screen.say('；', '; ')}{worked.why.of(screen.language)}" if worked.why else ""
    code = f" [{worked.rule}]" if worked.result in _MARKS else ""
    place = where(worked.quote.place, screen.language, with_file=several)
    brackets = screen.say("（{}）", " ({})").format(f"{state}{came}{why}")
    return f"{worked.left} = {worked.stated}{brackets}{code}  {worked.paper} [{worked.document}] {place}"


def _shown(worked: Reckoning) -> bool:
    return worked.result in _MARKS and bool(worked.computed)
