"""处罚依据: of the version that governs the act, and fitting the provision violated."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from casecheck.law.book import LawBook
from casecheck.law.penalties import Provision
from casecheck.law.statutes import Existence, Statute, StatuteVersion
from casecheck.model.fact import CaseFacts, Fact, Origin
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.model.words import Words
from casecheck.rules.builtin.onspot import DECISION, ONSPOT, of_the_paper_that_decides
from casecheck.rules.builtin.provisions import agree, citation, is_ground
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.rules.builtin.wording import own_words, papers_of
from casecheck.text.citations import Citation, find_citations
from casecheck.text.legal_terms import in_english

Cited = tuple[Fact, Citation]


def grounds_of(case: CaseFacts, names: Iterable[str], document: str | None = None) -> list[Cited]:
    """The grounds among the facts of these names, without what is only recited."""
    facts = (f for name in names for f in known(case, name, document) if f.origin is not Origin.RECITED)
    found = ((f, citation(f)) for f in facts)
    return [(f, c) for f, c in found if c is not None and is_ground(c)]


def _parsed(provision: str) -> Citation | None:
    """A provision as checklists write it: 法名 第X条…."""
    law, _, rest = provision.partition(" ")
    return next(iter(find_citations(f"《{law}》{rest}")), None)


@predicate("law_of_the_act_applied")
def law_of_the_act_applied(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the law cited is that in force when the act was done (处罚法 第三十七条).

    `grounds` are the facts with the grounds, `on` is the day of the decision, `seen` are days on which the act was already
    known, so that it lay before them (needed only where the text lately changed); `milder` are words by which a decision
    reasons that the new text is milder. A text that is not in force at all on the day of the decision is a violation, one
    that ended lately a question. Where the text changed between `seen` and the decision, a provision that only the new
    version has is a violation unless its mildness is argued.
    """
    arguments = of_the_paper_that_decides(case, arguments)
    decided = next(iter(known(case, text(arguments, "on"))), None)
    grounds = grounds_of(case, texts(arguments, "grounds"))
    if decided is None or not grounds:
        names = ([] if decided else [text(arguments, "on")]) + ([] if grounds else [texts(arguments, "grounds")[0]])
        return settle((), lacking(case, *names) or [Missing(name=n, cause=Cause.NOT_FOUND) for n in names])
    days = [f for name in texts(arguments, "seen") for f in known(case, name) if f.origin is not Origin.RECITED]
    seen = min(days, key=day, default=None)
    argued = any(
        word in own_words(p).text for p in papers_of(case, [DECISION, ONSPOT]) for word in texts(arguments, "milder")
    )
    violations: dict[str, Violation] = {}
    gaps: list[Missing] = []
    for fact, cited in grounds:
        statute = law.statutes.find(cited.law)
        if statute is None or cited.name in violations:
            continue
        if seen is None and _lately_new(law, cited, statute, day(decided)):
            when = text(arguments, "seen")
            gaps.extend(lacking(case, when) or [Missing(name=when, cause=Cause.NEEDS_JUDGEMENT)])
        found = _not_in_force(law, fact, cited, day(decided)) or _of_the_new_text(
            law, (fact, cited, statute), seen, day(decided), argued
        )
        if found:
            violations[cited.name] = found
    return settle(tuple(violations.values()), gaps[:1], [decided, *days[:1], *(f for f, _ in grounds)])


def _lately_new(law: LawBook, cited: Citation, statute: Statute, on: date) -> bool:
    """Whether the version in force began so lately that the act may be older, and the one before lacks the provision."""
    new = law.statutes.version_on(statute, on)
    if new is None or not law.statutes.lately(new.effective_from, on):
        return False
    before = new.effective_from - timedelta(days=1)
    old = law.statutes.version_on(statute, before)
    return old is not None and _only_in(law, cited, old, new, before, on) is True


def _not_in_force(law: LawBook, fact: Fact, cited: Citation, on: date) -> Violation | None:
    verdict = law.statutes.check(cited, on)
    if verdict.status is not Existence.NOT_IN_FORCE:
        return None
    return Violation(
        facts=(fact,),
        variant="" if verdict.counted else "lately",
        params=(("cited", cited.name), ("day", on.isoformat()), ("said", verdict.said.zh)),
        working=verdict.said,
        cause=None if verdict.counted else Cause.NEEDS_JUDGEMENT,
        key=cited.name,
    )


def _of_the_new_text(
    law: LawBook, found: tuple[Fact, Citation, Statute], seen: Fact | None, on: date, argued: bool
) -> Violation | None:
    """A provision of the version that began between the day the act was seen and the decision."""
    fact, cited, statute = found
    new = law.statutes.version_on(statute, on)
    if seen is None or new is None or new.effective_from <= day(seen):
        return None
    old = law.statutes.version_on(statute, day(seen))
    only_new = _only_in(law, cited, old, new, day(seen), on)
    if only_new is False:
        return None
    certain = only_new is True and not argued
    working = Words(
        zh=f"{day(seen)} 已发现；《{statute.name}》（{new.label}）自 {new.effective_from} 起施行；{on} 决定",
        en=f"known on {day(seen)}; 《{statute.name}》 ({in_english(new.label)}) in force from {new.effective_from}; decided on {on}",
    )
    return Violation(
        facts=(fact, seen),
        variant="newer" if certain else "changed",
        params=(
            ("cited", cited.name),
            ("version", new.label),
            ("from", new.effective_from.isoformat()),
            ("seen", day(seen).isoformat()),
        ),
        working=working,
        cause=None if certain else Cause.NEEDS_JUDGEMENT,
        key=cited.name,
    )


def _only_in(
    law: LawBook, cited: Citation, old: StatuteVersion | None, new: StatuteVersion, before: date, on: date
) -> bool | None:
    """True: only the new version has such a penalty provision. False: the old one has. None: cannot be told."""
    had = [
        p for p in law.penalties.find(cited) if p.valid_from <= before and (p.valid_to is None or before <= p.valid_to)
    ]
    has = [p for p in law.penalties.find(cited) if p.valid_from <= on and (p.valid_to is None or on <= p.valid_to)]
    if had and has and {p.id for p in had} == {p.id for p in has}:
        return False
    if had and not has:
        return False
    if has and not had:
        return True if old is not None and old.complete else None
    return None


@predicate("grounds_fit_the_violation")
def grounds_fit_the_violation(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the penalty provision is that of the provision said to be violated.

    `papers` are the forms, `violated` and `grounds` the fields with the provisions, `pairs` adds
    `{ground, violated: […]}` that the penalty table lacks. A violated provision whose penalty is known and not cited,
    beside a ground whose conduct is known and not said to be violated, is a violation where both are of one statute and
    the pairing was read; elsewhere, and where nothing could be compared, it is a question. The first of `papers` that
    names both is judged: that a notice names other provisions than the decision is the matter of another rule.
    """
    violations: dict[str, Violation] = {}
    used: list[Fact] = []
    gaps: list[Missing] = []
    compared = False
    pairs = _pairs(arguments)
    for form in texts(arguments, "papers"):
        violated = grounds_of(case, [f"{form}.{text(arguments, 'violated')}"])
        grounds = grounds_of(case, [f"{form}.{text(arguments, 'grounds')}"])
        if not case.documents(form) or not (violated and grounds):
            continue
        on = next((day(f) for name in (f"{form}.决定日期", f"{form}.日期") for f in known(case, name)), None)
        used.extend(f for f, _ in (*violated, *grounds))
        known_any, odd = _mismatch(law, violated, grounds, pairs, on)
        compared = compared or known_any
        if odd:
            found = _unpaired(case, odd[0], odd[1], odd[2])
            violations.setdefault(found.key, found)
        break
    if not used:
        first = next((f for f in texts(arguments, "papers") if case.documents(f)), texts(arguments, "papers")[0])
        names = [f"{first}.{text(arguments, 'violated')}", f"{first}.{text(arguments, 'grounds')}"]
        return settle((), lacking(case, *names) or [Missing(name=names[0], cause=Cause.NOT_FOUND)])
    if not compared:
        gaps.append(Missing(name="处罚条款与违反条款的对应", cause=Cause.NEEDS_JUDGEMENT))
    return settle(tuple(violations.values()), gaps, used)


def _pairs(arguments: Json) -> list[tuple[Citation, list[Citation]]]:
    listed = arguments.get("pairs") if isinstance(arguments, dict) else None
    found = []
    for item in listed if isinstance(listed, list) else []:
        ground = _parsed(text(item, "ground"))
        violated = [c for v in texts(item, "violated") if (c := _parsed(v)) is not None]
        if ground is not None:
            found.append((ground, violated))
    return found


def _mismatch(
    law: LawBook,
    violated: Sequence[Cited],
    grounds: Sequence[Cited],
    pairs: Sequence[tuple[Citation, list[Citation]]],
    on: date | None,
) -> tuple[bool, tuple[Cited, Cited, bool] | None]:
    """Whether anything could be compared; and a violated provision and a ground that have no partner, if both exist."""
    table = [p for p in law.penalties.provisions if on is None or law.penalties.may_govern(p, on)]
    partners = {c.name: _conduct_of(law, c, pairs, on) for _, c in grounds}
    lonely_grounds = [
        (f, c)
        for f, c in grounds
        if partners[c.name] is not None
        and not any(agree(v, p) for _, v in violated for p in partners[c.name] or [])
        and not any(agree(v, c) for _, v in violated)
    ]
    lonely_violated = []
    for fact, v in violated:
        penal = _penal_of(table, pairs, v)
        matched = any(agree(v, p) for _, c in grounds for p in partners[c.name] or [])
        if penal and not matched and not any(agree(v, c) for _, c in grounds):
            lonely_violated.append((fact, v))
    compared = any(p is not None for p in partners.values())
    if not lonely_grounds or not lonely_violated:
        return compared, None
    ground, odd = lonely_grounds[0], lonely_violated[0]
    laws = {c.law.removeprefix("中华人民共和国") for c in partners[ground[1].name] or []}
    certain = (
        len(lonely_grounds) == len(grounds)
        and odd[1].law.removeprefix("中华人民共和国") in laws
        and (
            any(agree(g, ground[1]) for g, _ in pairs)
            or all(p.pairing_verified for p in law.penalties.find(ground[1], on))
        )
    )
    return compared, (odd, ground, certain)


def _conduct_of(
    law: LawBook, ground: Citation, pairs: Sequence[tuple[Citation, list[Citation]]], on: date | None
) -> list[Citation] | None:
    """The provisions whose violation the ground punishes; None when they are not known for all it may mean."""
    found: list[Citation] = [v for g, listed in pairs if agree(g, ground) for v in listed]
    provisions: tuple[Provision, ...] = law.penalties.find(ground, on)
    if not found and any(not p.prohibited_by for p in provisions):
        return None
    found.extend(c for p in provisions for name in p.prohibited_by if (c := _parsed(name)) is not None)
    return found or None


def _penal_of(table: Sequence[Provision], pairs: Sequence[tuple[Citation, list[Citation]]], violated: Citation) -> bool:
    """Whether the penalty of a violated provision is known."""
    if any(agree(violated, v) for _, listed in pairs for v in listed):
        return True
    return any(agree(violated, c) for p in table for name in p.prohibited_by if (c := _parsed(name)) is not None)


def _unpaired(case: CaseFacts, odd: Cited, ground: Cited, certain: bool) -> Violation:
    return Violation(
        facts=(odd[0], ground[0]),
        variant="" if certain else "unsure",
        params=(
            ("violated", odd[1].name),
            ("ground", ground[1].name),
            ("paper", title_of(case, ground[0].document)),
        ),
        working=Words(
            zh=f"违反 {odd[1].name}，处罚依据 {ground[1].name}",
            en=f"violated {odd[1].name}; ground {ground[1].name}",
        ),
        cause=None if certain else Cause.NEEDS_JUDGEMENT,
        key=f"{odd[1].name} {ground[1].name}",
    )
