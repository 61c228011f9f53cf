import type { Handover, Ref } from '../../../model/protocol.js';
import type { Activity, Escalation, Step } from '../../../model/process.js';
import { escalationsOf, stepsOf } from '../../../model/queries.js';
import { directorsAt } from '../../../analysis/directors-at.js';
import { reference, titleOf } from '../../document/claims.js';
import type { Context } from '../../document/context.js';
import { text, type Block, type Inline } from '../../document/document.js';
import { bullets, line, table } from '../blocks.js';
import { doersOf } from '../whose.js';
import { refTo } from './goals.js';

/** A table with more roles than this is not readable; then it goes on in a next one. */
const MOST_COLUMNS = 9;

/**
 * Who does what. R: carries it out (`door`); A: directs while it is done (`voert regie`, and `regie naar` of a handover before
 * it); S: takes part (`met`), or does an activity in a step of somebody else; I: is told (`naar` of an escalation, the
 * receiver of a handover). C, whose advice is asked, is nothing that a protocol can say.
 */
export function rolesBySteps(context: Context): Block[] {
    const { protocol } = context;
    const work = [...stepsOf(protocol.process), ...escalationsOf(protocol.process)];
    const directing = directorsAt(protocol);
    const lines = [
        ...work.map((w) => ({
            title: [reference(context, refTo(w), 'node')],
            of: lettersOf(w, directing?.work.get(w.name)),
        })),
        ...protocol.handovers.map((h) => ({
            title: [text(context.say({ nl: 'Overdracht: ', en: 'Handover: ' })), reference(context, refTo(h), 'handover')],
            of: lettersOfHandover(h, directing?.handovers.get(h.name)),
        })),
    ];
    const roles = protocol.roles.filter((r) => lines.some(({ of }) => of(r.name) !== ''));
    if (roles.length === 0) {
        return [];
    }
    const parts = Array.from({ length: Math.ceil(roles.length / MOST_COLUMNS) }, (_, i) =>
        roles.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS),
    );
    const tables = parts.flatMap((some) =>
        table(
            context,
            { nl: 'Rollen en stappen', en: 'Roles and steps' },
            [{ nl: 'Stap', en: 'Step' }, ...some.map((r): Inline[] => [text(titleOf(context, r))])],
            lines.map(({ title, of }) => [title, ...some.map((r): Inline[] => [text(of(r.name))])]),
        ),
    );
    return [...tables, ...legend(context, directing !== undefined)];
} // prettier-ignore

function lettersOf(work: Step | Escalation, directors?: ReadonlySet<string>): (role: string) => string {
    const labours: readonly (Step | Escalation | Activity)[] = [work, ...work.activities];
    const performers = labours.flatMap((l) => l.performers);
    const has = (refs: readonly Ref[], role: string) => refs.some((r) => r.name === role);
    const doers = doersOf(work);
    const executes = (role: string) => has(doers, role);
    return (role) => {
        const letters = [
            executes(role) ? 'R' : '',
            directors?.has(role) ? 'A' : '',
            performers.some((p) => has(p.with, role) || (!executes(role) && has(p.performers, role))) ? 'S' : '',
            work.kind === 'escalation' && has(work.to, role) ? 'I' : '',
        ];
        return letters.filter((l) => l !== '').join(' ');
    };
}

function lettersOfHandover(handover: Handover, directors?: ReadonlySet<string>): (role: string) => string {
    const meets = handover.meetings.flatMap((m) => m.with);
    return (role) => {
        const isPart = handover.from?.name === role || handover.to?.name === role;
        const letters = [
            handover.from?.name === role || handover.actions.some((a) => a.performer?.name === role) ? 'R' : '',
            directors?.has(role) ? 'A' : '',
            !isPart && meets.some((r) => r.name === role) ? 'S' : '',
            handover.to?.name === role ? 'I' : '',
        ];
        return letters.filter((l) => l !== '').join(' ');
    };
}

function legend(context: Context, isDirectingKnown: boolean): Block[] {
    const isPassed = isDirectingKnown && context.protocol.handovers.some((h) => h.direction.length > 0);
    const { say } = context;
    const meanings = [
        { nl: 'R: voert uit (door), of draagt over', en: 'R: carries out, or hands over' },
        isDirectingKnown
            ? { nl: 'A: voert de regie terwijl dit gebeurt (voert regie, en na een overdracht regie naar)', en: 'A: directs while this is done' }
            : { nl: 'A: voert de regie; die letter staat er niet in, want hier is niet uit te rekenen wie haar wanneer voert', en: 'A: directs; that letter is not in it, since who directs when cannot be worked out here' },
        { nl: 'S: doet mee (met), of doet een activiteit in een stap van een ander', en: 'S: takes part, or does an activity in a step of somebody else' },
        { nl: 'I: wordt op de hoogte gebracht (naar), of ontvangt', en: 'I: is told, or receives' },
    ];
    return [
        line(context, { nl: 'De letters komen uit wat het draaiboek zegt:', en: 'The letters come from what the protocol says:' }),
        ...bullets(meanings.map((m) => [text(say(m))])),
        ...(isPassed ? [line(context, {
            nl: 'Staat A bij een stap in meer kolommen, dan hangt het van de weg van het gezin af wie de regie dan voert.',
            en: 'Where a step has A in more than one column, who directs then depends on the course of the family.',
        })] : []),
        line(context, {
            nl: 'Wie geraadpleegd wordt (C), kan een draaiboek niet zeggen; die letter staat er daarom niet in.',
            en: 'Who is consulted (C) is nothing that a protocol can say; so that letter is not in it.',
        }),
    ];
} // prettier-ignore
