"""Every word a rule says is said in both languages, and in that language."""

import pytest

from casecheck.model.rule import Rule
from casecheck.model.words import Words
from casecheck.rules.examples import case_of, run
from tests.language.leftovers import chinese_in, english_in, values_in, values_of
from tests.rules.kit import knowledge, rules


def own_words(rule: Rule) -> list[Words]:
    cures = [cure for variant in ("", *rule.cures) if (cure := rule.cure_of(variant)[1])]
    return [rule.title, rule.why, *rule.messages.values(), *cures, *(example.name for example in rule.examples)]


def said(code: str) -> list[tuple[Words, set[str]]]:
    """What the rule says of its examples, with the values it may repeat."""
    rule, (vocabulary, law) = rules()[code], knowledge()
    found: list[tuple[Words, set[str]]] = []
    for example in rule.examples:
        result = run(rule, example, vocabulary, law)
        values = values_of(case_of(example, vocabulary)) | values_in(example)
        words = [w for f in result.findings for w in (f.message, f.working) if w]
        found += [(w, values) for w in (*words, *([result.reason] if result.reason else []))]
    return found


@pytest.mark.parametrize("code", sorted(rules()))
def test_english_holds_no_chinese_but_names_and_quotations(code):
    left = [found for words in own_words(rules()[code]) for found in chinese_in(words.en)]
    left += [f"{found} IN {words.en}" for words, values in said(code) for found in chinese_in(words.en, values)]
    assert not left


@pytest.mark.parametrize("code", sorted(rules()))
def test_chinese_holds_no_english_sentences(code):
    everything = [*own_words(rules()[code]), *(words for words, _ in said(code))]
    assert not [found for words in everything for found in english_in(words.zh)]
