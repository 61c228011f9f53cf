import { compareWithNorm, type Comparison } from '../../../model/amounts.js';
import { isOpen, isOwn, statementsOf, textsOf } from '../../../model/queries.js';
import type { Indicator, Protocol, Statement } from '../../../model/protocol.js';
import type { Quantity } from '../../../model/values.js';
import { formatNumber } from '../../../text/numbers.js';
import { defineRule } from '../../rule.js';

export const normMeting = defineRule({
    code: 'norm/meting',
    severity: 'warning',
    title: {
        nl: 'Het oordeel klopt met de meting en de norm',
        en: 'The verdict agrees with the measurement and the norm',
    },
    reason: {
        nl: 'In Putten vielen 5 van 78 trajecten uit: dat is 6,4 %, en de norm was hoogstens 5 %. Het oordeel was “ongeveer in lijn”. Norm, meting en oordeel zijn drie dingen; waar zij elkaar tegenspreken, moet een lezer het kunnen zien. Een deel van een geheel wordt als percentage vergeleken. Een vage norm of meting beslist niets. Legt de tekst het verschil zelf vast met `tegenspraak` bij de indicator, dan is het geen waarschuwing meer.',
        en: 'In Putten 5 of 78 trajectories dropped out: that is 6.4 %, and the norm was 5 % at most. The verdict was “ongeveer in lijn” (about in line). Norm, measurement and verdict are three things; where they contradict each other a reader must be able to see it. A part of a whole is compared as a percentage. A vague norm or measurement decides nothing. Where the text itself records the difference with `tegenspraak` in the indicator it is no warning any more.',
    },
    messages: {
        missed: {
            nl: 'De norm van `{name}` is niet gehaald: “{measurement}”{percent} tegenover “{norm}”. Het oordeel “{verdict}” zegt dat niet. Pas het oordeel aan, of leg het verschil vast met `tegenspraak`.',
            en: 'The norm of `{name}` is missed: “{measurement}”{percentEn} against “{norm}”. The verdict “{verdict}” does not say so. Change the verdict, or record the difference with `tegenspraak`.',
        },
        met: {
            nl: 'De norm van `{name}` is gehaald: “{measurement}”{percent} tegenover “{norm}”. Het oordeel zegt “{verdict}”. Pas het oordeel aan, of leg het verschil vast met `tegenspraak`.',
            en: 'The norm of `{name}` is met: “{measurement}”{percentEn} against “{norm}”. The verdict says “{verdict}”. Change the verdict, or record the difference with `tegenspraak`.',
        },
        'missed-recorded': {
            nl: 'De norm van `{name}` is niet gehaald: “{measurement}”{percent} tegenover “{norm}”. Het oordeel “{verdict}” zegt dat niet; de tekst legt het verschil vast als `tegenspraak`.',
            en: 'The norm of `{name}` is missed: “{measurement}”{percentEn} against “{norm}”. The verdict “{verdict}” does not say so; the text records the difference as `tegenspraak`.',
        },
        'met-recorded': {
            nl: 'De norm van `{name}` is gehaald: “{measurement}”{percent} tegenover “{norm}”. Het oordeel zegt “{verdict}”; de tekst legt het verschil vast als `tegenspraak`.',
            en: 'The norm of `{name}` is met: “{measurement}”{percentEn} against “{norm}”. The verdict says “{verdict}”; the text records the difference as `tegenspraak`.',
        },
        'no-verdict': {
            nl: 'De norm van `{name}` is niet gehaald: “{measurement}”{percent} tegenover “{norm}”. Er staat geen `oordeel` bij.',
            en: 'The norm of `{name}` is missed: “{measurement}”{percentEn} against “{norm}”. There is no `oordeel`.',
        },
        'vague-norm': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: de norm “{norm}” is niet precies. De meting is “{measurement}”{percent}.',
            en: 'Whether the norm of `{name}` is met cannot be decided: the norm “{norm}” is not exact. The measurement is “{measurement}”{percentEn}.',
        },
        'vague-measurement': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: de meting “{measurement}” is niet precies. De norm is “{norm}”.',
            en: 'Whether the norm of `{name}` is met cannot be decided: the measurement “{measurement}” is not exact. The norm is “{norm}”.',
        },
        'no-bound': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: “{norm}” zegt niet of dat minstens of hoogstens is. De meting is “{measurement}”{percent}.',
            en: 'Whether the norm of `{name}` is met cannot be decided: “{norm}” does not say whether that is a least or a most. The measurement is “{measurement}”{percentEn}.',
        },
        range: {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: de meting “{measurement}”{percent} ligt deels binnen en deels buiten “{norm}”.',
            en: 'Whether the norm of `{name}` is met cannot be decided: the measurement “{measurement}”{percentEn} lies partly inside and partly outside “{norm}”.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    indicator Uitval "Trajecten die voortijdig stoppen" {
        norm hoogstens 5 %
        meting 5 van 78 trajecten in 2013
        oordeel "ongeveer in lijn"
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    indicator Uitval "Trajecten die voortijdig stoppen" {
        norm hoogstens 5 %
        meting 5 van 78 trajecten in 2013
        oordeel "niet gehaald"
    }
}
`,
    checkProtocol: (protocol, report) => {
        for (const indicator of indicatorsOf(protocol)) {
            const norms = figures(indicator, 'norm');
            const verdicts = statementsOf(indicator, 'oordeel');
            for (const { statement, quantity } of figures(indicator, 'meting')) {
                const compared = norms.map((n) => ({ norm: n, comparison: compareWithNorm(quantity, n.quantity) }));
                const decisive =
                    compared.find((c) => c.comparison.outcome === 'missed') ??
                    compared.find((c) => c.comparison.outcome === 'undecided') ??
                    compared.find((c) => c.comparison.outcome === 'met');
                if (!decisive) {
                    continue;
                }
                const { norm, comparison } = decisive;
                const found = judge(comparison, verdicts, indicator.contradictions.length > 0);
                if (!found) {
                    continue;
                }
                const percent = inPercent(quantity, comparison);
                report({
                    message: found.message,
                    at: found.verdict?.at ?? statement.at,
                    severity: found.isCertain ? 'warning' : 'info',
                    parameters: {
                        name: indicator.name,
                        measurement: quantity.text,
                        norm: norm.quantity.text,
                        verdict: found.verdict ? textsOf(found.verdict).join(', ') : '',
                        percent: percent ? ` (${percent.nl} %)` : '',
                        percentEn: percent ? ` (${percent.en} %)` : '',
                    },
                    related: [
                        { message: { nl: 'De norm.', en: 'The norm.' }, at: norm.statement.at },
                        { message: { nl: 'De meting.', en: 'The measurement.' }, at: statement.at },
                    ],
                    data: {
                        outcome: comparison.outcome,
                        ...(comparison.measured ? { measured: comparison.measured.low } : {}),
                        ...(comparison.unit === undefined ? {} : { unit: comparison.unit }),
                    },
                });
            }
        }
    },
});

type Key = 'missed' | 'missed-recorded' | 'met' | 'met-recorded' | 'no-verdict' | NonNullable<Comparison['because']>;

function judge(
    { outcome, because }: Comparison,
    verdicts: readonly Statement[],
    isRecorded: boolean,
): { readonly message: Key; readonly verdict?: Statement; readonly isCertain: boolean } | undefined {
    const known = verdicts.filter((v) => !v.values.some((x) => isOpen(x)) && textsOf(v).length > 0);
    if (outcome === 'undecided') {
        return because && { message: because, isCertain: false };
    }
    if (outcome === 'met') {
        const verdict = known.find(saysMissed);
        return verdict && { message: isRecorded ? 'met-recorded' : 'met', verdict, isCertain: !isRecorded };
    }
    if (verdicts.length === 0) {
        return { message: 'no-verdict', isCertain: false };
    }
    const verdict = known.some(saysMissed) ? undefined : known[0];
    return verdict && { message: isRecorded ? 'missed-recorded' : 'missed', verdict, isCertain: !isRecorded };
}

/** Whether a verdict says that the norm is missed. Any other words leave that unsaid. */
function saysMissed(verdict: Statement): boolean {
    return textsOf(verdict).some((t) =>
        /\b(niet|geen|net niet|nog niet|onvoldoende|onder de norm|boven de norm|slechter|gemist|tekort|te (hoog|laag|veel|weinig|lang|laat|vaak))\b/i.test(
            t,
        ),
    );
}

/** All indicators that stand in the protocol itself, in the order of the text. */
function indicatorsOf(protocol: Protocol): readonly Indicator[] {
    const goals = protocol.goals.filter((g) => isOwn(g));
    return [
        ...goals.flatMap((g) => [...g.indicators, ...g.subgoals.flatMap((s) => s.indicators)]),
        ...protocol.indicators.filter((i) => isOwn(i)),
    ];
}

function figures(indicator: Indicator, kind: string): readonly { statement: Statement; quantity: Quantity }[] {
    return statementsOf(indicator, kind).flatMap((statement) =>
        statement.values.flatMap((v) => (v.type === 'quantity' ? [{ statement, quantity: v }] : [])),
    );
}

/** A part of a whole in percents; nothing where the text has percents itself. */
function inPercent(quantity: Quantity, { measured, unit }: Comparison) {
    return quantity.unit !== '%' && unit === '%' && measured ? formatNumber(measured.low) : undefined;
}
