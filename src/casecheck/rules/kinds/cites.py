"""`cites: {fact: A, any: [法名 第X条…] | all: […]}`: one (or each) of the provisions is among those cited."""

from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Violation
from casecheck.rules.arguments import mapping, names, text
from casecheck.rules.context import Context, unknown
from casecheck.text.folded import fold

NAME = "cites"


def evaluate(arguments: Json, context: Context) -> Answer:
    """A citation of a paragraph or an item is one of its article; a citation of an article is not one of its item."""
    given = mapping(arguments)
    reading = context.read(text(arguments, "fact"))
    if not reading.facts:
        return unknown(reading)
    cited = [_plain(str(fact.value)) for fact in reading.facts]
    wanted = names(given.get("any", given.get("all", [])))
    lacking = [w for w in wanted if not any(_within(c, _plain(w)) for c in cited)]
    if not lacking or ("any" in given and len(lacking) < len(wanted)):
        return Answer(truth=True, used=reading.facts)
    params = (("lacking", "、".join(lacking)),)
    wrong = Violation(facts=reading.facts, key=f"{reading.name}|{'、'.join(lacking)}", params=params)
    return Answer(truth=False, used=reading.facts, violations=(wrong,))


def _plain(citation: str) -> str:
    return fold(citation).text.replace("《", "").replace("》", "").removeprefix("中华人民共和国")


def _within(cited: str, wanted: str) -> bool:
    """Whether the cited provision is the wanted one or part of it (第五条 does not hold 第五条之一)."""
    return cited == wanted or cited.startswith(f"{wanted}第")
