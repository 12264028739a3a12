"""The day a receipt proves: that of the delivery, that of the signature, and what happens where they differ."""

from collections.abc import Callable
from datetime import date

from casecheck.model.fact import CaseFacts, Conflicting, Known

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
