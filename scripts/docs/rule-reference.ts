/**
 * docs/regels.md: the reference of the rules in Dutch, made from their catalogue.
 *
 *   esbuild scripts/docs/rule-reference.ts --bundle --platform=node --format=esm \
 *     --outfile=build/rule-reference.mjs && node build/rule-reference.mjs
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { catalogue } from '../../language/rules/catalogue.js';
import { findingsBy } from '../../language/rules/check.js';
import { regelfout } from '../../language/rules/crash.js';
import type { Fix, Severity } from '../../language/rules/finding.js';
import { leftOpenText } from '../../language/rules/left-open.js';
import type { Rule } from '../../language/rules/rule.js';
import { NOT_CONFIGURABLE } from '../../language/settings/fields.js';
import { parseText } from '../../language/workspace.js';

/** Where the reference is kept, relative to the root of the project. */
export const RULE_REFERENCE = 'docs/regels.md';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'fout', warning: 'waarschuwing', info: 'info' };

/** What the rules of an area are about. */
const AREAS: Readonly<Record<string, string>> = {
    budget: 'contacten',
    doel: 'doelen',
    doelgroep: 'de doelgroep',
    document: 'documenten',
    dossier: 'dossiers',
    dosis: 'hoe vaak en hoe lang',
    effect: 'effecten',
    erkenning: 'de erkenning',
    escalatie: 'opschalen',
    factor: 'van probleem naar werkzaam element',
    fase: 'fasen en leeftijden',
    gegeven: 'gegevens en wat ermee vergeleken wordt',
    keuze: 'keuzes',
    lus: 'herhaling',
    meta: 'de tekst zelf',
    norm: 'normen en metingen',
    opmerking: 'opmerkingen',
    overdracht: 'overdrachten',
    plan: 'plannen',
    regie: 'de regie',
    rol: 'rollen',
    scenario: 'scenario’s',
    stap: 'stappen',
    stroom: 'de loop van het proces',
    subdoel: 'subdoelen',
    tekst: 'woorden',
    tijd: 'tijd',
    toegang: 'de toegang',
    toets: 'toetsen van een kader',
    toetsing: 'beoordelingen',
    uitwerking: 'plaatselijke uitwerkingen',
    veiligheid: 'veiligheid',
};

/** Longer examples are shown in part: their length is what they show. */
const MOST_LINES = 60;
const SHOWN_LINES = 8;

const HEADER = `# De regels van Draaiboek

<!-- Gemaakt door scripts/docs/rule-reference.ts; verander de regels in language/rules/catalogue/, niet dit bestand. -->

Wat Draaiboek nakijkt in een protocol. Elke regel heeft een vaste code en een ernst:

- **fout**: de tekst spreekt zichzelf tegen of is niet uit te voeren. Werkstromen worden dan niet gemaakt, documenten wel.
- **waarschuwing**: er ontbreekt iets of het klopt waarschijnlijk niet.
- **info**: goed om te weten.

De ernst die bij een regel staat, is de zwaarste. Een melding is lichter waar de tekst iets openlaat waar zij van afhangt, of
waar de regel zelf zegt waarom. Zolang een deel van de tekst niet te lezen is (\`meta/syntaxis\`), is een fout die daar het
gevolg van kan zijn een waarschuwing, en wordt niets gezegd over wat in dat deel ontbreekt.

Wat uitdrukkelijk \`onbekend\` of \`plaatselijk\` is, is nooit een fout. Waar iets ontbreekt of vaag is, zegt een regel dat hij
niet kan beslissen, en waarom.

Bij elke regel staan een fout en een goed voorbeeld. De voorbeelden zijn verzonnen.

## Een melding herstellen

Waar de tekst zelf zegt wat er moet staan, of waar alleen een plek ontbreekt, biedt Draaiboek een herstel aan: in de editor
met het lampje, en op de opdrachtregel achter \`herstel\` bij de melding. Wat Draaiboek niet weet, schrijft het als
\`onbekend\`; het verzint niets. Zijn er meer mogelijkheden, dan kiest u. \`draaiboek check --fix\` en “alle veilige
verbeteringen” in de editor doen alleen wat niets verandert aan wat de tekst beweert, zoals een verschreven woord van de
taal of een regel die er twee keer staat. Bij regels zonder herstel staat waarom.

## Een melding negeren

Zet boven de regel, of erachter, een opmerking met de code en uw reden:

\`\`\`draaiboek
// draaiboek: negeer stap/zonder-doel – deze stap regelt alleen het papierwerk
\`\`\`

Eén opmerking mag meer codes noemen, met een komma ertussen. Een opmerking zonder reden, of die niets negeert, wordt zelf
gemeld ([meta/onderdrukking](#metaonderdrukking)).

De ernst van een regel voor een hele map staat in \`draaiboek.json\`:

\`\`\`json
{
  "rules": {
    "tekst/vaag": "off",
    "meta/bron": "error"
  }
}
\`\`\`

De ernst is \`error\`, \`warning\`, \`info\` of \`off\`; \`fout\`, \`waarschuwing\` en \`uit\` mogen ook.
`;

/** The whole reference, in Markdown. The same catalogue gives the same text. */
export async function ruleReference(): Promise<string> {
    const services = createDraaiboekServices().Draaiboek;
    const fixes = new Map<Rule, readonly Fix[]>();
    for (const rule of catalogue.filter((r) => !r.noFix)) {
        const document = await parseText(services, rule.wrong, `memory:/${rule.code}.draaiboek`);
        fixes.set(
            rule,
            findingsBy([rule], document, services).flatMap((f) => f.fixes),
        );
    }
    const names = [...new Set(catalogue.map((rule) => areaOf(rule.code)))];
    const areas = names.map((area) => [area, catalogue.filter((rule) => areaOf(rule.code) === area)] as const);
    const parts = [HEADER, overview(areas), ...areas.map(([area, rules]) => section(area, rules, fixes)), crash()];
    return `${parts.map((p) => p.trim()).join('\n\n')}\n`;
}

/**
 * Writes the reference to its place.
 *
 * @param root the folder of the project
 * @throws what the file system throws
 */
export async function writeRuleReference(root: string): Promise<void> {
    writeFileSync(`${root}/${RULE_REFERENCE}`, await ruleReference());
}

function overview(areas: readonly (readonly [string, readonly Rule[]])[]): string {
    const rows = areas
        .flatMap(([, rules]) => rules)
        .map(
            ({ code, severity, title, noFix }) =>
                `| [${code}](#${anchor(code)}) | ${SEVERITIES[severity]} | ${cell(title.nl)} | ${noFix ? '–' : 'ja'} |`,
        );
    return [
        '## Alle regels',
        ['| code | ernst | wat er moet gelden | herstel |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n');
}

function section(area: string, rules: readonly Rule[], fixes: ReadonlyMap<Rule, readonly Fix[]>): string {
    const about = AREAS[area];
    return [
        `## ${area}${about === undefined ? '' : `: ${about}`}`,
        ...rules.map((rule) => entry(rule, fixes.get(rule) ?? [])),
    ].join('\n\n');
}

function entry(rule: Rule, fixes: readonly Fix[]): string {
    const { code, severity, title, reason, wrong, right } = rule;
    const leftOpen = leftOpenText(rule);
    return [
        `### ${code}`,
        `**${title.nl}.** Ernst: ${SEVERITIES[severity]}.`,
        reason.nl,
        ...(leftOpen ? [leftOpen.nl] : []),
        'Fout:',
        example(wrong),
        'Goed:',
        example(right),
        mend(rule, fixes),
        NOT_CONFIGURABLE.has(code)
            ? 'Deze melding is niet te negeren en niet in te stellen.'
            : `Negeren: \`// draaiboek: negeer ${code} – uw reden\``,
    ].join('\n\n');
}

/** How the wrong example is mended, or why it is not. */
function mend({ noFix }: Rule, fixes: readonly Fix[]): string {
    if (noFix) {
        return `Geen herstel. ${noFix.nl}`;
    }
    const titles = [...new Set(fixes.map((f) => f.title.nl + (f.safe ? ' (ook met `--fix`)' : '')))];
    return titles.length === 0
        ? 'Herstel: bij sommige meldingen van deze regel.'
        : `Herstel: ${titles.map((t) => t.charAt(0).toLowerCase() + t.slice(1)).join('; of: ')}.`;
}

function crash(): string {
    const { code, title, severity, reason } = regelfout;
    return [
        '## Als Draaiboek zelf een fout maakt',
        `### ${code}`,
        `**${title.nl}.** Ernst: ${SEVERITIES[severity]}.`,
        `${reason.nl} Geen tekst hoort deze melding te geven.`,
    ].join('\n\n');
}

function example(text: string): string {
    const lines = text.trim().split('\n');
    const shown =
        lines.length <= MOST_LINES
            ? lines
            : [
                  ...lines.slice(0, SHOWN_LINES),
                  `        … (nog ${String(lines.length - 2 * SHOWN_LINES)} regels)`,
                  ...lines.slice(-SHOWN_LINES),
              ];
    return ['```draaiboek', ...shown, '```'].join('\n');
}

function areaOf(code: string): string {
    return code.split('/')[0] ?? code;
}

function cell(text: string): string {
    return text.replaceAll('|', '\\|');
}

/** The anchor that GitHub and VS Code give a heading. */
function anchor(title: string): string {
    return title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    await writeRuleReference(process.cwd());
}
