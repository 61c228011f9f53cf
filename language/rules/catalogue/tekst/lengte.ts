import { defineRule } from '../../rule.js';

export const lengte = defineRule({
    code: 'tekst/lengte',
    severity: 'warning',
    title: { nl: 'De samenvatting past op het formulier', en: 'The summary fits the form' },
    reason: {
        nl: 'Het formulier waarmee een interventie ter erkenning wordt ingediend (werkblad beschrijving interventie) vraagt een samenvatting van hoogstens 600 woorden. Dat getal is in te stellen: `limits.summaryWords` in draaiboek.json.',
        en: 'The form with which an intervention is submitted for recognition (werkblad beschrijving interventie) asks for a summary of at most 600 words. That figure can be set: `limits.summaryWords` in draaiboek.json.',
    },
    noFix: {
        nl: 'Welke zinnen eruit kunnen, weegt alleen de schrijver.',
        en: 'Which sentences can go only the writer can weigh.',
    },
    messages: {
        'too-long': {
            nl: 'De samenvatting van `{name}` telt {words} woorden; het formulier neemt er hoogstens {most}. Kort haar in met {surplus} woorden, of zet een deel bij `toelichting`.',
            en: 'The summary of `{name}` has {words} words; the form takes {most} at most. Shorten it by {surplus} words, or move part of it to `toelichting`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    samenvatting """
        ${lines(601)}
        """
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    samenvatting """
        ${lines(600)}
        """
}
`,
    checkProtocol: (protocol, report, { settings }) => {
        const summaries = protocol.statements.filter((s) => s.kind === 'samenvatting');
        const words = summaries.reduce(
            (sum, s) => sum + s.values.reduce((n, v) => n + (v.type === 'text' ? countWords(v.text) : 0), 0),
            0,
        );
        const most = settings.limits.summaryWords;
        const [first] = summaries;
        if (first && words > most) {
            report({
                message: 'too-long',
                at: {
                    file: first.at.file,
                    range: { start: first.at.range.start, end: keywordEnd(first.at.range.start) },
                },
                parameters: { name: protocol.name, words, most, surplus: words - most },
                data: { words, most },
            });
        }
    },
});

/** Words as a reader counts them: what has a letter or digit and stands between spaces. */
function countWords(text: string): number {
    return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

function keywordEnd(start: { line: number; character: number }): { line: number; character: number } {
    return { line: start.line, character: start.character + 'samenvatting'.length };
}

/** So many words, ten on a line. */
function lines(words: number): string {
    const line = 'Een gezinswerker bezoekt het gezin thuis en luistert naar ouders.'.split(' ');
    const text = Array.from({ length: words }, (_, i) => line[i % line.length] ?? '');
    return text
        .map((w, i) => (i % line.length === line.length - 1 ? `${w}\n        ` : `${w} `))
        .join('')
        .trim();
}
