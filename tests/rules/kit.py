"""A rule of the shipped checklist put to a case that a test describes."""

from dataclasses import replace
from datetime import date
from functools import cache

from casecheck.checklist.load import load_checklist, load_vocabulary
from casecheck.checklist.load_law import load_law
from casecheck.checklist.place import checklists_root
from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts
from casecheck.model.problem import Problem
from casecheck.model.rule import Example, Json, Rule
from casecheck.model.verdict import Outcome, RuleResult
from casecheck.model.vocabulary import Vocabulary
from casecheck.model.words import Words
from casecheck.rules.builtin import registry
from casecheck.rules.engine import evaluate_rule
from casecheck.rules.examples import case_of

AS_OF = date(2024, 12, 31)


@cache
def knowledge() -> tuple[Vocabulary, LawBook]:
    root = checklists_root()
    return load_vocabulary(root), load_law(root)


@cache
def rules() -> dict[str, Rule]:
    checklist = load_checklist(checklists_root(), "market-supervision", registry.load())
    return {rule.code: rule for rule in checklist.rules}


def case(
    facts: dict[str, Json], *documents: dict[str, Json], scope: str = "dossier", stage: str = "closing"
) -> CaseFacts:
    example = Example(
        name=Words(zh="", en=""), outcome=Outcome.PASS, facts=facts, documents=documents, scope=scope, stage=stage
    )
    return case_of(example, knowledge()[0])


def check(code: str, facts: dict[str, Json], *documents: dict[str, Json], scope: str = "dossier") -> RuleResult:
    return check_case(code, case(facts, *documents, scope=scope))


def check_case(code: str, subject: CaseFacts) -> RuleResult:
    return evaluate_rule(rules()[code], subject, knowledge()[1], AS_OF)


def with_image(subject: CaseFacts) -> CaseFacts:
    """The same case in a file that holds pictures beside its text."""
    said = Words(zh="文件中有图像", en="the file holds images")
    problem = Problem(kind="image-in-text", message=said, file="example")
    file = replace(subject.dossier.files[0], problems=(problem,))
    return replace(subject, dossier=replace(subject.dossier, files=(file,)))


def variants(result: RuleResult) -> list[str]:
    return [finding.variant for finding in result.findings]
