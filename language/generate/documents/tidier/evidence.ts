import { forEachBlock } from '../../../model/blocks-within.js';
import type { Protocol } from '../../../model/protocol.js';
import { isOpen, stepsOf } from '../../../model/queries.js';
import type { Value } from '../../../model/values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { label } from '../../document/labels.js';
import type { Context } from '../../document/context.js';

/** Something in a protocol that answers a question: what it is, how often it is there, and how often it is open. */
export interface Evidence {
    readonly what: string;
    readonly said: number;
    readonly unknown: number;
    readonly local: number;
}

/** What a protocol says of something; see `TidierItem.says`. */
export function evidenceFor(context: Context, says: string): Evidence | undefined {
    const { protocol } = context;
    const special = SPECIAL[says];
    if (special) {
        const { said, name } = special(protocol);
        const open = protocol.unknowns.filter((u) => u.what === says && u.element === protocol.name);
        const unknown = open.filter((u) => u.type === 'unknown').length;
        return said + open.length === 0
            ? undefined
            : { what: context.say(name), said, unknown, local: open.length - unknown };
    }
    const [owner, property] = says.includes('.') ? says.split('.') : [undefined, says];
    const values: Value[][] = [];
    const roots = owner === undefined ? [protocol] : (OWNERS[owner]?.(protocol) ?? []);
    forEachBlock(roots, (block) => {
        values.push(...block.statements.filter((s) => s.kind === property).map((s) => [...s.values]));
    });
    const of = (type: Value['type']) =>
        values.filter((v) => v.length > 0 && v.every((one) => one.type === type)).length;
    const said = values.filter((v) => !v.every((one) => isOpen(one))).length;
    return values.length === 0
        ? undefined
        : { what: label(property ?? '', context.language), said, unknown: of('unknown'), local: of('local') };
}

const OWNERS: Readonly<Record<string, (protocol: Protocol) => readonly unknown[]>> = {
    onderbouwing: (p) => p.rationales,
    rol: (p) => p.roles,
};

type Counted = { readonly said: number; readonly name: Bilingual };

/** Kinds of element, and what follows from the form of a protocol. */
const SPECIAL: Readonly<Record<string, (protocol: Protocol) => Counted>> = {
    titel: (p) => ({ said: p.title === undefined ? 0 : 1, name: { nl: 'Titel', en: 'Title' } }),
    doel: (p) => ({ said: p.goals.filter((g) => !isOpen(g.titleValue)).length, name: { nl: 'Doel', en: 'Goal' } }),
    factor: (p) => ({ said: p.rationales.flatMap((r) => r.factors).length, name: { nl: 'Factor', en: 'Factor' } }),
    'werkzaam element': (p) => ({
        said: p.rationales.flatMap((r) => r.workingElements).length,
        name: { nl: 'Werkzaam element', en: 'Working element' },
    }),
    document: (p) => ({ said: p.documents.length, name: { nl: 'Document', en: 'Document' } }),
    stap: (p) => ({ said: stepsOf(p.process).length, name: { nl: 'Stap', en: 'Step' } }),
    activiteit: (p) => ({
        said: stepsOf(p.process).flatMap((s) => s.activities).length,
        name: { nl: 'Activiteit', en: 'Activity' },
    }),
    overdracht: (p) => ({ said: p.handovers.length, name: { nl: 'Overdracht', en: 'Handover' } }),
    rol: (p) => ({ said: p.roles.filter((r) => !r.isClient).length, name: { nl: 'Rol', en: 'Role' } }),
    gesprekken: (p) => ({
        said: p.handovers.flatMap((h) => h.meetings).length,
        name: { nl: 'Gesprekken bij een overdracht', en: 'Meetings at a handover' },
    }),
    contactbudget: (p) => ({
        said: p.process?.contactBudgets.length ?? 0,
        name: { nl: 'Contactbudget', en: 'Contact budget' },
    }),
    keuze: (p) => ({
        said: (p.process?.arrows ?? []).filter((a) => a.kind === 'branch').length,
        name: { nl: 'Keuze in het verloop', en: 'Choice in the process' },
    }),
    inzet: (p) => ({
        said: stepsOf(p.process).flatMap((s) => s.deployment.filter((d) => d.condition)).length,
        name: { nl: 'Inzet onder een voorwaarde', en: 'Deployment on a condition' },
    }),
    plaatselijk: (p) => ({
        said: p.unknowns.filter((u) => u.type === 'local').length,
        name: { nl: 'Plaatselijk in te vullen', en: 'To be filled in locally' },
    }),
    // what holds more than one item is evidence only where it is open as a whole
    aanpak: () => ({ said: 0, name: { nl: 'Aanpak', en: 'Approach' } }),
    onderbouwing: () => ({ said: 0, name: { nl: 'Onderbouwing', en: 'Rationale' } }),
    uitvoering: () => ({ said: 0, name: { nl: 'Uitvoering', en: 'Delivery of the intervention' } }),
    onderzoek: () => ({ said: 0, name: { nl: 'Onderzoek', en: 'Research' } }),
    afwijking: (p) => ({ said: p.deviations.length, name: { nl: 'Afwijking', en: 'Departure' } }),
    vervalt: (p) => ({ said: p.dropped.length, name: { nl: 'Wat vervalt', en: 'What is left out' } }),
    'onderzoek.gerealiseerd': (p) => ({
        said: p.research.flatMap((r) => r.phases).filter((f) => f.phase === 'realised').length,
        name: { nl: 'Gerealiseerd onderzoek', en: 'Realised research' },
    }),
};
