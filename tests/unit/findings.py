"""Small cases with findings, for the tests of what happens to findings."""

from datetime import date

from casecheck.model.dossier import CaseDocument, Dossier
from casecheck.model.fact import CaseFacts
from casecheck.model.place import Place, Quote
from casecheck.model.problem import Problem
from casecheck.model.report import RunReport
from casecheck.model.rule import Checklist, Rule, Test
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.model.verdict import Cause, Finding, Outcome, Principle, RuleResult, Severity
from casecheck.model.words import Words
from casecheck.triage.settle import settle

SAY = Words(zh="说明", en="text")


def rule(code: str, principle: Principle = Principle.PROCEDURE, severity: Severity = Severity.FATAL) -> Rule:
    return Rule(
        code=code,
        name=code.lower(),
        title=Words(zh="题目", en="title"),
        principle=principle,
        group="group",
        severity=severity,
        level="A",
        stage="decision",
        basis=("行政处罚法 第六十二条",),
        why=SAY,
        cure_kind="redo",
        cure=SAY,
        check=Test(kind="ask", arguments={}),
        messages={"": SAY},
    )


def quote(text: str, *, document: str = "d01", start: int = 0, block: int = 0, file: str = "a.docx") -> Quote:
    place = Place(file=file, block=block, start=start, end=start + len(text))
    return Quote(text=text, place=place, document=document)


def finding(
    of: Rule,
    outcome: Outcome = Outcome.DEFECT,
    cause: Cause | None = None,
    evidence: tuple[Quote, ...] = (),
    key: str = "",
) -> Finding:
    return Finding(
        rule=of.code,
        title=of.title,
        group=of.group,
        principle=of.principle,
        severity=of.severity,
        outcome=outcome,
        message=SAY,
        basis=of.basis,
        cure_kind=of.cure_kind,
        cure=of.cure,
        cause=cause,
        evidence=evidence,
        key=key,
    )


def result(of: Rule, outcome: Outcome, *findings: Finding) -> RuleResult:
    return RuleResult(rule=of.code, outcome=outcome, findings=findings, reason=SAY)


def case(scope: str = "dossier", *, text: str = "罚款伍万元", file: str = "a.docx", failed: bool = False) -> CaseFacts:
    block = Block(file=file, index=0, kind=BlockKind.PARAGRAPH, text=text)
    problem = Problem(kind="file-broken", message=Words(zh="文件损坏", en="the file is broken"), file=file)
    source = SourceText(
        name=file,
        format="docx",
        sha256="0" * 64,
        blocks=() if failed else (block,),
        problems=(problem,) if failed else (),
    )
    paper = CaseDocument(id="d01", form="行政处罚决定书", title="行政处罚决定书", blocks=(block,), file=file)
    dossier = Dossier(path=file, sha256="0" * 64, files=(source,), documents=() if failed else (paper,))
    return CaseFacts(dossier=dossier, facts=(), scope=scope, stage="closing", procedure="普通")


def run_of(results: list[RuleResult], rules: list[Rule], subject: CaseFacts | None = None) -> RunReport:
    report = settle(subject or case(), results, rules)
    checklist = Checklist(name="c", title=SAY, version="1", sha256="0" * 64, rules=tuple(rules))
    failed = tuple(p for f in report.case.dossier.files if f.failed for p in f.problems)
    return RunReport(checklists=(checklist,), as_of=date(2026, 11, 22), cases=(report,), failed=failed, version="0")
