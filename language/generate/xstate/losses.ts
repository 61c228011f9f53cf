import { isInformal } from '../../execution/truth.js';
import type { Machine, Way } from '../../execution/machine.js';
import { isOpen, startsAfterOf } from '../../model/queries.js';
import type { Value } from '../../model/values.js';
import { lostPause } from '../../workflow/pauses.js';
import { leastOf } from '../../workflow/starts.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { accessLosses } from '../access.js';
import type { Loss } from '../generator.js';
import { informalGuardLosses } from '../informal-guards.js';
import { unsaid, type Says } from '../unsaid.js';
import { conditionText, modalityText, startText, valueText } from '../../messages/wording.js';
import type { TermJson } from './data.js';
import { structureLosses } from './structure.js';
import { handoverTerm, termsUntil } from './transitions.js';

const MACHINE = { nl: 'een machine', en: 'a machine' };

/** What a machine does otherwise than the protocol says, or not at all. */
export function lossesOf(machine: Machine, keys: readonly string[], terms: Readonly<Record<string, TermJson>>): Loss[] {
    return [
        ...structureLosses(machine),
        ...termLosses(machine, keys, terms),
        ...handoverLosses(machine, keys),
        ...openLosses(machine),
        ...startLosses(machine),
        ...machine.stations.flatMap(({ node }): Loss[] => {
            const reason = lostPause(node);
            return reason ? [{ element: node.name, reason }] : [];
        }),
        ...guardLosses(machine),
        ...unsaid(machine.protocol, MACHINE, SAYS),
    ];
}

/** What people decide on before work begins or is done. */
function guardLosses({ stations, protocol }: Machine): Loss[] {
    return [...stations.flatMap(({ node }) => (node.kind === 'end' ? [] : [node])), ...protocol.handovers].flatMap(
        ({ name, guards }) => informalGuardLosses(name, guards, MACHINE),
    );
}

const NO_FIGURE: Bilingual = {
    nl: 'de termijn is geen getal dat een klok kan bijhouden: iemand meldt dat hij verstreken is',
    en: 'the term is no figure that a clock can keep: somebody says that it ran out',
};

const STANDS_STILL: Bilingual = {
    nl: 'de termijn staat in een machine stil zolang `hervat daarna` dit werk onderbreekt; in het protocol loopt hij door, en gaat een zaak die hem niet haalt verder zodra het werk hervat is',
    en: 'the term stands still in a machine while `hervat daarna` interrupts this work; in the protocol it runs on, and a case that does not meet it goes on as soon as the work resumes',
};

function termLosses(machine: Machine, keys: readonly string[], terms: Readonly<Record<string, TermJson>>): Loss[] {
    const ofWork = machine.stations.flatMap(({ node, index, expiries }): Loss[] => {
        const lose = (reason: Bilingual): Loss => ({ element: node.name, reason });
        const kept = expiries.map((_, n) => terms[`termijn.${keys[index] ?? ''}.${String(n + 1)}`]);
        const isResumed = machine.breaches.some(({ interrupt, target }) => interrupt.resume && target !== index);
        return [
            ...kept.filter((term) => !term).map(() => lose(NO_FIGURE)),
            // what resumes has begun later by as long as it was interrupted
            ...(isResumed && kept.some((term) => term?.vanaf === 'begin') ? [lose(STANDS_STILL)] : []),
        ];
    });
    const hasWorkingDays = Object.values(terms).some((t) => t.eenheid === 'werkdagen');
    return [
        ...ofWork,
        ...(hasWorkingDays
            ? [
                  {
                      element: machine.protocol.name,
                      reason: {
                          nl: 'werkdagen zijn maandag tot en met vrijdag zonder de dagen onder holidays in draaiboek.json; andere feestdagen geeft wie de machine start mee als vrijeDagen',
                          en: 'working days are Monday to Friday but for the days under holidays in draaiboek.json; whoever starts the machine gives other public holidays as vrijeDagen',
                      },
                  },
              ]
            : []),
    ];
}

/** What people decide since the text leaves it open, or in words where nobody is asked. */
function openLosses({ protocol, access, stations, breaches }: Machine): Loss[] {
    const bound = {
        nl: 'hoe vaak dit hoogstens mag, is open: iemand beslist het',
        en: 'how often at most is left open: somebody decides',
    };
    const isOpenWay = (w: Way): boolean => w.mayBeUsedUp || w.fallbacks.some(isOpenWay);
    const open = stations.filter(
        (s) => s.repeats.some((r) => r.isOpen) || [...s.exits, ...s.escalations, ...s.expiries].some(isOpenWay),
    );
    return [
        ...open.map(({ node }): Loss => ({ element: node.name, reason: bound })),
        ...breaches.flatMap(({ interrupt: { target } }): Loss[] =>
            target?.atMostValue ? [{ element: target.node.name, reason: bound }] : [],
        ),
        ...access.filter(isInformal).map((c): Loss => ({
            element: protocol.name,
            reason: {
                nl: `toegang als ${conditionText(c, 'nl')}: dat weegt wie de machine start`,
                en: `access if ${conditionText(c, 'en')}: whoever starts the machine decides on that`,
            },
        })),
        ...accessLosses(protocol, MACHINE),
    ];
}

/** What a machine does not do at handovers: terms that no clock keeps or that lead nowhere, what is done in words. */
function handoverLosses(machine: Machine, keys: readonly string[]): Loss[] {
    const kept = new Set<Value>();
    const ways = machine.stations.flatMap(({ index, exits }) => exits.map((way) => ({ ...way, index })));
    for (const { index, handovers, fallbacks } of ways) {
        for (const back of fallbacks) {
            const handover = handovers.find((h) => back.arrow.handovers.includes(h.name));
            termsUntil(handover, back)
                .filter(({ value, after }) => handoverTerm({ machine, keys }, keys[index] ?? '', value, after))
                .forEach(({ value }) => kept.add(value));
        }
    }
    const taken = new Set(ways.flatMap((w) => w.handovers.map((h) => h.name)));
    const asked = new Set(ways.flatMap((w) => w.fallbacks.flatMap((back) => back.arrow.handovers)));
    return machine.protocol.handovers.flatMap(({ name, confirmations, deadlines, whenAbsent }): Loss[] => {
        const lose = (nl: string, en: string): Loss => ({ element: name, reason: { nl, en } });
        const terms = [...confirmations.flatMap((c) => c.within ?? []), ...deadlines.map((d) => d.value)];
        const [whyNl, whyEn] = asked.has(name)
            ? ['iemand meldt dat de overdracht niet bevestigd is', 'somebody says that the handover is not confirmed']
            : ['de tekst zegt niet waarheen een zaak dan gaat', 'the text does not say where a case then goes'];
        return [
            ...(taken.has(name)
                ? []
                : [
                      lose(
                          'op geen enkele weg vindt deze overdracht plaats, dus zij staat niet in de machine',
                          'this handover takes place on no way, so it is not in the machine',
                      ),
                  ]),
            ...terms
                .filter((value) => !kept.has(value))
                .map((value) =>
                    lose(
                        `${valueText(value, 'nl')}: geen klok van de machine houdt dat bij; ${whyNl}`,
                        `${valueText(value, 'en')}: no clock of the machine keeps that; ${whyEn}`,
                    ),
                ),
            ...whenAbsent.flatMap(({ value, modality }) => {
                const text = (l: Language) =>
                    [modality ? modalityText(modality, l) : '', `“${value ? valueText(value, l) : ''}”`]
                        .join(' ')
                        .trim();
                return value && !isOpen(value)
                    ? [
                          lose(
                              `bij uitblijven ${text('nl')}: dat doet een machine niet`,
                              `if it does not come ${text('en')}: a machine does not do that`,
                          ),
                      ]
                    : [];
            }),
        ];
    });
}

const SAYS: Says = {
    kinds: [
        'versions',
        'access',
        'steps',
        'startsAfter',
        'determines',
        'terms',
        'handoverTerms',
        'repetition',
        'guards',
        'ways',
        'interruptions',
        'groups',
        'escalationFrom',
        'escalationByFacts',
        'escalationByPeople',
        'handovers',
        'absence',
    ],
    firm: ['toegang', 'daarna', 'altijd als', 'vanuit'],
};

/** What a machine does otherwise about when work begins. */
function startLosses({ protocol, process, stations }: Machine): Loss[] {
    const starts = process.nodes.flatMap((node) => startsAfterOf(node).map((start) => ({ element: node.name, start })));
    return [
        ...starts.flatMap(({ element, start }): Loss[] => {
            const least = leastOf(start);
            const [nl, en] = [startText(start, protocol, 'nl'), startText(start, protocol, 'en')];
            return !least || start.after.type === 'other'
                ? [
                      {
                          element,
                          reason: {
                              nl: `begint ${nl}: daar wacht een machine niet op`,
                              en: `begins ${en}: a machine does not wait for that`,
                          },
                      },
                  ]
                : least === start.value
                  ? []
                  : [
                        {
                            element,
                            reason: {
                                nl: `begint ${nl}: de machine begint zodra het kan; dat het later mag, zegt zij niet`,
                                en: `begins ${en}: the machine begins as soon as it may; it does not say that it may be later`,
                            },
                        },
                    ];
        }),
        ...stations
            .filter(
                ({ node, expiries, guards }) =>
                    expiries.length > 0 && guards.length > 0 && starts.some((s) => s.element === node.name),
            )
            .map(({ node }) => ({
                element: node.name,
                reason: {
                    nl: 'een termijn van dit werk telt in een machine ook terwijl het wacht om te beginnen',
                    en: 'a term of this work counts in a machine while it waits to begin as well',
                },
            })),
    ];
}
