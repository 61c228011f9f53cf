import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstUtils, GrammarUtils, type AstNode } from 'langium';
import { expect, test } from 'vitest';
import { createDraaiboekServices } from '../../../language/draaiboek-module.js';
import { generatorById } from '../../../language/generate/registry.js';
import { relatedTo } from '../../../language/generate/related.js';
import { DEFAULT_SETTINGS } from '../../../language/settings/settings.js';
import { modelOf, parseText } from '../../../language/workspace.js';
import { ROOT } from './support.js';
import { ZGW_SETTINGS } from './zgw-settings.js';

/** The drawings and the outputs for machines; documents are held against the text elsewhere. */
const OUTPUTS = ['svg', 'mermaid', 'bpmn', 'operaton', 'zeebe', 'valtimo', 'dmn', 'fhir', 'xstate', 'zgw'];
const GEZINSPAD = readFileSync(join(ROOT, 'examples/gezinspad/gezinspad.draaiboek'), 'utf8');

/** What the example does not say: what a phase, a group, a step and an end may say of themselves. */
const WHOLES = `
gegeven gehoord: ja/nee
rol R "de werker"
rol S "de ander"
interventie X "X" {
  aanpak {
    duur hoogstens 1 jaar
    intensiteit "licht"
    contactbudget hoogstens 20 contacten
    fase F "Begin" van 0 tot 2 jaar {
      duur hoogstens 6 weken
      contacten hoogstens 8
      frequentie 1 keer per week
      intensiteit "licht"
      aandachtspunt "Let op."
      locatie thuis
      termijn 8 weken
      stap A "Eerste" {
        door R met S
        begint bij "een gesprek"
        duur hoogstens 1 week
        contacten hoogstens 3
        frequentie 2 keer per week
        intensiteit "licht"
        locatie thuis
        bepaalt gehoord
      }
      stap B "Tweede" { door S begint 2 weken na A termijn 3 weken klaar als gehoord is bekend }
    }
    gelijktijdig G "Samen" {
      termijn 4 weken
      stap C { door R }
      stap D { door S }
    }
    stap L "Laatste" { door R daarna { als gehoord: Slot anders: A hoogstens 1 keer } }
    escalatie E door S { vanuit L als "het niet lukt" binnen 2 dagen duur hoogstens 1 week contacten 2 daarna: Slot }
    einde Slot "Slot" { geslaagd nazorg "Na een maand bellen." omschrijving "Klaar." }
  }
  overdracht O "Overgeven" van R naar S { vanuit A vorm warm gesprekken 1 termijn 2 weken nazorg "Een kaart." locatie thuis }
}
`;

/** What an output makes of a text: a fingerprint of its files, and what its loss report says. */
interface Made {
    readonly files: string;
    readonly losses: string;
}

/** What the sentence of a loss report names with others: without those others the sentence is the same. */
const NAMED_TOGETHER: Readonly<Record<string, string>> = {
    'Deadline in Phase': 'termijnen zonder gevolg van fasen en groepen',
    'Deadline in Group': 'termijnen zonder gevolg van fasen en groepen',
    'Deadline in Handover': 'termijnen,',
    'Deadline in Step': 'termijnen,',
    'Determines in Step': 'gegevens die bekend worden',
    'Determines in Escalation': 'gegevens die bekend worden',
    'Meetings in Handover': 'gesprekken bij een overdracht',
    'Repeat in Step': 'herhaling',
    'performersModality of Escalation in Approach': 'wie wat doet',
    'PerformedBy in Step': 'wie wat doet',
    'Step in Group': 'stappen,',
    'Step in Approach': 'stappen,',
};

const services = createDraaiboekServices();

async function read(text: string, outputs: readonly string[]) {
    const document = await parseText(services.Draaiboek, text);
    const file = modelOf(services.Draaiboek, document);
    const [protocol] = file.interventions;
    const made = new Map<string, Made>();
    for (const id of protocol ? outputs : []) {
        const output =
            protocol &&
            generatorById(id)?.generate(protocol, {
                settings: {
                    ...DEFAULT_SETTINGS,
                    output: { zgw: { ...ZGW_SETTINGS, vertrouwelijkheidaanduiding: 'openbaar' } },
                },
                language: 'nl',
                file,
                related: relatedTo(protocol, [file]),
                forced: false,
                pathOf: () => 'gezinspad.draaiboek',
            });
        const files = createHash('sha256');
        for (const { path, content } of output?.files ?? []) {
            files.update(`${path}\n`).update(content);
        }
        made.set(id, { files: files.digest('hex'), losses: JSON.stringify(output?.losses) });
    }
    return { root: document.parseResult.value as AstNode, made };
}

/** Statements of one kind. */
interface Statements {
    readonly ranges: { readonly offset: number; readonly end: number }[];
    readonly inside: Set<string>;
    /** what a loss report may name */
    readonly kind: string;
    /** of words that say how firm a statement is: what a loss report calls that statement */
    readonly word?: string;
}

/** A kind of statement: its type and its first word. */
function kindOf(node: AstNode): string {
    const word = node.$type === 'Property' ? ` ${/^[\p{L}-]+/u.exec(node.$cstNode?.text ?? '')?.[0] ?? ''}` : '';
    return `${node.$type}${word}`;
}

/** The same, with what it stands in. */
const placeOf = (node: AstNode) => `${kindOf(node)} in ${node.$container?.$type ?? ''}`;

function statementsIn(root: AstNode, nameOf: (node: AstNode) => string): Map<string, Statements> {
    const found = new Map<string, Statements>();
    for (const node of AstUtils.streamAllContents(root)) {
        const isStatement = /^(elements|statements|body)$/.test(node.$containerProperty ?? '');
        if (node.$cstNode && isStatement && node.$type !== 'Intervention') {
            const known = found.get(nameOf(node)) ?? { ranges: [], inside: new Set<string>(), kind: kindOf(node) };
            found.set(nameOf(node), known);
            known.ranges.push(node.$cstNode);
            for (let around = node.$container; around?.$container; around = around.$container) {
                known.inside.add(kindOf(around));
            }
        }
    }
    return found;
}

/** What a loss report calls it where that is not its first word. */
const LOOSE_WORDS: Readonly<Record<string, string>> = {
    'withModality of PerformedBy': 'met',
    'performersModality of Escalation': 'door',
    'modality of Target': 'daarna',
    'withModality of Meetings': 'gesprekken',
};

/** Whether a loss report says that it is not said how firm something is. */
function isLoose(losses: string, word: string | undefined): boolean {
    const [, list = ''] = /hoe stellig iets gezegd is \(([^)]*)\)/.exec(losses) ?? [];
    return word !== undefined && list.split(', ').some((each) => each.split(' ')[0] === word);
}

/** The words that say how firm a statement is, by the statement that they stand in. */
function firmIn(root: AstNode): Map<string, Statements> {
    const found = new Map<string, Statements>();
    for (const node of AstUtils.streamAllContents(root)) {
        for (const property of Object.keys(node).filter((key) => /modality$/i.test(key))) {
            const range = GrammarUtils.findNodeForProperty(node.$cstNode, property);
            if (range) {
                const inside = new Set<string>();
                for (let around: AstNode | undefined = node; around?.$container; around = around.$container) {
                    inside.add(kindOf(around));
                }
                const [first = ''] = /^[\p{L}-]+/u.exec(node.$cstNode?.text ?? '') ?? [];
                const word = LOOSE_WORDS[`${property} of ${node.$type}`] ?? first;
                found.set(`${property} of ${placeOf(node)}`, { ranges: [range], inside, kind: kindOf(node), word });
            }
        }
    }
    return found;
}

/** The statements, or parts of them, that an output neither has nor names as lost. */
async function silentIn(
    given: string,
    outputs: readonly string[],
    partsIn = (root: AstNode) => statementsIn(root, placeOf),
): Promise<string[]> {
    const whole = await read(given, outputs);
    const named = partsIn(whole.root);
    expect(named.size).toBeGreaterThan(20);
    const without = new Map<string, ReadonlyMap<string, Made>>();
    // a kind of statement that stands in one kind of block is the same text without it
    const byText = new Map<string, ReadonlyMap<string, Made>>();
    for (const [name, { ranges }] of [...named, ...statementsIn(whole.root, kindOf)]) {
        let text = given;
        for (const { offset, end } of ranges) {
            // what follows stays on its line: a place in the text says nothing
            text = text.slice(0, offset) + text.slice(offset, end).replace(/[^\n]/gu, ' ') + text.slice(end);
        }
        const made = byText.get(text) ?? (await read(text, outputs)).made;
        byText.set(text, made);
        without.set(name, made);
    }
    const isLostWhole = (name: string, output: string) => {
        const [before, after] = [whole.made.get(output), without.get(name)?.get(output)];
        return before?.files === after?.files && before?.losses !== after?.losses;
    };
    return [...named].flatMap(([name, { inside, kind, word }]) => {
        const together = [
            NAMED_TOGETHER[name] ?? NAMED_TOGETHER[name.replace(/^\w*odality of /, '')] ?? [],
            word ? `${word} (van` : [],
        ].flat();
        return outputs
            .filter((output) => {
                const losses = whole.made.get(output)?.losses ?? '';
                if (together.some((words) => losses.includes(words)) || isLoose(losses, word)) {
                    return false;
                }
                const [before, after] = [whole.made.get(output), without.get(name)?.get(output)];
                const isSilent = before?.files === after?.files && before?.losses === after?.losses;
                return isSilent && ![kind, ...inside].some((k) => isLostWhole(k, output));
            })
            .map((output) => `${name}: ${output}`);
    });
}

test.each([
    ['Gezinspad', GEZINSPAD],
    ['what stands of a phase, a group and an end', WHOLES],
])(
    'what a protocol says, and where it says it, is in each drawing and output for machines, or in its loss report: %s',
    async (_, given) => {
        expect(await silentIn(given, OUTPUTS)).toEqual([]);
    },
    240_000,
);

/** Everything that a course of events consists of, said in a way that is not firm. */
const NOT_FIRM = `
gegeven gehoord: ja/nee
gegeven klaar: ja/nee
rol R "de werker"
rol S "de ander"
rol T "de derde"
doel Doel "Doel" { indicator "Cijfer" }
document Plan "Plan"
interventie X "X" {
  aanpak {
    toegang veelal als klaar
    duur veelal 1 jaar
    contactbudget mogelijk 20 contacten
    altijd zo nodig als gehoord: in beginsel Nood
    fase F "Begin" {
      duur veelal 6 weken
      stap A "Eerste" {
        door bij voorkeur R met veelal S
        begint bij veelal "een gesprek"
        duur veelal 1 week
        contacten veelal 3
        werkt aan in beginsel Doel
        vereist bij voorkeur Plan
        levert mogelijk Plan
        bepaalt veelal gehoord, klaar
        volgt in beginsel meldcode
        inzet veelal 2 uur
        activiteit veelal "Praten" { door mogelijk S }
        termijn veelal 3 weken anders: B
        herhaal mogelijk hoogstens 2 keer
      }
      stap B "Tweede" { door S begint veelal 2 weken na A }
    }
    stap L "Laatste" { door R termijn in beginsel 2 weken daarna veelal { als gehoord: mogelijk Slot anders: A hoogstens 1 keer } }
    stap Nood "Nood" { door S }
    escalatie E door bij voorkeur S { vanuit zo nodig L als "het niet lukt" binnen veelal 2 dagen }
    einde Slot "Slot" { nazorg veelal "Na een maand bellen." }
  }
  overdracht O "Overgeven" van R naar S {
    vanuit A
    vorm bij voorkeur warm
    gesprekken veelal 1 met mogelijk T
    informatie in beginsel Plan
    actie veelal "bellen" door bij voorkeur R
    termijn veelal 2 weken
    bevestiging veelal door bij voorkeur S binnen 2 weken
    bij uitblijven zo nodig "de werker belt"
    regie naar veelal S
  }
}
`;

test('how firm something is, is in each drawing and output for machines, or in its loss report', async () => {
    expect(await silentIn(NOT_FIRM, OUTPUTS, firmIn)).toEqual([]);
}, 240_000);
