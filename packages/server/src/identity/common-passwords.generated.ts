/**
 * Words that passwords are commonly made of, most common first, and common passwords of 15 characters and more.
 * From zxcvbn 4.4.2, frequency_lists (c) 2012-2016 Dan Wheeler and Dropbox, Inc., MIT licence: the first 2,000 of letters only.
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
misfit mailcreated5240 polniypizdec0211 123456789987654321 1qaz2wsx3edc4rfv momsanaladventure hd764nw5d7e1vb1
qazwsxedcrfvtgb 23176djivanfros 123456789qwerty 12345678900987654321 qwerty123456789 polniypizdec110211
12345678987654321 q1w2e3r4t5y6u7i8 zqjphsyf6ctifgu lhbjkjubz2957704 1qazxsw23edcvfr4 nemvxyheqdd5oqxyxyzi
1234qwerasdfzxcv q1w2e3r4t5y6u7i8o9p0 passwordstandard 1234567890qwerty 1234567890987654321 bpgjldsgjldthnf
1qa2ws3ed4rf5tg qwertyuiop12345 1234567887654321 111222333444555 122333444455555 zxcvbnm123456789
qwertasdfgzxcvb
`;
