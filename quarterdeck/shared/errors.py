"""The failures that are expected; one middleware and one API handler answer them."""


class RuleBroken(Exception):
    """A rule of the product says no. The message is fit to be read by the person."""


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
