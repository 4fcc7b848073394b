"""Links to a person or an account whose rows are not in the file, each with its reason.

A test walks every such link of every table: its rows stand in the file, or it is here.
"""

_ACT = "an act on what belongs to others; it stands among the activities"
_OPENS = "opens doors"
_OTHERS = "words of somebody else, for you to read where they stand"
_SAME = "stands in the file through another link of the same row"

NOT_TAKEN = {
    "accounts.AccountOpening.confirmed_by": _ACT,
    "accounts.AccountOpening.link_made_by": _ACT,
    "accounts.OneTimeLink.made_by": _OPENS,
    "accounts.OneTimeLink.user": _OPENS,
    "circles.CircleMember.invited_by": _ACT,
    "conversations.Conversation.closed_by": _SAME,
    "conversations.Help.asked_by": _SAME,
    "development.DevelopmentClosure.closed_by": _ACT,
    "development.SkillProof.answered_by": _ACT,
    "erasure.Erasure.begun_by": _ACT,
    "feedback.FeedbackReader.user": _OTHERS,
    "feedback.RecognitionReceiver.person": "stands with the words of thanks",
    "feedback.RecognitionReceiver.user": "stands with the words of thanks",
    "feedback.ThankedInPerson.person": "a mark a leader made for themselves alone",
    "goals.GoalClosure.closed_by": _ACT,
    "hiring.Candidate.person": "a candidacy is in the file once you are hired or moved",
    "imports.ImportRun.brought_by": "holds the beginnings of foreign files about others",
    "mentoring.MentorMeeting.written_by": _SAME,
    "mentoring.Mentorship.asked_by": _SAME,
    "mentoring.PairingProposal.asked_by": _ACT,
    "mentoring.ProposedPair.mentor": "a draft of whoever asked for pairs",
    "mentoring.ProposedPair.next_best": "a draft of whoever asked for pairs",
    "mentoring.ProposedPair.person": "a draft of whoever asked for pairs",
    "occasions.DebriefReader.person": _OTHERS,
    "occasions.Occasion.set_up_by": _ACT,
    "one_on_ones.Meeting.closed_by": _SAME,
    "one_on_ones.Meeting.opened_by": _SAME,
    "one_on_ones.Note.changed_by": _SAME,
    "one_on_ones.Pair.asked_by": _SAME,
    "organization.Invitation.invited_by": "addresses of others, and what opens doors",
    "own_data.OwnDataFile.user": "the file itself",
    "people.CostRate.person": "what an hour costs is the organisation's own figure",
    "people.CostRate.set_by": _ACT,
    "people.CostRate.taken_back_by": _ACT,
    "people.Person.manager": _ACT,
    "people.PersonSkill.assessed_by": _ACT,
    "planning.LeverSearch.asked_by": _ACT,
    "planning.PlanLock.locked_by": _ACT,
    "planning.Proposal.asked_by": _ACT,
    "planning.ProposedChange.decided_by": _ACT,
    "strategy.Vision.published_by": _ACT,
    "training.EnrolmentMove.moved_by": _ACT,
    "training.Evaluation.shared_with": _OTHERS,
}
