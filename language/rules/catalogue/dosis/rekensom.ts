import { areApart, hasFigure, spanIn, type Span } from '../../../model/amounts.js';
import { byName, isOwn, statementsOf } from '../../../model/queries.js';
import type { Phase, Step } from '../../../model/process.js';
import type { Block, Protocol, Stated } from '../../../model/protocol.js';
import { daysIn, interval, isVague, type Quantity, type Value } from '../../../model/values.js';
import { formatNumber } from '../../../text/numbers.js';
import { defineRule } from '../../rule.js';
import { TIME_UNITS } from '../../vocabularies.js';

export const dosisRekensom = defineRule({
    code: 'dosis/rekensom',
    severity: 'warning',
    title: {
        nl: 'Hoe vaak keer hoe lang is hoeveel',
        en: 'How often times how long is how many',
    },
    reason: {
        nl: 'Het werkblad voor erkenning (NJi, 1.3) en TIDieR vragen duur, frequentie en intensiteit. Staan alle drie er, dan moeten zij kloppen: twee keer per maand, zes maanden lang, zijn twaalf bezoeken. Een deel van een keer wordt naar beide kanten afgerond.',
        en: 'The form for recognition (NJi, 1.3) and TIDieR ask for duration, frequency and intensity. Where all three are stated they must agree: twice a month for six months are twelve visits. A part of one is rounded either way.',
    },
    noFix: {
        nl: 'Welk van de drie getallen fout is, weet alleen wie het werk kent.',
        en: 'Which of the three figures is wrong only who knows the work can tell.',
    },
    messages: {
        differs: {
            nl: '“{frequency}” gedurende “{period}” is {computed} keer, en hier staat “{total}”. Pas een van de drie aan.',
            en: '“{frequency}” during “{period}” is {computedEn} times, and this says “{total}”. Change one of the three.',
        },
        undecided: {
            nl: 'Of “{total}” klopt met “{frequency}” gedurende “{period}” ({computed} keer), valt niet te zeggen: {vague} is niet precies.',
            en: 'Whether “{total}” agrees with “{frequency}” during “{period}” ({computedEn} times) cannot be decided: {vague} is not exact.',
        },
        'over-budget': {
            nl: '“{frequency}” gedurende “{period}” is {computed} keer, en het contactbudget is “{total}”. Pas een van de drie aan.',
            en: '“{frequency}” during “{period}” is {computedEn} times, and the budget of contacts is “{total}”. Change one of the three.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Huisbezoek "Thuis langsgaan" {
            door onbekend
            frequentie 2 keer per maand
            duur precies 6 maanden
            contacten precies 10
        }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Huisbezoek "Thuis langsgaan" {
            door onbekend
            frequentie 2 keer per maand
            duur precies 6 maanden
            contacten precies 12
        }
    }
}
`,
    checkProtocol: (protocol, report) => {
        const nodes = byName(protocol.process?.nodes ?? []);
        for (const node of protocol.process?.nodes ?? []) {
            if ((node.kind !== 'step' && node.kind !== 'phase') || !isOwn(node)) {
                continue;
            }
            const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
            const frequency = quantityIn(node, 'frequentie');
            const period = periodOf(node) ?? (parent?.kind === 'phase' ? periodOf(parent) : undefined);
            const total = quantityIn(node, 'contacten');
            check('differs', frequency, period, total);
            for (const activity of node.kind === 'step' ? node.activities : []) {
                const often = quantityIn(activity, 'frequentie');
                // the `duur` of an activity may be that of one time, such as an hour
                const long = [quantityIn(activity, 'duur'), period].find(
                    (p) => often && p && product(often.quantity, p.quantity),
                );
                check('differs', often, long, quantityIn(activity, 'contacten'));
            }
        }
        for (const [budget, frequency, period] of budgetsOf(protocol)) {
            check('over-budget', frequency, period, budget);
        }

        function check(message: 'differs' | 'over-budget', frequency?: Found, period?: Found, total?: Found): void {
            const computed = frequency && period && product(frequency.quantity, period.quantity);
            if (!computed || !total || !countsTimes(total.quantity) || !areApart(computed, interval(total.quantity))) {
                return;
            }
            const vague = [frequency, period, total].find((f) => isVague(f.quantity));
            const low = formatNumber(computed.low);
            const high = formatNumber(computed.high);
            const between = (a: string, b: string, word: string) => (a === b ? a : `${a} ${word} ${b}`);
            report({
                message: vague ? 'undecided' : message,
                at: total.at,
                severity: vague ? 'info' : 'warning',
                parameters: {
                    frequency: frequency.quantity.text,
                    period: period.quantity.text,
                    total: total.quantity.text,
                    computed: Number.isFinite(computed.high) ? between(low.nl, high.nl, 'tot') : `minstens ${low.nl}`,
                    computedEn: Number.isFinite(computed.high) ? between(low.en, high.en, 'to') : `at least ${low.en}`,
                    vague: vague ? `“${vague.quantity.text}”` : '',
                },
                related: [
                    { message: { nl: 'Hoe vaak.', en: 'How often.' }, at: frequency.at },
                    { message: { nl: 'Hoe lang.', en: 'How long.' }, at: period.at },
                ],
                data: { computed: [computed.low, Number.isFinite(computed.high) ? computed.high : null] },
            });
        }
    },
});

interface Found extends Pick<Stated, 'at'> {
    readonly quantity: Quantity;
}

/** The one quantity that a block states under a keyword; several, or a modality, leave it open which holds. */
function quantityIn(block: Block, kind: string): Found | undefined {
    const statements = statementsOf(block, kind);
    const [only] = statements;
    const quantity = only?.values.find((v): v is Quantity => v.type === 'quantity');
    return only && quantity && statements.length === 1 && !only.modality ? { quantity, at: only.at } : undefined;
}

/** How long a step or phase lasts: its `duur`, or the extent of a phase between two moments. */
function periodOf(node: Step | Phase): Found | undefined {
    const stated = quantityIn(node, 'duur');
    if (stated || node.kind !== 'phase' || node.extent?.low === undefined || node.extent.high === undefined) {
        return stated;
    }
    const span = spanIn(node.extent, daysIn);
    const length = span && span.high - span.low;
    return length === undefined
        ? undefined
        : {
              quantity: {
                  type: 'quantity',
                  low: length,
                  high: length,
                  highIncluded: true,
                  unit: 'dagen',
                  text: node.extent.text,
              },
              at: node.nameAt,
          };
}

/** Budgets of contacts that leave no room (`veelal`), with the frequency and duration of the whole approach. */
function budgetsOf(protocol: Protocol): readonly (readonly [Found, Found | undefined, Found | undefined])[] {
    const { process } = protocol;
    return (process?.contactBudgets ?? [])
        .filter((b) => process && b.at.file === protocol.at.file && !b.modality)
        .flatMap((budget) => {
            const quantity = asQuantity(budget.value);
            return process && quantity
                ? [
                      [
                          { quantity, at: budget.at },
                          quantityIn(process, 'frequentie') ?? quantityIn(protocol, 'frequentie'),
                          quantityIn(process, 'duur') ?? quantityIn(protocol, 'duur'),
                      ] as const,
                  ]
                : [];
        });
}

function asQuantity(value: Value): Quantity | undefined {
    return value.type === 'quantity' ? value : undefined;
}

/** Whether a quantity counts times: minutes, percents and euros say nothing about how many contacts there are. */
function countsTimes({ unit }: Quantity): boolean {
    return unit === undefined || !(TIME_UNITS.includes(unit) || unit === '%' || unit === 'euro');
}

/** How many times: the frequency over the period, rounded both ways. Undefined where their units do not fit. */
function product(frequency: Quantity, period: Quantity): Span | undefined {
    if (!countsTimes(frequency)) {
        return undefined;
    }
    const days = frequency.per && daysIn(frequency.per.unit);
    const long = spanIn(period, daysIn);
    if (!frequency.per || days === undefined || !long || !hasFigure(frequency) || !hasFigure(period)) {
        return undefined;
    }
    const per = days * frequency.per.count;
    // weeks in months are not whole: the tolerance keeps 2 keer per maand × 6 maanden at 12
    const tolerance = 1e-6;
    const often = interval(frequency);
    const low = Math.floor((often.low * long.low) / per + tolerance);
    const most = (often.high * long.high) / per;
    // 0 × Infinity: never is never
    const high = Number.isNaN(most) ? 0 : Math.ceil(most - tolerance);
    return long.high < per ? undefined : { low, high, lowIncluded: true, highIncluded: Number.isFinite(high) };
}
