import type { Protocol } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import type { WorkflowGraph } from '../../workflow/graph.js';
import { describe } from '../bpmn/describe.js';
import { dateAsText, formFields, type FormField } from '../bpmn/fields.js';
import type { GenerateOptions } from '../generator.js';
import { escapeHtml } from '../html/escape.js';
import { MADE_DESPITE_ERRORS } from '../made-despite-errors.js';

/** A form of Form.io, by the node that shows it. */
export interface Form {
    readonly node: string;
    readonly kind: 'task' | 'start';
    readonly content: unknown;
}

/**
 * A form for each task, and for the start where something is to be filled in. A field is a variable of the process (`pv`),
 * since conditions ask those.
 */
export function formsOf(
    graph: WorkflowGraph,
    protocol: Protocol,
    { language, forced }: Pick<GenerateOptions, 'language' | 'forced'>,
): Form[] {
    return graph.nodes.flatMap((node): Form[] => {
        if (node.kind !== 'task' && node.kind !== 'start') {
            return [];
        }
        const fields = formFields(graph, protocol, node.fills);
        if (node.kind === 'start' && fields.length === 0) {
            return [];
        }
        const about = [
            ...(forced ? [MADE_DESPITE_ERRORS[language]] : []),
            node.label,
            ...describe({ graph, protocol, language }, node),
        ].filter((t) => t.trim() !== '');
        const components = [
            {
                type: 'content',
                key: 'tekst',
                label: '',
                html: about.map(paragraph).join(''),
                input: false,
                tableView: false,
            },
            ...fields.map((field) => component(field, language)),
            {
                type: 'button',
                key: 'submit',
                label: language === 'nl' ? 'Klaar' : 'Done',
                disableOnInvalid: true,
                input: true,
                tableView: false,
            },
        ];
        return [{ node: node.id, kind: node.kind, content: { display: 'form', components } }];
    });
}

/** A line each, in which Form.io sees nothing to work out. */
function paragraph(text: string): string {
    return `<p>${escapeHtml(text).replaceAll('{', '&#123;').replaceAll('\n', '<br>')}</p>`;
}

function component({ id, label, type, options }: FormField, language: Language): unknown {
    const common = { key: `pv.${id}`, label: label === '' ? id : label, input: true, tableView: true };
    switch (type) {
        case 'yes-no':
            return {
                ...common,
                type: 'radio',
                dataType: 'boolean',
                values: [
                    { label: language === 'nl' ? 'ja' : 'yes', value: 'true' },
                    { label: language === 'nl' ? 'nee' : 'no', value: 'false' },
                ],
            };
        case 'choice':
            return {
                ...common,
                type: 'radio',
                dataType: 'string',
                values: options.map(({ value, label: text }) => ({ label: text, value })),
            };
        case 'number':
            return { ...common, type: 'number' };
        case 'date':
            return { ...common, label: dateAsText(common.label), type: 'textfield' };
        case 'text':
            return { ...common, type: 'textfield' };
    }
}
