"""The word lists of the made-up corpus: no town, person or company named here exists."""

TOWN_BEGINNINGS = (
    "Alder", "Amber", "Ash", "Barrow", "Birch", "Black", "Bram", "Bright", "Brook", "Calder", "Chalk", "Clay", "Cold",
    "Crow", "Dun", "Elder", "Ember", "Fallow", "Fen", "Flint", "Fox", "Gorse", "Grey", "Hart", "Hazel", "Heron", "Holm",
    "Iron", "Ivy", "Juniper", "Kestrel", "Lark", "Linden", "Long", "Maple", "Marl", "Mill", "Moss", "North", "Oak",
    "Otter", "Pine", "Plover", "Quarry", "Raven", "Red", "Reed", "Rowan", "Rush", "Salt", "Sand", "Sedge", "Silver",
    "Slate", "Stone", "Tarn", "Thorn", "Wether", "Willow", "Wren",
)  # fmt: skip
TOWN_ENDINGS = (
    "barrow", "bay", "beck", "bourne", "bridge", "brook", "bury", "combe", "cote", "croft", "cross", "dale", "den",
    "don", "fell", "field", "ford", "gate", "grove", "ham", "haven", "holt", "hurst", "ington", "keld", "lea", "ley",
    "low", "march", "mere", "minster", "moor", "mouth", "ness", "port", "ridge", "rigg", "shaw", "side", "stead",
    "stoke", "thorpe", "ton", "wick", "worth",
)  # fmt: skip
FIRST_NAMES = (
    "Ada", "Alma", "Anselm", "Berit", "Bruno", "Cato", "Clara", "Corin", "Dora", "Edda", "Elias", "Enid", "Esme",
    "Fenna", "Flora", "Gerda", "Gwen", "Hanno", "Hester", "Hugo", "Ilse", "Iris", "Ivo", "Jonas", "Juno", "Kaspar",
    "Lena", "Leopold", "Lotte", "Magnus", "Maud", "Mina", "Nadia", "Nils", "Noor", "Oda", "Olaf", "Oscar", "Petra",
    "Quentin", "Ragna", "Rufus", "Sanna", "Silas", "Tamsin", "Theo", "Tilda", "Ulla", "Vera", "Viggo", "Wanda", "Xenia",
    "Yara", "Zora",
)  # fmt: skip
SURNAMES = (
    "Abeling", "Arkwold", "Aske", "Bellworthy", "Birkett", "Blaen", "Brandt", "Carrow", "Casmire", "Corvane", "Dalling",
    "Derwold", "Dunnock", "Eddowes", "Elverson", "Farrish", "Fenwright", "Gantry", "Garrick", "Gildersome", "Halvard",
    "Harbin", "Hollis", "Inchbald", "Jessop", "Kelland", "Kirwan", "Larrimer", "Lorne", "Maddern", "Marlow", "Nance",
    "Norcott", "Oakshott", "Orrin", "Pascoe", "Pellow", "Quill", "Rask", "Rosewall", "Sarn", "Selwood", "Sorrel",
    "Sund", "Tallis", "Thackray", "Trevone", "Ulverston", "Vane", "Varley", "Wexcombe",
    "Winterbourne", "Yarrow", "Zeal",
)  # fmt: skip
THINGS = ("bridge", "ferry pier", "library", "market hall", "museum", "station", "sports hall", "theatre", "tunnel")
QUARTERS = ("Chapel End", "Eastgate", "Netherside", "Old Town", "Potters Row", "Saltmarket", "Tanners Hill", "Weir End")
SQUARES = ("Bell Square", "Corn Square", "Fountain Square", "Goose Green", "Lantern Square", "Weavers Square")
COMPANIES = ("Building", "Construction", "Engineering", "Foundations", "Structures", "Works")
COUNTIES = ("Aldermark", "Brennshire", "Caldmoor", "Dunmark", "Eskshire", "Fallowmark", "Garrowshire", "Holmshire")

HOPES = (
    "This {thing} will stand longer than any of us",
    "We have waited for this {thing} since I was a child",
    "A town without a {thing} is a town that people leave",
    "Nobody in this room will regret this evening",
    "What we have begun here our children will finish",
)
DEFECTS = (
    "rusted from the inside",
    "moved a little further every winter",
    "been mended once too often",
    "carried more than it was built for",
    "stood on softer ground than anybody thought",
)
PRAISE = (
    "a good day for the whole coast",
    "the most careful plan in years",
    "a promise that can be kept",
    "an honest piece of arithmetic",
    "the work of many quiet evenings",
)
MEMORIES = (
    "I heard the windows go one after another",
    "The lamps went out and the dogs began to bark",
    "My neighbour carried her father down the stairs",
    "There was water in the street before we were awake",
    "You could not stand upright in the market place",
)
WARNINGS = (
    "Whoever builds there must first look at the ground",
    "The next storm will not ask whether we are ready",
    "A cheap roof is the dearest roof of all",
    "Every month of waiting costs this town money",
    "The figures of last year are worth nothing today",
)
DENIED = (
    "The company knew of the cracks.",
    "The company was paid twice.",
    "The company used cheaper steel.",
    "The company left the site early.",
)
PROMISED = (
    "The road along the river will stay open.",
    "Nobody will lose a garden.",
    "The old trees will be kept.",
    "The market will not be moved.",
)
SAID = (
    "The shelter will stay open through the winter.",
    "The pumps are old and have to be replaced.",
    "The roofs were damaged more than the walls.",
    "The sirens were heard in every street.",
)
ESTIMATED = (
    "The drains are too narrow for such rain.",
    "The ground is still moving.",
    "The repairs will last until the spring.",
    "The old walls cannot be saved.",
)
LOCATORS = (
    "first paragraph, below the picture",
    "second paragraph of the printed page",
    "page 3, left column",
    "page 12, below the table",
    "near the end of the text",
    "minute 14 of the recording",
)
NOTES = (
    "Read in the copy that the town archive keeps.",
    "The two papers have it from the same dispatch, as their wording shows.",
    "Asked again by telephone on the day before publication; nothing had changed.",
    "An earlier version of the page gave no figure here.",
    "The clerk of the council confirmed that the minutes are final.",
)
REMARKS = (
    "As first given in the hall",
    "From the evening dispatch, after a correction",
    "Counted twice by hand",
    "In white chalk on the blackboard",
    "From the sheet handed out at the door",
)
SOURCE_NOTES = (
    "Read whole; a copy is kept with the papers of the desk.",
    "Seen on the page itself, not in a copy; the page has no list of corrections.",
    "Bought at the kiosk; the page on the web has the same text under another headline.",
    "The recording was heard from beginning to end, and written down.",
)
