"""Whom the café looks for, who applied, what was heard, and who began lately."""

# title, why, team, profile, goal, decides, interview
ROLE = (
    "Barista for the terrace",
    "From May the terrace doubles our tables, and Ida works every second day only."
    " Nobody should wait ten minutes for a coffee with that view.",
    "Counter",
    "Barista",
    "welcome",
    "maya",
    ("jonas", "sam"),
)
VALUES = ("Trust first", "Waste nothing")
QUESTIONS = (
    (
        "Handling complaints",
        "Tell us about the last guest you could not make happy. What did you do first?",
        "Blames the guest, or cannot think of one",
        "Listened, offered something that was theirs to give",
        "Settled it, and changed something so that it does not come back",
    ),
    (
        "Barista work",
        "Which coffee went wrong in your hands lately, and how did you notice?",
        "Never happens",
        "Names one, and what they changed at the machine",
        "Names one, tasted it before the guest did, taught somebody after it",
    ),
    (
        "Trust first",
        "When did you decide something at work without asking? How did it end?",
        "Would always ask",
        "Decided within their own task and told somebody",
        "Decided, told, and can say what they would do differently",
    ),
    (
        "Waste nothing",
        "Where did the last place you worked waste your time?",
        "Does not know",
        "Names one thing with an example",
        "Names it, and what they tried to make it better",
    ),
)
# name, where from, contact, days ago, state
CANDIDATES = (
    ("Lea Winter", "a guest of ours", "lea.winter@mail.example", 21, "open"),
    ("Tom Adeyemi", "the job board of the harbour", "tom.a@mail.example", 12, "half"),
    ("Mila Sokol", "told by Sam", "0151 555 0134", 3, "new"),
    ("Ben Carver", "the job board of the harbour", "ben.c@mail.example", 40, "not"),
)
# candidate → interviewer → score and evidence for each question
HEARD = {
    "Lea Winter": {
        "jonas": (
            (
                4,
                "A wedding, the cake was late: told the couple before they asked, and"
                " has written the bakery's number on the door since.",
            ),
            (2, "Milk too hot, noticed when the guest said so."),
            (3, "Closed the terrace in the storm alone, phoned the manager after."),
            (3, "Two tills for one queue; showed a drawing of it."),
        ),
        "sam": (
            (3, "Same story of the wedding; said sorry first, then acted."),
            (4, "Let me taste two shots and told which grinder was off."),
            (3, "The storm again. Would bring the cushions in earlier."),
            (4, "Counted the steps of a shift and moved the cups."),
        ),
    },
    "Tom Adeyemi": {
        "jonas": (
            (3, "A wrong order for nine people: made it again, stayed calm."),
            (3, "Grinds finer on wet days, found out by tasting."),
            (2, "Asks before he gives a biscuit away."),
            (3, "Waits for deliveries that nobody announces."),
        ),
    },
    "Ben Carver": {
        "jonas": (
            (1, "“Guests complain anyway.”"),
            (3, "Knows machines well, named the valve."),
            (2, "Could not think of anything."),
            (1, "Said that is for the boss to see."),
        ),
        "sam": (
            (2, "Would fetch somebody else."),
            (3, "Good hands, clean station."),
            (2, "Nothing came."),
            (2, "“Meetings.” No example."),
        ),
    },
}
REASON = (
    "Good at the machine. But he told us of no complaint he had settled himself, and at"
    " this counter whoever hears the problem solves it."
)
DISSENT = (
    "I would have shown him one Saturday. He was nervous, and his station was spotless."
)
# who began, how many days ago, who leads, the buddy
NEWCOMER = ("nadia", 9, "jonas", "sam")
SAID = ("First week", "First 30, 60 and 90 days")
