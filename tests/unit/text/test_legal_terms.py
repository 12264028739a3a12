import pytest

from casecheck.text.legal_terms import glossed, in_english
from tests.rules.kit import knowledge


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("罚款", "fine"),
        ("3个月", "3 months"),
        ("1日", "1 day"),
        ("12,000.00元", "12,000.00 yuan"),
        ("60日", "60 days"),
        ("2021修正", "2021 amendment"),
        ("罚款、没收违法所得", "fine, confiscation of illegal income"),
        ("《广告法》第四条、《广告法》第五条等", "《广告法》第四条, 《广告法》第五条 …"),
        ("延期、分期缴纳", "payment deferred or by instalments"),
        ("2023", "2023"),
        ("某某公司", "某某公司"),
        ("高等学校", "高等学校"),
    ],
)
def test_terms_lengths_editions_and_lists(words, english):
    assert in_english(words) == english


def test_what_has_no_gloss_is_quoted_in_a_sentence():
    assert glossed("货值金额") == "value of the goods"
    assert glossed("另一种金额") == "“另一种金额”"


def test_every_term_of_the_penalty_table_has_a_gloss():
    tiers = [tier for provision in knowledge()[1].penalties.provisions for tier in provision.tiers]
    conditions = [tier.when for tier in tiers if tier.when]
    terms = {tier.base for tier in tiers} | {t for c in conditions for t in (c.base, c.circumstance, c.party)}
    assert len(terms - {None}) > 10
    assert not [term for term in terms - {None} if in_english(term) == term]
