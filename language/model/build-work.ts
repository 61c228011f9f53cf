import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { readBlock } from './blocks.js';
import { since, stated, statedRefs } from './build-statements.js';
import type { Activity, Deployment, Follows, Labour, Performers, StartEvent, StartsAfter, Work } from './process.js';
import type { Statement } from './protocol.js';
import { condition } from './read-condition.js';
import { plain, type Reader } from './reader.js';

/** Reads what a step, an escalation or a phase says about its work. */
export function work(reader: Reader, statements: readonly AstNode[]): Work {
    const parts = labour(reader, statements);
    return plain<Work>({
        ...parts,
        startsAt: statements.filter(ast.isStartsAt).flatMap((s) => {
            const provenance = reader.provenance(s.provenance);
            return s.events.map((e) =>
                plain<StartEvent>({
                    text: e.text,
                    value: reader.optionalValue(e.unknown ?? e.local, 'begint bij'),
                    modality: reader.modality(s.modality),
                    provenance,
                    at: reader.at(e),
                }),
            );
        }),
        startsAfter: statements.filter(ast.isStartsAfter).map((s) =>
            plain<StartsAfter>({
                value: s.value ? reader.value(s.value, 'begint') : { type: 'unknown' },
                modality: reader.modality(s.modality),
                after: since(reader, s, 'begint na') ?? { type: 'other', value: { type: 'unknown' } },
                ...stated(reader, s),
            }),
        ),
        activities: statements.filter(ast.isActivity).map((a) => activity(reader, a)),
    });
}

/** Reads an `inzet`. */
export function deployment(reader: Reader, node: ast.Deployment): Deployment {
    return plain<Deployment>({
        value: node.value ? reader.value(node.value, 'inzet') : { type: 'unknown' },
        condition: node.condition && condition(reader, node.condition, 'inzet als'),
        modality: reader.modality(node.modality),
        ...stated(reader, node),
    });
}

/** The statements that name elements, or say that they are unknown or local. */
const OPEN_KINDS: Readonly<Record<string, string>> = {
    [ast.WorksOn.$type]: 'werkt aan',
    [ast.Requires.$type]: 'vereist',
    [ast.Delivers.$type]: 'levert',
    [ast.Determines.$type]: 'bepaalt',
};

function openStatements(reader: Reader, statements: readonly AstNode[]): readonly Statement[] {
    const open: Statement[] = [];
    for (const statement of statements) {
        const kind = OPEN_KINDS[statement.$type];
        if (kind !== undefined) {
            open.push(...reader.openStatement(statement as ast.WorksOn, kind));
        }
    }
    return open;
}

/** Who does it with whom; who of them does so less firmly than the others is said apart, as on a line of its own. */
function performers(reader: Reader, node: ast.PerformedBy): Performers[] {
    const apart = (loose: readonly ast.LooseRole[], isWith: boolean) =>
        loose.map(({ modality, role }) => {
            const refs = role ? [reader.ref(role)] : [];
            const firm = reader.modality(modality);
            return plain<Performers>({
                performers: isWith ? [] : refs,
                with: isWith ? refs : [],
                withValue: undefined,
                withModality: isWith ? firm : undefined,
                value: undefined,
                modality: isWith ? undefined : firm,
                ...stated(reader, node),
            });
        });
    const first = plain<Performers>({
        performers: reader.refs(node.performers),
        with: reader.refs(node.with),
        withValue: reader.optionalValue(node.withValue, 'met'),
        withModality: reader.modality(node.withModality),
        value: reader.optionalValue(node.value, 'door'),
        modality: reader.modality(node.modality),
        ...stated(reader, node),
    });
    return [first, ...apart(node.others, false), ...apart(node.withOthers, true)];
}

function labour(reader: Reader, statements: readonly AstNode[]): Labour {
    return plain<Labour>({
        performers: statements.filter(ast.isPerformedBy).flatMap((p) => performers(reader, p)),
        deployment: statements.filter(ast.isDeployment).map((d) => deployment(reader, d)),
        worksOn: statements.filter(ast.isWorksOn).flatMap((w) => statedRefs(reader, w, w.goals)),
        requires: statements.filter(ast.isRequires).flatMap((r) => statedRefs(reader, r, r.documents)),
        delivers: statements.filter(ast.isDelivers).flatMap((d) => statedRefs(reader, d, d.documents)),
        determines: statements.filter(ast.isDetermines).flatMap((d) => statedRefs(reader, d, d.facts)),
        follows: statements.filter(ast.isFollows).map((f) =>
            plain<Follows>({
                meldcode: f.meldcode,
                guidelines: reader.refs(f.guidelines),
                text: f.text,
                value: reader.optionalValue(f.value, 'volgt'),
                modality: reader.modality(f.modality),
                ...stated(reader, f),
            }),
        ),
        open: openStatements(reader, statements),
    });
}

function activity(reader: Reader, node: ast.Activity): Activity {
    return plain<Activity>({
        title: node.title ?? '',
        value: reader.optionalValue(node.value, 'activiteit'),
        modality: reader.modality(node.modality),
        ...readBlock(reader, node, node.title ?? '', () => labour(reader, node.statements)),
    });
}
