import type { CheckOptions } from '../rule-tester.js';

/** A text with a fix, and the files that it needs. */
export interface Example extends Pick<CheckOptions, 'files' | 'texts'> {
    readonly text: string;
}

const inX = (text: string) => ({ text: `interventie X {\n${text}\n}\n` });
const inAanpak = (text: string, before = '') => inX(`${before}\naanpak {\n${text}\n}`);
const inHandover = (text: string, before = '') =>
    inX(`rol A\nrol B\nrol C is cliënt\n${before}\noverdracht O van A naar B {\n${text}\n}`);

/** Examples with a fix for what the wrong example of a rule does not show, by the code of the rule. */
export const MORE: Readonly<Record<string, readonly Example[]>> = {
    'keuze/overlap': [
        inAanpak(
            'stap S { bepaalt a, b  daarna { als a en b: E  als a: F  anders: F } }\neinde E\neinde F',
            'gegeven a: ja/nee\ngegeven b: ja/nee',
        ),
        inAanpak(
            'stap S {\nbepaalt a, b\ndaarna {\nals a of b: E\nals niet a en (b of a): F\nals niet a: F\nanders: F\n}\n}\neinde E\neinde F',
            'gegeven a: ja/nee\ngegeven b: ja/nee',
        ),
    ],
    'keuze/nooit': [
        inAanpak(
            'stap S { bepaalt a  daarna { als a: E  als niet a: F  anders: F } }\neinde E\neinde F',
            'gegeven a: ja/nee',
        ),
    ],
    'document/voor-productie': [
        inAanpak('stap A { door onbekend }\nstap B { vereist D }\neinde E', 'document D "Het plan"'),
        inAanpak(
            'stap A { door W }\nstap B { door V }\neinde E\n}\noverdracht O van W naar V { vanuit A  informatie D ',
            'document D\nrol W\nrol V',
        ),
    ],
    'tijd/onhaalbaar': [
        inAanpak(
            'stap A { duur precies 12 weken }\nstap B { duur hoogstens 1 week  termijn hoogstens 2 weken na begin van A }\neinde E',
        ),
        inAanpak('fase F { duur hoogstens 2 weken  stap A { duur precies 3 weken } }\neinde E'),
        inAanpak('stap A { duur precies 3 weken  termijn 2 weken anders: Z }\neinde E\nstap Z { daarna: E }'),
    ],
    'meta/bron': [
        inX('cijfer "Gezinnen" 90 %'),
        inX('bron Boek\ncijfer "Gezinnen" 90 %'),
        inX('samenvatting "x" afgeleid\naanpak { contactbudget 5 contacten }'),
    ],
    'meta/citaat': [
        {
            text: 'bron B { bestand "b.txt" }\ninterventie X {\n  duur 6 maanden volgens B "Het duurt gewoonlijk zes maanden in totaal."\n}\n',
            texts: { 'b.txt': 'Inleiding. Het duurt meestal zes maanden in totaal. Einde.' },
        },
    ],
    'meta/dubbel': [
        { text: 'rol A "a"\nrol A   "a"\nrol B\n' },
        inX('gegeven g: een van a, b, a'),
        { text: 'gebruik "b.draaiboek"\ngebruik "b.draaiboek"\n', files: { 'b.draaiboek': 'rol A\n' } },
        { text: 'interventie X vervolg op Y { doel D onbekend }\ninterventie Y "y" uitwerking van X { }\n' },
    ],
    'meta/eenmaal': [inX('duur 3 weken\nduur 3 weken')],
    'meta/onderdrukking': [
        inX('// draaiboek: negeer\nduur 3 stappen'),
        inX('// draaiboek: negeer meta/waarden – reden\nduur 3 stappen'),
        inX('// draaiboek: negeer iets/anders – reden\nduur 3 stappen'),
        inX('// draaiboek: negeer meta/syntaxis – reden\nduur 3 stappen'),
        inX('duur 3 weken // draaiboek: negeer meta/waarde – reden'),
        inX('// draaiboek: negeer meta/dubbel, meta/waarde – reden\nduur 3 stappen'),
        inX('// draaiboek: negeer meta/waarde, meta/dubbel – reden\nduur 3 stappen'),
    ],
    'meta/ongebruikt': [
        inX('duur 3 weken\n\nbron B\n\nlooptijd 3 weken'),
        inX('bron B\n\nduur 3 weken'),
        inX('duur 3 weken\n\nbron B'),
        { text: 'bron B\n\ninterventie X {\n}\n' },
        inX('document D\nbegrip Woord "x"\nbron B\ngegeven g: ja/nee\naanpak { stap S { door onbekend } }'),
    ],
    'meta/tegenspraak': [
        inX('bron B\nbron C\nerkenning { niveau "goed onderbouwd" volgens B  niveau "goed beschreven" volgens C }'),
    ],
    'meta/verwijzing': [
        inX('rol A\naanpak { stap S { door Werker } }'),
        inX('samenvatting "Met [[Werker]], [[a]] of [[ "\nrol Aa\nrol Ab'),
        inAanpak(
            '// over deze stap\nstap S { door Werker  vereist Plan  werkt aan Rust  volgt Meldcode }',
            'doel Doel1 "Doel"',
        ),
        inAanpak('stap S { door onbekend  daarna { als klaar: Verder  anders: Terug } }\neinde E'),
        inAanpak(
            'stap S { door onbekend  pas als aantal minstens 3 en dag is 2026-01-01 en woord is "x" en soort is licht }',
        ),
        inAanpak('stap S { door onbekend  bepaalt nieuw }'),
        inAanpak('stap S { door onbekend  pas als soort is licht  klaar als soort is zwaar }'),
        inAanpak('stap S { door onbekend  pas als soort is licht  klaar als soort is 3 }'),
        inAanpak('stap S { door onbekend  bepaalt g  pas als g is c }', 'gegeven g: een van aap, noot'),
        inX('partner Huisarts\nsamenvatting "x" volgens Handboek'),
        { text: 'rol A van Wijkteam\ninterventie X volgens Handboek {\n}\n' },
        { text: 'interventie X {\n  rol A\n  vervalt rol A\n}\n' },
        { text: 'interventie B { rol R }\ninterventie X uitwerking van B {\n  rol A\n  vervalt rol A\n}\n' },
        { text: 'interventie B { rol R }\ninterventie X uitwerking van B {\n  vervalt stap R\n}\n' },
        { text: 'gebruik ""\n' },
        { text: 'gebruik "tekst-zelf.draaiboek"\n', files: { 'tekst-zelf.draaiboek': 'rol A\n' } },
        { text: 'gebruik "netwerken.draaiboek"\n', files: { 'netwerk.draaiboek': 'rol A\n' } },
        { text: 'rol A van JGZ\n', files: { 'netwerk.draaiboek': 'organisatie JGZ\n' } },
        inX('rol Jeugdarts "De arts"\naanpak { stap S { door DeArts } }'),
    ],
    'meta/waarde': [
        inX('duur 12-6 weken'),
        inX('leeftijd 12 tot 4 jaar'),
        inX('duur van 2 jaar tot 6 maanden'),
        inX('opmerking "x" { stand later }'),
        inX('erkenning { niveau "goed onderbowd" }'),
        inX('duur 3 wekken'),
    ],
    'doelgroep/aanwezig': [inX('doel D onbekend')],
    'doel/hoofddoel': [
        inX('bron B\nkenmerk "Doel" "Minder zorgen" volgens B "Minder zorgen."'),
        { text: 'interventie X "X"\n' },
    ],
    'doel/meetbaar': [inX('doel Rust "Rust"'), inX('doel Rust "Rust" {\n  subdoel slapen "Slapen"\n}')],
    'subdoel/zonder-stap': [
        inAanpak('stap S { door onbekend }', 'doel D "D" { subdoel a "a" }'),
        inAanpak('stap S {\n  door onbekend\n}\nstap T', 'doel D "D"'),
    ],
    'stap/aantal': [
        inX('6 stappen volgens B\nbron B'),
        inX('2 stappen volgens B\nbron B\naanpak { stap S { door onbekend } }'),
    ],
    'stap/zonder-doel': [inAanpak('stap S\nstap T', 'doel D "D"\ndoel E "E"')],
    'gegeven/waarde': [
        inAanpak('stap S { door onbekend  bepaalt g  pas als g is 3 }', 'gegeven g: een van a, b'),
        inAanpak('stap S { door onbekend  bepaalt g  pas als g is "hulpe" }', 'gegeven g: een van hulp, geen-hulp'),
        inAanpak('stap S { door onbekend  bepaalt g  pas als g is 3 }', 'gegeven g: tekst'),
        inAanpak('stap S { door onbekend  bepaalt g  pas als g is "x" }', 'gegeven g: ja/nee'),
        inAanpak(
            'stap S {\n  door onbekend\n  bepaalt g\n  daarna {\n    als g minder dan 18 maanden: S\n    als g minstens 2 jaar: E\n    anders: E\n  }\n}\neinde E',
            'gegeven g: aantal',
        ),
    ],
    'stroom/vastloper': [
        inAanpak(
            'stap S {\n  door onbekend\n  bepaalt g\n  daarna {\n    als g: S hoogstens 2 keer\n    als niet g: S hoogstens 2 keer\n  }\n}\neinde E',
            'gegeven g: ja/nee',
        ),
    ],
    'lus/geen-grens': [
        inAanpak(
            'stap S { door onbekend }\nstap T {\n  door onbekend\n  bepaalt g\n  daarna {\n    als g: E\n    anders: S\n  }\n}\neinde E',
            'gegeven g: ja/nee',
        ),
        inAanpak(
            'stap S { door onbekend  bepaalt g }\nstap T { door onbekend  daarna: S }\neinde E',
            'gegeven g: ja/nee',
        ),
        inAanpak('stap S { door onbekend  herhaal }\neinde E'),
        inAanpak('stap S { door onbekend  herhaal veelal tot "klaar" }\neinde E'),
    ],
    'keuze/onbekend-gegeven': [
        inAanpak('stap S { door onbekend  herhaal hoogstens 2 keer tot a }\neinde E', 'gegeven a: ja/nee'),
        inAanpak(
            'stap S {\n  door onbekend\n  daarna { als g: E  anders: F }\n}\neinde E\neinde F',
            'gegeven g: ja/nee',
        ),
    ],
    'document/gegevens': [inHandover('informatie D', 'document D { bevat x }')],
    'factor/keten': [
        inAanpak('stap S { door onbekend }', 'doel D "D"\nonderbouwing { factor F "f" beïnvloed door D }'),
        inAanpak('stap S { door onbekend  werkt aan D }', 'doel D "D"\nonderbouwing { werkzaam element "w" afgeleid }'),
        inX('doel D "D"\ndoel E "E"\nonderbouwing {\n  factor F afgeleid { toelichting "t" }\n}'),
        inAanpak('stap S { door onbekend  werkt aan D }', 'doel D "D"\nonderbouwing { factor F "f" beïnvloed door D }'),
    ],
    'rol/stap-zonder': [
        inAanpak('stap S { activiteit "a" { door onbekend }  activiteit "b" }'),
        inAanpak('stap S\nescalatie E naar onbekend { vanuit S }'),
    ],
    'regie/continu': [
        inAanpak(
            'stap S { door A }\nstap T { door B }\neinde E',
            'rol A\nrol B\nrol H voert regie\noverdracht O van A naar B { vanuit S  regie naar B }',
        ),
    ],
    'regie/precies-een': [
        inAanpak(
            'stap S { door A }\nstap T { door B }\neinde E',
            'rol A voert regie\nrol B voert regie\noverdracht O van A naar B { vanuit S  regie naar A }',
        ),
        inAanpak('stap S { door A met B }\neinde E', 'rol A\nrol B'),
        inAanpak(
            'stap S { door A }\nstap T { door B }\neinde E',
            'rol A "a"\nrol B van onbekend\noverdracht O van A naar B { vanuit S  regie naar B }',
        ),
        inAanpak(
            'stap S { door A met B }\neinde E',
            'rol A van onbekend, voert regie\nrol B voert regie, van onbekend',
        ),
    ],
    'overdracht/bevestiging': [
        inHandover('informatie "x"'),
        inHandover('bevestiging door A binnen 2 dagen'),
        inHandover('bevestiging door onbekend volgens Br', 'bron Br'),
        inHandover('bevestiging veelal afgeleid'),
    ],
    'overdracht/geheimhouding': [
        inHandover('informatie "x"'),
        inHandover('geheimhouding toestemming van Moeder', 'rol Moeder'),
        inHandover(
            'geheimhouding toestemming van Ouders',
            'doelgroep G { leeftijd 0-18 jaar }\nrol Ouders is cliënt\nrol Jeugdige is cliënt',
        ),
        inHandover(
            'geheimhouding toestemming van Jeugdige afgeleid',
            'doelgroep G { leeftijd 0-18 jaar }\nrol Ouders is cliënt\nrol Jeugdige is cliënt',
        ),
    ],
    'overdracht/i-pass': [
        inHandover('informatie "x"'),
        inHandover('ernst "e"\nactie "a" binnen 2 dagen\nwat als onbekend'),
    ],
    'overdracht/ontbreekt': [
        inAanpak('stap S { door A }\nstap T { door B }\neinde E', 'rol A voert regie\nrol B'),
        inAanpak(
            'stap S { door A }\nstap T { door B }\neinde E',
            'rol A\nrol B\noverdracht O van A naar B { vanuit T }',
        ),
    ],
    'overdracht/te-vroeg': [
        inHandover('vorm warm\ngesprekken precies 2 met A, B, C\nsluit af na gesprek 3'),
        inHandover('vorm warm\ngesprekken precies 2 met A, B, C'),
    ],
    'overdracht/van-naar': [
        inAanpak(
            'stap S { door A }\nstap T { door B }\neinde E',
            'rol A voert regie\nrol B\nrol C\noverdracht O van C naar B { vanuit S }',
        ),
        inAanpak('stap S { door A }\nstap T { door B }\neinde E', 'rol A\nrol B\noverdracht O van A naar B'),
    ],
    'overdracht/warm-ontmoeting': [
        inHandover('vorm warm'),
        inHandover('vorm warm\ngesprekken precies 2 afgeleid'),
        inHandover('vorm warm\ngesprekken precies 2 met A'),
    ],
    'norm/meting': [
        inX(
            'bron B\nindicator I {\n  norm hoogstens 5 % volgens B\n  meting 3 % volgens B\n  oordeel "niet gehaald"\n}',
        ),
    ],
    'erkenning/verlopen': [
        inX('versie "1" van 2026-01-01\nerkenning { niveau "goed onderbouwd" }'),
        inX('erkenning { datum 2020-01-01 }'),
        inX('versie "1" stand concept\nerkenning { datum 2020-01-01 }'),
    ],
    'effect/overclaim': [
        inX(
            'doel D "Minder problemen in het gezin" {\n  indicator I { norm onbekend }\n}\neffect "minder gezinsproblemen" niet aangetoond { betreft D }',
        ),
    ],
    'plan/leefgebieden': [
        inX('leefgebieden wonen, werk\ndocument Gezinsplan "Het plan"'),
        inX('leefgebieden wonen, "werk en inkomen"\ndocument Gezinsplan over wonen { soort plan }'),
    ],
    'toets/woord': [
        {
            text: 'toetsingskader K { oordeel goed  thema T { indicator 1.1 { toets elke stapp heeft door } } }\n',
        },
    ],
    'opmerking/open': [
        inX('opmerking "Hoort de school hier ook bij?"'),
        {
            text: 'interventie X "x"\ntoetsingskader K { oordeel goed  thema T { indicator 1.1 "i" } }\nbeoordeling B van X aan de hand van K {\n  bevinding 1.1 goed "t" { opvolging "o" voor 2026-01-01 }\n}\n',
        },
    ],
    'veiligheid/meldcode': [inAanpak('stap Melden "Melden bij Veilig Thuis" { door onbekend }')],
};
