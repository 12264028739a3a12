"""Days of steps that stand in papers of another name: what an approval form approves, and opinions and requests on evidence."""

import re
from collections.abc import Iterator
from dataclasses import replace

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.dates import find_dates
from casecheck.text.folded import fold_text

_FORM, _STATEMENT = "有关事项审批表", "情况说明"
_APPROVED = (
    ("核查延长", re.compile(r"延长[^。；\n]{0,10}核查|核查[^。；\n]{0,10}(?:延长|延期)")),
    (
        "审核延长",
        re.compile(r"延长[^。；\n]{0,10}审核(?:期限|时间|时限)|审核(?:期限|时间|时限)[^。；\n]{0,6}(?:延长|延期)"),
    ),
    ("恢复调查", re.compile(r"恢复(?:对)?(?:本案|案件|该案)?(?:的)?(?:行政处罚程序|调查|办理|审理)")),
    ("中止调查", re.compile(r"中止(?:对)?(?:本案|案件|该案)?(?:的)?(?:行政处罚程序|调查|办理|审理|处理)")),
    ("犯罪移送", re.compile(r"移送[^。；\n]{0,16}(?:公安|司法)|犯罪案件移送")),
    ("", re.compile(r"延长|延期|解除|保存[^。；\n]{0,8}处理|处理[^。；\n]{0,8}保存|处置")),
    ("登记保存", re.compile(r"先行登记保存")),
    ("强制措施", re.compile(r"行政强制措施|查封|扣押")),
    ("听证组织", re.compile(r"(?:组织|举行|同意|决定)[^。；\n]{0,6}听证(?!告知)|听证主持人")),
    (
        "告知审批",
        re.compile(r"(?:处罚|听证|拟处罚|事先)[^。；\n]{0,10}告知|告知[^。；\n]{0,10}(?:处罚|陈述|申辩|听证)"),
    ),
)
"""What a form approves, the more special first; the nameless one is told elsewhere or is none of these."""
_DEFENCE, _HEARING = re.compile(r"陈述|申辩"), re.compile(r"听证.{0,2}申请|(?:申请|要求).{0,4}听证")
_HANDED_OVER = re.compile(r"(?:案件材料|案卷|材料)[^。；\n]{0,24}(?:移交|移送|交)(?:给)?[^。；\n]{0,6}听证主持人")
_OPINION = re.compile(r"鉴别|鉴定|辨认")
_NO_OPINION = re.compile(r"注册证|授权|委托|专利证书|通知书")

_ENDED_ON = re.compile(r"违法(?:行为|状态)[^。；\n]{0,8}?(?:终了|终止|结束)(?:之?日期?|时间)?(?:[为是于在：])?$")
_ENDED_THEN = re.compile(r"[，]?(?:该|上述|其|当事人)?违法(?:行为|状态)已?(?:终了|终止|结束)")


def steps(paper: Paper, facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """`<事项>.批准日期` of an approval form, and the days of opinions, defences and requests that are papers of their own.

    `facts` are those of the paper. What a form approves is read in its title and in 审批事项, never in its reasons.
    """
    title = fold_text(paper.document.title)
    if paper.short == _FORM:
        matter = title + "\n" + "\n".join(str(f.value) for f in facts if f.name == f"{_FORM}.审批事项")
        step = next((name for name, words in _APPROVED if words.search(matter)), "")
        if step:
            yield from _named(facts, f"{_FORM}.批准日期", f"{step}.批准日期")
        if step == "审核延长":
            yield from _named(facts, f"{_FORM}.延长至", "审核延长.延长至")
        if step == "告知审批":
            yield from _named(facts, f"{_FORM}.罚款金额", "告知审批.罚款金额")
        if step == "听证组织":
            yield from _handed_over(paper)
    elif paper.short == _STATEMENT and _HEARING.search(title):
        yield from _named(facts, f"{_STATEMENT}.日期", "听证申请.日期")
    elif paper.short == _STATEMENT and _DEFENCE.search(title):
        yield from _named(facts, f"{_STATEMENT}.日期", "陈述申辩.日期")
    elif paper.short == "权利人证明材料" and _OPINION.search(title) and not _NO_OPINION.search(title):
        yield from _named(facts, "权利人证明材料.日期", "权利人辨认.回复日期")
    elif paper.short == "复检材料" and "申请" in title:
        yield from _named(facts, "复检材料.日期", "复检申请.日期")


def conduct_ended(paper: Paper) -> Iterator[Fact]:
    """`违法行为.终了日期`, where the report or the decision names the end of the act as such; never worked out."""
    if paper.short not in ("案件调查终结报告", "行政处罚决定书", "不予行政处罚决定书"):
        return
    for day in find_dates(paper.masked):
        before = paper.masked[max(0, day.start - 30) : day.start]
        if day.value and (_ENDED_ON.search(before) or _ENDED_THEN.match(paper.masked, day.end)):
            yield paper.fact("违法行为.终了日期", "date", day.value, day.start, day.end)
            return


def _handed_over(paper: Paper) -> Iterator[Fact]:
    """听证材料.移交日期: the day on which the papers of the case went to the one who presides, where the form notes it."""
    for mark in _HANDED_OVER.finditer(paper.masked):
        for mention in find_dates(paper.masked[mark.start() : mark.end()]):
            if mention.value:
                first, last = mark.start() + mention.start, mark.start() + mention.end
                yield paper.fact("听证材料.移交日期", "date", mention.value, first, last)
                return


def _named(facts: tuple[Fact, ...], name: str, other: str) -> Iterator[Fact]:
    """The same facts under the name of the step."""
    for fact in facts:
        if fact.name == name:
            yield replace(fact, name=other)
