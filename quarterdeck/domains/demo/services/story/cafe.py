"""The café's projects: refunds, the festival, the menu, shifts, and what just has to be done."""

from .telling import Handover, Job, Undertaking

# A table is read by its lines.
# fmt: off
CAFE_WORK = (
    Undertaking(
        "Refunds at the counter", "Counter", "jonas",
        "Nobody should wait for me to get four pounds back.", "refunds", -25, 15,
        (
            Job("Count the refunds of one month by cause", "sam", "done", "5", -22),
            Job("Ask ten guests how long they waited", "pete", "done", "4", -20),
            Job(
                "Agree on an amount everybody may refund alone", "maya jonas", "done", "2", -14,
                result="A sum, a list of causes, and who looks at the till afterwards.",
            ),
            Job(
                "Write the one-page rule, with its why", "jonas", "doing", "3-5", -2, 3,
                after="Agree on an amount everybody may refund alone",
                result="Somebody who started today can use it without asking.",
            ),
            Job(
                "Set the till so that refunds up to 20 need no key", "ida", "waiting", "4", -1,
                2, needs="Till and cash 4",
                blocked="The till's maker has to unlock the setting; called twice.",
            ),
            Job(
                "Practise three hard conversations with each shift", "", "todo", "6-9", None, 10,
                "Handling complaints 4", "Write the one-page rule, with its why",
            ),
            Job(
                "Hang the rule at both tills", "pete", "todo", "1", 4, 5,
                after="Write the one-page rule, with its why",
            ),
            Job(
                "Look at the refunds of the first two weeks", "", "todo", "3", None, 15,
                "Till and cash 3", "Set the till so that refunds up to 20 need no key",
            ),
            Job(
                "Answer the letters of guests who complained", "", "todo", "4", None, 14,
                "Handling complaints 3", why="Each of them took the time to tell us.",
            ),
            Job(
                "Decide whether the amount may rise", "maya", "todo", "1", None, 18,
                after="Look at the refunds of the first two weeks",
            ),
            Job(
                "Approve the refunds of last weekend", "maya", "todo", "2", 0, -1, priority=2,
                why="They wait for me; that is exactly what should end.",
            ),
        ),
    ),
    Undertaking(
        "Harbour festival", "Café Lumen", "jonas",
        "One day on which the crew shows what it can do without being told.", "festival", -20,
        19,
        (
            Job("Book the square with the harbour office", "maya", "done", "3", -18),
            Job("Ask the bands of last year", "yuki", "done", "4", -15),
            Job(
                "Speak to the whole crew before the doors open", "", "todo", "3-5", None, 18,
                "Public speaking 2", "", 2, why="Jonas reaches people in a way my lists do not.",
                result="Everybody knows why we do this and which station they lead.",
            ),
            Job("Find a leader for each of the six stations", "jonas", "doing", "5", -4, 4),
            Job("Draw the map of the stations", "yuki", "doing", "6", -1, 6, "Illustration 3"),
            Job("Count cups, plates and tables", "bea", "todo", "4", 1, 6),
            Job(
                "Order what is missing", "", "todo", "2", None, 9,
                after="Count cups, plates and tables",
            ),
            Job(
                "Plan the power lines with the harbour office", "", "todo", "4-8", None, 8,
                "Sound and light 2", hard=True,
            ),
            Job("Bake for 400 people", "carla", "todo", "24-30", 10, 18, "Baking 4", hard=True),
            Job("Cook the stew that can wait", "emil", "todo", "12", 15, 18, "Cooking 4"),
            Job("Invite the neighbours in person", "pete nadia", "todo", "5", 2, 10),
            Job("Write the volunteers' page", "sam", "todo", "", 2, 7),
            Job(
                "Rehearse the opening", "", "todo", "2", None, 17, "Public speaking 2",
                "Find a leader for each of the six stations",
            ),
            Job(
                "Look back with the crew, and say thank you", "", "todo", "3", None, 24,
                after="Speak to the whole crew before the doors open",
            ),
        ),
        helpers="lina",
    ),
    Undertaking(
        "Menu from the growers", "Kitchen", "rosa", "Answers by name when guests ask.", "menu",
        -18, 22,
        (
            Job("Visit three growers", "rosa", "done", "12", -15),
            Job("Choose ten dishes", "rosa carla", "done", "5", -9),
            Job(
                "Try the dishes on the crew", "carla emil", "doing", "10-14", -3, 5, "Cooking 3",
                "Choose ten dishes",
            ),
            Job(
                "Reckon the price of each dish", "rosa", "todo", "4-6", 3, 9, "",
                "Choose ten dishes",
            ),
            Job(
                "Teach the kitchen the new plates", "", "todo", "8", None, 16, "Cooking 4",
                "Try the dishes on the crew",
            ),
            Job(
                "Write the menu", "", "todo", "3", None, 14, "Copywriting 3",
                "Reckon the price of each dish",
            ),
            Job("Take pictures that look like our food", "yuki", "todo", "5", 6, 15),
            Job("Name the growers on the board", "", "todo", "", None, 20),
            Job("Bread with the mill's flour", "omar", "doing", "6", -1, 7, "Baking 1"),
        ),
    ),
    Undertaking(
        "Shifts people can plan with", "Café Lumen", "rosa",
        "A rested head needs a plan of its own.", "shifts", -30, 12,
        (
            Job("Ask everybody when they cannot work", "ida", "done", "3", -24),
            Job("Try a three-week shift plan in the kitchen", "rosa", "done", "6", -19),
            Job("Try it at the counter", "jonas", "doing", "6", -6, 1),
            Job(
                "A rule for swapping shifts without asking", "jonas ida", "todo", "2-4", 3, 8,
                "Shift planning 1", "Try it at the counter",
            ),
            Job(
                "Show the plan where everybody sees it", "", "todo", "2", None, 9,
                after="Try it at the counter",
            ),
            Job(
                "Count the swaps of a month", "", "todo", "2", None, 30,
                after="A rule for swapping shifts without asking",
            ),
            Job("Holiday wishes for the season", "rosa", "todo", "3", 5, 14),
        ),
    ),
    Undertaking(
        "Daily running", "Café Lumen", "maya", "", "", -60, 120,
        (
            Job(
                "Renew the licence for the pavement tables", "maya", "todo", "2", 1, -3,
                priority=1,
            ),
            Job("Have the coffee machine serviced", "ida", "todo", "2", 3, 6),
            Job(
                "Repair the cold store's door", "emil", "waiting", "3", -4, -2,
                blocked="The spare part comes by ship; said to be here on Thursday.",
            ),
            Job("Interview three people for the counter", "jonas", "todo", "8", 1, 4),
            Job("Ask Jonas what else he would decide alone", "maya", "todo", "2", 0, 0),
            Job("Sort the storeroom", "", "todo", ""),
            Job(
                "Stand in at the counter for two who are ill", "jonas", "todo", "28", 0, 4,
                priority=1,
            ),
            Job("Check first-aid boxes", "bea", "todo", "1", 2, 8),
        ),
    ),
)
HANDOVERS = (
    Handover(
        "Speak to the whole crew before the doors open", "maya", "jonas",
        "Five minutes, your words: why we do this, and that each station is led by its people.",
        "No promises about pay or hours.", "Lina will listen to a rehearsal whenever you like.",
        12, 1,
    ),
    Handover(
        "Look at the refunds of the first two weeks", "maya", "sam",
        "One page: how many, how much, what surprised you, and what you would change.",
        "Figures stay in the house.", "Priya shows you how to read the till's export.", 14, 3,
        question="May I also ask the guests who got no refund?",
    ),
    Handover(
        "Invite the neighbours in person", "jonas", "pete",
        "Everybody in the two streets behind us has been asked by a human being.",
        "No free drinks promised.", "Nadia comes along.", 6, 6, accepted=True,
    ),
)
# fmt: on
