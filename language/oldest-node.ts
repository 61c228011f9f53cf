/** The oldest Node that has what Draaiboek uses; as `engines` in package.json says. */
export const OLDEST_NODE = 22;

/** What to say to who starts a program of Draaiboek with this version of Node; undefined where it is new enough. */
export function complaintOfNode(version: string): string | undefined {
    const needed = String(OLDEST_NODE);
    return Number.parseInt(version) < OLDEST_NODE
        ? `Draaiboek heeft Node ${needed} of nieuwer nodig; dit is ${version}. / Draaiboek needs Node ${needed} or newer.`
        : undefined;
}
