"""Records and rules, in one order: a room imports only the rooms below it.

The same order stands in pyproject.toml, where import-linter holds it; a test compares.

demo             an invented organization to look around in, removed in one act
own_data         what is kept about somebody, as a file for them alone, there for a day
erasure          forgetting a person: who asks, who begins, what goes from every room
planning         plan, proposal, scenario, lock; feeds engines/planning
one_on_ones      the space of two people: agenda, meetings, notes, promises
hiring           open roles, interviews scored alone, decisions, taking newcomers in
mentoring        who mentors whom, shadowing, projects in which somebody practises leading
training         programmes, how they compare, places in them, what came of it, budgets
development      what a role asks for, gaps, development plans, skill evidence
conversations    two people talk a conflict through: views, options, agreement
circles          peers who advise one another under a rule each has accepted
occasions        who leads which meeting when, handing it over, looking back
feedback         feedback, who asks for it, recognition; read by whom it names
imports          a file on its way in: staged, committed, undone, run again
projects         project, milestone, task, dependency, delegation
goals            goal, key result, measurement, how one adds to another
strategy         vision in versions, values
people           person, membership, leading, skills, working time, time off
organization     the organization, its tree of teams, roles, invitations
background_jobs  work that a worker does: lease, progress, cancel, result
accounts         who signs in, with what; tokens; saved views
activity         who did what to what, when: append-only, chained, with its audience
"""
