import { machineOf } from '../../execution/machine.js';
import { obstacleTo } from '../../execution/obstacle.js';
import { buildGraph } from '../../workflow/build-graph.js';
import { document } from '../bpmn/xml.js';
import { accessLosses } from '../access.js';
import { droppedLoss } from '../dropped-loss.js';
import { unsaid } from '../unsaid.js';
import type { Generator, Loss, Output } from '../generator.js';
import { MADE_DESPITE_ERRORS } from '../made-despite-errors.js';
import { HISTORY, outputSettings } from '../output-settings.js';
import { safeName } from '../paths.js';
import { definitionsOf } from './definitions.js';
import { accessTable, tableOf, type Table } from './tables.js';

/** A decision table of DMN 1.3 for each node where ways part. Its mapping table stands in docs/uitvoer.md. */
export const dmnGenerator: Generator = {
    id: 'dmn',
    title: { nl: 'DMN-beslistabellen', en: 'DMN decision tables' },
    summary: {
        nl: 'Bij elke vertakking een beslistabel (DMN 1.3).',
        en: 'A decision table for each place where ways part (DMN 1.3).',
    },
    refusesOnError: true,
    generate(protocol, { language, forced, settings }) {
        const machine = machineOf(protocol);
        if (!machine) {
            return nothing(
                protocol.name,
                obstacleTo(protocol) ?? { nl: 'er zijn geen stappen', en: 'there are no steps' },
            );
        }
        const losses: Loss[] = [];
        const tables: Table[] = [];
        const add = (element: string, table: Table | undefined) => {
            if (table) {
                tables.push(table);
            } else {
                losses.push({
                    element,
                    reason: {
                        nl: 'de voorwaarden geven meer dan 256 regels: er is geen beslistabel',
                        en: 'the conditions give more than 256 rows: there is no decision table',
                    },
                });
            }
        };
        if (machine.access.length > 0) {
            add(protocol.name, accessTable(machine.access, language));
        }
        for (const station of machine.stations) {
            const isChoice =
                station.exits.some((w) => w.arrow.condition !== undefined) ||
                (station.exits.length > 1 && station.node.kind !== 'end');
            if (isChoice) {
                add(station.node.name, tableOf(machine, station, language));
            }
        }
        if (tables.length === 0) {
            return nothing(protocol.name, {
                nl: 'er is geen vertakking, dus er is geen beslistabel',
                en: 'no ways part, so there is no decision table',
            });
        }
        const variables = new Map(buildGraph(protocol, language)?.variables.map((v) => [`${v.kind} ${v.name}`, v.id]));
        const operaton = outputSettings(settings, 'operaton');
        const history = operaton.text('historyTimeToLive');
        const made = definitionsOf(
            protocol,
            tables,
            (fact) => variables.get(`fact ${fact}`),
            history ?? HISTORY,
            forced ? MADE_DESPITE_ERRORS[language] : undefined,
        );
        const path = `${safeName(protocol.name)}.dmn`;
        return {
            files: [{ path, content: document(made.root) }],
            losses: [
                ...losses,
                ...(history === undefined ? [operaton.missing('historyTimeToLive', protocol.name)] : []),
                ...asked(protocol.name, tables),
                ...accessLosses(protocol, { nl: 'een beslistabel', en: 'a decision table' }),
                ...unsaid(
                    protocol,
                    { nl: 'een beslistabel', en: 'a decision table' },
                    { kinds: ['facts', 'access', 'ways', 'escalationByFacts'], firm: ['toegang'], namesAll: true },
                ),
                ...protocol.lost.map(droppedLoss),
            ],
            trace: tables.map(({ station }, n) => ({
                element: station?.node.name ?? protocol.name,
                id: made.ids[n] ?? '',
                file: path,
                at: station?.node.nameAt ?? protocol.nameAt,
            })),
        };
    },
};

function nothing(element: string, reason: Loss['reason']): Output {
    return { files: [], losses: [{ element, reason }], trace: [] };
}

function asked(element: string, tables: readonly Table[]): Loss[] {
    const columns = tables.flatMap((t) => t.columns);
    const losses: Loss[] = [];
    if (columns.some((a) => a.kind === 'decision')) {
        losses.push({
            element,
            reason: {
                nl: 'een voorwaarde in woorden is in een beslistabel een ja of nee dat een mens geeft',
                en: 'a condition in words is a yes or no in a decision table that a person gives',
            },
        });
    }
    if (columns.some((a) => a.kind === 'count')) {
        losses.push({
            element,
            reason: {
                nl: 'wie de beslistabel vraagt, telt hoe vaak een begrensde weg is genomen',
                en: 'whoever asks the decision table counts how often a bounded way was taken',
            },
        });
    }
    return losses;
}
