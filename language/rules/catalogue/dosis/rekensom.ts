import { isBirth } from '../../../model/ages.js';
import { areApart, spanIn, type Span } from '../../../model/amounts.js';
import { byName, isOwn, onlyQuantityOf, statementsOf } from '../../../model/queries.js';
import type { ContactBudget, Phase, Step } from '../../../model/process.js';
import type { Block, Protocol, Stated } from '../../../model/protocol.js';
import { budgetOf } from '../../../execution/budget.js';
import { proofsOf } from '../../../analysis/proofs.js';
import { disagreeingWholes } from '../../../analysis/whole-parts.js';
import { activitiesExceed } from '../../../execution/contacts.js';
import { countsTimes, timesOver } from '../../../execution/frequency.js';
import { exactFactor } from '../../../model/units.js';
import { interval, isVague, type Quantity } from '../../../model/values.js';
import { formatNumber } from '../../../text/numbers.js';
import { defineRule } from '../../rule.js';

export const dosisRekensom = defineRule({
    code: 'dosis/rekensom',
    severity: 'warning',
    restsOn: ['facts'],
    title: {
        nl: 'Hoe vaak keer hoe lang is hoeveel',
        en: 'How often times how long is how many',
    },
    reason: {
        nl: 'Het werkblad voor erkenning (NJi, 1.3) en TIDieR vragen duur, frequentie en intensiteit. Staan alle drie er, dan moeten zij kloppen: twee keer per maand, zes maanden lang, zijn twaalf bezoeken. Een deel van een keer wordt naar beide kanten afgerond. Zo ook wat een fase als geheel aan contacten heeft en wat haar stappen hebben, en een stap met zijn activiteiten.',
        en: 'The form for recognition (NJi, 1.3) and TIDieR ask for duration, frequency and intensity. Where all three are stated they must agree: twice a month for six months are twelve visits. A part of one is rounded either way. So with the contacts of a phase as a whole and those of its steps, and of a step with its activities.',
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
        'parts-more': {
            nl: '`{name}` heeft als geheel “{total}”, en wat erin gebeurt, telt op elke weg samen meer contacten. Pas een van beide aan.',
            en: '`{name}` has “{total}” as a whole, and what happens in it comes to more contacts on every course. Change one of the two.',
        },
        'parts-fewer': {
            nl: '`{name}` heeft als geheel “{total}”, en wat erin gebeurt, telt op elke weg samen minder contacten. Pas een van beide aan.',
            en: '`{name}` has “{total}” as a whole, and what happens in it comes to fewer contacts on every course. Change one of the two.',
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
    checkProtocol: (protocol, report, { settings }) => {
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
                    (p) => often && p && timesOver(often.quantity, p.quantity),
                );
                check('differs', often, long, quantityIn(activity, 'contacten'));
            }
        }
        for (const { name, total, at, parts } of wholesThatDiffer(protocol, settings.holidays)) {
            report({ message: `parts-${parts}`, at, parameters: { name, total } });
        }
        const often = wholeIn(protocol, 'frequentie');
        const long = wholeIn(protocol, 'duur');
        for (const kind of ['intensiteit', 'contacten']) {
            const total = wholeIn(protocol, kind);
            if (total?.quantity.unit !== undefined || kind === 'contacten') {
                check('differs', often, long, total);
            }
        }
        for (const [budget, frequency, period, limits] of budgetsOf(protocol)) {
            check('over-budget', frequency, period, budget, limits);
        }

        function check(
            message: 'differs' | 'over-budget',
            frequency?: Found,
            period?: Found,
            total?: Found,
            limits = total && countsTimes(total.quantity) && !total.quantity.per ? interval(total.quantity) : undefined,
        ): void {
            const computed = frequency && period && timesOver(frequency.quantity, period.quantity);
            if (!computed || !total || !limits || !areApart(computed, limits)) {
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
    const only = onlyQuantityOf(block, kind);
    return only && { quantity: only.value, at: only.at };
}

/** What is stated of the whole, at the `aanpak` or the interventie. */
function wholeIn(protocol: Protocol, kind: string): Found | undefined {
    return (protocol.process && quantityIn(protocol.process, kind)) ?? quantityIn(protocol, kind);
}

/** How long a step or phase lasts: its `duur`, or the extent of a phase between two moments. */
function periodOf(node: Step | Phase): Found | undefined {
    const stated = quantityIn(node, 'duur');
    if (stated || node.kind !== 'phase' || node.extent?.high === undefined) {
        return stated;
    }
    const { lowEvent, ...figures } = node.extent;
    const extent: Quantity = isBirth(lowEvent) ? { ...figures, low: 0 } : node.extent;
    if (extent.low === undefined) {
        return undefined;
    }
    const [unit] = ['maand', 'dagen'].filter((u) => spanIn(extent, (of) => exactFactor(of, u)));
    const span = unit === undefined ? undefined : spanIn(extent, (of) => exactFactor(of, unit));
    if (unit === undefined || !span) {
        return undefined;
    }
    const length = span.high - span.low;
    return {
        quantity: {
            type: 'quantity',
            ...(isVague(extent) ? { bound: 'about' } : {}),
            low: length,
            high: length,
            highIncluded: true,
            unit,
            text: extent.text,
        },
        at: node.nameAt,
    };
}

/**
 * Budgets of contacts that leave no room (`veelal`), with the frequency and duration of the whole approach and what they
 * allow. Of one organisation the approach does not say how often it is.
 */
function budgetsOf(protocol: Protocol): readonly (readonly [Found, Found | undefined, Found | undefined, Span])[] {
    const { process } = protocol;
    return (process?.contactBudgets ?? [])
        .filter((b) => b.at.file === protocol.at.file && !b.modality && !b.organisation && !b.organisationValue)
        .flatMap((budget) => {
            const { value } = budget;
            const limits = limitsOf(budget);
            return process && limits && value.type === 'quantity'
                ? [
                      [
                          { quantity: value, at: budget.at },
                          wholeIn(protocol, 'frequentie'),
                          wholeIn(protocol, 'duur'),
                          limits,
                      ] as const,
                  ]
                : [];
        });
}

function limitsOf(stated: ContactBudget): Span | undefined {
    const budget = budgetOf(stated);
    if (budget) {
        return { low: budget.least, high: budget.most, lowIncluded: true, highIncluded: Number.isFinite(budget.most) };
    }
    const { value } = stated;
    return value.type === 'quantity' && isVague(value) && countsTimes(value) && !value.per
        ? interval(value)
        : undefined;
}

/** The phases and steps of which the contacts as a whole and those of what stands in them exclude each other. */
function wholesThatDiffer(
    protocol: Protocol,
    holidays: readonly string[],
): readonly (Pick<Stated, 'at'> & {
    readonly name: string;
    readonly total: string;
    readonly parts: 'more' | 'fewer';
})[] {
    const nodes = (protocol.process?.nodes ?? []).filter((n) => isOwn(n) && statementsOf(n, 'contacten').length > 0);
    const steps = nodes.filter((n) => activitiesExceed(n)).map((node) => ({ node, parts: 'more' as const }));
    const hasWholes = nodes.some((n) => n.kind === 'phase' || n.kind === 'group');
    const proofs = hasWholes ? proofsOf(protocol, holidays) : undefined;
    const wholes = (proofs ? disagreeingWholes(proofs.space) : []).flatMap(({ whole, parts }) => {
        const node = nodes.find((n) => n.name === whole.own.element);
        return node ? [{ node, parts }] : [];
    });
    return [...steps, ...wholes].flatMap(({ node, parts }) => {
        const stated = quantityIn(node, 'contacten');
        return stated ? [{ name: node.name, total: stated.quantity.text, at: stated.at, parts }] : [];
    });
}
