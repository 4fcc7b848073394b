"""The agency's own projects, and the pattern of each kind of work for clients."""

from .telling import Handover, Job, Undertaking

# A table is read by its lines.
# fmt: off
AGENCY_WORK = (
    Undertaking(
        "Invoices that send themselves", "Accounting", "priya",
        "Accounting should advise, not type.", "invoices", -28, 25,
        (
            Job("Write down where the week goes, hour by hour", "amina greta", "done", "6", -26),
            Job("Follow one invoice from offer to payment", "leo", "done", "5", -24),
            Job("List what is typed twice", "amina", "done", "4", -21),
            Job(
                "Compare three invoice systems", "hana", "done", "10-14", -18,
                needs="Spreadsheets 4",
            ),
            Job("Decide on one, with Tom", "priya tom", "done", "2", -10),
            Job(
                "Clean the list of clients", "amina", "doing", "14-20", -3, 4, "Invoicing 4",
                priority=2,
            ),
            Job(
                "Type last month's invoices once more by hand", "amina", "doing", "26", -1, 3,
                "Invoicing 3", priority=1, hard=True, why="Clients pay when they are asked to.",
            ),
            Job("Remind those who have not paid", "amina", "todo", "9", 1, 4, "Invoicing 4"),
            Job("Answer the auditor's questions", "amina", "todo", "12", 2, 6, "Bookkeeping 4"),
            Job(
                "Connect hours and offers to the new system", "", "todo", "24-40", None, 14,
                "Automation 3", "Clean the list of clients",
            ),
            Job(
                "Try it with five friendly clients", "", "todo", "8-12", None, 19, "Invoicing 3",
                "Connect hours and offers to the new system",
            ),
            Job(
                "Teach everybody who writes offers", "", "todo", "6", None, 23,
                "Public speaking 1", "Try it with five friendly clients",
            ),
            Job(
                "Switch off the old sheets", "priya", "todo", "3", None, 25,
                after="Try it with five friendly clients",
            ),
            Job(
                "Decide what the free hours are for", "", "todo", "", None, 28,
                result="Each of the five names one client they would like to advise.",
            ),
        ),
        helpers="noor",
    ),
    Undertaking(
        "Complaints end in the first call", "Client service", "clara",
        "Nobody likes to be passed on.", "firstcall", -20, 28,
        (
            Job("Read the complaints of the last quarter together", "clara", "done", "6", -18),
            Job("Sort them by what would have helped", "", "done", "4", -14),
            Job(
                "Agree on what each account manager may give away", "clara tom", "doing", "3",
                -2, 3,
            ),
            Job(
                "Write examples, not rules", "felix", "todo", "5-8", 2, 8, "Copywriting 3",
                "Agree on what each account manager may give away",
            ),
            Job(
                "Practise with real calls", "", "todo", "8", None, 14, "Handling complaints 2",
                "Write examples, not rules",
            ),
            Job(
                "Show each one the answers of the others", "", "todo", "4", None, 20,
                "Web development 3",
            ),
            Job("Ask twenty clients what changed", "", "todo", "6", None, 28, "Client advice 3"),
            Job("Tell everybody what we learned", "", "todo", ""),
        ),
    ),
    Undertaking(
        "New people feel at home", "North Agency", "tom", "", "", -10, 40,
        (
            Job(
                "Ask the last five newcomers about their first week", "tom", "doing", "5", -2, 4,
            ),
            Job("A desk that is ready on the first day", "", "todo", "3", None, 12),
            Job("Somebody to have lunch with, for a month", "", "todo", "2", None, 14),
            Job("A map of who knows what", "", "todo", "6-10", None, 20, "Illustration 2"),
            Job("Walk through the year's work", "", "todo", "", None, 25),
            Job("Let newcomers lead their third team meeting", "", "todo", "2", None, 40),
        ),
    ),
)
HANDOVERS = (
    Handover(
        "Teach everybody who writes offers", "priya", "hana",
        "Two short mornings after which nobody needs to ask accounting how.",
        "No slides of 40 pages.", "Noor's people set up the room and the practice data.", 15, 2,
    ),
    Handover(
        "Connect hours and offers to the new system", "priya", "noor",
        "What is written in an offer stands in the invoice without anybody typing it.",
        "No change to the offers of this month.", "Amina knows each odd case.", 5, 5,
        accepted=True,
    ),
)
PATTERNS = {
    "website": (
        ("Talk with the people who will use it", "6-10", "Client advice 2"),
        ("Agree what the site is for", "4", "Client advice 3"),
        ("Collect texts and pictures", "8-14", "Editing 2"),
        ("Draw the pages", "16-28", "Design 3"),
        ("Look at the drawings with the client", "3", "Client advice 2"),
        ("Write the texts", "14-20", "Copywriting 3"),
        ("Read the texts with fresh eyes", "5", "Editing 3"),
        ("Build the pages", "30-45", "Web development 3"),
        ("Draw the pictures", "10-16", "Illustration 2"),
        ("Make it work by keyboard and ear", "8-12", "Accessibility 3"),
        ("Connect tickets and calendar", "10-18", "Web development 4"),
        ("Count visits without following anybody", "4", "Data analysis 2"),
        ("Try it with five visitors", "6", ""),
        ("Mend what they found", "8-16", "Web development 2"),
        ("Hand over and teach the client", "4", "Client advice 2"),
        ("Look at the figures after a month", "3", "Data analysis 2"),
    ),
    "campaign": (
        ("Understand who should come", "6", "Client advice 2"),
        ("Look at last year's figures", "5-8", "Data analysis 2"),
        ("Find the one sentence", "8-16", "Copywriting 4"),
        ("Draw three ways to show it", "14-22", "Design 3"),
        ("Choose with the client", "3", "Client advice 3"),
        ("Posters and small ads", "12-18", "Design 2"),
        ("Pictures for the posters", "8-12", "Illustration 3"),
        ("Letters to the regulars", "6", "Copywriting 2"),
        ("Page for the campaign", "10-14", "Web development 2"),
        ("Book places and times", "5", "Project planning 2"),
        ("Read everything once more", "3", "Editing 3"),
        ("Start", "2", "Project planning 2"),
        ("Watch the first week", "6", "Data analysis 2"),
        ("Change what does not work", "", ""),
        ("Tell the client what came of it", "4", "Client advice 2"),
    ),
    "event": (
        ("Walk through the place", "4", "Event production 2"),
        ("Agree what guests should take home", "3", "Client advice 2"),
        ("Programme and speakers", "10-16", "Event production 3"),
        ("Invitation", "5", "Copywriting 2"),
        ("Look of the evening", "10-16", "Design 2"),
        ("Registration page", "8-12", "Web development 2"),
        ("Order food and drinks", "3", "Event production 1"),
        ("Plan sound and light", "6-10", "Sound and light 3"),
        ("Plan for rain, power cut and illness", "4", "Event production 3"),
        ("Signs that people see", "6", "Design 2"),
        ("Rehearse with the speakers", "5", "Public speaking 3"),
        ("Build up", "12", "Sound and light 2"),
        ("The evening itself", "10", "Event production 3"),
        ("Take down and thank everybody", "6", "Event production 1"),
        ("Ask the guests", "3", ""),
        ("Reckon what it cost", "", "Spreadsheets 2"),
    ),
    "brand": (
        ("Ask staff and visitors what the house is", "10-14", "Client advice 3"),
        ("Say it in one page", "6-10", "Copywriting 4"),
        ("Draw marks and letters", "20-32", "Design 4"),
        ("Choose with the client", "3", "Client advice 3"),
        ("Colours that everybody can read", "5", "Accessibility 2"),
        ("Letters, cards and signs", "12-18", "Design 2"),
        ("How we speak: examples", "8", "Copywriting 3"),
        ("Pictures of the people who work there", "8-12", "Illustration 2"),
        ("A page that explains it all", "10", "Web development 2"),
        ("Teach the client's staff", "5", "Public speaking 2"),
        ("Replace the old signs", "", ""),
        ("Look back after half a year", "3", "Client advice 2"),
    ),
}
CLIENTS = (
    ("Website for the harbour museum", "website", -38, "noor"),
    ("Website for the city library", "website", -14, "noor"),
    ("Website for the botanical garden", "website", 4, "noor"),
    ("Season campaign of the opera", "campaign", -26, "clara"),
    ("Night of the museums", "campaign", -9, "clara"),
    ("Swim again: the public baths", "campaign", 2, "felix"),
    ("Family campaign of the zoo", "campaign", 12, "clara"),
    ("Opening of the new concert hall", "event", -20, "lina"),
    ("Book fair evening", "event", -6, "lina"),
    ("Science slam at the university", "event", 6, "lina"),
    ("A new face for the city theatre", "brand", -24, "sofia"),
    ("A new face for the ferry line", "brand", -3, "sofia"),
)
# fmt: on
