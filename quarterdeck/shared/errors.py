"""The failures that are expected; one middleware and one API handler answer them."""


class RuleBroken(Exception):
    """A rule of the product says no. The message is fit to be read by the person."""

    status = 409


class PrivateRoomsClosed(RuleBroken):
    """It is in doubt who opened this account, so what only its owner may read is shut."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            "Your private rooms are closed until somebody confirms that it is you."
        )


class StaleEdit(RuleBroken):
    """Somebody else changed the same field first; both texts are kept and shown."""

    def __init__(self, conflicts: "tuple[Conflict, ...]") -> None:
        self.conflicts = conflicts
        names = " and ".join(conflict.label for conflict in conflicts)
        super().__init__(f"Somebody changed {names} while you were editing.")


class Conflict:
    """One field that two people changed: what stands now, and what was to be written."""

    def __init__(self, field: str, theirs: object, yours: object, by: str) -> None:
        self.field, self.theirs, self.yours, self.by = field, theirs, yours, by

    @property
    def label(self) -> str:
        return self.field.removesuffix("_id").replace("_", " ")


class AlreadyDone(RuleBroken):
    """The same request arrived twice; its effect happened once."""


NO_ROOM = "There is no room left on the disk of the server."
NOT_WRITABLE = "The data folder of the server cannot be written."
AND_NOW = (
    " Nothing was changed. Whoever runs this instance can mend it; then try again."
)
# How systems and databases name the two; a database's error carries no number.
SIGNS = {
    "disk is full": NO_ROOM,
    "no space left": NO_ROOM,
    "disk quota exceeded": NO_ROOM,
    "read-only": NOT_WRITABLE,
    "readonly database": NOT_WRITABLE,
    "permission denied": NOT_WRITABLE,
}


def cannot_write(error: Exception) -> str | None:
    """Return the sentence for a disk that is full or closed; None for anything else."""
    told = str(error).lower()
    found = next((what for sign, what in SIGNS.items() if sign in told), None)
    return f"{found}{AND_NOW}" if found else None
