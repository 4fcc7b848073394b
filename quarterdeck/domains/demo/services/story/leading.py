"""What the teams of the story meet for, who led it when, who would like to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Floor:
    """One occasion: `led` from the oldest date to the latest, one a rhythm."""

    team: str
    title: str
    kind: str
    weeks: int
    aim: str
    limits: str
    support: str
    skill: str
    led: tuple[str, ...]
    next: tuple[tuple[str, str], ...] = ()  # part, who: of the date to come
    willing: tuple[str, ...] = ()
    rather_not: tuple[str, ...] = ()


FLOORS = (
    Floor(
        "Café Lumen",
        "Weekly briefing",
        "meeting",
        1,
        "Everybody knows what the week brings and why it matters to our guests.",
        "Ten minutes. Prices and shifts are settled elsewhere.",
        "Maya stands in the last row and answers only when asked.",
        "Public speaking",
        ("maya", "maya", "maya", "maya", "jonas", "jonas"),
        next=(("leads", "jonas"), ("notes", "sam")),
        willing=("jonas", "sam", "nadia"),
        rather_not=("pete",),
    ),
    Floor(
        "Café Lumen",
        "Monthly look at the figures",
        "review",
        4,
        "Each of us can say what a good month is made of.",
        "Nobody is compared with anybody.",
        "Priya prepares the numbers; questions are welcome before.",
        "Spreadsheets",
        ("maya", "maya", "maya"),
        willing=("rosa",),
    ),
    Floor(
        "North Agency",
        "Open studio",
        "presentation",
        2,
        "One piece of work, shown while it is unfinished.",
        "Half an hour. Nothing is decided.",
        "Lina sets up the room; Tom asks the first question.",
        "",
        ("tom", "tom", "lina", "priya"),
        willing=("lina", "priya", "sofia"),
    ),
)
# Who looked back on the latest date they led: how many dates ago, for whom, and words.
LOOKED_BACK = (
    "Weekly briefing",
    "jonas",
    "maya",
    "I began with the guest who came back for the cake. They listened.",
    "Leave the rota out. It took five of the ten minutes.",
)
