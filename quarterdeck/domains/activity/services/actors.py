"""Who acts when nobody is signed in."""


class Operator:
    """Whoever runs a command on the machine itself: known to nobody, named all the same."""

    pk = None

    def __str__(self) -> str:
        return "The operator at the command line"


OPERATOR = Operator()
