"""What people of Quillan County say, ask and promise. All of it is invented; phone numbers are 555-01xx."""

# theme (name of a code in the codebook) -> what was said: (language, text, a summary)
SAID = {
    "Transport": [
        ("en", "The 14 does not run on Saturdays, so we do not come.", "No 14 bus on Saturdays"),
        ("en", "My daughter drives me, when she has the car.", "Depends on a lift"),
        ("es", "El autobús nos deja a veinte minutos a pie.", "Bus stop is twenty minutes away"),
        ("en", "Could somebody fetch the four of us from the depot?", "Four people need a lift from the depot"),
    ],
    "Opening hours": [
        ("es", "Salimos del trabajo a las seis y ya está cerrado.", "Closed when work ends"),
        ("en", "Is there anything on a Sunday afternoon?", "Asks for a Sunday afternoon"),
        ("en", "The harvest ends at dusk. Come after, not before.", "Come after dusk during harvest"),
    ],
    "Language": [
        ("es", "La carta llegó solo en inglés. La tiré.", "Letter came in English only"),
        ("es", "¿Habrá alguien que hable mixteco el jueves?", "Asks for Mixteco on Thursday"),
        ("en", "My mother nods at everything. She does not follow it.", "Mother does not follow English"),
    ],
    "Cost": [
        ("en", "Is the check really free, or free until the letter comes?", "Is the check free"),
        ("en", "They charged my neighbour for the second visit.", "Neighbour was charged"),
        ("es", "Si cuesta, mejor dígalo antes.", "Say the price beforehand"),
    ],
    "Not heard": [
        ("en", "We said this last spring and nobody wrote back.", "No answer since spring"),
        ("es", "Preguntan mucho y contestan poco.", "Many questions, few answers"),
        ("en", "Who reads these cards?", "Asks who reads the cards"),
    ],
    "Respect": [
        ("en", "The young man greeted my father first. That was right.", "Thanks for greeting elders first"),
        ("en", "Please do not take photos at the door.", "No photos at the door"),
        ("es", "Nos hablaron como a niños.", "Was talked down to"),
    ],
    "Food": [
        ("en", "Half of the pantry line cannot eat what is in the box.", "Box does not fit diets"),
        ("es", "Una olla de sopa trae más gente que un cartel.", "Soup brings more people than a poster"),
    ],
    "Housing": [
        ("en", "The mould is back, and so is the cough.", "Mould and cough"),
        ("en", "We moved twice this year. Your letters did not.", "Letters go to the old address"),
    ],
    "Digital access": [
        ("en", "I have a phone, not an app.", "Has a phone, no app"),
        ("es", "El portal me pide un correo que no tengo.", "Portal wants an email address"),
    ],
    "Community strength": [
        ("en", "Ask the barbers. They hear everything before you do.", "Barbers hear things first"),
        ("es", "Entre las abuelas nos avisamos.", "Grandmothers pass the word on"),
    ],
    "Mental wellbeing": [
        ("en", "Since the plant closed he does not come out of the house.", "Withdrawn since the plant closed"),
        ("en", "A quiet corner would help. The gym is loud.", "Asks for a quiet corner"),
    ],
    "Misinformation": [
        ("en", "They say you share the list with the landlord.", "Rumour: list goes to the landlord"),
        ("es", "Dicen que la vacuna caduca en la camioneta.", "Rumour: vaccine spoils in the van"),
    ],
}

THANKS = [
    ("en", "The woman at the table remembered my name.", "Was remembered by name"),
    ("es", "Gracias por volver, como dijeron.", "Thanks for coming back"),
    ("en", "The big cuff was there this time. Thank you.", "Thanks for the large cuff"),
    ("en", "You told us about the delay before we had to ask.", "Thanks for the early word"),
]

PROMISES = [
    "Bring {n} large-print cards", "Ask the county about the {t}", "Send the results of the last count on paper",
    "Keep two chairs in the shade", "Come back on the {d} with the answer", "Put the sign up in Spanish as well",
    "Find somebody who speaks Mixteco", "Bring the large cuff", "Read the minutes out at the next meeting",
    "Introduce the new steward before the visit", "Fix the ramp at the side door", "Lend the projector",
    "Cook for {n} after the session", "Open the hall at half past eight", "Tell {n} families about the date",
    "Bring back the photographs", "Call Mrs. Odell about the keys", "Write to the landlord about the mould",
]
THEIR_PROMISES = {"Cook for {n} after the session", "Open the hall at half past eight", "Tell {n} families about the date",
                  "Lend the projector"}

NOTES = [
    "Most of them came on foot. {n} had walked more than half an hour.",
    "They went quiet when the landlord was mentioned.",
    "Two of the younger ones translated for the rest.",
    "Somebody asked again what became of the list.",
    "The elders spoke first, then everybody at once.",
    "Agreed without a vote that evenings are better.",
    "Laughter about the portal; nobody there has used it.",
    "They want to hear the numbers before anybody else does.",
]
PURPOSES = [
    "What keeps people away", "After the summer: what changed", "How the results night went", "What a good letter looks like",
    "Getting here and home again", "What we got wrong", "Who should be asked next", "Food first, then the forms",
]
NEEDS = [
    ("Transport", "A way to get home after six", "acting"), ("Opening hours", "One evening a week", "planned"),
    ("Language", "Letters we can read", "met"), ("Food", "Boxes for people with diabetes", "confirmed"),
    ("Housing", "Somebody who comes to look at the mould", "heard"), ("Cost", "The price said before the visit", "met"),
    ("Digital access", "To be able to phone and not need an app", "acting"), ("Respect", "The same people every time", "acting"),
    ("Mental wellbeing", "A quiet place to talk", "confirmed"), ("Not heard", "An answer to every card", "acting"),
]
EVENTS = {
    "pop_up_screening": ["Pop-up blood pressure check", "Sugar and pressure, no appointment", "Saturday check"],
    "tabling": ["Table at the market", "Flu shot table", "Table at the school fair"],
    "check_in": ["Check-in with {p}", "Two months on, with {p}"],
    "listening": ["Listening with {p}", "An evening with {p}"],
    "celebration": ["Thank-you supper", "A year together"],
    "training": ["Blood pressure for volunteers", "Listening without fixing"],
    "co_design_workshop": ["The letter, drawn anew", "What the van should carry"],
}
GIVEN = [("staff_time", "Staff at the stall"), ("training", "Training for their volunteers"), ("food", "Supper after the session"),
         ("transport", "Lifts from the depot"), ("grant_writing", "Help with the county's form")]
RECEIVED = [("space", "The hall, with heating"), ("interpretation", "Interpreting for an evening"), ("food", "Soup for everybody"),
            ("introductions", "Introduced us next door"), ("volunteering", "Volunteers at the gate")]
CONTACTS = ["Odell", "Lupe", "Father Tomás", "Mr. Bright", "Coach Reyes", "Nuria", "Sister Amal", "Deacon Hale", "Ines", "Pilar",
            "Gus", "Mrs. Kemp", "Yusuf", "Marta", "Hector", "Dolores"]

# What a coordinator asks whoever entered something.
LOOK_AGAIN = [
    "Which day was this? The poster says another one.",
    "Is this one promise or two? Please enter them apart.",
    "Who asked for it? I would like to answer them by name.",
    "The date is before the visit. Please look again.",
    "This sounds like what Teo wrote on Tuesday. The same one?",
]
