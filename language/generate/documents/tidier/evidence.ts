import { forEachBlock } from '../../../model/blocks-within.js';
import type { Block, Protocol, Statement } from '../../../model/protocol.js';
import { isOpen, stepsOf } from '../../../model/queries.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { label } from '../../document/labels.js';
import type { Context } from '../../document/context.js';
import type { OpenItem } from '../../document/unknowns.js';
import { contains } from '../../../rules/places.js';

/** Something in a protocol that answers a question: what it is, how often it is there, and what of it is open. */
export interface Evidence {
    readonly what: string;
    readonly said: number;
    readonly open: readonly OpenItem[];
}

/**
 * What a protocol says of something; see `TidierItem.says`.
 *
 * @param all everything that is open in the protocol
 */
export function evidenceFor(context: Context, says: string, all: readonly OpenItem[]): Evidence | undefined {
    const { protocol, language } = context;
    const special = SPECIAL[says]?.(protocol);
    const [owner, property = says] = says.includes('.') ? says.split('.') : [undefined, says];
    const statements = special ? [] : statementsIn(rootsOf(protocol, owner), property);
    const evidence: Evidence = special
        ? {
              what: context.say(special.name),
              said: special.said,
              open: all.filter((u) => u.what === property && isOf(u, protocol, special.within)),
          }
        : {
              what: label(property, language),
              said: statements.filter((s) => !s.values.every((v) => isOpen(v))).length,
              open: all.filter((u) => statements.some((s) => contains(s.at, u.at))),
          };
    return evidence.said + evidence.open.length === 0 ? undefined : evidence;
}

function statementsIn(roots: readonly unknown[], property: string): readonly Statement[] {
    const found: Statement[] = [];
    forEachBlock(roots, (block) => {
        found.push(...block.statements.filter((s) => s.kind === property));
    });
    return found;
}

/** Of the interventie as a whole, or in one of the blocks. */
function isOf({ element, at }: OpenItem, { name }: Protocol, within: Counted['within'] = []): boolean {
    return element === name || within.some((block) => contains(block.at, at));
}

/** What a study or working together with others aims at, uses or takes is not what the interventie does. */
function rootsOf(protocol: Protocol, owner: string | undefined): readonly unknown[] {
    return owner === undefined
        ? [{ ...protocol, research: [], collaborations: [] }]
        : (OWNERS[owner]?.(protocol) ?? []);
}

const OWNERS: Readonly<Record<string, (protocol: Protocol) => readonly unknown[]>> = {
    onderbouwing: (p) => p.rationales,
    rol: (p) => p.roles,
    onderzoek: (p) => p.research,
};

/** @property within the blocks where it may stand, besides the interventie itself */
interface Counted {
    readonly said: number;
    readonly name: Bilingual;
    readonly within?: readonly Block[];
}

/** Kinds of element, and what follows from the form of a protocol. */
const SPECIAL: Readonly<Record<string, (protocol: Protocol) => Counted>> = {
    titel: (p) => ({ said: p.title === undefined ? 0 : 1, name: { nl: 'Titel', en: 'Title' } }),
    doel: (p) => ({ said: p.goals.filter((g) => !isOpen(g.titleValue)).length, name: { nl: 'Doel', en: 'Goal' } }),
    factor: (p) => ({
        said: p.rationales.flatMap((r) => r.factors).length,
        name: { nl: 'Factor', en: 'Factor' },
        within: p.rationales,
    }),
    'werkzaam element': (p) => ({
        said: p.rationales.flatMap((r) => r.workingElements).length,
        name: { nl: 'Werkzaam element', en: 'Working element' },
        within: p.rationales,
    }),
    document: (p) => ({ said: p.documents.length, name: { nl: 'Document', en: 'Document' } }),
    stap: (p) => ({ said: stepsOf(p.process).length, name: { nl: 'Stap', en: 'Step' } }),
    activiteit: (p) => ({
        said: stepsOf(p.process).flatMap((s) => s.activities).length,
        name: { nl: 'Activiteit', en: 'Activity' },
    }),
    overdracht: (p) => ({ said: p.handovers.length, name: { nl: 'Overdracht', en: 'Handover' } }),
    rol: (p) => ({ said: p.roles.filter((r) => !r.isClient).length, name: { nl: 'Rol', en: 'Role' } }),
    contactbudget: (p) => ({
        said: p.process?.contactBudgets.length ?? 0,
        name: { nl: 'Contactbudget', en: 'Contact budget' },
    }),
    keuze: (p) => ({
        said: (p.process?.arrows ?? []).filter((a) => a.kind === 'branch').length,
        name: { nl: 'Keuze in het verloop', en: 'Choice in the process' },
    }),
    inzet: (p) => ({
        said: [...(p.process ? [p.process] : []), ...stepsOf(p.process)].flatMap((s) =>
            s.deployment.filter((d) => d.condition),
        ).length,
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
    // what was done says only beside what was planned whether it went as intended
    'onderzoek.gerealiseerd': (p) => ({
        said: p.research.filter((r) => ['planned', 'realised'].every((of) => r.phases.some((f) => f.phase === of)))
            .length,
        name: { nl: 'Onderzoek, gepland en gerealiseerd', en: 'Research, planned and realised' },
        within: p.research,
    }),
};
