"""Businesses that people in India pay, by the names that statements give them."""

from __future__ import annotations

from future_finance.domain.cash_flow.entry import Category

# A business a line: name shown = ALIAS | ALIAS, an alias being how a payee or a UPI address begins.
_BY_CATEGORY: dict[Category, str] = {
    Category.FOOD: """
        Swiggy = SWIGGY | BUNDL TECHNOLOGIES
        Zomato = ZOMATO
        Domino's = DOMINOS | JUBILANT FOODWORKS
        McDonald's = MCDONALDS | HARDCASTLE
        KFC = KFC
        Starbucks = STARBUCKS | TATA STARBUCKS
        Cafe Coffee Day = CAFE COFFEE DAY | CCD
        EatSure = EATSURE | REBEL FOODS
        Pizza Hut = PIZZA HUT
        Burger King = BURGER KING
        Haldiram's = HALDIRAM | HALDIRAMS
        Chaayos = CHAAYOS
        Subway = SUBWAY
    """,
    Category.GROCERIES: """
        BigBasket = BIGBASKET | BIG BASKET | INNOVATIVE RETAIL
        Blinkit = BLINKIT | GROFERS
        Zepto = ZEPTO | KIRANAKART
        Instamart = INSTAMART
        DMart = DMART | D MART | AVENUE SUPERMARTS
        JioMart = JIOMART | RELIANCE FRESH | RELIANCE SMART
        Dunzo = DUNZO
        Country Delight = COUNTRY DELIGHT | COUNTRYDELIGHT
        Licious = LICIOUS
        Milkbasket = MILKBASKET
        More = MORE RETAIL
        Spencer's = SPENCERS
    """,
    Category.TRAVEL: """
        Uber = UBER | UBERRIDES
        Ola = OLA | OLACABS | OLAONLINE | ANI TECHNOLOGIES
        Rapido = RAPIDO | ROPPEN
        IRCTC = IRCTC
        MakeMyTrip = MAKEMYTRIP | MAKE MY TRIP
        redBus = REDBUS
        Goibibo = GOIBIBO
        Cleartrip = CLEARTRIP
        ixigo = IXIGO
        Yatra = YATRA ONLINE
        IndiGo = INDIGO AIRLINES | INDIGO AIR | GOINDIGO | INTERGLOBE
        Air India = AIR INDIA
        OYO = OYO
        FASTag = FASTAG | NETC FASTAG
        BluSmart = BLUSMART
        Namma Yatri = NAMMA YATRI
        Airbnb = AIRBNB
        BMTC = BMTC
        Delhi Metro = DMRC | DELHI METRO
        Namma Metro = BMRCL | NAMMA METRO
    """,
    Category.FUEL: """
        Indian Oil = INDIAN OIL | INDIANOIL | IOCL
        HP = HPCL | HINDUSTAN PETROLEUM | HP PETROL
        Shell = SHELL INDIA | SHELL PETROL
        Bharat Petroleum = BPCL | BHARAT PETROLEUM
        Nayara = NAYARA
    """,
    Category.UTILITIES: """
        Airtel = AIRTEL | BHARTI AIRTEL | AIRTELPREPAID
        Jio = JIO | RELIANCE JIO | JIOFIBER
        Vi = VODAFONE | VI PREPAID | VI POSTPAID
        BSNL = BSNL
        BBNL = BBNL
        ACT = ACT BROADBAND | ACT FIBERNET | ATRIA CONVERGENCE
        Hathway = HATHWAY
        Tata Play = TATA PLAY | TATA SKY
        Excitel = EXCITEL
        BESCOM = BESCOM
        MSEDCL = MSEDCL | MAHADISCOM | MAHAVITARAN
        Tata Power = TATA POWER
        Adani Electricity = ADANI ELECTRICITY | ADANI GAS
        Torrent Power = TORRENT POWER
        BSES = BSES
        TANGEDCO = TANGEDCO | TNEB
        CESC = CESC
        Mahanagar Gas = MAHANAGAR GAS
        Indraprastha Gas = INDRAPRASTHA GAS
        Indane = INDANE
        BWSSB = BWSSB
        PSPCL = PSPCL
        TSSPDCL = TSSPDCL
        KSEB = KSEB
    """,
    Category.SUBSCRIPTIONS: """
        Netflix = NETFLIX
        JioHotstar = HOTSTAR | JIOHOTSTAR | NOVI DIGITAL
        Spotify = SPOTIFY
        YouTube = YOUTUBE
        Google = GOOGLE PLAY | GOOGLE ONE | GOOGLE CLOUD | GOOGLE INDIA DIGITAL
        Apple = APPLE SERVICES | APPLE MEDIA
        Amazon Prime = AMAZON PRIME | PRIME VIDEO
        SonyLIV = SONYLIV
        ZEE5 = ZEE5
        Microsoft = MICROSOFT
        Adobe = ADOBE
        OpenAI = OPENAI
        Cult.fit = CULTFIT | CULT FIT | CUREFIT
        LinkedIn = LINKEDIN
        Audible = AUDIBLE
        Gaana = GAANA
        Dropbox = DROPBOX
        Canva = CANVA
    """,
    Category.SHOPPING: """
        Amazon = AMAZON | AMAZONPAY
        Flipkart = FLIPKART
        Myntra = MYNTRA
        AJIO = AJIO
        Meesho = MEESHO | FASHNEAR
        Nykaa = NYKAA | FSN E COMMERCE
        Decathlon = DECATHLON
        IKEA = IKEA
        Croma = CROMA | INFINITI RETAIL
        Reliance Digital = RELIANCE DIGITAL
        Tata CLiQ = TATA CLIQ | TATACLIQ
        Lenskart = LENSKART
        Westside = WESTSIDE
        Zudio = ZUDIO
        H&M = H AND M HENNES
        Snapdeal = SNAPDEAL
        FirstCry = FIRSTCRY
        Shoppers Stop = SHOPPERS STOP
        Titan = TITAN COMPANY
        Tanishq = TANISHQ
        Vijay Sales = VIJAY SALES
        Pepperfry = PEPPERFRY
        Lifestyle = LIFESTYLE INTERNATIONAL
    """,
    Category.HOUSEHOLD: """
        Urban Company = URBAN COMPANY | URBANCLAP
        NoBroker = NOBROKER
        MyGate = MYGATE
    """,
    Category.HEALTH: """
        Apollo = APOLLO PHARMACY | APOLLO HOSPITAL | APOLLO HOSPITALS | APOLLO 247 | APOLLO CLINIC | APOLLO DIAGNOSTICS
        PharmEasy = PHARMEASY
        Tata 1mg = TATA 1MG | TATA1MG
        Practo = PRACTO
        MedPlus = MEDPLUS
        Netmeds = NETMEDS
        Dr Lal PathLabs = DR LAL PATHLABS
        Fortis = FORTIS
        Manipal Hospitals = MANIPAL HOSPITAL
        Max Healthcare = MAX HEALTHCARE
    """,
    Category.ENTERTAINMENT: """
        BookMyShow = BOOKMYSHOW | BIGTREE
        PVR INOX = PVR | INOX
        Dream11 = DREAM11
        Steam = STEAM GAMES
    """,
    Category.EDUCATION: """
        BYJU'S = BYJUS
        Unacademy = UNACADEMY
        upGrad = UPGRAD
        Coursera = COURSERA
        Udemy = UDEMY
        Physics Wallah = PHYSICSWALLAH | PHYSICS WALLAH
    """,
    Category.CARD_BILL: """
        CRED = CRED | CREDCC | CREDCLUB | DREAMPLUG
    """,
    Category.BNPL: """
        Simpl = SIMPL | GET SIMPL | GETSIMPL
        LazyPay = LAZYPAY | LAZY PAY
        Paytm Postpaid = PAYTM POSTPAID
        ZestMoney = ZESTMONEY
        Slice = SLICEIT | SLICEPAY
        Amazon Pay Later = AMAZON PAY LATER | AMAZONPAYLATER
        Flipkart Pay Later = FLIPKART PAY LATER
        Uni = UNI CARDS | UNICARDS
        ZIP = MOBIKWIK ZIP
        OlaMoney Postpaid = OLAMONEY POSTPAID | OLA MONEY POSTPAID
    """,
    Category.EMI: """
        Bajaj Finance = BAJAJ FINANCE | BAJAJFIN | BAJAJ FINSERV | BAJAJFINSERV
        Tata Capital = TATA CAPITAL | TATACAP
        HDB Financial = HDB FINANCIAL | HDBFS
        HDFC Home Loans = HDFCHOMEFIN | HDFC HOME
        LIC Housing Finance = LIC HOUSING | LICHFL
        Cholamandalam = CHOLAMANDALAM
        Shriram Finance = SHRIRAM FINANCE
        Muthoot = MUTHOOT
        Manappuram = MANAPPURAM
        Navi = NAVI FINSERV
        KreditBee = KREDITBEE | KRAZYBEE
        moneyview = MONEYVIEW | MONEY VIEW
        Fibe = FIBE | EARLYSALARY
        PNB Housing = PNB HOUSING
        Mahindra Finance = MAHINDRA FINANCE | MAHINDRA AND MAHINDRA FINANCIAL
        TVS Credit = TVS CREDIT
        Hero FinCorp = HERO FINCORP
        IIFL = IIFL FINANCE
        Aditya Birla Finance = ADITYA BIRLA FINANCE
        L&T Finance = L AND T FINANCE
    """,
    Category.INSURANCE: """
        LIC = LIC OF INDIA | LIC PREMIUM | LICI | LIFE INSURANCE CORP
        HDFC Life = HDFC LIFE
        ICICI Prudential Life = ICICI PRU LIFE | ICICI PRUDENTIAL LIFE
        SBI Life = SBI LIFE
        Star Health = STAR HEALTH
        ACKO = ACKO
        Digit = GO DIGIT | DIGIT INSURANCE
        Policybazaar = POLICYBAZAAR
        Max Life = MAX LIFE
        Niva Bupa = NIVA BUPA
        Care Health = CARE HEALTH
        Tata AIA = TATA AIA
        Bajaj Allianz = BAJAJ ALLIANZ
        HDFC ERGO = HDFC ERGO
        ICICI Lombard = ICICI LOMBARD
    """,
    Category.BROKER: """
        Zerodha = ZERODHA
        Groww = GROWW | NEXTBILLION
        Upstox = UPSTOX | RKSV
        Angel One = ANGEL ONE | ANGELONE | ANGEL BROKING
        ICICI Direct = ICICI SECURITIES | ICICIDIRECT | ICICI SEC
        HDFC Securities = HDFC SECURITIES | HDFC SEC
        Kotak Securities = KOTAK SECURITIES
        Dhan = DHANHQ | DHAN STOCK | MONEYLICIOUS
        5paisa = 5PAISA
        INDmoney = INDMONEY | INDSTOCKS
        Paytm Money = PAYTM MONEY
        Fyers = FYERS
        smallcase = SMALLCASE
        SBI Securities = SBICAP SECURITIES | SBI SECURITIES
        Axis Direct = AXIS SECURITIES
        Motilal Oswal = MOTILAL OSWAL
    """,
    Category.MUTUAL_FUND: """
        Kuvera = KUVERA
        Coin = ZERODHA COIN
        ET Money = ET MONEY | ETMONEY
        BSE StAR MF = BSESTARMF | BSE STAR | ICCL | INDIAN CLEARING CORP
        NSE Clearing = NSE CLEARING | NSCCL
    """,
}

# Payment companies that put their name before the business's.
GATEWAYS = frozenset(
    {"RAZ", "RAZORPAY", "PAYU", "BILLDESK", "CCAVENUE", "CASHFREE", "WWW", "PTM", "PHONEPE", "IND"}
)


def _aliases() -> dict[str, list[tuple[tuple[str, ...], str, Category]]]:
    """First word -> (words, name, category), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Category]]] = {}
    for category, lines in _BY_CATEGORY.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            name, _, aliases = line.partition(" = ")
            for alias in aliases.split(" | "):
                words = tuple(alias.split())
                found.setdefault(words[0], []).append((words, name, category))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


ALIASES = _aliases()


def brand_of(words: list[str]) -> tuple[str, Category] | None:
    """The business whose alias the words begin with, after a payment company's name."""
    start = 1 if len(words) > 1 and words[0] in GATEWAYS else 0
    for alias, name, category in ALIASES.get(words[start], ()) if words else ():
        if tuple(words[start : start + len(alias)]) == alias:
            return name, category
    return None
