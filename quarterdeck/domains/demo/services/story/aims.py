"""Vision, values and goals, each with its why; some are behind."""

from .telling import Aim, Measure

# A table is read by its lines.
# fmt: off
VISION_FIRST = "Good coffee and good campaigns."
VISION = (
    "People leave our tables and our rooms better than they came, because whoever stands in "
    "front of them may decide what is right."
)
VISION_REASON = "The first one said what we sell, not why anybody should care."
VALUES = (
    ("Say the why", "No instruction leaves a desk without its reason."),
    ("Trust first", "Whoever hears the problem may solve it; we look at the numbers later."),
    ("Leave room", "If somebody can nearly do it, they do it, with help at hand."),
    ("Waste nothing", "Least of all the hours of people who could be with a guest."),
)
AIMS = (
    Aim(
        "welcome", "Guests and clients come back because problems end where they begin",
        "Every problem that waits for a manager is a guest who tells a friend.", "maya", "", 170,
        formula="goals",
    ),
    Aim(
        "refunds", "Refunds are settled at the counter",
        "People at the counter know best what is fair, and waiting for me spoils the visit.",
        "jonas", "Café Lumen", 64, "welcome",
        (
            Measure(
                "Refunds that wait for the manager", "a week", 4,
                (34, 33, 31, 32, 27, 24, 22, 19),
            ),
            Measure(
                "Time until a guest has the money back", "min", 10,
                (55, 52, 54, 47, 38, 33, 29, 25),
            ),
        ),
    ),
    Aim(
        "firstcall", "A client's complaint is answered in the first call",
        "Clients forgive mistakes; they do not forgive being passed around.", "clara",
        "Client service", 78, "welcome",
        (
            Measure(
                "Complaints solved in the first call", "%", 75, (38, 37, 41, 44, 43, 49, 52, 55),
            ),
        ),
    ),
    Aim(
        "time", "Our hours go where people are",
        "Time saved at a desk is time for a guest, a client or a colleague.", "maya", "", 170,
        formula="goals",
    ),
    Aim(
        "invoices", "Invoices no longer eat accounting's week",
        (
            "Five people who can advise spend most of their week typing what the system "
            "already knows."
        ),
        "priya", "Accounting", 57, "time",
        (
            Measure(
                "Hours a week spent on typing invoices", "h", 8,
                (31, 31, 32, 30, 31, 29, 28, 28),
            ),
            Measure("Invoices paid within 14 days", "%", 80, (48, 47, 50, 49, 51, 50, 52, 53)),
        ),
    ),
    Aim(
        "shifts", "Everybody knows their shifts three weeks ahead",
        "People can only bring a rested head if they can plan their own lives.", "rosa",
        "Café Lumen", 43, "time",
        (Measure("Shifts known three weeks ahead", "%", 95, (20, 20, 35, 40, 55, 60, 72, 78)),),
    ),
    Aim(
        "leaders", "Everybody can lead something",
        "A team that only follows stops thinking on the day its leader is away.", "maya", "",
        170, formula="goals",
    ),
    Aim(
        "festival", "The harbour festival is the crew's own",
        "Jonas speaks to the crew and the crew runs the day; that is how we learn to lead.",
        "jonas", "Café Lumen", 30, "leaders",
        (
            Measure("Stations led by somebody of the crew", "", 6, (0, 0, 1, 1, 2, 3, 3, 4)),
            Measure("Helpers who said yes", "", 20, (0, 2, 4, 5, 9, 11, 13, 14)),
        ),
    ),
    Aim(
        "floor", "Half of our meetings are led by somebody who leads no team",
        "Speaking first is learned by doing it where it is safe.", "tom", "North Agency", 92,
        "leaders",
        (Measure("Meetings led by a member", "%", 50, (8, 9, 9, 12, 14, 13, 16, 17)),),
    ),
    Aim(
        "lasting", "More of our work lasts longer than a season",
        "Long work lets people grow in it; a rush every month does not.", "tom", "North Agency",
        170, "",
        (
            Measure(
                "Income from agreements of a year or more", "%", 45,
                (27, 27, 29, 30, 31, 31, 33, 34),
            ),
        ),
    ),
    Aim(
        "deliver", "What we promise clients is on time", "A late campaign is a wasted one.",
        "clara", "North Agency", 120, "lasting", formula="work",
    ),
    Aim(
        "menu", "A menu from growers we have met",
        "Guests ask where things come from, and we want to answer by name.", "rosa", "Kitchen",
        36, "",
        (Measure("Dishes with a named grower", "", 10, (1, 1, 2, 2, 3, 4, 5, 5)),),
    ),
    Aim(
        "apprentices", "Two apprentices a year who stay",
        "Teaching somebody is the surest way to know what you do.", "rosa", "Café Lumen", 240,
        "leaders",
    ),
    Aim(
        "terrace", "Twenty-four seats on the terrace", "Sun and a chair: nobody needs more.",
        "maya", "Café Lumen", -25, "",
        (Measure("Seats outside", "", 24, (0, 0, 8, 12, 16, 20, 24, 24)),),
        outcome="reached", lesson="Asking the neighbours first saved us a month.",
    ),
)
# fmt: on
