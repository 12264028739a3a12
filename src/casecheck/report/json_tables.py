"""The tables that are worked out of the facts (办案步骤, 送达一览, 办案人员) as plain values."""

from collections.abc import Sequence

from casecheck.model.people import People, Person
from casecheck.model.rule import Json
from casecheck.model.service import Service
from casecheck.model.steps import Step, StepPath
from casecheck.model.words import Language
from casecheck.report.json_places import mark_entry


def step_entries(paths: Sequence[StepPath], language: Language) -> Json:
    """办案步骤: each path of the case with its steps in the lawful order."""
    return [
        {"path": p.name, "title": p.title.of(language), "steps": [_step(s, language) for s in p.steps]} for p in paths
    ]


def _step(step: Step, language: Language) -> Json:
    return {
        "name": step.name,
        "title": step.title.of(language),
        "state": step.state.value,
        "days": list(step.days),
        "earliest": step.earliest,
        "latest": step.latest,
        "against": step.against,
        "clock": step.clock,
        "rule": step.rule,
        "why": step.why.of(language) if step.why else None,
        "facts": [mark_entry(fact) for fact in step.facts],
        "basis": list(step.basis),
    }


def service_entries(services: Sequence[Service], language: Language) -> Json:
    """The service of each paper."""
    return [_service(service, language) for service in services]


def _service(service: Service, language: Language) -> Json:
    return {
        "paper": service.paper,
        "document": service.document,
        "number": service.number,
        "receipt": service.receipt,
        "addressee": service.addressee,
        "manner": service.manner.value,
        "manner_text": service.printed,
        "days": list(service.days),
        "signer": service.signer,
        "standing": service.standing.value if service.standing else None,
        "servers": list(service.servers),
        "state": service.state.value,
        "proofs": [
            {"what": p.what.of(language), "found": p.found, "facts": [mark_entry(f) for f in p.facts]}
            for p in service.proofs
        ],
        "windows": [
            {
                "name": w.name,
                "title": w.title.of(language),
                "first": w.first,
                "last": w.last,
                "state": w.state.value,
                "left": w.left,
                "rule": w.rule,
            }
            for w in service.windows
        ],
        "facts": [mark_entry(f) for f in service.facts],
    }


def people_entry(people: People, language: Language) -> Json:
    """The persons of the authority, and what does not go together."""
    return {
        "investigators": people.investigators,
        "certified": people.certified,
        "persons": [_person(person) for person in people.persons],
        "remarks": [
            {
                "kind": r.kind,
                "names": list(r.names),
                "said": r.said.of(language),
                "rule": r.rule,
                "facts": [mark_entry(f) for f in r.facts],
            }
            for r in people.remarks
        ],
    }


def _person(person: Person) -> Json:
    return {
        "name": person.name,
        "masked": person.masked,
        "certificates": list(person.certificates),
        "appearances": [
            {
                "role": a.role.value,
                "paper": a.paper,
                "document": a.document,
                "certificate": a.certificate,
                "start": a.start,
                "end": a.end,
                "fact": mark_entry(a.fact),
            }
            for a in person.appearances
        ],
    }
