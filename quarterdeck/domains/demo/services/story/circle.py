"""A circle of four who lead, across café and agency."""

NAME = "Four who lead"
PURPOSE = "Once a month an hour: one case each, questions before advice."
RULE = (
    "What is said here stays here. Nobody repeats a case, nor who brought it."
    " We ask before we advise."
)
STARTS, JOIN, INVITED = "lina", ("maya", "tom"), "priya"
# Who, the situation, what they tried, the question, and what the others said to it.
CASES = (
    (
        "maya",
        "Since Jonas opens the briefing, half of the team still looks at me when"
        " somebody asks something. I catch myself answering.",
        "I stood in the last row and said “ask Jonas”. It felt like a test for him.",
        "How do I stay in the room without staying in charge?",
        (
            ("tom", "What would happen if you came ten minutes later, twice?"),
            ("lina", "When I stayed away I told the team before why. That helped."),
        ),
        "Be away on purpose, and say why first.",
    ),
    (
        "tom",
        "Two of my heads agree in every meeting and undo it afterwards.",
        "I asked each of them alone. Both say it is fine.",
        "What do I ask when both are in the room?",
        (("maya", "Which decision of theirs would they like to take back?"),),
        "",
    ),
)
LESSON = (
    "maya",
    "Come later on purpose",
    "For three weeks I came to our briefing when it was over, and told the team before"
    " that I would. The questions went to whoever led it. Two people asked to lead next.",
)
MEETS_IN = 9  # days from today
