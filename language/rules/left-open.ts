import type { Protocol, Statement } from '../model/protocol.js';
import { saysNone, whatSaysOpen } from '../model/queries.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { enumerate } from '../text/numbers.js';
import type { onbekend } from './catalogue/meta/onbekend.js';
import type { Report, Rule, RuleDescription } from './rule.js';

/** What rules did not ask since a text says that it is open. */
export interface NotAsked {
    /** how a rule reports on a protocol: what that leaves open is kept here instead */
    readonly of: (rule: Rule, protocol: Protocol, report: Report<string>) => Report<string>;
    /** tells at each statement that leaves something open what was not asked because of it */
    readonly tell: (reportOn: (protocol: Protocol) => Report<keyof (typeof onbekend)['messages'] & string>) => void;
}

export function whatIsNotAsked(): NotAsked {
    const kept = new Map<Protocol, Map<Statement, Set<Rule>>>();
    return {
        of: (rule, protocol, report) => (finding) => {
            const subject = finding.unlessOpen === true ? rule.leftOpen?.subject : undefined;
            if (subject && rule.leftOpen?.mayBeNone && saysNone(protocol, subject)) {
                // it is not there, and that is said
                return;
            }
            const statement = subject && whatSaysOpen(protocol, subject);
            if (!statement) {
                report(finding);
                return;
            }
            const statements = kept.get(protocol) ?? new Map<Statement, Set<Rule>>();
            kept.set(protocol, statements.set(statement, (statements.get(statement) ?? new Set()).add(rule)));
        },
        tell: (reportOn) => {
            for (const [protocol, statements] of kept) {
                for (const [{ at }, rules] of statements) {
                    const all = [...rules];
                    const named = (language: Language) =>
                        enumerate(all.map((r) => `“${r.title[language]}” (\`${r.code}\`)`))[language];
                    reportOn(protocol)({
                        message: 'not-asked',
                        at,
                        parameters: { rulesNl: named('nl'), rulesEn: named('en') },
                        data: { notAsked: all.map((r) => r.code) },
                    });
                }
            }
        },
    };
}

/** What a reader of a rule is told of it. */
export function leftOpenText({ leftOpen }: Pick<RuleDescription, 'leftOpen'>): Bilingual | undefined {
    return (
        leftOpen && {
            nl: `${leftOpen.mayBeNone ? NONE.nl : ''}Zegt de tekst dat dit open is, zoals met \`${leftOpen.example}\`, ook in wat zij uitwerkt, dan vraagt deze regel er niet naar. \`meta/onbekend\` noemt dat bij die zin.`,
            en: `${leftOpen.mayBeNone ? NONE.en : ''}Where the text says that this is open, as with \`${leftOpen.example}\`, in what it works out as well, this rule does not ask for it. \`meta/onbekend\` tells that at that statement.`,
        }
    );
}

/** Before what is said of what is open: of what may truly not be there. */
const NONE: Bilingual = {
    nl: 'Is het er niet, zeg dat dan, met waarom: `kenmerk "…" geen omdat "…"`; dan vraagt deze regel er niet naar. ',
    en: 'Where there is none, say so, and why: `kenmerk "…" geen omdat "…"`; this rule does not ask for it then. ',
};
