import { isOpen } from '../model/queries.js';
import type { FlowNode, Process } from '../model/process.js';
import type { Goal, Subgoal } from '../model/goals.js';
import type { Block, Modality, Named, Place, Protocol } from '../model/protocol.js';
import type { LocalValue, UnknownValue } from '../model/values.js';
import * as words from './query-answers.js';
import { answersOf, type Answer, type Words } from './query-answers.js';

/** Something in a protocol that a `toets` may be about. */
export interface QueriedElement {
    /** the keyword of its block, with hyphens: `stap`, `een-van`, `werkzaam-element` */
    readonly kind: string;
    /** its name, or what it is called where it has none */
    readonly name: string;
    readonly title?: string;
    readonly at: Place;
    /** what it stands in */
    readonly parent?: QueriedElement;
    /** where the text leaves open what it is, such as `eigenaar onbekend` */
    readonly open?: UnknownValue | LocalValue;
    /** where it is there with reserve: `activiteit zo nodig "…"` */
    readonly modality?: Modality;
    readonly block: Block;
    /** what it says about a word, its own statements and those of its activities; nothing where it says nothing */
    readonly answers: (word: string) => readonly Answer[];
    /** what stands in it */
    readonly inside: QueriedElement[];
}

type Add = <T extends Block>(
    kind: string,
    block: T,
    parent: QueriedElement | undefined,
    table?: Words<T>,
    called?: string,
    open?: QueriedElement['open'],
) => QueriedElement;

const NO_WORDS: Words<never> = {};

/** The words for kinds of elements that a `toets` may be about, each with the words that its elements answer to by rules of their own. */
export const ELEMENT_TABLES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    interventie: words.INTERVENTION,
    eigenaar: NO_WORDS,
    ontwikkelaar: NO_WORDS,
    opdrachtgever: NO_WORDS,
    financier: NO_WORDS,
    aanbieder: NO_WORDS,
    erkenning: NO_WORDS,
    doelgroep: NO_WORDS,
    doel: words.GOAL,
    subdoel: words.GOAL,
    indicator: NO_WORDS,
    effect: words.EFFECT,
    onderbouwing: NO_WORDS,
    factor: words.FACTOR,
    'werkzaam-element': NO_WORDS,
    uitvoering: NO_WORDS,
    onderzoek: words.RESEARCH,
    gepland: words.RESEARCH,
    tussenstand: words.RESEARCH,
    gerealiseerd: words.RESEARCH,
    samenwerking: words.COLLABORATION,
    gegeven: words.FACT,
    document: words.DOCUMENT,
    rol: words.ROLE,
    organisatie: NO_WORDS,
    begrip: NO_WORDS,
    bron: NO_WORDS,
    richtlijn: NO_WORDS,
    aanpak: words.APPROACH,
    stap: words.STEP,
    activiteit: words.ACTIVITY,
    groep: words.OUTGOING,
    gelijktijdig: words.OUTGOING,
    'een-van': words.OUTGOING,
    'naar-keuze': words.OUTGOING,
    fase: words.PHASE,
    escalatie: words.ESCALATION,
    einde: words.END,
    overdracht: words.HANDOVER,
    opmerking: words.REMARK,
    tegenspraak: NO_WORDS,
};

/** The kinds that stand in an `aanpak`. */
export const KINDS_OF_APPROACH: ReadonlySet<string> = new Set([
    'stap',
    'activiteit',
    'groep',
    'gelijktijdig',
    'een-van',
    'naar-keuze',
    'fase',
    'escalatie',
    'einde',
]);

const GROUPS = { all: 'gelijktijdig', one: 'een-van', any: 'naar-keuze' } as const;
const GROUP_KINDS: ReadonlySet<string> = new Set(Object.values(GROUPS));

/** Whether an element is of a kind; `groep` is each of the three kinds of groups. */
export function isOfKind(element: QueriedElement, kind: string): boolean {
    return element.kind === kind || (kind === 'groep' && GROUP_KINDS.has(element.kind));
}

/** Everything of a kind that stands in an element, however deep. */
export function allInside(element: QueriedElement, kind: string): readonly QueriedElement[] {
    return element.inside.flatMap((e) => [...(isOfKind(e, kind) ? [e] : []), ...allInside(e, kind)]);
}

/**
 * Everything in a protocol that a `toets` may be about, by the keyword of its block: its own and what it inherits, in the
 * order of the text. An end that nobody wrote is left out.
 */
export function elementsOf(protocol: Protocol): ReadonlyMap<string, readonly QueriedElement[]> {
    const byKind = new Map<string, QueriedElement[]>();
    const put = (kind: string, element: QueriedElement): void => {
        const known = byKind.get(kind);
        if (known) {
            known.push(element);
        } else {
            byKind.set(kind, [element]);
        }
    };
    const add: Add = (kind, block, parent, table, called, open) => {
        const named = block as Partial<Named>;
        // of an effect the outcome is
        const { modality } = kind === 'effect' ? {} : (block as { readonly modality?: Modality });
        const element: QueriedElement = {
            kind,
            name: called ?? named.name ?? kind,
            ...(named.title === undefined ? {} : { title: named.title }),
            at: named.nameAt ?? block.at,
            ...(parent ? { parent } : {}),
            ...(open ? { open } : {}),
            ...(modality ? { modality } : {}),
            block,
            inside: [],
            answers: (word) => ownAnswers(block, word, table),
        };
        put(kind, element);
        if (GROUP_KINDS.has(kind)) {
            put('groep', element);
        }
        parent?.inside.push(element);
        for (const remark of block.remarks) {
            add('opmerking', remark, element, words.REMARK, remark.text);
        }
        for (const { title, ...contradiction } of block.contradictions) {
            const nothing = { statements: [], remarks: [], contradictions: [] };
            add('tegenspraak', { ...contradiction, ...nothing }, element, undefined, title);
        }
        return element;
    };
    addProtocol(protocol, add);
    return byKind;
}

function ownAnswers<T extends Block>(block: T, word: string, table: Words<T> | undefined): readonly Answer[] {
    const stated = block.statements.filter((s) => hyphened(s.kind) === word).flatMap(answersOf);
    const ask = table && Object.hasOwn(table, word) ? table[word] : undefined;
    return ask ? [...stated, ...ask(block)] : stated;
}

/** A keyword as one word: `werkt aan` is asked as `werkt-aan`. */
export function hyphened(keyword: string): string {
    return keyword.includes(' ') ? keyword.replaceAll(' ', '-') : keyword;
}

function addProtocol(protocol: Protocol, add: Add): void {
    const whole = add('interventie', protocol, undefined, words.INTERVENTION);
    for (const party of protocol.parties) {
        const [first] = party.values;
        const called = party.values.flatMap((v) => (v.type === 'text' ? [v.text] : []))[0] ?? party.kind;
        add(party.kind, party, whole, undefined, called, isOpen(first) ? first : undefined);
    }
    const each = <T extends Block>(
        kind: string,
        all: readonly T[],
        parent: QueriedElement,
        table?: Words<T>,
        called?: (block: T) => string,
    ): void => {
        for (const block of all) {
            add(kind, block, parent, table, called?.(block));
        }
    };
    each(
        'erkenning',
        protocol.recognitions.filter((r) => !r.none),
        whole,
    );
    each('doelgroep', protocol.targetGroups, whole);
    for (const goal of protocol.goals) {
        addGoal('doel', goal, whole, add);
    }
    each('indicator', protocol.indicators, whole);
    each('effect', protocol.effects, whole, words.EFFECT, (e) => e.subject);
    for (const rationale of protocol.rationales) {
        const element = add('onderbouwing', rationale, whole);
        each('factor', rationale.factors, element, words.FACTOR);
        each('werkzaam-element', rationale.workingElements, element, undefined, (w) => w.title);
    }
    each('uitvoering', protocol.deliveries, whole);
    for (const study of protocol.research) {
        const element = add('onderzoek', study, whole, words.RESEARCH);
        for (const phase of study.phases) {
            add(PHASES[phase.phase], phase, element, words.RESEARCH);
        }
        each('effect', study.effects, element, words.EFFECT, (e) => e.subject);
    }
    each('samenwerking', protocol.collaborations, whole, words.COLLABORATION, ({ partners }) =>
        partners.length === 0 ? 'samenwerking' : `samenwerking met ${partners.map((p) => p.name).join(', ')}`,
    );
    each('gegeven', protocol.facts, whole, words.FACT);
    each('document', protocol.documents, whole, words.DOCUMENT);
    for (const source of protocol.sources) {
        add(source.kind === 'guideline' ? 'richtlijn' : 'bron', source, whole);
    }
    each('begrip', protocol.concepts, whole);
    each('organisatie', protocol.organisations, whole);
    each('rol', protocol.roles, whole, words.ROLE);
    if (protocol.process) {
        addProcess(protocol.process, whole, add);
    }
    each('overdracht', protocol.handovers, whole, words.HANDOVER);
}

const PHASES = { planned: 'gepland', interim: 'tussenstand', realised: 'gerealiseerd' } as const;

function addGoal(kind: string, goal: Goal | Subgoal, parent: QueriedElement, add: Add): void {
    const element = add(kind, goal, parent, words.GOAL);
    for (const subgoal of 'subgoals' in goal ? goal.subgoals : []) {
        addGoal('subdoel', subgoal, element, add);
    }
    for (const indicator of goal.indicators) {
        add('indicator', indicator, element);
    }
}

function addProcess(process: Process, whole: QueriedElement, add: Add): void {
    const approach = add('aanpak', process, whole, words.APPROACH);
    const byName = new Map<string, QueriedElement>();
    for (const node of process.nodes) {
        if (node.kind !== 'end' || !node.implicit) {
            const parent = byName.get(node.parent ?? '') ?? approach;
            byName.set(node.name, addNode(node, parent, add));
        }
    }
}

function addNode(node: FlowNode, parent: QueriedElement, add: Add): QueriedElement {
    switch (node.kind) {
        case 'group':
            return add(GROUPS[node.mode], node, parent, words.OUTGOING);
        case 'phase':
            return add('fase', node, parent, words.PHASE);
        case 'end':
            return add('einde', node, parent, words.END);
        default: {
            const element =
                node.kind === 'step'
                    ? add('stap', node, parent, words.STEP)
                    : add('escalatie', node, parent, words.ESCALATION);
            for (const activity of node.activities) {
                add('activiteit', activity, element, words.ACTIVITY, activity.title);
            }
            return element;
        }
    }
}
