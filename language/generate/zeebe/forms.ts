import type { Protocol } from '../../model/protocol.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { describe } from '../bpmn/describe.js';
import { formFields } from '../bpmn/fields.js';
import type { GenerateOptions, Loss } from '../generator.js';
import { MADE_DESPITE_ERRORS } from '../made-despite-errors.js';

/** A form of Camunda 8, by the node that shows it. */
export interface Form {
    readonly node: string;
    readonly id: string;
    readonly content: string;
}

/** A form for each task, which says what it is about, and for the start where something is to be filled in. */
export function formsOf(
    graph: WorkflowGraph,
    protocol: Protocol,
    { language, forced }: Pick<GenerateOptions, 'language' | 'forced'>,
): Form[] {
    return graph.nodes.flatMap((node) => {
        if (node.kind !== 'task' && node.kind !== 'start') {
            return [];
        }
        const fields = formFields(graph, protocol, node.fills);
        if (node.kind === 'start' && fields.length === 0) {
            return [];
        }
        const about = [
            ...(forced ? [`**${plain(MADE_DESPITE_ERRORS[language])}**`] : []),
            `# ${plain(node.label)}`,
            ...describe({ graph, protocol, language }, node).map(plain),
        ];
        const id = `${graph.id}-${node.id}`;
        const text = { id: 'tekst', type: 'text', text: about.join('\n\n') };
        const inputs = fields.map(({ id: key, label, type, options }) => {
            const common = { id: `veld_${key}`, key, label: literal(label === '' ? key : label) };
            switch (type) {
                case 'yes-no':
                    return { ...common, type: 'radio', values: YES_NO };
                case 'choice':
                    return {
                        ...common,
                        type: 'radio',
                        values: options.map(({ value, label: text }) => ({ label: literal(text), value })),
                    };
                case 'number':
                    return { ...common, type: 'number', serializeToString: false };
                case 'date':
                    return {
                        id: common.id,
                        key,
                        type: 'datetime',
                        subtype: 'date',
                        dateLabel: common.label,
                    };
                case 'text':
                    return { ...common, type: 'textfield' };
            }
        });
        const form = {
            type: 'default',
            id,
            schemaVersion: 16,
            executionPlatform: 'Camunda Cloud',
            executionPlatformVersion: '8.8.0',
            components: [text, ...inputs],
        };
        return [{ node: node.id, id, content: `${JSON.stringify(form, undefined, 2)}\n` }];
    });
}

/** A text in which nothing is Markdown, HTML or an expression. */
function plain(text: string): string {
    return text
        .replace(/[\\`*_{}[\]()#+.!|<>&=~-]/g, (sign) => `&#${String(sign.codePointAt(0))};`)
        .replaceAll('\n', '\n\n');
}

/** A label of a field, of which a form works out what begins with `=` or stands between `{{` and `}}`. */
function literal(label: string): string {
    return label.replace(/^=/, ' =').replace(/\{(?=\{)/g, '{ ');
}

/** The losses of labels that stand otherwise in a form. */
export function labelLosses({ variables, id }: WorkflowGraph): Loss[] {
    const labels = variables.flatMap((v) => [
        v.label,
        ...(v.kind === 'decision' ? (v.options ?? []) : []).map((o) => o.label),
    ]);
    return labels.some((l) => literal(l) !== l)
        ? [
              {
                  element: id,
                  reason: {
                      nl: 'een formulier rekent uit wat met `=` begint of tussen `{{` en `}}` staat: in de namen van velden staat er een spatie bij',
                      en: 'a form works out what begins with `=` or stands between `{{` and `}}`: the names of fields have a space there',
                  },
              },
          ]
        : [];
}

const YES_NO = [
    { label: 'ja', value: true },
    { label: 'nee', value: false },
];
