"""Amounts of money: exact, in one currency, rounded once and written the same everywhere."""

from decimal import ROUND_HALF_UP, Decimal

# ISO 4217, without funds, metals and codes for testing.
_CODES = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL
    BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP
    ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
CURRENCIES = tuple(_CODES.split())
# Currencies whose smallest unit is the whole one.
_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
WITHOUT_CENTS = frozenset(_WHOLE.split())


def rounded(amount: Decimal, currency: str) -> Decimal:
    """Return the amount in the smallest unit that is paid, half a unit upwards."""
    unit = Decimal(1) if currency in WITHOUT_CENTS else Decimal("0.01")
    return amount.quantize(unit, ROUND_HALF_UP)


def said(amount: Decimal, currency: str) -> str:
    """1 234.50 EUR"""
    text = f"{rounded(amount, currency):,f}".replace(",", "\u202f")
    return f"{text}\u00a0{currency}"
