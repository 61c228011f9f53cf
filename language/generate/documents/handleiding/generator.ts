import { createContext, type Context } from '../../document/context.js';
import { paragraph, text, type Block, type Section } from '../../document/document.js';
import { chapter, definitions } from '../../document/element.js';
import { pictureBlocks } from '../../document/pictures.js';
import { documents, handovers, processContent } from '../../document/sections/approach.js';
import { roles } from '../../document/sections/delivery.js';
import { targetGroups } from '../../document/sections/goals.js';
import { contradictions } from '../../document/sections/loose-ends.js';
import { concepts } from '../../document/sections/sources.js';
import { withoutNames, withoutPointers } from '../../document/tidy.js';
import type { OpenItem } from '../../document/unknowns.js';
import { contains } from '../../../rules/places.js';
import { statementBlocks, statementRows } from '../../document/values.js';
import type { Place } from '../../../model/protocol.js';
import { namesRead } from '../../names-in-prose.js';
import { bullets, line, part } from '../blocks.js';
import { documentGenerator } from '../document-generator.js';
import { framed } from '../frame.js';
import { byQuestion } from './regroup.js';
import { titleOf } from '../../document/claims.js';

/** For who carries it out: what it is about, the process in a picture, and each step by the questions that come up in it. */
export const handleidingGenerator = documentGenerator({
    id: 'handleiding',
    title: { nl: 'Handleiding', en: 'Manual' },
    summary: {
        nl: 'Voor professionals: het verloop in beeld, en elke stap met wie, wanneer, wat, waarmee en wanneer zij klaar is.',
        en: 'For professionals: the process in a picture, and each step with who, when, what, with what and done when.',
    },
    hasPictures: true,
    build(protocol, options) {
        const { related, language, unread } = options;
        const context: Context = { ...createContext(protocol, related, language, unread), silent: true };
        const { process, timeline } = pictureBlocks(...namesRead(protocol, options));
        const content = processContent(context, []);
        const [access, steps, others] = divided(content.sections);
        const flow: Block[] = [process, timeline].filter((p) => p !== undefined);
        const sections = [
            inShort(context),
            flow.length === 0
                ? part(context, 'verloop', { nl: 'Het verloop', en: 'The process' }, [noSteps(context)])
                : { ...part(context, 'verloop', { nl: 'Het verloop in beeld', en: 'The process in a picture' }, flow), landscape: true as const },
            ...chapter(context, 'aanpak', { nl: 'Aanpak', en: 'Approach' }, content.blocks, access),
            ...steps,
            ...others,
            ...handovers(context),
            ...documents(context),
            ...chapter(context, 'rollen', { nl: 'Wie doet wat', en: 'Who does what' }, [], roles(context)),
            ...chapter(context, 'tegenspraken', { nl: 'Waar bronnen elkaar tegenspreken', en: 'Where sources contradict each other' }, contradictions(context)),
            ...chapter(context, 'begrippen', { nl: 'Begrippen', en: 'Concepts' }, [], concepts(context)),
        ];
        const model = framed(context, options, {
            kind: { nl: 'Handleiding voor professionals', en: 'Manual for professionals' },
            sections: withoutPointers(withoutNames(byQuestion(context, sections))),
            sources: 'all',
            open: isShown(context),
        });
        return { model, context };
    },
}); // prettier-ignore

/** What the manual says first, besides the summary. */
const IN_SHORT = ['principe', 'biedt', 'biedt geen', 'werkwijze', 'duur', 'frequentie', 'intensiteit', 'leefgebieden'];

/** Parts that may be open as a whole. */
const WHOLES = ['doelgroep', 'doel', 'aanpak', 'overdracht', 'document', 'rol'];

/** What is open in the parts that a manual has: what studies or money leave open says nothing to who carries it out. */
function isShown({ protocol, shared }: Context): (item: OpenItem) => boolean {
    const kinds = new Set(['samenvatting', ...IN_SHORT, ...WHOLES]);
    const parts: readonly { readonly at: Place }[] = [
        ...(protocol.process ? [protocol.process] : []),
        ...[protocol.targetGroups, protocol.goals, protocol.handovers, protocol.documents, protocol.roles].flat(),
        ...[protocol.facts, shared.concepts, protocol.versions, protocol.contradictions].flat(),
        ...protocol.statements.filter((s) => kinds.has(s.kind)),
        ...protocol.stepCounts,
    ];
    return ({ at, inheritedFrom }) => inheritedFrom !== undefined || parts.some((part) => contains(part.at, at));
}

function inShort(context: Context): Section {
    const { protocol } = context;
    const of = (...kinds: readonly string[]) => protocol.statements.filter((s) => kinds.includes(s.kind));
    const goals = protocol.goals.map((g): readonly Block[] => [
        paragraph(text(titleOf(context, g))),
        ...bullets(g.subgoals.map((s) => [text(titleOf(context, s))])),
    ]);
    return part(
        context,
        'in-het-kort',
        { nl: 'In het kort', en: 'In short' },
        [
            ...of('samenvatting').flatMap((s) => statementBlocks(context, s)),
            ...definitions(statementRows(context, of(...IN_SHORT))),
        ],
        [
            ...chapter(context, 'voor-wie', { nl: 'Voor wie', en: 'For whom' }, [], targetGroups(context)),
            ...chapter(
                context,
                'waartoe',
                { nl: 'Waartoe', en: 'To what end' },
                goals.length === 0 ? [] : [{ type: 'list', ordered: false, items: goals }],
            ),
        ],
    );
}

/** What of the process comes before the steps, the steps, and what comes behind them. */
function divided(sections: readonly Section[]): readonly [readonly Section[], readonly Section[], readonly Section[]] {
    const at = sections.findIndex((s) =>
        s.sections.some((inside) => inside.look === 'step' || inside.look === 'group'),
    );
    return at < 0 ? [sections, [], []] : [sections.slice(0, at), sections.slice(at, at + 1), sections.slice(at + 1)];
}

function noSteps(context: Context): Block {
    const hasPhases = context.protocol.process?.nodes.some((n) => n.kind === 'phase');
    if (hasPhases) {
        return line(context, {
            nl: 'Het draaiboek noemt geen stappen in de fasen, dus er is geen tekening van het verloop.',
            en: 'The protocol names no steps in its phases, so there is no drawing of the process.',
        });
    }
    return line(context, {
        nl: 'Het draaiboek beschrijft geen stappen, dus er is geen tekening van het verloop.',
        en: 'The protocol describes no steps, so there is no drawing of the process.',
    });
}
