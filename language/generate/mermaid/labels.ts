import type { Arrow, Escalation, Group, Performers, Process } from '../../model/process.js';
import type { Modality, Protocol, Ref } from '../../model/protocol.js';
import type { Language } from '../../text/bilingual.js';
import { conditionText, modalityText, valueText } from '../wording.js';

const MODES: Readonly<Record<Group['mode'], Readonly<Record<Language, string>>>> = {
    all: { nl: 'gelijktijdig', en: 'in parallel' },
    one: { nl: 'een van', en: 'one of' },
    any: { nl: 'naar keuze', en: 'by choice' },
};

/** gelijktijdig, een van, naar keuze. */
export function modeLabel({ mode }: Group, language: Language): string {
    return MODES[mode][language];
}

/** Who does something: `bij voorkeur de werker met het gezin`. */
export function performersLabel(protocol: Protocol, performers: readonly Performers[], language: Language): string {
    const role = roleTitle(protocol);
    const said = (modality: Modality | undefined) =>
        modality === undefined ? '' : `${modalityText(modality, language)} `;
    return performers
        .map((p) => {
            const modality = said(p.modality);
            const who = p.performers.map(role).join(', ') + (p.value ? valueText(p.value, language) : '');
            const together =
                p.with.length === 0
                    ? ''
                    : ` ${WORDS.with[language]} ${said(p.withModality)}${p.with.map(role).join(', ')}`;
            return modality + who + together;
        })
        .join('; ');
}

/** Who receives an escalation: `naar Teamleider`. */
export function receiversLabel(protocol: Protocol, { to, toValue }: Escalation, language: Language): string {
    const whom = [...to.map(roleTitle(protocol)), ...(toValue ? [valueText(toValue, language)] : [])].join(', ');
    return whom === '' ? '' : `${WORDS.to[language]} ${whom}`;
}

function roleTitle(protocol: Protocol): (ref: Ref) => string {
    return ({ name }) =>
        protocol.roles.find((r) => r.name === name)?.title ??
        protocol.organisations.find((o) => o.name === name)?.title ??
        name;
}

const WORDS = {
    with: { nl: 'met', en: 'with' },
    when: { nl: 'als', en: 'if' },
    otherwise: { nl: 'anders', en: 'otherwise' },
    repeat: { nl: 'herhaal', en: 'repeat' },
    again: { nl: ' opnieuw', en: ' again' },
    to: { nl: 'naar', en: 'to' },
    expired: { nl: 'termijn verstreken', en: 'term expired' },
    stuck: { nl: 'loopt vast', en: 'gets stuck' },
    resumes: { nl: ', hervat daarna', en: ', resumes after' },
    absent: { nl: 'bij uitblijven', en: 'if it does not come' },
    handover: { nl: 'overdracht', en: 'handover' },
} as const;

/** What stands on an arrow, a line each: when it is taken and how often, and the handovers on it. */
export function arrowLabel(protocol: Protocol, process: Process, arrow: Arrow, language: Language): readonly string[] {
    const way = [wayLabel(process, arrow, language), boundLabel(arrow, language)].filter((p) => p !== '').join(', ');
    const handovers = arrow.handovers.map((name) => {
        const title = protocol.handovers.find((h) => h.name === name)?.title ?? name;
        return `${WORDS.handover[language]} ${title}`;
    });
    return [way, ...handovers].filter((line) => line !== '');
}

function wayLabel(process: Process, arrow: Arrow, language: Language): string {
    const when = arrow.condition ? `${WORDS.when[language]} ${conditionText(arrow.condition, language)}` : '';
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
            return WORDS.absent[language];
    }
}

function boundLabel({ atMost, atMostValue, kind }: Arrow, language: Language): string {
    if (atMost === undefined && !atMostValue) {
        return '';
    }
    const times = atMostValue ? valueText(atMostValue, language) : String(atMost);
    // the first time is no repetition: three times again are four in all
    const again = kind === 'repeat' ? WORDS.again[language] : '';
    return (language === 'nl' ? `hoogstens ${times} keer` : `at most ${times} times`) + again;
}
