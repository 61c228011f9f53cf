import type { Arrow, FlowNode, Group, Performers, Phase, Process } from '../../model/process.js';
import type { Protocol } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import { distinct, safeName } from '../paths.js';
import { performersText, receiversText } from '../who.js';
import { arrowLabel, modeLabel } from './labels.js';
import { neverTaken } from './never-taken.js';
import { escapeLabel, shorten } from './text.js';

/** A flowchart, and the id of each node in it. */
export interface Flowchart {
    readonly text: string;
    readonly ids: ReadonlyMap<string, string>;
    /** names of the elements whose label had to be cut */
    readonly shortened: ReadonlySet<string>;
}

export interface ChartOptions {
    readonly language: Language;
    /** mark the chart as made despite errors */
    readonly forced: boolean;
    /** what the protocol continues, whose nodes it may name */
    readonly predecessors: readonly Protocol[];
    /** names of nodes that no case comes to, and of handovers that never take place */
    readonly unreached: ReadonlySet<string>;
}

/**
 * Writes a process as a Mermaid flowchart: a subgraph for each group and phase, a shape and a class for each kind of
 * node, an arrow for each way, stated or implied, with its condition, its bound and the handovers on it.
 *
 * An arrow to or from a group or phase would be an arrow to or from a subgraph, which Mermaid cannot draw in every case;
 * so each has a small node where a case comes in and, where an arrow leaves it, one where a case goes out.
 *
 * It reads the model and not the graph of language/workflow, in which phases and groups are flat: here each is a subgraph.
 */
export function toFlowchart(protocol: Protocol, process: Process, options: ChartOptions): Flowchart {
    return new Drawing(protocol, process, options).draw(options.forced);
}

const CLASSES = [
    'classDef begin fill:#1f2529,stroke:#1f2529,color:#ffffff',
    'classDef stap fill:#ffffff,stroke:#0d5459,stroke-width:2px,color:#1f2529',
    'classDef escalatie fill:#fbeef2,stroke:#8a1c3f,stroke-width:2px,color:#1f2529',
    'classDef einde fill:#f4f1eb,stroke:#1f2529,stroke-width:2px,color:#1f2529',
    'classDef geslaagd fill:#e8f2f1,stroke:#0d5459,stroke-width:4px,color:#1f2529',
    'classDef doorgang fill:#0d5459,stroke:#0d5459,color:#ffffff',
    'classDef altijd fill:#eeeefb,stroke:#3a3a8f,color:#1f2529',
    'classDef onbekend fill:#fff3dd,stroke:#734000,stroke-dasharray:4 3,color:#1f2529',
    'classDef groep fill:#fdfcfa,stroke:#59626a,stroke-dasharray:4 3,color:#1f2529',
    'classDef fase fill:#fdfcfa,stroke:#59626a,color:#1f2529',
];

class Drawing {
    private readonly taken = new Set<string>();
    private readonly ids = new Map<string, string>();
    private readonly shortened = new Set<string>();
    private readonly byName: ReadonlyMap<string, FlowNode>;
    /** groups and phases that a case goes out of to somewhere else */
    private readonly left: ReadonlySet<string>;
    /** those that a case comes into from somewhere else */
    private readonly entered: ReadonlySet<string>;
    private readonly nl: boolean;
    private readonly language: Language;
    private readonly predecessors: readonly Protocol[];
    /** the ways that a case may take */
    private readonly arrows: readonly Arrow[];
    private extra: string[] = [];
    /** where a handover that is not confirmed leads when that is open, by its name */
    private readonly unconfirmed = new Map<string, string>();

    constructor(
        private readonly protocol: Protocol,
        private readonly process: Process,
        { language, predecessors, unreached }: ChartOptions,
    ) {
        this.language = language;
        this.predecessors = predecessors;
        this.nl = language === 'nl';
        const never = neverTaken(process.arrows);
        this.arrows = process.arrows.filter(
            (arrow) =>
                !never.has(arrow) &&
                (arrow.from === undefined || !unreached.has(arrow.from)) &&
                !(arrow.kind === 'fallback' && arrow.handovers.every((name) => unreached.has(name))),
        );
        // two nodes of one name are an error, which is reported; the chart shows the first
        this.byName = new Map([...process.nodes].reverse().map((n) => [n.name, n]));
        for (const node of process.nodes) {
            if (!this.ids.has(node.name)) {
                this.ids.set(node.name, this.id(node.name));
            }
        }
        this.left = this.spread(
            this.arrows.flatMap((a) => a.from ?? []),
            (c) => this.last(c),
        );
        this.entered = this.spread(
            [...this.arrows.flatMap((a) => a.to ?? []), ...(process.start === undefined ? [] : [process.start])],
            (c) => this.first(c),
        );
    }

    draw(forced: boolean): Flowchart {
        const nodes = this.process.nodes.filter((n) => this.byName.get(n.name) === n);
        const shapes = nodes
            .filter((n) => n.parent === undefined || !this.byName.has(n.parent))
            .flatMap((n) => this.node(n, new Set()));
        const arrows = [
            ...this.beginning(),
            ...nodes.filter(isContainer).flatMap((n) => this.inside(n)),
            ...this.arrows.map((a) => this.arrow(a)),
        ];
        const title = shorten(this.protocol.title ?? this.protocol.name);
        const remark = forced
            ? [
                  `%% ${this.nl ? 'Gemaakt terwijl het draaiboek nog fouten bevat.' : 'Made while the protocol still has errors.'}`,
              ]
            : [];
        const lines = [
            ...remark,
            'flowchart TD',
            `accTitle: ${escapeLabel(title)}`,
            ...shapes,
            ...this.extra,
            ...arrows.flat(),
            ...CLASSES,
        ];
        return {
            text: `${lines.map((l, i) => (i <= remark.length ? l : `    ${l}`)).join('\n')}\n`,
            ids: this.ids,
            shortened: this.shortened,
        };
    }

    /** Only letters, digits and underscores, so that no name is a word of Mermaid. */
    private id(name: string): string {
        return distinct(
            `n_${safeName(name)
                .slice(0, 40)
                .replace(/[^A-Za-z0-9]+/g, '_')}`,
            this.taken,
            '_',
        );
    }

    private label(element: string, ...lines: readonly string[]): string {
        const parts = lines.map((line) => {
            const short = shorten(line);
            if (short.endsWith('…') && !line.trimEnd().endsWith('…')) {
                this.shortened.add(element);
            }
            return escapeLabel(short);
        });
        return `"${parts.filter((p) => p !== '').join('<br/>') || '…'}"`;
    }

    private node(node: FlowNode, above: ReadonlySet<string>): string[] {
        const id = this.ids.get(node.name) ?? '';
        const title = node.title ?? node.name;
        switch (node.kind) {
            case 'step':
                return [`${id}[${this.label(node.name, title, this.performers(node.performers))}]:::stap`];
            case 'escalation':
                return [
                    `${id}{{${this.label(node.name, title, this.performers(node.performers), receiversText(this.protocol, node, this.language))}}}:::escalatie`,
                ];
            case 'end': {
                const kind = node.successful ? 'geslaagd' : 'einde';
                const refusal = node.onRefusal ? (this.nl ? 'bij weigering' : 'on refusal') : '';
                return [
                    `${id}([${this.label(node.name, node.implicit ? (this.nl ? 'einde' : 'end') : title, refusal)}]):::${kind}`,
                ];
            }
            default:
                return above.has(node.name) ? [] : this.container(node, id, new Set([...above, node.name]));
        }
    }

    private container(node: Group | Phase, id: string, above: ReadonlySet<string>): string[] {
        const title = node.title ?? (node.kind === 'group' && /^groep-\d+$/.test(node.name) ? '' : node.name);
        const children = node.children.flatMap((name) => this.byName.get(name) ?? []);
        return [
            `subgraph ${id}[${this.label(node.name, title, node.kind === 'group' ? modeLabel(node, this.language) : (node.extent?.text ?? ''))}]`,
            ...(this.entered.has(node.name) || children.length === 0 ? [`    in_${id}((" ")):::doorgang`] : []),
            ...children.flatMap((child) => this.node(child, above)).map((line) => `    ${line}`),
            ...(this.left.has(node.name) ? [`    uit_${id}((" ")):::doorgang`] : []),
            'end',
            `class ${id} ${node.kind === 'group' ? 'groep' : 'fase'}`,
        ];
    }

    private performers(performers: readonly Performers[]): string {
        return performersText(this.protocol, performers, this.language);
    }

    private beginning(): string[] {
        const { start } = this.process;
        return start === undefined ? [] : [`begin((" ")):::begin --> ${this.entrance(start)}`];
    }

    /** Ways within a group or phase: from where a case comes in to what comes first, and from what comes last to where it goes out. */
    private inside(node: Group | Phase): string[] {
        const id = this.ids.get(node.name) ?? '';
        const entered = this.entered.has(node.name);
        const left = this.left.has(node.name);
        return [
            ...(entered ? this.first(node).map((c) => `in_${id} --> ${this.entrance(c.name)}`) : []),
            ...(left ? this.last(node).map((c) => `${this.exit(c.name)} --> uit_${id}`) : []),
            ...(entered && left && this.going(node).length === 0 ? [`in_${id} --> uit_${id}`] : []),
        ];
    }

    /** Where a case begins in a group or phase. */
    private first(node: Group | Phase): readonly FlowNode[] {
        return node.kind === 'group' ? this.going(node) : this.going(node).slice(0, 1);
    }

    /** What a case goes through in a group or phase. */
    private going(node: Group | Phase): readonly FlowNode[] {
        return node.children
            .flatMap((name) => this.byName.get(name) ?? [])
            .filter((c) => c.kind !== 'end' && c.kind !== 'escalation');
    }

    /** What in a group or phase leads to nowhere else, and so completes it. */
    private last(node: Group | Phase): readonly FlowNode[] {
        return this.going(node).filter(
            (c) => !this.process.arrows.some((a) => a.from === c.name && ONWARD.has(a.kind)),
        );
    }

    /** These nodes, and the groups and phases that `next` finds in those among them. */
    private spread(
        names: readonly string[],
        next: (container: Group | Phase) => readonly FlowNode[],
    ): ReadonlySet<string> {
        const result = new Set(names);
        // in the order of the text, so a group or phase comes before those in it
        for (const node of this.process.nodes.filter(isContainer)) {
            if (result.has(node.name)) {
                next(node)
                    .filter(isContainer)
                    .forEach((c) => result.add(c.name));
            }
        }
        return result;
    }

    private arrow(arrow: Arrow): string[] {
        const from = arrow.from === undefined ? this.always() : this.exit(arrow.from);
        const to = arrow.to === undefined ? this.unknown(arrow) : this.entrance(arrow.to);
        const label = arrowLabel(this.protocol, this.process, arrow, this.language);
        const line =
            arrow.handovers.length > 0 && arrow.kind !== 'fallback' ? '==>' : DOTTED.has(arrow.kind) ? '-.->' : '-->';
        return [
            label.length === 0
                ? `${from} ${line} ${to}`
                : `${from} ${line}|${this.label(arrow.from ?? arrow.to ?? '', ...label)}| ${to}`,
        ];
    }

    /** Where arrows to a node arrive; a name that is no node gets one that says so. */
    private entrance(name: string): string {
        const node = this.byName.get(name);
        const id = this.ids.get(name);
        if (!node || id === undefined) {
            return this.missing(name);
        }
        return isContainer(node) ? `in_${id}` : id;
    }

    private exit(name: string): string {
        const node = this.byName.get(name);
        const id = this.ids.get(name);
        if (!node || id === undefined) {
            return this.missing(name);
        }
        return isContainer(node) ? `uit_${id}` : id;
    }

    private missing(name: string): string {
        const known = this.ids.get(name);
        if (known !== undefined) {
            return known;
        }
        const id = this.id(name);
        this.ids.set(name, id);
        const from = this.predecessors.find((p) => p.process?.nodes.some((n) => n.name === name));
        const title = from?.process?.nodes.find((n) => n.name === name)?.title ?? name;
        const what = from
            ? `(${this.nl ? 'van' : 'of'} ${from.title ?? from.name})`
            : this.nl
              ? 'niet gevonden'
              : 'not found';
        this.extra.push(`${id}[${this.label(name, title, what)}]:::onbekend`);
        return id;
    }

    /** One for each way, and for all that one handover leads there when it is not confirmed. */
    private unknown({ kind, handovers }: Arrow): string {
        const handover = kind === 'fallback' ? handovers.join(' ') : undefined;
        const known = handover === undefined ? undefined : this.unconfirmed.get(handover);
        if (known !== undefined) {
            return known;
        }
        const id = distinct('onbekend', this.taken, '_');
        if (handover !== undefined) {
            this.unconfirmed.set(handover, id);
        }
        this.extra.push(`${id}["${this.nl ? 'onbekend' : 'unknown'}"]:::onbekend`);
        return id;
    }

    private always(): string {
        if (!this.extra.some((line) => line.startsWith('altijd'))) {
            this.extra.push(`altijd>"${this.nl ? 'op elk moment' : 'at any moment'}"]:::altijd`);
        }
        return 'altijd';
    }
}

const ONWARD: ReadonlySet<Arrow['kind']> = new Set(['next', 'branch', 'otherwise']);
const DOTTED: ReadonlySet<Arrow['kind']> = new Set(['deadline', 'escalation', 'interrupt', 'fallback']);

function isContainer(node: FlowNode): node is Group | Phase {
    return node.kind === 'group' || node.kind === 'phase';
}
