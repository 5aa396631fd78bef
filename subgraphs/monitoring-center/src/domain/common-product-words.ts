/**
 * Words, by their stems, that stand in the names of many products, in English: those of five names and more in half of 9,818 recall notices (CPSC), the half that is for tuning. Any other word that two names have, or have not, in common tells more: it is mostly a brand.
 */
export const commonProductWords: ReadonlySet<string> = new Set(
  `
    abov accessori action activ adapt adaptor adhes adjust adult adventur aerob aerosol air alarm all also aluminum amana america american amf and angel angl anim answer aqua aquarium arctic
    arien arm art assembl assist attach atv auto automat avalanch babi back backpack bag bai balanc ball bamboo band bank bar barrel base basebal baseboard basic basketbal bassinet bat bath
    bathrob batteri beach bead bean bear bed bee behind bell bench best bib bicycl big bike bilt bind birch bird bistro black blade blanket blazer blend blender blind block blower blue bmx board
    boat bobcat bodi boi boiler book booster boot bosch bottl bounc bowl box bracelet bracket bradlei brake brand brass breaker breez broil brown brush bubbl bucket buddi bug buggi build builder
    built bulb bumper bunk bunni buoyanc burn burner busi butan butterfli cabinet cabl cadet camera camp can candi candl candlehold cannondal canopi cap car carabin carbon care cargo carpet
    carri carrier cart case cast cat ceil cell center centuri ceram certain chain chair chandeli char charact charg charger charm chef chenil chest child children chocol christma chupet cigarett
    circo circuit circular citi citronella clamp classic clean cleaner clear climb clip cloth club coat coffe coffeemak cold coleman collect coloni color combin combo comfort commerci compact
    compani compaq competit compound compress compressor comput condition connector construct contain control convers convert cook cooker cooktop cool cooler cord cordless corpor corral cosco
    cotton count countri cover cradl craft craftin craftsman crank crate crazi cream creativ creek crew crib cross crossbow crystal cub cube cup cupi cushion cutter cycl cylind dai dark dart
    deck decker decor deep deer dehumidifi dehydr dell delta delux denim design desk detector devic devil dewalt diamond dietari digit dine direct dirt disc dishwash disnei dispens displai
    dispos distil dive dog doll doo door doubl down drain drawer drawstr dream dress dresser drill drip drive drop dropsid dry dryer dual duo duti dvd ear easi echo edg edit educ effici egg
    electr electron eleph elev elit ellipt emerg empir enclosur energi engin enterpris entertain equip espresso essenti evenflo exercis expand express extens extinguish fabric face fan farm faux
    felt fibr field figur fill filter finger fire fireplac firework first fish fisher fit five fix fixtur flame flash flashlight flat fleec flexibl flip float floor flower fluid fluoresc flush
    fly flyer foam fold food foot for forc fork fort four frame frameset franklin free freezer french friend frigidair frog front fry fryer fuel full fun funni fur furnac furnitur futon gallon
    game garag garden garment gasolin gate gel gener gerber gerri giant gift gilbert ginsburg girl glass glider glitter globe gloss glow gold golf good gourmet graco grade grand grass green
    grill grinder grip ground grow guard guitar gun gym hair halloween halogen hammer hammock hand handheld handl handlebar hang happi har hard hat head heart heat heater heavi hedg hedstrom
    held helicopt hello helmet high highchair highwai hill hobbi hockei holder holidai home honda hood hoodi hors hose hot hous household hoverboard htpv huffi humidifi hunt hunter husqvarna
    hydraul hydroxid ibm ikea import inch inclin includ indoor industri infant inflat infrar inner instal intern ion iron jack jacket jackson jean jet jewelri jog john jump jumper junior kart
    kawasaki kei ken kenmor kerosen kettl kick kid kiddi king kit kitchen kitti kmart knife knob kolcraft kubota ladder ladi lamp lantern laptop larg laser lawn lawnmow leaf learn leather led
    ledg leg levi lidocain life lift light lighter lightn lil limit line link liquid lite lithium littl load lock loco loft log long loung lounger loungewear love low luggag machin magic magnet
    make maker manco manit manufactur mare marin marker mask mason massag master match matrix matryx mattress max meal medicin men mesh metal meter mickei microwav mid mini miniatur mirror mist
    miter mobil model modul mongoos monitor monoxid motion motor motorcycl mount mountain mous mower mug multi multivitamin munchkin murrai music nailer natur necklac net new newborn night
    nightgown non norco north notebook novelti number oak ocean off offic oil open oper option organ origin orthodont oscil ottoman ounc out outdoor outlet oven pacif pacifi pack packag pad pain
    paint paintbal pajama pal pan panel pant paper park parti passeng patio patriot pedal peg pen pendant peopl perego perfect perform person pet phone photoelectr piec pine pink pipe pirat
    pistol pitch plai plastic plate player playground playpen playset playskool plu plug plush pocket polari pole polic polym pooh pool pop portabl post pot power pre precis premier pressur
    price printer pro processor product profession projector propan protect protector ptac pull pump pumpkin pure purpos push puzzl queen quick rabbit race rack radio rail rain rang ranger rattl
    rayon rear receiv recharg reclin recreat red reebok refriger regul relief remot remov replac rescu residenti resist rheem ride rider rifl right ring rite river rmk road robe robot rock
    rocker roll roller roman romper roof room rope round rov royal rubber rug ryobi rzr safe safeti sale sandal sander santa saver saw scarv scent school schwinn scooter screen scuba sear season
    seat secur select self sensor seri servic set shade shaker shape sheer shimano shirt shoe shop short shot shoulder shower side signatur silver simplic singl six size skate ski skirt sleep
    sleeper sleepwear sleev slide sling slinki slow small smart smith smoke smoker snap snow snowboard snowmobil sock sodium soft softbal solar sold soother sound spa space spear special speed
    spin spirit splitter spoon sport sprai sprayer spring sprinkler squar squeez stack stage stainless stand standard stanlei star start state station steam steamer steel steer stem step stick
    stihl stool storag store stove strap street strength string strip stroller stuf style suit sun sunbeam super supplement suppli surfac surg suspens suzuki sweater sweatshirt sweet swim swing
    switch swivel system tabl tablet tabletop tank tankless tea tealight teddi teeth teether tek telephon televis temperatur tent termin terrain terri tester the thekiddospac thermador thermal
    thermostat thinkpad three thrower time timer tip toaster toddler toi tool top torch toro tot touch tow tower tractor trade trai trail trailer train trainer trampolin trane transceiv
    transmitt transport travel treadmil tree trek trend trim trimmer tripl truck tub tube tubular tumbler turbo turn turtl twin two type ultim ultra umbrella under underwat unit univers upholst
    upright usa usb util utv vac vacuum valu valv vehicl vent vertic vest video vike volt voltag votiv wagon wai walk walker wall wang ward warm warmer wash washer water watt wave weather weed
    weight west wheel whirlpool whistl white wick wilson wind window windsor winni wintergreen wire wireless with women wonder wood wooden work world xylophon yamaha yard yarn year york youth
    zero zip zipper
  `.trim().split(/\s+/),
);
