import { isInformal } from '../execution/truth.js';
import type { Block, Deadline, Protocol } from '../model/protocol.js';
import { label } from './document/labels.js';
import { looseIn, type Firm } from './firmness.js';
import type { Loss } from './generator.js';
import { laboursIn, nodesOf, worksOf } from './parts-of.js';
import type { Bilingual } from '../text/bilingual.js';

interface Said {
    readonly nl: string;
    readonly en: string;
    readonly there: (protocol: Protocol) => boolean;
}

const wholesOf = ({ process }: Protocol) =>
    process?.nodes.filter((n) => n.kind === 'phase' || n.kind === 'group') ?? [];
/** Whether it is said what comes when the term runs out. */
const leads = ({ otherwise, otherwiseValue }: Deadline) => (otherwise ?? otherwiseValue) !== undefined;
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
    startsAt: some('waar een stap bij begint', 'what a step begins with', (p) => worksOf(p).flatMap((w) => w.startsAt)),
    startsAfter: some('hoe lang na iets anders een stap begint', 'how long after something a step begins', (p) =>
        worksOf(p).flatMap((w) => w.startsAfter),
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
    workTerms: some('termijnen zonder gevolg van stappen', 'terms of steps without a consequence', (p) =>
        worksOf(p).flatMap((n) => n.deadlines.filter((d) => !leads(d))),
    ),
    wholeTerms: some(
        'termijnen zonder gevolg van fasen en groepen',
        'terms of phases and groups without a consequence',
        (p) => wholesOf(p).flatMap((n) => n.deadlines.filter((d) => !leads(d))),
    ),
    handoverTerms: some('termijnen zonder gevolg van overdrachten', 'terms of handovers without a consequence', (p) =>
        p.handovers.flatMap((n) => n.deadlines.filter((d) => !leads(d))),
    ),
    repetition: some('herhaling', 'repetition', (p) => nodesOf(p).flatMap((n) => n.repeats)),
    guards: some('pas als en klaar als', 'pas als and klaar als', (p) => nodesOf(p).flatMap((n) => n.guards)),
    ways: some('wat erna komt', 'what comes next', (p) => nodesOf(p).flatMap((n) => n.branches)),
    interruptions: some('altijd als', 'altijd als', (p) => p.process?.interrupts ?? []),
    groups: some('welke stappen samen of naar keuze zijn', 'which steps are done together or by choice', (p) =>
        wholesOf(p).filter((n) => n.kind === 'group'),
    ),
    escalationFrom: some('van waar wordt opgeschaald', 'from where is escalated', (p) =>
        nodesOf(p).flatMap((n) => (n.kind === 'escalation' ? n.fromNodes : [])),
    ),
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

/** Where something is said in words and figures: of what, as a sentence about it says that, and which those are. */
const WORDS = {
    protocol: { nl: 'de interventie', en: 'the intervention', of: (p) => [p] },
    process: { nl: 'de aanpak', en: 'the approach', of: (p) => (p.process ? [p.process] : []) },
    step: { nl: 'stappen', en: 'steps', of: (p) => worksOf(p).filter((w) => w.kind === 'step') },
    escalation: { nl: 'opschaling', en: 'escalation', of: (p) => worksOf(p).filter((w) => w.kind === 'escalation') },
    activity: { nl: 'activiteiten', en: 'activities', of: (p) => worksOf(p).flatMap((w) => w.activities) },
    whole: { nl: 'fasen en groepen', en: 'phases and groups', of: wholesOf },
    end: { nl: 'een einde', en: 'an end', of: (p) => p.process?.nodes.filter((n) => n.kind === 'end') ?? [] },
    handover: { nl: 'overdrachten', en: 'handovers', of: (p) => p.handovers },
    role: { nl: 'rollen', en: 'roles', of: (p) => p.roles },
    fact: { nl: 'gegevens', en: 'facts', of: (p) => p.facts },
    document: { nl: 'documenten', en: 'documents', of: (p) => p.documents },
    source: { nl: 'bronnen', en: 'sources', of: sourcesOf },
    party: { nl: 'eigenaar en ontwikkelaar', en: 'owner and developer', of: (p) => p.parties },
    targetGroup: { nl: 'de doelgroep', en: 'the target group', of: (p) => p.targetGroups },
    goal: { nl: 'doelen', en: 'goals', of: (p) => [...p.goals, ...subgoalsOf(p)] },
    indicator: { nl: 'indicatoren', en: 'indicators', of: indicatorsOf },
} as const satisfies Record<string, Bilingual & { readonly of: (p: Protocol) => readonly Block[] }>;

type Where = keyof typeof WORDS;

/** What an output says: kinds, and the keywords of what is said in words, by where they stand. */
export interface Says {
    readonly kinds: readonly Kind[];
    readonly words?: Readonly<Partial<Record<Where, readonly string[]>>>;
    /** of what it says how firm it is (veelal, bij voorkeur, …), by its words in the text */
    readonly firm?: readonly (Firm | (string & {}))[];
    /** of what it says only by name it lists all that is not said */
    readonly namesAll?: boolean;
}

/** Where a thing itself is not said, nothing that is said of it is; that needs no words of its own. */
const NEEDS: Readonly<Partial<Record<Where | Kind, Kind>>> = {
    step: 'steps',
    escalation: 'steps',
    activity: 'activities',
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
    workTerms: 'terms',
    wholeTerms: 'terms',
    handoverTerms: 'terms',
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
export function unsaid(
    protocol: Protocol,
    output: Bilingual,
    { kinds, words = {}, firm = [], namesAll = false }: Says,
): Loss[] {
    const said = new Set<Kind>(kinds);
    const isAbout = (what: Where | Kind) => {
        const needs = NEEDS[what];
        return needs === undefined || said.has(needs) || (namesAll && needs !== 'terms');
    };
    const lost = (Object.keys(KINDS) as Kind[])
        .filter((kind) => !said.has(kind) && isAbout(kind) && KINDS[kind].there(protocol))
        .map((kind) => KINDS[kind]);
    const places = new Map<string, Where[]>();
    for (const where of (Object.keys(WORDS) as Where[]).filter(isAbout)) {
        const keywords = new Set(WORDS[where].of(protocol).flatMap((block) => block.statements.map((s) => s.kind)));
        for (const keyword of keywords) {
            if (words[where]?.includes(keyword) !== true) {
                places.set(keyword, [...(places.get(keyword) ?? []), where]);
            }
        }
    }
    // what is said in one place and not in another is named with where it is not
    const saidSomewhere = new Set(Object.values(words).flat());
    const inWords = [...places].map(([keyword, where]): Bilingual => {
        const [nl, en] = (['nl', 'en'] as const).map((l) => where.map((w) => WORDS[w][l]).join(', '));
        const said = saidSomewhere.has(keyword);
        return {
            nl: keyword + (said ? ` (van ${nl ?? ''})` : ''),
            en: label(keyword, 'en').toLowerCase() + (said ? ` (of ${en ?? ''})` : ''),
        };
    });
    const loose = [
        ...looseIn(protocol, said),
        ...(Object.keys(WORDS) as Where[]).flatMap((where) =>
            WORDS[where]
                .of(protocol)
                .flatMap((block) =>
                    block.statements.flatMap((s) => (s.modality && words[where]?.includes(s.kind) ? [s.kind] : [])),
                ),
        ),
    ].filter((what) => !firm.includes(what));
    const notFirm = [...new Set(loose)].join(', ');
    const all: readonly Bilingual[] = [
        ...lost,
        ...inWords,
        ...(notFirm === ''
            ? []
            : [{ nl: `hoe stellig iets gezegd is (${notFirm})`, en: `how firm something is (${notFirm})` }]),
    ];
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
