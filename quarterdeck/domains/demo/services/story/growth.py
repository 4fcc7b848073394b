"""What the roles of the café ask for, and what some of its people want to become."""

from .telling import Proof, Wish

# A table is read by its lines.
# fmt: off
ROLES = (
    (
        "Café manager", "Answers for the house, the crew and the till.",
        "Hosting guests 4, Handling complaints 5, Shift planning 4, Public speaking 3",
    ),
    (
        "Assistant manager", "Runs the day so that the manager can be away.",
        "Hosting guests 4, Handling complaints 4, Shift planning 3, Public speaking 2",
    ),
    (
        "Barista", "Makes the coffee, and is the first face a guest sees.",
        "Barista work 4, Till and cash 3, Handling complaints 2",
    ),
)
HOLDINGS = (
    ("maya", "Café manager", "holds"),
    ("jonas", "Assistant manager", "holds"),
    ("jonas", "Café manager", "aims"),
    ("sam", "Barista", "holds"),
    ("sam", "Assistant manager", "aims"),
    ("ida", "Barista", "holds"),
    ("nadia", "Barista", "holds"),
)
WISHES = (
    Wish(
        "jonas", "Speak to the whole crew without notes", "People follow whom they have heard.",
        "Public speaking 3", 18, 30, "festival",
        (
            ("at_work", "Open one Tuesday round", -8),
            ("with_others", "Watch the harbour master brief her crew", -3),
            ("at_work", "Speak to the crew before the doors of the festival open", 18),
            ("in_a_course", "Half a day on speaking at the adult school", 12),
        ),
    ),
    Wish(
        "sam", "Settle a hard complaint without calling Jonas",
        "Guests should not wait for somebody else.", "Handling complaints 3", 30, 20, "refunds",
        (
            ("with_others", "Stand beside Jonas at three complaints", -4),
            ("at_work", "Settle the next one alone, Jonas near by", 6),
        ),
    ),
    Wish(
        "maya", "Let Jonas run a whole week", "The café must not need me every day.", "", 40, 25,
        "", (("at_work", "Stay away for one Saturday", 9), ("at_work", "A week away", 38)),
    ),
)
PROOFS = (
    Proof(
        "jonas", "Public speaking 3",
        "Opened the round of 14 people, told why the refund rule changes, took the questions.",
        "maya", 4,
    ),
)
