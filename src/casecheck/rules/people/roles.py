"""办案人员的分工: which facts name persons of the authority, in which role, and where the times of records stand."""

from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.people import Role
from casecheck.rules.builtin.reading import known
from casecheck.rules.people.records import Kind

NAMED_IN: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (
        Role.INVESTIGATOR,
        (
            "立案审批表.承办人", "现场笔录.检查人员", "现场笔录.记录人", "询问笔录.询问人", "询问笔录.记录人", "抽样记录.抽样人员",
            "场所/设施/财物清单.执法人员", "证据提取单.办案人员", "电子数据证据提取笔录.提取人员",
            "听证笔录.办案人员", "案件调查终结报告.办案人员",
        ),
    ),
    (Role.REVIEWER, ("案件审核表.审核人", "案件审核表.审核机构负责人")),
    (Role.CHAIR, ("听证笔录.主持人", "听证报告.主持人")),
    (Role.HEARING, ("听证笔录.听证员", "听证笔录.记录员", "听证报告.听证员", "听证报告.记录员")),
    (Role.LEADER, ("集体讨论记录.参加人员", "集体讨论记录.主持人")),
    (Role.PRESENT, ("集体讨论记录.列席人", "集体讨论记录.汇报人", "集体讨论记录.记录人")),
    (Role.DEFENCE, ("陈述申辩笔录.记录人",)),
    (Role.SERVER, ("送达回证.送达人",)),
)  # fmt: skip
"""Facts with names, by role; the forms are those of 市场监督管理行政处罚文书格式范本 (2021)."""


def named(case: CaseFacts, role: Role) -> list[Fact]:
    """The names that stand for a role, in the order of its facts."""
    return [fact for name in names_of(role) for fact in known(case, name)]


def names_of(role: Role, *papers: str) -> tuple[str, ...]:
    """The facts that name the persons of a role; with `papers` (short form names) only those of these papers."""
    names = dict(NAMED_IN)[role]
    return tuple(name for name in names if not papers or name.partition(".")[0] in papers)


RECORDS = (
    Kind(
        paper="现场笔录",
        officers=("现场笔录.检查人员",),
        start="现场笔录.检查开始",
        end="现场笔录.检查结束",
        place=("现场笔录.检查地点",),
    ),
    Kind(
        paper="询问笔录",
        officers=("询问笔录.询问人", "询问笔录.记录人"),
        start="询问笔录.询问开始",
        end="询问笔录.询问结束",
        place=("询问笔录.询问地点",),
    ),
)
"""Records that one officer cannot keep in two places at once."""

APART: tuple[tuple[Role, Role, str], ...] = (
    (Role.INVESTIGATOR, Role.REVIEWER, "PROC-REVIEW-SEPARATE"),
    (Role.INVESTIGATOR, Role.CHAIR, "PROC-HEARING-CHAIR"),
    (Role.INVESTIGATOR, Role.LEADER, "PROC-COLLECTIVE-NOVOTE"),
)
"""Roles that one person must not have together, and the check that judges it."""
