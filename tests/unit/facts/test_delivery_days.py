"""The day a receipt proves: that of the delivery, that of the signature, and what happens where they differ."""

from collections.abc import Callable
from datetime import date

from casecheck.model.fact import CaseFacts, Conflicting, Known, Origin

Read = Callable[..., CaseFacts]

DECISION = "行政处罚决定书\n青湖市监处罚〔2024〕15号\n当事人：青湖县云朵食品店\n青湖县市场监督管理局\n2024年5月20日\n"


def receipt(delivered: str, signed: str, served_by: str = "石青、江蓝") -> list[list[str]]:
    return [
        ["受送达人", "青湖县云朵食品店"],
        ["送达时间", delivered],
        ["送达文书名称", "行政处罚决定书（青湖市监处罚〔2024〕15号）"],
        ["收件人签名或者盖章", signed],
        ["送达人", served_by],
    ]


def days(case: CaseFacts) -> list[object]:
    return [fact.value for fact in case.named("行政处罚决定书.送达日期")]


def test_days_that_differ_are_both_kept_with_their_places(read: Read) -> None:
    case = read(
        ("行政处罚决定书", DECISION), ("送达回证", receipt("2024年5月22日10时", "白小舟2024年6月3日"), ("d01",))
    )
    slot = case.slot("行政处罚决定书.送达日期", "d01")
    assert isinstance(slot, Conflicting)
    assert [fact.value for fact in slot.facts] == [date(2024, 5, 22), date(2024, 6, 3)]
    assert len({fact.places[0].block for fact in slot.facts}) == 2


def test_the_same_day_twice_is_one(read: Read) -> None:
    case = read(
        ("行政处罚决定书", DECISION), ("送达回证", receipt("2024年5月22日10时", "白小舟2024年5月22日"), ("d01",))
    )
    assert isinstance(case.slot("行政处罚决定书.送达日期"), Known)
    assert days(case) == [date(2024, 5, 22)]


def test_a_signature_alone_gives_the_day(read: Read) -> None:
    case = read(("行政处罚决定书", DECISION), ("送达回证", receipt("", "白小舟2024年5月23日"), ("d01",)))
    assert days(case) == [date(2024, 5, 23)]


def test_the_day_the_server_signed_is_not_the_receivers(read: Read) -> None:
    told = receipt("2024年5月22日10时", "白小舟", "石青、江蓝2024年5月24日")
    case = read(("行政处罚决定书", DECISION), ("送达回证", told, ("d01",)))
    assert days(case) == [date(2024, 5, 22)]


def test_rows_with_days_of_their_own(read: Read) -> None:
    rows = [
        ["受送达人", "青湖县云朵食品店", "", ""],
        ["送达文书名称", "文书文号", "送达时间", "收件人签名"],
        ["行政处罚告知书", "青湖市监罚告〔2024〕9号", "2024年5月6日", "白小舟"],
        ["行政处罚决定书", "青湖市监处罚〔2024〕15号", "2024年5月22日", "白小舟"],
    ]
    notice = "行政处罚告知书\n青湖市监罚告〔2024〕9号\n青湖县云朵食品店：\n"
    case = read(("行政处罚决定书", DECISION), ("行政处罚告知书", notice), ("送达回证", rows, ("d01", "d02")))
    assert days(case) == [date(2024, 5, 22)]
    assert [fact.value for fact in case.named("行政处罚告知书.送达日期")] == [date(2024, 5, 6)]


NOTICE = "行政处罚告知书\n青湖市监罚告〔2024〕9号\n当事人：青湖县云朵食品店\n青湖县市场监督管理局\n2024年4月8日\n"


def announcement(term: str) -> str:
    return (
        "行政处罚文书送达公告\n青湖县云朵食品店：\n因邮件退回，现向你单位公告送达《行政处罚告知书》（青湖市监罚告〔2024〕9号）。"
        f"自公告发布之日起经过{term}，即视为送达。\n青湖县市场监督管理局\n2024年4月10日\n"
    )


def announced(read: Read, term: str, *more: tuple[object, ...]) -> list[object]:
    case = read(("行政处罚告知书", NOTICE), ("行政处罚文书送达公告", announcement(term), ("d01",)), *more)
    return [fact.value for fact in case.named("行政处罚告知书.送达日期") if fact.origin is not Origin.RECITED]


def test_an_announcement_serves_when_its_own_term_is_over(read: Read) -> None:
    assert announced(read, "三十日") == [date(2024, 5, 10)]
    assert announced(read, "30日") == [date(2024, 5, 10)]
    assert announced(read, "六十日") == [date(2024, 6, 9)]


def test_an_announcement_without_a_term_gives_no_day(read: Read) -> None:
    assert announced(read, "法定期限") == []


def test_a_notice_was_not_served_before_a_decision_that_came_within_the_term(read: Read) -> None:
    decided = DECISION.replace("5月20日", "5月{}日")
    assert announced(read, "三十日", ("行政处罚决定书", decided.format(10))) == []
    assert announced(read, "三十日", ("行政处罚决定书", decided.format(11))) == [date(2024, 5, 10)]


def test_the_day_of_the_posting_is_not_recited_as_that_of_the_service(read: Read) -> None:
    told = "行政处罚决定书\n2024年4月10日，本局向当事人公告送达《行政处罚告知书》（青湖市监罚告〔2024〕9号）{}。\n2024年5月20日\n"

    def recited(ending: str) -> list[object]:
        return [f.value for f in read(("行政处罚决定书", told.format(ending))).named("行政处罚告知书.送达日期")]

    assert recited("") == []
    assert recited("，2024年5月10日视为送达") == [date(2024, 5, 10)]


def served_to(addressee: str, day: str, signed: str = "白小舟") -> list[list[str]]:
    rows = receipt(day, signed)
    return [["受送达人", addressee], *rows[1:]]


def counted(read: Read, *receipts: list[list[str]], decision: str = DECISION) -> list[object]:
    slot = read(("行政处罚决定书", decision), *(("送达回证", r, ("d01",)) for r in receipts)).slot(
        "行政处罚决定书.送达日期", "d01"
    )
    assert isinstance(slot, Known)
    return [fact.value for fact in slot.facts]


def test_the_first_service_counts_and_the_further_one_is_still_shown(read: Read) -> None:
    first, again = (served_to("青湖县云朵食品店", day) for day in ("2024年5月22日", "2024年6月3日"))
    assert counted(read, again, first) == [date(2024, 5, 22)]
    case = read(("行政处罚决定书", DECISION), ("送达回证", first, ("d01",)), ("送达回证", again, ("d01",)))
    assert days(case) == [date(2024, 5, 22), date(2024, 6, 3)]


def test_an_attempt_that_reached_nobody_does_not_count(read: Read) -> None:
    failed = served_to("青湖县云朵食品店", "2024年5月22日", "查无此人，退回")
    assert counted(read, failed, served_to("青湖县云朵食品店", "2024年6月3日")) == [date(2024, 6, 3)]


def test_a_copy_for_another_authority_is_not_the_service_on_the_party(read: Read) -> None:
    other = served_to("青湖县卫生健康局", "2024年5月20日")
    assert counted(read, other, served_to("青湖县云朵食品店", "2024年5月22日")) == [date(2024, 5, 22)]


def test_of_two_parties_the_one_served_last_counts(read: Read) -> None:
    both = DECISION.replace("当事人：青湖县云朵食品店", "当事人：青湖县云朵食品店\n当事人：青湖县晴川饮品店")
    first, second = (
        served_to("青湖县云朵食品店", "2024年5月22日"),
        served_to("青湖县晴川饮品店", "2024年6月3日"),
    )
    assert counted(read, first, second, decision=both) == [date(2024, 6, 3)]


def test_a_receipt_at_odds_with_itself_leaves_the_day_open(read: Read) -> None:
    case = read(
        ("行政处罚决定书", DECISION),
        ("送达回证", receipt("2024年5月22日", "白小舟2024年6月3日"), ("d01",)),
        ("送达回证", receipt("2024年6月5日", "白小舟"), ("d01",)),
    )
    assert isinstance(case.slot("行政处罚决定书.送达日期", "d01"), Conflicting)
