"""The matrix of elements and evidence as plain values."""

from casecheck.model.elements import Element, Elements, Matrix, MatrixCell
from casecheck.model.place import Quote
from casecheck.model.rule import Json
from casecheck.model.words import Language
from casecheck.report.json_places import mark_entry, place_entry


def elements_entry(elements: Elements, language: Language) -> Json:
    """The matrices, and the cited provisions without a table of elements."""
    return {
        "matrices": [_matrix(matrix, language) for matrix in elements.matrices],
        "unknown": [{"cited": mark_entry(fact), "why": why.of(language)} for fact, why in elements.unknown],
    }


def _matrix(matrix: Matrix, language: Language) -> Json:
    return {
        "name": matrix.name,
        "title": matrix.title.of(language),
        "provisions": list(matrix.provisions),
        "cited": [mark_entry(fact) for fact in matrix.cited],
        "elements": [_element(element, language) for element in matrix.elements],
    }


def _element(element: Element, language: Language) -> Json:
    return {
        "name": element.name,
        "title": element.title.of(language),
        "sort": element.sort,
        "needed": element.needed,
        "state": element.state.value,
        "present": element.present,
        "sufficient": element.sufficient.of(language),
        "only_said": element.only_said,
        "cells": [_cell(cell) for cell in element.cells],
        "found": [_cell(cell) for cell in element.found],
        "disagreements": [
            {"said": d.said.of(language), "quotes": [_quote(q) for q in d.quotes]} for d in element.disagreements
        ],
    }


def _cell(cell: MatrixCell) -> Json:
    return {"paper": cell.paper, **_quote(cell.quote)}


def _quote(quote: Quote) -> dict[str, Json]:
    return {"document": quote.document, "text": quote.text, "at": place_entry(quote.place)}
