"""The quick tags mean what the tags mean whose place they take."""

import pytest
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.urls import NoReverseMatch, reverse
from lucide import IconDoesNotExist
from lucide.templatetags.lucide import lucide

QUICK = "quarterdeck.web.shell.templatetags.quick"
SLOW = "lucide.templatetags.lucide"


def rendered(page: str, *builtins: str, **context: object) -> str:
    engine = Engine(builtins=list(builtins))
    return Template(page, engine=engine).render(Context(context))


@pytest.mark.parametrize(
    "tag",
    [
        "{% url 'projects:tasks' %}",
        "{% url 'projects:task' 7 %}",
        "{% url 'projects:task' number %}",
        "{% url 'projects:task' text %}",
        "{% url 'projects:task' task_id=number %}",
        "{% url view number %}",
        "{% url 'projects:remove_member' number 9 %}",
        "{% url 'projects:task' number as here %}[{{ here }}]",
        "{% url 'projects:nowhere' number as here %}[{{ here }}]",
    ],
)
def test_url_gives_what_djangos_own_tag_gives(tag: str) -> None:
    context = {"number": 1234, "text": "56", "view": "people:show"}
    assert rendered(tag, QUICK, **context) == rendered(tag, **context)


@pytest.mark.parametrize(
    "tag", ["{% url 'projects:nowhere' 1 %}", "{% url 'projects:task' nobody %}"]
)
def test_an_address_that_is_not_there_is_refused(tag: str) -> None:
    with pytest.raises(NoReverseMatch):
        rendered(tag, QUICK)


def test_each_row_of_a_list_has_its_own_address() -> None:
    page = "{% for each in ids %}{% url 'projects:task' each %} {% endfor %}"
    ids = [1, 2, 30]
    addresses = [reverse("projects:task", args=[each]) for each in ids]
    assert rendered(page, QUICK, ids=ids).split() == addresses


@pytest.mark.parametrize(
    "tag",
    [
        "{% lucide 'check' %}",
        "{% lucide 'check' size=17 %}",
        "{% lucide name size=number %}",
        "{% lucide name|default:'inbox' class='a \"b\"' stroke_linecap='butt' %}",
    ],
)
def test_an_icon_is_drawn_as_the_library_draws_it(tag: str) -> None:
    context = {"name": "users", "number": 12}
    assert rendered(tag, QUICK, **context) == rendered(tag, SLOW, **context)


def test_an_icon_that_a_page_names_is_drawn_when_the_page_is_read() -> None:
    engine = Engine(builtins=[QUICK])
    (node,) = Template("{% lucide 'check' size=17 %}", engine=engine).nodelist
    assert node.s == lucide("check", size=17)


def test_an_icon_that_is_not_there_is_noticed() -> None:
    with pytest.raises(IconDoesNotExist):
        rendered("{% lucide 'no-such-icon' %}", QUICK)
    with pytest.raises(TemplateSyntaxError):
        rendered("{% lucide %}", QUICK)
