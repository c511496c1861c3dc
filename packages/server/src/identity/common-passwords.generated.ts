/**
 * Words that passwords are commonly made of, most common first, and common passwords of 15 characters and more.
 * From zxcvbn 4.4.2, frequency_lists (c) 2012-2016 Dan Wheeler and Dropbox, Inc., MIT licence: the first 10,000 of letters only.
 */
export const COMMON_PASSWORDS = `
password qwerty dragon baseball football monkey letmein shadow master mustang qwertyuiop pussy superman
fuckyou qazwsx jordan killer hunter harley zxcvbnm asdfgh buster batman soccer tigger charlie sunshine
iloveyou fuckme ranger hockey computer starwars asshole pepper klaster zxcvbn freedom princess maggie pass
ginger fuck love cheese summer chelsea dallas biteme matrix yankees corvette austin access thunder merlin
secret diamond hello hammer fucker silver gfhjkm internet samantha golfer scooter test orange cookie maverick
sparky phoenix mickey bigdog snoopy guitar whatever chicken camaro mercedes peanut ferrari falcon cowboy
welcome sexy samsung steelers smokey dakota arsenal boomer eagles tigers marina nascar booboo gateway yellow
porsche monster spider diablo hannah bulldog junior london purple compaq lakers iceman hardcore cowboys money
banana boston tennis coffee scooby nikita yamaha mother barney brandy chester fuckoff oliver player forever
rangers midnight chicago bigdaddy redsox angel badboy fender jasper slayer rabbit natasha marine bigdick
wizard marlboro raiders prince casper fishing flower jasmine iwantu panties adidas winter winner gandalf enter
ghbdtn golden cocacola winston madison angels panther blowme sexsex bigtits spanky bitch sophie asdfasdf horny
toyota tiger dick canada blowjob muffin liverpoo apples pokemon slipknot qazxsw scorpion qwaszx butter
startrek rainbow asdfghjkl razz newyork redskins gemini cameron qazwsxedc florida liverpool turtle sierra
viking booger butthead doctor rocket dolphins captain bandit jaguar packers pookie peaches asdf dolphin helpme
blue theman maxwell qwertyui shithead lovers maddog giants nirvana metallic hotdog rosebud mountain warrior
stupid elephant suckit success jackass alexis porn lucky scorpio samson azerty driver freddy sydney gators
dexter bubba creative voodoo golf trouble america nissan gunner garfield bullshit asdfghjk fucking apollo
eminem legend airborne bear beavis apple brooklyn godzilla skippy buddy qwert kitten magic shelby beaver
phantom asdasd xavier braves darkness copper platinum qweqwe tomcat girls bigboy animal police online voyager
lifehack fish sniper trinity blazer heaven lover snowball playboy loveme bubbles hooters cricket willow donkey
topgun nintendo saturn destiny pakistan pumpkin digital sergey redwings explorer tits private runner therock
guinness lasvegas beatles fire cassie christin celtic andrey broncos babygirl eclipse fluffy cartman michigan
carolina testing alexande birdie pantera cherry vampire mexico dickhead buffalo genius montana beer minecraft
maximus flyers lovely stalker metallica doggie snickers speedy bronco paradise yankee horses magnum dreams
lacrosse goober enigma qwertyu scotty pimpin bollocks surfer cock poohbear genesis star qweasdzxc racing
hawaii viper poopoo einstein boobies bitches drowssap simple badger alaska action jester drummer spitfire
forest maryjane champion diesel svetlana friday hotrod chevy westside security google badass tester shorty
thumper hitman mozart boobs reddog lizard ruslan eagle scarface buddha porno spirit stargate naruto mercury
liberty semperfi suzuki popcorn spooky marley scotland kitty cherokee vikings simpsons rascal qweasd hummer
loveyou patches russia jupiter penguin passion cumshot vfhbyf honda vladimir sandman passport raider bastard
infinity assman bulldogs fantasy sucker horney domino budlight disney ironman softball brutus redrum bigred
mnbvcxz fktrcfylh karina marines digger kawasaki cougar fireman oksana monday cunt justice nigger super
wildcats tinker logitech dancer swordfis avalon everton alexandr motorola patriots hentai madonna ducati
colorado connor juventus galore smooth freeuser warcraft boogie titanic wolverin elizabet arizona valentin
saints asdfg accord christ yfnfif stinky slut spiderma naughty chopper extreme skyline poop zombie pearljam
froggy awesome vision pirate fylhtq dreamer bullet predator empire kirill panthers penis skipper nemesis
peekaboo rolltide cardinal psycho danger mookie wanker chevelle manutd goblue hobbes vegeta fyfcnfcbz picard
windows loverboy victory vfrcbv bambam serega turkey tweety galina hiphop rooster changeme berlin taurus
suckme polina electric avatar maksim raptor hendrix newport bigcock brazil spring madmax alpha britney sublime
darkside bigman wolfpack classic hercules ronaldo spiderman blizzard cheyenne cjkysirj wombat pandora holiday
wildcat devils horse alabama caesar bondage pussycat pickle shaggy leather chronic admin airplane kodiak
freepass billybob sunset katana phpbb chocolat snowman stingray firebird wolves zeppelin detroit pontiac
gundam panzer vagina outlaw redhead tarheels greenday nastya hardon engineer hellfire serenity cobra fireball
lickme darkstar flash strike beauty pavilion bobafett dbrnjhbz bigmac bowling ytrewq natali pyramid rulez
dodgers apache swimming whynot teens trooper fuckit defender precious packard weasel popeye lucifer cancer
icecream raven swordfish presario viktor rockstar blonde wutang spike pimp atlanta airforce thailand casino
lennon mouse hacker bluebird hawkeye theone catfish sailor goldfish nfnmzyf tattoo pervert barbie maxima
nipples machine trucks wrangler rocks tornado lights cadillac bubble pegasus madman longhorn browns target
eatme microsoft dilbert christia baller lesbian shooter xfiles seattle qazqaz cthutq amateur prelude corona
freaky malibu assassin atlantis integra pussies iloveu lonewolf dragons unicorn software bobcat stealth peewee
openup srinivas zaqwsx valentina shotgun trigger veronika bruins coyote babydoll joker dollar lestat hottie
random butterfly wordpass smiley sweety snake chipper woody samurai devildog gizmo maddie mistress flipper
express hjvfirf moose cessna piglet polaris teacher montreal cookies wolfgang scully fatboy wicked balls
tickle bunny dfvgbh foobar transam pepsi fetish basketba toshiba hotstuff sunday booty gambit impala stephani
hooker lancer knicks shamrock stinger redneck deftones squirt siemens blaster trucker subaru renegade ibanez
manson swinger reaper blondie mylove galaxy blahblah enterpri travel indiana skeeter sugar ficken smoke bigone
sweetpea fucked trfnthbyf marino escort smitty bigfoot babes larisa trumpet spartan valera babylon asdfghj
bigboobs stormy mister hamlet aardvark butterfl marathon paladin cavalier manchester skater indigo hornet
buckeyes indians karate hesoyam toronto diamonds chiefs buckeye highland hotsex charger redman passwor maiden
drpepper storm pornstar garden pencil sherlock timber thuglife insane pizza jungle aragorn hamster triumph
techno lollol pioneer catdog fktrctq morpheus pascal hobbit wetpussy erotic consumer blabla justme stones
chrissy spartak goforit burger pitbull adgjmptw italia barcelona hunting colors kissme virgin overlord pebbles
sundance emerald doggy racecar irina element zipper alpine basket goddess poison nipple sakura chichi huskers
pussys ultimate blackie nicola rommel caserta omega geronimo trojan philips nugget tarzan chicks aleksandr
bassman trixie portugal anakin dodger bomber superfly madness loser fatcat ybrbnf soldier warlock desire
sexual babe seminole alejandr westham andrei concrete weed ladybug naked christop trombone tintin bluesky
rhbcnbyf qazxswedc onelove cdtnkfyf whore vfvjxrf titans stallion truck hansolo smiles beagle panama kingkong
flatron inferno mongoose connect poiuyt snatch qawsed juice blessed rocker snakes turbo bluemoon finger
jamaica mulder beetle passat immortal plastic whiskey dietcoke suck spunky monitor cactus exigen planet ripper
teen spyder nolimit hollywoo sluts sticky trunks pickles sailing bonehead ghbdtnbr delta charlott rubber
yomama hongkong jumper ilovesex faster unreal cumming memphis nylons legion sebastia shalom pentium geheim
werewolf funtime ferret orion curious niners cantona sprite philly pirates abgrtyu lollipop eternity boeing
sweets cooldude tottenha jackoff stocking moomoo martini biscuit drizzt fossil makaveli snapper maniac salmon
patriot verbatim nasty shasta asdzxc shaved blackcat raistlin punkrock cjkywt waterloo crimson twister oxford
musicman seinfeld biggie condor ravens megadeth wolfman cosmos sharks banshee keeper foxtrot skywalke velvet
sesame dogs squirrel privet sunrise wolverine sucks legolas grendel ghost cats carrot frosty lvbnhbq blades
stardust frog qazwsxed coolio brownie groovy twilight daytona vanhalen pikachu peanuts licker hershey jericho
intrepid ninja lobster goblin punisher strider shogun kansas amadeus neptune showtime muscle oldman ekaterina
rfrfirf getsome showme obiwan skittles danni tanker maestro tarheel anubis hannibal anal newlife gothic shark
fighter blues princes slick chaos sabine python mirage devil clover tequila surfing delete potato chubby
panasonic sandiego portland baggins fusion sooners blackdog buttons californ moscow playtime mature dagger
dima stimpy gangster warriors iverson chargers byteme swallow liquid dingdong nymets cracker mushroom crusader
bigguy miami dkflbvbh bugger nimrod tazman stranger newpass doodle powder gotcha guardian dublin slapshot
septembe milano grizzly knights photos nookie charly rammstein brasil scruffy munchkin poopie kittycat latino
walnut thegame kolobok picasso barcelon bananas trance auburn coltrane eatshit goodluck starcraft wheels
parrot postal blade wisdom pink gorilla katerina dumbass osiris oakland discover spanking lonestar bingo
meridian ping dookie stonecol megaman rjntyjr ledzep lowrider firefly griffey racerx paradox ghjcnj gangsta
tacobell weezer sirius halflife buffett shiloh vertigo sergei aliens sobaka keyboard kangaroo sinner bonjour
socrates chucky hotboy sprint scarlet celica shazam sommer trebor qwerasdf jeep bollox fuckface rebels
vacation lexmark penguins ragnarok formula tempest vfhecz tacoma qwertz colombia flames rockon duck prodigy
wookie dodgeram mustangs sithlord smoker server bang incubus scoobydo oblivion molson kitkat titleist rescue
carpet bigballs tardis jimbob xanadu blueeyes shaman mersedes pooper golfing hearts mallard kenwood dogg
oracle nuttertools topper shemale sleepy gremlin yourmom printer monkeys peterpan mikey kingston cooler
analsex jimbo asterix freckles birdman defiant aussie stud blondes tatyana aspirine mariners jackal deadhead
katrin anime rootbeer frogger polo hallo noodles parola shaolin celine plymouth creampie justdoit ohyeah
fatass assfuck amazon kisses magnus camel nopass bosco putter champs massive spidey lightnin camelot letsgo
gizmodo aezakmi bones caliente goodtime thankyou brucelee redalert aquarius catherin smokin pooh mypass astros
roller porkchop sapphire beckham atomic vanilla qazwsxedcrfv kaktus cxfcnmt blacky aggies blackjac bangkok
scream iforgot kasper slappy shitty veritas chevrole vader amsterdam jammer primus spectrum eduard granny
clancy satan hitler avenger spankme simba smudge scrappy labrador syracuse falcons husker candyman commando
gator pacman pancho krishna fatman clitoris pineappl lesbians barkley vulcan punkin boner celtics monopoly
flyboy romashka hamburg lick gangbang spartans tricky snuggles drago homerun vectra hermes topcat cuddles
infiniti cosworth goose ivanov bossman qawsedrf peugeot exigent doberman durango plumber telefon horndog
laguna rbhbkk dawg webmaster breeze beast beefcake leopard redbull topdog godsmack theking pics speaker
viktoria fuckers bowler starbuck gjkbyf valhalla anarchy blacks herbie kingpin starfish nokia loveit achilles
labtec fitness brando bull kicker napass desert sailboat bohica tractor hidden muppet terminator phillies
terror farside swingers legacy frontier butthole doughboy jrcfyf tuesday sabbath nebraska homers qwertyuio
azamat fallen striker camels iguana looker pinkfloy moloko dannyboy luckydog pistol whocares charmed skiing
select franky puppy daniil vladik vette vfrcbvrf ihateyou nevada moneys vkontakte mandingo puppies mystic
zidane kotenok dilligaf budman bunghole zvezda triton golfball technics trojans panda laptop rookie aberdeen
gustav jethro enterprise igor stripper filter hurrican rfnthbyf lespaul butch dthjybrf excalibu nofear momoney
possum cutter oilers moocow cupcake gbpltw splash svetik soleil bogdan vipers babyboy tdutybq lancelot ccbill
keystone passwort flamingo firefox dogman vortex rebel noodle zaphod killme coolman danila designer skinny
kamikaze deadman gopher doobie warhammer deeznuts freaks engage poncho hammers azsxdc dracula sassy boots
deskjet macdaddy mighty manchest sterlin meatball mailman sinatra cthulhu bubbas cartoon bicycle eatpussy
truelove sentinel tolkien breast capone lickit summit jamesbon sexygirl sonic billyboy redhot microsof
microlab rockets iloveyo fernand danie cutlass polska titties pantyhos thekid aikido gofish mayday coke
anfield sony lansing smut scotch sexx catman hustler saun dfkthbz azsxdcfv cheers gabrie tinman orioles
charlton fortuna airbus rustam xtreme bigmoney zxcasd retard grumpy huskies boxing ultima warlord oranges
rotten asdfjkl superstar denali sultan bikini saratoga thor figaro sixers wildfire vladislav sparta mayhem
greenbay chewie cancun fabie mellon poiuytrewq crunch bigtime piccolo bigbird mojo maradona sandro bizkit
rjirfrgbde rightnow hyperion treasure meatloaf armani rovers jarhead cruise coconut dragoon utopia davids
cosmo rfhbyf reebok charli giorgi sticks sayang exodus anaconda zaqxsw illini woofwoof packer poontang govols
jedi tomato beaner cooter creamy lionking albatros poodle kenworth dinosaur greens goku happyday eeyore
tsunami cabbage holyshit memorex chaser bogart orgasm volley whisper knopka ericsson walleye chickens corrado
twisted zorro clemson zxcasdqwe tootsie milana zenith fktrcfylhf shania frisco crazybab junebug fugazi rereirf
vfvekz sausage vfczyz koshka clapton anhyeuem condom fubar hardrock skywalker tundra cocks gringo canon
vitalik aspire stocks applepie arjay boob pillow sparkle gmoney rockhard samiam everest hellyeah bigsexy
skorpion rfrnec hedgehog australi candle slacker dicks voyeur jazzman wolfie vfksirf fright yosemite temp
karolina fart barsik surf cheetah baddog deniska starship bootie milena hithere kume greatone dildo albion
midget lion maxell cyclone freeporn nikola bonsai kenshin slider balloon roadkill killbill jerkoff dinamo
tekken rambler goliath cinnamon malaka backdoor fiesta rastaman fletch stefano artemis calico nyjets damnit
robotech duchess rctybz hooter keywest mechanic pingpong operator presto sword rasputin spank bristol faggot
shado amsterda wibble carrera alibaba majestic ramses duster trident clipper steeler wrestlin divine kipper
gotohell kingfish passwords buttman pompey viagra spurs slutty oleg macross pooter slave jokers yzerman
swimmer solnce seamus lolipop pupsik ivanova matador ktyjxrf subway cinder vermont pussie chico florian magick
guiness allsop ghetto typhoon dfkthf depeche skydive dammit seeker fuckthis crysis umbrella snoopdog critter
theboss ding splinter kinky cyclops jayhawk caramel underdog caveman onlyme grapes feather hotshot fuckher
renault pippen floppy cunts megapass pornos usmc kickass quattro wassup helloo chivas bullseye java fishes
blackhaw jamesbond tunafish juggalo dkflbckfd translator beanie alucard supersta magicman cohiba caligula
facial dfktynbyf cigars fang klingon safari looser deepthroat malina tazmania gonzo goalie monaco cruiser
misfit tommyboy yousuck sharky vfhufhbnf horizon absolut brighton kungfu maxx forfun mamapapa budweise banker
getmoney kostya bigbear vector fallout nudist gunners royals chainsaw scania trader blueboy walrus eastside
kahuna steph cypress champ undertaker ybrjkfq europa snowboar sabres moneyman chrisbln minime nipper groucho
whitey viewsonic penthous fabric flounder coolguy whitesox passme smegma skidoo thanatos snapple dalejr mondeo
thesims mybaby panasoni sinbad thecat topher frodo sneakers alfa ghjcnjnfr olivier cyber titanium jabroni dang
hambone intruder gargoyle static poseidon studly newcastl sexxxx poppy johannes danzig beastie musica buckshot
sunnyday adonis bluedog bonkers chrono compute spawn smelly wapbbs goldstar quantum pisces boomboom gunnar
nike multiplelo custom motherlode westwood usnavy daewoo korn stereo sasuke sunflowe watcher dharma assholes
babyblue marius walmart snoop starfire paintbal knickers aaliyah lokomotiv theend sapper rover erotica scanner
racer zeus doogie bayern newbie losers droopy outkast wasser ufkbyf rjycnfynby thirteen hotred deejay hotpussy
jessic philippe scout cubbies havefun magpie fghtkm avalanch pudding leonid bimmer fucku idontknow vfvfgfgf
aleksey builder zerocool godfather mylife donuts allmine redfish sascha nitram bounce smokes rodman stunner
hoosier hairy beretta insert rtyuehe francesc tights micron quartz gegcbr searay jewels bogey paintball
celeron padres bing syncmaster ziggy beaches prissy diehard mittens aleksandra queens biggles thongs southpark
artur twinkle gretzky rabota cambiami monalisa gollum chuckles gladiator whisky spongebob mazafaka meathead
barefoot cfitymrf bigass kosmos blessing titty clevelan terrapin johnboy maggot clarinet deeznutz stumpy
stoney footbal traveler volvo bucket snapon pianoman hawkeyes futbol casanova tango goodboy scuba sexyman
warthog mustard nickel meowmeow boricua prophet sauron reefer andromeda goofy loco lovesex triangle whatsup
mellow bengals maste sunshin smeghead hokies sting welder rambo cerberus rockford monke goldwing gabriell
buzzard crjhgbjy rainman groove tiberius purdue hayabusa shou jagger diver zigzag poochie usarmy phish redwood
redwing salamander sputnik boobie ripple eternal thegreat allstar slinky gesperrt mishka whiskers pinhead
overkill rhfcjnrf sersolution starman proxy swords nikolay bacardi rasta badgirl wildman spaceman hacked
helmet windsor runescape trapper banane dbrnjh ripken frisky shun fester oasis lightning cicero kool pony
thedog megatron illusion napster squash roadking woohoo hoosiers tracker bagira midway leavemealone menace
feng laser stoned realmadrid balloons tinkerbell pobeda heineken sonics moonlight optimus comet orchid jaybird
kashmir chuang chunky peach mortgage rulezzz saleen chuckie zippy doghouse maxim reader shai buddah benfica
chou salomon meister eraser blackbir bigmike starter pissing angus deluxe hardcock mian seahawks godfathe
bookworm gregor intel talisman blackjack babyface hawaiian dogfood zhong sancho ludmila medusa mortimer
roadrunn stalin handyman alphabet pizzas calgary clouds cgfhnfr cubswin gong lexus michae beautifu pacers
buddie chinook heckfy dutchess breasts beowulf darkman jenn zhei quan satana shang idontkno smiths puddin
teddybea valkyrie passwd chao boxster killers yoda cheater inuyasha wareagle foryou dragonball mermaid bhbirf
delphi gromit sponge qazzaq fytxrf gameover diao sergi beamer beemer kittykat rancid manowar diggler assword
wishbone gonavy fisting thedude sinister venera novell salsero jayden vedder redline lust jktymrf dfcbkbq
chrome gamecube titten cong leng eureka bitchass banner lakota mustafa preacher hotbox playstation claymore
electra checkers zheng qing armagedon wrestle svoboda bulls nimbus alenka madina onetime bartman silverad
electron skylar rhtdtlrj gobucks johann milkman camper thunderb bigbutt jammin davide cheeks goaway lighter
claudi thumbs pissoff ghostrider cocaine teng squall lotus hootie blackout doitnow subzero pothead skate peng
antoni neng miao bcfields marika musashi tulips nong piao chai ruan southpar nude mandarin ninjas cannabis
jetski xerxes zhuang kleopatra dickie bilbo pinky dieter tottenham quest yfnfkmz dirtbike mango ipswich iamgod
tdutybz modena qiao slippery bluefish samtron toon iscool petrov fuzzy zhou mollydog deng pheonix zhun
ghblehjr othello starcraf sanfran cameltoe badman vasilisa jiang luan sveta akira chuai cheech beatle pickup
paloma caravan elizaveta gawker banzai pussey mullet seng bearcat flexible farscape borussia zhuai templar
toolman yfcntymrf xiang guai nuggets mantis slim fyutkbyf thedoors zappa fergie huai asdfzxcv sunflower
pussyman deadpool bigtit lassie skyler gatorade carpedie jockey mancity spectre artemka reng iomega jing
moritz spice rhino spinner heater zhai hover talon grease qiong corleone ltybcrf tian hippie chimera ting
corsair sonoma xxxpass bacchus webmaste chuo chrysler artem shei cosmic deutsch oceans binladen latinas speedo
buttercu merlot millwall ceng kotaku jiong dragonba stonecold snuffy hellos blaze slapper istanbul bonjovi
babylove mazda bullfrog phoeni meng nomore bobdylan capslock zaraza teddybear ntktajy myname rong wraith mets
niao smokie chevrolet dialog gfhjkmgfhjkm dotcom vadim monarch athlon hamish pian liang coolness chui thoma
ramones ciccio chippy ning marker cougars jackpot barbados reds pdtplf knockers cobalt amateurs dipshit napoli
kilroy pulsar jayhawks daemon alexey weng shuang shiner eldorado soulmate mclaren andromed duan sexyboy
dogshit shuo kakashka syzygy yeahbaby qiang netscape fulham gooner zhui laurent halifax freeway carlitos
eastwood microphone persik coldbeer geng nuan fgtkmcby entropy gadget sophi baggio carlito specialk piramida
suan bigblue salasana hopeful mephisto hack generic violetta arcadia hondas trainer smashing liao iceberg
snooker zang matteo fastball bamboo fuckyo shutup astro buddyboy nikitos redbird maxxxx shitface kuai
kissmyass sahara radiohea wildcard patric plasma heynow shao bigfish misfits sheng testpass nanook cygnus
licking slavik pringles xing submit dundee tiburon pinkfloyd yummy shuai guang chopin obelix insomnia stroker
lazarus jorda homerj sleeper darklord cang tripod magician jelly telephon pasword pavlov homeboy gamecock
amigo brodie budapest yjdsqgfhjkm reckless pang orient zong cdtnbr maksimka bushido taxman giorgio sphinx
kazantip concorde verizon lovebug georg seadoo jiao jezebel pharmacy abnormal jellybea maxime puffy islander
bunnies jiggaman drakon pluto zhjckfd classics crusher mordor hooligan strawberry scrabble cthtuf premium
arrow ramrod tootie rhjrjlbk bounty niang goat sweetnes masamune corolla mariposa hjccbz doomsday bummer zhao
excalibur samsun kirsty buttfuck kfhbcf zhuo marcello ozzy dynamite lollypop stepan spiker goirish callum
moonbeam attila lindros sporty lantern nextel violin volcom imation inspiron dynamo citadel placebo clowns
tiao tripper dabears haggis anthrax amerika iloveme vsegda burrito bombers snowboard forsaken katarina woofer
fullmoon spock sexxxy sausages stanislav cobain robotics exotic mobydick senators pumpkins fergus asddsa
windsurf reddevil vfitymrf nevermind nang woodland mick shui wingman superb zuan ganesh pecker zephyr
anastasiya broker zalupa mihail vfibyf dogger paddle varvara schalke presiden tuning poopy concord vanguard
stiffy rjhjktdf wrench firewall boxer popper temppass gobears cuan tipper kamila thong puss bigcat sowhat
digimon rang jingle bian uranus soprano fandango aloha postman dogcat bombay onetwo highheel pippo pepito beng
stylus stratus reload duckie krusty snappy electro kuang fishin clit abstr christma carnage guyver boxers
kittens zeng toaster cramps yugioh icehouse pineapple namaste harrypotter mygirl earnhard spikes nutmeg dogboy
softail mypassword prowler bigboss harvest heng jubilee killjoy basset keng zaqxswcde biao titan robot wifey
kidrock gameboy enrico arrows havana banger chriss platypus lumber pinball foxy superma longbow radiohead
nigga spongebo abrakadabra chillin niceguy pistons hookup santafe bigben jets mankind viktoriya beardog
reddwarf magelan longjohn jennife gilles stasik bumper doofus slamdunk pixies garion steffi alessandro beerman
niceass honolulu visa johndeer windmill boozer oatmeal aptiva busty delight tasty bergkamp badgers guitars
puffin irishman zildjian airwolf magnet anai install astra romans mudvayne freebird muscles dogbert snowflak
mang nygiants playstat vjcrdf webhompas giraffe pelican jefferso comanche bruiser monkeybo kjkszpj micro
albany epsilon aladin hounddog josephin altima chilly ultra gasman thisisit pavel idunno kimmie paulie ballin
medion moondog manolo pallmall climber fishbone toffee tbone clippers krypton picturs compass sairam getout
cobras bigblock severin booster norwich whiteout ctrhtn hewlett shocker fuckinside versace basebal bluebell
anthon stubby foreve undertak werder saiyan medic chipmunk bowwow kjrjvjnbd celeb choochoo demo lovelife
colnago lithium zzzxxx welcom anastasi fidelio franc roadster drifter hookem hellboy sinned gypsy zebra toejam
buceta redfox lineage highbury koroleva washingt vintage redbaron dalshe mykids macbeth julien krasotka
pipeline tatarin sensei codered komodo frogman juicy redrose mydick pigeon tkbpfdtnf smirnoff spam flyfish
moskva olesya starligh fishhead freesex azazel scoobydoo cabron yogibear konstantin tranny chilli terminat
ghbywtccf slowhand fuckhead seagull achtung blam bigbob bdsm nostromo survivor cnfybckfd lemonade rober irinka
cocksuck itsme zodiac upyours dinara chiara solitude habibi sushi markiz rockies catwoman bearcats username
wanderer ohshit sigma paradigm flanker sanity jsbach spotty bologna fantasia chevys borabora cocker gtnhjdbx
sundevil gagging maggi armstron yfnfkb revolver madcat volkswag corndog piggy sissy sunfire angelus undead
wildbill shinobi cleopatr lasvega hornets amorcit coventry destin sidekick gbhfvblf sneaky nfytxrf sekret
kalina zanzibar hotone qazws wasabi highlander hitachi paolo tinkerbe kieran boiler bluesman waffle threesom
conan reflex nautilus everlast fatty cyborg birddog rubble suckers skyhawk joebob woodie longdong lamer troll
ghjcnjgfhjkm boating nitro armada messiah americ redeye goten spikey sonata tokiohotel sonyericsson citroen
umpire belmont jonny nudes palmtree fenway bighead razor gryphon taco enterme malachi dogface reptile dindom
handball marseille torino tigge matthias viewsoni stinker evangelion rampage sandrine thecrow astral sprinter
seabee shibby fearless junkie aramis antelope draven eggman barselona fyfnjkbq sluggo kille hotties irishka
shamus fairlane honeybee fantomas gladiato karachi gambler gordo biatch matthe papito excite bobdole cheshire
thewho mentor tomahawk bismillah bigpoppa ijrjkfl runaway skibum studman helper squeak holycow manfred harlem
glock gideon margarit medved lambda pasadena johngalt quasar coldplay amand playa bigpimp capricorn elefant
sweetness luca dominik biker datsun elcamino trinitro malice audi carpente glamour diaper asimov callisto
nikolai pebble vendetta boytoy cayman zippo wildwood foxylady calibra dungeon leedsutd bestbuy antares
dominion skillet enforcer derparol mingus remingto giggles klaste coolcat megane synergy macman iforget adgjmp
vjqgfhjkm rfvfcenhf rogue mamamia carnival bolitas dmitriy dimas papillon knuckles hola tophat cutiepie devo
ducks ghjuhfvvf asdqwe freefall parol zarina buste vitamin warez bigones baritone jamess twiggy mischief
bitchy hetfield dontknow grinch calimero letmei acmilan alexandre whiteboy bigdawg zoloto firefigh blowfish
screamer lfybbk chelse harddick sexylady auditt pizdec kojak kfgjxrf slugger swinging rockie dimples trucking
marijuana kerouac paco thecure keepout kernel francisc bozo obsidian spud tabasco jaguars dfktynby kokomo
popova notused sevens magneto roswell lakeside bigbang aspen loki suckmydick strawber joshu advent slimshady
whistler stryker blueball ksusha bahamut robocop impreza prozac bookie bricks cassandr korova paramedi salope
darkangel nomad smackdow yoyoma argentin moonligh bootys hardone capricor galant spanker dkflbr magpies krolik
cevthrb cheddar bigbooty qwedsa duffman bukkake acura johncena sexxy cherries asgard leopold mopar lalakers
dogpound crusty spanner kestrel fenris universa peachy assasin lemmein eggplant hejsan canucks aikman tupac
turnip godlike fussball django petrova ratman taekwondo chocha serpent capetown vampir amore gymnast timeout
nbvjatq ksenia nazgul budweiser clutch mariya sylveste beaker sexxx marseill magellan vehpbr sexgod jktxrf
southpaw seneca camden camero tenchi johndoe roofer vlad fktyrf wingnut wolfpac notebook goodgirl redhat
challeng millenium hoops maveric noname gaell onion olympus ricard sixpack gratis gagged camaross hotgirls
flasher goldfing moonshin gerrard volkov sonyfuck mandrake tracer asians helmut boater dogwood aries navigator
goodie hellokitty fkbyjxrf earthlink lookout jumbo opendoor ashle wormix murzik lakewood bluejays loveya
commande peppe goth oreo slammer rasmus redskin ironmaiden gotmilk dejavu midnite timosha espresso delfin
toriamos oberon ceasar markie vjkjrj daddyo dougie disco auggie lekker noway saigon capecod qazxcv beater
bremen aaasss roadrunner platon bordeaux vbkfirf supernov optimist ilovegod nightwish alchemy bimbo richar
hattrick hott solaris proton nevets enternow amigos ambers lenochka suckdick shag intercourse spiral tosser
ilove cowgirl canuck munch spoons waterboy evgeniy savior zasada redcar mamacita terefon globus doggies
htubcnhfwbz cuervo suslik azertyui limewire stratfor steaua coors stigmata derf klondike patrici marijuan
hardball odyssey nineinch beezer sandr charon vauxhall reggae boulder funstuff iriska krokodil rfntymrf sterva
bball peeper toolbox cabernet sheepdog pigpen lhfrjy banan dabomb jennaj joecool funky ringo junio qqqwww
baltimor footjob geezer cashmone pancake monic grandam bongo yessir gocubs nastia vancouve barley watford
ilikepie laddie hairball toonarmy pimpdadd cvthnm hunte davinci lback firenze bonanza daman strap azert wxcvbn
afrika theforce idefix wolfen houdini scheisse default beech maserati sigmachi bigdicks eskimo mizzou riccardo
egghead kronos ghbrjk jomama rfhnjirf rodeo dolemite nittany pathfind mikael vqsablpzla purpl gabber modelsne
myxworld hellsing punker rocknrol fishon lolol twinkie tripleh cirrus redbone biggun allegro gthcbr wanking
bootsy mohawk koolaid futurama samoht klizma lobo honeys zxasqw joemama javelin samm flicks montag nataly
dogbone goodday smoothie toocool metroid archange vagabond billabon darkange skateboard evolutio morrowind
wizards rockin cumslut plastics zaqwsxcde doit outback bumble dominiqu persona nevermore alinka forgetit sexo
petunia sheeba elisabet aolsucks woodstoc pumper fabio granada scrapper minimoni breaker slimshad friendster
wiseguy donner blackbird buffet jellybean barfly behappy carebear fireblad boxcar cheeky kiteboy elvisp
opennow doktor pornking flamengo snowbird lonesome baracuda bleach metall singapor mariner herewego dingo
tycoon cubs blunts proview kamasutra lagnaf vipergts navyseal starwar masterbate wildone peterbil cucumber
butkus climax deniro gotribe cement harrier shodan newyear sedona harald doubled bigguns salami awnyce kiwi
homemade pimping azzer warhamme linkin dudeman pinnacle maxdog flipflop lfitymrf acidburn esquire sperma
fellatio jeepster thedon sexybitch pookey spliff widget vfntvfnbrf mutant meliss gohome mercede comein grin
cartoons paragon henrik rainyday pacino senna alleycat narnia gianni wetter clovis escalade rainbows daisydog
cocksucker pushkin lefty sambo fyutkjxtr hiziad boyz whiplash orchard newark adrenalin bootsie chelle trustme
chewy golfgti tuscl ambrosia penetration shonuf jughead payday stickman gotham kolokol kolbasa stang puppydog
charisma mone jakarta draco nightmar inlove laetitia tarpon nautica meadow luckyone chessie goldeney tarakan
bungle wordup interne dragonfl sprout gerbil phialpha camber adriano bigjohn bismarck scamper rabbits bynthytn
mallorca dragster beethove burner fosters normandy sebring killa nounours playball xantia rocknroll guillaum
strelok prosper buttercup masterp dbnfkbr cambridg venom treefrog lumina supra sexybabe freee shen frogs
driller pavement dicky checker smackdown pandas cannibal asdffdsa zyjxrf nthvbyfnjh melrose neon jabber gamma
aprilia atticus benessere catcher azertyuiop thierry treetop jello melons tantra buzzer catnip bouncer sexyone
ananas olenka sexman mooses kittys sephiroth contra hallowee skylark sparkles gofast hannes amethyst ploppy
hotass amatory volleyba bettyboo ticklish frenchy trustno leinad mynameis spooge hyundai frosch junkmail
abacab marbles casio longhair caster snicker gannibal skinhead hansol gatsby montecar plato gumby kaboom matty
jazzy panter giulia candyass farmboy letsdoit notredam ilikeit rugger uptown alcatraz airman navajo kenobi
terrier stayout grisha fluff virginie werdna octopus fitter dfcbkbcf blacklab montrose supernova frederik
ilovepussy radeon blubber sliver swoosh motocros lockdown pearls thebear istheman pinetree biit rustydog
tampabay titts babycake jehovah streaming collie camil fidelity stitch gatit restart budgie grunt capitals
hiking dreamcas riffraff makaka playmate napalm rollin amstel samanth rumble jimmys pizzaman tralala delpiero
alexi yamato itisme vfndtq kahlua londo wonderboy carrots tazz ratboy rfgecnf nico fujitsu tujhrf sergbest
blobby smirnov panhead bucky duffer cashmoney bagpuss salman titfuck malish dresden lemans darina zapper
redstar pajero booyah tetsuo semper finder hanuman sunlight treble cupoi dimitri stellar nympho saskia
bigtruck revoluti feelgood phat gogators bismark cola puck furball burnout slonik bowtie icecube fabienn
mouser papamama rolex momdad iklo morten rhubarb gareth blitz brest tigercat usmarine lilbit azrael lebowski
madagaskar begemot loverman dragonballz italiano onions cyrano capcom forlife fisherman requiem mufasa
piercing hellas abracadabra duckman caracas macintos crescent fduecn hogtied eatmenow ramjet kicksass whatthe
discus rfhfvtkmrf sqdwfe mantle vegitto trek rudeboy liliya lunchbox riversid acapulco libero dnsadm maison
toomuch boobear hemlock sextoy pugsley misiek athome migue altoids marcin rhfcfdbwf rhinos rjhjkm ronaldinho
shampoo makayla kamilla masterbating tennesse holger matchbox hores poptart parlament goodyear hardwood alain
erection hfytnrb highlife implants benjami dipper jeeper bendover supersonic babybear laserjet gotenks bama
natedogg pokemo raduga sopranos cashflow menthol pharao hacking ghjcnbnenrf lizzy pooky flyer gramma dipset
becca donjuan pong alterego logger matisse ljxtymrf victori harle mamas encore mangos diamon alexxx tiamat
desktop mafia smurf princesa shojou blueberr welkom maximka bobmarley clips ismail termite missie altair
bauhaus trinitron mogwai juniper boroda jingles qwerasdfzxcv shakur legos mallrats goldeneye tamerlan backbone
spleen shady darkone justi giggle cloudy aisan douche parkour bluejay redwine satchmo nineball ballsack probes
kappa amiga dortmund trigun homepage blinky screwy gizzmo belkin chemist coolhand chachi thebest greedisgood
wonderfu barefeet kcchiefs xian pollux cheerleaers fruity turbos shopper photon espana hillbill oyster
macaroni gigabyte jesper motown tuxedo triplex cyclones estrell mortis holla fiddle sapphic jurassic thebeast
ghjcnjq baura karaoke flvbybcnhfnjh frisbee diva ajax feathers allday mierda amature marauder redheads womans
egorka godbless nimitz sashka madcow socce greywolf baboon pimpdaddy reloaded lancia rfhfylfi dicker placid
grimace olemiss whores culinary wannabe maxi amelie trample baberuth bramble asdfqwer vides taichi aztnm
smother outsider hakr blackhawk bigblack girlie spook valeriya gianluca freedo handbag lavalamp cumm pertinant
whatup redlight patrik dfytxrf aviator sweeps cypher elway yinyang poophead tucson monterey waterfal dank
dougal suede minnesot legman bukowski ganja mammoth riverrat asswipe daredevi lian kamikadze bellagio wanrltw
stiletto lipton arsena biohazard bbking chappy tetris darthvad lilwayne nopassword natchez glitter mytime
rubicon moto pyon wazzup tbird nightowl getoff trueblue hotgirl nevermin deathnote taffy bigal copenhag
apricot gallaries dtkjcbgtl totoro onlyone civicsi festus abacus sickboy fishtank fungus charle golfpro
teensex seaside aleksei rosewood blackberry bedlam schumi deerhunt contour darkelf surveyor deltas pitchers
dipstick lizzard softtail titman greenman smartass notnow myworld chewbacc nosferatu downhill kuan blazers
whales soldat craving powerman yfcntyf hotrats cfvceyu qweasdzx feline qqwwee chitown mastermind dingbat
standby kismet atreides dogmeat icarus monkeyboy mouses nicetits sealteam crispy myporn corazo topolino lawman
muffy orgy passord hooyah ekmzyf pretzel amonra nestle jimbeam happyman stonewal helios manunited harcore
gaymen kakashi pjkjnj alcatel taylo allah buddydog ltkmaby mongo blonds civilwar bellaco turtles mustan
deadspin fynjirf tortoise amor summe waterski zulu dtxyjcnm gizmos strife interacial pusyy equinox matri
tobydog sammys nachos traktor morgoth dasani mashka ownage nightwin hotlips passmast skolko eldiablo manu
screwyou badabing foreplay hydro kubrick seductive comeon galileo aladdin metoo happines mizuno caddy bizzare
redone ohmygod sable bonovox girlies hamper opus aaabbb pizzahut kikimora peavey ocelot solace sprocket galary
shurik locutus virago wdtnjxtr tequier bisexual doodles makeitso fishy fishcake sentry libertad oaktree
fivestar vegitta mississi spiffy carme neutron vantage agassi boners hilltop taipan barrage fister martian
willem lfybkf bluestar moonman ntktdbpjh paperino bikers daffy benji quake dragonfly suckcock danilka lapochka
belinea calypso asshol abraxas womam youknow maxpower sonora tickler tadpole belair crazyman finalfantasy
jonatha paisley kissmyas morgana monste mantra spunk jonesy alessand baddest ghbdtnrfrltkf zxccxz tictac
augustin racers foxfire openit nathanie seadog gangbanged lovehate hondacbr harpoon mamochka fisherma bismilla
locust saffron utjhubq safeway pisser bdfyjd magenta vfhujif anfisa tyrant guan meggie kontol nurlan ayanami
yaroslav mutley hugoboss websolutions elpaso gagarin badboys sephirot newuser qian edcrfv lockout firedog
sokolova skydiver soulfly canary malinka guillerm hookers dogfart osprey rhjkbr stoppedby werter divers alpina
cali whoknows godspeed foreskin heyyou didier slapnuts fresno honeybun baronn pakista philipp topsecret
slipper letsfuck godawgs mousey scrotum loveis lighthou susieq ralphie willi antonov sluttey rehbwf darian
losangeles pusssy godiva ender golfnut leonidas puffer wizzard lehjxrf bigbucks buddys zinger esprit vbienrf
josep tickling froggie daddys crumbs gucci mikkel opiate christophe petrovich humbug dirtydog allstate horatio
wachtwoord creepers squirts rotary bigd fujifilm dasha yorkie slimjim wiccan kenzie skunk getit pommes
daredevil sugars bucker piston lionheart catfight recon icecold fantom vodafone kontakt vfcnth canine valleywa
faraon livewire livelife roosters jeepers coochie pavlik dewalt dfhdfhf architec blackops rhfcjnf wsxedc
teaser sebora ankara swifty decimal redleg shanno nermal candies smirnova ranetki axio wertzu maurizio
zxcvasdf punkass flowe graywolf peddler mpegs seawolf ladyboy pianos piggies vixen alexus orpheus gdtrfb
macgyver hugetits flathead maurici mailru goofball nikon stopit odin smooch reboot famil bullit gerhard methos
morena zebras getlost gfynthf sarajevo indon comets tatjana rfgbnjirf joystick sabre beerme kitties comcast
slava squid saxophon lionhear qaywsx bustle nastena roadway loader hillside starlight niggers bazooka blackice
bandi cocacol nfhfrfy timur muschi squerting oscars mygirls flashman tangerin housewifes newness escorpio
hippo qpalzm ribbit ghbdtndctv bogota bigjim lacoste firestorm legenda indain ludacris milamber evangeli
letmesee shaker husky cnfkrth argyle rjhjdf nataha glendale archery hoochie stooge scorpions rapier bassoon
macaco labia freewill santiag silverado vflfufcrfh rugrat cornhole aerosmit bionicle gfgfvfvf virgo fmale
pokey shredder baggies wednesda mimosa sparhawk firehawk romario funtimes fhntvrf bajingan frenchie raiden
babemagnet nadejda truffles rapture lamborghini motocross rjcvjc telecom carsten pietro carpediem samir orang
helium scirocco fuzzball rushmore rebelz hotspur lacrimosa domenico yfnfirf jachin bloke dawgs dunhill mikado
devilman angelit reznor euphoria lesbain checkmat browndog phreak farida mutter luckyme horsemen vgirl
jediknig asdas cesare allnight rockey starlite passfan samue cazzo wrinkles homely sexpot snapshot asthma
thetruth ducky blender priyanka gaucho dutchman sizzle kakarot passcode justinbieber elodie sanjay lakshmi
zoomer teapot ramada pennywis striper chingon optima nudity euclid beeline loyola biguns buffa assmunch vivid
wellingt aqwzsx sigmar pictere tiptop bettyboop dinero tahiti bionic hawthorn saxman suntzu bernhard dominika
balboa seville vfhbyjxrf carling lockerroom punani darth vaness libido picher karamba daydream bopper chooch
asslover shimmer riddler openme tugboat midori gulnara christo swatch laker offroad puddles hackers mannheim
horseman komputer pictuers ejaculation lioness evilone nastenka pushok javie lilman mjolnir toulouse bigworm
fullback extensa dreamcast belize delboy casablanca csyjxtr bonghit salvator basher pussylover vivitron meonly
armageddon myfriend zardoz qwedsazxc kraken fzappa starfox illmatic capoeira weenie ramzes toasty pupkin
shinigami fhvfutljy nocturne churchil thumbnils tailgate neworder sexymama goarmy cerebus vbifyz surfsup
earthlin dabulls basketbal aligator mojojojo saibaba wifes wdtnjr slasher papabear terran footman hocke texans
sfgiants billabong aassdd monolith ticktock newone hellno japanees contortionist rochard privat bigdad fhctybq
tortuga citrus avanti woodstock embalmer woodwork bonzai konyor newstart jigga panorama goats smithy rugrats
hotmama daedalus nonstop fruitbat lisenok quaker violator cajun fraggle gayboy oldfart vulva knickerless
orgasms undertow binky litle kfcnjxrf masturbation bunnie planner transexual sparty leeloo monies fozzie
landrove anakonda scoobie henti rfhlbyfk beyonce catfood cjytxrf zealots strat fordtruc archangel silvi sativa
boogers bigjoe tulip petite greentea shitter jonboy voltron morticia evanescence longshot serge aabbcc
starbucks sinful drywall homebrew marlins letmeinn domini swampy plokij webcam bolivi wingzero qawsedrftg
shinji sverige cummer iiyama gocats amour alfarome jumanji fantasti lorien koleso murph natascha sunkist
kennwort emine grinder cheeba diamante prosto pdiddy luckys franci pornographic moochie gfhjdjp samdog
comicbookdb emili motdepasse iphone braveheart reeses nebula sanjose kickflip arcangel superbow xyzzy dagobert
alatam vfpfafrf alessio babemagn aceman arrakis kavkaz jasons berserk myspace buckwhea csyekz boingo arnaud
budlite redstorm paramore imtheman chango milkyway giveme mahalo lucian paddy praxis shimano bigpenis creeper
rammstei hfljcnm lambchop bugman stooges cybersex diamant cowboyup sentra goethe manhatta fastcar selmer
yfnfitymrf denni chewey elektra trousers fishface topspin orwell vorona sodapop motherfu ibilltes forall
kookie balrog maximilian mypasswo zzxxcc tkfkdg magoo mdogg heeled gitara lesbos marajade tippy morozova
lesbean pounded fialka scarab sharpie gstring sachin princeto hellohel ursitesux billows kombat cashew
duracell kseniya kostik rdfhnbhf songoku tiberian needforspeed dropkick panache libra kjiflm vfhnsirf cntgfy
iamcool narut buffer urlaub fireblade blanked marishka altec gorillaz ramstein doorknob devilmaycry sosiska
pennstat pioner shevchenko detectiv evildead aggie coffees tical scotts bullwink marsel krypto adrock rjitxrf
asmodeus rapunzel theboys hotdogs deepthro maxpayne veronic fyyeirf otter cheste thanos bedrock bartok xxxzzz
rodent montecarlo hernande mikayla bravehea ltymub ameteur saltydog faisal milfnew momsuck everques ytngfhjkz
businessbabe cooki custard lbvjxrf outlaws udacha insider chees fuckmehard shotokan katya seahorse vtldtlm
beebop heathe darknes barnie rbcekz alisher toohot theduke breezy bulldawg monkeyman baylee losangel mastermi
aurelie cayenne bastet wsxzaq geibcnbr yello redwall ladybird bitchs rktjgfnhf ghjdthrf oedipus linus impalass
fartman fokker optiplex realtor slipkno santacru rowdy jelena smeller sexyme cazzone poobear ignatius
snoopdogg blondinka honeydew fuckthat lovem goldrush gecko llama pendejo avalanche fremont gandolf chowder
flyguy magadan pingvin lothar lasers bignuts royboy skynet dragrace booter corvett videoes funtik wyvern
flange sammydog hulkster vorlon omegared filippo samadams petrus icetea sunderla kazanova aslan fktyeirf
goodsex lbtest banaan bluenose waffenss whateve trailers vfhbirf bhbcrf klaatu monsoon beachbum sunbeam succes
rawhide bubblegum princ mackenzi niggaz manatee aquila anechka pamel bugsbunn lovel sestra althor hornyman
wakeup phishy cerber torrent thething solnishko babel peanu ethernet uncencored baraka choppers texaco biggirl
sukebe caralho callofduty timelord allblack pavlova romanov tequiero yitbos lookup snowflake dickweed barks
lever irisha firestar ghjnjnbg danman gatito milhouse kbctyjr masterbaiting delsol papit doggys bdfyjdf
invictus bloods yourmama angelok verygood yeshua bosshog candys adventur stripe djkjlz dokken skins hogwarts
vbhevbh navigato desperado cneltyn vasiliy hazmat daytek eightbal fabia aerosmith manue wingchun boohoo hombre
goatboy fuckm partizan avrora utahjazz submarin pussyeat heinlein costaric smarty chuan triplets snowy snafu
vangogh vandal evergree cochise sniffer wolvie blackbelt yoshi feeder janeway nutella fuking asscock deepak
poppie bigshow housewife grils tonto temptress irakli manders seabass gforce songbird naught hotshit topaz
girfriend marinka jakester thatsme planeta falstaff patrizia reborn riptide shuan nogard chino goodlife harrys
shitfuck porshe danil dolphi sabaka gobigred volkswagen miamo alkaline muffdive fkbyrf goodguy nirvan ozzie
cannonda cvbhyjdf marmite joeblow raindrop jacko newday fathead caspe citibank deuce boxter fakepass golfman
snowdog nonmembe niklas parsifal krasota theshit maganda omicron columbo buick thistle bassin rickster apteka
sienna skulls miamor coolgirl gravis virgini akasha batma motorcyc bambino tenerife zhuan iloveporn markiza
hotbabes becool fynjybyf wapapapa forme mamont pizda dragonz scrooge mrbill pfloyd leeroy natedog ishmael
tecumseh carajo blackcock fedorov antigone feanor novikova bobert peregrin pumkin rayman manuals tooltime
bonethug tonyhawk laracroft mahalkita terriers gamer hoser littlema molotok glennwei caboose tater brians
mistral jigsaw fuckshit hornyguy southside edthom bobmarle pitures ilikesex crafty nexus boarder fulcrum
astonvil yngwie zooropa hotlegs sammi gumbo perkele maurolarastefy lampard barracud dmband abcxyz pathfinder
yuliya micky jayman halcyon rerfhtre feniks zaxscd gotyoass jaycee jamesb vibrate grandpri camino colossus
davidb pinguin watermelon lasttime glider pyramids tulane osama rostov scoote bhbyrf gohan galeries joyful
bigpussy tonka mowgli astalavista leafs primal bigmama okmijn killzone snookie zxcvvcxz davidc epson rockman
ceaser beanbag katten duckhunt segreto matros ragnar sexsexse fuckyeah bigbutts gbcmrf marketin saratov
elbereth grime masha juneau pappy mooner katzen lucent lagwagon pixie misiaczek smokedog eyeball ironhors
ametuer volkodav vepsrf kimmy ovation drinker penetrating summertime prima modles takamine hardwork macintosh
tahoe passthie chiks sundown boromir phaedrus joung malakas gulliver balder sonne vfkbyf youandme raketa koala
dhjnvytyjub nhfrnjh testibil ybrbnjc axeman pintail dogggg shandy thesaint theclash raptors djdjxrf vivaldi
guesswho jeadmi corgan skillz gymnastic satori theedge cxfcnkbdfz sparkey deicide bagels lololol lemmings
silve staind schnuffi dazzle luckie goodfell hermione peaceout davidoff yesterda killah flippy chrisb headless
muttley fuckof tittys catdaddy photog beeker reaver yorktown bolero tryagain arman chicco learjet alexei
momsanaladventure protoss rooter ginola mojave redwolf sunbird dangerou maciek girsl excellen dashka soleda
toonces acetate nacked alligator wellhung monkeyma supers rigger larsson vaseline rjnzhf maripos doggydog
cronic trekker flipmode druid sonyvaio dodges mayfair mystuff samanta sofiya magics arcane sixtynin omerta
luscious gbyudby bobcats envision seaweed holdem tomate mensch slicer goochi qweewq punter repoman tomboy
cortina gomets dogma bhjxrf loglatin eragon strato gazelle growler klaudia fuckem butchie scorpi lugano
nichola spide uhbujhbq rsalinas vfylfhby longhorns bugatti everquest blackass snakeman fanatic pfqxbr mysecret
marat genghis cooker citron gramps blackcoc hickory ivanhoe blackboy escher sincity beaks meandyou spaniel
lancaste polaroid edinburg fuckedup hotman cueball golfclub gopack bookcase worldcup dkflbvbhjdbx twostep
letsplay zolushka pfkegf kingtut barracuda wiggles gjhjkm prancer patata kjifhf romanova sexyass dobber
sokolov pomidor algernon cadman amoremio bobbys hercule defcon deutschland robinhood alfalfa machoman lesbens
easypay tomservo nadezhda goonies jordyn dbrecz greatsex thrawn blunted baywatch doggystyle loloxx kodak
bushel briefs hawker bonzo erasure sidewind mentos kolibri onepiece ponyboy wayer mypussy andrej mischa mille
garter bigpun talgat familia newjob bobber blackbel hatteras ginge myboys aleksander ijrjkflrf lopata pilsner
andreev freiheit drjynfrnt waterpolo shibumi volkova rattler kleenex sanane happydog satellit qazplm
qazwsxedcrfvtgb meowmix badguy facefuck blondy deathrow patterso butchy crayon klopik crocodil mothra imhorny
splatter slippy router buratino yahweh peepers ganjaman cheyanne storys sebastie zztop maddison darthvader
jeffro iloveit hotty delphin lifeisgood gooseman shifty insertions abrupt boogaloo chronos stamford pimpster
kthjxrf getmein amidala flubber fettish grapeape dantes oralsex winchest getin archon cliffy blueman bignasty
morga ferrar juanito fabiol caseydog steveo peternorth paroll kimchi bootleg gaijin secre acacia amarillo
rfhfgep tylers sweetass blower rodina babushka camilo cimbom tiffan vfnbkmlf ohbaby gotigers romulus dropdead
snuggle bloopers avangard ginscoot dshade masterkey rootedit caramba leahcim hannover cassius angelito
badkarma malaga glenwood footlove fastcars polinka marusya augusto shiraz pantyhose blaise arabella brigada
hellow dillweed uzumymw geraldin gophers slainte teejay renat racoon sabrin shiznit harpua sexyred latex
alexandru wahoo teamwork deepblue goodison rundmc puppys samba ayrton boobed topsecre loudog pantie drevil
mandolin hottub failsafe matvey priscill schatzi kajak gooddog kayak calamity argent ufhvjybz seviyi penfold
assface dildos hawkwind crowbar yanks ruffles rastus aquafina dawns teufel vwgolf amores passwerd boliva
smutty headshot davidd zydfhm gbgbcmrf pornpass insertion ceckbr checkit dbnfkbq niggas nyyankee muskrat
nbuhtyjr fabienne wendys batgirl cerveza igorek ragman novifarm giveitup fuckall crevice hackerz gspot
assassins texass swallows baldur moonshine labatt modem voland dbnfkz hotchick jacker princessa booper reliant
badnaamhere barnaby margaux corsica universi thewall nevermor cipher seraphim imzadi gandon dkflbvbhjdyf
bigbad feedme ultraman jackdog tigre alphaman greyhoun indycar crunchy carefree xrated assclown federica
hilfiger trivia mamita simcity lexingky akatsuki retsam johndeere abudfv raster elgato businka satanas
mattingl shamil patate mannn moonstar tanechka carthage babygir santino bondarenko jesuss numlock shyguy
needit mostwanted passions anduril prospero lusty barakuda broodwar porky mahal flintsto capri cumeater
heretic hippos blindax marykay collecti kasumi chemistr coolboy kabuki righton tigress nessie sergej yfafyz
ytrhjvfyn victo mobbdeep lemming transfor myhouse aeynbr muskie cvbhyjd daffodil pussylicker stuffer warehous
pluton polarbea anatoliy januar wysiwyg cobraya ralphy whaler xterra cableguy jamesd aqualung lumpy luckyman
kingsize marigold teabag saopaulo shanny basser morozov joseluis bushed redrock memnoch lalaland lovegod
gulnaz buffalos anteater pattaya jaydee redshift bartek summerti ricochet incest schastie rakkaus suikoden
perro whoopass vladvlad boober alessia gfcgjhn pipers papaya gunsling coolone gonads gfhjkzytn foxhound
gangrel ghjvtntq bluedevi mywife hangman licorice patter thorsten ninguna dakine mexic vergeten stampede
sailfish raziel ananda giacomo freeme crfprf allstars solrac gfnhbjn bayliner catter nitrox halibut killroy
poopsie arsenalfc buffys kosova arslan opensesame brutis pochta nadegda backspac invis gogeta niceday truckin
gfdkbr biceps sceptre bigdave lauras sandys shabba ratdog cristiano natha gumball getsdown wasdwasd longlegs
starsky ducksoup bunnys omsairam whoami danmark flapper swanky lakings yfhenj asterios rainier searcher dapper
ltdjxrf horsey seahawk shroom tkfkdgo aquaman tashkent milenium illumina vegita jodeci bareback goldfinger
sabian thinkpad sully bonghits magnavox colombi voiture limpone oldone aruba zhenya touchdow limpbizkit
rhfcfdxbr baphomet afrodita madiso ladles lovefeet theworld thunderbird forklift alfons berkut saphire oilman
creatine pussylov filimon fucing yfnfkbz abdulla nippon nolimits billiard buttplug westlife coolbean lopas
asasin whodat kostas regal volodya bastos nbvjif fenix vadimka nickle jesusc teste essendon evgenii celticfc
forumwp lovesme chillout burly metalgear socrate franki mommie vicecity oldschool legoland antoshka
counterstrike buggy qwertzui toons chesty bigtoe limpopo rerehepf diddle solidsnake rockroll qwezxc cloggy
prashant katharin maxfli takashi cumonme mymother pennstate khalid fightclub showboat mateusz elrond teenie
mammamia dustydog dominator erasmus galaxie pleaseme junkyard galadriel charlies behemoth teres fairway
baraban apelsin mousepad melon twodogs metalica ryjgrf pipiska rerfhfxf lugnut cretin powerade omanko
kovalenko isabe chobits zcxfcnkbdf vfhbyrf bladerunner goodone wonton doodie chisox skateboa destroye snoogans
juancarlo goheels jetson scottt fuckup aleksa gfhfljrc passfind hateme pieman tuffy andover makarov nighthaw
browneye batigol nfvfhf petter bantam morlii jediknight brenden argonaut goodstuf wisconsi dirtbag splurge
valdepen ghjnjrjk schwanz nomads codeblue fucke agyvorc aztecs smuggles femmes ballgag krasnodar tamuna schule
sixtynine empires erfolg dvader ladygaga venezuel nitrous kochamcie arioch tristar maroon marsik fomoco
natalka cwoui tartan davecole nosferat hotsauce dmitry horus dimasik skazka bluebear vesper ultras tarantul
azteca theflash titlover adonai carwash metropol psychnau vthctltc hounds firework satchel ghtktcnm cubano
anderso famili dfghjc besiktas roygbiv nikko bethan minotaur rakesh hfleuf jackel myangel asssss agnieszka
raisin htubyf cfiekz derevo baltika raffles clitlick makoto redbeard vfvfvskfhfve mycock sandydog lineman
longdick mustangg mavericks indica angelofwar bubbaa baldrick lowdown haribo lovesexy thissuck picker stephy
characte telecast repytwjdf thematrix hammerhe chucha ganesha gunsmoke georgi sheltie knulla sallas westie
conker crappie margosha lisboa shrike grifter ghjcnjghjcnj myszka posture boggie rocketman flhtyfkby twiztid
vostok televizor gtkmvtym samhain imcool jadzia dreamers strannik steelhea nikitin commodor chocobo whopper
ibilljpf megafon ararat ghbrjkbcn hibernia redfive ndirish airborn halfmoon ranchero sneaker cowman johnn
razzle wsxqaz nubian henderso sassie rjyjgkz watashi loredana janus wilso conman mothe iloveher snikers davidj
fkmnthyfnbdf mettss ratfink lostsoul brabus wobble fuckfest otters svetka spartacu bigstick milashka pasport
champagn papichul hrvatska hondacivic kevins tacit moneybag gohogs ytyfdbcnm gubber darkmoon vitaliy playboys
oriflame mugwump autocad thematri lolwut multisyn pelikan chacal griffon pooch dagestan geisha satriani anjali
rocketma gixxer pendrago vincen hellokit killyou ruger doodah bumblebe badlands galactic emachines foghorn
jackso jerem avgust frontera daisymae hornyboy diabl interex iwantsex rockydog kukolka sawdust bigpapa jewboy
riches toggle farter tities balle brasilia southsid micke patit ctdfcnjgjkm nelso gremlins farcry charl aztec
sinjin bigpimpi closeup nvidia doggone manana rfkbyf hotbabe rajesh dimebag ganjubas rodion seren syrinx
funnyman karapuz bloomin biggdogg ocarina hellome booties blowjobs swede evgeniya lfhbyf patryk pinewood
notredame tuborg lemond wowser jeeves funhouse hiroshi gobucs angeleye bereza catalin qazedc andros ramazan
vampyre sweethea imperium murat jamest flossy sandeep morgen salamandra bigdogg stroller njdevils nutsack
vittorio playful rjyatnrf tookie ubnfhf michi radiance beluga amormi dandfa killemall smallville polgara
billyb landscap steves exploite zamboni dzxtckfd damager egorov ckfdbr nibbles mutabor artofwar matvei hrfzlz
schwinn poohbea thinker sobriety jakers karamelka vbkfyf volodin iddqd lizaveta davidm quixote bluenote
tazdevil bublik marma olechka fatpussy marduk arina camill wtpfhm truffle fairview mashina voltaire
qazxswedcvfr dickface grassy lapdance bosstone yackwin mobil danielit bluegill mewtwo reverb cnthdf pablito
orland ilovemyself rfntyjr joyride schoo dthjxrf thetachi goodtimes blacksun humpty chewbacca guyute lexicon
galatasaray centrino deimos tupelo ljrnjh hotwife bingos flamer pusher jiggy giddyup oktober budda galahad
glamur samwise oneton bugsbunny freetime internat wantit mazinger inflames laracrof greedo godofwar repytwjd
fishnet tenpin mania novikov qwertyasdfgh goldmine homies holeinon samael mansur nikit blueline hotcock laredo
windstar vbkbwbz newworld lfybkrf piranha treacle royale smurfs minion cadence flapjack sydne robinhoo nasdaq
decatur cyberonline newage gemstone jabba touchme hooch pigdog indahous fonzie juggle nihongo hitomi oldnavy
qwerfdsa ukraina shakti allure kingrich canad piramide clarion therion clubber velcro astroboy skittle isgreat
photoes invader domenow colgate qwertasdfg maxman bronte whkzyc bogie yecgaa enfield trashman bonefish
azsxdcfvgb peterose iwantyou blastoff blazin sexybaby brentfor pheasant hommer jerryg thunders lager kapusta
tugger blingbling baile habana sensatio pissant fatim levani rostik pizzapie palmetto muncher arsehole kratos
gaffer banderas billys prakash crabby bungie caddis xboxlive sylvania littlebi futura valdemar prettygirl
slimer chicke newstyle skypilot sailormoon jetaime sitruc jesuschrist sameer hellion yendor etnies conejo
jedimast darkknight toobad yxcvbn snooks calvary alfaromeo ghostman yannick fnkfynblf vatoloco homebase barret
odysseus edwardss jerrys crybaby firestor spanks squish kingair babycakes haters sarahs teddyb xfactor cumload
rhapsody raccoon thebes mysterio thirdeye nodoubt bugsy schweiz darkwing jeronimo moonpie manish fellowes
carioca epaulson makemoney kochanie vulture munchie xthtgfirf sportste creativ perils slurred hermit scoob
wipeout weeble powerpc chrism kalle ariadne kailua phatty fordman bungalow compa thejoker pussyeater eatmee
sludge dominus denisa tagheuer yxcvbnm ghfdlf carcass semaj ramone muenchen greeny annemari mollys garten
sashok ironmaid coyotes astoria westcoast primetim panchito rafae framer auralo tooshort egorova callme
medicina warhawk cristia merli kawaii chatte wargames utvols muaddib trinket cleric scooters cuntlick handcuff
stussy leiceste passe lovegun chevyman hugecock buttsex melbourn metalman yjdsqujl blondi bungee stomper
nikitina flyaway prikol begood desperad aurelius whosyourdaddy bretagne hotwheel roodypoo izzicam warpten
samolet coopers bonito yomomma rache itworks asecret fencer polka olivetti sysadmin zepplin sanjuan lickem
hondacrx pulamea sexyguy declan rumple grandprix calcio whatthefuck nagrom asslick pennst negrit squiggy
giovann tweet yardbird seagate truckers scimitar pescator slydog gaysex dogfish qazxswed morkovka imback
bagger nikolaus atdhfkm rebirth pervasive gjgeufq gfhnbpfy skeletor walkman delorean ishikawa dmitrii bigshot
morrisse purgen itachi willys kisska trafford pedros idiom plover bebop jailbird arrowhea zaxscdvf catlover
bakers helloyou simeon funguy stargaze parolparol bubby apathy poppet laxman goodnews gaetano astonvilla
virtua luckyboy rocheste elohim cstrike pepsicola miroslav fistfuck cheval magyar svetlanka lbfyjxrf mamedov
pittbull fredd dagwood gfhkfvtyn ghblehrb sexbomb montauk dtythf gibbon winamp thebomb millerli gemin baldy
mulberry morrigan zorglub surfin excell arhangel emachine reklama cuties barca twingo saber redtruck casablan
ashish moneyy cnhtktw rjcnbr arschloch phenix cachorro sunita madoka joselui mymoney hemicuda fyutkjr chicas
sonnyboy smarties birdy cnfcbr kurosaki taekwond konfetka fresca minako octavian feyenoord muaythai jakedog
fktrcfylhjdyf phuket sexslave fktrcfylhjdbx asdfjk kindbud eltoro nyknicks caballo evenflow hoddle mahalko
lawdog tightass manitou buckie primo ramair timbo brayden stewie yorkshir ganster hellothe direwolf genesi
rodrig enkeli sorcerer winky oneshot boggle serebro japanes comicbook kamehame alcat sexboy hondo voetbal
geneviev moosey polkmn ironhead sweeper imogen retep guitarra tatian frankfur vfnhbwf slacking asdasdas
katenok sharo pacifica neptun kardon beaut toosweet tiedup startac rediska pirata vfhrbp energize playbo
oemdlg cnjvfnjkju alexan gohawks antonius fcbayern mambo kremlin tremere vfiekz bellevue izabella malishka
fermat rotterda dawggy becket chasey lolit cabrio schlong arisha verity favorit maricon travelle hotpants
knarf figment asdewq canseco warhol pionee panacea brazzers oriole finalfan patricio northsta rebelde bulldo
stallone cfhfnjd compusa cornholi config deere hoopster sepultura grasshop babygurl lesbo diceman proverbs
reddragon nurbek tigerwoo superdup buzzsaw kakaroto edwar respekt mcgwire cinders joness ghbrjkmyj makemone
sammyboy theraven testme mylene indiglo tiramisu shannara gfhreh papercut johnmish bagpipes dimarik vsijyjr
ravage cogito natashka warzone bigdee bigboi trouts szevasz guderian ratchet razorbac oddjob anklet nodrog
pepit olivi puravida portman bubbadog eightball superboy mzepab fuckslut girdle vfrcbvec fidelis skelter
nolove mickeymouse frehley watermel aliska abulafia adagio tigerlil takehana hecate bootneck junfan arigato
wonkette trustnoone phantasm brianjo deadeye adida grimlock muffi airwalk prizrak onclick longbeac eadgbe
geniu bugaga cjrjkjdf orlova buldog westport aenima barsuk kellys hellbent toughguy iskander skoal whatisit
fgjrfkbgcbc ghandi adelphia vjhrjdrf adrenali niunia jemoeder rainbo seraph tommys antman firetruc neogeo
natas mamit bayview gateways kusanagi ihateu frederi centurion grizli biggin ilovepor klootzak lollo pampers
vasya teacup towing ishtar yingyang redbirds doremi rebecc yoohoo makarova epiphone rfgbnfy milesd blister
chelseafc blackrose primrose dustoff boing chisel kamil tyvugq nafets sonnet flyhigh crewcom stairway katusha
salamand sunnie multisync mozzer temporar eatmeraw mrbrownxx kailey sycamore flogger tincup rahasia ganymede
bandera slinger vander woodys khaled jamies babyboo tzpvaw diogenes budice mavrick cheeta macros squonk
blackber topfuel darkjedi cheeze vfhvtkfl sparco gfhfif freestyl kukuruza kozlov sherpa marbella bocephus
alvar hollydog gonefish iwantin barman godislove rfpfynbg eugen redhawk thelema spoonman tigerman cdtnjxrf
marillio scribble elnino carguy hardhead troopers selen antigua ewtosi ulysse astana paroli cristo carmex
marjan bassfish letitbe kasparov eyecandy scribe mylord ukflbjkec destro neuken halfpint ameli satanic xngwoj
bulldogg asakura jesucrist flipside biggy kadett bobdog silverfo bobbo packman knowledg foolio fussbal kozerog
westcoas minidisc nbvcxw alastair rasengan superbee memento porker florenc kakadu getalife bigsky monkee
schlampe memyself realdeal gfgjxrf juggs doritos peterbilt ghbdtnbrb gnusmas xcountry deusex gtnhjdf blablabl
juster marimba rerjkrf alhambra micros assmaste moonie dashadasha atybrc wildrose davidl skyblue bestfriend
franny sebastien hakeem fartripper atlant iluvsex larrys ghjkju capitan belochka hellya chicca maximal juergen
quetzal qpwoeiruty bharat numbnuts savant ladydog phipsi lovepussy etoile mitten britneys chilidog bluerose
loulo kswbdu timoha ghbdtnghbdtn gearhead greenbud pootie toolshed gamers coffe freelove anasazi jigger natash
weronika luzern hoopla dmoney canes razdvatri washere greenwoo rfhjkbyf anselm maribe faceoff carbine xtkjdtr
stratos jumpman buttocks aqswdefr pepsis sonechka lanman nietzsch ballz wrxsti goodfood juventu federic
mattman strelec jledfyxbr sideshow fredderf bigwilly sharik fylhtqrf marky mrhappy drdoom pompier cerbera
goobers howler evely letitrid cthuttdyf felip shizzle yamah bluearmy squishy roxan dollface blacksta kaneda
lexingto canadien kukushka sistema ppspankp mellons lostone painkiller binger jaspe rellik quark sogood
hoopstar cresta hjvfyjdf gibsonsg dockers grunge duckling lfiekz cuntsoup woaini reksio tmoney firefighter
neuron woogie powerboo powermac fatcock upnfmc lustful gotlove amylee kbytqrf sarasota sexme berliner guatemal
seagulls vodoley backlash piglets teiubesc vonnegut perico thunde buckey gtxtymrf manunite madonn kevlar
boondock salamat anuradha cnhjqrf rottweil newmoon mauser fightclu reviewpa herons aassddff vredina jiujitsu
mgoblue shakey funsex garci chipie windex bluemax cosita chalupa trotsky newguy canabis gnaget happydays
felixx cumface sparkie kozlova newports recycle hahah harrypot cachondo miria guessit pepsione knocker
countach playe wiking landrover cracksevi drumline manzana panty liberta dolfan schnee superson webhompass
mrbrownx deepsea mamasita rockport rollie myhome kfvgjxrf seagrave samsara lamesa piotrek tommygun homersim
julies shaka maldini suzenet springst yakuza westwind helpdesk annamari bringit hopefull saywhat bulova baikal
gfhjkmxbr defjam sandrock positivo shingo syncmast opensesa silicone fuckina karlos duffbeer montagne gehrig
thetick pepino hamburge paramedic scamp smokeweed fabregas phantoms badone manwhore notagain vbktyf rfnthbyrf
wildblue camell frolova dothedew reddrago planetx promethe gigolo thisone eugeni blackshe cruzazul incognito
puller joonas gazza zealot gordito pollito hellcat mythos duluth hermos binkie lovecraf darien romina doraemon
syclone hadoken transpor ichiro intell gargamel wavpzt jennys kickit rjynfrn likeit corvus bochum vfvfbgfgf
tenni vestax hufmqw neveragain wizkid kjgfnf tristen saltanat sinfonia tolstoy alici hellou vibrator gonzale
bubber gtkmvtyb nazareth heybaby suresh teddie mozilla madhouse gamera naresh dominos taras powerup kipling
jasonb fidget galena meatman alpacino bookmark farting humper titsnass gorgon castaway dianka anutka fucklove
connery peoria moneymaker ichabod paperboy phaser breakers westbrom almera grubber clarkie thisisme crypto
freenet pflybwf changeit autobahn attica chaoss tercel vasilii gomer bigbuck qwerzxcv jumble numark beasty
cxfcnmttcnm updown starion glist shifter skytommy abracada gatech giulio blacktop inkjet shemales booner
supergirl vanyarespekt dickless srilanka weaponx nashvill spicey fabien bowhunt jerrylee acrobat tawnee ulisse
pershing allover gobrowns gardenia teache sexmachine tratata niceone jimbos qsdfgh bobbyy vjkjltw savana
biotech frigid yesiam oakwood tooter winsto radioman vavilon asnaeb nariman kellyb dthyjcnm lthtdj kennet
rossia lindas nataliya perfecto kitana rexona arsenalf planot coope timex blackbox bullhead barbarian dreamon
cfvjktn frdfhbev gametime hfgcjlbz fiddler joeboy indianali obelisk telemark ghostrid anonim wellcome sayangku
censor timeport dummies nbnfybr donger thales iamgay deadlift pidaras doroga portuga happys maksik dribble
cortland darken stepanova bommel tropic bluegras shahid merhaba nacho kongen marcopol deadmeat gabbie saruman
jeepman ronal ballbag centauri xqgann pinecone jdeere geirby aceshigh pepsimax rayden tallyho ewelina coldfire
florid glotest sevenup bluefin limaperu apostol bobbins michelin sundin centaur alphaone christof starflee
jellyfis crazyzil oklick dogbite yssup sunstar paprika kanada buckster iloveamy smiler ohiostat spacey bigbill
doudo nikolaeva hcleeb deacons boness njkcnsq gogreen tazzzz edgewise arian letmeinnow grigio frien tenchu
imissyou filipp heathers coolie woodduck scubadiv raffaele nikolaev skooter lthgfhjkm zujlrf gldmeo rfrltkf
televisi bonjou paleale cumalot fuckmenow oneeye utyyflbq hotguy accessno rudedog kmfdm wtpmjgda dimensio
hellraiser mustdie stepanov verdun tokenbad anatol bartende onkelz timmie mooseman myfamily lsutiger phydeaux
moren dbrnjhjdbx gnbxrf uniden drummers abpbrf godboy ratpack irland tangerine greddy flore sqrunch billyjoe
marios ishot angelin lolly scxakv sallad rockit ghbynth ariadna senha docto mobius hammarby secreto greeneye
stjabn baguvix rhbcnbyjxrf dallastx garfiel michaelj montan filbert squids fastback lyudmila chucho eagleone
kimberle nokids ballon cheeto madeira chubbs lakeland porche digiview ferari lovetits aditya minnow matman
cellphon fortytwo minni pucara fuente jacky demian littleman jadakiss franca midian nunzio colibri revilo
macarena arsen milleniu crowes redcat hugger psalms quixtar ilovemom toyot ballss ilovekim serdar serendip
malamute nalgas teflon shagger vyjujnjxbt dixiedog fuckass robroy hosehead poppin zanoza farhan quicksilver
tajmahal depechemode paulchen angler recoil megamanx scarecro rfvtgb skunky saturno wormwood milwauke udbwsk
sexlover stefa gfnhbr bratan lbyfvj slyfox jambo tempus solitari lucydog murzilka vehpbkrf fixit woobie lifter
zinaida andone foxbat torsten teleport leglover bigcocks vologda martyn naciona eagleeye rimshot octagon
barbos masaki gremio siemen mujeres cherr mrpink simran ghzybr kocham picolo deneme rolan fenster cabbie
pegaso nastyboy aidana wetone ytreza myass golova tolik happyboy poilkj rammer rubies jetset jlaudio misskitt
phred porsch aalborg gnosis djgabbab vinny borris cumulus trogdor darthmau ktjybl relisys kriste chgobndg
weener fritter followme ballen peache mariso biotch gtfullam chamonix friendste alligato venkat superd molotov
bongos mpower dfcmrf rfhfufylf tigran booyaa monstr rfnhby lookatme anabolic tiesto soulman skyking madona
bassline imperator slaveboy bateau paypal pentax drgonzo perros juninho hellomoto bladerun keebler ginuwine
israe garand zigazaga johnpaul sanjeev treeman elric rebell cochon deamon zoltan straycat uhbyuj luvfur mugsy
primer teetime candycan pfchfytw fromage gitler salvatio zafira chicky sergeev katze bangers andriy jailbait
ghbhjlf dbjktnnf aqswde zaratustra asroma alyss radish cozumel waterpol rosebowl farmall steinway dbrekz
baranov jkmuf chinacat hadrian ratbag pullings packrat boobo rosey celestia nikkie danthema gameon vfrfhjys
dilshod jenova redblue chimaera pennywise sokrates danimal qqaazz kolyan wabbit maxtor egoist asdfas spyglass
omegas nikitka esperanz doozer matematika suchka gungho fktyjxrf devildriver heavyd saracen foucault choclate
rjdfktyrj monaro jmoney dcpugh pepsicol honeyb beszoptad tweeter intheass iseedeadpeople findme sartre ytcnjh
kacper costarica mikeys withyou freebie redgreen steff itstime naveen acidrain miramar playas daddio studmuff
stephe mehmet allalone helloworld blueyes vitali mybitch podaria brahms dfcbkmtd xxxman corran ugejvp qcfmtz
marusia totem arachnid antonell fgntrf zemfira christos madzia vanille mutton ohiostate golde cdznjckfd
rhfcysq elephan superdog jacqueli bollock lolitas maplelea argento waldorf wolfer zxcvbnmm flicka drexel
outlawz harrie atrain hotdamn dirtyboy bubblegu realtime passss vasilek awsome giorgia bigbass sunghile mosdef
simbas lhepmz sugarbea principe tatanka cheerios majere nomercy jobber karaganda pongo trickle defamer tuscan
loveyo shootme loveporn fabrice macduff shadowfa tweeker madball telnet qwedcxzas thatsit vfhcbr gblfhfcs
hakkinen liverune deathsta polecat sanibel grouch hitech hamradio rkfdbfnehf vandam nadin fastlane shlong
iddqdidkfa ledzeppelin sexyfeet negras roofing ikarus tgbyhn melnik barbaria montego jiggle darkwolf acerview
silvio treetops iwanna pornsite happyme gfccdjhl veritech batterse yhntgb mailto milli guster coronet sleuth
fuckmeha armadill kroshka geordie lastochka pynchon killall godslove hikaru clticic cornbrea vfkmdbyf
passmaster souris nailer diabolo skipjack hinata brookie dogfight johnso karpov rfvbrflpt travesti caballer
wotan antoha ricflair ambulanc santosh berserker dogstar cjcbcrf redhouse toodles hotspot schneide mainman
kfylsi netzwerk diese rerecz dastan blackbea oneway ruslana phidelt chrisp gjyxbr xwing kickme shimmy fcporto
jazzbo mierd basses florin kryten goshen koufax cichlid imhotep andyman saveme dutchy anonymou semprini
siempre wildroid sesam kfgekz cbhbec sigmanu vatech marias kingme drakula cdjkjxm mercur oneman hoseman
plumper ilovehim lancers takeshi goodtogo cranberr harvick qazxs horsesho saitek anguss vfvfgfgfz elektro
toonporn mamuka edelweis subwoofer bayside disturbe volition atlantida strekoza seagrams sampras eintrach
chaucer nochance whitepower lbvekz passer torana pallas koolio findout mihaela chinaman superduper donnas
jeroen gfdkjdf professo cdtnrf tranmere tanstaaf himera ukflbfnjh joschi okidoki flatline papercli pedigree
freeride wulfgar benjie ferdinan djdxbr fhntvbq ripcurl kingsx desade loveboat rottie evgesha dolittle adgjmpt
buzzers makita rusalka bigbaby ckjybr erhfbyf jeanluc farhad fishfood merkin rfnfcnhjaf stromb smoothy nylon
newyor marmot jennyff hisashi kumquat helicopt merkur dehpye cummin kristjan englan honeypot badgirls uzumaki
keines guita juicer milkbone hurtme schwein qwertyytrewq andreeva ruffryde punkie abfkrf kristinka umberto
beelch manta peeker gipper katies daboss jimmyb blazed sickan eljefe gobills rfhfcm squeaker cabowabo luebri
karups melkor smallvil modano olorin koffie littleon topeka pitstop aloysius magazin panocha ironpony sonali
fynjif dfktyjr rockys kokakola azathoth girlss ibragim dragan autobot hecnfv fatjoe tommyt pallino jamielee
guinnes sharkman jochen photoman becks repmvf pooker themaster nabeel gogetit zinedine anelka muggsy kuleshov
jesusis calavera sleepers winkie vespa lightsab carine magister shitbird salavat shirak galactus zaskar reshma
dogbreat fullsail asasa boeder lepton elfquest vkaxcs savatage badkitty munkey diciembr qapmoc cbcmrb welldone
nfyufh kaizen manisha grommit maverik chessman heythere mixail fairmont harve skully youwish badcat redrider
offsprin lovebird stymie sorrento coonass gerasim slutwife hobiecat bigtymer olamide infinit bailee vasileva
setter nnagqx lifesuck draken austi nosaj lenovo underpar lovegirl feynman suerte babaloo alskdjfhg oldsmobi
redrover pupuce methodman phenom cutegirl countyli gretsch godisgood bysunsu hardhat mironova salut mahesh
rjntyjxtr timebomb bovine makelove littlee shaven rizwan bobbijo rustem buttmunc dongle bluecat blackhol
shirin peaces cherub cubase longwood bruin uyxnyd seventee tinkerbel bluess bomba fedorova bodyshop peluche
gbpacker ghtpbltyn talons sergeevna misato chrisc sexmeup brend olddog davros hazelnut readme brethart nortel
kinger drakkar emyeuanh gallaghe hardtime jocker tanman flavio leviatha skeet sexse lilred djljktq cadaver
fighton primavera moogle limabean vitalya bullride cicci oliveoil legsex gavrik rjnjgtc mexicano goodfellas
mancheste hawkmoon zlzfrh schorsch bashful stephie rfhfntkm sellout solnze didit bigdeal hjlbyf zebulon kamran
emanuele carvin pennys nfbcbz jazzer zoloft albundy aeiou getlaid gjkbyjxrf brianb moveon eieio vcradq
novartis cocoloco dunamis sundrop alfie feliks briand addams goodhead theway javaman stratoca lonsdale
bigpimpin muffie yasmina slowride himmel carolcox bustanut parabola masterlo computador crackhea dynastar
rockbott doggysty wantsome bigten gaelle etower sixnine suntan froggies njnets alicante diosesamo chiron
trustnoo amatuers tinytim mechta cthulu poonam jordans kalinka lebedeva kissss queenbee vjybnjh ghostdog
cuckold bearshare rjcntyrj alinochka ghjcnjrdfibyj dauren tonino theboy masyanya intranet lollone techie
cvtifhbrb redeemed gocanes topman cobrajet antivirus whyme berserke airedale hopkig gojira arthu pendragon
milen chrissie vampiro mudder surfers goterps gnatsum birdies semenov wojtek watchmen damia forgotte strummer
freelanc cingular mcdonalds vjhjpjdf kariya tombston starlet dantheman megabyte nbvjirf anjing ybrjkftdbx
hotmom kazbek sashimi coorslig kitte elysium klimenko cobblers kamehameha redriver triforce sidorov vittoria
fredi crapola servus volvos autopass ownzyou deviant simhrq hermosa hardcor griffy hackme bujhtr popolo blader
cronos yeehaw buckwheat ramesh montess lazer chimpy masterch sargon lochness archana hbxfhl sarahb altoid
dakot caterham dolomite chazz longone pericles sherbert pudge irontree synapse boome nogood pooki mahalkit
elenka lbhtrnjh dukedog evgenia tabbycat jerico drahcir facesit boodog kalani critters hellothere tbirds
valerka paloalto mrbrown arcturus smudger goddog spammy datalife rxmtkp biggirls ownsu sharps geryfe golakers
nemesi speedrac gfhjkmm sabbat hellrais playgirl crippler salma celest cheerio davido vfrcbr gjhjctyjr boscoe
inessa shithole ibill qwepoi asdlkj davidk romantik pittsbur canibus katja muhtar studboy masahiro rebrov
hotboys eistee datalore jackdani cmfnpu klausi cnhjbntkm andrzej ilovejen lindaa novembe iluvporn valter
herson alexsandr cojones backhoe womens beatit luisito benedikt maxwel inspecto wladimir bobbyd peterj
hellspawn killie yanochka buckfast roaddogg snakeeye mmouse dantist brittan vfrfhjdf plokijuh serafim elementa
footlong cthuttdbx hapkido getsmart getiton masons mastiff cfvfhf azalea sherif cnhtrjpf pupper shakir palom
mamulya trippy deerhunter happyone crownvic teodor natusik vovchik strutter cvetok moremone sonnen screwbal
sexnow pernille independ poopies samapi kbcbxrf swetlana urchin magica slurpee postit gilgames kissarmy
clubpenguin limpbizk celin lilkim fuckhard goodwood extasy foxglove malibog odense balefire dcunited cubbie
pierr solei areyukesc batboy marmelad cfvehfq heathrow qazxcvbn connecti newfie tubitzen nikusha michaelc
splunge wanger liberte sugarray undergro zonker labatts djhjyf cntgfirf masterca sagitari peniss insuranc
mrclean tissot spacer vbrjkf noshit sayana seaways pipper karens wardog lifesucks jamesr bearman dflbvrf barbi
sunnyboy rafiki dalla wildthin patrycja skydog qcactw jimmyd stripclub deadwood scatman subrosa woland kolya
moleman blasen sandal mynewpas retlaw cambria fatdog bigload necron radagast balzac vsevolod pankaj argentum
mamabear bumblebee chomper snooky pussylic taltos warchild sumerki aventura gagger annelies drumset cumshots
azimut clambake psswrd paganini wildwest filibert teaseme scampi antosha supersex brujah bvgthfnjh killians
choco qqqwwweee raygun fastfood idontcare bluered chochoz sheffiel labrat stalingrad cubfan amadeo pollo
desperados lovestory marcopolo mumbles familyguy kimchee marcio tekila trekkie submissi ilaria salam loveu
wildstar netware arseniy raspberr atreyu aldric matahari alohomora dicanio michaeld luvbug boyscout esmerald
mjordan steamboa ybhdfyf sunray apokalipsis theroc buzzy chicos lenusik shadowma peartree sandmann phatass
arsch bamba fabolous maman phobos tecate metros cocorico hater spanked markos viktoriy mailcreated5240
polniypizdec0211 123456789987654321 1qaz2wsx3edc4rfv hd764nw5d7e1vb1 23176djivanfros 123456789qwerty
12345678900987654321 qwerty123456789 polniypizdec110211 12345678987654321 q1w2e3r4t5y6u7i8 zqjphsyf6ctifgu
lhbjkjubz2957704 1qazxsw23edcvfr4 nemvxyheqdd5oqxyxyzi 1234qwerasdfzxcv q1w2e3r4t5y6u7i8o9p0 passwordstandard
1234567890qwerty 1234567890987654321 bpgjldsgjldthnf 1qa2ws3ed4rf5tg qwertyuiop12345 1234567887654321
111222333444555 122333444455555 zxcvbnm123456789 qwertasdfgzxcvb
`;
