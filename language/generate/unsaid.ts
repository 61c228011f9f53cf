import { isInformal } from '../execution/truth.js';
import type { Block, Protocol } from '../model/protocol.js';
import { label } from './document/labels.js';
import type { Loss } from './generator.js';
import type { Bilingual } from '../text/bilingual.js';

interface Said {
    readonly nl: string;
    readonly en: string;
    readonly there: (protocol: Protocol) => boolean;
}

const worksOf = ({ process }: Protocol) =>
    process?.nodes.filter((n) => n.kind === 'step' || n.kind === 'escalation') ?? [];
const laboursIn = (protocol: Protocol) => worksOf(protocol).flatMap((w) => [w, ...w.activities]);
const nodesOf = ({ process }: Protocol) => process?.nodes.flatMap((n) => (n.kind === 'end' ? [] : [n])) ?? [];
/** Those that stand beside it; what a library names, the protocol does not say. */
const sourcesOf = ({ sources, at }: Protocol) => sources.filter((s) => s.at.file === at.file);
const subgoalsOf = ({ goals }: Protocol) => goals.flatMap((g) => g.subgoals);
const indicatorsOf = (p: Protocol) => [...p.indicators, ...[...p.goals, ...subgoalsOf(p)].flatMap((g) => g.indicators)];
const whensOf = ({ process }: Protocol) =>
    process?.nodes.flatMap((n) => (n.kind === 'escalation' ? n.when.map((w) => w.condition) : [])) ?? [];
const some = (nl: string, en: string, listOf: (protocol: Protocol) => readonly unknown[]): Said => ({
    nl,
    en,
    there: (protocol) => listOf(protocol).length > 0,
});

/** What a protocol may say, a kind at a time. Between them they have all kinds of statement but the words of {@link WORDS}. */
const KINDS = {
    sources: some('bronnen', 'sources', sourcesOf),
    concepts: some('begrippen', 'concepts', (p) => p.concepts),
    organisations: some('organisaties', 'organisations', (p) => p.organisations),
    versions: some('versies', 'versions', (p) => p.versions),
    parties: some('eigenaar en ontwikkelaar', 'owner and developer', (p) => p.parties),
    spoken: some('uitspraken', 'quotations', (p) => p.spoken),
    partners: some('partners', 'partners', (p) => p.partners),
    recognition: some('erkenning', 'recognition', (p) => p.recognitions),
    targetGroups: some('doelgroep', 'target group', (p) => p.targetGroups),
    goals: some('doelen', 'goals', (p) => p.goals),
    subgoals: some('subdoelen', 'subgoals', subgoalsOf),
    indicators: some('indicatoren', 'indicators', indicatorsOf),
    effects: some('effecten', 'effects', (p) => p.effects),
    rationale: some('onderbouwing', 'rationale', (p) => p.rationales),
    deliveries: some('uitvoering', 'delivery', (p) => p.deliveries),
    research: some('onderzoek', 'research', (p) => p.research),
    collaborations: some('samenwerking', 'collaboration', (p) => p.collaborations),
    roles: some('rollen', 'roles', (p) => p.roles),
    facts: some('gegevens', 'facts', (p) => p.facts),
    documents: some('documenten', 'documents', (p) => p.documents),
    access: some('toegang', 'access', (p) => p.process?.access ?? []),
    contactBudget: some('contactbudget', 'contact budget', (p) => p.process?.contactBudgets ?? []),
    deployment: some('inzet', 'deployment', (p) => [
        ...(p.process?.deployment ?? []),
        ...laboursIn(p).flatMap((w) => w.deployment),
    ]),
    steps: some('stappen', 'steps', worksOf),
    activities: some('activiteiten', 'activities', (p) => worksOf(p).flatMap((w) => w.activities)),
    performers: some('wie wat doet', 'who does what', (p) => laboursIn(p).flatMap((w) => w.performers)),
    starts: some('waar een stap bij begint', 'what a step begins with', (p) =>
        worksOf(p).flatMap((w) => [...w.startsAt, ...w.startsAfter]),
    ),
    worksOn: some('aan welk doel een stap werkt', 'on which goal a step works', (p) =>
        laboursIn(p).flatMap((w) => w.worksOn),
    ),
    requires: some('wat een stap vereist', 'what a step requires', (p) => laboursIn(p).flatMap((w) => w.requires)),
    delivers: some('wat een stap levert', 'what a step delivers', (p) => laboursIn(p).flatMap((w) => w.delivers)),
    determines: some('gegevens die bekend worden', 'facts that become known', (p) =>
        laboursIn(p).flatMap((w) => w.determines),
    ),
    guidelines: some('richtlijnen', 'guidelines', (p) => laboursIn(p).flatMap((w) => w.follows)),
    terms: some('termijnen', 'terms', (p) => [...nodesOf(p), ...p.handovers].flatMap((n) => n.deadlines)),
    repetition: some('herhaling', 'repetition', (p) => nodesOf(p).flatMap((n) => n.repeats)),
    guards: some('pas als en klaar als', 'pas als and klaar als', (p) => nodesOf(p).flatMap((n) => n.guards)),
    ways: some('wat erna komt', 'what comes next', (p) => nodesOf(p).flatMap((n) => n.branches)),
    interruptions: some('altijd als', 'altijd als', (p) => p.process?.interrupts ?? []),
    escalationByFacts: some('opschaling op gegevens', 'escalation by facts', (p) =>
        whensOf(p).filter((c) => !isInformal(c)),
    ),
    escalationByPeople: some('opschaling waarover mensen beslissen', 'escalation that people decide', (p) =>
        whensOf(p).filter(isInformal),
    ),
    outcomes: some('welk einde geslaagd is', 'which end is successful', (p) =>
        (p.process?.nodes ?? []).flatMap((n) => (n.kind === 'end' ? n.flags : [])),
    ),
    handovers: some('overdrachten', 'handovers', (p) => p.handovers),
    handoverEnds: some('bij welk einde een overdracht is', 'at which end a handover is', (p) =>
        p.handovers.flatMap((h) => h.toEnds),
    ),
    meetings: some('gesprekken bij een overdracht', 'meetings of a handover', (p) =>
        p.handovers.flatMap((h) => h.meetings),
    ),
    information: some('informatie bij een overdracht', 'information of a handover', (p) =>
        p.handovers.flatMap((h) => h.information),
    ),
    actions: some('acties bij een overdracht', 'actions of a handover', (p) => p.handovers.flatMap((h) => h.actions)),
    contingencies: some('wat als bij een overdracht', 'contingencies of a handover', (p) =>
        p.handovers.flatMap((h) => h.contingencies),
    ),
    secrecy: some('geheimhouding', 'confidentiality', (p) => p.handovers.flatMap((h) => h.secrecy)),
    confirmations: some('wie een overdracht bevestigt', 'who confirms a handover', (p) =>
        p.handovers.flatMap((h) => h.confirmations),
    ),
    absence: some('bij uitblijven', 'what if a confirmation stays out', (p) =>
        p.handovers.flatMap((h) => h.whenAbsent),
    ),
    direction: some('regie na een overdracht', 'direction after a handover', (p) =>
        p.handovers.flatMap((h) => h.direction),
    ),
    closing: some('wanneer wie overdraagt afsluit', 'when who hands over closes', (p) =>
        p.handovers.flatMap((h) => h.closesAfter),
    ),
    remarks: some('opmerkingen', 'remarks', (p) => blocksOf(p).flatMap((b) => b.remarks)),
    contradictions: some('tegenspraak', 'contradictions', (p) => blocksOf(p).flatMap((b) => b.contradictions)),
} satisfies Record<string, Said>;

export type Kind = keyof typeof KINDS;

function blocksOf(protocol: Protocol): Block[] {
    return [
        protocol,
        ...(protocol.process ? [protocol.process, ...protocol.process.nodes] : []),
        ...protocol.handovers,
        ...protocol.roles,
        ...protocol.facts,
        ...protocol.documents,
        ...protocol.targetGroups,
        ...protocol.goals,
        ...protocol.deliveries,
    ];
}

/** What is said in words and figures of an interventie and what is in it, by where that stands. */
const WORDS = {
    protocol: (p: Protocol): readonly Block[] => [p],
    process: (p: Protocol): readonly Block[] => (p.process ? [p.process] : []),
    work: (p: Protocol): readonly Block[] => worksOf(p).flatMap((w) => [w, ...w.activities]),
    whole: (p: Protocol): readonly Block[] => nodesOf(p).filter((n) => n.kind === 'phase' || n.kind === 'group'),
    end: (p: Protocol): readonly Block[] => p.process?.nodes.filter((n) => n.kind === 'end') ?? [],
    handover: (p: Protocol): readonly Block[] => p.handovers,
    role: (p: Protocol): readonly Block[] => p.roles,
    fact: (p: Protocol): readonly Block[] => p.facts,
    document: (p: Protocol): readonly Block[] => p.documents,
    source: (p: Protocol): readonly Block[] => sourcesOf(p),
    party: (p: Protocol): readonly Block[] => p.parties,
    targetGroup: (p: Protocol): readonly Block[] => p.targetGroups,
    goal: (p: Protocol): readonly Block[] => [...p.goals, ...subgoalsOf(p)],
    indicator: indicatorsOf as (p: Protocol) => readonly Block[],
};

type Where = keyof typeof WORDS;

/** What an output says: kinds, and the keywords of what is said in words, by where they stand. */
export interface Says {
    readonly kinds: readonly Kind[];
    readonly words?: Readonly<Partial<Record<Where, readonly string[]>>>;
    /** of what it says only by name it lists all that is not said */
    readonly namesAll?: boolean;
}

/** Where a thing itself is not said, nothing that is said of it is; that needs no words of its own. */
const NEEDS: Readonly<Partial<Record<Where | Kind, Kind>>> = {
    work: 'steps',
    whole: 'steps',
    end: 'steps',
    handover: 'handovers',
    role: 'roles',
    fact: 'facts',
    document: 'documents',
    source: 'sources',
    party: 'parties',
    targetGroup: 'targetGroups',
    goal: 'goals',
    subgoals: 'goals',
    indicators: 'goals',
    indicator: 'indicators',
    ...Object.fromEntries(
        (
            [
                'handoverEnds',
                'meetings',
                'information',
                'actions',
                'contingencies',
                'secrecy',
                'confirmations',
                'absence',
                'direction',
                'closing',
            ] as const
        ).map((kind) => [kind, 'handovers']),
    ),
};

/**
 * What a protocol says and an output does not, in one sentence.
 *
 * @param output what the output is called, with its article
 */
export function unsaid(protocol: Protocol, output: Bilingual, { kinds, words = {}, namesAll = false }: Says): Loss[] {
    const said = new Set<Kind>(kinds);
    const isAbout = (what: Where | Kind) => {
        const needs = NEEDS[what];
        return namesAll || needs === undefined || said.has(needs);
    };
    const lost = (Object.keys(KINDS) as Kind[])
        .filter((kind) => !said.has(kind) && isAbout(kind) && KINDS[kind].there(protocol))
        .map((kind) => KINDS[kind]);
    const keywords = new Set(
        (Object.keys(WORDS) as Where[]).filter(isAbout).flatMap((where) =>
            WORDS[where](protocol)
                .flatMap((block) => block.statements.map((s) => s.kind))
                .filter((keyword) => words[where]?.includes(keyword) !== true),
        ),
    );
    const all = [...lost, ...[...keywords].map((keyword) => ({ nl: keyword, en: label(keyword, 'en').toLowerCase() }))];
    return all.length === 0
        ? []
        : [
              {
                  element: protocol.name,
                  reason: {
                      nl: `${output.nl} zegt niet: ${all.map((w) => w.nl).join(', ')}`,
                      en: `${output.en} does not say: ${all.map((w) => w.en).join(', ')}`,
                  },
              },
          ];
}
