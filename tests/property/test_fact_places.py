"""Every fact stands where it says, however the text is broken into lines."""

from hypothesis import given, settings
from hypothesis import strategies as st

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.place import checklists_root
from casecheck.dossier.assemble import assemble
from casecheck.facts.read import read_facts
from casecheck.model.fact import Origin
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.text.folded import fold
from tests.scenarios.test_negative_controls import PRICE

VOCABULARY = load_vocabulary(checklists_root())
HEAD = 3
BREAKS = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(["\n", " ", "\u3000", "\u200b", "\n "])), max_size=60
)


def broken(lines, breaks):
    """The lines with white space put in at those places, as a printer or a converter does; titles stay whole."""
    broken_lines = list(lines)
    for position, white in breaks:
        number = HEAD + position % (len(lines) - HEAD)
        line = broken_lines[number]
        cut = position % (len(line) + 1)
        broken_lines[number] = line[:cut] + white + line[cut:]
    return broken_lines


@settings(max_examples=40, deadline=None)
@given(BREAKS)
def test_the_text_at_the_place_of_a_fact_is_the_text_of_the_fact(breaks):
    blocks = tuple(
        Block(file="a.docx", index=n, kind=BlockKind.PARAGRAPH, text=line, centred=n < HEAD, page_break_before=n == 0)
        for n, line in enumerate(broken(PRICE.splitlines(), breaks))
    )
    source = SourceText(name="a.docx", format="docx", sha256="0" * 64, blocks=blocks)
    case = read_facts(assemble("a.docx", [source], VOCABULARY), VOCABULARY)
    assert case.named("行政处罚决定书.文号")
    for fact in case.facts:
        for place in fact.places:
            assert 0 <= place.start <= place.end <= len(blocks[place.block].text)
        if fact.origin is Origin.EXTRACTED and len(fact.places) == 1:
            place = fact.places[0]
            here = blocks[place.block].text[place.start : place.end]
            assert fold(here).text == fold(fact.raw).text
