"""The composition root: paths and settings in, a report out. Only this module knows every stage."""

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import casecheck
from casecheck.checklist.corrections import CorrectionsError, load_corrections
from casecheck.checklist.limits import region_title, shipped, with_region
from casecheck.checklist.load import load_checklist, load_vocabulary
from casecheck.checklist.load_law import load_law
from casecheck.checklist.place import checklists_root
from casecheck.dossier.assemble import assemble
from casecheck.dossier.corrected import corrected
from casecheck.errors import CaseCheckError
from casecheck.facts.read import read_facts
from casecheck.law.book import LawBook
from casecheck.model.correction import Correction
from casecheck.model.dossier import Dossier
from casecheck.model.fact import CaseFacts
from casecheck.model.problem import Problem
from casecheck.model.report import CaseReport, OutcomeChange, Region, RunReport, Tables
from casecheck.model.rule import Checklist, Rule
from casecheck.model.source import SourceText
from casecheck.model.verdict import Outcome, RuleResult
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words
from casecheck.rules.amount_table.table import amounts
from casecheck.rules.builtin import registry
from casecheck.rules.clocks.ledger import ledger
from casecheck.rules.elements.matrix import elements
from casecheck.rules.engine import evaluate
from casecheck.rules.identity.matrix import identity
from casecheck.rules.parameters import parameters
from casecheck.rules.passport.service import services
from casecheck.rules.people.people import people
from casecheck.rules.steps.replay import replay
from casecheck.settings import Settings
from casecheck.sources.corrections_file import corrections_file, stray_corrections
from casecheck.sources.discover import DossierFiles, discover, group_by_content
from casecheck.sources.dossier_settings import NAME as DOSSIER_SETTINGS
from casecheck.sources.limits import Limits
from casecheck.sources.problems import problem
from casecheck.sources.worker import Readers
from casecheck.triage.settle import settle

Progress = Callable[[int, int, str], None]
"""Called with the number of files read, their total and the name of the one just read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What the checklists say, loaded once for a run."""

    vocabulary: Vocabulary
    law: LawBook
    checklist: Checklist
    whole: bool
    """Whether no rule of the checklist was left out."""


def load_knowledge(settings: Settings) -> Knowledge:
    """The vocabulary, the law and the chosen rules; CaseCheckError with every located error when they do not validate."""
    root = checklists_root()
    law = load_law(root)
    checklist = load_checklist(root, settings.checklist, registry.load())
    chosen = tuple(rule for rule in checklist.rules if settings.chosen(rule.code))
    _refuse_empty_choice(settings, checklist, chosen)
    return Knowledge(
        vocabulary=load_vocabulary(root),
        law=with_region(law, root, settings.region) if settings.region else law,
        checklist=replace(checklist, rules=chosen),
        whole=chosen == checklist.rules,
    )


def _refuse_empty_choice(settings: Settings, checklist: Checklist, chosen: Sequence[Rule]) -> None:
    """A choice that picks nothing would pass everything."""
    codes = [rule.code for rule in checklist.rules]
    if unknown := settings.unmatched(codes):
        near = [code for prefix in unknown for code in difflib.get_close_matches(prefix, codes, n=1)]
        raise CaseCheckError(
            Words(zh=f"没有规则以 {'、'.join(unknown)} 开头", en=f"no rule begins with {', '.join(unknown)}"),
            hint=Words(zh=f"是否指 {'、'.join(near)}？", en=f"did you mean {', '.join(near)}?") if near else None,
        )
    if not chosen:
        raise CaseCheckError(Words(zh="所选规则为空，没有可检查的内容", en="the choice leaves no rule to check"))


def check(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> RunReport:
    """Read the dossiers and run the rules. An interrupt ends the run; what was finished is in the report."""
    knowledge = load_knowledge(settings)
    cases: list[CaseReport] = []
    interrupted = False
    try:
        for dossier in read_dossiers(paths, settings, knowledge.vocabulary, progress):
            cases.append(judge(dossier, settings, knowledge))  # noqa: PERF401 (an interrupt keeps what is done)
    except KeyboardInterrupt:
        interrupted = True
    failed = tuple(p for c in cases for f in c.case.dossier.files if f.failed for p in f.problems[:1])
    return RunReport(
        checklists=(knowledge.checklist,),
        as_of=settings.as_of,
        cases=tuple(cases),
        failed=failed,
        interrupted=interrupted,
        version=casecheck.__version__,
    )


def read_dossiers(
    paths: Sequence[Path], settings: Settings, vocabulary: Vocabulary, progress: Progress | None = None
) -> Iterator[Dossier]:
    """Find, read and assemble the dossiers, one after the other, in their order."""
    groups = discover(paths, settings.unit)
    given = _given(settings, vocabulary)
    strays: set[Path] = set()
    for group, texts in read_sources(groups, settings, progress):
        grouped = group_by_content(group, texts)
        if settings.corrections and settings.correct and len(groups) * len(grouped) > 1:
            raise CaseCheckError(
                Words(
                    zh="--corrections 只用于一个案卷，所给路径中有几个",
                    en="--corrections goes with one dossier, and the paths hold several",
                )
            )
        for path, files, grouping in grouped:
            found = given or _own_corrections(Path(path), settings, vocabulary)
            # A file given by name has nothing to do with what else lies in its folder.
            stray = stray_corrections(Path(path)) if settings.correct and group.grouping != "file" else None
            if stray and stray not in strays:
                strays.add(stray)
                found = replace(found, unread=(*found.unread, _stray(stray)))
            dossier = assemble(_shown(path), (*files, *found.unread), vocabulary, grouping)
            stage, region = (group.settings.stage, group.settings.region) if group.settings else (None, None)
            yield replace(dossier, stage=stage, region=region, corrections=found.corrections)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Corrections:
    """The corrections of one dossier, and the files of them that could not be used."""

    corrections: tuple[Correction, ...] = ()
    unread: tuple[SourceText, ...] = ()


def _given(settings: Settings, vocabulary: Vocabulary) -> _Corrections | None:
    """The corrections of `--corrections`; a file that does not hold is wrong usage."""
    path = settings.corrections
    if path is None or not settings.correct:
        return None
    return _Corrections(corrections=load_corrections(path, path.as_posix(), vocabulary))


def _own_corrections(dossier: Path, settings: Settings, vocabulary: Vocabulary) -> _Corrections:
    """The corrections that lie with a dossier. A file that does not hold is a problem of this dossier only."""
    path = corrections_file(dossier) if settings.correct else None
    if path is None:
        return _Corrections()
    try:
        return _Corrections(corrections=load_corrections(path, path.name, vocabulary))
    except CorrectionsError as error:
        said = zip(error.lines("zh"), error.lines("en"), strict=True)
        problems = tuple(
            Problem(
                kind="corrections-not-valid",
                message=Words(zh=f"更正表未采用：{zh}", en=f"the corrections were not used: {en}"),
                file=path.name,
            )
            for zh, en in said
        )
        return _Corrections(unread=(SourceText(name=path.name, format="", sha256="", problems=problems),))


def _stray(path: Path) -> SourceText:
    said = Words(
        zh="该文件夹中的每个文件各为一案，更正表未采用；请改为 文件名.corrections.yml",
        en="every file of this folder is a dossier of its own, so the corrections were not used: call it FILE.corrections.yml",
    )
    problem = Problem(kind="corrections-of-no-dossier", message=said, file=path.name)
    return SourceText(name=path.name, format="", sha256="", problems=(problem,))


def _shown(path: str) -> str:
    """The path as reports print it: never absolute, so that a report does not depend on the machine."""
    whole = Path(path)
    if not whole.is_absolute():
        return path
    here = Path.cwd()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else whole.name


def read_sources(
    groups: Sequence[DossierFiles], settings: Settings, progress: Progress | None = None
) -> Iterator[tuple[DossierFiles, tuple[SourceText, ...]]]:
    """The files of each group as text, read in processes that may die without harm."""
    total = sum(len(group.files) for group in groups)
    done = 0
    with Readers(settings.jobs, Limits()) as readers:
        stream = readers.read(item for group in groups for item in group.files)
        for group in groups:
            texts: list[SourceText] = []
            for _, name in group.files:
                texts.append(next(stream))
                done += 1
                if progress:
                    progress(done, total, name)
            yield group, tuple(texts)


def facts_of(dossier: Dossier, settings: Settings, vocabulary: Vocabulary) -> CaseFacts:
    """What the papers of a dossier say, as corrected."""
    dossier = corrected(dossier, vocabulary)
    return read_facts(dossier, vocabulary, scope=settings.scope, stage=settings.stage, stated_stage=dossier.stage)


def tables(case: CaseFacts, law: LawBook, settings: Settings) -> Tables:
    """What is worked out of the facts of a case besides the checks."""
    clocks = ledger(case, law, settings.as_of)
    return Tables(
        clocks=clocks,
        steps=replay(case, law, clocks),
        service=services(case, law, clocks),
        people=people(case),
        amounts=amounts(case),
        identity=identity(case),
        elements=elements(case, law),
    )


def judge(dossier: Dossier, settings: Settings, knowledge: Knowledge) -> CaseReport:
    """The report on one dossier that was read."""
    dossier, region = _with_region_known(dossier, settings)
    if region and region.title and region.stated_by == "dossier":
        knowledge = replace(knowledge, law=with_region(knowledge.law, checklists_root(), region.name))
    case = facts_of(dossier, settings, knowledge.vocabulary)
    worked = Tables()
    if dossier.files and all(file.failed for file in dossier.files):
        results = _nothing_read(knowledge.checklist)
    else:
        worked = tables(case, knowledge.law, settings)
        results = evaluate(knowledge.checklist, case, knowledge.law, settings.as_of)
    report = settle(case, results, knowledge.checklist.rules, worked.clocks, whole=knowledge.whole)
    return replace(
        report,
        parameters=parameters(case, knowledge.law, settings.as_of),
        region=region,
        steps=worked.steps,
        service=worked.service,
        people=worked.people,
        amounts=worked.amounts,
        identity=worked.identity,
        elements=worked.elements,
        changed=_changed_by_corrections(dossier, results, settings, knowledge) if case.corrections else (),
    )


def _changed_by_corrections(
    dossier: Dossier, results: Sequence[RuleResult], settings: Settings, knowledge: Knowledge
) -> tuple[OutcomeChange, ...]:
    """The rules that end otherwise than they would without the corrections: these may not loosen anything in silence."""
    plain = facts_of(replace(dossier, corrections=()), settings, knowledge.vocabulary)
    before = evaluate(knowledge.checklist, plain, knowledge.law, settings.as_of)
    return tuple(
        OutcomeChange(rule=now.rule, before=then.outcome, after=now.outcome)
        for then, now in zip(before, results, strict=True)
        if then.outcome is not now.outcome
    )


def _with_region_known(dossier: Dossier, settings: Settings) -> tuple[Dossier, Region | None]:
    """Whose values apply, and the dossier with a problem where its own `dossier.yaml` names a region without an overlay.

    The command line comes first. A dossier may only choose among the overlays that come with the checklists: a file in
    it is no law.
    """
    root = checklists_root()
    if settings.region:
        name = Path(settings.region).name  # never the path of a folder on this machine
        return dossier, Region(name=name, title=region_title(root, settings.region), stated_by="option")
    if not dossier.region:
        return dossier, None
    found = shipped(root, dossier.region)
    if found is not None:
        return dossier, Region(name=found, title=region_title(root, found), stated_by="dossier")
    unknown = problem("region-not-known", DOSSIER_SETTINGS, detail=dossier.region)
    told = replace(
        dossier,
        files=(*(replace(f, problems=(*f.problems, unknown)) for f in dossier.files[:1]), *dossier.files[1:]),
    )
    return told, Region(name=dossier.region, title=None, stated_by="dossier")


def _nothing_read(checklist: Checklist) -> tuple[RuleResult, ...]:
    """A dossier of which nothing could be read passes nothing."""
    reason = Words(zh="案卷无法读取", en="the dossier could not be read")
    return tuple(RuleResult(rule=rule.code, outcome=Outcome.UNDETERMINED, reason=reason) for rule in checklist.rules)
