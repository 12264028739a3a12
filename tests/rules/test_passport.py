"""送达一览: manner, receiver, proofs and windows of the service of each paper."""

from datetime import date

import pytest

from casecheck.model.clock import ClockState
from casecheck.model.rule import Json
from casecheck.model.service import Manner, Served, Service, Standing
from casecheck.rules.clocks.ledger import ledger
from casecheck.rules.passport.service import services
from tests.rules.kit import case, knowledge

DECIDED: dict[str, Json] = {"行政处罚决定书.决定日期": "2023-06-29", "行政处罚决定书.送达日期": "2023-06-30"}
PARTY: dict[str, Json] = {"当事人.名称": "青禾县味佳餐饮店", "当事人.法定代表人": "方知行"}
PAPER: dict[str, Json] = {"form": "行政处罚决定书", "text": "行政处罚决定书", "served_by": True}


def receipt(**fields: Json) -> dict[str, Json]:
    told = {
        "送达方式": "直接送达",
        "送达日期": "2023-06-30",
        "受送达人": "青禾县味佳餐饮店",
        "收件人": "方知行",
    } | fields
    return {f"送达回证.{name}": value for name, value in told.items() if value is not None}


def passport(facts: dict[str, Json], *documents: dict[str, Json], scope: str = "dossier") -> tuple[Service, ...]:
    subject = case(facts, *documents, scope=scope)
    law = knowledge()[1]
    return services(subject, law, ledger(subject, law, date(2023, 7, 10)))


def decision(facts: dict[str, Json], *documents: dict[str, Json], scope: str = "dossier") -> Service:
    (found,) = [s for s in passport(DECIDED | PARTY | facts, PAPER, *documents, scope=scope) if s.receipt]
    return found


def found(service: Service) -> list[bool | None]:
    return [proof.found for proof in service.proofs]


def test_a_paper_handed_to_the_operator_is_proven_and_opens_its_periods() -> None:
    service = decision(receipt())
    assert (service.manner, service.standing, service.state) == (
        Manner.DIRECT,
        Standing.REPRESENTATIVE,
        Served.PROVEN,
    )
    windows = {w.name: (w.first, w.last, w.state) for w in service.windows}
    assert windows == {
        "缴款期限": ("2023-07-01", "2023-07-17", ClockState.RUNNING),
        "复议申请期限": ("2023-07-01", "2023-08-29", ClockState.RUNNING),
        "起诉期限": ("2023-07-01", "2024-01-02", ClockState.RUNNING),
    }


@pytest.mark.parametrize(
    ("fields", "more", "standing"),
    [
        ({"收件人": "青禾县味佳餐饮店"}, {}, Standing.PARTY),
        ({"收件人": "苏晚晴"}, {"送达地址确认书.收件人": "苏晚晴"}, Standing.NAMED),
        ({"收件人": "苏晚晴"}, {"授权委托书.受托人": "苏晚晴"}, Standing.AGENT),
        ({"收件人": "苏晚晴", "代收事由": "当事人的同住成年家属"}, {}, Standing.HOUSEHOLD),
        ({"收件人": "苏晚晴", "备注": "公司收发人员签收"}, {}, Standing.DESK),
        ({"收件人": "苏晚晴"}, {}, Standing.STRANGER),
    ],
)
def test_who_took_the_paper(fields: dict[str, Json], more: dict[str, Json], standing: Standing) -> None:
    service = decision(receipt(**fields) | more)
    assert service.standing is standing
    assert service.state is (Served.OPEN if standing is Standing.STRANGER else Served.PROVEN)


def test_a_named_receiver_of_the_party_does_not_sign_for_another_addressee() -> None:
    other = receipt(受送达人="澜星家居用品有限公司", 收件人="方知行")
    assert decision(other).standing is Standing.STRANGER


def test_a_paper_left_needs_the_refusal_and_a_witness_or_a_recording() -> None:
    left = {"送达方式": "留置送达", "收件人": None}
    assert found(decision(receipt(**left))) == [None, None]
    service = decision(receipt(**left, 见证人="柳青禾", 备注="当事人拒绝签收"))
    assert (found(service), service.state) == ([True, True], Served.PROVEN)


def test_service_by_post_needs_the_slip_of_the_same_day() -> None:
    post = receipt(送达方式="邮寄送达")
    assert decision(post).state is Served.UNPROVEN
    assert decision(post, scope="document").state is Served.OPEN
    assert decision(post | {"邮寄凭证.签收日期": "2023-06-30"}).state is Served.PROVEN
    late = decision(post | {"邮寄凭证.签收日期": "2023-07-02"})
    assert (found(late), late.state) == ([True, False], Served.UNPROVEN)


def test_electronic_service_needs_a_confirmation_that_agrees() -> None:
    electronic = receipt(送达方式="☐直接送达 ☑电子送达")
    assert decision(electronic).manner is Manner.ELECTRONIC
    assert found(decision(electronic))[0] is False
    assert found(decision(electronic | {"送达地址确认书.接受电子送达": "否"}))[0] is False
    assert found(decision(electronic | {"送达地址确认书.接受电子送达": "是"}))[0] is True


def test_a_paper_without_a_receipt_is_told_and_one_signed_on_the_paper_is_a_question() -> None:
    (bare,) = passport({"行政处罚决定书.决定日期": "2023-06-29"}, {"form": "行政处罚决定书", "text": "行政处罚决定书"})
    assert (bare.manner, bare.state, found(bare)) == (Manner.NONE, Served.UNPROVEN, [False])
    signed: dict[str, Json] = {"form": "行政处罚决定书", "text": "行政处罚决定书\n当事人签名：        年  月  日"}
    (place,) = passport({"行政处罚决定书.决定日期": "2023-06-29"}, signed)
    assert (place.state, found(place)) == (Served.OPEN, [None])


def test_a_letter_to_another_authority_is_not_called_unproven() -> None:
    (letter,) = passport({}, {"form": "协助调查函", "text": "协助调查函"})
    assert letter.state is Served.OPEN
