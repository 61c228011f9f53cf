import type { FlowNode, Process } from '../../model/process.js';
import type { Protocol } from '../../model/protocol.js';
import { isNextOpen } from '../../model/queries.js';
import { droppedLoss } from '../dropped-loss.js';
import type { Generator, Loss } from '../generator.js';
import { safeName } from '../paths.js';
import { toFlowchart } from './flowchart.js';
import { LONGEST_LABEL } from './text.js';

/**
 * Mermaid, for whoever shows a flowchart in a repository, a wiki or a Markdown document. Mapping:
 *
 * | protocol | flowchart |
 * | --- | --- |
 * | stap, with who does it | rectangle, class `stap` |
 * | gelijktijdig, een van, naar keuze; fase | subgraph, class `groep` or `fase`, with a dot where a case comes in and out |
 * | escalatie | hexagon, class `escalatie`, dotted arrows to it |
 * | einde | rounded, class `einde` or `geslaagd` |
 * | daarna, the order of the text | arrow, with its condition and bound |
 * | herhaal | arrow to the step itself |
 * | termijn anders, bij uitblijven, altijd als | dotted arrow |
 * | overdracht | thick arrow with its title |
 * | `onbekend` where a case goes | a node of class `onbekend` |
 *
 * All else a flowchart cannot say; the loss report names it for each step.
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
        const chart = toFlowchart(protocol, process, { language, forced, predecessors: related.predecessors ?? [] });
        const path = `${safeName(protocol.name)}.mmd`;
        return {
            files: [{ path, content: chart.text }],
            losses: [
                ...unsaid(protocol, process),
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

/** What the protocol says and a flowchart does not, an element at a time. */
function unsaid(protocol: Protocol, process: Process): Loss[] {
    const nodes = process.nodes.flatMap((node): Loss[] => {
        const what = saidOf(node);
        const nl = what.map((w) => w.nl).join(', ');
        const en = what.map((w) => w.en).join(', ');
        return what.length === 0
            ? []
            : [
                  {
                      element: node.name,
                      reason: { nl: `een stroomschema zegt niet: ${nl}`, en: `a flowchart does not say: ${en}` },
                  },
              ];
    });
    const budget =
        process.contactBudgets.length === 0
            ? []
            : [
                  {
                      element: protocol.name,
                      reason: {
                          nl: 'een stroomschema zegt niet: contactbudget',
                          en: 'a flowchart does not say: contact budget',
                      },
                  },
              ];
    const access =
        process.access.length === 0
            ? []
            : [
                  {
                      element: protocol.name,
                      reason: { nl: 'een stroomschema zegt niet: toegang', en: 'a flowchart does not say: access' },
                  },
              ];
    const handovers = protocol.handovers.map((h) => ({
        element: h.name,
        reason: {
            nl: 'van een overdracht staat alleen de naam in het stroomschema',
            en: 'of a handover the flowchart shows its name only',
        },
    }));
    return [...access, ...budget, ...nodes, ...handovers];
}

function saidOf(node: FlowNode): { readonly nl: string; readonly en: string }[] {
    const kinds = [...new Set(node.statements.map((s) => s.kind))].map((k) => ({ nl: k, en: k }));
    if (node.kind === 'end') {
        return kinds;
    }
    const has = (nl: string, en: string, there: boolean) => (there ? [{ nl, en }] : []);
    const work = 'performers' in node ? node : undefined;
    return [
        ...kinds,
        ...has('termijn', 'deadline', node.deadlines.length > 0),
        ...has('voorwaarden vooraf en achteraf', 'conditions before and after', node.guards.length > 0),
        ...has('documenten', 'documents', work !== undefined && work.requires.length + work.delivers.length > 0),
        ...has('gegevens die bekend worden', 'facts that become known', (work?.determines.length ?? 0) > 0),
        ...has('subdoelen', 'subgoals', (work?.worksOn.length ?? 0) > 0),
        ...has('activiteiten', 'activities', (work?.activities.length ?? 0) > 0),
        ...has('inzet', 'deployment', (work?.deployment.length ?? 0) > 0),
        ...has('richtlijnen', 'guidelines', (work?.follows.length ?? 0) > 0),
        ...has('begint bij', 'starts at', (work?.startsAt.length ?? 0) > 0),
        ...has('begint … na', 'starts … after', (work?.startsAfter.length ?? 0) > 0),
    ];
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
