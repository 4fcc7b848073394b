"""Twelve people of a café and the ones of the agency who have a part in the story."""

from .telling import Who

# A table is read by its lines.
# fmt: off
TEAMS = (
    ("Café Lumen", "", "A table by the harbour where people stay longer than they meant to."),
    ("Counter", "Café Lumen", "Coffee, till and the first hello."),
    ("Kitchen", "Café Lumen", "Everything on a plate."),
    ("North Agency", "", "Campaigns, websites and events for houses that people visit."),
    ("Client service", "North Agency", "One person each client can call."),
    ("Design", "North Agency", "How things look and feel."),
    ("Words", "North Agency", "What things say."),
    ("Web", "North Agency", "What runs in a browser."),
    ("Events", "North Agency", "Doors open, lights on."),
    ("Accounting", "North Agency", "Money in, money out, and advice on both."),
)
CAFE = (
    Who(
        "jonas", "Jonas Weber", "Assistant manager", "Counter",
        "Hosting guests 4, Handling complaints 4, Shift planning 3, Public speaking 2+", True,
        True,
    ),
    Who(
        "rosa", "Rosa Marin", "Head cook", "Kitchen", "Cooking 5, Baking 3, Shift planning 3",
        True,
    ),
    Who(
        "sam", "Sam Okafor", "Barista", "Counter",
        "Barista work 4, Handling complaints 2+, Till and cash 3", account=True,
    ),
    Who(
        "ida", "Ida Lind", "Barista", "Counter",
        "Barista work 5, Till and cash 4, Shift planning 1+", week="0 8 0 8 0 8 0",
        employment="part_time",
    ),
    Who(
        "nadia", "Nadia Haddad", "Barista", "Counter", "Barista work 3, Hosting guests 3",
        week="6 6 6 6 0 0 0", employment="part_time", away=(5, 9),
    ),
    Who(
        "pete", "Pete Walsh", "Waiter", "Counter",
        "Hosting guests 3, Till and cash 3, Handling complaints 1+",
    ),
    Who(
        "yuki", "Yuki Tanaka", "Waiter", "Counter", "Hosting guests 2, Illustration 3",
        week="0 0 0 0 6 8 8", employment="part_time",
    ),
    Who("carla", "Carla Conti", "Pastry cook", "Kitchen", "Baking 5, Cooking 2", away=(12, 21)),
    Who("emil", "Emil Novak", "Cook", "Kitchen", "Cooking 4, Baking 1+"),
    Who(
        "bea", "Bea Hughes", "Kitchen help", "Kitchen", "Cooking 2+", week="5 5 5 5 5 0 0",
        employment="part_time",
    ),
    Who("omar", "Omar Aziz", "Apprentice", "Kitchen", "Cooking 1+, Baking 1+"),
)
AGENCY = (
    Who(
        "tom", "Tom Keller", "Director", "North Agency",
        "Client advice 5, Public speaking 4, Project planning 4", True, True,
    ),
    Who(
        "clara", "Clara Voss", "Head of client service", "Client service",
        "Client advice 5, Project planning 4, Handling complaints 3", True,
    ),
    Who("sofia", "Sofia Rossi", "Head of design", "Design", "Design 5, Illustration 3", True),
    Who("felix", "Felix Braun", "Head of words", "Words", "Copywriting 5, Editing 5", True),
    Who(
        "noor", "Noor Rahman", "Head of web", "Web",
        "Web development 5, Automation 4, Accessibility 4", True,
    ),
    Who(
        "lina", "Lina Moreau", "Head of events", "Events",
        "Event production 5, Public speaking 3, Sound and light 2", True, True,
    ),
    Who(
        "priya", "Priya Nair", "Head of accounting", "Accounting",
        "Bookkeeping 5, Invoicing 4, Spreadsheets 4, Public speaking 1+", True, True,
    ),
    Who(
        "amina", "Amina Yusuf", "Accountant", "Accounting",
        "Invoicing 5, Bookkeeping 4, Spreadsheets 3, Automation 1+", account=True, factor="0.90",
    ),
    Who(
        "leo", "Leo Park", "Bookkeeper", "Accounting", "Invoicing 3, Bookkeeping 3",
        week="8 8 8 0 0 0 0", employment="part_time",
    ),
    Who(
        "greta", "Greta Sund", "Bookkeeper", "Accounting", "Invoicing 2+, Bookkeeping 4",
        away=(3, 7),
    ),
    Who(
        "hana", "Hana Kim", "Controller", "Accounting",
        "Spreadsheets 5, Data analysis 3+, Bookkeeping 3",
    ),
)
CREW = (
    (
        "Client service", 9,
        ("Account manager", "Account executive", "Planner"),
        ("Client advice", "Project planning"),
        ("Handling complaints", "Public speaking", "Copywriting"),
    ),
    (
        "Design", 13,
        ("Designer", "Senior designer", "Illustrator", "Art director"),
        ("Design", "Illustration"),
        ("Accessibility", "Client advice", "Web development"),
    ),
    (
        "Words", 7,
        ("Writer", "Senior writer", "Editor"),
        ("Copywriting", "Editing"),
        ("Client advice", "Data analysis", "Public speaking"),
    ),
    (
        "Web", 13,
        ("Developer", "Senior developer", "Analyst", "Tester"),
        ("Web development", "Accessibility"),
        ("Automation", "Data analysis", "Project planning"),
    ),
    (
        "Events", 7,
        ("Event producer", "Stage manager", "Event assistant"),
        ("Event production", "Sound and light"),
        ("Client advice", "Hosting guests", "Public speaking"),
    ),
)
FIRST_NAMES = (
    "Ada Ben Cleo Dario Elif Finn Gwen Hasan Ines Jack Kira Luca Mina Nils Olga Paul Quinn "
    "Rita Stefan Tara Uma Viktor Wanda Xenia Yara Zoe Anton Britta Cem Dora Enzo Freya Gus "
    "Hedda Ivo Jana Karl Lotte Mads Nora Oskar Pia Ravi Selma Theo Ursa Vera Will Ylva"
)
LAST_NAMES = (
    "Abbott Bauer Costa Dahl Evans Fischer Grant Hansen Iqbal Jensen Kovac Larsen Meyer Nowak "
    "Olsen Petrov Quist Reyes Singh Torres Ueda Varga Wood Yilmaz Zeller Arden Bishop Cohen "
    "Diaz Ekman Frost Gallo Horvat Ilves Jansen Kaya Lopez Moss Nyberg Orr Patel Rossi Silva "
    "Thorne Urban Vidal Weiss York Zhang"
)
# fmt: on
