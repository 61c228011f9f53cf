import type { Protocol } from '../../model/protocol.js';
import { buildGraph } from '../../workflow/build-graph.js';
import { droppedLoss } from '../dropped-loss.js';
import type { Generator, Loss, OutputFile, Trace } from '../generator.js';
import { safeName } from '../paths.js';
import { unsaid, type Says } from '../unsaid.js';
import { picturesOf, type Picture } from './pictures.js';

/**
 * SVG, for documents, sites and slides. Mapping: docs/uitvoer.md. Each shape has the name of its element
 * (`data-element`) and its place in the text; the trace gives for each element the id of its shape.
 */
export const svgGenerator: Generator = {
    id: 'svg',
    title: { nl: 'SVG-tekeningen', en: 'SVG drawings' },
    summary: {
        nl: 'Het verloop met een baan voor elke rol, de tijdlijn, en welke stap aan welk doel werkt; scherp op elk formaat.',
        en: 'The process with a band for each role, the timeline, and which step works on which goal; sharp at any size.',
    },
    refusesOnError: false,
    generate(protocol, options) {
        const pictures = picturesOf(protocol, options, 'both');
        const path = ({ suffix }: Picture) => `${safeName(protocol.name)}${suffix}.svg`;
        return {
            files: pictures.map((p): OutputFile => ({ path: path(p), content: p.svg })),
            losses: pictureLosses(protocol, pictures),
            trace: pictureTrace(pictures, path),
        };
    },
};

/** What the drawings of an interventie do not say. */
export function pictureLosses(protocol: Protocol, pictures: readonly Picture[]): Loss[] {
    const isDrawn = pictures.some((p) => p.kind === 'process');
    const none = {
        nl: 'het draaiboek beschrijft geen stappen die te tekenen zijn, dus er is geen tekening van het verloop',
        en: 'the protocol describes no steps that can be drawn, so there is no drawing of the process',
    };
    const unreached = (buildGraph(protocol)?.unreached ?? []).map((element): Loss => ({
        element,
        reason: {
            nl: 'geen zaak komt hier, dus het staat niet in de tekening van het verloop',
            en: 'no case comes here, so it is not in the drawing of the process',
        },
    }));
    return isDrawn
        ? [
              ...unreached,
              ...unsaid(protocol, { nl: 'een tekening', en: 'a drawing' }, SAYS),
              ...protocol.lost.map(droppedLoss),
          ]
        : [{ element: protocol.name, reason: none }];
}

/** What the process, the timeline and the picture of the goals say between them. */
const SAYS: Says = {
    kinds: [
        ...([
            'goals',
            'subgoals',
            'worksOn',
            'roles',
            'facts',
            'access',
            'contactBudget',
            'steps',
            'performers',
        ] as const),
        ...([
            'startsAt',
            'startsAfter',
            'terms',
            'workTerms',
            'wholeTerms',
            'handoverTerms',
            'repetition',
            'guards',
            'ways',
            'interruptions',
            'groups',
            'escalationFrom',
            'escalationByFacts',
        ] as const),
        ...(['escalationByPeople', 'outcomes', 'handovers', 'handoverEnds', 'meetings', 'confirmations'] as const),
        'absence',
    ],
    words: {
        step: ['duur', 'contacten', 'frequentie'],
        escalation: ['duur', 'binnen', 'contacten', 'frequentie'],
        activity: ['duur', 'binnen', 'contacten', 'frequentie'],
        whole: ['duur', 'contacten', 'frequentie'],
        handover: ['vorm', 'nazorg'],
        end: ['nazorg'],
    },
    firm: [
        ...['toegang', 'contactbudget', 'door', 'met', 'begint bij', 'begint na', 'daarna', 'altijd als', 'vanuit'],
        ...['termijn van een stap', 'termijn van een fase of groep', 'naar einde'],
        ...['duur', 'binnen', 'contacten', 'frequentie', 'nazorg'],
    ],
};

/** Where each element stands in the drawings of the process. */
export function pictureTrace(pictures: readonly Picture[], path: (picture: Picture) => string): Trace[] {
    return pictures.flatMap((picture) =>
        (picture.graph?.nodes ?? []).flatMap(({ element, at, id }) =>
            element === undefined || at === undefined
                ? []
                : [{ element, id: `verloop:${id}`, file: path(picture), at }],
        ),
    );
}
