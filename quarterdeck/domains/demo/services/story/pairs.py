"""Who meets whom one by one, what they talk about and what they promise."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Space:
    """Two people, their rhythm, how long ago they met, and when next."""

    one: str
    other: str
    weeks: int
    met: tuple[int, ...]  # so many days ago, the longest first
    next_in: int | None  # days from today
    open: tuple[tuple[str, str], ...] = ()  # who, what
    talked: tuple[tuple[str, str], ...] = ()
    promises: tuple[
        tuple[str, str, int, str], ...
    ] = ()  # who, what, due in days, state
    notes: str = ""  # of the last meeting, for both
    own: tuple[tuple[str, str], ...] = ()  # who, what only they read


SPACES = (
    Space(
        "maya",
        "jonas",
        2,
        (28, 13),
        1,
        open=(
            (
                "jonas",
                "I would like to open the Saturday talk once, without you in the room",
            ),
            ("maya", "Who covers the counter while Nadia is away?"),
        ),
        talked=(("jonas", "The refund rule: what the team asked"),),
        promises=(
            ("maya", "Introduce Jonas to the supplier of the new till", 2, "open"),
            (
                "jonas",
                "Write down what went wrong on the two long Saturdays",
                -3,
                "open",
            ),
            ("maya", "Ask the owner of the house about the awning", -9, "kept"),
        ),
        notes="Jonas spoke to the shift about refunds. Two people stayed and asked afterwards."
        "\nNext: a short talk to guests, ten minutes, with Maya in the last row.",
        own=(
            ("maya", "He asks before he decides. Say yes faster, so that he need not."),
        ),
    ),
    Space(
        "jonas",
        "sam",
        2,
        (29,),
        None,
        open=(("sam", "Can I sit in when you plan the shifts of next month?"),),
        promises=(("jonas", "Free two afternoons for the barista course", 4, "open"),),
    ),
    Space(
        "priya",
        "amina",
        1,
        (8, 1),
        6,
        open=(("amina", "Which invoices could go out by themselves?"),),
        talked=(("priya", "The supplier's bill that you settled alone"),),
        promises=(("priya", "Ask Noor for two days of automation help", 5, "open"),),
    ),
    Space(
        "maya",
        "tom",
        4,
        (20,),
        8,
        open=(("tom", "What the agency can learn from the refund rule"),),
    ),
)
ASKS = ("lina", "jonas", 4)  # who asks whom, every so many weeks
MOTIVES = (
    (
        "jonas",
        "partners",
        "Mornings when the room is full and it still runs. Guests who come back and say why."
        "\n\nIt drains me to redo what somebody did in a hurry. Thank me in two words, not in"
        " front of everybody.",
    ),
    (
        "sam",
        "team",
        "Learning something with my hands, and then showing it to somebody else.",
    ),
    ("amina", "me", "Order, and being trusted with the last word on it."),
)
