import type { Protocol } from '../../model/protocol.js';
import type { WorkflowGraph } from '../../workflow/graph.js';

/** A field of a form in which somebody says what becomes known. */
export interface FormField {
    readonly id: string;
    readonly label: string;
    readonly type: 'yes-no' | 'number' | 'text' | 'choice' | 'date';
    /** of a choice */
    readonly options: readonly { readonly value: string; readonly label: string }[];
}

/**
 * The fields in which variables are filled in: a field for each fact by its type, and one for each decision. A date is text
 * in every engine, `2026-03-01`, so that conditions compare it alike.
 */
export function formFields({ variables }: WorkflowGraph, protocol: Protocol, fills: readonly string[]): FormField[] {
    const facts = new Map(protocol.facts.map((f) => [f.name, f]));
    return fills.flatMap((name): FormField[] => {
        const variable = variables.find((v) => v.name === name);
        switch (variable?.kind) {
            case 'fact': {
                const fact = facts.get(name);
                const { id, label } = variable;
                switch (fact?.type) {
                    case 'number':
                        return [{ id, label, type: 'number', options: [] }];
                    case 'one-of':
                        return [
                            {
                                id,
                                label,
                                type: 'choice',
                                options: fact.values.map((value) => ({ value, label: value })),
                            },
                        ];
                    case 'text':
                        return [{ id, label, type: 'text', options: [] }];
                    case 'date':
                        return [{ id, label, type: 'date', options: [] }];
                    default:
                        return [{ id, label, type: 'yes-no', options: [] }];
                }
            }
            case 'decision': {
                const { id, label, options } = variable;
                return [options ? { id, label, type: 'choice', options } : { id, label, type: 'yes-no', options: [] }];
            }
            default:
                return [];
        }
    });
}

/** The label of a date where the form has a field of text for it. */
export function dateAsText(label: string): string {
    return `${label} (JJJJ-MM-DD)`;
}
