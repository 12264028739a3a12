"""当事人身份对照表 as plain values."""

from casecheck.model.identity import Cell, Identity, Item, Row
from casecheck.model.rule import Json
from casecheck.report.json_places import place_entry
from casecheck.report.values import shown_identity


def identity_entry(identity: Identity) -> Json:
    """Each party with its values, paper by paper, and the numbers of other persons."""
    return {
        "parties": [{"name": p.name, "kind": p.kind, "rows": [_row(row) for row in p.rows]} for p in identity.parties],
        "others": [_cell(cell, Item.IDENTITY_NUMBER) for cell in identity.others],
    }


def _row(row: Row) -> Json:
    return {
        "item": row.item.value,
        "value": shown_identity(row.item, row.value),
        "source": row.source.document,
        "cells": [_cell(cell, row.item) for cell in row.cells],
    }


def _cell(cell: Cell, item: Item) -> Json:
    return {
        "paper": cell.paper,
        "document": cell.document,
        "value": shown_identity(item, cell.value) if cell.value is not None else None,
        "standing": cell.standing.value,
        "how": cell.how or None,
        "sure": cell.sure,
        "valid": cell.valid,
        "origin": cell.fact.origin.value if cell.fact else None,
        "at": place_entry(cell.quote.place) if cell.quote else None,
    }
