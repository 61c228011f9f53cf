import { nearest } from '../../../text/distance.js';
import type { LangiumDocument } from 'langium';
import type { Fix } from '../../finding.js';
import { removal, removalFromList } from '../../fixes/remove.js';
import { replacement } from '../../fixes/replace.js';
import { defineRule, type Report } from '../../rule.js';
import type { Suppression } from '../../suppressions.js';

/** What is known about the suppressions of a file once all rules have run. */
export interface SuppressionFacts {
    /** the codes of all rules */
    readonly codes: readonly string[];
    /** codes that nothing silences */
    readonly always: ReadonlySet<string>;
    /** the suppressions that silenced something */
    readonly used: ReadonlySet<Suppression>;
    /** whether the rule that is suppressed looked at the place where it is */
    readonly ran: (suppression: Suppression) => boolean;
}

export const onderdrukking = defineRule({
    code: 'meta/onderdrukking',
    severity: 'warning',
    title: {
        nl: 'Een melding die in de tekst wordt genegeerd, heeft een reden en bestaat',
        en: 'A finding that the text ignores has a reason and exists',
    },
    reason: {
        nl: 'Wie een melding negeert, zegt waarom: de volgende lezer kan het anders niet beoordelen. Een opmerking die niets meer negeert, zou een latere fout verbergen.',
        en: 'Whoever ignores a finding says why: the next reader cannot judge it otherwise. A comment that ignores nothing any more would hide a later mistake.',
    },
    messages: {
        'no-code': {
            nl: 'Hier staat niet welke melding u negeert. Schrijf de code en de reden: `// draaiboek: negeer doel/meetbaar – reden`.',
            en: 'This does not say which finding you ignore. Write its code and the reason: `// draaiboek: negeer doel/meetbaar – reason`.',
        },
        'written-otherwise': {
            nl: 'Zo geschreven negeert deze opmerking niets. Schrijf `{instead}`.',
            en: 'Written like this the comment ignores nothing. Write `{instead}`.',
        },
        'unknown-code': {
            nl: 'Er is geen melding met de code `{code}`.',
            en: 'There is no finding with the code `{code}`.',
        },
        'near-code': {
            nl: 'Er is geen melding met de code `{code}`. Bedoelde u `{near}`?',
            en: 'There is no finding with the code `{code}`. Did you mean `{near}`?',
        },
        'not-silenced': {
            nl: '`{code}` is niet te negeren: een tekst die niet te lezen is, is niet te controleren. Verbeter de regel zelf.',
            en: '`{code}` cannot be ignored: a text that cannot be read cannot be checked. Mend the line itself.',
        },
        'no-reason': {
            nl: 'Waarom negeert u `{code}` hier? Zet de reden achter de code: `// draaiboek: negeer {code} – reden`.',
            en: 'Why do you ignore `{code}` here? Put the reason behind the code: `// draaiboek: negeer {code} – reason`.',
        },
        unused: {
            nl: 'Op deze plaats is er geen melding `{code}` (meer). Haal deze opmerking weg, of zet haar boven de regel waar zij bij hoort.',
            en: 'There is no finding `{code}` at this place (any more). Take this comment away, or put it above the line that it belongs to.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    // draaiboek: negeer tekst/lengte
    samenvatting "Een korte samenvatting."
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    // draaiboek: negeer meta/waarde – de subsidiegever telt zo
    duur 3 stappen
}
`,
});

type Key = 'no-code' | 'written-otherwise' | 'unknown-code' | 'near-code' | 'not-silenced' | 'no-reason' | 'unused';

/** Reports suppressions that name no rule, give no reason, or silence nothing. */
export function problemsOfSuppressions(
    suppressions: readonly Suppression[],
    facts: SuppressionFacts,
    document: LangiumDocument,
    report: Report<Key>,
): void {
    const codes = new Set(facts.codes);
    for (const [index, suppression] of suppressions.entries()) {
        const { code, codeAt, commentAt } = suppression;
        const parameters = { code };
        const isAlone = [index - 1, index + 1].every((i) => suppressions[i]?.commentAt !== commentAt);
        const fixes = isAlone ? [removal(document, commentAt, AWAY)] : [withoutCode(document, suppression)];
        if (suppression.instead !== undefined) {
            const { instead } = suppression;
            const { end } = commentAt.range;
            const line = document.textDocument.getText({ start: end, end: { line: end.line + 1, character: 0 } });
            // what stands behind it on its line would become part of it
            const mends = line.trim() === '' ? [replacement(commentAt, instead)] : [];
            report({ message: 'written-otherwise', at: commentAt, parameters: { instead }, fixes: mends });
        } else if (code === '') {
            report({ message: 'no-code', at: commentAt, fixes });
        } else if (facts.always.has(code)) {
            report({ message: 'not-silenced', at: codeAt, parameters, fixes });
        } else if (!codes.has(code)) {
            const near = nearest(code, codes);
            if (near === undefined) {
                report({ message: 'unknown-code', at: codeAt, parameters, fixes });
            } else {
                report({
                    message: 'near-code',
                    at: codeAt,
                    parameters: { code, near },
                    fixes: [replacement(codeAt, near, true)],
                });
            }
        } else if (suppression.reason === '') {
            report({ message: 'no-reason', at: codeAt, parameters, fixes });
        } else if (!facts.used.has(suppression) && facts.ran(suppression)) {
            report({ message: 'unused', at: codeAt, parameters, fixes });
        }
    }
}

const AWAY = { nl: 'Haal deze opmerking weg', en: 'Take this comment away' };

/** Takes one code out of a comment that names more, which may silence something. */
function withoutCode(document: LangiumDocument, { code, codeAt }: Suppression): Fix {
    return {
        title: { nl: `Haal \`${code}\` uit deze opmerking`, en: `Take \`${code}\` out of this comment` },
        edits: [removalFromList(document, codeAt)],
        safe: false,
    };
}
