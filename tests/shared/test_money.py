from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.shared.money import CURRENCIES, WITHOUT_CENTS, rounded, said


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1234.5", "EUR", "1\u202f234.50\u00a0EUR"),
        ("0.005", "USD", "0.01\u00a0USD"),
        ("1234.5", "JPY", "1\u202f235\u00a0JPY"),
        ("0", "EUR", "0.00\u00a0EUR"),
    ],
)
def test_an_amount_is_written_with_its_currency(amount, currency, text):
    assert said(Decimal(amount), currency) == text


def test_codes_are_three_letters_and_stand_once():
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES)
    assert len(set(CURRENCIES)) == len(CURRENCIES)
    assert set(CURRENCIES) >= WITHOUT_CENTS


@given(st.integers(0, 10**13), st.sampled_from(CURRENCIES))
def test_rounding_twice_is_rounding_once_and_never_far_off(parts, currency):
    amount = Decimal(parts) / 10_000
    once = rounded(amount, currency)
    assert rounded(once, currency) == once
    unit = 1 if currency in WITHOUT_CENTS else Decimal("0.01")
    assert abs(once - amount) <= Decimal(unit) / 2
