import { handoverPlaces, type Aside } from '../../../analysis/handovers.js';
import type { LeftOpen } from '../../../model/left-open.js';
import { isInside, type Station } from '../../../execution/machine.js';
import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import type { Handover, Place } from '../../../model/protocol.js';
import { directorsOf, isOwn } from '../../../model/queries.js';
import type { Bilingual, Language } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import type { Fix, RelatedPlace } from '../../finding.js';
import { insertStatement, statementEdit } from '../../fixes/insert-statement.js';
import { otherPlace } from '../../fixes/other-place.js';
import { replacement, written } from '../../fixes/replace.js';
import { defineProof, exampleBy, exampleOf, NO_HANDOVERS, NO_STATION } from '../../proof.js';

export const overdrachtVanNaar = defineProof({
    code: 'overdracht/van-naar',
    severity: 'error',
    restsOn: ['people', 'ways'],
    title: {
        nl: 'Gever en ontvanger van een overdracht passen bij de stappen ervoor en erna',
        en: 'Giver and receiver of a handover fit the steps before and behind it',
    },
    question: {
        nl: 'Passen gever en ontvanger van elke overdracht bij de stappen ervoor en erna?',
        en: 'Do giver and receiver of each handover fit the steps before and behind it?',
    },
    concerns: NO_STATION,
    lacks: (protocol) => (protocol.handovers.length === 0 ? NO_HANDOVERS : undefined),
    reason: {
        nl: 'Wie overdraagt, moet het gezin kennen, als uitvoerder van de stap ervoor of, waar de overdracht de regie doorgeeft, als regisseur; wie ontvangt, moet verdergaan. Een overdracht ligt op de wegen vanuit de stappen in `vanuit` naar een stap van de ontvanger, of naar een einde als de ontvanger in deze aanpak geen stap heeft; zegt zij `naar einde`, dan naar die eindes. Ook naar een stap die er met `begint … na` op volgt, zoals nazorg van wie overdraagt. Ligt zij op geen enkele weg, dan vindt zij nooit plaats; dat is een waarschuwing.',
        en: 'Who hands over has to know the family, as who does the step before or, where the handover passes direction on, as the director; who receives has to go on. A handover lies on the ways from the steps in `vanuit` to a step of the receiver, or to an end where the receiver has no step in this approach; where it says `naar einde`, to those ends. Also to a step that follows on it with `begint … na`, such as aftercare by the giver. One that lies on no way never takes place; that is a warning.',
    },
    messages: {
        idle: {
            nl: 'Na `{step}` begint geen werk van `{to}`: overdracht `{name}` vindt daar dus nooit plaats. Haal `{step}` weg achter `vanuit`, of laat `{step}` met `daarna` naar een stap van `{to}` gaan.',
            en: 'No work of `{to}` begins behind `{step}`: so handover `{name}` never takes place there. Take `{step}` away behind `vanuit`, or let `{step}` lead to a step of `{to}` with `daarna`.',
        },
        giver: {
            nl: 'Bij overdracht `{name}` draagt `{from}` over, maar stap `{step}` is van {roles}. Noem wie daar werkt als gever, of een andere stap achter `vanuit`.',
            en: 'In handover `{name}` `{from}` hands over, but step `{step}` is of {roles}. Name who works there as the giver, or another step behind `vanuit`.',
        },
        undecidedGiver: {
            nl: 'Of `{from}` bij overdracht `{name}` kan overdragen, valt niet te zeggen: wie bij `{step}` werkt, is onbekend.',
            en: 'Whether `{from}` can hand over in handover `{name}` cannot be decided: who works at `{step}` is unknown.',
        },
        undecidedSame: {
            nl: 'Of `{from}` bij overdracht `{name}` kan overdragen, valt niet te zeggen: of die bij `{step}` werkt, staat niet vast, want daar werkt {roles}. Schrijf `vervuld door …` zonder `veelal` of iets dergelijks als het altijd dezelfde persoon is, of noem wie daar werkt als gever.',
            en: 'Whether `{from}` can hand over in handover `{name}` cannot be decided: whether that role works at `{step}` is not certain, as {roles} works there. Write `vervuld door …` without `veelal` or the like if it always is the same person, or name who works there as the giver.',
        },
        undecidedIfNeeded: {
            nl: 'Of `{from}` bij overdracht `{name}` kan overdragen, valt niet te zeggen: bij `{step}` staat achter `door` of `met`, of bij de activiteit, een woord als `zo nodig`. Werkt `{from}` daar altijd, haal dat woord dan weg; noem anders als gever wie daar altijd werkt.',
            en: 'Whether `{from}` can hand over in handover `{name}` cannot be decided: at `{step}` a word such as `zo nodig` stands behind `door` or `met`, or at the activity. If `{from}` always works there, take that word away; else name who always works there as the giver.',
        },
        vanuit: {
            nl: 'Overdracht `{name}` vindt nooit plaats: er staat niet na welke stap. Schrijf daarin `vanuit …` met die stap, of `vanuit onbekend`.',
            en: 'Handover `{name}` never takes place: behind which step is not said. Write `vanuit …` with that step in it, or `vanuit onbekend`.',
        },
        receiver: {
            nl: 'Overdracht `{name}` vindt nooit plaats: na {steps} komt geen stap van `{to}`, {next}. Noem een andere stap achter `vanuit`, of laat die stap naar een stap van `{to}` gaan{drop}. Doet `{from}` daarna alleen nog nazorg, schrijf dan in die stap `begint … na {name}`.',
            en: 'Handover `{name}` never takes place: behind {steps} comes no step of `{to}`, {next}. Name another step behind `vanuit`, or let that step lead to a step of `{to}`{dropEn}. Where `{from}` only does aftercare then, write `begint … na {name}` in that step.',
        },
        aside: {
            nl: 'Overdracht `{name}` vindt nooit plaats: na {steps} komt een gezin alleen door {ways} bij een stap van `{to}`, en zo’n weg wacht op geen overdracht. Laat die weg eerst naar een stap van `{from}` gaan en noem die achter `vanuit`, of laat `daarna` naar een stap van `{to}` gaan{drop}.',
            en: 'Handover `{name}` never takes place: behind {steps} a case comes to a step of `{to}` only by {waysEn}, and such a way waits for no handover. Let that way lead to a step of `{from}` first and name that behind `vanuit`, or let `daarna` lead to a step of `{to}`{dropEn}.',
        },
        otherReceiver: {
            nl: 'Bij overdracht `{name}` heeft ontvanger `{to}` geen stap na {steps}; daar werkt {workers}, bij {next}. Noem die als ontvanger, of een andere stap achter `vanuit`.',
            en: 'In handover `{name}` the receiver `{to}` has no step behind {steps}; {workers} works there, at {next}. Name that role as the receiver, or another step behind `vanuit`.',
        },
        end: {
            nl: 'Overdracht `{name}` vindt nooit plaats: `{to}` doet geen stap in deze aanpak, en na {steps} komt geen einde waar het werk overgaat, {next}. Noem achter `vanuit` de laatste stap van `{from}`, of schrijf een stap die `{to}` doet{drop}. Doet `{from}` daarna alleen nog nazorg, schrijf dan in die stap `begint … na {name}`.',
            en: 'Handover `{name}` never takes place: `{to}` does no step in this approach, and behind {steps} comes no end where the work passes on, {next}. Name the last step of `{from}` behind `vanuit`, or write a step that `{to}` does{dropEn}. Where `{from}` only does aftercare then, write `begint … na {name}` in that step.',
        },
        'to-end': {
            nl: 'Overdracht `{name}` vindt nooit plaats: na {steps} komt geen van de eindes achter `naar einde`, {next}. Noem daar een einde dat er wel komt, of een andere stap achter `vanuit`{drop}.',
            en: 'Handover `{name}` never takes place: behind {steps} comes none of the ends behind `naar einde`, {next}. Name an end there that does come, or another step behind `vanuit`{dropEn}.',
        },
        undecided: {
            nl: 'Of en wanneer overdracht `{name}` plaatsvindt, valt niet te zeggen: na welke stap of naar wie is onbekend.',
            en: 'Whether and when handover `{name}` takes place cannot be decided: behind which step or to whom is unknown.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Coördinator
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
    overdracht NaarHulp van Coördinator naar Hulpverlener { vanuit Plan }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vanuit Plan }
}
`,
    prove: (protocol, proofs, report, { document, settings }) => {
        const { machine } = proofs.space;
        const wrong = wrongHandsIn(protocol, settings.holidays);
        const inside = (stations: readonly Station[]): string[] =>
            machine.stations
                .filter((s) => stations.some(({ index }) => s.around.includes(index)))
                .map((s) => s.node.name);
        /** with a shortest course on which one of some steps is done */
        const shown = (
            related: readonly RelatedPlace[],
            names: readonly string[],
            course = exampleBy(proofs, names),
        ) => ({
            related: [...related, ...(course.related ?? [])],
            data: course.data ?? {},
        });
        /** a shortest course on which a handover takes place behind a step; nothing where it never does */
        const handedOver = ({ name }: Handover, { index, around }: Station) => {
            const isBehind = (at: number) => around.includes(at) || isInside(machine, at, index);
            const course = exampleOf(
                proofs,
                (move) =>
                    move.kind === 'leave' && isBehind(move.token.at) && move.way.handovers.some((h) => h.name === name),
            );
            return course.data ? course : undefined;
        };
        const directing = new Set(directorsOf(protocol.roles).map((r) => r.name));
        for (const { handover, otherGivers, absent, from, idle, behind, asides } of handoverPlaces(machine)) {
            const giver = handover.from;
            /** the role as giver; where it directs, who does after that has to be said as well */
            const givenBy = (role: string, at: Place): Fix => {
                const fix = replacement(at, written(role));
                const said = 'regie naar onbekend';
                const isSilent = directing.has(role) && handover.direction.length === 0;
                const edit = isSilent ? statementEdit(document, handover, [said]) : undefined;
                const title = {
                    nl: `${fix.title.nl}, en voeg \`${said}\` toe`,
                    en: `${fix.title.en}, and add \`${said}\``,
                };
                return edit ? { ...fix, title, edits: [...fix.edits, edit] } : fix;
            };
            const parameters = { name: handover.name, from: giver?.name ?? '', to: handover.to?.name ?? '' };
            for (const { station, hands, doubt } of otherGivers) {
                report({
                    message: doubt ? DOUBTS[doubt] : 'giver',
                    restsOn: [],
                    at: giver?.at ?? handover.nameAt,
                    ...(doubt && { severity: 'info' }),
                    parameters: {
                        ...parameters,
                        step: station.node.name,
                        roles: enumerate(hands.roles.map((r) => `\`${r}\``)),
                    },
                    ...shown(
                        [{ message: { nl: 'Deze stap.', en: 'This step.' }, at: station.node.nameAt }],
                        [station.node.name],
                        handedOver(handover, station),
                    ),
                    fixes: giver && !doubt ? hands.roles.map((r) => givenBy(r, giver.at)) : [],
                });
            }
            for (const { name: step, at } of wrong.receivers.has(handover) ? [] : idle) {
                report({
                    message: 'idle',
                    severity: 'warning',
                    at,
                    couldUndo: standsAt([step, ...inside(behind)]),
                    parameters: { ...parameters, step },
                    ...shown([], [step]),
                });
            }
            const taken = wrong.receivers.get(handover);
            if (taken && handover.to) {
                const workers = [...new Set(taken.flatMap((c) => c.after.executors))];
                const { at } = handover.to;
                report({
                    message: 'otherReceiver',
                    at,
                    couldUndo: standsAt([...from.map((n) => n.name), ...inside(taken.map((c) => c.to))]),
                    parameters: {
                        ...parameters,
                        steps: enumerate(handover.fromNodes.map((n) => `\`${n.name}\``)),
                        workers: enumerate(workers.map((r) => `\`${r}\``)),
                        next: enumerate([...new Set(taken.map((c) => c.to.node.name))].map((n) => `\`${n}\``)),
                    },
                    ...shown(
                        taken.map((c) => ({ message: { nl: 'Deze weg.', en: 'This way.' }, at: c.way.arrow.at })),
                        taken.map((c) => c.from.node.name),
                    ),
                    fixes: workers.map((r) => replacement(at, written(r))),
                });
            } else if (absent === 'open') {
                const names = from.map((n) => n.name);
                report({
                    message: 'undecided',
                    at: handover.nameAt,
                    severity: 'info',
                    parameters,
                    ...shown([], names),
                });
            } else if (absent) {
                const isInherited = protocol.refines !== undefined && !isOwn(handover);
                const dropped = `vervalt overdracht ${written(handover.name)} omdat`;
                const places = wrong.places.get(handover) ?? [];
                report({
                    message: absent,
                    // who does some step may be the receiver that has none
                    ...(absent === 'receiver' && {
                        couldUndo: standsAt([...from.map((n) => n.name), ...inside(behind)]),
                    }),
                    at: absent === 'vanuit' ? handover.nameAt : (from[0]?.at ?? handover.nameAt),
                    severity: 'warning',
                    parameters: {
                        ...parameters,
                        steps: enumerate(from.map((n) => `\`${n.name}\``)),
                        next: nextNames(behind.map((s) => s.node.name)),
                        ways: waysIn(asides, 'nl'),
                        waysEn: waysIn(asides, 'en'),
                        drop: isInherited ? `, of schrijf \`${dropped} "…"\`` : '',
                        dropEn: isInherited ? `, or write \`${dropped} "…"\`` : '',
                    },
                    ...shown(
                        from.flatMap(({ name }) => {
                            const node = machine.process.nodes.find((n) => n.name === name);
                            return node
                                ? [{ message: { nl: 'Na deze stap.', en: 'Behind this step.' }, at: node.nameAt }]
                                : [];
                        }),
                        from.map((n) => n.name),
                    ),
                    fixes: [
                        ...(absent === 'vanuit' ? insertStatement(document, handover, 'vanuit onbekend') : []),
                        ...places.flatMap((c) => otherPlace(handover, c.from.node.name)),
                        ...(isInherited ? insertStatement(document, protocol, `${dropped} onbekend`) : []),
                    ],
                });
            }
        }
    },
});

const DOUBTS = { unknown: 'undecidedGiver', same: 'undecidedSame', 'if needed': 'undecidedIfNeeded' } as const;

const ASIDES: Record<Aside, Bilingual> = {
    deadline: { nl: 'een termijn', en: 'a term' },
    fallback: { nl: '`bij uitblijven`', en: '`bij uitblijven`' },
    escalation: { nl: 'een escalatie', en: 'an escalation' },
    interrupt: { nl: 'een `altijd als`', en: 'an `altijd als`' },
};

function waysIn(asides: readonly Aside[], language: Language): string {
    const names = asides.map((aside) => ASIDES[aside][language]);
    const last = names.at(-1) ?? '';
    return names.length > 1 ? `${names.slice(0, -1).join(', ')} ${language === 'nl' ? 'of' : 'or'} ${last}` : last;
}

/** Whether what is left open stands at one of these, or is of the whole. */
function standsAt(nodes: readonly string[]): (open: LeftOpen) => boolean {
    return ({ node }) => node === undefined || nodes.includes(node);
}

function nextNames(names: readonly string[]) {
    const { nl, en } = enumerate(names.map((n) => `\`${n}\``));
    return names.length > 0
        ? { nl: `maar ${nl}`, en: `but ${en}` }
        : { nl: 'want daar staat niet wat er daarna komt', en: 'as nothing there says what comes next' };
}
