"""Plans problems in which no task takes people: only time and amounts of resources.

``tasks.py`` says which problems these are; ``solving.py`` is loaded with the kernel when
there is such a problem.
"""
