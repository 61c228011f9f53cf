import type { Bilingual } from '../../text/bilingual.js';
import { instead } from '../wording.js';
import type { Mistake } from './mistake.js';

/** What somebody writes of a line, and how the language says it, with its first words; `$1` and so on as in the pattern. */
const LINES: readonly (readonly [pattern: RegExp, right: string])[] = [
    [/^(?:uitgevoerd|gedaan|wordt gedaan) door (.+)$/, 'door $1'],
    [/^(doelgroep|doel|subdoel|stap|fase|rol|document|onderzoek|einde) ("[^"]* [^"]*"[^{]*)$/, '$1 Naam $2'],
    [/^(vertrouwelijk|zaakvertrouwelijk|openbaar)$/, 'vertrouwelijkheid $1'],
    [/^(herhaal tot [^"]+?) of (?:hoogstens )?(\d+) keer$/, '$1, hoogstens $2 keer'],
    [/^daarna:? als (.+?),? dan (\S+?),? anders (\S+)$/, 'daarna { als $1: $2  anders: $3 }'],
    [/^toegang niet als ([^"` ]+|"[^"]*")$/, 'toegang als niet $1'],
    [/^toegang niet als ([^"`]+)$/, 'toegang als niet "$1"'],
    [/^escalatie bij ([^:"`]+): .+$/, 'altijd als "$1": Naam'],
    [/^eindigt (?:in|met|bij) (\S+)$/, 'verwacht einde $1'],
    [/^voor wie:? "?([^"`]+)"?$/, 'doelgroep Naam "$1"'],
    [/^(indicator [\w-]+): ((?:minstens |hoogstens |ongeveer )?\d[^"`]*)$/, '$1 { norm $2 }'],
    [/^(indicator [\w-]+): "?([^"`]+)"?$/, '$1 "$2"'],
    [/^(rol \S+(?: "[^"]*")?), heeft "?([^"`]+)"?$/, '$1 { selectie-eis "$2" }'],
    [/^(toegang via [^",]+(?:, [^",]+)*) of (\S+)$/, '$1, $2'],
    [/^dagelijks$/, 'frequentie 1 keer per dag'],
    [/^wekelijks$/, 'frequentie 1 keer per week'],
    [/^maandelijks$/, 'frequentie 1 keer per maand'],
    [/^((?:\d+ keer per|elke) [\w ]+)$/, 'frequentie $1'],
    [/^versie (\d+(?:\.\d+)*)(.*)$/, 'versie "$1"$2'],
    [/^(effect "[^"]*") (?:waarschijnlijk|aannemelijk|verwacht)$/, '$1 verondersteld'],
    [/^(\d+ (?:lessen|bijeenkomsten|sessies|gesprekken|huisbezoeken|contacten)\b[^"`]*)$/, 'intensiteit "$1"'],
    [/^door (\d+) (\p{Lu}\S*)$/u, 'door $2 inzet $1 medewerkers'],
    [/^door (\S+) (telefonisch|digitaal|online|schriftelijk)( met .+)?$/, 'door $1$3 werkwijze $2'],
    [/^(toestemming van .+)$/, 'geheimhouding $1'],
    [/^wie (\p{Lu}\S*)$/u, 'door $1'],
    [/^(?:contactmomenten|huisbezoeken) ((?:\p{L}+ )?\d.*)$/u, 'contacten $1'],
    [/^termijn (zo (?:snel|spoedig) mogelijk.*|direct.*|meteen.*|onmiddellijk.*)$/, 'termijn "$1"'],
    [/^(.*?)(\d{1,2})\/(\d{1,2})\/(\d{4})$/, '$1$2-$3-$4'],
    [/^herhaal (.*)totdat (.+)$/, 'herhaal $1tot $2'],
    [/^begint bij ([^"]+)$/, 'begint bij "$1"'],
    [/^(termijn|begint) (.+) na begin (?:van )?(onbekend|plaatselijk)/, '$1 $2 na $3'],
    [/^(termijn|begint) (.+) na begin (?!van )(\S+)(.*)$/, '$1 $2 na begin van $3$4'],
    [/^(pas|klaar) als: (.+)$/, '$1 als $2'],
    [/^(?:toegang geen|geen toegang) als (\S+|"[^"]*")$/, 'toegang als niet $1'],
    [/^(?:toegang geen|geen toegang) als ([^()]+)$/, 'toegang als niet ($1)'],
    [/^toegang tenzij (\S+|"[^"]*")$/, 'toegang als niet $1'],
    [/^toegang tenzij ([^()]+)$/, 'toegang als niet ($1)'],
    [/^toegang als (\S+|"[^"]*") tenzij (\S+|"[^"]*")$/, 'toegang als $1 en niet $2'],
    [/^toegang als ([^()]+) tenzij ([^()]+)$/, 'toegang als ($1) en niet ($2)'],
    [/^altijd (onbekend|plaatselijk)$/, 'altijd als $1: $1'],
    [/^(ervaring|uitspraak|reactie) (onbekend)$/, '$1 van onbekend $2'],
    [/^((?:termijn|.* termijn) [^":]+) anders (?:naar )?([\p{L}_^][\p{L}\p{N}_-]*)$/u, '$1 anders: $2'],
    [/^herhaal tot ((?:het|de) [^"`:,]+)$/, 'herhaal tot "$1"'],
    [/^(effect "[^"]*") onaangetoond(.*)$/, '$1 niet aangetoond$2'],
    [/^(pas|klaar) \1 als (.+)$/, '$1 als $2'],
    [/^bij uitblijven: ("[^"]*")$/, 'bij uitblijven $1'],
    [/^bij weigering ("[^"]*")$/, 'bij weigering toelichting $1'],
    [/^herhaal (elke .+?) (tot .+)$/, 'herhaal $2 frequentie $1'],
    [/^(\S+) ((?:enkele|diverse) \S+ tot [^"]+)$/, '$1 "$2"'],
    [/^(.* in) het (schooljaar .+)$/, '$1 $2'],
    [/^herhaal na (\d+ \S+)$/, 'herhaal frequentie elke $1'],
    [/^termijn (?:(?:uiterlijk|hoogstens) )?(\d.* voor) ([^"`]+)$/, 'termijn $1 "$2"'],
    [/^termijn (?:uiterlijk|binnen|voor|tot) (?:op )?(\d.*)$/, 'termijn $1'],
    [/^(\S+) (\d\S*) (tot en met|tot|t\/m) onbekend$/, '$1 van $2 $3 onbekend'],
    [/^(\S+) (\d+) ?- ?onbekend$/, '$1 van $2 tot onbekend'],
    [/^(herhaal tot .+, )(onbekend|plaatselijk)$/, '$1hoogstens $2 keer'],

    [/^overdracht naar (\S+)$/, 'overdracht Naam van onbekend naar $1'],
    [/^(overdracht (?!van |naar )\S+(?: "[^"]*")?) naar (\S+)$/, '$1 van onbekend naar $2'],
    [/^(overdracht (?!onbekend|plaatselijk)\S+(?: "[^"]*")?) (onbekend|plaatselijk)$/, '$1 van $2 naar $2'],
    [/^gegeven (onbekend|plaatselijk)$/, 'gegeven naam: $1'],
    [/^begrip (onbekend|plaatselijk)$/, 'begrip Naam $1'],
    [/^rol (onbekend|plaatselijk)$/, 'rol Naam vervuld door $1'],
    [/^herhaal (.+? keer) na (\d+ \S+)( tot .+)?$/, 'herhaal $1$3 frequentie elke $2'],
    [/^(geheimhouding (?:\S+ )*?toestemming van \S+(?:, \S+)*) en (\S+)/, '$1, $2'],
    [/^geheimhouding (toestemming van \S+(?:, \S+)* of \S+)$/, 'geheimhouding "$1"'],
    [/^(sluit (?:\S+ )*?af na) gesprek (\d+) en (?:na )?([^"`]+)$/, '$1 gesprek $2 $1 "$3"'],
    [/^(sluit (?:\S+ )*?af na) (de )?(bevestiging)$/, '$1 "$2$3"'],
    [/^bevestiging (.*?)schriftelijk ?(.*)$/, 'bevestiging $1$2 aandachtspunt "De bevestiging is schriftelijk."'],
    [/^([\w-]+) (?:nvt|niet van toepassing)( omdat "[^"]*")?$/, '$1 geen$2'],
    [
        /^((?:door|gesprekken) .*?(?:, |met ))((?:minstens|hoogstens|precies) \d+) (\p{Lu}\S*)$/u,
        '$1$3 aandachtspunt "$2 $3"',
    ],
    [/^(rol .*vervuld door )(een van [^"`]+|[^"`,]+ of [^"`,]+)$/, '$1"$2"'],
    [
        /^((levert|vereist|bepaalt|volgt|informatie) [^",]+(?:, [^",]+)*), (veelal|in beginsel|zo nodig|bij voorkeur|mogelijk) ([^\s",]+)$/,
        '$1 $2 $3 $4',
    ],
    [
        /^(werkt aan [^",]+(?:, [^",]+)*), (veelal|in beginsel|zo nodig|bij voorkeur|mogelijk) ([^\s",]+)$/,
        '$1 werkt $2 aan $3',
    ],
    [/^((?:termijn|begint) .* na) (?:het|de|een) (\p{Lu}\S*)$/u, '$1 $2'],
    [
        /^((?:termijn|begint) .* na) ((?!begin |aanmelding\b|onbekend\b|plaatselijk\b)\p{Ll}\S* [^"`:]+?)( anders: .+| volgens .+| afgeleid.*)?$/u,
        '$1 "$2"$3',
    ],
    [/^((?:cijfer|kenmerk|vraag) "[^"]*") is (.+)$/, '$1 $2'],
    [/^begint (\d[^"]* voor) "?([^"`]+)"?$/, 'begint bij "$1 $2"'],
    [/^(door \S+) samen met (.+)$/, '$1 met $2'],
    [/^(intensiteit (?:\S+ )?\d+ uur) (?!per |in |tot |en |van |volgens |afgeleid)([^"`,]+)$/, '$1, "$2"'],
    [/^contactbudget ((?:\S+ )?\d+ (?:uur|uren|minuten)(?: .+)?)$/, 'intensiteit $1'],
    [/^herhaal (elke .+)$/, 'herhaal frequentie $1'],
    [/^(versie .+ van) "([^"]*\d{4})"(.*)$/, '$1 $2$3'],
    [/^(.* binnen) "(\d[\d.,]* \p{L}+)"(.*)$/u, '$1 $2$3'],
];

/** Lines that mean something which the language says in another form: that form, which keeps what is said. */
export function wholeLine({ line }: Mistake): Bilingual | undefined {
    for (const [pattern, right] of LINES) {
        if (pattern.test(line)) {
            return instead(line.replace(pattern, right), line);
        }
    }
    return undefined;
}
