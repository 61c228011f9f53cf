import { distance } from '../text/distance.js';

/**
 * The form in which interventions are submitted for recognition (NJi and partners, "Werkblad beschrijving interventie"), as
 * far as importing needs it: what each part may be called, and which statement of a protocol holds it. Editions differ in
 * wording and order, so a part is known by any of its names, wherever it stands. Not verified against an edition.
 */
export interface FormPart {
    readonly key: PartKey;
    /** the chapter that it belongs to, where the same name means something else in another */
    readonly chapter?: Chapter;
    /** what it is called: without number, capitals, punctuation and what stands between brackets */
    readonly names: readonly string[];
}

export type Chapter = 'summary' | 'description' | 'delivery' | 'rationale' | 'research';

export type PartKey =
    | 'title' | 'name' | 'version' | 'attribution' | 'aims' | 'owner' | 'contact' | 'reference' | 'summary' | 'description'
    | 'target-group' | 'intermediaries' | 'selection' | 'contra-indication' | 'age' | 'involvement'
    | 'goal' | 'subgoals' | 'approach' | 'content' | 'duration' | 'frequency' | 'intensity' | 'recruitment' | 'order'
    | 'delivery' | 'materials' | 'location' | 'organisation' | 'training' | 'competence' | 'quality' | 'conditions' | 'implementation'
    | 'costs' | 'rationale' | 'problem' | 'causes' | 'consequences' | 'factors' | 'justification' | 'elements'
    | 'research' | 'research-delivery' | 'research-effects' | 'literature' | 'transfer'
    | 'recognition' | 'comparison'; // prettier-ignore

/** The parts, each with the names that forms and databases give it. The first name is what it is called in messages. */
export const FORM: readonly FormPart[] = [
    { key: 'title', names: ['naam interventie', 'naam van de interventie', 'titel interventie', 'titel', 'interventie'] },
    { key: 'name', names: ['naam in het draaiboek'] },
    { key: 'version', names: ['versie', 'versienummer', 'versie en datum'] },
    { key: 'attribution', names: ['bronvermelding'] },
    { key: 'aims', names: ['gericht op'] },
    { key: 'owner', names: ['eigenaar', 'licentiehouder', 'ontwikkelaar', 'ontwikkelaars', 'ontwikkelaar/licentiehouder', 'ontwikkelaar/licentiehouder van de interventie', 'ontwikkeld door', 'eigenaar van de interventie', 'ontwikkelaar of eigenaar', 'organisatie die de interventie ontwikkelde'] },
    { key: 'contact', names: ['contactpersoon', 'contact', 'contactgegevens', 'colofon', 'contactpersoon en gegevens', 'adres', 'e-mail', 'e-mailadres', 'telefoon', 'website', 'website van de interventie'] },
    { key: 'reference', names: ['referentie in verband met publicatie', 'referentie', 'publicatiereferentie', 'citeren als'] },
    { key: 'summary', names: ['samenvatting', 'korte samenvatting van de interventie', 'korte samenvatting', 'korte beschrijving', 'in het kort', 'kort samengevat'] },
    { key: 'target-group', names: ['doelgroep', 'uiteindelijke doelgroep', 'uiteindelijke doelgroepen', 'doelgroepen', 'voor wie', 'voor wie is de interventie bedoeld', 'beschrijving doelgroep', 'omschrijving doelgroep', 'voor wie is het', 'voor wie is het bedoeld', 'cliëntgroep', 'beoogde doelgroep'] },
    { key: 'intermediaries', names: ['intermediaire doelgroep', 'intermediaire doelgroepen', 'intermediairs', 'tussenpersonen'] },
    { key: 'selection', names: ['selectie van doelgroepen', 'selectie', 'selectie van de doelgroep', 'selectiecriteria', 'selectie en contra-indicaties', 'indicaties', 'indicatiecriteria', 'indicaties en contra-indicaties', 'toelatingscriteria', 'in- en exclusiecriteria', 'inclusiecriteria', 'indicatie', 'indicatie en contra-indicatie', 'indicatie- en contra-indicatiecriteria', 'indicatiecriteria en contra-indicaties', 'indicatie- en contra-indicaties', 'inclusie- en exclusiecriteria', 'aanmeldcriteria', 'selectie en indicatie'] },
    { key: 'contra-indication', names: ['contra-indicaties', 'contra-indicatie', 'contraindicaties', 'contraindicatie', 'exclusiecriteria', 'niet geschikt voor', 'voor wie niet', 'contra-indicatiecriteria', 'contraindicatiecriteria', 'exclusie', 'exclusiecriterium', 'uitsluitingscriteria'] },
    { key: 'age', names: ['leeftijd', 'leeftijdsgroep', 'leeftijden'] },
    { key: 'involvement', names: ['betrokkenheid doelgroep', 'betrokkenheid van de doelgroep', 'betrokkenheid', 'inbreng van de doelgroep', 'participatie van de doelgroep'] },
    { key: 'goal', names: ['hoofddoel', 'hoofddoelen', 'doel', 'doelen', 'einddoel', 'algemeen doel', 'doelstelling', 'hoofddoelstelling', 'overkoepelend doel', 'wat is het doel', 'doel van de interventie', 'wat willen we bereiken', 'wat willen wij bereiken', 'wat wil de interventie bereiken', 'doelstellingen', 'hoofddoelstellingen', 'algemene doelstelling', 'algemene doelen', 'einddoelen', 'hoofddoel en subdoelen', 'doelen en subdoelen', 'doel en subdoelen'] },
    { key: 'subgoals', names: ['subdoelen', 'subdoel', 'deeldoelen', 'tussendoelen', 'subdoelstellingen', 'doelen per onderdeel', 'specifieke doelen', 'werkdoelen', 'subdoelstelling', 'deeldoel', 'deeldoelstellingen', 'tussendoel', 'concrete doelen', 'concrete doelstellingen'] },
    { key: 'approach', names: ['aanpak', 'opzet van de interventie', 'opzet', 'werkwijze', 'opbouw', 'opbouw van de interventie', 'opzet en inhoud', 'hoe werkt het', 'zo werkt het', 'activiteiten', 'methodiek', 'methode', 'methoden', 'methodieken', 'methodische aanpak', 'werkwijzen', 'aanpak en werkwijze', 'methodiek en werkwijze', 'beschrijving van de methodiek'] },
    { key: 'content', names: ['inhoud van de interventie', 'inhoud', 'inhoud van de aanpak', 'beschrijving van de inhoud', 'uitwerking per bijeenkomst', 'fasen en stappen', 'stappen', 'uitvoering in stappen', 'wat gebeurt er in elke bijeenkomst', 'bijeenkomsten'] },
    { key: 'duration', names: ['duur', 'doorlooptijd', 'looptijd', 'duur van de interventie', 'tijdsduur', 'duur en frequentie', 'duur, frequentie en intensiteit', 'hoe lang duurt het', 'duur en intensiteit'] },
    { key: 'frequency', names: ['frequentie', 'aantal contacten', 'aantal bijeenkomsten'] },
    { key: 'intensity', names: ['intensiteit'] },
    { key: 'recruitment', names: ['werving', 'werving en toeleiding', 'werving van de doelgroep', 'toeleiding', 'aanmelding'] },
    { key: 'order', names: ['volgorde', 'volgorde en frequentie', 'fasering'] },
    { key: 'materials', names: ['materialen', 'materiaal', 'benodigde materialen', 'materialen en links', 'handleiding en materialen', 'hulpmiddelen', 'benodigdheden', 'materialen en hulpmiddelen'] },
    { key: 'location', names: ['locatie', 'locatie en type organisatie', 'plaats', 'locatie en uitvoerders', 'setting', 'waar', 'locaties'] },
    { key: 'organisation', names: ['type organisatie', 'soort organisatie', 'organisatie', 'uitvoerende organisaties', 'uitvoerende organisatie'] },
    { key: 'training', names: ['opleiding en competenties van de uitvoerders', 'opleiding en competenties', 'opleiding', 'opleiding van de uitvoerders', 'scholing', 'training', 'training van uitvoerders', 'opleidingseisen', 'scholing en training', 'opleidingen'] },
    { key: 'competence', names: ['competenties', 'competenties van de uitvoerders', 'eisen aan de uitvoerders', 'uitvoerders', 'deskundigheid', 'wie voert het uit', 'wie voeren het uit', 'door wie'] },
    { key: 'quality', names: ['kwaliteitsbewaking', 'kwaliteitseisen', 'kwaliteitsborging', 'borging', 'bewaking van de kwaliteit', 'monitoring'] },
    { key: 'conditions', names: ['randvoorwaarden', 'randvoorwaarde', 'organisatorische randvoorwaarden', 'voorwaarden', 'voorwaarden voor uitvoering', 'randvoorwaarden voor uitvoering', 'randvoorwaarden voor de uitvoering', 'organisatorische voorwaarden'] },
    { key: 'implementation', names: ['implementatie', 'invoering', 'implementatieplan', 'invoering van de interventie'] },
    { key: 'costs', names: ['kosten', 'kosten van de interventie', 'kosten en tijd', 'tijdsinvestering en kosten', 'prijs', 'tarief', 'wat kost het', 'kostprijs', 'kosten en baten'] },
    { key: 'transfer', names: ['overdraagbaarheid', 'overdracht naar andere plaatsen'] },
    { key: 'problem', names: ['probleem', 'probleemanalyse', 'problematiek', 'aard, ernst en spreiding van het probleem', 'aard en omvang van het probleem', 'het probleem', 'probleemstelling', 'problemen', 'probleembeschrijving', 'probleemomschrijving'] },
    { key: 'causes', names: ['oorzaken', 'oorzaak', 'oorzaken van het probleem', 'ontstaan van het probleem'] },
    { key: 'consequences', names: ['gevolgen', 'gevolg', 'gevolgen van het probleem'] },
    { key: 'factors', names: ['aan te pakken factoren', 'factoren', 'risico- en beschermende factoren', 'beïnvloedbare factoren', 'te beïnvloeden factoren', 'factoren die de interventie aanpakt', 'risicofactoren en beschermende factoren', 'risico- en beschermingsfactoren'] },
    { key: 'justification', names: ['verantwoording', 'verantwoording van doelen en aanpak', 'verantwoording van de aanpak', 'theoretische onderbouwing', 'theorie', 'wetenschappelijke onderbouwing', 'verantwoording: doelen, doelgroep en aanpak', 'waarom zou het werken', 'waarom werkt het', 'theoretisch kader', 'theoretische verantwoording'] },
    { key: 'elements', names: ['werkzame elementen', 'werkzame bestanddelen', 'werkzame factoren', 'samenvatting werkzame elementen', 'kernelementen', 'wat werkt', 'werkzame principes', 'werkende bestanddelen'] },
    { key: 'research-delivery', chapter: 'research', names: ['uitvoering', 'onderzoek naar de uitvoering', 'praktijkervaringen', 'onderzoek naar praktijkervaringen', 'procesevaluatie'] },
    { key: 'research-delivery', names: ['onderzoek naar de uitvoering', 'onderzoek naar praktijkervaringen', 'procesevaluatie', 'ervaringen uit de praktijk'] },
    { key: 'research-effects', chapter: 'research', names: ['effecten', 'effect', 'behaalde effecten', 'resultaten'] },
    { key: 'research-effects', names: ['onderzoek naar de effecten', 'effectevaluatie', 'effectmeting', 'onderzoek naar effecten', 'onderzoek naar de behaalde effecten', 'onderzoek naar de effectiviteit', 'effectonderzoek', 'effectiviteit', 'behaalde effecten'] },
    { key: 'recognition', names: ['erkenning', 'beoordeling erkenningscommissie', 'oordeel van de commissie'] },
    { key: 'comparison', names: ['samenhang met andere interventies', 'vergelijkbare interventies', 'overeenkomsten met andere interventies'] },
    // chapters: what stands in one before its first part
    { key: 'description', names: ['beschrijving', 'uitgebreide beschrijving', 'uitgebreide beschrijving van de interventie', 'beschrijving interventie', 'beschrijving van de interventie', 'omschrijving', 'omschrijving van de interventie'] },
    { key: 'delivery', names: ['uitvoering', 'uitvoering van de interventie', 'praktische informatie', 'wat is er nodig'] },
    { key: 'rationale', names: ['onderbouwing', 'onderbouwing van de interventie', 'waarom zo'] },
    { key: 'research', names: ['onderzoek', 'onderzoek naar de interventie', 'onderzoek en evaluatie', 'effectonderzoek en praktijkervaringen', 'onderzoek naar uitvoering en effect', 'onderzoek naar uitvoering en effecten', 'wat is er onderzocht'] },
    { key: 'literature', names: ['literatuur', 'aangehaalde literatuur', 'literatuurlijst', 'literatuur en bronnen', 'bronnen', 'referenties', 'verwijzingen', 'geraadpleegde literatuur', 'bronnenlijst', 'literatuurverwijzingen', 'bronvermeldingen', 'referentielijst'] },
]; // prettier-ignore

/** The chapter that begins with a part. */
export const CHAPTERS: Readonly<Partial<Record<PartKey, Chapter>>> = {
    summary: 'summary',
    description: 'description',
    delivery: 'delivery',
    rationale: 'rationale',
    research: 'research',
};

/** How far a title may be from a name, in letters, for each ten of them. */
const SLIPS = 1;

/**
 * The part that a title stands for.
 *
 * @param chapter where it stands, if that is known
 * @param strict whether a slip of the pen is not forgiven, as of a word before a colon
 */
export function partOf(title: string, chapter: Chapter | undefined, strict = false): PartKey | undefined {
    const plain = simplified(title);
    if (plain === '') {
        return undefined;
    }
    const fits = KNOWN.filter((p) => p.chapter === undefined || p.chapter === chapter);
    const exact = fits.find((p) => p.names.includes(plain));
    if (exact || strict) {
        return exact?.key;
    }
    const bare = plain.replace(OF_THE_WHOLE, '');
    if (bare !== plain && bare !== '') {
        return partOf(bare, chapter);
    }
    return fits.find((p) => p.names.some((name) => name.length > 6 && isSlipOf(name, plain)))?.key;
}

/** `Doelstellingen van het programma`: of the intervention, whatever that is called. */
const OF_THE_WHOLE =
    / (?:van|voor|bij) (?:(?:de|het|deze|dit|onze|ons) )?(?:interventie|programma|methode|methodiek|aanpak|training|cursus|project|traject|behandeling|begeleiding|werkwijze)$/;

/**
 * The parts that a title names besides what it is known as: `Duur, frequentie en intensiteit`. What stands under such a
 * title may answer each of them.
 */
export function partsNamedIn(title: string): readonly PartKey[] {
    const pieces = simplified(title.replace(/[,/&]/g, ' en ')).split(/ (?:en|of) /);
    const words = pieces.flatMap((piece) => [piece, piece.replace(OF_THE_WHOLE, ''), ...piece.split(/[ -]/)]);
    const names = new Set(words.map((w) => w.replace(/-$/, '')));
    return [...new Set(KNOWN.filter((p) => isAsked(p) && p.names.some((n) => names.has(n))).map((p) => p.key))];
}

/** Chapters are no answer to a question of their own, and their names are everyday words. */
function isAsked({ key, chapter }: FormPart): boolean {
    return chapter === undefined && !(key in CHAPTERS) && key !== 'title' && key !== 'contact';
}

function isSlipOf(name: string, title: string): boolean {
    const most = Math.floor((name.length / 10) * SLIPS + 0.5);
    return distance(name, title, most) <= most;
}

/** A title without its number, capitals, punctuation, and what stands between brackets. */
export function simplified(title: string): string {
    return title
        .normalize('NFC')
        .toLowerCase()
        .replace(/\([^)]*\)/g, ' ')
        .replace(/^\s*(?:(?:hoofdstuk|deel|onderdeel|paragraaf)\s+)?(?:\d+(?:\.\d+)*|[a-z])[.)]?(?:\s|$)/, ' ')
        .replace(/[?!:;,.“”„"*]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
}

const KNOWN: readonly FormPart[] = FORM.map((part) => ({ ...part, names: part.names.map(simplified) }));
