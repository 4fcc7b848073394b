from django.urls import path

from .views import asking, going_on, one, overview, recognizing, thanks, writing

app_name = "feedback"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("all/<slug:box>/", overview.box, name="box"),
    path("give/", writing.give, name="give"),
    path("draft/", writing.draft, name="draft"),
    path("<int:feedback_id>/", one.show, name="show"),
    path("<int:feedback_id>/edit/", going_on.edit, name="edit"),
    path("<int:feedback_id>/save/", going_on.save_draft, name="save_draft"),
    path("<int:feedback_id>/give/", going_on.give_draft, name="give_draft"),
    path("<int:feedback_id>/discard/", one.discard, name="discard_draft"),
    path("<int:feedback_id>/restore/", one.restore, name="restore_draft"),
    path("<int:feedback_id>/narrow/", one.narrow, name="narrow"),
    path("<int:feedback_id>/withdraw/", one.withdraw, name="withdraw"),
    path("<int:feedback_id>/see/", one.see, name="see"),
    path("<int:feedback_id>/thank/", one.thank, name="thank"),
    path("<int:feedback_id>/reply/", one.reply, name="reply"),
    path("<int:feedback_id>/note/", one.note, name="keep_note"),
    path("ask/", asking.ask, name="ask"),
    path("questions/<int:request_id>/", asking.show, name="request"),
    path("questions/<int:request_id>/decline/", asking.decline, name="decline_request"),
    path("questions/<int:request_id>/take-up/", asking.take_up, name="take_up_request"),
    path(
        "questions/<int:request_id>/withdraw/", asking.withdraw, name="withdraw_request"
    ),
    path("questions/<int:request_id>/reopen/", asking.reopen, name="reopen_request"),
    path("recognition/give/", recognizing.give, name="give_recognition"),
    path("recognition/<int:recognition_id>/", recognizing.show, name="recognition"),
    path(
        "recognition/<int:recognition_id>/edit/",
        thanks.edit,
        name="edit_recognition",
    ),
    path(
        "recognition/in-person/<int:person_id>/",
        thanks.mark_in_person,
        name="mark_thanked_in_person",
    ),
    path(
        "recognition/in-person/<int:mark_id>/unmark/",
        thanks.unmark_in_person,
        name="unmark_thanked_in_person",
    ),
    path(
        "recognition/<int:recognition_id>/narrow/",
        recognizing.narrow,
        name="narrow_recognition",
    ),
    path(
        "recognition/<int:recognition_id>/take-back/",
        recognizing.take_back,
        name="take_back_recognition",
    ),
]
