"""The one exception that reaches a user."""

from casecheck.model.words import Language, Words


class CaseCheckError(Exception):
    """Wrong usage or wrong data of the tool (never of a dossier): a message, what to do, and the exit code.

    `details` are lines that belong to it, such as one located error for each line of a checklist.
    """

    def __init__(
        self, message: Words, *, exit_code: int = 2, hint: Words | None = None, details: tuple[str, ...] = ()
    ) -> None:
        super().__init__("\n".join((message.en, *details)))
        self.message = message
        self.exit_code = exit_code
        self.hint = hint
        self.details = details

    def lines(self, language: Language) -> tuple[str, ...]:
        """The details in a language; errors whose details are worded in both languages say them in either."""
        return self.details
