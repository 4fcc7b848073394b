"""What a select offers is drawn without a template for each of hundreds."""

from quarterdeck.web.shell.templatetags.shell import options


def test_values_and_words_stand_as_they_were_given_and_one_is_chosen():
    drawn = options([(1, "Cakes & pies"), (2, '"Quiche" <hot>')], 2)
    assert drawn == (
        '<option value="1">Cakes &amp; pies</option>'
        '<option value="2" selected>&quot;Quiche&quot; &lt;hot&gt;</option>'
    )


def test_a_number_of_the_address_chooses_as_well_and_nothing_chooses_none():
    rows = [(1, "One"), (12, "Twelve")]
    assert options(rows, "12").count("selected") == 1
    assert 'value="12" selected' in options(rows, "12")
    assert "selected" not in options(rows, None)
    assert "selected" not in options(rows, "all")
