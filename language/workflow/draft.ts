import { fold } from '../generate/paths.js';
import type { Place } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Expression, GraphLoss, GraphNode, Variable } from './graph.js';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A node before it has an id. */
export type NewNode = Without<GraphNode, 'id' | 'label'> & { readonly label?: string };

/** A flow before what joins ways is there. */
export interface DraftFlow {
    from: string;
    to: string;
    readonly label: string;
    readonly when?: Expression;
    readonly otherwise?: boolean;
    readonly at?: Place;
}

/** What a flow says besides where it leads. */
export type Says = Partial<Pick<DraftFlow, 'label' | 'when' | 'otherwise' | 'at'>>;

/** A graph while it is being made; finish.ts makes it whole. */
export interface Draft {
    /** by id */
    readonly nodes: Map<string, GraphNode>;
    /** by id: where in the text it belongs */
    readonly order: Map<string, number>;
    readonly flows: DraftFlow[];
    readonly variables: readonly Variable[];
    readonly losses: readonly GraphLoss[];
    /**
     * Adds a node.
     *
     * @param wanted its id, where that is free
     * @param order index in the text of what it belongs to, or a little before or behind that
     */
    readonly add: (wanted: string, order: number, node: NewNode) => string;
    /** Adds the node of an element, whose id was kept for it; a copy gets one like it. */
    readonly addOwn: (element: string, order: number, node: NewNode) => string;
    /** Says more of a task that is there. */
    readonly fill: (task: string, fills: readonly string[]) => void;
    readonly connect: (from: string, to: string, says?: Says) => void;
    /** Adds a variable, unless it is there. @returns its name, with a number behind it where another has that or a fact does */
    readonly know: (variable: Without<Variable, 'id'>) => string;
    /** Says once what is lost. */
    readonly lose: (element: string, reason: Bilingual) => void;
    /** An id that nothing has. */
    readonly free: (wanted: string) => string;
}

/**
 * @param reserved names of elements, whose ids are theirs before anything else takes them, in the order of the text
 * @param gone ids that nothing here may have
 * @param facts names of facts, which nothing else has
 */
export function draftGraph(reserved: readonly string[], gone: readonly string[], facts: ReadonlySet<string>): Draft {
    const nodes = new Map<string, GraphNode>();
    const order = new Map<string, number>();
    const flows: DraftFlow[] = [];
    const variables = new Map<string, Variable>();
    const losses = new Map<string, GraphLoss>();
    const taken = new Set(gone.map((id) => id.toLowerCase()));
    const names = new Set<string>();
    const own = new Map<string, string>();
    const free = (wanted: string) => distinctId(identifier(wanted), taken);
    for (const name of reserved) {
        own.set(name, free(name));
    }
    const put = (id: string, at: number, node: NewNode): string => {
        nodes.set(id, { ...node, id, label: node.label ?? '' } as GraphNode);
        order.set(id, at);
        return id;
    };
    return {
        nodes,
        order,
        flows,
        get variables() {
            return [...variables.values()];
        },
        get losses() {
            return [...losses.values()];
        },
        add: (wanted, at, node) => put(free(wanted), at, node),
        addOwn: (element, at, node) => {
            const kept = own.get(element);
            own.delete(element);
            return put(kept ?? free(element), at, node);
        },
        fill: (id, fills) => {
            const node = nodes.get(id);
            if (node?.kind === 'task') {
                nodes.set(id, { ...node, fills: [...new Set([...node.fills, ...fills])] });
            }
        },
        connect: (from, to, says = {}) => {
            flows.push({ from, to, label: '', ...says });
        },
        know: (variable) => {
            const { kind } = variable;
            const isTaken = (name: string) =>
                (kind !== 'fact' && facts.has(name)) || (variables.get(name) ?? variable).kind !== kind;
            let { name } = variable;
            for (let n = 2; isTaken(name); n++) {
                name = `${variable.name}_${String(n)}`;
            }
            if (!variables.has(name)) {
                const id = distinctId(unreserved(identifier(name)), names);
                variables.set(name, { ...variable, name, id } as Variable);
            }
            return name;
        },
        lose: (element, reason) => {
            losses.set(`${element} ${reason.nl}`, { element, reason });
        },
        free,
    };
}

const LONGEST = 60;

/** Letters, digits and underscores, with a letter first; nothing that every object of JavaScript has, such as `constructor`. */
export function identifier(text: string): string {
    const name = fold(text)
        .replace(/[^A-Za-z0-9_]+/g, '_')
        .slice(0, LONGEST)
        .replace(/^_+|_+$/g, '');
    return name in Object.prototype ? `${name}_` : /^[A-Za-z]/.test(name) ? name : `n_${name}`;
}

function distinctId(wanted: string, taken: Set<string>): string {
    let id = wanted;
    for (let n = 2; taken.has(id.toLowerCase()); n++) {
        id = `${wanted}_${String(n)}`;
    }
    taken.add(id.toLowerCase());
    return id;
}

/** Words of FEEL, of the Unified Expression Language and of JavaScript, and names that engines give to variables themselves. */
const WORDS_OF_LANGUAGES = new Set(
    `and or not true false null if then else for in return some every satisfies between instance of function external list
     context date time duration years months days string number boolean any day week month year now today item partial
     empty div mod eq ne lt gt le ge instanceof var let const new delete typeof void this class do while switch case break
     continue try catch finally throw with yield import export default enum super extends async await arguments eval
     execution task environment context camunda bpmn zaak loopcounter nrofinstances authenticateduserid
     connectorid`.split(/\s+/),
);

function unreserved(id: string): string {
    return WORDS_OF_LANGUAGES.has(id.toLowerCase()) ? `${id}_` : id;
}
