import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstUtils, type AstNode } from 'langium';
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

/** What an output makes of a text: its files, and what its loss report says. */
interface Made {
    readonly files: string;
    readonly losses: string;
}

/** What the sentence of a loss report names with others: without those others the sentence is the same. */
const NAMED_TOGETHER: Readonly<Record<string, string>> = {
    'Deadline in Phase': 'termijnen zonder gevolg van fasen en groepen',
    'Deadline in Group': 'termijnen zonder gevolg van fasen en groepen',
    'Deadline in Handover': 'termijnen,',
    'Determines in Escalation': 'gegevens die bekend worden',
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
        const files = output?.files.map((f) => [f.path, Buffer.from(f.content).toString('base64')]);
        made.set(id, { files: JSON.stringify(files), losses: JSON.stringify(output?.losses) });
    }
    return { root: document.parseResult.value as AstNode, made };
}

/** Statements of one kind. */
interface Statements {
    readonly ranges: { readonly offset: number; readonly end: number }[];
    readonly inside: Set<string>;
    /** what a loss report may name */
    readonly kind: string;
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

/** The statements that an output neither has nor names as lost. */
async function silentIn(given: string, outputs: readonly string[]): Promise<string[]> {
    const whole = await read(given, outputs);
    const named = statementsIn(whole.root, placeOf);
    expect(named.size).toBeGreaterThan(40);
    const without = new Map<string, ReadonlyMap<string, Made>>();
    for (const [name, { ranges }] of [...named, ...statementsIn(whole.root, kindOf)]) {
        let text = given;
        for (const { offset, end } of ranges) {
            // what follows stays on its line: a place in the text says nothing
            text = text.slice(0, offset) + text.slice(offset, end).replace(/[^\n]/gu, ' ') + text.slice(end);
        }
        without.set(name, without.get(name) ?? (await read(text, outputs)).made);
    }
    const isLostWhole = (name: string, output: string) => {
        const [before, after] = [whole.made.get(output), without.get(name)?.get(output)];
        return before?.files === after?.files && before?.losses !== after?.losses;
    };
    return [...named].flatMap(([name, { inside, kind }]) =>
        outputs
            .filter((output) => {
                const together = NAMED_TOGETHER[name];
                if (together !== undefined && whole.made.get(output)?.losses.includes(together)) {
                    return false;
                }
                const [before, after] = [whole.made.get(output), without.get(name)?.get(output)];
                const isSilent = before?.files === after?.files && before?.losses === after?.losses;
                return isSilent && ![kind, ...inside].some((k) => isLostWhole(k, output));
            })
            .map((output) => `${name}: ${output}`),
    );
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
