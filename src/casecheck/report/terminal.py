"""The report in the terminal: gravest first within each principle, every finding with its words and their place.

Readable at 80 columns, without colour and in a cp936 console. Text of a dossier never passes through markup: it is put
into `rich.text.Text` only, and control characters are shown, not sent.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from casecheck.model.principles import PRINCIPLES
from casecheck.model.report import CaseReport, RunReport
from casecheck.model.verdict import Cause, Finding, Outcome, Principle, RuleResult, Severity
from casecheck.model.words import Language, Words
from casecheck.report.labels import (
    CAUSES,
    CONCLUSIONS,
    CURES,
    OUTCOMES,
    SCOPES,
    SEVERITIES,
    STAGES,
    source_of,
    titled,
)
from casecheck.report.safe import on_one_line, printable
from casecheck.report.wrapping import wrap

STYLES = {Severity.FATAL: "bold red", Severity.MAJOR: "red", Severity.MINOR: "yellow", Severity.ADVISORY: "cyan"}
QUOTES_SHOWN = 4
TITLES_SHOWN = 6


def print_report(report: RunReport, console: Console, language: Language, *, quiet: bool = False) -> None:
    """Print the whole run. `quiet` prints defects and sums only."""
    view = _View(console, language, quiet)
    for case in report.cases:
        view.case(case)
    for problem in report.failed:
        view.line(
            f"{view.say('无法读取', 'Not read')} {on_one_line(problem.file)}: {problem.message.of(language)}",
            style="bold red",
        )
        if problem.hint:
            view.line(problem.hint.of(language), indent=2)
    view.sums(report)


class _View:
    """The console, the language and the little words of one printing."""

    def __init__(self, console: Console, language: Language, quiet: bool) -> None:
        self.console = console
        self.language = language
        self.quiet = quiet

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def line(self, text: str, *, indent: int = 0, style: str = "") -> None:
        for line in wrap(printable(text), self.console.width - indent):
            self.console.print(Text(" " * indent + line, style=style), soft_wrap=True)

    def labelled(self, label: Words, text: str, *, indent: int = 4) -> None:
        head = " " * indent + label.of(self.language) + self.say("：", ": ")
        margin = cell_len(head)
        for number, line in enumerate(wrap(printable(text), self.console.width - margin)):
            whole = Text(" " * margin if number else head, style="dim")
            whole.append(line, style="not dim")
            self.console.print(whole, soft_wrap=True)

    def rule(self, title: str) -> None:
        self.console.print()
        self.console.print(Text(f"== {printable(title)} ==", style="bold"))

    def case(self, case: CaseReport) -> None:
        if all(file.failed for file in case.case.dossier.files):
            # Nothing was read: the error that follows says all there is to say.
            return
        self._head(case)
        defects = [f for f in case.findings if f.outcome is Outcome.DEFECT]
        for principle, group in groupby(defects, key=lambda f: f.principle):
            self.rule(PRINCIPLES[principle].of(self.language).capitalize())
            for finding in group:
                self._finding(finding, case)
        if not self.quiet:
            self._open_points([f for f in case.findings if f.outcome is not Outcome.DEFECT], case)
            self._unread(case)
            self._counts(case)

    def _head(self, case: CaseReport) -> None:
        facts = case.case
        self.console.print()
        self.console.print(Text("#" * 78, style="dim"))
        self.line(f"{self.say('案卷', 'Dossier')}  {on_one_line(case.path)}", style="bold")
        for label, name in (
            (Words(zh="当事人", en="Party"), "当事人.名称"),
            (Words(zh="案由", en="Cause"), "案件.案由"),
        ):
            found = facts.named(name)
            if found:
                self.labelled(label, str(found[0].value), indent=2)
        files = facts.dossier.files
        pages = sum(len(f.pages) for f in files)
        named = sum(1 for d in facts.dossier.documents if d.form)
        kinds = self.say(
            f"文书{len(facts.dossier.documents)}件（未识别{len(facts.dossier.documents) - named}件），文件{len(files)}个",
            f"papers: {len(facts.dossier.documents)} ({len(facts.dossier.documents) - named} not recognised), files: {len(files)}",
        )
        if pages:
            kinds += self.say(f"，PDF {pages}页", f", PDF pages: {pages}")
        self.labelled(Words(zh="材料", en="Read"), kinds, indent=2)
        setting = [
            f"{self.say('范围', 'scope')} {SCOPES[facts.scope].of(self.language)}",
            f"{self.say('阶段', 'stage')} {STAGES[facts.stage].of(self.language)}",
        ]
        if facts.procedure:
            setting.append(f"{self.say('程序', 'procedure')} {facts.procedure}")
        self.labelled(Words(zh="认定", en="Taken as"), " · ".join(setting), indent=2)
        for principle in Principle:
            if case.principles[principle] is not Outcome.NOT_APPLICABLE:
                self.labelled(PRINCIPLES[principle], OUTCOMES[case.principles[principle]].of(self.language), indent=2)
        conclusion = CONCLUSIONS[case.conclusion].of(self.language)
        sentence = case.conclusion_text.of(self.language)
        text = sentence if sentence.lower().startswith(conclusion.lower()) else f"{conclusion}. {sentence}"
        style = {"agree": "bold green", None: "bold yellow"}.get(case.conclusion, "bold red")
        self.line(f"{self.say('结论：', 'Conclusion: ')}{text}", indent=2, style=style)

    def _open_points(self, findings: Sequence[Finding], case: CaseReport) -> None:
        """What a person must look at, in full; what only lacks a paper, in a line each."""
        lacking = [f for f in findings if f.cause is Cause.DOCUMENT_MISSING and not f.working]
        others = [f for f in findings if f not in lacking]
        if others:
            self.rule(self.say("无法判断，需人工核实", "Could not be judged: a person must look"))
            for finding in others:
                self._finding(finding, case)
        if lacking:
            self.rule(
                self.say("所需文书不在所给材料中，未能检查", "Not checked: the papers needed are not among those given")
            )
            for finding in lacking:
                self.line(f"- {finding.rule} {finding.message.of(self.language)}", indent=2)

    def _finding(self, finding: Finding, case: CaseReport) -> None:
        head = Text()
        severity = SEVERITIES[finding.severity].of(self.language)
        if finding.outcome is Outcome.DEFECT:
            head.append(f"[{severity}] ", style=STYLES[finding.severity])
        else:
            head.append(self.say(f"[待核实·{severity}] ", f"[to be looked at, {severity}] "), style="cyan")
        head.append(f"{finding.rule} ", style="bold")
        head.append(printable(finding.title.of(self.language)))
        self.console.print(head)
        self.line(finding.message.of(self.language), indent=4)
        if finding.cause:
            self._cause(finding, finding.cause, case)
        several = len(case.case.dossier.files) > 1
        quotes = dict.fromkeys(
            f"{source_of(q, case.case.dossier, self.language, with_file=several)} “{_shortened(q.text)}”"
            for q in finding.evidence
        )
        for quote in list(quotes)[:QUOTES_SHOWN]:
            self.labelled(Words(zh="原文", en="Text"), quote)
        if len(quotes) > QUOTES_SHOWN:
            more = len(quotes) - QUOTES_SHOWN
            self.line(self.say(f"另有{more}处，见JSON报告", f"{more} more places: see the JSON report"), indent=4)
        if finding.working:
            self.labelled(Words(zh="计算", en="Calculation"), finding.working.of(self.language))
        self.labelled(Words(zh="依据", en="Basis"), self.say("；", "; ").join(titled(finding.basis)))
        if finding.cure and finding.outcome is Outcome.DEFECT:
            kind = CURES[finding.cure_kind].of(self.language) if finding.cure_kind else ""
            self.labelled(
                Words(zh="整改", en="Cure"), f"{finding.cure.of(self.language)}" + (f" [{kind}]" if kind else "")
            )

    def _cause(self, finding: Finding, cause: Cause, case: CaseReport) -> None:
        """Why a person must look, unless the message says it, and where was looked."""
        reason = CAUSES[cause].of(self.language)
        if reason not in finding.message.of(self.language):
            names = "、".join(dict.fromkeys(m.name for m in finding.missing))
            self.labelled(Words(zh="原因", en="Why"), f"{reason}{self.say('：', ': ')}{names}" if names else reason)
        looked = dict.fromkeys(d for m in finding.missing for d in m.looked)
        titles = dict.fromkeys(case.case.dossier.document(d).title or d for d in looked)
        if titles:
            shown = "、".join(list(titles)[:TITLES_SHOWN])
            rest = self.say(f"等{len(titles)}件", f" … {len(titles)} papers") if len(titles) > TITLES_SHOWN else ""
            self.labelled(Words(zh="已查找", en="Looked in"), shown + rest)

    def _unread(self, case: CaseReport) -> None:
        dossier = case.case.dossier
        unknown = [d for d in dossier.documents if d.form is None]
        if not dossier.problems and not unknown:
            return
        self.rule(self.say("识读情况", "What could not be read or recognised"))
        for problem in dossier.problems:
            page = f" {self.say('第', 'p. ')}{problem.page}{self.say('页', '')}" if problem.page else ""
            self.line(f"- {on_one_line(problem.file)}{page}: {problem.message.of(self.language)}", indent=2)
        for document in unknown:
            spot = f" {self.say('第', 'p. ')}{document.first_page}{self.say('页', '')}" if document.first_page else ""
            title = _shortened(document.title)
            label = self.say("未识别为任何文书", "not recognised as any 文书")
            self.line(f"- {on_one_line(document.file)}{spot}: {label} “{title}”", indent=2)

    def _counts(self, case: CaseReport) -> None:
        self.rule(self.say("检查项", "Checks"))
        counts = self.say("，", ", ").join(f"{OUTCOMES[o].of(self.language)} {n}" for o, n in case.outcomes.items())
        self.line(counts, indent=2)
        silent = [r for r in case.results if r.outcome is Outcome.NOT_APPLICABLE]
        for reason, group in _by_reason(silent, self.language):
            self.line(f"- {reason}{self.say('：', ': ')}{' '.join(group)}", indent=2)

    def sums(self, report: RunReport) -> None:
        defects = [f for c in report.cases for f in c.findings if f.outcome is Outcome.DEFECT]
        parts = [f"{SEVERITIES[s].of(self.language)} {sum(f.severity is s for f in defects)}" for s in Severity]
        undetermined = sum(c.outcomes[Outcome.UNDETERMINED] for c in report.cases)
        self.console.print()
        self.line("-" * 78, style="dim")
        self.line(
            self.say(
                f"案卷{len(report.cases)}个，无法读取的文件{len(report.failed)}个；缺陷{len(defects)}项（{'，'.join(parts)}）；无法判断{undetermined}项",
                f"dossiers: {len(report.cases)}, files not read: {len(report.failed)}; defects: {len(defects)} ({', '.join(parts)}); checks undetermined: {undetermined}",
            ),
            style="bold",
        )


def _by_reason(results: Sequence[RuleResult], language: Language) -> Iterable[tuple[str, list[str]]]:
    reasons: dict[str, list[str]] = {}
    for result in results:
        reasons.setdefault(result.reason.of(language) if result.reason else "", []).append(result.rule)
    return reasons.items()


def _shortened(text: str, limit: int = 160) -> str:
    """The words on one line; a long quote keeps both ends."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 41]}……{line[-40:]}"
