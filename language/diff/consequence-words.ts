import { formatNumber } from '../text/numbers.js';
import type { Bilingual } from '../text/bilingual.js';
import type { AssessedAnswer, AssessedBound, AssessedScenario } from './assess.js';
import type { Consequences, Pairwise } from './consequences.js';

/** What follows otherwise, in sentences; the findings have their own. */
export interface ToldConsequences {
    readonly bounds: readonly Bilingual[];
    readonly answers: readonly Bilingual[];
    readonly scenarios: readonly Bilingual[];
}

/** Tells what follows otherwise from the new text than from the old one. */
export function told({ bounds, answers, scenarios }: Consequences): ToldConsequences {
    return {
        bounds: bounds.map(boundSentence),
        answers: answers.flatMap(answerSentence),
        scenarios: scenarios.map(scenarioSentence),
    };
}

const OF: Readonly<Record<AssessedBound['of'], Bilingual>> = {
    contacts: { nl: 'het aantal contacten', en: 'the number of contacts' },
    days: { nl: 'de duur in dagen', en: 'the duration in days' },
};

function boundSentence({ old, new: now }: Pairwise<AssessedBound>): Bilingual {
    const one = now ?? old;
    const of = one ? OF[one.of] : { nl: '', en: '' };
    const [was, is] = [extent(old), extent(now)];
    const who = one?.interventie ?? '';
    return {
        nl: `Interventie \`${who}\`: ${of.nl} was ${was.nl} en is nu ${is.nl}.`,
        en: `Intervention \`${who}\`: ${of.en} was ${was.en} and is now ${is.en}.`,
    };
}

function extent(bound: AssessedBound | undefined): Bilingual {
    if (!bound) {
        return { nl: 'niet te zeggen', en: 'not to be said' };
    }
    const { least, greatest, notStated, vague } = bound;
    const low = formatNumber(least);
    const high = greatest === undefined ? undefined : formatNumber(greatest);
    const from = vague.length > 0 ? { nl: 'ongeveer', en: 'about' } : { nl: 'minstens', en: 'at least' };
    const names = (all: readonly string[]) => all.map((o) => `\`${o}\``).join(', ');
    const why = [
        ...(notStated.length > 0
            ? [{ nl: `niet gezegd bij ${names(notStated)}`, en: `not stated at ${names(notStated)}` }]
            : []),
        ...(vague.length > 0
            ? [{ nl: `niet precies gezegd bij ${names(vague)}`, en: `not stated exactly at ${names(vague)}` }]
            : []),
    ];
    const because = {
        nl: why.length === 0 ? '' : ` (${why.map((w) => w.nl).join('; ')})`,
        en: why.length === 0 ? '' : ` (${why.map((w) => w.en).join('; ')})`,
    };
    if (notStated.length > 0) {
        return {
            nl: `${from.nl} ${low.nl} (hoeveel hoogstens, is niet te zeggen: ${why.map((w) => w.nl).join('; ')})`,
            en: `${from.en} ${low.en} (how much at most cannot be said: ${why.map((w) => w.en).join('; ')})`,
        };
    }
    if (high === undefined) {
        return {
            nl: `${from.nl} ${low.nl}, zonder grens${because.nl}`,
            en: `${from.en} ${low.en}, without bound${because.en}`,
        };
    }
    const range = low.nl === high.nl ? low : { nl: `${low.nl} tot en met ${high.nl}`, en: `${low.en} to ${high.en}` };
    return vague.length > 0 ? { nl: `ongeveer ${range.nl}${because.nl}`, en: `about ${range.en}${because.en}` } : range;
}

const OUTCOMES: Readonly<Record<AssessedAnswer['outcome'], Bilingual>> = {
    holds: { nl: 'ja', en: 'yes' },
    fails: { nl: 'nee', en: 'no' },
    undecided: { nl: 'niet te zeggen', en: 'cannot be said' },
    'not-applicable': { nl: 'n.v.t.', en: 'n/a' },
};

function answerSentence({ old, new: now }: Pairwise<AssessedAnswer>): Bilingual[] {
    if (!old || !now) {
        return [];
    }
    const sentence = (language: 'nl' | 'en') => {
        const [was, is] = [OUTCOMES[old.outcome][language], OUTCOMES[now.outcome][language]];
        const who = `${{ nl: 'Interventie', en: 'Intervention' }[language]} \`${now.interventie}\``;
        return language === 'nl'
            ? `${who}: ${now.question.nl} Was ${was}, is nu ${is}.`
            : `${who}: ${now.question.en} Was ${was}, is now ${is}.`;
    };
    return [{ nl: sentence('nl'), en: sentence('en') }];
}

const RESULTS: Readonly<Record<AssessedScenario['outcome'], Bilingual>> = {
    met: { nl: 'zoals verwacht', en: 'as expected' },
    failed: { nl: 'anders dan verwacht', en: 'not as expected' },
    undecided: { nl: 'niet te zeggen', en: 'cannot be told' },
};

function scenarioSentence({ old, new: now }: Pairwise<AssessedScenario>): Bilingual {
    const name = now?.name ?? old?.name ?? '';
    const [was, is] = [course(old), course(now)];
    return {
        nl: `Scenario \`${name}\` was ${was.nl} en is nu ${is.nl}.`,
        en: `Scenario \`${name}\` was ${was.en} and is now ${is.en}.`,
    };
}

function course(scenario: AssessedScenario | undefined): Bilingual {
    if (!scenario) {
        return { nl: 'er niet', en: 'not there' };
    }
    const result = RESULTS[scenario.outcome];
    const path = [...scenario.path, ...(scenario.end === undefined ? [] : [scenario.end])].join(' → ');
    return path === '' ? result : { nl: `${result.nl} (${path})`, en: `${result.en} (${path})` };
}
