import fc from 'fast-check';
import type { Machine, Station } from '../../../language/execution/machine.js';
import { isInformal } from '../../../language/execution/truth.js';
import { isWarm } from '../../../language/workflow/handover-tasks.js';

/** A number from 0 up to and without `below`. */
type Draw = (below: number) => number;

/** What is shared while one text is written. */
interface Writing {
    readonly draw: Draw;
    /** the names of the parts at the top, in the order of the text */
    readonly top: readonly string[];
    readonly lines: string[];
    /** steps, and groups and phases, by the top part that they stand in */
    readonly steps: { readonly name: string; readonly role: string; readonly top: number }[];
    readonly wholes: { readonly name: string; readonly top: number }[];
}

const FACTS = ['a', 'b', 'c'];
const ENDS = ['E', 'F'];

/**
 * Texts of interventies in which the structures stand that a workflow says in more than one node: groups and phases with a term,
 * an escalation or a repetition of the whole, terms that lead back or on, `altijd als` of every kind, warm handovers that are not
 * confirmed, and choices within choices. Ways lead to what stands at the top, so that no part of parallel work is entered by the
 * side.
 */
export const structuredProcess: fc.Arbitrary<string> = fc
    .gen()
    .map((gen) => written((below) => gen(fc.nat, { max: below - 1 })));

function written(draw: Draw): string {
    const top = Array.from({ length: 2 + draw(2) }, (_, i) => `T${String(i + 1)}`);
    const writing: Writing = { draw, top, lines: [], steps: [], wholes: [] };
    top.forEach((name, i) => {
        part(writing, name, { top: i, depth: 0, isParallel: false, mayExpire: true });
    });
    const interrupts = interruptions(writing);
    const escalations = escalated(writing);
    const { handovers, roles } = handed(writing);
    return [
        'interventie Proef "Proef" {',
        ...roles,
        ...FACTS.map((f) => `gegeven ${f}: ja/nee`),
        'aanpak {',
        ...writing.lines,
        ...escalations,
        ...interrupts,
        ...ENDS.map((e) => `einde ${e}`),
        '}',
        ...handovers,
        '}',
    ].join('\n');
}

const ROLES = ['R', 'S'];

/** Where a part stands. */
interface Inside {
    /** index of what it is part of at the top */
    readonly top: number;
    readonly depth: number;
    /** happens at the same time as other work: then a way leads to an end only, so that no part is left for another */
    readonly isParallel: boolean;
    /** may have a term: where terms of open work differ, only one of them runs out first, whatever a case says */
    readonly mayExpire: boolean;
}

const WORDS: readonly (string | undefined)[] = ['fase', 'gelijktijdig', 'een van', 'naar keuze', 'fase', undefined];

function part(writing: Writing, name: string, inside: Inside): void {
    const { draw, lines } = writing;
    const { top, depth } = inside;
    const word = depth > 1 ? undefined : WORDS[depth === 0 ? draw(WORDS.length) : 2 * draw(WORDS.length)];
    if (word === undefined) {
        step(writing, name, inside);
        return;
    }
    writing.wholes.push({ name, top });
    const expires = inside.mayExpire && draw(2) === 0;
    lines.push(
        `${word} ${name} {`,
        ...(draw(2) === 0 ? [`herhaal ${repetition(draw)}`] : []),
        ...(expires ? [`termijn 3 maanden anders: ${target(writing, inside)}`] : []),
    );
    const isParallel = word === 'gelijktijdig' || word === 'naar keuze';
    for (let i = 1; i <= 2; i++) {
        part(writing, `${name}x${String(i)}`, {
            top,
            depth: depth + 1,
            isParallel: inside.isParallel || isParallel,
            mayExpire: inside.mayExpire && !expires && (!isParallel || i === 1),
        });
    }
    lines.push(...(depth === 0 && draw(2) === 0 ? [`daarna: ${target(writing, inside)}`] : []), '}');
}

function step(writing: Writing, name: string, inside: Inside): void {
    const { draw, lines } = writing;
    const role = ROLES[draw(2)] ?? '';
    writing.steps.push({ name, role, top: inside.top });
    const fact = FACTS[draw(FACTS.length)] ?? '';
    const other = FACTS[draw(FACTS.length)] ?? '';
    const expires = inside.mayExpire && draw(3) === 0;
    const says = draw(inside.depth === 0 ? 4 : 8);
    const onward = inside.isParallel ? [] : [`anders: ${writing.top[inside.top + 1] ?? 'E'}`];
    lines.push(
        `stap ${name} {`,
        `door ${role}`,
        ...(draw(2) === 0 ? [`bepaalt ${fact}`] : []),
        ...(draw(4) === 0 ? [`herhaal ${repetition(draw)}`] : []),
        ...(expires ? [`termijn 2 weken anders: ${target(writing, inside)}`] : []),
        ...(says === 0 ? ['daarna {', `als ${fact}: ${target(writing, inside)}`, ...onward, '}'] : []),
        ...(says === 1 ? ['daarna {', `als "nodig": ${target(writing, inside)}`, ...onward, '}'] : []),
        ...(says === 2 ? [`pas als ${other} is bekend`] : []),
        '}',
    );
}

function repetition(draw: Draw): string {
    const bound = `hoogstens ${String(1 + draw(2))} keer`;
    return [bound, `${bound} tot ${FACTS[draw(FACTS.length)] ?? ''}`, `${bound} tot "het is genoeg"`][draw(3)] ?? bound;
}

/** An end, or what stands at the top: behind this, or bounded. */
function target({ draw, top: names }: Writing, { top, isParallel }: Pick<Inside, 'top' | 'isParallel'>): string {
    const to = isParallel ? names.length + draw(ENDS.length) : draw(names.length + ENDS.length);
    return to >= names.length
        ? (ENDS[to - names.length] ?? '')
        : `${names[to] ?? ''}${to <= top ? ' hoogstens 1 keer' : ''}`;
}

/** One or two of the four kinds of `altijd als`. */
function interruptions({ draw, lines }: Writing): string[] {
    const kinds = ['altijd als a en b: ', 'altijd als "onveilig": ', 'altijd als c: ', 'altijd als "even rust": '];
    const first = draw(5);
    const chosen = kinds.flatMap((line, i) => (i === first || i === draw(16) ? [{ line, i }] : []));
    const determines = lines.some((l) => l.startsWith('bepaalt'));
    return chosen
        .filter(({ i }) => i % 2 === 1 || determines)
        .flatMap(({ line, i }) =>
            i < 2
                ? [`${line}Y${String(i)}`, `stap Y${String(i)} { daarna: F }`]
                : [`${line}Y${String(i)}, hervat daarna`, `stap Y${String(i)}`],
        );
}

function escalated(writing: Writing): string[] {
    const { draw, steps, wholes } = writing;
    return ['X', 'Z'].flatMap((name) => {
        const from = draw(2) === 0 ? wholes[draw(Math.max(1, wholes.length))] : steps[draw(steps.length)];
        if (!from || draw(3) === 0) {
            return [];
        }
        const when = draw(4) === 0 ? 'als c' : `als "${name} nodig"`;
        return [
            `escalatie ${name} door S { vanuit ${from.name} ${when}`,
            `daarna: ${target(writing, { top: from.top, isParallel: draw(2) === 0 })} }`,
        ];
    });
}

/** Handovers between steps that follow each other and are done by different roles. */
function handed({ draw, steps, lines }: Writing): { readonly handovers: string[]; readonly roles: string[] } {
    const handovers = steps.flatMap(({ name, role, top }, i) => {
        const next = steps[i + 1];
        if (next?.role === role || next?.top !== top + 1 || draw(4) === 0) {
            return [];
        }
        const form = draw(3) === 0 ? 'schriftelijk' : 'warm  gesprekken 1 met R, S';
        return [
            `overdracht H${String(i)} van ${role} naar ${next.role} { vanuit ${name}  vorm ${form}`,
            ...(draw(2) === 0 ? [`bevestiging door ${next.role} binnen 2 werkdagen`] : []),
            ...(draw(4) === 0 ? [] : [`bij uitblijven: ${draw(2) === 0 ? 'F' : `${name} hoogstens 1 keer`}`]),
            '}',
        ];
    });
    return { handovers, roles: lines.length > 0 ? ROLES.map((r) => `rol ${r}`) : [] };
}

const isWhole = ({ children }: Station) => children.length > 0;

/** What a structure is called, and whether a process has it. */
export const STRUCTURES: Readonly<Record<string, (machine: Machine) => boolean>> = {
    'a term of a whole': ({ stations }) => stations.some((s) => isWhole(s) && s.expiries.length > 0),
    'an escalation of a whole': ({ stations }) => stations.some((s) => isWhole(s) && s.escalations.length > 0),
    'an escalation of a step': ({ stations }) => stations.some((s) => !isWhole(s) && s.escalations.length > 0),
    'a repeated whole': ({ stations }) => stations.some((s) => isWhole(s) && s.repeats.length > 0),
    'a repeated step': ({ stations }) => stations.some((s) => !isWhole(s) && s.repeats.length > 0),
    'a bounded term': ({ stations }) => stations.some((s) => s.expiries.some((w) => w.counter !== undefined)),
    'a term that leads on': ({ stations }) => stations.some((s) => s.expiries.some((w) => w.counter === undefined)),
    'een van': ({ stations }) => stations.some(({ node }) => node.kind === 'group' && node.mode === 'one'),
    'naar keuze': ({ stations }) => stations.some(({ node }) => node.kind === 'group' && node.mode === 'any'),
    gelijktijdig: ({ stations }) => stations.some(({ node }) => node.kind === 'group' && node.mode === 'all'),
    'a whole in a whole': ({ stations }) => stations.some((s) => isWhole(s) && s.parent !== undefined),
    'altijd als by facts, which ends': ({ breaches }) => breaches.some(isOfKind(false, false)),
    'altijd als by facts, which resumes': ({ breaches }) => breaches.some(isOfKind(false, true)),
    'altijd als by people, which ends': ({ breaches }) => breaches.some(isOfKind(true, false)),
    'altijd als by people, which resumes': ({ breaches }) => breaches.some(isOfKind(true, true)),
    'a warm handover': ({ stations }) => stations.some((s) => s.exits.some((w) => w.handovers.some(isWarm))),
    'bij uitblijven': ({ stations }) => stations.some((s) => s.exits.some((w) => w.fallbacks.length > 0)),
};

function isOfKind(byPeople: boolean, resumes: boolean) {
    return ({ interrupt }: Machine['breaches'][number]) =>
        isInformal(interrupt.condition) === byPeople && interrupt.resume === resumes;
}
