import { troublesOf, type Trouble } from '../../../analysis/direction-handed-on.js';
import {
    courseToMoment,
    directingRoles,
    directionOf,
    passesDirection,
    stationsPassingDirection,
} from '../../../analysis/direction.js';
import { peopleOf, surely, type People } from '../../../analysis/people.js';
import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import { leftOpenIn } from '../../../model/left-open.js';
import type { Handover } from '../../../model/protocol.js';
import { isOpen } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { replacement, written } from '../../fixes/replace.js';
import { defineProof, example, NO_HANDOVERS } from '../../proof.js';

export const regieContinu = defineProof({
    code: 'regie/continu',
    severity: 'error',
    title: {
        nl: 'De regisseur geeft de regie door, en bij zijn overdracht staat wie haar daarna voert',
        en: 'The director passes direction on, and with a handover by the director it is said who directs then',
    },
    question: {
        nl: 'Geeft alleen de regisseur de regie door, en staat er steeds aan wie?',
        en: 'Does only the director pass direction on, and is it said each time to whom?',
    },
    concerns: ({ exits }) => exits.some((w) => w.handovers.length > 0),
    lacks: (protocol) => {
        const { handovers } = protocol;
        if (handovers.length === 0) {
            return NO_HANDOVERS;
        }
        if (
            directingRoles(protocol, peopleOf(protocol)).length === 0 &&
            handovers.every((h) => h.direction.length === 0)
        ) {
            return { nl: 'Nergens staat wie de regie voert.', en: 'Nothing states who directs.' };
        }
        return undefined;
    },
    doubt: ({ space: { machine } }) => {
        const open = machine.protocol.handovers.filter((h) => h.direction.some((d) => !d.role || d.modality));
        const names = enumerate(open.map((h) => `\`${h.name}\``));
        return open.length === 0
            ? undefined
            : {
                  nl: `Aan wie overdracht ${names.nl} de regie doorgeeft, staat niet vast: daar staat \`onbekend\`, of een woord als \`veelal\`.`,
                  en: `To whom handover ${names.en} passes direction on is not certain: it says \`onbekend\`, or has a word such as \`veelal\`.`,
              };
    },
    reason: {
        nl: 'Wie de regie voert en een gezin overdraagt, laat een gezin zonder regisseur achter als niemand zegt wie het overneemt; STJ vraagt één centrale persoon tot het einde (indicator 3.2.1). Houdt de gever de regie, dan staat ook dat er: `regie naar` met de gever zelf. En wie de regie niet voert, kan haar niet doorgeven: dan raakt de regisseur haar kwijt zonder dat hij iets overdraagt. Draagt iemand het werk over terwijl een ander de regie voert en die ook doorgeeft, dan staan er vanuit die stap twee overdrachten: een van het werk, en een van de regisseur met `regie naar`. De regel bekijkt elke weg die een gezin kan gaan.',
        en: 'Who directs and hands a family over leaves it without a director when nobody says who takes over; STJ asks for one central person until the end (indicator 3.2.1). Where the giver keeps direction that is said as well: `regie naar` with the giver. And who does not direct cannot pass direction on: then the director loses it without handing anything over. Where somebody hands over the work while another directs and passes that on as well, two handovers stand behind that step: one of the work, and one by the director with `regie naar`. The rule looks at every course that a case can take.',
    },
    messages: {
        unsaid: {
            nl: 'Bij overdracht `{name}` draagt `{from}` over en voert tot dan de regie; wie haar daarna voert, staat er niet. Schrijf `regie naar {to}`, of `regie naar {from}` als zij daar blijft.',
            en: 'In handover `{name}` `{from}` hands over and directs until then; who does after that is not said. Write `regie naar {to}`, or `regie naar {from}` if it stays there.',
        },
        notTheirs: {
            nl: 'Overdracht `{name}` geeft de regie van `{from}` door aan `{to}`, maar op dat moment voert niet `{from}` de regie, maar {directors}. Schrijf `regie naar {director}` als die haar houdt. Geeft {directors} haar hier door, dan is dat een eigen overdracht: van `{director}` naar `{to}`, vanuit dezelfde stap, met `regie naar {to}`.',
            en: 'Handover `{name}` passes direction on from `{from}` to `{to}`, but at that moment not `{from}` directs, but {directorsEn}. Write `regie naar {director}` if that role keeps it. Where {directorsEn} passes it on here, that is a handover of its own: from `{director}` to `{to}`, from the same step, with `regie naar {to}`.',
        },
        neverTheirs: {
            nl: 'Overdracht `{name}` geeft de regie van `{from}` door aan `{to}`, maar `{from}` krijgt de regie nergens: op dat moment is die van {directors}. Ontbreekt er eerder een overdracht, schrijf die dan: van `{director}` naar `{from}`, met `regie naar {from}`. Houdt `{director}` de regie, schrijf dan hier `regie naar {director}`. Geeft {directors} haar hier door, dan is dat een eigen overdracht: van `{director}` naar `{to}`, vanuit dezelfde stap, met `regie naar {to}`.',
            en: 'Handover `{name}` passes direction on from `{from}` to `{to}`, but `{from}` gets direction nowhere: at that moment it is with {directorsEn}. Where an earlier handover is missing, write it: from `{director}` to `{from}`, with `regie naar {from}`. Where `{director}` keeps direction, write `regie naar {director}` here. Where {directorsEn} passes it on here, that is a handover of its own: from `{director}` to `{to}`, from the same step, with `regie naar {to}`.',
        },
        nobody: {
            nl: 'Overdracht `{name}` geeft de regie door, terwijl niemand haar dan voert.',
            en: 'Handover `{name}` passes direction on while nobody directs then.',
        },
        undecidedGiver: {
            nl: 'Of `{from}` bij overdracht `{name}` de regie kan doorgeven, valt niet te zeggen: wie haar tot dan voert, of wie overdraagt, is onbekend. Schrijf `van` met een rol, en bij elke eerdere `regie naar` een rol.',
            en: 'Whether `{from}` can pass direction on in handover `{name}` cannot be decided: who directs until then, or who hands over, is unknown. Write `van` with a role, and a role at each earlier `regie naar`.',
        },
        undecidedPlace: {
            nl: 'Of het klopt wat overdracht `{name}` over de regie zegt, valt niet te zeggen: waar overdracht {open} is, is onbekend. Schrijf daarin achter `vanuit` en `naar` een stap en een rol, en bij die stap en die erna wie haar doet.',
            en: 'Whether what handover `{name}` says about direction is right cannot be decided: where handover {openEn} takes place is unknown. Write a step and a role behind `vanuit` and `naar` in it, and who does that step and the one behind it.',
        },
        undecidedSame: {
            nl: 'Of het klopt wat overdracht `{name}` over de regie zegt, valt niet te zeggen: wie {roles} vervult, staat niet vast. Schrijf `vervuld door …` zonder `veelal` of iets dergelijks als het altijd dezelfde persoon is.',
            en: 'Whether what handover `{name}` says about direction is right cannot be decided: who fills {rolesEn} is not certain. Write `vervuld door …` without `veelal` or the like if it always is the same person.',
        },
        undecided: {
            nl: 'Of bij overdracht `{name}` ook de regie overgaat, valt niet te zeggen: wie tot dan de regie voert, of wie overdraagt, is onbekend. Schrijf `regie naar` met een rol, of `regie naar onbekend`.',
            en: 'Whether direction passes on in handover `{name}` cannot be decided: who directs until then, or who hands over, is unknown. Write `regie naar` with a role, or `regie naar onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker voert regie
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { vanuit Plan }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker voert regie
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker }
        stap Hulp "Hulp thuis" { door Hulpverlener }
        einde Klaar
    }
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        vanuit Plan
        regie naar Hulpverlener
    }
}
`,
    prove: (protocol, proofs, report, { document, settings }) => {
        const people = peopleOf(protocol);
        const first = directingRoles(protocol, people);
        // what says nothing about direction at all is told by regie/precies-een
        if (
            protocol.handovers.length === 0 ||
            (first.length === 0 && protocol.handovers.every((h) => h.direction.length === 0))
        ) {
            return;
        }
        const space = proofs.spaceSeeing(stationsPassingDirection(proofs.space));
        const seenAs = (these: People) => {
            const moments = directionOf(space, these, first);
            return { moments, troubleOf: (h: Handover) => worst(troublesOf(h, moments, space, these)) };
        };
        const same = seenAs(people);
        const apart = people.notCertain.length > 0 ? seenAs(surely(people)) : same;
        const everDirecting = new Set(
            [...first, ...protocol.handovers.flatMap((h) => h.direction.flatMap((d) => d.role ?? []))].map((r) =>
                people.personOf(r.name),
            ),
        );
        const mayDirect = (role: string) => everDirecting.has(people.personOf(role));
        const placed = new Set(
            protocol.process?.arrows.filter((a) => a.kind !== 'fallback').flatMap((a) => a.handovers),
        );
        const isOpenElsewhere = leftOpenIn(protocol, ['people', 'ways']).length > 0;
        // what lies on no way that is stated, may lie on one that is open, or at the work of who is not named
        const isSomewhereOpen = (h: Handover): boolean =>
            h.open.length > 0 || isOpen(h.toValue) || (isOpenElsewhere && !placed.has(h.name));
        for (const handover of protocol.handovers) {
            const [together, separately] = [same.troubleOf(handover), apart.troubleOf(handover)];
            const trouble = together ?? separately;
            if (!trouble) {
                continue;
            }
            const { moment, edge, passes } = trouble;
            const { moments } = together ? same : apart;
            const { from, to } = handover;
            const said = together?.message === separately?.message ? trouble.message : 'undecidedSame';
            const isSlip = said === 'notTheirs' && wrongHandsIn(protocol, settings.holidays).givers.has(handover);
            const isNever = said === 'notTheirs' && from !== undefined && !isSlip && !mayDirect(from.name);
            const message = isNever ? 'neverTheirs' : said;
            const elsewhere = protocol.handovers.filter(
                (h) => h !== handover && h.direction.length > 0 && isSomewhereOpen(h),
            );
            if (elsewhere.length > 0 && !message.startsWith('undecided')) {
                const { nl, en } = enumerate(elsewhere.map((h) => `\`${h.name}\``));
                report({
                    message: 'undecidedPlace',
                    severity: 'info',
                    at: passes?.at ?? handover.nameAt,
                    parameters: { name: handover.name, open: nl, openEn: en },
                });
                continue;
            }
            const notCertain = enumerate(people.notCertain.map((r) => `\`${r}\``));
            const directors = enumerate(moment.directors.map((d) => `\`${d}\``));
            const [director = ''] = moment.directors;
            report({
                message,
                at: passes?.at ?? handover.nameAt,
                // that nobody directs is told by regie/precies-een
                heldBack: message === 'nobody',
                ...(message.startsWith('undecided') && { severity: 'info' }),
                parameters: {
                    name: handover.name,
                    ...(message === 'undecidedSame' && { roles: notCertain.nl, rolesEn: notCertain.en }),
                    from: from?.name ?? 'onbekend',
                    to: (passes?.role ?? to)?.name ?? 'onbekend',
                    ...(said === 'notTheirs' && { director, directors: directors.nl, directorsEn: directors.en }),
                },
                ...example({ space, work: proofs.work }, edge.from, courseToMoment(moments, moment), {
                    keeps: passesDirection,
                }),
                fixes:
                    // where the giver is a slip, keeping direction as it is would make it last
                    said === 'notTheirs' && passes?.role && moment.directors.length === 1 && !isSlip
                        ? [replacement(passes.role.at, written(director))]
                        : passes
                          ? []
                          : (message === 'unsaid' ? [to, from] : [])
                                .flatMap((r) => (r ? [written(r.name)] : []))
                                .concat('onbekend')
                                .flatMap((whom) => insertStatement(document, handover, `regie naar ${whom}`)),
            });
        }
    },
});

/** What is wrong for certain, before what cannot be decided. */
function worst(troubles: readonly Trouble[]): Trouble | undefined {
    return troubles.find((t) => !t.message.startsWith('undecided')) ?? troubles[0];
}
