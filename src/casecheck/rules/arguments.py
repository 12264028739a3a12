"""Arguments of a kind as typed values. Loading has validated them; anything else is an error of the rule."""

from casecheck.model.rule import Json


def names(value: Json) -> tuple[str, ...]:
    """One name, or a list of names."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(str(item) for item in value)
    raise TypeError(f"expected a name or a list of names, not {value!r}")


def mapping(value: Json) -> dict[str, Json]:
    """Named arguments."""
    if not isinstance(value, dict):
        raise TypeError(f"expected named arguments, not {value!r}")
    return value


def text(arguments: Json, key: str) -> str:
    """A required text."""
    value = mapping(arguments).get(key)
    if not isinstance(value, str):
        raise TypeError(f"{key}: expected text, not {value!r}")
    return value


def whole(arguments: Json, key: str) -> int | None:
    """An optional whole number."""
    value = mapping(arguments).get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"{key}: expected a whole number, not {value!r}")
