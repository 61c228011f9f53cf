import { roundsOf } from '../../execution/rounds.js';
import type { Arrow, Group, Process } from '../../model/process.js';
import type { Protocol, Ref } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import { conditionText, factText, firmText, valueText } from '../../messages/wording.js';
import { LONGEST_LABEL } from './text.js';

const MODES: Readonly<Record<Group['mode'], Readonly<Record<Language, string>>>> = {
    all: { nl: 'gelijktijdig', en: 'in parallel' },
    one: { nl: 'een van', en: 'one of' },
    any: { nl: 'naar keuze', en: 'by choice' },
};

/** gelijktijdig, een van, naar keuze. */
export function modeLabel({ mode }: Group, language: Language): string {
    return MODES[mode][language];
}

const WORDS = {
    when: { nl: 'als', en: 'if' },
    otherwise: { nl: 'anders', en: 'otherwise' },
    repeat: { nl: 'herhaal', en: 'repeat' },
    again: { nl: ' opnieuw', en: ' again' },
    expired: { nl: 'termijn verstreken', en: 'term expired' },
    stuck: { nl: 'loopt vast', en: 'gets stuck' },
    resumes: { nl: ', hervat daarna', en: ', resumes after' },
    absent: { nl: 'bij uitblijven', en: 'if it does not come' },
    handover: { nl: 'overdracht', en: 'handover' },
} as const;

/**
 * What stands on an arrow, a line each: when it is taken and how often, and the handovers on it. A fact is called as people read
 * it where there is room for that, else by its name.
 */
export function arrowLabel(protocol: Protocol, process: Process, arrow: Arrow, language: Language): readonly string[] {
    const said = (called?: (fact: Ref) => string) =>
        [firmText(arrow, wayLabel(process, arrow, language, called), language), boundLabel(process, arrow, language)]
            .filter((p) => p !== '')
            .join(', ');
    const inWords = said((fact) => factText(protocol, fact));
    // a condition is whole before it is in words
    const way = inWords.length > LONGEST_LABEL ? said() : inWords;
    const handovers = arrow.handovers.map((name) => {
        const title = protocol.handovers.find((h) => h.name === name)?.title ?? name;
        return `${WORDS.handover[language]} ${title}`;
    });
    return [way, ...handovers].filter((line) => line !== '');
}

function wayLabel(process: Process, arrow: Arrow, language: Language, called?: (fact: Ref) => string): string {
    const when = arrow.condition ? `${WORDS.when[language]} ${conditionText(arrow.condition, language, called)}` : '';
    switch (arrow.kind) {
        case 'next':
        case 'branch':
            return when;
        case 'otherwise':
            return WORDS.otherwise[language];
        case 'repeat':
            return `${WORDS.repeat[language]} ${when}`.trim();
        case 'deadline':
            return WORDS.expired[language];
        case 'escalation':
            return when === '' ? WORDS.stuck[language] : when;
        case 'interrupt': {
            const resumes = process.interrupts.some((i) => i.at === arrow.at && i.resume);
            return when + (resumes ? WORDS.resumes[language] : '');
        }
        case 'fallback':
            return arrow.otherwise ? `${WORDS.absent[language]}, ${WORDS.otherwise[language]}` : WORDS.absent[language];
    }
}

/** `herhaal 3 keer`: no more and no less. */
function isExactly(process: Process, { kind, from, at }: Arrow): boolean {
    const node = process.nodes.find((n) => n.name === from);
    const repeat = kind === 'repeat' && node && node.kind !== 'end' ? node.repeats.find((r) => r.at === at) : undefined;
    const { least, most } = roundsOf(repeat?.bound);
    return repeat !== undefined && !repeat.until && least === most;
}

function boundLabel(process: Process, arrow: Arrow, language: Language): string {
    const { atMost, atMostValue, kind } = arrow;
    if (atMost === undefined && !atMostValue) {
        return '';
    }
    const times = atMostValue ? valueText(atMostValue, language) : String(atMost);
    // the first time is no repetition: three times again are four in all
    const again = kind === 'repeat' ? WORDS.again[language] : '';
    const bound = isExactly(process, arrow) ? '' : { nl: 'hoogstens ', en: 'at most ' }[language];
    return `${bound}${times} ${language === 'nl' ? 'keer' : 'times'}${again}`;
}
