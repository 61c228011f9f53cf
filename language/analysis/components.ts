/**
 * The strongly connected components of a graph (Tarjan 1972), without recursion.
 *
 * @param next for each vertex those that it leads to
 * @returns for each vertex the number of its component; a component leads to components of lower number only
 */
export function components(next: readonly (readonly number[])[]): number[] {
    const order: number[] = next.map(() => -1);
    const low: number[] = next.map(() => -1);
    const component: number[] = next.map(() => -1);
    const path: number[] = [];
    let count = 0;
    let found = 0;
    for (const root of next.keys()) {
        const work: [vertex: number, child: number][] = order[root] === -1 ? [[root, 0]] : [];
        for (let top = work.at(-1); top; top = work.at(-1)) {
            const [v, i] = top;
            if (i === 0) {
                order[v] = low[v] = count++;
                path.push(v);
            }
            const child = next[v]?.[i];
            if (child !== undefined) {
                top[1]++;
                if (order[child] === -1) {
                    work.push([child, 0]);
                } else if (component[child] === -1) {
                    low[v] = Math.min(low[v] ?? 0, order[child] ?? 0);
                }
                continue;
            }
            work.pop();
            const parent = work.at(-1)?.[0];
            if (parent !== undefined) {
                low[parent] = Math.min(low[parent] ?? 0, low[v] ?? 0);
            }
            if (low[v] === order[v]) {
                for (let w = path.pop(); w !== undefined; w = path.pop()) {
                    component[w] = found;
                    if (w === v) {
                        break;
                    }
                }
                found++;
            }
        }
    }
    return component;
}
