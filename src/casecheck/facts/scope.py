"""What kind of dossier it is: scope, stage and procedure, inferred from the papers that are there."""

from casecheck.model.dossier import Dossier
from casecheck.model.vocabulary import Form, Vocabulary

_CLOSED = frozenset(("结案审批表",))
_DECIDED = frozenset(
    (
        "行政处罚决定书", "当场行政处罚决定书", "不予行政处罚决定书", "缴款凭证", "行政处罚决定履行催告书", "强制执行申请书",
        "延期/分期缴纳罚款通知书",
    )
)  # fmt: skip
_REVIEWED = frozenset(
    (
        "案件调查终结报告", "案件审核表", "行政处罚告知书", "陈述申辩笔录", "放弃声明", "行政处罚听证通知书", "听证笔录", "听证报告", "集体讨论记录",
        "行政处理决定审批表",
    )
)  # fmt: skip
_BOUND = frozenset(("卷宗封面", "卷内备考表"))
"""Papers of a file that is put away."""
_FIRST_AND_LAST = frozenset(("卷内文件目录", "卷内备考表"))
"""What a bound volume begins and ends with."""
_PUNISHED = frozenset(("行政处罚决定书", "不予行政处罚决定书", "行政处罚告知书", "案件调查终结报告"))
NOT_FILED = "立案审批表.不予立案"
_NEUTRAL_STAGES = frozenset(("service", "archive"))


def forms_present(dossier: Dossier, vocabulary: Vocabulary) -> tuple[Form, ...]:
    """The forms of the classified papers, in their order."""
    known = {form.name: form for form in vocabulary.forms}
    return tuple(known[d.form] for d in dossier.documents if d.form in known)


_STAGES = ("investigation", "review", "decision", "closing")


def scope_of(forms: tuple[Form, ...]) -> str:
    """`dossier` when an internal paper is there (an approval form, a record, a report), else `document`.

    A volume that is bound from its list of papers to its closing note is a dossier, too, however little it holds.
    """
    internal = any(f.internal and not f.evidence and f.stage not in _NEUTRAL_STAGES for f in forms)
    bound = {f.short for f in forms} >= _FIRST_AND_LAST
    return "dossier" if internal or bound else "document"


def stage_of(forms: tuple[Form, ...], *, filed: bool = True) -> str:
    """`closing` once the case is closed, `decision` once decided, `review` once the investigation ended.

    结案审批表 is a form of the ordinary procedure (程序规定 第七十七条): a decision on the spot is closed when its file is
    put away, and what was not filed (`filed` is false) has come to its end.
    """
    names = {f.short for f in forms}
    if names & _CLOSED or (procedure_of(forms) == "简易" and names & _BOUND):
        return "closing"
    if not filed and not names & _PUNISHED:
        return "closing"
    if names & _DECIDED:
        return "decision"
    if names & _REVIEWED:
        return "review"
    return "investigation"


def later_stage(shown: str, stated: str | None) -> str:
    """The later of the stage that the papers show and the one that is stated."""
    return max(shown, stated or shown, key=_STAGES.index)


def procedure_of(forms: tuple[Form, ...]) -> str | None:
    """`简易` where the only decision is one made on the spot, `普通` where a case was filed or decided."""
    names = {f.short for f in forms}
    if "当场行政处罚决定书" in names and not names & {"立案审批表", "行政处罚决定书", "案件调查终结报告"}:
        return "简易"
    if names & {"立案审批表", "行政处罚决定书", "不予行政处罚决定书", "案件调查终结报告", "行政处罚告知书"}:
        return "普通"
    return None
