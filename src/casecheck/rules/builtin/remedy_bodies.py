"""复议机关、管辖法院: which bodies a paper names, and whether the papers of a case name the same."""

import re
from collections.abc import Iterator
from datetime import date

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Violation
from casecheck.rules.builtin.reading import day, known, lacking, settle, text, texts, title_of
from casecheck.rules.builtin.registry import predicate
from casecheck.text.identifiers import normalise_name

_MIDDLE = re.compile(r"(?:中级|高级|最高)人民法院")
_SPECIAL = re.compile(r"铁路运输|知识产权|互联网|海事|金融|互联网|专门|行政审判中心")
_PLACE = re.compile(r"^.*?(?=市场监督管理|市场监管|药品监督|知识产权|综合行政执法|工商行政)")
_ZONE = re.compile(r"开发区|新区|园区|高新|示范区|管理区")
_LOWEST = "区县旗"
_ABOVE_A_CITY = "市州盟"
_UNIT = re.compile(r"[^省市区县旗州盟]{1,8}?(?:自治区|自治州|自治县|省|市|区|县|旗|州|盟)")


@predicate("court_has_jurisdiction")
def court_has_jurisdiction(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the court told is a basic court of the place of the authority (行政诉讼法 第十四条、第十五条、第十八条).

    `courts` are the facts with the court, `agency` those with the authority. A higher court is a violation except against
    an authority of the State Council; a court of another place may have been given such cases of several places: a question.
    """
    del law
    agency = next((f for name in texts(arguments, "agency") for f in known(case, name)), None)
    courts = [f for name in texts(arguments, "courts") for f in known(case, name)]
    if not courts:
        return settle((), lacking(case, texts(arguments, "courts")[0]))
    violations = [v for court in courts for v in _court(case, court, agency)]
    return settle(violations, (), courts)


def _court(case: CaseFacts, court: Fact, agency: Fact | None) -> Iterator[Violation]:
    name = normalise_name(str(court.value))
    authority = normalise_name(str(agency.value)) if agency else ""
    params = (
        ("court", str(court.value)),
        ("agency", str(agency.value) if agency else ""),
        ("paper", title_of(case, court.document)),
    )
    facts = (court, agency) if agency else (court,)
    key = f"{title_of(case, court.document)} {name}"
    if _SPECIAL.search(name):
        return
    if _MIDDLE.search(name):
        if not authority.startswith("国家"):
            yield Violation(facts=facts, params=params, key=key)
        return
    place = _PLACE.match(authority)
    if place is None or not place.group() or _ZONE.search(authority) or court.masked or (agency and agency.masked):
        return
    if not _shares(place.group(), name):
        yield Violation(facts=facts, variant="elsewhere", params=params, cause=Cause.NEEDS_JUDGEMENT, key=key)


def _shares(place: str, court: str) -> bool:
    """Whether the last unit of the place of the authority is in the name of the court, or a unit of the court in the place.

    Where one of the two names no county or district (a city, a development zone) the names cannot tell; a city named
    after another city, a prefecture or a league is of the rank of a county.
    """
    own = _UNIT.findall(place)
    theirs = _UNIT.findall(court)
    county = bool(own) and (own[-1][-1] in _LOWEST or (len(own) > 1 and own[-2][-1] in _ABOVE_A_CITY))
    if not theirs or not county or theirs[-1][-1] not in _LOWEST:
        return True
    return own[-1] in court or any(unit in place for unit in theirs)


@predicate("same_remedy_bodies")
def same_remedy_bodies(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the other `papers` name the body of reconsideration and the court that the `decision` names.

    Where one paper names several bodies, one in common is enough. A paper of before `since` and one of later need not
    agree on the body: the law changed between them.
    """
    del law
    since = date.fromisoformat(text(arguments, "since"))
    violations: list[Violation] = []
    used: list[Fact] = []
    compared = False
    for field in ("复议机关", "诉讼法院"):
        own = next((f for form in texts(arguments, "decision") for f in known(case, f"{form}.{field}")), None)
        if own is None:
            continue
        used.append(own)
        for form in texts(arguments, "papers"):
            for other in known(case, f"{form}.{field}"):
                if field == "复议机关" and _old(case, own, since) is not _old(case, other, since):
                    continue
                compared = True
                if not _bodies(own) & _bodies(other):
                    violations.append(_differs(case, own, other))
    if not compared and not violations:
        return Answer(truth=True, moot=True)
    return settle(violations, (), used)


def _bodies(fact: Fact) -> set[str]:
    return {normalise_name(name) for name in re.split(r"或者?|、|和", str(fact.value)) if name}


def _old(case: CaseFacts, fact: Fact, since: date) -> bool | None:
    """Whether the paper that names the body is of before a day; None where its day is not known."""
    form = fact.name.split(".", 1)[0]
    for name in (f"{form}.决定日期", f"{form}.日期"):
        for dated in known(case, name, fact.document):
            return day(dated) < since
    return None


def _differs(case: CaseFacts, own: Fact, other: Fact) -> Violation:
    papers = (("own_paper", title_of(case, own.document)), ("other_paper", title_of(case, other.document)))
    params = (*papers, ("own", str(own.value)), ("other", str(other.value)))
    masked = own.masked or other.masked
    return Violation(
        facts=(own, other),
        params=params,
        cause=Cause.NEEDS_JUDGEMENT if masked else None,
        key=f"{other.name} {normalise_name(str(other.value))}",
    )
