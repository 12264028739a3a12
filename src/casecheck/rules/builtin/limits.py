"""Named legal values (`$办案.期限`) on the day that counts."""

from datetime import date

from casecheck.law.book import LawBook
from casecheck.law.periods import Due, Length
from casecheck.model.fact import CaseFacts, Fact, Known
from casecheck.model.verdict import Cause, Violation


def _plain(name: str) -> str:
    return name.removeprefix("$")


def period(law: LawBook, name: str, on: date) -> Length | None:
    """The length of a named period on a day; None when no such value was in force."""
    limit = law.limits.on(_plain(name), on)
    return limit.length if limit else None


def amount(law: LawBook, name: str, on: date) -> int | None:
    """A named sum in 分 on a day; None when no such value was in force."""
    limit = law.limits.on(_plain(name), on)
    return limit.amount if limit else None


def no_calendar(end: Due, start: Fact, act: Fact) -> Violation:
    """The act falls where only the holiday notice of the year could tell whether the period had ended."""
    on = act.value.year if isinstance(act.value, date) else 0
    return Violation(
        facts=(start, act),
        variant="calendar",
        params=(("year", str(on)), ("start", str(start.value)[:10]), ("act", str(act.value)[:10])),
        working=end.working,
        cause=Cause.NOT_FOUND,
        key=f"calendar {str(act.value)[:10]}",
    )


def measured_as(case: CaseFacts, law: LawBook, on: date) -> str | None:
    """Which of two amounts holds for the party, `自然人` or `单位`; None where that is not known.

    For a sole trader (个体工商户) practice differs: it is what the region says (`个体工商户.身份`), else not known.
    """
    slot = case.slot("当事人.类型")
    kind = str(slot.facts[0].value) if isinstance(slot, Known) else ""
    if kind in ("法人", "其他组织"):
        return "单位"
    if kind == "个体工商户":
        set_by_region = law.limits.on("个体工商户.身份", on)
        return set_by_region.choice if set_by_region else None
    return "自然人" if kind == "自然人" else None


def reaches(case: CaseFacts, law: LawBook, limits: tuple[str, str], fen: int, on: date) -> bool | None:
    """Whether an amount reaches the limit that holds for the party; `limits` names that of a person and of an organisation.

    None where no such value was in force, or where the two differ and it is not known which one holds.
    """
    low, high = (amount(law, name, on) for name in limits)
    measure = measured_as(case, law, on)
    if measure == "自然人":
        return None if low is None else fen >= low
    if measure == "单位":
        return None if high is None else fen >= high
    if low is None or high is None:
        return None
    return True if fen >= high else False if fen < low else None


def grave_by_amount(case: CaseFacts, law: LawBook) -> Fact | None:
    """The fine that makes the case a grave one (重大案件) by the figure the region has set; None where there is no such figure.

    The law leaves the figure to the regions (行政处罚法 第五十七条第二款, 第五十八条第一款第四项).
    """
    decided = case.slot("行政处罚决定书.决定日期")
    on = decided.facts[0].value if isinstance(decided, Known) else None
    if not isinstance(on, date):
        return None
    for name in ("行政处罚决定书.罚款金额", "行政处罚告知书.拟罚款金额"):
        slot = case.slot(name)
        for fine in slot.facts if isinstance(slot, Known) else ():
            grave = ("重大案件.自然人罚款", "重大案件.单位罚款")
            if isinstance(fine.value, int) and reaches(case, law, grave, fine.value, on):
                return fine
    return None
