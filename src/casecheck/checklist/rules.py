"""A rule file as a Rule: its conditions as trees, its examples from itself or from the file beside it."""

from datetime import date
from typing import Any

from casecheck.checklist.located import Located
from casecheck.model.rule import Cure, Example, Rule, condition_of
from casecheck.model.verdict import Outcome, Principle, Severity
from casecheck.model.words import Words


def rule_of(located: Located, examples: Located | None = None) -> Rule:
    """The rule that a validated file holds; `examples` is the content of its sibling `.examples.yml`."""
    written: dict[str, Any] = located.value  # type: ignore[assignment]
    beside: Any = examples.value if examples else ()
    cure = written.get("cure")
    valid = written.get("valid", {})
    verified = written.get("verified", True)
    return Rule(
        code=written["code"],
        name=written["name"],
        title=Words(**written["title"]),
        principle=Principle(written["principle"]),
        group=written["group"],
        severity=Severity(written["severity"]),
        level=written["level"],
        stage=written["stage"],
        basis=tuple(written["basis"]),
        why=Words(**written["why"]),
        cure_kind=cure["kind"] if cure else None,
        cure=Words(zh=cure["zh"], en=cure["en"]) if cure else None,
        check=condition_of(written["check"]),
        messages={"": Words(**written["message"])}
        | {variant: Words(**words) for variant, words in written.get("messages", {}).items()},
        cures={
            variant: Cure(kind=own["kind"], words=Words(zh=own["zh"], en=own["en"]), step=own.get("step"))
            for variant, own in written.get("cures", {}).items()
        },
        cure_step=cure.get("step") if cure else None,
        when=condition_of(written["when"]) if "when" in written else None,
        requires=tuple(written.get("requires", ())),
        procedures=tuple(written.get("procedures", ())),
        valid_from=date.fromisoformat(valid["from"]) if "from" in valid else None,
        valid_to=date.fromisoformat(valid["to"]) if "to" in valid else None,
        valid_on=tuple(valid.get("on", ())),
        waivable=written.get("waivable", True),
        verified=str(verified).lower(),
        examples=tuple(example_of(e) for e in (*written.get("examples", ()), *beside)),
        file=located.file,
    )


def example_of(written: dict[str, Any]) -> Example:
    """One example as written."""
    return Example(
        name=Words(**written["name"]),
        outcome=Outcome(written["outcome"]),
        facts=written.get("facts", {}),
        documents=tuple(written.get("documents", ())),
        scope=written.get("scope", "dossier"),
        stage=written.get("stage", "closing"),
        cause=written.get("cause"),
        variant=written.get("variant"),
        findings=written.get("findings"),
    )
