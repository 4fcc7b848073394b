"""The one exception that leaves this package."""


class Refused(Exception):
    """A file that is not read.

    ``str(error)`` is one plain English sentence, fit to be shown to the person
    who chose the file: it names what is wrong and, where it applies, the row,
    column or element.

    ``unexpected`` is true only when an error nobody foresaw was turned into a
    refusal at the top of the package; tests treat that as a defect.
    """

    def __init__(self, sentence: str, *, unexpected: bool = False) -> None:
        super().__init__(sentence)
        self.unexpected = unexpected


class NothingNamed(Refused):
    """A table of which no column gives a title or a name: somebody can say which."""
