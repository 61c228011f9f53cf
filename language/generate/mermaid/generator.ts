import type { Arrow, Process } from '../../model/process.js';
import { isNextOpen } from '../../model/queries.js';
import { buildGraph } from '../../workflow/build-graph.js';
import { droppedLoss } from '../dropped-loss.js';
import type { Generator, Loss } from '../generator.js';
import { safeName } from '../paths.js';
import { unsaid, type Says } from '../unsaid.js';
import { toFlowchart } from './flowchart.js';
import { neverTaken } from './never-taken.js';
import { LONGEST_LABEL } from './text.js';

/**
 * Mermaid, for whoever shows a flowchart in a repository, a wiki or a Markdown document. Its mapping
 * table stands in docs/uitvoer.md. What a flowchart cannot say, the loss report names.
 */
export const mermaidGenerator: Generator = {
    id: 'mermaid',
    title: { nl: 'Mermaid-stroomschema', en: 'Mermaid flowchart' },
    summary: {
        nl: 'Het verloop als stroomschema in tekst, voor wiki’s en Markdown.',
        en: 'The process as a flowchart in text, for wikis and Markdown.',
    },
    refusesOnError: false,
    generate(protocol, { language, forced, related }) {
        const { process } = protocol;
        if (!process?.nodes.some((n) => n.kind !== 'end')) {
            const reason = {
                nl: 'het draaiboek beschrijft geen stappen en geen fasen, dus er is geen stroomschema',
                en: 'the protocol describes no steps and no phases, so there is no flowchart',
            };
            return { files: [], losses: [{ element: protocol.name, reason }], trace: [] };
        }
        const unreached = buildGraph(protocol)?.unreached ?? [];
        const chart = toFlowchart(protocol, process, {
            language,
            forced,
            predecessors: related.predecessors ?? [],
            unreached: new Set(unreached),
        });
        const path = `${safeName(protocol.name)}.mmd`;
        return {
            files: [{ path, content: chart.text }],
            losses: [
                ...unsaid(protocol, { nl: 'een stroomschema', en: 'a flowchart' }, SAYS),
                ...unreached.map(notReached),
                ...[...neverTaken(process.arrows)].map(notTaken),
                ...shortened(chart.shortened),
                ...open(process),
                ...protocol.lost.map(droppedLoss),
            ],
            trace: process.nodes.map((n) => ({
                element: n.name,
                id: chart.ids.get(n.name) ?? '',
                file: path,
                at: n.nameAt,
            })),
        };
    },
};

/** What a flowchart says; of a handover and of a phase it is the title. */
const SAYS: Says = {
    kinds: [
        ...(['roles', 'steps', 'performers', 'ways', 'repetition', 'interruptions', 'groups'] as const),
        ...([
            'escalationFrom',
            'escalationByFacts',
            'escalationByPeople',
            'outcomes',
            'handovers',
            'handoverEnds',
            'absence',
        ] as const),
    ],
    firm: ['door', 'met', 'daarna', 'altijd als', 'vanuit'],
};

function notReached(element: string): Loss {
    return {
        element,
        reason: {
            nl: 'geen zaak komt hier, dus er gaat geen pijl vandaan',
            en: 'no case comes here, so no arrow leaves it',
        },
    };
}

function notTaken({ from = '', to }: Arrow): Loss {
    return {
        element: from,
        reason: {
            nl: `de weg naar ${to ?? 'onbekend'} staat achter een weg die altijd geldt, dus geen zaak neemt hem en hij is niet getekend`,
            en: `the way to ${to ?? 'unknown'} stands behind one that always holds, so no case takes it and it is not drawn`,
        },
    };
}

function shortened(names: ReadonlySet<string>): Loss[] {
    const most = String(LONGEST_LABEL);
    return [...names].map((element) => ({
        element,
        reason: { nl: `de tekst is ingekort tot ${most} tekens`, en: `the text was cut to ${most} characters` },
    }));
}

/** What is unknown and would stand in the chart. */
function open(process: Process): Loss[] {
    return process.nodes.flatMap((node): Loss[] => {
        if (node.kind === 'end') {
            return [];
        }
        const performers = 'performers' in node && node.performers.some((p) => p.value);
        return [
            ...(performers
                ? [
                      {
                          element: node.name,
                          reason: {
                              nl: 'wie dit doet, is onbekend of plaatselijk',
                              en: 'who does this is unknown or decided locally',
                          },
                      },
                  ]
                : []),
            ...(isNextOpen(node)
                ? [
                      {
                          element: node.name,
                          reason: {
                              nl: 'wat hierna komt, is onbekend of plaatselijk',
                              en: 'what comes next is unknown or decided locally',
                          },
                      },
                  ]
                : []),
        ];
    });
}
