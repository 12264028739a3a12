"""`casecheck explain`: one rule in full."""

from typing import Annotated

import typer

from casecheck.cli.language import say
from casecheck.cli.options import LangOption, NoColor, settings_from


def command(
    code: Annotated[
        str, typer.Argument(help=say("规则代码，如 PROC-NOTICE-WAIT", "a rule code, such as PROC-NOTICE-WAIT"))
    ],
    no_color: NoColor = False,
    lang: LangOption = None,
) -> None:
    """Explain one rule: meaning, legal basis, what it needs, examples, cure; exit code 2 for an unknown code."""
    import difflib

    from casecheck.errors import CaseCheckError
    from casecheck.model.words import Words
    from casecheck.report.handbook import print_rule
    from casecheck.report.screen import Screen, console_on_output
    from casecheck.run import load_knowledge

    settings = settings_from(lang=lang)
    rules = {rule.code: rule for rule in load_knowledge(settings).checklist.rules}
    wanted = code.upper()
    if wanted not in rules:
        near = difflib.get_close_matches(wanted, rules, n=3)
        hint = Words(zh=f"是否指 {'、'.join(near)}？", en=f"did you mean {', '.join(near)}?") if near else None
        if any(known.startswith(wanted) for known in rules):
            hint = Words(
                zh=f"以此开头的规则：casecheck rules {wanted}", en=f"rules that begin so: casecheck rules {wanted}"
            )
        raise CaseCheckError(Words(zh=f"没有规则 {code}", en=f"there is no rule {code}"), hint=hint)
    print_rule(rules[wanted], Screen(console_on_output(colour=not no_color), settings.language))
