import { expect, test } from 'vitest';
import { formatText } from '../../language/format/format.js';
import { model, services } from './support/language.js';

const TEXT =
    'interventie A "x" {\n  toelichting """\n    Eerste regel  \n    tweede regel   \n\n    einde  \n    """\n}\n';

test('two spaces at the end of a line in a text are a hard break, which the model keeps', async () => {
    const [protocol] = (await model(TEXT)).interventions;
    expect(protocol?.statements[0]?.values).toEqual([
        { type: 'text', text: 'Eerste regel  \ntweede regel\n\neinde', markdown: true },
    ]);
});

test('the formatter keeps a hard break, and joins no such lines', () => {
    const formatted = formatText(TEXT, services(), { wrap: 80 }).text;
    expect(formatted).toContain('Eerste regel  \n');
    expect(formatted).toContain('tweede regel\n');
    expect(formatText(formatted, services(), { wrap: 80 }).changed).toBe(false);
});
