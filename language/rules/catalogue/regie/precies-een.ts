import type { LangiumDocument } from 'langium';
import { troublesOf } from '../../../analysis/direction-handed-on.js';
import {
    courseToMoment,
    directingRoles,
    directionOf,
    passesDirection,
    SOMEBODY,
    stationsPassingDirection,
} from '../../../analysis/direction.js';
import { peopleOf, performersOf, surely, type People } from '../../../analysis/people.js';
import type { Space } from '../../../analysis/space.js';
import type { Direction, Protocol, Ref, Role, Statement } from '../../../model/protocol.js';
import { escalationsOf, openSubjects, saysNone, statementsOf, stepsOf } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import type { Fix } from '../../finding.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { addClause, withoutDirection } from '../../fixes/role-clause.js';
import { namesNowhere } from '../../names-nowhere.js';
import { defineProof, example, exampleBy } from '../../proof.js';

/** How many directors are offered to choose from. */
const MOST_OFFERED = 5;

/** A `kenmerk` or `vraag` about direction. */
const ABOUT_DIRECTION = /regie|regisseur/i;

export const regiePreciesEen = defineProof({
    code: 'regie/precies-een',
    severity: 'error',
    title: { nl: 'Op elk moment voert precies één persoon de regie', en: 'At each moment exactly one person directs' },
    question: {
        nl: 'Voert op elk moment precies één persoon de regie?',
        en: 'Does exactly one person direct at each moment?',
    },
    lacks: (protocol) => {
        const directing = directingRoles(protocol, peopleOf(protocol));
        const passing = protocol.handovers.filter((h) => h.direction.length > 0);
        if (directing.length > 0 || passing.length > 0) {
            return undefined;
        }
        return {
            nl: 'Nergens staat wie de regie voert, en er werkt hoogstens één rol aan een gezin.',
            en: 'Nothing states who directs, and at most one role works on a case.',
        };
    },
    reason: {
        nl: '“Eén gezin, één plan, één regisseur”: STJ toetst of er één centrale persoon voor het gezin is (indicator 3.2.1). De regie begint bij de rol die `voert regie`, en een overdracht met `regie naar` geeft haar door. Wie de rol vervult, telt: twee rollen met dezelfde persoon (`vervuld door`) zijn één regisseur. Zegt de tekst er niets over terwijl er meer mensen werken, dan staat dat er ter informatie.',
        en: '“One family, one plan, one director”: STJ reviews whether there is one central person for the family (indicator 3.2.1). Direction begins with the role that `voert regie`, and a handover with `regie naar` passes it on. Who fills the role counts: two roles with one person (`vervuld door`) are one director. Where the text says nothing about it while more people work, the finding informs.',
    },
    leftOpen: { subject: ABOUT_DIRECTION, example: 'kenmerk "Regie" onbekend', mayBeNone: true },
    messages: {
        several: {
            nl: '{roles} voeren vanaf het begin regie. Laat één rol regie voeren en geef haar door met `regie naar`, of schrijf `vervuld door …` achter een van hen als het dezelfde persoon is.',
            en: '{roles} direct from the beginning. Let one role direct and pass it on with `regie naar`, or write `vervuld door …` behind one of them if they are the same person.',
        },
        'several-after': {
            nl: 'Na overdracht `{handover}` voeren {roles} de regie. Geef haar door aan één van hen.',
            en: 'After handover `{handover}` {roles} direct. Pass it on to one of them.',
        },
        none: {
            nl: 'Tot overdracht `{handover}` voert niemand de regie. Schrijf `voert regie` achter de naam van de rol die haar vanaf het begin heeft.',
            en: 'Until handover `{handover}` nobody directs. Write `voert regie` behind the name of the role that does from the beginning.',
        },
        undecidedPerson: {
            nl: 'Of er op elk moment één regisseur is, valt niet te zeggen: wie {roles} vervult, is onbekend. Schrijf achter die rol `vervuld door …` met een andere rol.',
            en: 'Whether there is one director at each moment cannot be decided: who fills {roles} is unknown. Write `vervuld door …` with another role behind that role.',
        },
        undecidedSame: {
            nl: 'Of er op elk moment één regisseur is, valt niet te zeggen: of {roles} dezelfde persoon zijn, staat niet vast. Laat één rol regie voeren, of schrijf `vervuld door …` zonder `veelal` of iets dergelijks als het altijd dezelfde persoon is.',
            en: 'Whether there is one director at each moment cannot be decided: whether {roles} are the same person is not certain. Let one role direct, or write `vervuld door …` without `veelal` or the like if it always is the same person.',
        },
        undecidedSameAfter: {
            nl: 'Of er na overdracht `{handover}` één regisseur is, valt niet te zeggen: of {roles} dezelfde persoon zijn, staat niet vast. Geef de regie door aan één van hen, of schrijf `vervuld door …` zonder `veelal` of iets dergelijks als het altijd dezelfde persoon is.',
            en: 'Whether there is one director after handover `{handover}` cannot be decided: whether {roles} are the same person is not certain. Pass direction on to one of them, or write `vervuld door …` without `veelal` or the like if it always is the same person.',
        },
        undecidedAfter: {
            nl: 'Wie na overdracht `{handover}` de regie voert, is onbekend. Schrijf daarin `regie naar …` met een rol.',
            en: 'Who directs after handover `{handover}` is unknown. Write `regie naar …` with a role in it.',
        },
        undecidedOpen: {
            nl: 'Of er op elk moment één regisseur is, valt niet te zeggen: volgens de tekst is dat onbekend. Schrijf `voert regie` achter de naam van een rol zodra het bekend is.',
            en: 'Whether there is one director at each moment cannot be decided: the text says that it is unknown. Write `voert regie` behind the name of a role once it is known.',
        },
        undecided: {
            nl: 'Wie voert de regie? In de stappen van `{name}` werken {roles}, en van geen rol staat dat zij de regie voert. Schrijf `voert regie` achter de naam van die rol, of in de interventie `kenmerk "Regie" onbekend`.',
            en: 'Who directs? In the steps of `{name}` {roles} work, and of no role it is said that it directs. Write `voert regie` behind the name of that role, or `kenmerk "Regie" onbekend` in the interventie.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker voert regie
    rol Hulpverlener voert regie
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker met Hulpverlener }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker voert regie
    rol Hulpverlener
    aanpak {
        stap Plan "Een plan maken" { door Gezinswerker met Hulpverlener }
        einde Klaar
    }
}
`,
    prove: (protocol, proofs, report, { document }) => {
        const people = peopleOf(protocol);
        const first = directingRoles(protocol, people);
        const [passing] = proofs.space.machine.stations
            .flatMap((s) => s.exits.flatMap((w) => w.handovers))
            .filter((h) => h.direction.length > 0);
        if (first.length === 0 && saysNone(protocol, ABOUT_DIRECTION)) {
            return;
        }
        if (first.length === 0) {
            const said = openDirection(protocol);
            const nowhere = namesNowhere(document);
            const workers = workersIn(protocol, people).filter((role) => !nowhere.has(role));
            if (said) {
                report({ message: 'undecidedOpen', at: said.at, severity: 'info', unlessOpen: true });
            } else if (passing) {
                const at = passing.direction[0]?.at ?? passing.nameAt;
                const fixes = candidates(protocol, passing.from?.name).flatMap((r) =>
                    addClause(document, r, 'voert regie'),
                );
                const { name: handover } = passing;
                report({ message: 'none', at, parameters: { handover }, fixes, ...exampleBy(proofs, [handover]) });
            } else if (workers.length > 1) {
                const roles = names(workers);
                report({
                    message: 'undecided',
                    at: protocol.nameAt,
                    severity: 'info',
                    parameters: { name: protocol.name, roles },
                    // of a working-out it is told where what it works out stands
                    heldBack: protocol.refines !== undefined,
                    fixes: insertStatement(document, protocol, 'kenmerk "Regie" onbekend'),
                });
            }
            return;
        }
        const space = proofs.spaceSeeing(stationsPassingDirection(proofs.space));
        /** whether each handover deals with direction as it should where one role directs from the beginning */
        const goesOn = (role: Role): boolean => {
            const alone = directionOf(space, people, [role]);
            return protocol.handovers.every((h) =>
                troublesOf(h, alone, space, people).every((t) => t.message.startsWith('undecided')),
            );
        };
        const unknown = first.filter((r) => people.isUnknown(r.name));
        const persons = new Map(first.map((r): [string, Role] => [people.personOf(r.name), r]));
        const [someone] = unknown;
        const last = first.at(-1);
        if (someone) {
            report({
                message: 'undecidedPerson',
                at: someone.nameAt,
                severity: 'info',
                parameters: { roles: names(unknown.map((r) => r.name)) },
            });
        } else if (last && persons.size > 1) {
            report({
                message: 'several',
                at: last.nameAt,
                parameters: { roles: names([...persons.values()].map((r) => r.name)) },
                fixes: persons.size <= MOST_OFFERED ? onlyOne(document, first, goesOn) : [],
                related: first.slice(0, -1).map((r) => ({
                    message: { nl: 'Deze rol voert ook regie.', en: 'This role directs as well.' },
                    at: r.nameAt,
                })),
            });
        }
        if (!someone && last && persons.size === 1 && new Set(first.map((r) => people.surePersonOf(r.name))).size > 1) {
            report({
                message: 'undecidedSame',
                at: last.nameAt,
                severity: 'info',
                parameters: { roles: names(first.map((r) => r.name)) },
            });
        }
        const told = new Set<Direction>();
        for (const { moments, moment, message } of [
            ...momentsOf(space, people, first, 'several-after'),
            ...(people.notCertain.length > 0 ? momentsOf(space, surely(people), first, 'undecidedSameAfter') : []),
        ]) {
            const move = moment.by?.move;
            const handovers = move?.kind === 'leave' ? move.way.handovers : [];
            const said = handovers.flatMap((h) => h.direction.map((direction) => ({ handover: h, direction })));
            const open = said.find((s) => !s.direction.role);
            const last = open ?? said.at(-1);
            const isUnknown = moment.directors.includes(SOMEBODY);
            if (!last || told.has(last.direction) || (!isUnknown && said.length < 2)) {
                continue;
            }
            if (isUnknown || moment.directors.length > 1) {
                told.add(last.direction);
                report({
                    message: isUnknown ? 'undecidedAfter' : message,
                    at: last.direction.at,
                    ...((isUnknown || message === 'undecidedSameAfter') && { severity: 'info' }),
                    parameters: { handover: last.handover.name, roles: names(moment.directors) },
                    ...example({ space, work: proofs.work }, moment.state, courseToMoment(moments, moment), {
                        keeps: passesDirection,
                    }),
                });
            }
        }
    },
});

/** The moments at which people direct, with what is told where several do after a handover. */
function momentsOf<T extends string>(space: Space, people: People, first: readonly Role[], message: T) {
    const moments = directionOf(space, people, first);
    return moments.map((moment) => ({ moments, moment, message }));
}

/** For each of some roles that may direct alone a fix by which it does; none where one of them stands in another file. */
function onlyOne(document: LangiumDocument, roles: readonly Role[], goesOn: (role: Role) => boolean): Fix[] {
    return roles.filter(goesOn).flatMap((role) => {
        const edits = roles.filter((r) => r !== role).map((r) => withoutDirection(document, r));
        const title = {
            nl: `Laat alleen \`${role.name}\` de regie voeren`,
            en: `Let \`${role.name}\` alone direct`,
        };
        return edits.some((e) => e === undefined) ? [] : [{ title, edits: edits.flatMap((e) => e ?? []), safe: false }];
    });
}

/**
 * The roles that may be meant to direct until the giver of a handover passes direction on, the likeliest first: one that
 * the giver fills, or the giver; those with `doorzettingsmacht` before the others.
 */
function candidates({ roles }: Protocol, giver: string | undefined): Role[] {
    const mandated = (role: Role) => statementsOf(role, 'doorzettingsmacht').length > 0;
    const rank = (role: Role) => (mandated(role) ? 0 : 2) + (role.filledBy ? 0 : 1);
    return roles
        .filter((r) => giver !== undefined && (r.name === giver || r.filledBy?.name === giver))
        .sort((a, b) => rank(a) - rank(b));
}

function names(roles: readonly string[]) {
    return enumerate(roles.map((r) => `\`${r}\``));
}

/** What says that it is not known who directs. */
function openDirection(protocol: Protocol): Statement | undefined {
    return [...openSubjects(protocol), ...protocol.openInBase].find((s) => ABOUT_DIRECTION.test(s.subject ?? ''));
}

/** The professionals who work in the process, each person once. */
function workersIn(protocol: Protocol, people: People): string[] {
    const work = [...stepsOf(protocol.process), ...escalationsOf(protocol.process)];
    const refs: Ref[] = work.flatMap(performersOf).flatMap((p) => [...p.performers, ...p.with]);
    const persons = Map.groupBy(refs, (r) => people.personOf(r.name));
    return [...persons.values()].flatMap(([first]) => (first && !people.isClient(first.name) ? [first.name] : []));
}
