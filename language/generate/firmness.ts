import type { Modality, Protocol } from '../model/protocol.js';
import { laboursIn, nodesOf, worksOf } from './parts-of.js';
import type { Kind } from './unsaid.js';

interface MayBeLoose {
    readonly modality?: Modality;
}

/** Of what kind it is, and whether each place where it is said is firm. */
type Places = readonly [kind: Kind, of: (protocol: Protocol) => readonly MayBeLoose[]];

const loose = (modality: Modality | undefined): MayBeLoose => (modality ? { modality } : {});

/** What may say how firm it is (`door bij voorkeur R`), by what it is called in the text. */
const FIRM = {
    toegang: ['access', ({ process }) => process?.access ?? []],
    contactbudget: ['contactBudget', ({ process }) => process?.contactBudgets ?? []],
    door: ['performers', (p) => laboursIn(p).flatMap((w) => w.performers)],
    met: ['performers', (p) => laboursIn(p).flatMap((w) => w.performers.map((x) => loose(x.withModality)))],
    'begint bij': ['startsAt', (p) => worksOf(p).flatMap((w) => w.startsAt)],
    'begint na': ['startsAfter', (p) => worksOf(p).flatMap((w) => w.startsAfter)],
    inzet: ['deployment', (p) => laboursIn(p).flatMap((w) => w.deployment)],
    activiteit: ['activities', (p) => worksOf(p).flatMap((w) => w.activities)],
    'werkt aan': ['worksOn', (p) => laboursIn(p).flatMap((w) => w.worksOn)],
    vereist: ['requires', (p) => laboursIn(p).flatMap((w) => w.requires)],
    levert: ['delivers', (p) => laboursIn(p).flatMap((w) => w.delivers)],
    bepaalt: ['determines', (p) => laboursIn(p).flatMap((w) => w.determines)],
    volgt: ['guidelines', (p) => laboursIn(p).flatMap((w) => w.follows)],
    'termijn van een stap': ['terms', (p) => worksOf(p).flatMap((n) => n.deadlines)],
    'termijn van een fase of groep': [
        'terms',
        (p) => nodesOf(p).flatMap((n) => (n.kind === 'phase' || n.kind === 'group' ? n.deadlines : [])),
    ],
    'termijn van een overdracht': ['terms', ({ handovers }) => handovers.flatMap((h) => h.deadlines)],
    herhaal: ['repetition', (p) => nodesOf(p).flatMap((n) => n.repeats)],
    daarna: [
        'ways',
        (p) => nodesOf(p).flatMap((n) => [...n.next, ...n.branches.flatMap((b) => [b, loose(b.target?.modality)])]),
    ],
    'altijd als': [
        'interruptions',
        ({ process }) => (process?.interrupts ?? []).flatMap((i) => [i, loose(i.target?.modality)]),
    ],
    vanuit: ['escalationFrom', (p) => nodesOf(p).flatMap((n) => (n.kind === 'escalation' ? n.fromNodes : []))],
    'naar einde': ['handoverEnds', ({ handovers }) => handovers.flatMap((h) => h.toEnds)],
    gesprekken: [
        'meetings',
        ({ handovers }) => handovers.flatMap((h) => h.meetings.flatMap((m) => [m, loose(m.withModality)])),
    ],
    informatie: ['information', ({ handovers }) => handovers.flatMap((h) => h.information)],
    actie: [
        'actions',
        ({ handovers }) => handovers.flatMap((h) => h.actions.flatMap((a) => [a, loose(a.performerModality)])),
    ],
    bevestiging: [
        'confirmations',
        ({ handovers }) => handovers.flatMap((h) => h.confirmations.flatMap((c) => [c, loose(c.roleModality)])),
    ],
    'bij uitblijven': ['absence', ({ handovers }) => handovers.flatMap((h) => h.whenAbsent)],
} satisfies Record<string, Places>;

/** Something that may say how firm it is; a keyword of what is said in words and figures as well. */
export type Firm = keyof typeof FIRM;

/**
 * What a protocol says in a way that is not firm (veelal, bij voorkeur, …), of what an output says: by its words in the text.
 *
 * @param kinds what the output says
 */
export function looseIn(protocol: Protocol, kinds: ReadonlySet<Kind>): Firm[] {
    return (Object.keys(FIRM) as Firm[]).filter((firm) => {
        const [kind, of]: Places = FIRM[firm];
        return kinds.has(kind) && of(protocol).some((said) => said.modality !== undefined);
    });
}
