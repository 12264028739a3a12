"""`spare: {clocks: [名称], at_least: $名称}`: each of these periods was, or can still be, kept with so many days to spare."""

from casecheck.model.clock import Clock, ClockState
from casecheck.model.rule import Json
from casecheck.model.verdict import Answer, Cause, Missing, Violation
from casecheck.rules.arguments import mapping, names, text
from casecheck.rules.clocks.course import courses
from casecheck.rules.clocks.ledger import clock_of
from casecheck.rules.context import Context
from casecheck.rules.logic import every

NAME = "spare"


def evaluate(arguments: Json, context: Context) -> Answer:
    """One violation for each run that ends with fewer calendar days left.

    A period that was missed, or whose end cannot be reckoned, is another rule's matter; a running one is looked at as of
    today.
    """
    given = mapping(arguments)
    limit = context.limit(text(given, "at_least"))
    if limit is None or limit.length is None:
        return Answer(truth=None, missing=(Missing(name=text(given, "at_least"), cause=Cause.NOT_FOUND),))
    whole = context.case.scope == "dossier"
    runs = [
        clock_of(course, context.as_of, whole=whole)
        for name in names(given["clocks"])
        for course in courses(context.law.clocks.by_name[name], context.case, context.law)
    ]
    return every([_left(run, limit.length.count) for run in runs]) if runs else Answer(truth=True)


def _left(run: Clock, least: int) -> Answer:
    days = run.slack if run.state is ClockState.MET else run.left if run.state is ClockState.RUNNING else None
    facts = tuple(fact for fact in (run.began, run.done) if fact)
    if days is None or days < 0 or days >= least:
        return Answer(truth=True, used=facts)
    params = (("clock", run.title.zh), ("clock@en", run.title.en), ("due", run.due or ""), ("days", str(days)))
    wrong = Violation(facts=facts, key=f"{run.name}|{run.start}", params=params, working=run.working)
    return Answer(truth=False, used=facts, violations=(wrong,))
