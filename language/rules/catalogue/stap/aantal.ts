import type { LangiumDocument } from 'langium';
import { isStepCount } from '../../../generated/ast.js';
import { isWithin } from '../../../execution/truth.js';
import { isOwn, stepsOf } from '../../../model/queries.js';
import type { FlowNode, Process, Step } from '../../../model/process.js';
import type { Block, Place, Protocol, Stated, StepCount } from '../../../model/protocol.js';
import { isVague, type Value } from '../../../model/values.js';
import { baseOf } from '../../bases.js';
import type { Fix } from '../../finding.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind, replacement } from '../../fixes/replace.js';
import { contains } from '../../places.js';
import { defineDocumentRule, type DocumentContext } from '../../document-rule.js';
import type { Report } from '../../rule.js';

export const stapAantal = defineDocumentRule({
    code: 'stap/aantal',
    severity: 'warning',
    title: {
        nl: 'Er zijn zoveel stappen beschreven als er worden geteld',
        en: 'As many steps are described as are counted',
    },
    reason: {
        nl: 'De databank van het NJi telt voor Bemoeizorg zes stappen, STJ beschrijft er vijf. Wie een aantal noemt, beschrijft zoveel stappen, zegt dat de bron ze `niet benoemd` heeft, of legt het verschil vast met `tegenspraak`. Een aantal volgens een bron wordt vergeleken met de stappen volgens die bron. Stappen waar alleen `altijd als` naartoe leidt, mogen meetellen of niet.',
        en: 'The NJi database counts six steps of Bemoeizorg, STJ describes five. Who names a number describes as many steps, says that the source does not name them (`niet benoemd`), or records the difference with `tegenspraak`. A number according to a source is compared with the steps according to that source. Steps that only `altijd als` leads to may count or not.',
    },
    messages: {
        'none-described': {
            nl: 'Hier worden {count} stappen geteld en er is er geen beschreven. Beschrijf ze in de `aanpak`, of schrijf `{count} stappen, niet benoemd`.',
            en: 'Here {count} steps are counted and none is described. Describe them in the `aanpak`, or write `{count} stappen, niet benoemd`.',
        },
        differs: {
            nl: 'Hier worden {count} stappen geteld en er zijn er {described} beschreven. Pas het aantal of de stappen aan, of leg het verschil vast met `tegenspraak`.',
            en: 'Here {count} steps are counted and {described} are described. Change the number or the steps, or record the difference with `tegenspraak`.',
        },
        'differs-in-source': {
            nl: 'Volgens {source} zijn het {count} stappen; er zijn er {described} volgens {source} beschreven. Pas het aantal of de stappen aan, of leg het verschil vast met `tegenspraak`.',
            en: 'According to {source} there are {count} steps; {described} are described according to {source}. Change the number or the steps, or record the difference with `tegenspraak`.',
        },
        'differs-from-base': {
            nl: '`{name}` beschrijft {described} stappen, en `{base}` telt er {count}. Leg het verschil vast met `tegenspraak`, of zeg met `afwijking` of `vervalt` wat er anders gaat.',
            en: '`{name}` describes {described} steps, and `{base}` counts {count}. Record the difference with `tegenspraak`, or say with `afwijking` or `vervalt` what differs.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    aanpak {
        2 stappen
        stap Kennismaken "Kennismaken" { door Gezinswerker }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    aanpak {
        2 stappen
        stap Kennismaken "Kennismaken" { door Gezinswerker }
        stap Afscheid "Afscheid nemen" { door Gezinswerker }
    }
}
`,
    checkDocument: (context, report) => {
        for (const protocol of context.file.interventions) {
            if (!isContradicted(protocol, protocol.process)) {
                checkOwnCounts(protocol, report, context);
                checkBase(protocol, report, context);
            }
        }
    },
});

type Key = 'none-described' | 'differs' | 'differs-in-source' | 'differs-from-base';

function checkOwnCounts(protocol: Protocol, report: Report<Key>, { document }: DocumentContext): void {
    const { process } = protocol;
    const steps = stepsOf(process);
    for (const stepCount of [...protocol.stepCounts, ...(process?.stepCounts ?? [])]) {
        const { count: declared } = stepCount;
        // what is not known is no number to hold steps against
        if (!contains(protocol.at, stepCount.at) || declared.type !== 'quantity') {
            continue;
        }
        const count = declared.text;
        const source = soleSource(stepCount);
        const ofSource = source === undefined ? [] : steps.filter((s) => sourcesOf(s).includes(source));
        const described = ofSource.length > 0 ? ofSource : steps;
        if (described.length === 0 || (stepCount.unnamed && ofSource.length === 0 && !steps.some((s) => isOwn(s)))) {
            if (!stepCount.unnamed && !fits(declared, 0)) {
                const number = numberAt(document, stepCount);
                report({
                    message: 'none-described',
                    at: stepCount.at,
                    parameters: { count },
                    fixes: number ? [addedBehind(number.all, ', niet benoemd')] : [],
                });
            }
            continue;
        }
        if (stepCount.unnamed && source !== undefined && ofSource.length === 0) {
            // the source of the number names none; the steps come from elsewhere
            continue;
        }
        const numbers = process ? countsOf(described, process) : [described.length];
        if (!numbers.some((n) => fits(declared, n))) {
            const inSource = ofSource.length > 0 && ofSource.length < steps.length;
            report({
                message: inSource ? 'differs-in-source' : 'differs',
                at: stepCount.at,
                parameters: { count, described: described.length, source: source ?? '' },
                fixes: countFixes(document, stepCount, described.length),
                related: described.map((s) => ({
                    message: { nl: `Stap \`${s.name}\`.`, en: `Step \`${s.name}\`.` },
                    at: s.nameAt,
                })),
                data: { declared: declared.text, described: described.map((s) => s.name) },
            });
        }
    }
}

/**
 * Whether that many steps are as many as are counted. With ongeveer, ruim or bijna nobody can say, unless it is less than
 * half or more than twice as many; with enkele nobody can.
 */
function fits(count: Value, steps: number): boolean {
    if (count.type !== 'quantity' || !isVague(count)) {
        return count.type !== 'quantity' || isWithin(steps, count);
    }
    const [low = 0, high = Infinity] = [count.low ?? count.high, count.high ?? count.low];
    return steps > 0 && steps >= low / 2 && steps <= high * 2;
}

/** Where the number of a count stands, and the words that say it: `6 stappen`. */
function numberAt(document: LangiumDocument, { at }: StepCount): { number: Place; all: Place } | undefined {
    const count = nodeAt(document, at, isStepCount)?.count;
    const number = count && lastOf(document, count, ['numeral', 'bound', 'low', 'high']);
    const word = count && lastOf(document, count, ['unit']);
    return number && word
        ? {
              number: { file: at.file, range: { start: at.range.start, end: number.range.end } },
              all: { file: at.file, range: { start: at.range.start, end: word.range.end } },
          }
        : undefined;
}

function countFixes(document: LangiumDocument, stepCount: StepCount, described: number): Fix[] {
    const number = numberAt(document, stepCount)?.number;
    return number ? [replacement(number, String(described))] : [];
}

/** The number that is counted in what a local working-out refines is compared with the steps that it describes itself. */
function checkBase(protocol: Protocol, report: Report<Key>, { document, services }: DocumentContext): void {
    const { process } = protocol;
    const base = baseOf(protocol, 'refines', document, services);
    const declared = [...(base?.stepCounts ?? []), ...(base?.process?.stepCounts ?? [])];
    const steps = stepsOf(process);
    const explained = [...protocol.dropped, ...protocol.deviations].some((d) =>
        /^(stap|aanpak|fase)$/.test(d.elementKind),
    );
    const differing = declared.find(({ count }) => process && !countsOf(steps, process).some((n) => fits(count, n)));
    if (
        base &&
        process &&
        differing?.count.type === 'quantity' &&
        !explained &&
        steps.length > 0 &&
        steps.every((s) => isOwn(s))
    ) {
        const own = [...protocol.stepCounts, ...process.stepCounts].find((c) => contains(protocol.at, c.at));
        report({
            message: 'differs-from-base',
            at: own?.at ?? protocol.nameAt,
            parameters: {
                name: protocol.name,
                base: base.name,
                count: differing.count.text,
                described: steps.length,
            },
            related: [
                {
                    message: { nl: `Hier telt \`${base.name}\` ze.`, en: `Here \`${base.name}\` counts them.` },
                    at: differing.at,
                },
            ],
            data: { declared: differing.count.text, described: steps.map((s) => s.name) },
        });
    }
}

/** All of them, without those that only an interruption leads to, and with a group or phase at the highest level as one. */
function countsOf(steps: readonly Step[], process: Process): readonly number[] {
    const interrupting = new Set(process.interrupts.map((i) => i.target?.node.name));
    const stated = process.arrows.filter((a) => a.kind !== 'interrupt' && !a.implied).map((a) => a.to);
    const named = new Set(stated);
    const isAside = (n: FlowNode) => interrupting.has(n.name) && !named.has(n.name);
    const names = new Set(steps.map((s) => s.name));
    const top = process.nodes.filter(
        (n) =>
            n.parent === undefined &&
            ((n.kind === 'step' && names.has(n.name)) || n.kind === 'group' || n.kind === 'phase'),
    );
    return [steps.length, steps.filter((s) => !isAside(s)).length, top.length, top.filter((n) => !isAside(n)).length];
}

function sourcesOf(part: Stated): readonly string[] {
    return part.provenance.flatMap((p) => (p.source === undefined ? [] : [p.source]));
}

function soleSource(count: StepCount): string | undefined {
    const sources = new Set(sourcesOf(count));
    return sources.size === 1 ? [...sources][0] : undefined;
}

function isContradicted(protocol: Protocol, process: Block | undefined): boolean {
    return [...protocol.contradictions, ...(process?.contradictions ?? [])].some((c) =>
        [c.title, ...c.sides.map((s) => s.text ?? '')].some((t) => /\bstap(pen)?\b/i.test(t)),
    );
}
