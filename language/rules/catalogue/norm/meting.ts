import type { LangiumDocument } from 'langium';
import { compareWithNorm, percentage, type Comparison } from '../../../model/amounts.js';
import { MODALITY_WORDS } from '../../../messages/modalities.js';
import { latestOf } from '../../../model/periods.js';
import { isOpen, statementsOf, textsOf } from '../../../model/queries.js';
import type { Indicator } from '../../../model/goals.js';
import type { Protocol, Statement, Modality } from '../../../model/protocol.js';
import type { Quantity } from '../../../model/values.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { formatNumber } from '../../../text/numbers.js';
import type { Fix } from '../../finding.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { inQuotes, written } from '../../fixes/replace.js';
import { contains } from '../../places.js';
import { defineRule } from '../../rule.js';
import { saysMissed } from '../../norm-verdict.js';

export const normMeting = defineRule({
    code: 'norm/meting',
    severity: 'warning',
    title: {
        nl: 'Het oordeel klopt met de meting en de norm',
        en: 'The verdict agrees with the measurement and the norm',
    },
    reason: {
        nl: 'In Putten vielen 5 van 78 trajecten uit: dat is 6,4 %, en de norm was hoogstens 5 %. Het oordeel was “ongeveer in lijn”. Norm, meting en oordeel zijn drie dingen; waar zij elkaar tegenspreken, moet een lezer het kunnen zien. Een deel van een geheel wordt als percentage vergeleken. Een vage norm of meting beslist niets, een meting in een andere eenheid of binnen een andere termijn evenmin, en een norm met `veelal`, `in beginsel`, `zo nodig`, `bij voorkeur` of `mogelijk` laat ruimte: dan is er alleen een mededeling. Van meer metingen telt de laatste; is niet te zeggen welke dat is, dan geldt alleen wat uit alle blijkt. Legt de tekst het verschil zelf vast met `tegenspraak` bij de indicator, dan is het geen waarschuwing meer.',
        en: 'In Putten 5 of 78 trajectories dropped out: that is 6.4 %, and the norm was 5 % at most. The verdict was “ongeveer in lijn” (about in line). Norm, measurement and verdict are three things; where they contradict each other a reader must be able to see it. A part of a whole is compared as a percentage. A vague norm or measurement decides nothing, nor does a measurement in another unit or within another term, and a norm with `veelal`, `in beginsel`, `zo nodig`, `bij voorkeur` or `mogelijk` leaves room: then there is information only. Of several measurements the latest counts; where nobody can say which that is, only what all of them show does. Where the text itself records the difference with `tegenspraak` in the indicator it is no warning any more.',
    },
    messages: {
        missed: {
            nl: 'De norm van `{name}` is niet gehaald: {measurement}{percent} tegenover “{norm}”. Het oordeel “{verdict}” zegt dat niet. Pas het oordeel aan, of leg het verschil vast met `tegenspraak`.',
            en: 'The norm of `{name}` is missed: {measurement}{percentEn} against “{norm}”. The verdict “{verdict}” does not say so. Change the verdict, or record the difference with `tegenspraak`.',
        },
        met: {
            nl: 'De norm van `{name}` is gehaald: {measurement}{percent} tegenover “{norm}”. Het oordeel zegt “{verdict}”. Pas het oordeel aan, of leg het verschil vast met `tegenspraak`.',
            en: 'The norm of `{name}` is met: {measurement}{percentEn} against “{norm}”. The verdict says “{verdict}”. Change the verdict, or record the difference with `tegenspraak`.',
        },
        'missed-recorded': {
            nl: 'De norm van `{name}` is niet gehaald: {measurement}{percent} tegenover “{norm}”. Het oordeel “{verdict}” zegt dat niet; de tekst legt het verschil vast als `tegenspraak`.',
            en: 'The norm of `{name}` is missed: {measurement}{percentEn} against “{norm}”. The verdict “{verdict}” does not say so; the text records the difference as `tegenspraak`.',
        },
        'met-recorded': {
            nl: 'De norm van `{name}` is gehaald: {measurement}{percent} tegenover “{norm}”. Het oordeel zegt “{verdict}”; de tekst legt het verschil vast als `tegenspraak`.',
            en: 'The norm of `{name}` is met: {measurement}{percentEn} against “{norm}”. The verdict says “{verdict}”; the text records the difference as `tegenspraak`.',
        },
        'no-verdict': {
            nl: 'De norm van `{name}` is niet gehaald: {measurement}{percent} tegenover “{norm}”. Er staat geen `oordeel` bij.',
            en: 'The norm of `{name}` is missed: {measurement}{percentEn} against “{norm}”. There is no `oordeel`.',
        },
        'vague-norm': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: de norm “{norm}” is niet precies. De meting is {measurement}{percent}.',
            en: 'Whether the norm of `{name}` is met cannot be decided: the norm “{norm}” is not exact. The measurement is {measurement}{percentEn}.',
        },
        'vague-measurement': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: de meting {measurement} is niet precies. De norm is “{norm}”.',
            en: 'Whether the norm of `{name}` is met cannot be decided: the measurement {measurement} is not exact. The norm is “{norm}”.',
        },
        'no-bound': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: “{norm}” zegt niet of dat minstens of hoogstens is. De meting is {measurement}{percent}.',
            en: 'Whether the norm of `{name}` is met cannot be decided: “{norm}” does not say whether that is a least or a most. The measurement is {measurement}{percentEn}.',
        },
        leeway: {
            nl: '{soft} van `{name}` zegt “{modality}” en laat dus ruimte: {measurement}{percent} tegenover “{norm}”. Of het oordeel “{verdict}” daarbij past, is aan de lezer.',
            en: '{softEn} of `{name}` says “{modality}” and so leaves room: {measurement}{percentEn} against “{norm}”. Whether the verdict “{verdict}” fits is for the reader to say.',
        },
        'leeway-no-verdict': {
            nl: '{soft} van `{name}` zegt “{modality}” en laat dus ruimte: {measurement}{percent} tegenover “{norm}”. Er staat geen `oordeel` bij.',
            en: '{softEn} of `{name}` says “{modality}” and so leaves room: {measurement}{percentEn} against “{norm}”. There is no `oordeel`.',
        },
        several: {
            nl: 'Of de norm “{norm}” van `{name}` is gehaald, valt niet te zeggen: {measurement} wijzen niet dezelfde kant op, en er staat niet bij welke meting de laatste is. Schrijf erachter wanneer er is gemeten: `in 2013`, `in maart 2013`.',
            en: 'Whether the norm “{norm}” of `{name}` is met cannot be decided: {measurement} do not point the same way, and nothing says which measurement is the latest. Write behind it when it was measured: `in 2013`, `in maart 2013`.',
        },
        'other-unit': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: “{norm}” is {normIn}, en de meting {measurement} is {measuredIn}. Schrijf beide in dezelfde eenheid.',
            en: 'Whether the norm of `{name}` is met cannot be decided: “{norm}” is {normInEn}, and the measurement {measurement} is {measuredInEn}. Write both in the same unit.',
        },
        'other-term': {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: “{norm}” en de meting {measurement} gaan over een andere termijn. Meet binnen dezelfde termijn als de norm.',
            en: 'Whether the norm of `{name}` is met cannot be decided: “{norm}” and the measurement {measurement} are about different terms. Measure within the same term as the norm.',
        },
        calendar: {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: {measurement} tegenover “{norm}” hangt af van hoe lang maanden zijn, weekenden en feestdagen.',
            en: 'Whether the norm of `{name}` is met cannot be decided: {measurement} against “{norm}” depends on how long months are, weekends and public holidays.',
        },
        range: {
            nl: 'Of de norm van `{name}` is gehaald, valt niet te zeggen: de meting {measurement}{percent} ligt deels binnen en deels buiten “{norm}”.',
            en: 'Whether the norm of `{name}` is met cannot be decided: the measurement {measurement}{percentEn} lies partly inside and partly outside “{norm}”.',
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
    checkProtocol: (protocol, report, { document }) => {
        for (const indicator of indicatorsOf(protocol)) {
            const norms = figures(indicator, 'norm');
            const all = figures(indicator, 'meting').flatMap((m) => decisive(m, norms) ?? []);
            const comparable = all.filter((c) => c.comparison.outcome !== 'incomparable');
            const compared = comparable.length > 0 ? comparable : all.slice(0, 1);
            const latest = latestOf(compared, (c) => c.measurement.quantity.period);
            const [first] = latest;
            if (!first) {
                continue;
            }
            const { norm, comparison, soft } = first;
            const isSettled = latest.every((c) => c.comparison.outcome === comparison.outcome && !c.soft === !soft);
            const verdicts = statementsOf(indicator, 'oordeel');
            const found: Judgement | undefined = isSettled
                ? judge(first, verdicts, indicator.contradictions.length > 0)
                : { message: 'several', isCertain: false };
            if (!found) {
                continue;
            }
            const percent = latest.length === 1 ? inPercent(first) : undefined;
            report({
                message: found.message,
                at: found.verdict?.at ?? first.measurement.statement.at,
                severity: found.isCertain ? 'warning' : 'info',
                parameters: {
                    name: indicator.name,
                    measurement: latest.map((c) => `“${c.measurement.quantity.text}”`).join(', '),
                    norm: norm.quantity.text,
                    verdict: found.verdict ? textsOf(found.verdict).join(', ') : '',
                    percent: percent ? ` (${percent.nl} %)` : '',
                    percentEn: percent ? ` (${percent.en} %)` : '',
                    soft: soft === norm.statement ? 'De norm' : 'De meting',
                    softEn: soft === norm.statement ? 'The norm' : 'The measurement',
                    normIn: counted(norm.quantity).nl,
                    normInEn: counted(norm.quantity).en,
                    measuredIn: counted(first.measurement.quantity).nl,
                    measuredInEn: counted(first.measurement.quantity).en,
                    modality: soft?.modality ? MODALITY_WORDS[soft.modality].nl : '',
                },
                related: [
                    { message: { nl: 'De norm.', en: 'The norm.' }, at: norm.statement.at },
                    ...latest.map((c) => ({
                        message: { nl: 'De meting.', en: 'The measurement.' },
                        at: c.measurement.statement.at,
                    })),
                ],
                fixes: contradiction(document, indicator, found, norm, latest),
                data: {
                    outcome: isSettled ? comparison.outcome : 'undecided',
                    ...(comparison.measured ? { measured: comparison.measured.low } : {}),
                    ...(comparison.unit === undefined ? {} : { unit: comparison.unit }),
                },
            });
        }
    },
});

/** Writes down that norm and measurement say otherwise than the verdict, each with who says so. */
function contradiction(
    document: LangiumDocument,
    indicator: Indicator,
    { message, verdict }: Judgement,
    norm: Figure,
    latest: readonly Compared[],
): readonly Fix[] {
    const [only, ...others] = latest;
    if ((message !== 'missed' && message !== 'met') || !verdict || !only || others.length > 0) {
        return [];
    }
    const side = (what: string, text: string, { provenance }: Statement) =>
        `${inQuotes(`${what} ${text}`)}${provenance.flatMap((p) => (p.source === undefined ? [] : [` volgens ${written(p.source)}`])).join('')}`;
    const sides = [
        side('norm', norm.quantity.text, norm.statement),
        side('meting', only.measurement.quantity.text, only.measurement.statement),
        side('oordeel', textsOf(verdict).join(', '), verdict),
    ];
    const line = `tegenspraak "norm, meting en oordeel" tussen ${sides.join(' en ')}`;
    const title = { nl: 'Schrijf de tegenspraak op', en: 'Write the contradiction down' };
    return insertStatement(document, indicator, line).map((fix) => ({ ...fix, title }));
}

interface Figure {
    readonly statement: Statement;
    readonly quantity: Quantity;
}

/** A measurement with the norm that decides about it. */
interface Compared {
    readonly measurement: Figure;
    readonly norm: Figure;
    readonly comparison: Comparison;
    /** the one of the two that says `veelal` or the like */
    readonly soft?: Statement;
}

interface Judgement {
    readonly message: Key;
    readonly verdict?: Statement;
    readonly isCertain: boolean;
}

/**
 * The norm that a measurement misses, else one that leaves it open, else one that it meets, else the first that it
 * cannot be compared with; undefined where there is no norm.
 */
function decisive(measurement: Figure, norms: readonly Figure[]): Compared | undefined {
    const compared = norms.map((norm): Compared => {
        const soft = [norm, measurement].find((f) => leavesRoom(f.statement.modality))?.statement;
        const comparison = compareWithNorm(measurement.quantity, norm.quantity);
        return { measurement, norm, comparison, ...(soft ? { soft } : {}) };
    });
    const first = (outcome: Comparison['outcome'], isSoft?: boolean) =>
        compared.find(
            (c) => c.comparison.outcome === outcome && (isSoft === undefined || isSoft === (c.soft !== undefined)),
        );
    return (
        first('missed', false) ??
        first('undecided') ??
        first('missed') ??
        first('met', false) ??
        first('met') ??
        compared[0]
    );
}

type Key =
    | 'leeway'
    | 'leeway-no-verdict'
    | 'several'
    | 'missed'
    | 'missed-recorded'
    | 'met'
    | 'met-recorded'
    | 'no-verdict'
    | NonNullable<Comparison['because']>;

function judge(
    { comparison: { outcome, because }, norm, soft }: Compared,
    verdicts: readonly Statement[],
    isRecorded: boolean,
): Judgement | undefined {
    const known = verdicts.filter((v) => !v.values.some((x) => isOpen(x)) && textsOf(v).length > 0);
    if (outcome === 'undecided' || outcome === 'incomparable') {
        return because && { message: because, isCertain: false };
    }
    if (outcome === 'met') {
        const verdict = known.find((v) => saysMissed(v, norm.quantity));
        const message = soft ? 'leeway' : isRecorded ? 'met-recorded' : 'met';
        return verdict && { message, verdict, isCertain: !isRecorded && !soft };
    }
    if (verdicts.length === 0) {
        return { message: soft ? 'leeway-no-verdict' : 'no-verdict', isCertain: false };
    }
    const verdict = known.some((v) => saysMissed(v, norm.quantity)) ? undefined : known[0];
    const message = soft ? 'leeway' : isRecorded ? 'missed-recorded' : 'missed';
    return verdict && { message, verdict, isCertain: !isRecorded && !soft };
}

/** All indicators that stand in the protocol itself, in the order of the text. */
function indicatorsOf(protocol: Protocol): readonly Indicator[] {
    return [
        ...protocol.goals.flatMap((g) => [...g.indicators, ...g.subgoals.flatMap((s) => s.indicators)]),
        ...protocol.indicators,
    ].filter((i) => contains(protocol.at, i.at));
}

function figures(indicator: Indicator, kind: string): readonly Figure[] {
    return statementsOf(indicator, kind).flatMap((statement) =>
        statement.values.flatMap((v) => (v.type === 'quantity' ? [{ statement, quantity: v }] : [])),
    );
}

/** What a quantity counts in, in words. */
function counted(q: Quantity): Bilingual {
    if (q.total === 0) {
        return { nl: 'een deel van nul, en dat heeft geen percentage', en: 'a part of none, which has no percentage' };
    }
    if (percentage(q)) {
        return { nl: 'een deel van een geheel', en: 'a part of a whole' };
    }
    const each = q.per?.each === undefined ? '' : ` per ${q.per.each}`;
    const per = q.per ? ` per ${q.per.count === 1 ? '' : `${String(q.per.count)} `}${q.per.unit}${each}` : '';
    return q.unit === undefined
        ? { nl: `een getal zonder eenheid${per}`, en: `a number without a unit${per}` }
        : { nl: `een aantal \`${q.unit}${per}\``, en: `a number of \`${q.unit}${per}\`` };
}

/** A part of a whole in percents; nothing where the text has percents itself. */
function inPercent({ measurement, comparison: { measured, norm, unit } }: Compared) {
    if (measurement.quantity.unit === '%' || unit !== '%' || !measured) {
        return undefined;
    }
    const { low } = measured;
    const bounds = norm ? [norm.low, norm.high].filter((b) => b !== low) : [];
    const isApart = (decimals: number) => bounds.every((b) => Number(low.toFixed(decimals)) !== b);
    return formatNumber(low, DECIMALS.find(isApart) ?? DECIMALS.at(-1));
}

/** As many as are needed to see that a measurement is not its norm. */
const DECIMALS = [1, 2, 3, 4, 5, 6];

/** Whether a norm or measurement says that it does not always hold; `gestreefd naar` is what a norm is. */
function leavesRoom(modality: Modality | undefined): boolean {
    return modality !== undefined && modality !== 'aimed';
}
