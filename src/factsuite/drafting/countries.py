"""Names of states in everyday English: they speak like organisations, and things happen in them like in places."""

from factsuite.values.wording.word_lists import listed

COUNTRIES = frozenset(
    name.replace("_", " ")
    for name in listed(
        "Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain "
        "Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil Brunei Bulgaria "
        "Burkina_Faso Burundi Cambodia Cameroon Canada Chad Chile China Colombia Comoros Congo Costa_Rica Croatia Cuba "
        "Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt El_Salvador Eritrea Estonia Eswatini Ethiopia Fiji "
        "Finland France Gabon Gambia Georgia Germany Ghana Greece Grenada Guatemala Guinea Guyana Haiti Honduras "
        "Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kiribati "
        "Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg "
        "Madagascar Malawi Malaysia Maldives Mali Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia "
        "Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal Netherlands New_Zealand Nicaragua Niger Nigeria "
        "North_Korea North_Macedonia Norway Oman Pakistan Palau Palestine Panama Papua_New_Guinea Paraguay Peru "
        "Philippines Poland Portugal Qatar Romania Russia Rwanda Samoa San_Marino Saudi_Arabia Senegal Serbia "
        "Seychelles Sierra_Leone Singapore Slovakia Slovenia Somalia South_Africa South_Korea South_Sudan Spain "
        "Sri_Lanka Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tonga Tunisia "
        "Turkey Turkmenistan Tuvalu Uganda Ukraine United_Arab_Emirates United_Kingdom United_States Uruguay "
        "Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe Britain England Scotland Wales America Greenland"
    )
)
"""The usual short names; no list of who is recognised by whom."""

PARTS = frozenset(
    listed(
        "northern southern eastern western central north south east west northeast northwest southeast southwest "
        "north-eastern north-western south-eastern south-western northeastern northwestern southeastern southwestern "
        "upper lower"
    )
)
"""Words that make a part of a country: *eastern Ukraine*."""
