import type { Protocol } from '../../model/protocol.js';
import { byName } from '../../model/queries.js';
import { xml, type Xml } from '../bpmn/xml.js';
import { identifier } from '../../workflow/draft.js';
import { distinct } from '../paths.js';
import { keyOf, quoted, type Asked } from './cells.js';
import type { Table } from './tables.js';

const NAMESPACES = {
    xmlns: 'https://www.omg.org/spec/DMN/20191111/MODEL/',
    'xmlns:dmndi': 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
    'xmlns:dc': 'http://www.omg.org/spec/DMN/20180521/DC/',
    'xmlns:di': 'http://www.omg.org/spec/DMN/20180521/DI/',
    // Operaton and Camunda 7 take no decision of which they do not know how long its history is kept
    'xmlns:camunda': 'http://camunda.org/schema/1.0/dmn',
};

/** A decision with its id, and the inputs that it needs. */
interface Named {
    readonly table: Table;
    readonly id: string;
    readonly inputs: readonly Input[];
}

interface Input {
    readonly id: string;
    readonly asked: Asked;
    /** as FEEL calls it */
    readonly variable: string;
    readonly label: string;
    readonly type: 'boolean' | 'number' | 'string' | 'date';
    readonly values: readonly string[];
}

export interface Definitions {
    readonly root: Xml;
    /** ids of decisions, in the order of the tables */
    readonly ids: readonly string[];
    /** the name in FEEL of what is asked, by its key */
    readonly variables: ReadonlyMap<string, string>;
}

/**
 * The tables as DMN 1.3, with the data that they need and a diagram.
 *
 * @param variableOf the name that the process of the same protocol gives to a fact
 * @param history how long an engine keeps what was decided, as ISO 8601
 * @param forced said of the whole where it was made despite errors
 */
export function definitionsOf(
    protocol: Protocol,
    tables: readonly Table[],
    variableOf: (fact: string) => string | undefined,
    history: string,
    forced: string | undefined,
): Definitions {
    const taken = new Set<string>();
    const id = (wanted: string) => distinct(identifier(wanted), taken, '_');
    const root = id(`beslissingen_${protocol.name}`);
    const names = new Set<string>();
    const inputs = new Map<string, Input>();
    const facts = byName(protocol.facts);
    for (const asked of tables.flatMap((t) => t.columns)) {
        if (!inputs.has(keyOf(asked))) {
            const wanted =
                (asked.kind === 'fact' ? variableOf(asked.name) : undefined) ??
                `${PREFIX[asked.kind]}${identifier(asked.name)}`;
            const variable = distinct(wanted, names, '_');
            const fact = asked.kind === 'fact' ? facts.get(asked.name) : undefined;
            inputs.set(keyOf(asked), {
                id: id(`gegeven_${asked.name}`),
                asked,
                variable,
                label: asked.kind === 'fact' ? (fact?.title ?? asked.name) : asked.name,
                type:
                    asked.kind === 'count'
                        ? 'number'
                        : asked.kind === 'decision'
                          ? 'boolean'
                          : TYPES[fact?.type ?? 'yes-no'],
                values: fact?.type === 'one-of' ? fact.values : [],
            });
        }
    }
    const decisions = tables.map((table): Named => ({
        table,
        // an engine knows decisions of all protocols by their ids
        id: id(`${protocol.name}_${table.station ? `na_${table.station.node.name}` : 'toegang'}`),
        inputs: [...new Set(table.columns.flatMap((c) => inputs.get(keyOf(c)) ?? []))],
    }));
    const element = xml(
        'definitions',
        {
            ...NAMESPACES,
            id: root,
            name: protocol.title ?? protocol.name,
            namespace: 'urn:draaiboek:dmn',
            exporter: 'Draaiboek',
        },
        [
            forced === undefined ? undefined : xml('description', {}, [forced]),
            ...[...inputs.values()].map(inputData),
            ...decisions.map((d) => decision(d, inputs, history)),
            diagram(decisions, [...inputs.values()], id),
        ],
    );
    return {
        root: element,
        ids: decisions.map((d) => d.id),
        variables: new Map([...inputs].map(([key, { variable }]) => [key, variable])),
    };
}

const PREFIX = { fact: 'gegeven_', decision: 'besluit_', count: 'keer_' } as const;

const TYPES = {
    'yes-no': 'boolean',
    number: 'number',
    date: 'date',
    text: 'string',
    'one-of': 'string',
    unspecified: 'boolean',
} as const;

function inputData({ id, variable, label, asked, type }: Input): Xml {
    const who =
        asked.kind === 'decision'
            ? 'Een mens beslist: '
            : asked.kind === 'count'
              ? 'Hoe vaak deze weg is genomen: '
              : '';
    return xml('inputData', { id, name: variable, label }, [
        xml('description', {}, [`${who}${label}`]),
        xml('variable', { id: `${id}_v`, name: variable, typeRef: type }),
    ]);
}

function decision({ table, id, inputs: needed }: Named, inputs: ReadonlyMap<string, Input>, history: string): Xml {
    const output = table.station ? 'vervolg' : 'toegelaten';
    const type = table.station ? 'string' : 'boolean';
    const title = table.station ? (table.station.node.title ?? table.station.node.name) : table.question;
    const columns = table.columns.map((asked, n) => {
        const input = inputs.get(keyOf(asked));
        return xml('input', { id: `${id}_k${String(n + 1)}`, label: input?.label }, [
            xml('inputExpression', { id: `${id}_k${String(n + 1)}_e`, typeRef: input?.type }, [
                text(input?.variable ?? ''),
            ]),
            ...(input && input.values.length > 0
                ? [xml('inputValues', { id: `${id}_k${String(n + 1)}_w` }, [text(input.values.map(quoted).join(', '))])]
                : []),
        ]);
    });
    const results =
        table.results.length > 0
            ? [xml('outputValues', { id: `${id}_u_w` }, [text(table.results.map(quoted).join(', '))])]
            : [];
    return xml('decision', { id, name: title, 'camunda:historyTimeToLive': history }, [
        xml('question', {}, [table.question]),
        xml('variable', { id: `${id}_v`, name: id, typeRef: type }),
        ...needed.map((input) =>
            xml('informationRequirement', { id: `${id}_${input.id}` }, [
                xml('requiredInput', { href: `#${input.id}` }),
            ]),
        ),
        xml('decisionTable', { id: `${id}_t`, hitPolicy: 'FIRST' }, [
            ...columns,
            xml('output', { id: `${id}_u`, label: table.question, name: output, typeRef: type }, results),
            xml('annotation', { name: 'In het protocol' }),
            ...table.rules.map((rule, n) =>
                xml('rule', { id: `${id}_r${String(n + 1)}` }, [
                    ...rule.tests.map((t, k) =>
                        xml('inputEntry', { id: `${id}_r${String(n + 1)}_k${String(k + 1)}` }, [text(t ?? '-')]),
                    ),
                    xml('outputEntry', { id: `${id}_r${String(n + 1)}_u` }, [
                        text(typeof rule.result === 'string' ? quoted(rule.result) : String(rule.result)),
                    ]),
                    xml('annotationEntry', {}, [text(rule.note)]),
                ]),
            ),
        ]),
    ]);
}

function text(content: string): Xml {
    return xml('text', {}, [content]);
}

const BOX = { width: 180, height: 80, decisionY: 80, inputY: 320, inputHeight: 45, gap: 40 } as const;

/** Decisions in a row, what they need below them. */
function diagram(decisions: readonly Named[], inputs: readonly Input[], id: (wanted: string) => string): Xml {
    const x = (n: number) => 80 + n * (BOX.width + BOX.gap);
    const shape = (ref: string, n: number, y: number, height: number) =>
        xml('dmndi:DMNShape', { id: id(`vorm_${ref}`), dmnElementRef: ref }, [
            xml('dc:Bounds', { x: x(n), y, width: BOX.width, height }),
        ]);
    const edges = decisions.flatMap((d, to) =>
        d.inputs.map((input) =>
            xml('dmndi:DMNEdge', { id: id(`lijn_${d.id}_${input.id}`), dmnElementRef: `${d.id}_${input.id}` }, [
                xml('di:waypoint', { x: x(inputs.indexOf(input)) + BOX.width / 2, y: BOX.inputY }),
                xml('di:waypoint', { x: x(to) + BOX.width / 2, y: BOX.decisionY + BOX.height }),
            ]),
        ),
    );
    return xml('dmndi:DMNDI', {}, [
        xml('dmndi:DMNDiagram', { id: id('diagram') }, [
            ...decisions.map((d, n) => shape(d.id, n, BOX.decisionY, BOX.height)),
            ...inputs.map((input, n) => shape(input.id, n, BOX.inputY, BOX.inputHeight)),
            ...edges,
        ]),
    ]);
}
