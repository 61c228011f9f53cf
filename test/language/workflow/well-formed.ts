import type { WorkflowGraph } from '../../../language/workflow/graph.js';

/** What is wrong with a graph by itself, whatever it says. Empty where it is well formed. */
export function faultsIn(graph: WorkflowGraph): string[] {
    const faults: string[] = [];
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const variables = new Set(graph.variables.map((v) => v.name));
    const ids = [graph, ...graph.nodes, ...graph.flows, ...graph.lanes].map((x) => x.id);
    const say = (wrong: boolean, fault: string) => {
        if (wrong) {
            faults.push(fault);
        }
    };
    say(new Set(ids.map((id) => id.toLowerCase())).size < ids.length, 'two things have the same id');
    for (const id of ids) {
        say(!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(id), `${id} is no id`);
    }
    for (const { id, name } of graph.variables) {
        say(!/^[A-Za-z_][A-Za-z0-9_]*$/.test(id), `${name} has no id`);
    }
    say(new Set(graph.variables.map((v) => v.id)).size < graph.variables.length, 'two variables have the same id');
    for (const flow of graph.flows) {
        const from = nodes.get(flow.from);
        const to = nodes.get(flow.to);
        say(!from || !to, `${flow.id} hangs loose`);
        say(from?.scope !== to?.scope, `${flow.id} crosses a border`);
        say(from?.kind === 'end' || to?.kind === 'start' || to?.kind === 'boundary', `${flow.id} is on the wrong side`);
        say(JSON.stringify(flow.when ?? null).includes('"informal"'), `${flow.id} asks what only people know`);
        const asks = from?.kind === 'gateway' && from.gateway === 'decide';
        say((flow.when !== undefined || flow.otherwise === true) !== asks, `${flow.id} asks where nothing is decided`);
    }
    const out = Map.groupBy(graph.flows, (f) => f.from);
    const into = Map.groupBy(graph.flows, (f) => f.to);
    let open = new Set<string>();
    for (const node of graph.nodes) {
        const leaving = out.get(node.id)?.length ?? 0;
        const coming = into.get(node.id)?.length ?? 0;
        say(node.lane < 0 || node.lane >= graph.lanes.length, `${node.id} has no lane`);
        say(node.scope !== undefined && !open.has(node.scope), `${node.id} stands before what it stands in`);
        if (node.kind === 'subprocess') {
            open = new Set([...open, node.id]);
            say(node.byEvent && leaving + coming > 0, `${node.id} is started by a flow`);
            const starts = graph.nodes.filter((n) => n.kind === 'start' && n.scope === node.id);
            say(starts.length !== 1, `${node.id} has ${String(starts.length)} starts`);
        }
        if (node.kind === 'task') {
            say(
                node.fills.some((f) => !variables.has(f)),
                `${node.id} fills what is no variable`,
            );
        }
        const single = node.kind !== 'gateway' && node.kind !== 'end' && !(node.kind === 'subprocess' && node.byEvent);
        say(single && leaving !== 1, `${node.id} is left by ${String(leaving)} flows`);
        const joins = node.kind === 'gateway' && (node.gateway === 'merge' || node.gateway === 'join');
        say(coming > 1 && !joins, `${node.id} is entered by ${String(coming)} flows`);
        const comes =
            node.kind !== 'start' && node.kind !== 'boundary' && !(node.kind === 'subprocess' && node.byEvent);
        say(comes && coming === 0, `${node.id} is never entered`);
        if (node.kind === 'gateway') {
            const otherwise = out.get(node.id)?.filter((f) => f.otherwise).length ?? 0;
            say(node.gateway === 'decide' && otherwise !== 1, `${node.id} has ${String(otherwise)} defaults`);
            say(leaving === 0 || (leaving === 1 && coming === 1), `${node.id} does nothing`);
            say(joins && leaving > 1, `${node.id} joins and parts`);
        }
    }
    return faults;
}
