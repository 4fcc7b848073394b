"""Who mentors whom in the story, who follows whom, who practises leading."""

# A table is read by its lines.
# fmt: off
OFFERS = (  # who, skills, in other themes, how many at once
    ("lina", ("Public speaking",), "The first year in which one leads", 2),
    ("tom", ("Public speaking", "Client advice"), "", 1),
    ("jonas", ("Hosting guests", "Handling complaints"), "", 2),
    ("maya", ("Handling complaints",), "Saying no and staying friends", 1),
)
WISHES = (  # who, skill, theme, holds for so many days
    ("jonas", "Public speaking", "", 120),
    ("sam", "Handling complaints", "", 60),
    ("priya", "Public speaking", "", None),
    ("sam", "", "Speaking up in a round of leads", None),
)
MENTOR, MENTEE = "lina", "jonas"  # of the first wish
GOAL = "Open the doors of the festival without notes in my hand."
MEETINGS = (  # days ago, who wrote it down, what was talked about
    (
        30, "jonas",
        "What makes me freeze: the first sentence. Lina learns only that one by heart, and "
        "looks at one face while she says it.",
    ),
    (
        9, "lina",
        "He opened the Tuesday round and did not look down once. Next time slower, and a pause "
        "after the first sentence.",
    ),
)
STEPS = (  # title, days from today, done
    ("Open one Tuesday round", -10, True),
    ("Watch the harbour master brief her crew", -3, True),
    ("Rehearse on the quay, with the wind", 8, False),
)
FOLLOWED = (  # who, whom, days from today, occasion, why, reply, log
    (
        "sam", "maya", -6, "The talk with the harbour office about the pavement",
        "How you stay friendly when the answer is no.", "Come a quarter of an hour early.",
        "She asked three questions before she said what we want. They answered their own no.",
    ),
    (
        "priya", "tom", 7, "The yearly talk with the harbour museum", "", "", "",
    ),
)
PRACTICE = (  # who, project, to learn, sponsor, given by, from, to
    "sam", "Refunds at the counter",
    "To hand work to people who know more than I do, and to say by when.",
    "jonas", "maya", -20, 15,
)
