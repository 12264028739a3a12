"""管辖: whether the authority may act at this place (地域管辖) and at its level (级别管辖), by the names of divisions."""

import re

from casecheck.law.book import LawBook
from casecheck.model.fact import CaseFacts, Fact
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.builtin.reading import known, running, settle, text, texts
from casecheck.rules.builtin.registry import predicate

_AUTHORITY = re.compile(
    r"^(?P<region>.+?)(?:市场监督管理|市场监管|工商行政管理|食品药品监督|质量技术监督|综合行政执法|知识产权)\S*[局会]$"
)
_STEP = re.compile(r"[一-龥]{1,7}?(?:省|自治区|自治州|地区|盟|市(?!场)|区|自治县|县|自治旗|旗)")
_NO_DIVISION = re.compile(
    r"(?:超市|门市|城市|都市|夜市|菜市|小区|社区|园区|校区|厂区|街区|库区|景区|辖区|商业区|工业区|水产区|服务区)$"
)
_ZONE = re.compile(r"(?:新区|开发区|高新区|经开区|示范区|管理区|度假区|保税区|产业区|风景区)$")
"""Zones are no level of government; whose branch acts there is not in the name."""
_MUNICIPALITIES = frozenset({"北京市", "上海市", "天津市", "重庆市"})
_RANKS = {"county": 1, "prefecture": 2, "province": 3}


@predicate("authority_at_least")
def authority_at_least(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether the deciding authority (`authority`: names of facts, the first known) is of `level` (`prefecture province`) or above.

    A name like 云岫市 may be of a city with districts or of a county's rank: open for `prefecture`, below `province`. So are
    zones and the districts of the four municipalities for `prefecture`.
    """
    del law
    fact = _authority(case, texts(arguments, "authority"))
    if fact is None:
        return settle((), _unnamed(arguments))
    least, most = _rank(str(fact.value))
    wanted = _RANKS[text(arguments, "level")]
    if least >= wanted:
        return settle((), (), (fact,))
    doubt = None if most < wanted else Cause.NEEDS_JUDGEMENT
    return settle((Violation(facts=(fact,), params=(("authority", str(fact.value)),), cause=doubt),))


@predicate("places_comparable")
def places_comparable(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether one of `places` names the region of the authority (`authority`) or another one, so that they can be compared."""
    del law
    fact = _authority(case, texts(arguments, "authority"))
    if fact is None:
        return settle((), _unnamed(arguments))
    region = _divisions(_region(str(fact.value)))
    found = [
        f for name in texts(arguments, "places") for f in known(case, name) if _here(f, region) or _away(f, region)
    ]
    return Answer(truth=bool(found), used=(fact, *found[:1]))


@predicate("place_in_district")
def place_in_district(case: CaseFacts, law: LawBook, arguments: Json) -> Answer:
    """Whether a place of the case lies in the region the authority (`authority`) is named after (处罚法 第二十二条).

    False when each of `inspected` names another district and no other place (`places`) names the region; open where only other
    places do. Places that name no division say nothing. Where no place of inspection was read, a place told in the text counts.
    """
    del law
    fact = _authority(case, texts(arguments, "authority"))
    if fact is None:
        return settle((), _unnamed(arguments))
    region = _divisions(_region(str(fact.value)))
    inspected = [f for name in texts(arguments, "inspected") for f in known(case, name)]
    others = [f for name in texts(arguments, "places") for f in known(case, name)]
    places = [*inspected, *others]
    if any(_here(f, region) for f in places):
        return settle((), (), (fact, *places[:1]))
    away = [f for f in places if _away(f, region)]
    if not away or not region:
        return settle((), (), (), moot=True)
    if not inspected and _told_here(case, region):
        return settle((), (), (fact, *others[:1]))
    sure = bool(inspected) and all(_away(f, region) for f in inspected)
    said = (("authority", str(fact.value)), ("place", str(away[0].value)))
    return settle(
        (
            Violation(
                facts=(fact, *away),
                params=said,
                variant="" if inspected else "domicile",
                cause=None if sure else Cause.NEEDS_JUDGEMENT,
            ),
        )
    )


def _authority(case: CaseFacts, names: tuple[str, ...]) -> Fact | None:
    """The first fact whose value is the name of an authority with a region."""
    return next((f for name in names for f in known(case, name) if _AUTHORITY.match(str(f.value))), None)


def _unnamed(arguments: Json) -> tuple[Missing, ...]:
    return tuple(Missing(name=name, cause=Cause.NOT_FOUND) for name in texts(arguments, "authority")[:1])


def _region(authority: str) -> str:
    found = _AUTHORITY.match(authority)
    return found["region"] if found else ""


def _rank(authority: str) -> tuple[int, int]:
    """The lowest and the highest rank that an authority of that name may have."""
    if authority.startswith("国家"):
        return 3, 3
    steps = _divisions(_region(authority))
    last = steps[-1] if steps else ""
    if last.endswith(("省", "自治区")) or last in _MUNICIPALITIES:
        return 3, 3
    if last.endswith(("自治州", "地区", "盟")):
        return 2, 2
    if not last or _ZONE.search(last) or (len(steps) > 1 and steps[0] in _MUNICIPALITIES):
        return 1, 2
    if last.endswith("市"):
        return (1, 1) if any(s.endswith(("市", "自治州")) for s in steps[:-1]) else (1, 2)
    return 1, 1


def _divisions(place: str) -> tuple[str, ...]:
    """The divisions that a place begins with, from the largest (`临江市云湖区…` gives 临江市, 云湖区)."""
    steps: list[str] = []
    at = 0
    while found := _STEP.match(place, at):
        if _NO_DIVISION.search(found.group()) or len(found.group()) < 2:
            break
        steps.append(found.group())
        at = found.end()
    return tuple(steps)


def _here(place: Fact, region: tuple[str, ...]) -> bool:
    return bool(region) and region[-1] in str(place.value)


def _told_here(case: CaseFacts, region: tuple[str, ...]) -> bool:
    """Whether a paper tells of an act at a place in the region (`在青禾县云集镇…检查`), not only of an authority named after it."""
    if not region:
        return False
    site = re.compile(
        rf"{re.escape(region[-1])}(?=[^，。；：“”《》局院府]{{1,20}}(?:镇|乡|街道|路|街|巷|村|社区|大道|广场|号))"
    )
    return any(site.search(running(paper).text) for paper in case.dossier.documents)


def _away(place: Fact, region: tuple[str, ...]) -> bool:
    """Whether a place names a division of the region's own level, or a city beside it, that is another one.

    A place that has the name of the region in another form (a county that became a district) says nothing; nor does
    a district without its city where the authority is that of a city.
    """
    steps = _divisions(str(place.value))
    if region and len(region[-1]) > 2 and region[-1][:-1] in str(place.value):
        return False
    if place.masked or not steps or not region or _ZONE.search(region[-1]) or _ZONE.search(steps[-1]):
        return False
    county = ("区", "县", "旗")
    if steps[-1].endswith(county):
        return region[-1].endswith(county) or (len(steps) > 1 and not set(steps) & set(region))
    cities = {s for s in region if s.endswith("市")}
    return steps[-1].endswith("市") and bool(cities) and region[-1].endswith(county) and not cities & set(steps)
