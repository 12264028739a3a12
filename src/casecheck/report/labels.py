"""The words of a report that are not those of a rule: names of outcomes, severities, causes, stages, places."""

from collections.abc import Sequence

from casecheck.model.dossier import Dossier
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Place, Quote
from casecheck.model.verdict import Cause, Finding, Outcome, Severity
from casecheck.model.words import Language, Words
from casecheck.report.safe import on_one_line

OUTCOMES = {
    Outcome.PASS: Words(zh="通过", en="pass"),
    Outcome.DEFECT: Words(zh="缺陷", en="defect"),
    Outcome.UNDETERMINED: Words(zh="无法判断", en="undetermined"),
    Outcome.NOT_APPLICABLE: Words(zh="不适用", en="not applicable"),
}
SEVERITIES = {
    Severity.FATAL: Words(zh="致命", en="FATAL"),
    Severity.MAJOR: Words(zh="重要", en="MAJOR"),
    Severity.MINOR: Words(zh="一般", en="MINOR"),
    Severity.ADVISORY: Words(zh="提示", en="ADVISORY"),
}
CAUSES = {
    Cause.DOCUMENT_MISSING: Words(zh="所需文书不在所给材料中", en="a needed paper is not among those given"),
    Cause.NOT_FOUND: Words(zh="文书中未找到所需内容", en="what is needed was not found in the papers"),
    Cause.UNREADABLE: Words(zh="有内容无法识读", en="part of the dossier could not be read"),
    Cause.CONFLICTING: Words(zh="各处记载不一致", en="the papers give different values"),
    Cause.NEEDS_JUDGEMENT: Words(zh="需人工判断", en="a person must judge"),
    Cause.NEEDS_IMAGE: Words(
        zh="需核对原件（签名、印章、照片）", en="the original must be seen (signature, seal, photo)"
    ),
    Cause.ERROR: Words(zh="检查本身出错", en="the check itself failed"),
}
CURES = {
    "curable": Words(zh="可补正", en="curable"),
    "redo": Words(zh="需重做", en="must be redone"),
    "incurable": Words(zh="不可补正", en="not curable"),
}
STEP_NAMES = {
    "investigation": Words(zh="调查取证", en="investigation"),
    "review": Words(zh="审核", en="review"),
    "notice": Words(zh="告知", en="notice"),
    "discussion": Words(zh="集体讨论", en="discussion by the leaders"),
    "decision": Words(zh="决定", en="decision"),
    "service": Words(zh="送达", en="service"),
    "execution": Words(zh="执行", en="enforcement"),
}
PROCEDURES = {
    "普通": Words(zh="普通", en="ordinary (普通)"),
    "简易": Words(zh="简易", en="simplified (简易)"),
}
STAGES = {
    "investigation": Words(zh="调查", en="investigation"),
    "review": Words(zh="审核", en="review"),
    "decision": Words(zh="决定", en="decision"),
    "closing": Words(zh="结案", en="closing"),
}
SCOPES = {
    "dossier": Words(zh="全卷", en="whole dossier"),
    "document": Words(zh="仅对外文书", en="outward papers only"),
}
CONCLUSIONS = {
    "agree": Words(zh="同意", en="agree"),
    "correct": Words(zh="建议纠正", en="correction suggested"),
    "supplement": Words(zh="建议补充调查", en="supplementary investigation suggested"),
    None: Words(zh="未作结论", en="not concluded"),
}
SHORT_CONCLUSIONS = {
    **CONCLUSIONS,
    "correct": Words(zh="建议纠正", en="correct"),
    "supplement": Words(zh="建议补充调查", en="investigate"),
}
"""The conclusions in a column of a table."""
CONCLUSION_STYLES = {
    "agree": "bold green",
    "correct": "bold red",
    "supplement": "bold red",
    None: "bold yellow",
}


def case_name(case: CaseFacts) -> str:
    """Whose case it is and what it is about, as the papers say: `当事人 · 案由`; empty where they do not."""
    found = [case.named(name) for name in ("当事人.名称", "案件.案由")]
    return " · ".join(on_one_line(str(facts[0].value)) for facts in found if facts)


def counted(defects: Sequence[Finding], language: Language) -> str:
    """How many defects, and how grave: `8项（致命 4，重要 4）`. Fatal and major are always told."""
    numbers = {s: sum(f.severity is s for f in defects) for s in Severity}
    shown = [s for s in Severity if numbers[s] or s in (Severity.FATAL, Severity.MAJOR)]
    parts = [f"{SEVERITIES[s].of(language)} {numbers[s]}" for s in shown]
    if language == "zh":
        return f"{len(defects)}项（{'，'.join(parts)}）"
    return f"{len(defects)} ({', '.join(parts)})"


def where(place: Place, language: Language, *, with_file: bool) -> str:
    """A place as a person looks it up: page, or paragraph or cell where no page is known."""
    if language == "zh":
        spot = f"第{place.page}页" if place.page else f"第{place.block + 1}段"
        if place.cell:
            spot += f" 表格第{place.cell[0] + 1}行第{place.cell[1] + 1}列"
    else:
        spot = f"p. {place.page}" if place.page else f"paragraph {place.block + 1}"
        if place.cell:
            spot += f", row {place.cell[0] + 1}, column {place.cell[1] + 1}"
    return f"{on_one_line(place.file)} {spot}" if with_file else spot


def source_of(quote: Quote, dossier: Dossier, language: Language, *, with_file: bool) -> str:
    """The 文书 and the place a quote comes from."""
    spot = where(quote.place, language, with_file=with_file)
    if quote.document is None:
        return spot
    document = dossier.document(quote.document)
    name = document.title or document.form or quote.document
    return f"《{name}》{spot}" if language == "zh" else f"《{name}》 {spot}"


def titled(basis: Sequence[str], language: Language) -> list[str]:
    """Legal bases as they are printed, one for each law: `《行政处罚法》第四十四条、第六十二条`."""
    articles: dict[str, list[str]] = {}
    for citation in basis:
        title, _, article = citation.partition(" ")
        articles.setdefault(title, []).extend([article] if article else [])
    comma = "、" if language == "zh" else ", "
    return [f"《{title}》{comma.join(found)}" for title, found in articles.items()]
