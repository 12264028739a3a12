"""How much of an input is read before it is refused."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for one file. The defaults admit a 5,000-page dossier and stop what inflates without end.

    `part_bytes` and `package_bytes` bound the inflated XML of a DOCX (one part, all parts read), `ratio` how far a part of
    more than 10 MB may inflate. `memory_bytes` bounds the reading process, where the platform can. `seconds` and
    `seconds_per_megabyte` give the time after which it is stopped.
    """

    file_bytes: int = 512 * MEGABYTE
    part_bytes: int = 64 * MEGABYTE
    package_bytes: int = 160 * MEGABYTE
    members: int = 20_000
    ratio: int = 300
    pages: int = 5_000
    characters_per_page: int = 200_000
    rulings_per_page: int = 20_000
    memory_bytes: int = 2048 * MEGABYTE
    seconds: float = 20.0
    seconds_per_megabyte: float = 1.0

    def deadline(self, size: int) -> float:
        """Seconds that a file of `size` bytes may take."""
        return self.seconds + self.seconds_per_megabyte * size / MEGABYTE


DEFAULT = Limits()
