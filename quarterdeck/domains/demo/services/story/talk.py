"""Two conversations about a conflict: one that is under way, one that asks."""

OPENED_BY, WITH = "lina", "maya"
ABOUT = "The evening events at the café"
# Who, how they see it, what they need.
VIEWS = (
    (
        "lina",
        "I plan an event for forty, and on the day the back room is set for the café."
        " Twice I moved tables in front of guests.",
        "I need to know two days before what the room looks like, so that my team does"
        " not start with an apology.",
    ),
    (
        "maya",
        "The events are announced late, and my people learn of them from the guests."
        " They feel like visitors in their own café.",
        "I need my team to be asked, and a closing time that we can keep with five people.",
    ),
)
OPTIONS = (
    ("lina", "A plan of the room on the wall, changed by whoever moves a table"),
    ("maya", "No event on the two evenings with four people on shift"),
    ("lina", "One of the café is part of each event, paid by the agency"),
)
# Who does what, due in so many days.
UNDERTAKINGS = (
    ("maya", "Hang up the plan of the room", 5),
    ("lina", "Name each event ten days before, in the diary of the café", 9),
)
LOOK_BACK_IN = 40
AGREES_FIRST = "lina"
CONTACT = ("priya", "second floor, most mornings")
