"""罚款幅度: the fine against the range of the provision it rests on."""

from casecheck.law.book import LawBook
from casecheck.law.fines import FineRange, fine_range
from casecheck.law.penalties import Provision
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.provisions import citation, is_ground
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts, the
from casecheck.rules.builtin.registry import predicate
from casecheck.text.citations import Citation
from casecheck.text.money import format_yuan


@predicate("fine_in_statutory_range")
def fine_in_statutory_range(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the fine lies in the range of the penalty provision (处罚法 第五十七条).

    `fine`, `grounds`, `on` are facts; `bases` maps the amounts a range is computed from to facts; `discretion` is the fact
    with 减轻. Outside every tier that may apply is a violation, inside all of them a pass, else a question. Below the
    floor 减轻处罚 may allow it: then whether its ground is proven is for a person to judge.
    """
    fine, on = the(case, text(arguments, "fine")), the(case, text(arguments, "on"))
    cited = [(f, c) for name in texts(arguments, "grounds") for f in known(case, name) if (c := citation(f))]
    grounds = {c.name: (f, c) for f, c in cited if is_ground(c)}
    if fine is None or on is None or not grounds or not isinstance(fine.value, int):
        names = [n for n, f in ((text(arguments, "fine"), fine), (text(arguments, "on"), on)) if f is None]
        return settle((), lacking(case, *names, *(texts(arguments, "grounds")[:1] if not grounds else ())))
    fining = {name: found for name, (_, c) in grounds.items() if (found := _fining(law, c, on))}
    used = [fine, *(f for f, _ in grounds.values())]
    if not fining:
        gap = Missing(name=text(arguments, "grounds").split(".")[-1], cause=Cause.NEEDS_JUDGEMENT)
        return settle((_question((fine,), "unknown", "、".join(grounds), fine.value),), (gap,), used)
    if len(fining) > 1 or len(fining) < len(grounds):
        return _several(law, case, arguments, fine, fining, used, len(grounds))
    name, provisions = next(iter(fining.items()))
    span = fine_range(provisions, _bases(case, arguments))
    if span is None:
        return settle((_question((fine,), "unknown", name, fine.value),), (), used)
    return _judged(case, arguments, (fine, *(f for f, _ in grounds.values())), name, span)


def _fining(law: LawBook, cited: Citation, on: Fact) -> tuple[Provision, ...]:
    return tuple(p for p in law.penalties.find(cited, day(on)) if p.tiers)


def _bases(case: CaseFacts, arguments: Json) -> dict[str, int | None]:
    listed = arguments.get("bases") if isinstance(arguments, dict) else None
    bases: dict[str, int | None] = {}
    for name, facts in (listed if isinstance(listed, dict) else {}).items():
        for source in facts if isinstance(facts, list) else [facts]:
            fact = the(case, str(source))
            if fact and isinstance(fact.value, int):
                bases[name] = fact.value
                break
    return bases


def _judged(case: CaseFacts, arguments: Json, facts: tuple[Fact, ...], name: str, span: FineRange) -> Answer:
    fine = facts[0].value
    if not isinstance(fine, int):
        raise TypeError("a fine is money")
    working = _working(fine, span)
    permitted = span.permits(fine)
    if permitted:
        return settle((), (), facts, working)
    mitigated = [f for f in known(case, text(arguments, "discretion")) if "减轻" in str(f.value)]
    below = fine < span.minimum
    above = span.maximum is not None and fine > span.maximum
    if permitted is False and below and mitigated:
        return settle((_question((*facts, *mitigated), "mitigated", name, fine, span),), (), facts, working)
    if permitted is False and (below or above):
        variant = "below" if below else ""
        return settle((_violation(facts, variant, name, fine, span, None),), (), facts, working)
    return settle((_question(facts, "tier", name, fine, span),), (), facts, working)


def _several(
    law: LawBook,
    case: CaseFacts,
    arguments: Json,
    fine: Fact,
    fining: dict[str, tuple[Provision, ...]],
    used: list[Fact],
    grounds: int,
) -> Answer:
    """Several provisions: only a fine above the sum of all upper ends is surely too high."""
    del law
    spans = [fine_range(provisions, _bases(case, arguments)) for provisions in fining.values()]
    maxima = [s.maximum for s in spans if s is not None]
    names = "、".join(fining)
    total = fine.value
    if not isinstance(total, int):
        raise TypeError("a fine is money")
    if len(fining) == grounds and len(maxima) == len(fining) and all(m is not None for m in maxima):
        top = sum(m for m in maxima if m is not None)
        if total > top:
            span_words = Words(
                zh=f"各条上限合计 {format_yuan(top)} 元 < 罚款 {format_yuan(total)} 元",
                en=f"upper ends together {format_yuan(top)} < fine {format_yuan(total)} yuan",
            )
            violation = Violation(
                facts=tuple(used),
                params=(("fine", format_yuan(total)), ("provision", names), ("range", f"≤{format_yuan(top)}")),
                working=span_words,
            )
            return settle((violation,), (), used, span_words)
    if len(fining) == 1:  # the other grounds carry no fine in the table: one range may still decide
        span = spans[0]
        if span is not None and span.permits(total):
            return settle((), (), used, _working(total, span))
    return settle((_question(tuple(used), "several", names, total),), (), used)


def _working(fine: int, span: FineRange) -> Words:
    return Words(
        zh=f"罚款 {format_yuan(fine)} 元；法定幅度 {_range(span)} 元（{span.tier.zh}）",
        en=f"fine {format_yuan(fine)}; statutory range {_range(span)} yuan ({span.tier.en})",
    )


def _range(span: FineRange) -> str:
    top = format_yuan(span.maximum) if span.maximum is not None else "…"
    return f"{format_yuan(span.minimum)}–{top}"


def _violation(
    facts: tuple[Fact, ...], variant: str, name: str, fine: int, span: FineRange | None, cause: Cause | None
) -> Violation:
    return Violation(
        facts=facts,
        variant=variant,
        params=(
            ("fine", format_yuan(fine)),
            ("provision", name),
            ("range", _range(span) if span else ""),
        ),
        working=_working(fine, span) if span else None,
        cause=cause,
        key=name,
    )


def _question(facts: tuple[Fact, ...], variant: str, name: str, fine: int, span: FineRange | None = None) -> Violation:
    return _violation(facts, variant, name, fine, span, Cause.NEEDS_JUDGEMENT)
